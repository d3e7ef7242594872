"""What the benchmark's network reads beside the claims: what is added, what is parted, what is left out, and the filter."""

from __future__ import annotations

import json

import pytest

from crossread.records import Actor, Claim, Document, Means
from muc4_doers import Doer, other_names
from muc4_fillers import Filler
from muc4_filter import chance, features, is_likely
from muc4_joining import heard, join_doers, join_humans, join_means, join_things
from muc4_output import to_slots5
from muc4_targets import Human, Thing, foreign_nation, list_humans
from muc4_templates import Template, lend_organizations, write_templates

TEXT = (
    "LIMA, 5 MAR 90 -- [TEXT] MEMBERS OF THE PATRIOTIC WORKERS FRONT [PWF] KILLED MAYOR PEDRO ROJAS AND TWO GUERRILLAS. "
    "ROJAS WAS SHOT IN LIMA. THE ELN WAS BLAMED; THE ARMY OF NATIONAL LIBERATION DENIED IT. NURSE MARIA GOMEZ WAS HURT."
)
DOCUMENT = Document(id="DEV-MUC3-9003", external_id="DEV-MUC3-9003", text=TEXT)


def _filler(slot: int, text: str, score: float = 0.9) -> Filler:
    at = TEXT.index(text)
    return Filler(slot=slot, start=at, end=at + len(text), text=text, score=score)


def _actor(role: str, kind: str, raw: str) -> Actor:
    at = TEXT.index(raw)
    return Actor(role=role, raw=raw, name=None, type=kind, evidence=(DOCUMENT.quote(at, at + len(raw)),))


def _claim(*actors: Actor, means: tuple[Means, ...] = (), scope: str = "incident") -> Claim:
    at = TEXT.index("KILLED")
    return Claim(
        id="clm_1",
        document_id=DOCUMENT.id,
        type="killing",
        scope=scope,
        status="accomplished",
        stance="asserted",
        trigger=DOCUMENT.quote(at, at + len("KILLED")),
        actors=actors,
        means=means,
    )


def _human(name: str | None, description: str | None) -> Human:
    return Human(name=name, description=description, type="CIVILIAN", number="2", nation=None, effect=None)


def _thing(name: str) -> Thing:
    return Thing(id=name, type="OTHER", number="1", nation=None, effect=None)


def test_doers_that_the_network_does_not_hear_are_left_out() -> None:
    """A doer or weapon without a filler above the floor in its words goes; victims stay whatever the network says."""
    shot = TEXT.index("SHOT")
    means = (Means(kind="firearm", raw="SHOT", evidence=(DOCUMENT.quote(shot, shot + 4),)),)
    claim = _claim(_actor("perpetrator", "rebel_group", "MEMBERS"), _actor("victim", "officials", "PEDRO ROJAS"), means=means)
    (deaf,) = heard([claim], [_filler(12, "LIMA")])
    assert ([a.role for a in deaf.actors], deaf.means) == (["victim"], ())
    (kept,) = heard([claim], [_filler(9, "MEMBERS", 0.2), _filler(6, "SHOT", 0.2)])
    assert kept == claim


def test_what_shares_no_word_is_added() -> None:
    """Instruments, things and named doers join; another word for the same, or a second band without a name, does not."""
    assert join_means(["CAR BOMB"], ["BOMB", "RIFLES"]) == ["CAR BOMB", "RIFLES"]
    assert [t.id for t in join_things([_thing("BANK")], [_thing("HARBOR BANK"), _thing("BRIDGE")])] == ["BANK", "BRIDGE"]
    told = [Doer(individual="REBELS")]
    assert join_doers(told, [Doer(individual="GUNMEN")]) == told
    assert join_doers(told, [Doer(individual="PABLO RUIZ")])[1:] == [Doer(individual="PABLO RUIZ")]
    assert join_doers(told, [Doer(organization="ELN")])[1:] == [Doer(organization="ELN")]


@pytest.mark.parametrize(
    ("told", "read", "expected"),
    [
        ((None, "POLITICAL ANALYST PEDRO ROJAS"), "PEDRO ROJAS", ("PEDRO ROJAS", "POLITICAL ANALYST")),
        (("IDEOLOGUE PEDRO ROJAS", None), "PEDRO ROJAS", ("PEDRO ROJAS", None)),
        (("LUIS CARLOS ROJAS", "MAYOR"), "CARLOS ROJAS", ("LUIS CARLOS ROJAS", "MAYOR")),
        (("PEDRO ROJAS", "MAYOR"), "ROJAS", ("PEDRO ROJAS", "MAYOR")),
    ],
)
def test_a_name_read_parts_what_the_claims_told(
    told: tuple[str | None, str | None], read: str, expected: tuple[str | None, str | None]
) -> None:
    """A name inside a description or behind a word that is no given name is parted from it; a shorter name cuts nothing."""
    (human,) = join_humans([_human(*told)], [_human(read, None)])
    assert (human.name, human.description) == expected


def test_a_further_victim_is_added() -> None:
    """Somebody whose words the claims do not have is a person of his own."""
    assert len(join_humans([_human("PEDRO ROJAS", "MAYOR")], [_human("MARIA GOMEZ", "NURSE")])) == 2


def test_the_band_and_the_surname_are_no_targets() -> None:
    """Guerrillas among those hit, and the surname of somebody named in full, are left out; a nurse is not."""
    actors = (
        _actor("victim", "officials", "MAYOR PEDRO ROJAS"),
        _actor("victim", "rebel_group", "TWO GUERRILLAS"),
        _actor("victim", "unknown", "ROJAS WAS"[:5]),
        _actor("victim", "civilians", "NURSE MARIA GOMEZ"),
    )
    found = list_humans(DOCUMENT, [_claim(*actors)], "PERU")
    assert [h.name or h.description for h in found] == ["PEDRO ROJAS", "MARIA GOMEZ"]


def test_other_names_of_an_organization() -> None:
    """What stands in brackets and stands for the words before it, and known pairs of which the text has both."""
    assert other_names(DOCUMENT, "PWF") == ["PATRIOTIC WORKERS FRONT"]
    assert other_names(DOCUMENT, "PATRIOTIC WORKERS FRONT") == ["PWF"]
    assert other_names(DOCUMENT, "ELN") == ["ARMY OF NATIONAL LIBERATION"]
    assert other_names(DOCUMENT, "FMLN") == []
    assert other_names(DOCUMENT, "ARMY") == []


@pytest.mark.parametrize(
    ("slot", "fill", "expected"),
    [
        (9, "FMLN GUERRILLAS", "guerrillas"),
        (9, "URBAN GUERRILLAS OF THE FMLN", "urban guerrillas"),
        (9, "PRESUMED REBELS", "rebels"),
        (9, "SHINING PATH MEMBERS", "shining path members"),
        (9, "ARMED MEN", "armed men"),
        (12, "EMBASSY IN LIMA", "embassy"),
        (12, "BUS CARRYING CREW", "bus"),
        (12, "OFFICES OF THE BANK", "offices of the bank"),
    ],
)
def test_the_five_roles_have_their_own_cut(slot: int, fill: str, expected: str) -> None:
    """A band without its organization's name, a target without where it stands; members and owners stay."""
    template = Template("TST1-MUC3-0902", "ATTACK")
    template.add(slot, fill)
    (row,) = json.loads(to_slots5("TST1-MUC3-0902", [template]))["templates"]
    assert row["PerpInd" if slot == 9 else "Target"] == [[expected]]


def test_an_organization_has_all_its_names_in_the_five_roles() -> None:
    """Its other names are further mentions of the one entity."""
    template = Template("TST1-MUC3-0902", "ATTACK", aliases={"ELN": ["ARMY OF NATIONAL LIBERATION"]})
    template.add(10, "ELN")
    (row,) = json.loads(to_slots5("TST1-MUC3-0902", [template]))["templates"]
    assert row["PerpOrg"] == [["eln", "army of national liberation"]]


def test_a_nation_with_dots() -> None:
    """U.S. is the United States; a word that only holds the letters is not, nor a number."""
    assert foreign_nation("HEADQUARTERS OF THE U.S. EMBASSY", "PERU") == "UNITED STATES"
    assert foreign_nation("BUS STATION", "PERU") is None
    assert foreign_nation("12", "PERU") is None


def test_the_filter_asks_what_the_network_reads() -> None:
    """Strings read in a claim's words make it likelier; without any filler it is not asked."""
    victim = _actor("victim", "unknown", "PEDRO ROJAS")
    claim = _claim(victim, scope="background")
    sure = [_filler(18, "PEDRO ROJAS", 0.99), _filler(19, "MAYOR", 0.99)]
    told = features(DOCUMENT, [claim], 1, sure)
    assert (told["reads 18"], told["reads most"], told["background"]) == (0.99, 0.99, 1.0)
    assert chance(told) > chance(features(DOCUMENT, [claim], 1, []))
    assert is_likely(DOCUMENT, [claim], 1, sure)
    assert len(write_templates(DOCUMENT, [claim])) == 1


def _incident(place: str, organization: str | None = None) -> Template:
    template = Template("TST1-MUC3-0902", "ATTACK", aliases={organization: ["PATRIOTIC WORKERS FRONT"]} if organization else {})
    template.add(3, place)
    template.add(10, organization)
    if organization:
        template.add(11, "REPORTED AS FACT", organization)
    return template


def test_a_band_named_once_is_that_of_the_other_incidents_too() -> None:
    """Organization, confidence and other names go to a template of the same country that has no organization."""
    told, bare = _incident("PERU: LIMA (CITY)", "PWF"), _incident("PERU: CUZCO (CITY)")
    _, lent = lend_organizations([told, bare])
    assert (lent.fills[10], lent.fills[11]) == ([("PWF", None)], [("REPORTED AS FACT", "PWF")])
    assert lent.aliases == {"PWF": ["PATRIOTIC WORKERS FRONT"]}
    lent.add(10, "ELN")
    assert told.strings(10) == ["PWF"]


@pytest.mark.parametrize(
    ("places", "organizations", "expected"),
    [
        (("PERU: LIMA (CITY)", "COLOMBIA: CALI (CITY)"), ("PWF", None), ["PWF", None]),  # another country
        (("PERU: LIMA (CITY)", "PERU: CUZCO (CITY)"), ("PWF", "ELN"), ["PWF", "ELN"]),  # its own organization
        (("PERU: LIMA (CITY)", "PERU: CUZCO (CITY)"), (None, None), [None, None]),  # nobody is blamed
        (("PERU", "PERU", "PERU"), (None, "PWF", "ELN"), ["PWF", "PWF", "ELN"]),  # the first that has one, and only its
        (("", ""), ("PWF", None), ["PWF", None]),  # no country known
    ],
)
def test_nothing_is_lent_where_it_does_not_fit(
    places: tuple[str, ...], organizations: tuple[str | None, ...], expected: list[str | None]
) -> None:
    """Other countries, organizations of one's own and texts that blame nobody stay as they are."""
    lent = lend_organizations([_incident(p, o) for p, o in zip(places, organizations, strict=True)])
    assert [(t.strings(10) or [None]) for t in lent] == [[name] for name in expected]
