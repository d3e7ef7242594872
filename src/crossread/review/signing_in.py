"""The door of a desk with users: sign in, sign out, a new password."""

from __future__ import annotations

import secrets
from typing import Annotated
from urllib.parse import quote

from fastapi import APIRouter, Form, Request, Response
from fastapi.responses import HTMLResponse, RedirectResponse

from crossread.errors import AccessError, NotFoundError, RecordError
from crossread.records import User
from crossread.review.guard import Access
from crossread.review.identity import Identity, who
from crossread.review.rate import Attempts
from crossread.review.rendering import inside, render, store_of

router = APIRouter(include_in_schema=False)
WRONG = "Name or password is wrong."  # which of the two is nobody's business


@router.get("/login", response_class=HTMLResponse)
def form(request: Request, next: str = "/") -> Response:
    """The sign-in form, tied to this browser by a cookie."""
    return _door(request, {"said": None, "name": "", "next": inside(next)})


@router.post("/login", response_class=HTMLResponse)
def sign_in(
    request: Request,
    name: Annotated[str, Form()] = "",
    password: Annotated[str, Form()] = "",
    next: Annotated[str, Form()] = "/",
) -> Response:
    """Open a session under a new secret, so that one planted in the browser before is worth nothing."""
    values = {"name": name, "next": inside(next)}
    wait = _attempts(request).admit(_slug(name), _address(request))
    if wait > 0:
        said = f"Too many attempts. Try again in {_minutes(wait)}."
        return _door(request, {**values, "said": said}, status=429, headers={"Retry-After": str(int(wait) + 1)})
    user = store_of(request).users.check(name, password)
    if user is None:
        return _door(request, {**values, "said": WRONG}, status=401)
    _attempts(request).forgive(_slug(name), _address(request))
    return _let_in(request, user, inside(next))


@router.post("/logout")
def sign_out(request: Request) -> Response:
    """End the session, here and in the store; what was in hand is let go."""
    access, asks = _access(request), who(request)
    if asks.secret and asks.kind == "session":
        store_of(request).leases.release(asks.name)
        store_of(request).sessions.close(asks.secret)
    answer = RedirectResponse("/login" if access.accounts else "/", status_code=303)
    answer.delete_cookie(access.cookie, secure=access.https, httponly=True, samesite="lax")
    answer.headers["Clear-Site-Data"] = '"cache"'
    return answer


@router.get("/account", response_class=HTMLResponse)
def account(request: Request) -> Response:
    """Who one is here, and a form for a new password."""
    _check_user(request)
    return render(request, "account.html", {"said": None})


@router.post("/account", response_class=HTMLResponse)
def change_password(
    request: Request,
    password: Annotated[str, Form()] = "",
    new: Annotated[str, Form()] = "",
    again: Annotated[str, Form()] = "",
) -> Response:
    """A new password for whoever knows the old one. All sessions end; this browser gets a new one."""
    asks, store = _check_user(request), store_of(request)
    if _attempts(request).admit(_slug(asks.name), _address(request)) > 0:
        return render(request, "account.html", {"said": "Too many attempts. Try again later."}, status=429)
    user = store.users.check(asks.name, password)
    if user is None:
        return render(request, "account.html", {"said": "The present password is wrong."}, status=401)
    _attempts(request).forgive(_slug(asks.name), _address(request))
    if new != again:
        raise RecordError("The new password was typed in two ways.", next_step="Go back and type it again.")
    store.users.set_password(user.name, new, by=user.name)
    return _let_in(request, user, "/")


def _let_in(request: Request, user: User, address: str) -> Response:
    access, answer = _access(request), RedirectResponse(address, status_code=303)
    secret = store_of(request).sessions.open(user)
    answer.set_cookie(access.cookie, secret, secure=access.https, httponly=True, samesite="lax", path="/")
    answer.delete_cookie(access.door_cookie, secure=access.https, httponly=True, samesite="strict")
    return answer


def _door(request: Request, values: dict[str, object], *, status: int = 200, headers: dict[str, str] | None = None) -> Response:
    """The form with a token made from the cookie of one who stands at the door, which is given if it is not there yet."""
    access, asks = _access(request), who(request)
    if not access.accounts:
        return RedirectResponse("/", status_code=303)
    fresh = secrets.token_urlsafe(24) if asks.kind == "nobody" and not asks.secret else None
    if fresh:
        request.state.who = Identity(kind="nobody", secret=fresh)
    answer = render(request, "login.html", values, status=status)
    if fresh:
        answer.set_cookie(access.door_cookie, fresh, secure=access.https, httponly=True, samesite="strict", path="/")
    answer.headers.update({"Cache-Control": "no-store", **(headers or {})})
    return answer


def _check_user(request: Request) -> Identity:
    if who(request).kind == "local":
        raise NotFoundError("This desk has no users.", next_step="`crossread serve --accounts` opens it for several.")
    if who(request).kind != "session":
        raise AccessError("Only who is signed in has a password.")
    return who(request)


def _access(request: Request) -> Access:
    access: Access = request.app.state.access
    return access


def _attempts(request: Request) -> Attempts:
    attempts: Attempts = request.app.state.attempts
    return attempts


def _address(request: Request) -> str:
    return request.client.host if request.client else "unknown"


def _slug(name: str) -> str:
    """A name as it is counted by: short, whatever was typed."""
    return quote(name.strip().casefold())[:80]


def _minutes(seconds: float) -> str:
    minutes = int(seconds // 60) + 1
    return f"{minutes} minute{'s' if minutes > 1 else ''}"
