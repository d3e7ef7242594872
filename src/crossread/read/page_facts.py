"""Who published a saved web page, when, under which title and address, as its head and markup tell."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from crossread import patterns as re
from crossread.read.dateline import parse_date
from crossread.read.options import load_table

_TABLE: Mapping[str, Any] = load_table("pages.toml")
SAVED_FROM = re.compile(r"<!--\s*saved from url=\(\d+\)(\S+)\s*-->")
DAY_IN_URL = re.compile(r"/(\d{4})[/-](\d{1,2})[/-](\d{1,2})(?=[/_-]|$)")
LONGEST_LINE = 120  # characters of a line that tells the day of publication and who wrote it
_LABELLED = re.compile(
    rf"(?:{'|'.join(map(re.escape, _TABLE['published']['labels']))})\b\s*(?:on|le|el|em)?\s*:?\s*", re.IGNORECASE
)
_BYLINE = re.compile(r"\s+(?:by|in|at|par|por)\b|[|·•]")
DEEPEST_JSON = 20  # levels of JSON-LD that are searched; a page's own description is at level 1 to 4
JSON_BYTES = 500_000  # of one JSON-LD block; longer ones are data of the page's programs


@dataclass(frozen=True, slots=True, kw_only=True)
class PageFacts:
    """What a page says of itself; None is "it does not say"."""

    title: str | None
    source: str | None
    url: str | None
    published: date | None


def find_page_facts(tree: Any, markup: str) -> PageFacts:
    """What the page in `tree` (an lxml element) says of its publication; dates of change are never taken for it."""
    meta = _collect_meta(tree)
    described = _collect_json_ld(tree)
    url = _find_url(tree, meta, markup)
    return PageFacts(
        title=_first(meta, "title") or described.get("headline") or _find_heading(tree),
        source=_first(meta, "source") or described.get("publisher"),
        url=url,
        published=_find_published(tree, meta, described, url),
    )


def _collect_meta(tree: Any) -> dict[str, str]:
    meta: dict[str, str] = {}
    for element in tree.iter("meta"):
        content = (element.get("content") or "").strip()
        for attribute in ("property", "name", "itemprop"):
            key = (element.get(attribute) or "").strip().lower()
            if key and content:
                meta.setdefault(key, content)
    return meta


def _first(meta: Mapping[str, str], what: str) -> str | None:
    return next((meta[name] for name in _TABLE[what]["meta"] if name in meta), None)


def _find_url(tree: Any, meta: Mapping[str, str], markup: str) -> str | None:
    for element in tree.iter("link"):
        if (element.get("rel") or "").lower() == "canonical" and (element.get("href") or "").startswith("http"):
            return str(element.get("href")).strip()
    saved = SAVED_FROM.search(markup[:2_000])
    told = _first(meta, "url")
    if told and told.startswith("http"):
        return told
    return saved[1] if saved else None


def _find_heading(tree: Any) -> str | None:
    headings = [" ".join(element.itertext()).strip() for element in tree.iter("h1")]
    headings = [heading for heading in headings if heading]
    if len(headings) == 1:
        return headings[0]
    title = next(tree.iter("title"), None)
    return " ".join(title.itertext()).strip() or None if title is not None else next(iter(headings), None)


def _find_published(tree: Any, meta: Mapping[str, str], described: Mapping[str, str], url: str | None) -> date | None:
    told = [meta[name] for name in _TABLE["published"]["meta"] if name in meta]
    told += [described[name] for name in _TABLE["published"]["json_ld"] if name in described]
    told += _iter_marked_dates(tree)
    day = next((day for day in map(parse_date, told) if day), None) or _find_labelled_day(tree)
    if day:
        return day
    in_url = DAY_IN_URL.search(url or "")
    return parse_date(f"{in_url[1]}-{in_url[2]:0>2}-{in_url[3]:0>2}") if in_url else None


def _iter_marked_dates(tree: Any) -> Iterator[str]:
    """The dates in elements that are marked as the day of publication, the <time> elements of one article included."""
    for element in tree.xpath("//*[@itemprop='datePublished'] | //time[@pubdate]"):
        yield from _dates_of(element)
    for element in tree.xpath("//*[(@class or @id) and not(ancestor::aside)]"):
        words = f"{element.get('class') or ''} {element.get('id') or ''}".lower().split()
        if any(mark in words for mark in _TABLE["published"]["marks"]):
            yield from _dates_of(element)
    times = tree.xpath("//time[@datetime][not(ancestor::aside) and not(ancestor::footer)]")
    if len({element.get("datetime")[:10] for element in times}) == 1:
        yield times[0].get("datetime")


def _find_labelled_day(tree: Any) -> date | None:
    """The one day told in a line such as "Posted on February 23, 2025 by editor"; None where several such lines differ."""
    days = set()
    for element in tree.iter("p", "div", "span", "li", "small", "td", "em"):
        if not _LABELLED.match((element.text or "").lstrip()) or _is_beside(element):
            continue
        line = " ".join(" ".join(element.itertext()).split())
        match = _LABELLED.match(line) if len(line) <= LONGEST_LINE else None
        if match and (day := parse_date(_BYLINE.split(line[match.end() :], maxsplit=1)[0])):
            days.add(day)
    return days.pop() if len(days) == 1 else None


def _is_beside(element: Any) -> bool:
    """True inside a side column, a footer, comments and the like, whose days are those of other things."""
    around = (element, *element.iterancestors())
    words = {word for one in around for word in f"{one.get('class') or ''} {one.get('id') or ''}".lower().split()}
    return any(one.tag in ("aside", "footer") for one in around) or not words.isdisjoint(_TABLE["never_main_text"]["marks"])


def _dates_of(element: Any) -> Iterator[str]:
    for attribute in ("datetime", "content"):
        if element.get(attribute):
            yield element.get(attribute)
    yield " ".join(" ".join(element.itertext()).split())[:100]
    for inner in element.iter("time"):
        if inner.get("datetime"):
            yield inner.get("datetime")


def _collect_json_ld(tree: Any) -> dict[str, str]:
    """Headline, publisher and dates of the first description in schema.org's words that has a date of publication."""
    found: dict[str, str] = {}
    for script in tree.iter("script"):
        raw = script.text or ""
        if "ld+json" not in (script.get("type") or "").lower() or len(raw) > JSON_BYTES:
            continue
        try:
            value = json.loads(raw, strict=False)
        except (ValueError, RecursionError):
            continue
        for thing in _iter_things(value, DEEPEST_JSON):
            for name in ("headline", *_TABLE["published"]["json_ld"]):
                if isinstance(thing.get(name), str) and "headline" in thing:
                    found.setdefault(name, thing[name])
            publisher = thing.get("publisher")
            if isinstance(publisher, dict) and isinstance(publisher.get("name"), str):
                found.setdefault("publisher", publisher["name"])
    return found


def _iter_things(value: Any, depth: int) -> Iterator[dict[str, Any]]:
    if depth == 0:
        return
    if isinstance(value, dict):
        yield value
    for inner in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        if isinstance(inner, (dict, list)):
            yield from _iter_things(inner, depth - 1)
