"""Mailboxes: every mail in them is a report of its own, and a bad one costs only itself."""

from __future__ import annotations

import mailbox
from datetime import date
from email.message import EmailMessage
from pathlib import Path

import pytest

from crossread.read import ReadDocument, iter_documents, read_bytes
from crossread.records import Document, Rejection

BODY = "Two soldiers were hurt by a mine near Léré on Monday.\n"


def mail(number: int, body: str = BODY) -> EmailMessage:
    """A mail of the desk, sent on that day of March 2021."""
    message = EmailMessage()
    message["From"], message["Subject"] = f"Desk {number} <desk@example.org>", f"Report {number}"
    message["Date"] = f"{number} Mar 2021 10:00:00 +0000"
    message.set_content(body)
    return message


def write(path: Path, *mails: EmailMessage) -> bytes:
    """The mailbox as the standard library writes it."""
    box = mailbox.mbox(path)
    for message in mails:
        box.add(message)
    box.close()
    return path.read_bytes()


def documents(found: list[object]) -> list[Document]:
    return [row.document for row in found if isinstance(row, ReadDocument)]


def test_every_mail_is_a_report(tmp_path: Path) -> None:
    """Sender, subject and day are those of each mail; its bytes are kept alone, so that its hash proves them."""
    content = write(tmp_path / "inbox.mbox", mail(1), mail(2), mail(3))
    found = list(iter_documents(tmp_path / "inbox.mbox"))
    told = [(row.source, row.title, row.published, row.reader) for row in documents(found)]
    assert told == [(f"Desk {n}", f"Report {n}", date(2021, 3, n), "email@1") for n in (1, 2, 3)]
    assert [row.document.name for row in found] == [str(tmp_path / f"inbox.mbox/{n}.eml") for n in (1, 2, 3)]
    assert all(row.raw_file.content in content for row in found)


def test_lines_that_begin_with_from(tmp_path: Path) -> None:
    """A sentence "From …" parts no mail in two, and the guard that a mailbox puts before it is taken off again."""
    words = "Gunmen came.\n\nFrom the hills at 10:30 on 3 May 2021\nthey fired.\n"
    write(tmp_path / "inbox.mbox", mail(1, words), mail(2))
    first, second = documents(list(iter_documents(tmp_path / "inbox.mbox")))
    assert first.text.strip() == words.strip()
    assert second.title == "Report 2"
    unguarded = (tmp_path / "inbox.mbox").read_bytes().replace(b">From", b"From")
    assert [row.text.strip() for row in documents(list(read_bytes(unguarded, name="box")))] == [words.strip(), BODY.strip()]


@pytest.mark.parametrize("line", [b"From - Mon Mar 22 23:30:00 2021", b"From 169@xxx Mon Mar 22 04:30:00 +0000 2021"])
@pytest.mark.parametrize("newline", [b"\n", b"\r\n"])
def test_mailboxes_of_other_programs(line: bytes, newline: bytes) -> None:
    """Thunderbird and Google write the line between mails in their own ways, with either line break."""
    one = line + b"\n" + mail(1).as_bytes() + b"\n"
    found = list(read_bytes((one + one.replace(b"Report 1", b"Report 2")).replace(b"\n", newline), name="All mail"))
    assert [row.title for row in documents(found)] == ["Report 1", "Report 2"]


def test_a_bad_mail_costs_only_itself(tmp_path: Path) -> None:
    """It is refused by its number, and those around it are read."""
    content = write(tmp_path / "inbox.mbox", mail(1), mail(2, "\n"), mail(3))
    found = list(read_bytes(content, name="inbox.mbox"))
    assert [row.title for row in documents(found)] == ["Report 1", "Report 3"]
    (refused,) = [row for row in found if isinstance(row, Rejection)]
    assert (refused.subject, refused.reason) == ("inbox.mbox/2.eml", "empty")


@pytest.mark.parametrize(
    "text",
    [
        "From Gao, 22 March 2021 10:00\n\nTwo soldiers were hurt.\n",
        "From the front at 10:00 on 3 May 2021\nsix came back.\n",
        "From: the front\nDate: 22 March 2021\n\nSix came back.\n",
    ],
)
def test_texts_that_begin_with_from_are_no_mailbox(text: str) -> None:
    """Without a head of a mail behind it, such a line is the first of a text."""
    (found,) = read_bytes(text.encode(), name="notes.txt")
    assert isinstance(found, ReadDocument)
    assert found.document.reader == "text@1"
