"""Who published a report: as it states it, or not at all. A file's name and a title decide nothing."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from claim_maker import harm, make_claim, make_document

from crossread.records import Document
from crossread.weigh import ToldToll, name_source
from crossread.weigh.case import Case
from crossread.weigh.policies import is_official
from crossread.weigh.tolls import drop_superseded, told_tolls

SILENT = {"id": "doc_1", "text": "x"}


def test_a_source_is_named_as_stated_or_as_not_stated() -> None:
    """The note is the file, else the title, else the id; a stated source needs none."""
    told = [
        Document(**SILENT, source="Sahel Wire", name="raid.txt"),
        Document(**SILENT, name="raid.txt", title="A raid"),
        Document(**SILENT, title="A raid"),
        Document(**SILENT),
    ]
    assert [name_source(row, row.id).line for row in told] == [
        "Sahel Wire",
        "source not stated (raid.txt)",
        "source not stated (A raid)",
        "source not stated (doc_1)",
    ]
    assert name_source(None, "doc_9").line == "source not stated (doc_9)"


def _told(*documents: Document) -> list[ToldToll]:
    claims = tuple(make_claim(row, harm=(harm("killed", 5 + at),)) for at, row in enumerate(documents))
    known = {row.id: row for row in documents}
    case = Case(id="inc_1", accounts=claims, mentions=(), documents=known, groups={"a": 1, "b": 2}, dismissed={})
    return drop_superseded([one for claim in claims for one in told_tolls(claim, case)])


def test_no_report_is_official_by_its_title_or_file() -> None:
    """ "Ministry" in a stated source makes a number an official one; in a title or the name of a file it does not."""
    stated = make_document("a", source="Ministry of Defence")
    silent = Document(id="b", text=stated.text, title="Ministry of Defence counts the dead", name="ministry.txt")
    assert [is_official(one) for one in _told(stated)] == [True]
    assert [is_official(one) for one in _told(silent)] == [False]


def test_reports_of_one_file_that_state_no_source_do_not_replace_each_other() -> None:
    """A later number takes the place of an earlier one of the same source; two silent reports are no such source."""
    early, late = (make_document(name, published=day) for name, day in (("a", date(2019, 1, 20)), ("b", date(2019, 1, 22))))
    same = [replace(row, source="Sahel Wire") for row in (early, late)]
    silent = [replace(row, source=None, title=None, name="reports.jsonl") for row in (early, late)]
    assert len(_told(*same)) == 1
    assert len(_told(*silent)) == 2
