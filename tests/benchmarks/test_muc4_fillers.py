"""The learned parts of the MUC-4 benchmark: labels from keys, entities from fillers, which template gets them, the network."""

from __future__ import annotations

import numpy as np
import pytest
from training.convert.muc4_keys import Fill, Template

from crossread.extract.passages import Passage
from crossread.records import Actor, Claim, Document
from muc4_entities import entity_doers, entity_humans, entity_things
from muc4_fillers import ROLES, Filler, Network, windows
from muc4_learn import Learner, label, learn
from muc4_learn_filter import tells
from muc4_sharing import Entity, gather, share

TEXT = "REBELS KIDNAPPED MAYOR PEDRO ROJAS IN CALI. ROJAS IS ALIVE. A BOMB HIT THE HARBOR BANK."
DOCUMENT = Document(id="DEV-MUC3-9001", external_id="DEV-MUC3-9001", text=TEXT)


def _filler(slot: int, text: str, score: float = 0.9) -> Filler:
    at = TEXT.index(text)
    return Filler(slot=slot, start=at, end=at + len(text), text=text, score=score)


def _claim(kind: str, trigger: str, *actors: Actor) -> Claim:
    at = TEXT.index(trigger)
    return Claim(
        id=f"clm_{at}",
        document_id=DOCUMENT.id,
        type=kind,
        scope="incident",
        status="accomplished",
        stance="asserted",
        trigger=DOCUMENT.quote(at, at + len(trigger)),
        actors=actors,
    )


def _passage() -> Passage:
    words = [(m, m + len(w)) for w, m in ((w, TEXT.index(w)) for w in ("MAYOR", "PEDRO", "ROJAS", "IN", "CALI"))]
    size = len(words) + 2
    return Passage(
        document_id=DOCUMENT.id,
        ids=np.zeros(size, np.int64),
        starts=np.array([0, *(a for a, _ in words), 0]),
        ends=np.array([0, *(b for _, b in words), 0]),
        sentences=np.zeros(size, np.int64),
        owned=np.ones(size, np.bool_),
        pieces=np.zeros(size, np.bool_),
        body_from=1,
    )


def test_a_keys_strings_label_tokens() -> None:
    """First and later tokens of a string get their slot's two classes; an optional fill teaches nothing; frames are unknown."""
    sure = Template(DOCUMENT.id, fills={18: [Fill(("PEDRO ROJAS",))], 19: [Fill(("MAYOR",), optional=True)]})
    name = 1 + 2 * ROLES.index(18)
    assert label(DOCUMENT, _passage(), [sure]).tolist() == [-1, -1, name, name + 1, 0, 0, -1]


def test_the_network_learns_what_states_tell() -> None:
    """States in which one value marks a slot are told apart after a few looks."""
    draw = np.random.default_rng(1)
    classes = (np.arange(600) % 3 == 0).astype(np.int64)
    states = draw.normal(size=(600, 8)).astype(np.float32)
    states[:, 0] += 6 * classes
    network = learn([(states, classes)] * 20, 3).network()
    assert isinstance(network, Network)
    assert float(((network.classify(states)[:, 1] > 0.5) == classes).mean()) > 0.95
    assert Learner(24, 3).weights["w2"].shape[1] == 3


def test_windows_hold_the_neighbours() -> None:
    """A token's input is the state before, its own and the one after; beyond the ends there is nothing."""
    states = np.array([[1.0], [2.0], [3.0]], np.float32)
    assert windows(states).tolist() == [[0, 1, 2], [1, 2, 3], [2, 3, 0]]
    assert windows(states, np.array([1])).tolist() == [[1, 2, 3]]


def test_mentions_become_entities() -> None:
    """A surname joins its full name, which is written; what is unlikely is left out."""
    surname = Filler(slot=18, start=TEXT.index("ROJAS IS"), end=TEXT.index(" IS"), text="ROJAS", score=0.95)
    found = gather([_filler(18, "PEDRO ROJAS", 0.8), surname, _filler(12, "HARBOR BANK", 0.01)], TEXT)
    assert [(e.best.text, len(e.mentions)) for e in found] == [("PEDRO ROJAS", 2)]


def test_entities_go_to_the_nearest_template() -> None:
    """The kidnapped man belongs to the kidnapping, the bank to the bombing; without claims nobody gets anything."""
    mayor, bank = (Entity(f, (f,)) for f in (_filler(18, "PEDRO ROJAS"), _filler(12, "HARBOR BANK")))
    groups = [[_claim("abduction", "KIDNAPPED")], [_claim("bombing", "BOMB")]]
    assert share([mayor, bank], groups) == [[mayor], [bank]]
    assert share([mayor], []) == []


def test_entities_become_slots() -> None:
    """A title beside a name is its description; people and things keep what the claims tell of them."""
    entities = [Entity(f, (f,)) for f in (_filler(9, "REBELS"), _filler(19, "MAYOR"), _filler(18, "PEDRO ROJAS"))]
    claim = _claim("abduction", "KIDNAPPED")
    assert [d.individual for d in entity_doers(DOCUMENT, [claim], entities)] == ["REBELS"]
    (human,) = entity_humans(DOCUMENT, [claim], entities, "COLOMBIA")
    assert (human.name, human.description, human.type, human.number) == ("PEDRO ROJAS", "MAYOR", "GOVERNMENT OFFICIAL", "1")
    bank = _filler(12, "HARBOR BANK")
    (thing,) = entity_things(DOCUMENT, [_claim("bombing", "BOMB")], [Entity(bank, (bank,))], "COLOMBIA")
    assert (thing.id, thing.type) == ("HARBOR BANK", "FINANCIAL")


@pytest.mark.parametrize(("kind", "expected"), [("KIDNAPPING", True), ("BOMBING", False)])
def test_a_claim_tells_a_template_of_its_type(kind: str, *, expected: bool) -> None:
    """A claim is an example of relevance only for a key of its type with a string beside its trigger."""
    template = Template(DOCUMENT.id, fills={4: [Fill((kind,))], 18: [Fill(("PEDRO ROJAS",))]})
    assert tells(DOCUMENT, _claim("abduction", "KIDNAPPED"), template) is expected
