"""A second look at what each claim links to, once all claims of the report are known.

The heads judge one pair of words at a time. Whether a speaker, a victim or a number is the claim's also hangs on what they
cannot see: whether another mention, or another claim, is surer; whether the same words are linked elsewhere; how far off the
nearest telling is. For each kind of link, and for the claim itself, a logistic regression over the features below says how
likely it is. Its weights stand in the encoder's thresholds.toml under `second_KIND`, fitted by `training.second_look` on coded
reports left out of training (docs/decisions/0034-a-second-look.md). A kind without weights keeps the heads' word.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache, partial

from crossread import patterns as re
from crossread.extract.calibration import to_logit
from crossread.extract.heads import Mention
from crossread.extract.retelling import Link, Telling
from crossread.languages import load_language

# The kinds of links that are judged: a mention once a kind, and the kind's links share the judgement. Date and place are not
# among them: of those a claim has one each, and the rule in slots.choose finds it better in long reports (0034).
KINDS: dict[str, tuple[str, ...]] = {
    "doer": ("perpetrator", "accused", "claimant"),
    "sufferer": ("victim", "target", "bystander"),
    "side": ("side_a", "side_b"),
    "speaker": ("speaker_reports", "speaker_claims", "speaker_accuses", "speaker_denies"),
    "harm": ("harm",),
    "means": ("means",),
}
# What a claim that is one mostly has.
TOLD = {"when": ("when",), "where": ("where",), **{kind: KINDS[kind] for kind in ("doer", "sufferer", "harm", "means")}}
_AS = {link: f"as_{link}" for links in KINDS.values() for link in links}
_KIND = {link: kind for kind, links in KINDS.items() for link in links}
_logit = lru_cache(maxsize=1 << 14)(partial(to_logit, edge=1e-3))  # two in three are asked for again within the report
_AFTER = 30  # characters in which a verb of saying follows a speaker
MOST_TELLINGS = 5
_SAYS = re.compile(rf"\b(?:{'|'.join(load_language('en').name_words['says'])})\b", re.IGNORECASE)  # English, as the encoder is
Span = tuple[int, int]
Weights = Mapping[str, Mapping[str, float]]
Group = Sequence[Telling]  # tellings of one claim, the fullest first


@dataclass(slots=True)
class Candidate:
    """A mention that may fill a slot of one claim: its chance by each link, by the first telling and by the others."""

    mention: Mention
    chances: dict[str, float] = field(default_factory=dict)
    chance: float = 0.0  # the best of them
    first: float = 0.0
    retold: float = 0.0
    elsewhere: float = 0.0  # the best of another claim for the same words


Candidates = dict[str, dict[Span, Candidate]]  # by kind, by span


def look_again(
    groups: Sequence[Group], links: Sequence[tuple[Link, ...]], text: str, weights: Weights
) -> list[tuple[Link, ...]]:
    """The links of each group of tellings, judged anew. `links` are what `gather_links` made of them."""
    judged = [kind for kind in KINDS if f"second_{kind}" in weights]
    if not judged:
        return list(links)
    report = gather(groups, links)
    out = []
    for own, row in enumerate(links):
        chances = {
            kind: {span: _chance(f, weights[f"second_{kind}"]) for span, f in iter_features(report, groups, own, kind, text)}
            for kind in judged
        }
        out.append(tuple(_judged(link, report[own], chances) for link in row))
    return out


def judge_claim(group: Group, links: Iterable[Link], weights: Weights) -> float:
    """How likely the group tells a claim: the score of its fullest telling, or what a second look makes of it."""
    own = weights.get("second_claim")
    return group[0].trigger.score if own is None else _chance(claim_features(group, links), own)


def gather(groups: Sequence[Group], links: Sequence[tuple[Link, ...]]) -> list[Candidates]:
    """The candidates of each group."""
    report = [_candidates(group, row) for group, row in zip(groups, links, strict=True)]
    rivals: dict[tuple[str, Span], list[Candidate]] = {}
    for found in report:
        for kind, own in found.items():
            for span, candidate in own.items():
                rivals.setdefault((kind, span), []).append(candidate)
    for same in rivals.values():
        for candidate in same if len(same) > 1 else ():
            candidate.elsewhere = max(other.chance for other in same if other is not candidate)
    return report


def _candidates(group: Group, links: Iterable[Link]) -> Candidates:
    out: Candidates = {}
    for name, mention, p in links:
        if (kind := _KIND.get(name)) is not None:
            own, span = out.setdefault(kind, {}), (mention.start, mention.end)
            candidate = own.get(span) or own.setdefault(span, Candidate(mention))
            candidate.chances[name] = p
            if p > candidate.chance:
                candidate.chance = p
    for number, telling in enumerate(group):
        for name, mention, p in telling.links:
            if (kind := _KIND.get(name)) is not None:
                candidate = out[kind][mention.start, mention.end]
                if number == 0 and p > candidate.first:
                    candidate.first = p
                elif number > 0 and p > candidate.retold:
                    candidate.retold = p
    return out


def iter_features(
    report: Sequence[Candidates], groups: Sequence[Group], own: int, kind: str, text: str
) -> Iterator[tuple[Span, dict[str, float]]]:
    """What is looked at for each candidate of a kind of group number `own`. Chances are logits."""
    found = report[own].get(kind, {})
    links = KINDS[kind] if len(KINDS[kind]) > 1 else ()
    shared = {"one": 1.0, "report": math.log(max(len(text), 1)), "claims": math.log(len(groups))}
    sentences = {telling.trigger.sentence for telling in groups[own]}
    said = {span: text[span[0] : span[1]].lower() for span in found}
    chances = {span: _logit(candidate.chance) for span, candidate in found.items()}
    rivals, again = _best_but(chances, dict.fromkeys(found, "")), _best_but(chances, said)
    for span, candidate in found.items():
        told = candidate.chances
        features = {
            **shared,
            **_of_words(text, *span),
            "chance": chances[span],
            "first": _logit(candidate.first),
            "retold": _logit(candidate.retold),
            "marked": _logit(candidate.mention.score),
            "rival": rivals[span],
            "again": again[span],
            "elsewhere": _logit(candidate.elsewhere),
            "margin": candidate.chance - candidate.elsewhere,
            "beside": float(candidate.mention.sentence in sentences),
        }
        for link in links:
            features[_AS[link]] = _logit(told.get(link, 0.0))
        yield span, features


@lru_cache(maxsize=1 << 10)
def _of_words(text: str, start: int, end: int) -> Mapping[str, float]:
    """What is looked at of a candidate's words alone, whichever claim they are linked to."""
    return {
        "length": math.log(max(end - start, 1)),
        "place": start / max(1, len(text)),
        "says": float(_SAYS.search(text, end, end + _AFTER) is not None),
    }


def _best_but(chances: Mapping[Span, float], groups: Mapping[Span, str]) -> dict[Span, float]:
    """For each candidate the best chance among the others of its group, as a logit; that of no chance where it is alone."""
    best: dict[str, list[float]] = {}
    for span, chance in chances.items():
        best.setdefault(groups[span], []).append(chance)
    for row in best.values():
        row.sort(reverse=True)
    none = _logit(0.0)
    return {
        span: none if len(row := best[groups[span]]) < 2 else row[1] if chance >= row[0] else row[0]
        for span, chance in chances.items()
    }


def claim_features(group: Group, links: Iterable[Link]) -> dict[str, float]:
    """What is looked at for a claim: how sure its tellings are, and how much they tell. Chances are logits."""
    best: dict[str, float] = {}
    for name, _, p in links:
        best[name] = max(p, best.get(name, 0.0))
    first = group[0].trigger
    return {
        "one": 1.0,
        "first": _logit(first.score),
        "retold": _logit(max((telling.trigger.score for telling in group[1:]), default=0.0)),
        "tellings": float(min(MOST_TELLINGS, len(group))),
        "type": _logit(max(first.classes["type"].values())),
        **{f"has_{kind}": _logit(max(best.get(link, 0.0) for link in told)) for kind, told in TOLD.items()},
    }


def _judged(link: Link, found: Candidates, chances: Mapping[str, Mapping[Span, float]]) -> Link:
    """The link with its share of the judgement of its kind: whole for the likeliest link, less for the others."""
    name, mention, p = link
    kind, span = _KIND.get(name, ""), (mention.start, mention.end)
    if kind not in chances:
        return link
    return name, mention, chances[kind][span] * p / found[kind][span].chance


def _chance(values: Mapping[str, float], weights: Mapping[str, float]) -> float:
    total = 0.0
    for name, weight in weights.items():
        total += weight * values[name]
    return 1 / (1 + math.exp(-total))
