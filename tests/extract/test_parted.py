"""Two acts of one sentence are two claims, each with its own dead and its own place; read by the encoder that ships."""

from __future__ import annotations

import pytest

from crossread.extract import Extractor, load_extractor
from crossread.extract.cuts import Cut, Cuts
from crossread.records import Claim, Document


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return load_extractor("encoder-en")


def _claims(extractor: Extractor, text: str) -> tuple[Claim, ...]:
    return extractor.extract([Document(id="doc_1", text=text, language="en")])[0].claims


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        (
            "A suicide car bomber killed 14 soldiers in Gao on Saturday; two policemen were wounded in another blast in Kidal.",
            ("Gao", "14 soldiers"),
            ("Kidal", "two policemen"),
        ),
        (
            "Two bombs exploded in a market in Lahore on Thursday, killing 34 people, hours after a suicide bomber killed nine "
            "people outside a court in Peshawar.",
            ("Lahore", "34 people"),
            ("Peshawar", "nine people"),
        ),
        (
            "Gunmen killed six villagers in Bandiagara on Sunday, while a roadside bomb killed three soldiers near Hombori.",
            ("Bandiagara", "six villagers"),
            ("Hombori", "three soldiers"),
        ),
        (
            "Attackers killed eight people in Djibo and abducted six in Arbinda.",
            ("Djibo", "eight people"),
            ("Arbinda", "six"),
        ),
        (
            "The army killed nine fighters near Gwoza and captured three in Bama, a spokesman said.",
            ("Gwoza", "nine fighters"),
            ("Bama", "three"),
        ),
    ],
)
def test_two_acts_of_a_sentence_are_two_claims(
    extractor: Extractor, text: str, first: tuple[str, str], second: tuple[str, str]
) -> None:
    """Neither has the other's place or dead."""
    claims = _claims(extractor, text)
    assert len(claims) == 2
    for claim, (place, people) in zip(claims, (first, second), strict=True):
        assert claim.where is not None
        assert place in claim.where.raw
        told = [row.raw for row in claim.harm]
        assert people in told
        assert not {first[1], second[1]} - {people} & set(told)


@pytest.mark.parametrize(
    "text",
    [
        "A bomb killed 14 soldiers in Gao on Saturday, while two others died of their wounds in a hospital in Bamako.",
        "A bomb killed 14 soldiers in Gao on Saturday; 20 were wounded.",
        "Bandits killed two guards in Gidan and abducted nine women from a nearby farm.",
        "Troops arrested ten men in Zaria and killed two of them in Kachia barracks.",
        "Gunmen abducted six men in Sabha and executed all six in Tobruk.",
        "Gunmen abducted three men in Sabha and shot the three in Tobruk.",
        "Gunmen killed six villagers in Bandiagara on Sunday, and the army said that it killed two of the gunmen.",
    ],
)
def test_one_act_stays_one(extractor: Extractor, text: str) -> None:
    """A hospital is no second place, and without a second place there is no second act."""
    assert len(_claims(extractor, text)) == 1


def test_cuts_far_from_two_places_need_not_be_looked_at() -> None:
    """Every pair of places is parted by the cuts between them as by all."""
    rows = tuple(Cut(start=at // 2, at=at, end=at + 4, own_voice=at % 2 == 0) for at in (2, 3, 3, 7, 9))
    cuts = Cuts(rows)
    for one in range(14):
        for other in range(14):
            low, high = min(one, other), max(one, other)
            between = [row for row in rows if row.start <= low < row.at <= high < row.end]
            assert cuts.are_parted(one, other) == bool(between)
            assert cuts.has_own_voice(one, other) == any(row.own_voice for row in between)
