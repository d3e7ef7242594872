"""Claims that tell no act: aims that changed nothing, habits without number and place; and what collapsed by itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from crossread.normalize import Normalizer
from crossread.normalize.claims.accidents import without_doers_of_nature
from crossread.records import Actor, Claim, Document, Evidence, Extraction, Harm, Means, Slot


def _quote(document: Document, words: str) -> Evidence:
    start = document.text.index(words)
    return document.quote(start, start + len(words))


def _harm(document: Document, words: str) -> Harm:
    told = (_quote(document, words),)
    return Harm(effect="killed", raw=words, group=None, group_type="civilians", count=None, evidence=told, score=0.9)


def _claim(document: Document, trigger: str, kind: str, *, where: str = "", harm: str = "", means: str = "") -> Claim:
    place = Slot(raw=where, evidence=(_quote(document, where),), value=None, score=0.8) if where else None
    rows = (_harm(document, harm),) if harm else ()
    tools = (Means(kind="mine", raw=means, evidence=(_quote(document, means),), score=0.9),) if means else ()
    return Claim(
        id=f"clm_{trigger}",
        document_id=document.id,
        trigger=_quote(document, trigger),
        type=kind,
        scope="aggregate" if kind == "killing" else "incident",
        status="accomplished",
        stance="asserted",
        where=place,
        harm=rows,
        means=tools,
        score=0.9,
    )


def _told(normalizer: Normalizer, document: Document, claims: Sequence[Claim]) -> tuple[Claim, ...]:
    extraction = Extraction(document_id=document.id, claims=tuple(claims), wording=(), made_by="encoder-en@8")
    return normalizer.normalize(document, extraction).claims


@pytest.mark.parametrize(
    ("text", "trigger", "where", "stays"),
    [
        ("For decades the front has been attempting to recapture the land from Sudan.", "recapture", "Sudan", 0),
        ("The movement wants to seize power.", "seize", "", 0),
        ("The rebels are fighting to take Goma.", "take", "Goma", 1),
        ("On Monday the rebels captured the post.", "captured", "", 1),
        ("Asked to leave, they seized the post.", "seized", "", 1),
    ],
)
def test_an_aim_changes_no_control(normalizer: Normalizer, text: str, trigger: str, where: str, stays: int) -> None:
    """What somebody wants of a whole country or of nowhere is no change of control; a town fought for may be."""
    document = Document(id="doc_1", text=text, language="en")
    claim = _claim(document, trigger, "territorial_change", where=where)
    assert len(_told(normalizer, document, [claim])) == stays


@pytest.mark.parametrize(
    ("text", "where", "harm", "stays"),
    [
        ("There are repeated killings of herders in the dry months.", "", "", 0),
        ("There are frequent and brutal killings of herders.", "", "", 0),
        ("There are repeated killings of herders near Mopti.", "Mopti", "", 1),
        ("There were repeated killings of 40 herders.", "", "40 herders", 1),
        ("There were killings of herders in March.", "", "", 1),
        ("Repeated warnings were given. The killings of herders went on.", "", "", 1),
    ],
)
def test_what_is_only_said_to_go_on_is_no_act(normalizer: Normalizer, text: str, where: str, harm: str, stays: int) -> None:
    """A word of habit with neither number nor place; either of the two, or no such word, makes a total."""
    document = Document(id="doc_1", text=text, language="en")
    assert len(_told(normalizer, document, [_claim(document, "killings", "killing", where=where, harm=harm)])) == stays


@pytest.mark.parametrize(
    ("text", "trigger", "again", "stays"),
    [
        ("The state deployed troops to capture or kill the commander.", "kill", "capture", 0),
        ("The army sent commandos to the hills to arrest the chief.", "arrest", "", 0),
        ("Police entered the camp in order to detain a bomber.", "detain", "", 0),
        ("The army wants to kill or capture the chief.", "kill", "", 0),
        ("Gunmen were sent to kill the mayor, and shot him.", "kill", "shot", 1),
        ("The army sent commandos and killed the chief.", "killed", "", 1),
        ("The army came and would capture or kill anybody.", "kill", "", 1),
    ],
)
def test_what_somebody_is_sent_for_is_not_done(normalizer: Normalizer, text: str, trigger: str, again: str, stays: int) -> None:
    """Unless another telling says so."""
    document = Document(id="doc_1", text=text, language="en")
    claim = replace(_claim(document, trigger, "killing"), scope="incident")
    claim = replace(claim, retellings=(_quote(document, again),)) if again else claim
    assert len(_told(normalizer, document, [claim])) == stays


def test_what_a_person_says_stays(normalizer: Normalizer) -> None:
    """A claim without a score was made by hand or by another data set."""
    document = Document(id="doc_1", text="There are repeated killings of herders.", language="en")
    claim = replace(_claim(document, "killings", "killing"), score=None)
    assert len(_told(normalizer, document, [claim])) == 1


@pytest.mark.parametrize(
    ("text", "trigger", "kind"),
    [
        ("A gold mine collapsed near Kayes, killing 19 people.", "collapsed", "accident"),
        ("A gold mine caved in near Kayes, killing 19 people.", "caved in", "accident"),
        ("A mine collapsed after an explosion near Kayes, killing 19 people.", "collapsed", "bombing"),
        ("A mine exploded near Kayes, killing 19 people.", "exploded", "bombing"),
    ],
)
def test_a_pit_that_gives_way_is_no_weapon(normalizer: Normalizer, text: str, trigger: str, kind: str) -> None:
    """Nobody mined the road: the mine fell in."""
    document = Document(id="doc_1", text=text, language="en")
    (claim,) = _told(normalizer, document, [_claim(document, trigger, "bombing", harm="19 people", means="mine")])
    assert claim.type == kind
    assert bool(claim.means) == (kind == "bombing")


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("Two men were arrested in Yala. They were released on bail on Thursday.", "released"),
        ("A man held in Yala was released without charge.", "released"),
        ("The two suspects have since been let go for want of evidence.", "let go"),
        ("A judge freed the four for lack of evidence.", "freed"),
        ("Two men were arrested in Yala. Both were later released unconditionally.", "released"),
    ],
)
def test_suspects_let_go_by_law_are_no_claim(normalizer: Normalizer, text: str, trigger: str) -> None:
    """The arrest was the act."""
    document = Document(id="doc_1", text=text, language="en")
    assert not _told(normalizer, document, [_claim(document, trigger, "agreement")])


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("Rebels released two hostages in Yala.", "released"),
        ("Five pupils arrested in Yala on Tuesday were released on Thursday.", "released"),
        ("Rebels abducted two nuns in Yala. Both were later released unconditionally.", "released"),
        ("The two nuns were freed without a ransom.", "freed"),
        ("The group released two men but left the hostages without charge of anything.", "released"),
    ],
)
def test_other_releases_stay(normalizer: Normalizer, text: str, trigger: str) -> None:
    document = Document(id="doc_1", text=text, language="en")
    assert _told(normalizer, document, [_claim(document, trigger, "agreement")])
    bail = Document(id="doc_2", text="Two men were released on bail in Yala.", language="en")
    assert _told(normalizer, bail, [replace(_claim(bail, "released", "agreement"), score=None)])


@pytest.mark.parametrize(
    ("text", "trigger", "kind", "kept"),
    [
        ("The state offered a reward for the capture of Adam Nur.", "capture", "detention", 0),
        ("There is a bounty for information leading to his arrest.", "arrest", "detention", 0),
        ("No one was in custody on Sunday.", "custody", "detention", 0),
        ("The man struck to protest. He made the attack to protest the levy.", "protest the", "protest", 1),
        ("He bombed the station to protest the levy.", "protest", "protest", 0),
        ("Adam Nur was rewarded for the capture of two rebels.", "capture", "detention", 1),
        ("Two men were in custody on Sunday.", "custody", "detention", 1),
        ("After the attack crowds marched to protest the levy.", "protest", "protest", 1),
        ("Thousands came to Kossa to protest the levy.", "protest", "protest", 1),
    ],
)
def test_rewards_empty_cells_and_attacks_as_protest_tell_no_act(text: str, trigger: str, kind: str, kept: int) -> None:
    """An arrest is wanted, was not made, or a deed of force is called a protest; arrests and marches that were stay."""
    document = Document(id="doc_1", text=text, language="en")
    claims = (_claim(document, trigger, kind),)
    extraction = Extraction(document_id="doc_1", claims=claims, wording=(), made_by="encoder-en@8")
    assert len(Normalizer().normalize(document, extraction).claims) == kept


@pytest.mark.parametrize(
    ("text", "trigger", "raw", "kept"),
    [
        ("Officials moved the summit after a quake in Kossa.", "quake", "Officials", 0),
        ("Search teams reached the bus that crashed near Kossa.", "crashed", "Search teams", 0),
        ("A hunter shot a man by mistake in Kossa.", "shot", "A hunter", 1),
    ],
)
def test_nobody_did_a_quake(text: str, trigger: str, raw: str, kept: int) -> None:
    """Who searches the wreck or speaks of the quake has not done it; who shot by mistake has."""
    document = Document(id="doc_1", text=text, language="en")
    doer = Actor(role="perpetrator", raw=raw, name=None, type="officials", evidence=(_quote(document, raw),), score=0.9)
    claim = replace(_claim(document, trigger, "accident"), actors=(doer,))
    assert len(without_doers_of_nature(document, claim).actors) == kept
    coded = replace(claim, actors=(replace(doer, score=None),))
    assert without_doers_of_nature(document, coded) == coded
