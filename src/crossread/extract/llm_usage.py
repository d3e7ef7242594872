"""What the llm extractor has used so far: requests, tokens, cost."""

from __future__ import annotations

import threading
from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True, kw_only=True)
class Usage:
    """Totals of a run. `untold` counts answers whose endpoint did not say how many tokens they took: the totals are then
    a lower bound. `cost` is None where no price is set."""

    requests: int = 0
    cached: int = 0
    retried: int = 0
    tokens_in: int = 0
    tokens_out: int = 0
    untold: int = 0
    cost: float | None = None

    def sentence(self) -> str:
        """One line for a person."""
        parts = [f"{self.requests} request{'s' if self.requests != 1 else ''}, {self.cached} from the cache"]
        if self.retried:
            parts.append(f"{self.retried} repeated")
        parts.append(f"{self.tokens_in:,} tokens in, {self.tokens_out:,} out")
        if self.cost is not None:
            parts.append(f"cost {self.cost:.4f}")
        if self.untold:
            parts.append(f"{self.untold} answers without a token count")
        return "; ".join(parts) + "."


class Meter:
    """Counts usage across threads."""

    def __init__(self, *, price_in: float | None, price_out: float | None) -> None:
        self._prices = (price_in, price_out)
        self._lock = threading.Lock()
        self._total = Usage()

    def count_answer(self, tokens_in: int | None, tokens_out: int | None) -> None:
        """One answer that was paid for; tokens None if the endpoint told none."""
        with self._lock:
            total = self._total
            self._total = replace(
                total,
                requests=total.requests + 1,
                tokens_in=total.tokens_in + (tokens_in or 0),
                tokens_out=total.tokens_out + (tokens_out or 0),
                untold=total.untold + (tokens_in is None or tokens_out is None),
            )

    def count_cached(self) -> None:
        """One answer that came from the cache."""
        with self._lock:
            self._total = replace(self._total, cached=self._total.cached + 1)

    def count_retry(self) -> None:
        """One request that had to be made again."""
        with self._lock:
            self._total = replace(self._total, retried=self._total.retried + 1)

    def total(self) -> Usage:
        """The totals so far, with their cost."""
        price_in, price_out = self._prices
        with self._lock:
            total = self._total
        if price_in is None and price_out is None:
            return total
        cost = (total.tokens_in * (price_in or 0.0) + total.tokens_out * (price_out or 0.0)) / 1_000_000
        return replace(total, cost=cost)
