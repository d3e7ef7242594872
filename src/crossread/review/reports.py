"""The page of all reports: what was read, sorted and filtered by its address, what was refused, what was set aside."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import islice
from urllib.parse import urlencode

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from crossread.errors import RecordError
from crossread.review.amending import list_aside
from crossread.review.rendering import render, store_of
from crossread.store import REPORT_SORTS, ReportFilter

router = APIRouter(include_in_schema=False)
PAGE = 100
LISTED_ASIDE = 200  # reports that speak no more, listed at most
NAMES = ("source", "text", "state")
UP, DOWN = "up", "down"
FIRST = {"source": UP}  # the order that a column is first sorted in; of all others the newest, or the most, first
USUAL = "read"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportView:
    """What a visitor asked to see. `given` are the conditions as typed, by name; `page` counts from 1."""

    where: ReportFilter
    given: Mapping[str, str]
    sort: str = USUAL
    order: str = DOWN
    page: int = 1

    @property
    def descending(self) -> bool:
        """True where the greatest comes first."""
        return self.order == DOWN

    def query(self, **changes: object) -> str:
        """The query string of this view with something changed; what is empty or usual is left out, the page is the first."""
        told = {**self.given, "sort": self.sort, "order": self.order}
        told |= {name: str(value) for name, value in changes.items() if value is not None}
        if told["order"] == FIRST.get(told["sort"], DOWN):
            told["order"] = ""
        if told["sort"] == USUAL and not told["order"]:
            told["sort"] = ""
        return urlencode({name: value for name, value in told.items() if value})

    def by(self, sort: str) -> str:
        """The query string that sorts by a column; by the one that is sorted by already, the other way round."""
        if sort == self.sort:
            return self.query(order=UP if self.descending else DOWN)
        return self.query(sort=sort, order=FIRST.get(sort, DOWN))


def parse_reports(query: Mapping[str, str]) -> ReportView:
    """The view that a query string asks for; what cannot be sorted by, and no state, is refused by name."""
    given = {name: query[name].strip() for name in NAMES if query.get(name, "").strip()}
    sort = query.get("sort", "") or USUAL
    order = query.get("order", "") or FIRST.get(sort, DOWN)
    for name, told, known in (("sort", sort, REPORT_SORTS), ("order", order, (UP, DOWN))):
        if told not in known:
            raise RecordError(
                f"There is no such {name}.",
                expected=f"one of {', '.join(known)}",
                found=told,
                next_step="Change it and ask again.",
            )
    page = query.get("page", "1")
    number = max(1, int(page)) if page.isascii() and page.isdecimal() and len(page) < 10 else 1
    return ReportView(where=ReportFilter(**given), given=given, sort=sort, order=order, page=number)


@router.get("/documents", response_class=HTMLResponse)
def reports(request: Request) -> HTMLResponse:
    """A page of the reports of the view, with what was refused and what was set aside."""
    store, view = store_of(request), parse_reports(request.query_params)
    count = store.reports.count(view.where)
    pages = max(1, -(-count // PAGE))
    number = min(view.page, pages)
    first = (number - 1) * PAGE
    rows = store.reports.page(view.where, sort=view.sort, descending=view.descending, limit=PAGE, offset=first)
    values = {
        "view": view,
        "rows": rows,
        "passages": store.reports.find_passages([row.id for row in rows], view.where.text) if view.where.text else {},
        "count": count,
        "first": first,
        "number": number,
        "pages": pages,
        "counts": store.reports.counts(),
        "refused": list(store.iter_rejections(settled=False)),
        "aside": list_aside(store, list(islice(store.amendments, LISTED_ASIDE))),
    }
    return render(request, "reports.html", values)
