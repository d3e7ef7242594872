"""The order of the steps, and who runs them."""

from crossread.flow.bench import Bench, Work
from crossread.flow.here import extract_pending, make_bench, read_into, run_read
from crossread.flow.progress import OnProgress, ProgressEvent, ReadReport, RebuildReport
from crossread.flow.steps import STEPS, Step
from crossread.flow.tools import check_policy, make_extractor
from crossread.flow.updating import rebuild_incidents, update_incidents

__all__ = [
    "STEPS",
    "Bench",
    "OnProgress",
    "ProgressEvent",
    "ReadReport",
    "RebuildReport",
    "Step",
    "Work",
    "check_policy",
    "extract_pending",
    "make_bench",
    "make_extractor",
    "read_into",
    "rebuild_incidents",
    "run_read",
    "update_incidents",
]
