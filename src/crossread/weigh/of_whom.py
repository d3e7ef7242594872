"""Of whom: the women and the children among those that an account counts, beside those that others count."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache

from crossread import patterns as re
from crossread.codebook import load_codebook
from crossread.records import Claim, Count, Disagreement, Harm
from crossread.weigh.case import Case
from crossread.weigh.figures import figures
from crossread.weigh.policies import fits
from crossread.weigh.readings import readings_of, rivals, say_readings
from crossread.weigh.saying import say_count
from crossread.weigh.tolls import add_counts

KINDS = ("women", "children")


def name_row(effect: str, kind: str) -> str:
    """How the row is called that shows them: `women killed`."""
    return f"{kind} {load_codebook().label('effect', effect)}"


def rows_of_whom(claim: Claim, effect: str, kind: str) -> tuple[Harm, ...]:
    """The rows of a claim that count people of the kind, those whole ("six children") before their parts ("three boys")."""
    rows = [row for row in claim.harm if row.effect == effect and row.has_number and _is_of(row, kind)]
    whole = [row for row in rows if _named(kind, "whole").search(row.group or "")]
    return tuple(whole[:1] or rows)


def count_of_whom(rows: Sequence[Harm]) -> Count | None:
    """Their number, None where none is told. Boys and girls are added, as they are told apart."""
    return add_counts(rows)


def list_of_whom_disagreements(case: Case) -> Iterable[Disagreement]:
    """One disagreement for each effect and kind on which two accounts cannot both be right."""
    for effect in load_codebook().codes("effect"):
        for kind in KINDS:
            told = [(claim, count_of_whom(rows_of_whom(claim, effect, kind))) for claim in case.standing]
            known = [(claim, count) for claim, count in told if count is not None]
            apart = rivals(known, lambda a, b: fits(a[1], b[1]))
            if not apart:
                continue
            readings = readings_of(case, ((say_count(count), claim) for claim, count in apart))
            label = name_row(effect, kind)
            sentence = f"Accounts differ on the number of {label}: {say_readings(case, readings)}."
            yield Disagreement(slot=f"harm.{effect}.{kind}", severity="number", readings=readings, sentence=sentence)


def _is_of(row: Harm, kind: str) -> bool:
    """True for "nine women", "3 boys"; of "women and children" nobody says how many are which."""
    words = row.group or ""
    return any(_named(kind, part).search(words) for part in ("whole", "part")) and not any(
        _named(other, part).search(words) for other in KINDS if other != kind for part in ("whole", "part")
    )


@cache
def _named(kind: str, part: str) -> re.Pattern[str]:
    words = figures("of_whom")[kind][part]
    return re.compile(rf"\b(?:{'|'.join(words)})\b", re.IGNORECASE)
