"""Telegram's exports: every message with text a document, by JSON and by pages."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from crossread.read import ReadDocument, ReadOptions, iter_documents, read_bytes
from crossread.records import Document, Rejection

OPTIONS = ReadOptions(language="en")
FIRST = "Attack near Kourandela\n\nGunmen killed four herders near Douentza on Tuesday, the mayor said. #Mopti"
PASSED_ON = "A mine exploded yesterday under a bus near Boni and killed two people."


def message(number: int, text: Any, **more: Any) -> dict[str, Any]:
    told = {"date": "2024-10-14T00:15:02", "date_unixtime": "1728854102", "from": "Front Desk"}
    return {"id": number, "type": "message", **told, "text": text, **more}


def chat(*messages: Any, kind: str = "public_channel", name: str | None = "Front Desk") -> dict[str, Any]:
    return {"name": name, "type": kind, "id": 1234567890, "messages": list(messages)}


MESSAGES = (
    {"id": 1, "type": "service", "date": "2024-10-01T08:00:00", "action": "create_channel", "text": ""},
    message(
        123,
        [
            {"type": "bold", "text": "Attack near Kourandela"},
            "\n\nGunmen killed four herders near Douentza on Tuesday, the mayor said. ",
            {"type": "hashtag", "text": "#Mopti"},
        ],
    ),
    message(124, PASSED_ON, forwarded_from="Radio Kilima"),
    message(125, "", photo="photos/photo_1.jpg", width=1280),
    message(126, "", file="stickers/a.webp", media_type="sticker"),
    message(127, "👍 👍"),
    {"id": 128, "type": "unsupported"},
)


def page(*messages: str, chat: str = "Front Desk") -> str:
    """A page as Telegram Desktop writes it."""
    return (
        '<!DOCTYPE html>\n<html>\n\n <head>\n\n  <meta charset="utf-8"/>\n<title>Exported Data</title>\n </head>\n\n'
        ' <body onload="CheckLocation();">\n\n  <div class="page_wrap">\n\n   <div class="page_header">\n\n'
        f'    <div class="content">\n\n     <div class="text bold">\n{chat} \n     </div>\n\n    </div>\n\n   </div>\n\n'
        f'   <div class="page_body chat_page">\n\n    <div class="history">\n{"".join(messages)}\n'
        "    </div>\n   </div>\n  </div>\n </body>\n</html>\n"
    )


def block(number: int, inner: str, *, joined: bool = False, name: str = "Front Desk", day: str = "14.10.2024") -> str:
    """One message; one that joins the message before it has no name above it."""
    head = "" if joined else f'<div class="from_name">\n{name} \n       </div>'
    return (
        f'<div class="message default clearfix{" joined" if joined else ""}" id="message{number}">\n<div class="body">\n'
        f'<div class="pull_right date details" title="{day} 07:15:02 UTC+03:00">\n07:15\n</div>\n{head}\n'
        f"{inner}\n</div>\n</div>"
    )


def text(words: str) -> str:
    return f'<div class="text">\n{words}\n       </div>'


def passed_on(words: str, name: str = "") -> str:
    head = f'<div class="from_name">\n{name}</div>' if name else ""
    return f'<div class="forwarded body">\n{head}\n{text(words)}\n</div>'


KILIMA = 'Radio Kilima <span class="date details" title="12.10.2024 23:00:00 UTC+03:00"> 12.10.2024 23:00:00</span>'
PAGE = page(
    '<div class="message service" id="message-1"><div class="body details">14 October 2024</div></div>',
    '<div class="message service" id="message9"><div class="body details">Channel photo changed</div></div>',
    block(123, text("<strong>Attack near Kourandela</strong><br><br>" + FIRST.split("\n\n")[1])),
    block(124, passed_on(PASSED_ON, KILIMA), joined=True),
    block(125, passed_on("Shots were heard at the river crossing."), joined=True),
    block(126, '<div class="media_wrap"><a class="photo_wrap" href="photos/1.jpg"><img class="photo"/></a></div>'),
    block(
        127, '<div class="reply_to details">In reply to <a>this message</a></div>' + text("The toll rose to five."), joined=True
    ),
)


def read(content: str | dict[str, Any], name: str = "result.json") -> tuple[list[Document], list[Rejection]]:
    raw = content if isinstance(content, str) else json.dumps(content, ensure_ascii=False, indent=1)
    results = list(read_bytes(raw.encode(), name=name, options=OPTIONS))
    return [row.document for row in results if isinstance(row, ReadDocument)], [
        row for row in results if isinstance(row, Rejection)
    ]


def test_every_message_of_a_channel_is_a_report() -> None:
    """Its channel is the source, its day that of the message, its id the channel and the number there."""
    (first, second), refused = read(chat(*MESSAGES))
    assert (first.text, first.title, first.source) == (FIRST, "Attack near Kourandela", "Front Desk")
    assert (first.external_id, first.name) == ("Front Desk/123", "result.json:123")
    assert first.url == "https://t.me/c/1234567890/123"
    assert (first.published, first.published_from) == (date(2024, 10, 14), "metadata")
    assert (second.text, second.source, second.external_id) == (PASSED_ON, "Radio Kilima", "Front Desk/124")
    (left_out,) = refused
    assert (left_out.reason, left_out.subject) == ("messages_left_out", "result.json")
    assert "5 of 7 messages:" in left_out.message
    for told in ("notices of the chat itself 1", "pictures 1", "stickers 1", "signs without words 1", "did not export 1"):
        assert told in left_out.message


def test_a_bad_message_loses_no_other() -> None:
    """What is no message, has no text or no day is refused by its number."""
    documents, refused = read(
        chat(
            message(1, 17),
            "oops",
            message(3, "Shots in Gao.", date="yesterday", date_unixtime=None),
            message(4, "A mine in Boni."),
        )
    )
    assert [row.text for row in documents] == ["A mine in Boni."]
    assert [(row.reason, row.subject) for row in refused] == [
        ("bad_row", "result.json:1"),
        ("bad_row", "result.json:2"),
        ("bad_date", "result.json:3"),
    ]


def test_a_day_told_in_seconds_only() -> None:
    """Where the export has no written day, that of UTC stands for it; without the seconds no address is made up."""
    (document,), _ = read(chat(message(1, "Shots in Gao.", date=None)))
    assert document.published == date(2024, 10, 13)
    old = message(2, "Shots in Gao.")
    del old["date_unixtime"]
    assert read(chat(old))[0][0].url is None
    assert read(chat(message(3, "Shots in Gao."), kind="private_group"))[0][0].url is None


def test_of_a_whole_account_the_channels_are_read() -> None:
    """Chats with one person are counted and left out; such a chat exported alone is read."""
    private = chat(message(5, "See you at the market tomorrow."), kind="personal_chat", name="Awa")
    export = {
        "about": "Here is the data you requested.",
        "personal_information": {"user_id": 1},
        "chats": {"about": "", "list": [chat(message(5, "A mine in Boni.")), private]},
        "left_chats": {"about": "", "list": [chat(message(5, "Shots in Gao."), name="Gao Now")]},
    }
    documents, refused = read(export)
    assert [(row.source, row.name) for row in documents] == [("Front Desk", "result.json:1"), ("Gao Now", "result.json:2")]
    assert [row.reason for row in refused] == ["private_chats"]
    assert "1 of 3 chats" in refused[0].message
    assert [row.source for row in read(private)[0]] == ["Awa"]


def test_an_account_without_chats_and_a_file_cut_off() -> None:
    """Both are refused with what to do."""
    (empty,) = read({"about": "Here is the data.", "contacts": {"list": []}})[1]
    assert (empty.reason, "about, contacts" in empty.message) == ("no_messages", True)
    (cut,) = read(json.dumps(chat(*MESSAGES))[:-40])[1]
    assert (cut.reason, "Export the chat again." in cut.message) == ("corrupt", True)


def test_pages_of_an_export() -> None:
    """As by JSON; a message that was passed on has the day on which it was first sent, and those joined to it its author."""
    documents, refused = read(PAGE, name="messages.html")
    assert [(row.name, row.source, row.published) for row in documents] == [
        ("messages.html:123", "Front Desk", date(2024, 10, 14)),
        ("messages.html:124", "Radio Kilima", date(2024, 10, 12)),
        ("messages.html:125", "Radio Kilima", date(2024, 10, 12)),
        ("messages.html:127", "Front Desk", date(2024, 10, 14)),
    ]
    assert [row.text for row in documents][::3] == [FIRST, "The toll rose to five."]
    assert {row.published_from for row in documents} == {"metadata"}
    (left_out,) = refused
    assert "2 of 6 messages: notices of the chat itself 1, pictures 1" in left_out.message


def test_a_message_has_one_id_in_both_forms() -> None:
    """Who exports a channel twice, once in each form, has each of its own messages once."""
    (by_json, _), _ = read(chat(*MESSAGES))
    assert by_json.id == read(PAGE, name="messages.html")[0][0].id


def test_a_message_without_a_day_and_an_author_who_is_gone() -> None:
    """The first is refused by its number; a deleted account is nobody, so the channel stands for it."""
    gone = passed_on("Shots in Gao.", KILIMA.replace("Radio Kilima", "Deleted Account"))
    documents, refused = read(page(block(7, text("A mine in Boni."), day="soon"), block(8, gone)), name="messages2.html")
    assert [row.source for row in documents] == ["Front Desk"]
    assert [(row.reason, row.subject) for row in refused] == [("bad_date", "messages2.html:7")]


def test_other_pages_of_an_export_hold_no_messages() -> None:
    """The list of chats is no report."""
    (refused,) = read(page('<div class="entry clearfix">Front Desk</div>', chat="Chats"), name="chats.html")[1]
    assert (refused.reason, "Chats" in refused.message) == ("no_messages", True)


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    for name in ("css/style.css", "js/script.js", "photos/photo_1.jpg", "files/notes.txt"):
        (tmp_path / name).parent.mkdir()
        (tmp_path / name).write_text("Two men were hurt by a mine near Boni.")
    return tmp_path


def outcome(folder: Path) -> list[str]:
    found = iter_documents([folder], options=OPTIONS)
    return [Path(row.document.name or "").name if isinstance(row, ReadDocument) else row.reason for row in found]


def test_pictures_and_scripts_of_an_export_are_passed_over(folder: Path) -> None:
    """They are told in one line; files that were sent may be reports."""
    (folder / "result.json").write_text(json.dumps(chat(*MESSAGES[1:3])))
    assert outcome(folder) == ["export_assets", "notes.txt", "result.json:123", "result.json:124"]


def test_an_export_in_both_forms_is_read_once(folder: Path) -> None:
    """The pages of a chat tell more of what was passed on, the JSON of an account which chats are private."""
    (folder / "result.json").write_text(json.dumps(chat(*MESSAGES[1:3])))
    (folder / "messages.html").write_text(page(block(123, text("A mine in Boni."))))
    assert outcome(folder) == ["export_assets", "notes.txt", "messages.html:123"]
    (folder / "messages.html").rename(folder / "export_results.html")
    (folder / "chats").mkdir()
    assert outcome(folder) == ["export_assets", "notes.txt", "result.json:123", "result.json:124"]


def test_a_table_of_messages_is_no_export() -> None:
    """JSON with a text column is read as a table, whatever else it has."""
    (document,), _ = read('{"text": "A mine in Boni.", "messages": [1], "name": "x"}\n')
    assert document.reader == "jsonl@1"
