"""Zipped folders: members are read as files of the folder; what could do harm is refused before it is unpacked."""

from __future__ import annotations

import zipfile
from io import BytesIO
from pathlib import Path
from typing import Any

import docx
import pytest

from crossread.read import Limits, ReadDocument, ReadOptions, iter_documents, read_bytes
from crossread.records import Rejection

SENTENCE = "Two soldiers were hurt by a mine near Léré on Monday."
ACLED = "event_id_cnty,event_date,event_type,country,location,fatalities\nMLI1,2019-01-25,Battles,Mali,Gao,2\n"


def archive(members: dict[str, bytes | str], **kept: Any) -> bytes:
    """A ZIP archive of these members, packed."""
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", kept.get("compression", zipfile.ZIP_DEFLATED)) as packed:
        for name, content in members.items():
            packed.writestr(name, content)
    return buffer.getvalue()


def word() -> bytes:
    """A Word file with the sentence."""
    paper, buffer = docx.Document(), BytesIO()
    paper.add_paragraph(SENTENCE)
    paper.save(buffer)
    return buffer.getvalue()


def read(content: bytes, name: str = "reports.zip", **given: Any) -> tuple[list[str], dict[str, str]]:
    """Names of the documents, and what was refused for which reason."""
    found = list(read_bytes(content, name=name, options=ReadOptions(**given)))
    refused = {row.subject: row.reason for row in found if isinstance(row, Rejection)}
    return [str(row.document.name) for row in found if isinstance(row, ReadDocument)], refused


def test_members_are_read_like_the_files_of_a_folder(tmp_path: Path) -> None:
    """Every kind of file, in the order of names, with its own bytes and hash; what systems leave is passed over."""
    members = {
        "week 3/b.docx": word(),
        "week 3/a.txt": SENTENCE,
        "c.csv": f"text,source\n{SENTENCE},Wire\n",
        "__MACOSX/._c.csv": "x",
        "week 3/.DS_Store": "x",
        "week 3/empty/": "",
    }
    (tmp_path / "reports.zip").write_bytes(archive(members))
    found = list(iter_documents(tmp_path / "reports.zip"))
    names = ["c.csv:2", "week 3/a.txt", "week 3/b.docx"]
    assert [row.document.name for row in found] == [str(tmp_path / "reports.zip" / name) for name in names]
    assert [row.document.reader for row in found] == ["csv@1", "text@1", "docx@1"]
    assert found[1].raw_file.content == SENTENCE.encode()
    assert found[1].document.sha256 == found[1].raw_file.sha256


def test_a_folder_of_word_files_that_were_not_packed_again() -> None:
    """The parts of the first one stand at the beginning of the archive, which is no Word file for that."""
    assert read(archive({"a.docx": word(), "b.docx": word()}, compression=zipfile.ZIP_STORED)) == (
        ["reports.zip/a.docx", "reports.zip/b.docx"],
        {},
    )
    assert read(archive({"word/a.txt": SENTENCE}))[0] == ["reports.zip/word/a.txt"]


def test_a_word_file_stays_one() -> None:
    """Also under another name."""
    assert read(word(), "report.docx") == (["report.docx"], {})
    assert read(word(), "report.zip") == (["report.zip"], {})


def test_a_damaged_document_is_refused_as_one() -> None:
    """In an archive and alone, it is not taken for an archive of reports."""
    bad = b"PK\x03\x04garbage"
    assert read(archive({"a.docx": bad, "b.txt": SENTENCE})) == (["reports.zip/b.txt"], {"reports.zip/a.docx": "corrupt"})
    assert read(archive({"readme.txt": SENTENCE}), "report.docx") == ([], {"report.docx": "unsupported_format"})


def test_a_bad_member_costs_only_itself() -> None:
    """A picture, a damaged member, a link and an archive within are refused by name; the rest is read."""
    link = zipfile.ZipInfo("link.txt")
    link.external_attr = 0o120777 << 16
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as packed:
        packed.writestr("a.txt", SENTENCE)
        packed.writestr("bad.txt", "These words will be changed.")
        packed.writestr("inner.zip", archive({"d.txt": SENTENCE}))
        packed.writestr(link, "/etc/passwd")
        packed.writestr("road.png", b"\x89PNG\r\n\x1a\n")
        packed.writestr("z.txt", SENTENCE + " Three more.")
    names, refused = read(buffer.getvalue().replace(b"will be changed", b"were tampered!!"))
    assert names == ["reports.zip/a.txt", "reports.zip/z.txt"]
    assert refused == {
        "reports.zip/bad.txt": "corrupt",
        "reports.zip/inner.zip": "unsupported_format",
        "reports.zip/link.txt": "not_a_file",
        "reports.zip/road.png": "unsupported_format",
    }


@pytest.mark.parametrize(
    "name", ["../out.txt", "/etc/out.txt", "C:/out.txt", "a/../../out.txt", "..\\out.txt", "a/" * 300 + "x.txt"]
)
def test_an_archive_that_points_outside_is_refused(name: str) -> None:
    """Nothing is written to disk anyway; but who packs such a name means harm, and nothing of it is read."""
    assert read(archive({"a.txt": SENTENCE, name: SENTENCE})) == ([], {"reports.zip": "archive_unsafe"})


def test_bombs_are_refused_before_they_are_unpacked() -> None:
    """A member that unpacks a thousandfold, too many members, or too much of them."""
    assert read(archive({"a.txt": SENTENCE, "b.txt": b"\0" * 20_000_000})) == ([], {"reports.zip": "archive_unsafe"})
    few = {name: getattr(Limits.default(), name) for name in Limits.__dataclass_fields__}
    two = archive({"a.txt": SENTENCE, "b.txt": SENTENCE, "c.txt": SENTENCE})
    assert read(two, limits=Limits(**{**few, "folder_members": 2})) == ([], {"reports.zip": "archive_unsafe"})
    assert read(two, limits=Limits(**{**few, "folder_bytes": 100})) == ([], {"reports.zip": "archive_unsafe"})


def test_what_holds_nothing_or_is_cut_off() -> None:
    """Each says so."""
    assert read(archive({".hidden": "x"})) == ([], {"reports.zip": "folder_empty"})
    assert read(archive({"a.txt": SENTENCE * 50})[:-40]) == ([], {"reports.zip": "corrupt"})


def test_data_sets_and_chats_as_they_are_downloaded() -> None:
    """A table in an archive is read with --as, and a chat is called as its archive is."""
    assert read(archive({"ged.csv": ACLED}), shape="acled")[0] == ["reports.zip/ged.csv:2"]
    chat = f"[22/03/2021, 10:00:00] Desk: {SENTENCE}\n[22/03/2021, 10:01:00] Desk: {SENTENCE}\n"
    found = list(read_bytes(archive({"_chat.txt": chat}), name="WhatsApp Chat - Gao Desk.zip"))
    assert [row.document.source for row in found if isinstance(row, ReadDocument)] == ["Gao Desk", "Gao Desk"]


def test_what_goes_with_a_page_or_a_telegram_export() -> None:
    """Folders of scripts and pictures are told once, not file by file."""
    page = f"<html><body><p>{SENTENCE} The road was closed, and an inquiry was opened by the army.</p></body></html>"
    saved = {"page.html": page, "page_files/a.js": "x", "page_files/b.js": "y"}
    assert read(archive(saved)) == (["reports.zip/page.html"], {"reports.zip/page_files": "page_assets"})
    names, refused = read(archive({"x/result.json": "{}", "x/photos/a.jpg": "x", "x/photos/b.jpg": "x"}))
    assert (names, refused["reports.zip/x"]) == ([], "export_assets")
