"""How long to wait before a request is made again."""

from __future__ import annotations

import random
from collections.abc import Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from crossread.extract.llm_limits import waiting

# Not the request's fault: it may go better in a while. 529 is what some vendors say for "overloaded".
RETRIED = frozenset({408, 409, 425, 429, 500, 502, 503, 504, 529})


def find_retry_after(headers: Mapping[str, str], *, now: datetime | None = None) -> float | None:
    """Seconds that the endpoint asks to wait, None if it asks for nothing that can be understood."""
    given = headers.get("retry-after", "").strip()
    if not given:
        return None
    try:
        return max(0.0, float(given)) if given.replace(".", "", 1).isascii() and given[0].isdigit() else _until(given, now)
    except (ValueError, OverflowError):
        return None


def choose_wait(attempt: int, *, first: float, asked: float | None) -> float:
    """Seconds to wait after try number `attempt` (0 the first): what the endpoint asks for, else twice as long each time.

    The random half keeps parallel requests from coming back at once.
    """
    longest = waiting("longest_seconds")
    if asked is not None:
        return min(asked, longest)
    ceiling = min(first * 2.0**attempt, longest)
    return ceiling * (0.5 + random.random() / 2)


def _until(given: str, now: datetime | None) -> float:
    moment = parsedate_to_datetime(given)
    moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return max(0.0, (moment - (now or datetime.now(UTC))).total_seconds())
