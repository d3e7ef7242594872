"""The overview: map, timeline and table of one selection, as a page and, for its pictures, as numbers."""

from __future__ import annotations

from dataclasses import asdict
from functools import cache
from typing import Any

from fastapi import APIRouter, Depends, Query, Request, Response
from fastapi.responses import HTMLResponse

from crossread.gazetteer import Gazetteer
from crossread.keeping import kept_with_lists
from crossread.review.api import answer
from crossread.review.board import Board, BoardKeeper, Mask
from crossread.review.cells import make_picture
from crossread.review.parameters import describe_filters, refuse_unknown
from crossread.review.rendering import render, store_of
from crossread.review.selection import PAGE, View, parse_box, parse_view
from crossread.review.timeline import Timeline, make_timeline
from crossread.store import IncidentFilter, ReportFilter, Store

router = APIRouter()
DAYS = ("date_from", "date_to")
_gazetteer = kept_with_lists(cache(Gazetteer.open))


@router.get("/", response_class=HTMLResponse, include_in_schema=False)
def overview(request: Request) -> HTMLResponse:
    """The page; without scripts the table and the list of times stand in for the pictures."""
    store, view, board = _open(request)
    mask = board.select(store, view.where)
    counts = board.count(mask)
    shown, mentioned = board.page(mask, view.page, PAGE), board.mentioned(mask)
    values = {
        "view": view,
        "counts": counts,
        "reports": store.counts().documents if not counts.incidents else None,
        "rows": store.get_incidents(shown),
        "states": board.tell_states(shown),
        "pages": -(-counts.incidents // PAGE),
        "facets": board.list_facets(store, view.where, view.given),
        "time": _detail(board, mask, view.where),
        "mentioned": mentioned.ids,
        "aside": int(mentioned.aside.sum()),
        "found": store.reports.count(ReportFilter(text=view.where.text)) if view.where.text else None,
    }
    return render(request, "overview.html", values)


@router.get(
    "/api/overview",
    tags=["crossread"],
    openapi_extra={"parameters": describe_filters()},
    dependencies=[Depends(refuse_unknown)],
)
def get_overview(
    request: Request,
    zoom: float = Query(
        2.0, ge=0, le=22, allow_inf_nan=False, description="zoom of the map: at 0 the world is 512 pixels wide"
    ),
    bounds: str = Query("", max_length=200, description="what the map shows: west,south,east,north"),
    page: str = Query("", max_length=20, description="of the table on the page, which sends its whole address; not used here"),
) -> Response:
    """The selection as marks of a map and bars of a timeline, with the filters of `/api/incidents`.

    Timeline and map also show what the dates or the box of the selection leave out: `timeline.whole` is without the dates,
    `map` without the box. Without chosen days `timeline.detail` leaves out what reports only mention where that lies before
    or after all that they tell as news.
    """
    store, view, board = _open(request)
    where = view.where
    mask, undated = board.select(store, where), board.without(store, where, *DAYS)
    picture = make_picture(
        board.columns,
        board.without(store, where, "box"),
        zoom=zoom,
        bounds=parse_box(bounds) if bounds else None,
        reach=_gazetteer().circle,
    )
    body = {
        "counts": asdict(board.count(mask)),
        "timeline": {
            "whole": _say(make_timeline(board.columns, undated)),
            "detail": _say(_detail(board, mask, where)),
        },
        "map": asdict(picture),
    }
    return answer(request, body)


def _detail(board: Board, mask: Mask, where: IncidentFilter) -> Timeline | None:
    """The timeline of the chosen days. Where none are chosen it opens on what is news, and not on what that looks back to."""
    if where.date_from is None and where.date_to is None:
        mask = mask & ~board.mentioned(mask).aside
    return make_timeline(board.columns, mask, first=where.date_from, last=where.date_to)


def _open(request: Request) -> tuple[Store, View, Board]:
    keeper: BoardKeeper = request.app.state.boards
    store = store_of(request)
    return store, parse_view(request.query_params), keeper.board(store)


def _say(timeline: Timeline | None) -> dict[str, Any] | None:
    """As JSON: days are ISO 8601."""
    if timeline is None:
        return None
    days = {"first": timeline.first.isoformat(), "last": timeline.last.isoformat()}
    bars = [{**asdict(bar), "first": bar.first.isoformat(), "last": bar.last.isoformat()} for bar in timeline.bars]
    bands = [{"first": band.first.isoformat(), "last": band.last.isoformat(), "count": band.count} for band in timeline.bands]
    return {
        "unit": timeline.unit,
        **days,
        "bars": bars,
        "bands": bands,
        "other_bands": timeline.other_bands,
        "open": timeline.open,
    }
