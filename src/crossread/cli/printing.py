"""Renderables of the terminal room to standard output or standard error."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

from crossread.cli.options import say_store

if TYPE_CHECKING:
    from rich.console import Console

    from crossread.dealings import Dealing
    from crossread.flow.outdated import Outdated
    from crossread.records import Claim, Document, Extraction, Incident, Judgement, Rejection
    from crossread.weigh import Coverage, TotalCheck

PIPED_WIDTH = 100  # columns when the output is no terminal: what the documentation promises to be readable


def print_comparison(
    incidents: Sequence[Incident],
    claims: Mapping[str, Claim],
    documents: Mapping[str, Document],
    *,
    quotes: bool,
    full: bool,
    reviews: Mapping[str, Judgement] | None = None,
) -> None:
    """Incidents that several reports tell of, accounts side by side; then, as a table, those that one report alone tells of.

    With `full` the latter are shown slot by slot, too. `reviews` are what people decided, by incident; None without a store.
    """
    from crossread.terminal import legend, render_comparison, render_incidents
    from crossread.weigh import say_review

    console = _console()
    shared = [row for row in incidents if full or len({account.document_id for account in row.accounts}) > 1]
    alone = [row for row in incidents if row not in shared]
    for incident in sorted(shared, key=_day):
        console.rule(style="dim")
        review = "" if reviews is None else say_review(reviews.get(incident.id))
        console.print(render_comparison(incident, claims, documents, quotes=quotes, width=console.width, review=review))
        console.print()
    if any(len(row.accounts) > 1 for row in shared):
        console.print(legend())
    if alone or not shared:
        if shared:
            console.print("\nTold by one report only (--full shows them slot by slot):\n", style="bold")
        console.print(render_incidents(alone, width=console.width))


def _day(incident: Incident) -> tuple[date, date, int]:
    """First by day, those without one last; of one day the most told first."""
    window = incident.when
    first, last = (window.earliest, window.latest) if window else (None, None)
    return first or last or date.max, last or date.max, -len(incident.accounts)


def print_incidents(incidents: Sequence[Incident], *, total: int, reviews: Mapping[str, Judgement]) -> None:
    """The table of incidents, and how many there are when not all are shown."""
    from crossread.terminal import render_incidents

    console = _console()
    console.print(render_incidents(incidents, width=console.width, reviews=reviews))
    if len(incidents) < total:
        console.print(f"{len(incidents)} of {total} incidents; --limit shows more.", style="dim")


def print_coverage(coverage: Coverage) -> None:
    """A data set beside the reports."""
    from crossread.terminal import render_coverage

    console = _console()
    console.print(render_coverage(coverage))
    console.print()


def print_dealings(dealings: Sequence[Dealing], documents: Mapping[str, Document]) -> None:
    """Who deals with whom, report by report."""
    from crossread.terminal import render_dealings

    _console().print(render_dealings(dealings, documents))


def print_document(
    document: Document,
    extraction: Extraction,
    *,
    quotes: bool,
    unread: str | None = None,
    aside: Mapping[str, str] | None = None,
) -> None:
    """A document with its claims, or why it has none; `aside` are claims that people set aside, and why."""
    from crossread.terminal import render_document

    _console().print(render_document(document, extraction, quotes=quotes, unread=unread, aside=aside or {}))


def print_claim(claim: Claim, document: Document, *, quotes: bool, review: Judgement | None) -> None:
    """A claim slot by slot, with `quotes` also the words each value rests on; and what people decided about it."""
    from crossread.terminal import render_claim
    from crossread.weigh import say_review

    _console().print(render_claim(claim, document, quotes=quotes, review=say_review(review)))


def print_totals(checks: Sequence[TotalCheck], documents: Mapping[str, Document]) -> None:
    """Totals beside the sum of their incidents; nothing where there are none."""
    if not checks:
        return
    from crossread.terminal import render_totals

    console = _console()
    console.print()
    console.print(render_totals(checks, documents))


def print_rejections(rejections: Sequence[Rejection], *, on_error_stream: bool = True) -> None:
    """What was refused and why, on standard error unless it is what was asked for; nothing when nothing was."""
    if not rejections:
        return
    from crossread.terminal import make_console, render_rejections

    stream = sys.stderr if on_error_stream else sys.stdout
    console = make_console(stream, width=_width(stream))
    console.print(f"\n{len(rejections)} refused:")
    console.print(render_rejections(rejections))


def print_usage(extractor: object) -> None:
    """What an extractor that costs something has used, on standard error; nothing for one that costs nothing."""
    usage = getattr(extractor, "usage", None)
    if usage is not None:
        sys.stderr.write(f"{getattr(extractor, 'name', 'extractor')}: {usage().sentence()}\n")


def print_status(
    counts: Mapping[str, int], *, store: str, breaks: Sequence[str], outdated: Outdated | None, unlinked: int = 0
) -> None:
    """Numbers of rows, what waits to be read, linked or read anew, and whether the log of judgements is what was written.

    If it is not, each place where it is not.
    """
    from crossread.cli.unlinked import say_unlinked
    from crossread.terminal import render_status

    console = _console()
    console.print(f"Store {store}")
    console.print(render_status(counts))
    if counts.get("pending"):
        console.print(
            f"Pending documents have no claims yet: crossread read --pending{say_store(store)} goes on with them.", markup=False
        )
    if unlinked:
        console.print(f"{say_unlinked(unlinked, store)}.", markup=False, soft_wrap=True)
    if outdated is not None and outdated.documents:
        console.print(_say_outdated(outdated, store), markup=False)
    if not breaks:
        console.print("The log of judgements is whole.")
        return
    console.print("The log of judgements was changed from outside crossread:")
    for sentence in breaks:
        console.print(f"  {sentence}", markup=False)


def _say_outdated(outdated: Outdated, store: str) -> str:
    """How many were read by whom, and the command that reads them anew with all that it names."""
    from crossread.weigh import plural

    were = "was" if outdated.documents == 1 else "were"
    older = "an older extractor" if outdated.only_older else "an older or another extractor"
    by = "with other lists of places and actors" if outdated.only_other_lists else f"by {older}"
    makers = ", ".join(f"{name}: {count:,}" for name, count in outdated.by.items())
    return (
        f"{plural(outdated.documents, 'document')} {were} read {by} than {outdated.extractor} ({makers}) and "
        f"keep{'s' if outdated.documents == 1 else ''} what it found: crossread read --pending{say_store(store)} reads anew. "
        "Decisions go with the claims on the same words."
    )


def _console() -> Console:
    from crossread.terminal import make_console

    return make_console(width=_width(sys.stdout))


def _width(stream: object) -> int | None:
    is_terminal = getattr(stream, "isatty", bool)()
    return None if is_terminal or os.environ.get("COLUMNS", "").isdigit() else PIPED_WIDTH


def print_demo(incidents: Sequence[Incident], *, documents: int, store: str) -> None:
    """One screen: the incidents, what their accounts do not agree on, and where to go on."""
    from crossread.terminal import render_disagreements, render_incidents

    console = _console()
    console.print(f"{documents} reports on Mali, January 2019, written for crossread after public facts, say this:\n")
    shared = [row for row in incidents if len({account.document_id for account in row.accounts}) > 1]
    console.print(render_incidents(shared, width=console.width))
    if len(shared) < len(incidents):
        alone = len(incidents) - len(shared)
        console.print(f"and {alone} told by one report only, which `crossread incidents --store {store}` lists.", style="dim")
    console.print("\nWhat the accounts do not agree on:\n")
    console.print(render_disagreements(shared))
    most = max(incidents, key=lambda row: (row.independent_sources, len(row.accounts)), default=None)
    if most is not None:
        console.print("\nGo on:")
        for command, what in (
            (f"show {most.id[:12]} --quotes --store {store}", "its accounts side by side, each value with its words"),
            (f"export xlsx mali.xlsx --store {store}", "all of it as a workbook, with a manifest"),
            ("compare YOUR-FILES…", "the same for reports of your own"),
        ):
            console.print(f"  crossread {command}", style="bold")
            console.print(f"      {what}", style="dim")
