"""Where the dead are buried or mourned, the hurt treated and witnesses asked is no place of the act; its own is, where told."""

from __future__ import annotations

from dataclasses import replace

import pytest

from crossread.normalize.places import DocumentPlaces, PlaceResolver
from crossread.normalize.places.buried import without_burial
from crossread.records import Claim, Document, Slot, Span


def told(resolver: PlaceResolver, text: str, trigger: str, words: str, again: str | None = None) -> str | None:
    """The words of the slot that is left on `words`, for an attack told at `trigger` and, if given, at `again`."""
    document = Document(id="doc_1", text=text)
    at, act = text.index(words), text.index(trigger)
    slot = Slot(raw=words, value=None, evidence=(document.quote(at, at + len(words)),), score=0.9)
    retold = (text.index(again), text.index(again) + len(again)) if again else None
    claim = Claim(
        id="clm_1",
        document_id="doc_1",
        type="armed_attack",
        scope="incident",
        status="accomplished",
        stance="asserted",
        trigger=document.quote(act, act + len(trigger)),
        retellings=(document.quote(*retold),) if retold else (),
        where=slot,
        score=0.9,
    )
    places: DocumentPlaces = resolver.for_document(text)
    left = without_burial(document, claim, slot, places)
    kept = without_burial(document, replace(claim, score=None), slot, places)
    assert kept == slot, "what people and data sets say stays"
    if left is not None:
        span = left.evidence[0].span
        assert text[span.start : span.end] == left.raw
        assert isinstance(span, Span)
    return left.raw if left else None


@pytest.mark.parametrize(
    ("text", "trigger", "words"),
    [
        ("Six guards killed in an ambush on Monday were buried on Tuesday in Gao, Mali.", "ambush", "in Gao"),
        ("Two soldiers wounded in an attack are being treated in Gao.", "attack", "Gao"),
        ("A trader who survived the attack told reporters in Gao that men had shot at him.", "attack", "in Gao"),
        ("Men had shot at the bus, a survivor told AFP in Gao on Monday.", "shot", "in Gao"),
        ("Hundreds gathered in Gao on Monday to mourn six guards killed in an ambush.", "ambush", "in Gao"),
        ("A funeral was held in Gao on Monday for six guards killed in an ambush.", "ambush", "in Gao"),
        ("Men shot dead two guards on Monday. They were buried in Gao on Tuesday.", "shot dead", "in Gao"),
    ],
)
def test_what_came_after_is_no_place_of_the_act(resolver: PlaceResolver, text: str, trigger: str, words: str) -> None:
    """Without another place the slot is empty, never the town of the funeral."""
    assert told(resolver, text, trigger, words) is None


def test_the_place_told_of_the_act_is_taken(resolver: PlaceResolver) -> None:
    """That of the same sentence, else that of another telling."""
    text = "Six guards killed in an ambush near Ansongo were buried on Tuesday in Gao, Mali."
    assert told(resolver, text, "ambush", "in Gao") == "near Ansongo"
    text = "Six guards killed in an ambush were buried in Gao, Mali. Their truck was near Ansongo when men opened fire."
    assert told(resolver, text, "ambush", "in Gao", "opened fire") == "near Ansongo"


@pytest.mark.parametrize(
    ("text", "trigger", "words"),
    [
        ("Six guards were killed in an ambush in Gao on Monday.", "ambush", "in Gao"),
        ("Men attacked a funeral in Gao on Monday, killing nine mourners.", "attacked", "in Gao"),
        ("Men opened fire on people who had gathered in Gao to mourn a guard.", "opened fire", "in Gao"),
        ("Hundreds had gathered in Gao to mourn a guard when men opened fire.", "opened fire", "in Gao"),
        ("Four men were being treated in Gao when soldiers stormed the clinic.", "stormed", "in Gao"),
        ("A survivor told AFP that men had shot at a bus in Gao.", "shot", "in Gao"),
        ("A miner told reporters that in Gao men had shot at a bus.", "shot", "in Gao"),
        ("Nine people were buried alive in Gao when a shell hit their house.", "shell", "in Gao"),
    ],
)
def test_the_place_of_the_act_stays(resolver: PlaceResolver, text: str, trigger: str, words: str) -> None:
    """Also where mourners or patients are attacked in that very place."""
    assert told(resolver, text, trigger, words) == words
