"""What is printed: readable at two widths, safe whatever a report holds, the same with and without colour."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from claim_maker import actor, harm, make_claim, make_document
from hypothesis import given
from hypothesis import strategies as st
from mali_ground import claims_by_id, incident_of, mali_clusters, mali_documents
from rich.cells import cell_len
from rich.console import Console, RenderableType

from crossread.link import link_claims
from crossread.records import Claim, Document, Extraction, Incident, Judgement, Rejection
from crossread.terminal import (
    clean,
    make_console,
    render_comparison,
    render_document,
    render_incidents,
    render_rejections,
    render_status,
)
from crossread.weigh import weigh_cluster

CAMP = ("un-secretary-general-aguelhok.txt", "armed_attack")


def printed(renderable: RenderableType, *, width: int = 100) -> str:
    """What a file of that width holds afterwards."""
    stream = io.StringIO()
    make_console(stream, width=width).print(renderable)
    return stream.getvalue()


def all_incidents() -> list[Incident]:
    """Every Mali incident."""
    return [weigh_cluster(cluster, claims_by_id(), mali_documents()) for cluster in mali_clusters()]


def compare(incident: Incident, *, quotes: bool = False, width: int = 100) -> str:
    """The printed comparison of a Mali incident."""
    rendered = render_comparison(incident, claims_by_id(), mali_documents(), quotes=quotes, width=width)
    return printed(rendered, width=width)


@pytest.mark.parametrize("width", [60, 100, 140])
def test_nothing_is_wider_than_the_terminal(width: int) -> None:
    """Comparison and table keep to the width, and no account is cut off."""
    incident = incident_of(*CAMP)
    for text in (
        compare(incident, quotes=True, width=width),
        printed(render_incidents(all_incidents(), width=width), width=width),
    ):
        assert max(len(line) for line in text.splitlines()) <= width
        assert "…" not in text


@pytest.mark.parametrize("width", [60, 100])
def test_every_account_has_its_column(width: int) -> None:
    """Eight accounts stand in as many bands as it takes, with the slots repeated in each."""
    text = compare(incident_of(*CAMP), width=width)
    words = " ".join(text.split())
    for name in ("MINUSMA", "JNIM", "Het Noorderblad", "West Africa", "The Red Lantern"):
        assert name in words
    bands = len(re.findall(r"^killed ", text, flags=re.MULTILINE))
    assert bands >= (4 if width == 60 else 2)


def test_agreement_is_told_by_sign_and_word() -> None:
    """Signs never stand alone, and the copy of a wire story says whose it is."""
    text = compare(incident_of(*CAMP))
    for mark in ("10 = agrees", "6 ≠ differs", "30 × set aside", "Gunmen ≈ compatible", "· not told"):
        assert mark in text
    assert "one source with Press" in text
    assert "mentioned only in passing" in text


def test_head_tells_grade_and_disagreements() -> None:
    """Summary first, then the grade with its reason, then each disagreement in a sentence."""
    lines = compare(incident_of("msa-communique.docx", "armed_attack")).splitlines()
    assert lines[0].startswith("15 Jan 2019 · armed attack · near Ménaka, Mali · 37 killed (10–37)")
    text = " ".join(" ".join(lines).split())
    assert "contested – Accounts compete on who did it." in text
    assert "≠ date Accounts differ on the date: 15 Jan 2019" in text


def test_quotes_are_verbatim_with_offsets() -> None:
    """With quotes, every cell is followed by words that stand at that place of the document."""
    incident = incident_of("un-secretary-general-douentza.txt", "bombing", number=1)
    text = compare(incident, quotes=True, width=140)
    found = re.findall(r"“([^”]+)” (\d+):(\d+)", text)
    assert len(found) > 10
    texts = [document.text for document in mali_documents().values()]
    for quote, start, end in found:
        assert any(source[int(start) : int(end)] == quote for source in texts)
    assert not re.search(r"\d:\d", compare(incident, width=140).replace("inc_", ""))


def test_a_source_that_is_not_stated_is_said_so_with_the_file_as_a_note() -> None:
    """The name of a file stands below "source not stated", in the head and in sentences, never in the place of a source."""
    silent = replace(make_document("a", text="Ten died.", source="x"), source=None, name="raid-7.txt", title=None)
    stated = make_document("b", text="Six died.", source="Sahel Wire")
    documents = {"a": silent, "b": stated}
    claims = [make_claim(d, trigger=d.quote(0, 3), harm=(harm("killed", n),)) for d, n in ((silent, 10), (stated, 6))]
    (cluster,) = link_claims(claims, documents, [_same(*claims)])
    incident = weigh_cluster(cluster, claims, documents)
    text = printed(render_comparison(incident, {c.id: c for c in claims}, documents, width=100))
    columns = next(line for line in text.splitlines() if line.strip().startswith("source not stated") or "Sahel Wire" in line)
    assert "source not stated" in columns
    assert "Sahel Wire" in columns
    assert re.search(r"^ +raid-7\.txt", text, re.MULTILINE) or re.search(r" raid-7\.txt\s*$", text, re.MULTILINE)
    assert "10 (source not stated [raid-7.txt])" in " ".join(text.split())
    told = Extraction(document_id="a", claims=(), wording=(), made_by="rule@1")
    assert "source not stated · " in printed(render_document(silent, told))
    assert "source not stated (raid-7.txt) · " in printed(render_document(replace(silent, title="A raid"), told))


def _same(a: Claim, b: Claim) -> Judgement:
    moment = datetime(2024, 5, 1, tzinfo=UTC)
    return Judgement(id="jdg_1", kind="same", subject=a.id, other=b.id, made_by="A", made_at=moment)


def hostile() -> tuple[Incident, dict[str, Claim], dict[str, Document]]:
    """An incident whose report tries markup, colours, a hidden link, a bell and reversed text."""
    link = "\x1b]8;;https://example.org\x07here\x1b]8;;\x07"
    words = f"[bold red]Gunmen[/bold red] \x1b[31mshot\x1b[0m {link} \u202eevil\u202c\x07 [link=x]y"
    document = make_document("a", text=words, source="[blink]Radio\x1b[2J[/blink]")
    quote = document.quote(0, len(words))
    people = (actor("perpetrator", None, raw=words),)
    claim = make_claim(document, trigger=quote, actors=people, harm=(harm("killed", 2, group=words),))
    (cluster,) = link_claims([claim], {"a": document})
    return weigh_cluster(cluster, [claim], {"a": document}), {claim.id: claim}, {"a": document}


def test_reports_cannot_paint_the_terminal() -> None:
    """Markup in a report is printed as it stands; escape sequences, controls and direction marks are not printed at all."""
    incident, claims, documents = hostile()
    stream = io.StringIO()
    console = Console(file=stream, width=120, force_terminal=True, color_system="truecolor", markup=False)
    console.print(render_comparison(incident, claims, documents, quotes=True, width=120))
    text = stream.getvalue()
    assert "[bold red]Gunmen[/bold red] shot here evil" in re.sub(r"\s+", " ", re.sub(r"\x1b\[[0-9;]*m", "", text))
    assert not re.search(r"\x1b(?!\[[0-9;]*m)", text)
    assert not set("\u202e\u202c\x07") & set(text)
    assert "\x1b[2J" not in text


@given(st.text())
def test_clean_text_has_no_controls(text: str) -> None:
    """Whatever comes in, one line of visible characters comes out, and cleaning twice changes nothing."""
    line = clean(text)
    assert not re.search(r"[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", line)
    assert clean(line) == line


def test_no_colour_where_none_is_wanted(monkeypatch: pytest.MonkeyPatch) -> None:
    """A file gets plain text; NO_COLOR takes the colours from a terminal too, and no information with them."""
    incident = incident_of(*CAMP)
    assert "\x1b" not in compare(incident)
    monkeypatch.setenv("NO_COLOR", "1")
    stream = io.StringIO()
    console = Console(file=stream, width=100, force_terminal=True, markup=False)
    console.print(render_comparison(incident, claims_by_id(), mali_documents()))
    assert not re.search(r"\x1b\[[0-9;]*3[0-7]m", stream.getvalue())
    assert "≠ differs" in stream.getvalue()


def test_a_stream_without_the_signs_still_prints() -> None:
    """An old code page gets question marks beside the words instead of an error."""
    stream = io.TextIOWrapper(io.BytesIO(), encoding="ascii")
    make_console(stream, width=100).print(render_comparison(incident_of(*CAMP), claims_by_id(), mali_documents()))
    stream.flush()
    assert b"? differs" in stream.buffer.getvalue()  # type: ignore[attr-defined]


def test_table_lists_incidents_by_date_with_short_ids() -> None:
    """Every incident in order of date, with an id that is unique in the list, its toll, grade and worst disagreement."""
    text = printed(render_incidents(all_incidents()))
    dates = re.findall(r"^inc_\w{8} +(\d+ \w+ \d{4})", text, flags=re.MULTILINE)
    assert dates[:3] == ["15 May 2015", "20 Jun 2015", "10 Jan 2019"]
    assert len(dates) == len(all_incidents())
    assert "at least 19" in text
    assert "≠ perpetrator +2" in text.replace("\u00a0", " ")


def test_an_incident_without_any_day_stands_last() -> None:
    """Behind those of which only a last day is known, whatever their ids."""
    dated = next(row for row in all_incidents() if row.when and row.when.earliest)
    assert dated.when
    open_window = replace(dated.when, earliest=None, precision="unknown")
    told = [replace(dated, id="inc_a", when=None), replace(dated, id="inc_z", when=open_window), replace(dated, id="inc_m")]
    assert re.findall("inc_[amz]", printed(render_incidents(told))) == ["inc_m", "inc_z", "inc_a"]


LONG = ("Democratic Republic of the Congo", "Saint Vincent and the Grenadines", "South Georgia and the South Sandwich Islands")


@pytest.mark.parametrize("width", [80, 100, 140])
@pytest.mark.parametrize("codes", [("CD", "VC", "GS"), ("GS",)])
@pytest.mark.parametrize("name", ["Goma", "Saint-Jean-Baptiste-de-la-Salle-et-Notre-Dame", "x" * 150, "北基伍省戈马市" * 9])
def test_long_names_of_places_keep_to_the_width(width: int, codes: tuple[str, ...], name: str) -> None:
    """No line is wider than the terminal, and a country's long name stands in one line wherever one is wide enough."""
    placed = [
        replace(row, where=replace(row.where, name=name, admin1=None, country=codes[number % len(codes)]))
        for number, row in enumerate(row for row in all_incidents() if row.where)
    ]
    lines = printed(render_incidents(placed, width=width), width=width).splitlines()
    assert max(cell_len(line) for line in lines) <= width
    assert not any("…" in line for line in lines)
    countries = [country for country in LONG for line in lines if country in line]
    if width >= 100 and len(name) < 20:
        assert len(countries) == (1 if len(codes) == 1 else len(placed))


def test_places_have_a_line_of_their_own_below_the_columns() -> None:
    """The columns stand at the same offsets in every row, whatever the places are called."""
    lines = printed(render_incidents(all_incidents())).splitlines()
    (head,) = [line for line in lines if line.startswith("id ")]
    rows = [line for line in lines if line.startswith("inc_")]
    for title in ("date", "what", "toll", "grade", "differ on"):
        at = head.index(title)
        assert {line[at - 2 : at] for line in rows} == {"  "}
        assert all(line[at] != " " for line in rows)
    assert lines[0].rstrip() == "Country: Mali"
    assert not any("Mali" in line for line in lines[1:])


def test_rejections_and_status_are_told_in_full() -> None:
    """Each rejection with step, subject, reason and what to do; counts in the order given; nothing is said as nothing."""
    message = "It is locked.\n  where: a[b].pdf\n  found: a lock\n  Open it and save it without a password."
    row = Rejection(step="read", subject="a[b].pdf", reason="encrypted", message=message)
    assert [line.rstrip() for line in printed(render_rejections([row])).splitlines()] == [
        "a[b].pdf  read: encrypted",
        "  It is locked.",
        "  found: a lock",
        "  Open it and save it without a password.",
    ]
    assert printed(render_status({"documents": 1200, "claims": 0})).split() == ["documents", "1,200", "claims", "0"]
    assert printed(render_rejections([])).strip() == "Nothing was set aside."
    assert printed(render_incidents([])).strip() == "No incidents."


def test_a_boast_is_no_plain_number_in_the_list() -> None:
    """What a party alone says of its enemy's dead is marked as its claim, also in the list; what others tell is not."""
    document = make_document("a", source="JNIM")
    doer = actor("perpetrator", "JNIM", raw="our fighters")
    lost = harm("killed", 87, group="soldiers", group_type="state_forces")
    claim = make_claim(document, stance="claimed", actors=(doer,), harm=(lost,))
    (cluster,) = link_claims([claim], {"a": document})
    text = printed(render_incidents([weigh_cluster(cluster, [claim], {"a": document})]), width=140)
    assert "87 killed (claimed)" in text
    assert "(claimed)" not in printed(render_incidents([hostile()[0]]), width=140)
