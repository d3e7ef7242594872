"""What the overview shows of the incidents that a view keeps: facets, a timeline, points for the map."""

from __future__ import annotations

from calendar import monthrange
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from crossread.records import DateWindow, Incident
from crossread.review.outlines import draw_outlines

WIDTH, HEIGHT, MARGIN = 960.0, 300.0, 0.12
ROW = 13.0  # height of a name on the map, in units of the picture
COARSE = ("area", "admin1", "country", "near")


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """One step of the timeline, a day, a month or a year, and how many incidents begin in it. `share` is of the longest bar."""

    first: date
    last: date
    label: str
    count: int
    share: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Dot:
    """One place of the map, in the picture's own units. `radius` grows with the incidents; `coarse` is no exact
    place; `named` dots have room for their name beside them."""

    x: float
    y: float
    radius: float
    coarse: bool
    name: str
    count: int
    named: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Map:
    """Dots in a window of degrees that holds them all. Incidents without a point are counted in `nowhere`."""

    dots: tuple[Dot, ...]
    outlines: str
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


# Characters of an ISO date that name a step, and the precisions fine enough to stand in it.
_DAYS = ("day", "days")
_MONTHS = (*_DAYS, "week", "month")
_STEPS = {10: _DAYS, 7: _MONTHS, 4: (*_MONTHS, "season", "year")}


def make_timeline(incidents: Sequence[Incident], *, most: int = 40) -> list[Bar]:
    """Days, months or years, the finest that give at most `most` bars and hold half of the dates, with how many begin in each.

    An incident stands in a bar only if its date is told that exactly: "in 2013" is no day. Empty steps are left out.
    """
    told = [row.when for row in incidents if row.when and row.when.earliest]
    cuts = [(cut, [_begins(window, cut) for window in told if window.precision in fine]) for cut, fine in _STEPS.items()]
    fit = [keys for _, keys in cuts if len(set(keys)) <= most and 2 * len(keys) >= len(told)]
    counts = Counter(fit[0] if fit else cuts[-1][1])
    top = max(counts.values(), default=1)
    return [Bar(first=_first(key), last=_last(key), label=key, count=n, share=n / top) for key, n in sorted(counts.items())]


def _begins(window: DateWindow, cut: int) -> str:
    return window.earliest.isoformat()[:cut] if window.earliest else ""


def _first(key: str) -> date:
    return date.fromisoformat((key + "-01-01")[:10])


def _last(key: str) -> date:
    """The last day of a day, month or year."""
    if len(key) == 10:
        return date.fromisoformat(key)
    if len(key) == 4:
        return date(int(key), 12, 31)
    year, month = int(key[:4]), int(key[5:])
    return date(year, month, monthrange(year, month)[1])


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
        return Map(dots=(), outlines="", lines=(), nowhere=nowhere)
    west, east = _window([x for x, *_ in places], least=4.0)
    south, north = _window([y for _, y, *_ in places], least=2.0)
    scale = min(WIDTH / (east - west), HEIGHT / (north - south))
    middle, level = (east + west) / 2, (south + north) / 2
    west, east = (
        middle - WIDTH / scale / 2,
        middle + WIDTH / scale / 2,
    )  # the picture is filled, whatever the shape of what it shows
    south, north = level - HEIGHT / scale / 2, level + HEIGHT / scale / 2

    def at(x: float, y: float) -> tuple[float, float]:
        return round((x - west) * scale, 1), round((north - y) * scale, 1)

    dots: list[Dot] = []
    for (x, y, coarse, name), n in sorted(places.items(), key=lambda item: (-item[1], item[0][2], item[0][3])):
        px, py = at(x, y)
        radius = round((9 if coarse else 4) + 2.2 * (n - 1) ** 0.5, 1)
        taken = any(dot.named and abs(dot.y - py) < ROW and -8 * len(name) < dot.x - px < 8 * len(dot.name) for dot in dots)
        dots.append(Dot(x=px, y=py, radius=radius, coarse=coarse, name=name, count=n, named=not taken))
    window = (west, east, south, north)
    return Map(dots=tuple(dots), outlines=draw_outlines(window, at), lines=_graticule(window, at), nowhere=nowhere)


def _window(values: list[float], *, least: float) -> tuple[float, float]:
    low, high = min(values), max(values)
    spare = max((high - low) * MARGIN, (least - (high - low)) / 2, least * MARGIN)
    return low - spare, high + spare


def _graticule(
    window: tuple[float, float, float, float], at: Callable[[float, float], tuple[float, float]]
) -> tuple[tuple[float, float, float, float, str], ...]:
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
