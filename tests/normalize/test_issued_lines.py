"""The line of the office that issued a paper names no place, day or party of what the paper tells."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from crossread.normalize.byline import without_authors
from crossread.normalize.claims.headline import join_headline
from crossread.records import Actor, Claim, DateWindow, Document, Place, Slot

ACT = "\nOn 9 March 2019 shells hit a school in Talodi, killing two pupils.\n"
TALODI = Place(name="Talodi", country="SD", admin1=None, gazetteer_id=None, latitude=10.6, longitude=30.4, precision="exact")


def _document(line: str) -> Document:
    return Document(id="doc_1", text=f"Report: shelling of the school of Talodi\n{line}\n{ACT}")


def _claim(document: Document, trigger: str, *words: str, score: float | None = 0.9) -> Claim:
    """A claim with these words as target, place and day."""
    spans = [document.quote(at := document.text.index(word), at + len(word)) for word in (trigger, *words)]
    slots: list[Slot[Any]] = [Slot(raw=told.quote, value=None, evidence=(told,), score=score) for told in spans[2:]]
    return Claim(
        id=f"clm_{trigger}",
        document_id=document.id,
        type="shelling",
        scope="incident",
        status="accomplished",
        stance="asserted",
        trigger=spans[0],
        when=slots[1] if len(slots) > 1 else None,
        where=slots[0] if slots else None,
        actors=tuple(Actor(role="target", raw=told.quote, name=None, type="object", evidence=(told,)) for told in spans[1:2]),
        score=score,
    )


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("Nuba Human Rights Office, Kadugli, 14 March 2019", ("Nuba Human Rights Office", "Kadugli", "14 March 2019")),
        ("Nuba League for Peace | Kauda section | March 14, 2019", ("Nuba League for Peace", "Kauda", "March 14, 2019")),
        ("The Observatory for Displacement, 2019-03-14", ("The Observatory", "Displacement", "2019-03-14")),
    ],
)
def test_who_issued_it_is_no_party_and_no_place(line: str, words: tuple[str, ...]) -> None:
    document = _document(line)
    claim = without_authors(document, _claim(document, "shelling", *words))
    assert (claim.actors, claim.where, claim.when) == ((), None, None)
    coded = _claim(document, "shelling", *words, score=None)
    assert without_authors(document, coded) == coded


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("Talodi Hospital, South Kordofan, 9 March 2019", ("Talodi Hospital", "South Kordofan")),  # a place
        ("Shells hit the Nuba Relief Office, Kadugli, on 9 March 2019", ("the Nuba Relief Office", "Kadugli")),  # told
        ("Nuba Relief Office, Kadugli", ("Nuba Relief Office", "Kadugli")),  # no day
    ],
)
def test_other_lines_tell_of_the_act(line: str, words: tuple[str, ...]) -> None:
    document = _document(line)
    claim = without_authors(document, _claim(document, "shelling", *words))
    assert len(claim.actors) == 1
    assert claim.where is not None


def test_a_headline_that_names_the_place_is_a_telling() -> None:
    """Of the only act of its type there; not of one elsewhere, of two, nor where it tells a day of its own."""
    document = _document("Nuba Relief Office, Kadugli, 14 March 2019")
    headline = _claim(document, "shelling")
    hit = _claim(document, "hit", "a school", "Talodi, killing")
    act = replace(hit, where=replace(hit.where, value=TALODI))  # type: ignore[type-var]  # it has one
    (joined,) = join_headline(document, [headline, act])
    assert joined.retellings == (headline.trigger,)
    other = replace(act, id="clm_other")
    elsewhere = replace(act, where=replace(act.where, value=replace(TALODI, name="Kauda")))  # type: ignore[type-var]
    first = DateWindow(earliest=date(2019, 3, 1), latest=date(2019, 3, 1), precision="day")
    dated = replace(headline, when=Slot(raw="1 March", value=first, evidence=()))
    for told in ([headline, elsewhere], [headline, act, other], [dated, act], [headline, replace(act, type="bombing")]):
        assert len(join_headline(document, told)) == len(told)
