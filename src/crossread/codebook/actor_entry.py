"""One actor of the registry."""

from __future__ import annotations

import calendar
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from crossread.errors import CodebookError


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorEntry:
    """A named actor and the facts that tell which actor a name means.

    `countries` are where it acts (none: anywhere), `home` the state whose force it is. `valid_from` and `valid_to` are written
    as exactly as they are known (`2012`, `2012-01`, `2012-01-23`). `type_in` and `type_from` hold the actor types that differ
    by country or begin on a day. `sources` tells where each fact comes from.
    """

    id: str
    name: str
    type: str
    aliases: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    home: str | None = None
    parent: str | None = None
    valid_from: str | None = None
    valid_to: str | None = None
    split_from: str | None = None
    merged_into: str | None = None
    formed_from: tuple[str, ...] = ()
    type_in: Mapping[str, str] = field(default_factory=dict)
    type_from: Mapping[str, str] = field(default_factory=dict)
    mission: bool = False
    umbrella: bool = False
    ambiguous: tuple[str, ...] = ()
    ucdp_id: int | None = None
    sources: Mapping[str, str] = field(default_factory=dict)

    @property
    def starts(self) -> date | None:
        """The first day on which the actor may have existed, None where the start is not known."""
        return None if self.valid_from is None else first_day(self.valid_from)

    @property
    def ends(self) -> date | None:
        """The last day on which the actor may have existed, None for an actor that goes on."""
        return None if self.valid_to is None else last_day(self.valid_to)

    def existed(self, day: date | None) -> bool:
        """False only if the actor is known not to have existed on that day."""
        if day is None:
            return True
        starts, ends = self.starts, self.ends
        return (starts is None or starts <= day) and (ends is None or day <= ends)

    def acts_in(self, country: str | None) -> bool:
        """True if the actor is known to act there, or may act anywhere, or the country is not told."""
        return country is None or country == self.home or not self.countries or country in self.countries

    def type_on(self, *, country: str | None = None, day: date | None = None) -> str:
        """The actor type in that country on that day; a state's armed force abroad is `foreign_forces`."""
        if country is not None and country in self.type_in:
            return self.type_in[country]
        kind = self.type
        if day is not None:
            for since in sorted(self.type_from):
                if first_day(since) <= day:
                    kind = self.type_from[since]
        at_home = (self.home,) if self.home is not None else self.countries
        if kind == "state_forces" and country is not None and country not in at_home:
            return "foreign_forces"
        if kind == "foreign_forces" and self.home is not None and country == self.home:
            return "state_forces"
        return kind


def entry_from_table(table: Mapping[str, Any], where: str) -> ActorEntry:
    """The actor that one `[[actor]]` table tells; refuses unknown keys and a missing id, name, type or source."""
    for key in ("id", "name", "type", "sources"):
        if not table.get(key):
            raise CodebookError(
                f"An actor has no {key}.", where=where, expected="id, name, type, sources", found=str(dict(table))[:80]
            )
    values: dict[str, Any] = {key: tuple(value) if isinstance(value, list) else value for key, value in table.items()}
    try:
        return ActorEntry(**values)
    except TypeError as error:
        raise CodebookError(
            f"Actor {table['id']} has a key that the registry does not know.",
            where=where,
            expected=", ".join(ActorEntry.__slots__),
            found=str(error),
        ) from error


def first_day(written: str) -> date:
    """The first day of a year, month or day as written."""
    parts = _parts(written)
    return date(parts[0], parts[1] if len(parts) > 1 else 1, parts[2] if len(parts) > 2 else 1)


def last_day(written: str) -> date:
    """The last day of a year, month or day as written."""
    parts = _parts(written)
    month = parts[1] if len(parts) > 1 else 12
    return date(parts[0], month, parts[2] if len(parts) > 2 else calendar.monthrange(parts[0], month)[1])


def _parts(written: str) -> list[int]:
    try:
        parts = [int(part) for part in written.split("-")]
        date(*[*parts, 1, 1][:3])
    except ValueError as error:
        raise CodebookError(
            "A date of an actor cannot be read.", expected="2012, 2012-01 or 2012-01-23", found=written
        ) from error
    return parts
