"""A spokesman with his name behind him is one speaker, and is one of what he tells."""

from __future__ import annotations

import pytest

from crossread.normalize.claims.spokesmen import with_spokesmen
from crossread.records import Claim, Document, Speaker


def _speakers(
    text: str,
    *raws: str,
    role: str = "reports",
    act: str = "attack",
    stance: str = "attributed",
    score: float | None = 0.8,
) -> list[tuple[str, str]]:
    document = Document(id="doc_1", text=text)
    told = [document.quote(text.index(raw), text.index(raw) + len(raw)) for raw in raws]
    at = text.index(act)
    claim = Claim(
        id="clm_1",
        document_id="doc_1",
        type="armed_attack",
        scope="incident",
        status="accomplished",
        stance=stance,
        trigger=document.quote(at, at + len(act)),
        speakers=tuple(Speaker(role=role, raw=q.quote, evidence=(q,), score=score) for q in told),
        score=score,
    )
    return [(row.role, row.raw) for row in with_spokesmen(document, claim).speakers]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("A rebel spokesman, Ode Tamba, said nine died in an attack.", "A rebel spokesman, Ode Tamba"),
        ("A spokesman for the rebels, Ode Tamba, said nine died in an attack.", "A spokesman for the rebels, Ode Tamba"),
        ("KOSSA, 3 May (Wire) - An army spokeswoman said Monday that an attack failed.", "An army spokeswoman"),
        ("Nine died in an attack on Kossa, a spokesman for the army, Juan Abe, said.", "a spokesman for the army, Juan Abe"),
        ("Nine died in an attack on Kossa, said a police spokesman.", "a police spokesman"),
    ],
)
def test_who_opens_or_ends_the_sentence_tells_it(text: str, who: str) -> None:
    """Where no speaker was found at all; in the role of the claim's stance."""
    assert _speakers(text) == [("reports", who)]
    assert _speakers(text, stance="claimed") == [("claims", who)]


@pytest.mark.parametrize(
    "text",
    [
        "A rebel spokesman, Ode Tamba, died in an attack.",
        "An attack killed a rebel spokesman, Ode Tamba, on Monday.",
        "The rebels said nothing. Nine died in an attack.",
        "Nine died in an attack. A rebel spokesman, Ode Tamba, said talks would go on.",
    ],
)
def test_a_spokesman_who_says_nothing_of_it_is_no_speaker(text: str) -> None:
    """Nor one of another sentence."""
    assert _speakers(text) == []


def test_what_the_report_says_itself_gets_no_speaker() -> None:
    """And neither does what a person or a data set coded."""
    text = "A rebel spokesman, Ode Tamba, said nine died in an attack."
    assert _speakers(text, stance="asserted") == []
    assert _speakers(text, score=None) == []


def test_a_cut_spokesman_is_whole() -> None:
    """With his name, also where it was found as another speaker."""
    text = "Nine died in an attack. A rebel spokesman, Ode Tamba, said so."
    assert _speakers(text, "A rebel", "Ode Tamba") == [("reports", "A rebel spokesman, Ode Tamba")]
    assert _speakers(text, "A rebel") == [("reports", "A rebel spokesman, Ode Tamba")]
    assert _speakers(text, "Ode Tamba") == [("reports", "Ode Tamba")]


def test_another_speaker_before_a_spokesman_stays() -> None:
    """The end of a sentence or a verb stands between them."""
    text = "Nine died in an attack, residents said. A spokesman for the army, Juan Abe, denied it."
    assert _speakers(text, "residents", "Juan Abe") == [("reports", "residents"), ("reports", "Juan Abe")]
    text = "Nine died in an attack, the army told a spokesman of the mission."
    assert _speakers(text, "the army") == [("reports", "the army")]


def test_who_blames_accuses() -> None:
    """Unless the act is denied as a whole, or the words blame nobody."""
    text = "Nine died in an attack. An army spokeswoman, Ana Abe, blamed rebels."
    assert _speakers(text, "An army", role="denies") == [("accuses", "An army spokeswoman, Ana Abe")]
    assert _speakers(text, "Ana Abe", role="denies") == [("accuses", "Ana Abe")]
    assert _speakers(text, "Ana Abe", role="denies", stance="denied") == [("denies", "Ana Abe")]
    assert _speakers(text, "Ana Abe", role="claims") == [("claims", "Ana Abe")]
    text = "Nine died in an attack. Ana Abe said rebels were to blame."
    assert _speakers(text, "Ana Abe") == [("reports", "Ana Abe")]
