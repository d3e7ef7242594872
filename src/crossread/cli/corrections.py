"""One correction of a claim's slot, as the command line gives it: what it says, whether it can be, what the slot holds then."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from crossread.cli.correcting_numbers import lay_own, name_other, name_row

if TYPE_CHECKING:
    from datetime import datetime

    from crossread.flow.own_values import OwnValue
    from crossread.records import Claim, Document, Judgement

CODED = ("type", "scope", "status", "stance")
ROWS = ("actors", "harm", "means", "speakers")


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What is to stand in which slot: words of the report or a code, nothing (`empty`), or a row less (`out`).

    `part_of` and `replaces` are words of a number that the claim has, of which this one is a part or in whose place it stands.
    `own` says that the words are none of the report but what the coder knows, of a place with `country` and `at`.
    """

    slot: str
    words: str
    empty: bool = False
    out: bool = False
    who: str | None = None
    part_of: str | None = None
    replaces: str | None = None
    own: bool = False
    country: str | None = None
    at: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Hand:
    """Who corrects, and why."""

    reason: str | None
    by: str | None


def check_asked(asked: Asked, reason: str | None, *, looked_at: bool = False) -> None:
    """Raise `CrossreadError` for what is no correction whatever the claim is; what is only `looked_at` needs no reason yet."""
    check_slot(asked)
    check_value(asked)
    check_own_value(asked)
    if not looked_at:
        check_reason(asked, reason)


def check_slot(asked: Asked) -> None:
    """Raise `CrossreadError` for a slot that is none, and for what does not go with it."""
    from crossread.codebook import load_codebook
    from crossread.errors import RecordError
    from crossread.review.correcting import CODES
    from crossread.review.slot_rows import ROWS as TOLD_BY

    slot = asked.slot
    name, _, code = slot.partition(":")
    if name in TOLD_BY and code:
        load_codebook().code(TOLD_BY[name], code)
    elif slot not in ("when", "where", *CODES):
        kinds = ", ".join((*CODED, "when", "where", *(f"{row}:CODE" for row in ROWS)))
        raise RecordError("This is no slot that can be corrected.", expected=kinds, found=slot or "nothing")
    if asked.empty and slot not in ("when", "where"):
        raise RecordError("Only when and where can be empty.", expected="--take-out for a row", found=slot)
    if asked.out and name not in ROWS:
        raise RecordError("Only a row can be taken out.", expected="a slot such as harm:killed", found=slot)
    if (asked.part_of or asked.replaces) and (name != "harm" or asked.out or (asked.part_of and asked.replaces)):
        expected = "--part-of or --replaces, one of them, beside a number such as harm:killed"
        raise RecordError("Only a number is part of another or stands instead of it.", expected=expected, found=slot)


def check_value(asked: Asked) -> None:
    """Raise `CrossreadError` for a code that is none, for no words, and for words beside the word that there are none."""
    from crossread.codebook import load_codebook
    from crossread.errors import RecordError
    from crossread.review.correcting import CODES

    if asked.own and (asked.empty or asked.out):
        raise RecordError(
            "A correction says one thing.",
            expected="a value of your own, or --not-told, or --take-out",
            found="--own beside another",
        )
    if bool(asked.words.strip()) == asked.empty:
        expected = "no value beside --not-told" if asked.empty else "the words of the report that tell it"
        raise RecordError("What stands there instead?", expected=expected, found=asked.words or "nothing")
    if asked.slot in CODES:
        load_codebook().code(CODES[asked.slot], asked.words)


def check_own_value(asked: Asked) -> None:
    """Raise `CrossreadError` for an own value that is none, and for what goes with one only."""
    from crossread.errors import RecordError
    from crossread.flow.own_values import check_own

    own = _own_of(asked)
    if own is not None:
        check_own(own)
    elif asked.country or asked.at:
        raise RecordError("Words of the report tell where it was.", expected="--country, --at beside --own", found="no --own")


def check_reason(asked: Asked, reason: str | None) -> None:
    """Raise `CrossreadError` for what the report does not tell, without the reason how the coder knows it."""
    from crossread.errors import RecordError

    if asked.own and not (reason or "").strip():
        raise RecordError(
            "What the report does not tell needs its reason.",
            expected="a few words",
            found="none",
            next_step='Say how you know: --reason "the mayor, by telephone".',
        )


def change_of(document: Document, claim: Claim, asked: Asked) -> dict[str, str]:
    """The slots that it changes, as JSON texts: own values set, words read as the desk reads them."""
    own = _own_of(asked)
    return _read_change(document, claim, asked) if own is None else _own_change(document, claim, asked, own)


def _own_of(asked: Asked) -> OwnValue | None:
    from crossread.flow.own_values import OwnValue

    told = {"slot": asked.slot, "value": asked.words, "country": asked.country, "at": asked.at, "kind": asked.who}
    return OwnValue(**told) if asked.own else None  # type: ignore[arg-type]  # slot and words are never None


def _own_change(document: Document, claim: Claim, asked: Asked, own: OwnValue) -> dict[str, str]:
    from crossread.flow.own_values import set_own
    from crossread.records import claim_to_json

    slot = own.slot.partition(":")[0]
    made = set_own(claim, own)
    if asked.part_of or asked.replaces:
        made = lay_own(document, claim, made, name_other(claim, asked) or "")
    return {slot: json.dumps(claim_to_json(made)[slot])}


def _read_change(document: Document, claim: Claim, asked: Asked) -> dict[str, str]:
    from crossread.review.correcting import Reading, read_slots

    form = Reading(
        claim=claim.id,
        slot=asked.slot,
        words=asked.words,
        code=asked.words,
        empty="yes" if asked.empty else "",
        who=asked.who or "",
        row=name_row(claim, asked.slot, asked.words) if asked.out else "",
        within=name_other(claim, asked) or "",
    )
    return read_slots(document, claim, form)


def judgement_of(name: str, claim: Claim, change: tuple[str, str], *, hand: Hand, moment: datetime) -> Judgement:
    """The entry of the log by this id: a slot of the claim and its JSON."""
    from crossread.flow.judging import user_name
    from crossread.records import Judgement

    slot, value = change
    by = hand.by or user_name()
    told = {"slot": slot, "value": value, "reason": hand.reason, "made_by": by, "made_at": moment}
    return Judgement(id=name, kind="correct", subject=claim.id, **told)  # type: ignore[arg-type]  # of several types
