"""A denied strike is of the kind that its means or its subject tell."""

from __future__ import annotations

import pytest

from crossread.normalize.claims.denied_strikes import with_denied_kind
from crossread.records import Claim, Document, Means


def _kind(
    text: str,
    trigger: str = "strike",
    *,
    means: str | None = None,
    kind: str = "operation",
    stance: str = "denied",
    score: float | None = 0.9,
) -> str:
    document = Document(id="doc_1", text=text, source=None)
    at = text.index(trigger)
    quote = document.quote(at, at + len(trigger))
    rows = (Means(kind=means, raw=trigger, evidence=(quote,), score=0.8),) if means else ()
    claim = Claim(
        id="clm_1",
        document_id="doc_1",
        type=kind,
        scope="incident",
        status="accomplished",
        stance=stance,
        trigger=quote,
        means=rows,
        score=score,
    )
    return with_denied_kind(document, claim).type


@pytest.mark.parametrize(
    ("text", "means", "kind"),
    [
        ("Our jets did not strike Bara on 29 May.", None, "air_strike"),
        ("Our air force did in no case strike Bara. Our helicopters never strike towns.", None, "armed_attack"),
        ("The army's helicopters didn't strike Bara.", None, "air_strike"),
        ("Our artillery did not strike Bara.", None, "shelling"),
        ("We did not strike Bara.", "drone", "air_strike"),
        ("We did not strike Bara.", "mortar", "shelling"),
        ("We did not strike Bara.", "firearm", "armed_attack"),
        ("Our forces did not strike Bara.", None, "armed_attack"),
    ],
)
def test_a_denied_strike_is_no_operation(text: str, means: str | None, kind: str) -> None:
    """By the means, else by the subject of its "did not", else an attack."""
    assert _kind(text, means=means) == kind


def test_other_claims_keep_their_type() -> None:
    """Other types, other stances, other words and what people say."""
    text = "Our jets did not strike Bara and did not enter it."
    assert _kind(text, kind="killing") == "killing"
    assert _kind(text, stance="attributed") == "operation"
    assert _kind(text, "enter") == "operation"
    assert _kind(text, score=None) == "operation"
