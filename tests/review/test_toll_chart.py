"""The toll over time: every told number stands in the picture at its day and height, and in the table beside it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import httpx
from lxml import html

from crossread.records import Claim, Count, Document, Incident
from crossread.review.pages import gather
from crossread.review.toll_chart import BOTTOM, HEIGHT, LEFT, RIGHT, TOP, WIDTH, Chart, draw_tolls
from crossread.store import open_store
from crossread.weigh import compare_cells


def _material(path: Path) -> tuple[Incident, dict[str, Claim], dict[str, Document]]:
    """The incident with the most accounts."""
    with open_store(str(path)) as store:
        incident = max(store.iter_incidents(), key=lambda row: len(row.accounts))
        return incident, *gather(store, incident)


def _charts(incident: Incident, claims: dict[str, Claim], documents: dict[str, Document]) -> dict[str, Chart]:
    rows = draw_tolls(incident, claims, documents, compare_cells(incident, claims, documents))
    return {chart.label: chart for chart in rows}


def test_every_mark_stands_at_its_day_and_height(store_path: Path) -> None:
    """Later published is further right, more is higher, equal is level; all lie within the picture, none on another."""
    charts = _charts(*_material(store_path))
    assert len(charts["killed"].drawn) > 3
    assert [mark.text for mark in charts["killed"].marks if mark.sign == "set aside"] == ["30"]
    for chart in charts.values():
        places = [mark.x for mark in chart.drawn]
        assert places == sorted(places)
        assert len(set(places)) == len(places)
        assert all(LEFT <= place <= WIDTH - RIGHT for place in places)
        assert [str(mark.published) for mark in chart.drawn] == sorted(str(mark.published) for mark in chart.drawn)
        assert all(TOP <= mark.high <= mark.low <= HEIGHT - BOTTOM for mark in chart.drawn)
        whole = {int(mark.text): mark.low for mark in chart.drawn if mark.text.isdecimal()}
        assert [whole[count] for count in sorted(whole)] == sorted(whole.values(), reverse=True)
        assert chart.best is None or whole.get(chart.best[1], chart.best[0]) == chart.best[0]


def test_ends_that_words_leave_open_stay_open(store_path: Path) -> None:
    """ "At least" reaches to the top without a cap, "up to" down to none; without a number or a day there is no mark."""
    incident, claims, documents = _material(store_path)
    names = [row.claim_id for row in incident.accounts if claims[row.claim_id].harm][:4]
    counts = (
        Count(low=6, high=None, qualifier="at_least"),
        Count(low=None, high=9, qualifier="at_most"),
        Count(low=None, high=None, qualifier="vague"),
        Count(low=7, high=7, qualifier="exact"),
    )
    for name, count in zip(names, counts, strict=True):
        row = replace(claims[name].harm[0], effect="killed", count=count, part_of=None, speaker=None, group=None)
        claims[name] = replace(claims[name], harm=(row,))
    undated = claims[names[3]].document_id
    documents[undated] = replace(documents[undated], published=None)
    marks = {mark.claim_id: mark for mark in _charts(incident, claims, documents)["killed"].marks}
    least, most, vague, lost = (marks[name] for name in names)
    assert (least.open_low, least.open_high, least.high) == (False, True, TOP)
    assert (most.open_low, most.open_high, most.low) == (True, False, HEIGHT - BOTTOM)
    assert vague.x is None
    assert lost.x is None
    assert lost.number == len(marks)


def test_one_told_number_makes_no_chart(store_path: Path) -> None:
    """A single account has nothing to be compared with over time."""
    incident, claims, documents = _material(store_path)
    alone = replace(incident, accounts=incident.accounts[:1])
    assert _charts(alone, claims, documents) == {}


def test_the_table_stands_in_for_the_picture(desk: httpx.Client, store_path: Path) -> None:
    """As many rows as accounts that tell the toll, each with day, source, link and number; the picture has a name."""
    incident, claims, documents = _material(store_path)
    page = html.fromstring(desk.get(f"/incidents/{incident.id}").text)
    for block, chart in zip(page.xpath("//div[@class='toll']"), _charts(incident, claims, documents).values(), strict=True):
        assert block.xpath("string(.//svg/@aria-label)").startswith(chart.label)
        assert len(block.xpath(".//svg//g")) == len(chart.drawn)
        rows = block.xpath(".//tbody/tr")
        assert [row.xpath("string(.//a/@href)") for row in rows] == [
            f"/documents/{mark.document_id}#{mark.claim_id}" for mark in chart.marks
        ]
        assert all(mark.text in row.text_content() for row, mark in zip(rows, chart.marks, strict=True))
