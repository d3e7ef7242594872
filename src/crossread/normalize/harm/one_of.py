"""One who is told twice in one breath: "one of them, a 12-year-old boy, died" is one.

In all three coded wordings of the kind, and in all four of "three were shot and one, a nurse, was beaten", one row stands.
"Issa Ba was one of 23 people injured" tells 23: of three such tellings in coded reports none has one person more than the
number.

Nor is "his cousin, the teacher Ali Ba," two: the one hand-coded telling of the kind ("his wife, Norine Brunson") is one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from crossread import patterns as re
from crossread.normalize.harm.parts import without_rows
from crossread.normalize.harm.words import number_of
from crossread.records import Harm

_ONE_OF = re.compile(
    r"(?:one|another|a\s+(?:second|third))\s+of\s+(?:them|whom|these|those|the\s+[\w' -]{2,40})", re.IGNORECASE
)
_APPOSED = re.compile(r",\s+(?:only\s+|aged\s+)?", re.IGNORECASE)
_ENDS = re.compile(
    r"[^.;,]{0,60},\s+(?:(?:was|were|has|had|have|been|later|also|then|since|reportedly)\s+){0,4}"
    r"(?:died|dies|killed|succumbed|dead|wounded|injured|hurt|abducted|kidnapped|arrested|detained|shot|missing)\b",
    re.IGNORECASE,
)
# "(Issa Ba's cousin), (the teacher Ali Ba), was": a name and nobody joined to it
_KIN_OF = re.compile(
    r"(?:(?-i:(?:[A-Z][\w'’.-]*\s+){0,3}[A-Z])[\w.-]*?['’]s|his|her|their)\s+(?:(?:\d{1,2}-year-old|[a-z]+)\s+)?"
    r"(?:wife|widow|husband|mother|father|brother|sister|son|daughter|uncle|aunt|cousin|nephew|niece|fianc[eé]e?"
    r"|grand(?:son|daughter|father|mother)|bodyguard|driver|colleague|deputy|friend)",
    re.IGNORECASE,
)
_NAMED = re.compile(r"(?:the\s+[a-z]+(?:\s[a-z]+)?\s+)?(?:[A-Z][\w'’-]+\s?)+")
_NOBODY_ELSE = re.compile(
    r"(?:,\s+(?:aged\s+)?\d{1,2})?(?:,\s+|\s+(?=(?:was|is|had|has)\b))"
    r"(?:was|is|had|has|in|on|at|from|near|outside|who|while|when|after|before|during|as|by|also|later)\b"
)
# Behind "one, a nurse" whatever befell her, but nobody listed with her.
_ENDS_ASIDE = re.compile(r"[^.;,\n]{0,60},\s(?!and\b|or\b)")
_HIT = ("killed", "injured", "casualties")
# "(Issa Ba), a trader, is one of (23 people)"
_IS_ONE = r"\s+(?:(?:is|was|had\s+been|has\s+been)\s+(?:also\s+|only\s+)?)"
_NOTE = r"(?:,\s[^.;,\n]{1,40})?,?"
_AMONG_MANY = r"of\s+(?:the\s+|those\s+|at\s+least\s+|about\s+|some\s+|more\s+than\s+)*"
_ONE_OF_MANY = re.compile(rf"{_NOTE}(?:{_IS_ONE}|,\s+)one\s+{_AMONG_MANY}", re.IGNORECASE)
_IS_THE_ONE = re.compile(rf"{_NOTE}{_IS_ONE}", re.IGNORECASE)
_OF_MANY = re.compile(rf"\s+{_AMONG_MANY}", re.IGNORECASE)


def mark_one_of_many(text: str, rows: Sequence[Harm]) -> tuple[Harm, ...]:
    """The rows with who "is one of 23 people injured" as part of these; a bare "one" beside his name is he himself."""
    found, gone = list(rows), set[int]()
    for whole, row in enumerate(rows):
        if row.score is None or row.part_of is not None or not row.evidence or (number_of(row) or 0) < 2:
            continue
        for at in range(max(0, whole - 2), whole):
            if _is_one_of(text, rows, at, whole):
                found[at] = replace(rows[at], part_of=whole)
                if at and _is_name_of(text, rows[at - 1], rows[at]) and found[at - 1].part_of in (None, whole):
                    found[at - 1] = replace(rows[at - 1], part_of=whole)
                    gone.add(at)
    return without_rows(found, gone)


def _is_one_of(text: str, rows: Sequence[Harm], at: int, whole: int) -> bool:
    row = rows[at]
    if row.effect != rows[whole].effect or row.part_of not in (None, whole) or not row.evidence or number_of(row) != 1:
        return False
    if row.score is None or any(other.part_of == at for other in rows):
        return False
    pattern = _OF_MANY if row.raw.lower() == "one" else _ONE_OF_MANY
    return pattern.fullmatch(text, row.evidence[0].span.end, rows[whole].evidence[0].span.start) is not None


def _is_name_of(text: str, named: Harm, one: Harm) -> bool:
    """True for "Issa Ba" of "Issa Ba was (one) of two soldiers"."""
    if one.raw.lower() != "one" or named.effect != one.effect or not named.evidence or number_of(named) != 1:
        return False
    return _IS_THE_ONE.fullmatch(text, named.evidence[0].span.end, one.evidence[0].span.start) is not None


def without_one_of(text: str, rows: Sequence[Harm]) -> tuple[Harm, ...]:
    """The rows without "one of them" where the next one, of the same effect, tells who it was."""
    return without_rows(rows, {at for at, row in enumerate(rows) if _is_told_again(text, rows, at)})


def _is_told_again(text: str, rows: Sequence[Harm], at: int) -> bool:
    row = rows[at]
    bare = row.raw.lower() == "one"
    if row.score is None or row.part_of is not None or not row.evidence:
        return False
    if _KIN_OF.fullmatch(row.raw):
        return any(_is_that_kin(text, row, other) for other in rows)
    if not (bare or _ONE_OF.fullmatch(row.raw)):
        return False
    if any(other.part_of == at for other in rows):
        return False
    end, ends = row.evidence[0].span.end, _ENDS_ASIDE if bare else _ENDS
    return any(
        (other.effect == row.effect or (bare and {other.effect, row.effect} <= set(_HIT)))
        and other.evidence
        and number_of(other) == 1
        and _APPOSED.fullmatch(text, end, other.evidence[0].span.start) is not None
        and ends.match(text, other.evidence[0].span.end) is not None
        for other in rows
    )


def _is_that_kin(text: str, kin: Harm, other: Harm) -> bool:
    """True for "the teacher Ali Ba" right behind "Issa Ba's cousin", set off by commas from a verb of one person or a place."""
    if other.effect != kin.effect or not other.evidence or other.part_of is not None or _NAMED.fullmatch(other.raw) is None:
        return False
    first, last = kin.evidence[0].span, other.evidence[0].span
    return text[first.end : last.start] == ", " and _NOBODY_ELSE.match(text, last.end) is not None
