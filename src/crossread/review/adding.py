"""Reports that are pasted or dropped on the desk: read as any file is, candidates seen within seconds."""

from __future__ import annotations

import tempfile
import threading
from dataclasses import replace
from pathlib import Path
from typing import Annotated

from fastapi import APIRouter, File, Form, Request, UploadFile
from fastapi.responses import HTMLResponse

from crossread.errors import ReadError, RecordError
from crossread.flow import make_bench, read_into
from crossread.flow.bench import Bench
from crossread.flow.progress import ProgressEvent
from crossread.flow.selecting import corrected_extraction
from crossread.languages import LANGUAGE_CODES
from crossread.read import ReadOptions
from crossread.records import Rejection
from crossread.review.deciding import derive
from crossread.review.rendering import render, store_of
from crossread.review.selection import parse_day

router = APIRouter(include_in_schema=False)
LARGEST = 50_000_000  # bytes of one upload
MOST_NOTES = 20  # about columns and days of tables that were handed in
READING = threading.Lock()  # one reader, one writer


@router.get("/add", response_class=HTMLResponse)
def form(request: Request) -> HTMLResponse:
    """Where reports are handed in."""
    return render(request, "add.html", {"done": None})


@router.post("/add", response_class=HTMLResponse)
def add(
    request: Request,
    text: Annotated[str, Form()] = "",
    title: Annotated[str, Form()] = "",
    source: Annotated[str, Form()] = "",
    published: Annotated[str, Form()] = "",
    language: Annotated[str, Form()] = "",
    files: Annotated[list[UploadFile] | None, File()] = None,
) -> HTMLResponse:
    """Read what was handed in and show what came of it."""
    options = ReadOptions(
        source=source.strip() or None,
        published=parse_day("published", published) if published else None,
        language=_parse_language(language),
        bare_names=True,
    )
    given = [file for file in files or [] if file.filename]
    if not given and not text.strip():
        raise ReadError("Nothing was handed in.", reason="empty", where="the form", next_step="Paste a text or choose a file.")
    with tempfile.TemporaryDirectory() as scratch, READING:
        paths = [_kept(Path(scratch), i, file) for i, file in enumerate(given)]
        if text.strip():
            pasted = Path(scratch) / "pasted text.txt"
            head = f"---\nTitle: {title.strip()}\n---\n\n" if title.strip() else ""
            pasted.write_text(head + text.replace("\r\n", "\n"), encoding="utf-8")
            paths.append(pasted)
        done = _read(request, paths, options)
    return render(request, "add.html", {"done": done})


def _parse_language(told: str) -> str | None:
    """The code of two letters, None where the field was left empty: then each report's words tell it."""
    code = told.strip().lower()
    if code and code not in LANGUAGE_CODES:
        raise RecordError(
            "There is no such language.",
            expected="a code of two letters (en), or nothing",
            found=repr(told),
            next_step="Leave the field empty to have the language found out.",
        )
    return code or None


def _kept(folder: Path, number: int, file: UploadFile) -> Path:
    """The upload in a folder of its own under its own last name, however long a path it came with."""
    home = folder / str(number)
    home.mkdir()
    name = Path((file.filename or "report").replace("\\", "/")).name[-120:] or "report"
    content = file.file.read(LARGEST + 1)
    if len(content) > LARGEST:
        raise ReadError(
            "The file is too large for the desk.",
            reason="too_large",
            where=name,
            expected="50 MB at most",
            next_step="Read it with crossread read.",
        )
    path = home / name
    path.write_bytes(content)
    return path


def _read(request: Request, paths: list[Path], options: ReadOptions) -> dict[str, object]:
    store = store_of(request)
    found: list[str] = []
    known: set[str] = set()
    refused: list[Rejection] = []

    def watch(event: ProgressEvent) -> None:
        if event.rejection:
            refused.append(event.rejection)
        elif event.document_id:
            found.append(event.document_id)
            if event.known:
                known.add(event.document_id)

    bench = replace(bench_of(request), options=options)
    report = read_into(bench, paths, on_progress=watch)
    derive(request)
    documents = [store.get_document(name) for name in dict.fromkeys(found)]
    old, new = [row for row in documents if row.id in known], [row for row in documents if row.id not in known]
    claims = {row.id: corrected_extraction(store, row.id)[1].claims for row in documents}
    counted = {"report": report, "incidents": store.count_incidents(), "aside": store.amendments.find_all(known)}
    counted["notes"] = options.list_notes()[-MOST_NOTES:]
    return {**counted, "documents": new, "known": old, "claims": claims, "refused": refused}


def bench_of(request: Request) -> Bench:
    """The reader, loaded at the first report: looking needs none."""
    state = request.app.state
    if not hasattr(state, "bench"):
        state.bench = make_bench(store_of(request), state.settings)
    bench: Bench = state.bench
    return bench
