"""When: the days that a report's words name, and the day of a claim among them."""

from crossread.normalize.dates.resolving import DateContext, iter_date_expressions, resolve_when

__all__ = ["DateContext", "iter_date_expressions", "resolve_when"]
