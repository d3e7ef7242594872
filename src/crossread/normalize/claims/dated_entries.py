"""Entries of a log in a few words: "03 Mar - Gao - 2 civ. killed" is a claim of its own, with its line's day and place alone.

Such lines have no sentence that an extractor knows; each tells one incident, whatever stands in the line above.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from crossread import patterns as re
from crossread.normalize.harm.parts import without_rows
from crossread.records import Actor, Claim, Document, Evidence, Harm, Slot, Span, claim_id

NOBODY_KNOWN = "unknown@0"  # where the extractor found no claim at all
SCORE = 0.6  # what a claim made by its words alone is worth
_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?"
    r"|Dec(?:ember)?)"
)
_NTH = r"\d{1,2}(?:st|nd|rd|th)?"
_NAME = r"[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+){0,2}"
_COUNT = r"(?:\d{1,4}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
_ENTRY = re.compile(
    rf"^[ \t]*(?:[-–—•*·]\s*)?(?P<day>{_NTH}\s+{_MONTH}|{_MONTH}\s+{_NTH}|\d{{1,2}}[./]\d{{1,2}}(?:[./]\d{{2,4}})?)"
    rf"(?:,?\s+\d{{4}})?\.?\s*[-–—:|,]\s*(?P<place>{_NAME}(?:,\s{_NAME})?)\s*[-–—:|,]\s*"
    rf"(?P<group>(?:at\s+least\s+|about\s+)?{_COUNT}\s+(?P<who>[a-z]+(?:\s[a-z]+){{0,2}}))\.?\s+"
    r"(?P<deed>killed|dead|injured|wounded|abducted|kidnapped|arrested|detained)\b[^\n]*$",
    re.MULTILINE,
)
_DEEDS = {
    "killed": ("killing", "killed"),
    "dead": ("killing", "killed"),
    "injured": ("armed_attack", "injured"),
    "wounded": ("armed_attack", "injured"),
    "abducted": ("abduction", "abducted"),
    "kidnapped": ("abduction", "abducted"),
    "arrested": ("detention", "detained"),
    "detained": ("detention", "detained"),
}


def with_dated_entries(document: Document, claims: Sequence[Claim]) -> list[Claim]:
    """The claims without what other entries tell, and one for each such entry that has none.

    Only what an extractor found (with a score) loses words; a claim of people or data sets keeps an entry as its own.
    """
    entries = list(_ENTRY.finditer(document.text))
    if not entries:
        return list(claims)
    made_by = claims[0].made_by if claims else NOBODY_KNOWN
    kept = [_of_own_entry(document, claim, entries) if claim.score is not None else claim for claim in claims]
    told = {entry.start() for entry in entries for claim in claims if _line(entry).contains(claim.trigger.span)}
    made = [_claim(document, entry, made_by) for entry in entries if entry.start() not in told]
    doers = [row for claim in claims if claim.score is not None for row in claim.actors if row.role == "perpetrator"]
    return kept + [replace(claim, actors=(*claim.actors, *_in_line(doers, claim, entries))) for claim in made]


def _line(entry: re.Match[str]) -> Span:
    return Span(start=entry.start(), end=entry.end())


def _in_line(doers: Sequence[Actor], claim: Claim, entries: Sequence[re.Match[str]]) -> list[Actor]:
    """The doers whom an extractor found in the line of a claim and gave to another."""
    line = next(_line(entry) for entry in entries if _line(entry).contains(claim.trigger.span))
    return [row for row in doers if row.evidence and all(line.contains(quote.span) for quote in row.evidence)]


def _of_own_entry(document: Document, claim: Claim, entries: Sequence[re.Match[str]]) -> Claim:
    """The claim of an entry without the words of others, and with its own line's day, place and people where it has none."""
    own = next((entry for entry in entries if _line(entry).contains(claim.trigger.span)), None)
    if own is None:
        return claim
    others = [_line(entry) for entry in entries if entry is not own]

    def elsewhere(quotes: Sequence[Evidence]) -> bool:
        return bool(quotes) and all(any(line.contains(quote.span) for line in others) for quote in quotes)

    told = _claim(document, own, claim.made_by)
    gone = {at for at, row in enumerate(claim.harm) if elsewhere(row.evidence)}
    actors = tuple(row for row in claim.actors if not elsewhere(row.evidence))
    harm = without_rows(claim.harm, gone)
    return replace(
        claim,
        when=told.when if claim.when is None or elsewhere(claim.when.evidence) else claim.when,
        where=told.where if claim.where is None or elsewhere(claim.where.evidence) else claim.where,
        actors=actors if harm else (*actors, *told.actors),
        harm=tuple(harm) or told.harm,
    )


def _claim(document: Document, entry: re.Match[str], made_by: str) -> Claim:
    kind, effect = _DEEDS[entry["deed"]]
    trigger, group, who = (document.quote(*entry.span(name)) for name in ("deed", "group", "who"))
    day, place = (document.quote(*entry.span(name)) for name in ("day", "place"))
    return Claim(
        id=claim_id(document_id=document.id, made_by=made_by, type=kind, trigger=trigger),
        document_id=document.id,
        type=kind,
        scope="incident",
        status="accomplished",
        stance="asserted",
        trigger=trigger,
        when=Slot(raw=day.quote, value=None, evidence=(day,), score=SCORE),
        where=Slot(raw=place.quote, value=None, evidence=(place,), score=SCORE),
        actors=(Actor(role="victim", raw=who.quote, name=None, type="civilians", evidence=(who,), score=SCORE),),
        harm=(
            Harm(
                effect=effect, raw=group.quote, group=None, group_type="civilians", count=None, evidence=(group,), score=SCORE
            ),
        ),
        score=SCORE,
        made_by=made_by,
    )
