"""A minefield kills by mines, and an aircraft put out of action was attacked."""

from __future__ import annotations

from dataclasses import replace

import pytest

from crossread.normalize.claims.downed import settle_downed
from crossread.normalize.claims.minefields import settle_minefield
from crossread.records import Claim, Document, Harm, Means


def _read(text: str, trigger: str, kind: str, *, effect: str = "") -> tuple[Document, Claim]:
    document = Document(id="doc_1", text=text)
    quote = document.quote(text.index(trigger), text.index(trigger) + len(trigger))
    harm = Harm(effect=effect, raw=trigger, group=None, group_type="unknown", count=None, evidence=(quote,), score=0.8)
    return document, Claim(
        id="clm_1",
        document_id="doc_1",
        type=kind,
        scope="incident",
        status="accomplished",
        stance="asserted",
        trigger=quote,
        harm=(harm,) if effect else (),
        score=0.9,
    )


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("A farmer was killed after stepping into a minefield near Toro.", "killed"),
        ("Two boys died when they strayed into the old mine field.", "died"),
        ("They drove through a minefield and three were killed.", "killed"),
    ],
)
def test_who_steps_into_a_minefield_is_hit_by_a_mine(text: str, trigger: str) -> None:
    claim = settle_minefield(*_read(text, trigger, "accident", effect="killed"))
    assert (claim.type, [row.kind for row in claim.means]) == ("bombing", ["mine"])


@pytest.mark.parametrize(
    ("text", "kind", "effect"),
    [
        ("Two boys died in a gold mine near a minefield.", "accident", "killed"),
        ("Two boys died on the road. A minefield is near.", "accident", "killed"),
        ("Two boys died when they walked into a minefield.", "displacement", "killed"),
        ("Two boys died when they walked into a minefield.", "accident", ""),
    ],
)
def test_a_minefield_beside_it_killed_nobody(text: str, kind: str, effect: str) -> None:
    document, claim = _read(text, "died", kind, effect=effect)
    assert settle_minefield(document, claim) is claim


@pytest.mark.parametrize("words", ["put out of action a drone", "put two drones out of action", "downed an enemy helicopter"])
@pytest.mark.parametrize("kind", ["operation", "air_strike"])
def test_an_aircraft_put_out_of_action_was_attacked(words: str, kind: str) -> None:
    text = f"The army {words} at Toro."
    document, claim = _read(text, words.split(maxsplit=1)[0], kind)
    at = next(text.index(word) for word in ("drone", "helicopter") if word in text)
    own = Means(kind="drone", raw="drone", evidence=(document.quote(at, at + 5),), score=0.8)
    told = settle_downed(document, replace(claim, means=(own,)))
    assert (told.type, told.means) == ("armed_attack", ())


def test_the_drone_itself_may_be_the_trigger() -> None:
    document, claim = _read("Our army put out of action a drone at Toro.", "drone", "air_strike")
    assert settle_downed(document, claim).type == "armed_attack"
    document, claim = _read("Our army put out of action a drone, and jets bombed Toro.", "bombed", "air_strike")
    assert settle_downed(document, claim) is claim


@pytest.mark.parametrize(
    ("text", "trigger", "effect"),
    [
        ("The army put 14 rebels out of action at Toro.", "put", ""),
        ("The army put out of action a drone workshop at Toro.", "put", ""),
        ("The army put drones in action at Toro.", "put", ""),
        ("The army downed a helicopter and killed three.", "downed", "killed"),
    ],
)
def test_other_strikes_stay(text: str, trigger: str, effect: str) -> None:
    document, claim = _read(text, trigger, "air_strike", effect=effect)
    assert settle_downed(document, claim) is claim


def test_what_a_person_coded_stays() -> None:
    document, claim = _read("The army put out of action a drone.", "put", "operation")
    coded = replace(claim, score=None)
    assert settle_downed(document, coded) is coded
    document, claim = _read("A man died in stepping into a minefield.", "died", "accident", effect="killed")
    coded = replace(claim, score=None)
    assert settle_minefield(document, coded) is coded
