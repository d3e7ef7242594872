"""WEIGH: one cluster -> one incident under a named policy."""

from __future__ import annotations

import inspect
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from crossread.codebook import load_codebook
from crossread.records import Account, Claim, Document, Incident, Judgement, Toll, sum_counts
from crossread.registry import find_plugin, list_plugins
from crossread.weigh.anew import mark_overtaken
from crossread.weigh.answering import as_accusations
from crossread.weigh.case import Case, ClusterOfClaims, make_case
from crossread.weigh.corrected import drop_corrected
from crossread.weigh.corrections import dismissals
from crossread.weigh.disagreements import list_disagreements
from crossread.weigh.grade import grade_case
from crossread.weigh.partial import count_other_side, drop_partial
from crossread.weigh.policies import DEFAULT_POLICY, Policy, Rolled, ToldToll, range_of
from crossread.weigh.summary import summarize
from crossread.weigh.tolls import DOERS, drop_superseded, told_tolls
from crossread.weigh.values import choose_told_as, choose_type, choose_when, choose_where, merge_parties
from crossread.weigh.wholes import in_whole, tells_both


def weigh_cluster(
    cluster: ClusterOfClaims,
    claims: Mapping[str, Claim] | Iterable[Claim],
    documents: Mapping[str, Document],
    policy: str = DEFAULT_POLICY,
    judgements: Iterable[Judgement] = (),
) -> Incident:
    """The incident that a cluster of claims tells, with every disagreement and a grade.

    Claims are taken as given: run `apply_corrections` before linking. Dismissed claims decide nothing and stay visible as
    accounts. Mentions (background, totals) decide only where there is no account. A belligerent's claim about its enemy's
    losses alone never settles a figure and never widens the range of other accounts.
    """
    by_id = claims if isinstance(claims, Mapping) else {claim.id: claim for claim in claims}
    held = [by_id[name] for name in (*cluster.claim_ids, *cluster.mentions)]
    by_id = {claim.id: claim for claim in as_accusations(held, documents)}
    case = make_case(cluster, by_id, documents, dismissals(judgements))
    deciding_claims = case.standing or (() if case.dismissed else case.deciding)  # who is set aside counts nobody
    told = [one for claim in deciding_claims for one in told_tolls(claim, case)]
    when, where, type = choose_when(case), choose_where(case), choose_type(case)
    deciding = {claim.id: claim for claim in case.deciding}
    counted = [one for one in told if one.claim_id in deciding]
    counted = drop_corrected(counted, case, lambda one: deciding[one.claim_id], lambda one: (one.effect, one.side))
    tolls = roll_tolls(mark_overtaken(drop_partial(drop_superseded(counted))), policy)
    disagreements = list_disagreements(case, told, when, where)
    grade = grade_case(case, disagreements, when, where)
    incident = Incident(
        id=cluster.id,
        type=type,
        policy=name_policy(policy),
        grade=grade.code,
        grade_reason=grade.reason,
        when=when,
        where=where,
        parties=merge_parties(case),
        tolls=tolls,
        accounts=_accounts(case),
        disagreements=disagreements,
        independent_sources=case.count_groups(claim for claim in case.accounts if claim.id not in case.dismissed),
        summary="",
        told_as=choose_told_as(case),
    )
    return replace(incident, summary=summarize(incident, told))


def roll_tolls(told: Sequence[ToldToll], policy: str) -> tuple[Toll, ...]:
    """One toll for each effect that has a number, in the codebook's order; the two sides are rolled apart and then added."""
    roll: Policy = find_plugin("policies", policy)
    tolls = []
    for effect in load_codebook().codes("effect"):
        rows = [one for one in told if one.effect == effect and one.count is not None]
        sides = [part for side in sorted({one.side for one in rows}) for part in _parted([r for r in rows if r.side == side])]
        sides = in_whole(_told_together(_without_boast(sides)))
        rolled = [_roll_side(side, roll) for side in sides]
        rolled = [row for side, row in zip(sides, rolled, strict=True) if side[0].side != DOERS or row.count.high != 0]
        if rolled:
            whole = rolled[0] if len(rolled) == 1 else _add(rolled)
            names = tuple(dict.fromkeys(one.claim_id for one in rows))
            toll = Toll(effect=effect, count=whole.count, best=whole.best, claims=names, reason=whole.reason)
            tolls.append(replace(toll, open_from=_open_from(toll, sides[0])) if len(rolled) == 1 else toll)
    return tuple(tolls)


def _open_from(toll: Toll, told: Sequence[ToldToll]) -> int | None:
    """The 280 of "more than 280", where the figure is another account's 187: without it nobody would see what it hides."""
    if toll.count.high is not None or toll.best is None:
        return None
    floors = [
        one.count.low for one in told if one.claimed_by is None and one.count and one.count.high is None and one.count.low
    ]
    return max((floor for floor in floors if floor > toll.best), default=None)


def _parted(told: list[ToldToll]) -> list[list[ToldToll]]:
    """Accounts of which some count only soldiers and all others only militants, apart: these are added, as no total is told."""
    others = [one for one in told if count_other_side(told[0], one)]
    rest = [one for one in told if one not in others]
    if others and all(count_other_side(one, other) for one in rest for other in others):
        return [rest, others]
    return [told]


def _without_boast(sides: list[list[ToldToll]]) -> list[list[ToldToll]]:
    """The sides without those whose losses rest on their enemy's word alone, where people of the other side are counted.

    Alike for both: neither the attackers' boast of the attacked nor that of the attacked is added to what else is told.
    """
    free = [side for side in sides if any(one.claimed_by is None for one in side)]
    counted = [side for side in free if any(one.count and one.count.high != 0 for one in side)]
    return free if counted else sides


def _told_together(sides: list[list[ToldToll]]) -> list[list[ToldToll]]:
    """Both sides where one account counts both or one had no losses; else the attacked alone, as nobody tells a sum."""
    own = [side for side in sides if side[0].side != DOERS]
    counted = [{one.claim_id for one in side if one.count and one.count.high != 0} for side in sides]
    if len(own) == len(sides) or not own or sum(bool(names) for names in counted) < 2:
        return sides
    doers = [one for side in sides if side[0].side == DOERS for one in side if one.count and one.count.high != 0]
    return sides if any(tells_both(one, two) for side in own for one in side for two in doers) else own


def _roll_side(told: Sequence[ToldToll], roll: Policy) -> Rolled:
    free = [one for one in told if one.claimed_by is None]
    return roll(free) if free else Rolled(count=range_of(told), best=None)


def _add(rolled: Sequence[Rolled]) -> Rolled:
    bests = [row.best for row in rolled]
    best = None if None in bests else sum(value for value in bests if value is not None)
    return Rolled(count=sum_counts([row.count for row in rolled]), best=best)


def _accounts(case: Case) -> tuple[Account, ...]:
    rows = [*((claim, "account") for claim in case.accounts), *((claim, "mention") for claim in case.mentions)]
    return tuple(
        Account(
            claim_id=claim.id,
            document_id=claim.document_id,
            source=case.documents[claim.document_id].source if claim.document_id in case.documents else None,
            source_group=case.group(claim),
            weight=weight,
        )
        for claim, weight in rows
    )


def say_policy(policy: str) -> str:
    """How a policy counts, in a sentence; empty for one that is not installed here."""
    known = list_plugins("policies")
    name = next((name for name in known if policy in (name, name.partition("@")[0])), None)
    return (inspect.getdoc(known[name]) or "").partition("\n")[0] if name else ""


def name_policy(policy: str) -> str:
    """The name@version of a policy; `RegistryError`, with the list, for one that is not there. Ask before the work begins."""
    plugin = find_plugin("policies", policy)
    return next(name for name, found in list_plugins("policies").items() if found is plugin)
