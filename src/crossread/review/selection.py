"""The query string of a page <-> the filter it asks for, so that an address holds the whole view."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date
from urllib.parse import urlencode

from crossread.errors import RecordError
from crossread.store import Box, IncidentFilter

PAGE = 50
NAMES = tuple(field.name for field in fields(IncidentFilter))


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """What a visitor asked to see. `given` are the conditions as typed, by name; `page` counts from 1."""

    where: IncidentFilter
    given: Mapping[str, str]
    page: int = 1

    def query(self, **changes: object) -> str:
        """The query string of this view with some conditions changed; an empty one is dropped, and the page is the first."""
        told = {**self.given, **{name: str(value) for name, value in changes.items() if value is not None}}
        return urlencode({name: value for name, value in told.items() if value})


def parse_view(query: Mapping[str, str]) -> View:
    """The view that a query string asks for; a day that is none is refused by name."""
    given = {name: query[name].strip() for name in NAMES if query.get(name, "").strip()}
    values: dict[str, object] = dict(given)
    for name in ("date_from", "date_to"):
        if name in given:
            values[name] = parse_day(name, given[name])
    if "country" in given:
        values["country"] = given["country"].upper()
    if "box" in given:
        values["box"] = parse_box(given["box"])
    page = query.get("page", "1")
    return View(where=IncidentFilter(**values), given=given, page=max(1, int(page)) if page.isdecimal() else 1)  # type: ignore[arg-type]


def parse_day(name: str, told: str) -> date:
    """A day as YYYY-MM-DD; `RecordError` names the condition `name` for anything else."""
    try:
        return date.fromisoformat(told)
    except ValueError as error:
        raise RecordError(
            f"{name} is no day.", expected="YYYY-MM-DD", found=told, next_step="Change it and ask again."
        ) from error


def parse_box(told: str) -> Box:
    """A stretch of the map, as west,south,east,north in degrees."""
    try:
        west, south, east, north = (float(part) for part in told.split(","))
    except ValueError as error:
        raise RecordError(
            "That is no stretch of the map.",
            expected="west,south,east,north in degrees, such as -12.2,10.1,4.3,25",
            found=told,
            next_step="Change it and ask again.",
        ) from error
    return Box(west=west, south=south, east=east, north=north)
