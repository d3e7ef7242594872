"""Who is only accused is called so beside another who did it, and several deny and are accused in the plural."""

from __future__ import annotations

import pytest
from claim_maker import OPEN, actor, make_claim, make_document
from tests.weigh.test_tolls import cluster

from crossread.records import Actor, Speaker
from crossread.weigh import compare_cells, weigh_cluster
from crossread.weigh.remarks import say_unnamed

GUNMEN = actor("perpetrator", None, OPEN, raw="Gunmen")


@pytest.mark.parametrize(
    ("actors", "text"),
    [
        (
            (GUNMEN, actor("accused", None, "state_forces", raw="soldiers")),
            "“Gunmen”, “soldiers” (accused), no group named",
        ),
        ((actor("accused", None, "state_forces", raw="soldiers"),), "“soldiers”, no group named (accused)"),
        ((GUNMEN, actor("accused", None, OPEN, raw="Gunmen")), "“Gunmen”, no group named"),
    ],
)
def test_each_unnamed_doer_has_its_own_remark(actors: tuple[Actor, ...], text: str) -> None:
    """An accusation beside a doer whom the report itself tells."""
    assert say_unnamed(actors) == text
    document = make_document("a")
    claim = make_claim(document, actors=actors)
    told = weigh_cluster(cluster([claim]), [claim], {"a": document})
    cells = compare_cells(told, {claim.id: claim}, {"a": document})
    assert "(accused)" in cells["by"][claim.id].text or "accused" not in text


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        ("soldiers", ["the “soldiers” are accused", "the “soldiers” deny it"]),
        ("army", ["the “army” is accused", "the “army” denies it"]),
    ],
)
def test_the_verb_follows_the_words(raw: str, said: list[str]) -> None:
    """ "The soldiers deny it"."""
    documents = {name: make_document(name) for name in "ab"}
    accused = (GUNMEN, actor("accused", None, "state_forces", raw=raw))
    witnesses, army = Speaker(role="accuses", raw="Witnesses"), Speaker(role="denies", raw=raw)
    claims = [
        make_claim(documents["a"], actors=accused, speakers=(witnesses,)),
        make_claim(documents["b"], actors=accused, speakers=(witnesses, army), stance="denied"),
    ]
    told = weigh_cluster(cluster(claims), claims, documents)
    assert all(words in told.disagreements[0].sentence for words in said)
