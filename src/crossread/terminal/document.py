"""One document with its claims, or one claim, on a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from rich import box
from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from crossread.records import Claim, Count, Document, Evidence, Extraction
from crossread.terminal.plain import plain_text
from crossread.weigh import name_source


def render_document(
    document: Document,
    extraction: Extraction,
    *,
    quotes: bool = False,
    unread: str | None = None,
    aside: Mapping[str, str] = MappingProxyType({}),
) -> RenderableType:
    """Title, source, date and every claim of one report; with `quotes` also the words and offsets each value rests on.

    `unread` is the reason why no claims were made of it; `aside` are the claims that people set aside, and why.
    """
    head = plain_text(document.title or document.name or document.id, "bold")
    dated = f"published {document.published} (from {document.published_from})" if document.published else "no publication date"
    name = name_source(document, document.id)
    source = name.line if document.title else name.text  # without a title the file stands in the line above
    facts = " · ".join(part for part in (source, dated, document.language, document.reader, document.id) if part)
    parts: list[RenderableType] = [head, plain_text(facts, "dim"), Text()]
    if not extraction.claims:
        parts.append(plain_text(unread or "No claim was found in it.", "yellow" if unread else "dim"))
    for claim in extraction.claims:
        review = f"set aside: {aside[claim.id]}" if claim.id in aside else ""
        parts += [render_claim(claim, document, quotes=quotes, review=review), Text()]
    if extraction.wording:
        parts += [Text("Wording", style="bold"), _wording(extraction)]
    return Group(*parts)


def render_claim(claim: Claim, document: Document, *, quotes: bool = False, review: str = "") -> RenderableType:
    """One claim, slot by slot: the value, the raw words, and with `quotes` where they stand; last the `review` if given."""
    told = ", ".join((claim.scope, claim.status, claim.stance))
    score = "" if claim.score is None else f" · score {claim.score:.2f}"
    grid = Table(box=box.SIMPLE, show_header=False, show_edge=False, pad_edge=False, padding=(0, 2, 0, 0))
    grid.add_column(style="dim", no_wrap=True)
    grid.add_column(overflow="fold")
    for slot, value, evidence in _iter_slots(claim):
        cell = plain_text(value)
        for quote in evidence if quotes else ():
            cell.append(f"\n“{plain_text(quote.quote)}” {quote.span}", style="italic dim")
        grid.add_row(slot, cell)
    if review:
        grid.add_row("review", plain_text(review))
    head = Text.assemble((claim.type.replace("_", " "), "bold"), f" ({told}){score} · {claim.id} · {claim.made_by}")
    return Group(head, Padding(grid, (0, 0, 0, 2)))


def _iter_slots(claim: Claim) -> Iterator[tuple[str, str, tuple[Evidence, ...]]]:
    yield "trigger", claim.trigger.quote, (claim.trigger, *claim.retellings)
    if claim.when:
        yield "when", f"{_window(claim)} ({claim.when.raw})", claim.when.evidence
    if claim.where:
        yield "where", f"{_place(claim)} ({claim.where.raw})", claim.where.evidence
    for actor in claim.actors:
        named = f"{actor.name} ({actor.raw})" if actor.name and actor.name != actor.raw else actor.raw
        yield actor.role, f"{named}, {actor.type.replace('_', ' ')}", actor.evidence
    for row in claim.harm:
        part = " (part of the number above)" if row.part_of is not None else ""
        part += f" (says {row.speaker})" if row.speaker else ""
        yield row.effect, f"{_count(row.count)}: {row.raw}{part}", row.evidence
    for means in claim.means:
        yield "means", f"{means.kind.replace('_', ' ')} ({means.raw})", means.evidence
    for speaker in claim.speakers:
        yield speaker.role, speaker.raw, speaker.evidence


def _window(claim: Claim) -> str:
    window = claim.when.value if claim.when else None
    if window is None:
        return "not resolved"
    ends = (str(window.earliest or "…"), str(window.latest or "…"))
    told = ends[0] if ends[0] == ends[1] else " to ".join(ends)
    flags = f", check: {', '.join(window.flags)}" if window.flags else ""
    return f"{told} [{window.precision}]{flags}"


def _place(claim: Claim) -> str:
    place = claim.where.value if claim.where else None
    if place is None:
        return "not resolved"
    named = ", ".join(dict.fromkeys(part for part in (place.name, place.admin1, place.country) if part))
    point = "" if place.latitude is None else f" {place.latitude:.2f}, {place.longitude:.2f}"
    return f"{named} [{place.precision}]{point}"


def _count(count: Count | None) -> str:
    if count is None or (count.low is None and count.high is None):
        return count.qualifier if count else "no number"
    if count.low == count.high:
        return f"{'about ' if count.qualifier == 'about' else ''}{count.low}"
    if count.high is None:
        return f"at least {count.low}"
    return f"at most {count.high}" if count.low is None else f"{count.low} to {count.high}"


def _wording(extraction: Extraction) -> Table:
    grid = Table.grid(padding=(0, 2, 0, 0))
    grid.add_column(style="dim")
    grid.add_column(overflow="fold")
    for row in extraction.wording:
        grid.add_row(row.kind.replace("_", " "), plain_text(f"“{row.evidence.quote}” {row.evidence.span}"))
    return grid
