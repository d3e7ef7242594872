"""Who tells his own dead, or a shelling that killed civilians, owns up to nothing: "the army said it lost two soldiers".

Of 27 hand-coded speakers of "its soldiers were killed", "lost two men", "a soldier was killed", or of a bomb or shells that
killed civilians, all report and none did it; but for them only sides of clashes tell their losses, seven of ten reporting.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from crossread import patterns as re
from crossread.normalize.dates.anchors import sentence_around
from crossread.records import Actor, Claim, Document, Evidence, Speaker
from crossread.records.roles import UNDISPUTED_ACTIVE

_AT = (
    r"(?:(?:on|late\s+on|early\s+on)\s+\w+day\s+|\w+day\s+|in\s+a\s+(?:\w+\s+)?(?:statement|message|communiqu[eé])\s+"
    r"|through\s+a\s+spokes\w+\s+)?"
)
_SAID = (
    r"(?:\s+(?:itself|themselves|also|later|has|have|had|meanwhile|earlier|separately))*\s+"
    r"(?:said|says|announced?|announces|reported|reports|confirmed|confirms|acknowledged|acknowledges|admitted|admits|conceded|stated|declared)"
    rf"\s+{_AT}(?:that\s+)?"
)
_NUMBER = (
    r"(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d[\d,]*|dozens|scores|several|some|many|another|at\s+least"
    r"|more\s+than|about|around|up\s+to|the|of|and|a\s+number|none)"
)
_MEN_OF_STATES = (
    r"(?:soldiers?|troops|officers?|service(?:man|men|\s+members?)|policem[ae]n|personnel|guards?|guardsm[ae]n|recruits?|marines?"
    r"|paratroopers?|peacekeepers?|pilots?|conscripts?|reservists?|sergeants?|lieutenants?|captains?|majors?|colonels?|generals?)"
)
_MEN_OF_GROUPS = r"(?:fighters?|members?|commanders?|guerrillas?|mujahid\w+|mujahed\w+|combatants?|leaders?|militiam[ae]n)"
_MEN = rf"(?:{_MEN_OF_STATES}|{_MEN_OF_GROUPS}|men|m[ae]n|women|forces|units?|aid\s+workers|staff|workers|people|own)"
_FELL = (
    r"(?:\s+(?:was|were|is|are|got|(?:had|has|have)\s+(?:also\s+)?been)(?:\s+(?:being|also|there|all|\w+ly)){0,2}\s+"
    r"(?:killed|wounded|injured|hurt|slain|martyred|shot|dead|missing|abducted|kidnapped|captured|taken|beheaded|ambushed|attacked)\b"
    r"|(?:\s+(?:had|has|have|also|later)){0,2}\s+(?:died|fell|fallen|perished|lost\s+(?:his|her|their)\s+li\w+)\b"
    r"|\s+(?:killed|wounded|injured|dead|missing)(?=\s*(?:[.,;]|$|(?:in|by|at(?!\s+(?:least|most)))\b)))"
)
_THINGS = r"(?:convoys?|positions?|posts?|bases?|patrols?|camps?|vehicles?|checkpoints?|helicopters?)"
_OWN = rf"(?:{_NUMBER}\s+){{0,4}}(?:its|their|his|her|our)\s+(?:own\s+)?(?:[\w-]+\s+){{0,2}}?(?:{_MEN}|{_THINGS})"
_LOST = (
    rf"(?:it|they|he|she)\s+(?:(?:had|has|have|also)\s+){{0,2}}lost\s+(?:{_NUMBER}\s+){{1,4}}(?:(?:its|their|his)\s+)?"
    rf"(?:[a-z-]+\s+)?(?:{_MEN}|in|at|near|when|during|to|and|there)\b"
)
_DEATH_OF = r"(?:the\s+)?(?:deaths?|martyrdom|loss(?:es)?|killing|wounding|fall)\s+of\s+"
_OWN_LOSS = re.compile(rf"{_SAID}(?:{_OWN}{_FELL}|{_LOST}|{_DEATH_OF}{_OWN}\b)|\s+(?:has\s+|have\s+)?mourn(?:s|ed)\s+{_OWN}\b")


def _plainly(men: str) -> str:
    """As in "two soldiers were killed", "the death of an officer", without any word of whose they are."""
    whom = rf"(?:{_NUMBER}\s+){{1,4}}(?:(?:senior|junior|field|local|young|more|army|police|other)\s+){{0,2}}{men}"
    return rf"{_SAID}(?:{whom}{_FELL}|{_DEATH_OF}{whom}\b(?!\s+of\s))"


_PLAIN_LOSS = {True: re.compile(_plainly(_MEN_OF_STATES)), False: re.compile(_plainly(_MEN_OF_GROUPS))}
# "(Hamas) said that all three were its members": whose the dead are
_THEIRS = re.compile(
    rf"{_SAID}(?:(?:{_NUMBER}|all|both|each|them|those|dead|killed|slain|men|man|youths?|victims?|they|he)\s+){{1,6}}"
    rf"(?:(?:was|were|is|are|had\s+been)\s+(?:all\s+|also\s+|both\s+)?(?:(?:an?|one|some|two|three)\s+(?:of\s+)?)?(?:its|their)\s+(?:own\s+)?"
    rf"(?:[\w-]+\s+){{0,2}}?{_MEN_OF_GROUPS}|(?:had\s+)?belonged\s+to\s+(?:it|them|its|their)\b)"
)
_CLAUSE_ENDS = re.compile(r"[.;]\s|\n")
_WEAPON = (
    r"(?:(?:an?|the|two|three|four|several|some|heavy|more|roadside|car|air|drone|artillery|mortar|rocket|missile|tank|sniper|stray"
    r"|indiscriminate|overnight|intense|fresh|\d+)\s+){0,3}"
    r"(?:strikes?|air\s?strikes?|raids?|fire|shelling|bombardments?|bombs?|bombing|blasts?|explosions?|mines?|landmines?|shells?|rockets?"
    r"|missiles?|mortars?|drones?|gunfire|attacks?)"
)
_CIVILIANS = (
    r"(?:civilians?|people|persons?|wom[ae]n|child(?:ren)?|villagers?|residents?|workers?|farmers?|patients?|displaced|medics?|boys?|girls?"
    r"|teachers?|pupils|students|shoppers|worshippers|refugees?|shepherds?|herders?|famil(?:y|ies))"
)
_HIT_OTHERS = re.compile(
    rf"{_SAID}(?:{_WEAPON}\s+(?:(?:on|at|in|near|from|of)\s+[^.;,]{{1,40}}?\s)?(?:(?:had|has|have)\s+)?(?:killed|wounded|injured|hurt)\s"
    rf"|(?:it\s+(?:had\s+)?lost\s[^.;]{{1,30}}?\s+and\s+that\s+)?(?:{_NUMBER}\s+){{1,3}}(?:[a-z-]+\s+)?{_CIVILIANS}{_FELL}\s+(?:in|by|when|after)\s+{_WEAPON}\b)"
)
_OWNED = re.compile(
    r"\b(?:target(?:ed|ing|s)|aimed|reveng\w*|retaliat\w*|response|responsib\w*|claim\w*|apolog\w*|mistak\w*|error|regret\w*|accident\w*"
    r"|repell?ed|repuls\w*|foiled|inflict\w*"
    r"|(?:and|but|after|while|having)\s+(?:(?:its|their|our)\s+[\w-]+\s+|it\s+|they\s+|that\s+)?(?:(?:had|has|have)\s+)?"
    r"(?:kill|captur|destroy|shot|wound|neutrali[sz]|eliminat|seiz|took|taken|beat)\w*)\b",
    re.IGNORECASE,
)
_OF_A_STATE = ("state_forces", "foreign_forces", "police", "officials")
_STATE = re.compile(
    r"\b(?:army|military|police|ministry|government|troops|armed\s+forces|defen[cs]e\s+forces?|general\s+staff)\b", re.I
)
_UNARMED = ("civilians", "unknown", "aid_workers", "journalists")


def settle_own_loss(document: Document, claim: Claim) -> Claim:
    """The claim with those who only tell their own loss, or civilians killed by shells, as who report it, no longer as doers.

    The sides of a clash stay, and what people and data sets say (no score).
    """
    if claim.score is None or claim.type == "armed_clash":
        return claim
    tellers = [
        row
        for row in claim.actors
        if row.role in UNDISPUTED_ACTIVE and row.score is not None and _only_tells(document, claim, row)
    ]
    speakers = tuple(_as_reporter(document, claim, row) for row in claim.speakers)
    if not tellers and speakers == claim.speakers:
        return claim
    actors = tuple(row for row in claim.actors if row not in tellers)
    for row in tellers:
        if not any(_overlap(quote, row.evidence[0]) for other in speakers for quote in other.evidence):
            speakers = (*speakers, Speaker(role="reports", raw=row.raw, evidence=row.evidence[:1], score=row.score))
    owned = any(row.role == "claims" for row in speakers) or any(row.role == "claimant" for row in actors)
    plain = "asserted" if _are_called_theirs(document, claim, speakers) else "attributed"
    return replace(
        claim, actors=actors, speakers=speakers, stance=plain if claim.stance == "claimed" and not owned else claim.stance
    )


def _are_called_theirs(document: Document, claim: Claim, speakers: Sequence[Speaker]) -> bool:
    """True where all that the speakers say is whose the dead are, behind a clause of the report itself that tells the act."""
    for quote in (quote for row in speakers for quote in row.evidence):
        _, after = sentence_around(document.text, quote.span.start, quote.span.end)
        if not _THEIRS.match(after) or not _CLAUSE_ENDS.search(document.text[claim.trigger.span.end : quote.span.start]):
            return False
    return bool(speakers)


def _as_reporter(document: Document, claim: Claim, row: Speaker) -> Speaker:
    told = row.role == "claims" and row.score is not None and _only_tells(document, claim, row)
    return replace(row, role="reports") if told else row


def _only_tells(document: Document, claim: Claim, row: Actor | Speaker) -> bool:
    """True if each mention of the row is that of one who tells a loss, and owns nothing in the rest of that sentence."""
    state = _is_of_a_state(claim, row)
    return bool(row.evidence) and all(_tells_loss(document, claim, quote, state=state) for quote in row.evidence)


def _tells_loss(document: Document, claim: Claim, quote: Evidence, *, state: bool) -> bool:
    _, after = sentence_around(document.text, quote.span.start, quote.span.end)
    if _OWNED.search(after):
        return False
    if _OWN_LOSS.match(after) or _PLAIN_LOSS[state].match(after) or _THEIRS.match(after):
        return True
    flies = state and claim.type == "air_strike"  # who has the aircraft tells of his own strike
    return not flies and _HIT_OTHERS.match(after) is not None and not _is_of_enemies(claim, state=state)


def _is_of_enemies(claim: Claim, *, state: bool) -> bool:
    """True where others than people and the state's own came to harm; a nation told with its men is another's."""
    return any(
        row.type not in _UNARMED and not (state and row.type in _OF_A_STATE and row.raw.islower())
        for row in claim.actors
        if row.role == "victim"
    )


def _is_of_a_state(claim: Claim, row: Actor | Speaker) -> bool:
    named = [
        a for a in claim.actors if a.role in UNDISPUTED_ACTIVE and any(_overlap(q, e) for q in row.evidence for e in a.evidence)
    ]
    if any(actor.registry_id for actor in named):
        return any(actor.registry_id and actor.type in _OF_A_STATE for actor in named)
    return _STATE.search(row.raw) is not None


def _overlap(quote: Evidence, other: Evidence) -> bool:
    return quote.span.start < other.span.end and other.span.start < quote.span.end
