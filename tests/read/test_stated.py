"""The source that a line states ends where its name ends; a day behind it is the day of publication."""

from __future__ import annotations

from datetime import date
from io import BytesIO

import docx
import pytest

from crossread.read import ReadDocument, read_bytes
from crossread.read.dateline import find_dateline
from crossread.read.stated import find_stated, split_source

DAY = date(2021, 3, 22)


@pytest.mark.parametrize(
    ("value", "name", "day"),
    [
        ("Sahel Risk Desk. Published 22 March 2021.", "Sahel Risk Desk", DAY),
        ("Sahel Risk Desk. Date: 22 March 2021", "Sahel Risk Desk", DAY),
        ("Sahel Risk Desk, 22 March 2021", "Sahel Risk Desk", DAY),
        ("Sahel Risk Desk | March 22, 2021", "Sahel Risk Desk", DAY),
        ("Sahel Risk Desk - 2021-03-22", "Sahel Risk Desk", DAY),
        ("Wire Inc. Published 22 March 2021", "Wire Inc", DAY),
        ("Sahel Risk Desk. All rights reserved.", "Sahel Risk Desk", None),
        ("Sahel Risk Desk.", "Sahel Risk Desk", None),
        ("St. Mary's Radio", "St. Mary's Radio", None),
        ("Wire Inc. of Bamako", "Wire Inc. of Bamako", None),
        ("Dept. of Public Information", "Dept. of Public Information", None),
        ("U.N. Mission in Mali", "U.N. Mission in Mali", None),
        ("Radio Kivu, 90.4 FM", "Radio Kivu, 90.4 FM", None),
        ("Al-Masdar News, Beirut", "Al-Masdar News, Beirut", None),
        ("kayanews.net", "kayanews.net", None),
    ],
)
def test_where_the_name_of_a_source_ends(value: str, name: str, day: date | None) -> None:
    """At the stop of its sentence or before a day; not at an abbreviation, an initial, a place or a frequency."""
    stated = split_source(value)
    assert (stated.name, find_dateline(stated.rest)) == (name, day)


def test_other_lines_state_no_source() -> None:
    """ "Source of the fire: a bomb" tells of a fire."""
    assert find_stated("Source of the fire: a bomb") is None
    assert find_stated("The source: unknown men. They fled on 22 March 2021.") is None


def test_a_word_file_and_a_text_that_state_source_and_day_in_one_line() -> None:
    """The name alone is the source, and the day is that of the publication, in both."""
    line = "Source: Sahel Risk Desk. Published 22 March 2021."
    body = "Two soldiers were hurt by a mine near Gao on Monday, the army said. The road was closed until evening."
    word, held = docx.Document(), BytesIO()
    for paragraph in ("Mine hurts two", line, body):
        word.add_paragraph(paragraph)
    word.save(held)
    for content, name in ((held.getvalue(), "a.docx"), (f"{line}\n\n{body}".encode(), "a.txt")):
        (found,) = read_bytes(content, name=name)
        assert isinstance(found, ReadDocument)
        assert (found.document.source, found.document.published) == ("Sahel Risk Desk", DAY)
