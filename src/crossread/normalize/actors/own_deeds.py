"""Whether the "we" of a statement is the subject of the act told, and not of telling, mourning or accusing."""

from __future__ import annotations

from crossread import patterns as re

# "We remember our comrade, who was killed", "we have learned that two were killed": what we tell, feel or lay on others.
_TELLING = re.compile(
    r"^\W*(?:(?:have|has|had|also|hereby|today|again|once|more|now|do|can|must|will|would|should|only|are|were|be|to|all|deeply|strongly|very"
    r"|still|\w+ly)\s+){0,4}"
    r"(?:announc|inform|tell|told|sa[iy]|stat|declar|report|confirm|learn|hear|know|knew|saw|see|seen|watch|witness|not(?:e|ed)\b"
    r"|read|believ|think|consider|understand|remind|recall|rememb|commemorat|mourn|griev|honou?r|salut|pa(?:y|id)\b|bow|express|offer|extend"
    r"|send|convey|share|regret|deplor|lament|condemn|denounc|reject|protest|deny|accus|blam|h[eo]ld|outrag|shock|sadden|appall|horrif"
    r"|sorry|angry|proud|lost|lose|losing|demand|call|appeal|urge|ask|warn|promis|vow|swear|pledg|thank|welcom|support|celebrat)",
    re.IGNORECASE,
)
# "We announce the execution of two informers", "we report the successful ambush": the noun of a deed right behind a boast
_BOASTS = re.compile(
    r"^\W*(?:(?:hereby|today|now|also|proudly|gladly|can|are|to|have|has|\w+ly)\s+){0,3}(?:announc(?:e|ed|ing)|report(?:ed|ing)?"
    r"|declar(?:e|ed|ing)|confirm(?:ed|ing)?)\s+(?:(?:to\s+)?(?:our|the)\s+(?:people|nation|public|masses)\s+)?"
    r"(?:the|our|an?|another)\s+(?:(?:successful|victorious|heroic|bold|daring|swift|punitive|revolutionary|double|recent|new)\s+){0,2}$",
    re.IGNORECASE,
)
_BOASTED = re.compile(
    r"(?:execution|liquidation|elimination|punishment|ambush|bombing|bombardment|shelling|raid|targeting|capture|destruction|assault"
    r"|attack|downing|strike|detonation|sniping|storming|sabotage|operation)\b",
    re.IGNORECASE,
)
_BY_OTHERS = re.compile(
    r"\b(?:by|from)\s+(?:the\s+|an?\s+|\w+\s+)?(?!us\b|our\b)[\w'’-]+|\b(?:of|on|against)\s+(?:[\w'’-]+\s+){0,4}?(?:our|us)\b"
    r"|\b(?:civilians?|children|villagers?|peasants?|farmers?|innocent|comrades?|martyrs?|villages?|homes?|houses?|schools?|hospitals?|markets?|church\w*|mosques?|that\s+took|victims?)\b",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r"\b(?:that|who|whom|whose|which|where|when|because|since|while|whereas|according)\b|[;:]", re.IGNORECASE)
_PASSIVE = re.compile(r"\b(?:was|were|been|being|be|got)\s+(?:\w+ly\s+)?$", re.IGNORECASE)
_FIGHT = re.compile(
    r"^\W*(?:(?:have|had|also|then|\w+ly)\s+){0,3}(?:attack|storm|ambush|assault|raid|fir|shell|bomb|shot|shoot|fought|fight|hit|struck"
    r"|strik|launch|target|open|clash|blew|blast|detonat|mortar|execut|captur|seiz|took|take|carried|carry|liquidat|eliminat|destroy"
    r"|repel|repuls|engag|surround|enter|overran|punish|kill)",
    re.IGNORECASE,
)
_OUR_DEED = re.compile(
    r"\b(?:our\s+(?:\w+\s+){0,2}(?:attacks?|ambush(?:es)?|raids?|operations?|actions?|strikes?|fire|bombs?|mines?|shells?|rockets?"
    r"|snipers?|assaults?|response|bullets)|by\s+us)\b",
    re.IGNORECASE,
)


def governs(between: str, trigger: str, after: str) -> bool:
    """True where the words between "we" and the act leave it "we" who did it.

    Not those of telling, mourning or accusing ("we hold the army responsible for the killing of"), nor those of another clause
    or a passive ("we came to the place where two had been killed"), unless a fight of ours or a deed called ours stands there.
    "We announce the execution of" is a boast, unless others did it, or our own people or civilians suffered.
    """
    if _OUR_DEED.search(between + trigger + after):
        return True
    if _BOASTS.match(between) and _BOASTED.match(trigger) and not _BY_OTHERS.search(trigger + after):
        return True
    if _TELLING.match(between):
        return False
    return _FIGHT.match(between) is not None or not (_CLAUSE.search(between) or _PASSIVE.search(between))
