"""Counts in the lines of a form: "Civilians reported killed: 6-8", "Killed: 6. Injured: 27.", "Fatalities: 6".

The label tells the effect, and may tell of whom ("KNDF deaths: 1"). No hand-coded report has such a line; casualty recorders
print them on every page.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from crossread import patterns as re
from crossread.normalize.counts import parse_count
from crossread.normalize.harm.parts import without_rows
from crossread.records import Document, Harm

_PEOPLE = (
    r"(?:civilians?|people|persons?|soldiers?|militants?|combatants?|belligerents?|fighters?|children|women|men|troops|police(?:men)?"
    r"|journalists?|residents|villagers)"
)
# "KNDF deaths", "Military fatalities"; what "was killed:" or "officials confirmed dead:" stands in is a sentence
_SIDE = (
    r"(?P<side>(?-i:[A-Z])[\w-]+(?:[ \t]+(?-i:[A-Z])[\w-]+)?)[ \t]+"
    r"(?=(?:deaths|fatalities|casualties|injuries|killed|wounded|injured)\b)"
)
_OTHER = r"(?:total|reported(?:ly)?|confirmed|estimated|known|minimum|maximum|numbers?|no\.|of|the|and)"
_EFFECT = (
    r"(?:(?P<killed>killed|dead|deaths|fatalities|deceased)|(?P<injured>injured|wounded|hurt|injuries)|(?P<missing>missing)"
    r"|(?P<abducted>abducted|kidnapped)|(?P<detained>detained|arrested)|(?P<displaced>displaced)|(?P<casualties>casualties))"
)
EFFECTS = ("killed", "injured", "missing", "abducted", "detained", "displaced", "casualties")
_WORDS = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen"
    " nineteen twenty thirty forty fifty sixty seventy eighty ninety"
)
_NUMBER = rf"(?:\d{{1,3}}(?:,\d{{3}})+|\d{{1,6}}|(?:{'|'.join(_WORDS.split())}))"
_FORM = re.compile(
    r"(?:^|(?<=[.;|•(,])|(?<=\d(?=[ \t])))[ \t]*(?:[-*•][ \t]*)?"
    rf"(?P<label>(?:(?:{_OTHER}|(?P<who>{_PEOPLE}))[ \t]+|{_SIDE}){{0,5}}{_EFFECT}"
    rf"(?:[ \t]+\(?(?:{_OTHER}|(?P<whom>{_PEOPLE}))\)?){{0,3}})[ \t]*:[ \t]*"
    r"(?P<number>(?:(?:at least|about|some|over|more than|up to|approximately)[ \t]+)?"
    rf"{_NUMBER}(?:[ \t]*(?:-|–|—|to)[ \t]*{_NUMBER})?\+?)"
    r"(?P<own>[ \t]+(?:killed|dead|deaths?|injured|wounded|hurt|missing)\b)?"
    rf"(?![\w%]|[-–—/:.]\d|[ \t]+(?!{_PEOPLE}\b)[a-z]+[ \t]+(?:were|was|have|had|in|and|by|of)\b)",
    re.IGNORECASE | re.MULTILINE,
)


# "9 civilians", of which the label tells the fate
_PLAIN = re.compile(rf"{_NUMBER}(?:[ \t]+[a-z][a-z’'-]*){{1,4}}", re.IGNORECASE)
# What stands behind a number up to those who are told to be among them: ", 4 of (them children)", " (2 women)".
_TAIL = re.compile(
    r"(?:[ \t]+[a-z][\w’'-]*){0,4}[ \t]*(?:,[ \t]*|\([ \t]*)(?:including[ \t]+|among them[ \t]+|of whom[ \t]+)?", re.I
)
_AMONG = re.compile(
    r"[ \t]+of[ \t]+(?:them|whom)\b|[ \t]+(?:women|children|girls|boys|minors|elderly|female|male)\b", re.IGNORECASE
)


def iter_forms(text: str) -> Iterator[tuple[str, int, int]]:
    """Effect, start and end of each number behind the label of a form."""
    for form in _forms(text):
        if not form["own"]:
            yield _effect(form), *form.span("number")


def effect_in_form(text: str, row: Harm) -> str | None:
    """The effect that the label before the number of the row tells; None where there is none."""
    form = _by_number(text).get(row.evidence[0].span.start) if row.evidence else None
    return None if form is None or form["own"] else _effect(form)


def settle_forms(document: Document, rows: Sequence[Harm]) -> tuple[Harm, ...]:
    """The rows with the whole number of their line and whom its label names, and without the label itself taken for people.

    Those told to be among them ("9 civilians, 4 of them children") have their effect. Of "Civilian casualties: 3 killed, 5
    injured" the label counts nobody further.
    """
    forms = _forms(document.text)
    if not forms:
        return tuple(rows)
    found, gone = list(rows), set[int]()
    starts = [form.start("label") for form in forms]
    for at, row in enumerate(rows):
        if row.score is None or not row.evidence:
            continue
        start = row.evidence[0].span.start
        number = bisect_right(starts, start) - 1
        form = forms[number] if number >= 0 else None
        if form is None or start >= form.end("number"):
            found[at] = row if form is None else _as_among(document.text, row, form)
        elif not form["own"]:
            found[at] = _read(document, row, form)
        elif start < form.start("number"):
            gone.add(at)
    for at, row in enumerate(found):
        if row is not rows[at] and (
            _is_told_above(rows, found, at) or any(row.evidence[:1] == other.evidence[:1] for other in found[:at])
        ):
            gone.add(at)
    return without_rows(found, gone)


def _is_told_above(rows: Sequence[Harm], found: Sequence[Harm], at: int) -> bool:
    """True for the number of a form that the story above tells with its people: "shot dead two traders … Killed: 2"."""
    row, count = found[at], parse_count(found[at].raw)
    told = (other for i, other in enumerate(found) if i != at and other is rows[i] and other.effect == row.effect)
    return count.low is not None and any((other.count or parse_count(other.raw)) == count for other in told)


def _read(document: Document, row: Harm, form: re.Match[str]) -> Harm:
    group = form["who"] or form["whom"] or form["side"]
    span = row.evidence[0].span
    if span.start == form.start("number") and span.end > form.end("number") and _PLAIN.fullmatch(row.raw):
        return replace(row, effect=_effect(form), group=row.group or group)
    number = document.quote(*form.span("number"))
    return replace(row, effect=_effect(form), raw=number.quote, group=group, count=None, evidence=(number,))


def _as_among(text: str, row: Harm, form: re.Match[str]) -> Harm:
    """The row with the effect of the number that it breaks down."""
    span = row.evidence[0].span
    number = re.compile(_NUMBER).match(text, span.start)
    if form["own"] or number is None or not _TAIL.fullmatch(text, form.end("number"), span.start):
        return row
    return replace(row, effect=_effect(form)) if _AMONG.match(text, number.end()) else row


@lru_cache(maxsize=4)
def _forms(text: str) -> tuple[re.Match[str], ...]:
    """Found once a report, not once a claim."""
    return tuple(_FORM.finditer(text)) if ":" in text else ()


@lru_cache(maxsize=4)
def _by_number(text: str) -> dict[int, re.Match[str]]:
    return {form.start("number"): form for form in _forms(text)}


def _effect(form: re.Match[str]) -> str:
    return next(name for name in EFFECTS if form[name])
