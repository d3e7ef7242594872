"""Who asks, and what they may do."""

from __future__ import annotations

import hashlib
import hmac
from dataclasses import dataclass

from fastapi import Request

from crossread.errors import AccessError
from crossread.records import ROLES

# What each role may do beyond the one before it. Coding is everybody's work; going over somebody else's decision, and taking
# away words that may name a victim, is for those who answer for the data set.
_MORE = {
    "reader": {"look", "export"},
    "coder": {"add", "decide"},
    "adjudicator": {"overrule", "names"},
    "admin": {"manage"},
}
MAY = {role: frozenset().union(*(_MORE[lower] for lower in ROLES[: at + 1])) for at, role in enumerate(ROLES)}
SAYINGS = {
    "look": "look at the desk",
    "export": "take exports",
    "add": "add reports",
    "decide": "decide",
    "overrule": "go over what somebody else decided",
    "names": "take words that may name a victim",
    "manage": "do that",
}
# What an address asks for. An address that is not here: to read it, one must be let in; to send to it, one must be admin.
NEEDS = {
    ("GET", "/add"): "add",
    ("GET", "/export"): "export",
    ("GET", "/export/files"): "export",
    ("GET", "/accounts"): "manage",
    ("GET", "/audit"): "manage",
    ("POST", "/add"): "add",
    ("POST", "/judge"): "decide",
    ("POST", "/correct"): "decide",
    ("POST", "/code"): "decide",
    ("POST", "/claims"): "decide",
    ("POST", "/amend"): "decide",
    ("POST", "/withdraw"): "decide",
    ("POST", "/adjudicate"): "overrule",
    ("POST", "/undo"): "decide",
    ("POST", "/account"): "look",
    ("POST", "/labels"): "look",
    ("POST", "/logout"): "look",
}
OPEN = ("/login",)  # for those who are not let in yet, with /static


@dataclass(frozen=True, slots=True, kw_only=True)
class Identity:
    """Who asks: `local` (a desk without users), a user by `session` or by `token`, or `nobody`.

    `secret` is what the browser's cookie holds, from which the forms' tokens are made.
    """

    kind: str
    name: str = ""
    role: str = ""
    secret: str | None = None

    def may(self, what: str) -> bool:
        """True if they may do it. A token only looks."""
        if self.kind == "local":
            return True
        return what in MAY.get(self.role, ()) and (self.kind == "session" or what == "look")

    @property
    def form_token(self) -> str:
        """What every form of theirs carries, and what another site cannot know."""
        return hmac.new((self.secret or "").encode(), b"forms", hashlib.sha256).hexdigest() if self.secret else ""


LOCAL = Identity(kind="local", name="desk")
NOBODY = Identity(kind="nobody")


def who(request: Request) -> Identity:
    """Who asks, as the guard found out."""
    found: Identity = request.state.who
    return found


def needed(method: str, path: str) -> str | None:
    """What one must be allowed for this address; None where everybody may come."""
    if path in OPEN or path.startswith("/static/"):
        return None
    reads = method in ("GET", "HEAD", "OPTIONS")
    return NEEDS.get(("GET" if reads else method, path), "look" if reads else "manage")


def check_may(request: Request, what: str) -> None:
    """Raise `AccessError` unless whoever asks may do it."""
    asks = who(request)
    if not asks.may(what):
        roles = [role for role in ROLES if what in MAY[role]]
        raise AccessError(
            f"You may not {SAYINGS[what]}.",
            expected=f"one of the roles {', '.join(roles)}",
            found=asks.role or "nobody signed in",
            next_step="Ask an admin of this desk for another role.",
        )
