"""A day or place that excludes the other, and reports so alike in all else that it was read wrongly."""

from __future__ import annotations

from datetime import date

from claim_maker import harm, make_claim, make_document

from crossread.link import link_claims
from crossread.records import Claim, Document

DAY = date(2019, 1, 10)
ALIKE = "Masked raiders on motorbikes plundered the grain depot, shot the watchman Oumar Dembele and fled towards the quarry. "
OTHER = "Herders quarrelled over a well by the dry riverbed until elders of both hamlets parted them with sticks and stones. "


def _told(first: str, second: str) -> tuple[list[Claim], dict[str, Document]]:
    """Two reports at Gao and Niamey, and a third without a place that is close to both."""
    texts = {"a": f"{first}It was Thursday.", "b": f"{second}So a trader told.", "c": f"{first}{second}Nobody was held."}
    documents = {name: make_document(name, text=text, published=date(2019, 1, 11)) for name, text in texts.items()}
    toll = (harm("killed", 12),)
    claims = [
        make_claim(documents["a"], day=DAY, place="Gao", harm=toll),
        make_claim(documents["b"], day=DAY, place="Niamey", harm=toll),
        make_claim(documents["c"], day=DAY, harm=toll),
    ]
    return claims, documents


def test_reports_that_share_their_words_are_one_whatever_the_place() -> None:
    """The same raid in nearly the same words: the place of one was read wrongly, and parts nobody."""
    (cluster,) = link_claims(*_told(ALIKE, ALIKE))
    assert len(cluster.claim_ids) == 3


def test_other_words_leave_the_exclusion_standing() -> None:
    """The same day and toll in other words: two places are two incidents, and the third report is of one of them."""
    assert len(link_claims(*_told(ALIKE, OTHER))) == 2
