"""Rows told as part of the row before: "including a nurse", "of whom nine …", "among those who fled were 240 …"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from crossread import patterns as re
from crossread.normalize.counts import find_part_of, is_inclusion, parse_count
from crossread.normalize.harm.listed import listed_in
from crossread.normalize.harm.sentence import sentence_of
from crossread.normalize.harm.words import number_of
from crossread.records import Document, Harm

NEAR = 60  # characters between a number and what is told as part of it
OF_WHOM = 12  # characters behind a bare number that may be "of whom"
FAR = 160  # the same within one sentence, where the words say "including"
_SENTENCE_END = re.compile(r"[.!?][\s\"”]|\n")
# Not "of whom", behind which stands what became of them.
_LISTS = re.compile(r"\b(?:including|included|incl\.?|comprising|among (?:them|whom|those))\b[^.;,]{0,12}$", re.IGNORECASE)
_OF_WHOM = re.compile(
    r",?\s+(?:of\s+whom|of\s+which|of\s+them|among\s+them)\s+(?:at\s+least\s+|about\s+|some\s+)?", re.IGNORECASE
)
_NEXT_ITEM = re.compile(r"\s*(?:,|,?\s*and)\s+(?:at least\s+|about\s+|some\s+)?", re.IGNORECASE)
_BEFELL = re.compile(
    r"\b(?:died|dead|killed|deaths?|injur\w*|wound\w*|missing|arrest\w*|detain\w*|abduct\w*|fatal\w*|succumb\w*)\b",
    re.IGNORECASE,
)
_AMONG_THOSE = re.compile(
    r"[.!?;]\s+(?:Among|Amongst)\s+(?:the|those|them)\b[^.;\n]{0,40}?\b(?:was|were|is|are)\s+(?:about|some|at\s+least|around)?\s*$"
)


_PREDICATE = re.compile(
    r"\s*,\s*(?:(?:were|was|are|had been|have been)\s+)?(?:also\s+)?(?:wounded|injured|hurt|killed|dead|arrested|detained"
    r"|abducted|kidnapped|missing|displaced)\b",
    re.IGNORECASE,
)
# "The 20 killed included (four children)", "Of the 60 wounded, (ten)": the number that holds a row, told anew before it.
_HELD_BY = re.compile(
    r"\b(?P<of>of\s+)?the\s+(?P<number>[\w,-]+)\s+(?:(?:people|persons|civilians|soldiers|confirmed)\s+)*"
    r"(?P<fate>killed|dead|deaths|wounded|injured|victims)\b(?P<rest>[^.;]{0,100})$",
    re.IGNORECASE,
)
# "Of the ten people killed when a bomb went off in a bus on Monday, (three) were children"
_OF_THOSE = re.compile(
    r"\W*(?:(?P<of>(?:out\s+)?of)|among)\s+the\s+(?P<number>[\w,-]+)\s+(?:[a-z-]+\s+){0,2}?(?:who\s+(?:were|was|had\s+been|have\s+been)\s+)?"
    r"(?:killed|dead|died|shot\s+dead|slain|murdered|wounded|injured|victims)\b(?P<rest>[^.;]{0,140})",
    re.IGNORECASE,
)
_OF_REST = re.compile(
    r"[^,]{0,90}(?:,[^,]{1,30}){0,3},(?:\s+[\w-]+\s+(?:were|was)\s+[\w\s-]{1,30}?(?:\s+and|,))?\s*(?:at\s+least|about|some)?",
    re.IGNORECASE,
)
_AMONG_REST = re.compile(r"[^,]{0,90}\s(?:were|was|are|is)\s*(?:at\s+least|about|some)?", re.IGNORECASE)
_HELD_REST = re.compile(r"(?:(?:people|so far|in [\w' -]{1,30})\s+)?includ(?:e|es|ed)\b", re.IGNORECASE)
_INCLUDING = re.compile(
    r",?\s+\(?(?:including|incl\.?|among them|among whom were)\s+(?:at least\s+|the\s+|an?\s+)?", re.IGNORECASE
)
# Only how "nine others were hurt" stands before ", among them (three women)" and ", (four of them children)".
_FARED = r"(?:(?!\b(?:and|but|while|who|when|as)\b)[^.;:,()\n]){0,50}"
_LAST_INCLUDED = re.compile(
    rf"{_FARED},?\s+\(?(?:including|incl\.?|among\s+(?:them|whom\s+were))\s+(?:at\s+least\s+|about\s+|some\s+|the\s+|an?\s+)?",
    re.IGNORECASE,
)
_LAST_OF_THEM = re.compile(rf"{_FARED}(?:,\s+|\s+\()")
_OF_THEM = re.compile(r"[\w-]+\s+of\s+(?:them|whom)\b", re.IGNORECASE)
_HIT = ("killed", "injured", "casualties")


def find_whole(document: Document, rows: Sequence[Harm], index: int, language: str) -> int | None:
    """The row that row `index` is included in: the nearest one of the same effect before an "including"."""
    row = rows[index]
    if row.part_of is not None or not row.evidence:
        return row.part_of
    start = row.evidence[0].span.start
    if (held := _held_by_number(document, rows, index)) is not None:
        return held
    if (held := listed_in(document, rows, index)) is not None:
        return held
    for other in range(index - 1, -1, -1):
        whole = rows[other]
        if whole.effect != row.effect or not whole.evidence or whole.part_of is not None:
            continue
        between = document.text[whole.evidence[0].span.end : start]
        if not _has_room(whole, row, all_of_them=len(between) <= NEAR):
            continue
        if len(between) <= NEAR and find_part_of(between, _rest(document, row), language=language):
            return other
        if _says_included(between, language):
            return other
    return None


def _held_by_number(document: Document, rows: Sequence[Harm], index: int) -> int | None:
    """The row with the number that the words before this one tell again as the one that holds it."""
    before = sentence_of(document.text, rows[index]).before
    told = _HELD_BY.search(before)
    if told is None or not (_HELD_REST.match(told["rest"].strip()) or (told["of"] and told["rest"].strip() == ",")):
        told = _OF_THOSE.fullmatch(before)
        if told is None or not (_OF_REST if told["of"] else _AMONG_REST).fullmatch(told["rest"]):
            return None
    number = parse_count(told["number"]).low
    for at, whole in enumerate(rows):
        alike = at != index and whole.effect == rows[index].effect and whole.part_of is None
        if number and alike and whole.count is not None and whole.count.low == number and _has_room(whole, rows[index]):
            return at
    return None


def _rest(document: Document, row: Harm) -> str:
    """What stands behind the number of a row: "of whom remain in hospital", also where the row is the bare "five" before it."""
    end = row.evidence[0].span.end
    return row.raw.partition(" ")[2] or document.text[end : end + OF_WHOM]


def with_effect_of_whole(document: Document, rows: Sequence[Harm], language: str) -> list[Harm]:
    """The rows with "including a man" in the effect of the only number told before it in its sentence.

    Police who "arrested a few dozen, including a man who climbed a roof" killed nobody. The "180 killed" among casualties are.
    Of several numbers the last has those included right behind it ("three were killed and nine hurt, among them four children"
    tells four of the hurt): so are 31 of 33 such hand-coded rows, and all 14 numbers "of them".
    """
    found, listed = list(rows), set[int]()
    for at, row in enumerate(rows):
        if not row.evidence or row.part_of is not None:
            continue
        start = row.evidence[0].span.start
        if (
            at
            and found[at - 1].effect == "casualties"
            and _BEFELL.search(row.raw + document.text[row.evidence[0].span.end :][:10])
        ):
            continue  # "379 casualties, including 180 killed"
        if at and _is_of_the_dead(document, rows[at - 1], row):
            found[at] = replace(row, effect="killed")
            continue
        if at and _included_in_last(document, rows[at - 1], row):
            found[at] = replace(row, effect=found[at - 1].effect, part_of=at - 1 if found[at - 1].part_of is None else None)
            continue
        sentence = [other for other in rows[:at] if other.evidence and _is_near(document, other, start)]
        last = rows[at - 1].evidence[0].span.end if at - 1 in listed else start
        if last < start and _NEXT_ITEM.fullmatch(document.text, last, start):
            found[at] = replace(row, effect=found[at - 1].effect)
            listed.add(at)
            continue
        if not sentence or sentence[-1].effect == row.effect or not _has_room(sentence[-1], row):
            continue
        between = document.text[sentence[-1].evidence[0].span.end : start]
        alone = len({other.effect for other in sentence}) == 1 and _LISTS.search(between) is not None
        taken = sentence[-1].effect in ("detained", "abducted", "displaced")  # of whom nobody was killed or hurt untold
        right_behind = taken and _INCLUDING.fullmatch(between) is not None and not _tells_fate(document, row)
        if alone or right_behind or _is_of_last_hit(document, sentence[-1], row) or _is_out_of_last(document, row, between):
            found[at] = replace(row, effect=sentence[-1].effect)
            listed.add(at)
    return found


def _included_in_last(document: Document, last: Harm, row: Harm) -> bool:
    """True for "the director" of "six others, including the director, wounded": of those counted right before."""
    if not last.evidence or not row.evidence or not _has_room(last, row) or not last.has_number:
        return False
    span = row.evidence[0].span
    inside = _INCLUDING.fullmatch(document.text, last.evidence[0].span.end, span.start) is not None
    return inside and _PREDICATE.match(document.text, span.end) is not None


def _is_of_the_dead(document: Document, last: Harm, row: Harm) -> bool:
    """True for "three of them were shot" behind "four people died", whose sentence tells how each died."""
    shot = row.score is not None and row.effect == "casualties" and _OF_THEM.match(row.raw) is not None
    if not shot or last.effect != "killed" or not last.evidence or not last.has_number or not _has_room(last, row):
        return False
    between = document.text[last.evidence[0].span.end : row.evidence[0].span.start]
    return len(between) <= FAR and len(_SENTENCE_END.findall(between)) < 2


def _is_of_last_hit(document: Document, last: Harm, row: Harm) -> bool:
    """True for the three women of "nine others were hurt, among them three women", whoever was killed before."""
    if row.score is None or row.effect not in ("killed", "injured") or last.effect not in _HIT or _tells_fate(document, row):
        return False
    told = last.has_number or (last.count is not None and last.count.qualifier == "vague")
    gap = _LAST_OF_THEM if number_of(row) and _OF_THEM.match(row.raw) else _LAST_INCLUDED
    return told and gap.fullmatch(document.text, last.evidence[0].span.end, row.evidence[0].span.start) is not None


def _is_out_of_last(document: Document, row: Harm, between: str) -> bool:
    """True for the 41 of "injured 110 people, of whom 41 by live fire": no verb says what else befell them."""
    return _OF_WHOM.fullmatch(between) is not None and not _tells_fate(document, row)


def _tells_fate(document: Document, row: Harm) -> bool:
    """True where the row's own words or the rest of its clause say what befell these people."""
    clause = re.split(r"[,.;]", document.text[row.evidence[0].span.end :][:60], maxsplit=1)[0]
    return _BEFELL.search(row.raw + clause) is not None


def _is_near(document: Document, row: Harm, start: int) -> bool:
    between = document.text[row.evidence[0].span.end : start]
    return row.evidence[0].span.end <= start and len(between) <= FAR and not _SENTENCE_END.search(between)


def _says_included(between: str, language: str) -> bool:
    """True where the words right before a row include it in a number further off."""
    if len(between) > FAR:
        return False
    if _AMONG_THOSE.search(between):
        return True
    return not _SENTENCE_END.search(between) and is_inclusion(between, language=language)


def _has_room(whole: Harm, part: Harm, *, all_of_them: bool = False) -> bool:
    """True unless the numbers say that the part is no smaller than what should hold it, or larger."""
    held, told = (row.count.low if row.count else None for row in (whole, part))
    return held is None or told is None or told < held or (all_of_them and told == held)
