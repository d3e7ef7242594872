"""The rules that need all the claims of a report: over their words first, and over their values at the end.

Each takes the document and its claims and gives the claims back.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from crossread.normalize.actors.other_acts import without_doers_of_others
from crossread.normalize.actors.subjects import with_subjects
from crossread.normalize.claims.answered import with_answers
from crossread.normalize.claims.arrests import with_arrests
from crossread.normalize.claims.avenged import with_avenged
from crossread.normalize.claims.broken_down import with_broken_down
from crossread.normalize.claims.context import with_context
from crossread.normalize.claims.dated_entries import with_dated_entries
from crossread.normalize.claims.denied_act import with_denied_acts
from crossread.normalize.claims.denied_one import with_one_denied
from crossread.normalize.claims.each_place import with_each_place
from crossread.normalize.claims.fought_for import without_taking_fought_for
from crossread.normalize.claims.headline import join_headline
from crossread.normalize.claims.kind_totals import with_kind_totals
from crossread.normalize.claims.listed_places import with_listed_places
from crossread.normalize.claims.martyrs import with_mourned
from crossread.normalize.claims.named_act import with_named_acts
from crossread.normalize.claims.one_claimed import with_one_claimed
from crossread.normalize.claims.rival_boasts import join_rival_boast
from crossread.normalize.claims.struck_back import with_struck_back
from crossread.normalize.claims.summaries import with_summaries
from crossread.normalize.claims.the_event import with_known_event
from crossread.normalize.claims.told_again import join_told_again
from crossread.normalize.claims.toll_leads import join_toll_lead
from crossread.normalize.claims.totals import with_totals
from crossread.normalize.claims.updates import with_updates
from crossread.normalize.claims.war_totals import with_war_totals
from crossread.normalize.claims.within_total import with_totals_apart
from crossread.normalize.dates.told_later import without_days_of_others
from crossread.normalize.harm.found_dead import join_found_dead
from crossread.normalize.harm.found_later import join_found_later
from crossread.normalize.harm.freed_and_killed import with_killed_beside_freed
from crossread.normalize.harm.missing import join_found_missing
from crossread.normalize.harm.told import lay_told
from crossread.normalize.notes import lay_notes
from crossread.records import Claim, Document

OverAll = Callable[[Document, Sequence[Claim]], Sequence[Claim]]

OVER_RAW: tuple[OverAll, ...] = (
    join_found_missing,
    join_found_later,
    join_found_dead,
    lay_told,
    with_updates,
    lay_notes,
    with_totals,
    with_summaries,
    with_kind_totals,
    with_totals_apart,
    with_war_totals,
    with_dated_entries,
    with_listed_places,
    with_each_place,
    with_broken_down,
    with_one_claimed,
    with_answers,
    with_arrests,
    without_taking_fought_for,
    with_struck_back,
    with_avenged,
    with_mourned,
    with_killed_beside_freed,
    with_subjects,
    without_days_of_others,
)
OVER_VALUED: tuple[OverAll, ...] = (
    join_headline,
    join_told_again,
    join_toll_lead,
    join_rival_boast,
    with_named_acts,
    with_denied_acts,
    with_one_denied,
    without_doers_of_others,
    with_context,
    with_known_event,
)


def take_all(steps: Iterable[OverAll], document: Document, claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """The claims of a report after all the steps."""
    for step in steps:
        claims = step(document, claims)
    return tuple(claims)
