"""Words that sound like violence and tell none: spent casings, custody battles, questions, what nobody did."""

from __future__ import annotations

from dataclasses import replace

from crossread import patterns as re
from crossread.normalize.sentences import sentence_at, sentence_ends, sentence_start
from crossread.records import Claim, Document, Span

NEAR = 24  # characters before a trigger
SUBJECT_REACH = 70  # characters before it in which its subject begins
_CASINGS = re.compile(
    r"(?:(?:empty|spent|bullet|shell|cartridge|multiple|several)\s+)*(?:casings?|cartridge cases?|bullet holes?)", re.I
)
_FIGHT = re.compile(r"(?:battles?|battled|wars?|fights?|fighting|clash(?:es)?|duels?|showdowns?)", re.I)
_PEACEFUL = re.compile(
    r"\b(?:custody|legal|court|courtroom|divorce|trade|price|bidding|ratings|budget|election|electoral|spelling|cancer|snowball)[\s-]+$",
    re.I,
)
_WORDS = re.compile(r"\s+of\s+(?:words|wills|wits|nerves)\b", re.I)
# "Did one bomb fall on the town?"; "who killed him" and "is it because he was murdered" take for granted that it was done
_ASKS = re.compile(
    r"[\s\"“”'‘(–—-]*(?:(?:and|but|so|then|or|now)\s+)?(?:did|do|does|was|were|is|are|has|have|had|will|would|can|could|should|must"
    r"|may|might|who\s+(?:will|would|shall))(?:n['’]t)?\s+(?!not\b)",
    re.IGNORECASE,
)
_TAKEN_FOR_GRANTED = re.compile(
    r"\b(?:not|because|that|who|whom|which|when|after|since|before|while|if|whether|about|by|why|how)\b", re.I
)
_ANSWERED = re.compile(
    r"[\"”’')\s]*(?:yes|indeed|of\s+course|(?:it|they|he|she|we|there)\s+(?:did|does|do|was|were|is|are|has|have))\b", re.I
)
# "No soldiers (entered)", "none of our aircraft was (operating)"; not "no longer", "no fewer than", "no one in the blast"
_NOBODY = re.compile(
    r"(?:^|[.;:,!?\"“”\n—–-]\s*|\b(?:that|and|but|because|as|said|says|though)\s+)"
    r"(?:(?:no|not\s+(?:a\s+single|one))\s+(?!longer|fewer|less|more|doubt|sooner|matter|other\b)|(?:nobody|no\s+one|none)\s+)"
    r"(?:of\s+(?:our|ours|its|their|theirs|the|his)\s+)?(?:(?!(?:in|on|of|for|the|by|to|from|with|about|an?|at|who|that|which|but|when|while|after|before|until)\s)"
    r"[^\W\d][\w'’-]*\s+(?:of\s+(?:ours?|its|theirs?|the)\s+)?){0,5}$",
    re.IGNORECASE,
)
_CONTRARY = re.compile(
    r"\bcontrary\s+to\s+(?:[\w'’-]+\s+){0,3}?(?:reports?|claims?|rumou?rs?|allegations?|accounts?|statements?)\b", re.IGNORECASE
)
# "a woman, met on the road": whom the reporter spoke to signed nothing
_MET_BY = re.compile(r"\s+(?:on|at|in|near|by|outside|beside|along)\b", re.IGNORECASE)
# How things stand is no act of the type: "the post stood unmanned", "the road to the south is cut"
_STATES = {
    "operation": re.compile(r"un(?:manned|guarded|staffed|attended)", re.IGNORECASE),
    "displacement": re.compile(r"(?:cut|closed|blocked)(?:\s+off)?", re.IGNORECASE),
}
_NONE = re.compile(r"(?:no|none|nobody|not|zero|0)\b", re.IGNORECASE)
# Words with which others tell what the report then contradicts
_OTHERS_TELL = re.compile(
    r"\b(?:sa(?:y|ys|id)|told|report\w*|claim\w*|alleg\w*|rumou?rs?|circulat\w*|according|stated|posts?)\b", re.I
)

_SHARE = re.compile(r"(?:per\s?)?cent|percent(?:age)?", re.IGNORECASE)  # "a 12 per cent increase over April" is no act


def tells_no_event(document: Document, claim: Claim) -> bool:
    """True for a claim on "shell casings", "a custody battle", "a war of words", whatever the extractor took it for.

    So for one that is only asked about, or that nobody did. Of 16,768 hand-coded claims none stands in such a question alone,
    and two have only such a subject ("no one had been taken"), both denials of what others say.
    """
    quote, span = claim.trigger.quote, claim.trigger.span
    if _CASINGS.fullmatch(quote) or _is_only_asked(document.text, claim) or _did_nobody(document.text, claim):
        return True
    if _only_stands(document.text, claim) or _SHARE.fullmatch(quote):
        return True
    if _FIGHT.fullmatch(quote) is None:
        return False
    before = document.text[max(0, span.start - NEAR) : span.start]
    return _PEACEFUL.search(before) is not None or _WORDS.match(document.text, span.end) is not None


def is_contradicted(text: str, claim: Claim) -> bool:
    """True where the report itself says in the sentence of the act that others told it wrongly, and that nobody did it.

    Not where the claim has people of a sentence in which nobody tells it wrongly: "troops freed 13 women held captive".
    """
    start = claim.trigger.span.start
    if _CONTRARY.search(text, sentence_start(text, start), start) is None:
        return False
    return _NOBODY.search(text, max(0, start - SUBJECT_REACH), start) is not None and not _counts_others(text, claim)


def _counts_others(text: str, claim: Claim) -> bool:
    """True for a claim with numbers of another sentence that the report tells itself."""
    at, ends = sentence_at(text, claim.trigger.span.start), (0, *sentence_ends(text), len(text))
    numbers = (quote.span.start for row in claim.harm if not _NONE.match(row.raw) for quote in row.evidence)
    others = {sentence_at(text, start) for start in numbers} - {at}
    return any(_OTHERS_TELL.search(text, ends[number], ends[number + 1]) is None for number in others)


def settle_contradicted(document: Document, claim: Claim) -> Claim:
    """The claim as denied where the report itself contradicts others; what people and data sets say (no score) stays."""
    if claim.score is None or not is_contradicted(document.text, claim):
        return claim
    return replace(claim, stance="denied")


def _only_stands(text: str, claim: Claim) -> bool:
    """True for a road that is cut, a post that is unmanned, a person met somewhere, without harm.

    Of 443 coded displacements none has such a word, of the operations none, and of 44 agreements by "met" none is told so.
    """
    span, words = claim.trigger.span, claim.trigger.quote
    if claim.harm or claim.retellings:
        return False
    if claim.type == "agreement" and words.lower() == "met":
        return text.endswith(", ", 0, span.start) and _MET_BY.match(text, span.end) is not None
    return claim.type in _STATES and _STATES[claim.type].fullmatch(words) is not None


def _is_only_asked(text: str, claim: Claim) -> bool:
    """True where all tellings and numbers stand in questions that a yes or no answers, and nobody answers yes."""
    told = [claim.trigger, *claim.retellings, *(quote for row in claim.harm for quote in row.evidence)]
    return all(_is_asked(text, quote.span) for quote in told)


def _is_asked(text: str, span: Span) -> bool:
    number, ends = sentence_at(text, span.start), sentence_ends(text)
    start, end = ends[number - 1] if number else 0, ends[number] if number < len(ends) else len(text)
    if not start or not text[span.end : end].rstrip(" \n\"”’')").endswith("?"):
        return False  # the first sentence is a headline
    asks = _ASKS.match(text, start, span.start)
    between = text[asks.end() : span.start] if asks else ""
    return asks is not None and not _TAKEN_FOR_GRANTED.search(between) and not _ANSWERED.match(text, end)


def _did_nobody(text: str, claim: Claim) -> bool:
    """True for "no soldiers entered", "no shells fell", told without a number, unless somebody denies what others say.

    So does the report itself: "contrary to reports, no soldier was killed".
    """
    if claim.stance == "denied" or is_contradicted(text, claim) or not all(_NONE.match(row.raw) for row in claim.harm):
        return False
    told = (quote.span.start for quote in (claim.trigger, *claim.retellings))
    return all(_NOBODY.search(text, max(0, start - SUBJECT_REACH), start) for start in told)
