"""How many date windows `resolve_when` gives exactly, given the words and their place.

    python benchmarks/dates.py FILE_OR_FOLDER... [--show] [--beside] [--heideltime FOLDER]

Takes claim files (one document a line, `claims[].when`), files of single expressions (`{text, span, published, earliest,
latest, precision}` a line) and folders of TimeML-like XML with a document time (values of day, month and year). The last
line is one JSON object; `--show` lists what was missed. `--beside` has dateparser read the same expressions in the same run,
`--heideltime` HeidelTime (see `date_rivals.py`), scored alike.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from crossread.normalize.dates import DateContext, resolve_when
from crossread.records import DateWindow
from date_rivals import Bounds, HeidelTime, load_dateparser
from timeml import iter_gold

PART = re.compile(r"early|mid|late|beginning|start|end")


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One told date and its gold window (`gold` is earliest, latest; both None: not resolvable)."""

    name: str
    raw: str
    context: DateContext
    gold: tuple[date | None, date | None]
    precision: str | None


def parse_day(text: str | None) -> date | None:
    """The date of an ISO day, or None."""
    return date.fromisoformat(text) if text and len(text) == 10 else None


def iter_claim_cases(path: Path) -> Iterator[Case]:
    """The dated claims of a claim file, or the single expressions of an expression file."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            claims = [claim for claim in row["claims"] if claim.get("when")] if "claims" in row else [{"when": row}]
            for claim in claims:
                yield from _case(row, claim["when"], (claim.get("trigger") or {}).get("start"))


def _case(row: dict, when: dict, trigger: int | None) -> Iterator[Case]:
    if "span" in when:
        start, end = when["span"]
    elif when["evidence"]:
        start, end = when["evidence"][0]["start"], when["evidence"][0]["end"]
    else:
        return
    context = DateContext(
        published=parse_day(row.get("published")),
        published_in=row.get("published"),
        title=row.get("title"),
        text=row["text"],
        start=start,
        end=end,
        trigger=trigger,
    )
    yield Case(
        name=row.get("external_id") or "",
        raw=row["text"][start:end],
        context=context,
        gold=(parse_day(when["earliest"]), parse_day(when["latest"])),
        precision=when["precision"],
    )


def iter_xml_cases(folder: Path) -> Iterator[Case]:
    """The expressions with a day, month or year value of an XML corpus; a year or month still running may end today."""
    for name, text, start, end, published, first, last in iter_gold(folder):
        context = DateContext(published=published, text=text, start=start, end=end)
        yield Case(name=name, raw=text[start:end], context=context, gold=(first, last), precision=None)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("paths", nargs="+", type=Path)
    parser.add_argument("--show", action="store_true")
    parser.add_argument("--beside", action="store_true", help="dateparser on the same expressions")
    parser.add_argument("--heideltime", type=Path, metavar="FOLDER", help="HeidelTime too: where its jar lies")
    options = parser.parse_args()
    cases: list[Case] = []
    for path in options.paths:
        if path.is_dir():
            cases.extend(iter_xml_cases(path))
        else:
            cases.extend(iter_claim_cases(path))
    figures = measure(cases, show=options.show)
    if options.beside:
        figures["dateparser"] = measure_dateparser(cases)
    if options.heideltime:
        figures["heideltime"] = measure_heideltime(cases, options.heideltime)
    print(json.dumps(figures))
    return 0


def measure(cases: list[Case], *, show: bool) -> dict:
    """Exact window and precision accuracy, and milliseconds per expression."""
    exact = precise = 0
    for case in cases[:1]:
        resolve_when(case.raw, context=case.context)  # the language file is read once, however many expressions follow
    begun = time.process_time()
    found = [resolve_when(case.raw, context=case.context) for case in cases]
    spent = time.process_time() - begun
    for case, window in zip(cases, found, strict=True):
        bounds = (window.earliest, window.latest) if window else (None, None)
        right = _is_right(case, window)
        exact += right
        precise += case.precision is None or (window.precision if window else "unknown") == case.precision
        if show and not right:
            around = case.context.text[max(0, case.context.start - 60) : case.context.end + 40].replace("\n", " / ")
            published = case.context.published
            day = f"{published} {published:%a}" if published else "-"
            print(f"{case.name} {day} {case.raw!r} gold {_show(case.gold)} {case.precision} got {_show(bounds)} ctx: {around}")
    return {
        "expressions": len(cases),
        "exact": round(100 * exact / max(1, len(cases)), 1),
        "precision": round(100 * precise / max(1, len(cases)), 1),
        "ms_each": round(1000 * spent / max(1, len(cases)), 3),
    }


def measure_dateparser(cases: list[Case]) -> dict | None:
    """The same for dateparser; None where it is not installed."""
    read = load_dateparser()
    if read is None:
        return None
    read("25 January 2019", None)
    begun = time.process_time()
    found = [read(case.raw, case.context.published) for case in cases]
    spent = time.process_time() - begun
    return _figures(cases, found) | {"ms_each": round(1000 * spent / max(1, len(cases)), 3)}


def measure_heideltime(cases: list[Case], folder: Path) -> dict:
    """The same for HeidelTime, without a time: most of it would be Java starting."""
    tagger = HeidelTime(folder)
    contexts = [case.context for case in cases]
    return _figures(cases, [tagger.read(c.text, c.start, c.end, c.published) for c in contexts])


def _figures(cases: list[Case], found: list[Bounds]) -> dict:
    right = sum(
        _is_right(case, _window(bounds) if bounds[0] and bounds[1] else None) for case, bounds in zip(cases, found, strict=True)
    )
    return {"exact": round(100 * right / max(1, len(cases)), 1)}


def _window(bounds: Bounds) -> DateWindow:
    """Bounds that came without a precision: the one their length gives, so that parts of years are judged as for crossread."""
    first, last = bounds
    assert first is not None
    assert last is not None
    days = (last - first).days + 1
    precision = "day" if days == 1 else "week" if days < 15 else "month" if days < 32 else "season" if days < 300 else "year"
    return DateWindow(earliest=first, latest=last, precision=precision)


def _is_right(case: Case, window: DateWindow | None) -> bool:
    bounds = (window.earliest, window.latest) if window else (None, None)
    return bounds == case.gold or (case.precision is None and _same_value(case, window))


def _same_value(case: Case, window: DateWindow | None) -> bool:
    """True where a corpus without parts and bounds gives the same value.

    There a year that is still running is whole, "late 2006" is 2006, and the day something was said on is simply that day.
    """
    if window is None:
        return False
    first, last = case.gold
    if window.reported_on is not None:
        return window.reported_on == first == last
    cut = window.earliest == first and window.latest == case.context.published and window.precision in ("month", "year")
    part = window.precision in ("season", "week") and PART.search(case.raw.lower()) is not None
    inside = bool(window.earliest and window.latest and first and last and first <= window.earliest and window.latest <= last)
    return cut or (part and inside)


def _show(bounds: tuple[date | None, date | None]) -> str:
    return "..".join(str(bound or "") for bound in bounds)


if __name__ == "__main__":
    sys.exit(main())
