"""The day of a claim: from the words of its slot, its sentence, its other tellings or the entry it stands in."""

from __future__ import annotations

from dataclasses import replace

from crossread.languages import load_language
from crossread.normalize.dates import DateContext, resolve_when
from crossread.normalize.dates.acts import comes_after_act, day_after_act
from crossread.normalize.dates.after import day_by_act
from crossread.normalize.dates.ahead import window_before_event
from crossread.normalize.dates.apposed import day_apposed
from crossread.normalize.dates.before import day_before_act
from crossread.normalize.dates.clauses import day_of_clause
from crossread.normalize.dates.compared import with_own_time
from crossread.normalize.dates.covered import slot_of_period
from crossread.normalize.dates.cuts import leads_only
from crossread.normalize.dates.ended import whole_span, within_of_told
from crossread.normalize.dates.entry import slot_of_entry
from crossread.normalize.dates.later import bounded_by_later
from crossread.normalize.dates.lists import report_day, slot_in_list
from crossread.normalize.dates.moments import slot_of_moment, window_of_moment
from crossread.normalize.dates.others import own_slot
from crossread.normalize.dates.periods import period_told, points_to_period
from crossread.normalize.dates.posts import without_number_of_post
from crossread.normalize.dates.said import day_said
from crossread.normalize.dates.since import is_of_rank, since_own_act, since_whole, window_since, without_turn_to_itself
from crossread.normalize.dates.slot import day_of_tellings, is_of_head, is_plain_word, settle_when
from crossread.normalize.dates.timeless import behind_length, is_of_origin, is_turn_alone, tells_no_time
from crossread.normalize.dates.truces import day_of_truce
from crossread.records import Claim, DateWindow, Document, Slot, with_values


def when_of_claim(document: Document, claim: Claim, language: str) -> Slot[DateWindow] | None:
    """The claim's slot with its window; without one where the words tell no day; None where they say nothing at all."""
    claim = with_own_time(document, claim, language)
    slot = slot_in_list(document, with_values(claim, when=own_slot(document, claim)), language)
    slot = slot or slot_of_period(document, claim, language)
    if slot is None:
        return day_said(document, claim, language) or slot_of_moment(document, claim)
    if slot.value is not None or not slot.evidence:
        return slot
    if is_plain_word(slot.raw, document.text):
        return slot_of_moment(document, claim)
    if is_of_rank(document, claim, slot):
        return None
    slot = day_apposed(document, slot_of_entry(document, claim, slot, language), trigger=claim.trigger.span, language=language)
    slot = settle_when(document, slot, trigger=claim.trigger.span, language=language)
    slot = behind_length(document, without_number_of_post(document, slot), language)
    slot = day_of_clause(document, slot, trigger=claim.trigger.span, language=language)
    if is_of_head(document, slot, language):
        found = day_of_tellings(document, claim, language)
        if found is None:
            return None
        slot = found
    if claim.score is not None and (is_of_origin(document, slot) or is_turn_alone(document, slot)):
        return slot_of_moment(document, claim)
    slot = without_turn_to_itself(document, claim, slot)
    slot = since_own_act(document, claim, since_whole(document, claim, slot, language), language)
    if comes_after_act(document, slot, language):
        value = day_after_act(document, slot, language)
        return None if value is None and leads_only(slot.raw) else replace(slot, value=value)
    if points_to_period(document, slot):
        return replace(slot, value=period_told(document, slot, language))
    span, timeless = slot.evidence[0].span, tells_no_time(document, claim, slot, language)
    context = DateContext(
        published=report_day(document, slot, language),
        published_in=document.published_from,
        title=document.title,
        text=document.text,
        start=span.start,
        end=span.end,
        language=language,
        trigger=claim.trigger.span.start,
        done=claim.status == "accomplished",
        threat=claim.status == "threatened",
    )
    counted = window_of_moment(slot, context.published) or window_before_event(document, claim, slot, context.published)
    counted = counted or day_by_act(document, slot, trigger=claim.trigger.span, language=language)
    counted = counted or day_before_act(document, slot, trigger=claim.trigger.span, language=language)
    counted = counted or within_of_told(document, claim, slot, language) or day_of_truce(claim, slot, context)
    value = counted or window_since(document, claim, slot, context) or resolve_when(slot.raw, context=context)
    value = whole_span(document, claim, slot, value, language) if value and not counted else value
    value = bounded_by_later(document, claim, slot, value, language)
    if claim.status == "threatened" and value is not None and value.earliest is None and value.reported_on is not None:
        return None  # "said on Tuesday that it will strike": the strike is still to come
    says_nothing = value is None and (_is_number(slot.raw) or leads_only(slot.raw))
    says_nothing = says_nothing or (timeless and (value is None or value.earliest is None))
    return slot_of_moment(document, claim) if says_nothing else replace(slot, value=value)


def _is_number(raw: str) -> bool:
    """True for "eight" of "the eight-week uprising": a number that dates nothing is no date."""
    return raw.strip().isdigit() or raw.strip().lower() in load_language("en").numbers
