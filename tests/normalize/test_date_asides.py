"""Days that are looked back to, or on which somebody wrote: what follows does not count from them."""

from __future__ import annotations

from datetime import date

import pytest

from crossread.normalize.dates import DateContext, resolve_when
from crossread.records import DateWindow

PUBLISHED = date(2016, 2, 19)


def _window(text: str, raw: str, trigger: str | None = None) -> DateWindow | None:
    start = text.rindex(raw)
    act = text.index(trigger) if trigger else None
    context = DateContext(published=PUBLISHED, text=text, start=start, end=start + len(raw), trigger=act)
    return resolve_when(raw, context=context)


@pytest.mark.parametrize(
    ("text", "raw", "day"),
    [
        (
            "On 11 February police shot six men in Bria after a grenade attack the previous evening. On the same day men fled.",
            "the same day",
            date(2016, 2, 11),
        ),
        (
            "Men raided Ippy on 10 February. They had been seen two days earlier near the river. The next day they left.",
            "The next day",
            date(2016, 2, 11),
        ),
        (
            "On 3 January 2014 soldiers shot nine. The army maintained in a communiqué of 11 January that they were rebels. "
            "Ten days later it left.",
            "Ten days later",
            date(2014, 1, 13),
        ),
        (
            "A bomb hit Ippy on 11 February, where nine men had been shot on 7 February. Hours earlier a clerk was seized.",
            "Hours earlier",
            date(2016, 2, 11),
        ),
        (
            "Men raided Ippy on 11 February. They seized a man who had survived a raid on 7 February. The next day they left.",
            "The next day",
            date(2016, 2, 12),
        ),
    ],
)
def test_what_follows_goes_on_from_the_day_before_them(text: str, raw: str, day: date) -> None:
    """A look back at the end of a sentence and the day of a communiqué are passed over."""
    found = _window(text, raw)
    assert found is not None
    assert found.earliest == day


@pytest.mark.parametrize(
    ("text", "raw", "day"),
    [
        (
            "Men raided Ippy on 10 February. Two days earlier, men had burned two boats. On the same day a clerk was shot.",
            "the same day",
            date(2016, 2, 8),
        ),
        (
            "Men raided Ippy on 10 February. A teacher was seized two days earlier and freed the next day.",
            "the next day",
            date(2016, 2, 9),
        ),
        (
            "A bomb hit Ippy on 11 February. Nine men had been shot there on 7 February. The next day two were found.",
            "The next day",
            date(2016, 2, 8),
        ),
        (
            "A bomb hit Ippy on 11 February, where men had met. On 13 February they came back. The next day they left.",
            "The next day",
            date(2016, 2, 14),
        ),
        (
            "Men raided Ippy on 10 February. On 12 February they came back. The next day they left.",
            "The next day",
            date(2016, 2, 13),
        ),
        (
            "Men raided Ippy on 10 February. Three days later they came back. The next day they left.",
            "The next day",
            date(2016, 2, 14),
        ),
    ],
)
def test_other_days_are_counted_from(text: str, raw: str, day: date) -> None:
    """A look back that opens its sentence, one in the same sentence, another day and a step ahead."""
    found = _window(text, raw)
    assert found is not None
    assert found.earliest == day


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("On 5 February the Commission reported the killing of three farmers in Ippy.", "killing"),
        ("On 5 February the Commission confirmed the abduction of a nurse in Ippy.", "abduction"),
    ],
)
def test_the_day_of_reporting_a_past_act_only_bounds_it(text: str, trigger: str) -> None:
    """ "Reported the killing of" tells what has been done before."""
    found = _window(text, "5 February", trigger)
    assert found is not None
    assert (found.earliest, found.latest, found.reported_on) == (None, date(2016, 2, 5), date(2016, 2, 5))


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("On 5 February residents reported heavy shelling in Ippy.", "shelling"),
        ("On 5 February police announced the abduction of a nurse in Ippy.", "abduction"),
        ("On 5 February gunmen carried out the killing of three farmers.", "killing"),
    ],
)
def test_other_acts_keep_the_day(text: str, trigger: str) -> None:
    """What is seen on that day, what the authorities announce and what is no saying."""
    found = _window(text, "5 February", trigger)
    assert found is not None
    assert found.earliest == date(2016, 2, 5)
