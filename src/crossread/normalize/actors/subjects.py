"""Who stands as the subject right before the act did it: "Gunmen stormed a hotel", "In May they killed 36 workers".

Of 219 hand-coded attacks, killings and the like whose sentence goes "gunmen (militants, attackers, rebels …)" and then the act,
all have a doer, 214 of them by these words, and so have all 114 whose sentence begins with them. Of 21 whose subject is "they"
and whose sentence before tells one doer of another act, all have one, and it is that one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from crossread import patterns as re
from crossread.codebook.mention_words import MentionWords
from crossread.codebook.name_folding import fold_name
from crossread.normalize.actors.means import DOERS
from crossread.normalize.sentences import sentence_at, sentence_start
from crossread.records import Actor, Claim, Document, Evidence, Span

_OF_MEN = frozenset(
    "armed_attack killing bombing arson abduction looting destruction ill_treatment shelling sexual_violence".split()
)
_OF_STATES = _OF_MEN | {"air_strike"}
STATE_REACH = 120  # characters before the verb in which its subject and the word before that stand
_BETWEEN = r"(?:\s+(?:on\s+\w+day|\w+day|also|then|later|had|have|allegedly|reportedly|subsequently|\w+ly))*"
_MEN = (
    r"(?P<men>(?:(?:the|unidentified|unknown|masked|armed|suspected|some|several|dozens\s+of|\d+|two|three|four|five)\s+){0,3}"
    r"(?:gunm[ae]n|armed\s+men|attackers|assailants|militants|bandits|insurgents|rebels))"
)
# A first verb of theirs may stand before: "Gunmen stormed a hotel on Monday and (killed)", "attacked Gao, (killing)"
_VERB = (
    r"(?:\s+(?!were\b|was\b|are\b|is\b|who\b|had\b|said\b|say\b)"
    r"(?-i:[a-z])+(?:ed|ode|ot|ew|oke|ook)\s[^.;:,\n]{0,70}?(?:,?\s+and|,))?"
)
_LEAD = r"(?:[^.;:\n]{0,40}?\s(?:-|--|–|—)\s+)?(?:(?-i:[A-Z])[^.;:,\n]{2,40},\s+)?"
_GUNMEN = re.compile(rf"{_LEAD}{_MEN}{_VERB}{_BETWEEN}\s+", re.IGNORECASE)
# "Israel bombed (a house)", "when Russia shelled": a state by its name alone
_STATE = re.compile(
    r"(?:^|[,;:]\s+(?:and\s+)?|[\"“]|\b(?:when|after|as|while|before|since|that|said|says|because)\s+)"
    r"(?P<who>(?:the\s+)?[A-Z][\w.'’-]+(?:\s[A-Z][\w.'’-]+)?)(?:\s+(?:on\s+\w+day|also|then|later|again|had|has|have|\w+ly))*\s+$"
)
_STRIKES = re.compile(
    r"(?:bomb|bombard|shell|pound|attack|kill|fir|launch|raid|target|destroy)ed\b|(?:struck|hit)\b|carried\s+out\b",
    re.IGNORECASE,
)
_THEY = re.compile(rf"(?:(?:In|On|Since|During|Earlier|Last|At)\s[^.;:,\n]{{2,40}},?\s+)?[Tt]hey{_BETWEEN}\s+")
# "Gunmen killed in a raid": they suffer it
_SUFFERED = re.compile(
    r"\s*(?:[.,;:\n]|$|(?:in|by|(?<!shot )at(?!\s+(?:least|most))|near|during|after|as|when|while|amid|outside|on)\b"
    r"|(?:dead|down)\s+(?:in|by|at|near|after)\b)"
)
_NAMES_SUFFERING = re.compile(
    r"(?:kill|shot|shoot|wound|injur|gunn|attack|ambush|kidnap|abduct|behead|execut|target)\w*", re.IGNORECASE
)


def with_subjects(document: Document, claims: Sequence[Claim]) -> list[Claim]:
    """The claims, those without a doer with the one who stands as the subject; what people and data sets say stays."""
    made = [_with_state(document, _with_gunmen(document, claim)) for claim in claims]
    told: dict[int, list[tuple[Evidence, Actor]]] = {}
    for claim in made:
        number = sentence_at(document.text, claim.trigger.span.start)
        for row in claim.actors:
            quotes = [e for e in row.evidence if sentence_at(document.text, e.span.start) == number]
            if row.role == "perpetrator" and quotes:
                told.setdefault(number, []).append((quotes[0], row))
    return [_with_they(document, claim, told) for claim in made]


def _is_open(claim: Claim) -> bool:
    """True for an act of men for which nobody is told to have done it."""
    done = any(actor.role in DOERS for actor in claim.actors)
    return claim.score is not None and claim.type in _OF_MEN and not done and claim.scope != "aggregate"


def _with_gunmen(document: Document, claim: Claim) -> Claim:
    span = claim.trigger.span
    if not _is_open(claim):
        return claim
    match = _GUNMEN.fullmatch(document.text, sentence_start(document.text, span.start), span.start)
    if match is None or _suffers(document.text, span):
        return claim
    quote = document.quote(*match.span("men"))
    told = [e for actor in claim.actors for e in actor.evidence] + [e for means in claim.means for e in means.evidence]
    if any(_overlap(quote, e) for e in told):
        return claim  # told as suffering it, or as the means (`with_armed_men` settles those)
    doer = Actor(
        role="perpetrator", raw=quote.quote, name=None, type="unidentified_armed_group", evidence=(quote,), score=claim.score
    )
    return replace(claim, actors=(doer, *claim.actors))


def _with_state(document: Document, claim: Claim) -> Claim:
    """The claim with a state as its doer whose name alone stands right before the verb.

    All 23 hand-coded claims told so have it as doer, accused or claimant; what was done "in Iraq" has no such subject.
    """
    span = claim.trigger.span
    if claim.score is None or claim.type not in _OF_STATES or any(actor.role in (*DOERS, "accused") for actor in claim.actors):
        return claim
    if claim.stance == "denied" or not _STRIKES.match(document.text, span.start):
        return claim
    start = max(sentence_start(document.text, span.start), span.start - STATE_REACH)
    match = _STATE.search(document.text[start : span.start])
    if match is None or fold_name(re.sub(r"^the\s+", "", match["who"])) not in MentionWords.load().nations:
        return claim
    quote = document.quote(start + match.start("who"), start + match.end("who"))
    doer = Actor(role="perpetrator", raw=quote.quote, name=None, type="state_forces", evidence=(quote,), score=claim.score)
    return claim if _suffers(document.text, span) else replace(claim, actors=(doer, *claim.actors))


def _with_they(document: Document, claim: Claim, told: dict[int, list[tuple[Evidence, Actor]]]) -> Claim:
    """The claim with the one doer of the sentence before as whom "they" are."""
    start = claim.trigger.span.start
    before = told.get(sentence_at(document.text, start) - 1, []) if _is_open(claim) else []
    if len({quote.span for quote, _ in before}) != 1:
        return claim
    if not _THEY.fullmatch(document.text, sentence_start(document.text, start), start):
        return claim
    quote, doer = before[0]
    return replace(claim, actors=(replace(doer, raw=quote.quote, evidence=(quote,)), *claim.actors))


def _suffers(text: str, span: Span) -> bool:
    """True for a participle with nothing behind it to which it was done."""
    return _NAMES_SUFFERING.fullmatch(text, span.start, span.end) is not None and _SUFFERED.match(text, span.end) is not None


def _overlap(one: Evidence, other: Evidence) -> bool:
    return one.span.start < other.span.end and other.span.start < one.span.end
