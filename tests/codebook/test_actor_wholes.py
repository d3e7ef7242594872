"""Groups of one cause: each is a part of what the cause is called by, and none of another group."""

from __future__ import annotations

import pytest

from crossread.codebook import ActorRegistry
from crossread.codebook.actor_registry import ALLIED, PARENT, SAME


@pytest.mark.parametrize(
    ("one", "other", "related"),
    [
        ("Baloch separatists", "BLF", PARENT),
        ("BLA", "Baloch militants", PARENT),
        ("BLA", "BLF", 0.0),
        ("Ambazonian separatists", "Bui Unity Warriors", PARENT),
        ("Baloch separatists", "Tehrik-i-Taliban Pakistan", 0.0),
        ("Rapid Support militia", "RSF", SAME),
        ("Yakutumba", "Mai-Mai Sheka", ALLIED),
    ],
)
def test_the_general_name_holds_the_particular(one: str, other: str, related: float) -> None:
    """Separatists at large may be any group of theirs; two such groups are not one for that."""
    assert ActorRegistry.load().same_actor(one, other) == related
