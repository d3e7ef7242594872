"""The desk's application: routes put together, errors as pages, what a browser may do."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

from fastapi import Depends, FastAPI, Request, Response
from fastapi.concurrency import run_in_threadpool
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from fastapi.staticfiles import StaticFiles
from starlette.exceptions import HTTPException

from crossread.config import Settings
from crossread.errors import AccessError, ConflictError, CrossreadError, NotFoundError, RecordError
from crossread.flow.own_lists import use_lists
from crossread.review import (
    adding,
    agreement,
    amending,
    api,
    coding,
    exporting,
    judging,
    labelling,
    overseeing,
    overview,
    pages,
    queue,
    reports,
    signing_in,
    withdrawing,
)
from crossread.review.board import BoardKeeper
from crossread.review.deriving import Deriving
from crossread.review.guard import Access, check_form, identify, turn_away
from crossread.review.identity import NOBODY, check_may, needed
from crossread.review.rate import Attempts
from crossread.review.rendering import render
from crossread.store import open_store

HERE = Path(__file__).parent
ROOMS = (
    overview,
    pages,
    reports,
    queue,
    judging,
    agreement,
    coding,
    adding,
    amending,
    exporting,
    labelling,
    overseeing,
    signing_in,
    api,
    withdrawing,
)
# No script, style, picture or font but our own, nothing framed, forms only to ourselves: a report can hold anything.
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; worker-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    # Not "no-referrer": with it browsers send `Origin: null` with the desk's own forms, which are then refused.
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
}
# Names of this machine. A page from elsewhere whose own name was pointed here ("rebinding") asks under another and is refused.
HOSTS = ("127.0.0.1", "localhost", "[::1]")
STATUS = {NotFoundError: 404, AccessError: 403, ConflictError: 409}
Next = Callable[[Request], Awaitable[Response]]


def make_app(settings: Settings, access: Access | None = None) -> FastAPI:
    """The desk over the store of the settings, which is opened now and closed with the application."""
    app = FastAPI(
        title="crossread desk",
        docs_url=None,
        redoc_url=None,
        openapi_url="/api/openapi.json",
        dependencies=[Depends(check_form)],
    )
    app.state.access = access or Access()
    app.state.attempts = Attempts()
    app.state.settings = settings
    use_lists(settings)
    app.state.store = open_store(settings.store)
    app.state.boards = BoardKeeper()
    app.state.deriving = Deriving(app.state.store, settings)
    for room in ROOMS:
        app.include_router(room.router)
    app.mount("/static", StaticFiles(directory=HERE / "static"), name="static")
    app.add_exception_handler(CrossreadError, _refuse)
    app.add_exception_handler(RequestValidationError, _refuse_shape)
    app.add_exception_handler(HTTPException, _refuse_address)
    app.middleware("http")(_guard)
    app.router.add_event_handler("shutdown", app.state.store.close)
    return app


async def _guard(request: Request, call_next: Next) -> Response:
    """Headers on every answer; a form that another site sends is refused, and so is any other name for this machine."""
    names = (*HOSTS, *request.app.state.access.names)
    if _host(request) not in names:
        told = {"message": "The desk does not answer under this name.", "expected": ", ".join(names), "found": _host(request)}
        return JSONResponse({"error": told}, 421, headers=HEADERS)
    if request.method not in ("GET", "HEAD") and not _own(request):
        return JSONResponse({"error": {"message": "This came from another site.", "next_step": "Send it from the desk."}}, 403)
    response = await _let_through(request, call_next)
    if request.app.state.access.accounts and not request.url.path.startswith("/static/"):
        response.headers.setdefault("Cache-Control", "no-store")  # "back" after signing out shows nothing
    if request.app.state.access.https:
        response.headers["Strict-Transport-Security"] = "max-age=31536000"
    for name, value in HEADERS.items():
        response.headers.setdefault(name, value)
    return response


async def _let_through(request: Request, call_next: Next) -> Response:
    """Whoever asks is known from here on, and comes no further than they may. Files of the pages are for everybody."""
    path = request.url.path
    request.state.who = NOBODY if path.startswith("/static/") else await run_in_threadpool(identify, request)
    need = needed(request.method, path)
    away = turn_away(request)
    if away is not None or need is None:
        return away or await call_next(request)
    try:
        check_may(request, need)
    except CrossreadError as error:
        return _refuse(request, error)
    return await call_next(request)


def _own(request: Request) -> bool:
    """True if the browser says that the request comes from the desk's own pages, or if no browser sent it."""
    site = request.headers.get("sec-fetch-site")
    origin = request.headers.get("origin")
    host = request.headers.get("host", "")
    return site in (None, "same-origin", "none") and (origin is None or origin.split("//", 1)[-1] == host)


def _host(request: Request) -> str:
    """The name the browser used, without the port."""
    host = request.headers.get("host", "").lower()
    return host.partition("]")[0] + "]" if host.startswith("[") else host.partition(":")[0]


def _came_from(request: Request) -> str | None:
    """The desk's own page that a request came from, so that nobody loses the place; None where it is another's or not told."""
    told = urlsplit(request.headers.get("referer", ""))
    if told.netloc != request.headers.get("host", "") or not told.path.startswith("/") or told.path.startswith("//"):
        return None
    return urlunsplit(("", "", told.path, told.query, ""))


def _refuse(request: Request, error: Exception) -> Response:
    """An error of ours as a page, or in the API's one shape."""
    status = next((code for kind, code in STATUS.items() if isinstance(error, kind)), 422)
    if request.url.path.startswith("/api/"):
        return JSONResponse({"error": api.say_error(error)}, status)
    return render(request, "error.html", {"error": error, "back": _came_from(request)}, status=status)


def _refuse_address(request: Request, error: Exception) -> Response:
    """An address that the desk does not have, or not for what was asked of it."""
    status = error.status_code if isinstance(error, HTTPException) else 404
    path = request.url.path
    if path.startswith(("/api/", "/static/")):
        detail = str(error.detail) if isinstance(error, HTTPException) else ""
        return JSONResponse({"error": {"message": detail, "where": path}}, status)
    what = "There is no page here." if status == 404 else "This page takes no such request."
    told = NotFoundError(what, where=path, next_step="The incidents and the reports are listed under the links above.")
    return render(request, "error.html", {"error": told, "back": _came_from(request)}, status=status)


def _refuse_shape(request: Request, error: Exception) -> Response:
    """What came with a request and is not what it should be, in the same words as all else that is refused."""
    first = error.errors()[0] if isinstance(error, RequestValidationError) and error.errors() else {}
    where = ".".join(str(part) for part in first.get("loc", ()))
    told = RecordError(
        "The request cannot be read.", where=where, expected=str(first.get("msg", "")), found=str(first.get("input", ""))[:80]
    )
    return _refuse(request, told)
