"""Counts in the lines of a form: "Civilians reported killed: 6-8", "Killed: 6. Injured: 27.", "Fatalities: 6".

The label tells the effect, and may tell of whom. No hand-coded report has such a line; casualty recorders print them on every
page.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from crossread.normalize.harm.parts import without_rows
from crossread.records import Document, Harm

_PEOPLE = (
    r"(?:civilians?|people|persons?|soldiers?|militants?|combatants?|belligerents?|fighters?|children|women|men|troops|police(?:men)?"
    r"|journalists?|residents|villagers)"
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
    rf"(?P<label>(?:(?:{_OTHER}|(?P<who>{_PEOPLE}))[ \t]+){{0,5}}{_EFFECT}"
    rf"(?:[ \t]+\(?(?:{_OTHER}|(?P<whom>{_PEOPLE}))\)?){{0,3}})[ \t]*:[ \t]*"
    r"(?P<number>(?:(?:at least|about|some|over|more than|up to|approximately)[ \t]+)?"
    rf"{_NUMBER}(?:[ \t]*(?:-|–|—|to)[ \t]*{_NUMBER})?\+?)"
    rf"(?![\w%]|[-–—/:.]\d|[ \t]+(?!{_PEOPLE}\b)[a-z]+[ \t]+(?:were|was|have|had|in|and|by|of)\b)",
    re.IGNORECASE | re.MULTILINE,
)


def iter_forms(text: str) -> Iterator[tuple[str, int, int]]:
    """Effect, start and end of each number behind the label of a form."""
    for form in _forms(text):
        yield _effect(form), *form.span("number")


def effect_in_form(text: str, row: Harm) -> str | None:
    """The effect that the label before the number of the row tells; None where there is none."""
    form = _form_at(text, row)
    return None if form is None else _effect(form)


def settle_forms(document: Document, rows: Sequence[Harm]) -> tuple[Harm, ...]:
    """The rows with the whole number of their line and whom its label names, and without the label itself taken for people."""
    forms = _forms(document.text)
    if not forms:
        return tuple(rows)
    found, gone = list(rows), set[int]()
    for at, row in enumerate(rows):
        if row.score is None or not row.evidence:
            continue
        span = row.evidence[0].span
        form = next((form for form in forms if form.start("label") <= span.start < form.end("number")), None)
        if (
            form is not None
            and span.end > form.end("number")
            and not any(form.end() <= o.start("label") < span.end for o in forms)
        ):
            form = None  # "6 soldiers"; but "6-8, Civilians" runs into the next label
        if form is not None:
            found[at] = _read(document, row, form)
    for at, row in enumerate(found):
        if row is not rows[at] and any(row.evidence[:1] == other.evidence[:1] for other in found[:at]):
            gone.add(at)
    return without_rows(found, gone)


def _read(document: Document, row: Harm, form: re.Match[str]) -> Harm:
    number = document.quote(*form.span("number"))
    group = form["who"] or form["whom"]
    return replace(row, effect=_effect(form), raw=number.quote, group=group, count=None, evidence=(number,))


@lru_cache(maxsize=4)
def _forms(text: str) -> tuple[re.Match[str], ...]:
    """Found once a report, not once a claim."""
    return tuple(_FORM.finditer(text)) if ":" in text else ()


def _form_at(text: str, row: Harm) -> re.Match[str] | None:
    if not row.evidence or ":" not in text:
        return None
    span = row.evidence[0].span
    line = text.rfind("\n", 0, span.start) + 1
    return next(
        (form for form in _FORM.finditer(text, line, span.end + 20) if form.span("number") == (span.start, span.end)), None
    )


def _effect(form: re.Match[str]) -> str:
    return next(name for name in EFFECTS if form[name])
