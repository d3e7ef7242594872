"""When a document is read anew by another extractor, or another took its place: which claim stands in for an old one.

Claims are never changed, so a new extractor makes new claims under new ids, and so does a document with a corrected day. What
people decided about an old claim, and the incident ids anchored in it, go on with the claim that rests on the same words; of a
document with the same text these stand at the same place. What people wrote by hand was copied and goes on with its copy.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from sqlalchemy import Connection, select

from crossread.records import Claim, Span, claim_from_json, is_by_hand
from crossread.store.claims import speaking
from crossread.store.pages import CHUNK
from crossread.store.set_aside import find_successors
from crossread.store.tables import claims

KEPT = 5000  # documents whose claims are kept while stand-ins are looked for
COLUMNS = (claims.c.body, claims.c.document_id)


def find_stand_ins(connection: Connection, claim_ids: Iterable[str]) -> dict[str, str]:
    """For each claim that speaks no more, the current claim that shares most of its telling, if one does."""
    found: dict[str, str] = {}
    current: dict[str, Sequence[Claim]] = {}  # of a document: asked for once, however many old claims it has
    for old, home in _iter_old(connection, claim_ids):
        copy = _copy(connection, old, home) if home and is_by_hand(old) else None
        name = home or old.document_id
        if name not in current:
            if len(current) >= KEPT:
                current.clear()
            current[name] = _current(connection, name)
        near = current[name]
        near = near if is_by_hand(old) else [claim for claim in near if not is_by_hand(claim)]  # these stand for themselves
        best = copy or max(near, key=lambda claim: _shared(old, claim), default=None)
        if best is not None and (copy or _shared(old, best)[0]):
            found[old.id] = best.id
    return found


def find_copies(connection: Connection, claim_ids: Iterable[str]) -> dict[str, str]:
    """For each claim that a person wrote about a document whose place another took, the same claim about that one."""
    found: dict[str, str] = {}
    for old, home in _iter_old(connection, claim_ids):
        copy = _copy(connection, old, home) if home and is_by_hand(old) else None
        if copy is not None:
            found[old.id] = copy.id
    return found


def _iter_old(connection: Connection, claim_ids: Iterable[str]) -> Iterator[tuple[Claim, str | None]]:
    """The claims that speak no more, each with the document that took the place of its own, if one did."""
    stream = iter(sorted(set(claim_ids)))
    while chunk := list(islice(stream, CHUNK)):
        rows = connection.execute(select(*COLUMNS).where(claims.c.id.in_(chunk), ~speaking())).all()
        homes = find_successors(connection, {row.document_id for row in rows})
        for row in rows:
            yield claim_from_json(row.body, document_id=row.document_id), homes.get(row.document_id)


def _copy(connection: Connection, old: Claim, document_id: str) -> Claim | None:
    """The claim of the same maker, words and type about another document."""
    query = select(*COLUMNS).where(claims.c.document_id == document_id, claims.c.made_by == old.made_by)
    found = (claim_from_json(row.body, document_id=document_id) for row in connection.execute(query.order_by(claims.c.number)))
    return next((row for row in found if (row.trigger.span, row.type) == (old.trigger.span, old.type)), None)


def _current(connection: Connection, document_id: str) -> Sequence[Claim]:
    query = select(*COLUMNS).where(claims.c.document_id == document_id, speaking()).order_by(claims.c.number)
    return [claim_from_json(row.body, document_id=document_id) for row in connection.execute(query)]


def _shared(old: Claim, new: Claim) -> tuple[int, bool]:
    """How many characters of telling two claims of one text have in common, and whether they agree on the type."""
    common = sum(
        max(0, min(mine.end, theirs.end) - max(mine.start, theirs.start))
        for mine in _tellings(old)
        for theirs in _tellings(new)
    )
    return common, old.type == new.type


def _tellings(claim: Claim) -> Iterator[Span]:
    yield claim.trigger.span
    yield from (evidence.span for evidence in claim.retellings)
