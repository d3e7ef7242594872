"""Women and children among those counted, as rows of the comparison and as disagreements."""

from __future__ import annotations

from claim_maker import harm, make_claim, make_document
from test_tolls import cluster, weigh

from crossread.records import Harm
from crossread.weigh import compare_cells, weigh_cluster


def among(*told: tuple[int, str]) -> tuple[Harm, ...]:
    """Twenty killed, and of them so many of each group."""
    return (harm("killed", 20), *(harm("killed", n, group=group, part_of=0) for n, group in told))


def rows_of(*tellings: tuple[Harm, ...], slot: str) -> list[tuple[str, str]]:
    """Text and sign of each account in a row of one incident told so."""
    documents = {name: make_document(name) for name in "abc"[: len(tellings)]}
    claims = [make_claim(document, harm=rows) for document, rows in zip(documents.values(), tellings, strict=True)]
    cells = compare_cells(weigh_cluster(cluster(claims), claims, documents), {c.id: c for c in claims}, documents)
    return sorted((cell.text, cell.sign) for cell in cells.get(slot, {}).values())


def test_five_children_are_no_six() -> None:
    """A number of children that another account contradicts is told as a disagreement of its own, beside equal totals."""
    incident = weigh({"harm": among((5, "children"))}, {"harm": among((6, "children"))})
    assert [row.slot for row in incident.disagreements] == ["harm.killed.children"]
    assert incident.disagreements[0].sentence.startswith("Accounts differ on the number of children killed: ")
    assert rows_of(among((5, "children")), among((6, "children")), slot="children killed") == [
        ("5", "differs"),
        ("6", "differs"),
    ]


def test_boys_and_girls_are_children() -> None:
    """Three boys and two girls are five children; where the children are counted too, the boys are some of them."""
    assert weigh({"harm": among((3, "boys"), (2, "girls"))}, {"harm": among((5, "children"))}).disagreements == ()
    assert weigh({"harm": among((5, "children"), (3, "boys"))}, {"harm": among((5, "minors"))}).disagreements == ()
    assert rows_of(among((3, "boys"), (2, "girls")), among((5, "children")), slot="children killed") == [("5", "agrees")] * 2


def test_women_and_children_together_say_nothing_of_each() -> None:
    """ "12 women and children" make no row of women and none of children; who tells none contradicts nobody."""
    mixed = among((12, "women and children"))
    assert rows_of(mixed, mixed, slot="women killed") == []
    assert rows_of(among((9, "women")), mixed, slot="women killed") == [("", "not told"), ("9", "told")]
    assert weigh({"harm": among((9, "women"))}, {"harm": mixed}).disagreements == ()
