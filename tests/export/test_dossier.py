"""A dossier: what a reader without crossread is told, in HTML and in Markdown; no report is more than text in it."""

from __future__ import annotations

import json
import re
import time
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from lxml import html
from markdown_it import MarkdownIt
from tests.review.payloads import PAYLOADS

from crossread.errors import ExportError
from crossread.export import ExportOptions, Selection, export_incidents
from crossread.export.dossier_accounts import PER_BAND
from crossread.export.dossier_file import ENDINGS, safe_address
from crossread.export.markdown_text import escape_markdown
from crossread.records import Count, Evidence, Incident, Judgement, Span, Speaker, Toll

MARKDOWN = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
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
TAGS = set("a body code dd div dl dt em h1 h2 h3 head header html i li meta ol p q section small span strong style".split())
TAGS |= set("table tbody td th thead title tr ul br blockquote".split())


def export(folder: Path, selection: Selection, ending: str = ".html", **options: Any) -> str:
    """The text of a dossier."""
    path = folder / f"mali{ending}"
    export_incidents("dossier", path, selection=selection, options=ExportOptions(overwrite=True, **options))
    return path.read_text(encoding="utf-8")


def page(folder: Path, selection: Selection, ending: str, **options: Any) -> html.HtmlElement:
    """A dossier as a browser has it, a Markdown one as a program makes a page of it."""
    text = export(folder, selection, ending, **options)
    return html.document_fromstring(text if ending == ".html" else MARKDOWN.render(text))


def words(element: html.HtmlElement) -> str:
    """What stands on a page, in one line, blocks and cells apart, quotation marks as a browser sets them."""
    for row in element.iter("td", "th", "dt", "dd", "li", "p", "br", "h1", "h2", "h3", "small", "q"):
        row.tail = f" {row.tail or ''}"
    for row in element.iter("q"):
        row.text = f"“{row.text}”"
        row.tag = "span"
    return " ".join(element.text_content().split())


@pytest.fixture
def told(selection: Selection) -> Selection:
    """The case with words for what is told, and what people decided about it."""
    alpha, beta = selection.documents
    attack, pit, shot, total = selection.claims

    def quote(document: Any, phrase: str) -> tuple[Any, ...]:
        start = document.text.index(phrase)
        return (document.quote(start, start + len(phrase)),)

    attack = replace(
        attack,
        harm=tuple(replace(row, evidence=quote(alpha, row.raw)) for row in attack.harm),
        actors=tuple(replace(row, evidence=quote(alpha, row.raw)) for row in attack.actors),
    )
    shot = replace(
        shot,
        harm=tuple(replace(row, evidence=quote(beta, row.raw)) for row in shot.harm),
        actors=tuple(replace(row, evidence=quote(beta, row.raw)) for row in shot.actors),
        speakers=(Speaker(role="reports", raw="the Alpha Courier", name="Alpha Courier"),),
    )
    made = {"made_by": "awa", "made_at": datetime(2021, 6, 1, tzinfo=UTC)}
    rows = (
        Judgement(id="jdg_1", kind="accept", subject="inc_market", reason="two reports checked", **made),
        Judgement(id="jdg_2", kind="correct", subject=attack.id, slot="when", value="null", **made),
        Judgement(id="jdg_3", kind="accept", subject="clm_elsewhere", **made),
    )
    return replace(selection, claims=(attack, pit, shot, total), judgements=rows)


@pytest.mark.parametrize("ending", ENDINGS)
def test_both_forms_tell_the_whole_incident(tmp_path: Path, told: Selection, ending: str) -> None:
    """Head, table, toll with bounds, accounts with quotes, disagreements, sources, grade, review, what is left out, signs."""
    text = words(page(tmp_path, told, ending))
    for phrase in (
        "2 incidents told by 2 reports",
        "country: ML",
        "Airwars: low and high, no figure chosen",
        "1 accepted, 1 open",
        "Machine candidates until a person accepts them",
        "armed attack · near Kossa, Mopti, Mali · 3–4 May 2021",
        "place told as near; day told as days",
        "“At least four”",
        "“five”",
        "“Gunmen”",
        "Killed: at least 4 or 5.",
        "at least 4: Alpha Courier “At least four”",
        "2 independent sources of 2 accounts",
        "-Beta cites Alpha Courier",
        "the doer differs",
        "accepted by awa, 1 Jun 2021: two reports checked",
        "awa: corrected when of Alpha Courier “attacked”",
        "mentioned only in passing",
        "1 claim: a total over several incidents is no incident of its own",
        "ab" * 32,
        "both cannot be right",
        "Accounts side by side",
    ):
        assert phrase in text, phrase
    assert "clm_elsewhere" not in text


@pytest.mark.parametrize("ending", ENDINGS)
def test_a_lower_bound_is_never_told_as_a_number(tmp_path: Path, told: Selection, ending: str) -> None:
    """ "At least 19" in the table and the section, 19 for 19, and "none settled" where a policy chooses none."""

    def with_toll(best: int | None, count: Count) -> Selection:
        toll = Toll(effect="killed", count=count, best=best, claims=told.incidents[0].tolls[0].claims)
        return replace(told, incidents=(replace(told.incidents[0], tolls=(toll,)),))

    at_least = page(tmp_path, with_toll(19, Count(low=17, high=None, qualifier="at_least")), ending)
    (row,) = [row for row in at_least.iter("tr") if words(row).startswith("killed 17")]
    assert words(row).split() == ["killed", "17", "at", "least", "19", "open"]
    assert "at least 19 (from 17)" in words(at_least)
    exact = page(tmp_path, with_toll(19, Count(low=19, high=19, qualifier="exact")), ending)
    assert "killed 19 19 19" in words(exact)
    ranged = page(tmp_path, with_toll(None, Count(low=6, high=9, qualifier="range")), ending)
    assert "killed 6 none settled 9" in words(ranged)


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


def test_the_page_is_one_file_that_asks_nobody_for_anything(tmp_path: Path, told: Selection) -> None:
    """No script, no style sheet or picture from elsewhere, and a policy that forbids them; light, dark and on paper."""
    text = export(tmp_path, told)
    shown = html.document_fromstring(text)
    assert not list(shown.iter("script", "link", "img", "iframe", "object"))
    assert "default-src 'none'" in text
    assert not re.search(r"@import|url\(", text)
    for rule in ("prefers-color-scheme: dark", "@media print", "size: A4", "max-width: 44rem"):
        assert rule in text
    assert sorted(path.name for path in tmp_path.iterdir()) == ["mali.html", "mali.html.manifest.json"]


@pytest.mark.parametrize("ending", ENDINGS)
def test_every_link_within_leads_somewhere(tmp_path: Path, told: Selection, ending: str) -> None:
    """From the table to the sections, from accounts to their report, and back."""
    shown = page(tmp_path, told, ending)
    there = {row.get("id") for row in shown.iter() if row.get("id")}
    links = [row.get("href")[1:] for row in shown.iter("a") if (row.get("href") or "").startswith("#")]
    assert set(links) == there == {"i1", "i2", "s1", "s2"}


@pytest.mark.parametrize("name", ["mali.pdf", "mali.csv", "mali", "mali.html.txt"])
def test_another_ending_is_refused(tmp_path: Path, selection: Selection, name: str) -> None:
    """With what there is, what was given and what to call it; nothing is written."""
    with pytest.raises(ExportError) as refused:
        export_incidents("dossier", tmp_path / name, selection=selection)
    for part in (name, ".html or .md", Path(name).suffix or "no ending", "Call it mali"):
        assert part in str(refused.value)
    assert list(tmp_path.iterdir()) == []


def test_other_formats_are_not_called_as_a_dossier_is(tmp_path: Path, selection: Selection) -> None:
    """A table called .html would open as nothing."""
    with pytest.raises(ExportError, match=r"mali\.csv"):
        export_incidents("csv", tmp_path / "mali.html", selection=selection)
    export_incidents("dossier", tmp_path / "MALI.HTML", selection=selection)


@pytest.mark.parametrize("ending", ENDINGS)
def test_names_stay_out_unless_asked_for(tmp_path: Path, told: Selection, ending: str) -> None:
    """What the person is stands in their place, bars over the name in quotes; the head says which."""
    text = export(tmp_path, told, ending)
    assert "Keïta" not in text
    assert "█" * len("Amadou Keïta") in text
    assert "withheld: what the person is stands in their place" in text
    kept = export(tmp_path, told, ending, with_names=True)
    assert "Keïta" in kept
    assert "kept as read" in kept


@pytest.mark.parametrize("ending", ENDINGS)
def test_coarser_places_and_days_tell_no_words_and_compare_none_of_them(tmp_path: Path, told: Selection, ending: str) -> None:
    """No quote, summary, sentence or reason; accounts of two days of one month are not said to agree on the day."""
    shown = words(page(tmp_path, told, ending, places="country", days="month"))
    for phrase in ("Kossa", "Mopti", "3 May", "4 May", "6 May", "attacked", "two reports checked", "liberators", "Killed: at"):
        assert phrase not in shown, phrase
    assert "1–31 May 2021" in shown
    assert "places written as their country" in shown.replace(": ", " ")
    assert "1–31 May 2021 = agrees" not in shown
    assert "at least 4: Alpha Courier" in shown


def test_words_for_a_known_actor_tell_no_place_either(tmp_path: Path, told: Selection) -> None:
    """With coarser places it is called by its name, anybody else by what it is."""
    attack = told.claims[0]
    front = replace(
        attack.actors[0], raw="the Ilu Front at Kossa", name="Ilu Front", registry_id="ilu_front", type="rebel_group"
    )
    case = replace(told, claims=(replace(attack, actors=(front, *attack.actors[1:])), *told.claims[1:]))
    shown = words(page(tmp_path, case, ".html", places="admin1"))
    assert "Kossa" not in shown
    assert "by Ilu Front" in shown
    assert "rebel_group" not in shown


def test_accounts_stand_in_bands_that_fit_a_sheet(tmp_path: Path, told: Selection) -> None:
    """Seven accounts are three bands, none wider than the others by more than one, and every one is there."""
    market, shot = told.incidents[0], told.claims[2]
    claims = [replace(shot, id=f"clm_{number}") for number in range(7)]
    accounts = tuple(replace(market.accounts[1], claim_id=claim.id, source_group=number) for number, claim in enumerate(claims))
    case = replace(told, incidents=(replace(market, accounts=accounts, disagreements=()),), claims=(*told.claims, *claims))
    shown = page(tmp_path, case, ".html")
    sizes = [len(table.xpath("thead/tr/th")) - 1 for table in shown.xpath("//table[@class='band']")]
    assert (sum(sizes), len(sizes), max(sizes) - min(sizes)) == (7, 3, 1)
    assert max(sizes) <= PER_BAND


def test_reports_of_one_source_are_told_as_one(tmp_path: Path, told: Selection) -> None:
    """A later near-copy under another name copies the first; the column says whose it is."""
    market = told.incidents[0]
    copied = replace(market, accounts=tuple(replace(row, source_group=0) for row in market.accounts), independent_sources=1)
    text = words(page(tmp_path, replace(told, incidents=(copied,)), ".html"))
    assert "-Beta (6 May 2021) copies Alpha Courier (4 May 2021)" in text
    assert "one source with Alpha Courier" in text
    assert "= agrees" not in text.partition("Toll")[0]  # one source agrees with nobody


def test_incidents_come_by_day_the_undated_last(tmp_path: Path, told: Selection) -> None:
    """Whatever the order of the selection."""
    turned = replace(told, incidents=told.incidents[::-1])
    assert export(tmp_path, turned).index("inc_market") < export(tmp_path, turned).index("inc_pit")


@pytest.mark.parametrize("ending", ENDINGS)
def test_the_same_records_and_time_give_the_same_bytes(
    tmp_path: Path, told: Selection, ending: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With SOURCE_DATE_EPOCH set."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1548979200")
    first = export(tmp_path, told, ending)
    assert export(tmp_path, told, ending) == first
    assert "1 Feb 2019 by crossread" in first
    manifest = json.loads((tmp_path / f"mali{ending}.manifest.json").read_text(encoding="utf-8"))
    assert manifest["format"] == "dossier@1"
    assert manifest["counts"]["written"] == 2


@pytest.mark.slow
@pytest.mark.parametrize("ending", ENDINGS)
def test_a_thousand_incidents_take_seconds(tmp_path: Path, told: Selection, ending: str) -> None:
    """Each with two accounts, a disagreement and a decision."""
    market = told.incidents[0]
    made = {"made_by": "awa", "made_at": datetime(2021, 6, 1, tzinfo=UTC), "kind": "accept"}
    many: list[Incident] = [replace(market, id=f"inc_{number}") for number in range(1000)]
    decided = tuple(Judgement(id=f"jdg_{row.id[4:]}", subject=row.id, **made) for row in many)
    start = time.perf_counter()
    text = export(tmp_path, replace(told, incidents=tuple(many), judgements=decided), ending)
    assert time.perf_counter() - start < 20
    assert text.count("Accounts side by side") == 1000


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
