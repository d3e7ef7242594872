"""What was hit, the countries that a report without a place speaks of, and what follows up a report without a date."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from claim_maker import actor, harm, make_claim, make_document

from crossread.link import explain_pair, link_claims
from crossread.link.comparison import Comparison
from crossread.link.origins import origins_in
from crossread.link.telling_text import telling_words
from crossread.records import Actor, Claim, Document, Means, Place, Slot

DAY = date(2019, 1, 10)


def _compared(name: str, claims: list[Claim], documents: list[Document]) -> Comparison:
    known = {document.id: document for document in documents}
    return next(row for row in explain_pair(*claims, known).comparisons if row.name == name)


def _told(*texts: str, days: tuple[int, int] = (0, 0)) -> list[Document]:
    return [
        make_document(str(at), text=text, published=date(2019, 1, 10 + late))
        for at, (text, late) in enumerate(zip(texts, days, strict=True))
    ]


@pytest.mark.parametrize(
    ("first", "second", "score"),
    [
        ("a Shiite mosque", "an army convoy", -1.0),
        ("the railway station", "a trolleybus", -1.0),
        ("the bazaar", "a crowded market", 1.0),
        ("the consulate", "the Kossan embassy", 1.0),
        ("a house", "an apartment", None),
        ("a mosque", "the village", None),
    ],
)
def test_sites_that_were_hit(first: str, second: str, score: float | None) -> None:
    """A mosque and a convoy are two, a bazaar is a market; houses and villages say nothing."""
    documents = _told("A bomb went off.", "A blast shook the town.")
    claims = [
        make_claim(document, actors=(actor("target", None, "object", raw=raw),))
        for document, raw in zip(documents, (first, second), strict=True)
    ]
    assert _compared("site", claims, documents).score == score


def _where(text: str, doer: Actor, *, at: str = "Mopti") -> Comparison:
    documents = _told(text, "Strikers fell to bullets.")
    claims = [make_claim(documents[0], actors=(doer,)), make_claim(documents[1], place=at)]
    return _compared("where", claims, documents)


def test_police_are_at_home() -> None:
    """Malian police fit a place in Mali where none is told, Kenyan police do not; an army abroad is no sign."""
    assert (_where("Police open fire.", actor("perpetrator", None, "police", raw="Malian police")).score or 0) > 0
    assert (_where("Police open fire.", actor("perpetrator", None, "police", raw="Kenyan police")).score or 0) < 0
    abroad = actor("perpetrator", None, "foreign_forces", raw="French soldiers")
    assert _where("Soldiers open fire.", abroad).score is None


def test_a_country_in_the_sentence_counts_less() -> None:
    """ "The Ethiopian commission says" speaks of another country than Mali, less surely than Ethiopian soldiers who act."""
    doer = actor("perpetrator", None, "rebel_group", raw="gunmen")
    spoken = _where("Gunmen killed 150, the Ethiopian commission says.", doer)
    at_home = _where("Soldiers killed 150.", actor("perpetrator", None, "state_forces", raw="Ethiopian soldiers"))
    assert at_home.score is not None
    assert spoken.score is not None
    assert at_home.score < spoken.score < 0
    assert (_where("Gunmen killed 150, the Malian commission says.", doer).score or 0) > 0


@pytest.mark.parametrize(
    ("text", "countries"),
    [
        ("South African police open fire", {"ZA"}),
        ("Kenya's army and Somali militants", {"KE", "SO"}),
        ("gunmen open fire in the market", set()),
    ],
)
def test_countries_named(text: str, countries: set[str]) -> None:
    """By the longest name, with or without the owner's s."""
    assert origins_in(text) == countries


def test_near_a_town_is_not_in_it() -> None:
    """A bazaar in the town, and a hideout south of it, agree less than two accounts in the town."""
    documents = _told("A bomb went off.", "A hideout was raided.")
    town = Place(name="Kossa", country="ML", admin1=None, gazetteer_id="k", latitude=14.0, longitude=-4.0, precision="exact")

    def score(precision: str) -> float:
        places = (town, replace(town, precision=precision))
        claims = [
            replace(make_claim(document), where=Slot(raw="Kossa", value=place, evidence=()))
            for document, place in zip(documents, places, strict=True)
        ]
        return _compared("where", claims, documents).score or 0.0

    assert 0 < score("near") < score("exact") == 1.0


def test_what_is_told_before_need_not_be_of_its_day() -> None:
    """ "The toll rises to 200", three days later and without a date, is not farther from the blast for that; news is."""
    followed = _told("A pipeline explodes, killing 50.", "The death toll of a blast rises to 200.", days=(0, 3))
    news = _told("A pipeline explodes, killing 50.", "A pipeline explodes in a field.", days=(0, 3))
    scores = [_compared("when", [make_claim(row) for row in rows], rows).score for rows in (followed, news)]
    assert scores[0] == 0.0
    assert scores[1] is not None
    assert scores[1] < 0


def test_riots_of_another_day() -> None:
    """Riots go on: one told for the 10th and news of the 15th are farther apart than news of the 11th."""

    def score(late: int) -> float:
        rows = _told("Riots.", "Crowds riot in the streets.", days=(0, late))
        claims = [make_claim(rows[0], type="riot", day=DAY), make_claim(rows[1], type="riot")]
        return _compared("when", claims, rows).score or 0.0

    assert score(5) < score(1) < 0


def test_the_same_number_with_another_effect() -> None:
    """Four killed are not five hurt; 29 who were captured are the 29 still missing."""
    documents = _told("A raid.", "An attack.")

    def compared(one: str, low: int, other: str, high: int) -> float | None:
        claims = [make_claim(documents[0], harm=(harm(one, low),)), make_claim(documents[1], harm=(harm(other, high),))]
        return _compared("harm", claims, documents).score

    assert compared("killed", 4, "injured", 5) is None
    assert (compared("killed", 5, "injured", 5) or 0) > 0
    assert (compared("detained", 29, "missing", 29) or 0) == 1.0


def test_a_bombing_may_be_one_from_the_air() -> None:
    """ "The bombing of the hospital" and an air strike on it; a car bomb is none."""
    documents = _told("The bombing.", "An air strike.")

    def compared(kind: str) -> float | None:
        claims = [
            make_claim(document, means=(Means(kind=told, raw=told, evidence=()),))
            for document, told in zip(documents, (kind, "aircraft"), strict=True)
        ]
        return _compared("means", claims, documents).score

    assert compared("explosive") == 0.0
    assert (compared("car_bomb") or 0) < 0


def test_a_heading_before_the_news_is_no_telling() -> None:
    """ "Kossa conflict: A bomb kills five" is compared without its heading."""
    document = make_document("d", text="Kossa conflict: A bomb kills five in the bazaar.")
    start = document.text.index("bomb")
    claim = make_claim(document, trigger=document.quote(start, start + 4))
    words = telling_words([claim], document)[claim.id]
    assert "bazaar" in words
    assert "conflict" not in words


def test_one_person_in_texts_alike_outweighs_a_place() -> None:
    """The same man killed, in the same words, at places of two countries: one was read wrongly. Of another man it is not."""

    def clusters(second: str) -> int:
        raid = "A drone fired at the jeep of the quarry boss on the salt road towards the old customs post, killing "
        texts = (f"{raid}Oumar Dembele.", f"{raid}{second}.")
        documents = _told(*texts)
        claims = [
            make_claim(row, type="air_strike", day=DAY, place=place, harm=(replace(harm("killed", 1), raw=name),))
            for row, place, name in zip(documents, ("Gao", "Niamey"), ("Oumar Dembele", second), strict=True)
        ]
        return len(link_claims(claims, {row.id: row for row in documents}))

    assert clusters("Oumar Dembele") == 1
    assert clusters("Sidi Kone") == 2
