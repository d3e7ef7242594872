"""Who says that others did what is told of him denies it; who says how he did it does not."""

from __future__ import annotations

import pytest

from crossread.normalize.claims.accidents import with_accident
from crossread.normalize.claims.says_others import settle_says_others
from crossread.records import Actor, Claim, Document, Evidence, Speaker

SHELLED = "The army shelled Kivumu and killed two men. "


def _claim(text: str, *, kind: str, trigger: str, doer: str | None, speaker: str | None = None) -> tuple[Document, Claim]:
    document = Document(id="doc_1", text=text)

    def quoted(words: str) -> Evidence:
        start = text.index(words)
        return document.quote(start, start + len(words))

    actors = []
    if doer:
        first = quoted(doer)
        actors.append(Actor(role="perpetrator", raw=doer, name=None, type="unknown", evidence=(first,), score=0.9))
    speakers = []
    if speaker:
        said = document.quote(text.rindex(speaker), text.rindex(speaker) + len(speaker))
        speakers.append(Speaker(role="claims", raw=speaker, name=None, evidence=(said,), score=0.9))
        actors.append(Actor(role="claimant", raw=speaker, name=None, type="unknown", evidence=(said,), score=0.9))
    return document, Claim(
        id="clm_1",
        document_id="doc_1",
        type=kind,
        scope="incident",
        status="accomplished",
        stance="claimed" if speaker else "asserted",
        trigger=quoted(trigger),
        actors=tuple(actors),
        speakers=tuple(speakers),
        score=0.9,
    )


@pytest.mark.parametrize(
    ("answer", "others"),
    [
        ("The army said the shells were fired by rebels.", "rebels"),
        ("The army stated that the mortar rounds had been fired by Kamina fighters.", "Kamina fighters"),
        ("Later, the army insisted that the attack was the work of bandits from Uganda.", "bandits"),
    ],
)
def test_who_says_that_it_was_others_denies_it(answer: str, others: str) -> None:
    """He owns nothing, and those whom he names are accused."""
    speaker = "the army" if "the army" in answer else "The army"
    document, claim = _claim(SHELLED + answer, kind="shelling", trigger="shelled", doer="The army", speaker=speaker)
    made = settle_says_others(document, claim)
    assert made.stance == "denied"
    assert [(row.role, row.raw) for row in made.actors] == [("perpetrator", "The army"), ("accused", others)]
    assert [(row.role, row.raw) for row in made.speakers] == [("denies", speaker)]


@pytest.mark.parametrize(
    "answer",
    [
        "The army said the shells were fired by its own guns.",
        "The army said the shells were fired by troops at rebels.",
        "The army said the shells were fired at rebels.",
        "The police said the shells were fired by rebels.",
        "It rained. A day passed. Nobody came. Some left. The army said the shells were fired by rebels.",
    ],
)
def test_others_and_other_words_deny_nothing(answer: str) -> None:
    """What his own men did, at whom they fired, another's word, and what is said far from the telling."""
    document, claim = _claim(SHELLED + answer, kind="shelling", trigger="shelled", doer="The army")
    assert settle_says_others(document, claim) == claim


CRASH = (
    "An army helicopter crashed in Pur Chaman owing to technical failure and two men died. "
    "The rebels claimed to have shot it down."
)


def test_a_crash_with_a_cause_is_an_accident_whoever_boasts() -> None:
    """The claim of having shot it down stands in another sentence."""
    document, claim = _claim(CRASH, kind="armed_attack", trigger="crashed", doer=None, speaker="The rebels")
    assert with_accident(document, claim).type == "accident"


def test_a_crash_without_a_cause_is_what_they_say() -> None:
    """Nothing tells that it fell of itself."""
    text = CRASH.replace(" owing to technical failure", "")
    document, claim = _claim(text, kind="armed_attack", trigger="crashed", doer=None, speaker="The rebels")
    assert with_accident(document, claim).type == "armed_attack"
