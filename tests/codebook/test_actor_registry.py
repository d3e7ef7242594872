"""The actor registry: facts hold together, names mean one actor in one country at one time."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from crossread.codebook import ActorRegistry
from crossread.codebook.actor_entry import ActorEntry, entry_from_table
from crossread.codebook.compile_actors import COMPILED, check_entries, compile_registry, read_entries, to_text
from crossread.errors import CodebookError

REGISTRY = ActorRegistry.load()


def _entry(**changes: object) -> ActorEntry:
    base = ActorEntry(id="xx-a", name="Front A", type="rebel_group", countries=("ML",), sources={"names": "record"})
    return replace(base, **changes)  # type: ignore[arg-type]


def test_the_shipped_registry_is_sound() -> None:
    """Ids are unique, links lead somewhere, dates are ordered, types exist, no name has two bearers at one place and time."""
    entries = read_entries()
    check_entries(entries)
    assert len(entries) >= 600


def test_the_compiled_registry_is_up_to_date() -> None:
    """What is loaded is what the TOMLs say; if not, run `python -m crossread.codebook.compile_actors`."""
    assert COMPILED.read_text(encoding="utf-8") == to_text(compile_registry(read_entries()))


def test_many_conflicts_are_covered() -> None:
    """At least ten non-state actors stand for each of 25 countries with armed conflict since 1989."""
    counts: dict[str, int] = {}
    for entry in REGISTRY.actors.values():
        if entry.type in ("rebel_group", "political_militia", "communal_militia"):
            for country in entry.countries:
                counts[country] = counts.get(country, 0) + 1
    assert sum(count >= 10 for count in counts.values()) >= 25


@pytest.mark.parametrize(
    ("alias", "country", "day", "name"),
    [
        ("UPC", "CD", date(2003, 5, 1), "Union of Congolese Patriots"),
        ("UPC", "CF", date(2018, 5, 1), "Union for Peace in the Central African Republic"),
        ("PDF", "MM", date(2022, 1, 1), "People's Defence Force"),
        ("PDF", "SD", date(1995, 1, 1), "Popular Defence Forces"),
        ("al-Shabaab", "MZ", date(2021, 4, 1), "Ansar al-Sunna (Mozambique)"),
        ("al-Shabaab", "KE", date(2013, 9, 22), "al-Shabaab"),
        ("Ansar al-Sharia", "LY", date(2014, 1, 1), "Ansar al-Sharia (Libya)"),
        ("Maoists", "NP", date(2003, 1, 1), "Communist Party of Nepal (Maoist)"),
        ("Maoists", "IN", date(2010, 1, 1), "Communist Party of India (Maoist)"),
        ("Al-Qaeda in the Arabian Peninsula", "SA", date(2004, 6, 1), "Al-Qaeda in Saudi Arabia"),
        ("VDP", "BF", date(2022, 6, 1), "Volunteers for the Defence of the Homeland"),
    ],
)
def test_country_and_day_choose_among_namesakes(alias: str, country: str, day: date, name: str) -> None:
    """One short name, several bearers: the country and the day tell which."""
    entry = REGISTRY.find(alias, country=country, day=day)
    assert entry is not None
    assert entry.name == name


def test_a_namesake_elsewhere_is_not_taken() -> None:
    """A short name known only for other countries gives nobody rather than the wrong one."""
    assert REGISTRY.find("UPC", country="FR") is None
    assert REGISTRY.find("UPC") is None


def test_spelling_does_not_matter() -> None:
    """Case, accents, apostrophes, hyphens and the article do not make another name."""
    for spelling in ("the kata'ib hezbollah", "KATA’IB HEZBOLLAH", "Kata'ib-Hezbollah"):
        entry = REGISTRY.find(spelling, country="IQ")
        assert entry is not None
        assert entry.id == "iq-kh"


def test_related_orders_kinship() -> None:
    """The same actor above part and whole, above successor, above strangers; and it is symmetric."""
    assert REGISTRY.related("ml-jnim", "ml-jnim") == 1.0
    assert REGISTRY.related("ps-qassam", "ps-hamas") == REGISTRY.related("ps-hamas", "ps-qassam") == 0.8
    assert REGISTRY.related("ml-ansar-dine", "ml-jnim") == 0.7
    assert REGISTRY.related("ps-hamas", "co-farc") == 0.0
    assert REGISTRY.parents("tr-hpg") == ("tr-pkk",)


def test_same_actor_compares_names_as_written() -> None:
    """Alias and full name are one actor; a name with its acronym in brackets too; unknown names only if they fold alike."""
    assert REGISTRY.same_actor("ISIL", "Islamic State group") == 1.0
    assert REGISTRY.same_actor("Kurdistan Workers' Party (PKK)", "PKK") == 1.0
    assert REGISTRY.same_actor("Brigade of the Reeds", "the brigade of the reeds") == 1.0
    assert REGISTRY.same_actor("Brigade of the Reeds", "Hamas") == 0.0


def test_types_change_with_day_and_country() -> None:
    """The Taliban are the state's forces after they took Kabul, Hezbollah a militia in Syria, an army foreign abroad."""
    assert REGISTRY.get("af-taliban").type_on(country="AF", day=date(2015, 1, 1)) == "rebel_group"
    assert REGISTRY.get("af-taliban").type_on(country="AF", day=date(2022, 1, 1)) == "state_forces"
    for name, country, kind in (
        ("Hezbollah", "SY", "political_militia"),
        ("Israel Defense Forces", "IL", "state_forces"),
        ("Israel Defense Forces", "PS", "foreign_forces"),
    ):
        entry = REGISTRY.find(name, country=country)
        assert entry is not None
        assert entry.type_on(country=country) == kind


@pytest.mark.parametrize(
    ("entries", "says"),
    [
        ([_entry(), _entry(name="Front B")], "one id"),
        ([_entry(parent="xx-none")], "no other actor"),
        ([_entry(valid_from="2010", valid_to="2009")], "ends before"),
        ([_entry(type="terrorists")], "unknown type"),
        ([_entry(aliases=("FA",)), _entry(id="xx-b", name="Front B", aliases=("FA",))], "share the name 'fa'"),
    ],
)
def test_unsound_entries_are_refused(entries: list[ActorEntry], says: str) -> None:
    """Each rule of the registry stops an entry that breaks it."""
    with pytest.raises(CodebookError, match=says):
        check_entries(entries)


def test_namesakes_apart_or_declared_are_accepted() -> None:
    """Two bearers of one name may stand in different countries or times, or be declared ambiguous."""
    check_entries([_entry(aliases=("FA",)), _entry(id="xx-b", name="Front B", aliases=("FA",), countries=("CD",))])
    check_entries(
        [_entry(aliases=("FA",), valid_to="1999"), _entry(id="xx-b", name="Front B", aliases=("FA",), valid_from="2000-01")]
    )
    check_entries(
        [
            _entry(aliases=("FA",), ambiguous=("FA",)),
            _entry(id="xx-b", name="Front B", aliases=("FA",), ambiguous=("FA",)),
        ]
    )


def test_a_table_with_a_strange_key_is_refused() -> None:
    """A slip of the pen in a TOML does not vanish."""
    table = {"id": "xx-a", "name": "Front A", "type": "rebel_group", "sources": {"names": "record"}, "alias": ["FA"]}
    with pytest.raises(CodebookError, match="key that the registry does not know"):
        entry_from_table(table, "xx.toml")
    with pytest.raises(CodebookError, match="no sources"):
        entry_from_table({"id": "xx-a", "name": "Front A", "type": "rebel_group"}, "xx.toml")


def test_dates_are_as_exact_as_written() -> None:
    """A year begins on its first day and ends on its last."""
    entry = _entry(valid_from="2012", valid_to="2016-02")
    assert (entry.starts, entry.ends) == (date(2012, 1, 1), date(2016, 2, 29))
    assert entry.existed(date(2016, 2, 29))
    assert not entry.existed(date(2016, 3, 1))
    with pytest.raises(CodebookError, match="cannot be read"):
        _ = _entry(valid_from="2012-13").starts
