"""The strings of the five roles weighed once more: what is left out, what is added, and what stays as it is."""

from __future__ import annotations

import json

import pytest

import muc4_weighing
from crossread.records import Actor, Claim, Document
from muc4_fillers import Filler
from muc4_learn_weighing import Words
from muc4_output import to_slots5
from muc4_templates import Template
from muc4_weighing import chance, iter_weighed, load_weights, weigh_strings
from muc4_weighing_features import find_words, plain, tokens

TEXT = (
    "LIMA, 5 MAR 90 -- [TEXT] REBELS BLEW UP A BRIDGE NEAR A SCHOOL WITH DYNAMITE. "
    "THE INSURGENTS FLED. PEDRO ROJAS, A CLERK, WAS HURT BY THE DYNAMITE STICKS."
)
DOCUMENT = Document(id="DEV-MUC3-9005", external_id="DEV-MUC3-9005", text=TEXT)


def _quote(words: str) -> tuple[int, int]:
    at = TEXT.index(words)
    return at, at + len(words)


def _claim() -> Claim:
    doer = Actor(role="perpetrator", raw="REBELS", name=None, type="rebel_group", evidence=(DOCUMENT.quote(*_quote("REBELS")),))
    return Claim(
        id="clm_1",
        document_id=DOCUMENT.id,
        type="bombing",
        scope="incident",
        status="accomplished",
        stance="asserted",
        trigger=DOCUMENT.quote(*_quote("BLEW UP")),
        actors=(doer,),
    )


def _filler(slot: int, text: str, score: float = 0.9) -> Filler:
    start, end = _quote(text)
    return Filler(slot=slot, start=start, end=end, text=text, score=score)


def _template() -> Template:
    template = Template("DEV-MUC3-9005", "BOMBING")
    for slot, words in ((9, "REBELS"), (10, "PWF"), (12, "BRIDGE")):
        template.add(slot, words)
    return template


@pytest.fixture
def weights(monkeypatch: pytest.MonkeyPatch) -> None:
    """Weights by which what the network reads counts, and nothing else; every group of claims is kept."""
    told = {str(slot): {"always": -3.0, "read": 6.0} for slot in (6, 9, 12, 18)}
    table = {
        "floors": {"stay": 0.1, "added": 0.5},
        "weights": told,
        "words": {"9": {"rebels": -0.5}},
        "heads": {"9": {"rebels": 7}},
    }
    monkeypatch.setattr(muc4_weighing, "load_weights", lambda: table)
    monkeypatch.setattr(muc4_weighing, "choose_groups", lambda document, claims, fillers: [list(claims)])


def _weigh(*fillers: Filler, claims: bool = True) -> Template:
    template = _template()
    weigh_strings(DOCUMENT, [_claim()] if claims else [], fillers, [template])
    return template


@pytest.mark.usefixtures("weights")
def test_a_weak_string_goes_and_a_likely_one_comes() -> None:
    """The bridge, which nobody reads, goes from the five roles; the school comes; the full template stays as it was."""
    template = _weigh(_filler(12, "SCHOOL"), _filler(9, "REBELS"), _filler(18, "PEDRO ROJAS"))
    assert template.weighed == {6: [], 9: ["REBELS"], 12: ["SCHOOL"], 18: ["PEDRO ROJAS"]}
    assert template.strings(12) == ["BRIDGE"]
    (row,) = json.loads(to_slots5("DEV-MUC3-9005", [template]))["templates"]
    assert (row["Target"], row["Victim"], row["PerpOrg"]) == ([["school"]], [["pedro rojas"]], [["pwf"]])


@pytest.mark.usefixtures("weights")
@pytest.mark.parametrize(
    ("fillers", "slot", "expected"),
    [
        ([_filler(12, "BRIDGE"), _filler(12, "SCHOOL", 0.3)], 12, ["BRIDGE"]),  # not sure enough to be added
        ([_filler(12, "BRIDGE", 0.3), _filler(6, "DYNAMITE")], 12, ["BRIDGE"]),  # sure enough to stay
        ([_filler(6, "DYNAMITE"), _filler(6, "DYNAMITE STICKS", 0.8)], 6, ["DYNAMITE"]),  # the same in other words
        ([_filler(9, "REBELS"), _filler(10, "INSURGENTS")], 9, ["REBELS"]),  # another slot's
    ],
)
def test_what_is_not_changed(fillers: list[Filler], slot: int, expected: list[str]) -> None:
    """Unsure strings are not added, sure ones not left out, one thing is not told twice."""
    assert _weigh(*fillers).weighed[slot] == expected


@pytest.mark.usefixtures("weights")
def test_nothing_is_weighed_without_the_network_or_with_other_templates() -> None:
    """Without fillers, or where templates and groups of claims do not answer each other, the strings stay."""
    assert _weigh().weighed == {}
    template = _template()
    weigh_strings(DOCUMENT, [_claim()], [_filler(12, "SCHOOL")], [template, _template()])
    assert template.weighed == {}


def test_features_tell_claims_places_and_words() -> None:
    """The doer of a claim is told as such, with the keys' words for it; what the network alone reads is not."""
    known = {"words": {"9": {"rebels": -0.5}}, "heads": {"9": {"rebels": 7}}}
    found = iter_weighed(DOCUMENT, [_claim()], [_filler(9, "INSURGENTS", 0.4)], [_template()], known)
    told = {(w.candidate.slot, w.candidate.words): w.features for w in found}
    assert set(told) == {(9, "rebels"), (9, "insurgents"), (12, "bridge")}
    rebels, insurgents = told[9, "rebels"], told[9, "insurgents"]
    assert (rebels["written"], rebels["odds"], rebels["known"], rebels["read"]) == (1.0, -0.5, 1.0, 0.0)
    assert (insurgents["written"], insurgents["odds"], insurgents["known"], insurgents["read"]) == (0.0, -3.0, 0.0, 0.4)
    assert any(name.endswith(" doer") for name in rebels)
    assert not any(name.endswith(" doer") for name in insurgents)
    assert "odds" not in told[12, "bridge"]


def test_words_are_found_whole_and_without_articles() -> None:
    """Places of some words in a text, punctuation and articles aside."""
    known = tokens("The rebels' car. A rebel car, the car-bomb.")
    assert plain('The "Rebels\'" car') == "rebels car"
    assert find_words("rebels car", known) == ((4, 15),)
    assert find_words("rebel", known) == ((19, 24),)
    assert find_words("car", known) == ((12, 15), (25, 28))


def test_shipped_weights_have_all_roles_and_learn_no_names() -> None:
    """Every weighed slot has weights; a named person of two keys is in no table of words, a plain description is."""
    assert set(load_weights()["weights"]) == {"6", "9", "12", "18"}
    assert 0 < chance({"always": 1.0}, 9) < 0.5

    class _Key:
        def values(self, slot: int) -> list[tuple[str, ...]]:
            return [("PEDRO ROJAS",), ("REBELS",)] if slot == 9 else []

    asked = [(DOCUMENT, [], [_Key()], [])] * 3
    words = Words(asked)  # type: ignore[arg-type]
    assert set(words.without()["words"]["9"]) == {"rebels"}
    assert set(words.without(0)["words"]["9"]) == {"rebels"}
    assert set(Words(asked[:2]).without(0)["words"]["9"]) == set()  # type: ignore[arg-type]
