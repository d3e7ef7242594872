"""Whose a thing is that was hit: one target with its keeper in its words, and no accident in the hands of a side."""

from __future__ import annotations

import pytest
from tests.normalize.test_who_did_it import read

from crossread.normalize import Normalizer


@pytest.mark.parametrize(
    ("text", "thing", "owner", "role", "whole"),
    [
        ("A base run by the M23 was attacked near Gao.", "A base run", "the M23", "perpetrator", "A base run by the M23"),
        ("A post manned by soldiers was attacked.", "A post", "soldiers", "target", "A post manned by soldiers"),
        (
            "A depot belonging to the rebels was attacked.",
            "A depot belonging",
            "the rebels",
            "perpetrator",
            "A depot belonging to the rebels",
        ),
        (
            "A depot used by rebels was attacked.",
            "A depot used by rebels",
            "rebels",
            "perpetrator",
            "A depot used by rebels",
        ),
    ],
)
def test_a_thing_and_its_keeper_are_one_target(
    normalizer: Normalizer, text: str, thing: str, owner: str, role: str, whole: str
) -> None:
    """Cut off behind "run", or coded twice: the words of the thing hold whose it is."""
    rows = [("target", thing, "object"), (role, owner, "rebel_group")]
    claim = read(normalizer, text, "attacked", type="armed_attack", actors=rows)
    assert [(actor.role, actor.raw) for actor in claim.actors] == [("target", whole)]


@pytest.mark.parametrize(
    ("text", "thing", "owner", "kind"),
    [
        ("A base in Gao was attacked by the rebels.", "A base", "the rebels", "armed_attack"),
        ("A base was overrun by the rebels and attacked.", "A base", "the rebels", "armed_attack"),
        ("A base used by troops was attacked by the rebels.", "A base used by troops", "the rebels", "armed_attack"),
        ("A camp held by the rebels was attacked.", "A camp", "the rebels", "territorial_change"),
    ],
)
def test_who_attacks_stays_beside_the_thing(normalizer: Normalizer, text: str, thing: str, owner: str, kind: str) -> None:
    """A passive's "by", an attacker behind a keeper, and who holds what changes hands."""
    rows = [("target", thing, "object"), ("perpetrator", owner, "rebel_group")]
    claim = read(normalizer, text, "attacked", type=kind, actors=rows)
    assert [actor.raw for actor in claim.actors] == [thing, owner]


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("An arms depot belonging to the rebels was hit in Gao.", "armed_attack"),
        ("A fuel depot of the YPG was hit in Gao.", "armed_attack"),
        ("An army fuel depot was hit in Gao.", "armed_attack"),
        ("A fuel depot was hit in Gao.", "accident"),
        ("A fuel depot held by the army was hit by lightning in Gao.", "accident"),
        ("A depot in Gao run by traders was hit.", "accident"),
    ],
)
def test_a_store_of_a_side_is_hit_by_no_accident(normalizer: Normalizer, text: str, type_: str) -> None:
    """Where a side keeps it and no storm, gas or engine is told of."""
    thing = text[: text.index(" depot") + len(" depot")]
    claim = read(normalizer, text, "hit", type="accident", actors=[("target", thing, "object")])
    assert claim.type == type_
