"""Labels in two languages: chosen by one browser for itself, on every page, marked as what language they are."""

from __future__ import annotations

import httpx
from lxml import html

from crossread.codebook import load_translation
from crossread.review.rendering import SECOND


def _seconds(desk: httpx.Client, address: str) -> list[html.HtmlElement]:
    page = html.fromstring(desk.get(address).text)
    return list(page.xpath("//span[@class='second']"))


def test_labels_of_a_second_language_stand_behind_the_english_ones(desk: httpx.Client) -> None:
    """Chosen once, they are on every page, with their language and direction told; taken back, they are gone."""
    assert _seconds(desk, "/") == []
    answer = desk.post("/labels", data={"second": "ar", "back": "/?type=bombing"})
    assert str(answer.url).endswith("/?type=bombing")
    arabic = load_translation("ar")
    incident = html.fromstring(desk.get("/").text).xpath("//tr[@data-row]//a/@href")[0]
    report = html.fromstring(desk.get(incident).text).xpath("//thead//a/@href")[0].split("#")[0]
    for address in ("/", incident, report, "/method"):
        found = _seconds(desk, address)
        assert found, address
        assert {(row.get("lang"), row.get("dir")) for row in found} == {("ar", "rtl")}
        known = {label for labels in arabic.labels.values() for label in labels.values()}
        assert {row.text for row in found} <= known, address
    page = html.fromstring(desk.get(report).text)
    choices = page.xpath("//select[@name='stance']/option/text()")
    assert any(arabic.labels["stance"]["denied"] in choice for choice in choices)
    assert page.xpath("//select[@name='second']/option[@selected]/@value") == ["ar"]
    desk.post("/labels", data={"second": ""})
    assert _seconds(desk, "/") == []


def test_another_browser_sees_its_own_labels(desk: httpx.Client) -> None:
    """The choice is the browser's, not the desk's; programs get the codes as ever."""
    desk.post("/labels", data={"second": "fr"})
    with httpx.Client(base_url=desk.base_url) as other:
        assert _seconds(other, "/") == []
    plain = httpx.get(f"{desk.base_url}/api/incidents").json()
    assert desk.get("/api/incidents").json() == plain


def test_a_language_that_is_none_is_refused_and_a_stray_cookie_changes_nothing(desk: httpx.Client) -> None:
    """The page says which there are; what somebody else put into the cookie is not looked up as a file."""
    assert desk.post("/labels", data={"second": "../fr"}).status_code == 422
    desk.cookies.set(SECOND, "../../secrets")
    assert desk.get("/").status_code == 200
    assert _seconds(desk, "/") == []


def test_the_way_back_stays_on_the_desk(desk: httpx.Client) -> None:
    """An address of another site is not where the choice leads."""
    answer = desk.post("/labels", data={"second": "fr", "back": "//elsewhere.example/"}, follow_redirects=False)
    assert answer.headers["location"] == "/"
