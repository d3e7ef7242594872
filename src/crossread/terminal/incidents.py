"""Incidents as a table, one row each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from crossread.records import Incident, Judgement
from crossread.records.incident import SEVERITIES
from crossread.terminal.plain import plain_text
from crossread.terminal.signs import GRADE_STYLES, STYLES
from crossread.weigh import (
    MARKS,
    country_name,
    day_order,
    say_place,
    say_state,
    say_toll_of,
    say_what,
    say_window,
    tolls_to_say,
)

_HEADS = ("id", "date", "what", "toll", "grade", "sources", "differ on")
_WIDEST = {"date": 13, "what": 22}  # longer ones, such as "enforced disappearance (threatened)", take two lines
# In a narrower column than this tolls break at each word; then incidents are told in sentences instead of columns.
_LEAST_TOLL = 16
_SHORT_ID = 12
_GAP = 2
_NO_REVIEWS: Mapping[str, Judgement] = {}


def render_incidents(
    incidents: Sequence[Incident], *, width: int = 100, reviews: Mapping[str, Judgement] = _NO_REVIEWS
) -> RenderableType:
    """One row for each incident, by date; ids are shortened where their beginning is enough to tell them apart.

    Of those that people decided about (`reviews` by id) the decision stands below the grade.
    """
    if not incidents:
        return Text("No incidents.", style="dim")
    ordered = sorted(incidents, key=day_order)
    short = shorten_ids([row.id for row in ordered])
    grades = {row.id: _grade(row, reviews.get(row.id)) for row in ordered}
    return _wide(ordered, short, grades, width) or _narrow(ordered, short, grades)


def shorten_ids(ids: Sequence[str]) -> dict[str, str]:
    """For each id its first characters, twelve or as many more as it takes to tell all apart."""
    length = _SHORT_ID
    longest = max((len(name) for name in ids), default=0)
    while length < longest and len({name[:length] for name in ids}) < len(set(ids)):
        length += 1
    return {name: name[:length] for name in ids}


def _wide(
    incidents: Sequence[Incident], short: Mapping[str, str], grades: Mapping[str, Text], width: int
) -> RenderableType | None:
    """Seven columns for each incident, and its place below them; None where the width leaves too little room for the toll.

    The place has a line of its own, as wide as the table: names of countries are long, and in a column they break at each word.
    """
    country = _one_country(incidents)
    rows = [
        (short[row.id], _date(row), say_what(row), _toll(row), grades[row.id], _sources(row), _sign(row)) for row in incidents
    ]
    widths = _fit(rows, width)
    if widths is None:
        return None
    parts: list[RenderableType] = [
        _grid(_HEADS, widths, style="dim"),
        Text("─" * (sum(widths) + _GAP * (len(widths) - 1)), style="dim"),
    ]
    for row, cells in zip(incidents, rows, strict=True):
        parts.append(_grid(cells, widths))
        place = say_place(row.where)
        told = plain_text(place.removesuffix(f", {country}") if country else place)
        parts.append(Padding(told, (0, 0, 0, widths[0] + _GAP)))
    return Group(*([plain_text(f"Country: {country}", "dim"), Text()] if country else []), *parts)


def _fit(rows: Sequence[Sequence[str | Text]], width: int) -> tuple[int, ...] | None:
    """The width of each column: what its cells need, dates and types up to a limit, and for the toll what is left."""
    needed = [max(_breadth(cell) for cell in column) for column in zip(_HEADS, *rows, strict=True)]
    widths = [min(wanted, _WIDEST.get(head, wanted)) for head, wanted in zip(_HEADS, needed, strict=True)]
    at = _HEADS.index("toll")
    left = width - sum(widths) + widths[at] - _GAP * (len(widths) - 1)
    widths[at] = min(widths[at], left)
    return tuple(widths) if widths[at] >= min(_LEAST_TOLL, needed[at]) else None


def _breadth(cell: str | Text) -> int:
    """The columns of a terminal that the longest line of a cell takes."""
    return max(line.cell_len for line in (Text(cell) if isinstance(cell, str) else cell).split("\n", allow_blank=True))


def _grid(cells: Sequence[str | Text], widths: Sequence[int], *, style: str = "") -> Table:
    """One row whose columns stand below those of every other row."""
    grid = Table.grid(padding=(0, _GAP, 0, 0), pad_edge=False)
    for head, columns in zip(_HEADS, widths, strict=True):
        look = "dim" if head == "id" else style
        grid.add_column(width=columns, overflow="fold", style=look, justify="right" if head == "sources" else "left")
    grid.add_row(*cells)
    return grid


def _one_country(incidents: Sequence[Incident]) -> str | None:
    """The country all incidents lie in, so that it need not stand in every row."""
    codes = {row.where.country for row in incidents if row.where}
    only = codes.pop() if len(codes) == 1 else None
    return country_name(only) if only else None


def _narrow(incidents: Sequence[Incident], short: Mapping[str, str], grades: Mapping[str, Text]) -> RenderableType:
    rows: list[RenderableType] = []
    for row in incidents:
        told = Text(", ").join(grades[row.id].split("\n"))
        head = Text.assemble((short[row.id], "dim"), "  ", told, "  ", _sign(row) or "")
        rows.append(Padding(Group(plain_text(row.summary), head), (0, 0, 1, 0)))
    return Group(*rows)


def _date(incident: Incident) -> Text:
    return plain_text(say_window(incident.when).replace("date not known", "–"))


def _toll(incident: Incident) -> Text:
    said = (say_toll_of(toll, incident.policy) for toll in tolls_to_say(incident.tolls))
    return Text("\n".join(said) or "–")


def _grade(incident: Incident, decided: Judgement | None) -> Text:
    grade = Text(incident.grade, style=GRADE_STYLES.get(incident.grade, ""))
    return grade.append(f"\n{say_state(decided)}", style="not bold default") if decided else grade


def _sources(incident: Incident) -> str:
    return str(incident.independent_sources or "–")


def _sign(incident: Incident) -> Text:
    """The most severe disagreement, and how many more severities there are."""
    severe = [name for name in SEVERITIES if any(row.severity == name for row in incident.disagreements)]
    if not severe:
        return Text(f"{MARKS['agrees'].sign} nothing" if incident.independent_sources > 1 else "–", style="dim")
    style = STYLES["differs"] if severe[0] in ("outcome", "perpetrator") else ""
    more = f" +{len(severe) - 1}" if len(severe) > 1 else ""
    return Text(f"{MARKS['differs'].sign} {severe[0]}{more}".replace(" ", "\u00a0"), style=style)
