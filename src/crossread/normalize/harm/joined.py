"""People joined to those who were killed, and those who got away: "killed four in Tyre and three others in Nabatieh".

A verb of killing holds for all that "and" joins behind it; who "escaped unhurt" or was only evacuated is no one's victim.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from crossread import patterns as re
from crossread.normalize.harm.parts import without_rows
from crossread.normalize.harm.sentence import Cues, load_cues, sentence_of
from crossread.records import Document, Harm

CLAUSE = 60  # characters behind joined people in which a word of wounds is theirs
_JOINS = re.compile(
    r"(?:\s+(?:in|at|near|from|outside)\s+(?:the\s+)?[A-Z][\w'’-]+(?:\s[A-Z][\w'’-]+)*)?,?\s+and\s+"
    r"(?:(?:at least|some|about|around|up to|more than|another|a further)\s+)?"
)
_KILLING = re.compile(
    r"(?<!were )(?<!was )(?<!been )\b(?:kill(?:ed|s|ing)|murder(?:ed|ing)|massacr(?:ed|ing)|assassinat(?:ed|ing)"
    r"|los(?:t|ing)(?=\s+(?:(?:his|her|their|my|our)\s|$)))"
    r"\s+(?P<object>[^.;:]{0,120})$",
    re.IGNORECASE,
)
_CLAUSE_END = re.compile(r"[.;:\n]|,?\s(?:and|while|but)\s")
_GOT_AWAY = re.compile(
    r",?\s+(?:(?:who|which)\s+)?(?:(?:had|have|also|all|then|managed to|were able to|was able to)\s+){0,2}"
    r"(?:escaped?|got away|get away|survived|fled|ran away|jumped out|remained|came out|emerged)\s+"
    r"(?:(?:the\s+\w+|it|the\s+vehicle)\s+)?(?:un(?:hurt|harmed|injured|scathed)|alive|safely?"
    r"|without (?:injur\w+|a scratch|harm))\b",
    re.IGNORECASE,
)
_INTO_THE_BUSH = re.compile(
    r",?\s+(?:who\s+)?(?:had\s+|have\s+)?(?:hid(?:den)?|been\s+hiding|locked\s+(?:him|her|them)sel(?:f|ves))\s+(?:in|under|behind|inside|among)\b"
    r"|\s+(?:escaped|fled|ran)\s+(?:into|to)\s+(?:the\s+)?(?:\w+\s+)?(?:bush|forest|woods|hills|mountains|fields)\b",
    re.I,
)
_EVACUATED = re.compile(
    r",?\s+(?:(?:who|which)\s+)?(?:was|were|have been|had been)\s+(?:\w+ly\s+|all\s+|also\s+)?(?:evacuated|rescued)\b"
    r"(?![^.;]{0,60}\b(?:hospital|clinic|treatment|medical|wound|injur))",
    re.IGNORECASE,
)
# "were taken from their homes, beaten and shot behind the chapel", "took six men and shot them dead"
# "And shot dead the guard" is of somebody else, "shot dead the next day" and "shot dead one by one" are not
_OTHERS = (
    r"(?!\s+(?!(?:the\s+)?(?:next|same|following|very|previous|day|night|morning|evening|moment)\b|\w+\s+(?:by|after)\s+\w"
    r"|(?:at\s+least\s+)?[\w,]+\s+(?:\w+\s+)?(?:minutes?|hours?|days?|nights?|weeks?|months?|years?|times?|kilomet(?:er|re)s?|km|miles?"
    r"|met(?:er|re)s?)\b)(?:the|an?|his|their|\d[\d,]*|one|two|three|four|five|six|seven|eight|nine|ten|several|others?|another"
    r"|at\s+least)\s)"
)
_AND_KILLED = re.compile(
    r"(?:,|\band|\bthen|\bbefore being|\blater)\s+(?:(?:were|was|later|then|summarily|also|afterwards)\s+){0,2}"
    r"(?:(?:shot|hacked|beaten|stabbed|burn(?:ed|t))"
    rf"\s+(?:(?:them|him|her)(?:\s+all)?\s+(?:dead|to death|alive)|(?:dead|to death|alive){_OTHERS})"
    r"|(?:executed|killed|murdered|beheaded|slaughtered|massacred|hanged"
    r"|shot(?!\s+(?:in|through)\s+(?:the|an?|his|her|their|one|both)\s+(?:\w+\s+)?(?:legs?|arms?|f(?:oo|ee)t|hands?|shoulders?|thighs?"
    r"|ankles?|knees?|hips?|cal(?:f|ves)|elbows?|buttocks)\b))(?:\s+(?:them|him|her)(?:\s+all)?)?"
    r"(?=\s*(?:$|[,.;]|(?:in|at|near|on|by|behind|outside|beside|there|one by one|with|along|when|after|because)\b)))",
    re.IGNORECASE,
)
_STOP = re.compile(r"[.;:!?\n]\s|\bwhile\b|\bbut\b")
LONGEST_CLAUSE = 140  # characters behind people taken away in which their death is told
_HURT = re.compile(r"\b(?:wounded|injured|dead|bod(?:y|ies)|casualties|hurt|killed)\b", re.IGNORECASE)
_CAPTURED = re.compile(
    r"\s+(?:(?:was|were|had been|have been|has been)\s+)?(?:also\s+)?(?:captured|arrested|detained)\b", re.IGNORECASE
)
_ARMED = ("rebel_group", "political_militia", "communal_militia", "unidentified_armed_group")
_HARMED = ("killed", "injured", "casualties", "missing", "abducted", "detained")


def settle_joined(document: Document, rows: Sequence[Harm], *, language: str, taken: bool = False) -> tuple[Harm, ...]:
    """The rows with those joined to the object of a verb of killing as killed, and without those who got away unhurt.

    Who was taken away and killed is killed; where the claim is of the taking (`taken`), abducted as well.
    """
    cues = load_cues(language)
    found = [_as_detained(document.text, row) for row in rows]
    for at in range(1, len(found)) if cues is not None else ():
        if cues is not None and _is_joined(document.text, found[at - 1], found[at], cues):
            found[at] = replace(found[at], effect="killed")
    found = _with_taken_and_killed(document.text, found, taken=taken)
    away: set[int] = set()
    for at in range(len(found) - 1, -1, -1):
        with_next = at + 1 in away and _are_joined(document.text, found[at], found[at + 1])
        if (with_next or _got_away(document.text, found[at])) and not _has_parts(found, at):
            away.add(at)
    return without_rows(found, away)


def _are_joined(text: str, row: Harm, following: Harm) -> bool:
    """True for "two sisters" of "two sisters and some girls fled into the forest"."""
    if not row.evidence or not following.evidence or row.effect != following.effect:
        return False
    return text[row.evidence[0].span.end : following.evidence[0].span.start].strip() == "and"


def _as_detained(text: str, row: Harm) -> Harm:
    """Armed people who "were captured" are held, and nobody's hostages."""
    if row.effect != "abducted" or row.group_type not in _ARMED or not row.evidence or row.score is None:
        return row
    captured = _CAPTURED.match(text, row.evidence[0].span.end) is not None
    return replace(row, effect="detained") if captured else row


def _has_parts(rows: Sequence[Harm], at: int) -> bool:
    return rows[at].part_of is not None or any(row.part_of == at for row in rows)


def _got_away(text: str, row: Harm) -> bool:
    if row.effect not in _HARMED or not row.evidence or row.score is None or _HURT.search(row.raw):
        return False
    end = row.evidence[0].span.end
    if row.effect in ("abducted", "detained") and (_GOT_AWAY.match(text, end) or _INTO_THE_BUSH.match(text, end)):
        return True
    if row.effect in ("abducted", "detained"):
        return False
    return _GOT_AWAY.match(text, end) is not None or _EVACUATED.match(text, end) is not None


def _is_joined(text: str, last: Harm, row: Harm, cues: Cues) -> bool:
    """True for people called hurt whom "and" joins to the object of a verb of killing, with no word of wounds of their own."""
    if (last.effect, row.effect) not in (("killed", "injured"), ("killed", "casualties")) or not row.has_number:
        return False
    if not last.evidence or not row.evidence or row.part_of is not None or row.score is None:
        return False
    start, end = row.evidence[0].span.start, row.evidence[0].span.end
    if not _JOINS.fullmatch(text, last.evidence[0].span.end, start) or cues["injury"].search(row.raw):
        return False
    verb = _KILLING.search(sentence_of(text, last).before)
    if verb is None or cues["injury"].search(verb["object"]):
        return False
    return cues["injury"].search(_CLAUSE_END.split(text[end : end + CLAUSE], maxsplit=1)[0]) is None


def _with_taken_and_killed(text: str, rows: Sequence[Harm], *, taken: bool) -> list[Harm]:
    dead = [at for at, row in enumerate(rows) if _was_taken_and_killed(text, row)]
    if taken:
        return [*rows, *(replace(rows[at], effect="killed", part_of=None) for at in dead)]
    return [replace(row, effect="killed") if at in dead else row for at, row in enumerate(rows)]


def _was_taken_and_killed(text: str, row: Harm) -> bool:
    """True for people taken away of whom the same clause goes on to tell that they were killed: "taken out and executed"."""
    if row.effect not in ("abducted", "detained") or not row.evidence or row.score is None:
        return False
    behind = _STOP.split(text[row.evidence[0].span.end :][:LONGEST_CLAUSE], maxsplit=1)[0]
    return _AND_KILLED.search(behind) is not None
