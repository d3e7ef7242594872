"""A party that denies an act and tells its enemy's dead instead gives its word about its enemy, and no figure."""

from __future__ import annotations

import pytest
from claim_maker import actor, harm, make_claim, make_document
from tests.weigh.test_tolls import cluster

from crossread.records import Document, Evidence, Incident, Speaker
from crossread.weigh import weigh_cluster

REPORT = "Rebels killed 23 villagers in Gao on Monday, a rights group said. "

REBELS = ("the rebels",)


def weigh(
    text: str, number: str, *, kind: str = "political_militia", deniers: tuple[str, ...] = REBELS, **more: str
) -> Incident:
    """The group's claim of 23, and beside it one told as denied with the number that stands in `number`."""
    document = make_document("a", text=REPORT + text, source=None)
    told = make_claim(
        document,
        type="armed_attack",
        harm=(harm("killed", 23, group="villagers", evidence=(_quote(document, "23 villagers"),)),),
        actors=(actor("perpetrator", None, "rebel_group", raw="Rebels"),),
    )
    speakers = tuple(Speaker(role="denies", raw=one, evidence=()) for one in deniers)
    if "residents" in text:
        speakers += (Speaker(role="reports", raw="residents", evidence=(_quote(document, "residents"),)),)
    other = make_claim(
        document,
        type="armed_attack",
        stance=more.get("stance", "denied"),
        number=1,
        harm=(harm("killed", 9, group=number.split()[-1], group_type=kind, evidence=(_quote(document, number),)),),
        speakers=speakers,
    )
    return weigh_cluster(cluster([told, other]), [told, other], {"a": document}, "best_low_high")


def _quote(document: Document, words: str) -> Evidence:
    start = document.text.rindex(words)
    return document.quote(start, start + len(words))


def _killed(incident: Incident) -> tuple[int | None, int | None]:
    (row,) = (one for one in incident.tolls if one.effect == "killed")
    return row.count.low, row.best


@pytest.mark.parametrize(
    "text",
    [
        "The rebels denied it and said they had attacked a post, killing nine militiamen.",
        "The rebels rejected the charge, saying nine militiamen fell in a fight.",
        "The rebels deny that any villager died. Instead, they said, nine militiamen were killed.",
        "The rebels dismissed it as lies; the group claimed to have shot nine militiamen.",
    ],
)
def test_the_denier_s_own_story_is_set_aside(text: str) -> None:
    """Neither best nor low, and named as the word it is."""
    for stance in ("denied", "attributed"):
        incident = weigh(text, "nine militiamen", stance=stance)
        assert _killed(incident) == (23, 23)
        assert "claim of 9 by the rebels set aside" in incident.summary


@pytest.mark.parametrize(
    ("text", "number", "kind", "deniers"),
    [
        ("The rebels denied having killed nine militiamen.", "nine militiamen", "political_militia", ("the rebels",)),
        (
            "The rebels denied it, and residents said nine militiamen died.",
            "nine militiamen",
            "political_militia",
            ("the rebels",),
        ),
        ("The rebels denied it and said that nine traders died.", "nine traders", "civilians", ("the rebels",)),
        ("The rebels and the army denied it and said nine rebels died.", "nine rebels", "rebel_group", ("rebels", "the army")),
        (
            "Nine militiamen died, the rebels said; they denied the rest.",
            "Nine militiamen",
            "political_militia",
            ("the rebels",),
        ),
    ],
)
def test_other_numbers_of_a_denied_claim_count(text: str, number: str, kind: str, deniers: tuple[str, ...]) -> None:
    """The number that is denied, one that somebody else tells, civilians, and a number that no one party tells instead."""
    assert _killed(weigh(text, number, kind=kind, deniers=deniers))[0] == 9
