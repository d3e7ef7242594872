"""Whose side a statement is on that nobody's name heads: "our lions" of a text against "the regime" are rebels.

Of 24 hand-coded armed actors called "our" men, or "heroes of" a unit, in texts that speak of a regime, a junta or a tyrant and
call nobody terrorists 20 are rebels. Of 13 in texts headed by an army, a ministry or a general staff that call somebody so
eleven are a state's.
"""

from __future__ import annotations

from functools import lru_cache

from crossread import patterns as re
from crossread.keeping import kept_with_lists
from crossread.records import Document

HEAD = 200  # characters of a text in which its issuer is told
_RULERS = re.compile(
    r"\b(?P<before>[\w’'-]+)\s+(?:[a-z]+\s+)?(?:regime|junta|tyrant|tyranny|dictator|dictatorship|usurpers?|oligarchy)\b",
)
_TERRORISTS = re.compile(r"\b(?:terrorists?|bandits?|outlaws|insurgents|extremists|rebels|militants)\b", re.IGNORECASE)
_QUOTED = re.compile(r"[\"“«‘][^\"”»’\n]{1,80}[\"”»’]")
_OF_STATE = re.compile(
    r"\b(?:Ministry\s+of\s+(?:Defen[cs]e|National\s+Defen[cs]e|the\s+Interior|Interior)|(?:General|Joint)\s+Staff|Armed\s+Forces"
    r"|(?:Army|Defen[cs]e|Naval|Police|Air\s+Force)\s+Head\s?quarters|(?:Army|Military|Defen[cs]e)\s+(?:Spokes\w+|Public\s+Relations)"
    r"|Chief\s+of\s+(?:the\s+)?(?:General|Defen[cs]e|Army)\s+Staff|National\s+Army|Defen[cs]e\s+Forces?)\b"
)
_OURS = re.compile(r"\b(?:our|we)\b", re.IGNORECASE)


def own_kind(document: Document) -> str | None:
    """The kind of actor that "our men" are: `rebel_group`, `state_forces`, or None where the text does not tell."""
    return _own_kind(document.source or "", document.title or "", document.text)


@kept_with_lists
@lru_cache(maxsize=16)  # asked for each claim of a report
def _own_kind(source: str, title: str, text: str) -> str | None:
    if _OURS.search(text) is None:
        return None
    plain = _QUOTED.sub(" ", text)
    enemies = _TERRORISTS.search(plain) is not None
    if _OF_STATE.search(f"{source} {title} {text[:HEAD]}") is not None:
        return "state_forces" if enemies else None
    rulers = any(match["before"].islower() or match["before"] == "The" for match in _RULERS.finditer(plain))
    return "rebel_group" if rulers and not enemies else None
