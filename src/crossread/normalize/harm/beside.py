"""People told beside others: a list of who they were, the parts of a number, how some of them are, a name for one just told.

"Two victims, a guard and a driver, died"; "five were hit, two of them seriously"; "two men, one in the leg and one in the arm".
"""

from __future__ import annotations

from crossread import patterns as re
from crossread.normalize.harm.alike import ToldRow, describes_last, holds, is_himself, kind_of, names_last, room
from crossread.normalize.harm.words import ANYBODY, NOBODY_ELSE, OUT_OF_THEM, POINTING, YOUNG

LEAST_BROKEN_DOWN = 4  # people in a number that a later sentence breaks down by sex and age
_BY_SEX_AND_AGE = frozenset(
    "women woman men man children child girls girl boys boy minors minor infants infant baby babies elderly".split()
)
# Between two of a list: marks, ages, towns, further people that no row has ("A, 24, and B", "A, 54, of Gao, C D, 28, and B").
_LISTING = re.compile(
    r"(?:,?\s+(?:aged?\s+)?\d{1,2}|,?\s+(?!The\b|A\b|In\b|On\b)[A-Z][\w'’.-]*|,?\s+of(?:\s[A-Z][\w'’.-]*)+"
    r"|,\s+an? [\w -]{2,30}(?=,))*"
    r"[,;]?\s+(?:and\s+|as well as\s+)?(?:\d{1,2}-year-old\s+)?$"
)
_OPENING = re.compile(r"(?:[:(]|\b(?:(?:identified|named) as|namely|being))\s*$")  # a list of who they were
_APPOSED = re.compile(
    r"(?:\s+(?:were\s+)?(?:killed|dead|died|injured|wounded|hurt))?(?:,\s+|\s*[:—–]\s*|\s+-\s+)"
)  # "Two victims, a guard and a driver, died"
_GROWN = frozenset(("man", "men", "woman", "women"))
_MINOR = frozenset("boy boys girl girls baby babies infant infants toddler toddlers".split())
_MINORS = frozenset("children minors kids youngsters teenagers pupils students siblings".split())
_NATIONAL = re.compile(r"(?:[Aa]n?|[Oo]ne|\d{1,2}|[A-Za-z][a-z]+)\s[A-Z][a-z]+")  # "two Kenyans"
_BROKEN_OFF = re.compile(r"(?:\s+(?:were\s+)?(?:killed|dead|died|injured|wounded|hurt))?(?:\s*[:—–]\s*|\s+-\s+)")
# How some of those just counted are: what stands before their number, and behind it.
_SPLIT_OFF = re.compile(
    r"(?:[,;:—–(]|\bleaving|\bwith)\s*(?:including\s+|leaving\s+|with\s+|and\s+)?(?:at least\s+)?$", re.IGNORECASE
)
_STATE = re.compile(
    r"^[\w-]+(?: of (?:them|whom))?,?(?: (?:is|are|was|were|remains?|remained|listed|still|very|in an?|in) )*\s*"
    r"(?:critical|serious|grave|stable|fair|good|guarded|critically|seriously|gravely|badly|severely)\b",
    re.IGNORECASE,
)
_NUMBER_ALONE = re.compile(
    r"(?:\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten)(?:$|\s+(?:in|was|were|is|are|shot|of (?:them|whom))\b)",
    re.IGNORECASE,
)
_BEYOND = re.compile(r"\s(?:in|from|of|at|with|for|on)\s[^,.;:]{1,40},\s")
_ONE_SUCH = re.compile(r"one(?:,|\s+an?)\s", re.IGNORECASE)  # "one, Issa Ba", "one a driver"
_ONE_ASIDE = re.compile(r"\bone,\s$", re.IGNORECASE)  # before "a woman", who has the row
_AND_ALSO = re.compile(r"[^.;:\n]{0,90}?,?\s+and\s+")
_NAMED_AS = re.compile(r"\bas\s+(?:[A-Z][^.;]*,\s*(?:and\s+)?)?$")  # "the three victims as A B, 18, of Gao, (C D)"


def mark_apposed(text: str, told: dict[int, ToldRow]) -> None:
    """ "Two victims, a guard and a driver," are those two: a list right behind a number of anybody, which it fills.

    Of other people it must fill it wholly ("12 civilians killed - eight women, three men and one girl"), and behind a comma
    only by sex or nation: "three children, two girls and a boy", "four aid workers, two Kenyans and two Sudanese". In
    hand-coded reports each of four such lists that fill the number tells it again, and none of five lists of others does.
    """
    for at, one in told.items():
        crowd = one.head in NOBODY_ELSE
        if one.number < 2 or one.part_of is not None:
            continue
        parts = _listed_behind(text, told, at)
        filled = sum(told[i].number for i in parts)
        if len(parts) > 1 and (filled == one.number or (crowd and filled < one.number)):
            for i in parts:
                told[i].part_of = at


def _listed_behind(text: str, told: dict[int, ToldRow], at: int) -> list[int]:
    """The rows of a list right behind a number that can tell who those were, as far as the number goes."""
    one, parts, filled = told[at], list[int](), 0
    end = one.row.evidence[0].span.end
    behind = [i for i in told if i > at]
    of_all = one.head in NOBODY_ELSE or one.head == "civilians"
    if behind and kind_of(one.row.group_type) == "civilian":
        of_all = of_all or _BROKEN_OFF.fullmatch(text, end, told[behind[0]].start) is not None
    for i in behind:
        link = _LISTING if parts else _APPOSED
        fits = told[i].row.effect == one.row.effect and (of_all or _is_one_of_such(one, told[i]))
        if not fits or filled >= one.number or not link.fullmatch(text, end, told[i].start):
            break
        parts.append(i)
        filled, end = filled + told[i].number, told[i].row.evidence[0].span.end
    return parts


def _is_one_of_such(one: ToldRow, part: ToldRow) -> bool:
    """True for girls and boys of children, for men and women of any trade, for people of a nation behind a common noun."""
    if _NATIONAL.fullmatch(part.row.raw):
        return (one.row.group or "").islower()
    if one.head in _MINORS:
        return part.head in _MINOR
    return part.head in _GROWN and one.head not in _GROWN | _BY_SEX_AND_AGE


def mark_spelled_out(told: dict[int, ToldRow]) -> None:
    """ "Two people were shot, one in the leg and one in the arm": bare numbers of a sentence that make a number told before."""
    for at, one in told.items():
        alike = [i for i, other in told.items() if other.row.effect == one.row.effect]
        parts = [i for i in alike if i >= at and told[i].sentence == one.sentence and _is_bare(told[i]) and told[i].stands]
        if len(parts) < 2 or parts[0] != at:
            continue
        total = sum(told[i].number for i in parts)
        whole = next((i for i in reversed(alike) if i < at and told[i].number == total), None)
        if whole is not None:
            _put_into(told, parts, whole)


def mark_breakdown(told: dict[int, ToldRow]) -> None:
    """ "12 civilians were killed. Eight women, three men and a girl died": people by sex and age in a later sentence that make
    a number told before, exactly."""
    for at, one in told.items():
        if one.number < LEAST_BROKEN_DOWN or not one.stands or not (one.head in ANYBODY or one.head == "civilians"):
            continue
        later = [i for i, other in told.items() if i > at and other.stands and other.row.effect == one.row.effect]
        for sentence in dict.fromkeys(told[i].sentence for i in later if told[i].sentence > one.sentence):
            parts = [i for i in later if told[i].sentence == sentence]
            sexes = sum(told[i].head in _BY_SEX_AND_AGE for i in parts)
            if sexes > 1 and sum(told[i].number for i in parts) == one.number:
                _put_into(told, parts, at)
                break


def _put_into(told: dict[int, ToldRow], parts: list[int], whole: int) -> None:
    """Mark parts of a number, or of the number that this one is itself a part of."""
    above = told[whole].part_of
    for i in parts:
        told[i].part_of, told[i].within = (whole, None) if above is None else (above, whole)


def _is_bare(one: ToldRow) -> bool:
    """True for a number without a noun: "one", "six in stable condition"."""
    return _NUMBER_ALONE.match(one.row.raw) is not None


def settle_beside(text: str, told: dict[int, ToldRow], at: int) -> None:
    """Rows of one sentence are different people, but for a name ("his wife, Awa Keita") and a list of parts that goes on."""
    one = told[at]
    if OUT_OF_THEM.search(one.row.raw) and (whole := _whole_beside(told, at)) is not None:
        one.part_of = whole
        return
    last_at, last = [(i, other) for i, other in told.items() if i < at and other.row.effect == one.row.effect][-1]
    gap = text[last.row.evidence[0].span.end : one.row.evidence[0].span.start]
    if describes_last(one, last, gap):
        one.same_as = last.same_as if last.same_as is not None else last_at
        return
    listed = _LISTING.match(gap) is not None
    if _is_state(text, one, gap) and (whole := _whole_beside(told, at)) is not None:
        one.part_of = whole
        return
    if names_last(one, last, gap) or _names_beyond(text, one, last, gap) or (not listed and is_himself(one, last, gap)):
        one.same_as = last_at
    elif (young := _young_again(told, at)) is not None:
        one.same_as = young
    elif last.part_of is not None and listed:
        if room(told, last.part_of) >= one.number:
            one.part_of = last.part_of
        else:
            settle_within(told, at)
    elif _goes_on(told, one, last) or _is_rest_of_them(text, told, one, last):
        one.part_of = last.part_of
    elif last.part_of is not None and last.number == one.number == 1:
        settle_within(told, at)
    elif last.stands and last.number > 1 and _opens(one, gap) and room(told, last_at) >= one.number:
        one.part_of = last_at


def _names_beyond(text: str, one: ToldRow, last: ToldRow, gap: str) -> bool:
    """True for the name set in commas behind one person and his place: "a journalist in Gao, Awa Keita, was shot"."""
    if not one.named or last.named or not one.number == last.number == 1 or _BEYOND.fullmatch(gap) is None:
        return False
    end = one.row.evidence[0].span.end
    return text[end : end + 1] == "," and not text[end + 1 : end + 5].strip().startswith("and")


def _opens(one: ToldRow, gap: str) -> bool:
    """True where a list begins of who those just counted were."""
    return _OPENING.search(gap) is not None or (one.named and _NAMED_AS.search(gap) is not None)


def _whole_beside(told: dict[int, ToldRow], at: int) -> int | None:
    """The number nearest before a row that has room for it: the five of "one man died, three of the other four …"."""
    one = told[at]
    wholes = (i for i, other in told.items() if i < at and other.stands and other.row.effect == one.row.effect)
    return max((i for i in wholes if told[i].number > one.number and room(told, i) >= one.number), default=None)


def _is_state(text: str, one: ToldRow, gap: str) -> bool:
    """True for how some of those just counted are: "seven were wounded, two of them seriously"."""
    if not _SPLIT_OFF.search(gap):
        return False
    end = one.row.evidence[0].span.end
    return _STATE.search(f"{one.row.raw}{text[end : end + 60]}") is not None


def _goes_on(told: dict[int, ToldRow], one: ToldRow, last: ToldRow) -> bool:
    """True where a sentence that began with one of a larger number goes through the others, each in a clause of his own."""
    whole = told.get(last.part_of) if last.part_of is not None else None
    if whole is None or last.within is not None or last.part_of is None or one.sentence != last.sentence:
        return False
    return whole.sentence < last.sentence and room(told, last.part_of) >= one.number and holds(whole, one)


def _is_rest_of_them(text: str, told: dict[int, ToldRow], one: ToldRow, last: ToldRow) -> bool:
    """True for the one of "four of them were shot and one, a nurse, was beaten": a number without a noun out of the same whole.

    All three hand-coded rows that go on so in the dead of a number told before are of that number.
    """
    if last.part_of not in told or last.within is not None or one.sentence != last.sentence:
        return False
    aside = follows_one(text, one)
    bare = aside or _is_bare(one) or _ONE_SUCH.match(one.row.raw)
    begins = one.start - len("one, ") if aside else one.start
    joined = _AND_ALSO.fullmatch(text, last.row.evidence[0].span.end, begins)
    return bool(bare and joined and OUT_OF_THEM.search(last.row.raw)) and room(told, last.part_of) >= one.number


def follows_one(text: str, one: ToldRow) -> bool:
    """True for "a nurse" of "one, a nurse, was beaten", where the number has no row of its own any longer."""
    return one.number == 1 and _ONE_ASIDE.search(text, max(0, one.start - 6), one.start) is not None


def _young_again(told: dict[int, ToldRow], at: int) -> int | None:
    """The baby told in an earlier sentence whom "the infant" names again beside other people."""
    one = told[at]
    if one.number != 1 or not POINTING.match(one.row.raw) or one.head not in YOUNG:
        return None
    earlier = (i for i, other in told.items() if i < at and other.sentence < one.sentence and other.stands)
    found = [i for i in earlier if told[i].row.effect == one.row.effect and told[i].number == 1 and told[i].head in YOUNG]
    return found[0] if len(found) == 1 else None


def settle_within(told: dict[int, ToldRow], at: int) -> None:
    """Put somebody whom no whole has room for into a part told right before: "Two of the three … They included a man"."""
    one = told[at]
    for i, part in reversed(list(told.items())):
        near = i < at and one.sentence - part.sentence <= 1 and part.row.effect == one.row.effect
        if not near or part.part_of is None or part.within is not None or part.number < 2 or not holds(part, one):
            continue
        if part.number - sum(other.number for other in told.values() if other.within == i) >= one.number:
            one.part_of, one.within = part.part_of, i
            return
