"""A report that tells its incident twice: other reports join the two, one of which is its account and one a mention."""

from __future__ import annotations

from datetime import date

import pytest
from claim_maker import harm, judge, make_claim, make_document

from crossread.link import Cluster, link_claims
from crossread.records import Actor, Claim, Document

DAY = date(2019, 1, 10)
TEXT = "Gunmen raided the market of Gao on Thursday. {} the raid at the market was told by a trader."


def _linked(
    second: dict[str, object],
    *,
    words: str = "How",
    others: bool = True,
    judged: bool = False,
    actors: tuple[Actor, ...] = (),
    stance: str = "asserted",
) -> tuple[list[Claim], list[Cluster]]:
    """A report with a claim and a second one; beside it, if `others`, two more reports, each nearer to one of the two."""
    twice = make_document("twice", text=TEXT.format(words), published=date(2019, 1, 12))
    more = [make_document(name, text=f"{name} tells of it.", published=date(2019, 1, 12)) for name in ("wire", "paper")]
    slots = {"day": DAY, "place": "Gao", "harm": (harm("killed", 12),), "stance": stance}
    first = make_claim(twice, trigger=twice.quote(7, 13), actors=actors, **slots)
    start = twice.text.index("raid at")
    again = make_claim(twice, number=1, trigger=twice.quote(start, start + 4), **second)  # type: ignore[arg-type]
    told = [make_claim(document, day=DAY, place="Gao", harm=(harm("killed", 12),)) for document in more if others]
    documents: dict[str, Document] = {document.id: document for document in (twice, *more)}
    claims = [first, again, *told]
    decisions = [judge("different", first.id, again.id)] if judged else []
    return claims, link_claims(claims, documents, decisions)


def test_other_reports_join_what_one_tells_twice() -> None:
    """The fuller telling is the account, the other a mention; sources are counted once a report."""
    claims, (cluster,) = _linked({"day": DAY, "place": "Gao"})
    assert cluster.mentions == (claims[1].id,)
    assert set(cluster.claim_ids) == {claims[0].id, claims[2].id, claims[3].id}


@pytest.mark.parametrize(
    "second",
    [
        {"day": date(2019, 1, 14), "place": "Gao"},
        {"day": DAY, "place": "Mopti"},
        {"day": DAY, "place": "Gao", "harm": (harm("killed", 3),)},
        {"day": DAY, "place": "Gao", "type": "agreement"},
    ],
)
def test_what_differs_is_another_incident(second: dict[str, object]) -> None:
    """Another day, place, toll or kind of act in the same report."""
    claims, clusters = _linked(second)
    assert len(clusters) == 2
    assert all(claims[1].id not in cluster.all_ids for cluster in clusters if claims[0].id in cluster.all_ids)


def test_nearly_all_the_same_is_told_twice() -> None:
    """Another doer at the end of the report differs; where day, place and toll are the same it is one raid even so."""
    told = (Actor(role="perpetrator", raw="the Lions of Gao", name="Lions of Gao", type="rebel_group"),)
    again = (Actor(role="perpetrator", raw="a band of thieves", name="Thieves", type="criminal_group"),)
    same = {"day": DAY, "place": "Gao", "harm": (harm("killed", 12),), "actors": again}
    (cluster,) = _linked(same, actors=told)[1]
    assert len(cluster.claim_ids) == 3
    assert len(_linked(same | {"harm": (harm("killed", 2),)}, actors=told)[1]) == 2


def test_an_accident_and_an_attack_may_be_one_blast() -> None:
    """The same dead, day and town: told as an accident here and as an attack there. A protest is neither."""
    same = {"day": DAY, "place": "Gao", "harm": (harm("killed", 12),)}
    assert len(_linked(same | {"type": "accident"})[1]) == 1
    assert len(_linked(same | {"type": "protest"})[1]) == 2


def test_another_raid_is_no_second_telling() -> None:
    """What a report sets beside the first ("another") is of its own, however alike."""
    assert len(_linked({"day": DAY, "place": "Gao"}, words="In another incident")[1]) == 2


def test_a_report_alone_joins_nothing() -> None:
    """Without another report that binds them, two claims of one report stay two; and a person's word stands."""
    assert len(_linked({"day": DAY, "place": "Gao"}, others=False)[1]) == 2
    assert len(_linked({"day": DAY, "place": "Gao"}, judged=True)[1]) == 2


@pytest.mark.parametrize(("stances", "account"), [(("claimed", "alleged"), 1), (("alleged", "claimed"), 0)])
def test_a_partys_own_word_is_no_account_where_others_tell_as_much(stances: tuple[str, str], account: int) -> None:
    """Soldiers are accused of twelve dead; beside it the army says what it did."""
    first, second = stances
    fields: dict[str, object] = {"day": DAY, "place": "Gao", "harm": (harm("killed", 12),)}
    claims, (cluster,) = _linked({**fields, "stance": second}, stance=first)
    assert claims[account].id in cluster.claim_ids
    assert claims[1 - account].id in cluster.mentions
