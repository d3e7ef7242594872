"""All the words of one expression ("since Thursday", "the night of 14 to 15 January") as a stretch of the calendar."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from crossread import patterns as re
from crossread.normalize.dates.anniversaries import read_anniversary
from crossread.normalize.dates.bearings import Bearings
from crossread.normalize.dates.calendar import Stretch, day_stretch
from crossread.normalize.dates.nights import read_night
from crossread.normalize.dates.offsets import find_offset, read_offset
from crossread.normalize.dates.pairs import read_pair
from crossread.normalize.dates.points import read_single
from crossread.normalize.dates.words import Word, shape_of

_DROPPED = " ,.|"
_EVENING = re.compile(r"p\.?\s?m|^(?:1[5-9]|2[0-3])\W?\d\d\b", re.IGNORECASE)  # 6 p.m., 18:30, 2015
_HOURS_ALONE = re.compile("[FB][-&N]*")  # what is left of "from dawn to dusk", "between 8 and 10 p.m."
ONE_DAY = timedelta(days=1)


def read_stretch(words: Sequence[Word], bearings: Bearings) -> Stretch | None:
    """The stretch of days that all the words of one expression name, or None where they name none."""
    offset = find_offset(words)
    if offset is not None:
        return read_offset(offset, bearings, read_stretch)
    kept = _join_before_last(_without_ordinary(_ended(words, bearings)))
    shape = shape_of(kept)
    if not kept or "E" in shape or ("Y" not in shape and not set(shape) - set("kq")):
        return None
    if shape in ("R", "b", "kU", "RU", "hRU"):
        return _only_latest(bearings.published)
    kept, shape = _join_articles(_join_year(_turns_first(kept)))
    if anniversary := read_anniversary(kept, bearings):
        return anniversary
    if any(tag in shape for tag in "Ton"):
        return _bounded_night(kept[0].tag, read_night(kept, bearings))
    kept, timed = _without_hours(kept)
    if not kept and not timed:
        return None
    if not kept and (evening := _evening_of_night(words, bearings)):
        return evening
    if timed and not set(shape_of(kept)) - set("N-&") and kept and words and kept[-1].start > _first_hour(words):
        kept = []
    return _bounded(kept, bearings) or read_pair(kept, bearings) or read_single(kept, bearings) or _since_untold(kept, bearings)


def _ended(words: Sequence[Word], bearings: Bearings) -> Sequence[Word]:
    """ "the day after." and "two days before." with nothing behind count from the date told, like "later" and "earlier".

    "The evening before" is the one of the day before the date told, "the morning after" that of the day after.
    """
    if words and words[-1].tag in "we" and bearings.next_role == "end":
        if shape_of([word for word in words if word.tag not in _DROPPED])[-2:-1] == "P":
            turn = ("v", "previous") if words[-1].tag == "e" else ("f", "following")
            return [replace(words[-1], tag=turn[0], value=turn[1]), *words[:-1]]
        return [*words[:-1], replace(words[-1], tag="a" if words[-1].tag == "w" else "b")]
    return words


def _without_ordinary(words: Sequence[Word]) -> list[Word]:
    """Only words with a tag; "two-day" and "mid-January" lose the hyphen, which is no dash there."""
    kept: list[Word] = []
    tagged = [word for word in words if word.tag not in _DROPPED]
    for at, word in enumerate(tagged):
        glued = word.tag == "-" and word.value == "dash"
        after = tagged[at + 1].tag if at + 1 < len(tagged) else ""
        if (word.value == "range_to" and not kept) or _only_leads(word, after):
            continue
        if glued and (not kept or not after or (kept[-1].tag in "mNi" and after == "U") or kept[-1].tag == "m"):
            continue
        kept.append(word)
    return kept


def _bounded_night(tag: str, night: Stretch | None) -> Stretch | None:
    """ "by Tuesday night" has only a latest, "after Tuesday night" only an earliest."""
    if night is None or tag not in "ZVw":
        return night
    return replace(night, earliest=night.latest, latest=None) if tag == "w" else replace(night, earliest=None)


def _only_leads(word: Word, after: str) -> bool:
    """True for the "day" of "el día lunes" and the "days" of "los días 9 y 11"."""
    return (word.value == "day" and after == "D") or (word.value == "days" and after in ("N", "j"))


def _join_before_last(words: list[Word]) -> list[Word]:
    """ "the night before last" is one turn, which looks back twice; "before last week" is not."""
    joined: list[Word] = []
    for at, word in enumerate(words):
        after = words[at + 1].tag if at + 1 < len(words) else ""
        if word.tag == "l" and joined and joined[-1].tag == "e" and after not in tuple("DUMAWXITN"):
            joined[-1] = Word(tag="L", value="before_last", start=joined[-1].start, end=word.end)
        else:
            joined.append(word)
    return joined


def _since_untold(words: Sequence[Word], bearings: Bearings) -> Stretch | None:
    """ "since the invasion began": only that it was before the report is known."""
    return _only_latest(bearings.published) if words and words[0].tag == "S" else None


def _evening_of_night(words: Sequence[Word], bearings: Bearings) -> Stretch | None:
    """ "around 6 p.m." and "before midnight" after "Monday night" are on Monday, "at 2 a.m." on the day that night ends on."""
    anchor = bearings.anchor
    if anchor is None or anchor.earliest is None or anchor.latest != anchor.earliest + ONE_DAY:
        return None
    late = any(word.tag == "H" and _EVENING.search(str(word.value)) for word in words)
    late = late or (words[-1].value == "midnight" and any(word.tag == "e" for word in words))
    return day_stretch(anchor.earliest, dated=False) if late else None


def _first_hour(words: Sequence[Word]) -> int:
    return next((word.start for word in words if word.tag in "PH"), 0)


def _turns_first(words: list[Word]) -> list[Word]:
    """ "lundi dernier", "la semaine dernière": the turn stands before its noun, as the rules have it."""
    turned = list(words)
    for at in range(1, len(turned)):
        before, word = turned[at - 1], turned[at]
        after = turned[at + 1].tag if at + 1 < len(turned) else ""
        if (
            word.tag in "lpxvf"
            and before.tag in "DUWTAI"
            and after not in tuple("DUWTAMPN")
            and (at < 2 or turned[at - 2].tag not in "lhsxv")
        ):
            counted = at > 1 and turned[at - 2].tag in "Nk"
            turned[at - 1 : at + 1] = [word, before]
            if counted:
                turned[at - 2], turned[at - 1] = turned[at - 1], turned[at - 2]
    return turned


def _join_year(words: list[Word]) -> list[Word]:
    """ "May 2 and 3 this year": the turn of the year after a day or month is one mark, so that both bounds can share it."""
    joined: list[Word] = []
    for word in words:
        before = joined[-1] if joined else None
        if (
            word.tag == "U"
            and word.value == "year"
            and before
            and before.tag in "lhsx"
            and len(joined) > 1
            and joined[-2].tag in "MNOj"
        ):
            joined[-1] = Word(tag="z", value=before.value, start=before.start, end=word.end)
        else:
            joined.append(word)
    return joined


def _join_articles(words: list[Word]) -> tuple[list[Word], str]:
    """ "a week" is one week; an article before anything else says nothing."""
    joined: list[Word] = []
    for at, word in enumerate(words):
        if word.tag == "i":
            if at + 1 < len(words) and words[at + 1].tag == "U":
                joined.append(replace(word, tag="N", value=1))
            continue
        joined.append(word)
    return joined, shape_of(joined)


def _without_hours(words: Sequence[Word]) -> tuple[list[Word], bool]:
    """The words without times of day, and without what only hung on them ("early" of "early morning", "before" dawn)."""
    kept: list[Word] = []
    if re.match(r"Y(?:D|[Nj]M)", shape_of(words)):
        words = [replace(words[0], tag="H"), *words[1:]]
    words = _without_hour_words(words)
    timed = any(word.tag in "PH" for word in words)
    for at, word in enumerate(words):
        before_hour = at + 1 < len(words) and words[at + 1].tag in "PH"
        if word.tag in "PH" or (before_hour and word.tag in "mbeawZ&-" and not (word.tag in "&-" and words[at + 1].tag == "P")):
            continue
        kept.append(word)
    while timed and kept and kept[-1].tag in "mbea&-":
        kept.pop()
    while timed and kept and kept[0].tag in "wbe>":
        kept.pop(0)
    return ([] if timed and _HOURS_ALONE.fullmatch(shape_of(kept)) else kept), timed


def _without_hour_words(words: Sequence[Word]) -> list[Word]:
    """The words without the "nine" of "nine o'clock" and the "hours" of "2000 hours"."""
    tags = [word.tag for word in words]
    clock = {at for at in range(len(words) - 1) if tags[at] == "N" and words[at + 1].value == "clock"}
    hours = {at for at in range(1, len(words)) if tags[at - 1] == "H" and words[at].value == "hours"}
    return [word for at, word in enumerate(words) if at not in clock | hours]


def _only_latest(day: date | None) -> Stretch | None:
    return Stretch(earliest=None, latest=day, unit="day") if day else None


def _bounded(words: Sequence[Word], bearings: Bearings) -> Stretch | None:
    """ "since X" runs to publication; "by X", "until X" and "as of X" have only a latest, "after X" only an earliest."""
    if len(words) < 2 or any(word.tag in "&-" for word in words[1:]):
        return None
    tag = words[0].tag
    if tag not in "SFZV-we":
        return None
    point = read_single(words[1:], bearings)
    if point is None:
        return None
    if tag in "SF":
        if bearings.future and tag == "F":
            return point
        if point.earliest and bearings.published and point.earliest > bearings.published:
            return replace(point, latest=None)
        begins = any(word.tag == "m" and word.value == "start" for word in words) or shape_of(words) == "SmU"
        return Stretch(
            earliest=point.earliest, latest=bearings.published, unit="day" if begins else point.unit, dated=point.dated
        )
    if tag == "w":
        return Stretch(earliest=point.latest, latest=None, unit=point.unit)
    return Stretch(earliest=None, latest=point.latest, unit=point.unit, dated=point.dated)
