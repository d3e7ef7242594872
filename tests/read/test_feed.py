"""RSS and Atom: every entry a document."""

from __future__ import annotations

from datetime import date

from crossread.read import ReadDocument, ReadOptions, read_bytes
from crossread.records import Document

RSS = """<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Sahel Wire</title>
<item><title>Mine hurts two</title><link>https://example.org/1</link><guid>id-1</guid>
<pubDate>Sun, 20 Jan 2019 23:30:00 -0500</pubDate><description>Short.</description>
<content:encoded><![CDATA[<p>Two men were hurt &amp; a lorry was lost.</p>
<script>x()</script><p>More is not known.</p>]]></content:encoded></item>
<item><title>Shots</title><description>Shots were heard in the old town.</description></item>
</channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>Sahel Wire</title>
<entry><id>id-9</id><title type="html">Mine &lt;b&gt;hurts&lt;/b&gt; two</title><link href="https://example.org/9"/>
<updated>2021-05-05T00:00:00Z</updated><published>2019-01-20T23:30:00-05:00</published>
<summary>Two men were hurt.</summary></entry></feed>"""


def read(feed: str) -> list[Document]:
    results = read_bytes(feed.encode(), name="feed", options=ReadOptions(language="en"))
    return [result.document for result in results if isinstance(result, ReadDocument)]


def test_rss() -> None:
    """The longest text of an entry is taken, one block a line, scripts left out; the day is the publisher's."""
    first, second = read(RSS)
    assert first.text == "Two men were hurt & a lorry was lost.\nMore is not known."
    assert (first.title, first.url, first.external_id, first.source) == (
        "Mine hurts two",
        "https://example.org/1",
        "id-1",
        "Sahel Wire",
    )
    assert (first.published, first.published_from) == (date(2019, 1, 20), "metadata")
    assert (second.text, second.published) == ("Shots were heard in the old town.", None)


def test_atom() -> None:
    """The day of publication is taken, not that of a change."""
    (entry,) = read(ATOM)
    assert (entry.title, entry.text, entry.external_id) == ("Mine hurts two", "Two men were hurt.", "id-9")
    assert entry.published == date(2019, 1, 20)
