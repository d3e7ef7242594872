"""Rows of data sets of incidents: one claim each, with values, made without any encoder."""

from __future__ import annotations

from collections.abc import Sequence

from crossread.codebook.table_shape import is_row_reader
from crossread.errors import RecordError
from crossread.extract.outcome import Outcome
from crossread.extract.row_acled import acled_claim
from crossread.extract.row_cells import RowCells
from crossread.extract.row_ged import ged_claim
from crossread.records import Claim, Document, Extraction, Rejection

NAME = "table@1"
_MAKERS = {"acled": acled_claim, "ged": ged_claim}


def is_row(document: Document) -> bool:
    """True if the document is one row of a table of incidents, and so for this extractor alone."""
    return is_row_reader(document.reader)


class RowExtractor:
    """Takes each row as one account of one incident. Its slots come with values, as the row codes them."""

    name = NAME

    def extract(self, documents: Sequence[Document]) -> list[Extraction]:
        """One extraction with one claim for each row."""
        return [self._extraction(document, (_claim(document),)) for document in documents]

    def try_extract(self, documents: Sequence[Document]) -> Outcome:
        """The same; a row that gives no claim is kept without one and told of."""
        made: list[Extraction] = []
        rejections: list[Rejection] = []
        for document in documents:
            try:
                made.append(self._extraction(document, (_claim(document),)))
            except (ValueError, KeyError, StopIteration, OverflowError, RecordError) as error:
                message = f"{document.name or document.id} cannot be taken as an account of an incident.\n  found: {error}"
                rejections.append(
                    Rejection(step="extract", subject=document.id, reason="bad_row", message=message, sha256=document.sha256)
                )
        return Outcome(extractions=tuple(made), rejections=tuple(rejections))

    def _extraction(self, document: Document, claims: tuple[Claim, ...]) -> Extraction:
        return Extraction(document_id=document.id, claims=claims, wording=(), made_by=self.name)


def _claim(document: Document) -> Claim:
    return _MAKERS[document.reader.partition("@")[0]](RowCells.of(document), NAME)
