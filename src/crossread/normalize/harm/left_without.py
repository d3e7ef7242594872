"""What people are left without: "60 people homeless" are displaced, "200,000 people without electricity" no harm that counts.

All 17 coded numbers of people left without a home or a roof, or told to have lost it, are displaced; of those without power,
light, food or water none has a row. The encoder calls some of either killed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from crossread import patterns as re
from crossread.normalize.harm.parts import without_rows
from crossread.records import Document, Harm

_FEW_WORDS = r"(?:,[^,.;\n]{1,40},)?"  # "19 people, eleven of them children, without a roof"
_HOME = r"(?:(?:their|a|any)\s+)?(?:homes?|houses?|dwellings?|huts?|shelters?|roof(?:\s+over\s+their\s+heads?)?)\b"
_HOMELESS = re.compile(
    rf"{_FEW_WORDS}\s+(?:(?:are|were|was|have\s+been|had\s+been|now|rendered|made|left|people|families|others|residents|villagers)\s+){{0,3}}"
    rf"(?:homeless\b|without\s+{_HOME}|(?:have\s+|had\s+)?lost\s+{_HOME}(?!\s+and\s+(?:their\s+)?lives))",
    re.IGNORECASE,
)
_UNSERVED = re.compile(
    rf"{_FEW_WORDS}\s+(?:(?:are|were|was|have\s+been|had\s+been|now|people|families|others|residents|pupils|students|customers)\s+){{0,3}}"
    r"without\s+(?:(?:clean|drinking|running|safe|enough|regular|any|access\s+to|proper|adequate)\s+){0,2}"
    r"(?:electricity|power|light|heat(?:ing)?|water|gas|food|schools?|classrooms?|schooling|education|teachers|medicines?|(?:medical|health)\s+care"
    r"|jobs?|work|income|internet|phones?|telephones?|fuel|aid|transport)\b",
    re.IGNORECASE,
)
_OF_PEOPLE = ("killed", "injured", "casualties", "missing", "abducted", "detained", "displaced", "incapacitated")


def without_unserved(document: Document, rows: Sequence[Harm]) -> tuple[Harm, ...]:
    """The rows but for people who only go without something; what people and data sets say (no score) stays."""
    return without_rows(rows, {at for at, row in enumerate(rows) if _is_followed(document.text, row, _UNSERVED)})


def settle_homeless(document: Document, rows: Sequence[Harm]) -> list[Harm]:
    """The rows of people told to be homeless as displaced."""
    text = document.text
    return [replace(row, effect="displaced") if _is_followed(text, row, _HOMELESS) else row for row in rows]


def _is_followed(text: str, row: Harm, words: re.Pattern[str]) -> bool:
    if row.score is None or not row.evidence or row.effect not in _OF_PEOPLE:
        return False
    return words.match(text, row.evidence[0].span.end) is not None
