"""The desk's application: routes put together, errors as pages, what a browser may do."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from pathlib import Path

from fastapi import FastAPI, Request, Response
from fastapi.responses import JSONResponse
from fastapi.staticfiles import StaticFiles

from crossread.config import Settings
from crossread.errors import CrossreadError, NotFoundError
from crossread.review import adding, api, exporting, judging, overview, pages
from crossread.review.board import BoardKeeper
from crossread.review.rendering import render
from crossread.store import open_store

HERE = Path(__file__).parent
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
Next = Callable[[Request], Awaitable[Response]]


def make_app(settings: Settings) -> FastAPI:
    """The desk over the store of the settings, which is opened now and closed with the application."""
    app = FastAPI(title="crossread desk", docs_url=None, redoc_url=None, openapi_url="/api/openapi.json")
    app.state.settings = settings
    app.state.store = open_store(settings.store)
    app.state.boards = BoardKeeper()
    for room in (overview, pages, judging, adding, exporting, api):
        app.include_router(room.router)
    app.mount("/static", StaticFiles(directory=HERE / "static"), name="static")
    app.add_exception_handler(CrossreadError, _refuse)
    app.middleware("http")(_guard)
    app.router.add_event_handler("shutdown", app.state.store.close)
    return app


async def _guard(request: Request, call_next: Next) -> Response:
    """Headers on every answer; a form that another site sends is refused, and so is any other name for this machine."""
    if _host(request) not in HOSTS:
        told = {"message": "The desk answers on this machine only.", "expected": ", ".join(HOSTS), "found": _host(request)}
        return JSONResponse({"error": told}, 421, headers=HEADERS)
    if request.method not in ("GET", "HEAD") and not _own(request):
        return JSONResponse({"error": {"message": "This came from another site.", "next_step": "Send it from the desk."}}, 403)
    response = await call_next(request)
    for name, value in HEADERS.items():
        response.headers.setdefault(name, value)
    return response


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


def _refuse(request: Request, error: Exception) -> Response:
    """An error of ours as a page, or in the API's one shape."""
    status = 404 if isinstance(error, NotFoundError) else 422
    if request.url.path.startswith("/api/"):
        return JSONResponse({"error": api.say_error(error)}, status)
    return render(request, "error.html", {"error": error}, status=status)
