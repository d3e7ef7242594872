"""When a report was published, and who says so: option, file, dateline, title, update, in this order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from crossread.read.dateline import find_dateline, find_day_in_title, find_updated
from crossread.read.options import ReadOptions, latest_day
from crossread.read.report import Report


@dataclass(frozen=True, slots=True, kw_only=True)
class Publication:
    """When a report was published, and who says so; both None when nobody does.

    Where only a year or month is told, `day` is None and `told_by` holds it ("2016-10"): relative dates are read by it.
    """

    day: date | None
    told_by: str | None


def find_publication(report: Report, options: ReadOptions, *, name: str) -> Publication:
    """The publication date: the option, else what the file says of the publication, else the dateline of the text, its title.

    Where none tells it, the day on which the text says it was updated stands for it.
    The day on which the file was made (a PDF's or DOCX's property) comes last: a page printed years later tells in its
    dateline when the report was published, and in its properties only when it was printed. A day that is yet to come is a wrong
    year, and would move every "on Tuesday" of the text: the next witness is asked, and `options` tells of it by `name`.
    """
    if options.published:
        return Publication(day=options.published, told_by="option")
    last = latest_day()
    for told_by, day in _iter_told(report, options):
        if day is None:
            return Publication(day=None, told_by=told_by)
        if day <= last:
            return Publication(day=day, told_by=told_by)
        options.to_come.setdefault(name, day.isoformat())
    return Publication(day=None, told_by=None)


def _iter_told(report: Report, options: ReadOptions) -> Iterator[tuple[str, date | None]]:
    """Who tells a day, and which, the surest first; a month or year that is told comes without a day.

    The days in the text of a row of a data set are those of the incident.
    """
    yield from _if_told("metadata", report.published)
    if not options.shape:
        yield from _if_told("dateline", find_dateline(report.text))
        yield from _if_told("title", find_day_in_title(report.title) if report.title else None)
        yield from _if_told("updated", None if report.published_in else find_updated(report.text))
    if report.published_in:
        yield report.published_in, None
    yield from _if_told("metadata", report.made)


def _if_told(told_by: str, day: date | None) -> Iterator[tuple[str, date | None]]:
    if day is not None:
        yield told_by, day
