"""The store: append claims and judgements, keep the raw bytes, hold the incidents derived from them."""

from crossread.store.amendments import AMEND, RESTORE, WITHDRAW, Amendments
from crossread.store.audit import AuditBreak, AuditLog
from crossread.store.claims import ClaimFilter, check_claim
from crossread.store.counts import Counts
from crossread.store.incident_filter import Box, IncidentFilter
from crossread.store.judgements import ChainBreak
from crossread.store.links import Linked, Links
from crossread.store.open import open_store
from crossread.store.passages import Passage, find_spots
from crossread.store.rejections import ACKNOWLEDGE, name_rejection
from crossread.store.reports import SORTS as REPORT_SORTS
from crossread.store.reports import Report, ReportFilter
from crossread.store.sessions import check_token
from crossread.store.sights import Sight
from crossread.store.store import Store
from crossread.store.users import check_user_name

__all__ = [
    "ACKNOWLEDGE",
    "AMEND",
    "REPORT_SORTS",
    "RESTORE",
    "WITHDRAW",
    "Amendments",
    "AuditBreak",
    "AuditLog",
    "Box",
    "ChainBreak",
    "ClaimFilter",
    "Counts",
    "IncidentFilter",
    "Linked",
    "Links",
    "Passage",
    "Report",
    "ReportFilter",
    "Sight",
    "Store",
    "check_claim",
    "check_token",
    "check_user_name",
    "find_spots",
    "name_rejection",
    "open_store",
]
