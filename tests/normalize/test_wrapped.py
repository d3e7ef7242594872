"""Texts in short lines give the same values as in long ones, and quotes that are the document's own."""

from __future__ import annotations

import textwrap

import pytest

from crossread.extract import load_extractor
from crossread.normalize import Normalizer
from crossread.normalize.wrapped import unwrapped
from crossread.records import Document, Extraction

REPORT = (
    "Militiamen attacked several villages in Irumu territory on Sunday night, killing 36 people at Boga and wounding at least "
    "twenty others, a local official said. The Red Cross put the number of dead at 41. Two days later soldiers killed six of "
    "the attackers in a forest near Mambasa, and a spokesman for the army said that seven rifles were seized there."
)


def _document(text: str) -> Document:
    return Document(id="doc_1", text=text, language="en", source="Wire")


def _values(extraction: Extraction) -> list[object]:
    return [
        (
            (claim.type, claim.stance, claim.when and claim.when.value, claim.where and claim.where.value),
            [(row.effect, row.count, row.speaker, row.part_of) for row in claim.harm],
        )
        for claim in extraction.claims
    ]


@pytest.mark.parametrize("indent", ["", "        "])
def test_lines_of_a_wrapped_report_are_read_as_one(indent: str) -> None:
    """The same claims and values; every quote stands in the text as it was written."""
    wrapped = textwrap.fill(REPORT, 70, initial_indent=indent, subsequent_indent=indent)
    extractor, normalizer = load_extractor("encoder-en"), Normalizer()
    long, short = (
        normalizer.normalize(document, extractor.extract([document])[0]) for document in map(_document, (REPORT, wrapped))
    )
    assert _values(short) == _values(long) != []
    told = [e for claim in short.claims for row in claim.harm for e in row.evidence]
    assert told
    assert all(wrapped[e.span.start : e.span.end] == e.quote for e in told)


@pytest.mark.parametrize(
    "text",
    [
        REPORT,
        "Dead in March:\n- six men who lived in the villages north of Boga town\n- two boys\n- a woman",
        "\n".join(f"MOSUL - A roadside bomb killed {n} people in the eastern part of town" for n in range(5)),
        "A headline that is as long as a line and has no stop\nThe report begins here.\nAnd goes on here.",
    ],
)
def test_other_lines_stay(text: str) -> None:
    """Long lines, lists, entries, and a headline above its report."""
    assert unwrapped(_document(text)).text == text
