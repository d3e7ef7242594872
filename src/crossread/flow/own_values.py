"""Values that a person knows and the report does not tell: a day, a place, a number, without words to quote."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from typing import TypeVar

from crossread import patterns as re
from crossread.codebook import load_codebook
from crossread.errors import RecordError
from crossread.records import Claim, Count, DateWindow, Harm, Place, Slot
from crossread.records.judgement import OWN

T = TypeVar("T")
SLOTS = ("when", "where", "harm")
# The unit of a span by its length in days, as the codebook has it.
_UNITS = ((1, "day"), (6, "days"), (14, "week"), (31, "month"), (366, "year"))
_COUNTRY = re.compile(r"[A-Z]{2}")


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnValue:
    """What a person sets: `slot` (`when`, `where`, `harm:killed`), and the value as typed.

    `country` and `at` ("14.35,-3.61") go with a place. `kind` is the type of actor of those harmed.
    """

    slot: str
    value: str
    country: str | None = None
    at: str | None = None
    kind: str | None = None


def set_own(claim: Claim, own: OwnValue) -> Claim:
    """The claim with this value, which has no evidence and says in the place of words that it is the coder's own.

    Raises `RecordError` for what is no value (`check_own`). Set again, a number takes the place of the coder's own before.
    """
    check_own(own)
    slot, _, effect = own.slot.partition(":")
    if slot == "when":
        return replace(claim, when=Slot(raw=OWN, value=_window(own.value)))
    if slot == "where":
        return replace(claim, where=Slot(raw=OWN, value=_place(own)))
    count = _count(own.value)
    row = Harm(effect=effect, raw=OWN, group=None, group_type=own.kind or "unknown", count=count)
    at = next((at for at, told in enumerate(claim.harm) if (told.effect, told.raw) == (effect, OWN)), None)
    if at is None:
        return replace(claim, harm=(*claim.harm, row))
    return replace(claim, harm=(*claim.harm[:at], row, *claim.harm[at + 1 :]))  # where it stood: others may be parts of it


def check_own(own: OwnValue) -> None:
    """Raise `RecordError` for what is no value, whatever claim it is for."""
    slot, _, effect = own.slot.partition(":")
    if slot not in SLOTS or bool(effect) != (slot == "harm"):
        raise _refusal(own.slot, expected="when, where, or harm:EFFECT; what else a report does not tell cannot be set")
    if slot == "when":
        _window(own.value)
    elif slot == "where":
        _place(own)
    else:
        load_codebook().code("effect", effect)
        load_codebook().code("actor_type", own.kind or "unknown")
        _count(own.value)


def _window(told: str) -> DateWindow:
    """A day, or the first and the last: `2019-03-11`, `2019-03-10..2019-03-12`."""
    first, _, last = told.partition("..")
    start, end = (_read(date.fromisoformat, part.strip(), "a day YYYY-MM-DD, or DAY..DAY") for part in (first, last or first))
    length = (end - start).days + 1
    if length < 1:
        raise _refusal(told, expected="the first day before the last")
    unit = next((name for most, name in _UNITS if length <= most), "unknown")
    return DateWindow(earliest=start, latest=end, precision=unit)


def _place(own: OwnValue) -> Place:
    if not own.value.strip() or not _COUNTRY.fullmatch(own.country or ""):
        raise _refusal(own.country or "no country", expected="the place's name and its country as two letters, such as ML")
    latitude, longitude = _point(own.at) if own.at else (None, None)
    return Place(
        name=own.value.strip(),
        country=own.country,
        admin1=None,
        gazetteer_id=None,
        latitude=latitude,
        longitude=longitude,
        precision="exact",
    )


def _point(told: str) -> tuple[float, float]:
    parts = [_read(float, part, "LATITUDE,LONGITUDE in degrees") for part in told.split(",")]
    if len(parts) != 2 or not all(math.isfinite(part) for part in parts) or abs(parts[0]) > 90 or abs(parts[1]) > 180:
        raise _refusal(told, expected="LATITUDE,LONGITUDE in degrees, such as 14.35,-3.61")
    return parts[0], parts[1]


def _count(told: str) -> Count:
    """A number, or the least and the most: `5`, `4-6`."""
    low, _, high = told.partition("-")
    least, most = (_read(int, part.strip(), "a number, or LEAST-MOST") for part in (low, high or low))
    return Count(low=least, high=most, qualifier="exact" if least == most else "range")


def _read(reads: Callable[[str], T], told: str, expected: str) -> T:
    try:
        return reads(told)
    except ValueError as error:
        raise _refusal(told, expected=expected) from error


def _refusal(found: str, *, expected: str) -> RecordError:
    return RecordError("This value cannot be set.", expected=expected, found=found or "nothing")
