"""The rules that ask whether a denier denies the claim, in their order."""

from __future__ import annotations

from collections.abc import Callable

from crossread.normalize.claims.cleared import settle_cleared
from crossread.normalize.claims.denied_statement import settle_denied_statement
from crossread.normalize.claims.issued_denials import settle_issued_denials
from crossread.normalize.claims.no_denier import settle_no_denier
from crossread.normalize.claims.not_denied import settle_not_denied
from crossread.normalize.claims.unconfirmed import settle_unconfirmed
from crossread.normalize.claims.undenied import settle_undenied
from crossread.records import Claim, Document

DENIERS: tuple[Callable[[Document, Claim], Claim], ...] = (
    settle_no_denier,
    settle_undenied,
    settle_cleared,
    settle_not_denied,
    settle_unconfirmed,
    settle_denied_statement,
    settle_issued_denials,
)
