"""A party that plainly denies makes the act `denied`, also where the report tells the act in its own words.

Of 987 hand-coded claims with a speaker who denies, 738 are denied. By the words right behind him: "denied any involvement" 49
of 66, "denied the battle took place" four of four, "denied the rapes" four of four, "said it was not behind it" eight of 13,
"said there had been no sortie" five of six. Of a bare "denied it" or "rejected the allegation" it is left to the model what
"it" is.
"""

from __future__ import annotations

from dataclasses import replace

from crossread import patterns as re
from crossread.normalize.sentences import sentence_at
from crossread.records import Actor, Claim, Document, Speaker
from crossread.records.roles import UNDISPUTED_DOERS

_ASIDE = r"(?:,\s[^,.;\n]{1,80},|\s+\w+ing\s+[^,.;\n]{1,80}?(?=\s(?:has|have|said|den)))?"
_HELPS = (
    r"(?:\s+(?:has|have|had|is|are|also|later|again|itself|on\s+\w+day|meanwhile|however|always|quickly|swiftly|\w+ly))"
    r"{0,3}\s+"
)
_DENIES = r"(?:den(?:y|ies|ied|ying)|reject(?:s|ed|ing)?|disclaim(?:s|ed)|disavow(?:s|ed))\s+"
_ACTS = (
    r"(?:attacks?|bombings?|killings?|rapes?|murders?|(?:air\s?)?strikes?|(?:air\s?)?raids?|massacres?|arrests?|shootings?|abductions?"
    r"|kidnappings?|clash(?:es)?|battles?|fighting|shelling|blasts?|explosions?|ambush(?:es)?|assaults?)\b"
)
# "denied any involvement in the talks", "responsibility for her safety"
_NO_ACT = (
    r"(?!\s+(?:in|for|with)\s+(?:[\w’']+\s+){0,2}?(?:talks|negotiations|safety|security|protection|polic(?:y|ies)|politics|wars?|conflict"
    r"|deals?|elections?|payments?|ransoms?|delays?|failures?|rescue|trade|cover-up)\b)"
)
_SAID = r"(?:sa(?:id|ys)|stat(?:ed|es)|insist(?:ed|s)|maintain(?:ed|s)|told\s[^.;,\n]{2,30}?)\s+(?:that\s+)?"
_HE = r"(?:it|they|he|she|(?:its|his|her|their)\s+[\w-]+(?:\s+[\w-]+)?|the\s+[\w-]+)\s+"
# That he, or those he speaks for, had a hand in it
_OWN = re.compile(
    rf"{_ASIDE}{_HELPS}(?:(?:said|says)\s+(?:that\s+)?(?:he|she|it|they)\s+(?:\w+ly\s+)?)?{_DENIES}"
    r"(?:(?:any|all|having|had|that\s+it)\s+){0,3}(?:direct\s+)?"
    r"(?:involvement|responsibility|role|part|hand|complicity|being\s+(?:behind|involved|responsible)"
    rf"|(?:carrying\s+out|committing|planting|staging)\b|(?:carried\s+out|taken\s+part|planted|committed|killed)\b|taking\s+part)\b{_NO_ACT}"
    rf"|{_ASIDE}{_HELPS}{_SAID}(?:it\s+(?:has|had)\s+[\"“'‘]?(?:\w+ly\s+)?(?:determined|concluded|established|found)[\"”'’]?\s+(?:that\s+)?)?"
    rf"{_HE}(?:(?:was|were|is|are|had\s+been)\s+(?:not|in\s+no\s+way)\s+(?:responsible|behind|involved)\b"
    r"|(?:had|has|have)\s+nothing\s+to\s+do\s+with\b|(?:had\s+)?(?:had|played|took|taken)\s+no\s+(?:part|hand|role|involvement)\b)"
    rf"|{_ASIDE}{_HELPS}rul(?:ed|es)\s+out\s+that\s+(?:it|they|its|their)\b",
)
# That it happened
_AT_ALL = re.compile(
    rf"{_ASIDE}{_HELPS}{_DENIES}(?:(?:that\s+)?(?:[^.;,\n]{{0,80}}?\s)?(?:it|any\s+such\s+thing|incidents?|violence|{_ACTS})(?:\s+[^.;,\n]{{1,60}}?)?\s"
    rf"(?:(?:ever|had|has|have)\s+){{0,2}}(?:took\s+place|taken\s+place|occurred"
    rf"|happened)\b|(?:the|these|those|both|either|any)\s+(?:[\w-]+\s+)?{_ACTS})"
    rf"|{_ASIDE}{_HELPS}{_SAID}(?:there\s+(?:was|were|had\s+been|has\s+been)\s+no\s+(?:such\s+)?(?!arrests|abductions|kidnappings)(?:sorties?|{_ACTS})\b"
    r"(?=\s*(?:[.,;\"”]|$|at\s+all\b|whatsoever\b|there\b|and\b|but\b|that\s+(?:day|night)\b))"
    rf"|no\s+(?:such\s+)?{_ACTS}\s+(?:had\s+|has\s+|ever\s+){{0,2}}(?:took|taken)\s+place\b)",
)
_BEHIND = 2  # sentences from the act to the denial that speaks of it
_UNNAMED = ("unidentified_armed_group", "unknown")


def settle_plain_denials(document: Document, claim: Claim) -> Claim:
    """The claim `denied` where a denier plainly denies that it happened or that he did it, at most two sentences away.

    Who denies his part in what another named party did does not deny the act. What people and data sets say (no score) stays.
    """
    if claim.score is None or claim.stance == "denied" or claim.scope == "aggregate":
        return claim
    deniers = [row for row in claim.speakers if row.role == "denies" and row.score is not None]
    if not any(_denies(document.text, claim, row) for row in deniers):
        return claim
    return replace(claim, stance="denied")


def _denies(text: str, claim: Claim, row: Speaker) -> bool:
    tellings = [sentence_at(text, telling.span.start) for telling in (claim.trigger, *claim.retellings)]
    for quote in row.evidence:
        own = _OWN.match(text, quote.span.end)
        if own is None and _AT_ALL.match(text, quote.span.end) is None:
            continue
        at = sentence_at(text, quote.span.start)
        if any(0 <= at - told <= _BEHIND for told in tellings):
            return own is None or not any(_is_anothers(actor, row) for actor in claim.actors)
    return False


def _is_anothers(actor: Actor, denier: Speaker) -> bool:
    """True for a doer with a name, or of a known kind, who is not the one who denies."""
    if actor.role not in UNDISPUTED_DOERS or actor.type in _UNNAMED:
        return False
    words = set(denier.raw.lower().split())
    return words.isdisjoint(set(actor.raw.lower().split()) - {"the", "a", "of"})
