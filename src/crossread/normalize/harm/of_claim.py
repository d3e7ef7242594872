"""The rows of harm of a claim: counted, without what counts nobody, with their effects, wholes and speakers settled."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from crossread.normalize.counts import count_reached, parse_count
from crossread.normalize.harm.ages import with_age
from crossread.normalize.harm.among import mark_among
from crossread.normalize.harm.animals import without_animals
from crossread.normalize.harm.apposed import mark_apposed_sum
from crossread.normalize.harm.bodies import settle_bodies, without_bodies
from crossread.normalize.harm.both import tell_both
from crossread.normalize.harm.bounds import join_bounds
from crossread.normalize.harm.cases import with_cases
from crossread.normalize.harm.casualties import mark_of_casualties, settle_named_harm
from crossread.normalize.harm.clock import without_times
from crossread.normalize.harm.colon import settle_breakdowns
from crossread.normalize.harm.copula import with_number_before
from crossread.normalize.harm.counted_acts import settle_counted_acts
from crossread.normalize.harm.deeds import with_who_fell
from crossread.normalize.harm.effects import settle_effects
from crossread.normalize.harm.either import settle_either
from crossread.normalize.harm.first import without_first_counts
from crossread.normalize.harm.flogged import hurt_by_flogging
from crossread.normalize.harm.forms import settle_forms
from crossread.normalize.harm.group import group_words
from crossread.normalize.harm.households import without_households
from crossread.normalize.harm.included import find_whole, with_effect_of_whole
from crossread.normalize.harm.joined import settle_joined
from crossread.normalize.harm.led_away import settle_led_away
from crossread.normalize.harm.left_without import settle_homeless, without_unserved
from crossread.normalize.harm.listed import settle_taken_then_killed, with_listed_fate
from crossread.normalize.harm.listed_on import mark_listed_on
from crossread.normalize.harm.maimed import settle_maimed
from crossread.normalize.harm.nationals import mark_nationals
from crossread.normalize.harm.no_death import without_untold_death
from crossread.normalize.harm.nobody import is_nobody, were_only_there
from crossread.normalize.harm.of_them import mark_listed_names, mark_of_them, settle_left_bodies
from crossread.normalize.harm.one_of import mark_one_of_many, without_one_of
from crossread.normalize.harm.out_of import settle_out_of
from crossread.normalize.harm.outcomes import settle_outcomes
from crossread.normalize.harm.own_verb import settle_own_verb
from crossread.normalize.harm.parts import (
    join_numbered,
    mark_apposed,
    mark_described,
    mark_named,
    mark_summands,
    mark_two_groups,
    share_group,
    share_nation,
    share_side,
    without_rows,
)
from crossread.normalize.harm.perhaps import settle_perhaps
from crossread.normalize.harm.predicate import with_own_predicate
from crossread.normalize.harm.put import lay_put
from crossread.normalize.harm.refined import settle_refined
from crossread.normalize.harm.refuted import settle_rises, without_refuted
from crossread.normalize.harm.rest import mark_end_of_breakdown, mark_rest
from crossread.normalize.harm.retold import settle_retold
from crossread.normalize.harm.robbed import without_robbed
from crossread.normalize.harm.semicolons import settle_semicolons
from crossread.normalize.harm.shares import mark_shares, with_wholes
from crossread.normalize.harm.some_of_them import settle_some_of_them
from crossread.normalize.harm.spared import settle_spared
from crossread.normalize.harm.speakers import lay_rival_tolls, lay_to_speakers
from crossread.normalize.harm.split_people import mark_rest_of_split
from crossread.normalize.harm.taken_beside import settle_taken_beside
from crossread.normalize.harm.toll import fill_tolls, settle_tolls
from crossread.normalize.harm.twice import drop_same_crowd, drop_told_twice, settle_all_hit
from crossread.normalize.harm.uninjured import settle_uninjured
from crossread.normalize.harm.victims import count_victims
from crossread.records import Claim, Document, Harm, with_values

TAKING = ("abduction", "detention")
KindOf = Callable[[str, Harm], str]


def rows_of_claim(document: Document, claim: Claim, *, language: str, kind_of: KindOf) -> tuple[Harm, ...]:
    """The claim's rows with their counts, groups, parts and speakers; those that count nobody are left out.

    `kind_of` gives the actor type of a group by its words. The rules come in the order they need each other.
    """
    told = settle_uninjured(document, without_unserved(document, without_robbed(document, claim.harm)))
    claim = with_values(claim, harm=settle_counted_acts(document, without_animals(document, told)))
    claim = with_values(claim, harm=settle_semicolons(document, settle_forms(document, with_cases(document, claim))))
    claim = with_values(claim, harm=settle_out_of(document, without_times(document, settle_some_of_them(document, claim.harm))))
    uncounted = without_times(document, count_victims(document, claim, language=language))
    claim = replace(claim, harm=uncounted) if uncounted else claim
    claim = with_values(claim, harm=with_who_fell(document, claim))
    gone = {at for at, row in enumerate(claim.harm) if is_nobody(document, claim, row)}
    told = without_rows(claim.harm, gone)
    rows = join_numbered(document, [_counted(document, claim, row, language=language, kind_of=kind_of) for row in told])
    rows = with_wholes(document, rows, kind_of_group=kind_of, language=language)
    rows = without_first_counts(
        document.text, without_refuted(document.text, join_bounds(document, rows)), speakers=claim.speakers
    )
    rows = share_side(document.text, settle_rises(document.text, without_households(document.text, rows)))
    present = {at for at in range(len(rows)) if were_only_there(document, claim, rows, at, language)}
    rows = tuple(with_own_predicate(document, without_rows(rows, present)))
    counted = settle_led_away(document, settle_effects(document, hurt_by_flogging(document, claim, rows), language=language))
    counted = without_untold_death(document, claim, settle_own_verb(document, counted), language=language)
    counted = settle_homeless(document, settle_maimed(document, settle_taken_beside(document, counted)))
    counted = settle_either(document, settle_outcomes(document, counted))
    spared = settle_spared(document, without_one_of(document.text, settle_named_harm(document, counted)))
    counted = settle_breakdowns(document.text, settle_joined(document, spared, language=language, taken=claim.type in TAKING))
    told = settle_taken_then_killed(document.text, with_listed_fate(document, counted))
    named = mark_listed_names(document.text, mark_of_them(document.text, settle_left_bodies(document, claim, told)))
    counted = with_effect_of_whole(document, named, language)
    parted = mark_summands(
        [with_values(row, part_of=find_whole(document, counted, i, language)) for i, row in enumerate(counted)]
    )
    parted = mark_nationals(document.text, mark_listed_on(document.text, parted))
    parted = mark_apposed_sum(document.text, mark_one_of_many(document.text, parted))
    parted = mark_two_groups(document.text, parted)
    parted = mark_rest_of_split(mark_apposed(document.text, mark_named(document.text, parted)))
    parted = share_group(document.text, mark_rest(document.text, parted))
    parted = mark_described(
        document.text, settle_all_hit(drop_same_crowd(document.text, drop_told_twice(document.text, parted)))
    )
    parted = mark_of_casualties(document.text, tell_both(document, parted))
    parted = mark_shares(document.text, mark_among(document.text, parted))
    put = lay_put(document.text, lay_rival_tolls(document.text, parted, claim.speakers))
    laid = settle_tolls(document.text, put)
    settled = fill_tolls(
        document.text, settle_refined(document.text, settle_retold(document.text, settle_bodies(document.text, laid)))
    )
    settled = settle_perhaps(document.text, mark_end_of_breakdown(document.text, settled))
    return share_nation(lay_to_speakers(document.text, settled, claim.speakers, claimed=claim.stance == "claimed"))


def _counted(document: Document, claim: Claim, row: Harm, *, language: str, kind_of: KindOf) -> Harm:
    reached = count_reached(row.raw, language=language) if claim.scope == "aggregate" else None
    count = row.count or reached or parse_count(with_age(document, row), language=language)
    group = row.group or group_words(row.raw, language=language)
    group = without_bodies(group) if group else group
    if not row.evidence:
        return replace(row, count=count, group=group)
    row = with_number_before(document, replace(row, count=count), language=language)
    count = row.count or count
    if group is None:
        return with_values(row, count=count)
    kind = kind_of(group, row)
    return replace(row, count=count, group=group, group_type=row.group_type if kind == "object" else kind)
