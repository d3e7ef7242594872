"""Names of actors cut short: "Huras" of "Huras al-Din", "Shin" of "Shin Bet", "US" and "Saudi" of "the US-Saudi aggression"."""

from __future__ import annotations

from dataclasses import replace

from crossread import patterns as re
from crossread.codebook import ActorRegistry
from crossread.codebook.name_folding import fold_name
from crossread.normalize.actors.resolved import once_by_place
from crossread.records import Actor, Claim, Document, Span

MOST_WORDS = 6  # of a name in the registry that is looked for around the words
_WORD = re.compile(r"[\w'’.]+")
_JOINT = re.compile(r"[ -]")


def with_whole_names(document: Document, claim: Claim) -> Claim:
    """The claim with actors whose words are part of a longer name of the registry under that name; what people say stays.

    Only where the words themselves name nobody, or somebody else: "the Taliban" of "the Taliban movement" is whole.
    """
    actors = tuple(_whole(document, actor) for actor in claim.actors)
    return claim if actors == claim.actors else replace(claim, actors=once_by_place(actors))


def _whole(document: Document, actor: Actor) -> Actor:
    if actor.score is None or not actor.evidence or actor.type == "object":
        return actor
    span = actor.evidence[0].span
    registry = ActorRegistry.load()
    found = _longest(document.text, span, registry)
    if found is None:
        return actor
    own = {entry.id for entry in registry.candidates(_bare(actor.raw))}
    if own & {entry.id for entry in registry.candidates(document.text[found.start : found.end])}:
        return actor
    evidence = document.quote(found.start, found.end)
    return replace(actor, raw=evidence.quote, evidence=(evidence, *actor.evidence[1:]))


def _bare(raw: str) -> str:
    return re.sub(r"^(?:the|an?)\s+", "", raw.strip(), flags=re.IGNORECASE)


def _longest(text: str, span: Span, registry: ActorRegistry) -> Span | None:
    """The longest name of the registry in which the words stand, longer than they are."""
    starts, ends = _edges(text, span)
    best: Span | None = None
    for start in starts:
        first = _WORD.match(text, start)
        most = registry.longest.get(fold_name(first.group()), 0) if first else 0  # words of the longest name that begins so
        for end in ends if most > 1 else ():
            one = Span(start=start, end=end)
            longer = len(one) > len(span) and (best is None or len(one) > len(best))
            if longer and len(text[start:end].split()) <= MOST_WORDS and registry.candidates(text[start:end]):
                best = one
    return best


def _edges(text: str, span: Span) -> tuple[list[int], list[int]]:
    """Where a longer name may begin and end: at words with a capital in front, at the next words behind, joined closely."""
    starts, ends = [span.start], [span.end]
    lead = re.match(r"(?:the|an?)\s+", text[span.start : span.end], re.IGNORECASE)
    if lead:
        starts = [span.start + lead.end()]
    while not lead and len(starts) < MOST_WORDS:
        before = re.search(r"([A-Z][\w'’.]*)[ -]$", text[max(0, starts[-1] - 30) : starts[-1]])
        if before is None:
            break
        starts.append(starts[-1] - len(before.group()))
    while len(ends) < MOST_WORDS and _JOINT.match(text, ends[-1]):
        word = _WORD.match(text, ends[-1] + 1)
        if word is None:
            break
        ends.append(word.end())
    return starts, ends
