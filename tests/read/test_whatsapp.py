"""Chats exported from WhatsApp: every message a document, by the text of Android and of iOS."""

from __future__ import annotations

from datetime import date

import pytest

from crossread.read import ReadDocument, ReadOptions, read_bytes
from crossread.records import Document, Rejection

NAME = "WhatsApp Chat with Kilima Alerts.txt"
ANDROID = """3/5/24, 7:15\u202fAM - Messages and calls are end-to-end encrypted. Only people in this chat can read them.
3/5/24, 7:16\u202fAM - Awa: Gunmen killed four herders near Douentza this morning.
Two others were injured: both are in hospital.
3/5/24, 7:16\u202fAM - Moussa: <Media omitted>
3/5/24, 7:16\u202fAM - Moussa: Shots were heard in Boni too.
3/5/24, 9:00\u202fAM - Awa changed the group name to Kilima Alerts
3/13/24, 9:30\u202fAM - +223 70 00 00 00: IMG-1.jpg (file attached)
A mine exploded near Boni. <This message was edited>
3/13/24, 9:31\u202fAM - Awa: 👍
"""
IOS = """\u200e[05.03.24, 07:15:02] Kilima Alerts: \u200eMessages and calls are end-to-end encrypted.
[05.03.24, 07:16:10] ~ Awa: Gunmen killed four herders near Douentza.
\u200e[05.03.24, 07:17:00] Awa: \u200eimage omitted
\u200e[13.03.24, 09:30:00] Awa: \u200e<attached: 0001-PHOTO.jpg>
"""


def read(content: str, name: str = NAME, order: str | None = None) -> tuple[list[Document], list[Rejection]]:
    results = list(read_bytes(content.encode(), name=name, options=ReadOptions(language="en", dates=order)))
    return [row.document for row in results if isinstance(row, ReadDocument)], [
        row for row in results if isinstance(row, Rejection)
    ]


def test_every_message_is_a_report_of_the_group() -> None:
    """With its day and what follows it on further lines; who wrote it is not told, what was not exported is counted."""
    (first, second, third), refused = read(ANDROID)
    assert (
        first.text == "Gunmen killed four herders near Douentza this morning.\nTwo others were injured: both are in hospital."
    )
    assert (first.source, first.published, first.published_from) == ("Kilima Alerts", date(2024, 3, 5), "metadata")
    assert (first.external_id, first.name) == ("Kilima Alerts/2024-03-05 7:16 AM", f"{NAME}:2")
    assert (second.external_id, third.text) == ("Kilima Alerts/2024-03-05 7:16 AM (2)", "A mine exploded near Boni.")
    assert third.published == date(2024, 3, 13)
    (left_out,) = refused
    assert (left_out.reason, left_out.subject) == ("messages_left_out", NAME)
    assert "4 of 7 messages: notices of the chat itself 2, pictures and videos 1, signs without words 1" in left_out.message


def test_the_form_of_ios() -> None:
    """With brackets, seconds and marks of direction; the folder has the name of the chat."""
    (document,), refused = read(IOS, name="in/WhatsApp Chat - Gao Now/_chat.txt")
    assert (document.text, document.source) == ("Gunmen killed four herders near Douentza.", "Gao Now")
    assert (document.published, document.reader) == (date(2024, 3, 5), "whatsapp@1")
    assert "3 of 4 messages" in refused[0].message


def test_messages_in_the_order_of_time_tell_the_order_of_day_and_month() -> None:
    """Where no day is above 12; what fits both orders is refused until it is said."""
    told = "{}, 07:15 - Awa: Shots in Gao.\n{}, 07:15 - Awa: A mine in Boni.\n"
    assert [row.published for row in read(told.format("05/03/2024", "02/04/2024"))[0]] == [date(2024, 3, 5), date(2024, 4, 2)]
    assert [row.published for row in read(told.format("05/03/2024", "06/02/2024"))[0]] == [date(2024, 5, 3), date(2024, 6, 2)]
    both = told.format("05/03/2024", "06/04/2024")
    assert [row.reason for row in read(both)[1]] == ["open_days"]
    assert [row.published for row in read(both, order="day-first")[0]] == [date(2024, 3, 5), date(2024, 4, 6)]
    assert [row.published for row in read(told.format("2024/03/05", "2024/03/06"))[0]] == [date(2024, 3, 5), date(2024, 3, 6)]


@pytest.mark.parametrize(
    "text", ["5/3/24, 7:15 - Shots were heard in Gao.\nMore is not known.", "At 07:15, 5/3/24 - he said: no.\n" * 3]
)
def test_a_text_with_one_time_in_it_is_no_chat(text: str) -> None:
    """Two lines of the form, and the first one of them, make one."""
    ((document,), _) = read(text)
    assert document.reader == "text@1"
