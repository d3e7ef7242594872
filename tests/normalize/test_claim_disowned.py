"""Who says "that was not our work" is accused and denies; he neither did it nor claims it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from crossread.normalize.actors.called import whose
from crossread.normalize.actors.ours import with_own_forces
from crossread.normalize.claims.disowned import is_own_denial, settle_disowned
from crossread.records import Actor, Claim, Document, Speaker


def _read(
    text: str, party: str, trigger: str, *, source: str | None = None, role: str = "perpetrator", said: str | None = None
) -> tuple[Document, Claim]:
    document = Document(id="doc_1", text=text, source=source)

    def quote(words: str) -> tuple[int, int]:
        return text.index(words), text.index(words) + len(words)

    words = document.quote(*quote(party))
    speaker = document.quote(*quote(said)) if said else None
    speakers = (Speaker(role="reports", raw=speaker.quote, name=None, evidence=(speaker,), score=0.8),) if speaker else ()
    return document, Claim(
        id="clm_1",
        document_id="doc_1",
        type="bombing",
        scope="incident",
        status="accomplished",
        stance="attributed" if said else "asserted",
        trigger=document.quote(*quote(trigger)),
        actors=(Actor(role=role, raw=party, name=None, type="rebel_group", evidence=(words,), score=0.8),),
        speakers=speakers,
        score=0.9,
    )


@pytest.mark.parametrize(
    ("text", "party", "trigger"),
    [
        ("Neither the raid on the depot nor the blast at the bridge was carried out by us.", "us", "blast"),
        ("The blast at the bridge was not carried out by our mujahideen.", "our mujahideen", "blast"),
        ("The blast was not, as the governor says, committed by our men.", "our men", "blast"),
        ("The blast at the bridge is not the work of our fighters.", "our fighters", "blast"),
        ("We had no hand in the blast at the bridge.", "We", "blast"),
        ("Our fighters have nothing whatsoever to do with the blast at the bridge.", "Our fighters", "blast"),
        ("A blast shook the bridge. We did not plant it.", "We", "blast"),
        ("Our aircraft did not bomb the school at Rahma.", "Our aircraft", "bomb"),
        ("Our units were not involved in the blast.", "Our units", "blast"),
        ("Our aircraft carried out no raids on Rahma.", "Our aircraft", "raids"),
        ("Our gunners have fired not a single shell at Rahma, where a shelling killed three.", "Our gunners", "shell"),
        ("No raid on Rahma was carried out by our pilots.", "our pilots", "raid"),
    ],
)
@pytest.mark.parametrize("role", ["perpetrator", "claimant"])
def test_what_we_did_not_do_is_denied(text: str, party: str, trigger: str, role: str) -> None:
    document, claim = _read(text, party, trigger, role=role)
    told = settle_disowned(document, claim)
    assert (told.stance, [row.role for row in told.actors]) == ("denied", ["accused"])
    assert [(row.role, row.raw) for row in told.speakers] == [("denies", party)]


def test_a_group_that_names_itself_in_its_own_statement_denies() -> None:
    text = "A bomb killed three at the terminal. We state that the BIFF did not plant that bomb."
    document, claim = _read(text, "We", "bomb", source="Bangsamoro Islamic Freedom Fighters")
    party = document.quote(text.index("the BIFF"), text.index("the BIFF") + 8)
    group = Actor(role="accused", raw=party.quote, name=None, type="rebel_group", evidence=(party,), score=0.8)
    told = settle_disowned(document, replace(claim, actors=(*claim.actors, group)))
    assert told.stance == "denied"
    assert {row.role for row in told.actors} == {"accused"}


@pytest.mark.parametrize(
    ("text", "party", "source", "own"),
    [
        ("The Chadian army carried out no raids on Rahma.", "The Chadian army", "Chadian Ministry of Defence", True),
        ("Chadian forces did not attack Rahma.", "Chadian forces", "Ministry of Defence of Chad", True),
        ("The Chadian army carried out no raids on Rahma.", "The Chadian army", "Chad Herald", False),
        ("Sudanese forces did not attack Rahma.", "Sudanese forces", "Ministry of Defence of Chad", False),
    ],
)
def test_a_ministry_of_defence_speaks_for_the_forces_of_its_state(text: str, party: str, source: str, own: bool) -> None:
    document, claim = _read(text, party, "raids" if "raids" in text else "attack", source=source)
    assert (settle_disowned(document, claim).stance == "denied") == own
    assert is_own_denial(document, claim) == own


def test_a_statement_is_of_whom_its_head_names() -> None:
    """ "us" of a "Statement of the BIFF" is that party, and never the United States."""
    document, claim = _read("The blast was not carried out by us.", "us", "blast", source="Statement of the BIFF")
    assert whose(document, claim.actors[0]) == "Bangsamoro Islamic Freedom Fighters"
    assert whose(replace(document, source=None), claim.actors[0]) == "we"


def test_the_spokesman_who_says_so_denies() -> None:
    text = "The spokesman of the front states that the blast was not carried out by us."
    document, claim = _read(text, "us", "blast", said="The spokesman of the front")
    assert [row.role for row in settle_disowned(document, claim).speakers] == ["denies"]


def test_who_is_quoted_so_denies_what_the_report_tells() -> None:
    text = 'A blast killed three. "We did not plant it," a spokesman of the front said.'
    document, claim = _read(text, "We", "blast", said="a spokesman of the front")
    told = settle_disowned(document, claim)
    assert [row.role for row in told.speakers] == ["denies"]
    assert (told.stance, [row.role for row in told.actors]) == ("attributed", ["accused"])


def test_a_doer_that_others_clear_is_only_accused() -> None:
    document, claim = _read("A blast killed three. The front was not involved, police said.", "The front", "blast")
    told = settle_disowned(document, claim)
    assert (told.stance, [row.role for row in told.actors], told.speakers) == ("asserted", ["accused"], ())


@pytest.mark.parametrize(
    ("text", "party", "trigger"),
    [
        ("We did not only bomb the depot, we took the station.", "We", "bomb"),
        ("The blast was carried out by our fighters, not by thieves.", "our fighters", "blast"),
        ("The blast was not carried out by our fighters alone.", "our fighters", "blast"),
        ("Our fighters bombed the depot. We did not lose a man.", "Our fighters", "bombed"),
        ("Our men did not fire first.", "Our men", "fire"),
        ("The army did not bomb the school.", "The army", "bomb"),
        ("The front did not claim the blast.", "The front", "blast"),
        ("Our men carried out no fewer than three raids on Rahma.", "Our men", "raids"),
        ("Our men launched no other raid than the one on Rahma.", "Our men", "raid"),
        ("Our men attacked Rahma and fired no shells at it.", "Our men", "attacked"),
        ("No soldier survived the raid that was carried out by our men.", "our men", "raid"),
        ("It is not known whether the blast was set off by the front.", "the front", "blast"),
    ],
)
def test_other_negations_disown_nothing(text: str, party: str, trigger: str) -> None:
    document, claim = _read(text, party, trigger)
    assert settle_disowned(document, claim) == claim


def test_a_party_that_disowns_one_act_keeps_another() -> None:
    text = "Our fighters bombed the depot. We did not bomb the bus."
    document, claim = _read(text, "Our fighters", "bombed")
    assert settle_disowned(document, claim).stance == "asserted"


def test_no_forces_of_ours_are_put_to_what_is_denied() -> None:
    text = "The front states that the blast, in which our enemies see our fighters, was not carried out by us."
    document, claim = _read(text, "us", "blast", source="Fuerzas Armadas Revolucionarias de Colombia")
    told = with_own_forces(document, settle_disowned(document, claim))
    assert [row.role for row in told.actors] == ["accused"]


def _with_our_men(text: str, trigger: str) -> tuple[Document, Claim]:
    """A claim whose "We" is also the "our men" of another sentence."""
    document, claim = _read(text, "We", trigger)
    start = text.index("our men")
    party = replace(claim.actors[0], evidence=(*claim.actors[0].evidence, document.quote(start, start + 7)))
    return document, replace(claim, actors=(party, replace(party, role="claimant")), stance="claimed", status="threatened")


def test_what_our_men_did_elsewhere_is_no_confession() -> None:
    """What is denied of Ora stays denied, though the next sentence tells another act of "our men"; it was no threat."""
    document, claim = _with_our_men("We did not attack Ora. That night our men killed four raiders at Lemba.", "attack")
    told = settle_disowned(document, claim)
    assert (told.stance, told.status) == ("denied", "accomplished")
    assert [row.role for row in told.actors] == ["accused"]


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("We did not attack Ora, but our men attacked Lemba.", "attack"),
        ("We did not attack first. That night our men attacked Ora.", "attack"),
        ("We struck Ora. That night our men did not attack Lemba.", "struck"),
    ],
)
def test_what_our_men_did_is_owned_up_to(text: str, trigger: str) -> None:
    document, claim = _with_our_men(text, trigger)
    told = settle_disowned(document, claim)
    assert (told.stance, told.status) == ("claimed", "threatened")
    assert "accused" not in [row.role for row in told.actors]


@pytest.mark.parametrize(
    ("raw", "source", "name"),
    [
        ("the air force", "Sudanese Armed Forces", "Sudanese Armed Forces"),
        ("aircraft of the army", "Sudanese Armed Forces", "Sudanese Armed Forces"),
        ("The army's jets", "Sudanese Armed Forces", "Sudanese Armed Forces"),
        ("the Chadian air force", "Sudanese Armed Forces", "the Chadian air force"),
        ("the army", "Rapid Support Forces", "the army"),
        ("the air force", "Wire", "the air force"),
        ("soldiers", "Sudanese Armed Forces", "soldiers"),
    ],
)
def test_a_service_in_a_communique_is_of_the_army_that_issues_it(raw: str, source: str, name: str) -> None:
    """ "The air force" of a state's own statement is its own, in another's it is the enemy's or nobody's by name."""
    document, claim = _read(f"On Monday {raw} struck a bridge.", raw, "struck", source=source)
    assert whose(document, claim.actors[0]) == name
