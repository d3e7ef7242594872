"""People killed by those who had taken them; sentences written for these tests."""

from __future__ import annotations

import pytest

from crossread.normalize.harm.taken_first import join_taken_first
from crossread.records import Claim, Document, Evidence, Harm


def _claims(
    text: str, killed: str, taken: str, dead: str, score: float | None = 0.8
) -> list[tuple[str, list[tuple[str, str]]]]:
    document = Document(id="doc_1", text=text)

    def quote(words: str) -> Evidence:
        return document.quote(text.index(words), text.index(words) + len(words))

    row = Harm(effect="killed", raw=dead, group=None, group_type="civilians", count=None, evidence=(quote(dead),), score=score)
    claims = [
        Claim(
            id=f"clm_{kind}",
            document_id="doc_1",
            type=kind,
            scope="incident",
            status="accomplished",
            stance="asserted",
            trigger=quote(trigger),
            harm=(row,) if kind == "killing" else (),
            score=score,
        )
        for kind, trigger in (("killing", killed), ("abduction", taken))
    ]
    return [(made.type, [(one.effect, one.raw) for one in made.harm]) for made in join_taken_first(document, claims)]


@pytest.mark.parametrize(
    ("text", "killed", "taken", "dead"),
    [
        ("On May 3 the group killed two men it had kidnapped in Tarn in 2021.", "killed", "kidnapped", "two men"),
        ("The gang murdered a priest who had been abducted near Tarn.", "murdered", "abducted", "a priest"),
        ("Rebels executed three soldiers whom they had earlier seized.", "executed", "seized", "three soldiers"),
    ],
)
def test_who_was_taken_and_is_killed_has_one_claim(text: str, killed: str, taken: str, dead: str) -> None:
    """The dead are counted once; what people say, without a score, stays."""
    assert _claims(text, killed, taken, dead) == [("killing", [("killed", dead)])]
    assert len(_claims(text, killed, taken, dead, score=None)) == 2


@pytest.mark.parametrize(
    ("text", "killed", "taken", "dead"),
    [
        ("Police shot dead two men who had kidnapped a girl.", "shot", "kidnapped", "two men"),
        ("Soldiers killed two men; the rebels had kidnapped a girl.", "killed", "kidnapped", "two men"),
        ("Rebels killed two men and kidnapped a girl.", "killed", "kidnapped", "two men"),
        ("Rebels killed two men. They had kidnapped a girl.", "killed", "kidnapped", "two men"),
    ],
)
def test_other_takings_stay(text: str, killed: str, taken: str, dead: str) -> None:
    """Of others, or by those who are killed."""
    assert [kind for kind, _ in _claims(text, killed, taken, dead)] == ["killing", "abduction"]
