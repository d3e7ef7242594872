"""Which of several acts a denial speaks of, where its words name the kind: "denied the rapes" is not said of the looting.

Of 50 hand-coded speakers whose denial names a kind of act that the report tells of, 46 deny a claim of that kind. Of 46 claims
whose denier denies killings and no other kind none is one of abduction, arson or the like in which nobody was killed.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from crossread import patterns as re
from crossread.normalize.claims.by_words import ByQuote
from crossread.normalize.claims.not_denied import told_plainly
from crossread.normalize.dates.anchors import sentence_around
from crossread.normalize.sentences import sentence_at
from crossread.records import Actor, Claim, Document, Span, Speaker

_DENIES = re.compile(
    r"(?:[^.;\n]{0,60}?\s)?(?:(?:den(?:y|ies|ied|ying)|reject\w*|dismiss\w*|refut\w*|disput\w*)"
    r"|(?:said|says|told\s[^.;,]{2,40}?|insist\w*|stat(?:ed|es)|maintain\w*)\s+(?:that\s+)?"
    r"(?=(?:[\w-]+\s+){0,4}?(?:not|never|no|none|neither|nobody|nothing)\b))\s*(?P<what>[^;\n]*)",
    re.IGNORECASE,
)
_NEXT_WORD = re.compile(
    r",|\b(?:but|and\s+(?:said|says|blamed|accused|instead|claimed|insisted|stated|suggested|put|attributed|points?|called))\b",
    re.IGNORECASE,
)
_ADMITS = re.compile(
    r"\b(?:but|though|while|and)\s+(?:he\s+|she\s+|it\s+|they\s+)?(?:acknowledg|admit|conced)\w*", re.IGNORECASE
)
_HE_SAID = re.compile(r"(?:He|She|They|It)\s+(?:also\s+|later\s+)?(?:said|says|added|told|stated)\b")
NEAR = 80  # characters between two sentences that follow each other, and the rest of the first one
_KINDS = {
    "arson": r"set(?:ting)?\s+(?:[\w-]+\s+){0,3}(?:fires?|alight|ablaze)|fires|burn(?:ed|ing|t)|torch(?:ed|ing)|arson",
    "sexual_violence": r"rap(?:e|es|ed|ing)|sexual\w*",
    "ill_treatment": r"beat(?:en|ing|ings)?|tortur(?:e|ed|ing)|mistreat\w*|ill-treat\w*|mutilat\w*",
    "abduction": r"kidnap\w*|abduct\w*|disappear\w*|hostages?",
    "looting": r"loot\w*|rob(?:bed|bery|bing)|stole\w*|rustl\w*|theft",
    "shelling": r"shell(?:ed|ing)|mortars?",
    "air_strike": r"air\s?(?:strikes?|raids?)",
    "detention": r"arrest(?:s|ed|ing)?|detained|detaining",
    "bombing": r"bombings|explosions?|blasts?|grenades?|(?:plant\w*|la(?:y|id))\s+(?:the\s+|an?\s+)?(?:bomb|mine)s?",
}
_KILLING = re.compile(
    r"\b(?:kill(?:s|ed|ing|ings)?|shot|shooting|massacr\w+|murder\w*|execut\w+|slaughter\w*|deaths?)\b", re.IGNORECASE
)
_KILLED = ("killed", "casualties")
_WITHOUT_DEAD = (
    "abduction",
    "detention",
    "arson",
    "looting",
    "destruction",
    "displacement",
    "sexual_violence",
    "ill_treatment",
)
_NAMES = {kind: re.compile(rf"\b(?:{words})\b", re.IGNORECASE) for kind, words in _KINDS.items()}


def with_denied_acts(document: Document, claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """The claims, each denier at those of the one kind his words name, if the report tells such a claim before or in them.

    What people and data sets say (no score) stays.
    """
    made, said_in, acts = list(claims), ByQuote(claims), _Acts(claims)
    for span in sorted({row.evidence[0].span for claim in claims for row in deniers_of(claim)}, key=lambda span: span.start):
        kind, said = _named(document, span), said_in.beginning_at(span.start)
        if kind is None and _denies_killing(document, span):
            if acts.told_deadly(document, span):
                _leave_to_killings(document, made, span, said)
            continue
        nearest = acts.last_told(kind, document, span)
        if nearest is None:
            continue
        row = next(row for at in said for row in deniers_of(made[at]) if row.evidence[0].span == span)
        own = (at for at in said if made[at].type == kind and _is_told(document, made[at], span))
        if not any(is_denier(other, span) for at in own for other in made[at].speakers):
            made[nearest] = _with(made[nearest], row)
            said_in.note(nearest, made[nearest])
        for at in said:
            if made[at].type != kind and any(is_denier(other, span) for other in deniers_of(made[at])):
                made[at] = without_denier(document, made[at], span)
    return tuple(made)


class _Acts:
    """The claims of a report by their kind and where they are told; those of a person's own are left out."""

    def __init__(self, claims: Sequence[Claim]) -> None:
        self._told: dict[str, list[tuple[int, int]]] = {}
        for at, claim in enumerate(claims):
            if claim.score is not None:
                self._told.setdefault(claim.type, []).append((claim.trigger.span.start, -at))
        for told in self._told.values():
            told.sort()
        deadly = (claim.trigger.span.start for claim in claims if claim.score is not None and _is_deadly(claim))
        self._first_deadly = min(deadly, default=None)

    def last_told(self, kind: str | None, document: Document, denier: Span) -> int | None:
        """The claim of a kind told last before the denial's sentence ends."""
        told = self._told.get(kind, []) if kind is not None else []
        before = bisect_left(told, (_end_of_denial(document, denier),))
        return -told[before - 1][1] if before else None

    def told_deadly(self, document: Document, denier: Span) -> bool:
        """True where one that killed is told before the denial's sentence ends."""
        return self._first_deadly is not None and self._first_deadly < _end_of_denial(document, denier)


def deniers_of(claim: Claim) -> list[Speaker]:
    """Those who deny the claim, if it is not a person's own."""
    if claim.score is None:
        return []
    return [row for row in claim.speakers if row.role == "denies" and row.score is not None and row.evidence]


def _with(claim: Claim, denier: Speaker) -> Claim:
    """The claim with the denier, who so far may have been heard otherwise by the same words."""
    row = replace(denier, evidence=denier.evidence[:1])
    rest = (other for other in claim.speakers if other.score is None or other.evidence[:1] != row.evidence)
    return replace(claim, speakers=(*rest, row))


def what_is_denied(document: Document, span: Span) -> str:
    """The words of what the speaker denies, up to the next thing he says; none where his sentence denies nothing."""
    found = _DENIES.match(sentence_around(document.text, span.start, span.end)[1])
    return _NEXT_WORD.split(found["what"])[0] if found else ""


def _named(document: Document, span: Span) -> str | None:
    """The one kind of act that the speaker's denial names."""
    what = what_is_denied(document, span)
    kinds = [kind for kind, names in _NAMES.items() if names.search(what)]
    return kinds[0] if len(kinds) == 1 else None


def _denies_killing(document: Document, span: Span) -> bool:
    """True where the denial names killings, and nothing that may be done without any."""
    what = what_is_denied(document, span)
    return _KILLING.search(what) is not None and not any(names.search(what) for names in _NAMES.values())


def _leave_to_killings(document: Document, made: list[Claim], span: Span, said: Sequence[int]) -> None:
    """Take the denier from claims of an abduction, a fire or the like that killed nobody, where another one killed."""
    for at in said:
        claim = made[at]
        if claim.type in _WITHOUT_DEAD and not _is_deadly(claim) and any(is_denier(row, span) for row in deniers_of(claim)):
            made[at] = _undenied(document, claim, span)


def _is_deadly(claim: Claim) -> bool:
    return claim.type == "killing" or any(row.effect in _KILLED for row in claim.harm)


def _undenied(document: Document, claim: Claim, span: Span) -> Claim:
    """The claim without the denier, and without whom only his own sentence accuses of it."""
    claim = without_denier(document, claim, span)
    here = sentence_at(document.text, span.start)

    def is_his(row: Actor) -> bool:
        told = row.role == "accused" and row.score is not None and bool(row.evidence)
        return told and all(sentence_at(document.text, quote.span.start) == here for quote in row.evidence)

    return replace(claim, actors=tuple(row for row in claim.actors if not is_his(row)))


def _is_told(document: Document, claim: Claim, denier: Span) -> bool:
    """True for a claim, none of a person's own, that is told before the denial's sentence ends."""
    return claim.score is not None and claim.trigger.span.start < _end_of_denial(document, denier)


def _end_of_denial(document: Document, denier: Span) -> int:
    return denier.end + len(sentence_around(document.text, denier.start, denier.end)[1])


def without_denier(document: Document, claim: Claim, denier: Span) -> Claim:
    """The claim without the denier, who may tell it or own up to it besides: "denied the rapes but admitted the looting"."""
    role = _also(document, claim, denier)
    kept = (replace(row, role=role) if role and is_denier(row, denier) else row for row in claim.speakers)
    rest = tuple(row for row in kept if not is_denier(row, denier))
    claim = replace(claim, speakers=rest)
    return claim if claim.stance != "denied" or any(row.role == "denies" for row in rest) else told_plainly(document, claim)


def _also(document: Document, claim: Claim, denier: Span) -> str | None:
    """What else the denier does: he claims what his sentence goes on to admit, and reports what "he said" beside it."""
    before, after = sentence_around(document.text, denier.start, denier.end)
    if _ADMITS.search(after):
        return "claims"
    told, _ = sentence_around(document.text, claim.trigger.span.start, claim.trigger.span.end)
    start, told_at = denier.start - len(before), claim.trigger.span.start - len(told)
    beside = 0 <= start - claim.trigger.span.end <= NEAR or 0 <= told_at - denier.end - len(after) <= NEAR
    return "reports" if beside and _HE_SAID.match(told.lstrip()) else None


def is_denier(row: Speaker, denier: Span) -> bool:
    """True for a speaker, none of a person's own, who denies with the words at a place."""
    return row.role == "denies" and row.score is not None and bool(row.evidence) and row.evidence[0].span == denier
