"""Which of several acts a denial speaks of, where it counts them, or names a place or a day: "denied the first killing".

In all three hand-coded reports whose denials count the acts ("claimed the first and denied the second") one act is denied; of
23 denied claims of denials that name a place ("denied the killings in Kossa") 18 are there, and four of the rest name no other.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

from crossread import patterns as re
from crossread.normalize.claims.by_words import ByQuote
from crossread.normalize.claims.denied_act import deniers_of, is_denier, what_is_denied, without_denier
from crossread.records import Claim, Document

_COUNTED = re.compile(
    r"(?:[^.;,]{0,40}?\s)?the\s+(?:(?:alleged|reported)\s+)?(?P<which>first|former|second|third|latter"
    r"|last)(?=\s*(?:[.,;]|and\b|but\b|$)"
    r"|\s+(?:of\s+(?:these|the)\b|one\b|attacks?|strikes?|air\s?strikes?|killings?|massacres?|raids?|bombings?"
    r"|blasts?|explosions?|abductions?|incidents?"
    r"|shootings?|murders?|cases?|claims?|allegations?|accusations?|charges?))",
    re.IGNORECASE,
)
_PLACES = {"first": 0, "former": 0, "second": 1, "third": 2, "latter": -1, "last": -1}
_PLACE = re.compile(
    r"\b(?:in|at|near|on|of|outside)\s+(?:the\s+)?(?:(?:town|village|city|camp"
    r"|district)\s+of\s+)?(?P<name>[A-Z][\w'’-]+)"
)
_WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_DAY = re.compile(rf"\b(?:the|this|last)\s+(?P<a>{_WEEKDAY})(?:['’]s)?\s+[a-z]|\b(?P<b>{_WEEKDAY})['’]s\s")
_ANY_DAY = re.compile(rf"\b{_WEEKDAY}\b")
_SMALL = ("exact", "near")


def with_one_denied(document: Document, claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """The claims, each denier only at the one that his words count, or at those of the place or day they name.

    Nothing changes where none of the denied claims is that one. What people and data sets say (no score) stays.
    """
    made, said_in = list(claims), ByQuote(claims)
    for span in sorted({row.evidence[0].span for claim in claims for row in deniers_of(claim)}, key=lambda span: span.start):
        said = said_in.beginning_at(span.start)
        denied = [at for at in said if any(is_denier(row, span) for row in deniers_of(made[at]))]
        meant = _meant(what_is_denied(document, span), made, denied)
        for at in set(denied) - set(meant):
            made[at] = without_denier(document, made[at], span)
    return tuple(made)


def _meant(what: str, claims: Sequence[Claim], denied: Sequence[int]) -> Sequence[int]:
    """Those of the denied claims that the words speak of; all of them where the words do not say."""
    counted = _COUNTED.match(what)
    if counted is not None:
        told = sorted((at for at in denied if claims[at].stance == "denied"), key=lambda at: claims[at].trigger.span.start)
        place = _PLACES[counted["which"].lower()]
        return [told[place]] if len(told) > 1 and place < len(told) else denied
    for names, is_there, is_elsewhere in ((_names(what), _is_at, _is_at_other), (_days(what), _is_on, _is_on_other)):
        heard = chain((claims[at] for at in denied), (claim for claim in claims if claim.stance == "denied"))
        if len(names) == 1 and any(is_there(claim, names[0]) for claim in heard):
            return [at for at in denied if not is_elsewhere(claims[at], names[0])]
    return denied


def _names(what: str) -> list[str]:
    return [found["name"] for found in _PLACE.finditer(what) if not _ANY_DAY.match(found["name"])]


def _days(what: str) -> list[str]:
    return [found["a"] or found["b"] for found in _DAY.finditer(what)]


def _is_at(claim: Claim, name: str) -> bool:
    where = claim.where
    return where is not None and (name in where.raw or (where.value is not None and name in (where.value.name or "")))


def _is_at_other(claim: Claim, name: str) -> bool:
    """True for an act in another settlement; a region or a country may hold the place."""
    value = claim.where.value if claim.where else None
    return value is not None and value.precision in _SMALL and not _is_at(claim, name)


def _is_on(claim: Claim, day: str) -> bool:
    return claim.when is not None and day in claim.when.raw


def _is_on_other(claim: Claim, day: str) -> bool:
    return claim.when is not None and _ANY_DAY.search(claim.when.raw) is not None and not _is_on(claim, day)
