"""What is shown or taken of a store: claims as people corrected them, and the decisions they stand by."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from crossread import weigh
from crossread.errors import NotFoundError
from crossread.flow.incident_steps import INCIDENT, carry_judgements
from crossread.records import Claim, Judgement
from crossread.store import Store


def correct_claims(store: Store, claims: Iterable[Claim]) -> list[Claim]:
    """The claims with what was corrected in them, also under the id of an older reading: what incidents are derived from."""
    return weigh.apply_corrections(claims, carry_judgements(store).judgements)


def correct_for_export(store: Store, claims: Iterable[Claim]) -> tuple[tuple[Claim, ...], tuple[Judgement, ...]]:
    """The claims with what was corrected in them, as incidents are derived from, and what stands of people's decisions.

    Decisions come under the ids that claims and incidents have today. How coders read for themselves is none.
    """
    carried = carry_judgements(store).judgements
    decided = tuple(replace(row, subject=_today(store, row.subject)) for row in carried if row.kind != "code")
    return tuple(weigh.apply_corrections(claims, carried)), decided


def _today(store: Store, name: str) -> str:
    """An incident's id of today; one that was withdrawn keeps its own."""
    if not name.startswith(INCIDENT):
        return name
    try:
        return store.get_incident(name).id
    except NotFoundError:
        return name
