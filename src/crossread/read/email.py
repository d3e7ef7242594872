"""Mails as saved (.eml): the body is the text, the head says who sent it, when and about what; attachments are read, too."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from email.errors import HeaderParseError
from email.header import decode_header
from email.message import Message
from email.parser import BytesParser
from email.utils import parseaddr, parsedate_to_datetime

from crossread import patterns as re
from crossread.errors import ReadError
from crossread.read.email_body import Attachment, find_attachments, find_body
from crossread.read.email_forwarded import find_forwarded
from crossread.read.email_reply import is_reply, without_quotes
from crossread.read.encoding import decode, show_nuls, unify_newlines
from crossread.read.html import read_page
from crossread.read.html_text import html_to_text
from crossread.read.options import ReadOptions
from crossread.read.refusal import printable, refusal
from crossread.read.report import BadRow, Enclosed, Item, Report, Sample
from crossread.records import RawFile
from crossread.registry import register

HEAD_LINE = re.compile(r"(?P<key>[!-9;-~]{1,60}):")
# A mail names its sender and what it is about or when it was sent. A memo typed into a text file does so, too; only what passed
# through a mail program has one of these besides.
OF_MAIL = frozenset({"message-id", "received", "mime-version", "return-path", "delivered-to", "content-type"})
SAVED_PAGE = re.compile(r"^from:\s*\"?<?saved by ", re.IGNORECASE | re.MULTILINE)  # what browsers put at the head of MHTML
MOST_NAMED = 20  # attachments that are told one by one
NO_REPORTS = ("image/", "audio/", "video/", "font/", "text/calendar", "text/vcard", "text/x-vcard", "application/ics")
ENCRYPTED = ("multipart/encrypted", "application/pkcs7-mime", "application/x-pkcs7-mime")


@register("readers", "email@1")
class EmailReader:
    """Mails saved as a file of their own."""

    media_type = "message/rfc822"
    isolated = True
    is_table = False

    def recognises(self, sample: Sample, options: ReadOptions) -> int:
        """By the lines of its head; a page that a browser saved has such a head and is none."""
        keys = _keys(sample.text or "")
        if "from" not in keys or not keys & {"subject", "date"} or SAVED_PAGE.search((sample.text or "")[:2_000]):
            return 0
        return 5 if sample.extension == "eml" or keys & OF_MAIL else 0

    def read(self, file: RawFile, options: ReadOptions) -> Iterator[Item]:
        """One report with the body, then what is attached: files of their own, and a bad row for each kind that is no report.

        A mail that only carries something has no text and gives no report; what it carries does.
        """
        mail = BytesParser().parsebytes(file.content)
        if mail.get_content_type() in ENCRYPTED:
            raise refusal("encrypted", found=mail.get_content_type())
        attached = find_attachments(mail, options)
        read = [Enclosed(name=row.name, content=row.content) for row in attached if row.content and _may_be_report(row)]
        body = _read_body(mail, options)
        if body is not None:
            yield _with_facts(mail, body)
        elif not read:
            raise refusal("empty", found="no text in the mail" + (", only what is attached" if attached else ""))
        yield from read
        yield from _name_unread([row for row in attached if not row.content or not _may_be_report(row)])


def _may_be_report(row: Attachment) -> bool:
    return not row.kind.startswith(NO_REPORTS)


def _name_unread(rows: Sequence[Attachment]) -> Iterator[BadRow]:
    for row in rows[:MOST_NAMED]:
        yield BadRow(line=row.number, error=refusal("attachment", found=f"{printable(row.name)} ({row.kind})"))
    if len(rows) > MOST_NAMED:
        more = f"{len(rows) - MOST_NAMED} more attachments"
        yield BadRow(line=rows[MOST_NAMED].number, error=refusal("attachment", found=more))


def _with_facts(mail: Message, body: Report) -> Report:
    """The report with sender, subject and day: those of a mail that this one only passes on, where it does."""
    subject = _header(mail, "Subject")
    inside = find_forwarded(body.text, subject=subject)
    if inside is None:
        answers = is_reply(subject, str(mail.get("In-Reply-To") or ""))
        text = without_quotes(body.text) if answers else body.text
        return replace(body, text=text, title=subject or body.title, source=_sender(mail), published=_day(mail))
    title = inside.title or subject or body.title
    return replace(body, text=inside.text, title=title, source=inside.source, published=inside.published)


def _keys(text: str) -> set[str]:
    """The names of the lines at the top, in small letters; empty where these are no head of a mail."""
    keys: set[str] = set()
    for line in text.split("\n")[:-1]:  # the last one may be cut off
        if not line.strip():
            return keys
        match = HEAD_LINE.match(line)
        if match is None and not line.startswith((" ", "\t")):
            return set()
        if match is not None:
            keys.add(match["key"].lower())
    return keys


def _read_body(mail: Message, options: ReadOptions) -> Report | None:
    body = find_body(mail, options)
    if body is None:
        return None
    text = show_nuls(unify_newlines(decode(body.content, declared=body.charset)))
    if body.is_html:
        return _read_markup(text, options)
    return Report(text=_unflow(text) if body.is_flowed else text)


def _read_markup(markup: str, options: ReadOptions) -> Report:
    """As a page is read; a mail too short to have a main text, or without menus to tell it from, as a browser shows it."""
    try:
        page = read_page(markup.encode("utf-8", "replace"), options)
    except ReadError as error:
        if error.reason != "no_main_text":
            raise
        return Report(text=html_to_text(markup))
    return replace(page, url=None)


def _unflow(text: str) -> str:
    """Lines that a mail program broke are put together again; a line of two hyphens begins the signature and stays."""
    return re.sub(r"(?<!\n--)(?<!^--) \n(?=[^>\n])", " ", text)


def _header(mail: Message, name: str) -> str | None:
    """A line of the head in plain words, None where it is not there or blank."""
    return _readable(str(mail.get(name, ""))) or None


def _readable(raw: str) -> str:
    """The text with its encoded words read, on one line; what cannot be read stays as it is."""
    try:
        parts = decode_header(raw)
    except (HeaderParseError, ValueError):
        return " ".join(raw.split())
    return " ".join("".join(_decode_word(word, charset) for word, charset in parts).split())


def _decode_word(word: bytes | str, charset: str | None) -> str:
    if isinstance(word, str):
        return word
    try:
        return word.decode(charset or "utf-8", "replace")
    except LookupError:
        return word.decode("latin-1")


def _sender(mail: Message) -> str | None:
    """The name that the sender goes by, else the address; None where the line is no address at all."""
    try:
        name, address = parseaddr(str(mail.get("From", "")))
    except RecursionError:  # comments within comments
        return None
    return _readable(name) or address or None


def _day(mail: Message) -> date | None:
    """The day on which it was sent, as the sender's clock had it."""
    try:
        return parsedate_to_datetime(str(mail.get("Date"))).date()
    except (TypeError, ValueError, OverflowError, IndexError):
        return None
