"""What a person decides, from the names typed to the judgements that are kept."""

from __future__ import annotations

import getpass
import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import product

from crossread.errors import NotFoundError, RecordError
from crossread.flow.incident_steps import INCIDENT
from crossread.flow.joining import plan_joining
from crossread.flow.undoing import refuse_buried
from crossread.records import Judgement
from crossread.records.judgement import ON_PAIRS
from crossread.store import Store

DECISIONS = (*ON_PAIRS, "merge", "split", "dismiss", "accept", "undo")
REPEATED = frozenset(("accept", "dismiss", "correct"))  # about one thing; the last one that stands holds
MOST_LISTED = 10  # decisions that a refusal names
_AT_LEAST_TWO = {"merge": "two incidents or more", "split": "an incident and the claims to take out of it"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What was decided about which claims, incidents or judgements (`names`; a beginning of an id is enough, but to undo).

    One that is only `looked_at`, and not to be kept, needs no reason yet.
    """

    kind: str
    names: Sequence[str]
    reason: str | None = None
    made_by: str | None = None
    looked_at: bool = False


def check_decision(decision: Decision) -> None:
    """Raise `RecordError` for what is no decision whatever the store holds: unknown, without its reason, of too few or many."""
    kind, names = decision.kind, decision.names
    told = ", ".join(names) or "nothing"
    if kind not in DECISIONS:
        raise RecordError("That is no decision.", expected=", ".join(DECISIONS), found=kind)
    if not decision.looked_at:
        check_reason(kind, decision.reason)
    if kind in ON_PAIRS and len(names) != 2:
        raise RecordError(f"`{kind}` is said of two.", expected="two claims or incidents", found=told)
    if kind in _AT_LEAST_TWO and len(names) < 2:
        raise RecordError(f"`{kind}` needs more than that.", expected=_AT_LEAST_TWO[kind], found=told)
    if kind in (*ON_PAIRS, "merge") and len(set(names)) < len(names):
        raise RecordError(f"`{kind}` names one of them twice.", expected="claims or incidents that differ", found=told)


def check_reason(kind: str, reason: str | None) -> None:
    """Raise `RecordError` for a dismissal without a reason, also one by which a coder reads for themselves."""
    if kind == "dismiss" and not (reason or "").strip():
        raise RecordError(
            "A dismissal needs its reason.",
            expected="a few words",
            found="none",
            next_step='Say why; at the command line: --reason "the photograph is of 2014".',
        )


def decide(store: Store, decision: Decision) -> list[Judgement]:
    """Write a decision into the log, whole or not at all, and give what was written; incidents are not derived again.

    `merge` holds two or more incidents together (see `joining`), `split` parts the claims named after an incident from its
    others and holds these together, which else may have met through those alone. Both become judgements on pairs of claims, as
    claims stay what they are while incidents are derived anew; the judgements of one decision have ids with one beginning, so
    that one `undo` of that beginning takes all of them back.
    """
    check_decision(decision)
    stamp, moment = secrets.token_hex(6), datetime.now(UTC)
    rows = [
        Judgement(
            id=f"jdg_{stamp}_{number}",
            kind=kind,
            subject=subject,
            other=other,
            reason=decision.reason,
            made_by=decision.made_by or user_name(),
            made_at=moment,
        )
        for number, (kind, subject, other) in enumerate(list_judged(store, decision), 1)
    ]
    with store.batch():
        for row in rows:
            store.add_judgement(row)
    return rows


def list_judged(store: Store, decision: Decision) -> list[tuple[str, str, str | None]]:
    """Every judgement that a decision is written as: its kind, and what it is about (see `list_targets`).

    To set a claim apart from the incident that holds it is to split this, whichever word is used.
    """
    kind = {"merge": "same", "split": "different"}.get(decision.kind, decision.kind)
    told = [(kind, *pair) for pair in list_targets(store, decision)]
    whole, *out = sorted(decision.names, key=lambda name: not name.startswith(INCIDENT))
    inside = (
        kind == "different"
        and whole.startswith(INCIDENT)
        and {_full(store, name) for name in out} <= set(claims_of(store, whole))
    )
    if decision.kind == "split" or inside:
        told += [("same", *pair) for pair in _kept(store, [whole, *out])]
    return told


def list_targets(store: Store, decision: Decision) -> list[tuple[str, str | None]]:
    """What a decision is written about, by full ids of today: claims or incidents, pairs of claims, judgements to undo.

    Two incidents are `different` claim by claim, `same` account by account (see `joining`), `unsure` by a pair that stands for
    them.
    """
    kind, names = decision.kind, decision.names
    if kind == "undo":
        undone = list(dict.fromkeys(row for name in names for row in _judgements(store, name)))
        refuse_buried(store, undone)
        return [(row, None) for row in undone]
    if kind in ("dismiss", "accept"):
        return [(_full(store, name), None) for name in names]
    if kind == "merge" or (kind == "same" and any(name.startswith(INCIDENT) for name in names)):
        return list(plan_joining(store, names).pairs)
    if kind == "split":
        return _parted(store, names)
    first, second = names
    if kind == "different":
        pairs = product(claims_of(store, first), claims_of(store, second))
        apart: list[tuple[str, str | None]] = [(a, b) for a, b in pairs if a != b]
        if not apart:
            raise RecordError(
                "A claim does not differ from itself.", expected="two claims or incidents", found=f"{first} twice"
            )
        return apart
    return [pick_pair(_told_in(store, first), _told_in(store, second))]


def claims_of(store: Store, name: str) -> list[str]:
    """The claims of an incident, accounts first, or the one claim of that name."""
    if name.startswith(INCIDENT):
        return [account.claim_id for account in store.get_incident(name).accounts]
    return [store.get_claim(name).id]


def _told_in(store: Store, name: str) -> dict[str, str]:
    """The claims of a name, as `claims_of` orders them, each with its document."""
    return {claim: store.get_claim(claim).document_id for claim in claims_of(store, name)}


def pick_pair(first: Mapping[str, str], second: Mapping[str, str]) -> tuple[str, str | None]:
    """The two claims that stand for their incidents; both are given with their documents, accounts first.

    Of different reports if there are such, because two of one report that are said to be the same would both count as
    accounts of it.
    """
    apart = ((a, b) for a, b in product(first, second) if first[a] != second[b])
    return next(apart, (next(iter(first)), next(iter(second))))


def _full(store: Store, name: str) -> str:
    return store.get_incident(name).id if name.startswith(INCIDENT) else store.get_claim(name).id


def _parted(store: Store, names: Sequence[str]) -> list[tuple[str, str | None]]:
    """Every claim named, against every claim that stays."""
    whole, inside = _full(store, names[0]), claims_of(store, names[0])
    out = [store.get_claim(name).id for name in names[1:]]
    strangers = [claim for claim in out if claim not in inside]
    if strangers or len(set(out)) == len(inside):
        raise RecordError(
            "A split takes some claims out of an incident that holds them.",
            where=names[0] if whole.startswith(names[0]) else f"{names[0]}, which leads to {whole} today",
            expected=f"some, not all, of {', '.join(inside)}",
            found=", ".join(strangers or out),
        )
    return [(claim, other) for claim in out for other in inside if other not in out]


def _kept(store: Store, names: Sequence[str]) -> list[tuple[str, str]]:
    """The first account that stays, with each other account of another report: what only mentions the incident follows."""
    out = {store.get_claim(name).id for name in names[1:]}
    rows = [row for row in store.get_incident(names[0]).accounts if row.weight == "account" and row.claim_id not in out]
    return [(rows[0].claim_id, row.claim_id) for row in rows[1:] if row.document_id != rows[0].document_id]


def _judgements(store: Store, name: str) -> list[str]:
    """The id of the standing judgement of that name, or of all those of the decision of that name.

    A beginning of an id is not enough here: it may fit every decision there is, and one word would take all of them back.
    """
    known = [row.id for row in store.iter_judgements(standing=True)]
    found = [judged for judged in known if name in (judged, decision_of(judged))]
    if not found:
        raise _not_whole(name, list(dict.fromkeys(decision_of(judged) for judged in known if judged.startswith(name))))
    return found


def list_alike(store: Store, made: Sequence[Judgement]) -> list[Judgement]:
    """Other decisions that stand and are about just what these are: those of undos, about what was taken back.

    Only verdicts and corrections: of pairs the score tells why they are together.
    """
    log = {row.id: row for row in store.iter_judgements()}
    about = [log.get(row.subject, row) if row.kind == "undo" else row for row in made]
    topics = {(row.subject, row.slot) for row in about if row.kind in REPEATED}
    kinds = {row.kind for row in made if row.kind != "undo"} or REPEATED
    new = {row.id for row in made}
    standing = (row for row in store.iter_judgements(standing=True) if row.id not in new and row.kind in kinds)
    last = {(row.subject, row.slot): row for row in standing if (row.subject, row.slot) in topics}
    return list(last.values())


def decision_of(judgement_id: str) -> str:
    """The id of the decision that a judgement belongs to: what the ids of its judgements share. Of one alone its own."""
    stem, _, number = judgement_id.rpartition("_")
    return stem if stem.count("_") and number.isdecimal() else judgement_id


def _not_whole(name: str, fitting: Sequence[str]) -> NotFoundError:
    """Why the name takes nothing back: it is the beginning of these decisions, or of none."""
    if not fitting:
        return NotFoundError(
            "No judgement that stands has that id.", found=name, next_step="`crossread judge log` lists those that stand."
        )
    more = f" and {len(fitting) - MOST_LISTED} more" if len(fitting) > MOST_LISTED else ""
    return NotFoundError(
        "To take a decision back, its whole id is needed.",
        where=name,
        expected="the id of a decision, as it printed it, or of a judgement",
        found=f"the beginning of {', '.join(fitting[:MOST_LISTED])}{more}",
        next_step="Name the one that you mean; `crossread judge log` says what each is.",
    )


def user_name() -> str:
    """Who sits at this machine, as the system names them."""
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return "unknown"
