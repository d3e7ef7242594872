"""An act that the lead only names for its toll is the act told below it, and on no day on which only the toll rose."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from crossread.normalize.claims.toll_leads import join_toll_lead
from crossread.normalize.dates.of_claim import when_of_claim
from crossread.records import Claim, Count, DateWindow, Document, Evidence, Harm, Place, Slot

PUBLISHED = date(2018, 3, 15)  # a Thursday


def _document(text: str) -> Document:
    return Document(id="doc_1", text=text, published=PUBLISHED)


def _claim(document: Document, trigger: str, kind: str, rows: dict[str, int | None], when: str = "") -> Claim:
    """A claim that counts its dead by their words."""

    def quote(words: str) -> Evidence:
        return document.quote(document.text.index(words), document.text.index(words) + len(words))

    def row(raw: str, number: int | None) -> Harm:
        count = Count(low=number, high=number, qualifier="exact" if number else "unstated")
        return Harm(
            effect="killed", raw=raw, group=None, group_type="civilians", count=count, evidence=(quote(raw),), score=0.8
        )

    return Claim(
        id=f"clm_{trigger}",
        document_id="doc_1",
        type=kind,
        scope="incident",
        status="accomplished",
        stance="attributed",
        trigger=quote(trigger),
        when=Slot(raw=when, value=None, evidence=(quote(when),), score=0.8) if when else None,
        harm=tuple(row(raw, number) for raw, number in rows.items()),
        score=0.9,
    )


def _at(claim: Claim, name: str, precision: str) -> Claim:
    place = Place(name=name, country="ML", admin1=None, gazetteer_id=None, latitude=None, longitude=None, precision=precision)
    return replace(claim, where=Slot(raw=name, value=place, evidence=(), score=0.8))


def _on(claim: Claim, earliest: date | None, latest: date) -> Claim:
    window = DateWindow(earliest=earliest, latest=latest, precision="day" if earliest else "unknown")
    return replace(claim, when=Slot(raw="that day", value=window, evidence=(), score=0.8))


LEADS = (
    "The death toll from an attack on a hamlet has risen to 18, officials said.",
    "The number of villagers killed in an attack climbed to 18, officials said.",
    "Two more of those hurt in last week's attack died, raising the death toll to 18.",
    "Officials on Tuesday raised to 18 the number of people killed in an attack on a hamlet.",
)


def _two(lead: str, body: str) -> tuple[Document, Claim, Claim]:
    document = _document(f"{lead}\n\n{body}")
    first = _claim(document, "attack", "armed_attack", {"18": 18})
    return document, first, _claim(document, "stormed", "armed_attack", {"villagers in Oro": None})


@pytest.mark.parametrize("lead", LEADS)
def test_the_act_told_below_is_that_of_the_lead(lead: str) -> None:
    document, first, act = _two(lead, "Gunmen stormed Oro on Monday and shot villagers in Oro.")
    act = _on(_at(act, "Oro", "exact"), date(2018, 3, 12), date(2018, 3, 12))
    (one,) = join_toll_lead(document, [_on(first, None, PUBLISHED), act])
    assert (one.id, one.retellings) == (act.id, (first.trigger,))
    assert (one.when, one.where) == (act.when, act.where)
    assert [row.raw for row in one.harm] == ["18"]


def test_parts_keep_their_wholes() -> None:
    """The rows of the lead stand before those of the act."""
    document = _document(f"{LEADS[0]} Gunmen stormed Oro; of 15 dead three were boys.")
    first = _claim(document, "attack", "armed_attack", {"18": 18})
    act = _claim(document, "stormed", "armed_attack", {"15": 15, "three": 3})
    act = replace(act, harm=(act.harm[0], replace(act.harm[1], part_of=0)))
    (one,) = join_toll_lead(document, [first, act])
    assert [(row.raw, row.part_of) for row in one.harm] == [("18", None), ("15", None), ("three", 1)]


@pytest.mark.parametrize(
    ("lead", "body"),
    [
        ("An attack on a hamlet left 18 dead.", "Gunmen stormed Oro on Monday and shot villagers in Oro."),
        (LEADS[0], "In another raid gunmen stormed Oro and shot villagers in Oro."),
        (LEADS[0], "Last month gunmen stormed Oro and shot villagers in Oro."),
        ("An attack brought the death toll since January to 18.", "Gunmen stormed Oro and shot villagers in Oro."),
        (LEADS[0], "It rained. It snowed. It thawed. It froze. Gunmen stormed Oro and shot villagers in Oro."),
    ],
)
def test_two_acts_stay_two(lead: str, body: str) -> None:
    document, first, act = _two(lead, body)
    assert join_toll_lead(document, [first, act]) == [first, act]


def test_two_places_days_or_kinds_are_two_acts() -> None:
    document, first, act = _two(LEADS[0], "Gunmen stormed Oro on Monday and shot villagers in Oro.")
    for lead, other in (
        (_at(first, "Kita", "exact"), _at(act, "Oro", "exact")),
        (_on(first, date(2018, 3, 14), date(2018, 3, 14)), _on(act, date(2018, 3, 12), date(2018, 3, 12))),
        (first, replace(act, type="abduction")),
        (first, replace(act, score=None)),
        (replace(first, score=None), act),
    ):
        assert join_toll_lead(document, [lead, other]) == [lead, other]


@pytest.mark.parametrize(
    ("text", "trigger", "day"),
    [
        (
            "The toll from an attack on Oro has risen to 18 after three more bodies were found on Wednesday.",
            "attack",
            "Wednesday",
        ),
        ("The death toll from an attack on Oro climbed to 18 on Wednesday.", "attack", "Wednesday"),
        ("Gunmen attacked Oro and killed 15. On Wednesday three more bodies were found in a well.", "attacked", "Wednesday"),
        ("A blast killed 15 in Oro. Two of the wounded died in hospital on Wednesday.", "blast", "Wednesday"),
        ("A blast killed 15 in Oro. A third victim succumbed to her burns on Wednesday.", "blast", "Wednesday"),
    ],
)
def test_the_day_of_a_toll_only_bounds_the_act(text: str, trigger: str, day: str) -> None:
    document = _document(text)
    slot = when_of_claim(document, _claim(document, trigger, "bombing", {}, day), "en")
    assert slot is not None
    assert slot.value is not None
    assert (slot.value.earliest, slot.value.latest, slot.value.precision) == (None, date(2018, 3, 14), "unknown")


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("The death toll from an attack on Wednesday has risen to 18.", "attack"),
        ("The death toll has risen to 18 from an attack on Wednesday.", "attack"),
        ("The toll of fighting rose to 26 after six more people were killed in clashes on Wednesday.", "clashes"),
        ("Clashes hit Oro. Three more people died in clashes on Wednesday.", "Clashes"),
        ("Bodies of three boys were found in Oro on Wednesday.", "found"),
        ("Gunmen attacked Oro on Wednesday. Three more bodies were found in a well.", "attacked"),
    ],
)
def test_the_day_of_an_act_stays(text: str, trigger: str) -> None:
    document = _document(text)
    slot = when_of_claim(document, _claim(document, trigger, "killing", {}, "Wednesday"), "en")
    assert slot is not None
    assert slot.value is not None
    assert slot.value.earliest == date(2018, 3, 14)
