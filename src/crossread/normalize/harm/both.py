"""People who were taken and then killed: both came to them, and both are told in one breath."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from crossread import patterns as re
from crossread.normalize.harm.sentence import Sentence, sentence_of
from crossread.records import Document, Harm

_BOTH = re.compile(
    r"\s*(?:(?:(?!\b(?:whom|them|some|most|several|one|and|while|whose)\b)[^.;\d]){0,60}\s)?(?:is|are|was|were|been|being)\s+"
    r"(?P<taken>abducted|kidnapped|taken hostage|captured|arrested|detained)"
    r"(?:\s+(?:by|in|from|near|on|at)\s[^.;,]{1,40})?,?\s+(?:and|before being)\s+"
    r"(?:(?:then|later|subsequently|was|were|found|being)\s+)*"
    r"(?:killed|murdered|executed|shot dead|beheaded|slain|hanged|dead)\b",
    re.IGNORECASE,
)
# "detained, tortured, and killed (an activist)"
_BOTH_BEFORE = re.compile(
    r"\b(?P<taken>abducted|kidnapped|captured|arrested|detained),?\s+(?:\w+ed,?\s+){0,2}(?:and|then)\s+(?:then\s+|later\s+)?"
    r"(?:killed|murdered|executed|beheaded|shot dead)\s+(?:the\s+|an?\s+)?$",
    re.IGNORECASE,
)
# "(The mayor), 39, was found dead, three days after he was kidnapped", "(A lawyer) who was abducted in May is found dead"
_KIDNAPPED = r"(?:kidnapped|abducted|taken hostage|snatched)"
_AUX = r"(?:was|were|is|are|(?:has|have|had)\s+been)"
FOUND_DEAD = re.compile(
    r"(?P<between>(?:\s+of\s+[^.,;]{1,40})?(?:,\s(?:(?!\b(?:was|were|is|are|has|had|have)\b|,\s+and\b)[^.;]){1,100}?,)?"
    rf"(?:,?\s+who\s+(?:was|were|(?:has|have|had)\s+been)\s+{_KIDNAPPED}\b(?:(?!\band\b)[^.;]){{0,140}}?,?)?)"
    rf"\s+{_AUX}\s+(?:(?:later|reportedly|\w+ly)\s+)?found\s+"
    r"(?:dead|murdered|killed|shot dead|slain|hanged|beheaded|executed)\b(?P<rest>[^.;]{0,160})",
    re.IGNORECASE,
)
_TAKEN_BEFORE = re.compile(
    rf"\bafter\s+(?:(?:he|she|they)\s+{_AUX}|(?:having\s+been|being))\s+{_KIDNAPPED}\b"
    r"|\bafter\s+(?:his|her|their)\s+(?:abduction|kidnapping)\b",
    re.IGNORECASE,
)
# "The body of (a kidnapped priest) was found"
_BODY_OF = re.compile(r"\b(?:body|bodies|corpses?|remains)\s+of\s+(?:the\s+|an?\s+)?$", re.IGNORECASE)
_BODY_FOUND = re.compile(
    rf"(?P<between>(?:\s+of\s+[^.,;]{{1,40}})?)\s+{_AUX}\s+(?:(?:later|\w+ly)\s+)?(?:found|discovered|recovered|dumped)\b"
    r"(?P<rest>[^.;]{0,160})",
    re.IGNORECASE,
)
_SAID_TAKEN = re.compile(rf"\b{_KIDNAPPED}\b", re.IGNORECASE)
# "was detained and beaten. … killed him", "leading to his death", "his body was returned", behind one who was taken or hurt.
_OF_HIM = re.compile(
    r"\b(?:(?:shot and killed|killed|executed|murdered|beheaded|lynched|shot dead) (?:him|her|them)\b"
    r"|(?:leading to|resulting in|causing|before) (?:his|her|their) deaths?\b"
    r"|(?:his|her|their) (?:\w+ )?(?:bod(?:y|ies)|corpses?)(?:, [^,.;]{1,60},)? (?:was|were)(?! (?:never|not))\b"
    r"|(?:beaten|tortured|burned|stoned) to death\b"
    r"|(?:he|she|they) (?:later |reportedly |subsequently )?(?:died|bled to death|was found dead|were found dead)\b"
    r"|died (?:in|while in|under) (?:\w+ )?(?:custody|detention|prison)\b"
    r"|died (?:of|from) (?:his|her|their) (?:wounds|injuries))",
    re.IGNORECASE,
)
_HELD = ("abducted", "detained", "injured")
REACH = 420  # characters behind one who was taken or hurt in which his death is told
_TAKEN = {"captured": "detained", "arrested": "detained", "detained": "detained"}


def tell_both(document: Document, rows: Sequence[Harm]) -> tuple[Harm, ...]:
    """The rows with the other one of "three villagers were abducted and killed", where only one of the two is told of them."""
    found = [*rows, *_died_of_it(document, rows)]
    for row in rows:
        if (
            row.effect not in ("abducted", "detained", "killed")
            or not row.evidence
            or row.part_of is not None
            or row.score is None
        ):
            continue
        taken = _taken_and_killed(document, row)
        effect = taken if row.effect == "killed" else "killed"
        if taken is not None and effect is not None and not any(other.effect == effect for other in rows):
            found.append(replace(row, effect=effect))
    return tuple(found)


def _taken_and_killed(document: Document, row: Harm) -> str | None:
    """How those were taken of whom the sentence tells that they were also killed; None where it does not tell both."""
    sentence = sentence_of(document.text, row)
    match = _BOTH.match(sentence.behind) or _BOTH_BEFORE.search(sentence.before)
    if match is not None:
        return _TAKEN.get(match["taken"].lower(), "abducted")
    return "abducted" if is_found_dead(row, sentence) else None


def is_found_dead(row: Harm, sentence: Sentence) -> bool:
    """True for somebody kidnapped who "was found dead": all nine hand-coded reports with such a sentence have both rows."""
    told = FOUND_DEAD.match(sentence.behind)
    if told is None and _BODY_OF.search(sentence.before):
        told = _BODY_FOUND.match(sentence.behind)
    if told is None or row.effect not in ("abducted", "killed"):
        return False
    return row.effect == "abducted" or bool(_SAID_TAKEN.search(row.raw + told["between"]) or _TAKEN_BEFORE.search(told["rest"]))


def _died_of_it(document: Document, rows: Sequence[Harm]) -> list[Harm]:
    """A row of the dead for the only one who was taken or hurt, where what follows tells that he died and no death is counted.

    People whose state killed them in custody are told so, in one sentence or the next.
    """
    people = [row for row in rows if row.part_of is None and row.effect not in ("displaced",)]
    if len(people) != 1 or people[0].effect not in _HELD or not people[0].evidence or not people[0].has_number:
        return []
    row = people[0]
    start = row.evidence[0].span.end
    paragraph = document.text.find("\n", start)
    end = min(start + REACH, paragraph if paragraph >= 0 else start + REACH)
    told = _OF_HIM.search(document.text, start, end)
    several = (row.count.low or 0) > 1 if row.count else False
    if told is None or several != bool(re.search(r"\b(?:them|their|they)\b", told.group(), re.IGNORECASE)):
        return []
    return [replace(row, effect="killed", evidence=(*row.evidence, document.quote(told.start(), told.end())))]
