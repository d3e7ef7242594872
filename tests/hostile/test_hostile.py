"""Files made to break a reader: each gives a document or says why not, quickly, and harms nothing."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from make_hostile import MAKERS, write_hostile

from crossread.read import ReadDocument, iter_documents, list_reasons
from crossread.read.refusal import printable
from crossread.records import Rejection

SECONDS = 10.0
ODD_PLACES = (
    *("folder.pdf", "loop", "knot.txt", "dangling.txt", "pipe.txt", "locked.txt", "missing.txt", "device", "long_name.txt"),
    *("line\nbreak.txt", "feu🔥.txt", "-dash.txt", "‮txt.fdp", "no extension", "a;b|c&d.txt", "..txt", "undecodable name"),
)
ANY_DOCUMENT = "document"

# What must come of the files whose outcome is not a matter of taste.
EXPECTED = {
    "empty.txt": "empty",
    "blank.txt": "empty",
    "mark_only.txt": "empty",
    "zero_width_only.txt": "empty",
    "fifty_megabytes.txt": "too_large",
    "six_megabytes.txt": "text_too_long",
    "nuls.txt": "not_text",
    "noise.txt": "not_text",
    "programme.exe": "not_text",
    "picture.txt": "unsupported_format",
    "rich.doc": ANY_DOCUMENT,
    **dict.fromkeys(("climbing.zip", "bomb.zip", "many_members.zip", "deep_names.zip", "odd_names.zip"), "archive_unsafe"),
    **dict.fromkeys(("lying.zip", "cut.zip", "head_only.zip", "climbing.epub"), "corrupt"),
    "locked.zip": "encrypted",
    "links.zip": "not_a_file",
    "matryoshka.zip": "unsupported_format",
    "deep.odt": "too_deep",
    "entities.odt": "unsafe_xml",
    "bomb.odt": "archive_unsafe",
    **dict.fromkeys(("many_mails.mbox", "thousandfold.epub", "braces.rtf", "odd_codepage.rtf"), ANY_DOCUMENT),
    "old_word.doc": "unsupported_format",
    "script.js": "unsupported_format",
    "utf16_le_mark.txt": ANY_DOCUMENT,
    "utf16_be.txt": ANY_DOCUMENT,
    "latin1.txt": ANY_DOCUMENT,
    "right_to_left.txt": ANY_DOCUMENT,
    "text_called.pdf": ANY_DOCUMENT,
    "text_called.docx": ANY_DOCUMENT,
    "text_called.html": ANY_DOCUMENT,
    "text_called.csv": ANY_DOCUMENT,
    "text_called.jsonl": ANY_DOCUMENT,
    "html_called.pdf": ANY_DOCUMENT,
    "html_called.txt": ANY_DOCUMENT,
    "pdf_called.txt": ANY_DOCUMENT,
    "pdf_called.html": ANY_DOCUMENT,
    "docx_called.pdf": ANY_DOCUMENT,
    "docx_called.zip": ANY_DOCUMENT,
    "jsonl_called.txt": ANY_DOCUMENT,
    "csv_called.txt": ANY_DOCUMENT,
    "atom_called.json": ANY_DOCUMENT,
    "nested_tags.html": "too_deep",
    "nested_tables.html": "too_deep",
    "menus_only.html": "no_main_text",
    "menus_without_nav.html": "no_main_text",
    "scripts_only.html": "no_main_text",
    "comments_only.html": "no_main_text",
    "many_links.html": "no_main_text",
    "frames.html": "no_main_text",
    "deep.eml": "too_deep",
    "forwarded_deep.eml": "too_deep",
    "many_parts.eml": "too_deep",
    "no_boundary.eml": "empty",
    "no_body.eml": "empty",
    "nuls.eml": "not_text",
    "cut.eml": ANY_DOCUMENT,
    "no_charset.eml": ANY_DOCUMENT,
    "odd_sender.eml": ANY_DOCUMENT,
    "odd_date.eml": ANY_DOCUMENT,
    "many_lines.eml": ANY_DOCUMENT,
    "entity_bomb.xml": "unsafe_xml",
    "quadratic.xml": "unsafe_xml",
    "external_entity.xml": "unsafe_xml",
    "utf16_bomb.xml": "unsafe_xml",
    "no_entries.xml": "no_entries",
    "other_xml.xml": "unsupported_format",
    "cut.pdf": "corrupt",
    "locked.pdf": "encrypted",
    "pictures.pdf": "no_text_layer",
    "no_pages.pdf": "corrupt",
    "blank_page.pdf": "empty",
    "many_pages.pdf": "too_many_pages",
    "cut.docx": "corrupt",
    "climbing.docx": "archive_unsafe",
    "absolute.docx": "archive_unsafe",
    "drive.docx": "archive_unsafe",
    "bomb.docx": "archive_unsafe",
    "big_bomb.docx": "archive_unsafe",
    "many_parts.docx": "archive_unsafe",
    "lying.docx": "corrupt",
    "entities.docx": "unsafe_xml",
    "workbook.docx": "empty",  # a workbook by another name is read as one, and this one has no rows
    "header_only.csv": "empty",
    "empty_array.json": "empty",
    "no_header.csv": "no_text_column",
    "deep_array.json": "too_deep",
    "folder.pdf": "folder_empty",
    "loop": "symlink_loop",
    "knot.txt": "symlink_loop",
    "dangling.txt": "not_found",
    "missing.txt": "not_found",
    "pipe.txt": "not_a_file",
    "device": "not_a_file",
    **dict.fromkeys(ODD_PLACES[9:], ANY_DOCUMENT),
}

# Documents and bad rows of tables in which only some rows are bad.
ROWS = {
    "bad_lines.jsonl": (2, 6),
    "bad_dates.jsonl": (1, 3),
    "half_characters.jsonl": (1, 2),
    "nul_in_text.jsonl": (1, 1),
    "latin1_line.jsonl": (2, 1),
    "deep_line.jsonl": (2, 1),
    "huge_number.jsonl": (1, 1),
    "huge_text.jsonl": (1, 1),
    "array.json": (2, 2),
    "nuls.csv": (9, 1),
    "huge_cell.csv": (1, 1),
    "open_quote.csv": (50, 1),
    "uneven.csv": (1, 2),
    "carriage_returns.csv": (2, 0),
    "entry_without_text.xml": (1, 1),
    "odd_name.eml": (2, 0),
    "twice.zip": (1, 1),
    "many_mails.mbox": (300, 0),
}


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Path]]:
    paths = write_hostile(tmp_path_factory.mktemp("hostile"))
    yield paths
    paths["locked.txt"].chmod(0o600)


@pytest.mark.parametrize("name", [*MAKERS, *ODD_PLACES], ids=printable)
def test_gives_documents_or_says_why_not(hostile: dict[str, Path], name: str) -> None:
    """Every hostile file is answered in time, with documents or with rejections that name it and say what to do."""
    start = time.monotonic()
    results = list(iter_documents([hostile[name]]))
    assert time.monotonic() - start < SECONDS
    assert results, "nothing may vanish"
    for result in results:
        _check_result(result, printable(str(hostile[name])))
    found = {result.reason if isinstance(result, Rejection) else ANY_DOCUMENT for result in results}
    if name in EXPECTED:
        assert found == {EXPECTED[name]}
    if name in ROWS:
        documents = sum(isinstance(result, ReadDocument) for result in results)
        assert (documents, len(results) - documents) == ROWS[name]


def test_all_together_lose_nothing(hostile: dict[str, Path], tmp_path: Path) -> None:
    """A good file among bad ones is read, whichever comes before and after it."""
    good = tmp_path / "good.html"
    good.write_text("<html><body><article><p>Two soldiers were hurt by a mine near Léré on Monday.</p></article></body></html>")
    bad = [hostile[name] for name in ("cut.pdf", "nested_tags.html", "pipe.txt", "bomb.docx")]
    results = list(iter_documents([bad[0], good, *bad[1:], good]))
    assert sum(isinstance(result, ReadDocument) for result in results) == 2
    assert sum(isinstance(result, Rejection) for result in results) == len(bad)


def test_there_are_enough_of_them() -> None:
    """The set keeps its size: at least sixty files."""
    assert len(MAKERS) + len(ODD_PLACES) >= 60


def _check_result(result: ReadDocument | Rejection, name: str) -> None:
    if isinstance(result, ReadDocument):
        document = result.document
        assert any(map(str.isalnum, document.text))
        assert "\x00" not in document.text
        document.text.encode("utf-8")
        assert document.sha256 == result.raw_file.sha256
        return
    assert result.step == "read"
    assert result.subject.startswith(name)
    assert name in result.message
    assert result.reason in list_reasons()
    advice = result.message.rstrip().rsplit("\n", 1)[-1]
    assert advice.startswith("  ")
    assert not advice.strip().startswith(("where:", "expected:", "found:"))
