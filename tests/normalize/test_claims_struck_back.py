"""An army's fire in answer to an attack is an act of its own; sentences written for these tests."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from crossread.normalize.claims.struck_back import with_struck_back
from crossread.records import Actor, Claim, Document, Evidence, Harm, Means


def _claims(
    text: str,
    rows: Sequence[str],
    *,
    means: str = "",
    doer: str = "Gunmen",
    kind: str = "armed_attack",
    score: float | None = 0.8,
) -> list[Claim]:
    document = Document(id="doc_1", text=text)

    def quote(words: str) -> Evidence:
        return document.quote(text.index(words), text.index(words) + len(words))

    side = "state_forces" if doer == "Troops" else "unidentified_armed_group"
    claim = Claim(
        id="clm_1",
        document_id="doc_1",
        type=kind,
        scope="incident",
        status="accomplished",
        stance="asserted",
        trigger=quote("raided"),
        actors=(Actor(role="perpetrator", raw=doer, name=None, type=side, evidence=(quote(doer),), score=score),),
        harm=tuple(
            Harm(effect="killed", raw=raw, group=None, group_type="unknown", count=None, evidence=(quote(raw),), score=score)
            for raw in rows
        ),
        means=(Means(kind="aircraft", raw=means, evidence=(quote(means),), score=score),) if means else (),
        score=score,
    )
    return with_struck_back(document, [claim])


@pytest.mark.parametrize(
    ("text", "rows", "kind", "doer"),
    [
        ("The army responded with air strikes, killing six rebels.", ["six rebels"], "air_strike", "The army"),
        ("The military had retaliated with heavy shelling. Six rebels died.", ["Six rebels"], "shelling", "The military"),
        ("Government forces hit back with artillery fire, killing six.", ["six"], "shelling", "Government forces"),
    ],
)
def test_the_answer_is_a_claim_of_its_own(text: str, rows: list[str], kind: str, doer: str) -> None:
    """With its harm and its doer; the attack keeps its own."""
    attack, answer = _claims(f"Gunmen raided Kossa, killing nine.\n\n{text}", ["nine", *rows])
    assert [row.raw for row in attack.harm] == ["nine"]
    assert [row.raw for row in answer.harm] == rows
    assert (answer.type, [row.raw for row in answer.actors]) == (kind, [doer])


def test_an_answer_without_harm_is_no_means_of_the_attack() -> None:
    text = "Gunmen raided Kossa, killing nine. The army responded with air strikes."
    (claim,) = _claims(text, ["nine"], means="air strikes")
    assert claim.means == ()
    assert [row.raw for row in claim.harm] == ["nine"]


@pytest.mark.parametrize(
    ("text", "more"),
    [
        ("Gunmen raided Kossa, killing nine. The army responded with a statement that six rebels died.", {}),
        ("Gunmen raided Kossa, killing nine. The army responded with air strikes. Then six farmers drowned.", {}),
        ("Troops raided Kossa, killing nine. The army responded with air strikes, killing six rebels.", {"doer": "Troops"}),
        (
            "Gunmen raided Kossa, killing nine. The army responded with air strikes, killing six rebels.",
            {"kind": "armed_clash"},
        ),
        ("Gunmen raided Kossa, killing nine. The army responded with air strikes, killing six rebels.", {"score": None}),
    ],
)
def test_what_is_no_other_act_stays(text: str, more: dict[str, str]) -> None:
    """Words, people of a later sentence who are no fighters, the state's own act, a fight, and what a person says."""
    (claim,) = _claims(text, ["nine", "six"], **more)  # type: ignore[arg-type]
    assert [row.raw for row in claim.harm] == ["nine", "six"]
