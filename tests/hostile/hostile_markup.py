"""Pages and feeds: nested too deep, without a main text, with scripts, with entities that grow."""

from __future__ import annotations

from hostile_text import SENTENCE

ARTICLE = "<article><h1>Mine hurts two near Léré</h1>" + f"<p>{SENTENCE.strip()}</p>" * 4 + "</article>"
LINKS = "".join(f"<li><a href='/{number}'>Politics and world {number}</a></li>" for number in range(60))
ITEM = "<item><title>Mine hurts two</title><description>Two soldiers were hurt by a mine on Monday.</description></item>"
LAUGHS = "".join(f"<!ENTITY l{n} '{f'&l{n - 1};' * 10}'>" for n in range(1, 10))


def _page(body: str, head: str = "") -> bytes:
    return f"<!DOCTYPE html><html><head><meta charset='utf-8'>{head}</head><body>{body}</body></html>".encode()


def _feed(items: str, doctype: str = "", title: str = "Sahel Wire") -> bytes:
    return f"<?xml version='1.0'?>{doctype}<rss version='2.0'><channel><title>{title}</title>{items}</channel></rss>".encode()


MAKERS = {
    "nested_tags.html": lambda: _page("<div>" * 100_000 + "x" + "</div>" * 100_000),
    "nested_tables.html": lambda: _page("<table><tr><td>" * 20_000 + SENTENCE),
    "nested_formats.html": lambda: _page("<b><i><font>" * 30_000 + SENTENCE),
    "unclosed_lists.html": lambda: _page("<ul><li>" * 20_000 + SENTENCE),
    "many_attributes.html": lambda: _page("<p " + " ".join(f"a{n}='{n}'" for n in range(40_000)) + f">{SENTENCE}</p>"),
    "one_huge_tag.html": lambda: b"<html><body><p class='" + b"x" * 3_000_000,
    "many_paragraphs.html": lambda: _page("<p>Shots were heard in the old town, a resident said.</p>" * 20_000),
    "many_links.html": lambda: _page("<p><a href='/x'>Shots were heard in the old town</a></p>" * 10_000),
    "open_angles.html": lambda: b"<html><body>" + b"<" * 1_000_000,
    "open_comments.html": lambda: b"<html><body>" + b"<!--" * 300_000,
    "entities.html": lambda: _page("<p>" + "&lt;&amp;&#x41;&bogus;&#99999999;" * 50_000 + "</p>"),
    "menus_only.html": lambda: _page(f"<nav><ul>{LINKS}</ul></nav>"),
    "menus_without_nav.html": lambda: _page(f"<div class='top'><ul>{LINKS}</ul></div>"),
    "scripts_only.html": lambda: _page(
        "<div id='root'></div><noscript>You need to enable JavaScript to run this app.</noscript>",
        "<script>var story = 'The army said that two soldiers were hurt.';</script>",
    ),
    "comments_only.html": lambda: _page(f"<div id='comments'><p>{SENTENCE}</p><p>{SENTENCE}</p></div>"),
    "frames.html": lambda: b"<html><frameset><frame src='file:///etc/passwd'></frameset></html>",
    "scripted_title.html": lambda: _page(ARTICLE, "<title>&lt;script&gt;alert(1)&lt;/script&gt;</title>"),
    "scripted_meta.html": lambda: _page(
        ARTICLE, "<meta property='og:title' content='\"&gt;&lt;img src=x onerror=alert(1)&gt;'>"
    ),
    "scripted_body.html": lambda: _page(
        ARTICLE + "<img src=x onerror=alert(1)><svg/onload=alert(2)><a href='javascript:alert(3)'>x</a>"
    ),
    "wrong_charset.html": lambda: _page(ARTICLE).replace(b"utf-8", b"x-no-such-charset"),
    "latin1.html": lambda: _page(ARTICLE).decode().replace("utf-8", "iso-8859-1").encode("latin-1"),
    "utf16.html": lambda: _page(ARTICLE).decode().encode("utf-16"),
    "json_ld_deep.html": lambda: _page(ARTICLE, f"<script type='application/ld+json'>{'[' * 100_000}</script>"),
    "json_ld_odd.html": lambda: _page(
        ARTICLE, '<script type="application/ld+json">{"headline": 3, "publisher": [1], "datePublished": {}}</script>'
    ),
    "impossible_date.html": lambda: _page(ARTICLE, "<meta property='article:published_time' content='2019-02-31'>"),
    "xhtml.html": lambda: b"<?xml version='1.0' encoding='utf-8'?>" + _page(ARTICLE),
    "xhtml_entities.html": lambda: f"<?xml version='1.0'?><!DOCTYPE html [{LAUGHS}]><html><body>&l9;</body></html>".encode(),
    "no_page.mhtml": lambda: (
        b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n--x\nContent-Type: text/css\n\np {}\n--x--"
    ),
    "deep.mhtml": lambda: b"".join(
        b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b%d\n\n--b%d\n" % (n, n) for n in range(3_000)
    ),
    "html_called.pdf": lambda: _page(ARTICLE),
    "html_called.txt": lambda: _page(ARTICLE),
    "html_called.docx": lambda: _page(ARTICLE),
    "html_called.csv": lambda: _page(ARTICLE),
    "html_without_extension": lambda: _page(ARTICLE),
    "entity_bomb.xml": lambda: _feed(ITEM + "<item><title>&l9;</title></item>", f"<!DOCTYPE rss [<!ENTITY l0 'ha'>{LAUGHS}]>"),
    "quadratic.xml": lambda: _feed(
        f"<item><title>{'&a;' * 20_000}</title></item>", f"<!DOCTYPE rss [<!ENTITY a '{'x' * 50_000}'>]>"
    ),
    "external_entity.xml": lambda: _feed(
        "<item><title>&x;</title></item>", "<!DOCTYPE rss [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>"
    ),
    "external_dtd.xml": lambda: _feed(ITEM, "<!DOCTYPE rss SYSTEM 'http://127.0.0.1:9/x.dtd'>"),
    "utf16_bomb.xml": lambda: (
        f"<?xml version='1.0' encoding='utf-16'?><!DOCTYPE rss [<!ENTITY l0 'ha'>{LAUGHS}]><rss><channel/></rss>".encode(
            "utf-16"
        )
    ),
    "no_entries.xml": lambda: _feed(""),
    "cut_feed.xml": lambda: _feed(ITEM * 3)[:-60],
    "deep_feed.xml": lambda: _feed("<item>" * 20_000),
    "many_entries.xml": lambda: _feed(ITEM * 1_500),
    "entry_without_text.xml": lambda: _feed("<item><title>Only a title</title></item>" + ITEM),
    "scripted_entry.xml": lambda: _feed(
        "<item><title>&lt;script&gt;alert(1)&lt;/script&gt;Shots</title>"
        "<description>&lt;p onclick='x()'&gt;Shots were heard on Monday."
        "&lt;script&gt;alert(1)&lt;/script&gt;&lt;/p&gt;</description></item>"
    ),
    "atom_called.json": lambda: (
        b"<feed xmlns='http://www.w3.org/2005/Atom'><title>W</title><entry><id>u</id><title>Mine</title>"
        b"<published>2019-01-20T10:00:00Z</published>"
        b"<content type='html'>Two soldiers were hurt by a mine.</content></entry></feed>"
    ),
    "other_xml.xml": lambda: b"<?xml version='1.0'?><orders><order id='1'>Bread</order></orders>",
}
