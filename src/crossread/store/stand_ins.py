"""When a document is read anew by another extractor: which of the new claims stands in for an old one.

Claims are never changed, so a new extractor makes new claims under new ids. What people decided about an old claim, and the
incident ids anchored in it, go on with the claim that rests on the same words.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from sqlalchemy import Connection, select

from crossread.records import Claim, Span, claim_from_json
from crossread.store.claims import speaking
from crossread.store.pages import CHUNK
from crossread.store.tables import claims

COLUMNS = (claims.c.body, claims.c.document_id)


def find_stand_ins(connection: Connection, claim_ids: Iterable[str]) -> dict[str, str]:
    """For each claim whose extraction was replaced, the current claim that shares most of its telling, if one does."""
    wanted = sorted(set(claim_ids))
    found: dict[str, str] = {}
    for start in range(0, len(wanted), CHUNK):
        of_chunk = claims.c.id.in_(wanted[start : start + CHUNK])
        for row in connection.execute(select(*COLUMNS).where(of_chunk, ~speaking())).all():
            old = claim_from_json(row.body, document_id=row.document_id)
            best = max(_current(connection, row.document_id), key=lambda claim: _shared(old, claim), default=None)
            if best is not None and _shared(old, best)[0]:
                found[old.id] = best.id
    return found


def _current(connection: Connection, document_id: str) -> Sequence[Claim]:
    query = select(*COLUMNS).where(claims.c.document_id == document_id, speaking()).order_by(claims.c.number)
    return [claim_from_json(row.body, document_id=document_id) for row in connection.execute(query)]


def _shared(old: Claim, new: Claim) -> tuple[int, bool]:
    """How many characters of telling two claims of one document have in common, and whether they agree on the type."""
    common = sum(
        max(0, min(mine.end, theirs.end) - max(mine.start, theirs.start))
        for mine in _tellings(old)
        for theirs in _tellings(new)
    )
    return common, old.type == new.type


def _tellings(claim: Claim) -> Iterator[Span]:
    yield claim.trigger.span
    yield from (evidence.span for evidence in claim.retellings)
