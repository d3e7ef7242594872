"""A day told without its year behind one that has it is of that year."""

from __future__ import annotations

from datetime import date

import pytest

from crossread.normalize.dates import DateContext, resolve_when

PUBLISHED = date(2016, 2, 19)


def _year(text: str, raw: str, published: date | None = PUBLISHED) -> int | None:
    start = text.rindex(raw)
    context = DateContext(published=published, text=text, start=start, end=start + len(raw))
    found = resolve_when(raw, context=context)
    return found.earliest.year if found is not None and found.earliest is not None else None


@pytest.mark.parametrize(
    ("text", "raw", "year"),
    [
        ("On 5 March 2009 gunmen attacked Bria. On 12 April soldiers killed the mayor of Ippy.", "12 April", 2009),
        ("On 5 March 2009 gunmen attacked Bria.\n\nOn 12 April soldiers killed the mayor of Ippy.", "12 April", 2009),
        ("In March 1984 a patrol came to Vilcas. In April it killed the mayor.", "April", 1984),
        ("On 13 May 1992 jets hit Uchiza; on the following day Tocache was bombed, and on 15 May Saposoa.", "15 May", 1992),
        (
            "On 5 March 2009 men came. On 12 April they came back. Two days later they burned it. On 3 June they left.",
            "3 June",
            2009,
        ),
        ("In 2013 the police shot at a march on October 1, killing nine.", "October 1", 2013),
        ("The accord was signed in Ippy on 11 May 2014, and by the rebels on 16 June.", "16 June", 2014),
    ],
)
def test_a_year_is_carried_on(text: str, raw: str, year: int) -> None:
    """A day or month later in the same account has the year of the one that tells it."""
    assert _year(text, raw) == year


@pytest.mark.parametrize(
    ("text", "raw", "year"),
    [
        ("In 2006 the army killed 14 rebels. In August two geologists were seized.", "August", 2015),
        ("The war has gone on since 5 March 2009. On 12 April soldiers killed the mayor.", "12 April", 2015),
        ("On 5 March 2009 men attacked Bria. Since then little has changed. On 12 April soldiers shot two.", "12 April", 2015),
        ("On 5 January 2009 gunmen attacked Bria. On 12 February soldiers killed the mayor.", "12 February", 2016),
        ("On 5 June 2009 gunmen attacked Bria. On 12 April soldiers killed the mayor.", "12 April", 2015),
        ("A wreath is laid at a wall in Nebaj, Guatemala, June 14, 2012. On Aug. 14, two men shot a judge.", "Aug. 14", 2015),
        ("On 5 March 2009 gunmen attacked Bria. On Monday a court met. On 12 April the mayor was shot.", "12 April", 2015),
        ("On 5 March 2009 gunmen attacked Bria. Every 12 April they are mourned.", "12 April", 2015),
        ("Since violence flared up in January 2004, 148 teachers have died. On May 28 an imam was shot.", "May 28", 2015),
        ("In March 1984 a patrol came to Vilcas. The mayor was killed in April.", "April", 2015),
    ],
)
def test_a_year_is_not_carried_on(text: str, raw: str, year: int) -> None:
    """A year alone, "since", a caption, an earlier day of the calendar and the news of the last weeks lend none."""
    assert _year(text, raw) == year


def test_what_counts_from_a_carried_day_is_of_its_year() -> None:
    """ "Two days later" counts from the day as it was read."""
    text = "On 5 March 2009 gunmen attacked Bria. On 12 April soldiers killed the mayor. Two days later they left."
    assert _year(text, "Two days later") == 2009


def test_without_a_publication_the_last_year_told_holds() -> None:
    """Nothing changes where the report has no day of its own."""
    assert _year("On 5 March 2009 men attacked Bria. On 12 April soldiers came.", "12 April", None) == 2009
