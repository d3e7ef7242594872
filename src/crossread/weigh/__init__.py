"""A cluster of claims -> one incident: values, tolls under a named policy, disagreements by severity, a grade, one line."""

from crossread.weigh.answering import as_accusations
from crossread.weigh.cells import Cell, compare_cells, name_toll, tell_tolls
from crossread.weigh.corrections import apply_corrections
from crossread.weigh.coverage import Coverage, RowCoverage, RowDifference, ToldValue, cover_rows
from crossread.weigh.coverage_numbers import RowNumber
from crossread.weigh.day_order import day_order
from crossread.weigh.deciding import group_decisions, say_decision, say_review, say_state
from crossread.weigh.main_toll import CLAIMED, main_toll, say_toll_of
from crossread.weigh.marks import MARKS, Mark
from crossread.weigh.naming import SourceName, name_account, name_source, say_standing
from crossread.weigh.numbers import say_toll
from crossread.weigh.plain import clean
from crossread.weigh.policies import Rolled, ToldToll, is_only_claimed
from crossread.weigh.saying import country_name, plural, say_count, say_date, say_place, say_window, tolls_to_say
from crossread.weigh.sources import Copy, Naming, SourceProfile, find_cited, fold_sources, list_copies, profile_sources
from crossread.weigh.summary import say_figure, say_what, say_who
from crossread.weigh.totals import TotalCheck, check_total, stretch_of
from crossread.weigh.weighing import name_policy, say_policy, weigh_cluster

__all__ = [
    "CLAIMED",
    "MARKS",
    "Cell",
    "Copy",
    "Coverage",
    "Mark",
    "Naming",
    "Rolled",
    "RowCoverage",
    "RowDifference",
    "RowNumber",
    "SourceName",
    "SourceProfile",
    "ToldToll",
    "ToldValue",
    "TotalCheck",
    "apply_corrections",
    "as_accusations",
    "check_total",
    "clean",
    "compare_cells",
    "country_name",
    "cover_rows",
    "day_order",
    "find_cited",
    "fold_sources",
    "group_decisions",
    "is_only_claimed",
    "list_copies",
    "main_toll",
    "name_account",
    "name_policy",
    "name_source",
    "name_toll",
    "plural",
    "profile_sources",
    "say_count",
    "say_date",
    "say_decision",
    "say_figure",
    "say_place",
    "say_policy",
    "say_review",
    "say_standing",
    "say_state",
    "say_toll",
    "say_toll_of",
    "say_what",
    "say_who",
    "say_window",
    "stretch_of",
    "tell_tolls",
    "tolls_to_say",
    "weigh_cluster",
]
