"""What the heads say of all passages of a document -> claims with raw slots. Plain rules, no weights of their own.

The triggers of a document fall into groups that tell the same claim; the fullest telling leads. Slots come from the leading
trigger; where it has none, from its retellings.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

import numpy as np

from crossread.extract.heads import Mention, Reading
from crossread.extract.retelling import Telling, retells
from crossread.records import Actor, Claim, Document, Evidence, Harm, Means, Slot, Speaker, claim_id

T = TypeVar("T")
Thresholds = Mapping[str, Mapping[str, float]]
ROLES = ("perpetrator", "target", "victim", "side_a", "side_b", "accused", "claimant", "bystander")


@dataclass(slots=True)
class _Group:
    """Tellings of one claim while they are gathered; the first one leads."""

    tellings: list[Telling] = field(default_factory=list)


def assemble(
    document: Document,
    readings: Sequence[Reading],
    labels: Sequence[str],
    thresholds: Thresholds,
    made_by: str,
) -> tuple[Claim, ...]:
    """The claims of one document, in the order of their triggers."""
    tellings = sorted(_iter_tellings(readings, labels, thresholds), key=lambda t: -t.trigger.score)
    groups = _group(tellings, readings, document.text, thresholds)
    claims = [_claim(document, group, thresholds, made_by) for group in groups]
    return tuple(sorted(claims, key=lambda c: c.trigger.span.start))


def _iter_tellings(readings: Sequence[Reading], labels: Sequence[str], thresholds: Thresholds) -> Iterator[Telling]:
    floor = min(thresholds["link"].values())
    for number, reading in enumerate(readings):
        for t, trigger in enumerate(reading.triggers):
            if not reading.passage.owned[trigger.first]:
                continue
            told = reading.links[t]
            links = tuple((labels[k], reading.mentions[m], float(told[m, k])) for m, k in np.argwhere(told >= floor))
            yield Telling(trigger=trigger, links=links, passage=number, index=t)


def _group(tellings: Sequence[Telling], readings: Sequence[Reading], text: str, thresholds: Thresholds) -> list[_Group]:
    """Strongest trigger first: it joins the group it most likely retells, else opens one if it is sure enough."""
    limits = thresholds["claim"]
    groups: list[_Group] = []
    for telling in tellings:
        scored = [(retells(telling, g.tellings, readings, text, thresholds["merge"]), -i) for i, g in enumerate(groups)]
        best, at = max(scored, default=(0.0, 0))
        if best >= limits["same"]:
            groups[-at].tellings.append(telling)
        elif telling.trigger.score >= limits["new"]:
            groups.append(_Group([telling]))
    return groups


def _label(mention: Mention, name: str) -> str:
    return max(mention.classes[name].items(), key=lambda item: item[1])[0]


def _claim(document: Document, group: _Group, thresholds: Thresholds, made_by: str) -> Claim:
    lead = group.tellings[0]
    trigger = document.quote(lead.trigger.start, lead.trigger.end)
    kind = _label(lead.trigger, "type")
    limits = thresholds["link"]
    return Claim(
        id=claim_id(document_id=document.id, made_by=made_by, type=kind, trigger=trigger),
        document_id=document.id,
        type=kind,
        scope=_label(lead.trigger, "scope"),
        status=_label(lead.trigger, "status"),
        stance=_label(lead.trigger, "stance"),
        trigger=trigger,
        retellings=tuple(document.quote(t.trigger.start, t.trigger.end) for t in group.tellings[1:]),
        when=_single(document, group, "when", limits["when"]),
        where=_single(document, group, "where", limits["where"]),
        actors=_actors(document, group, limits["role"]),
        harm=_harm(document, group, limits["harm"]),
        means=_means(document, group, limits["means"]),
        speakers=_speakers(document, group, limits["speaker"]),
        score=lead.trigger.score,
        made_by=made_by,
    )


def _linked(group: _Group, names: Sequence[str], limit: float) -> list[tuple[str, Mention, float]]:
    """Links of the leading telling above the limit, likeliest first."""
    rows = [row for row in group.tellings[0].links if row[0] in names and row[2] >= limit]
    return sorted(rows, key=lambda row: -row[2])


def _single(document: Document, group: _Group, name: str, limit: float) -> Slot[T] | None:
    rows = _linked(group, (name,), limit)
    if not rows:
        rows = [r for t in group.tellings[1:] for r in t.links if r[0] == name and r[2] >= max(limit, 0.5)]
        rows.sort(key=lambda row: -row[2])
    if not rows:
        return None
    _, mention, score = rows[0]
    evidence = _evidence(document, mention)
    return Slot(raw=evidence.quote, value=None, evidence=(evidence,), score=score)


def _actors(document: Document, group: _Group, limit: float) -> tuple[Actor, ...]:
    out: list[Actor] = []
    seen: set[tuple[str, str]] = set()
    for role, mention, score in _linked(group, ROLES, limit):
        evidence = _evidence(document, mention)
        key = (role, evidence.quote.lower())
        if key in seen:
            continue
        seen.add(key)
        kind = "object" if mention.category == "object" else _best(mention, "actor_type", without="object")
        out.append(Actor(role=role, raw=evidence.quote, name=None, type=kind, evidence=(evidence,), score=score))
    return tuple(sorted(out, key=lambda a: a.evidence[0].span.start))


def _harm(document: Document, group: _Group, limit: float) -> tuple[Harm, ...]:
    rows = sorted(_linked(group, ("harm",), limit), key=lambda row: row[1].start)
    out = []
    for _, mention, score in rows:
        evidence = _evidence(document, mention)
        out.append(
            Harm(
                effect=_label(mention, "effect"),
                raw=evidence.quote,
                group=None,
                group_type=_best(mention, "group_type", without="object"),
                count=None,
                evidence=(evidence,),
                score=score,
            )
        )
    return tuple(out)


def _means(document: Document, group: _Group, limit: float) -> tuple[Means, ...]:
    out: dict[str, Means] = {}
    for _, mention, score in _linked(group, ("means",), limit):
        evidence = _evidence(document, mention)
        kind = _label(mention, "means")
        out.setdefault(kind, Means(kind=kind, raw=evidence.quote, evidence=(evidence,), score=score))
    return tuple(sorted(out.values(), key=lambda m: m.evidence[0].span.start))


def _speakers(document: Document, group: _Group, limit: float) -> tuple[Speaker, ...]:
    names = ("speaker_reports", "speaker_claims", "speaker_accuses", "speaker_denies")
    out: dict[tuple[int, int], Speaker] = {}
    for name, mention, score in _linked(group, names, limit):
        evidence = _evidence(document, mention)
        role = name.removeprefix("speaker_")
        key = (mention.start, mention.end)
        out.setdefault(key, Speaker(role=role, raw=evidence.quote, evidence=(evidence,), score=score))
    return tuple(sorted(out.values(), key=lambda s: s.evidence[0].span.start))


def _best(mention: Mention, name: str, *, without: str) -> str:
    rest = {k: v for k, v in mention.classes[name].items() if k != without}
    return max(rest.items(), key=lambda item: item[1])[0]


def _evidence(document: Document, mention: Mention) -> Evidence:
    return document.quote(mention.start, mention.end)
