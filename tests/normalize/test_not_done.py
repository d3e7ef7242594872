"""What a report says there was none of is no claim; what somebody denies, and what was done after all, is."""

from __future__ import annotations

from typing import Any

import pytest
from tests.normalize.test_who_did_it import read

from crossread.normalize import Normalizer


def is_told(normalizer: Normalizer, text: str, trigger: str, **slots: Any) -> bool:
    try:
        read(normalizer, text, trigger, **slots)
    except IndexError:
        return False
    return True


@pytest.mark.parametrize(
    ("text", "trigger", "kind"),
    [
        ("There was no fighting in the Kita area on Sunday.", "fighting", "armed_clash"),
        ("There were no further attacks in Kita.", "attacks", "armed_attack"),
        ("There has been no shelling in Kita since Monday.", "shelling", "shelling"),
        ("There was neither shelling nor fighting in Kita.", "fighting", "armed_clash"),
        ("Residents did not flee Kita.", "flee", "displacement"),
        ("The rebels haven't attacked Kita since Monday.", "attacked", "armed_attack"),
        ("The army carried out no air strikes on Kita on Monday.", "air strikes", "air_strike"),
    ],
)
def test_what_there_was_none_of_is_no_claim(normalizer: Normalizer, text: str, trigger: str, kind: str) -> None:
    """Neither "there was no" nor "did not" tells an act."""
    assert not is_told(normalizer, text, trigger, type=kind)


@pytest.mark.parametrize(
    ("text", "trigger", "slots"),
    [
        ("There was no let-up in fighting in Kita.", "fighting", {"type": "armed_clash"}),
        ("There was no warning before the attack in Kita.", "attack", {"type": "armed_attack"}),
        ("There were no casualties when a bomb exploded in Kita.", "exploded", {"type": "bombing"}),
        ("There was heavy fighting in Kita.", "fighting", {"type": "armed_clash"}),
        ("The rebels did not attack until Monday.", "attack", {"type": "armed_attack"}),
        ("The rebels did not only attack the market.", "attack", {"type": "armed_attack"}),
        ("There was no attack on Kita, the army said.", "attack", {"type": "armed_attack", "stance": "denied"}),
        (
            "Soldiers did not fire on the crowd, the minister said.",
            "fire",
            {"type": "crackdown", "speakers": [("reports", "the minister")]},
        ),
        ("Two villagers taken on Monday have not come back.", "come back", {"type": "abduction"}),
        ("Police did not arrive until dusk.", "arrive", {"type": "operation"}),
        ("We did not attack Kita.", "attack", {"type": "armed_attack", "stance": "denied"}),
        ("The army carried out no other strikes than the one on Kita.", "one", {"type": "air_strike"}),
    ],
)
def test_what_was_done_or_is_denied_stays(normalizer: Normalizer, text: str, trigger: str, slots: dict[str, Any]) -> None:
    """What did not stop, had no dead or came late was done, and a denial answers what others say."""
    assert is_told(normalizer, text, trigger, **slots)
