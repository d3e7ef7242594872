"""What a report looks back on without a day, and the news of some months before."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from claim_maker import actor, harm, make_claim, make_document

from crossread.link import explain_pair, link_claims

NEWS = date(2019, 1, 11)
BACK = "A court heard how raiders shot {who} at the Kossa ford."
TOLD = "Raiders ambushed {who} by the Kossa mill."


def _when(days: int, *, scope: str = "background", dated: bool = False) -> float | None:
    documents = {
        "news": make_document("news", text="Raiders struck Gao.", published=NEWS),
        "late": make_document("late", text="The raid on Gao.", published=NEWS + timedelta(days=days)),
    }
    claims = [
        make_claim(documents["news"], place="Gao", day=NEWS),
        make_claim(documents["late"], place="Gao", scope=scope, day=NEWS if dated else None),
    ]
    return next(row.score for row in explain_pair(*claims, documents).comparisons if row.name == "when")


@pytest.mark.parametrize(("days", "worth"), [(20, 0.0), (90, 0.0), (200, -0.2), (700, -0.3), (900, -0.4)])
def test_the_longer_ago_the_less(days: int, worth: float) -> None:
    """A day that is told says when it was, however long ago; without one other incidents of the kind lie between."""
    assert _when(days) == worth
    assert _when(days, dated=True) == 1.0


def _incidents(days: int, *, named: bool) -> int:
    """The news of an ambush at Gao, and a report of so many days later that looks back on one there."""
    name = "Oumar Dembele" if named else "a man"
    documents = {
        "news": make_document("news", text=TOLD.format(who=name), published=NEWS),
        "late": make_document("late", text=BACK.format(who=name), published=NEWS + timedelta(days=days)),
    }
    who = (actor("victim", None, "civilians", raw=name),)
    toll = (harm("killed", 1),)
    claims = [
        make_claim(documents["news"], place="Gao", day=NEWS, actors=who, harm=toll),
        make_claim(documents["late"], place="Gao", scope="background", actors=who, harm=toll),
    ]
    return len(link_claims(claims, documents))


def test_a_name_tells_it_even_years_later() -> None:
    """The man whose case is heard is the one who was killed two years before."""
    assert _incidents(700, named=True) == 1
    assert _incidents(20, named=False) == 1
    assert _incidents(700, named=False) == 2
