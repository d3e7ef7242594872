"""Time to bring a store's incidents up to date when documents come, and when a person decides.

    python benchmarks/link_update.py [--claims 100000] [--more 1000]

The claims of link_scale.py in a SQLite store, derived as a whole once; then more documents of the same wars and places, and one
decision. Prints seconds of the clock and of the processor.
"""

from __future__ import annotations

import argparse
import json
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from crossread.flow import rebuild_incidents, update_incidents
from crossread.records import Claim, Document, Extraction, Judgement
from crossread.store import Store, open_store
from link_scale import make_collection

POLICY, MAKER = "best_low_high", "made@1"


def main() -> None:
    """Fill a store and measure."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--claims", type=int, default=100_000)
    parser.add_argument("--more", type=int, default=1000)
    options = parser.parse_args()
    claims, documents, _ = make_collection(options.claims + options.more)
    # Every so-and-so-many-th comes late: the new ones belong to incidents all over the collection, as the worst case has it.
    late = claims[:: len(claims) // options.more][: options.more]
    names = {claim.id for claim in late}
    with tempfile.TemporaryDirectory() as folder, open_store(str(Path(folder) / "scale.db")) as store:
        add_claims(store, [claim for claim in claims if claim.id not in names], documents)
        figures = {"claims": store.counts().claims, **_timed("whole", lambda: rebuild_incidents(store, POLICY))}
        add_claims(store, late, documents)
        figures |= _timed(f"{len(late)}_documents", lambda: update_incidents(store, POLICY))
        first, second = (incident.accounts[0].claim_id for incident in store.iter_incidents(limit=2))
        moment = datetime.now(UTC)
        store.add_judgement(Judgement(id="jdg_1", kind="same", subject=first, other=second, made_by="coder", made_at=moment))
        figures |= _timed("a_decision", lambda: update_incidents(store, POLICY))
        figures["megabytes_on_disk"] = round(sum(file.stat().st_size for file in Path(folder).iterdir()) / 1e6)
    print(json.dumps(figures))


def add_claims(store: Store, claims: Sequence[Claim], documents: dict[str, Document]) -> None:
    """Put the claims into the store with their documents, as one extractor's."""
    with store.batch():
        for claim in claims:
            store.add_document(documents[claim.document_id])
            made = (replace(claim, made_by=MAKER),)
            store.add_extraction(Extraction(document_id=claim.document_id, claims=made, wording=(), made_by=MAKER))


def _timed(name: str, do: Callable[[], object]) -> dict[str, float]:
    began, worked = time.perf_counter(), time.process_time()
    report = do()
    found = {
        f"{name}.seconds": round(time.perf_counter() - began, 1),
        f"{name}.processor": round(time.process_time() - worked, 1),
        f"{name}.claims": int(getattr(report, "claims", 0)),
    }
    print(found, flush=True)
    return found


if __name__ == "__main__":
    main()
