"""What is only feared or rumoured to come is no act, and a march told by its repression was put down."""

from __future__ import annotations

from dataclasses import replace

import pytest

from crossread.normalize.claims.feared import settle_feared, tells_only_fear
from crossread.normalize.claims.repressed import settle_repressed
from crossread.records import Actor, Claim, Document, Harm


def _read(text: str, trigger: str, kind: str, *actors: tuple[str, str, str]) -> tuple[Document, Claim]:
    """A claim with actors given as role, words and type."""
    document = Document(id="doc_1", text=text)

    def quote(words: str) -> tuple[int, int]:
        return text.index(words), text.index(words) + len(words)

    return document, Claim(
        id="clm_1",
        document_id="doc_1",
        type=kind,
        scope="incident",
        status="accomplished",
        stance="asserted",
        trigger=document.quote(*quote(trigger)),
        actors=tuple(
            Actor(role=role, raw=raw, name=None, type=sort, evidence=(document.quote(*quote(raw)),), score=0.8)
            for role, raw, sort in actors
        ),
        score=0.9,
    )


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("Some 440 households fled Bria after rumours of an attack.", "attack"),
        ("Fearing new attacks, 440 households fled to Boga.", "attacks"),
        ("Traders closed their shops for fear of reprisals.", "reprisals"),
        ("They left amid rumours of a rebel raid.", "raid"),
    ],
)
def test_what_is_only_feared_is_no_claim(text: str, trigger: str) -> None:
    document, claim = _read(text, trigger, "armed_attack")
    assert tells_only_fear(document, claim)
    assert not tells_only_fear(document, replace(claim, score=None))


@pytest.mark.parametrize(
    ("text", "trigger", "actors"),
    [
        ("Households fled Bria after an attack.", "attack", ()),
        ("Three teachers are feared kidnapped.", "kidnapped", ()),
        ("They left after rumours of an attack on the hospital.", "attack", (("target", "the hospital", "object"),)),
        ("Many fear another raid on Kita.", "raid", ()),
        ("Rebels whom all fear made attacks on Bria.", "attacks", ()),
    ],
)
def test_acts_and_threats_with_a_target_stay(text: str, trigger: str, actors: tuple[tuple[str, str, str], ...]) -> None:
    assert not tells_only_fear(*_read(text, trigger, "armed_attack", *actors))


def test_a_count_that_moves_is_no_claim() -> None:
    document, claim = _read("The number of incidents fell by half in Bria.", "fell", "accident")
    assert tells_only_fear(document, replace(claim, scope="aggregate"))
    document, claim = _read("A number of people fell from the roof in Bria.", "fell", "accident")
    assert not tells_only_fear(document, claim)


@pytest.mark.parametrize(
    ("text", "trigger", "kind", "status"),
    [
        ("The strike announced for January had not taken place.", "strike", "protest", "threatened"),
        ("The attack planned for Friday did not take place.", "attack", "armed_attack", "threatened"),
        ("They left after rumours of an attack on the hospital.", "attack", "armed_attack", "threatened"),
        ("The attack on Friday took place at dawn.", "attack", "armed_attack", "accomplished"),
        ("After the attack the vote planned for Friday did not take place.", "attack", "armed_attack", "accomplished"),
        ("The planned raid in Bria did not take place.", "raid", "armed_attack", "threatened"),
        ("The attack did not take place in the camp but outside.", "attack", "armed_attack", "accomplished"),
    ],
)
def test_what_was_announced_and_did_not_take_place(text: str, trigger: str, kind: str, status: str) -> None:
    assert settle_feared(*_read(text, trigger, kind)).status == status


def test_a_bare_count_of_incidents_is_of_attacks() -> None:
    document, claim = _read("The mission recorded 187 protection incidents in Bria.", "protection incidents", "looting")
    assert settle_feared(document, replace(claim, scope="aggregate")).type == "armed_attack"
    assert settle_feared(document, replace(claim, scope="aggregate", type="riot")).type == "riot"
    assert settle_feared(document, claim).type == "looting"


@pytest.mark.parametrize(
    ("text", "trigger", "word"),
    [
        ("The union condemns the violent repression of a march of farmers in Jos.", "march", "repression"),
        ("The crackdown on the protest of farmers left four dead.", "protest", "crackdown"),
        ("They recall the suppression of peaceful demonstrations by farmers.", "demonstrations", "suppression"),
    ],
)
def test_a_march_that_was_put_down_is_a_crackdown(text: str, trigger: str, word: str) -> None:
    claim = settle_repressed(*_read(text, trigger, "protest", ("perpetrator", "farmers", "civilians")))
    assert (claim.type, claim.trigger.quote, claim.actors[0].role) == ("crackdown", word, "target")


@pytest.mark.parametrize(
    "text",
    [
        "Farmers held a march in Jos against the repression of strikes.",
        "After the repression of strikes there was a march of farmers.",
    ],
)
def test_a_march_of_its_own_stays(text: str) -> None:
    document, claim = _read(text, "march", "protest")
    assert settle_repressed(document, claim) is claim
    row = Harm(effect="killed", raw="four", group=None, group_type="civilians", count=None, score=0.8)
    assert settle_repressed(document, replace(claim, harm=(row,))).type == "protest"
