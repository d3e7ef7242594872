"""The query string of a page <-> the filter it asks for, so that an address holds the whole view."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date
from urllib.parse import urlencode

from crossread.codebook import find_country, load_codebook, load_countries
from crossread.errors import RecordError
from crossread.store import Box, IncidentFilter

PAGE = 50
CALLED = {"actor_type": "kind of actor"}
CODES = {"type": "incident_type", "grade": "grade", "actor_type": "actor_type"}  # conditions that take a code of the codebook
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
    """The view that a query string asks for; what is no day, code or country is refused by name."""
    given = {name: query[name].strip() for name in NAMES if query.get(name, "").strip()}
    values: dict[str, object] = dict(given)
    for name in ("date_from", "date_to"):
        if name in given:
            values[name] = parse_day(name, given[name])
    for name, kind in CODES.items():
        if name in given:
            values[name] = given[name] = parse_code(name, kind, given[name])
    if "country" in given:
        values["country"] = parse_country(given["country"])
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


def parse_code(name: str, kind: str, told: str) -> str:
    """A code of the codebook, also as pages show it ("air strike"); `RecordError` names the condition and lists the codes."""
    code, codes = "_".join(told.lower().replace("-", " ").split()), load_codebook().codes(kind)
    if code not in codes:
        raise RecordError(
            f"There is no such {CALLED.get(name, name)}.",
            expected=f"one of {', '.join(codes)}",
            found=told,
            next_step="Change it and ask again.",
        )
    return code


def parse_country(told: str) -> str:
    """The ISO code, in capitals as incidents have it, of a country given by its code or its English name."""
    code = told.upper()
    country = load_countries().get(code) or find_country(name=told)
    if country is None:
        raise RecordError(
            "There is no such country.",
            expected="an ISO code of two letters, such as ML, or a country's name",
            found=told,
            next_step="Change it and ask again.",
        )
    return country.code


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
