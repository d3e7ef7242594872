"""Mails: the body is the text, the head says who, when and what about; nothing attached goes unseen."""

from __future__ import annotations

from datetime import date
from email.message import EmailMessage
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText

import pytest

from crossread.read import ReadDocument, read_bytes
from crossread.records import Document, Rejection

BODY = "Two soldiers were hurt by a mine near Léré on Monday, the army said.\nThe road was closed until evening.\n"
PAGE = f"<html><body><p>{BODY.splitlines()[0]}</p><p>It was the third.</p></body></html>"


def mail(body: str = BODY, **head: str) -> EmailMessage:
    """A mail of the Sahel Risk Desk; `head` changes its lines."""
    told = {"From": "Sahel Risk Desk <desk@example.org>", "To": "list@example.org", "Subject": "Mine near Léré"}
    message = EmailMessage()
    for name, value in {**told, "Date": "Mon, 22 Mar 2021 23:30:00 -0500", **head}.items():
        message[name] = value
    message.set_content(body)
    return message


def read(message: EmailMessage | MIMEMultipart | bytes, name: str = "report.eml") -> tuple[Document, list[Rejection]]:
    """The document and what was refused beside it."""
    found = list(read_bytes(message if isinstance(message, bytes) else message.as_bytes(), name=name))
    (document,) = [row.document for row in found if isinstance(row, ReadDocument)]
    return document, [row for row in found if isinstance(row, Rejection)]


@pytest.mark.parametrize("encoding", ["quoted-printable", "base64", "8bit"])
@pytest.mark.parametrize("charset", ["utf-8", "iso-8859-1", "windows-1252"])
def test_head_and_body_of_a_mail(encoding: str, charset: str) -> None:
    """Sender, subject and day come from the head, the text from the body, however it is encoded."""
    message = mail()
    message.set_content(BODY, charset=charset, cte=encoding)
    document, refused = read(message)
    assert document.text.strip() == BODY.strip()
    assert (document.source, document.title, document.published) == ("Sahel Risk Desk", "Mine near Léré", date(2021, 3, 22))
    assert (document.published_from, document.reader, refused) == ("metadata", "email@1", [])


def test_encoded_words_and_a_sender_without_a_name() -> None:
    """ "=?utf-8?…?=" is read; who gives no name stands with the address; an impossible day is no day."""
    raw = mail().as_string().replace("Sahel Risk Desk <desk@example.org>", "=?utf-8?b?UmFkaW8gS2F5w6lz?= <r@example.org>")
    assert read(raw.encode())[0].source == "Radio Kayés"
    bare, _ = read(mail(From="desk@example.org").as_bytes().replace(b"22 Mar 2021", b"42 Mar 2021"))
    assert (bare.source, bare.published) == ("desk@example.org", None)


def test_plain_text_before_markup_and_markup_alone() -> None:
    """Of alternatives the plain one is read, also where it comes last; a mail in HTML alone gives its text, not its tags."""
    message = mail()
    message.add_alternative(PAGE.replace("third", "fourth"), subtype="html")
    assert read(message)[0].text.strip() == BODY.strip()
    turned = MIMEMultipart("alternative")
    turned["From"], turned["Date"] = "Desk <d@example.org>", "Mon, 22 Mar 2021 10:00:00 +0000"
    turned.attach(MIMEText(PAGE, "html", "utf-8"))
    turned.attach(MIMEText(BODY, "plain", "utf-8"))
    assert read(turned)[0].text.strip() == BODY.strip()
    alone = mail()
    alone.set_content(PAGE, subtype="html")
    document, _ = read(alone)
    assert document.text.split("\n")[0] == "Two soldiers were hurt by a mine near Léré on Monday, the army said."
    assert "<p>" not in document.text


def test_attachments_are_files_of_their_own() -> None:
    """A text and another mail are documents with their own bytes, called after both; a bad PDF and a picture stop nothing."""
    message = mail()
    message.add_attachment(b"%PDF-1.4", maintype="application", subtype="pdf", filename="../sitrep Léré.pdf")
    message.add_attachment("Published: 2021-03-20\n\nOther words.\n", filename="notes.txt")
    message.add_attachment(mail("Forwarded words.", Subject="Older report", From="Radio <r@example.org>"))
    message.add_attachment(b"\x89PNG", maintype="image", subtype="png", filename="road.png")
    message.add_attachment(b"\x89PNG", maintype="image", subtype="png", disposition="inline", cid="<logo>")
    found = list(read_bytes(message.as_bytes(), name="report.eml"))
    told = {row.document.name: row for row in found if isinstance(row, ReadDocument)}
    assert list(told) == ["report.eml", "report.eml/notes.txt", "report.eml/Older report.eml"]
    notes, older = told["report.eml/notes.txt"], told["report.eml/Older report.eml"].document
    assert notes.raw_file.content.startswith(b"Published: 2021-03-20")
    assert (notes.document.sha256, notes.document.published) == (notes.raw_file.sha256, date(2021, 3, 20))
    assert (older.source, older.title, older.text.strip()) == ("Radio", "Older report", "Forwarded words.")
    refused = {row.subject: row.reason for row in found if isinstance(row, Rejection)}
    assert refused == {"report.eml/sitrep Léré.pdf": "corrupt", "report.eml:5": "attachment"}


def test_a_mail_that_only_carries_something() -> None:
    """What it carries is the report; where that is none either, the mail is refused as one without text."""
    message = MIMEMultipart()
    message["From"], message["Date"] = "Desk <d@example.org>", "Mon, 22 Mar 2021 10:00:00 +0000"
    part = EmailMessage()
    part.set_content(BODY.encode(), maintype="application", subtype="octet-stream", filename="a.txt", disposition="attachment")
    message.attach(part)
    assert read(message)[0].name == "report.eml/a.txt"
    part.set_content(b"\x89PNG", maintype="image", subtype="png", filename="a.png", disposition="attachment")
    (refused,) = read_bytes(message.as_bytes(), name="report.eml")
    assert isinstance(refused, Rejection)
    assert (refused.reason, "only what is attached" in refused.message) == ("empty", True)


def test_files_within_files_come_to_an_end() -> None:
    """A mail in a mail in a mail in a mail is read; the next one is refused by its name, and the others stay."""
    message = mail(Subject="0")
    for number in range(1, 6):
        message, inside = mail(f"Report {number}. {BODY}", Subject=str(number)), message
        message.add_attachment(inside)
    found = list(read_bytes(message.as_bytes(), name="report.eml"))
    assert [row.document.title for row in found if isinstance(row, ReadDocument)] == ["5", "4", "3", "2"]
    (refused,) = [row for row in found if isinstance(row, Rejection)]
    assert (refused.subject, refused.reason) == ("report.eml/4.eml/3.eml/2.eml/1.eml", "too_deep")


QUOTED = "On Sun, 21 Mar 2021 at 18:05, Radio <r@example.org>\nwrote:\n\n> Forty fighters died yesterday.\n>\n> The radio\n"


@pytest.mark.parametrize(
    ("text", "head", "left"),
    [
        (BODY + "\n" + QUOTED, {"Subject": "Re: Mine near Léré"}, BODY),
        (BODY + "\n" + QUOTED, {"In-Reply-To": "<1@example.org>"}, BODY),
        ("They said:\n> nothing new\n" + BODY, {"Subject": "RE: mine"}, "They said:\n" + BODY),
        (BODY + "\n-----Original Message-----\nFrom: Radio\nSent: Sunday\n\nForty.\n", {"Subject": "RE: mine"}, BODY),
    ],
)
def test_a_reply_is_read_without_what_it_quotes(text: str, head: dict[str, str], left: str) -> None:
    """Quoted lines are another's words of another day, and so is the line that says whose."""
    assert read(mail(text, **head))[0].text.strip() == left.strip()


@pytest.mark.parametrize(
    ("text", "head"),
    [
        (BODY + "\n" + QUOTED, {}),  # no reply: a report that quotes a statement so
        ("See below.\n\n" + QUOTED, {"Subject": "Re: mine"}),  # saved for what it quotes
        (BODY + "\n-----Original Message-----\nIt was short.\n", {"Subject": "Re: mine"}),
        (BODY, {"Subject": "Re: mine"}),
        (BODY.replace("Two", "At 10:00 -> two"), {"Subject": "Re: mine"}),
    ],
)
def test_what_no_reply_quotes_stays(text: str, head: dict[str, str]) -> None:
    """A mail that is no reply, a reply without words of its own, and marks that are none keep all their lines."""
    assert read(mail(text, **head))[0].text.strip() == text.strip()


def test_an_encrypted_mail_is_refused() -> None:
    """It cannot be read, and is not taken for an empty one."""
    head = b"From: a@example.org\nDate: Mon, 22 Mar 2021 10:00:00 +0000\nContent-Type: multipart/encrypted; boundary=x\n"
    (refused,) = read_bytes(head + b"\n--x\n\n--x--\n", name="report.eml")
    assert isinstance(refused, Rejection)
    assert refused.reason == "encrypted"


def test_flowed_lines_are_joined() -> None:
    """Of `format=flowed`, a space before the line break says that the line goes on; the mark of a signature stays."""
    message = mail()
    message.set_content("Two soldiers were hurt by \na mine near Gao.\n-- \nThe desk\n")
    message.replace_header("Content-Type", 'text/plain; charset="utf-8"; format=flowed')
    assert read(message)[0].text.startswith("Two soldiers were hurt by a mine near Gao.\n-- \nThe desk")


@pytest.mark.parametrize(
    ("content", "name", "reader"),
    [
        (mail().as_bytes(), "saved", "email@1"),
        (b"From: the front\nDate: 22 March 2021\n\n" + BODY.encode(), "memo.txt", "text@1"),
        (b"Source: Desk\nPublished: 2021-03-22\n\n" + BODY.encode(), "desk.txt", "text@1"),
        (b"From: a@example.org\nDate: Mon, 22 Mar 2021 10:00:00 +0000\n\n" + BODY.encode(), "bare.eml", "email@1"),
        (BODY.encode(), "words.eml", "text@1"),
    ],
)
def test_what_is_a_mail(content: bytes, name: str, reader: str) -> None:
    """Its head tells, not its name alone; lines somebody typed at the top of a text are no head of a mail."""
    assert read(content, name)[0].reader == reader


def test_a_page_saved_by_a_browser_is_no_mail() -> None:
    """Its head says so, and it is read as the page it is."""
    message = MIMEMultipart("related")
    message["From"], message["Subject"] = "<Saved by Blink>", "Mine near Léré"
    message["Snapshot-Content-Location"] = "https://example.org/mine"
    message.attach(MIMEText(PAGE, "html", "utf-8"))
    document, _ = read(message, "page.eml")
    assert (document.reader, document.url) == ("mhtml@1", "https://example.org/mine")
