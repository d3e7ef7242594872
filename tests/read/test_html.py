"""Saved web pages: main text, title, date, outlet; never the rest of the page."""

from __future__ import annotations

from datetime import date
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText

import pytest
from lxml.html import fromstring

from crossread.read import ReadDocument, read_bytes
from crossread.read.page_facts import find_page_facts
from crossread.records import Document, Rejection

BODY = (
    "<p>Two soldiers were hurt when their lorry hit a mine near Léré, the army said on Monday.</p>"
    "<p>Nobody has said that he laid it, and the mission has opened an inquiry into the matter.</p>"
)
MENU = (
    "<ul>"
    + "".join(f"<li><a href='/{name}'>{name} and more news</a></li>" for name in ("World", "Sport", "Weather") * 8)
    + "</ul>"
)
AROUND = (
    "<div class='related-posts'><h3>Read also</h3>"
    "<p>Floods close three schools in the capital, teachers said on Friday.</p></div>"
    "<div id='comments'><h3>2 comments</h3><p>A reader wrote that nobody believes a word of all this any more.</p></div>"
    "<footer><p>All rights reserved by Sahel Wire, its partners and its heirs since the year it began.</p></footer>"
)


def page(head: str = "", body: str = f"<article><h1>Mine hurts two near Léré</h1>{BODY}</article>") -> bytes:
    start = f"<!DOCTYPE html><html><head><meta charset='utf-8'><title>Mine hurts two | Sahel Wire</title>{head}</head>"
    return f"{start}<body><nav>{MENU}</nav>{body}{AROUND}</body></html>".encode()


def read(content: bytes) -> Document:
    (result,) = read_bytes(content, name="page.html")
    assert isinstance(result, ReadDocument), result
    return result.document


def test_the_main_text_and_nothing_else() -> None:
    """Headline and paragraphs are there; menu, comments, other stories and the footer are not."""
    document = read(page())
    assert document.text.split("\n")[-2:] == [
        "Two soldiers were hurt when their lorry hit a mine near Léré, the army said on Monday.",
        "Nobody has said that he laid it, and the mission has opened an inquiry into the matter.",
    ]
    for foreign in ("World", "Floods", "A reader", "rights reserved"):
        assert foreign not in document.text
    assert document.language == "en"
    assert document.reader == "html@1"


def test_tables_and_lists_are_kept_in_order() -> None:
    """A list of incidents and a table of counts in the article are text of the article."""
    extra = "<ul><li>10 May: a well was poisoned.</li></ul><table><tr><td>Gao</td><td>2 hurt</td></tr></table>"
    text = read(page(body=f"<article><h1>Week</h1>{BODY}{extra}</article>")).text
    assert text.index("poisoned") < text.index("2 hurt")


@pytest.mark.parametrize(
    "head",
    [
        "<meta property='article:published_time' content='2019-01-20T23:30:00-05:00'>",
        "<meta name='DC.date.issued' content='2019-01-20'>",
        "<meta itemprop='datePublished' content='January 20, 2019'>",
        '<script type="application/ld+json">{"@graph": [{"headline": "x", "datePublished": "2019-01-20"}]}</script>',
        "<link rel='canonical' href='https://example.org/2019/01/20/mine'>",
    ],
)
def test_dates_of_the_head(head: str) -> None:
    """The day is taken as the publisher writes it, in his own time zone; dates of change are not taken for it."""
    document = read(page("<meta property='article:modified_time' content='2021-05-05'>" + head))
    assert (document.published, document.published_from) == (date(2019, 1, 20), "metadata")


@pytest.mark.parametrize(
    "mark",
    [
        "<time datetime='2019-01-20T10:00'>20 Jan</time>",
        "<span class='entry-date'>20 January 2019</span>",
        "<div class='posted-on'><time datetime='2019-01-20'>x</time></div>",
    ],
)
def test_dates_in_the_page(mark: str) -> None:
    """An element marked as the day of publication tells it."""
    assert read(page(body=f"<article><h1>Mine hurts two</h1>{mark}{BODY}</article>")).published == date(2019, 1, 20)


def test_a_dateline_in_the_text() -> None:
    """Without any mark, the dateline of the text is used, and the document says so."""
    document = read(
        page(body=f"<article><h1>Mine hurts two</h1><p>BAMAKO, 20 January 2019 (Wire) - Two were hurt.</p>{BODY}</article>")
    )
    assert (document.published, document.published_from) == (date(2019, 1, 20), "dateline")


@pytest.mark.parametrize(
    "head", ["", "<meta property='article:published_time' content='2019-02-31'>", "<meta name='date' content='2019'>"]
)
def test_no_date_is_made_up(head: str) -> None:
    """Neither a year, nor a day that does not exist, nor the copyright line give a date."""
    assert read(page(head + "<meta property='article:modified_time' content='2021-05-05'>")).published is None


def test_outlet_title_and_address() -> None:
    """They are taken from what the page says of itself."""
    document = read(
        page(
            "<meta property='og:site_name' content='Sahel Wire'><meta property='og:title' content='Mine hurts two near Léré'>"
            "<meta property='og:url' content='https://example.org/mine'>"
        )
    )
    assert (document.source, document.title, document.url) == (
        "Sahel Wire",
        "Mine hurts two near Léré",
        "https://example.org/mine",
    )


def test_nobody_is_made_the_source() -> None:
    """A page that does not name its outlet has none; the address is not turned into one."""
    assert read(page("<link rel='canonical' href='https://example.org/mine'>")).source is None


def test_the_address_a_browser_saved() -> None:
    """Browsers write the address above the page."""
    content = b"<!-- saved from url=(0024)https://example.org/mine -->\n" + page()
    assert read(content).url == "https://example.org/mine"


def test_a_page_saved_as_a_single_file() -> None:
    """The page in it is read, and the address the browser wrote down is its address."""
    message = MIMEMultipart("related")
    message["Snapshot-Content-Location"] = "https://example.org/mine"
    message["Subject"] = "Mine hurts two near Léré"
    message.attach(MIMEText(page().decode(), "html", "utf-8"))
    message.attach(MIMEText("body {}", "css"))
    (result,) = read_bytes(message.as_bytes(), name="page.txt")
    assert isinstance(result, ReadDocument)
    assert "near Léré, the army said" in result.document.text
    assert (result.document.url, result.document.reader) == ("https://example.org/mine", "mhtml@1")


def test_a_page_laid_out_with_tables() -> None:
    """In pages of the old kind the cell with the article is read, not the cells with menus around it."""
    menu = "<td><a href='/a'>Africa and more</a><br><a href='/b'>Asia and more</a></td>"
    article = f"<td>{BODY}{BODY.replace('Two', 'Three')}</td>"
    foot = "<tr><td colspan='2'>All rights reserved by Sahel Wire and its heirs.</td></tr>"
    table = f"<table width='100%'><tr>{menu}{article}</tr>{foot}</table>"
    (result,) = read_bytes(f"<html><body>{table}</body></html>".encode(), name="old.html")
    assert isinstance(result, ReadDocument)
    assert result.document.text.startswith("Two soldiers")
    for foreign in ("Africa", "rights reserved", "|"):
        assert foreign not in result.document.text


def test_a_table_of_incidents_keeps_its_rows() -> None:
    """A table of data in an article stays a table, one row a line."""
    rows = "".join(f"<tr><td>{day} May</td><td>Gao</td><td>{day} hurt</td></tr>" for day in range(1, 6))
    assert "| 3 May | Gao | 3 hurt |" in read(page(body=f"<article><h1>Week</h1>{BODY}<table>{rows}</table></article>")).text


@pytest.mark.parametrize(
    "body",
    [
        MENU,
        f"<div class='x'>{MENU}{MENU}</div>",
        "<div id='root'></div><noscript>You need to enable JavaScript to run this app.</noscript>",
        "<p>Please enable JavaScript to see this page, or try another browser.</p>",
        f"<div id='comments'>{BODY}</div>",
        "<form><label>Name</label><input><button>Send</button></form>",
    ],
)
def test_a_page_without_an_article_is_refused(body: str) -> None:
    """No menu, notice or comment is ever taken for a report."""
    content = f"<html><head><title>Sahel Wire</title></head><body>{body}</body></html>".encode()
    (result,) = read_bytes(content, name="page.html")
    assert isinstance(result, Rejection)
    assert result.reason == "no_main_text"


@pytest.mark.parametrize(
    ("declared", "encoding"), [("windows-1252", "cp1252"), ("iso-8859-1", "latin-1"), ("utf-8", "cp1252"), ("latin1", "utf-8")]
)
def test_charsets(declared: str, encoding: str) -> None:
    """A page is read right in the charset it names, and also when it names the wrong one."""
    content = page().decode().replace("utf-8", declared).encode(encoding)
    assert "near Léré, the army" in read(content).text


@pytest.mark.parametrize(
    ("line", "published"),
    [
        ("<p class='meta'>Posted on February 23, 2025 by editor</p>", date(2025, 2, 23)),
        ("<div>Published: 23 February 2025 | Nairobi</div>", date(2025, 2, 23)),
        ("<p>Posted on <a href='/x'>February 23, 2025</a> by editor</p>", date(2025, 2, 23)),
        ("<p>Posted by Awa Ba</p>", None),
        ("<div class='comments'><p>Posted on February 23, 2025 by a reader</p></div>", None),
        ("<p>Date: 23 February 2025</p><p>The day of the attack.</p>", date(2025, 2, 23)),
    ],
)
def test_a_line_that_tells_the_day_of_publication(line: str, published: date | None) -> None:
    """ "Posted on" begins such a line; the day of a comment is none."""
    assert read(page(body=f"<div><h1>Mine hurts two</h1>{line}{BODY}</div>")).published == published


def test_two_days_of_publication_are_none() -> None:
    """A list of posts tells a day for each of them, and none for the page."""
    lines = "<li>Posted on February 23, 2025</li><li>Posted on February 24, 2025</li>"
    assert find_page_facts(fromstring(f"<html><body><ul>{lines}</ul></body></html>"), "").published is None
