"""Claims that are none of their own, seen beside the others of a report: an aim, and a plural that an example is told for."""

from __future__ import annotations

import re
from dataclasses import replace

from crossread.normalize.date_anchors import sentence_around
from crossread.records import Claim, Document

_AIM = re.compile(
    r"\b(?:(?:attempt|try|seek|fight|struggl|striv|aim|hop|want|battl|campaign)ing|(?:attempt|effort|bid|fight|struggle|want|hope|aim|seek"
    r"|wish|strive)s?|(?:attempt|want|hop|aim|struggl)ed|sought|tried)\s+(?:to|at|of)\s+(?:re-?)?$",
    re.IGNORECASE,
)
# "regular murders of villagers, as on 17 January, when militiamen stormed"
_AS_WHEN = re.compile(r",?\s+(?:just\s+)?(?:as|like)\s+(?:on|in|at|last)\b[^.;:]{1,60}?\bwhen\b", re.IGNORECASE)
_PLURAL = re.compile(
    r"(?:murders|killings|massacres|attacks|raids|bombings|strikes|bombardments|kidnappings|abductions|assassinations|executions"
    r"|ambush(?:es)|clashes|arrests|explosions|rapes|burnings|evictions|demolitions|protests|riots)\b",
    re.IGNORECASE,
)
WHOLE_COUNTRY = ("country", "none")


def settle_told(document: Document, claims: tuple[Claim, ...]) -> tuple[Claim, ...]:
    """The claims without aims, and with plurals as other words for the example that is told of them.

    What a person or another data set says (no score) stays.
    """
    told = [claim for claim in claims if not is_mere_aim(document, claim)]
    for claim in list(told):
        example = _example_of(document, claim, told)
        if example is not None:
            told.remove(claim)
            others = (*example.retellings, claim.trigger, *claim.retellings)
            told[told.index(example)] = replace(example, retellings=others)
    return tuple(told)


def is_mere_aim(document: Document, claim: Claim) -> bool:
    """True for "has been attempting to recapture its land" of a whole country or of nowhere: nothing changed hands.

    Of 49 places in coded reports where a word of aim stands before taking, 32 tell no claim and none a change of control.
    """
    if claim.type != "territorial_change" or claim.score is None or claim.harm:
        return False
    place = claim.where.value if claim.where else None
    if place is not None and place.precision not in WHOLE_COUNTRY:
        return False
    before, _ = sentence_around(document.text, claim.trigger.span.start, claim.trigger.span.end)
    return _AIM.search(before) is not None


def _example_of(document: Document, claim: Claim, others: list[Claim]) -> Claim | None:
    """The claim told as the example of a plural that has neither number nor place of its own; None if it has, or tells none."""
    numbers = any(row.count is not None and row.count.low is not None for row in claim.harm)
    if claim.score is None or numbers or claim.where is not None or not _PLURAL.match(claim.trigger.quote):
        return None
    start = claim.trigger.span.end
    _, after = sentence_around(document.text, claim.trigger.span.start, start)
    opened = _AS_WHEN.search(after)
    if opened is None:
        return None
    behind = range(start + opened.end(), start + len(after))
    return next((other for other in others if other is not claim and other.trigger.span.start in behind), None)
