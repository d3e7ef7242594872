"""The list of steps, once: whoever runs crossread, in one process or on many machines, runs these in this order."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from crossread.flow.document_steps import normalize_step, read_step, store_step
from crossread.flow.incident_steps import link_step, weigh_step
from crossread.flow.spreading import spread_step


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One step: its name and what runs it over a stream."""

    name: str
    run: Callable[..., Any]


DOCUMENT_STEPS = (
    Step(name="read", run=read_step),
    Step(name="extract", run=spread_step),
    Step(name="normalize", run=normalize_step),
    Step(name="store", run=store_step),
)
INCIDENT_STEPS = (Step(name="link", run=link_step), Step(name="weigh", run=weigh_step))
STEPS = DOCUMENT_STEPS + INCIDENT_STEPS


def iter_through(steps: tuple[Step, ...], source: Any, using: Any) -> Iterator[Any]:
    """What comes out of the last step when `source` goes into the first; nothing is done before it is asked for."""
    stream = source
    for step in steps:
        stream = step.run(stream, using)
    yield from stream
