"""One order by day for every list, the store's among them."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from claim_maker import make_claim, make_document

from crossread.link import link_claims
from crossread.records import Claim, DateWindow, Document, Extraction, Incident
from crossread.store import open_store
from crossread.weigh import day_order, weigh_cluster

FIRST, SECOND = date(2024, 2, 4), date(2024, 2, 5)
WINDOWS = (
    DateWindow(earliest=FIRST, latest=FIRST, precision="day"),
    DateWindow(earliest=FIRST, latest=SECOND, precision="days"),
    DateWindow(earliest=FIRST, latest=None, precision="unknown"),
    DateWindow(earliest=None, latest=SECOND, precision="unknown"),
    None,
)


def _incident(number: int, window: DateWindow | None) -> tuple[Incident, Document, Claim]:
    document = make_document(f"d{number}")
    claim = make_claim(document, day=window)
    (cluster,) = link_claims([claim], {document.id: document})
    return weigh_cluster(cluster, [claim], {document.id: document}), document, claim


def test_the_day_before_the_days_and_the_open_behind_both(tmp_path: Path) -> None:
    """4 Feb, 4–5 Feb, since 4 Feb, by 5 Feb, undated: in memory and in a store alike."""
    made = [_incident(number, window) for number, window in enumerate(WINDOWS)]
    rows = [incident for incident, *_ in made]
    ordered = sorted(rows, key=day_order)
    assert [row.when for row in ordered] == [row.when for row in rows]
    with open_store(str(tmp_path / "s.db")) as store:
        for _, document, claim in made:
            store.add_document(document)
            store.add_extraction(Extraction(document_id=document.id, claims=(claim,), wording=(), made_by=claim.made_by))
        store.replace_incidents(reversed(rows))
        assert [row.when for row in store.iter_incidents()] == [row.when for row in ordered]
