"""What all incidents of a dossier come to: how many, over which days, and the sums of the bounds of their tolls."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from crossread.codebook import load_codebook
from crossread.records import DateWindow, Incident, Toll
from crossread.weigh import is_only_claimed, plural, say_window

SUMMED = ("killed", "injured")
CAUTION = (
    "Sums add the lowest and the highest number told of each incident: they are bounds, no finding. An incident without a "
    "number adds nothing, and two that are one after all are counted twice."
)


def list_totals(incidents: Sequence[Incident]) -> Iterator[tuple[str, str]]:
    """The span of days, and for killed and injured the sums with how many incidents they are of."""
    if days := _span(incidents):
        undated = sum(row.when is None or row.when.earliest is None or row.when.latest is None for row in incidents)
        yield "days", days + (f"; {plural(undated, 'incident')} without a day" if undated else "")
    for effect in SUMMED:
        if told := _sum(effect, incidents):
            yield load_codebook().label("effect", effect), told


def _span(incidents: Sequence[Incident]) -> str:
    windows = [row.when for row in incidents if row.when and row.when.earliest and row.when.latest]
    if not windows:
        return ""
    first = min(row.earliest for row in windows if row.earliest)
    last = max(row.latest for row in windows if row.latest)
    return say_window(DateWindow(earliest=first, latest=last, precision="days" if first != last else "day"))


def _sum(effect: str, incidents: Sequence[Incident]) -> str:
    """`41–78 in 5 incidents, 1 of them without an upper bound`; a number that a party claims of its enemy alone is no part."""
    tolls = [toll for row in incidents for toll in row.tolls if toll.effect == effect and not is_only_claimed(toll, row.policy)]
    numbered = [toll for toll in tolls if (toll.count.low, toll.count.high) != (None, None)]
    if not numbered:
        return ""
    low = sum(toll.count.low or 0 for toll in numbered)
    high = sum(map(_high, numbered))
    told = f"{low:,}" if low == high else f"{low:,}–{high:,}"
    open_above = sum(toll.count.high is None for toll in numbered)
    parts = [f"{told} in {plural(len(numbered), 'incident')}"]
    parts += [f"{open_above} of them without an upper bound"] * bool(open_above)
    parts += [f"{len(tolls) - len(numbered)} more told without number"] * (len(tolls) > len(numbered))
    return ("at least " if open_above and low == high else "") + ", ".join(parts)


def _high(toll: Toll) -> int:
    """The upper bound; where there is none, the highest number told all the same."""
    known = (toll.count.high, toll.best, toll.count.low)
    return known[0] if known[0] is not None else max(one for one in known if one is not None)
