"""`crossread correct`: a slot of a claim that was read wrong, set by the words of the report, or by what a coder knows."""

from __future__ import annotations

import json
import secrets
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Annotated, Any

import typer

from crossread.cli import options as o
from crossread.cli.consequences import say_undo
from crossread.cli.correcting_numbers import lay_own, name_other, name_row, tell_sum
from crossread.cli.values import refused_as_usage

if TYPE_CHECKING:
    from crossread.errors import CrossreadError
    from crossread.flow.own_values import OwnValue
    from crossread.records import Claim, Judgement
    from crossread.store import Store

CODED = ("type", "scope", "status", "stance")
ROWS = ("actors", "harm", "means", "speakers")
SLOT_HELP = "type, scope, status, stance, when, where, or a row: harm:killed, actors:perpetrator, means:ied, speakers:denies."
VALUE_HELP = "A code for the first four; else the words as they stand in the report, which are read as the reader reads them."

PART_HELP = "Of a number: it is part of the claim's number with these words; `itself`: it is a number of its own."
REPLACES_HELP = "Of a number: it stands instead of the claim's number with these words."


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What is to stand in which slot: words of the report or a code, nothing (`empty`), or a row less (`out`).

    `part_of` and `replaces` are words of a number that the claim has, of which this one is a part or in whose place it stands.
    """

    slot: str
    words: str
    empty: bool
    out: bool
    who: str | None
    part_of: str | None = None
    replaces: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Hand:
    """Who corrects, and why."""

    reason: str | None
    by: str | None


def add_to(app: typer.Typer) -> None:
    """Put this command on the list."""
    app.command()(correct)


def correct(
    claim: Annotated[str, typer.Argument(metavar="CLAIM", help="Its id; the beginning is enough.", show_default=False)],
    slot: Annotated[str, typer.Argument(metavar="SLOT", help=SLOT_HELP, show_default=False)],
    value: Annotated[list[str] | None, typer.Argument(metavar="VALUE…", help=VALUE_HELP, show_default=False)] = None,
    not_told: Annotated[bool, typer.Option("--not-told", help="when, where: the report does not tell it.")] = False,
    take_out: Annotated[bool, typer.Option("--take-out", help="Take out the row that has these words.")] = False,
    who: Annotated[str | None, typer.Option("--who", metavar="TYPE", help="What kind of people a row is about.")] = None,
    part_of: Annotated[str | None, typer.Option("--part-of", metavar="WORDS", help=PART_HELP)] = None,
    replaces: Annotated[str | None, typer.Option("--replaces", metavar="WORDS", help=REPLACES_HELP)] = None,
    own: Annotated[
        bool, typer.Option("--own", help="The report does not tell it; you know it: a day, place or number.")
    ] = False,
    country: Annotated[str | None, typer.Option("--country", metavar="CODE", help="With --own: of the place.")] = None,
    at: Annotated[str | None, typer.Option("--at", metavar="LAT,LON", help="With --own: where the place is.")] = None,
    reason: Annotated[str | None, typer.Option("--reason", help="Why, in a few words; needed with --own.")] = None,
    by: Annotated[str | None, typer.Option("--by", help="Who corrects.", show_default="your user name")] = None,
    store: o.StoreUrl = None,
    config: o.Config = None,
    as_json: o.AsJson = False,
) -> None:
    """Correct one slot of a claim, as on the desk. The words of the report that tell it are its evidence.

    With --own it is your own word, without evidence and shown as such: when DAY or DAY..DAY, where NAME --country ML
    --at 14.35,-3.61, harm:killed 5 or 4-6. Undo: `crossread judge undo`.
    """
    from crossread.cli.settings import load_settings
    from crossread.flow import check_policy, update_incidents
    from crossread.flow.changed_slots import check_changed
    from crossread.flow.own_values import OwnValue

    words = " ".join(value or [])
    asked = Asked(slot=slot, words=words, empty=not_told, out=take_out, who=who, part_of=part_of, replaces=replaces)
    told = OwnValue(slot=slot, value=words, country=country, at=at, kind=who) if own else None
    with refused_as_usage():
        _check(asked)
        if own and (not_told or take_out):
            raise _two_things()
        _check_own(told, reason, given=bool(country or at))
    settings = load_settings(config, flags={"store": store})
    check_policy(settings)
    with o.open_existing(store, config) as opened:
        stands = _standing(opened, claim)
        changes = _own_change(opened, stands, told, asked) if told else _read_change(opened, stands, asked)
        check_changed(stands, changes)
        made = _keep(opened, stands, changes, Hand(reason=reason, by=by))
        update_incidents(opened, settings.policy, min_score=settings.min_score)
        with opened.links() as links:
            names = sorted(links.find_incidents([stands.id]))
        held = opened.get_incidents(names)
        lines = [_line(stands, row, settings.store) for row in made] + tell_sum(stands, changes, slot)
    if as_json:
        found = [{"id": row.id, "summary": row.summary} for row in held]
        o.print_json({"judgements": [_to_json(row) for row in made], "incidents": found})
        return
    for line in lines:
        typer.echo(line)
    for incident in held:
        typer.echo(f"  {incident.id}  {incident.summary}")


def _check(asked: Asked) -> None:
    """Raise `CrossreadError` for what is no correction whatever the claim is."""
    from crossread.codebook import load_codebook
    from crossread.errors import RecordError
    from crossread.review.correcting import CODES
    from crossread.review.slot_rows import ROWS as TOLD_BY

    slot, words = asked.slot, asked.words
    name, _, code = slot.partition(":")
    if name in CODES and not code:
        load_codebook().code(CODES[name], words)
    elif name in TOLD_BY and code:
        load_codebook().code(TOLD_BY[name], code)
    elif slot not in ("when", "where"):
        kinds = ", ".join((*CODED, "when", "where", *(f"{row}:CODE" for row in ROWS)))
        raise RecordError("This is no slot that can be corrected.", expected=kinds, found=slot)
    if asked.empty and slot not in ("when", "where"):
        raise RecordError("Only when and where can be empty.", expected="--take-out for a row", found=slot)
    if asked.out and name not in ROWS:
        raise RecordError("Only a row can be taken out.", expected="a slot such as harm:killed", found=slot)
    if (asked.part_of or asked.replaces) and (name != "harm" or asked.out or (asked.part_of and asked.replaces)):
        expected = "--part-of or --replaces, one of them, beside a number such as harm:killed"
        raise RecordError("Only a number is part of another or stands instead of it.", expected=expected, found=slot)
    if bool(words.strip()) == asked.empty:
        expected = "no value beside --not-told" if asked.empty else "the words of the report that tell it"
        raise RecordError("What stands there instead?", expected=expected, found=words or "nothing")


def _two_things() -> CrossreadError:
    from crossread.errors import RecordError

    return RecordError(
        "A correction says one thing.",
        expected="a value of your own, or --not-told, or --take-out",
        found="--own beside another",
    )


def _check_own(own: OwnValue | None, reason: str | None, *, given: bool) -> None:
    """Raise `CrossreadError` for an own value that is none or has no reason, and for what goes with one only."""
    from crossread.errors import RecordError
    from crossread.flow.own_values import check_own

    if own is None:
        if given:
            raise RecordError(
                "Words of the report tell where it was.", expected="--country, --at beside --own", found="no --own"
            )
        return
    check_own(own)
    if not (reason or "").strip():
        raise RecordError(
            "What the report does not tell needs its reason.",
            expected="a few words",
            found="none",
            next_step='Say how you know: --reason "the mayor, by telephone".',
        )


def _standing(store: Store, name: str) -> Claim:
    """The claim with what was corrected before."""
    from crossread.flow.selecting import correct_claims

    (stands,) = correct_claims(store, [store.get_claim(name)])
    return stands


def _own_change(store: Store, claim: Claim, own: OwnValue, asked: Asked) -> dict[str, str]:
    from crossread.flow.own_values import set_own
    from crossread.records import claim_to_json

    slot = own.slot.partition(":")[0]
    made = set_own(claim, own)
    if asked.part_of or asked.replaces:
        made = lay_own(store.get_document(claim.document_id), claim, made, name_other(claim, asked) or "")
    return {slot: json.dumps(claim_to_json(made)[slot])}


def _read_change(store: Store, claim: Claim, asked: Asked) -> dict[str, str]:
    """The slot as JSON, read from the words as the desk reads them."""
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
    return read_slots(store.get_document(claim.document_id), claim, form)


def _keep(store: Store, claim: Claim, changes: dict[str, str], hand: Hand) -> list[Judgement]:
    """The correction in the log, whole or not at all."""
    from crossread.flow.judging import user_name
    from crossread.records import Judgement

    stamp, moment = secrets.token_hex(6), datetime.now(UTC)
    rows = [
        Judgement(
            id=f"jdg_{stamp}_{number}",
            kind="correct",
            subject=claim.id,
            slot=slot,
            value=value,
            reason=hand.reason,
            made_by=hand.by or user_name(),
            made_at=moment,
        )
        for number, (slot, value) in enumerate(changes.items(), 1)
    ]
    with store.batch():
        for row in rows:
            store.add_judgement(row)
    return rows


def _line(before: Claim, row: Judgement, store: str) -> str:
    """What changed, and how it is taken back."""
    from crossread.flow.changed_slots import say_change, with_slot

    told = say_change(before, with_slot(before, str(row.slot), row.value), str(row.slot))
    return f"{before.id}  {told}; {say_undo(row.id, store)} takes it back."


def _to_json(row: Judgement) -> dict[str, Any]:
    return {**asdict(row), "made_at": row.made_at.isoformat()}
