"""Two told bounds ("between 5 and 9 May", "since Thursday", "the night of 14 to 15 January") as a stretch of the calendar."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from crossread.normalize.date_bearings import Bearings
from crossread.normalize.date_calendar import UNITS, Stretch, day_stretch
from crossread.normalize.date_counted import back_by
from crossread.normalize.date_points import names_point, read_point
from crossread.normalize.date_words import Word, shape_of

_DROPPED = " ,.|"
ONE_DAY = timedelta(days=1)


def read_stretch(words: Sequence[Word], bearings: Bearings) -> Stretch | None:
    """The stretch of days that all the words of one expression name, or None where they name none."""
    kept = _without_ordinary(_ended(words, bearings))
    shape = shape_of(kept)
    if not kept or "E" in shape or ("Y" not in shape and not set(shape) - set("kq")):
        return None
    if shape in ("R", "b", "kU", "RU", "hRU"):
        return _only_latest(bearings.published)
    kept, shape = _join_articles(_join_year(_turns_first(kept)))
    if any(tag in shape for tag in "Ton"):
        return _night(kept, bearings)
    kept, timed = _without_hours(kept)
    if not kept and not timed:
        return None
    if timed and not set(shape_of(kept)) - set("N-&") and kept and words and kept[-1].start > _first_hour(words):
        kept = []
    return _bounded(kept, bearings) or _pair(kept, bearings) or _single(kept, bearings) or _since_untold(kept, bearings)


def _ended(words: Sequence[Word], bearings: Bearings) -> Sequence[Word]:
    """ "the day after." and "two days before." with nothing behind count from the date told, like "later" and "earlier"."""
    if words and words[-1].tag in "we" and bearings.next_role == "end":
        return [*words[:-1], replace(words[-1], tag="a" if words[-1].tag == "w" else "b")]
    return words


def _without_ordinary(words: Sequence[Word]) -> list[Word]:
    """Only words with a tag; "two-day" and "mid-January" lose the hyphen, which is no dash there."""
    kept: list[Word] = []
    tagged = [word for word in words if word.tag not in _DROPPED]
    for at, word in enumerate(tagged):
        glued = word.tag == "-" and word.value == "dash"
        after = tagged[at + 1].tag if at + 1 < len(tagged) else ""
        if (word.value == "range_to" and not kept) or (word.value == "day" and after == "D"):
            continue
        if glued and (not kept or not after or (kept[-1].tag in "mNi" and after == "U") or kept[-1].tag == "m"):
            continue
        kept.append(word)
    return kept


def _since_untold(words: Sequence[Word], bearings: Bearings) -> Stretch | None:
    """ "since the invasion began": only that it was before the report is known."""
    return _only_latest(bearings.published) if words and words[0].tag == "S" else None


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
            and before.tag in "DUWTA"
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
    return kept, timed


def _only_latest(day: date | None) -> Stretch | None:
    return Stretch(earliest=None, latest=day, unit="day") if day else None


def _bounded(words: Sequence[Word], bearings: Bearings) -> Stretch | None:
    """ "since X" runs to publication; "by X", "until X" and "as of X" have only a latest, "after X" only an earliest."""
    if len(words) < 2 or any(word.tag in "&-" for word in words[1:]):
        return None
    tag = words[0].tag
    if tag not in "SFZV-we":
        return None
    point = _single(words[1:], bearings)
    if point is None:
        return None
    if tag in "SF":
        if bearings.future and tag == "F":
            return point
        if point.earliest and bearings.published and point.earliest > bearings.published:
            return replace(point, latest=None)
        begins = any(word.tag == "m" and word.value == "start" for word in words)
        return Stretch(
            earliest=point.earliest, latest=bearings.published, unit="day" if begins else point.unit, dated=point.dated
        )
    if tag == "w":
        return Stretch(earliest=point.latest, latest=None, unit=point.unit)
    return Stretch(earliest=None, latest=point.latest, unit=point.unit, dated=point.dated)


def _pair(words: Sequence[Word], bearings: Bearings) -> Stretch | None:
    """From the first bound to the second; what one leaves out (month, year) it has from the other."""
    inner = words[1:] if words and words[0].tag in "BFS" else words
    cuts = [at for at, word in enumerate(inner) if word.tag in "&-" and 0 < at < len(inner) - 1]
    for at in cuts:
        left, right = _lend(list(inner[:at]), list(inner[at + 1 :]))
        last = _single(right, bearings)
        first = _length_before(left, last) or _single(left, bearings)
        if first and last and first.earliest and last.latest:
            return _span(first, last)
    return None


def _length_before(words: Sequence[Word], end: Stretch | None) -> Stretch | None:
    """ "the week to 4 August": the length counts back from the bound."""
    if shape_of(words) not in ("NU", "U") or end is None or end.latest is None:
        return None
    number = int(words[0].value) if words[0].tag == "N" else 1
    unit = str(words[-1].value).removesuffix("s")
    first = back_by(end.latest, number if unit != "hour" else max(1, number // 24), unit if unit != "hour" else "day")
    return Stretch(earliest=first, latest=first, unit=unit if unit in UNITS else "day") if first else None


def _lend(left: list[Word], right: list[Word]) -> tuple[list[Word], list[Word]]:
    """Both sides with the month and year that only one of them tells."""
    left_shape, right_shape = shape_of(left), shape_of(right)
    if "M" in right_shape and left_shape.strip("NOj") == "" and left_shape:
        left = left + [word for word in right if word.tag in "MYyz"]
    elif "M" in left_shape and right_shape.rstrip("Yyz").strip("NOj") == "" and right_shape[:1] in tuple("NOj"):
        right = [*right[:1], *[word for word in left if word.tag in "M"], *right[1:]]
    if "M" in shape_of(left) and not set(shape_of(left)) & set("Yyz"):
        left = left + [word for word in right if word.tag in "Yyz"]
    elif "M" in shape_of(right) and not set(shape_of(right)) & set("Yyz"):
        right = right + [word for word in left if word.tag in "Yyz"]
    return left, right


def _span(first: Stretch, last: Stretch) -> Stretch | None:
    unit = max(first.unit, last.unit, key=UNITS.index)
    earliest, latest = first.earliest, last.latest
    if earliest and latest and earliest > latest:
        if first.dated or last.dated:
            shifted = _year_before(earliest)
            earliest = shifted if shifted and shifted <= latest else None
        elif first.unit == last.unit == "day" and earliest - latest < timedelta(days=8):
            earliest -= timedelta(days=7)
        else:
            earliest = _year_before(earliest)
    if earliest is None or latest is None or earliest > latest:
        return None
    return Stretch(earliest=earliest, latest=latest, unit=unit, dated=first.dated or last.dated)


def _year_before(day: date) -> date | None:
    try:
        return day.replace(year=day.year - 1)
    except ValueError:
        return None


def _single(words: Sequence[Word], bearings: Bearings) -> Stretch | None:
    """One point; loose words at either end ("before", "later") that no rule needs are left out."""
    shape = shape_of(words)
    while True:
        found = read_point(words, bearings)
        if found or not words or names_point(words):
            return found
        if words[0].tag in "&-ZmbeawFSBgk>RVqhs" and len(words) > 1:
            words = words[1:]
        elif words[-1].tag in "&-mbeawFSBgk>RVq" and len(words) > 1:
            words = words[:-1]
        else:
            return _best_core(words, bearings) if shape else None


def _best_core(words: Sequence[Word], bearings: Bearings) -> Stretch | None:
    """The longest run inside the words that a rule reads: the date in "Thursday and stayed until the 5th of May 2019"."""
    for length in range(len(words) - 1, 0, -1):
        for at in range(len(words) - length + 1):
            part = words[at : at + length]
            if set(shape_of(part)) & set("MDYrAXIKW") or shape_of(part)[-1:] in ("g", "b", "e", "a", "w", "U"):
                found = read_point(part, bearings)
                if found:
                    return found
    return None


def _night(words: Sequence[Word], bearings: Bearings) -> Stretch | None:
    """Nights belong to both days: the one they begin on and the one they end on."""
    shape = shape_of(words)
    rest = [word for word in words if word.tag not in "TonPH"]
    if "n" in shape:
        return day_stretch(bearings.published, dated=False) if bearings.published else None
    if any(word.tag in "-&" for word in rest[1:]):
        return _pair([word for word in rest if word.tag != "B"], bearings)
    if shape_of(rest) in ("DD", "NNM", "NNMY"):
        return _pair([rest[0], replace(rest[0], tag="-", value="range_to"), *rest[1:]], bearings)
    if rest and rest[0].tag == "-":
        return _nights_end(_single(rest[1:], bearings))
    turn = rest[0].tag if len(rest) == 1 else ""
    if not rest or turn in ("l", "p", "h"):
        if "o" in shape or turn in ("l", "p"):
            return _nights_end(day_stretch(bearings.published, dated=False)) if bearings.published else None
        rest = []
    if turn in ("v", "b", "e"):
        return _nights_end(_told(bearings))
    if turn in ("s", "f") or not rest:
        return _nights_begin(_told(bearings), bearings)
    if any(word.tag in "Oj" for word in rest) and len(rest) == 1:
        return _nights_end(day_stretch(bearings.published, dated=False)) if bearings.published else None
    late = rest[0].tag == "m" and rest[0].value == "late"
    base = _single(rest, bearings)
    return base if late else _nights_begin(base, bearings)


def _told(bearings: Bearings) -> Stretch | None:
    if bearings.anchor and bearings.anchor.earliest:
        return bearings.anchor
    return day_stretch(bearings.published, dated=False) if bearings.published else None


def _nights_end(day: Stretch | None) -> Stretch | None:
    """The night before that day, and the day."""
    if day is None or day.earliest is None:
        return day
    return Stretch(earliest=day.earliest - ONE_DAY, latest=day.earliest, unit="day", dated=day.dated)


def _nights_begin(day: Stretch | None, bearings: Bearings) -> Stretch | None:
    """The day and the one its night ends on, but not beyond publication."""
    if day is None or day.earliest is None or day.earliest != day.latest:
        return day
    return Stretch(earliest=day.earliest, latest=day.earliest + ONE_DAY, unit="day", dated=day.dated).until(bearings.published)
