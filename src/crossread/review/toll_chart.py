"""The toll as it was told over time: one picture per effect, a mark for each account at the day it was published."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from crossread.records import Claim, Count, Document, Incident
from crossread.weigh import Cell, SourceName, ToldToll, name_source, name_toll, say_date, say_toll, tell_tolls

WIDTH, HEIGHT = 480.0, 190.0  # the picture in its own units; at most as many pixels as that
LEFT, RIGHT, TOP, BOTTOM = 34.0, 14.0, 16.0, 24.0
MARK = 15.0  # marks of one day stand this far apart, so that each can be read
MOST_TICKS = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """One account's count. `x`, `low` and `high` are in the picture's units; an end that the words leave open has no cap.

    Without a day of publication, or without a number, it has no place in the picture (`x` is None) and stands in the table
    only. `number` counts them in the order of publication.
    """

    number: int
    source: SourceName
    document_id: str
    claim_id: str
    published: date | None
    text: str
    sign: str
    x: float | None
    low: float
    high: float
    open_low: bool
    open_high: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """One effect. `band` and `best` are the range and the figure of the incident's policy, None where it has none."""

    label: str
    marks: tuple[Mark, ...]
    counts: tuple[tuple[float, int], ...]
    days: tuple[tuple[float, str], ...]
    band: tuple[float, float] | None
    best: tuple[float, int] | None

    @property
    def drawn(self) -> tuple[Mark, ...]:
        """The marks that have a place in the picture."""
        return tuple(mark for mark in self.marks if mark.x is not None)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Scale:
    """Days and counts as places in the picture; counts begin at none."""

    first: date
    last: date
    most: int

    def x(self, day: date) -> float:
        span = (self.last - self.first).days
        inner = WIDTH - LEFT - RIGHT - 2 * MARK
        return LEFT + MARK + (inner * (day - self.first).days / span if span else inner / 2)

    def y(self, count: float) -> float:
        return HEIGHT - BOTTOM - (HEIGHT - TOP - BOTTOM) * count / self.most


def draw_tolls(
    incident: Incident,
    claims: Mapping[str, Claim],
    documents: Mapping[str, Document],
    table: Mapping[str, Mapping[str, Cell]],
) -> list[Chart]:
    """A chart for each effect of which at least two accounts, published on known days, tell a number."""
    groups: dict[tuple[str, str], list[ToldToll]] = {}
    for one in tell_tolls(incident, claims, documents):
        groups.setdefault((one.effect, one.side), []).append(one)
    charts = []
    for (effect, side), rows in groups.items():
        label = name_toll(effect, side)
        rows.sort(key=lambda one: (one.published or "9999", one.source or "", one.claim_id))
        days = [date.fromisoformat(one.published) for one in rows if one.published and _is_number(one.count)]
        if len(days) < 2:
            continue
        scale = _Scale(first=min(days), last=max(days), most=_top(rows, incident, effect))
        told = {one.claim_id: claims[one.claim_id].document_id for one in rows}
        signs = {name: cell.sign for name, cell in table.get(label, {}).items()}
        marks = _marks(rows, scale, {name: documents[id] for name, id in told.items()}, signs)
        toll = next((row for row in incident.tolls if row.effect == effect and label == name_toll(effect, "suffered")), None)
        charts.append(
            Chart(
                label=label,
                marks=marks,
                counts=tuple((scale.y(count), count) for count in _ticks(scale.most)),
                days=tuple(dict.fromkeys((scale.x(day), say_date(day)) for day in (scale.first, scale.last))),
                band=_band(toll.count, scale) if toll else None,
                best=(scale.y(toll.best), toll.best) if toll and toll.best is not None else None,
            )
        )
    return charts


def _marks(
    rows: Sequence[ToldToll], scale: _Scale, told_in: Mapping[str, Document], signs: Mapping[str, str]
) -> tuple[Mark, ...]:
    places = _spread([scale.x(date.fromisoformat(r.published)) for r in rows if r.published and _is_number(r.count)])
    marks = []
    for number, one in enumerate(rows, 1):
        drawn = bool(one.published) and _is_number(one.count)
        low, high = (one.count.low, one.count.high) if one.count else (None, None)
        marks.append(
            Mark(
                number=number,
                source=name_source(told_in[one.claim_id], told_in[one.claim_id].id),
                document_id=told_in[one.claim_id].id,
                claim_id=one.claim_id,
                published=date.fromisoformat(one.published) if one.published else None,
                text=say_toll(one),
                sign="set aside" if one.claimed_by else signs.get(one.claim_id, "told"),
                x=places.pop(0) if drawn else None,
                low=scale.y(low if low is not None else 0),
                high=scale.y(high if high is not None else scale.most),
                open_low=low is None,
                open_high=high is None,
            )
        )
    return tuple(marks)


def _spread(places: list[float]) -> list[float]:
    """The places, in order, moved apart where they are closer than a mark is wide, and all within the picture."""
    gap = min(MARK, (WIDTH - LEFT - RIGHT - MARK) / max(1, len(places) - 1))
    for at in range(1, len(places)):
        places[at] = max(places[at], places[at - 1] + gap)
    edge = WIDTH - RIGHT - MARK / 2
    for at in reversed(range(len(places))):
        places[at] = min(places[at], edge)
        edge = places[at] - gap
    return places


def _is_number(count: Count | None) -> bool:
    return count is not None and (count.low is not None or count.high is not None)


def _top(rows: Sequence[ToldToll], incident: Incident, effect: str) -> int:
    counts = [one.count for one in rows if one.count] + [row.count for row in incident.tolls if row.effect == effect]
    most = max((value for count in counts for value in (count.low, count.high) if value is not None), default=1)
    open_ended = any(count.high is None for count in counts)
    step = _step(max(1, most))
    return step * (-(-max(1, most) // step) + (1 if open_ended and most % step == 0 else 0))


def _step(most: int) -> int:
    """The roundest step of which at most so many reach the top."""
    size = 1
    while True:
        for factor in (1, 2, 5):
            if most <= factor * size * (MOST_TICKS - 1):
                return factor * size
        size *= 10


def _ticks(most: int) -> range:
    return range(0, most + 1, _step(most))


def _band(count: Count, scale: _Scale) -> tuple[float, float] | None:
    """Top and height of the range; None where it is one number or open on both sides."""
    low = scale.y(count.low if count.low is not None else 0)
    high = scale.y(count.high if count.high is not None else scale.most)
    return (high, low - high) if low > high and _is_number(count) else None
