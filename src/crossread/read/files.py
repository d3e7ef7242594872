"""Bytes -> documents: each file is recognised, read within limits, and gives documents or the reason why not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from crossread.errors import ReadError
from crossread.read.choose import choose_reader, take_sample
from crossread.read.document import Origin, build_document
from crossread.read.isolate import PARSER
from crossread.read.options import ReadOptions
from crossread.read.own_files import OwnFiles
from crossread.read.refusal import printable, refusal, to_rejection
from crossread.read.report import BadRow, Enclosed, Item, Reader, Report
from crossread.read.walk import FoundFile, iter_files
from crossread.records import Document, RawFile, Rejection


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadDocument:
    """A document with the file it was read from. Documents of one table share its file."""

    document: Document
    raw_file: RawFile


ReadResult = ReadDocument | Rejection


def iter_documents(
    paths: Iterable[str | Path], *, options: ReadOptions | None = None, own: OwnFiles | None = None
) -> Iterator[ReadResult]:
    """Every document in the named files and folders, and a rejection for whatever could not be read, in the order of names.

    One path alone will do. `-` is standard input. Folders are read with all that is in them, hidden files excepted and exports
    of crossread, which `own` names afterwards. One bad file or row loses nothing else.
    """
    options = options or ReadOptions()
    named = [paths] if isinstance(paths, (str, Path)) else paths
    for found in iter_files(named, own=own, rows=options.shape is not None):
        if isinstance(found, Rejection):
            yield found
        else:
            yield from _read_found(found, options)


def read_bytes(content: bytes, *, name: str, options: ReadOptions | None = None) -> Iterator[ReadResult]:
    """The documents in these bytes, as if they were the content of a file called `name`.

    Files within it (of a ZIP archive, attached to a mail) are read, too, each with its own bytes, down to the limit of depth.
    """
    yield from _read_bytes(content, printable(name), options or ReadOptions(), depth=0)


def _read_bytes(content: bytes, shown: str, options: ReadOptions, *, depth: int) -> Iterator[ReadResult]:
    try:
        reader_name, reader = _choose(content[: options.limits.head_bytes], shown, options)
        _check_size(len(content), reader, options)
    except ReadError as error:
        yield to_rejection(error, subject=shown)
        return
    raw_file = RawFile.from_bytes(content, name=shown, media_type=reader.media_type)
    for item in _read_raw(raw_file, reader_name, reader, options):
        if isinstance(item, Enclosed):
            yield from _read_enclosed(item, raw_file, options, depth=depth + 1)
        else:
            yield item


def read_text(
    text: str,
    *,
    title: str | None = None,
    source: str | None = None,
    published: date | None = None,
    language: str | None = None,
    external_id: str | None = None,
) -> Document:
    """The document for a text in hand, which stays exactly as given: offsets into it are offsets into `text`.

    Without `published` the dateline is looked for, without `language` the language is found out. Raises `ReadError` for a
    text that is blank, too long or cannot be stored.
    """
    options = ReadOptions(source=source, published=published, language=language)
    report = Report(text=text, title=title, external_id=external_id)
    return build_document(report, Origin(name=None, sha256=None, reader="text@1"), options)


def _read_found(found: FoundFile, options: ReadOptions) -> Iterator[ReadResult]:
    if options.bare_names and found.path is not None:
        found = replace(found, name=found.path.name)
    try:
        content = _load(found, options)
    except ReadError as error:
        yield to_rejection(error, subject=found.name)
        return
    except OSError as error:
        yield to_rejection(refusal("unreadable", where=found.name, found=error.strerror), subject=found.name)
        return
    yield from read_bytes(content, name=found.name, options=options)


def _load(found: FoundFile, options: ReadOptions) -> bytes:
    """The bytes of a file; of one that is too large, no more than show that it is."""
    limits = options.limits
    if found.path is None:
        return found.read(limits.table_bytes + 1)
    size = found.path.stat().st_size
    if size > limits.file_bytes:
        _, reader = _choose(found.read(limits.head_bytes), found.name, options)
        _check_size(size, reader, options)
    return found.read(limits.table_bytes + 1)


def _choose(head: bytes, name: str, options: ReadOptions) -> tuple[str, Reader]:
    if not head.strip():
        raise refusal("empty", found=f"{len(head)} bytes, all blank")
    return choose_reader(take_sample(head, name=name), options)


def _check_size(size: int, reader: Reader, options: ReadOptions) -> None:
    most = options.limits.table_bytes if reader.is_table else options.limits.file_bytes
    if size > most:
        raise refusal("too_large", expected=f"at most {most:,} bytes", found=f"{size:,} bytes")


def _read_enclosed(item: Enclosed, around: RawFile, options: ReadOptions, *, depth: int) -> Iterator[ReadResult]:
    name = printable(f"{around.name}/{item.name}")
    if depth > options.limits.files_within:
        expected = f"at most {options.limits.files_within} files around it"
        yield to_rejection(refusal("too_deep", expected=expected, found="one more"), subject=name)
    else:
        yield from _read_bytes(item.content, name, options, depth=depth)


def _read_raw(raw_file: RawFile, reader_name: str, reader: Reader, options: ReadOptions) -> Iterator[ReadResult | Enclosed]:
    found_any = False
    try:
        for item in _iter_items(raw_file, reader_name, reader, options):
            found_any = True
            yield item if isinstance(item, Enclosed) else _finish(item, raw_file, reader_name, options)
        if not found_any:
            raise refusal("empty", found="no rows")
    except ReadError as error:
        yield to_rejection(error, subject=raw_file.name, sha256=raw_file.sha256)
    except RecursionError:
        yield to_rejection(refusal("too_deep"), subject=raw_file.name, sha256=raw_file.sha256)


def _iter_items(raw_file: RawFile, reader_name: str, reader: Reader, options: ReadOptions) -> Iterable[Item]:
    if reader.isolated:
        return PARSER.parse(raw_file, reader_name, options)
    return reader.read(raw_file, options)


def _finish(item: Report | BadRow, raw_file: RawFile, reader_name: str, options: ReadOptions) -> ReadResult:
    name = f"{raw_file.name}:{item.line}" if item.line else raw_file.name
    if isinstance(item, BadRow):
        subject = f"{raw_file.name}/{printable(item.within)}" if item.within else name
        return to_rejection(item.error, subject=subject, sha256=raw_file.sha256)
    try:
        document = build_document(item, Origin(name=name, sha256=raw_file.sha256, reader=reader_name), options)
    except ReadError as error:
        return to_rejection(error, subject=name, sha256=raw_file.sha256)
    return ReadDocument(document=document, raw_file=raw_file)
