"""Two reports, each news of its own day, on one town: the first was printed before the other's day."""

from __future__ import annotations

from datetime import date

import pytest
from claim_maker import harm, make_claim, make_document

from crossread.link import explain_pair, link_claims
from crossread.link.comparison import Comparison

RAID = "Horsemen killed four traders in a raid on Gao {day}, elders said."


def when(
    days: tuple[int, int], published: tuple[int, int], *, words: tuple[str, str] = ("on Monday", "on Friday")
) -> Comparison:
    """The comparison of the days of two reports, days of May and days of publication."""
    documents, claims = {}, []
    for name, day, printed, word in zip("ab", days, published, words, strict=True):
        documents[name] = make_document(name, text=RAID.format(day=word), published=date(2022, 5, printed))
        claims.append(make_claim(documents[name], day=date(2022, 5, day), place="Gao", harm=(harm("killed", 4),)))
    return next(row for row in explain_pair(*claims, documents).comparisons if row.name == "when")


def test_what_was_printed_before_the_day_of_the_other_is_another() -> None:
    """A report of the 3rd cannot have what another of the 6th tells of the 5th; a day between may be the time zone."""
    assert when((2, 5), (3, 6)).score == -1.0
    assert "2 days after the first report" in when((2, 5), (3, 6)).sentence
    assert -1.0 < (when((2, 4), (3, 5)).score or 0.0) < 0


@pytest.mark.parametrize(
    ("days", "published", "words"),
    [
        ((2, 5), (6, 6), ("on Monday", "on Friday")),  # both look back on the same day: one of them is misdated
        ((2, 5), (3, 9), ("on Monday", "on Friday")),  # the later one looks back on its day
        ((2, 5), (3, 6), ("on Monday", "in last Friday's attack")),  # told before: a slip is likely
        ((2, 3), (3, 4), ("on Monday", "on Tuesday")),  # printed on the other's day
    ],
)
def test_a_slip_of_some_days_still_explains_other_gaps(
    days: tuple[int, int], published: tuple[int, int], words: tuple[str, str]
) -> None:
    """None of these is told as news of a day that came after the first report."""
    assert (when(days, published, words=words).score or 0.0) > -0.5


def test_two_raids_on_one_town_in_one_week_are_two_incidents() -> None:
    """The same words, the same number, three days between them."""
    documents, claims = {}, []
    for name, day in (("a", 2), ("b", 5)):
        documents[name] = make_document(name, text=RAID.format(day="on the day"), published=date(2022, 5, day + 1))
        claims.append(make_claim(documents[name], day=date(2022, 5, day), place="Gao", harm=(harm("killed", 4),)))
    assert len(link_claims(claims, documents, ())) == 2
