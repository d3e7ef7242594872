"""Acts that nobody did or announced, told as a case: "in the event of a bombing", "if rebels attack", "a law on who kidnaps".

Of 5,659 hand-coded claims of 2,408 reports one stands in such words, "eleven politicians arrested last week" behind an "if",
which tells by its past tense that it was done. A drill tells no act either, what a game or a weapon can do least of all.
"""

from __future__ import annotations

from crossread import patterns as re
from crossread.normalize.sentences import sentence_at, sentence_ends, sentence_start, start_behind_dateline
from crossread.normalize.worded import Worded
from crossread.records import Claim, Document, Evidence

REACH = 300  # characters of a sentence before an act in which the case is put
AFTER = 120  # and behind it
_VAGUE = (
    r"(?:(?:an?|any|another|such|further|more|new|future|possible|potential|renewed|fresh|similar|all-out|full-scale|large-scale|major"
    r"|military|armed|enemy|rebel|terrorist|nuclear|aerial|wider|civil|suicide|air|missile|drone|chemical)\s+){0,4}$"
)
_ON = r"(?:(?!\b(?:but|who|which|whose|when|where|after|because|since|while|that|as)\b)[^.,;:!?])"
# "In case of an attack", "should they attack", "if the rebels attack"; "asked if", "not clear if" put no case
_CASE = Worded(
    "case event eventuality",
    rf"\bin\s+(?:the\s+)?(?:case|event|eventuality)\s+of\s+{_VAGUE}|\bin\s+case\s+(?!(?:of|is|was|has|are|were)\b){_ON}{{0,60}}$",
    re.IGNORECASE,
)
_IF = Worded(
    "if",
    r"(?<!\beven )"
    r"(?<!\bask )(?<!\basked )(?<!\bclear )(?<!\bunclear )(?<!\bknow )(?<!\bknown )(?<!\bsee )(?<!\bwonder )(?<!\bas )"
    rf"(?<!\bdetermine )(?<!\bsay )(?<!\bestablish )\bif\s(?!any\b){_ON}{{0,80}}$",
    re.IGNORECASE,
)
_PAST = re.compile(
    r"(?:.*\s)?(?:\w+ed|shot|slain|hit|struck|taken|took|fought|broke|blew|burnt|fell|fled|left|bodies)\b.*", re.IGNORECASE
)
_BE = re.compile(r"\b(?:is|are|was|were|be|being|gets?)\s+(?:\w+ly\s+)?$", re.IGNORECASE)
_DEFINITE = re.compile(
    r"\b(?:the|this|that|these|those|his|her|its|their|\w+['’]s)\s+(?:(?!\w+s\s)[\w-]+\s+){0,2}$", re.IGNORECASE
)
_NOUN = re.compile(
    r"(?:\w+\s+)?(?:attacks?|assaults?|killings?|murders?|bombings?|blasts?|explosions?|shootings?|raids?|strikes?|clash(?:es)?|fighting"
    r"|arrests?|abductions?|kidnappings?|massacres?|shelling|siege|offensive|ambush(?:es)?|war|conflict)",
    re.IGNORECASE,
)
# "A risk of further attacks", "to prevent another attack", "prepared for an invasion"
_MAY_COME = Worded(
    "threat danger risk possibility prospect likelihood prevent avert avoid deter ward forestall guard protect brac prepar"
    " practi rehears",
    r"(?:\b(?:threats?|dangers?|risks?|possibility|prospects?|likelihood)\s+of\s+"
    r"|\b(?:to\s+(?:prevent|avert|avoid|deter|forestall|ward\s+off)|(?:prevent|avert|avoid|deterr|forestall)ing|guard(?:ing)?\s+against"
    r"|brac(?:e|es|ed|ing)\s+for|prepar(?:e|es|ed|ing|ations?)\s+for|(?:practi[sc]|rehears)\w+\s+(?:on\s+\w+day\s+)?for"
    r"|(?:protect(?:ed|ing|ion|s)?)\s+(?:[\w'’-]+\s+){0,3}?(?:from|against))"
    rf"\s+){_VAGUE}",
    re.IGNORECASE,
)
# "failed to prevent an attack", "unable to avert": it came
_FAILED = re.compile(
    r"\b(?:fail\w*|unable|nothing|not|\w+n['’]t|powerless|late|unsuccessful\w*|tried|trying)\s+(?:\w+\s+){0,2}$", re.IGNORECASE
)
# "investigators in the case of a bombing"
_OF_COURTS = re.compile(
    r"\b(?:investigators?|suspects?|prosecutors?|judges?|lawyers?|police|arrest\w*|trials?|rulings?|verdicts?|hearings?|detectives?|accused"
    r"|witness(?:es)?|charged)\s+$",
    re.IGNORECASE,
)
# "A gun battle could be heard on Monday": it was fought, as all that is told with its day
_IS_TOLD = re.compile(r"be\s+(?:heard|seen|felt|called|described|considered|regarded|viewed|traced|blamed)\b", re.IGNORECASE)
_DAY = re.compile(
    r"\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|yesterday|last\s|this\s+(?:morning|week|month)|(?:19|20)\d\d)",
    re.IGNORECASE,
)
# "a decree led to clashes", "opposition members who were arrested": what came of a law was done
_CAME_OF_IT = re.compile(
    r"\b(?:led|spark\w+|trigger\w+|provok\w+|caus\w+|prompt\w+|set\s+off|followed|resulted|(?:who|that|which)\s+(?:was|were|had))\b",
    re.IGNORECASE,
)
_WERE = re.compile(r"\b(?:was|were|been)\s+(?:\w+\s+)?$", re.IGNORECASE)
# "An invasion would kill thousands", "a missile of this type can destroy a block"
_ANY = re.compile(r"(?:^|[\s\"“])(?:an?|any|another|such\s+an?)\s+(?:(?!second\b)[\w-]+\s+){0,2}$", re.IGNORECASE)
_WOULD = re.compile(
    r"(?:\s+(?:on|of|by|from|in|against|at)\s+(?:(?!(?:that|which|who)\b)[\w'’-]+\s*){1,5}?)?\s+(?:would|could|might|can)\s+"
    r"(?!not\s+have\b|(?:\w+ly\s+)?have\b)",
    re.IGNORECASE,
)
# "Anyone who kidnaps a child", "the law punishes", "under the bill police may detain", "the convention bans the use of"
_LAW = Worded(
    "law bill act decree code legislation convention treaty statute constitution rules anyone anybody whoever",
    r"\b(?:anyone|anybody|whoever)\s+(?:who\s+)?(?:\w+ly\s+)?(?:orders?\s+(?:the\s+)?|plans?\s+(?:an?\s+)?|commits?\s+)?$"
    r"|\bunder\s+(?:the|an?|its|their|[A-Z]\w+['’]s)\s+(?:[\w'’-]+\s+){0,4}?(?:law|bill|act|decree|code|legislation|convention|treaty"
    rf"|statute|constitution|rules){_ON}{{0,20}},?{_ON}{{1,80}}\b(?:would|may|can|could|must|who)\s+(?:be\s+)?(?:\w+\s+){{0,4}}$"
    r"|\b(?:law|bill|act|decree|code|legislation|convention|treaty|statute|constitution|rules)\s+(?:also\s+|that\s+|which\s+|would\s+)*"
    rf"(?:punish|ban|prohibit|outlaw|criminali[sz]|forbid|allow|permit|authori[sz]|enabl|empower)\w*\s{_ON}{{0,80}}$",
    re.IGNORECASE,
)
_DRILL = Worded(
    "drill exercise",
    rf"\b(?:drills?|exercises?)\s+(?:(?:in|during|at)\s+which|involv\w+|featur\w+|imagin\w+)\s{_ON}{{0,80}}$"
    r"|^In\s+the\s+(?:[\w-]+\s+)?(?:drill|exercise),\s[^.;]*$",
    re.IGNORECASE,
)
_MADE_UP = Worded(
    "simulat rehears game mock chapter scene episode",
    rf"\b(?:simulat|rehears)\w+\s+{_ON}{{0,60}}$|\b(?:video|computer|board)\s+games?\b[^.;]{{0,80}}$|\bmock\s+(?:[\w-]+\s+){{0,2}}$"
    r"|^In\s+the\s+(?:[\w-]+\s+)?(?:simulation|chapter|scene|episode|game),\s[^.;]*$",
    re.IGNORECASE,
)
# "Militants often ambush convoys": what they do as a rule
_OFTEN = Worded(
    "often usual typical routine frequent regular sometimes general occasional common always",
    r"\b(?:often|usually|typically|routinely|frequently|regularly|sometimes|generally|occasionally|commonly|always)\s+$",
    re.IGNORECASE,
)
# "Shelters where people could flee in case of bombardment"
_BEHIND = re.compile(rf"{_ON}{{0,40}}?\bin\s+(?:case|the\s+event)\s+(?:of|that)\b", re.IGNORECASE)
_NAMED = re.compile(r"(?:\w+\s+)?(?:drills?|exercises?|simulat\w+|practi[sc]\w+|rehears\w+)", re.IGNORECASE)
_MODAL = re.compile(r"\b(?:would|could|might|can)\s+(?:\w+ly\s+|also\s+|even\s+)?$", re.IGNORECASE)
_WILL = re.compile(r"\bwill\s+$", re.IGNORECASE)
_COMES_OF_IT = re.compile(r"(?:fall|die|suffer|collapse|be\s+killed|flee)", re.IGNORECASE)
_FORCE = frozenset(
    "air_strike shelling bombing armed_clash armed_attack killing sexual_violence ill_treatment abduction detention crackdown"
    " riot arson destruction looting displacement".split()
)


def is_only_a_case(document: Document, claim: Claim) -> bool:
    """True for a claim of force or flight every telling of which only puts a case, and its numbers in their sentences."""
    if claim.type not in _FORCE:
        return False
    text, tellings = document.text, (claim.trigger, *claim.retellings)
    unhurt = not any(row.effect in ("killed", "injured") for row in claim.harm)  # a drill may cost lives
    cases = [told for told in tellings if _is_case(text, told) or (unhurt and _is_play_or_habit(text, told))]
    if not cases or not all(told in cases or _goes_with_it(text, told) for told in tellings):
        return False
    starts = {sentence_start(text, told.span.start) for told in tellings}
    return all(sentence_start(text, quote.span.start) in starts for row in claim.harm for quote in row.evidence)


def _is_case(text: str, told: Evidence) -> bool:
    start, end = told.span.start, told.span.end
    before = _before(text, told)
    if (found := _MAY_COME.search(before)) is not None and _FAILED.search(before, 0, found.start()) is None:
        return True
    found = _CASE.search(before)
    if (found is not None and _OF_COURTS.search(before, 0, found.start()) is None) or _IF.search(before):
        return _is_open(before, told.quote)
    present = _PAST.fullmatch(told.quote) is None or _BE.search(before) is not None
    if present and _BEHIND.match(text, end, end + AFTER):
        return True
    if present and (found := _LAW.search(before)) is not None and _CAME_OF_IT.search(before, found.start()) is None:
        return True
    if _ANY.search(before) is None:
        return False
    found = _WOULD.match(text, end, min(_end(text, start), end + AFTER))
    return (
        found is not None and _IS_TOLD.match(text, found.end()) is None and _DAY.search(text[end : _end(text, start)]) is None
    )


def _is_play_or_habit(text: str, told: Evidence) -> bool:
    """True for what a drill or a game tells, and for what is often done: not for what was often done in a told time."""
    before = _before(text, told)
    if _DRILL.search(before):
        return re.search(r"\band\s+$", before) is None
    past = _PAST.fullmatch(told.quote) is not None
    if not past and _MADE_UP.search(before):
        return True
    return (not past or _BE.search(before) is not None) and _OFTEN.search(before) is not None and _WERE.search(before) is None


def _before(text: str, told: Evidence) -> str:
    start = told.span.start
    return text[max(start_behind_dateline(text, sentence_start(text, start)), start - REACH) : start]


def _goes_with_it(text: str, told: Evidence) -> bool:
    """True for the "kill" of "an invasion would kill thousands" and for the word "drill" itself."""
    low, start = max(0, told.span.start - REACH), told.span.start
    if _NAMED.fullmatch(told.quote) or _MODAL.search(text, low, start):
        return True
    return _COMES_OF_IT.fullmatch(told.quote) is not None and _WILL.search(text, low, start) is not None


def _is_open(before: str, quote: str) -> bool:
    """True for what may come: not "if men arrested last week are freed", nor "if the attack on the mosque was theirs"."""
    if _NOUN.fullmatch(quote):
        return _DEFINITE.search(before) is None
    return _PAST.fullmatch(quote) is None or _BE.search(before) is not None


def _end(text: str, offset: int) -> int:
    """Where the sentence that holds an offset ends."""
    ends, number = sentence_ends(text), sentence_at(text, offset)
    return ends[number] if number < len(ends) else len(text)
