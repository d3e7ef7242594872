"""The day on which a toll rose, or on which more bodies were found, is not the day of the act: it only bounds it.

"The death toll from an attack on a village has risen to 18 after three more bodies were found on Wednesday".
"""

from __future__ import annotations

from crossread import patterns as re
from crossread.normalize.dates.anchors import ACTS, sentence_around
from crossread.records import Claim, Document, Span

LEAD = 12  # characters of "On " or "Then, on " before a day at the head of its sentence
_TOLL = r"(?:toll|death\s+count|fatalities|number\s+of\s+(?:[\w’'-]+\s+){0,4}?(?:killed|dead|deaths|fatalities|victims))\b"
_RISES = (
    r"\b(?:r(?:ose|ises?|isen|ising)|climb(?:s|ed|ing)?|jump(?:s|ed|ing)?|gr(?:ew|own|ows)|increas(?:es?|ed|ing)|reach(?:es|ed|ing)"
    r"|(?:went|gone|goes)\s+up|st(?:ood|ands)|revised|lowered|raised|mounted|doubled)\b"
)
# Before the act: "the death toll from an (attack)", "the number of soldiers killed in an (ambush)"
_TOLL_OF = re.compile(rf"\b{_TOLL}[^.;:]{{0,60}}$", re.IGNORECASE)
_ON = r"(?:(?:late|early|overnight)\s+)?(?:on\s+)?$"
# Behind it: "has risen to 18 (on Wednesday)", "… after three more bodies were found (on Wednesday)"
_ROSE = re.compile(rf"{_RISES}(?P<rest>[^.;:]{{0,160}}?)\s{_ON}", re.IGNORECASE)
_ACT = re.compile(
    rf"\b{ACTS}|\b(?:kill(?:s|ed|ing)|attack(?:s|ed|ing)|bomb(?:s|ed)|sho(?:t|ot|ots)|raided|hit|struck)\b", re.IGNORECASE
)
_NTH = r"a\s+(?:second|third|\w+th)"
_FURTHER = rf"(?:of\s+the\s+(?:wounded|injured)|more|another|further|additional|other|{_NTH})"
_WHO = r"(?:bod(?:y|ies)|corpses?|remains|dead|victims?|people|persons|wounded|injured|survivors?|passengers?)"
_FOUND = r"(?:found|recovered|discovered|retrieved|pulled|exhumed|dug|unearthed|located|fished|collected)"
_DIED = r"(?:died|dies|succumbed)"
_BODIES = re.compile(r"\b(?:bod(?:y|ies)|corpses?|remains)\b", re.IGNORECASE)
_OF_WOUNDS = re.compile(r"\b(?:wounds?|wounded|injur(?:y|ies|ed)|hospitals?|clinic|burns|succumbed)\b", re.IGNORECASE)
# Behind all tellings of the act: "Three more bodies were found on …", "A second victim died of his wounds on …"
_FOUND_LATER = re.compile(
    rf"\b{_FURTHER}\b[^.;:]{{0,40}}?(?:\b{_WHO}\b[^.;:]{{0,40}}?\b{_FOUND}|\b{_DIED})\b(?P<rest>[^.;:]{{0,60}}?)\s{_ON}",
    re.IGNORECASE,
)
_LATER_FOUND = re.compile(
    rf"^,?\s[^.;:]{{0,60}}?\b(?:{_FOUND}\b[^.;:]{{0,20}}?\b{_FURTHER}\s+(?:\w+\s+)?{_WHO}"
    rf"|{_FURTHER}\b[^.;:]{{0,40}}?(?:\b{_WHO}\b[^.;:]{{0,40}}?\b{_FOUND}|\b{_DIED}))\b",
    re.IGNORECASE,
)


def is_day_of_toll(document: Document, claim: Claim, day: Span) -> bool:
    """True for such a day: in the sentence of an act that is only named for its toll, or in one behind it.

    All seven coded acts whose sentence tells when the toll rose, or who died or was found later on a named day, have
    another day than that, or none.
    """
    text, act = document.text, claim.trigger.span
    before, after = sentence_around(text, act.start, act.end)
    if act.start - len(before) <= day.start < act.end + len(after):
        return act.end <= day.start and _TOLL_OF.search(before) is not None and _is_of(_ROSE, text[act.end : day.start])
    before, after = sentence_around(text, day.start, day.end)
    if _ACT.search(after) is not None or not (_BODIES.search(before + after) or _OF_WOUNDS.search(before + after)):
        return False
    return _is_of(_FOUND_LATER, before) or (len(before) <= LEAD and _LATER_FOUND.match(after) is not None)


def _is_of(pattern: re.Pattern[str], words: str) -> bool:
    """True where the pattern leads up to the day, with no act told in between."""
    found = pattern.search(words)
    return found is not None and _ACT.search(found["rest"]) is None
