"""RTF: paragraphs and table rows, in the letters that the file means; what was deleted or is hidden is no text."""

from __future__ import annotations

from datetime import date

import pytest

from crossread.read import ReadDocument, ReadOptions, read_bytes
from crossread.records import Document, Rejection

HEAD = (
    r"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0\fnil\fcharset0 Calibri;}{\f1\fnil\fcharset204 Arial;}}"
    r"{\colortbl;\red0\green0\blue0;}{\stylesheet{\s0 Normal;}}"
)
SENTENCE = "Two soldiers were hurt by a mine on Monday."


def rtf(body: str, info: str = "") -> bytes:
    """A file as office programs write it."""
    return (HEAD + info + r"\pard\f0\fs22 " + body + "}").encode("latin-1")


def read(content: bytes, name: str = "report.rtf") -> Document:
    (result,) = read_bytes(content, name=name, options=ReadOptions(language="en"))
    assert isinstance(result, ReadDocument), result
    assert result.document.reader == "rtf@1"
    return result.document


def test_paragraphs_and_rows() -> None:
    """One a line, cells parted by bars, however the lines of the file itself are broken."""
    row = r"\trowd\cellx1\cellx2 Gao\cell 2\cell\row"
    body = f"{{\\b Mine}} hurts two\\par\r\n{SENTENCE[:20]}\r\n{SENTENCE[20:]}\\par\\par\r\n{row}\r\nEnd.\\par"
    assert read(rtf(body)).text == f"Mine hurts two\n{SENTENCE}\nGao | 2\nEnd."
    assert read(rtf(body), "old.doc").text.startswith("Mine hurts two")


def test_letters() -> None:
    """Of the file's code page, of a font's, as Unicode with a stand-in, of two halves, and marks with names of their own."""
    assert read(rtf(r"L\'e9r\'e9 and L\u233?r\u233? and L\'c3\'a9")).text == "Léré and Léré and LÃ©"
    assert read(rtf(r"{\f1 \'cc\'e0\'eb\'e8} \ldblquote a\rdblquote\emdash b\~c \{d\}")).text == "Мали “a”—b c {d}"
    assert read(rtf(r"Fire \u-10179?\u-8768? in Gao")).text == "Fire 🗀 in Gao".replace("🗀", "\U0001f5c0")
    assert read(rtf("Léré")).text == "Léré"


def test_what_is_no_text() -> None:
    """Pictures, footers, links' addresses of fields, deleted and hidden words; what was inserted is text."""
    body = (
        r"{\header Secret}{\pict\pngblip 89504e47}At least {\deleted\revauthdel1 ten}{\revised twelve}{\v nobody} men "
        r"{\*\odd x}were hurt{\footnote Radio.}."
    )
    assert read(rtf(body)).text == "At least twelve men were hurt."


def test_title_and_day() -> None:
    """Of the properties, where they can be believed."""
    info = r"{\info{\title Br\'e8ve of the week}{\creatim\yr2019\mo1\dy20\hr9}}"
    document = read(rtf(SENTENCE, info))
    assert (document.title, document.published, document.published_from) == ("Brève of the week", date(2019, 1, 20), "metadata")
    bad = read(rtf(SENTENCE, r"{\info{\title report_7.rtf}{\creatim\yr2019\mo13\dy20}}"))
    assert (bad.title, bad.published) == (None, None)


@pytest.mark.parametrize(
    ("content", "reason"), [(rtf(SENTENCE)[:-20], "corrupt"), (rtf(""), "empty"), (rtf(r"{\pict 00}"), "empty")]
)
def test_what_is_refused(content: bytes, reason: str) -> None:
    """A file that is cut off, and one without words."""
    (refused,) = read_bytes(content, name="report.rtf")
    assert isinstance(refused, Rejection)
    assert (refused.reason, "report.rtf" in refused.message) == (reason, True)


def test_pictures_take_no_time() -> None:
    """Ten megabytes of a picture in the middle of the text."""
    assert read(rtf(r"Two men {\pict\wmetafile8 " + ("0f" * 64 + "\n") * 80_000 + "}were hurt.")).text == "Two men were hurt."


def test_braces_without_end_take_no_time() -> None:
    """Nested groups are no reason to stop."""
    assert read(rtf("{" * 50_000 + SENTENCE + "}" * 50_000)).text == SENTENCE
