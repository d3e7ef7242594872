"""Men who are told by their weapon are the doers: "Gunmen attacked Gao", "suicide bombers killed 20 people".

Of 271 hand-coded claims whose means are told by such a noun ("sniper", "suicide bomber") all but 5 have a doer; 123 coded
gunmen have no firearm told by any other word, and only 21 of these have one at all.
"""

from __future__ import annotations

from dataclasses import replace

from crossread import patterns as re
from crossread.normalize.actors.means import DOERS
from crossread.records import Actor, Claim, Document, Harm, Means, with_values

_GUNMEN = r"gunm[ae]n"
_MEN = rf"{_GUNMEN}|shooters?|snipers?|marksm[ae]n|(?:suicide\s+)?(?:(?:car|truck)\s+)?bombers?|knifem[ae]n|grenadiers?"
_ARMED_MAN = re.compile(rf"(?:(?:an?|the|two|three|four|five|six)\s+)?(?:[a-z-]+\s+)?(?:{_MEN})", re.IGNORECASE)
_ONLY_GUNMEN = re.compile(rf"(?:[\w-]+\s+)*{_GUNMEN}", re.IGNORECASE)
_LEAD = re.compile(
    r"(?:\b(?:an?|the|one|two|three|four|five|six|seven|eight|nine|ten|(?!(?:19|20)\d\d\b)\d+|some|several|many|unknown|unidentified|masked|armed"
    r"|suspected|lone|female|teenage|suicide)\s+)+$",
    re.IGNORECASE,
)
# "gunmen attack a ceremony", told in the present
_OBJECT = r"\s+(?:an?|the|his|her|its|their|another|two|three|four|several)\s"
# "a sniper rifle", "a suicide bomber attack": the noun tells of a thing; "gunmen were killed", "a gunman's body": he suffers
_NO_SUBJECT = re.compile(
    rf"['’]|-|\s+(?:fire|rifles?|guns?|shots?|(?:attacks?|assaults?|raids?|strikes?)(?!{_OBJECT})|bombings?|blasts?|explosions?"
    r"|nests?|positions?|unit|squad|plots?|missions?|vests?|belts?|aircraft|planes?|jets?|(?:was|were|is|are|has\s+been|have\s+been|had\s+been)\s+"
    r"(?:\w+ly\s+|also\s+|later\s+)?(?:shot|killed|wounded|injured|arrested|captured|detained|overpowered|caught|held|hit))\b",
    re.IGNORECASE,
)
_SUFFERS = re.compile(
    r"\b(?:kill(?:ed|ing|s)?|shot|shooting|dead|wound(?:ed|ing)|injured|arrest(?:ed|ing|s)?|captur(?:ed|ing|es)|detain(?:ed|ing|s)?|"
    r"against|of|with|for|between|at|on|chas(?:ed|ing)|hunt(?:ed|ing)?|fought|fighting|clashed|fire(?:d)?|attack(?:ed|ing)|like)\s+$",
    re.IGNORECASE,
)
REACH = 40  # characters before the noun in which its article and number stand
_OF_MEN = ("armed_attack", "killing", "bombing", "arson", "abduction", "looting", "destruction", "ill_treatment", "shelling")


def with_armed_men(document: Document, claim: Claim) -> Claim:
    """The claim with the men its means are told by as doers, where it has none; "gunmen" are then no firearm besides.

    Nor are they one where they suffer: none of 36 coded gunmen who were killed or arrested is the claim's firearm, of 369 who
    did it 28 are. What people and data sets say (no score) stays, and so do men to whom it is done.
    """
    if claim.score is None:
        return claim
    claim = with_values(claim, means=tuple(row for row in claim.means if not _is_gunman_who_suffers(claim, row)))
    if claim.type not in _OF_MEN or any(actor.role in DOERS for actor in claim.actors):
        return claim
    for row in claim.means:
        doer = _doer(document, row)
        if doer is None or any(_overlap(doer, actor) for actor in claim.actors):
            continue
        means = tuple(other for other in claim.means if other is not row or not _ONLY_GUNMEN.fullmatch(row.raw))
        return replace(claim, means=means, actors=(doer, *claim.actors))
    return claim


def _doer(document: Document, row: Means) -> Actor | None:
    if row.score is None or not row.evidence or _ARMED_MAN.fullmatch(row.raw) is None:
        return None
    text, span = document.text, row.evidence[0].span
    lead = _LEAD.search(text, max(0, span.start - REACH), span.start)
    start = lead.start() if lead else span.start
    if _NO_SUBJECT.match(text, span.end) or _SUFFERS.search(text, max(0, start - REACH), start):
        return None
    evidence = document.quote(start, span.end)
    return Actor(
        role="perpetrator",
        raw=evidence.quote,
        name=None,
        type="unidentified_armed_group",
        evidence=(evidence,),
        score=row.score,
    )


def _is_gunman_who_suffers(claim: Claim, row: Means) -> bool:
    """True for the "gunman" of "police killed a gunman" as a firearm; so wherever gunmen are arrested."""
    if row.score is None or not row.evidence or _ONLY_GUNMEN.fullmatch(row.raw) is None:
        return False
    if claim.type == "detention":
        return True
    victims = (actor for actor in claim.actors if actor.role == "victim")
    return any(_overlap(row, actor) for actor in victims) or any(_overlap(row, harm) for harm in claim.harm)


def _overlap(one: Actor | Means, other: Actor | Harm) -> bool:
    """True if two rows stand at one place of the report: the gunmen who are the claim's target."""
    return any(a.span.start < b.span.end and b.span.start < a.span.end for a in one.evidence for b in other.evidence)
