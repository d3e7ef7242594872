"""Who tells what his own men did claims it, and who denies denies: "a spokesman for the union said its fighters took the post".

Of 36 hand-coded claims with a speaker, a verb of saying and "its", "their" or "his" men as doers right behind it, 30 have him
as claiming. Of 450 speakers right before "denied" 371 deny, and the others accuse somebody beside it or deny another act.
"""

from __future__ import annotations

from dataclasses import replace

from crossread import patterns as re
from crossread.normalize.sentences import sentence_start
from crossread.records import Actor, Claim, Document, Speaker

_ASIDE = r"(?:\s(?:in|of|for)\s(?:the\s)?[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+){0,3})?(?:,\s[^,.;\n]{1,60},)?"
_HELPS = r",?(?:\s(?:also|later|has|have|had|since|again|on\s\w+day)){0,2}\s"
_SAID = re.compile(
    rf"{_ASIDE}{_HELPS}(?:said|says|announced|claimed|claims|stated|reported|confirmed|declared)\s"
    r"(?:(?:late|early|on|\w+day|in\sa\sstatement)\s){0,3}(?:that\s)?(?:(?:some|one|two|three|four|five|six|several|many|\d+)\sof\s)?"
    r"(?=(?:its|their|his|her|our)\s)"
)
_ARMED = frozenset(
    "state_forces foreign_forces police rebel_group political_militia communal_militia unidentified_armed_group".split()
)
_OWN = re.compile(r"(?:its|their|his|her|our)\s", re.IGNORECASE)
_DENIED = re.compile(rf"{_ASIDE}{_HELPS}(?:denied|denies|deny|rejected|rejects|dismissed|dismisses)\s")
_BLAMES = re.compile(
    r"\b(?:blam|accus|attribut|pointed\s(?:at|to)|suggest|said\sthat|sa(?:id|ys)\s(?:it|he|they)\s)\w*", re.IGNORECASE
)


def settle_of_its_own(document: Document, claim: Claim) -> Claim:
    """The claim with such a speaker as one who claims or denies; as claimed where nobody else tells it.

    What people and data sets say (no score) stays.
    """
    if claim.score is None or not claim.speakers:
        return claim
    if claim.stance == "denied":
        return _with_denier(document, claim)
    doers = [row for row in claim.actors if row.role in ("perpetrator", "side_a") and _is_own(document, row)]
    if not doers or not any(_tells_of(document, row, doers) for row in claim.speakers):
        return claim
    speakers = tuple(replace(row, role="claims") if _tells_of(document, row, doers) else row for row in claim.speakers)
    alone = claim.stance == "attributed" and all(row.role == "claims" for row in speakers)
    return replace(claim, speakers=speakers, stance="claimed" if alone else claim.stance)


def _is_own(document: Document, row: Actor) -> bool:
    """True for "its fighters", also where only "fighters" is marked; "his wards" are no men under arms."""
    if row.score is None or not row.evidence or row.type not in _ARMED:
        return False
    start = row.evidence[0].span.start
    return (
        _OWN.match(row.raw) is not None
        or _OWN.fullmatch(document.text[max(0, start - 6) : start].split(" ", 1)[-1]) is not None
    )


def _tells_of(document: Document, row: Speaker, doers: list[Actor]) -> bool:
    """True for one who reports and whose own men are named right behind his verb."""
    if row.role != "reports" or row.score is None or not row.evidence:
        return False
    said = _SAID.match(document.text, row.evidence[0].span.end)
    return said is not None and any(0 <= doer.evidence[0].span.start - said.end() <= len("their ") for doer in doers)


def _with_denier(document: Document, claim: Claim) -> Claim:
    """Where nobody denies, the speaker right before "denied" does; who accuses beside it keeps that, too."""
    if any(row.role == "denies" for row in claim.speakers):
        return claim
    found = next((row for row in claim.speakers if row.score is not None and _denies(document, row)), None)
    if found is None:
        return claim
    denier = replace(found, role="denies")
    if found.role == "accuses" and _blames(document, found):
        return replace(claim, speakers=(*claim.speakers, denier))
    return replace(claim, speakers=tuple(denier if row is found else row for row in claim.speakers))


def _denies(document: Document, row: Speaker) -> bool:
    return bool(row.evidence) and _DENIED.match(document.text, row.evidence[0].span.end) is not None


def _blames(document: Document, row: Speaker) -> bool:
    end = row.evidence[0].span.end
    start = sentence_start(document.text, end)
    stop = document.text.find(". ", end)
    return _BLAMES.search(document.text[start : stop if stop > 0 else len(document.text)]) is not None
