"""Incidents derived from claims and judgements: all of them, or only those that something new touches."""

from __future__ import annotations

import time
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from crossread import link
from crossread.flow.incident_steps import Carried, anchor_anew, carry_judgements, material_of, weigh_step
from crossread.flow.progress import RebuildReport
from crossread.flow.relinking import Relinking
from crossread.records import Judgement
from crossread.records.judgement import ON_PAIRS
from crossread.store import Linked, Store

# Words are counted anew, and everything is linked by the new count, when the store has grown to so many times what was counted.
OUTGROWN = 1.5
# In a smaller store every new document has words counted anew: linking it as a whole takes a second.
SMALL = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Weighing:
    """What incidents hang on beside claims and judgements, and a person may choose."""

    policy: str
    min_score: float


def update_incidents(
    store: Store, policy: str, *, min_score: float = 0.0, keep_count: bool = False, also: Collection[str] = ()
) -> RebuildReport:
    """Bring incidents up to date with claims and judgements; only those that these touch are derived again.

    `also` are documents that were given another title. All are derived again where other settings ask for it, where documents
    came to a store that is small or has outgrown its count of words (unless `keep_count`), and where nothing was derived yet.
    In between, words are weighed by that count.
    """
    started = time.monotonic()
    with store.batch(), store.links() as links:
        linked = links.load_linked()
        if linked is None or linked.settings != _settings(policy, min_score):
            return rebuild_incidents(store, policy, min_score=min_score)
        if not keep_count and _is_outgrown(linked, store.counts().documents):
            return rebuild_incidents(store, policy, min_score=min_score)
        log = list(store.iter_judgements())
        carried = carry_judgements(store)
        work = Relinking(store=store, links=links, carried=carried, policy=policy, min_score=min_score)
        decided = _decided_since(log, linked.judgements)
        corrected = {carried.today(row.subject) for row in decided if row.kind == "correct"}
        named = {carried.today(name) for row in decided for name in (row.subject, row.other) if name}
        seeds = work.take_in(links.find_documents(corrected) | set(also)) | named
        derived = work.derive(seeds, _judged_pairs(log, carried))
        links.save_linked(
            Linked(settings=linked.settings, documents=linked.documents, counted=linked.counted, judgements=len(log))
        )
    return RebuildReport(
        claims=derived,
        judgements=len(carried.judgements),
        incidents=store.count_incidents(),
        seconds=time.monotonic() - started,
    )


def rebuild_incidents(
    store: Store, policy: str, *, min_score: float = 0.0, counts: link.WordCounts | None = None
) -> RebuildReport:
    """Drop all incidents and derive them again from claims and standing judgements; ids stay with their claims.

    Words are counted anew, or weighed by `counts`.
    """
    started = time.monotonic()
    with store.batch(), store.links() as links:
        carried = carry_judgements(store)
        material = material_of(store, links.iter_claims(min_score=min_score), carried, policy=policy)
        collection = link.Collection(material.claims.values(), material.documents, counts)
        bonds = list(link.find_bonds(collection))
        clusters = link.cluster_bonds(collection, bonds, link.standing_decisions(material.judgements))
        links.settle_ids([cluster.all_ids for cluster in clusters])
        material = anchor_anew(store, material)
        incidents = store.replace_incidents(weigh_step(clusters, material))
        links.clear()
        links.add_counts("name", collection.counts.names)
        links.add_counts("word", collection.counts.words)
        links.add_blocks((claim, collection.blocks(claim)) for claim in sorted(collection.claims))
        links.add_bonds((bond.a, bond.b, bond.log_odds) for bond in bonds)
        links.save_linked(
            Linked(
                settings=_settings(policy, min_score),
                documents=store.counts().documents,
                counted=collection.counts.documents,
                judgements=sum(1 for _ in store.iter_judgements()),
            )
        )
    return RebuildReport(
        claims=len(material.claims),
        judgements=len(material.judgements),
        incidents=incidents,
        seconds=time.monotonic() - started,
    )


def _settings(policy: str, min_score: float) -> str:
    """All that incidents hang on beside claims and judgements, in one line."""
    return f"{policy} {min_score!r} {link.linking_signature()}"


def find_weighing(store: Store) -> Weighing | None:
    """Under which policy and lowest score the store's incidents were last made; None where none ever were."""
    linked = store.find_linked()
    if linked is None:
        return None
    policy, min_score, _ = linked.settings.split(" ", 2)
    return Weighing(policy=policy, min_score=float(min_score))


def _is_outgrown(linked: Linked, documents: int) -> bool:
    """True where documents came, and words are to be counted anew."""
    return documents > linked.documents and (documents < SMALL or documents > OUTGROWN * linked.documents)


def _decided_since(log: Sequence[Judgement], number: int) -> list[Judgement]:
    """What the log says since then; for an undo, or an undo of one, the judgement that it is about in the end."""
    known = {judgement.id: judgement for judgement in log}
    return [_undone(row, known) for row in log[number:]]


def _undone(judgement: Judgement, known: Mapping[str, Judgement]) -> Judgement:
    while judgement.kind == "undo" and judgement.subject in known:
        judgement = known[judgement.subject]
    return judgement


def _judged_pairs(log: Sequence[Judgement], carried: Carried) -> dict[str, set[str]]:
    """For each claim those that it was ever judged with: a decision that is taken back, or overruled, reaches as far."""
    found: dict[str, set[str]] = {}
    for row in log:
        if row.kind in ON_PAIRS and row.other:
            one, other = carried.today(row.subject), carried.today(row.other)
            found.setdefault(one, set()).add(other)
            found.setdefault(other, set()).add(one)
    return found
