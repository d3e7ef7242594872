"""A kidnapping whose victim is found dead, told as two acts: "the kidnapped mayor was found dead … he was taken on Sunday".

People taken and later killed are one claim, of the day they were taken. Of nine hand-coded reports that tell both of one person
none has two claims.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from crossread import patterns as re
from crossread.normalize.counts import parse_count
from crossread.normalize.harm.both import is_found_dead
from crossread.normalize.harm.sentence import sentence_of
from crossread.normalize.harm.words import is_name
from crossread.records import Claim, Document, Harm

# Somebody called by what befell him, so that the kidnapping itself is told elsewhere: "The kidnapped mayor of the town".
_CALLED_TAKEN = re.compile(r"(?:the|an?)\s+(?:kidnapped|abducted)\s+[\w-]", re.IGNORECASE)
_TAKEN = re.compile(r"\b(?:kidnapped|abducted|seized|snatched|taken)\b", re.IGNORECASE)


def join_found_dead(document: Document, claims: Sequence[Claim]) -> list[Claim]:
    """The claims with the find as part of the kidnapping; what people say (no score) stays as it is."""
    found = list(claims)
    for claim in claims:
        row = _found_dead(document, claim)
        if row is None:
            continue
        others = [one for one in found if one is not claim and _takes_one(document, one, row)]
        if len(others) == 1:
            found[found.index(others[0])] = _joined(others[0], claim, row)
            found.remove(claim)
    return [one for one in found if not _is_find_of_another(document, one, found)]


def _found_dead(document: Document, claim: Claim) -> Harm | None:
    """The one person of a claim who is called kidnapped and told to have been found dead."""
    if claim.score is None or claim.type not in ("abduction", "killing") or len(claim.harm) != 1:
        return None
    row = claim.harm[0]
    called = row.score is not None and bool(row.evidence) and _CALLED_TAKEN.match(row.raw) is not None
    return row if called and is_found_dead(row, sentence_of(document.text, row)) else None


def _takes_one(document: Document, claim: Claim, dead: Harm) -> bool:
    """True for the kidnapping, told further on, of one person by name, of whom nothing else is told."""
    if claim.score is None or claim.type != "abduction" or claim.scope == "aggregate" or len(claim.harm) != 1:
        return False
    row = claim.harm[0]
    if row.effect != "abducted" or not row.evidence or row.evidence[0].span.start < dead.evidence[0].span.end:
        return False
    alone = is_name(row) and parse_count(dead.raw).low == 1
    return alone and _TAKEN.search(sentence_of(document.text, row).behind) is not None


def _joined(claim: Claim, find: Claim, dead: Harm) -> Claim:
    """The kidnapping with the one found dead, and with whatever it does not tell itself."""
    known = {row.evidence for row in claim.actors}
    speakers = {row.evidence for row in claim.speakers}
    return replace(
        claim,
        retellings=(*claim.retellings, find.trigger, *find.retellings),
        when=claim.when or find.when,
        where=claim.where or find.where,
        actors=(*claim.actors, *(row for row in find.actors if row.role != "victim" and row.evidence not in known)),
        harm=(*claim.harm, replace(dead, effect="killed")),
        speakers=(*claim.speakers, *(row for row in find.speakers if row.evidence not in speakers)),
    )


def _is_find_of_another(document: Document, claim: Claim, claims: Sequence[Claim]) -> bool:
    """True for a killing without anybody killed, whose words are the find in the sentence of somebody kidnapped."""
    if claim.score is None or claim.type != "killing" or claim.harm or claim.scope == "aggregate":
        return False
    if "found" not in claim.trigger.quote.lower():
        return False
    start = claim.trigger.span.start
    for other in claims:
        for row in other.harm if other.type == "abduction" and other.score is not None else ():
            if not row.evidence or row.score is None:
                continue
            sentence, end = sentence_of(document.text, row), row.evidence[0].span.end
            if end < start < end + len(sentence.behind) and is_found_dead(row, sentence):
                return True
    return False
