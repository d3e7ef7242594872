"""The fills of a MUC-4 template as slots of a claim, each at the place in the text that is nearest to the trigger."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime

from crossread.normalize.dates import DateContext, iter_date_expressions, resolve_when
from training.convert.muc4_keys import Template
from training.convert.muc4_spans import Telling, find_string
from training.convert.rows import Json, to_span

FARTHEST = 1200  # characters from the trigger at which a fill still belongs to its telling: about ten sentences
_COUNT = re.compile(
    r"(?:(?:AT LEAST|ABOUT|APPROXIMATELY|SOME|MORE THAN|OVER|NEARLY|ALMOST|SEVERAL|DOZENS OF|MANY|OTHER|ANOTHER|A|AN|\d[\d,.]*"
    r"|ONE|TWO|THREE|FOUR|FIVE|SIX|SEVEN|EIGHT|NINE|TEN|ELEVEN|TWELVE|THIRTEEN|FOURTEEN|FIFTEEN|SIXTEEN|TWENTY|THIRTY)\s+)+$",
    re.I,
)
_PREPOSITION = re.compile(
    r"(?:(?:IN|AT|NEAR|OUTSIDE|ON|FROM|BETWEEN|AROUND|INSIDE|NORTH|SOUTH|EAST|WEST|OF|THE|CITY)\s+)+$", re.I
)


def iter_fills(
    text: str, template: Template, telling: Telling, published: date | None, words: dict
) -> Iterator[tuple[str, Json]]:
    """(claim key, row) of every fill that is found in the text."""
    at = telling.trigger["start"]
    yield from _doers(text, template, at, words)
    yield from _targets(text, template, at)
    yield from _people(text, template, at, words)
    yield from _means(text, template, at, words)
    where = _place(text, template, at)
    if where:
        yield "where", {"raw": where["quote"], "evidence": [where]}
    when = _date(text, template, at, published)
    if when:
        yield "when", {"raw": when["quote"], "evidence": [when]}


def nearest(text: str, names: tuple[str, ...], at: int) -> Json | None:
    """The place of one of the names that stands nearest to `at`, the longest one there; None if all are too far away."""
    found = [span for name in names for span in find_string(text, name)]
    near = [span for span in found if abs(span[0] - at) <= FARTHEST]
    if not near:
        return None
    start, end = min(near, key=lambda s: abs(s[0] - at))
    wide = max((s for s in near if s[0] < end and start < s[1]), key=lambda s: s[1] - s[0])
    return to_span(text, *wide)


def _actor(role: str, kind: str, span: Json) -> tuple[str, Json]:
    return "actors", {"role": role, "raw": span["quote"], "type": kind, "evidence": [span]}


def _doers(text: str, template: Template, at: int, words: dict) -> Iterator[tuple[str, Json]]:
    for names in template.values(9):
        span = nearest(text, names, at)
        if span:
            yield _actor("perpetrator", doer_type(span["quote"], words), span)
    for names in template.values(10):
        span = nearest(text, names, at)
        role = words["confidence"].get(template.of(11, names) or "")
        if span and role:
            yield _actor(role, doer_type(span["quote"], words), span)


def doer_type(raw: str, words: dict) -> str:
    """Our actor type for the words of a perpetrator."""
    for kind, hints in words["doers"].items():
        if any(re.search(rf"(?<!\w){re.escape(hint)}", raw, re.I) for hint in hints):
            return str(kind)
    return "unidentified_armed_group"


def _targets(text: str, template: Template, at: int) -> Iterator[tuple[str, Json]]:
    for names in template.values(12):
        span = nearest(text, names, at)
        if span:
            yield _actor("target", "object", span)


def _people(text: str, template: Template, at: int, words: dict) -> Iterator[tuple[str, Json]]:
    """Victims (people with an effect, and all who were kidnapped), other human targets, and a harm row for each effect."""
    taken = template.value(4) == "KIDNAPPING" and template.value(5) == "ACCOMPLISHED"
    for slot in (18, 19):
        for fill in template.fills.get(slot, []):
            if slot == 19 and fill.tags:
                continue  # the title of somebody named: the name is the victim
            span = nearest(text, fill.values, at)
            if span is None:
                continue
            kind = words["actor_types"].get(template.of(20, fill.values) or "", "civilians")
            effect = words["effects"].get(template.of(23, fill.values) or "", "abducted" if taken else "")
            yield _actor("victim" if effect else "target", kind, span)
            if effect:
                yield "harm", {"effect": effect, "group_type": kind, "evidence": [_counted(text, span)]}
            if effect in ("killed", "injured") and taken:
                yield "harm", {"effect": "abducted", "group_type": kind, "evidence": [_counted(text, span)]}


def _counted(text: str, span: Json) -> Json:
    """The group with the number before it: that is where its count is told."""
    before = _COUNT.search(text[max(0, span["start"] - 40) : span["start"]])
    return to_span(text, span["start"] - len(before[0]), span["end"]) if before else span


def _means(text: str, template: Template, at: int, words: dict) -> Iterator[tuple[str, Json]]:
    for names in template.values(6):
        span = nearest(text, names, at)
        kind = words["means"].get(template.of(7, names) or "")
        if span and kind:
            yield "means", {"kind": kind, "raw": span["quote"], "evidence": [span]}


def _place(text: str, template: Template, at: int) -> Json | None:
    """The narrowest place of the location that the text names near the trigger, with its preposition."""
    location = template.value(3) or ""
    levels = [re.sub(r"\s*\([^)]*\)", "", level).strip() for level in re.split(r":|\s-\s", location)]
    for name in reversed(levels):
        span = nearest(text, (name,), at) if name else None
        if span and abs(span["start"] - at) <= FARTHEST // 2 and not _is_dateline(text, span):
            before = _PREPOSITION.search(text[max(0, span["start"] - 24) : span["start"]])
            return to_span(text, span["start"] - len(before[0] if before else ""), _wider(text, span["end"], levels))
    return None


def _wider(text: str, end: int, levels: list[str]) -> int:
    """The end of a place with the larger units told right after it: "…, SAN MIGUEL DEPARTMENT"."""
    names = "|".join(r"\s+".join(map(re.escape, level.split())) for level in levels if level)
    kinds = "DEPARTMENT|PROVINCE|MUNICIPALITY|CITY|TOWN|NEIGHBORHOOD|DISTRICT|JURISDICTION|REGION|VILLAGE|CANTON"
    more = re.match(
        rf"(?:\s+(?:{kinds}))?(?:,?\s+(?:(?:IN|OF)\s+)?(?:THE\s+)?(?:{names})(?:\s+(?:{kinds}))?(?!\w))*", text[end:]
    )
    return end + (more.end() if more else 0)


def _is_dateline(text: str, span: Json) -> bool:
    return span["end"] < 60 and "--" in text[:120] and text.find("--") > span["end"]


def _date(text: str, template: Template, at: int, published: date | None) -> Json | None:
    """The expression nearest to the trigger that names the key's day."""
    told = re.fullmatch(r"(\d{1,2} [A-Z]{3} \d\d)", template.value(2) or "")
    if told is None or published is None:
        return None
    try:
        day = datetime.strptime(told[1].title(), "%d %b %y").date()
    except ValueError:
        return None
    found = []
    for span in iter_date_expressions(text):
        raw = text[span.start : span.end]
        if abs(span.start - at) > FARTHEST // 2 or span.end < text.find("--"):
            continue
        window = resolve_when(raw, context=DateContext(published=published, text=text, start=span.start, end=span.end))
        if window is not None and window.earliest == window.latest == day:
            found.append(span)
    best = min(found, key=lambda s: abs(s.start - at), default=None)
    return to_span(text, best.start, best.end) if best else None
