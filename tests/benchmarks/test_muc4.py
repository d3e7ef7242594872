"""The MUC-4 templates: reading the texts, the rules of relevance, how strings are cut, the form of the answer."""

from __future__ import annotations

import json
from datetime import date

import pytest

from crossread.records import Actor, Claim, Count, DateWindow, Document, Harm, Means, Place, Slot
from muc4_dates import write_date
from muc4_doers import Doer, category, list_doers
from muc4_output import SLOTS, to_slots5, to_text
from muc4_people import Person, cut, fullest_name, split_person
from muc4_places import document_country, read_place, write_location
from muc4_relevance import RULES, find_reason
from muc4_targets import foreign_nation, write_number
from muc4_templates import Template, incident_type, write_templates
from muc4_texts import parse_texts
from muc4_words import physical_type

TEXT = (
    "BOGOTA, 5 MAR 90 (NEW RADIO) -- [TEXT] YESTERDAY A BOMB EXPLODED AT THE HARBOR BANK IN CALI, COLOMBIA. "
    "TWO CLERKS WERE KILLED. REBELS OF THE ELN ARE BLAMED BY THE POLICE. MAYOR PEDRO ROJAS CONDEMNED IT. "
    "SOLDIERS CLASHED WITH REBELS."
)
DOCUMENT = Document(id="DEV-MUC3-9001", external_id="DEV-MUC3-9001", text=TEXT, published=date(1990, 3, 5))


def _claim(kind: str = "bombing", trigger: str = "EXPLODED", **slots: object) -> Claim:
    at = TEXT.index(trigger)
    given: dict[str, object] = {
        "id": "clm_1",
        "document_id": DOCUMENT.id,
        "type": kind,
        "scope": "incident",
        "status": "accomplished",
        "stance": "asserted",
        "trigger": DOCUMENT.quote(at, at + len(trigger)),
    }
    return Claim(**(given | slots))  # type: ignore[arg-type]


def _actor(role: str, kind: str, raw: str) -> Actor:
    at = TEXT.find(raw)
    return Actor(role=role, raw=raw, name=None, type=kind, evidence=(DOCUMENT.quote(at, at + len(raw)),) if at >= 0 else ())


def _killed(raw: str = "TWO CLERKS") -> Harm:
    at = TEXT.index(raw)
    count = Count(low=2, high=2, qualifier="exact")
    evidence = (DOCUMENT.quote(at, at + len(raw)),)
    return Harm(effect="killed", raw=raw, group="CLERKS", group_type="civilians", count=count, evidence=evidence)


def _when(first: date | None, last: date | None, raw: str = "YESTERDAY", precision: str = "day") -> Slot[DateWindow]:
    return Slot(raw=raw, value=DateWindow(earliest=first, latest=last, precision=precision))


BANK = _actor("target", "object", "THE HARBOR BANK")
CLERKS = _actor("victim", "civilians", "CLERKS")
REBELS = _actor("perpetrator", "rebel_group", "REBELS OF THE ELN")


def test_texts_are_cut_at_their_ids() -> None:
    """A file gives one document for each id line, its lines joined, its dateline the publication date."""
    content = "TST1-MUC3-0901\n\n   LIMA, 3 FEB 90 -- [TEXT] A BRIDGE WAS\nDAMAGED.\n\n   IT STANDS.\n\n"
    content += "TST1-MUC3-0902 (X)\n\n   NOTHING.\n"
    first, second = parse_texts(content)
    assert (first.id, first.published) == ("TST1-MUC3-0901", date(1990, 2, 3))
    assert first.text == "LIMA, 3 FEB 90 -- [TEXT] A BRIDGE WAS DAMAGED.\n\n IT STANDS."
    assert (second.id, second.text, second.published) == ("TST1-MUC3-0902", "NOTHING.", None)


@pytest.mark.parametrize(
    ("rule", "claim"),
    [
        ("no_type", _claim("agreement", actors=(CLERKS,))),
        ("unforced_stoppage", _claim("protest", "CONDEMNED", actors=(CLERKS,))),
        ("summary", _claim(scope="aggregate", actors=(BANK,))),
        ("discredited", _claim(stance="denied", actors=(BANK,))),
        ("old", _claim(scope="background", actors=(BANK,), when=_when(date(1989, 6, 1), date(1989, 6, 1)))),
        ("combat", _claim("armed_attack", actors=(REBELS, _actor("victim", "state_forces", "SOLDIERS")))),
        ("against_armed_group", _claim("killing", actors=(_actor("victim", "rebel_group", "REBELS"),))),
        ("vague", _claim("armed_attack", actors=(REBELS,))),
        (
            "elsewhere",
            _claim(
                actors=(BANK,),
                where=Slot(
                    raw="IN FRANCE",
                    value=Place(
                        name="France",
                        country="FR",
                        admin1=None,
                        gazetteer_id=None,
                        latitude=None,
                        longitude=None,
                        precision="country",
                    ),
                ),
            ),
        ),
    ],
)
def test_each_rule_of_relevance_leaves_out_its_case(rule: str, claim: Claim) -> None:
    """Every rule is reached, is the first to hold for its own case, and does not hold for a relevant bombing."""
    assert find_reason(DOCUMENT, claim) == rule
    assert not RULES[rule](DOCUMENT, _claim(actors=(BANK, CLERKS), harm=(_killed(),)))


def test_a_relevant_claim_is_kept() -> None:
    """A bomb at a bank, a clash in which civilians die, and soldiers who kill civilians belong in the database."""
    assert find_reason(DOCUMENT, _claim(actors=(BANK,))) is None
    assert find_reason(DOCUMENT, _claim("armed_clash", "CLASHED", actors=(CLERKS,), harm=(_killed(),))) is None
    soldiers = _actor("perpetrator", "state_forces", "SOLDIERS")
    assert find_reason(DOCUMENT, _claim("killing", "KILLED", actors=(soldiers, CLERKS))) is None


def test_a_rank_makes_the_victim_military() -> None:
    """Guerrillas who kill a "lieutenant" fight the army, even where the reader took the name for a civilian's."""
    victim = _actor("victim", "civilians", "LIEUTENANT JUAN PEREZ")
    assert find_reason(DOCUMENT, _claim("armed_attack", actors=(REBELS, victim))) == "combat"


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("THE TWO CLERKS", "CLERKS"),
        ('A "PEACE" GROUP [PG]', "PEACE GROUP"),
        ("AT LEAST 12 PEASANTS", "PEASANTS"),
        ("THREE", "THREE"),
    ],
)
def test_strings_are_cut(raw: str, expected: str) -> None:
    """Articles, numbers, brackets and quotation marks go; what would leave nothing stays."""
    assert cut(raw) == expected


def test_a_person_is_parted_into_name_and_description() -> None:
    """Titles and roles make the description, in the mention, before it, or in an apposition; groups have no name."""
    assert split_person("MAYOR PEDRO ROJAS") == Person(name="PEDRO ROJAS", description="MAYOR")
    assert split_person("PEDRO ROJAS", "THEY SHOT PARTY LEADER ") == Person(name="PEDRO ROJAS", description="PARTY LEADER")
    assert split_person("PEDRO ROJAS", "", ", GOVERNOR OF CAUCA, WAS").description == "GOVERNOR OF CAUCA"
    assert split_person("BANK CLERKS") == Person(name=None, description="BANK CLERKS")
    assert fullest_name("ROJAS", "PEDRO ROJAS SPOKE. ROJAS LEFT.") == "PEDRO ROJAS"


def test_dates_follow_the_documentation() -> None:
    """A told day is a day, two days a range, a weekday or nothing "on or before" the article's date."""
    assert write_date(DOCUMENT, _claim(when=_when(date(1990, 3, 4), date(1990, 3, 4)))) == "04 MAR 90"
    both = _claim(when=_when(date(1990, 3, 1), date(1990, 3, 3), precision="days"))
    assert write_date(DOCUMENT, both) == "01 MAR 90 - 03 MAR 90"
    monday = _claim(when=_when(date(1990, 2, 26), date(1990, 2, 26), raw="LAST MONDAY"))
    assert write_date(DOCUMENT, monday) == "- 05 MAR 90"
    assert write_date(DOCUMENT, _claim()) == "- 05 MAR 90"


def test_locations_name_country_and_kind() -> None:
    """The country comes from the words, else from the document; kinds from the words, else from the task's list."""
    assert document_country(DOCUMENT) == "COLOMBIA"
    assert write_location(DOCUMENT, _claim(where=Slot(raw="IN CALI, COLOMBIA", value=None))) == "COLOMBIA: CALI (CITY)"
    assert write_location(DOCUMENT, _claim()) == "COLOMBIA"
    larger = _claim(where=Slot(raw="IN ACHI, BOLIVAR DEPARTMENT", value=None))
    assert write_location(DOCUMENT, larger) == "COLOMBIA: BOLIVAR (DEPARTMENT): ACHI (TOWN)"
    assert read_place("NEAR THE CITY OF MEDELLIN") == ("MEDELLIN", "CITY")


def test_doers_are_people_or_organizations() -> None:
    """People of a group give both; an accusation by the police is one by authorities; soldiers make it the state's."""
    accused = _actor("accused", "rebel_group", "REBELS OF THE ELN")
    people, group = list_doers(DOCUMENT, [_claim(actors=(accused, BANK))])
    assert people == Doer(individual="REBELS OF THE ELN")
    assert group == Doer(organization="ELN", confidence="SUSPECTED OR ACCUSED BY AUTHORITIES")
    assert category([people, group]) == "TERRORIST ACT"
    assert category([Doer(individual="SOLDIERS")]) == "STATE-SPONSORED VIOLENCE"


def test_unnamed_rebels_belong_to_the_group_the_text_names() -> None:
    """ "Rebels" alone get the one armed group that the document names; soldiers get none."""
    rebels = _actor("perpetrator", "rebel_group", "REBELS")
    assert [d.organization for d in list_doers(DOCUMENT, [_claim(actors=(rebels,))])] == [None, "ELN"]
    soldiers = _actor("perpetrator", "state_forces", "SOLDIERS")
    assert [d.organization for d in list_doers(DOCUMENT, [_claim(actors=(soldiers,))])] == [None]


@pytest.mark.parametrize(
    ("thing", "expected"),
    [
        ("TELEPHONE COMPANY OFFICES", "COMMUNICATIONS"),
        ("OFFICES", "ORGANIZATION OFFICE"),
        ("RESIDENCE OF THE PERUVIAN AMBASSADOR", "DIPLOMAT OFFICE OR RESIDENCE"),
        ("POWER TOWERS", "ENERGY"),
        ("TRUCK", "TRANSPORT VEHICLE"),
        ("MONUMENT", "OTHER"),
    ],
)
def test_things_get_their_type(thing: str, expected: str) -> None:
    """A head that tells nothing alone leaves the word to the rest of the string."""
    assert physical_type(thing) == expected


def test_numbers_and_nations() -> None:
    """Counts keep their bounds, plurals without one say so, and only another nation than the place's is foreign."""
    assert write_number(Count(low=12, high=None, qualifier="at_least"), "PEASANTS") == "12 -"
    assert write_number("ABOUT 20 PEASANTS", "PEASANTS") == "~20"
    assert write_number("HARBOR CLERKS", "HARBOR CLERKS") == "PLURAL"
    assert write_number("A CLERK", "CLERK") == "1"
    assert foreign_nation("PERUVIAN ENGINEERS", "COLOMBIA") == "PERU"
    assert foreign_nation("PERUVIAN ENGINEERS", "PERU") is None


def test_types_are_the_tasks_own() -> None:
    """ATTACK only where no other type fits: an attack with explosives is a bombing."""
    dynamite = Means(kind="explosive", raw="DYNAMITE")
    assert incident_type(DOCUMENT, _claim("armed_attack", "BLAMED", means=(dynamite,))) == "BOMBING"
    assert incident_type(DOCUMENT, _claim("armed_attack", "BLAMED")) == "ATTACK"
    assert incident_type(DOCUMENT, _claim("abduction", "BLAMED")) == "KIDNAPPING"


def test_claims_that_differ_in_nothing_are_one_template() -> None:
    """Same type and day: one template with both targets; another day: two."""
    day = _when(date(1990, 3, 4), date(1990, 3, 4))
    one, other = _claim(actors=(BANK,), when=day), _claim(actors=(CLERKS,), harm=(_killed(),))
    (merged,) = write_templates(DOCUMENT, [one, other])
    assert merged.strings(12) == ["HARBOR BANK"]
    assert merged.fills[23] == [("DEATH", "CLERKS")]
    later = _claim(actors=(CLERKS,), when=_when(date(1990, 3, 1), date(1990, 3, 1)))
    assert len(write_templates(DOCUMENT, [one, later])) == 2


def test_the_answer_has_all_slots_in_the_keys_form() -> None:
    """24 numbered lines a template, asterisks where a slot does not apply, dashes where nothing is told."""
    template = Template("DEV-MUC3-9001", "KIDNAPPING")
    template.add(4, "KIDNAPPING")
    template.add(12, "BANK")
    template.add(18, "PEDRO ROJAS")
    template.add(20, "CIVILIAN", "PEDRO ROJAS")
    lines = to_text("DEV-MUC3-9001", [template]).splitlines()
    assert [int(line.split(".")[0]) for line in lines] == [0, 1, *SLOTS]
    shown = {int(line.split(".")[0]): line[36:] for line in lines}
    assert (shown[12], shown[9], shown[18], shown[20]) == ("*", "-", '"PEDRO ROJAS"', 'CIVILIAN: "PEDRO ROJAS"')
    empty = to_text("DEV-MUC3-9002", []).splitlines()
    assert len(empty) == 25
    assert {line[36:] for line in empty[1:]} == {"*"}


def test_five_roles() -> None:
    """The newer form: lower case, one mention an entity, only named people are victims."""
    template = Template("TST1-MUC3-0901", "ATTACK")
    template.add(18, "PEDRO ROJAS")
    template.add(19, "MAYOR", "PEDRO ROJAS")
    template.add(19, "CLERKS")
    row = json.loads(to_slots5("TST1-MUC3-0901", [template]))
    assert row["templates"] == [
        {
            "incident_type": "attack",
            "PerpInd": [],
            "PerpOrg": [],
            "Target": [],
            "Victim": [["pedro rojas"]],
            "Weapon": [],
        }
    ]
