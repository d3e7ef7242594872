"""Names of who tells and counts, among the names of places: the broadcaster Caracol, the NGO Temblores, HRMMU.

In the coded reports no place of a claim is such a name: told everywhere as one that tells, at least once by a word for such a
body or with "documented", "verified" and the like.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from crossread import patterns as re
from crossread.gazetteer import Gazetteer, fold_name
from crossread.normalize.places.standing import PLACED, PLACED_BEHIND, STANDS_IN
from crossread.normalize.places.toponyms import Toponym
from crossread.normalize.worded import Worded

NEAR = 60  # characters before a name in which a word for the body stands
KNOWN_TOWN = 100_000  # inhabitants of a town whose own authorities count and report
_BODY = Worded(
    "agency broadcaster channel charity daily group magazine network newspaper ngo organi outlet portal site station think"
    " watchdog weekly",
    r"\b(?:newspaper|daily|weekly|broadcaster|magazine|(?:news\s+)?(?:channel|website|outlet|agency|portal|site)|(?:radio|television|TV)"
    r"\s+(?:station|channel|network)|NGO|(?:non-?governmental|aid|relief|human\s+rights|rights)\s+organi[sz]ation|charity"
    r"|(?:rights|monitoring|advocacy|human\s+rights|campaign)\s+group|think[\s-]tank|watchdog)(?:\s+\((?-i:[A-Z]{2,6})\))?,?\s+[\"“‘]?$",
    re.IGNORECASE,
)
# What bodies do with what they hear of; "Nigeria recorded 40 cases", "Kyiv reported" are a state's
_COUNTS = re.compile(
    r"(?:\s+\([A-Z]{2,6}\))?\s+(?:(?:has|have|had|also|alone|since|further|separately|independently)\s+){0,3}"
    r"(?P<verb>documented|verified|tallied|counted|corroborated|interviewed|recorded|reported|monitored|estimates|observed|noted)\b"
)
_SURE = frozenset("documented verified tallied counted corroborated interviewed".split())
_SAYS = re.compile(
    r"(?:\s+\([A-Z]{2,6}\))?,?\s+(?:also\s+)?(?:said|says|wrote|published|told|added|warned|visited|quoted|cited)\b"
)
_MEDIUM_BEHIND = re.compile(r"\s+(?:[Rr]adio|[Tt]elevision|TV|[Nn]ews(?:paper)?|magazine)\b")
_BY = re.compile(r"\b(?:according\s+to|told|by|quoted\s+by|cited\s+by)\s+(?:the\s+)?$", re.IGNORECASE)
_LED = re.compile(
    r"^(?:in|at|near|from|to|of|on|around|outside|inside|off|into|towards?|across|the|village|town)\b", re.IGNORECASE
)
_FROM = re.compile(r"\b(?:from|of|(?<!according )to|into|towards?)\s+(?:the\s+)?$")
_NAME = re.compile(r"[^\W\d_][\w’'-]*(?:\s[A-Z][\w’'-]*){0,3}")


def names_voice(text: str, name: str, gazetteer: Gazetteer) -> bool:
    """True for a name that everywhere in the text only tells, with a word for such a body or a verb of counting at least once.

    Countries, regions and larger towns count and report as states and cities do; for them the word has to be there.
    """
    if not name[:1].isupper() or _NAME.fullmatch(name) is None or _LED.match(name):
        return False
    sure = called = False
    for start, end in _tellings(text, name):
        before = text[max(0, start - NEAR) : start]
        body, counts = _BODY.search(before) is not None, _COUNTS.match(text, end)
        if STANDS_IN.search(before) or _FROM.search(before) or PLACED.search(before) or PLACED_BEHIND.match(text, end):
            return False
        if not (body or counts or _SAYS.match(text, end) or _MEDIUM_BEHIND.match(text, end) or _BY.search(before)):
            return False
        called = called or body
        sure = sure or body or (counts is not None and (counts["verb"] in _SURE or not gazetteer.has_name(fold_name(name))))
    return sure and (called or not _is_known(name, gazetteer))


def voices(text: str, toponyms: Sequence[Toponym], gazetteer: Gazetteer) -> frozenset[str]:
    """The names, folded, of toponyms that are those of a teller; only what stands so once is looked at more closely."""
    asked = {
        t.text
        for t in toponyms
        if not t.demonym and (_BODY.search(text[max(0, t.start - NEAR) : t.start]) or _COUNTS.match(text, t.end))
    }
    return frozenset(fold_name(name) for name in asked if names_voice(text, name, gazetteer))


def _is_known(name: str, gazetteer: Gazetteer) -> bool:
    found = gazetteer.find_exact(fold_name(name))
    return any(p.kind in ("country", "admin1") or p.population >= KNOWN_TOWN for p in found)


def _tellings(text: str, name: str) -> Iterator[tuple[int, int]]:
    for match in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text):
        yield match.start(), match.end()
