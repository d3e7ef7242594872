"""At the desk's door: who is it, may they, and does the form come from a page of ours."""

from __future__ import annotations

import hmac
from dataclasses import dataclass
from urllib.parse import urlencode

from fastapi import Request, Response
from fastapi.responses import JSONResponse, RedirectResponse

from crossread.errors import AccessError
from crossread.review.identity import LOCAL, NOBODY, Identity, needed, who
from crossread.store import Store

SAFE = ("GET", "HEAD", "OPTIONS")


@dataclass(frozen=True, slots=True, kw_only=True)
class Access:
    """How the desk is reached. `accounts`: by users who sign in. `names`: under these too, besides those of this machine.

    `https`: over an encrypted line, its own or a proxy's, so that cookies are kept to such lines.
    """

    accounts: bool = False
    names: tuple[str, ...] = ()
    https: bool = False

    @property
    def cookie(self) -> str:
        """The name of the session's cookie; the long one makes browsers refuse it from other names and plain lines."""
        return "__Host-crossread" if self.https else "crossread"

    @property
    def door_cookie(self) -> str:
        """The cookie of one who stands at the door: it ties the sign-in form to the browser that asked for it."""
        return f"{self.cookie}-door"


def identify(request: Request) -> Identity:
    """Who asks: by token in the API, by cookie elsewhere."""
    access: Access = request.app.state.access
    if not access.accounts:
        return LOCAL
    store: Store = request.app.state.store
    scheme, _, secret = request.headers.get("authorization", "").partition(" ")
    if scheme.lower() == "bearer":
        user = store.read_tokens.find(secret.strip()) if request.url.path.startswith("/api/") else None
        return Identity(kind="token", name=user.name, role=user.role) if user else NOBODY
    session = request.cookies.get(access.cookie)
    user = store.sessions.find(session) if session else None
    if user:
        return Identity(kind="session", name=user.name, role=user.role, secret=session)
    return Identity(kind="nobody", secret=request.cookies.get(access.door_cookie))


def turn_away(request: Request) -> Response | None:
    """The answer to one who is not signed in; None for all others. What they may do is the next question."""
    if needed(request.method, request.url.path) is None or who(request).kind != "nobody":
        return None
    if request.url.path.startswith("/api/"):
        told = {
            "message": "The desk does not know you.",
            "expected": "a read token or a session",
            "next_step": "`crossread token add NAME` makes a token; send it as Authorization: Bearer TOKEN.",
        }
        return JSONResponse({"error": told}, 401, headers={"WWW-Authenticate": "Bearer"})
    asked = request.url.path + (f"?{request.url.query}" if request.url.query else "")
    query = urlencode({"next": asked}) if request.method in SAFE and asked != "/" else ""
    return RedirectResponse(f"/login{'?' + query if query else ''}", status_code=303)


async def check_form(request: Request) -> None:
    """Refuse what is sent without the token of the sender's own pages. On a desk without users the guard's check is all."""
    asks = who(request)
    if request.method in SAFE or asks.kind == "local":
        return
    given = request.headers.get("x-csrf-token") or (await request.form()).get("csrf")
    if not asks.form_token or not isinstance(given, str) or not hmac.compare_digest(given.encode(), asks.form_token.encode()):
        raise AccessError(
            "This form does not come from a page of yours.",
            next_step="Open the page again and send it from there; nothing was changed.",
        )
