"""The overview in a real browser: three views that follow one another, an address that holds them, a keyboard that suffices."""

from __future__ import annotations

from typing import Any

import pytest

DRAWN = "[data-map][data-drawn]"
BARS = "[data-time-detail] rect"


def _count(page: Any) -> int:
    return int(page.locator("p.counts b").first.inner_text())


def _open(page: Any, address: str = "/") -> None:
    page.goto(address)
    page.wait_for_selector(DRAWN, timeout=60_000)


def _wait_for_answer(page: Any, act: Any) -> None:
    """Do something and wait until every view has followed."""
    with page.expect_response(lambda row: row.url.split("?")[0].endswith("/")), page.expect_response("**/api/overview?*"):
        act()
    page.wait_for_selector(".views:not([aria-busy])")


def test_the_overview_opens_with_map_timeline_and_table(page: Any) -> None:
    """All three are drawn from this machine alone (the fixture refuses any other request), and opening changes no address."""
    _open(page)
    assert page.locator("canvas.maplibregl-canvas").bounding_box()["height"] > 200
    assert page.locator(BARS).count() > 3
    assert page.locator("tr[data-row]").count() == _count(page) > 3
    assert page.evaluate("location.search") == ""
    land = page.screenshot(clip=page.locator("canvas.maplibregl-canvas").bounding_box())
    assert len(land) > 5000  # an empty sea packs into much less


@pytest.mark.parametrize("width", [1280, 390])
def test_a_span_of_few_days_is_labelled_by_days(page: Any, width: int) -> None:
    """Each label is a day of the span, none is a clock time, none is cut off; the map says what has no coordinates."""
    page.set_viewport_size({"width": width, "height": 900})
    _open(page, "/?date_from=2019-01-18&date_to=2019-01-21")
    axis = page.locator("[data-time-detail] [text-anchor=middle] text").filter(has_text="Jan")
    told = [row.split("2019")[0].strip() for row in axis.all_text_contents()]
    assert told == ["18 Jan", "19 Jan", "20 Jan", "21 Jan"]
    edge = page.locator("[data-time-detail] svg").bounding_box()
    for at in range(axis.count()):
        box = axis.nth(at).bounding_box()
        assert edge["x"] <= box["x"] < box["x"] + box["width"] <= edge["x"] + edge["width"]
    _open(page)
    assert "without a place" not in page.locator("[data-map-note]").inner_text()


def test_brushing_the_timeline_filters_the_rest_and_the_address_restores_it(page: Any) -> None:
    """Days dragged over are the selection: counts, table, chips and address; reload and back give what was there before."""
    _open(page)
    before = _count(page)
    box = page.locator("[data-time-detail] .overlay").bounding_box()
    middle = box["y"] + box["height"] / 2

    def drag() -> None:
        page.mouse.move(box["x"] + box["width"] * 0.9, middle)
        page.mouse.down()
        page.mouse.move(box["x"] + box["width"] - 2, middle, steps=5)
        page.mouse.up()

    _wait_for_answer(page, drag)
    assert 0 < _count(page) < before
    address = page.url
    assert "date_from=20" in address
    assert page.locator("tr[data-row]").count() == _count(page)
    assert page.locator("[data-time-whole] .selection").count() == 1
    shown = page.locator("[data-part=table]").inner_text()
    page.reload()
    page.wait_for_selector("[data-time-whole] .selection")
    assert page.locator("[data-part=table]").inner_text() == shown
    _wait_for_answer(page, page.go_back)
    assert _count(page) == before


def test_a_drawn_box_filters_and_the_address_holds_it(page: Any) -> None:
    """A box drawn over the west of the map keeps fewer incidents; dropping its chip brings all back."""
    _open(page)
    before = _count(page)
    page.get_by_role("button", name="Draw a box").click()
    edge = page.locator("canvas.maplibregl-canvas").bounding_box()

    def draw() -> None:
        page.mouse.move(edge["x"] + 4, edge["y"] + edge["height"] * 0.2)
        page.mouse.down()
        page.mouse.move(edge["x"] + edge["width"] * 0.5, edge["y"] + edge["height"] - 4, steps=4)
        page.mouse.up()

    _wait_for_answer(page, draw)
    assert 0 < _count(page) < before
    assert "box=" in page.url
    assert page.get_by_role("button", name="Draw a box").get_attribute("aria-pressed") == "false"
    _wait_for_answer(page, lambda: page.locator("[data-key=drop-box]").click())
    assert _count(page) == before
    assert "box=" not in page.url


def test_zooming_stands_in_the_address_and_can_filter(page: Any) -> None:
    """Where the map stands is part of the address, which a reload keeps; "Filter to this view" makes it a condition."""
    _open(page)
    before = _count(page)
    page.locator("canvas.maplibregl-canvas").focus()
    for _ in range(2):
        with page.expect_response("**/api/overview?*"):
            page.keyboard.press("+")
    page.wait_for_function("location.search.includes('map=')")
    standing = page.url
    page.reload()
    page.wait_for_selector(DRAWN, timeout=60_000)
    assert page.url == standing
    _wait_for_answer(page, page.get_by_role("button", name="Filter to this view").click)
    assert _count(page) < before
    assert "map=" in page.url
    assert "box=" in page.url


def test_a_facet_is_chosen_by_keyboard_and_keeps_the_focus(page: Any) -> None:
    """Enter on a value narrows everything without leaving the page or losing one's place."""
    _open(page)
    value = page.locator("[data-key^='type-']").first
    key = value.get_attribute("data-key")
    value.focus()
    _wait_for_answer(page, lambda: page.keyboard.press("Enter"))
    assert page.evaluate("document.activeElement.dataset.key") == key
    assert page.locator(f"[data-key='{key}']").get_attribute("aria-current") == "true"
    page.keyboard.press("/")
    page.keyboard.type("barkhane")
    _wait_for_answer(page, lambda: page.keyboard.press("Enter"))
    assert "type=" in page.url
    assert "text=barkhane" in page.url


def test_the_timeline_is_moved_by_arrows(page: Any) -> None:
    """Right takes the stretch of days onwards, shift and left halves it, Escape takes it away."""
    _open(page, "/?date_from=2019-01-01&date_to=2019-01-10")
    page.locator("[data-time]").focus()
    _wait_for_answer(page, lambda: page.keyboard.press("ArrowRight"))
    assert "date_from=2019-01-11&date_to=2019-01-20" in page.url
    _wait_for_answer(page, lambda: page.keyboard.press("Shift+ArrowLeft"))
    assert "date_from=2019-01-11&date_to=2019-01-15" in page.url
    _wait_for_answer(page, lambda: page.keyboard.press("Escape"))
    assert "date_from" not in page.url


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_map_and_page_share_their_colours(page: Any, scheme: str) -> None:
    """In the dark nothing glares: the sea of the map is the colour the style sheet says."""
    page.emulate_media(color_scheme=scheme)
    _open(page)
    told = page.evaluate("getComputedStyle(document.documentElement).getPropertyValue('--sea').trim()")
    assert told == {"light": "#eef1f0", "dark": "#12161b"}[scheme]


def test_a_map_that_moves_meanwhile_leaves_no_old_table(page: Any) -> None:
    """The table's answer is slow, and the map asks again before it came: the table follows all the same."""
    _open(page)
    before = _count(page)
    held: list[Any] = []
    page.route(lambda address: "/?" in address and "text=" in address, lambda route: held.append(route), times=1)
    page.fill("#find", "Kidal")
    page.press("#find", "Enter")
    page.wait_for_function("location.search.includes('text=')")
    with page.expect_response("**/api/overview?*"):
        page.locator("[data-map-in]").click()
    page.wait_for_selector(".views:not([aria-busy])")
    assert len(held) == 1  # it was stopped, never answered
    assert page.locator("tr[data-row]").count() == _count(page) < before
