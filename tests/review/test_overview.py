"""The overview's three views, its facets and its counts are of one selection."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import httpx
import pytest
from tests.review.test_pages import page_of

from crossread.records import DateWindow
from crossread.review.selection import NAMES
from crossread.store import open_store


def _numbers(desk: httpx.Client, **conditions: str) -> dict[str, int]:
    """The counts above the views."""
    incidents, accounts, disagreements = page_of(desk.get("/", params=conditions)).xpath("//p[@role='status']//b/text()")
    return {"incidents": int(incidents), "accounts": int(accounts), "open_disagreements": int(disagreements)}


def _said(desk: httpx.Client) -> str:
    """How many of the incidents people accepted, how many are the machine's."""
    return str(page_of(desk.get("/")).xpath("string(//p[@role='status']//small)"))


def _facet(desk: httpx.Client, name: str, **conditions: str) -> dict[str, tuple[int, str]]:
    """The values of a facet with their counts and addresses."""
    rows = page_of(desk.get("/", params=conditions)).xpath(f"//section[@aria-labelledby='facet-{name}']//a")
    return {
        row.xpath("string(span[@class='value'])"): (int(row.xpath("string(span[@class='n'])")), row.get("href")) for row in rows
    }


def test_counts_are_those_of_the_store(desk: httpx.Client, store_path: Path) -> None:
    """Incidents, accounts, disagreements; a disagreement is closed once somebody decided about its incident."""
    with open_store(str(store_path)) as store:
        incidents = list(store.iter_incidents())
    expected = {
        "incidents": len(incidents),
        "accounts": sum(len(row.accounts) for row in incidents),
        "open_disagreements": sum(len(row.disagreements) for row in incidents),
    }
    parts = {"accepted": 0, "dismissed": 0, "candidates": len(incidents)}
    assert _numbers(desk) == expected
    assert desk.get("/api/overview").json()["counts"] == {**expected, **parts}
    assert _said(desk) == f"0 accepted, {len(incidents)} machine candidates"
    disputed = next(row for row in incidents if row.disagreements)
    desk.post("/judge", data={"kind": "accept", "subject": disputed.id})
    left = expected["open_disagreements"] - len(disputed.disagreements)
    assert _numbers(desk) == {**expected, "open_disagreements": left}
    other = next(row for row in incidents if row.id != disputed.id)
    desk.post("/judge", data={"kind": "dismiss", "subject": other.id, "reason": "an exercise"})
    assert _said(desk) == f"1 accepted, {len(incidents) - 2} machine candidates, 1 dismissed"
    signs = page_of(desk.get("/")).xpath("//small[@class='state']/text()")
    assert sorted(signs) == ["× dismissed", "✓ accepted"]


@pytest.mark.parametrize(
    "name", ["type", "state", "grade", "disagreement", "country", "precision", "actor", "actor_type", "source"]
)
def test_choosing_a_value_shows_as_many_incidents_as_it_says(desk: httpx.Client, name: str) -> None:
    """On the page, in the API, and with another condition as well."""
    for more in ({}, {"country": "ML"}):
        values = _facet(desk, name, **more)
        assert values or more
        for count, address in values.values():
            shown = page_of(desk.get(address)).xpath("//p[@role='status']//b/text()")[0]
            if name != "country" or not more:
                assert int(shown) == count, address
            assert desk.get("/api/incidents" + address[1:]).json()["total"] == int(shown)


def test_a_facet_keeps_its_other_values_and_drops_the_chosen(desk: httpx.Client) -> None:
    """One can go from one type to the next; choosing the chosen one again takes it away."""
    before = _facet(desk, "type")
    chosen, (_, address) = next(iter(before.items()))
    after = _facet(desk, "type", type=httpx.URL(address).params["type"])
    assert {name: count for name, (count, _) in after.items()} == {name: count for name, (count, _) in before.items()}
    assert after[chosen][1] == "/?"


def test_words_are_found_without_accents_and_case(desk: httpx.Client) -> None:
    """As in the reports, not as typed."""
    found = {words: _numbers(desk, text=words)["incidents"] for words in ("Barkhane", "BARKHÀNE", "barkhane")}
    assert len(set(found.values())) == 1
    assert found["Barkhane"] > 0
    assert _numbers(desk, text="zweifelhaft")["incidents"] == 0


def test_map_and_timeline_show_what_the_box_and_the_days_leave_out(desk: httpx.Client) -> None:
    """The map still shows what is beside the box, the whole timeline what is beside the days; counts do not."""
    everything = desk.get("/api/overview", params={"zoom": 5}).json()
    some = desk.get("/api/overview", params={"zoom": 5, "box": "-5,13,-1,16"}).json()
    assert some["map"] == everything["map"]
    assert 0 < some["counts"]["incidents"] < everything["counts"]["incidents"]
    days = desk.get("/api/overview", params={"date_from": "2019-01-01", "date_to": "2019-01-31"}).json()
    assert days["timeline"]["whole"] == everything["timeline"]["whole"]
    assert days["timeline"]["detail"]["unit"] == "day"
    assert (days["timeline"]["detail"]["first"], days["timeline"]["detail"]["last"]) == ("2019-01-01", "2019-01-31")


@pytest.mark.parametrize("wrong", ["box=1,2,3", "box=a,b,c,d", "box=0,9,1,3", "state=maybe", "bounds=nan,0,1,1", "precision=x"])
def test_a_condition_that_is_none_is_told(desk: httpx.Client, wrong: str) -> None:
    """422 with what was expected; never a page of everything."""
    answer = desk.get(f"/api/overview?{wrong}")
    assert answer.status_code == 422
    assert answer.json()["error"]["expected"]


def test_without_scripts_times_are_links(desk: httpx.Client) -> None:
    """The list that stands in for the timeline leads to the days it names."""
    page = page_of(desk.get("/"))
    links = page.xpath("//noscript//a/@href")
    assert links
    assert "date_from" in links[0]
    assert "date_to" in links[0]
    assert page.xpath("//table[contains(@class, 'list')]/caption")


def test_static_files_are_small_enough_and_name_no_other_machine() -> None:
    """1.5 MB gzipped at most, map included; nothing in them is fetched from elsewhere."""
    import gzip

    from crossread.review.app import HERE

    files = [path for path in (HERE / "static").rglob("*") if path.is_file()]
    assert {"overview.js", "map.js", "maplibre-worker.js", "world-land.json"} <= {path.name for path in files}
    assert sum(len(gzip.compress(path.read_bytes())) for path in files) <= 1_500_000


def test_the_page_sends_what_the_server_knows_and_nothing_else() -> None:
    """Names in the desk's module are those of the filters, as the server refuses any other."""
    source = (Path(__file__).parents[2] / "desk" / "src" / "address.ts").read_text(encoding="utf-8")
    (names,) = re.findall(r'CONDITIONS =\s+"([^"]+)"', source)
    assert names.split() == [*NAMES, "page"]


def test_what_reports_only_look_back_to_stands_last(desk: httpx.Client, store_path: Path) -> None:
    """By day, but news first: a raid of decades ago opens neither table nor timeline, and is said to be left out there."""
    with open_store(str(store_path)) as store:
        incidents = list(store.iter_incidents())
        *_, last = [row for row in incidents if row.when and row.when.latest and row.independent_sources]
        old = replace(
            last,
            accounts=tuple(replace(account, weight="mention") for account in last.accounts),
            when=DateWindow(earliest=date(1991, 1, 1), latest=date(1991, 12, 31), precision="year"),
        )
        store.replace_incidents([old, *(row for row in incidents if row.id != old.id)])
    page = page_of(desk.get("/"))
    rows = page.xpath("//table[contains(@class, 'cards')]/tbody/tr")
    assert rows[0].xpath("string(.//a/@href)") != f"/incidents/{old.id}"
    said = [row.text_content() for row in rows if row.get("class") == "divide"]
    assert len(said) == 1
    assert "before or after all that is news, and not in the timeline" in said[0]
    behind = rows[[row.get("class") for row in rows].index("divide") + 1 :]
    assert f"/incidents/{old.id}" in [row.xpath("string(.//a/@href)") for row in behind]
    told = desk.get("/api/overview").json()["timeline"]
    assert told["detail"]["first"] > "1991-12-31" > told["whole"]["first"]
    told = desk.get("/api/overview", params={"date_to": "1999-12-31"}).json()["timeline"]
    assert told["detail"]["first"] == "1991-01-01"
    assert "divide" in desk.get("/", params={"date_to": "1999-12-31"}).text
