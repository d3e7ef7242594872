"""The best estimate of a row in the form of UCDP GED, which stands between the low and the high that its claim counts."""

from __future__ import annotations

from collections.abc import Sequence

from crossread.codebook.table_cells import parse_whole
from crossread.records import Document, Harm

_READER = "ged"


def best_of_row(rows: Sequence[Harm], document: Document | None) -> int | None:
    """The number that the row itself settles on; None for a report, and where a coder has set another number since.

    A claim's count is a range; the words that it was read from are the cell of the best estimate.
    """
    if document is None or document.reader.partition("@")[0] != _READER or len(rows) != 1:
        return None
    best, count = parse_whole(rows[0].raw), rows[0].count
    if best is None or count is None or not rows[0].evidence:
        return None
    return best if (count.low or 0) <= best and (count.high is None or best <= count.high) else None
