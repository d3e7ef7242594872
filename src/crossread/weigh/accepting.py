"""What a party that tells its own act accepts: the unarmed dead only where its own word tells of others than fighters."""

from __future__ import annotations

from collections.abc import Iterator

from crossread.records import Claim, Harm, Span
from crossread.weigh.admissions import sentence_around
from crossread.weigh.case import Case
from crossread.weigh.parties import own_source

_UNARMED = ("civilians", "aid_workers", "journalists", "protesters", "officials")
_ORGANISED = ("state_forces", "foreign_forces", "police", "rebel_group", "political_militia", "communal_militia")
_FIGHTING = (*_ORGANISED, "unidentified_armed_group")


def accepts_harm(claim: Claim, case: Case) -> bool:
    """False where the party's own word tells of fighters alone, and somebody tells of unarmed people, in its report or another.

    "We killed 62 terrorists, the army said; villagers said that 49 civilians died" admits nobody's death: the army's sentence
    has another story. Who only says that he did it, without a number, accepts what is told of it.
    """
    own = _own_rows(claim, case)
    if not own or not all(row.group_type in _FIGHTING for row in own):
        return True
    return not any(row.group_type in _UNARMED for other in case.standing for row in other.harm)


def _own_rows(claim: Claim, case: Case) -> list[Harm]:
    """The harm that the party itself tells: all of its own report, and elsewhere what stands in the sentences of its voices."""
    document = case.documents.get(claim.document_id)
    voices = list(_voices(claim))
    if document is None or not voices or own_source(claim, case) or not any(row.evidence for row in claim.harm):
        return list(claim.harm)
    sentences = [sentence_around(document.text, span) for span in voices]
    return [
        row
        for row in claim.harm
        if any(start <= quote.span.start < end for quote in row.evidence[:1] for start, end in sentences)
    ]


def _voices(claim: Claim) -> Iterator[Span]:
    """Where those speak who claim it; the act's own sentence where an officer tells it."""
    claiming = [row.evidence for row in claim.speakers if row.role == "claims"]
    claiming += [row.evidence for row in claim.actors if row.role == "claimant"]
    if not claiming and claim.stance == "attributed":
        claiming = [(claim.trigger,)]
    for evidence in claiming:
        yield from (quote.span for quote in evidence)
