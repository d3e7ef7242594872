"""A reviewer's selection -> the value of a slot, read with the same tools as the machine's."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

from pydantic import BaseModel

from crossread.codebook import load_codebook
from crossread.errors import RecordError
from crossread.flow.own_values import OwnValue, set_own
from crossread.normalize.dates import DateContext, resolve_when
from crossread.records import Claim, Document, Evidence, Slot, claim_to_json
from crossread.review.rereading import normalize_claim
from crossread.review.slot_rows import ROWS, NewRow, add_row, take_out
from crossread.review.typed_words import find_count, find_words

CODES = {"type": "incident_type", "scope": "scope", "status": "status", "stance": "stance"}
TOLD = ("when", "where")
CHOSEN = "codes"  # the slot of a form that gives all of CODES at once


class Words(BaseModel):
    """Words of a report as a form gives them: a selection (`start` to `end`), or typed as they stand there."""

    start: int | None = None
    end: int | None = None
    words: str = ""


class Reading(Words):
    """How a form reads one slot of a claim: a code of the codebook, the slot's JSON as `value`, or words of the report.

    `slot` is one of the claim's; `harm:killed` adds a row of that kind, told in the words, and `row` names one to take out
    (slot_rows.py). `who` is what kind of people a row is about, where its words do not say it, `within` the count that it is
    part of. `own` says that `words` are none of the report but what the person knows, for which `reason` stands, of a place
    with `country` and `at`. With the slot `codes` the form gives `type`, `scope`, `status` and `stance`, and what differs is
    corrected. `empty` says that the report does not tell it.
    """

    claim: str
    slot: str = ""
    code: str = ""
    value: str = ""
    empty: str = ""
    row: str = ""
    who: str = ""
    within: str = ""
    own: str = ""
    country: str = ""
    at: str = ""
    type: str = ""
    scope: str = ""
    status: str = ""
    stance: str = ""
    reason: str = ""
    back: str = "/"
    once: str = ""


def read_slots(document: Document, claim: Claim, form: Reading) -> dict[str, str]:
    """The slots that the form changes, as JSON texts. `claim` is the claim as it stands, with what was corrected before.

    Neither words nor the word that there are none is a slip of the hand, and refused.
    """
    if form.value:
        return {form.slot: form.value}
    if form.own:
        return _own_value(claim, form)
    if form.row:
        return _as_json(*take_out(claim, form.row))
    if form.slot == CHOSEN:
        return _chosen_codes(claim, form)
    slot, _, kind = form.slot.partition(":")
    if slot in CODES:
        load_codebook().code(CODES[slot], form.code)
        return {slot: json.dumps(form.code)}
    if slot in ROWS and kind:
        return _as_json(slot, _with_row(document, claim, form, slot, kind))
    if slot not in TOLD:
        raise RecordError(
            "This slot cannot be corrected so.",
            expected=", ".join((*CODES, *TOLD, *(f"{name}:CODE" for name in ROWS))),
            found=form.slot or "none",
        )
    if form.empty and form.words.strip():
        raise RecordError(
            "Words were given, and that the report does not tell it.",
            where=f"slot {slot}",
            expected="one of the two",
            found=form.words[:80],
            next_step="Go back and set the words, or take them away before you choose “Not told”.",
        )
    return {slot: json.dumps(None if form.empty else _read_words(document, claim, form))}


def _chosen_codes(claim: Claim, form: Reading) -> dict[str, str]:
    """Of the four codes of a claim those that the form gives otherwise."""
    given = {slot: getattr(form, slot) for slot in CODES if getattr(form, slot)}
    for slot, code in given.items():
        load_codebook().code(CODES[slot], code)
    changed = {slot: json.dumps(code) for slot, code in given.items() if code != getattr(claim, slot)}
    if not changed:
        raise RecordError(
            "Nothing was chosen otherwise.",
            where=f"claim {claim.id}",
            expected="another type, scope, status or stance",
            found=", ".join(given.values()) or "nothing",
            next_step="Go back, choose what is wrong, and set it.",
        )
    return changed


def _own_value(claim: Claim, form: Reading) -> dict[str, str]:
    """What the person knows and the report does not tell; how they know it has to be said."""
    if not form.reason.strip():
        raise RecordError(
            "What the report does not tell needs its reason.",
            expected="a few words on how you know it",
            found="none",
            next_step="Go back and say it.",
        )
    told = OwnValue(
        slot=form.slot,
        value=form.words.strip(),
        country=form.country.strip().upper() or None,
        at=form.at.strip() or None,
        kind=form.who or None,
    )
    return _as_json(form.slot.partition(":")[0], set_own(claim, told))


def _with_row(document: Document, claim: Claim, form: Reading, slot: str, kind: str) -> Claim:
    words = chosen_words(document, form, near=claim.trigger.span.start, what=f"slot {slot}", count=slot == "harm")
    row = NewRow(slot=slot, kind=kind, words=words, actor_type=form.who or None, within=form.within or None)
    return add_row(document, claim, row)


def _as_json(slot: str, claim: Claim) -> dict[str, str]:
    return {slot: json.dumps(claim_to_json(claim)[slot])}


def _read_words(document: Document, claim: Claim, form: Reading) -> Any:
    """The value of a date or place that is told in the chosen words."""
    words = chosen_words(document, form, near=claim.trigger.span.start, what=f"slot {form.slot}")
    told: Slot[Any] = Slot(raw=words.quote, value=None, evidence=(words,), score=None)
    changed = replace(claim, when=told) if form.slot == "when" else replace(claim, where=told)
    read = normalize_claim(document, changed)
    if form.slot == "when" and not _is_read(read.when, words):
        read = replace(read, when=_exactly(document, claim, words) or read.when)
    return claim_to_json(read)[form.slot]


def _is_read(slot: Slot[Any] | None, words: Evidence) -> bool:
    """True where the reader stayed with the words that the person chose, and has a value for them."""
    return slot is not None and slot.value is not None and [row.span for row in slot.evidence] == [words.span]


def _exactly(document: Document, claim: Claim, words: Evidence) -> Slot[Any] | None:
    """The day that these words tell by themselves, without those beside them: "June 1" of "of June 1 to three"."""
    context = DateContext(
        published=document.published,
        published_in=document.published_from,
        title=document.title,
        text=document.text,
        start=words.span.start,
        end=words.span.end,
        language=document.language or "en",
        trigger=claim.trigger.span.start,
        done=claim.status == "accomplished",
        threat=claim.status == "threatened",
    )
    value = resolve_when(words.quote, context=context)
    return None if value is None else Slot(raw=words.quote, value=value, evidence=(words,))


def chosen_words(document: Document, form: Words, *, near: int, what: str, count: bool = False) -> Evidence:
    """The words that were selected, or those that were typed where they stand nearest to the offset `near`.

    With `count` they tell a number of people, which is taken from one place alone (typed_words.py).
    """
    if form.start is not None and form.end is not None and document.text[form.start : form.end].strip():
        return document.quote(*_tight(document.text, form.start, form.end))
    if form.words.strip():
        return (find_count if count else find_words)(document, form.words, near=near)
    raise RecordError(
        "No words of the report were chosen.",
        where=what,
        expected="words selected in the report, or typed as they stand there",
        found="nothing",
        next_step="Go back and select them, or choose “Not told” if the report does not tell it.",
    )


def _tight(text: str, start: int, end: int) -> tuple[int, int]:
    """The stretch without the blanks at its edges, which a pointer easily takes along."""
    words = text[start:end]
    return start + len(words) - len(words.lstrip()), start + len(words.rstrip())
