"""Whether a report tells its incident as new, as known already, or counts its toll anew: by the words of its sentence."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache

from crossread import patterns as re
from crossread.link.tolerances import tolerances
from crossread.link.words import fold, sentence_of
from crossread.records import Claim, Document

NAME = "retold"
# Before "the fourth attack this month": it is the one that is told.
_COUNTED = re.compile(
    r"\b(?:mark(?:ing|ed|s)|becom(?:ing|es)|became|was|were|is|it['’]s|mak(?:es|ing)\s+(?:it|this))\s+$", re.IGNORECASE
)
_DIED = re.compile(r"\b(?:die[sd]?|succumb(?:s|ed)?|(?:pronounced|declared)\s+dead)\b[^.;]*$", re.IGNORECASE)
_ORDINALS = {
    word: f"{number}{ending}"
    for number, (word, ending) in enumerate(
        (
            *(("first", "st"), ("second", "nd"), ("third", "rd"), ("fourth", "th"), ("fifth", "th"), ("sixth", "th")),
            *(("seventh", "th"), ("eighth", "th"), ("ninth", "th"), ("tenth", "th")),
        ),
        1,
    )
}
_BESIDE = re.compile(
    r"\b(?:(?:hours?|days?|weeks?|months?|a\s+day|a\s+week)\s+(?:before|after)|(?:the\s+)?(?:same\s+)?(?:day|night|evening|morning)\s+of"
    r"|since|like|shortly\s+(?:before|after))\s+(?:the|an?|that)\s+(?:[\w-]+\s+){0,2}?"
    r"(?:attacks?|massacres?|raids?|killings?|bombings?|ambush(?:es)?|assaults?|strikes?|blasts?)\s+(?:in|at|on|of|near)\s+"
    r"(?:the\s+(?:village|town)\s+of\s+)?(?P<place>[A-ZÀ-Þ][\w’'-]+)"
)


def is_known(claim: Claim, document: Document | None) -> bool:
    """True unless the sentence of the trigger tells the incident as news; without the text nothing speaks for news.

    "A bomb kills five" is news of its day. "Yesterday's bombing", "the death toll of the blast", "after the attack" take the
    incident for known: they can be of an earlier day.
    """
    if document is None or claim.scope == "background":
        return True
    return bool(_known().search(sentence_of(document.text, claim.trigger.span)))


def is_told_before(claim: Claim, document: Document | None) -> bool:
    """True where only an earlier report explains the telling: it looks back, names a past day, or goes on with a toll."""
    if claim.scope == "background":
        return True
    return document is not None and bool(_pattern("told_before").search(sentence_of(document.text, claim.trigger.span)))


def is_further(claim: Claim, document: Document | None) -> bool:
    """True where the sentence of the trigger sets the incident beside others ("another", "bringing the toll to").

    "Another man was hit" and "a second suspect" tell of one more person, not of one more incident. Nor does "a wounded man has
    died, bringing the toll to three", or "It was the fourth attack this month", which only counts this one.
    """
    if claim.scope == "background" or document is None:
        return False
    sentence = sentence_of(document.text, claim.trigger.span)
    return any(not _counts_itself(sentence, match) for match in _further().finditer(sentence))


def _counts_itself(sentence: str, match: re.Match[str]) -> bool:
    """True for the number of the incident that is told, and for a toll that a death brings up."""
    before = sentence[: match.start()]
    return (_DIED if match.group()[:5].lower() == "bring" else _COUNTED).search(before) is not None


def ordinals(claim: Claim, document: Document | None) -> Mapping[str, frozenset[str]]:
    """What the sentence of the trigger numbers, with the numbers: "the first of five hostages", "the city's 39th homicide"."""
    found: dict[str, frozenset[str]] = {}
    if document is not None:
        for match in _ordinal().finditer(sentence_of(document.text, claim.trigger.span)):
            what, number = match["what"].lower().removesuffix("s"), match["number"].lower()
            found[what] = found.get(what, frozenset()) | {_ORDINALS.get(number, number)}
    return found


def counts_anew(claim: Claim, document: Document | None) -> bool:
    """True where the sentence of the trigger, or of a number, says that the toll has grown ("rises to 34")."""
    if document is None:
        return False
    spans = [claim.trigger.span, *(evidence.span for row in claim.harm for evidence in row.evidence)]
    return any(_pattern("grown").search(sentence_of(document.text, span)) for span in spans)


def places_beside(document: Document | None) -> frozenset[str]:
    """The folded names of places whose attacks a report sets beside its own: "hours before the massacre in Solhan"."""
    return frozenset() if document is None else _beside(document.text)


@lru_cache(maxsize=64)
def _beside(text: str) -> frozenset[str]:
    return frozenset(fold(match["place"]) for match in _BESIDE.finditer(text))


@cache
def _known() -> re.Pattern[str]:
    table = tolerances(NAME)
    marks, happenings = "|".join((*table["known"], *table["grown"])), "|".join(table["happenings"])
    told = rf"(?:the|this|that|these|those|\w+['’]s) (?:[\w-]+ ){{0,3}}(?:{happenings})s?"
    return re.compile(rf"\b(?:{marks}|{told})\b", re.IGNORECASE)


@cache
def _further() -> re.Pattern[str]:
    table = tolerances(NAME)
    between, ones = "|".join(table["further_between"]), "|".join(table["further_ones"])
    happenings = "|".join((*table["happenings"], "bomb"))
    one = rf"(?:(?:{between})\s+){{0,3}}(?:{ones})\b(?!\s+(?:{happenings})s?\b)"
    return re.compile(rf"\b(?:{'|'.join(table['further'])})\b(?![\s-]+{one})", re.IGNORECASE)


@cache
def _ordinal() -> re.Pattern[str]:
    numbered = "|".join(tolerances(NAME)["numbered"])
    number = rf"(?P<number>{'|'.join(_ORDINALS)}|\d+(?:st|nd|rd|th))"
    return re.compile(rf"\b{number}\s+(?:of\s+(?:[\w-]+\s+){{1,2}}|[\w-]+\s+)?(?P<what>{numbered})\b", re.IGNORECASE)


@cache
def _pattern(name: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(tolerances(NAME)[name])})\b", re.IGNORECASE)
