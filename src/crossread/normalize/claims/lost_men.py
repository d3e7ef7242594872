"""Who lost men suffered the act: "the army has lost seven men in an ambush" tells who fell, and no doer.

Of 27 hand-coded acts told with "lost two men", "has lost 17 soldiers" and the like, the one who lost them is the doer of none;
half are clashes, whose sides stay. The men are of his kind.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from crossread import patterns as re
from crossread.normalize.dates.anchors import sentence_around
from crossread.records import Actor, Claim, Document, Evidence, Harm, Span
from crossread.records.roles import UNDISPUTED_ACTIVE

_STATES = ("state_forces", "foreign_forces", "police")
_ARMED = (*_STATES, "rebel_group", "political_militia", "communal_militia", "unidentified_armed_group")
_NUMBER = (
    r"(?:\d[\d,]*|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|[a-z]+teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty"
    r"|dozens|scores|several|many|at\s+least|about|around|some|more\s+than|up\s+to|over|nearly|another|only|of|its|their)"
)
_MEN = (
    r"(?:men|m[ae]n|soldiers?|troops|troopers?|fighters?|members?|officers?|policem[ae]n|personnel|peacekeepers?|service(?:m[ae]n|\s+members?)"
    r"|gunmen|militants?|rebels?|guerrillas?|militiam[ae]n|commanders?|gendarmes?|rangers?|guards?|volunteers?|recruits?|marines|paratroopers"
    r"|combatants|mujahid\w+|people|lives)"
)
_LOST_THEM = rf"(?:lost|loses|lose|losing)(?P<men>(?:\s+{_NUMBER}){{1,4}}(?:\s+[a-z][\w-]*){{0,2}}?\s+{_MEN})\b"
# "the UAE, a member of the coalition, lost a soldier"
_LOST = re.compile(
    r"(?:\s+\([^()\n]{1,30}\))?(?:,\s[^.,;:()\n]{1,60},)?"
    r"(?:\s+(?:has|have|had|also|alone|itself|themselves|later|reportedly|already))*\s+" + _LOST_THEM,
    re.IGNORECASE,
)
# "(the army) said it had lost two men", "(the group) killed twenty soldiers and lost one fighter"
_ALSO_LOST = re.compile(
    r"\s(?:[^.;\n]{0,120}?\b)?(?:and|but|while|that|said|says|saying)\s+(?:(?:it|they|had|has|have|also|only|itself|themselves)\s+)*"
    + _LOST_THEM,
    re.IGNORECASE,
)
_ACT = r"(?:attacks?|raids?|assaults?|ambush(?:es)?|offensives?|operations?|strikes?|sweeps?|advances?)"
# "in its attack", "in an operation", "in an attack on the rebel camp": the act of those who lost men
_OWN_ACT = re.compile(
    rf"\b(?:its|their)\s+(?:[\w-]+\s+){{0,2}}{_ACT}\b|\b(?:offensives?|operations?|sweeps?|advances?)\b"
    rf"|\b{_ACT}\s+(?:on|against)\s+(?:[\w’'-]+\s+){{0,4}}?(?:rebels?|militants?|insurgents?|jihad\w+|terrorists?|bandits?|gangs?|guerrillas?)\b",
    re.IGNORECASE,
)
# Of those who fight a state also an attack on others than their own.
_ACT_ON = re.compile(rf"\b{_ACT}\s+(?:on|against|at)\s+(?!(?:one\s+of\s+)?(?:its|their)\b)", re.IGNORECASE)
_DID_MORE = re.compile(
    r"\b(?:and|but|after|while|before|having|when|as)\s+(?:(?:it|they|had|has|have|also|later)\s+)*"
    r"(?:kill|captur|destroy|shot|shell|bomb|wound|neutrali[sz]|eliminat|seiz|took|taken|attack|raid|storm|inflict|repel|repuls|beat|fir|open)\w*",
    re.IGNORECASE,
)


def settle_lost_men(document: Document, claim: Claim) -> Claim:
    """The claim with who lost men as no doer, and with the men as his; the sides of a clash stay sides.

    What people and data sets say stays (no score), and so does a doer of whom more is told ("lost two men and killed nine").
    """
    if claim.score is None:
        return claim
    lost = [(actor, span) for actor in claim.actors for span in _men_lost_by(document.text, actor)]
    actors = tuple(_as_his(actor, lost) for actor in claim.actors)
    harm = tuple(_of_his_kind(row, lost) for row in claim.harm)
    if claim.type != "armed_clash":
        actors = tuple(one for actor in actors if (one := _without_doing(document.text, actor, claim.actors)) is not None)
    return replace(claim, actors=actors, harm=harm) if lost else claim


def _men_lost_by(text: str, actor: Actor) -> list[Span]:
    """Where the men stand whom an armed party is told to have lost."""
    if actor.role not in UNDISPUTED_ACTIVE or actor.score is None or actor.type not in _ARMED:
        return []
    ends = [quote.span.end for quote in actor.evidence]
    matches = [_LOST.match(text, end) or _ALSO_LOST.match(text, end) for end in ends]
    return [Span(start=match.start("men") + 1, end=match.end("men")) for match in matches if match is not None]


def _as_his(actor: Actor, lost: Sequence[tuple[Actor, Span]]) -> Actor:
    """The victims who are the men that somebody lost, under his name and type."""
    party = _party(actor.evidence, lost) if actor.role == "victim" and actor.score is not None else None
    if party is None or actor.registry_id or actor.name:
        return actor
    return replace(actor, name=party.name, type=party.type, registry_id=party.registry_id)


def _of_his_kind(row: Harm, lost: Sequence[tuple[Actor, Span]]) -> Harm:
    party = _party(row.evidence[:1], lost) if row.score is not None else None
    return row if party is None else replace(row, group_type=party.type)


def _party(quotes: Sequence[Evidence], lost: Sequence[tuple[Actor, Span]]) -> Actor | None:
    return next((party for party, men in lost for one in quotes if men.start <= one.span.start < men.end), None)


def _without_doing(text: str, actor: Actor, actors: Sequence[Actor]) -> Actor | None:
    """A doer who only lost men as none at all, or as the victim where the men are no actor of the claim."""
    if (
        actor.role not in UNDISPUTED_ACTIVE[:3]
        or not actor.evidence
        or not all(_only_lost(text, actor, one) for one in actor.evidence)
    ):
        return actor
    men = _men_lost_by(text, actor)
    told = any(other.role == "victim" and _party(other.evidence, [(actor, one) for one in men]) for other in actors)
    return None if told else replace(actor, role="victim")


def _only_lost(text: str, actor: Actor, quote: Evidence) -> bool:
    """True where the words behind a mention tell of men lost, and its sentence of nothing the party did."""
    lost = _LOST.match(text, quote.span.end)
    if actor.score is None or actor.type not in _ARMED or lost is None:
        return False
    before, after = sentence_around(text, quote.span.start, quote.span.end)
    rest = after[lost.end() - quote.span.end :]
    if _DID_MORE.search(rest) or _OWN_ACT.search(rest):
        return False
    return actor.type in _STATES or not _ACT_ON.search(before + rest)
