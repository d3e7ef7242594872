"""The rules that change a claim by the words around it, in the order they need each other.

Each takes the document and the claim and gives the claim back, changed or as it was; what sees one slot stands here itself.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from crossread.normalize.actors.aimed import without_aimed_at
from crossread.normalize.actors.aimed_people import settle_aimed_people
from crossread.normalize.actors.ambushed import with_ambushers
from crossread.normalize.actors.answering import without_answering
from crossread.normalize.actors.armed_men import with_armed_men
from crossread.normalize.actors.army_claims import with_army_of_doer
from crossread.normalize.actors.brothers import with_brothers, with_seekers
from crossread.normalize.actors.clauses import without_other_clause
from crossread.normalize.actors.crowds import with_struck_crowd, without_crowd_as_force
from crossread.normalize.actors.enemies import with_enemies_called
from crossread.normalize.actors.enemy_doers import settle_enemy_doers
from crossread.normalize.actors.escorts import without_escorts
from crossread.normalize.actors.flown import with_flown
from crossread.normalize.actors.forced_to import without_forced
from crossread.normalize.actors.identified import with_identified
from crossread.normalize.actors.kept_by import with_whole_sites
from crossread.normalize.actors.kin import without_kin
from crossread.normalize.actors.losers import settle_losers
from crossread.normalize.actors.named_subjects import with_named_subject
from crossread.normalize.actors.ours import with_own_forces, with_sides_of_own_words
from crossread.normalize.actors.over_mines import settle_over_mines
from crossread.normalize.actors.own_men import with_own_men
from crossread.normalize.actors.owners import with_owners
from crossread.normalize.actors.passive import with_sufferers
from crossread.normalize.actors.same_one import join_same_one
from crossread.normalize.actors.subgroups import without_subgroups
from crossread.normalize.actors.tied_to import without_tied_to
from crossread.normalize.actors.under_fire import settle_under_fire
from crossread.normalize.actors.whole import with_whole_names
from crossread.normalize.byline import without_authors
from crossread.normalize.claims.accidents import with_accident, without_accident, without_doers_of_nature
from crossread.normalize.claims.accused_by import settle_accused_by
from crossread.normalize.claims.accuser import settle_accusers
from crossread.normalize.claims.admitted import with_admitted
from crossread.normalize.claims.air_support import settle_air_support
from crossread.normalize.claims.airdrops import settle_airdrop
from crossread.normalize.claims.attackers_killed import settle_attackers_killed
from crossread.normalize.claims.beasts import with_beasts
from crossread.normalize.claims.blows import settle_blows, settle_dispersers
from crossread.normalize.claims.boasted import with_boasts
from crossread.normalize.claims.bodies_abused import settle_bodies_abused
from crossread.normalize.claims.caught_between import settle_caught_between
from crossread.normalize.claims.claimants import settle_claimants
from crossread.normalize.claims.claimed import settle_claimed
from crossread.normalize.claims.condemned import without_condemners
from crossread.normalize.claims.crowd_fights import with_kind_of_fight
from crossread.normalize.claims.cut_things import with_whole_things
from crossread.normalize.claims.denials import settle_denials
from crossread.normalize.claims.denied_strikes import with_denied_kind
from crossread.normalize.claims.deniers import DENIERS
from crossread.normalize.claims.disowned import settle_disowned
from crossread.normalize.claims.doubted import with_doubted
from crossread.normalize.claims.downed import settle_downed
from crossread.normalize.claims.enemys import settle_enemys
from crossread.normalize.claims.false_tales import without_false_tales
from crossread.normalize.claims.feared import settle_feared
from crossread.normalize.claims.fired import settle_fired
from crossread.normalize.claims.for_group import settle_spokesmen
from crossread.normalize.claims.freed import settle_broken_out, settle_freed
from crossread.normalize.claims.goes_on import settle_own_telling
from crossread.normalize.claims.group_said import settle_group_said
from crossread.normalize.claims.hearsay import settle_hearsay
from crossread.normalize.claims.informed import settle_informed
from crossread.normalize.claims.investigating import settle_investigating
from crossread.normalize.claims.laid_on import settle_laid_on
from crossread.normalize.claims.last_of_series import with_act_of_series
from crossread.normalize.claims.launch_sites import without_launch_sites
from crossread.normalize.claims.lost_men import settle_lost_men
from crossread.normalize.claims.martyrdom import settle_martyrdom
from crossread.normalize.claims.minefields import settle_minefield
from crossread.normalize.claims.mishaps import with_mishap
from crossread.normalize.claims.missed import without_untaken
from crossread.normalize.claims.no_link import settle_no_link
from crossread.normalize.claims.of_its_own import settle_of_its_own
from crossread.normalize.claims.other_side import settle_accused, settle_other_side
from crossread.normalize.claims.own_loss import settle_own_loss
from crossread.normalize.claims.picked_up import settle_picked_up
from crossread.normalize.claims.plain_denials import settle_plain_denials
from crossread.normalize.claims.rammed import with_rammed
from crossread.normalize.claims.repressed import settle_repressed
from crossread.normalize.claims.risen import settle_risen
from crossread.normalize.claims.says_others import settle_says_others
from crossread.normalize.claims.scope import settled_scope
from crossread.normalize.claims.shown import without_day_of_showing
from crossread.normalize.claims.speakers import join_speakers
from crossread.normalize.claims.spokesmen import with_spokesmen
from crossread.normalize.claims.status import settled_status
from crossread.normalize.claims.strikes import with_strikes
from crossread.normalize.claims.supposed import without_supposed
from crossread.normalize.claims.threats import settle_threat_done, without_threatened_harm, without_threateners
from crossread.normalize.claims.told_means import with_told_means
from crossread.normalize.claims.types import fitting_means, kinds_by_words, settled_type, thought_to_be, type_by_words
from crossread.normalize.claims.unaccused import settle_unaccused
from crossread.normalize.edges import trim_edges
from crossread.normalize.harm.animals import with_animals_as_objects
from crossread.normalize.harm.denied import without_numbers_of_others
from crossread.normalize.harm.one_person import join_one_person
from crossread.normalize.harm.refuted import settled_stance
from crossread.normalize.harm.survived import join_both_sides, without_survivors
from crossread.normalize.headed import without_headed
from crossread.normalize.no_events import settle_contradicted
from crossread.normalize.places.of_people import without_homes_of_people
from crossread.normalize.sides import split_versus, with_two_sides
from crossread.records import Claim, Document, with_values

Step = Callable[[Document, Claim], Claim]

BEFORE_VALUES: tuple[Step, ...] = (
    with_act_of_series,
    without_false_tales,
    trim_edges,
    without_homes_of_people,
    without_kin,
    with_animals_as_objects,
    without_survivors,
    join_both_sides,
    join_one_person,
    join_same_one,
    join_speakers,
    settle_informed,
    with_spokesmen,
    without_authors,
    without_tied_to,
    lambda document, claim: thought_to_be(document.text, claim),
    lambda document, claim: with_doubted(document.text, claim),
    without_headed,
    without_supposed,
    settle_laid_on,
    settle_accused_by,
    settle_investigating,
    settle_accusers,
    settle_caught_between,
    without_threateners,
    *DENIERS,
    settle_hearsay,
    with_sufferers,
    without_other_clause,
    with_ambushers,
    with_identified,
    without_escorts,
    with_whole_sites,
    with_whole_things,
    without_launch_sites,
    with_owners,
    settle_under_fire,
    settle_losers,
    without_aimed_at,
    with_told_means,
    with_armed_men,
    with_named_subject,
    with_flown,
    with_strikes,
    with_rammed,
    with_struck_crowd,
    split_versus,
    with_whole_names,
    settle_denials,
    settle_unaccused,
    without_numbers_of_others,
    with_boasts,
    settle_spokesmen,
    settle_claimants,
    with_admitted,
    settle_disowned,
    settle_no_link,
    settle_claimed,
    settle_says_others,
    settle_of_its_own,
    with_own_forces,
    without_condemners,
    lambda document, claim: with_values(claim, means=kinds_by_words(claim), type=type_by_words(document, claim)),
    lambda document, claim: with_values(claim, type=without_accident(document, claim)),
    settle_blows,
    settle_fired,
    settle_airdrop,
    settle_air_support,
    with_accident,
    with_beasts,
    with_mishap,
    settle_repressed,
    settle_risen,
    settle_martyrdom,
    settle_minefield,
    settle_downed,
    settle_freed,
    settle_picked_up,
    settle_bodies_abused,
    lambda document, claim: with_values(
        claim, type=settled_type(claim), status=settled_status(document, claim), stance=settled_stance(document, claim)
    ),
    settle_contradicted,
    with_denied_kind,
    settle_threat_done,
    without_threatened_harm,
    lambda document, claim: with_values(claim, means=fitting_means(claim), harm=without_untaken(claim)),
)
AFTER_VALUES: tuple[Step, ...] = (
    settle_group_said,
    without_doers_of_nature,
    without_day_of_showing,
    settle_dispersers,
    without_crowd_as_force,
    settle_feared,
    settle_broken_out,
    settle_attackers_killed,
    without_answering,
    without_forced,
    with_kind_of_fight,
    with_two_sides,
    with_sides_of_own_words,
    with_own_men,
    with_brothers,
    with_seekers,
    with_enemies_called,
    settle_enemy_doers,
    settle_enemys,
    settle_other_side,
    settle_accused,
    settle_over_mines,
    settle_lost_men,
    settle_own_loss,
    with_army_of_doer,
    settle_own_telling,
    settle_aimed_people,
    settle_plain_denials,
    without_subgroups,
    lambda document, claim: with_values(claim, scope=settled_scope(claim, document.text, document.published)),
)


def take(steps: Iterable[Step], document: Document, claim: Claim) -> Claim:
    """The claim after all the steps."""
    for step in steps:
        claim = step(document, claim)
    return claim
