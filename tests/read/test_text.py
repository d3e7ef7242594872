"""Plain text, texts in hand, encodings, options."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crossread.errors import ReadError
from crossread.read import ReadDocument, ReadOptions, read_bytes, read_text
from crossread.read.text import find_unread_day
from crossread.records import Document, document_id

FRENCH = "Deux hommes ont été blessés à Léré, a déclaré l’armée. Un élu parle d’« une embuscade ».\n"


def read(content: bytes | str, name: str = "t.txt", options: ReadOptions | None = None) -> Document:
    raw = content.encode() if isinstance(content, str) else content
    (result,) = read_bytes(raw, name=name, options=options or ReadOptions(language="en"))
    assert isinstance(result, ReadDocument), result
    return result.document


def test_the_title_is_the_headline_and_stays_in_the_text() -> None:
    """A short first line with a blank one after it is the title too."""
    document = read("Mine hurts two near Léré\n\nTwo men were hurt.\n")
    assert document.title == "Mine hurts two near Léré"
    assert document.text.startswith("Mine hurts two near Léré\n\nTwo")


@pytest.mark.parametrize(
    "text",
    [
        "Two men were hurt.\n\nMore is not known.",
        "Mine hurts two\nTwo men were hurt.",
        "x" * 200 + "\n\nTwo men were hurt.",
        "20 January 2019\n\nTwo men were hurt.",
        "Only one line",
    ],
)
def test_other_first_lines_are_no_title(text: str) -> None:
    """A sentence, a line of a paragraph, a paragraph, a date and the only line are no titles."""
    assert read(text).title is None


def test_lines_at_the_top_are_metadata() -> None:
    """What they say is taken, and they are left out of the text."""
    document = read(
        "Title: Mine hurts two\nSource: Sahel Wire\nPublished: 2019-01-20\nURL: https://example.org/1\n\nTwo men were hurt.\n"
    )
    assert (document.title, document.source, document.url) == ("Mine hurts two", "Sahel Wire", "https://example.org/1")
    assert (document.published, document.published_from) == (date(2019, 1, 20), "metadata")
    assert document.text == "Two men were hurt.\n"


def test_markdown_front_matter() -> None:
    """Between two lines of dashes, lines with other names are left out too."""
    document = read(
        "---\ntitle: 'Mine hurts two'\ndate: 2019-01-20\ntags:\n  - mines\n---\n\n# Mine hurts two\n\nTwo men were hurt.\n"
    )
    assert (document.title, document.published) == ("Mine hurts two", date(2019, 1, 20))
    assert document.text.startswith("# Mine hurts two")


@pytest.mark.parametrize(
    "text", ["Source of the fire: unknown.\nMore.", "Note: this is old.\nMore.", "Date: soon\nMore follows."]
)
def test_other_colons_stay_text(text: str) -> None:
    """Only lines with known names and readable values are metadata; nothing else is cut from a text."""
    assert read(text).text == text


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"])
def test_encodings(encoding: str) -> None:
    """The same text in every usual encoding is the same text."""
    assert read((FRENCH * 3).encode(encoding)).text == FRENCH * 3


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("cp1251", "В понедельник двое военных пострадали, когда их грузовик подорвался на мине, сообщили в министерстве.\n"),
        ("cp1256", "قال الجيش إن جنديين أصيبا عندما انفجر لغم على الطريق يوم الاثنين، وفق ما ذكرته وكالة الأنباء.\n"),
    ],
)
def test_older_encodings_of_other_scripts(encoding: str, text: str) -> None:
    """Text in an older Cyrillic or Arabic encoding is recognised from its letters."""
    assert read((text * 3).encode(encoding)).text == text * 3


@given(st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufeff"), min_size=1))
def test_unicode_is_kept(text: str) -> None:
    """No letter is composed, decomposed or dropped."""
    body = f"Two men were hurt. {text}"
    assert read(body).text == body


def test_line_breaks_become_one_kind() -> None:
    """Files from all systems give the same text, and so the same document."""
    texts = {read(f"Two men{end}were hurt.{end}").id for end in ("\n", "\r\n", "\r")}
    assert len(texts) == 1


def test_a_text_in_hand_is_kept_exactly() -> None:
    """Offsets into the caller's string are offsets into the document."""
    text = " Source: X\r\nTwo men\x0b were hurt.  "
    document = read_text(text, title="Mine", source="Sahel Wire", published=date(2019, 1, 20), external_id="7")
    assert document.text == text
    assert (document.published_from, document.sha256) == ("option", None)
    assert document.id == document_id(text, source="Sahel Wire", external_id="7", published=date(2019, 1, 20))


@pytest.mark.parametrize(("text", "reason"), [("  ", "empty"), ("a\ud800b", "not_unicode"), ("a\x00b", "not_text")])
def test_texts_that_cannot_be_stored_are_refused(text: str, reason: str) -> None:
    """What no store can hold is refused before anything is built on it."""
    with pytest.raises(ReadError) as caught:
        read_text(text)
    assert caught.value.reason == reason


def test_options_win() -> None:
    """What the caller knows stands above what the file says."""
    options = ReadOptions(source="Caller", published=date(2020, 2, 2), language="fr")
    document = read("Source: File\nPublished: 2019-01-20\n\nTwo men were hurt.", options=options)
    assert (document.source, document.published, document.language) == ("Caller", date(2020, 2, 2), "fr")
    assert document.published_from == "option"


def test_without_any_date_there_is_none() -> None:
    """Neither today nor the day of the file stands in for a date that nobody tells."""
    document = read("Two men were hurt near Léré on Monday, the army said.")
    assert (document.published, document.published_from) == (None, None)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Two men were hurt when their lorry hit a mine near the river on Monday, the army said.", "en"),
        ("TWO MEN WERE HURT WHEN THEIR LORRY HIT A MINE NEAR THE RIVER ON MONDAY, THE ARMY SAID.", "en"),
        (FRENCH, "fr"),
        ("Dos hombres resultaron heridos cuando su camión pisó una mina cerca del río, dijo el ejército.", "es"),
        ("Dois homens ficaram feridos quando o camião passou por uma mina perto do rio, disse o exército.", "pt"),
        ("قال الجيش إن جنديين أصيبا عندما انفجر لغم على الطريق يوم الاثنين.", "ar"),
        ("Gao 12.", None),
    ],
)
def test_languages(text: str, language: str | None) -> None:
    """The language is found out from a sentence, and left open for a few letters."""
    assert read(text, options=ReadOptions()).language == language


def test_a_day_may_be_given_in_words_of_iso_and_nothing_else_is_one() -> None:
    """A program may hand over "2019-01-25"; "25/01/2019" is refused with what was expected, before any file is read."""
    assert ReadOptions(published="2019-01-25").published == date(2019, 1, 25)  # type: ignore[arg-type]
    with pytest.raises(ReadError, match="2019-01-25") as caught:
        ReadOptions(published="25/01/2019")  # type: ignore[arg-type]
    assert caught.value.reason == "bad_day"


def test_a_day_that_cannot_be_read_does_not_end_the_head() -> None:
    """The source behind it is taken, and the line stays at the top of the text, where it is told of."""
    document = read("Published: yesterday\nSource: Sahel Wire\nTitle: Two hurt\n\nTwo men were hurt.")
    assert (document.source, document.title, document.published) == ("Sahel Wire", "Two hurt", None)
    assert document.text == "Published: yesterday\nTwo men were hurt."
    assert find_unread_day(document.text) == "Published: yesterday"
    between = read("Source: Sahel Wire\nDate: 03/04/2019\nTitle: Two hurt\n\nTwo men were hurt.")
    assert (between.source, between.title) == ("Sahel Wire", "Two hurt")
    alone = read("Published: yesterday\nTwo men were hurt.\nSource: none")
    assert alone.text.startswith("Published: yesterday\nTwo men were hurt.")


@pytest.mark.parametrize("line", ["Published: yesterday", "Date: 03/04/2019", "publication date: Tuesday"])
def test_a_line_that_tells_no_day_is_found(line: str) -> None:
    """After the lines of the head that were read; it stays in the text."""
    (found,) = read_bytes(f"Title: A raid\nSource: Radio Gao\n{line}\n\nTwo men were hurt.".encode(), name="a.txt")
    assert isinstance(found, ReadDocument)
    assert (found.document.published, find_unread_day(found.document.text)) == (None, line)


@pytest.mark.parametrize(
    "line", ["Published: 2019-01-20", "Date: 20 January 2019", "Update: none", "The date: unknown", "Two men"]
)
def test_other_lines_are_not_taken_for_one(line: str) -> None:
    """A day that can be read, and words that only look like a head."""
    assert find_unread_day(f"{line}\n\nTwo men were hurt.") is None
