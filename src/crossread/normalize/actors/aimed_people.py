"""People at whom an act was aimed and to whom nothing is told to have happened are its target, no victims.

Of 142 people in hand-coded attacks, strikes, crackdowns, riots and changes of control without harm 140 are targets
("bodyguards of the mayor were attacked", "a strike on the rebels").

Whose home, car or guards were the target is none himself: of 75 such targets in hand-coded reports 71 stand alone.
"""

from __future__ import annotations

from crossread import patterns as re
from crossread.normalize.sentences import sentence_at, sentence_ends, sentence_start
from crossread.records import Actor, Claim, Document, with_values

_TYPES = frozenset("air_strike shelling bombing armed_attack crackdown riot territorial_change".split())
# Nothing of this may be told of them, though the report counts nobody
_HARMED = re.compile(
    r"\b(?:kill|wound|injur|hurt|dead\b|died|dies|death|murder|slain|casualt|victim|bodies|body\b|assassinat|execut|shot\b|maim|burn|sprayed"
    r"|beat|stabb|deadly|deadliest|fatal|lethal|displac|fled\b|flee|custody|kidnap|abduct|hostage|arrest|detain|captur|coffin|funeral|suicide|bombers?\b"
    r"|\brap(?:e[ds]?|ing)\b|\bgang-?raped?|molest|sexual|hack(?:ed|ing|s)\b|\bacid\b|\bblind(?:ed|ing)\b|mutilat|disfigur|dismember|amputat"
    r"|\bston(?:ed|ing)\b|trampl|crush(?:ed|ing)\b|los(?:t|ing)\s+(?:an?|one|both|his|her|their)\s+(?:\w+\s+)?(?:eyes?|legs?|arms?|hands?|foot|feet"
    r"|limbs?|fingers?|sight)\b|scald|tortur|whipp(?:ed|ing)|flogg|\blash(?:ed|es)\b|lynch|behead|decapitat|slaughter|massacr|strangl|suffocat"
    r"|\bdrown|\bslash(?:ed|ing)\b|punch|bruis|hospitali[sz]ed)",
    re.IGNORECASE,
)
# "The home of (the mayor)", "(the mayor)'s car"; those whom a convoy carries are a target besides
_OWNED = re.compile(
    r"(?:(?:the|an?|his|her|their)\s+)?(?:[\w-]+\s+){0,2}?(?:homes?|houses?|residences?|villas?|apartments?|flats?|cars?|vehicles?|motorcades?"
    r"|convoys?|offices?|bodyguards?|guards)\s+(?:of|belonging\s+to)\s"
    r"|.*['’]s?\s+(?:[\w-]+\s+)?(?:homes?|houses?|residences?|villas?|apartments?|flats?|cars?|vehicles?|motorcades?|convoys?|offices?"
    r"|bodyguards?|guards)$",
    re.IGNORECASE,
)

_ARTICLE = re.compile(r"(?:the|an?)\s+", re.IGNORECASE)


def settle_aimed_people(document: Document, claim: Claim) -> Claim:
    """The claim of such an act without harm with its victims as targets, and without those who only own what was aimed at.

    What people and data sets say (no score) stays.
    """
    if claim.score is None:
        return claim
    if claim.type == "armed_clash":
        return _without_aimed_sides(claim)
    aimed = not claim.harm and claim.type in _TYPES
    actors = tuple(
        with_values(row, role="target") if aimed and _is_aimed_at(document.text, claim, row) else row for row in claim.actors
    )
    owned = [row for row in actors if row.role == "target" and row.evidence and _OWNED.match(row.raw)]
    kept = tuple(row for row in actors if not any(_only_owns(row, target) for target in owned))
    return claim if kept == claim.actors else with_values(claim, actors=kept)


def _without_aimed_sides(claim: Claim) -> Claim:
    """The clash without the targets that are its sides: "the rebels fought the soldiers and attacked the soldiers"."""
    sides = {_called(row) for row in claim.actors if row.role.startswith("side_")}
    kept = tuple(row for row in claim.actors if row.role != "target" or row.score is None or _called(row) not in sides)
    return claim if kept == claim.actors else with_values(claim, actors=kept)


def _called(row: Actor) -> str:
    return _ARTICLE.sub("", row.name or row.raw).casefold()


def _only_owns(row: Actor, target: Actor) -> bool:
    """True for the mayor of "the home of the mayor", told nowhere else as the target."""
    if row is target or row.role != "target" or row.score is None or row.type == "object" or len(row.evidence) != 1:
        return False
    own, whole = row.evidence[0].span, target.evidence[0].span
    return whole.contains(own) and own != whole


def _is_aimed_at(text: str, claim: Claim, row: Actor) -> bool:
    """True for people of a sentence in which the act is told, and no harm."""
    if row.role != "victim" or row.score is None or not row.evidence:
        return False
    told = {sentence_at(text, one.span.start) for one in (claim.trigger, *claim.retellings)}
    sentences = [quote.span.start for quote in row.evidence]
    return all(sentence_at(text, at) in told and _HARMED.search(_sentence(text, at)) is None for at in sentences)


def _sentence(text: str, offset: int) -> str:
    ends, number = sentence_ends(text), sentence_at(text, offset)
    return text[sentence_start(text, offset) : ends[number] if number < len(ends) else len(text)]
