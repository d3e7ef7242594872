"""Claims seen beside the others of a report: aims that changed nothing, plurals with an example; what collapsed by itself."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from crossread.normalize import Normalizer
from crossread.records import Claim, Document, Evidence, Extraction, Harm, Means, Slot


def _quote(document: Document, words: str) -> Evidence:
    start = document.text.index(words)
    return document.quote(start, start + len(words))


def _harm(document: Document, words: str) -> Harm:
    told = (_quote(document, words),)
    return Harm(effect="killed", raw=words, group=None, group_type="civilians", count=None, evidence=told, score=0.9)


def _claim(document: Document, trigger: str, kind: str, *, where: str = "", harm: str = "", means: str = "") -> Claim:
    place = Slot(raw=where, evidence=(_quote(document, where),), value=None, score=0.8) if where else None
    rows = (_harm(document, harm),) if harm else ()
    tools = (Means(kind="mine", raw=means, evidence=(_quote(document, means),), score=0.9),) if means else ()
    return Claim(
        id=f"clm_{trigger}",
        document_id=document.id,
        trigger=_quote(document, trigger),
        type=kind,
        scope="aggregate" if kind == "killing" else "incident",
        status="accomplished",
        stance="asserted",
        where=place,
        harm=rows,
        means=tools,
        score=0.9,
    )


def _told(normalizer: Normalizer, document: Document, claims: Sequence[Claim]) -> tuple[Claim, ...]:
    extraction = Extraction(document_id=document.id, claims=tuple(claims), wording=(), made_by="encoder-en@8")
    return normalizer.normalize(document, extraction).claims


@pytest.fixture(scope="module")
def normalizer() -> Normalizer:
    return Normalizer()


@pytest.mark.parametrize(
    ("text", "trigger", "where", "stays"),
    [
        ("For decades the front has been attempting to recapture the land from Sudan.", "recapture", "Sudan", 0),
        ("The movement wants to seize power.", "seize", "", 0),
        ("The rebels are fighting to take Goma.", "take", "Goma", 1),
        ("On Monday the rebels captured the post.", "captured", "", 1),
        ("Asked to leave, they seized the post.", "seized", "", 1),
    ],
)
def test_an_aim_changes_no_control(normalizer: Normalizer, text: str, trigger: str, where: str, stays: int) -> None:
    """What somebody wants of a whole country or of nowhere is no change of control; a town fought for may be."""
    document = Document(id="doc_1", text=text, language="en")
    claim = _claim(document, trigger, "territorial_change", where=where)
    assert len(_told(normalizer, document, [claim])) == stays


def test_a_plural_is_another_word_for_its_example() -> None:
    """The killings are told by the one that follows, which keeps their words as a telling."""
    text = "There are frequent killings of herders, as on 3 May, when gunmen raided a camp near Kossa and shot 12 people."
    document = Document(id="doc_1", text=text, language="en")
    claims = [_claim(document, "killings", "killing"), _claim(document, "raided", "armed_attack", harm="12 people")]
    (told,) = _told(Normalizer(), document, claims)
    assert told.trigger.quote == "raided"
    assert [telling.quote for telling in told.retellings] == ["killings"]


@pytest.mark.parametrize(
    "text",
    [
        "There were killings of 40 herders, as on 3 May, when gunmen raided a camp and shot 12 people.",
        "There were killings of herders. As on 3 May, when it rained, gunmen raided a camp and shot 12 people.",
        "There were killings of herders, as the mission said when gunmen raided a camp and shot 12 people.",
    ],
)
def test_a_total_or_another_sentence_is_no_example(text: str) -> None:
    """A number of its own, a sentence of its own or no day: two claims."""
    document = Document(id="doc_1", text=text, language="en")
    total = _claim(document, "killings", "killing", harm="40 herders" if "40" in text else "")
    assert len(_told(Normalizer(), document, [total, _claim(document, "raided", "armed_attack", harm="12 people")])) == 2


@pytest.mark.parametrize(
    ("text", "trigger", "kind"),
    [
        ("A gold mine collapsed near Kayes, killing 19 people.", "collapsed", "accident"),
        ("A gold mine caved in near Kayes, killing 19 people.", "caved in", "accident"),
        ("A mine collapsed after an explosion near Kayes, killing 19 people.", "collapsed", "bombing"),
        ("A mine exploded near Kayes, killing 19 people.", "exploded", "bombing"),
    ],
)
def test_a_pit_that_gives_way_is_no_weapon(normalizer: Normalizer, text: str, trigger: str, kind: str) -> None:
    """Nobody mined the road: the mine fell in."""
    document = Document(id="doc_1", text=text, language="en")
    (claim,) = _told(normalizer, document, [_claim(document, trigger, "bombing", harm="19 people", means="mine")])
    assert claim.type == kind
    assert bool(claim.means) == (kind == "bombing")
