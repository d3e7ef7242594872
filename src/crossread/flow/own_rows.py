"""Rows that this store wrote itself: its own export, read back, is no account of anything."""

from __future__ import annotations

from crossread.codebook.table_shape import OWN_PREFIX
from crossread.extract import is_row
from crossread.records import Document
from crossread.store import Store

INCIDENT = "inc_"
_GED_COLUMN = "relid: "


def is_own_row(document: Document, store: Store) -> bool:
    """True for a row whose id is that of an incident which this store has, or had.

    It would stand beside the reports that it was made of as one more independent source. A row of another store's export is
    somebody's account, and is read.
    """
    named = find_incident_id(document)
    return named is not None and bool(store.find_anchors([named]))


def find_incident_id(document: Document) -> str | None:
    """The id of the incident that a row of an export was made of, of whatever store; None for what is no such row.

    In the form of ACLED it is the row's own id; that of GED has room for numbers only, and the id stands in `relid`.
    """
    if not is_row(document):
        return None
    if (document.external_id or "").startswith(OWN_PREFIX):
        return INCIDENT + (document.external_id or "").removeprefix(OWN_PREFIX)
    told = next((line for line in document.text.split("\n") if line.startswith(_GED_COLUMN)), "")
    named = told.removeprefix(_GED_COLUMN)
    return named if named.startswith(INCIDENT) else None
