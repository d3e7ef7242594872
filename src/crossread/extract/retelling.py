"""Is this trigger another telling of a claim already found? The pair head's word, weighed with what both tell.

All in logits: the head's probability, plus a weight for each slot in which the two share a mention or name different ones.
The weights stand in the encoder's thresholds.toml under `merge`, with the measurement that chose them in its card.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from operator import itemgetter, mul

from crossread import patterns as re
from crossread.entries import HEADED, apartness, has_entries
from crossread.extract.calibration import to_logit
from crossread.extract.cuts import Cuts
from crossread.extract.heads import Floats, Mention, Reading
from crossread.extract.passages import are_near
from crossread.languages import load_language

_NONE: frozenset[tuple[int, int]] = frozenset()
OTHER_BULLET = 2.0  # in logits, against a telling in another item of a list: one in ten claims is told in several
ANOTHER = 2.0  # in logits, against "another blast" telling the blast before it: 66 of 79 such words open a claim of their own
_ANOTHER = re.compile(
    r"\b(?:another|an? (?:second|third|fourth|fifth|separate|similar|different|further))(?:\s+[\w’'-]+){0,2}\s+$", re.IGNORECASE
)
_ACT = re.compile(
    r"(?:attack|blast|bomb|explosion|raid|ambush|clash|strike|shooting|incident|assault|killing|shelling|kidnapping|abduction"
    r"|riot|protest|murder|massacre|drone|mine)\b(?!s)",
    re.IGNORECASE,
)
# "in two attacks", "by three separate bombings": of 36 coded totals of such acts 34 have another claim told next, 2 the same
_COUNTED = re.compile(
    r"\b(?:in|during|by)\s(?:at least\s|about\s|some\s)?(?:two|three|four|five|six|seven|eight|nine|ten|\d+|several|separate)\s"
    r"(?:(?!days|weeks|months|hours)[\w-]+\s){0,2}?(?:incidents|attacks|strikes|air ?strikes|raids|explosions|blasts|bombings"
    r"|clashes|shootings|ambushes|gun ?battles|operations|assaults)\b",
    re.IGNORECASE,
)
_STOP = re.compile(r"[.!?;][\"”’)]*\s|\n")
NEVER = -20.0  # in logits
ROUNDED = 0.01  # in logits, what a sum may be off
FEW = 16  # tellings of a claim, all of which are looked at
SURE = 0.5  # a link counts as told from here on
SURELY = 0.8  # what parts two tellings that the heads take for one claim
MAY_BE = 0.3  # a number that may be the other's parts nothing
_NAME = re.compile(r"\b[A-Z][\w’'-]{2,}")
_OF_THEM = re.compile(r"\bof\s+(?:them|those|these|the|whom|whose|its|their)\b", re.IGNORECASE)  # "two of them": told before
_NUMBER = re.compile(
    r"\d[\d,.]*|\b(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|twenty|dozens|scores"
    r"|hundreds)\b"
)
Link = tuple[str, Mention, float]  # link name, mention, probability
TELLS_NOTHING = frozenset(load_language("en").name_words["retold"])  # English, as the encoder is


@dataclass(frozen=True, kw_only=True)
class Telling:
    """One trigger with what it links to: `links` holds (link name, mention, probability).

    Every two tellings of a report are compared, so what is asked of one is found once (and the class has no slots).
    """

    trigger: Mention
    links: tuple[Link, ...]
    passage: int
    index: int
    _words: dict[str, frozenset[str]] = field(default_factory=dict, init=False, repr=False, compare=False)

    @cached_property
    def _sure(self) -> dict[str, list[tuple[float, int, Mention]]]:
        """Links that count as told, by name."""
        rows: dict[str, list[tuple[float, int, Mention]]] = {}
        for name, m, p in self.links:
            if p >= SURE:
                rows.setdefault(name, []).append((p, -m.start, m))
        return rows

    @cached_property
    def types(self) -> list[float]:
        """The probability of each incident type, in the order of the labels."""
        return list(self.trigger.classes["type"].values())

    @cached_property
    def types_sure(self) -> str:
        """The incident type that the trigger surely is of, "" where it is of none."""
        name, p = max(self.trigger.classes["type"].items(), key=itemgetter(1))
        return name if p > SURE else ""

    def is_sure(self, scope: str) -> bool:
        """True if the trigger is surely of this scope."""
        return self.trigger.classes["scope"].get(scope, 0.0) > SURE

    @cached_property
    def best(self) -> Mapping[str, Mention]:
        """By link the mention most surely linked, for those of which one is sure enough."""
        return {name: max(rows, key=itemgetter(0, 1))[2] for name, rows in self._sure.items()}

    @cached_property
    def _spans(self) -> Mapping[str, frozenset[tuple[int, int]]]:
        return {name: frozenset((m.start, m.end) for _, _, m in rows) for name, rows in self._sure.items()}

    def words(self, link: str, text: str) -> frozenset[str]:
        """The words that tell something in the mention most surely linked."""
        if link not in self._words:
            mention = self.best[link]
            self._words[link] = _words(text[mention.start : mention.end])
        return self._words[link]

    def spans(self, link: str) -> frozenset[tuple[int, int]]:
        """All mentions surely linked."""
        return self._spans.get(link, _NONE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """What the pair head says of any two tellings: inside a passage, and across two where `across` has their table.

    Without any table `apart` is all there is; where there are tables, passages without one are too far apart for it
    (see `passages.are_near`).

    `cuts` part sentences that tell two acts. `most` is what the slots of two tellings can add at most (see
    `most_of_slots`): what the heads think hopeless is not looked at further.
    """

    readings: Sequence[Reading]
    across: Mapping[tuple[int, int], Floats]
    cuts: Cuts = field(default_factory=Cuts)
    most: float = math.inf

    def logit(self, a: Telling, b: Telling, apart: float) -> float:
        """Of the probability that they tell the same claim; `apart` is added for tellings of different passages."""
        if a.passage == b.passage:
            return to_logit(self.readings[a.passage].same.item(b.index, a.index))
        first, second = (a, b) if a.passage < b.passage else (b, a)
        table = self.across.get((first.passage, second.passage))
        if table is None:
            return NEVER if self.across else apart
        return to_logit(table.item(first.index, second.index)) + apart

    def best_logit(self, telling: Telling, group: Sequence[Telling], apart: float) -> float:
        """The best with any of a group; of a large one in a long report, those too far apart for a table are passed over."""
        near = group
        if self.across and len(group) > FEW:
            near = [other for other in group if are_near(other.passage, telling.passage)]
        best = max((self.logit(telling, other, apart) for other in near), default=NEVER)
        return best if len(near) == len(group) else max(best, NEVER)


def gather_links(tellings: Sequence[Telling], retold: float) -> tuple[Link, ...]:
    """What all tellings of a claim link to, each mention once a link, with the best probability for it.

    The first telling is the fullest; a retelling's word counts `retold` of it.
    """
    best: dict[tuple[str, int, int], tuple[str, Mention, float]] = {}
    for number, telling in enumerate(tellings):
        for name, mention, p in telling.links:
            score = p if number == 0 else retold * p
            key = (name, mention.start, mention.end)
            if key not in best or best[key][2] < score:
                best[key] = (name, mention, score)
    return tuple(best.values())


def retells(
    telling: Telling, group: Sequence[Telling], heard: Heard, text: str, merge: Mapping[str, float], *, floor: float = 0.0
) -> float:
    """Probability that `telling` tells the claim of `group` again; the group's first telling is its fullest.

    0 also where it is under `floor` by the heads and the slots alone: the words between can only speak against it, and are not
    looked at for the most pairs.
    """
    head = heard.best_logit(telling, group, merge["across"])
    if _probability(head + heard.most) < floor:
        return 0.0
    slots = _slots(telling, group[0], text, merge)
    if _probability(head + slots) < floor:
        return 0.0
    start, others = telling.trigger.start, [other.trigger.start for other in group]
    if heard.cuts.beyond(start, others):
        return 0.0
    far = max(apartness(text, start, other) for other in others) if has_entries(text) else 0
    if any(tells_force_at_protest(telling, other) or tells_force_at_protest(other, telling) for other in group):
        return 0.0
    if tells_act_elsewhere(text, telling, group[0]):
        return 0.0
    if far == HEADED or any(_is_one_of(text, telling, other) or _is_one_of(text, other, telling) for other in group):
        return 0.0
    head -= far * OTHER_BULLET + ANOTHER * any(_is_another(text, telling, other) for other in group)
    return _probability(head + slots)


def _probability(logit: float) -> float:
    return 1 / (1 + math.exp(-logit))


def tells_force_at_protest(force: Telling, protest: Telling) -> bool:
    """True for "Police shot dead nine" and "as thousands marched" of one sentence: force with its dead, a crowd with none.

    In hand-coded reports both are told as claims where each has its verb and its doers.
    """
    if force.trigger.sentence != protest.trigger.sentence or protest.types_sure != "protest" or force.types_sure != "crackdown":
        return False
    crowd, forces = protest.spans("perpetrator"), force.spans("perpetrator")
    return bool(force.spans("harm") and crowd and forces and not crowd & forces and not protest.spans("harm"))


def tells_act_elsewhere(text: str, telling: Telling, lead: Telling) -> bool:
    """True for "nine died in a strike on Douma" behind "25 died in a strike on Shafa": its own place and its own number.

    All four tellings of hand-coded reports with such a place and such harm, numbered or not, are of another claim than the one
    the heads take them for. The same number told again may be the same act, told by a larger place.
    """
    if telling.trigger.score < SURELY or not lead.spans("harm"):
        return False
    place = max((p for name, _, p in telling.links if name == "where"), default=0.0)
    here, there = (_names(text, one.best.get("where")) for one in (telling, lead))
    if place < SURELY or not here or not there or here & there:
        return False
    heard = {(m.start, m.end) for name, m, p in lead.links if name == "harm" and p >= MAY_BE}
    own = [(m.start, m.end) for name, m, p in telling.links if name == "harm" and p >= SURELY and (m.start, m.end) not in heard]
    if any(_OF_THEM.search(text, start, end + 15) for start, end in own):
        return False
    numbers = {number for span in own for number in _NUMBER.findall(text[slice(*span)].lower())}
    return bool(numbers) and not any(numbers & set(_NUMBER.findall(text[slice(*span)].lower())) for span in heard)


def _names(text: str, mention: Mention | None) -> set[str]:
    return set(_NAME.findall(text[mention.start : mention.end])) if mention is not None else set()


def _is_another(text: str, one: Telling, other: Telling) -> bool:
    """True where the later of two tellings is told as another act: "in another blast", "a second bomb"."""
    later = max(one.trigger, other.trigger, key=lambda trigger: trigger.start)
    if _ACT.match(text, later.start) is None:
        return False
    return _ANOTHER.search(text[max(0, later.start - 40) : later.start]) is not None


def _is_one_of(text: str, one: Telling, total: Telling) -> bool:
    """True where `total` counts several acts ("seven people died in two attacks") and `one` tells an act behind it."""
    if not (total.is_sure("aggregate") and one.is_sure("incident")):
        return False
    if one.trigger.start < total.trigger.start or one.trigger.sentence == total.trigger.sentence:
        return False
    start, end = total.trigger.start, total.trigger.end
    before = _STOP.split(text[max(0, start - 60) : start])[-1]
    behind = _STOP.split(text[end : end + 100], maxsplit=1)[0]
    return _COUNTED.search(before + text[start:end] + behind) is not None


def most_of_slots(merge: Mapping[str, float]) -> float:
    """More than the slots of any two tellings can add to what the heads say."""
    alike = merge["where_same"], merge["when_same"], max(merge["harm_same"], merge["all_same"])
    return abs(merge["type"]) + sum(max(0.0, weight) for weight in alike) + ROUNDED


def _slots(a: Telling, b: Telling, text: str, merge: Mapping[str, float]) -> float:
    same_type: float = sum(map(mul, a.types, b.types))
    score = merge["type"] * (2 * same_type - 1)
    for link in ("where", "when"):
        mine, theirs = a.best.get(link), b.best.get(link)
        if mine is not None and theirs is not None:
            same = (mine.start, mine.end) == (theirs.start, theirs.end)
            alike = same or _names_alike(a.words(link, text), b.words(link, text))
            score += merge[f"{link}_same"] if alike else -merge[f"{link}_differs"]
    if a.spans("harm") & b.spans("harm"):
        same_day = "when" in a.best and a.spans("when") & b.spans("when")
        score += merge["harm_same"] if not (same_day and a.spans("victim") & b.spans("victim")) else merge["all_same"]
    return score


def _names_alike(left: frozenset[str], right: frozenset[str]) -> bool:
    """The same words, or one's names all among the other's ("in Gao", "Gao, northern Mali")."""
    return bool(left and right) and (left <= right or right <= left)


@lru_cache(maxsize=1 << 12)
def _words(raw: str) -> frozenset[str]:
    return frozenset(
        word for word in re.findall(r"\w+", raw.lower()) if (len(word) > 2 or word.isdigit()) and word not in TELLS_NOTHING
    )
