"""The nouns of crossread: frozen records that every step takes and gives."""

from crossread.records.audit import AuditEntry
from crossread.records.changing import with_values
from crossread.records.claim import SLOTS, Actor, Claim, Extraction, Harm, Means, Speaker, Wording, claim_id
from crossread.records.claim_json import (
    claim_from_json,
    claim_to_json,
    document_from_json,
    document_to_json,
    extraction_to_json,
    wording_from_json,
    wording_to_json,
)
from crossread.records.document import Document, RawFile, SetAside, document_id
from crossread.records.handwritten import ALONE, HAND, copy_written, is_by_hand, take_up
from crossread.records.incident import Account, Disagreement, Incident, Party, Reading, Toll, incident_id
from crossread.records.incident_json import incident_from_json, incident_to_json
from crossread.records.judgement import Judgement, list_standing, review_to_json
from crossread.records.rejection import Rejection
from crossread.records.span import Evidence, Span
from crossread.records.user import ROLES, Lease, ReadToken, User
from crossread.records.value import Count, DateWindow, Place, Slot, sum_counts

__all__ = [
    "ALONE",
    "HAND",
    "ROLES",
    "SLOTS",
    "Account",
    "Actor",
    "AuditEntry",
    "Claim",
    "Count",
    "DateWindow",
    "Disagreement",
    "Document",
    "Evidence",
    "Extraction",
    "Harm",
    "Incident",
    "Judgement",
    "Lease",
    "Means",
    "Party",
    "Place",
    "RawFile",
    "ReadToken",
    "Reading",
    "Rejection",
    "SetAside",
    "Slot",
    "Span",
    "Speaker",
    "Toll",
    "User",
    "Wording",
    "claim_from_json",
    "claim_id",
    "claim_to_json",
    "copy_written",
    "document_from_json",
    "document_id",
    "document_to_json",
    "extraction_to_json",
    "incident_from_json",
    "incident_id",
    "incident_to_json",
    "is_by_hand",
    "list_standing",
    "review_to_json",
    "sum_counts",
    "take_up",
    "with_values",
    "wording_from_json",
    "wording_to_json",
]
