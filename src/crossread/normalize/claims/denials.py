"""A party that says what it did not do denies: "the military said it did not carry out any strikes" claims nothing."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from crossread import patterns as re
from crossread.normalize.claims.accusing import once
from crossread.normalize.claims.falsehoods import settle_called_false
from crossread.normalize.dates.anchors import sentence_around
from crossread.records import Actor, Claim, Document, Evidence, Speaker, with_values
from crossread.records.roles import UNDISPUTED_DOERS

_NOT = (
    r"(?:(?:did|had|has|have|was|were)\s+(?:not|never|no)\b|(?:did|had|has|have|was|were)n['’]t\b|never\b|had\s+nothing\b"
    r"|bore\s+no\b|played\s+no\b|carried\s+out\s+no\b)"
)
_OFTEN = r"(?:always|repeatedly|consistently|flatly|categorically|strongly|immediately|firmly)"
# "said it had 'definitively determined' (it was not responsible)", "said an inquiry had found that (it was not)"
_FOUND = (
    r"(?:(?:it|they|he|she|we|(?:its|their|an|the)\s+(?:own\s+)?(?:inquiry|investigation|review))\s+(?:had|has|have)\s+[\"“'‘]?(?:\w+ly\s+)?"
    r"(?:determined|concluded|established|found|confirmed)[\"”'’]?\s+(?:that\s+)?)?"
)
# "said there had been no fighting", "said no battle took place": of eleven coded speakers who say so six deny, one claims
_ACT = (
    r"(?:fighting|clash(?:es)?|battles?|attacks?|(?:air\s?)?strikes?|(?:air\s?)?raids?|shelling|killings?|massacres?|bombings?"
    r"|explosions?|blasts?|shootings?|ambush(?:es)?|incidents?)"
)
_NONE = (
    rf"(?:there\s+(?:was|were|had\s+been|has\s+been)\s+no\s+(?:such\s+)?{_ACT}\b(?=\s*(?:[.,;\"”]|$|at\s+all\b|whatsoever\b|there\b|and\b|but\b"
    rf"|that\s+(?:day|night)\b))|no\s+(?:such\s+)?{_ACT}\s+(?:had\s+|has\s+|ever\s+){{0,2}}(?:took|taken)\s+place\b)"
)
_DENIES = re.compile(
    # "A group that had marched through the town denied any part in it", "the coalition conducting air strikes there said"
    r"(?P<aside>(?:,\s+(?:which|who|whose)|\s+that)\s+(?![^.;,\n]*\b(?:claim|admit|said|says)\w*)[^.;,\n]{1,80},?(?=\s)"
    r"|\s+(?:conduct|carry|lead|fight|operat|bomb|battl|support|back|fly)ing\s+(?![^.;,\n]*\b(?:claim|admit)\w*)[^.;,\n]{1,80}?"
    r"(?=\s+(?:has\s+|have\s+)?(?:said|says|denied|denies|stated|insisted)\b))?"
    r"(?:\s+(?:(?:also|later|again|has|have|on\s+\w+day)\s+){0,2}(?:said|says|stated|insisted|insists|maintained|added)\s+(?:that\s+)?"
    rf"{_FOUND}(?:(?P<none>{_NONE})|(?:it|they|he|she|we|(?:its|their|his|our)\s+[\w-]+(?:\s+[\w-]+)?)\s+{_NOT}"
    rf"|the\s+(?:group|movement|militia|organi[sz]ation|army|force|party|militants|rebels)\s+{_NOT}"
    r"|(?:none|nobody)\s+of\s+(?:its|their|our)\s+\w+\s+(?:was|were|had|has|have|took|did)\b)"
    r"|\s+(?:(?:also|later|again|has|have|had|on\s+\w+day|quickly|swiftly)\s+){0,2}"
    rf"(?:{_OFTEN}\s+)?"
    r"(?:rul(?:ed|es)\s+out\s+(?:that\s+(?:it|they|(?:any\s+of\s+)?(?:its|their)\s+(?:own\s+)?[\w-]+)\s+(?:was|were|had|has|have)\b"
    r"|(?:any|its|their)\s+(?:own\s+)?(?:involvement|responsibility|role|part)\b)|distanc(?:ed|es)\s+(?:itself|themselves|himself)\s+from"
    r"|(?:denied|denies|disclaimed|disavowed|rejected)\s+(?:(?:any|all|having\s+any|that\s+it\s+had\s+any)\s+)?"
    r"(?:involvement|responsibility|role|part|hand|knowledge|connection|being\s+behind|carrying\s+out"
    r"|(?:the|both|these|those|either|all)\s+(?:[\w-]+\s+)?(?:attacks?|bombings?|killings?|blasts?|murders?|charges?"
    r"|accusations?|allegations?)|it)\b))"
)
_ANOTHER = re.compile(r"[^.;\n]{0,40}?[,;]?\s*\b(?:and|but|though|although|while|however)\b", re.IGNORECASE)
# "(the office) found no evidence", "(the mission) has verified 93 names": who looks into it denies nothing
_LOOKS_INTO = re.compile(
    r"\s+(?:(?:has|have|had|also|later)\s+){0,2}(?:(?:verified|confirmed|documented|corroborated)\b"
    r"|(?:could|can|was|were)\s+(?:not|unable\s+to)\s+(?:independently\s+)?(?:be\s+)?(?:establish|confirm|verify|determine)\w*"
    r"|found\s+no\s+(?:evidence|proof|trace)|said\s+(?:that\s+)?(?:he|she|they|it)\s+had\s+(?:proof|evidence))"
)
# "(The Taliban said) it was revenge for (the air strike)": what somebody avenges, others did
_AVENGED = re.compile(
    r"\b(?:in\s+)?(?:revenge|retaliation|retribution|reprisals?|vengeance|response|aveng(?:e|ed|ing)|retaliat(?:e|ed|ing))\s+"
    r"(?:(?:for|to|against|over)\s+)?(?:(?:the|an?|that|this|recent|last|earlier|deadly|their|its)\s+){0,3}(?:[\w-]+\s+){0,2}$",
    re.IGNORECASE,
)


def settle_denials(document: Document, claim: Claim) -> Claim:
    """The claim with those who deny by "said it did not" as deniers and accused, and no longer as those who did or claim it.

    An act that was told by such a denial alone is `denied`. Who says that there was no such act is accused of none. What people
    and data sets say (no score) stays.
    """
    if claim.score is None:
        return claim
    claim = _without_avengers(
        document, with_values(claim, speakers=tuple(_as_looking_into(document, r) for r in claim.speakers))
    )
    told = [evidence for row in claim.speakers for evidence in row.evidence]
    told += [evidence for actor in claim.actors if actor.role in UNDISPUTED_DOERS for evidence in actor.evidence]
    denials = [(evidence, found) for evidence in told if (found := _DENIES.match(document.text, evidence.span.end))]
    denials = [
        (evidence, found)
        for evidence, found in denials
        if not _is_beside(found, claim.trigger) and not _goes_on(document.text, found, claim.trigger)
    ]
    stretches = [(evidence.span.start, found.end()) for evidence, found in denials]
    claim = settle_called_false(document, claim)
    if not stretches:
        return claim
    speakers = tuple(
        replace(row, role="denies") if row.role in ("claims", "reports") and _is_in(row.evidence, stretches) else row
        for row in claim.speakers
    )
    never = [(start, found.end()) for (start, _), (_, found) in zip(stretches, denials, strict=True) if found["none"]]
    asides = [(found.start("aside"), found.end("aside")) for _, found in denials if found["aside"]]
    kept = tuple(row for row in claim.actors if not (_only_claims(row) and _is_in(row.evidence, [*never, *asides])))
    actors = tuple(_as_accused(actor, stretches) for actor in kept)
    told_by_it = claim.stance == "claimed" or any(_tells(document.text, found, claim.trigger) for _, found in denials)
    stance = "denied" if told_by_it else claim.stance
    status = "accomplished" if stance == "denied" and claim.status == "threatened" else claim.status
    return replace(claim, speakers=speakers, actors=once(actors), stance=stance, status=status)


def _as_looking_into(document: Document, row: Speaker) -> Speaker:
    if row.role != "denies" or row.score is None or not row.evidence:
        return row
    return replace(row, role="reports") if _LOOKS_INTO.match(document.text, row.evidence[0].span.end) else row


def _without_avengers(document: Document, claim: Claim) -> Claim:
    """The claim without claimants of what they say they avenge; they tell of it."""
    before, _ = sentence_around(document.text, claim.trigger.span.start, claim.trigger.span.end)
    if not _AVENGED.search(before):
        return claim
    actors = tuple(row for row in claim.actors if row.role != "claimant" or row.score is None)
    speakers = tuple(
        replace(row, role="reports") if row.role == "claims" and row.score is not None else row for row in claim.speakers
    )
    return replace(claim, actors=actors, speakers=speakers)


def _is_beside(denial: re.Match[str], trigger: Evidence) -> bool:
    """True where the act stands in the relative clause before "denied": "A group that had marched there denied any part"."""
    return bool(denial["aside"]) and denial.start("aside") <= trigger.span.start < denial.end("aside")


def _goes_on(text: str, denial: re.Match[str], trigger: Evidence) -> bool:
    """True for an act behind "said there were no clashes and that 12 were arrested", which is told and not denied."""
    return bool(denial["none"]) and trigger.span.start >= denial.end() and _ANOTHER.match(text, denial.end()) is not None


def _tells(text: str, denial: re.Match[str], trigger: Evidence) -> bool:
    """True for a trigger in the words of a denial, or shortly behind them in its own sentence."""
    start = denial.end("aside") if denial["aside"] else denial.start()
    behind = denial.end() + min(60, len(sentence_around(text, denial.start(), denial.end())[1]))
    return start <= trigger.span.start < behind


def _is_in(told: Iterable[Evidence], stretches: list[tuple[int, int]]) -> bool:
    return any(start <= row.span.start < end for row in told for start, end in stretches)


def _only_claims(actor: Actor) -> bool:
    """True for a claimant: who says that nothing happened is none, nor is who is named in the aside before a denial."""
    return actor.role == "claimant" and actor.score is not None


def _as_accused(actor: Actor, stretches: list[tuple[int, int]]) -> Actor:
    if actor.role not in UNDISPUTED_DOERS or actor.score is None or not _is_in(actor.evidence, stretches):
        return actor
    return replace(actor, role="accused")
