"""Actor mentions: names in context, nationalities, generic people, objects, and the laws of the resolver."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crossread.codebook import ActorRegistry, load_codebook
from crossread.normalize.actors import ActorContext, ActorResolver, ResolvedActor

RESOLVER = ActorResolver()
TYPES = load_codebook().codes("actor_type")
TABLE = Path(__file__).with_name("test_actors_in_context.psv")


def _rows() -> list[list[str]]:
    lines = TABLE.read_text(encoding="utf-8").splitlines()
    return [[cell.strip() for cell in line.split("|")] for line in lines if line.strip() and not line.startswith("#")]


def _resolve(marked: str, role: str, *, country: str | None = None, day: str | None = None, **more: str) -> ResolvedActor:
    match = re.search(r"\[([^\]]+)\]", marked)
    assert match is not None
    text = marked.replace("[", "").replace("]", "")
    start = match.start()
    context = ActorContext(
        text=text,
        start=start,
        end=start + len(match.group(1)),
        country=country,
        published=date.fromisoformat(day) if day else None,
        **more,
    )
    return RESOLVER.resolve(match.group(1), role=role, context=context)


@pytest.mark.parametrize("row", _rows(), ids=lambda row: row[0][:60])
def test_names_and_people_in_context(row: list[str]) -> None:
    """A mention in a sentence, a country and a year gives the coder's name and type."""
    marked, role, country, day, name, kind = row
    found = _resolve(marked, role, country=None if country == "-" else country, day=day)
    assert (found.name or "-", found.type) == (name, kind)


def test_the_table_is_long_enough() -> None:
    """At least 250 mentions with dates, 150 of them of names, from at least 40 countries hold the resolver to its words."""
    rows = _rows()
    assert len(rows) >= 250
    assert sum(row[4] != "-" for row in rows) >= 150
    assert len({row[2] for row in rows}) >= 40


def test_peacekeepers_without_a_named_mission_stay_unnamed() -> None:
    """Nationality and role alone do not tell the mission; the type is sure."""
    found = _resolve("[Chadian peacekeepers] came under fire.", "victim", country="ML", day="2016-02-12")
    assert (found.name, found.type, found.registry_id) == (None, "foreign_forces", None)


def test_soldiers_of_a_state_with_its_own_operation_are_not_put_into_the_mission() -> None:
    """French soldiers in Mali serve in their own operation, though MINUSMA is named beside them."""
    found = _resolve("[French soldiers] and MINUSMA patrolled Gao.", "perpetrator", country="ML", day="2019-05-05")
    assert found.name == "French Armed Forces"


def test_a_name_before_its_time_is_flagged_and_kept() -> None:
    """A report older than the group it seems to name keeps the name and says that something is wrong."""
    found = _resolve("[JNIM] attacked the post.", "perpetrator", country="ML", day="2013-01-10")
    assert found.registry_id == "ml-jnim"
    assert "anachronism" in found.flags
    assert "anachronism" not in _resolve("[JNIM] attacked it.", "perpetrator", country="ML", day="2019-01-10").flags


def test_a_late_retelling_is_no_anachronism() -> None:
    """A report some months after a group's end may still tell of it."""
    assert _resolve("[The AUC] shot four men.", "perpetrator", country="CO", day="2007-01-15").flags == ()


def test_a_group_far_from_home_is_flagged() -> None:
    """A group that is known for other countries is named all the same, with a remark for the reviewer."""
    assert "elsewhere" in _resolve("[Abu Sayyaf] claimed it.", "claimant", country="PE", day="2010-01-01").flags


def test_definite_words_point_back_to_the_group_named_before() -> None:
    """The group named last before "the militants" is who they are; "militants" alone are nobody known."""
    text = "Boko Haram entered Damboa on Friday. {} burnt forty houses."
    back = _resolve(text.format("[The militants]"), "perpetrator", country="NG", day="2014-07-20")
    alone = _resolve(text.format("[Militants]"), "perpetrator", country="NG", day="2014-07-20")
    assert (back.registry_id, back.type, back.flags) == ("ng-boko-haram", "rebel_group", ("from_context",))
    assert (alone.name, alone.type) == (None, "unidentified_armed_group")


def test_a_title_elsewhere_in_the_text_tells_who_a_person_is() -> None:
    """A bare surname is an official where the text has given the office, a civilian as victim where it has not."""
    told = _resolve("Governor Jan Brandt opened the bridge. Later [Brandt] was shot.", "victim", country="NL", day="2012-05-05")
    untold = _resolve("Jan Brandt opened a shop. Later [Brandt] was shot.", "victim", country="NL", day="2012-05-05")
    assert (told.type, untold.type) == ("officials", "civilians")


def test_what_happened_tells_who_people_are() -> None:
    """People arrested are unknown, people bombed are civilians, people who march are protesters."""
    assert _resolve("[People] were taken in.", "victim", country="EG", incident_type="detention").type == "unknown"
    assert _resolve("[People] died.", "victim", country="EG", incident_type="bombing").type == "civilians"
    assert _resolve("[Thousands of people] came.", "perpetrator", country="EG", incident_type="protest").type == "protesters"


def test_the_encoder_decides_only_where_words_do_not() -> None:
    """The encoder's guess stands for "people", never for a named group or a convoy."""
    people = _resolve("[People] were hit.", "victim", country="IQ", encoder_type="protesters")
    assert (people.type, people.flags) == ("protesters", ("encoder_type",))
    assert _resolve("[Hamas] fired.", "perpetrator", country="IL", encoder_type="civilians").type == "rebel_group"
    assert _resolve("They hit [a convoy].", "target", country="ML", encoder_type="civilians").type == "object"


@pytest.mark.parametrize("raw", ["The Islamist", "Muslim", "the Communist"])
def test_a_creed_is_nobodys_name(raw: str) -> None:
    """An adjective cut off from its group names nobody; the group beside it does."""
    text = f"{raw} group claimed the raid."
    context = ActorContext(text=text, start=0, end=len(raw), country="NG", published=None)
    assert ActorResolver().resolve(raw, role="claimant", context=context).name is None


def test_ordinary_words_are_no_acronyms() -> None:
    """Small words that spell an acronym name nobody: us, who, is, fact."""
    for mention in ("people who care", "some of us", "a fact", "the far side"):
        found = _resolve(f"There were [{mention}] in town.", "victim", country="TD", day="2017-01-01")
        assert found.registry_id is None, mention


def test_army_of_occupied_ground_is_foreign() -> None:
    """Nameless soldiers in the Palestinian territories are no Palestinian army."""
    assert _resolve("[Soldiers] closed the gate.", "perpetrator", country="PS", day="2005-05-05").type == "foreign_forces"


def test_ids_lead_into_the_registry() -> None:
    """Every id that the resolver gives can be looked up, and its entry bears the name or the mission's name."""
    registry = ActorRegistry.load()
    found = [_resolve(marked, role, country=country, day=day) for marked, role, country, day, *_ in _rows()]
    named = [(one.name, registry.get(one.registry_id).name) for one in found if one.registry_id is not None and one.name]
    assert len(named) > 50
    assert [pair for pair in named if not pair[0].startswith(pair[1])] == []


@settings(max_examples=200, deadline=None)
@given(
    raw=st.text(min_size=1, max_size=60),
    role=st.sampled_from(load_codebook().codes("actor_role")),
    country=st.sampled_from([None, "ML", "IQ", "PS", "US"]),
)
def test_any_words_give_a_codebook_type(raw: str, role: str, country: str | None) -> None:
    """Whatever is passed in, the answer is a type of the codebook with a score between 0 and 1, and the same twice."""
    context = ActorContext(text=raw, start=0, end=len(raw), country=country)
    found = RESOLVER.resolve(raw, role=role, context=context)
    assert found.type in TYPES
    assert 0.0 <= found.score <= 1.0
    assert RESOLVER.resolve(raw, role=role, context=context) == found


@settings(max_examples=60, deadline=None)
@given(entry=st.sampled_from(sorted(ActorRegistry.load().actors)), article=st.sampled_from(["", "the ", "The "]))
def test_every_registered_name_is_found_again(entry: str, article: str) -> None:
    """The full name of a registered actor, in its own country and time, gives that actor."""
    actor = ActorRegistry.load().get(entry)
    country = (*actor.countries, actor.home)[0]
    raw = article + actor.name
    context = ActorContext(text=f"{raw} was named.", start=0, end=len(raw), country=country, published=actor.starts)
    assert RESOLVER.resolve(raw, role="perpetrator", context=context).registry_id == entry


def test_a_states_office_is_no_rebel() -> None:
    """Whatever the reader takes the press office for; a group's own wing is another matter."""
    found = _resolve("[The ministry] said four men were seized.", "claimant", country="PK", encoder_type="rebel_group")
    assert found.type == "officials"
    found = _resolve("[The army's press wing] said four men were seized.", "claimant", country="PK", encoder_type="rebel_group")
    assert found.type == "officials"
    found = _resolve("[Its military wing] said so.", "claimant", country="PS", encoder_type="rebel_group")
    assert found.type == "rebel_group"


@pytest.mark.parametrize(
    ("marked", "role", "kind"),
    [
        ("It was the tenth attack to strike [Pakistan] this year.", "target", "object"),
        ("Rockets were fired at [Israel] from Gaza.", "target", "object"),
        ("[Pakistan] shelled the valley.", "perpetrator", "foreign_forces"),
        ("Mortars hit [Pakistani troops] near the border.", "target", "foreign_forces"),
    ],
)
def test_a_country_that_is_struck_is_a_place(marked: str, role: str, kind: str) -> None:
    """Whatever the reader takes it for; a country that strikes is its forces, and its troops are troops."""
    assert _resolve(marked, role, country="AF", encoder_type="foreign_forces").type == kind
