"""Whatever a report, a folder or a person writes is only text in a dossier, in both of its forms."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from tests.export.dossier_pages import page, words
from tests.review.payloads import PAYLOADS

from crossread.export import Selection
from crossread.export.dossier_file import ENDINGS, safe_address
from crossread.export.markdown_text import escape_markdown
from crossread.records import Evidence, Judgement, Span, Speaker

# The signs that Markdown gives a meaning, in and around a cell.
SIGNS = [
    "a | b",
    "a \\| b",
    "a\n\n# b",
    "`|`",
    "*a* _b_ **c**",
    "[x](javascript:alert(1))",
    "![x](http://evil.example/x.png)",
    "~~a~~",
]
SIGNS += [
    "<http://evil.example>",
    "http://evil.example",
    "1. a",
    "- a",
    "> a",
    "---",
    "===",
    "- - -",
    "***",
    "[a]: http://evil.example",
    "\\",
    "a\x00\x1b[31mb",
]
TAGS = set(
    "a body code dd div dl dt em h1 h2 h3 head header html i li mark meta ol p q section small span strong style".split()
)
TAGS |= set("table tbody td th thead title tr ul br blockquote".split())


def said(document_id: str, payload: str) -> Evidence:
    """Words that a report begins with."""
    return Evidence(document_id=document_id, span=Span(start=0, end=len(payload)), quote=payload)


def hostile(selection: Selection, payload: str) -> Selection:
    """The case with one text in every place that a report, a folder or a person fills."""
    documents = tuple(
        replace(row, title=payload, source=payload, url=payload, name=payload, language=payload) for row in selection.documents
    )
    claims = tuple(
        replace(
            row,
            trigger=said(row.document_id, payload),
            actors=tuple(replace(one, raw=payload, evidence=(said(row.document_id, payload),)) for one in row.actors),
            harm=tuple(replace(one, raw=payload, group=payload, speaker=payload) for one in row.harm),
            speakers=(Speaker(role="reports", raw=payload),),
        )
        for row in selection.claims
    )
    incidents = tuple(
        replace(
            row,
            summary=payload,
            grade_reason=payload,
            policy=payload,
            where=row.where and replace(row.where, name=payload, admin1=payload),
            parties=tuple(replace(one, name=payload) for one in row.parties),
            accounts=tuple(replace(one, source=payload) for one in row.accounts),
            disagreements=tuple(
                replace(one, sentence=payload, readings=tuple(replace(r, text=payload) for r in one.readings))
                for one in row.disagreements
            ),
        )
        for row in selection.incidents
    )
    decided = Judgement(
        id="jdg_1",
        kind="dismiss",
        subject=incidents[0].id,
        reason=payload,
        made_by=payload,
        made_at=datetime(2021, 6, 1, tzinfo=UTC),
    )
    return replace(
        selection, documents=documents, claims=claims, incidents=incidents, filters={"text": payload}, judgements=(decided,)
    )


@pytest.mark.parametrize("payload", [*PAYLOADS, *SIGNS])
@pytest.mark.parametrize("ending", ENDINGS)
def test_what_a_report_says_is_only_text(tmp_path: Path, selection: Selection, ending: str, payload: str) -> None:
    """No tag, attribute, link or heading comes of it, every table keeps its columns, and the words stand there as they were."""
    shown = page(tmp_path, hostile(selection, payload), ending, with_names=True)
    plain = page(tmp_path, selection, ending, with_names=True)
    assert {row.tag for row in shown.iter() if isinstance(row.tag, str)} <= TAGS
    for row in shown.iter("a"):
        assert set(row.attrib) <= {"href", "id", "rel"}
        assert not row.get("href") or re.match(r"#[is]\d+$|http://evil\.example$", row.get("href"))
    assert not any(name.startswith("on") for row in shown.iter() for name in row.attrib)
    for tag in ("h1", "h2", "h3", "table", "hr", "code", "blockquote", "img", "script", "del"):
        assert len(list(shown.iter(tag))) == len(list(plain.iter(tag))), tag
    for table in shown.iter("table"):
        assert len({len(row) for row in table.iter("tr")}) == 1
    kept = " ".join(re.sub(r"[\x00-\x1f\u202a-\u202e]+", " ", payload.replace("\x1b[31m", "")).split())
    assert words(shown).count(kept) > 10


@pytest.mark.parametrize(
    ("url", "link"),
    [
        ("https://example.org/a?b=1&c=2#d", "https://example.org/a?b=1&c=2#d"),
        ("https://example.org/a b", "https://example.org/a%20b"),
        ("https://example.org/(a)|<b>\"'", "https://example.org/%28a%29%7C%3Cb%3E%22%27"),
        ("https://example.org/attaque-à-Kossa", "https://example.org/attaque-%C3%A0-Kossa"),
        ("javascript:alert(1)", ""),
        ("data:text/html,x", ""),
        ("//evil.example/x", ""),
        ("https:", ""),
        ("http://[bad", ""),
        ("java\nscript:alert(1)", ""),
        (None, ""),
    ],
)
def test_only_addresses_of_the_web_are_links(url: str | None, link: str) -> None:
    """All else is shown as text."""
    assert safe_address(url) == link


def test_escaped_text_is_the_text_again_for_who_reads_markdown() -> None:
    """Ordinary words are left alone; a day, a dash and brackets of a sentence read as they were."""
    assert (
        escape_markdown("at least 19 (from 17), 3–4 May 2021; well-known") == "at least 19 (from 17), 3–4 May 2021; well-known"
    )
    assert escape_markdown("1. a|b") == "1\\. a\\|b"
    assert escape_markdown(date(2021, 5, 3).isoformat()) == "2021-05-03"
