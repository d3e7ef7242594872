"""What the tellings of a claim link to -> its slots, raw. Date and place are one each; the others are lists."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from operator import itemgetter
from typing import Any

from crossread import patterns as re
from crossread.codebook import ActorRegistry
from crossread.extract.heads import Mention
from crossread.extract.quoting import quote
from crossread.extract.retelling import Link, Telling
from crossread.extract.speaker_titles import join_titles
from crossread.extract.telling_days import is_day, lack_of_day
from crossread.keeping import kept_with_lists
from crossread.languages import load_language
from crossread.records import Actor, Document, Harm, Means, Slot, Speaker

# "in northern Mali" alone is less than the town told elsewhere; "at Aguelhok, in the north of Mali" is not meant
_COMPASS = re.compile(r"\b(?:north|south|east|west|central|centre|center)(?:ern|east\w*|west\w*)?\b", re.IGNORECASE)
_HOSPITAL = re.compile(
    r"\b(?:hospitals?|h[ôo]pital|clinics?|morgues?|mortuary|infirmary|(?:medical|health) (?:cent(?:er|re)|facility))\b",
    re.IGNORECASE,
)
_TAKEN_THERE = re.compile(
    r"\b(?:taken|brought|rushed|transported|transferred|evacuated|airlifted|flown|carried|admitted|treated|hospitali[sz]ed|died|recover\w*)\b"
    r"[^.;]{0,40}\b(?:to|at|in)\s[^.;]*$",
    re.IGNORECASE,
)
TREATED = 0.6  # taken off such a place: any other that is told is more likely
LONGEST_REGION = 4  # words
# What stands before a name and counts or doubts those meant: "suspected fighters of the"
_LEAD = re.compile(
    r"^(?:(?:the|an?|some|several|suspected|alleged|rival|[\d,]+|[a-z]+(?:\s+[a-z]+){0,2}\s+(?:of|from))\s+)+", re.IGNORECASE
)
_WORD, _OWNS = re.compile(r"[^\W_]+"), re.compile(r"['’]s\b")
CALLS_NOBODY = frozenset(load_language("en").name_words["speaker"])  # English, as the encoder is
DOERS = ("perpetrator", "accused", "claimant")
EITHER = {
    **dict.fromkeys(("victim", "target", "bystander"), "sufferer"),
    **dict.fromkeys(("perpetrator", "accused"), "doer"),
    **dict.fromkeys(("side_a", "side_b"), "side"),
}
# Nobody does to himself what is done, and who is one of two sides is no doer beside (of 717 sides coded by hand none is): the
# surer stands. A side may suffer and claim.
ACROSS = {"sufferer": ("doer",), "doer": ("sufferer", "side"), "side": ("doer",)}
ROLES = ("perpetrator", "target", "victim", "side_a", "side_b", "accused", "claimant", "bystander")
SPEAKER_LINKS = ("speaker_reports", "speaker_claims", "speaker_accuses", "speaker_denies")


def choose(
    document: Document, tellings: Sequence[Telling], link: str, thresholds: Mapping[str, Mapping[str, float]]
) -> Slot[Any] | None:
    """The mention that best fills a slot that a claim has once, None if none is good enough.

    The heads' probability for the fullest telling counts first; a retelling that links the mention, the same sentence, and (for
    a place) a name in it add to it, by the weights under `choice`.
    """
    weights = thresholds["choice"]
    lead = tellings[0]
    found: dict[tuple[int, int], tuple[float, float, Mention]] = {}
    for number, telling in enumerate(tellings):
        for name, mention, p in telling.links:
            if name != link:
                continue
            fit, score, _ = found.get(
                (mention.start, mention.end), (_surroundings(document, lead, mention, weights), 0.0, mention)
            )
            fit += p if number == 0 else weights["retelling"] * p
            found[mention.start, mention.end] = (fit, max(score, p), mention)
    if not found:
        return None
    lacks = _lacks_of_days(document.text, list(found.values()), weights) if link == "when" else {}
    fit, score, mention = max(found.values(), key=lambda row: (row[0] - lacks.get(row[2].start, 0.0), -row[2].start))
    if fit < thresholds["link"][link]:
        return None
    evidence = quote(document, mention)
    return Slot(raw=evidence.quote, value=None, evidence=(evidence,), score=min(1.0, score))


def _lacks_of_days(text: str, found: Sequence[tuple[float, float, Mention]], weights: Mapping[str, float]) -> dict[int, float]:
    """By its start, what speaks against each linked time when another is told (telling_days)."""
    told = [(mention.start, text[mention.start : mention.end], score) for _, score, mention in found]
    beside_day = any(score >= weights["sure_day"] and is_day(raw) for _, raw, score in told)
    return {start: lack_of_day(raw, weights, beside_day=beside_day) for start, raw, _ in told}


def _surroundings(document: Document, lead: Telling, mention: Mention, weights: Mapping[str, float]) -> float:
    fit = weights["sentence"] if mention.sentence == lead.trigger.sentence else 0.0
    words = document.text[mention.start : mention.end].split()
    if mention.category == "place" and any(word[:1].isupper() for word in words[1:] or words):
        fit += weights["named"]
    if mention.category == "place" and _is_where_treated(document.text, mention):
        fit -= TREATED
    if mention.category == "place" and len(words) <= LONGEST_REGION and _COMPASS.search(" ".join(words)):
        fit -= weights["compass"]
    return fit


def _is_where_treated(text: str, mention: Mention) -> bool:
    """True for the hospital to which people are taken: what befell them was elsewhere."""
    if _HOSPITAL.search(text, mention.start, mention.end) is None:
        return False
    before = text[max(0, mention.start - 60) : mention.end]
    return _TAKEN_THERE.search(before) is not None


def list_actors(document: Document, links: Sequence[Link], limits: Mapping[str, float]) -> tuple[Actor, ...]:
    """Everybody and everything with a role, each once a role, in the order of the text.

    Doers have a limit of their own: a doer who is none harms more than a victim too few. The same words are either victim or
    target, either doer or accused, one of two sides: the surest role stands (codebook, section 11). Who is named again in
    another sentence is one actor with several quotes.
    """
    parties: list[_Party] = []
    taken: set[tuple[int, int, str]] = set()
    machines = {(mention.start, mention.end) for name, mention, _ in links if name == "means"}
    for role, mention, score in _linked(links, ROLES, min(limits["role"], limits["again"])):
        kind = "object" if mention.category == "object" else _best(mention, "actor_type")
        part = (mention.start, mention.end, EITHER.get(role, role))
        if part in taken or any((mention.start, mention.end, other) in taken for other in ACROSS.get(part[2], ())):
            continue
        if (mention.start, mention.end) in machines and part[2] != "sufferer":
            continue  # "aircraft" that strike are what it was done with
        known = next((party for party in parties if party.is_again(document, part[2], kind, mention)), None)
        if known is not None and score >= limits["again"]:
            known.mentions.append(mention)
        elif score >= max(limits["role"], limits["doer"] if role in DOERS else 0.0):
            parties.append(_Party(role=role, side=part[2], kind=kind, score=score, mentions=[mention]))
        else:
            continue
        taken.add(part)
    return tuple(sorted((party.as_actor(document) for party in parties), key=lambda a: a.evidence[0].span.start))


@dataclass(slots=True, kw_only=True)
class _Party:
    """One actor of a claim while its mentions are gathered, the surest first."""

    role: str
    side: str
    kind: str
    score: float
    mentions: list[Mention]

    def is_again(self, document: Document, side: str, kind: str, mention: Mention) -> bool:
        """True if the mention, on the same side, names this actor again: by the same words, or by others in another sentence.

        Two in one sentence are two; of several victims only those of one kind can be one; and two names of the registry whose
        bearers have nothing to do with each other ("the ELN", "the AUC") are two.
        """
        if side != self.side:
            return False
        if any(_same_words(document, m, mention) for m in self.mentions):
            return True
        if any(m.sentence == mention.sentence for m in self.mentions):
            return False
        return kind == self.kind and kind != "object" and not any(_are_named_apart(document, m, mention) for m in self.mentions)

    def as_actor(self, document: Document) -> Actor:
        evidence = tuple(quote(document, m) for m in self.mentions)
        return Actor(role=self.role, raw=evidence[0].quote, name=None, type=self.kind, evidence=evidence, score=self.score)


def _are_named_apart(document: Document, a: Mention, b: Mention) -> bool:
    """True for two mentions that are known names, or end in one ("fighters of the ELN"), none of one of the other's side."""
    registry = ActorRegistry.load()
    mine, theirs = (_bearers(document.text[m.start : m.end]) for m in (a, b))
    return bool(mine and theirs) and all(registry.related(one, other) == 0.0 for one in mine for other in theirs)


@kept_with_lists
@lru_cache(maxsize=1 << 10)
def _bearers(words: str) -> tuple[str, ...]:
    """The ids of those whom the words name as a whole, without what counts them: "suspected members of the ELN"."""
    return tuple(entry.id for entry in ActorRegistry.load().bearers(_LEAD.sub("", words.strip())))


def _same_words(document: Document, a: Mention, b: Mention) -> bool:
    return document.text[a.start : a.end].lower() == document.text[b.start : b.end].lower()


def list_harm(document: Document, links: Sequence[Link], limit: float, own: set[tuple[int, int]]) -> tuple[Harm, ...]:
    """One row for each number or group with an effect that is the claim's own, in the order of the text."""
    rows = sorted(_linked(links, ("harm",), limit), key=lambda row: row[1].start)
    rows = [row for row in rows if (row[1].start, row[1].end) in own]
    return tuple(
        Harm(
            effect=label_of(mention, "effect"),
            raw=evidence.quote,
            group=None,
            group_type=_best(mention, "group_type"),
            count=None,
            evidence=(evidence,),
            score=score,
        )
        for _, mention, score in rows
        for evidence in (quote(document, mention),)
    )


def list_means(document: Document, links: Sequence[Link], limit: float) -> tuple[Means, ...]:
    """Each kind of means once, by its surest mention."""
    out: dict[str, Means] = {}
    for _, mention, score in _linked(links, ("means",), limit):
        evidence = quote(document, mention)
        kind = label_of(mention, "means")
        out.setdefault(kind, Means(kind=kind, raw=evidence.quote, evidence=(evidence,), score=score))
    return tuple(sorted(out.values(), key=lambda m: m.evidence[0].span.start))


def list_speakers(document: Document, links: Sequence[Link], limits: Mapping[str, float]) -> tuple[Speaker, ...]:
    """Each speaker once, in the role the heads are surest of, with a quote for every place that names him.

    Who is called by some of his own words again is the same: "Mr. Egeland" after "Emergency Relief Coordinator Jan Egeland".
    """
    out: list[_Voice] = []
    for name, mention, score in _linked(links, SPEAKER_LINKS, limits["speaker"]):
        words = _calling(document.text[mention.start : mention.end])
        voice = next((v for v in out if v.words <= words or words <= v.words), None)
        if voice is None:
            out.append(_Voice(name.removeprefix("speaker_"), score, words, [mention]))
        elif mention not in voice.mentions:
            voice.mentions.append(mention)
            voice.words |= words
    rows = []
    for voice in out:
        evidence = tuple(quote(document, m) for m in voice.mentions)
        rows.append(Speaker(role=voice.role, raw=evidence[0].quote, evidence=evidence, score=voice.score))
    return join_titles(document, sorted(rows, key=lambda s: s.evidence[0].span.start))


@dataclass(slots=True)
class _Voice:
    """A speaker of a claim while his mentions are gathered, the surest first, and the words that call him."""

    role: str
    score: float
    words: set[str]
    mentions: list[Mention]


def _calling(name: str) -> set[str]:
    """The words of a name that tell who it is, without articles, titles and offices; all of it where nothing else is."""
    words = _WORD.findall(_OWNS.sub("", name.lower()))
    return {word for word in words if word not in CALLS_NOBODY} or {name.lower()}


def label_of(mention: Mention, name: str) -> str:
    """The likeliest label of a list."""
    return max(mention.classes[name].items(), key=itemgetter(1))[0]


def _linked(links: Sequence[Link], names: Sequence[str], limit: float) -> list[tuple[str, Mention, float]]:
    """Links above the limit, likeliest first."""
    rows = [row for row in links if row[2] >= limit and row[0] in names]
    return sorted(rows, key=itemgetter(2), reverse=True)


def _best(mention: Mention, name: str) -> str:
    """The likeliest label that is not a thing."""
    return max((item for item in mention.classes[name].items() if item[0] != "object"), key=itemgetter(1))[0]
