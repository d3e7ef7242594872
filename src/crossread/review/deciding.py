"""From a form to the log: written once however often it is sent, by one who may, about what nobody else has in hand."""

from __future__ import annotations

import secrets
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from fastapi import Request

from crossread import patterns as re
from crossread.errors import ConflictError, CrossreadError, RecordError
from crossread.flow.incident_steps import carry_judgements
from crossread.flow.undoing import refuse_buried
from crossread.records import ALONE, Claim, Judgement
from crossread.review.deriving import Deriving
from crossread.review.handwritten import extraction_of
from crossread.review.identity import Identity, check_may, who
from crossread.review.rendering import store_of
from crossread.store import Store

LONGEST_LINE = 70  # characters of an incident's line on a button
_ONCE = re.compile("[0-9a-f]{16}")
SAID = {
    "same": "holding together",
    "different": "setting apart",
    "accept": "acceptance",
    "dismiss": "dismissal",
    "correct": "correction",
    "code": "reading",
}
SORTS = {"accept": "verdict", "dismiss": "verdict", "same": "pair", "different": "pair", "unsure": "pair", "correct": "correct"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A decision before it has an id, a name and a time."""

    kind: str
    subject: str
    other: str | None = None
    slot: str | None = None
    value: str | None = None
    reason: str | None = None


def write(
    request: Request, drafts: Sequence[Draft], *, once: str, touches: Iterable[str] = (), claims: Iterable[Claim] = ()
) -> None:
    """Write the judgements of one decision, all or none, and derive incidents again.

    `claims` are those that somebody wrote for it; they enter the store with the decision about them.

    `once` is the number that the form carries: sent twice, it is written once. `touches` are the incidents it is about, which
    nobody else may have in hand.
    """
    store, asks = store_of(request), who(request)
    stem = f"jdg_{_checked(once)}"
    with store.batch():
        if store.has_judgement(f"{stem}_1"):
            _refuse_stale(store, stem)
            return
        refuse_held(store, asks, touches)
        _refuse_overruling(request, drafts)
        for claim in claims:
            store.add_extraction(extraction_of(claim), done=not claim.made_by.startswith(ALONE))
        for row in list_rows(request, drafts, stem):
            store.add_judgement(row)
        if asks.kind == "session":
            store.leases.release(asks.name)
    if any(draft.kind != "code" for draft in drafts):
        derive(request)


def list_rows(request: Request, drafts: Sequence[Draft], stem: str) -> list[Judgement]:
    """The judgements of one decision, as who asks would make them now."""
    return [_judgement(draft, who(request), f"{stem}_{number}") for number, draft in enumerate(drafts, 1)]


def was_sent(store: Store, once: str) -> bool:
    """True for a form that came before: what it says stands already, and needs no reading a second time."""
    return bool(once) and store.has_judgement(f"jdg_{once}_1")


def derive(request: Request) -> None:
    """Derive incidents again."""
    deriving: Deriving = request.app.state.deriving
    deriving.derive()


def find_last(store: Store, asks: Identity, judgement: str) -> list[Judgement]:
    """What an undo takes back: all judgements of the decision named, or of the last that stands and is one's own."""
    standing = list(store.iter_judgements(standing=True))
    mine = [row for row in standing if asks.kind == "local" or row.made_by == asks.name]
    if not judgement and not mine:
        return []
    stem = (judgement or mine[-1].id).rpartition("_")[0]
    return [row for row in standing if row.id == judgement or (stem != "jdg" and row.id.startswith(f"{stem}_"))] or (
        [] if judgement else [mine[-1]]
    )


def say_last(store: Store, asks: Identity, here: Collection[str] = ()) -> str:
    """What an undo would take back, in a few words; empty where one has decided nothing that stands.

    It is the last decision of all. Where it is about none of those `here`, the incidents and claims on a page, the words
    say so, as the button stands beside what it leaves alone.
    """
    rows = find_last(store, asks, "") if asks.may("decide") else []
    if not rows:
        return ""
    row = rows[0]
    both = f" and {_name(store, row.other)}" if row.kind == "same" and row.other and len(rows) == 1 else ""
    told = f"{SAID.get(row.kind, row.kind)}{f' {row.slot}' if row.slot else ''} of {_name(store, row.subject)}{both}"
    about = {_today(store, name) for one in rows for name in (one.subject, one.other) if name}
    elsewhere = " – not of this page" if here and about.isdisjoint(here) else ""
    return f"{told}, {row.made_at:%H:%M} UTC{elsewhere}"


def _today(store: Store, name: str) -> str:
    """The id that an incident's name leads to; other names, and those that are gone, as they are."""
    try:
        return store.get_incident(name).id if name.startswith("inc_") else name
    except CrossreadError:
        return name


def _name(store: Store, subject: str) -> str:
    """A claim by its words, an incident by its line; the id where it is gone."""
    try:
        if subject.startswith("inc_"):
            return cut_line(store.get_incident(subject).summary)
        return f"“{store.get_claim(subject).trigger.quote[:50]}”"
    except CrossreadError:
        return subject


def cut_line(line: str) -> str:
    """The beginning of a line, up to the end of a word and without a mark that only leads on."""
    if len(line) <= LONGEST_LINE:
        return line
    head = line[:LONGEST_LINE]
    if head[-1].isalnum() and line[LONGEST_LINE].isalnum():
        head = head.rpartition(" ")[0]
    return f"{head.rstrip(' ,·;(–')} …"


def _refuse_stale(store: Store, stem: str) -> None:
    """A second click changes nothing; a form of an old page whose decision was taken back since must not look as if it did."""
    rows = {row.id: row for row in store.iter_judgements()}
    standing = {row.id for row in store.iter_judgements(standing=True)}
    if rows[f"{stem}_1"].kind != "undo" and f"{stem}_1" not in standing:
        raise ConflictError(
            "This decision was made before and taken back since.", next_step="Open the page again and decide there."
        )


def refuse_held(store: Store, asks: Identity, touches: Iterable[str]) -> None:
    """Refuse with `ConflictError` what is about an incident that somebody else has in hand."""
    held = {row.subject: row for row in store.leases}
    for subject in touches:
        lease = held.get(subject)
        if lease is not None and lease.holder != asks.name:
            raise ConflictError(
                f"{lease.holder} has this incident in hand.",
                where=subject,
                found=f"in hand until {lease.until:%H:%M} UTC at the latest",
                next_step="Take the next one, or wait until it is free.",
            )


def _refuse_overruling(request: Request, drafts: Sequence[Draft]) -> None:
    asks = who(request)
    if asks.may("overrule"):
        return
    about = {_topic(row) for row in drafts if row.kind != "code"}
    store = store_of(request)
    standing = store.iter_judgements(standing=True)
    # Also what was decided about a claim of an older reading, or of a report since corrected, is decided about today's.
    for row, carried in zip(standing, carry_judgements(store).judgements, strict=True):
        if row.made_by != asks.name and about & {_topic(row), _topic(carried)}:
            raise ConflictError(
                f"{row.made_by} has decided this already.",
                where=row.subject,
                found=f"{row.kind}{f': {row.reason}' if row.reason else ''}",
                next_step="An adjudicator may go over it.",
            )


def check_undo(request: Request, rows: Iterable[Judgement]) -> None:
    """Refuse to take back what somebody else decided, unless one may go over it, and corrections on which later ones rest."""
    undone = list(rows)
    if any(row.made_by != who(request).name for row in undone):
        check_may(request, "overrule")
    refuse_buried(store_of(request), [row.id for row in undone])


def _topic(row: Draft | Judgement) -> tuple[str, frozenset[str | None], str | None]:
    """What a decision is about: a second one with the same topic goes over the first."""
    return SORTS.get(row.kind, row.kind), frozenset((row.subject, row.other)), row.slot


def _judgement(draft: Draft, asks: Identity, name: str) -> Judgement:
    return Judgement(
        id=name,
        kind=draft.kind,
        subject=draft.subject,
        other=draft.other,
        slot=draft.slot,
        value=draft.value,
        reason=draft.reason,
        made_by=asks.name,
        made_at=datetime.now(UTC),
    )


def _checked(once: str) -> str:
    if once and not _ONCE.fullmatch(once):
        raise RecordError("The form's number is none.", expected="16 hexadecimal digits", found=once[:40])
    return once or secrets.token_hex(8)
