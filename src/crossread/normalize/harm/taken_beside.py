"""Those killed beside others who were taken: "killed 12 farmers and abducted six others" tells 12 dead and six abducted.

Of 34 hand-coded claims that tell people killed first and others abducted behind, in one sentence, two are an abduction: one in
which a driver alone was killed, and a total. The others are what the codebook puts first, an attack or a killing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from crossread import patterns as re
from crossread.normalize.counts import parse_count
from crossread.normalize.harm.sentence import sentence_of
from crossread.normalize.sentences import sentence_at
from crossread.records import Claim, Document, Harm

_BOUND = r"(?:(?:at\s+least|about|around|some|another|up\s+to|more\s+than|over|as\s+many\s+as|nearly)\s+)*"
_NUMBER = (
    r"(?:\d[\d,]*|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|[a-z]+teen|[a-z]+ty|dozens|scores|several|many"
    r"|hundreds|others?)\b"
)
_KILLED = r"(?:killed|shot\s+dead|murdered|massacred|slaughtered|beheaded|hacked\s+to\s+death|slain)"
_KILLING = re.compile(
    r"(?<!were\s)(?<!was\s)(?<!been\s)\b(?:kill(?:ed|s|ing)|(?:shot|shooting)\s+dead|murder(?:ed|ing)|massacr(?:ed|ing)|slaughter(?:ed|ing)"
    rf"|behead(?:ed|ing))\s+{_BOUND}$",
    re.IGNORECASE,
)
_ONLY_THESE = r"(?:(?!\b(?:who|whom|which|that|hostages?|captives?)\b)[^.;\n])"
_AND_TOOK = re.compile(
    rf"{_ONLY_THESE}{{0,90}}?(?:\s(?:and|before|while|then)|,)\s+(?:(?:also|later|then|reportedly)\s+)*"
    rf"(?:(?:abduct(?:s|ed|ing)|kidnap(?:s|p?ed|p?ing))\s+{_BOUND}{_NUMBER}"
    rf"|(?:took|taking|led|leading|carr(?:ied|ying))\s+(?:(?:off|away)\s+)?{_BOUND}{_NUMBER}[^.;,\n]{{0,40}}?\s(?:hostage|captive|away|off)\b)",
    re.IGNORECASE,
)
_AND_WERE_TAKEN = re.compile(
    rf"\s+(?:were|was|have\s+been|had\s+been|are)\s+(?:\w+ly\s+)?{_KILLED}\b{_ONLY_THESE}{{0,60}}?(?:\s(?:and|while)|,)\s+{_BOUND}{_NUMBER}"
    r"[^.;,\n]{0,40}?(?<!\bwho\s)(?<!\bwere\s)\s(?:(?:were|was|had\s+been)\s+)?(?:abducted|kidnapped|taken\s+(?:hostage|captive|away))\b",
    re.IGNORECASE,
)
_TAKEN = re.compile(
    r"\b(?:abduct|kidnap|hostage|captive|captur|seiz|detain|arrest)\w*|\b(?:took|taken|taking)\b", re.IGNORECASE
)
_TAKEN_EFFECTS = ("abducted", "detained", "missing")


def settle_taken_beside(document: Document, rows: Sequence[Harm]) -> list[Harm]:
    """The rows with those as killed, whatever they were taken for, whose killing their sentence tells before a taking."""
    return [
        replace(row, effect="killed") if row.effect in _TAKEN_EFFECTS and _fell_beside(document, row) else row for row in rows
    ]


def kills_and_takes(document: Document, claim: Claim) -> bool:
    """True for an abduction in whose own sentence two or more others were killed before: it is told as an attack."""
    if claim.score is None or claim.scope == "aggregate":
        return False
    own = sentence_at(document.text, claim.trigger.span.start)
    fell = [row for row in claim.harm if (parse_count(row.raw).low or 0) > 1 and _fell_beside(document, row)]
    return any(sentence_at(document.text, row.evidence[0].span.start) == own for row in fell)


def _fell_beside(document: Document, row: Harm) -> bool:
    """True for the farmers of "killed 12 farmers and abducted six others", of whom nobody was taken before."""
    if row.score is None or not row.evidence or row.part_of is not None or _TAKEN.search(row.raw):
        return False
    sentence = sentence_of(document.text, row)
    if _TAKEN.search(sentence.before):
        return False
    active = _KILLING.search(sentence.before) is not None and _AND_TOOK.match(sentence.behind) is not None
    return active or _AND_WERE_TAKEN.match(sentence.behind) is not None
