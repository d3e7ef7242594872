"""A day told in a later sentence with another act is not that of what is told before."""

from __future__ import annotations

from datetime import date

import pytest

from crossread.normalize.dates.told_later import without_days_of_others
from crossread.records import Claim, Document, Slot

LATER = "A guard was shot in Bria. Gunmen kidnapped a nurse in Ippy on 24 May."


def _days(text: str, acts: tuple[str, ...], day: str, score: float | None = 0.9) -> list[bool]:
    """Which of the claims told by these acts still have the day, of which the first has it at the start."""
    document = Document(id="doc_1", text=text, published=date(2016, 6, 1), language="en")
    claims = []
    for number, act in enumerate(acts):
        at, start = text.index(act), text.rindex(day)
        claims.append(
            Claim(
                id=f"clm_{number}",
                document_id="doc_1",
                type="killing",
                scope="incident",
                status="accomplished",
                stance="asserted",
                trigger=document.quote(at, at + len(act)),
                when=Slot(raw=day, value=None, evidence=(document.quote(start, start + len(day)),)),
                score=score,
            )
        )
    made = without_days_of_others(document, claims)
    assert without_days_of_others(document, made) == made
    return [claim.when is not None for claim in made]


def test_the_day_of_a_later_act_is_not_that_of_an_earlier_one() -> None:
    """The act in whose sentence the day stands keeps it."""
    assert _days(LATER, ("shot", "kidnapped"), "24 May") == [False, True]


def test_what_a_person_says_stays() -> None:
    """A claim without a score is no rule's to change."""
    assert _days(LATER, ("shot", "kidnapped"), "24 May", score=None) == [True, True]


@pytest.mark.parametrize(
    ("text", "acts", "day"),
    [
        (LATER, ("shot",), "24 May"),
        ("A guard was shot in Bria and gunmen kidnapped a nurse on 24 May.", ("shot", "kidnapped"), "24 May"),
        ("Ten died in clashes in Bria. The fighting began on 24 May when men stormed it.", ("clashes", "stormed"), "24 May"),
        ("A bomb hurt ten in Bria. Sunday's protest was called after men were shot.", ("bomb", "shot"), "Sunday"),
        ("On 24 May a guard was shot. Gunmen kidnapped a nurse in Ippy.", ("shot", "kidnapped"), "24 May"),
        ("U.N. troops shot a man of the U.N. Force and kidnapped two on 24 May.", ("shot", "kidnapped"), "24 May"),
    ],
)
def test_other_days_stay(text: str, acts: tuple[str, ...], day: str) -> None:
    """No other act in the sentence, the same sentence, an act taken up again, a day told before."""
    assert all(_days(text, acts, day))
