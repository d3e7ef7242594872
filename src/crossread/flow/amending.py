"""A report whose day, source, title, address, external id or language was wrong: another takes its place, the old one is kept.

A document's id rests on its text, source, external id and day, and its claims on its day, so one that is corrected is another
document. It is read before anything is written. Then it comes in, the old one is set aside, what people wrote and decided goes
along, and incidents are brought up to date, all in one transaction: whatever stops the run, one of the two speaks, never both.

The language is no part of the id, but claims hang on it: such a report is read anew under its own id.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from crossread.errors import ConflictError, ExtractError
from crossread.flow.amendment import Amendment, Plan, plan_amendment, tell_changes
from crossread.flow.bench import Bench, Item, Work
from crossread.flow.document_steps import store_step
from crossread.flow.handwriting import carry_written
from crossread.flow.incident_steps import carry_judgements
from crossread.flow.judging import user_name
from crossread.flow.steps import DOCUMENT_STEPS, iter_through
from crossread.flow.touching import Effect, look_at, tell_effect
from crossread.flow.updating import update_incidents
from crossread.records import Rejection
from crossread.store import ClaimFilter, Store

READING = tuple(step for step in DOCUMENT_STEPS if step.name in ("extract", "normalize"))
Tools = Callable[[], Bench]


@dataclass(frozen=True, slots=True, kw_only=True)
class Prepared:
    """An amendment, its plan, and what was read of the new document; nothing where nothing had to be read."""

    amendment: Amendment
    plan: Plan
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Amended:
    """What was done. `claims` speak for the new document, `written` by hand went along, and of `days` people corrected the
    times in the claims: these stay as they were set, also where the report's day is another now. None of `effect` if it was
    done before."""

    plan: Plan
    claims: int
    written: int
    days: int
    effect: Effect | None


def prepare_amendment(store: Store, amendment: Amendment, *, tools: Tools) -> Prepared:
    """Plan it, and have the new document read by the extractor in use if it is new; nothing is written.

    `tools` are asked for only if they are needed.
    """
    plan = plan_amendment(store, amendment)
    known = plan.done or plan.renames or store.is_extracted(plan.new.id)  # whether a newer one should is not our affair
    known = known and not plan.rereads
    return Prepared(amendment=amendment, plan=plan, items=() if known else _read(plan, tools()))


def amend(store: Store, prepared: Prepared, *, tools: Tools, policy: str, min_score: float = 0.0) -> Amended:
    """Let the new document speak in the place of the old one and bring incidents up to date, whole or not at all.

    Refused with `ConflictError` if the store is not what it was when this was prepared.
    """
    plan = prepared.plan
    if plan.done:
        return tell_amended(store, plan, written=0)
    with store.batch():
        seen = look_at(store, plan.old.id)
        written = enter_amendment(store, prepared, tools)
        update_incidents(store, policy, min_score=min_score, also=(plan.new.id,))
        return tell_amended(store, plan, written=written, effect=tell_effect(store, seen, plan.new.id))


def enter_amendment(store: Store, prepared: Prepared, tools: Tools) -> int:
    """Let the new document speak in the place of the old one; how many claims written by hand went along.

    To be called inside a batch, which has to bring incidents up to date as well.
    """
    _refuse_changed(store, prepared)
    written = 0 if prepared.plan.renames else _bring_in(store, prepared, tools)
    _enter(store, prepared)
    return written


def _read(plan: Plan, bench: Bench) -> tuple[Item, ...]:
    """The new document through the steps that make claims of any other."""
    items = tuple(iter_through(READING, [Work(document=plan.new, known=plan.stored)], bench))
    if not any(isinstance(item, Work) and item.extraction is not None for item in items):
        why = next((item for item in items if isinstance(item, Rejection)), None)
        raise ExtractError(
            "The report could not be read with the new values; nothing was changed.",
            reason=why.reason if why else "extract_failed",
            where=plan.old.id,
            found=" ".join(why.message.split()) if why else None,
            next_step="Mend what it says, or choose another extractor in the settings, and try again.",
        )
    return items


def _bring_in(store: Store, prepared: Prepared, tools: Tools) -> int:
    """Keep what was read, and copy what people wrote about the old document; how many claims the latter are."""
    plan = prepared.plan
    if plan.rereads:
        _read_anew(store, prepared)
        return 0 if plan.stays else carry_written(store, plan.old, plan.new, tools=tools)
    for item in store_step(prepared.items, tools()) if prepared.items else ():
        if isinstance(item, Rejection) and item.step == "store":
            raise ConflictError("The new document could not be kept; nothing was changed.", found=item.message)
    return carry_written(store, plan.old, plan.new, tools=tools)


def _read_anew(store: Store, prepared: Prepared) -> None:
    """Let what was read now speak for a document of the store in the place of what was read in another language."""
    for item in prepared.items:
        if isinstance(item, Rejection):
            store.add_rejection(item)
        elif item.extraction is not None:
            store.amendments.read_anew(item.extraction, read_as=prepared.plan.read_as)


def _enter(store: Store, prepared: Prepared) -> None:
    """Say in the store which document speaks, and in its audit log who said so."""
    plan, said = prepared.plan, prepared.amendment
    by = said.made_by or user_name()
    names = tell_changes(store.get_document(plan.new.id), plan.new)
    if names:
        store.amendments.rename(plan.new, changes=names, reason=said.reason, by=by)
    if not plan.stays:
        store.amendments.supersede(plan.old.id, plan.new.id, changes=plan.changes, reason=said.reason, by=by)


def _refuse_changed(store: Store, prepared: Prepared) -> None:
    if plan_amendment(store, prepared.amendment) != prepared.plan:
        raise ConflictError(
            "Somebody else changed this report meanwhile.",
            where=prepared.plan.old.id,
            next_step="Look at it again, and say what is still to be corrected.",
        )


def tell_amended(store: Store, plan: Plan, *, written: int, effect: Effect | None = None) -> Amended:
    """What was done, as the store holds it now."""
    claims = {claim.id for claim in store.iter_claims(ClaimFilter(document_id=plan.new.id, current=True))}
    set_by_hand = (row for row in carry_judgements(store).judgements if row.kind == "correct" and row.slot == "when")
    days = {row.subject for row in set_by_hand} & claims if "published" in plan.changes else set()
    return Amended(plan=plan, claims=len(claims), written=written, days=len(days), effect=effect)
