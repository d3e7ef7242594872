"""What the heads say of all passages of a document -> claims with raw slots. Plain rules, no weights of their own.

The triggers of a document fall into groups that tell the same claim; the fullest telling leads. Slots come from what all of
them link to: the fullest telling's word counts whole, that of its retellings in part.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from crossread.entries import has_entries, may_link
from crossread.extract import slots
from crossread.extract.calibration import calibrate, without_far_guess, without_guess
from crossread.extract.cuts import Cuts
from crossread.extract.denying import hears_denial
from crossread.extract.heads import Floats, Mention, Reading
from crossread.extract.parted import find_cuts
from crossread.extract.passages import passages_near
from crossread.extract.retelling import SURE, Heard, Link, Telling, gather_links, most_of_slots, retells
from crossread.extract.second_look import judge_claim, look_again
from crossread.extract.slots import label_of
from crossread.extract.told_by_another import told_by_another
from crossread.records import Claim, Document, claim_id

SAME_SENTENCE = 0.1  # in favour of the claim in whose sentence a number stands, where two are nearly as sure of it
OF_ONE_ACT = ("where", "harm", "victim", "target", "means")
HURT = ("killed", "injured", "incapacitated", "casualties")
ATTACKS = ("armed_attack", "armed_clash", "killing", "bombing", "shelling", "air_strike")
DOERS = ("perpetrator", "accused", "claimant", "side_a")
DENIES = 0.1  # chance from which somebody may be the denier beside whom a word of denial is looked for
# What a speaker of each role says for the stance of what he speaks of.
SAYING = {
    "speaker_reports": "attributed",
    "speaker_claims": "claimed",
    "speaker_accuses": "alleged",
    "speaker_denies": "denied",
}
Thresholds = Mapping[str, Mapping[str, float]]


@dataclass(slots=True)
class _Group:
    """The tellings of one claim; the first one leads. `links` is what they link to, `judged` the same after a second look."""

    tellings: list[Telling]
    links: tuple[Link, ...] = ()
    judged: tuple[Link, ...] = ()


def assemble(
    document: Document,
    readings: Sequence[Reading],
    labels: Sequence[str],
    thresholds: Thresholds,
    made_by: str,
    across: Mapping[tuple[int, int], Floats] | None = None,
) -> tuple[Claim, ...]:
    """The claims of one document, in the order of their triggers. `across` compares triggers of different passages."""
    groups = [_Group(own) for own in group_tellings(document.text, readings, labels, thresholds, across)]
    gathered = [gather_links(group.tellings, thresholds["link"]["retold"]) for group in groups]
    judged = look_again([group.tellings for group in groups], gathered, document.text, thresholds)
    for group, first, second in zip(groups, gathered, judged, strict=True):
        group.links, group.judged = first, (*second, *told_by_another(group.tellings, second, thresholds["link"]["harm"]))
    owners = _harm_owners(groups, thresholds["link"]["harm"])
    claims = [_claim(document, group, thresholds, made_by, owners.get(i, set())) for i, group in enumerate(groups)]
    lines, floors = thresholds.get("calibration", {}), thresholds.get("guess", {})
    calibrated = (calibrate(claim, lines) for claim in sorted(claims, key=lambda c: c.trigger.span.start))
    return tuple(without_far_guess(without_guess(claim, floors), document.text, floors) for claim in calibrated)


def group_tellings(
    text: str,
    readings: Sequence[Reading],
    labels: Sequence[str],
    thresholds: Thresholds,
    across: Mapping[tuple[int, int], Floats] | None = None,
) -> list[list[Telling]]:
    """The triggers of a document in groups that tell the same claim, the fullest telling first in each."""
    most = most_of_slots(thresholds["merge"])
    heard = Heard(readings=readings, across=across or {}, cuts=find_cuts(text, readings), most=most)
    tellings = sorted(_iter_tellings(text, heard, labels, thresholds), key=lambda t: -t.trigger.score)
    return _group(tellings, heard, text, thresholds)


def _iter_tellings(text: str, heard: Heard, labels: Sequence[str], thresholds: Thresholds) -> Iterator[Telling]:
    floor, parted = thresholds["choice"]["floor"], has_entries(text)
    for number, reading in enumerate(heard.readings):
        for t, trigger in enumerate(reading.triggers):
            if not reading.passage.owned[trigger.first]:
                continue
            own = _links(reading, t, labels, floor)
            if parted:
                own = tuple(link for link in own if may_link(text, trigger.start, link[1].start, link[0]))
            own = _on_this_side(text, trigger, own, heard.cuts)
            yield Telling(trigger=trigger, links=own, passage=number, index=t)


def _links(reading: Reading, trigger: int, labels: Sequence[str], floor: float) -> tuple[Link, ...]:
    """What the trigger of that number links to, mention by mention; looked up in one go, as number by number takes longest."""
    told = reading.links[trigger]
    which, kinds = np.nonzero(told >= floor)
    rows = zip(which.tolist(), kinds.tolist(), told[which, kinds].tolist(), strict=True)
    return tuple((labels[k], reading.mentions[m], p) for m, k, p in rows)


def _on_this_side(text: str, trigger: Mention, links: tuple[Link, ...], cuts: Cuts) -> tuple[Link, ...]:
    """The links without those that belong to the other act of the sentence; a doer may have done both, if no other is told."""
    beyond = cuts.beyond(trigger.start, {mention.start for _, mention, _ in links})
    if not beyond:
        return links
    apart = {at for at in beyond if cuts.has_own_voice(trigger.start, at)}
    other = {at for at in beyond if cuts.has_other_day(trigger.start, at)}
    links = tuple(row for row in links if row[0] not in DOERS or not cuts.has_other_doer(trigger.start, row[1].start))
    doer = any(name in DOERS and p >= SURE and mention.start not in beyond for name, mention, p in links)
    return tuple(
        (name, mention, p)
        for name, mention, p in links
        if mention.start not in beyond
        or (name == "where" and cuts.has_same_place(trigger.start, mention.start))
        or not (
            _is_of_one_act(text, name, mention)
            or (doer and name in DOERS)
            or (name in SAYING and mention.start in apart)
            or (name == "when" and mention.start in other)
        )
    )


def _is_of_one_act(text: str, link: str, mention: Mention) -> bool:
    """True for what two acts of one sentence do not share; a day they may, but not that of "Wednesday's bomb"."""
    return link in OF_ONE_ACT or (link == "when" and text.startswith(("'s", "’s"), mention.end))


def _group(tellings: Sequence[Telling], heard: Heard, text: str, thresholds: Thresholds) -> list[list[Telling]]:
    """Strongest trigger first: it joins the group it most likely retells, else opens one if it is sure enough."""
    limits, merge = thresholds["claim"], thresholds["merge"]
    groups: list[list[Telling]] = []
    told_in: dict[int, set[int]] = {}  # for each passage the groups that are told in it
    sentences: set[int] = set()  # in which a claim is told
    for telling in tellings:
        near = {i for passage in passages_near(telling.passage, len(heard.readings)) for i in told_in.get(passage, ())}
        scored = [(retells(telling, groups[i], heard, text, merge, floor=limits["same"]), -i) for i in sorted(near)]
        best, at = max(scored, default=(0.0, 0))
        if best >= limits["same"]:
            own = -at
            groups[own].append(telling)
        elif telling.trigger.score >= limits["new"] or _is_further(telling, sentences, heard):
            own = len(groups)
            groups.append([telling])
        else:
            continue
        told_in.setdefault(telling.passage, set()).add(own)
        sentences.add(telling.trigger.sentence)
    return groups


def _is_further(telling: Telling, sentences: Collection[int], heard: Heard) -> bool:
    """True for an act with its own dead or hurt that the text itself calls another: however faint its trigger, it is a claim.

    Not where a claim is told in that sentence already.
    """
    sentence = telling.trigger.sentence
    if sentence in sentences or not heard.cuts.is_further(telling.trigger.start):
        return False
    return any(name == "harm" and p >= SURE and m.sentence == sentence for name, m, p in telling.links)


def _harm_owners(groups: Sequence[_Group], limit: float) -> dict[int, set[tuple[int, int]]]:
    """For each group the harm mentions that are its own: a number is taken for one claim, the one it is surest of.

    Equal doubt is settled by the sentence the number stands in.
    """
    best: dict[tuple[int, int], tuple[float, int]] = {}
    for i, group in enumerate(groups):
        lead = group.tellings[0]
        for name, mention, p in group.judged:
            if name == "harm" and p >= limit:
                fit = (p + SAME_SENTENCE * (mention.sentence == lead.trigger.sentence), -i)
                best[mention.start, mention.end] = max(fit, best.get((mention.start, mention.end), (0.0, 0)))
    owners: dict[int, set[tuple[int, int]]] = {}
    for span, (_, i) in best.items():
        owners.setdefault(-i, set()).add(span)
    return owners


def _type(group: _Group, limits: Mapping[str, float]) -> str:
    """The likeliest incident type, by the fullest telling first and by its retellings a little.

    An accident has no doer, an operation no harm: where one is linked, it is something else. And where nobody attacks and
    nothing is attacked with, what may be an accident is one: an attack is never read into words that do not tell it.
    """
    limit = limits["doer"]
    total = _votes(group, "type", limits["retold_type"])
    if any(name in DOERS and p >= limit for name, _, p in group.links):
        total.pop("accident", None)
    if any(name == "harm" and p >= limit and label_of(m, "effect") in HURT for name, m, p in group.links):
        total.pop("operation", None)
    best = max(total.items(), key=lambda item: item[1])[0]
    armed = any(name in (*DOERS, "means") and p >= limits["doer"] / 2 for name, _, p in group.links)
    if best in ATTACKS and not armed and total.get("accident", 0.0) >= limits["doubt"]:
        return "accident"
    return best


def _votes(group: _Group, name: str, weight: float) -> dict[str, float]:
    """The probability of each label by the fullest telling, and by each retelling at `weight` times how sure that is one."""
    total = dict(group.tellings[0].trigger.classes[name])
    for telling in group.tellings[1:]:
        for label, p in telling.trigger.classes[name].items():
            total[label] += weight * telling.trigger.score * p
    return total


def _code(group: _Group, name: str, limits: Mapping[str, float]) -> str:
    return max(_votes(group, name, limits[f"retold_{name}"]).items(), key=lambda item: item[1])[0]


def _scope(group: _Group, thresholds: Thresholds) -> str:
    """The likeliest scope, each weighed: training reports hold more context and totals than reports as they come."""
    weights = thresholds.get("scope", {})
    total = _votes(group, "scope", thresholds["claim"]["retold_scope"])
    return max(total, key=lambda scope: total[scope] * weights.get(scope, 1.0))


def _stance(text: str, group: _Group, thresholds: Thresholds) -> str:
    """The likeliest stance: by the tellings' own words, and by who else in the report is sure to speak of it.

    A denial mostly stands far from the fullest telling; where no word of denial is beside one or a denier, none is.
    """
    total = _votes(group, "stance", thresholds["claim"]["retold_stance"])
    weights = thresholds.get("stance", {})
    for link, stance in SAYING.items():
        heard = max((p for name, _, p in group.links if name == link), default=0.0)
        total[stance] = total.get(stance, 0.0) + weights.get(stance, 0.0) * heard
    if max(total, key=lambda stance: total[stance]) == "denied":
        told = [(telling.trigger.start, telling.trigger.end) for telling in group.tellings]
        deniers = [(m.start, m.end) for name, m, p in group.judged if name == "speaker_denies" and p >= DENIES]
        if not hears_denial(text, (*told, *deniers)):
            total.pop("denied")
    return max(total.items(), key=lambda item: item[1])[0]


def _claim(document: Document, group: _Group, thresholds: Thresholds, made_by: str, own_harm: set[tuple[int, int]]) -> Claim:
    lead = group.tellings[0]
    trigger = document.quote(lead.trigger.start, lead.trigger.end)
    kind = _type(group, thresholds["claim"])
    limits = thresholds["link"]
    stance, speakers = _stance(document.text, group, thresholds), slots.list_speakers(document, group.judged, limits)
    actors = slots.list_actors(document, group.judged, limits)
    if stance not in ("alleged", "denied") and not any(row.role in ("accuses", "denies") for row in speakers):
        alone = limits.get("accused_alone", 0.0)  # nobody is heard accusing: an accusation is not read into a report lightly
        actors = tuple(row for row in actors if row.role != "accused" or row.score is None or row.score >= alone)
    return Claim(
        id=claim_id(document_id=document.id, made_by=made_by, type=kind, trigger=trigger),
        document_id=document.id,
        type=kind,
        scope=_scope(group, thresholds),
        status=_code(group, "status", thresholds["claim"]),
        stance=stance,
        trigger=trigger,
        retellings=tuple(document.quote(t.trigger.start, t.trigger.end) for t in group.tellings[1:]),
        when=slots.choose(document, group.tellings, "when", thresholds),
        where=slots.choose(document, group.tellings, "where", thresholds),
        actors=actors,
        harm=slots.list_harm(document, group.judged, limits["harm"], own_harm),
        means=slots.list_means(document, group.judged, limits["means"]),
        speakers=speakers,
        score=judge_claim(group.tellings, group.links, thresholds),
        made_by=made_by,
    )
