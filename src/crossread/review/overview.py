"""What the overview shows of the incidents that a view keeps: facets, a timeline, points for the map."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from crossread.records import Incident

WIDTH, HEIGHT, MARGIN = 720.0, 360.0, 0.12
COARSE = ("area", "admin1", "country", "near")


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """One step of the timeline: its months or days, and how many incidents begin in it."""

    start: date
    label: str
    count: int
    share: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Dot:
    """One place of the map, in the picture's own units. `radius` grows with the incidents; `coarse` is no exact place."""

    x: float
    y: float
    radius: float
    coarse: bool
    name: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Map:
    """Dots in a window of degrees that holds them all. Incidents without a point are counted in `nowhere`."""

    dots: tuple[Dot, ...]
    lines: tuple[tuple[float, float, float, float, str], ...]
    nowhere: int


def list_facets(incidents: Iterable[Incident]) -> dict[str, list[tuple[str, int]]]:
    """For each facet its values with their counts, the commonest first."""
    counts: dict[str, Counter[str]] = {name: Counter() for name in ("type", "grade", "country", "actor", "source")}
    for incident in incidents:
        counts["type"][incident.type] += 1
        counts["grade"][incident.grade] += 1
        if incident.where and incident.where.country:
            counts["country"][incident.where.country] += 1
        counts["actor"].update(
            {party.name for party in incident.parties if party.type not in ("object", "civilians", "unknown")}
        )
        counts["source"].update({account.source for account in incident.accounts if account.source})
    return {name: counter.most_common(8) for name, counter in counts.items()}


def make_timeline(incidents: Sequence[Incident], *, most: int = 60) -> list[Bar]:
    """Days, months or years with the number of incidents that begin in them; those without a date are not in it."""
    days = sorted(begins for row in incidents if row.when and (begins := row.when.earliest or row.when.latest))
    if not days:
        return []
    span = (days[-1] - days[0]).days
    cut = 10 if span < most else 7 if span < most * 30 else 4
    counts = Counter(day.isoformat()[:cut] for day in days)
    top = max(counts.values())
    return [
        Bar(
            start=date.fromisoformat((key + "-01-01")[:10] if cut == 4 else (key + "-01")[:10]),
            label=key,
            count=n,
            share=n / top,
        )
        for key, n in sorted(counts.items())
    ]


def make_map(incidents: Iterable[Incident]) -> Map:
    """The places of incidents in plain degrees, north up; several at one place are one larger dot."""
    places: dict[tuple[float, float, bool, str], int] = {}
    nowhere = 0
    for row in incidents:
        where = row.where
        if where is None or where.latitude is None or where.longitude is None:
            nowhere += 1
            continue
        key = (where.longitude, where.latitude, where.precision in COARSE, where.name or "")
        places[key] = places.get(key, 0) + 1
    if not places:
        return Map(dots=(), lines=(), nowhere=nowhere)
    west, east = _window([x for x, *_ in places], least=4.0)
    south, north = _window([y for _, y, *_ in places], least=2.0)
    scale = min(WIDTH / (east - west), HEIGHT / (north - south))
    left, top = (WIDTH - scale * (east - west)) / 2, (HEIGHT - scale * (north - south)) / 2

    def at(x: float, y: float) -> tuple[float, float]:
        return round(left + (x - west) * scale, 1), round(top + (north - y) * scale, 1)

    dots = tuple(
        Dot(
            x=at(x, y)[0],
            y=at(x, y)[1],
            radius=round((9 if coarse else 4) + 2.2 * (n - 1) ** 0.5, 1),
            coarse=coarse,
            name=name,
            count=n,
        )
        for (x, y, coarse, name), n in sorted(places.items(), key=lambda item: -item[1])
    )
    return Map(dots=dots, lines=_graticule((west, east, south, north), at), nowhere=nowhere)


def _window(values: list[float], *, least: float) -> tuple[float, float]:
    low, high = min(values), max(values)
    spare = max((high - low) * MARGIN, (least - (high - low)) / 2, least * MARGIN)
    return low - spare, high + spare


def _graticule(window: tuple[float, float, float, float], at) -> tuple[tuple[float, float, float, float, str], ...]:  # type: ignore[no-untyped-def]
    """Meridians and parallels at a round step, each with its name, as x1, y1, x2, y2, words."""
    west, east, south, north = window
    step = next(s for s in (1, 2, 5, 10, 20, 30, 60) if max(east - west, north - south) / s <= 8)
    lines = []
    for degree in range(int(west // step) * step, int(east) + 1, step):
        if west < degree < east:
            lines.append(
                (*at(degree, north), *at(degree, south), f"{abs(degree)}°{'E' if degree > 0 else 'W' if degree else ''}")
            )
    for degree in range(int(south // step) * step, int(north) + 1, step):
        if south < degree < north:
            lines.append(
                (*at(west, degree), *at(east, degree), f"{abs(degree)}°{'N' if degree > 0 else 'S' if degree else ''}")
            )
    return tuple(lines)
