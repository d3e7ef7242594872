"""Incidents as a table, one row each."""

from __future__ import annotations

from collections.abc import Sequence

from rich import box
from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from crossread.codebook import load_codebook
from crossread.records import Incident, Toll
from crossread.records.incident import SEVERITIES
from crossread.terminal.plain import plain_text
from crossread.terminal.signs import GRADE_STYLES, MARKS
from crossread.weigh import country_name, is_only_claimed, say_count, say_place, say_what, say_window, tolls_to_say

# Below this many columns an incident takes two lines instead of eight columns.
_NARROW = 88
_SHORT_ID = 12


def render_incidents(incidents: Sequence[Incident], *, width: int = 100) -> RenderableType:
    """One row for each incident, by date; ids are shortened where their beginning is enough to tell them apart."""
    if not incidents:
        return Text("No incidents.", style="dim")
    ordered = sorted(
        incidents, key=lambda row: (row.when.earliest.isoformat() if row.when and row.when.earliest else "9999", row.id)
    )
    short = shorten_ids([row.id for row in ordered])
    return _narrow(ordered, short) if width < _NARROW else _wide(ordered, short)


def shorten_ids(ids: Sequence[str]) -> dict[str, str]:
    """For each id its first characters, twelve or as many more as it takes to tell all apart."""
    length = _SHORT_ID
    longest = max((len(name) for name in ids), default=0)
    while length < longest and len({name[:length] for name in ids}) < len(set(ids)):
        length += 1
    return {name: name[:length] for name in ids}


def _wide(incidents: Sequence[Incident], short: dict[str, str]) -> Table:
    country = _one_country(incidents)
    grid = Table(box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False, padding=(0, 1, 0, 0), header_style="dim")
    grid.add_column("id", no_wrap=True, style="dim")
    grid.add_column("date", overflow="fold", max_width=13)
    grid.add_column(f"what, in {country}" if country else "what and where", overflow="fold")
    grid.add_column("toll", overflow="fold")
    grid.add_column("grade", no_wrap=True)
    grid.add_column("sources", justify="right", no_wrap=True)
    grid.add_column("differ on", no_wrap=True)
    for row in incidents:
        cells = (short[row.id], _date(row), _what(row, country), _toll(row), _grade(row), _sources(row), _sign(row))
        grid.add_row(*cells)
    return grid


def _what(incident: Incident, country: str | None) -> Text:
    """Type and place in two lines, without the country if all incidents share it."""
    place = say_place(incident.where)
    return Text.assemble(say_what(incident), "\n", plain_text(place.removesuffix(f", {country}") if country else place))


def _one_country(incidents: Sequence[Incident]) -> str | None:
    """The country all incidents lie in, so that it need not stand in every row."""
    codes = {row.where.country for row in incidents if row.where}
    only = codes.pop() if len(codes) == 1 else None
    return country_name(only) if only else None


def _narrow(incidents: Sequence[Incident], short: dict[str, str]) -> RenderableType:
    rows: list[RenderableType] = []
    for row in incidents:
        head = Text.assemble((short[row.id], "dim"), "  ", _grade(row), "  ", _sign(row) or "")
        rows.append(Padding(Group(plain_text(row.summary), head), (0, 0, 1, 0)))
    return Group(*rows)


def _date(incident: Incident) -> Text:
    return plain_text(say_window(incident.when).replace("date not known", "–"))


def _toll(incident: Incident) -> Text:
    said = (say_toll(toll) + " (claimed)" * is_only_claimed(toll, incident.policy) for toll in tolls_to_say(incident.tolls))
    return Text("\n".join(said) or "–")


def say_toll(toll: Toll) -> str:
    """`10 killed (6–11)`, `at least 19 killed (from 17)`; without a settled figure the range alone."""
    label = load_codebook().label("effect", toll.effect)
    if toll.best is None or toll.count.low == toll.count.high == toll.best:
        return f"{say_count(toll.count)} {label}"
    if toll.count.high is None:
        spread = f" (from {toll.count.low})" if toll.count.low is not None and toll.count.low < toll.best else ""
        return f"at least {toll.best} {label}{spread}"
    return f"{toll.best} {label} ({say_count(toll.count)})"


def _grade(incident: Incident) -> Text:
    return Text(incident.grade, style=GRADE_STYLES.get(incident.grade, ""))


def _sources(incident: Incident) -> str:
    return str(incident.independent_sources or "–")


def _sign(incident: Incident) -> Text:
    """The most severe disagreement, and how many more severities there are."""
    severe = [name for name in SEVERITIES if any(row.severity == name for row in incident.disagreements)]
    if not severe:
        return Text(f"{MARKS['agrees'].sign} nothing" if incident.independent_sources > 1 else "–", style="dim")
    style = MARKS["differs"].style if severe[0] in ("outcome", "perpetrator") else ""
    more = f" +{len(severe) - 1}" if len(severe) > 1 else ""
    return Text(f"{MARKS['differs'].sign} {severe[0]}{more}".replace(" ", "\u00a0"), style=style)
