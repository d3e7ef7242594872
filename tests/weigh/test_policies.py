"""The worked example of docs/weighing.md: one incident, five accounts of four sources, five policies."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from claim_maker import harm, make_claim, make_document
from test_tolls import cluster

from crossread.link import link_claims
from crossread.records import Claim, Count, Document, Harm, Incident
from crossread.weigh import weigh_cluster

PAGE = Path(__file__).parents[2] / "docs" / "weighing.md"
DAY = date(2019, 1, 20)
ROWS = (
    ("Radio A", 21, harm("killed", 6), "At dawn the barracks shook and six men did not rise."),
    ("Ministry of Defence", 21, harm("killed", 8), "The ministry mourns eight of its own after the raid on the garrison."),
    ("Wire B", 22, harm("killed", 10), "Doctors at the clinic received ten bodies by noon, a nurse told us."),
    ("Paper C", 23, harm("killed", 10), "Ten graves were dug behind the chapel on Wednesday evening."),
    ("Ministry of Defence", 24, harm("killed", 10, None), "Our losses have risen; at least ten servicemen gave their lives."),
)


def weighed(policy: str) -> Incident:
    """The example under one policy."""
    documents: dict[str, Document] = {}
    claims: list[Claim] = []
    for number, (source, day, toll, text) in enumerate(ROWS):
        document = make_document(f"doc{number}", text=text, published=date(2019, 1, day), source=source)
        documents[document.id] = document
        claims.append(make_claim(document, day=DAY, place="Gao", harm=(toll,)))
    (cluster,) = link_claims(claims, documents)
    return weigh_cluster(cluster, claims, documents, policy)


@pytest.mark.parametrize(
    ("policy", "best", "text"),
    [
        ("lowest", 6, "6 killed (6–10)"),
        ("best_low_high", 10, "10 killed (6–10)"),
        ("range", None, "6–10 killed"),
        ("latest_official", 10, "10 killed (6–10)"),
        ("majority", 10, "10 killed (6–10)"),
    ],
)
def test_the_page_shows_what_each_policy_gives(policy: str, best: int | None, text: str) -> None:
    """The figure and the words of the page are those of the code."""
    incident = weighed(policy)
    (toll,) = incident.tolls
    assert toll.best == best
    assert toll.count == Count(low=6, high=10, qualifier="range")
    assert text in incident.summary
    assert f"| `{policy}` | {best if best is not None else '–'} | {text} |" in PAGE.read_text(encoding="utf-8")


def test_a_source_that_counts_anew_supersedes_itself_and_stays_visible() -> None:
    """The ministry's 8 of the first day decides nothing any more, and is still a reading of the disagreement."""
    incident = weighed("lowest")
    assert len({row.source_group for row in incident.accounts}) == 4
    assert all("doc1" not in claim for claim in incident.tolls[0].claims)
    readings = [reading.text for row in incident.disagreements for reading in row.readings]
    assert "8" in readings


@pytest.mark.parametrize(
    ("rows", "best"),
    [
        (((3, harm("killed", 85, None)), (3, harm("killed", 88)), (5, harm("killed", 120))), 120),  # a tie: the later one
        (((3, harm("killed", 85, None)), (3, harm("killed", 88)), (5, harm("killed", 120, None))), 120),
        (((3, harm("killed", 85, None)), (5, harm("killed", 88)), (3, harm("killed", 120))), 88),
        (
            ((3, harm("killed", 85, None)), (3, harm("killed", 88)), (4, harm("killed", 88)), (5, harm("killed", 120))),
            88,
        ),  # two
        (((3, harm("killed", 10, None)), (3, harm("killed", 11)), (5, harm("killed", 37))), 11),  # no witness for 37
        (((3, harm("killed", 1, None)), (3, harm("killed", 2)), (5, harm("killed", 9))), 2),
        (((3, harm("killed", 2, None)), (3, harm("killed", 2)), (5, harm("killed", 4))), 2),
    ],
)
def test_a_lower_bound_stands_by_figures_up_to_half_as_many_again(rows: tuple[tuple[int, Harm], ...], best: int) -> None:
    """Of those that equally many can stand by the later one is taken; one far above the bound gains nothing by it."""
    documents = {f"d{at}": make_document(f"d{at}", published=date(2019, 1, day)) for at, (day, _) in enumerate(rows)}
    claims = [make_claim(documents[f"d{at}"], day=DAY, harm=(toll,)) for at, (_, toll) in enumerate(rows)]
    (toll,) = weigh_cluster(cluster(claims), claims, documents).tolls
    assert toll.best == best
