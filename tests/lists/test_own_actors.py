"""Own actors beside those of the registry: whose name counts, who is part of whom, and what cannot be used."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from crossread.codebook import ActorRegistry
from crossread.errors import ConfigError
from crossread.lists import use_lists
from crossread.normalize.actors import ActorContext, ActorResolver

Write = Callable[..., Path]
HEAD = "name,aliases,kind,country,parent,founded,ended"
HERDERS = "Front of the River Herders,FRH|River Herders Front,communal militia,ML,,2017,"


def resolve(raw: str, *, country: str = "ML", day: date = date(2019, 3, 12)) -> tuple[str | None, str, str | None]:
    """Name, type and id of who is named so."""
    text = f"Fighters of {raw} attacked the village."
    start = text.index(raw)
    context = ActorContext(text=text, start=start, end=start + len(raw), country=country, published=day)
    found = ActorResolver().resolve(raw, role="perpetrator", context=context)
    return found.name, found.type, found.registry_id


@pytest.mark.parametrize("written", ["the Front of the River Herders", "the FRH", "River Herders Front"])
def test_a_group_that_the_registry_lacks_is_found_by_all_its_names(write: Write, written: str) -> None:
    assert resolve(written)[2] is None
    use_lists(actors=write("actors.csv", HEAD, HERDERS))
    wanted = ("Front of the River Herders", "communal_militia", "own:ml-front-of-the-river-herders")
    assert resolve(written) == wanted


def test_an_actor_of_the_registry_is_taken_as_the_list_has_it(write: Write) -> None:
    """The list's name and kind; id, other names and what a row leaves open stay."""
    before = ActorRegistry.load().find("JNIM", country="ML")
    assert before is not None
    use_lists(actors=write("actors.csv", HEAD, "JNIM,Nusrat of the list,,ML,,,"))
    after = ActorRegistry.load().find("Nusrat of the list", country="ML")
    assert after is not None
    assert (after.id, after.name, after.type, after.valid_from) == (before.id, "JNIM", before.type, before.valid_from)
    assert ActorRegistry.load().find(before.name, country="ML") == after
    assert ActorRegistry.built_in().get(before.id) == before


def test_an_own_name_wins_in_its_country_and_leaves_namesakes_elsewhere(write: Write) -> None:
    """A short name that the registry has for another country means the own group at home, the other there."""
    name = next(
        alias
        for alias, ids in ActorRegistry.built_in().index.items()
        if len(ids) == 1 and len(alias) == 3 and ActorRegistry.built_in().get(ids[0]).countries == ("PH",)
    )
    known = ActorRegistry.built_in().index[name][0]
    use_lists(actors=write("actors.csv", HEAD, f"River Guard,{name.upper()},political_militia,ML,,,"))
    here, there = (ActorRegistry.load().find(name, country=country) for country in ("ML", "PH"))
    assert here is not None
    assert there is not None
    assert (here.name, there.id) == ("River Guard", known)


def test_parts_and_wholes_are_one_party_for_the_linker(write: Write) -> None:
    """A parent of the list or of the registry, before or behind it in the file."""
    rows = "Northern Wing,,communal militia,ML,FRH,,", HERDERS, "Katiba Sahra,,rebel_group,ML,JNIM,2018-03,"
    use_lists(actors=write("actors.csv", HEAD, *rows))
    registry = ActorRegistry.load()
    assert registry.same_actor("Northern Wing", "Front of the River Herders") == 0.8
    assert registry.same_actor("Katiba Sahra", "JNIM") == 0.8
    assert registry.same_actor("Katiba Sahra", "FRH") == 0.0


def test_the_days_of_a_group_are_heard(write: Write) -> None:
    """Of two own namesakes of neighbouring times in two countries each is found; the dates stand in the entry."""
    use_lists(actors=write("actors.csv", HEAD, "Katiba Sahra,,rebel_group,ML|NE,,2018-03,2020"))
    entry = ActorRegistry.load().find("Katiba Sahra", country="NE")
    assert entry is not None
    assert (entry.starts, entry.ends, entry.countries) == (date(2018, 3, 1), date(2020, 12, 31), ("ML", "NE"))


def test_every_line_of_actors_that_cannot_be_used_is_told_at_once(write: Write) -> None:
    path = write(
        "actors.csv",
        HEAD,
        "Alpha,,rebels,ML,,,",
        "Beta,Gamma,rebel_group,Mali,Nobody at all,,",
        "Gamma,,rebel_group,ML,,,",
        "Delta,,rebel_group,XX,,2019-13,",
        "Epsilon,,,ML,,,",
        "Zeta,,rebel_group,ML,Eta,2019,2018",
        "Eta,,rebel_group,ML,Theta,,",
        "Theta,,rebel_group,ML,Eta,,",
    )
    with pytest.raises(ConfigError) as error:
        use_lists(actors=path)
    told = str(error.value)
    for part in (
        "line 2, kind: expected one of state_forces",
        "line 3, parent: expected the name of one other actor, of this list or built in, found 'Nobody at all'",
        "line 4, name: expected each name for one actor of a country, found 'Gamma', which line 3 has, too",
        "line 5, country: expected a country by its ISO code or English name, such as ML or Mali, found 'XX'",
        "line 5, founded: expected 2012, 2012-01 or 2012-01-23, found '2019-13'",
        "line 6, kind: expected one of state_forces",
        "line 7, ended: expected a day after it was founded (2019), found '2018'",
        "line 8, parent: expected no actor that is itself part of this one",
        "line 9, parent: expected no actor that is itself part of this one",
    ):
        assert part in told, part
    assert told.count("actors.csv, line") == 9


def test_faults_of_both_lists_are_told_together(write: Write) -> None:
    places = write("places.csv", "name,latitude,longitude,country", "Alpha,95,2,ML")
    with pytest.raises(ConfigError, match=r"2 things(.|\n)*actors\.csv, line 2(.|\n)*places\.csv, line 2"):
        use_lists(places=places, actors=write("actors.csv", HEAD, "Alpha,,rebels,ML,,,"))
