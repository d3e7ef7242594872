"""From our incident types to the codes of others."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from crossread.codebook.code import Code
from crossread.errors import CodebookError

# How much force a demonstration met: any, or such as kills or injures seriously.
FORCE = ("some", "lethal")


@dataclass(frozen=True, slots=True, kw_only=True)
class AcledEvent:
    """ACLED's event type and sub-event type. Empty conditions hold always."""

    event: str
    sub_event: str
    when_means: tuple[str, ...] = ()
    when_victim: tuple[str, ...] = ()
    when_doer: tuple[str, ...] = ()
    when_force: tuple[str, ...] = ()

    @property
    def is_conditional(self) -> bool:
        """True if it holds for some claims only."""
        return bool(self.when_means or self.when_victim or self.when_doer or self.when_force)

    def holds(
        self, *, means: Collection[str], victims: Collection[str], doers: Collection[str], force: Collection[str] = ()
    ) -> bool:
        """True if each condition that is set shares a code with what the claim tells."""
        told = ((self.when_means, means), (self.when_victim, victims), (self.when_doer, doers), (self.when_force, force))
        return all(not condition or any(code in codes for code in condition) for condition, codes in told)


def parse_acled(code: Code, where: str) -> tuple[AcledEvent, ...]:
    """The ACLED rows of an incident type, first match first; the last must hold always."""
    rows = code.extra.get("acled", [])
    try:
        tables: list[dict[str, Any]] = [{key: tuple(v) if isinstance(v, list) else v for key, v in row.items()} for row in rows]
        events = tuple(AcledEvent(**table) for table in tables)
    except (TypeError, AttributeError) as error:
        raise CodebookError(
            f"The ACLED rows of {code.code} cannot be read.",
            where=where,
            expected="event, sub_event, and perhaps when_means, when_victim, when_doer, when_force",
            found=str(rows)[:80],
        ) from error
    if events and events[-1].is_conditional:
        raise CodebookError(
            f"The last ACLED row of {code.code} has a condition, so a claim may find none.",
            where=where,
            expected="a last row without conditions",
            found=events[-1].sub_event,
        )
    return events
