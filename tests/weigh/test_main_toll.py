"""The toll that tells what an incident was, where nobody was killed or more people were taken."""

from __future__ import annotations

import pytest

from crossread.records import Count, Toll
from crossread.weigh import main_toll, say_toll_of


def _toll(effect: str, low: int, high: int | None, best: int | None = None) -> Toll:
    qualifier = "at_least" if high is None else "exact" if low == high else "range"
    return Toll(effect=effect, count=Count(low=low, high=high, qualifier=qualifier), best=best, claims=("clm_1",))


@pytest.mark.parametrize(
    ("tolls", "beside", "named"),
    [
        ((_toll("killed", 1, 1, 1), _toll("abducted", 187, None, 187)), ("killed",), "abducted"),
        ((_toll("killed", 9, 9, 9), _toll("abducted", 2, 2, 2)), ("killed",), None),
        ((_toll("killed", 0, 0, 0), _toll("injured", 12, 12, 12)), ("killed",), "injured"),
        ((_toll("injured", 12, 12, 12),), ("killed", "injured"), None),
        ((_toll("displaced", 400, 400, 400),), ("killed", "injured"), "displaced"),
        ((_toll("abducted", 5, 5, 5),), ("killed", "injured", "abducted"), None),
        ((_toll("killed", 5, 5, 5), _toll("displaced", 4000, 4000, 4000)), ("killed",), None),
        ((), ("killed",), None),
    ],
)
def test_the_main_effect_is_named_where_its_columns_do_not_tell_it(
    tolls: tuple[Toll, ...], beside: tuple[str, ...], named: str | None
) -> None:
    """More abducted than killed, or nobody harmed as the columns count; else nothing is added."""
    found = main_toll(tolls, beside)
    assert (found.effect if found else None) == named


def test_one_word_for_what_a_party_claims() -> None:
    """A number that rests on an enemy's word alone is "claimed" wherever it is said; under a range it is only unsettled."""
    claimed = _toll("killed", 40, 40)
    assert say_toll_of(claimed, "best_low_high@1") == "40 killed (claimed)"
    assert say_toll_of(claimed, "best_low_high@1", named=False) == "40 (claimed)"
    assert say_toll_of(claimed, "range@1") == "40 killed"
    assert say_toll_of(_toll("killed", 4, 6, 5), "best_low_high@1") == "5 killed (4–6)"
