"""When a report was published: days of issue in titles and opening lines, and days that are yet to come."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from crossread.errors import ReadError
from crossread.read import ReadDocument, ReadOptions, read_bytes, read_text
from crossread.read.dateline import find_dateline, find_day_in_title, find_updated
from crossread.read.options import latest_day

BODY = "Gunmen killed four herders near Douentza on Tuesday, the mayor said."
DAY = date(2024, 5, 5)


@pytest.mark.parametrize(
    "line",
    [
        "Compiled on 5 May 2024",
        "Compiled on 5 May 2024 by the Access Forum",
        "Prepared in Bukavu on Sunday, 5 May 2024, for the partners of the forum.",
        "Radio Kilima, morning news broadcast 5 May 2024, 07:15",
        "News in brief, aired on 5 May 2024",
        "This report was compiled on 5 May 2024 from field notes.",
        "Report written on 5 May 2024.",
        "Statement issued on 5 May 2024",
        "Posted on Telegram at 21:40, 5 May 2024",
        "Date of broadcast: 5 May 2024",
    ],
)
def test_a_line_says_when_the_report_was_made(line: str) -> None:
    """At the top and below a headline, by whoever and wherever."""
    assert find_dateline(f"{line}\n\n{BODY}") == DAY
    assert find_dateline(f"Herders killed near Douentza\n\n{line}\n\n{BODY}") == DAY


@pytest.mark.parametrize(
    "line",
    [
        "The attack was broadcast on 5 May 2024 by state television.",
        "A video of the killing, broadcast on 5 May 2024",
        "The figures come from a report published on 5 May 2024 by the forum.",
        "Recorded on 5 May 2024, the message names four villages.",
        "Four villages are named in the list compiled on 5 May 2024",
        "Accessed on 5 May 2024",
        "Broadcast on 5 May 2024, he said, were threats to the town.",
    ],
)
def test_what_else_was_broadcast_or_compiled_dates_no_report(line: str) -> None:
    """A day of something else is none of publication."""
    assert find_dateline(f"Herders killed near Douentza\n\n{line}\n\n{BODY}") is None


def test_a_title_tells_the_day_of_issue_where_nothing_else_does() -> None:
    """Of a programme or paper; a place or act with a day is the incident's. The dateline of the text stands above it."""
    for title in ("Evening news, broadcast 5 May 2024, 07:15", "Situation report No. 12, 5 May 2024", "Published: 5 May 2024"):
        found = read_text(BODY, title=title)
        assert (found.published, found.published_from) == (DAY, "title"), title
    for title in (
        "Attack near Douentza, 5 May 2024",
        "Massacre at Ogossagou (23 March 2019)",
        "Weekly bulletin 12-18 May 2024",
    ):
        assert read_text(BODY, title=title).published is None, title
    found = read_text(f"Bamako, 6 May 2024 – {BODY}", title="Evening news, broadcast 5 May 2024")
    assert (found.published, found.published_from) == (date(2024, 5, 6), "dateline")
    assert find_day_in_title("Bulletin, 5 May 2024") == DAY


def test_an_update_with_its_time_before_the_day() -> None:
    """As well as behind it; "Last updated" still needs the time."""
    assert find_updated(f"Herders killed\nUpdated 14:30, 5 May 2024\n\n{BODY}") == DAY
    assert find_updated(f"Herders killed\nLast updated 14:30, 5 May 2024\n\n{BODY}") == DAY
    assert find_updated(f"Herders killed\nUpdated at 14:30 on Sunday, 5 May 2024\n\n{BODY}") == DAY
    assert find_updated(f"Herders killed\nLast updated 5 May 2024\n\n{BODY}") is None


def test_a_day_yet_to_come_is_no_option() -> None:
    """A slip in the year is refused; today is not, wherever it is today."""
    with pytest.raises(ReadError, match="yet to come") as caught:
        ReadOptions(published=date(3000, 1, 1))
    assert caught.value.reason == "day_to_come"
    assert ReadOptions(published=latest_day()).published == latest_day()
    with pytest.raises(ReadError, match="yet to come"):
        read_text(BODY, published=latest_day() + timedelta(days=1))


def read(content: str, name: str, options: ReadOptions) -> tuple[date | None, str | None]:
    (found,) = read_bytes(content.encode(), name=name, options=options)
    assert isinstance(found, ReadDocument)
    return found.document.published, found.document.published_from


def test_a_day_yet_to_come_in_a_report_is_not_used_and_told() -> None:
    """The next witness is asked; how many reports had one is told once, with the first of them."""
    options = ReadOptions(language="en")
    assert read(f"Published: 3000-01-01\n\n{BODY}", "a.txt", options) == (None, None)
    assert read(f"Published: 3000-01-01\n\nBamako, 5 May 2024 – {BODY}", "b.txt", options) == (DAY, "dateline")
    page = f'<html><head><meta property="article:published_time" content="3000-01-01"></head><body><p>{BODY}</p></body></html>'
    assert read(page, "c.html", options) == (None, None)
    assert read(f"Published: 2024-05-05\n\n{BODY}", "d.txt", options) == (DAY, "metadata")
    (told,) = options.list_notes()
    assert told.startswith(
        "3 reports have a day of publication that is yet to come, which was not used: a.txt (3000-01-01), b.txt"
    )


def test_a_row_with_a_day_yet_to_come_is_read_without() -> None:
    """As any report is."""
    options = ReadOptions(language="en")
    assert read(f'text,published\n"{BODY}",3000-01-01\n', "t.csv", options) == (None, None)
    assert "t.csv:2 (3000-01-01)" in options.list_notes()[0]


def test_the_day_in_a_row_of_a_table_is_an_incidents() -> None:
    """A report that begins with a table was published on none of its days; a line of parts by bars is a dateline as before."""
    table = "Weekly table\nDate | Place | Killed | What\n3 March 2024 | Douentza | 4 | Gunmen\n4 March 2024 | Boni | 2 | A mine"
    assert find_dateline(table) is None
    assert find_dateline(f"Herders killed\n5 May 2024 | SG/SM/12345 | Africa\n\n{BODY}") == DAY
