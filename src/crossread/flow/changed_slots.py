"""What a correction changed, in words: the slot, what stood there, what stands there now."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from crossread.codebook import load_codebook
from crossread.errors import CrossreadError, RecordError
from crossread.records import Claim, Judgement, claim_from_json, claim_to_json
from crossread.store import Store
from crossread.weigh.saying import say_count, say_place, say_window

NOTHING = "nothing"
_READ = ("when", "where")  # one value, read from its words
CODED = {"type": "incident_type", "scope": "scope", "status": "status", "stance": "stance"}


def tell_changes(store: Store, log: Iterable[Judgement]) -> dict[str, str]:
    """For each correction of the log by its id `harm: killed 6 → killed 5`; `log` is all that stood in turn, oldest first.

    What stood there is the correction of that slot before it, else what the extractor made of it.
    """
    told: dict[str, str] = {}
    last: dict[tuple[str, str], str | None] = {}
    for row in log:
        if row.kind != "correct" or row.slot is None:
            continue
        try:
            claim = store.get_claim(row.subject)
            before = with_slot(claim, row.slot, last.get((row.subject, row.slot)))
            told[row.id] = say_change(before, with_slot(claim, row.slot, row.value), row.slot)
        except (CrossreadError, LookupError, TypeError, ValueError):  # of another version: the log is shown all the same
            told[row.id] = row.slot
        last[(row.subject, row.slot)] = row.value
    return told


def check_changed(claim: Claim, changes: Mapping[str, str]) -> None:
    """Raise `RecordError` where none of these slots, as JSON texts, says anything else than the claim does already.

    A time or place is the same if it has the same value and the same words, or more or fewer of these: "Beni" for "the market
    of Beni" is no correction, and must not make a wrong place look as if somebody had put it right.
    """
    if not changes_nothing(claim, changes):
        return
    raise RecordError(
        "That changes nothing: the claim says so already.",
        where=f"claim {claim.id}",
        expected="a value, words or a code that it does not have",
        found="; ".join(f"{slot}: {say_slot(claim, slot)}" for slot in changes),
        next_step=f"If it is right, accept the claim.{_by_hand(claim, changes)}",
    )


def changes_nothing(claim: Claim, changes: Mapping[str, str]) -> bool:
    """True where all of these slots say what the claim does already (see `check_changed`)."""
    told = claim_to_json(claim)
    return bool(changes) and all(slot in told and _same(slot, told[slot], text) for slot, text in changes.items())


def _by_hand(claim: Claim, changes: Mapping[str, str]) -> str:
    """How a slot is set without words of the report, empty where it is a code and has none."""
    forms = {"when": "when YYYY-MM-DD", "where": "where NAME --country ML --at LAT,LON", "harm": "harm:killed 5"}
    told = next((forms[slot] for slot in changes if slot in forms), None)
    if told is None:
        return ""
    command = f"crossread correct {claim.id} {told} --own --reason WHY"
    return f" If these words are read wrongly, set the value by hand: on the desk under “You know it otherwise”, or {command}"


def _same(slot: str, was: Any, text: str) -> bool:
    try:
        now = json.loads(text)
    except (ValueError, RecursionError):  # refused where it is applied
        return False
    if slot in _READ and was and isinstance(now, dict):
        words = [str(told.get("raw", "")).casefold() for told in (was, now)]
        return _value(was) == _value(now) and (words[0] in words[1] or words[1] in words[0])
    return bool(_unscored(was) == _unscored(now))


def _value(told: Mapping[str, Any]) -> dict[str, Any]:
    return {name: part for name, part in told.items() if name not in ("raw", "evidence", "score")}


def _unscored(told: Any) -> Any:
    """The JSON without scores, which people do not give."""
    if isinstance(told, list):
        return [_unscored(row) for row in told]
    if isinstance(told, dict):
        return {name: _unscored(part) for name, part in told.items() if name != "score"}
    return told


def with_slot(claim: Claim, slot: str, value: str | None) -> Claim:
    """The claim with this JSON in the slot; as it is where there is none."""
    if value is None:
        return claim
    return claim_from_json({**claim_to_json(claim), slot: json.loads(value)}, document_id=claim.document_id)


def say_change(before: Claim, after: Claim, slot: str) -> str:
    """`status: accomplished → attempted`."""
    return f"{slot}: {say_slot(before, slot)} → {say_slot(after, slot)}"


def say_slot(claim: Claim, slot: str) -> str:
    """A slot of a claim on one line, with its words where it has no value of its own."""
    value: Any = getattr(claim, slot)
    if not value:
        return NOTHING
    if slot in CODED:
        return load_codebook().label(CODED[slot], value)
    if slot == "when":
        return say_window(value.value) if value.value else f"“{value.raw}”"
    if slot == "where":
        return say_place(value.value) if value.value else f"“{value.raw}”"
    told = [f"{row.effect} {say_count(row.count) if row.count else row.raw}" for row in claim.harm]
    rows = [f"{said}{_of_whole(told, row.part_of)}" for said, row in zip(told, claim.harm, strict=True)]
    if slot != "harm":
        rows = [f"{getattr(row, 'kind', None) or getattr(row, 'role', '')} “{row.raw}”" for row in value]
    return ", ".join(rows)


def _of_whole(told: Sequence[str], whole: int | None) -> str:
    """` (part of killed 3)`: whether a number is added to another is all that some corrections change."""
    return f" (part of {told[whole]})" if whole is not None and whole < len(told) else ""
