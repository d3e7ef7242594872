"""Set phrases: ministers who are fired, bills that are shot down, films that are shot, names that are released.

Of 16,768 hand-coded claims none is told in any of them.
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from crossread import patterns as re
from crossread.normalize.peaceful.force import tells_force


class Phrase(NamedTuple):
    """A trigger with the words right before and right behind it; with `calm`, only in a sentence without force."""

    trigger: re.Pattern[str]
    before: re.Pattern[str] | None = None
    after: re.Pattern[str] | None = None
    calm: bool = False


def _words(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


_THE = r"(?:(?:the|an?|his|her|its|their|any|all|this|that|several|two|three)\s+)?"
_OFFICE = (
    r"(?:ministers?|chiefs?|coach(?:es)?|managers?|directors?|governors?|secretar(?:y|ies)|cabinet|editors?"
    r"|staff(?:ers)?|workers|employees|aides?"
    r"|boss|executives?|advis[eo]rs?|spokes(?:man|woman)|ambassadors?|prosecutors?|judges?|justice|teachers"
    r"|lawyers?|ceo|chairm[ae]n)"
)
_BILL = (
    r"(?:proposals?|bills?|requests?|plans?|ideas?|offers?|motions?|amendments?|suggestions?|hopes|appeals?"
    r"|measures?|demands?|laws?|budget)"
)
_POLICY = (
    r"(?:records?|offers?|decisions?|handling|polic(?:y|ies)|plans?|proposals?|bills?|budgets?|remarks|rulings?"
    r"|verdicts?|reports?|films?|books?"
    r"|plays?|speech(?:es)?|comments?|reforms?|laws?|stance|credibility|performance)"
)
_FOR_WORDS = (
    r"(?:from\s+[^.;]{2,60}?\s+)?(?:(?:on\s+\w+day|last\s+\w+|this\s+\w+|in\s+(?-i:[A-Z])\w+)\s+)*(?:(?:over"
    r"|for)\s+(?:his|her|its|their|not|failing|allowing|the\s+way"
    r"|the\s+handling|comments?|remarks|saying|refusing|a\s+(?:speech|tweet|remark|decision))\b|in\s+parliament\b"
    r"|from\s+(?:critics|lawmakers|unions?|the\s+(?:opposition|media|press)|opposition\s+(?:politicians|parties)"
    r"|rights\s+groups|campaigners)\b)"
)
_MESSAGES = r"(?:calls|questions|e-?mails|messages|complaints|requests|letters|advertisements|ads|images|reporters|fans|tweets)"
_SPEECH = (
    r"(?:parliament|speech|interview|address|debate|tweets?|twitter|article|letter|radio|television|tv"
    r"|column|editorial)"
)
_PAPERS = (
    r"(?:names?|identit(?:y|ies)|details?|statements?|reports?|findings|results|photo(?:graph)?s?|pictures?"
    r"|images?|video(?:tape)?s?|footage|recordings?"
    r"|tapes?|evo-fit|sketch(?:es)?|figures|data|documents?|records|transcripts?|albums?|films?|songs?|lists?"
    r"|descriptions?|stud(?:y|ies)|surveys?)"
)
_GAME = (
    r"(?:wild\s+)?(?:boars?|deer|elk|moose|wol(?:f|ves)|bears?|fox(?:es)?|ducks?|geese|rabbits|hares|badgers"
    r"|kangaroos|elephants?|rhinos?)"
)

PHRASES = (
    # "fired his finance minister", not "fired at the minister"
    Phrase(
        _words(r"(?:was\s+|has\s+|had\s+)?(?:fired|fires|firing)"),
        after=_words(
            rf"\s+(?:his|her|its|their|the|all|several|two|three|[\w-]+['’]s)\s+(?:(?!at\b|on\b|into\b|from\b"
            rf"|and\b)[\w'’-]+\s+){{0,3}}?{_OFFICE}\b"
        ),
    ),
    Phrase(
        _words(r"(?:(?:was|were|been|be)\s+)?fired"),
        after=_words(
            rf"\s+(?:as\s+(?:[\w-]+\s+){{0,3}}?{_OFFICE}\b|from\s+(?:his|her|their)\s+(?:job|post|position|role)s?\b)"
        ),
    ),
    Phrase(_words(r"(?:[\w-]+\s+){0,2}shot"), after=_words(rf"\s+down\s+{_THE}(?:[\w'’-]+\s+){{0,2}}?{_BILL}\b")),
    Phrase(_words(r"(?:[\w-]+\s+){0,2}shot\s+down"), after=_words(rf"\s+{_THE}(?:[\w'’-]+\s+){{0,2}}?{_BILL}\b")),
    Phrase(
        _words(r"(?:defeated|rejected|killed)"), after=_words(rf"\s+(?:the|an?|his|her)\s+(?:[\w'’-]+\s+){{0,2}}?{_BILL}\b")
    ),
    Phrase(
        _words(r"(?:[\w-]+\s+)?(?:came|come|comes|coming)\s+under\s+(?:\w+\s+)?fire"),
        after=_words(rf"\s+{_FOR_WORDS}"),
        calm=True,
    ),
    Phrase(_words(r"(?:[\w-]+\s+)?under\s+(?:\w+\s+)?fire"), after=_words(rf"\s+{_FOR_WORDS}"), calm=True),
    # "a scathing attack", "attacked the government's offer", "a fierce attack on the opposition in parliament"
    Phrase(
        _words(r"(?:attacks?|assault|broadside|salvo)"),
        before=_words(
            r"\b(?:verbal|scathing|stinging|withering|blistering|vitriolic|rhetorical|thinly\s+veiled)\s+(?:\w+\s+)?$"
        ),
    ),
    Phrase(
        _words(r"(?:attack(?:s|ed|ing)?|slammed|blasted|assailed|savaged|hammered)"),
        after=_words(
            rf"\s+(?:(?:on\s+)?(?:the|his|her|their"
            rf"|an?)\s+)?(?:[\w-]+\s+){{0,2}}?[\w-]+['’]s?\s+(?:[\w-]+\s+){{0,2}}?{_POLICY}\b"
        ),
        calm=True,
    ),
    Phrase(
        _words(r"(?:launched\s+)?(?:an?\s+)?(?:\w+\s+)?attack(?:s|ed)?"),
        before=_words(r"\b(?:fierce|bitter|furious|sharp|harsh|strong|outspoken|fresh|new|personal|launched\s+an)\s+$"),
        after=_words(
            rf"\s+on\s+(?:the\s+)?(?:[\w'’-]+\s+){{0,3}}?(?:opposition|government|president|minister|critics"
            rf"|media|press|judges|courts?|rivals?)\s+"
            rf"(?:[\w'’]+\s+){{0,4}}?(?:in|during|on)\s+(?:(?:an?|his|her|the|state)\s+)?(?:\w+\s+)?{_SPEECH}\b"
        ),
        calm=True,
    ),
    Phrase(
        _words(r"(?:[\w-]+\s+)?(?:battles?|fights?|duel|war|struggle)"),
        after=_words(
            r"\s+(?:for|over)\s+(?:the\s+)?(?:control\s+of\s+)?(?:the\s+)?(?:[\w-]+\s+){0,2}?(?:airline|company"
            r"|firm|newspaper|(?:first|second|third)\s+place"
            r"|title|nomination|market\s+share|customers|viewers|ratings|championship|crown|trophy)\b"
        ),
        calm=True,
    ),
    Phrase(
        _words(r"(?:launched\s+)?(?:an?\s+)?(?:attack|assault|war|offensive|blitz)"),
        after=_words(
            r"\s+on\s+(?:the\s+)?(?:(?:high|rising|public|single-use)\s+)?(?:costs?|spending|debts?|inflation"
            r"|poverty|hunger|waste|red\s+tape"
            r"|bureaucracy|prices|plastics?|smoking|obesity|cancer|drink-driving|litter|doping|tax\s+evasion)\b"
        ),
    ),
    Phrase(
        _words(r"(?:\w+ly\s+)?clash(?:ed|es|ing)?"),
        after=_words(
            r"[^.;]{0,60}?\b(?:over\s+(?:how|whether|who|what|the\s+(?:wording|budget|bill)|tax\w*|pensions?|spending)"
            r"|(?:in|during|at)\s+(?:an?|the|their)\s+(?:(?:heated|televised|final|live|first"
            r"|second)\s+)*(?:debates?|talks|summit|interview"
            r"|committee\s+hearing)\b"
            r"|on\s+(?:live\s+|state\s+)?(?:television|tv|air|radio|twitter)\b)"
        ),
        calm=True,
    ),
    Phrase(
        _words(r"(?:[\w-]+\s+)?(?:ousted|unseated|defeated|toppled|routed|crushed)"),
        after=_words(
            r"\s+(?:[^.;]{0,40}\s)?(?:in|at)\s+(?:an?|the|\w+day['’]s|last\s+\w+['’]s)\s+(?:[\w-]+\s+){0,2}?"
            r"(?:primary|elections?|polls?|run-?off|by-election|ballot|referendum|caucus)\b"
        ),
        calm=True,
    ),
    Phrase(
        _words(r"(?:has\s+|had\s+)?(?:captur\w+|seiz\w+|took|won|grabbed|claimed)"),
        after=_words(
            r"\s+(?:(?:[\d.,]+|one|two|three|four|five|six|seven|eight|nine|ten|the"
            r"|an?)\s+)?(?:of\s+(?:the\s+)?)?(?:[\w-]+\s+){0,2}?"
            r"(?:percent\s+of|per\s+cent\s+of|seats|votes?|wickets|medals|titles?|championship|trophy|headlines"
            r"|imagination|presidency|nomination)\b"
        ),
        calm=True,
    ),
    # Films, songs and stages
    Phrase(
        _words(r"(?:[\w-]+\s+){0,2}(?:shot|filmed)"),
        before=_words(
            r"\b(?:films?|movies?|videos?|series|footage|pictures?|photo(?:graph)?s?|scenes?|episodes?"
            r"|documentar(?:y|ies)|commercials?|thriller|drama)"
            r"(?:,?\s*[“\"][^”\"]{1,60}[”\"],?|\s+(?:of|about|on|showing|itself|that"
            r"|which)\b[^.;,]{0,40})?\s+(?:was|were|is|are|been|being)\s+(?:being\s+)?$"
        ),
        after=_words(r"\s+(?:entirely\s+|mostly\s+|on\s+location\s+)?(?:in|on|at|by|over|with|during|from|for|last)\b"),
    ),
    Phrase(
        _words(r"shot"),
        before=_words(r"\bit\s+was\s+$"),
        after=_words(
            r"\s+(?:entirely\s+|mostly\s+)?(?:(?:in|on)\s+(?:location|film|35|16|black|colou?r|digital"
            r"|(?-i:[A-Z])\w+)\b[^.;]{0,30})"
        ),
        calm=True,
    ),
    Phrase(
        _words(r"(?:[\w-]+\s+)?shot"),
        after=_words(r"\s+(?:to\s+(?:\w+\s+)?(?:fame|prominence|stardom)|wide\b|over\s+the\s+bar|to\s+the\s+top)\b"),
    ),
    Phrase(
        _words(r"(?:was\s+)?(?:an?\s+)?(?:\w+\s+)?hits?"),
        before=_words(r"\b(?:an?|the|big|huge|surprise|summer|box-office|chart|was\s+an?)\s+$"),
        after=_words(
            r"\s+(?:in\s+(?:cinemas|theat(?:re|er)s|the\s+charts)|with\s+(?:viewers|audiences|critics|readers|fans|children))\b"
        ),
        calm=True,
    ),
    Phrase(
        _words(r"hit(?:s|ting)?"),
        after=_words(
            r"\s+(?:the\s+|its\s+|an?\s+)?(?:[\w-]+\s+){0,2}?(?:cinemas|shelves|headlines|airwaves|desks?|record"
            r"|all-time|\d+\s+degrees)\b"
        ),
    ),
    Phrase(
        _words(r"(?:(?:was|were|been)\s+)?hit"),
        after=_words(
            r"\s+with\s+(?:an?\s+|the\s+)?(?:[\w.,-]+\s+){0,4}?(?:fines?|penalt(?:y|ies)|lawsuits?|taxes|tariffs?"
            r"|sanctions|bans?|suspension|writ)\b"
        ),
    ),
    Phrase(_words(r"(?:took|take|taken|takes|taking)(?:\s+\w+){0,3}"), after=_words(r"[^.;]{0,30}?\bby\s+storm\b"), calm=True),
    Phrase(
        _words(r"kill(?:ed|s|ing)?(?:\s+off)?"),
        after=_words(
            r"(?<=off)\s+(?:the|his|her|its|their|an?|any|all)\b|\s+off\s+(?:the|his|her|its|their|an?|any|all)\b"
            r"|\s+(?:the|this|a|any)\s+(?:[\w-]+\s+)?(?:game|match|tie|contest|deal|bill|project|idea|mood)\b"
        ),
        calm=True,
    ),
    Phrase(
        _words(r"(?:was\s+|were\s+)?mobbed"),
        after=_words(r"\s+by\s+(?:\w+\s+)?(?:fans|admirers|well-wishers|reporters|photographers)\b"),
        calm=True,
    ),
    Phrase(
        _words(r"(?:struck|strikes?|striking)"),
        after=_words(r"\s+(?:an?|the)\s+(?:[\w-]+\s+)?(?:balance|chord|tone|note|pose)\b|\s+(?:gold|oil)\b"),
    ),
    # Work that only sounds like an operation or a release
    Phrase(
        _words(r"(?:(?:has|have|had|was|were|been)\s+)*(?:released|releases|releasing)"),
        after=_words(
            rf"\s+(?:(?:the|an?|its|his|her|their|new|more|further|two|three|no)\s+){{0,2}}(?:[\w-]+\s+){{0,2}}?{_PAPERS}\b"
        ),
    ),
    Phrase(_words(r"(?:[\w-]+\s+)?(?:vaccinat|immuni[sz]|inoculat|disinfect)\w+"), calm=True),
    Phrase(
        _words(r"spray\w*"),
        after=_words(
            r"\s+(?:(?:their|his|the|some|\w+)\s+){0,2}(?:crops|fields|insecticides?|pesticides?"
            r"|disinfectants?)\b"
        ),
    ),
    Phrase(
        _words(r"plant(?:ed|ing)?"),
        after=_words(
            r"\s+(?:[\d,.]+\s+|an?\s+|the\s+|some\s+|\w+\s+)?(?:\w+\s+)?(?:trees?|saplings?|seeds?|seedlings?"
            r"|rice|wheat|maize)\b"
        ),
    ),
    Phrase(
        _words(r"(?:[\w-]+\s+)?(?:attack(?:s|ed)?|hit|struck|targeted|raid)"),
        before=_words(r"\b(?:hackers|cyber-?(?:criminals|attackers?)|cyber)(?:\s+[\w-]+){0,3}\s*$"),
    ),
    Phrase(_words(r"(?:[\w-]+\s+){0,2}(?:attacked|hit|struck|targeted|raided)"), after=_words(r"\s+by\s+(?:\w+\s+)?hackers\b")),
    Phrase(_words(r"bombarded|besieged|flooded"), after=_words(rf"\s+(?:with|by)\s+{_THE}(?:[\w-]+\s+){{0,2}}?{_MESSAGES}\b")),
    Phrase(
        _words(r"captured|caught"),
        after=_words(r"\s+(?:on|by)\s+(?:\w+\s+)?(?:cameras?|video|film|tape|photograph)\b"),
        calm=True,
    ),
    Phrase(
        _words(r"hit|beating"), before=_words(r"\b(?:took|takes?|taken|taking)\s+(?:an?|another)\s+(?:\w+\s+)?$"), calm=True
    ),
    Phrase(
        _words(r"(?:explod\w+|burst|lit\s+up|went\s+off|fired|let\s+off)"),
        before=_words(r"\b(?:fireworks?|firecrackers?)\s+(?:\w+\s+)?$"),
        calm=True,
    ),
    Phrase(
        _words(r"(?:shot|killed|culled|hunted)"),
        before=_words(r"\b(?:hunters?|poachers?|farmers?|rangers)\s+(?:\w+\s+)?$"),
        after=_words(
            rf"\s+(?:dead\s+)?(?:(?:[\d,]+|an?|the|two|three|four|five|six|seven|eight|nine|ten|dozens\s+of"
            rf"|some)\s+)?(?:\w+\s+)?{_GAME}\b"
        ),
        calm=True,
    ),
)


def is_set_phrase(quote: str, around: tuple[str, str], *, calm: bool) -> bool:
    """True for a trigger told in one of the phrases; `calm` says that harm is told too, so that no force may be."""
    before, after = around
    return any(
        (phrase.before is None or phrase.before.search(before) is not None)
        and (phrase.after is None or phrase.after.match(after) is not None)
        and not ((calm or phrase.calm) and tells_force(before, after))
        for phrase in _phrases_of(quote)
    )


@lru_cache(maxsize=1 << 10)
def _phrases_of(quote: str) -> tuple[Phrase, ...]:
    """The phrases whose trigger these words are; kept, as few words tell most acts."""
    return tuple(phrase for phrase in PHRASES if phrase.trigger.fullmatch(quote))
