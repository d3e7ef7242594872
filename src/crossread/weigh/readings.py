"""Readings: which claims give which value, and how that is said."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from crossread.records import Claim, Reading
from crossread.weigh.case import Case
from crossread.weigh.saying import say_date

Told = TypeVar("Told")

MOST_NAMED = 4  # sources of one reading in a sentence


def rivals(told: Sequence[Told], fit: Callable[[Told, Told], bool]) -> list[Told]:
    """Those that cannot be right together with at least one other; who merely says less takes no side in a disagreement."""
    return [one for at, one in enumerate(told) if any(not fit(one, other) for to, other in enumerate(told) if to != at)]


def readings_of(case: Case, told: Iterable[tuple[str, Claim]]) -> tuple[Reading, ...]:
    """The readings by text, the one with most independent sources first."""
    found: dict[str, list[Claim]] = {}
    for text, claim in told:
        found.setdefault(text, []).append(claim)
    ranked = sorted(found.items(), key=lambda row: (-case.count_groups(row[1]), -len(row[1]), row[0]))
    return tuple(Reading(text=text, claims=tuple(dict.fromkeys(c.id for c in claims))) for text, claims in ranked)


def say_readings(case: Case, readings: Sequence[Reading]) -> str:
    """`10 (UN Secretary-General; The Red Lantern) · 8 (MINUSMA)`: names of sources may hold commas.

    Of many sources with one reading the first four are named and the others counted: the table beside names them all. A source
    that tells several readings on several days is given with these: `13 (Wire, 15 Mar 2024) · 9 (Wire, 12 Mar 2024)`.
    """
    by_id = {claim.id: claim for claim in (*case.accounts, *case.mentions)}
    days: dict[str, set[str]] = {}
    for claim in (by_id[name] for row in readings for name in row.claims):
        days.setdefault(case.source(claim), set()).add(case.published(claim))

    def name(claim: Claim) -> str:
        source, document = case.source(claim), case.documents.get(claim.document_id)
        day = document.published if document and len(days[source]) > 1 else None
        return source.replace("(", "[").replace(")", "]") + (f", {say_date(day)}" if day else "")

    def cite(reading: Reading) -> str:
        names = dict.fromkeys(name(by_id[claim]) for claim in reading.claims)
        return f"{reading.text} ({_list_names(tuple(names))})"

    return " · ".join(cite(reading) for reading in readings)


def _list_names(names: Sequence[str]) -> str:
    """`Wire; Radio; Post; Herald and 5 more`: one more than the most is named like the others."""
    if len(names) <= MOST_NAMED + 1:
        return "; ".join(names)
    return f"{'; '.join(names[:MOST_NAMED])} and {len(names) - MOST_NAMED} more"
