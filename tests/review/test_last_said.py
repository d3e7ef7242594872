"""What an undo would take back is said in whole words, and the toll's table says on a telephone what each number is."""

from __future__ import annotations

from pathlib import Path

import httpx
from lxml import html

from crossread.flow.judging import Decision, decide
from crossread.review.deciding import LONGEST_LINE, cut_line
from crossread.store import open_store


def test_a_long_line_ends_with_a_whole_word_and_no_loose_comma() -> None:
    """The comma, the dot between parts and an open bracket lead on to what is cut off."""
    head = "1 Jun 2024 · bombing · Bannu, Khyber Pakhtunkhwa, Pakistan · 1 killed"
    assert cut_line(f"{head} (1–2), 4 injured") == f"{head} …"
    assert cut_line(f"{head}, 4 injured · 3 sources") == f"{head} …"
    assert cut_line(f"{head[:-3]}kidnapped") == f"{head.rpartition(' ')[0]} …"
    assert len(head) <= LONGEST_LINE
    assert cut_line(head) == head
    assert cut_line("short") == "short"


def test_cells_of_the_toll_say_what_they_are(desk: httpx.Client, store_path: Path) -> None:
    """Each has its column's name, which a narrow screen shows before the value."""
    with open_store(str(store_path)) as store:
        names = [row.id for row in store.iter_incidents() if row.tolls]
    pages = [html.fromstring(desk.get(f"/incidents/{name}").text) for name in names]
    table = next(found for page in pages for found in page.xpath("//section[@class='tolls']//table"))
    heads = [cell.text_content() for cell in table.xpath(".//th")]
    assert [cell.get("data-label") for cell in table.xpath(".//tbody/tr[1]/td")] == heads
    assert "cards" in table.get("class").split()


def test_undo_says_where_it_reaches(desk: httpx.Client, store_path: Path) -> None:
    """The last decision is taken back from every page; those that do not show what it was about say so."""
    with open_store(str(store_path)) as store:
        one, other = [row for row in store.iter_incidents() if row.accounts][:2]
        made = decide(store, Decision(kind="same", names=[one.accounts[0].claim_id, other.accounts[0].claim_id]))
        quotes = [store.get_claim(name).trigger.quote[:50] for name in (made[0].subject, made[0].other or "")]
        far = next(row for row in store.iter_incidents() if row.id not in (one.id, other.id))

    def told(address: str) -> str:
        return html.fromstring(desk.get(address).text).xpath("//*[@class='last']")[0].text_content()

    assert told(f"/incidents/{far.id}").endswith("UTC – not of this page")
    assert told(f"/incidents/{one.id}").endswith(" UTC")
    assert told(f"/incidents/{one.id}").startswith(f"holding together of “{quotes[0]}” and “{quotes[1]}”")
    assert told("/queue").endswith(" UTC")
