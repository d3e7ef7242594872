"""Which of several attacks a group claimed: "responsibility for that attack" is for one, the place named or the one told last.

Of 62 hand-coded "claimed responsibility for the (or that) attack" that make a claimant 59 make him one of one claim; the others
say "that and other attacks" or name several places.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from crossread import patterns as re
from crossread.normalize.dates.anchors import sentence_around
from crossread.records import Claim, Document, Evidence, Span

_ONE = re.compile(
    r"\s+(?:(?:has|have|had|also|later|since|quickly|reportedly|immediately|on\s+\w+day)\s+){0,3}"
    r"(?:claim(?:ed|s|ing)?|took|takes|accepted|admitted)\s+(?:responsibility|credit)\s+for\s+(?:the|that|this)\s+"
    r"(?!(?:[\w-]+\s+){0,2}?(?:attacks|bombings|blasts|killings|raids|strikes|explosions|assaults|bombs|kidnappings|shootings)\b)"
    r"(?:[\w'’-]+\s+){0,3}?(?P<act>attack|bombing|blast|killing|raid|strike|explosion|assault|bomb|ambush|kidnapping|shooting|massacre)\b"
    r"(?!\s+and\s+(?:other|another|the)\b)",
    re.IGNORECASE,
)
_BARE = re.compile(
    r"\s+(?:(?:has|have|had|also|later|since|quickly|immediately|on\s+\w+day)\s+){0,3}(?:claimed|took|claims|takes)\s+"
    r"(?:responsibility|credit)(?:\s+on\s+\w+day|\s+in\s+a\s+statement)?\.",
)
_PLACE = re.compile(r"\s+(?:in|at|near|on|outside)\s+(?:the\s+)?(?P<place>[A-Z][\w'’-]+(?:\s+[A-Z][\w'’-]+)*)")


def with_one_claimed(document: Document, claims: Sequence[Claim]) -> list[Claim]:
    """The claims, each group that owns up to one attack as claimant of that one; what people say (no score) stays."""
    owning: dict[Span, list[int]] = {}
    for at, claim in enumerate(claims):
        for span in {quote.span for quote in _owners(claim)}:
            owning.setdefault(span, []).append(at)
    made = list(claims)
    for span, places in owning.items():
        if len(places) < 2:
            continue
        match = _ONE.match(document.text, span.end)
        if match is None:
            later = _told_later(document, claims, places, span)
            for at in later if len(later) < len(places) else ():
                made[at] = _without_owner(made[at], span)
            continue
        kept = _claimed(document, [(at, claims[at]) for at in places], span, match)
        for at in places if kept else ():
            made[at] = made[at] if at in kept else _without_owner(made[at], span)
    return made


def _told_later(document: Document, claims: Sequence[Claim], places: Sequence[int], owner: Span) -> list[int]:
    """Those of the claims told only behind a bare "claimed responsibility.": other acts than the one owned up to.

    Of 31 hand-coded claims with a claimant in such words all are told before them.
    """
    bare = _BARE.match(document.text, owner.end)
    if bare is None:
        return []
    tellings = {at: [row.span for row in (claims[at].trigger, *claims[at].retellings)] for at in places}
    return [at for at in places if all(span.start >= bare.end() for span in tellings[at])]


def _owners(claim: Claim) -> list[Evidence]:
    if claim.score is None:
        return []
    owned = [row.evidence[:1] for row in claim.actors if row.role == "claimant" and row.score is not None]
    said = [row.evidence[:1] for row in claim.speakers if row.role == "claims" and row.score is not None]
    return [quote for quotes in (*owned, *said) for quote in quotes]


def _claimed(document: Document, claims: Sequence[tuple[int, Claim]], owner: Span, match: re.Match[str]) -> set[int]:
    """Those of the claims that are owned up to: told in these words, at the place named, else the last one told before."""
    _, after = sentence_around(document.text, match.end("act"), match.end("act"))
    own = Span(start=owner.start, end=match.end("act") + len(after))
    place = _PLACE.match(document.text, match.end("act"))
    if place is not None:
        named = {at for at, claim in claims if claim.where is not None and place["place"] in claim.where.raw}
        if named:
            return named
    told = {at for at, claim in claims if own.contains(claim.trigger.span)}
    if told:
        return told
    before = [(claim.trigger.span.start, at) for at, claim in claims if claim.trigger.span.end <= owner.start]
    return {max(before)[1]} if before else set()


def _without_owner(claim: Claim, owner: Span) -> Claim:
    """The claim without the claimant, and without the speaker, of these words."""
    actors = tuple(
        row
        for row in claim.actors
        if row.role != "claimant" or row.score is None or owner not in {q.span for q in row.evidence}
    )
    speakers = tuple(
        row
        for row in claim.speakers
        if row.role != "claims" or row.score is None or owner not in {q.span for q in row.evidence}
    )
    open_now = not any(row.role == "claims" for row in speakers) and not any(row.role == "claimant" for row in actors)
    stance = "asserted" if claim.stance == "claimed" and open_now else claim.stance
    return replace(claim, actors=actors, speakers=speakers, stance=stance)
