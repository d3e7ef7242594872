"""What is avenged, or what anger is about, is another act: "settlers torched cars after the killing of two Israelis".

Of 75 times that hand-coded reports tell an act behind "after (over, in retaliation for) the killing of", none counts the dead
for what is told before these words: 36 tell a claim by the word itself, 14 have it told elsewhere, the others leave it out. Nor
has any such claim those for its doers who act before these words, but for suspects who are seized or tried.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from crossread import patterns as re
from crossread.normalize.harm.parts import without_rows
from crossread.normalize.sentences import sentence_end, sentence_start
from crossread.records import Actor, Claim, DateWindow, Document, Evidence, Harm, Place, Slot, Span, claim_id
from crossread.records.roles import ACTIVE_ROLES, SUFFERER_ROLES

SCORE = 0.6  # what a claim made by its words alone is worth
_KINDS = {"kill": "killing", "arre": "detention", "dete": "detention", "abdu": "abduction", "kidn": "abduction"}
_EFFECTS = {
    "killing": ("killed", "casualties"),
    "detention": ("detained", "abducted"),
    "abduction": ("abducted", "missing", "detained"),
}
_ANSWER = (
    r"in\s+(?:\w+\s+)?(?:response|retaliation|reprisal|revenge|retribution)(?:\s+by\s+(?P<by>[^.;:,]{1,30}?))?\s+(?:to|for)"
    r"|retaliat\w+\s+for|(?:to\s+)?aveng(?:e[ds]?|ing)"
)
_AVENGED = re.compile(
    rf"\b(?:after|following|over|because\s+of|{_ANSWER})\s+(?:the|an?|last\s+\w+['’]s|\w+day['’]s|this\s+\w+['’]s)\s+(?:[\w-]+\s+){{0,3}}?"
    r"(?P<act>killings?|murders?|deaths?|assassinations?|executions?|lynchings?|slayings?|shootings?|massacres?|arrests?|detentions?"
    r"|abductions?|kidnapp?ings?)\s+(?:(?:(?:on\s+)?\w+day|yesterday|in\s+(?-i:[A-Z])\w+|last\s+\w+|earlier\s+\w+|by\s+[^.,;]{2,30}?)\s+){0,2}of\s+",
    re.IGNORECASE,
)
_ANSWERS = re.compile(r"\b(?:in|retaliat\w+|to|aveng\w+)\s", re.IGNORECASE)
# What those who answer do, right behind their name
_DEEDS = re.compile(
    r"(?:\s+(?:on\s+\w+day|later|also|have|has|had|then))?\s+(?:(?P<arson>torched|burn(?:ed|t)|set\s+(?:fire\s+to|alight|ablaze))"
    r"|(?P<armed_attack>attacked|stormed|raided)|(?P<looting>looted|ransacked)|(?P<riot>rioted|rampaged)"
    r"|(?P<destruction>destroyed|demolished|smashed|vandali[sz]ed)|(?P<protest>marched|rallied|protested|blocked))\b",
    re.IGNORECASE,
)
# Between "the killing of" and one of the dead: "a judge and (two lawyers)", not "a judge, leaving (three) dead"
_SAME_DEED = re.compile(r"(?:(?!leaving|killing|wounding|injuring|that\b|which\b|who\b|by\b)[\w’'-]+\s+){0,8}", re.IGNORECASE)
# Who shoots himself after the killing of his wife did both
_OWN_KIN = re.compile(r"(?:his|her)\s", re.IGNORECASE)


def with_avenged(document: Document, claims: Sequence[Claim]) -> list[Claim]:
    """The claims, each act that another one answers in one of its own, without those who answer it for doers.

    What people and data sets say (no score) stays.
    """
    made = list(claims)
    if all(claim.score is None for claim in made):
        return made
    for found in _AVENGED.finditer(document.text):
        start = sentence_start(document.text, found.start())
        end = sentence_end(document.text, found.end())
        if start == found.start() or end == found.end():
            continue  # "Following the killing of two farmers, settlers …": who answers stands behind
        lead, tail = Span(start=start, end=found.start()), Span(start=found.end(), end=end)
        made = _with_own_harm(document, made, found, lead, tail)
        made = _without_avengers(document, made, found, lead)
    return made


def _with_own_harm(document: Document, made: list[Claim], found: re.Match[str], lead: Span, tail: Span) -> list[Claim]:
    """The claims, those who suffered the avenged act in its claim and in none that is told before it."""
    kind = _kind(found)
    result = list(made)
    for at, claim in enumerate(made):
        if claim.score is None or not _within(lead, claim.trigger):
            continue
        moved = {i for i, row in enumerate(claim.harm) if row.effect in _EFFECTS[kind] and _is_of(document, row, tail)}
        if not moved:
            continue
        sufferers = tuple(row for row in claim.actors if row.role in SUFFERER_ROLES and _is_of(document, row, tail))
        behind = tuple(
            row for row in claim.actors if row in sufferers or (row.role in ACTIVE_ROLES and _all_in(tail, row.evidence))
        )
        harm = without_rows(claim.harm, set(range(len(claim.harm))) - moved)
        rest = tuple(row for row in claim.actors if row not in behind)
        result[at] = replace(claim, actors=rest, harm=without_rows(claim.harm, moved))
        if not any(_is_told_by(found, other) for other in result):
            told = replace(claim, actors=behind, harm=harm, means=(), speakers=(), when=None, where=None)
            result.append(_made(document, told, kind, document.quote(*found.span("act")), scope="background"))
    return result


def _without_avengers(document: Document, made: list[Claim], found: re.Match[str], lead: Span) -> list[Claim]:
    """The claims, the avenged act without those who act before it, who get a claim of what they do if it has none."""
    at = next((at for at, claim in enumerate(made) if claim.score is not None and _is_told_by(found, claim)), None)
    if at is None:
        return made
    claim = made[at]
    told = [other for other in made if other is not claim and _within(lead, other.trigger)]
    doers = {row.evidence[0].span for other in told for row in other.actors if row.role in ACTIVE_ROLES and row.evidence}
    answers = _ANSWERS.match(found[0]) is not None
    gone = [row for row in claim.actors if row.role in ACTIVE_ROLES and row.score is not None and row.evidence]
    gone = [
        row for row in gone if _is_by(found, row) or (_all_in(lead, row.evidence) and (answers or _acts(document, row, doers)))
    ]
    if not gone:
        return made
    kept = replace(claim, actors=tuple(row for row in claim.actors if row not in gone))
    deed = None if told else _DEEDS.match(document.text, gone[0].evidence[0].span.end)
    if deed is None or not deed.lastgroup or deed.end() > found.start():
        return [*made[:at], kept, *made[at + 1 :]]
    rows = tuple(row for row in kept.actors if row.role in SUFFERER_ROLES and _all_in(lead, row.evidence))
    means = tuple(row for row in kept.means if _all_in(lead, row.evidence))
    act = replace(
        kept,
        actors=(*(replace(row, role="perpetrator") for row in gone), *rows),
        harm=(),
        means=means,
        speakers=(),
        when=kept.when if _in_slot(lead, kept.when) else None,
        where=kept.where if _in_slot(lead, kept.where) else None,
    )
    left = replace(
        kept,
        actors=tuple(row for row in kept.actors if row not in rows),
        means=tuple(row for row in kept.means if row not in means),
        when=None if act.when else kept.when,
        where=None if act.where else kept.where,
        scope="background",
    )
    quote = document.quote(*deed.span(deed.lastgroup))
    return [*made[:at], _made(document, act, deed.lastgroup, quote, scope="incident"), left, *made[at + 1 :]]


def _made(document: Document, claim: Claim, kind: str, trigger: Evidence, *, scope: str) -> Claim:
    return replace(
        claim,
        id=claim_id(document_id=document.id, made_by=claim.made_by, type=kind, trigger=trigger),
        type=kind,
        scope=scope,
        status="accomplished",
        trigger=trigger,
        retellings=(),
        score=SCORE,
    )


def _kind(found: re.Match[str]) -> str:
    return _KINDS.get(found["act"][:4].lower(), "killing")


def _is_by(found: re.Match[str], row: Actor) -> bool:
    """True for the rebels of "in retaliation by rebels for"."""
    return found["by"] is not None and _all_in(Span(start=found.start("by"), end=found.end("by")), row.evidence)


def _is_told_by(found: re.Match[str], claim: Claim) -> bool:
    span = claim.trigger.span
    return span.start < found.end("act") and found.start("act") < span.end


def _acts(document: Document, row: Actor, doers: set[Span]) -> bool:
    """True for who does something else of his own: its claim has him for doer, or a verb of violence stands behind him."""
    span = row.evidence[0].span
    return span in doers or _DEEDS.match(document.text, span.end) is not None


def _is_of(document: Document, row: Actor | Harm, tail: Span) -> bool:
    """True for one who suffered the act: told right behind "the killing of", alone or in a list."""
    if row.score is None or not _all_in(tail, row.evidence):
        return False
    start = row.evidence[0].span.start
    own = _OWN_KIN.match(document.text, tail.start) is not None
    return not own and _SAME_DEED.fullmatch(document.text, tail.start, start) is not None


def _within(span: Span, quote: Evidence) -> bool:
    return span.start <= quote.span.start and quote.span.end <= span.end


def _all_in(span: Span, evidence: Iterable[Evidence]) -> bool:
    quotes = tuple(evidence)
    return bool(quotes) and all(_within(span, quote) for quote in quotes)


def _in_slot(span: Span, slot: Slot[DateWindow] | Slot[Place] | None) -> bool:
    return slot is not None and _all_in(span, slot.evidence)
