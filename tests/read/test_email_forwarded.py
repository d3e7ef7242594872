"""A mail that passes on a report is that report: source, day and subject are those of the mail inside."""

from __future__ import annotations

from datetime import date
from email.message import EmailMessage

import pytest

from crossread.read import ReadDocument, read_bytes
from crossread.records import Document

REPORT = "Two drivers were hurt by a mine near Léré on Monday, the army said. The road was closed until evening.\n"
GMAIL = "---------- Forwarded message ---------\nFrom: Sahel Daily <news@example.org>\nDate: Fri, 19 Mar 2021 at 18:22\n"
GMAIL += "Subject: Mine near Léré\nTo: a@example.org\n\n"
OUTLOOK = "-----Original Message-----\nFrom: Sahel Daily\nSent: Friday, March 19, 2021 6:22 PM\nTo: A\n"
OUTLOOK += "Subject: Mine near Léré\n\n"
APPLE = "Begin forwarded message:\n\nFrom: Sahel Daily <news@example.org>\nSubject: Mine near Léré\n"
APPLE += "Date: 19 March 2021 at 18:22:01 CET\n\n"


def _read(body: str, subject: str = "Fwd: Mine near Léré") -> Document:
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = "A Colleague <a@example.org>", "desk@example.org", subject
    message["Date"] = "Mon, 22 Mar 2021 08:00:00 +0100"
    message.set_content(body)
    (found,) = read_bytes(message.as_bytes(), name="mail.eml")
    assert isinstance(found, ReadDocument)
    return found.document


@pytest.mark.parametrize("head", [GMAIL, OUTLOOK, APPLE])
def test_the_mail_inside_is_the_report(head: str) -> None:
    """Whoever passes it on is no source, the day is that on which it was sent first, and no head line is text."""
    found = _read(f"Please code this one.\n\n{head}{REPORT}")
    assert (found.source, found.published, found.title) == ("Sahel Daily", date(2021, 3, 19), "Mine near Léré")
    assert found.text.strip() == REPORT.strip()


def test_the_innermost_mail_holds() -> None:
    """Passed on twice it is still the report of who wrote it first."""
    first = GMAIL.replace("Sahel Daily <news@example.org>", "B Friend <b@example.org>").replace("19 Mar", "20 Mar")
    assert _read(f"See below.\n\n{first}{GMAIL}{REPORT}").source == "Sahel Daily"


@pytest.mark.parametrize(
    ("body", "subject"),
    [
        (f"{REPORT * 8}\n{GMAIL}{REPORT}", "Fwd: Mine near Léré"),  # a report of one's own, with a quotation behind it
        (f"Thank you.\n\n{OUTLOOK}{REPORT}", "Re: Mine near Léré"),  # an answer
        (f"{REPORT}\nThe forwarded message was lost.\n", "Mine near Léré"),
        (f"{GMAIL}ok\n", "Fwd: x"),
    ],
)
def test_what_passes_on_no_report_stays(body: str, subject: str) -> None:
    """A report of one's own before it, an answer, mere words about it, or nothing behind the head."""
    found = _read(body, subject)
    assert (found.source, found.published) == ("A Colleague", date(2021, 3, 22))
