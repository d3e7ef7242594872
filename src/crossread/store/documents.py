"""Documents and the bytes they were read from."""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import islice
from typing import Any

from sqlalchemy import ColumnElement, Connection, exists, func, insert, select, update

from crossread import patterns as re
from crossread.errors import RecordError, StoreError
from crossread.records import Document, RawFile
from crossread.store.clock import now
from crossread.store.other_lists import read_with_other_lists
from crossread.store.pages import CHUNK, Reading, iter_pages
from crossread.store.set_aside import stands
from crossread.store.tables import documents, extractions, raw_files

NO_CHARACTER = re.compile("[\0\ud800-\udfff]")
# Documents a shelf remembers: linking asks for one document once for each of its claims.
SHELF = 2048
FIELDS = tuple(column for column in documents.columns if column.name not in ("number", "added_at"))


def insert_document(connection: Connection, document: Document, raw_file: RawFile | None) -> bool:
    """True if the document is new; its raw file is kept once, however many documents came from it."""
    if has_document(connection, document.id):
        return False
    _check_sayable(document)
    if raw_file is not None:
        _check_same_file(document, raw_file)
        _insert_raw_file(connection, raw_file)
    row = {column.name: getattr(document, column.name) for column in FIELDS}
    connection.execute(insert(documents), [{**row, "added_at": now()}])
    return True


def has_document(connection: Connection, document_id: str) -> bool:
    """True if the store holds the document."""
    return connection.execute(select(documents.c.number).where(documents.c.id == document_id)).first() is not None


def load_document(connection: Connection, document_id: str) -> Document:
    """The document by its full id, which must be there."""
    return _document(connection.execute(select(*FIELDS).where(documents.c.id == document_id)).one())


def load_raw_file(connection: Connection, sha256: str) -> RawFile:
    """The bytes exactly as they came in; refused if they no longer give their hash."""
    row = connection.execute(select(raw_files).where(raw_files.c.sha256 == sha256)).one()
    content = _unpacked(row)
    found = hashlib.sha256(content).hexdigest()
    if found != row.sha256:
        raise StoreError(
            "A raw file was changed inside the store.",
            where=row.name,
            expected=f"sha256 {row.sha256}",
            found=f"sha256 {found}",
            next_step="Restore the store from a backup; do not rely on this copy.",
        )
    return RawFile(sha256=row.sha256, content=content, name=row.name, media_type=row.media_type)


def iter_rows(reading: Reading, *, source: str | None, words: Any | None) -> Iterator[Document]:
    """Documents that stand, in the order they came in, a page at a time: the caller may write meanwhile."""
    query = select(documents.c.number, *FIELDS).where(stands(documents.c.id))
    if source is not None:
        query = query.where(documents.c.source == source)
    if words is not None:
        query = query.where(words)
    return (_document(row) for row in iter_pages(reading, query, documents))


def iter_pending(reading: Reading, *, made_by: str | None) -> Iterator[Document]:
    """Documents that stand, without a finished extraction by `made_by`; by anybody when it is None."""
    finished: ColumnElement[bool] = exists().where(extractions.c.document_id == documents.c.id, extractions.c.done)
    if made_by is not None:
        by_this = exists().where(
            extractions.c.document_id == documents.c.id, extractions.c.done, extractions.c.made_by == made_by
        )
        finished = by_this & ~read_with_other_lists(documents.c.id, made_by)
    query = select(documents.c.number, *FIELDS).where(~finished, stands(documents.c.id))
    return (_document(row) for row in iter_pages(reading, query, documents))


def list_read_from(connection: Connection, *, sha256: str | None, name: str | None) -> dict[str, str | None]:
    """The documents that stand and were read from these bytes, or from a file of this name: the name of each by its id.

    In the order they came in.
    """
    chosen = documents.c.sha256 == sha256 if name is None else documents.c.name == name
    query = select(documents.c.id, documents.c.name).where(chosen, stands(documents.c.id))
    return {row.id: row.name for row in connection.execute(query.order_by(documents.c.number))}


def count_pending(connection: Connection) -> int:
    """How many documents that stand have no finished extraction by anybody."""
    finished = exists().where(extractions.c.document_id == documents.c.id, extractions.c.done)
    query = select(func.count()).select_from(documents).where(~finished, stands(documents.c.id))
    return int(connection.execute(query).scalar_one())


def rewrite_naming(connection: Connection, document: Document) -> None:
    """Put the document's title, address and language in the place of those that it came with: they are no part of its id."""
    _check_sayable(document)
    change = update(documents).where(documents.c.id == document.id)
    connection.execute(change.values(title=document.title, url=document.url, language=document.language))


def find_documents(connection: Connection, document_ids: Iterable[str]) -> dict[str, Document]:
    """Those of these documents that the store holds, by id: many at once, where one at a time takes the longest."""
    found: dict[str, Document] = {}
    stream = iter(sorted(set(document_ids)))
    while chunk := list(islice(stream, CHUNK)):
        rows = connection.execute(select(*FIELDS).where(documents.c.id.in_(chunk)))
        found.update((row.id, _document(row)) for row in rows)
    return found


class DocumentShelf(Mapping[str, Document]):
    """The documents of a store by id, each loaded when it is asked for, so that none has to fit in memory at once.

    Those that were set aside are given to whoever asks by their id, and neither counted nor listed.
    """

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._load = lru_cache(maxsize=SHELF)(self._find)

    def __getitem__(self, document_id: str) -> Document:
        """The document of that id; `KeyError` if the store holds none."""
        return self._load(document_id)

    def _find(self, document_id: str) -> Document:
        with self._reading() as connection:
            row = connection.execute(select(*FIELDS).where(documents.c.id == document_id)).first()
        if row is None:
            raise KeyError(document_id)
        return _document(row)

    def __iter__(self) -> Iterator[str]:
        """The ids of all documents that stand, in the order in which they came in."""
        query = select(documents.c.id).where(stands(documents.c.id)).order_by(documents.c.number)
        with self._reading() as connection:
            found = [row.id for row in connection.execute(query)]
        return iter(found)

    def __len__(self) -> int:
        """How many documents stand in the store now."""
        query = select(func.count()).select_from(documents).where(stands(documents.c.id))
        with self._reading() as connection:
            return int(connection.execute(query).scalar_one())


def _document(row: Any) -> Document:
    return Document(**{column.name: getattr(row, column.name) for column in FIELDS})


def _insert_raw_file(connection: Connection, raw_file: RawFile) -> None:
    known = select(raw_files.c.size).where(raw_files.c.sha256 == raw_file.sha256)
    if connection.execute(known).first() is not None:
        return
    packed = zlib.compress(raw_file.content, 6)
    smaller = len(packed) < len(raw_file.content)
    row = {
        "sha256": raw_file.sha256,
        "name": raw_file.name,
        "media_type": raw_file.media_type,
        "size": len(raw_file.content),
        "codec": "zlib" if smaller else "plain",
        "content": packed if smaller else raw_file.content,
    }
    connection.execute(insert(raw_files), [row])


def _unpacked(row: Any) -> bytes:
    """The content as it came in; nothing at all where it is no longer what was packed, which then fails its hash."""
    try:
        return zlib.decompress(row.content) if row.codec == "zlib" else bytes(row.content)
    except (zlib.error, TypeError):
        return b""


def _check_same_file(document: Document, raw_file: RawFile) -> None:
    if document.sha256 != raw_file.sha256:
        raise RecordError(
            f"Document {document.id} was not read from the raw file it is given with.",
            where=raw_file.name,
            expected=f"sha256 {document.sha256}",
            found=f"sha256 {raw_file.sha256}",
        )


def _check_sayable(document: Document) -> None:
    """Refuse characters that no database keeps: half of a surrogate pair, and NUL."""
    for field in ("text", "title", "source", "external_id", "url", "name"):
        words = getattr(document, field) or ""
        broken = NO_CHARACTER.search(words)
        if broken is not None:
            raise RecordError(
                f"The {field} of document {document.id} holds a character that is none.",
                where=f"{document.name or document.id}, character {broken.start()}",
                expected="Unicode characters other than NUL and lone surrogates",
                found=f"U+{ord(broken.group()):04X}",
                next_step="Read the file again with the right encoding.",
            )
