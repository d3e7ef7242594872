"""Runs the steps in this process: one reader, one writer."""

from __future__ import annotations

import gc
import time
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

from crossread.config import Settings
from crossread.extract import is_row
from crossread.flow.bench import Bench, Item, Recipe
from crossread.flow.crew import gather_crew
from crossread.flow.document_steps import iter_unread
from crossread.flow.progress import OnProgress, ProgressEvent, ReadReport
from crossread.flow.steps import DOCUMENT_STEPS, Step, iter_through
from crossread.flow.tools import check_policy, make_extractor, make_normalizer
from crossread.read import OwnFiles, ReadOptions
from crossread.read.garbled import describe_garbling
from crossread.read.text import find_unread_day
from crossread.records import Document, Rejection
from crossread.store import Store, open_store


def run_read(
    paths: Iterable[str | Path],
    *,
    settings: Settings,
    options: ReadOptions | None = None,
    on_progress: OnProgress | None = None,
) -> ReadReport:
    """Read files and folders into the store of the settings and extract their claims; run again, it adds nothing.

    Documents that an earlier run left without claims are continued first. Without `paths` those of the settings are read.
    """
    with open_store(settings.store) as store:
        bench = make_bench(store, settings, options=options)
        return read_into(bench, list(paths) or settings.paths, on_progress=on_progress)


MOST_NAMED = 20  # documents without a day of publication that a report calls by name
WARM = 16  # items after which everything that is loaded at first use has been used


def make_bench(store: Store, settings: Settings, *, options: ReadOptions | None = None) -> Bench:
    """The tools that the settings name, loaded. A policy that is not there is refused now, not after hours of reading."""
    check_policy(settings)
    extractor, normalizer = make_extractor(settings), make_normalizer(settings)
    return Bench(
        store=store,
        extractor=extractor,
        normalizer=normalizer,
        options=options or ReadOptions(language=settings.language),
        recipe=Recipe(settings=settings, extractor=extractor, normalizer=normalizer),
    )


def read_into(bench: Bench, paths: Iterable[str | Path], *, on_progress: OnProgress | None = None) -> ReadReport:
    """The same with a store and tools that are already open. What crossread wrote into a folder is left out, and told of."""
    bench = replace(bench, own=OwnFiles(store=bench.store.where))
    return _run(DOCUMENT_STEPS, paths, bench, on_progress)


def extract_pending(bench: Bench, *, on_progress: OnProgress | None = None) -> ReadReport:
    """Have every document of the store read that its extractor has not read: it failed on it, or is a new version."""
    return _run(DOCUMENT_STEPS[1:], iter_unread(bench), bench, on_progress)


def take_in(bench: Bench, items: Iterable[Item], *, on_progress: OnProgress | None = None) -> ReadReport:
    """Extract and keep documents that were read elsewhere, such as an upload."""
    return _run(DOCUMENT_STEPS[1:], items, bench, on_progress)


def _run(steps: tuple[Step, ...], source: Iterable[Any], bench: Bench, on_progress: OnProgress | None) -> ReadReport:
    """The steps over the source, with a crew of further processes where there is enough to do for one."""
    with gather_crew(bench) as crew:
        bench = replace(bench, crew=crew)
        return _watch(iter_through(steps, source, bench), bench, on_progress)


def _watch(items: Iterator[Item], bench: Bench, on_progress: OnProgress | None) -> ReadReport:
    """Count what comes out of the last step, and tell whoever wants to know."""
    started, report = time.monotonic(), ReadReport()
    for number, item in enumerate(items):
        if number == WARM:
            _leave_what_stays()
        report = replace(_counted(report, item), seconds=time.monotonic() - started)
        if on_progress is not None:
            on_progress(_event(report, item))
    pending = bench.store.counts().pending
    return replace(report, pending=pending, own_files=tuple(bench.own.left_out), seconds=time.monotonic() - started)


@cache
def _leave_what_stays() -> None:
    """Once a process: what is loaded by now stays, and searching it for garbage takes a twentieth of the time."""
    gc.collect()
    gc.freeze()


def _counted(report: ReadReport, item: Item) -> ReadReport:
    if isinstance(item, Rejection):
        return replace(report, rejected=report.rejected + 1)
    if item.is_own:
        return replace(report, own=report.own + 1)
    claims = report.claims + (len(item.extraction.claims) if item.extraction else 0)
    if not item.known:
        if claims > report.claims and item.document.published is None and not is_row(item.document):
            report = _with_undated(report, item.document)
        if claims > report.claims and not item.document.source and not is_row(item.document):
            report = _with_unsourced(report, item.document)
        if item.twin:
            first = (*report.twins_first, item.twin) if len(report.twins_first) < MOST_NAMED else report.twins_first
            edited = report.edited + item.twin.edited
            report = replace(report, twins=report.twins + 1, twins_first=first, edited=edited)
        if len(report.garbled) < MOST_NAMED and (told := describe_garbling(item.document.text)):
            report = replace(report, garbled=(*report.garbled, (item.document.name or item.document.id, told)))
        return replace(report, new=report.new + 1, claims=claims)
    if item.raw_file is None:
        return replace(report, continued=report.continued + 1, claims=claims)
    if item.set_aside:
        report = replace(report, set_aside=(*report.set_aside, (item.document.name or item.document.id, item.document.id)))
    if len(report.known_first) < MOST_NAMED:
        report = replace(report, known_first=(*report.known_first, item.document.name or item.document.id))
    return replace(report, known=report.known + 1, claims=claims)


def _with_undated(report: ReadReport, document: Document) -> ReadReport:
    names = report.undated_first
    if len(names) < MOST_NAMED:
        name = document.name or document.title
        unread = find_unread_day(document.text)
        why = f", whose line “{unread}” tells no day" if unread else ""
        names = (*names, f"{name} ({document.id}{why})" if name else f"{document.id}{why}")
    return replace(report, undated=report.undated + 1, undated_first=names)


def _with_unsourced(report: ReadReport, document: Document) -> ReadReport:
    names = report.unsourced_first
    if len(names) < MOST_NAMED:
        name = document.name or document.title
        names = (*names, f"{name} ({document.id})" if name else document.id)
    return replace(report, unsourced=report.unsourced + 1, unsourced_first=names)


def _event(report: ReadReport, item: Item) -> ProgressEvent:
    rejection = item if isinstance(item, Rejection) else None
    document = None if isinstance(item, Rejection) else item.document
    own = not isinstance(item, Rejection) and item.is_own
    return ProgressEvent(
        step=rejection.step if rejection else "store",
        subject=rejection.subject if rejection else (document.name or document.id) if document else "",
        documents=report.new + report.known + report.continued,
        claims=report.claims,
        rejected=report.rejected,
        seconds=report.seconds,
        document_id=document.id if document and not own else None,
        known=not isinstance(item, Rejection) and item.known and item.raw_file is not None,
        rejection=rejection,
        is_own=own,
    )
