"""How the dead of an incident stand in the columns of UCDP GED: best, low and high, and who they were."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from crossread.codebook import load_codebook
from crossread.export.row_kept import cells_of, is_row_of
from crossread.export.shape_facts import Dead, killed_rows
from crossread.export.shape_file import Making, Row
from crossread.records import Claim, Incident

SIDES: Final = ("deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown")


def dead_cells(incident: Incident, making: Making, dead: Dead, sides: Mapping[str, str]) -> Row:
    """Best, low and high; all of best are civilians where every account says so of all its dead, else of unknown status.

    How the dead fall to the `sides` is not in an incident's toll, so `deaths_a` and `deaths_b` are never guessed: only a row of
    this form that is the incident's one account tells them.
    """
    told = _told_in_row(incident, making, sides)
    if sum(told.values()) != dead.best or not told:
        types = {row.group_type for row in killed_rows(incident, making.lookup)}
        civilians = bool(types) and all(load_codebook().ucdp_side(kind) == "civilians" for kind in types)
        told = {"deaths_civilians" if civilians else "deaths_unknown": dead.best}
    return {**dict.fromkeys(SIDES, 0), **told, "best": dead.best, "high": dead.high, "low": dead.low}


def _told_in_row(incident: Incident, making: Making, sides: Mapping[str, str]) -> dict[str, int]:
    """The dead of each side by the row; nothing where others tell the incident too, or its sides are not those of the row."""
    accounts = [account for account in incident.accounts if account.weight == "account"]
    documents = [making.lookup.document(account.document_id) for account in accounts]
    if len(documents) != 1 or not is_row_of(documents[0], making.shape):
        return {}
    claim, cells = making.lookup.claim(accounts[0].claim_id), cells_of(documents[0], making.shape)
    found: dict[str, int] = {}
    for row in claim.harm:
        column = next((name for name in SIDES if row.evidence and row.raw == cells.get(name) and name not in found), None)
        if row.part_of is not None and column and row.count and row.count.low is not None:
            found[column] = row.count.low
    if any(name in found for name in SIDES[:2]) and _is_swapped(claim, cells, sides):
        found = {{"deaths_a": "deaths_b", "deaths_b": "deaths_a"}.get(name, name): number for name, number in found.items()}
    return found


def _is_swapped(claim: Claim, cells: Mapping[str, str], sides: Mapping[str, str]) -> bool:
    """True where what the row has for its side A is written as side B."""
    first = next((actor for actor in claim.actors if actor.raw == cells.get("side_a")), None)
    written = {cells.get("side_a"), first.name if first else None}
    return sides["side_a"] not in written and sides["side_b"] in written
