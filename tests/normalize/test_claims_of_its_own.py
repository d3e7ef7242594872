"""Who tells what his own men did claims it, and who denies denies; sentences written for these tests."""

from __future__ import annotations

import pytest
from tests.normalize.test_who_did_it import read

from crossread.normalize import Normalizer


def heard(
    normalizer: Normalizer, text: str, who: str, doer: str, *, role: str = "reports", stance: str = "attributed"
) -> tuple[str, list[str]]:
    """The stance and the roles of the speaker."""
    trigger = next(word for word in ("attacked", "overran", "shelled", "killed", "returned") if word in text)
    doer_role = "accused" if stance == "denied" else "perpetrator"
    claim = read(
        normalizer,
        text,
        trigger,
        type="armed_attack",
        stance=stance,
        actors=((doer_role, doer, "rebel_group"),),
        speakers=((role, who),),
    )
    return claim.stance, [row.role for row in claim.speakers]


@pytest.mark.parametrize(
    ("text", "who", "doer"),
    [
        (
            "A spokesman for the Karen Union said its fighters overran a post.",
            "A spokesman for the Karen Union",
            "its fighters",
        ),
        ("Taw Nee, a spokesman of the Union, said its fighters overran a post.", "Taw Nee", "its fighters"),
        ("The front announced on Monday that two of its units attacked a post.", "The front", "its units"),
    ],
)
def test_who_tells_of_his_own_men_claims(normalizer: Normalizer, text: str, who: str, doer: str) -> None:
    """Behind his verb, with an apposition or a day between."""
    assert heard(normalizer, text, who, doer) == ("claimed", ["claims"])


@pytest.mark.parametrize(
    ("text", "who", "doer"),
    [
        ("The governor said the fighters overran a post.", "The governor", "the fighters"),
        ("The governor said gunmen attacked a post and its guards.", "The governor", "gunmen"),
    ],
)
def test_who_tells_of_others_reports(normalizer: Normalizer, text: str, who: str, doer: str) -> None:
    """Other people's men, and "its" of what was attacked."""
    assert heard(normalizer, text, who, doer) == ("attributed", ["reports"])


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("The defence ministry in Baku denied that its troops had shelled Nerkin.", ["denies"]),
        ("The defence ministry denied that its troops had shelled Nerkin and blamed the rebels.", ["accuses", "denies"]),
    ],
)
def test_who_denies_denies(normalizer: Normalizer, text: str, roles: list[str]) -> None:
    """Behind a place, too; who blames others besides does both."""
    who = text[: text.index(" denied")]
    assert heard(normalizer, text, who, "its troops", role="accuses", stance="denied") == ("denied", roles)
