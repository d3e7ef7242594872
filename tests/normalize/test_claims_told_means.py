"""What words around rule out: downed aircraft as means, gunfire as arson, hearsay, standing control, a war's years."""

from __future__ import annotations

import pytest
from tests.normalize.test_who_did_it import read

from crossread.normalize import Normalizer
from crossread.normalize.claims.told import tells_no_act
from crossread.normalize.dates.wars import is_of_war_ended, without_war
from crossread.records import Claim, Document, Slot


@pytest.mark.parametrize(
    ("text", "trigger", "means", "kinds"),
    [
        ("Rebels shot down a government warplane near Kita.", "shot down", ("aircraft", "warplane"), []),
        ("The downing of a Kuran warplane near Kita shook both states.", "downing", ("aircraft", "warplane"), []),
        ("Two drones were shot down over Kita.", "shot down", ("drone", "drones"), []),
        ("A jet shot down a drone near Kita.", "shot down", ("aircraft", "jet"), ["aircraft"]),
        ("A helicopter was hit by fire from a warplane near Kita.", "fire", ("aircraft", "warplane"), ["aircraft"]),
        ("A drone that fell was downed by a jet near Kita.", "downed", ("aircraft", "jet"), ["aircraft"]),
        ("Soldiers had an order to fire at protesters in Kita.", "fire", ("fire", "fire"), ["firearm"]),
        ("Huts in Kita were set on fire.", "set on fire", ("fire", "fire"), ["fire"]),
        ("Gunmen seized two nurses after leaving Kita by bus.", "seized", ("vehicle", "bus"), []),
        ("Gunmen seized two nurses travelling to Kita by bus.", "seized", ("vehicle", "bus"), []),
        ("A man killed two nurses in Kita by a bus.", "killed", ("vehicle", "bus"), ["vehicle"]),
        ("It is too early to say whether the blast in Kita was caused by a bomb.", "blast", ("explosive", "bomb"), []),
        ("It was not clear if the blast in Kita was the result of a bomb.", "blast", ("explosive", "bomb"), []),
        ("It was not clear whether the dead planted the bomb in Kita.", "bomb", ("explosive", "bomb"), ["explosive"]),
        ("Police said the blast in Kita was caused by a bomb.", "blast", ("explosive", "bomb"), ["explosive"]),
        ("Two of the missing were later found dead in Kita.", "found dead", ("firearm", "found"), []),
        ("Two men were shot dead in Kita.", "shot dead", ("firearm", "shot dead"), ["firearm"]),
        ("The terrorist attacks in Kita killed 20.", "attacks", ("explosive", "terrorist"), []),
        ("The terrorist bombs in Kita killed 20.", "bombs", ("explosive", "terrorist bombs"), ["explosive"]),
    ],
)
def test_what_was_shot_down_is_no_means(
    normalizer: Normalizer, text: str, trigger: str, means: tuple[str, str], kinds: list[str]
) -> None:
    """The aircraft that fell; not the one that fired. Firing at somebody burns nothing."""
    claim = read(normalizer, text, trigger, type="armed_attack", means=[means])
    assert [row.kind for row in claim.means] == kinds


@pytest.mark.parametrize(
    ("text", "means", "kinds"),
    [
        ("A kamikaze drone hit a depot in Kita.", [("aircraft", "kamikaze"), ("drone", "drone")], ["drone"]),
        ("Aircraft and drones hit a depot in Kita.", [("aircraft", "Aircraft"), ("drone", "drones")], ["aircraft", "drone"]),
    ],
)
def test_the_word_before_a_drone_is_no_aircraft(
    normalizer: Normalizer, text: str, means: list[tuple[str, str]], kinds: list[str]
) -> None:
    """Its make or its nation; an aircraft beside it stays."""
    assert [row.kind for row in read(normalizer, text, "hit", type="air_strike", means=means).means] == kinds


def test_the_nation_of_a_downed_plane_did_not_down_it(normalizer: Normalizer) -> None:
    """It owned the plane."""
    text = "Ties soured over the downing of a Russian warplane."
    actors = [("perpetrator", "Russian", "foreign_forces")]
    assert read(normalizer, text, "downing", type="armed_attack", actors=actors).actors == ()
    text = "A Russian warplane bombed Kita."
    assert len(read(normalizer, text, "bombed", type="air_strike", actors=actors).actors) == 1


@pytest.mark.parametrize(
    ("text", "trigger", "stance", "speakers"),
    [
        ("There are varying reports of 700 people killed in Kita.", "killed", "rumoured", ()),
        ("There were also unconfirmed reports that troops fired on a crowd.", "fired", "rumoured", ()),
        ("There were reports of clashes in Kita, a medic said.", "clashes", "attributed", ("a medic",)),
        ("There were no reports of casualties after a bomb exploded.", "exploded", "attributed", ()),
        ("Gunmen fired on a crowd. There are reports of more to come.", "fired", "asserted", ()),
    ],
)
def test_there_are_reports_of_it(
    normalizer: Normalizer, text: str, trigger: str, stance: str, speakers: tuple[str, ...]
) -> None:
    """Hearsay where nobody is named who says it; "no reports" and another sentence's reports are none."""
    claim = read(normalizer, text, trigger, stance="attributed", speakers=[("reports", raw) for raw in speakers])
    assert claim.stance == stance


def made(text: str, kind: str, trigger: str, when: str | None = None) -> tuple[Document, Claim]:
    document = Document(id="doc_1", text=text)
    act = text.index(trigger)
    slot = None
    if when is not None:
        at = text.index(when)
        slot = Slot(raw=when, value=None, evidence=(document.quote(at, at + len(when)),), score=0.9)
    claim = Claim(
        id="clm_1",
        document_id="doc_1",
        type=kind,
        scope="incident",
        status="accomplished",
        stance="asserted",
        trigger=document.quote(act, act + len(trigger)),
        when=slot,
        score=0.9,
    )
    return document, claim


@pytest.mark.parametrize(
    ("text", "trigger", "no_act"),
    [
        ("Rebels still control the town of Kita.", "control", True),
        ("Rebels are still largely in control of Kita.", "control", True),
        ("Rebels now control the town of Kita.", "control", False),
        ("Rebels still advancing seized Kita.", "seized", False),
    ],
)
def test_standing_control_is_no_change(text: str, trigger: str, no_act: bool) -> None:
    """What somebody still holds changed no hands."""
    assert tells_no_act(*made(text, "territorial_change", trigger)) == no_act


def test_who_was_only_led_away_was_not_killed(normalizer: Normalizer) -> None:
    """A killing in which nobody dies and all are detained is a detention."""
    text = "At dusk a man was led away by guards."
    assert read(normalizer, text, "led away", harm=[("detained", "a man")]).type == "detention"
    text = "At dusk a man was killed and a boy led away."
    assert read(normalizer, text, "killed", harm=[("detained", "a boy")]).type == "killing"


@pytest.mark.parametrize(
    ("text", "kind", "when", "of_war"),
    [
        ("They signed a deal that ended the 1996-2006 war.", "agreement", "1996-2006", True),
        ("They signed a deal in 2006 after the war.", "agreement", "2006", False),
        ("The deal was broken in the 1996-2006 war.", "armed_clash", "1996-2006", False),
    ],
)
def test_the_years_of_a_war_are_not_the_day_of_its_deal(text: str, kind: str, when: str, of_war: bool) -> None:
    """Only where they name the war, and only for an agreement."""
    _, claim = made(text, kind, "deal", when)
    assert is_of_war_ended(text, claim) == of_war


@pytest.mark.parametrize(
    ("text", "when", "kept"),
    [
        ("A deal on Friday to end the 1996-2006 war was signed.", "Friday to end the 1996", "Friday"),
        ("Talks from Friday to Sunday failed.", "Friday to Sunday", "Friday to Sunday"),
    ],
)
def test_a_day_ends_before_its_purpose(text: str, when: str, kept: str) -> None:
    """ "to end the" dates nothing."""
    document, claim = made(text, "agreement", text.split()[1], when)
    assert claim.when is not None
    assert without_war(document, claim.when).raw == kept


@pytest.mark.parametrize(
    ("text", "trigger", "kind"),
    [
        ("The army lifted its siege of the town of Kita.", "siege", "operation"),
        ("Rebels besieged the town of Kita.", "besieged", "operation"),
        ("Rebels seized the town of Kita.", "seized", "territorial_change"),
    ],
)
def test_a_siege_changes_no_hands(normalizer: Normalizer, text: str, trigger: str, kind: str) -> None:
    """Who stands around a town does not hold it."""
    assert read(normalizer, text, trigger, type="territorial_change").type == kind
