"""Subtitles: what is said, in sentences, without what only tells a player where and when to show it."""

from __future__ import annotations

import pytest

from crossread.read import ReadDocument, ReadOptions, read_bytes
from crossread.records import Document, Rejection

SRT = """1
00:00:01,000 --> 00:00:03,500
{\\an8}<i>Two soldiers were hurt</i>
by a mine

2
00:00:03,600 --> 00:00:05,000
<font color="#ffff00">near Gao on Monday.</font>

3
00:00:05,100 --> 00:00:07,000
- Who laid it?
- Nobody knows
"""
VTT = """WEBVTT - Evening news

NOTE made by a program
Ten men died --> not shown

STYLE
::cue { color: red }

intro
00:01.000 --> 00:03.500 position:10%,line-left align:left size:35%
<v Anna>Two soldiers &amp; a driver were hurt

00:03.600 --> 00:05.000
<v Anna>near <c.place>Gao</c>.

01:00:03.600 --> 01:00:05.000
<v Musa>It was <00:00:04.000>a mine
"""
ROLLING = """WEBVTT
Kind: captions

00:00:01.000 --> 00:00:03.000
two soldiers were

00:00:03.000 --> 00:00:05.000
two soldiers were
hurt<00:00:03.500><c> in</c><00:00:04.000><c> gao</c>

00:00:05.000 --> 00:00:07.000
hurt in gao
on monday

00:00:12.000 --> 00:00:13.000
the road is closed
"""


def read(text: str, name: str) -> Document:
    (result,) = read_bytes(text.encode(), name=name, options=ReadOptions(language="en"))
    assert isinstance(result, ReadDocument), result
    return result.document


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_srt(newline: str) -> None:
    """Numbers, times and markup go; a sentence that two cues share is one line, and each speaker's dash begins one."""
    document = read("\ufeff" + SRT.replace("\n", newline), "film.srt")
    assert document.text == "Two soldiers were hurt by a mine near Gao on Monday.\n- Who laid it?\n- Nobody knows"
    assert document.reader == "subtitles@1"


def test_vtt() -> None:
    """Notes, styles, names and settings of cues go; who speaks is told where it changes; the first line is the title."""
    document = read(VTT, "film.vtt")
    assert document.text == "Anna: Two soldiers & a driver were hurt near Gao.\nMusa: It was a mine"
    assert document.title == "Evening news"


def test_captions_that_roll_are_read_once() -> None:
    """As machines write them: each line comes twice, without a full stop; a pause begins a line."""
    assert read(ROLLING, "news.en.vtt").text == "two soldiers were hurt in gao on monday\nthe road is closed"


def test_careless_files() -> None:
    """A blank line within a cue, none between two, and a comparison that is no markup."""
    text = "1\n00:00:01,000 --> 00:00:02,000\nTwo died.\n\nNOTED: three.\n2\n00:00:02,000 --> 00:00:04,000\n3 < 5 > 2.\n"
    assert read(text, "film.srt").text == "Two died.\nNOTED: three.\n3 < 5 > 2."


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("1\nTwo soldiers were hurt at 00:00:01,000.\n", "notes.txt"),
        ("WEBVTT is a format for subtitles.\n", "notes.txt"),
        ("Two soldiers were hurt.\n\n1\n00:00:01,000 --> 00:00:02,000\nTwo died.\n", "notes.txt"),
        ("A text that somebody called so.\n", "film.srt"),
    ],
)
def test_what_is_no_subtitle_file(text: str, name: str) -> None:
    """Such texts stay as they stand."""
    document = read(text, name)
    assert (document.reader, document.text) == ("text@1", text)


@pytest.mark.parametrize("text", ["WEBVTT\n\nNOTE nothing\n", "1\n00:00:01,000 --> 00:00:02,000\n<i></i>\n"])
def test_files_without_words(text: str) -> None:
    """They are refused as empty."""
    (refused,) = read_bytes(text.encode(), name="film.vtt")
    assert isinstance(refused, Rejection)
    assert refused.reason == "empty"
