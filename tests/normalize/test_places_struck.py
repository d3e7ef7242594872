"""The town that comes under fire is where it happened."""

from __future__ import annotations

import pytest

from crossread.gazetteer import Gazetteer
from crossread.normalize.places import PlaceResolver
from crossread.normalize.places.struck import place_struck
from crossread.records import Claim, Document, Slot

RESOLVER = PlaceResolver(Gazetteer.open())


def struck(text: str, trigger: str, where: str | None, *, score: float | None = 0.9) -> str | None:
    """The words for the place of a claim with this trigger and where slot."""
    document = Document(id="doc_1", text=text)
    places = RESOLVER.for_document(text)

    def quote(words: str):  # type: ignore[no-untyped-def]
        return document.quote(text.index(words), text.index(words) + len(words))

    slot = None
    if where is not None:
        start = text.index(where)
        found = places.resolve(where, start=start, end=start + len(where))
        slot = Slot(raw=where, value=found.place if found else None, evidence=(quote(where),), score=score)
    claim = Claim(
        id="clm_1",
        document_id="doc_1",
        type="shelling",
        scope="incident",
        status="accomplished",
        stance="asserted",
        trigger=quote(trigger),
        where=slot,
        score=score,
    )
    settled = place_struck(document, claim, places)
    return settled.raw if settled else None


@pytest.mark.parametrize(
    ("text", "trigger", "where", "raw"),
    [
        ("Vovchansk came under fire; two died in Ukraine's Kharkiv region.", "came under fire", "Kharkiv region", "Vovchansk"),
        ("Shells hit homes near Kharkiv, Ukraine. Vovchansk came under heavy fire.", "fire", "near Kharkiv", "Vovchansk"),
        ("Vovchansk in Ukraine was heavily shelled.", "shelled", None, "Vovchansk in Ukraine"),
        ("Ukraine said Vovchansk was again shelled.", "shelled", None, "Vovchansk"),
        ("Ukraine said troops in Vovchansk were shelled.", "shelled", None, None),
        ("Ukraine said the post at Vovchansk was shelled.", "shelled", "at Vovchansk", "at Vovchansk"),
        ("Ukraine said Vovchansk was shelled near Kharkiv.", "shelled", "near Kharkiv", "near Kharkiv"),
        ("Ukraine said Vovchansk was shelled and two died.", "died", None, None),
        ("Ukraine said Marchenko was attacked in Kharkiv.", "attacked", "in Kharkiv", "in Kharkiv"),
    ],
)
def test_the_subject_of_being_struck_is_the_place(text: str, trigger: str, where: str | None, raw: str | None) -> None:
    """Against a wider region and a place of another sentence; not against another town told with it."""
    assert struck(text, trigger, where) == raw


def test_what_people_coded_stays() -> None:
    """A claim without a score was made by people or a data set."""
    text = "Vovchansk came under fire; two died in Ukraine's Kharkiv region."
    assert struck(text, "came under fire", "Kharkiv region", score=None) == "Kharkiv region"


@pytest.mark.parametrize(
    ("text", "trigger", "raw"),
    [
        ("Rockets were fired from Donetsk and landed in the town of Vovchansk in Ukraine.", "fired", "Vovchansk in Ukraine"),
        ("Ukraine said shells fired from Belgorod hit Vovchansk.", "fired", "Vovchansk"),
        ("Ukraine said shells fired from Belgorod hit a farm.", "fired", None),
        ("Ukraine said shells were fired. A plane crashed in Vovchansk.", "fired", None),
    ],
)
def test_where_shells_came_down_is_the_place(text: str, trigger: str, raw: str | None) -> None:
    """In the same sentence, and where no other place is told."""
    assert struck(text, trigger, None) == raw
