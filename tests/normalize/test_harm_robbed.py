"""Being robbed is no harm that is counted; what else came to those people is."""

from __future__ import annotations

import pytest

from crossread.normalize.harm.robbed import without_robbed
from crossread.records import Count, Document, Harm


def _left(text: str, raw: str, score: float | None = 0.8) -> bool:
    document = Document(id="doc_1", text=text)
    start = text.index(raw)
    row = Harm(
        effect="abducted",
        raw=raw,
        group=None,
        group_type="civilians",
        count=Count(low=3, high=3, qualifier="exact"),
        evidence=(document.quote(start, start + len(raw)),),
        score=score,
    )
    return bool(without_robbed(document, (row,)))


@pytest.mark.parametrize(
    ("text", "raw"),
    [
        ("Armed men robbed three traders near Ora on Monday.", "three traders"),
        ("Gunmen held up a bus and robbed at least three passengers.", "three passengers"),
        ("Gunmen robbed three traders and shot dead two guards.", "three traders"),
        ("Gunmen robbed three traders and abducted two of them.", "three traders"),
        ("Gunmen stopped a bus, robbed its three passengers and took the driver hostage.", "three passengers"),
        ("On Monday three passengers were robbed of their phones.", "three passengers"),
        ("Three nuns, who had been robbed, came home.", "Three nuns"),
        ("Three traders were stopped and robbed near Ora.", "Three traders"),
        ("Two soldiers fired after three traders were held up near Ora.", "three traders"),
        ("Gunmen held up three traders near Ora for their phones.", "three traders"),
        ("Gunmen robbed three traders waiting for hours near Ora.", "three traders"),
    ],
)
def test_the_robbed_are_not_counted(text: str, raw: str) -> None:
    assert not _left(text, raw)


@pytest.mark.parametrize(
    ("text", "raw"),
    [
        ("Three traders were robbed and killed near Ora.", "Three traders"),
        ("Three of the staff were stopped, robbed and struck with rifle butts.", "Three of the staff"),
        ("Gunmen robbed three traders and killed them.", "three traders"),
        ("Gunmen robbed three traders before taking them away.", "three traders"),
        ("Gunmen robbed three traders, who were later found dead.", "three traders"),
        ("Gunmen robbed and held three traders near Ora.", "three traders"),
        ("Three nuns were beaten and robbed in Ora.", "Three nuns"),
        ("Gunmen robbed a bank, taking three clerks hostage.", "three clerks"),
        ("Gunmen held up three traders for six hours near Ora.", "three traders"),
        ("Three traders were held up near Ora for two days.", "Three traders"),
        ("Three traders were abducted; a shop was robbed.", "Three traders"),
    ],
)
def test_what_else_came_to_people_is_counted(text: str, raw: str) -> None:
    assert _left(text, raw)


def test_what_people_say_stays() -> None:
    assert _left("Armed men robbed three traders.", "three traders", score=None)
