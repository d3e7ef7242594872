"""Words that sound like violence and tell none."""

from __future__ import annotations

from dataclasses import replace

import pytest

from crossread.normalize import Normalizer
from crossread.records import Claim, Document, Extraction


def _kept(text: str, trigger: str, *, score: float | None = 0.9, stance: str = "asserted", kind: str = "armed_clash") -> int:
    document = Document(id="doc_1", text=text, language="en")
    start = text.index(trigger)
    claim = Claim(
        id="clm_1",
        document_id="doc_1",
        trigger=document.quote(start, start + len(trigger)),
        type=kind,
        scope="incident",
        status="accomplished",
        stance=stance,
    )
    told = (replace(claim, score=score),)
    extraction = Extraction(document_id="doc_1", claims=told, wording=(), made_by="encoder-en@8")
    return len(Normalizer().normalize(document, extraction).claims)


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("Police found several empty shell casings.", "shell casings"),
        ("The custody battle had escalated.", "battle"),
        ("A war of words broke out between the two.", "war"),
        ("The Office counted 143 dead, a 12 per cent increase over April.", "cent"),
    ],
)
def test_what_only_sounds_like_violence_is_no_claim(text: str, trigger: str) -> None:
    """Casings are evidence, and some battles are fought in court."""
    assert _kept(text, trigger) == 0


@pytest.mark.parametrize(
    ("text", "trigger"),
    [("The battle of Kossa went on.", "battle"), ("Shells fell on Kossa.", "Shells"), ("A turf war broke out.", "war")],
)
def test_real_fights_stay(text: str, trigger: str) -> None:
    """The same words with a place, or of gangs."""
    assert _kept(text, trigger) == 1


def test_what_a_person_says_stays() -> None:
    """A claim without a score was made by hand or by another data set."""
    assert _kept("The custody battle had escalated.", "battle", score=None) == 1


@pytest.mark.parametrize(
    ("text", "trigger", "kept"),
    [
        ("They talk much. Did one bomb fall on the school?", "bomb", 0),
        ("They talk much. Has anybody attacked the town?", "attacked", 0),
        ("They talk much. Who will attack them for us?", "attack", 0),
        ("They talk much. Did the army not bomb the school?", "bomb", 1),
        ("They talk much. Who bombed the school?", "bombed", 1),
        ("They talk much. Was it because they bombed the school?", "bombed", 1),
        ("They talk much. Did they bomb the school? They did.", "bomb", 1),
        ("They talk much. They bombed the school, did they?", "bombed", 1),
        ("Did a bomb hit the school?\nThe police say so.", "bomb", 1),
        ("They talk much. Did they weep? They bombed the school.", "bombed", 1),
    ],
)
def test_what_is_only_asked_about_is_no_claim(text: str, trigger: str, kept: int) -> None:
    """A question that yes or no answers tells nothing; one that asks who or why takes the act for granted."""
    assert _kept(text, trigger) == kept


@pytest.mark.parametrize(
    ("text", "trigger", "kept"),
    [
        ("They talk much. No soldiers entered Kossa on Monday.", "entered", 0),
        ("The army said that no shells fell on Kossa.", "fell", 0),
        ("They talk much. None of our aircraft was flying over Kossa.", "flying", 0),
        ("They talk much. No aircraft of ours was operating there.", "operating", 0),
        ("No troops have been deployed to Kossa, the army said.", "deployed", 0),
        ("They talk much. There was peace, and nobody was arrested.", "arrested", 0),
        ("No fewer than thirty soldiers entered Kossa.", "entered", 1),
        ("No one was hurt in the attack on Kossa.", "attack", 1),
        ("The town no longer has walls: soldiers entered Kossa.", "entered", 1),
        ("No doubt soldiers entered Kossa.", "entered", 1),
        ("No soldiers were there when rebels entered Kossa.", "entered", 1),
        ("Crew of gun no 3 claims hit; not confirmed.", "hit", 1),
    ],
)
def test_what_nobody_did_is_no_claim(text: str, trigger: str, kept: int) -> None:
    """A subject that begins with "no" takes the happening back; what stands behind its clause is told."""
    assert _kept(text, trigger) == kept


def test_a_denial_of_what_others_say_stays() -> None:
    """Coders keep what is denied as a claim that is denied."""
    assert _kept("Contrary to that, no house was burnt there.", "burnt", stance="denied") == 1


@pytest.mark.parametrize(
    ("text", "trigger", "kind", "kept"),
    [
        ('They fled. "It burnt," says a widow, met on the road to Kossa.', "met", "agreement", 0),
        ("They talk much. The two sides met at Kossa on Monday.", "met", "agreement", 1),
        ("The envoy, who spoke for both, met the rebels.", "met", "agreement", 1),
        ("They talk much. The post at Kossa stood unmanned.", "unmanned", "operation", 0),
        ("They talk much. Troops manned the post at Kossa.", "manned", "operation", 1),
        ("They talk much. The road to Kossa is cut.", "cut", "displacement", 0),
        ("They talk much. Rebels cut the road to Kossa.", "cut", "destruction", 1),
    ],
)
def test_how_things_stand_is_no_claim(text: str, trigger: str, kind: str, kept: int) -> None:
    """Nor is whom a reporter met; what somebody did to the road or the post is told."""
    assert _kept(text, trigger, kind=kind) == kept
