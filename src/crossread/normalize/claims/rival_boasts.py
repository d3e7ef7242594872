"""A party's own count of an act told before: "the rebels claimed on Saturday to have killed 31 soldiers" is no second attack.

Of 13 hand-coded "claimed to have killed", "said it had killed" that are told in a claim eleven are told of the act before.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from crossread import patterns as re
from crossread.normalize.sentences import sentence_start
from crossread.records import Claim, Document, Harm

REACH = 90  # characters before the killing in which it is claimed
_ACTS = frozenset("armed_attack bombing shelling air_strike killing armed_clash".split())
_DOERS = ("perpetrator", "claimant", "accused", "side_a", "side_b")
_CLAIMED = re.compile(
    r"\b(?:claim(?:ed|s|ing)|said|says|boast(?:ed|s)|announced|asserted|put\s+out)\b[^.;\n]{0,60}?"
    r"(?:\bto\s+have\s+|\b(?:it|they|its\s+\w+|their\s+\w+)\s+(?:had\s+)?|\bhaving\s+|\bthat\s+)$",
    re.IGNORECASE,
)
_OTHER = re.compile(
    r"\b(?:another|separate(?:ly)?|elsewhere|earlier|previous(?:ly)?|since|also|later|then|in\s+(?:all|total)|so\s+far)\b",
    re.IGNORECASE,
)


def join_rival_boast(document: Document, claims: Sequence[Claim]) -> list[Claim]:
    """The claims without such counts that tell no place and no day of their own, each laid to the one act it can be of.

    That is the only act told above by doers of the kind that speaks, with as many harmed of the same kind or another number.
    What people and data sets say (no score) stays.
    """
    found = list(claims)
    for claim in claims:
        if not _is_boast(document.text, claim):
            continue
        acts = [one for one in found if one is not claim and _may_be_of(one, claim)]
        if len(acts) == 1:
            found[found.index(acts[0])] = _joined(acts[0], claim)
            found.remove(claim)
    return found


def _is_boast(text: str, claim: Claim) -> bool:
    if claim.score is None or claim.type not in _ACTS or claim.scope != "incident" or claim.status != "accomplished":
        return False
    dated = claim.when is not None and claim.when.value is not None and claim.when.value.earliest is not None
    if dated or claim.where is not None or not claim.harm or not all(row.has_number for row in claim.harm):
        return False
    start = claim.trigger.span.start
    begin = max(sentence_start(text, start), start - REACH)
    told = _CLAIMED.search(text, begin, start)
    return told is not None and _OTHER.search(text, told.start(), start) is None


def _may_be_of(act: Claim, boast: Claim) -> bool:
    if act.score is None or act.type not in _ACTS or act.trigger.span.start > boast.trigger.span.start:
        return False
    if (act.scope, act.status) != ("incident", "accomplished") or act.stance == "denied":
        return False
    doers = {actor.type for actor in act.actors if actor.role in _DOERS}
    speaking = {actor.type for actor in boast.actors if actor.role in ("claimant", "perpetrator", "side_a")}
    mine, theirs = ({(row.effect, row.group_type) for row in one.harm} for one in (act, boast))
    return bool(doers & speaking) and bool(mine & theirs)


def _joined(act: Claim, boast: Claim) -> Claim:
    """The act with the count beside its own, laid to who gives it."""
    speaker = next((row.raw for row in boast.speakers if row.role == "claims"), None)
    roles = {(row.role, row.name or row.raw.lower()) for row in act.actors}
    claimants = (row for row in boast.actors if row.role == "claimant" and (row.role, row.name or row.raw.lower()) not in roles)
    said = {(row.role, row.raw.lower()) for row in act.speakers}
    return replace(
        act,
        retellings=(*act.retellings, boast.trigger, *boast.retellings),
        harm=_both(act.harm, boast.harm, speaker),
        actors=(*act.actors, *claimants),
        means=(*act.means, *(row for row in boast.means if row.kind not in {one.kind for one in act.means})),
        speakers=(*act.speakers, *(row for row in boast.speakers if (row.role, row.raw.lower()) not in said)),
    )


def _both(own: tuple[Harm, ...], rival: tuple[Harm, ...], speaker: str | None) -> tuple[Harm, ...]:
    """The rows of both; the same number told again is one row with both quotes."""
    found = list(own)
    for row in rival:
        at = next((i for i, one in enumerate(found) if (one.effect, one.count) == (row.effect, row.count)), None)
        if at is not None:
            found[at] = replace(found[at], evidence=(*found[at].evidence, *row.evidence))
        elif row.part_of is None:
            found.append(replace(row, speaker=row.speaker or speaker))
    return tuple(found)
