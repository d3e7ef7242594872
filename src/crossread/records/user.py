"""Those who work at a desk together. (An account, in crossread, is what a source tells of an incident.)"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

# From the least to the most: each may do what the ones before it may.
ROLES = ("reader", "coder", "adjudicator", "admin")


@dataclass(frozen=True, slots=True, kw_only=True)
class User:
    """A person who signs in. `name` stands beside every decision they make, so it is never given to anybody else."""

    name: str
    role: str
    disabled: bool = False
    made_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadToken:
    """Lets a program read the API as `user`, until `until`. `id` names it in lists; the secret itself is not kept."""

    id: str
    user: str
    label: str
    made_at: datetime
    until: datetime
    revoked: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Lease:
    """An incident that one reviewer has in hand, so that others leave it, until `until`."""

    subject: str
    holder: str
    until: datetime
