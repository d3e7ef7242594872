"""SHOW: incidents and comparisons as text on a terminal; the desk shows the same in a browser."""

from crossread.terminal.comparison import render_comparison
from crossread.terminal.coverage import render_coverage
from crossread.terminal.dealings import render_dealings
from crossread.terminal.disagreements import render_disagreements
from crossread.terminal.document import render_claim, render_document
from crossread.terminal.incidents import render_incidents
from crossread.terminal.plain import make_console
from crossread.terminal.reports import render_rejections, render_status
from crossread.terminal.signs import legend
from crossread.terminal.totals import render_totals
from crossread.weigh import clean

__all__ = [
    "clean",
    "legend",
    "make_console",
    "render_claim",
    "render_comparison",
    "render_coverage",
    "render_dealings",
    "render_disagreements",
    "render_document",
    "render_incidents",
    "render_rejections",
    "render_status",
    "render_totals",
]
