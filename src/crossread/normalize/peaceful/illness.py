"""Deaths that nobody brings about: of cholera, of cancer, of drugs, by one's own hand. The codebook has no claim for them.

Of 16,768 hand-coded claims none tells of an illness that kills; the two of people who "died of hunger and war" or "of disease,
overwork or by execution" tell of force beside it. None is of a suicide in which no other is hurt and that protests nothing.
"""

from __future__ import annotations

from functools import lru_cache

from crossread import patterns as re
from crossread.normalize.peaceful.force import FORCE, LONGEST
from crossread.normalize.worded import Worded

_ILLNESS = (
    r"(?:cholera|ebola|measles|malaria|meningitis|dengue|diphtheria|typhoid|tuberculosis|polio|mpox|covid\S*"
    r"|coronavirus|h5n1|h1n1"
    r"|(?:(?:swine|bird|avian)\s+)?(?:flu|influenza)|hiv|aids|lassa(?:\s+fever)?|yellow\s+fever|(?:heart|lung"
    r"|kidney|liver)\s+(?:disease|failure)"
    r"|(?:lung\s+|breast\s+|throat\s+)?cancer|pneumonia|diarrh\w+|dysentery|hepatitis|rabies"
    r"|(?:an?\s+)?overdoses?|drug[ -]related\s+causes"
    r"|drug\s+overdoses?|epidemics?|pandemics?|virus(?:es)?|plague|diseases?|illness(?:es)?|infections?|fever)"
)
# "An outbreak of cholera has (killed)", "measles (struck)", "the virus attacks the liver and has (killed)"
_SUBJECT = re.compile(
    rf"(?:^|[\s(\"“])(?:outbreaks?|epidemics?|strains?|cases?)?(?:\s*of\s+)?(?:the\s+"
    rf"|an?\s+)?{_ILLNESS}(?:\s+(?:outbreaks?|epidemics?|strains?))?"
    r"(?:\s+(?:that|which))?(?:\s+(?:has|have|had|also|already|so\s+far|alone))*\s*$",
    re.IGNORECASE,
)
_BY_IT = re.compile(
    rf"(?:[^.;,]{{0,40}}?\s|\s*)(?:of|from|to|with|by)\s+(?:(?:the|an?|suspected|acute|severe|this"
    rf"|that)\s+)*(?:(?:outbreak|epidemic)\s+of\s+)?{_ILLNESS}\b",
    re.IGNORECASE,
)
_STRIKES = re.compile(
    r"(?:(?:has|have|had)\s+)?(?:kill(?:ed|s|ing)?|struck|strikes?|hits?|infect(?:ed|s)|attack(?:s|ed)?|claimed"
    r"|spreads?|swept|ravag(?:ed|ing)|sickened)"
    r"(?:\s+[\w-]+)?",
    re.IGNORECASE,
)
_DIED = re.compile(
    r"(?:(?:was|were|have|has|had|been)\s+)*(?:died|dies|die|dying|dead|deaths?|killed|infected|fell\s+ill"
    r"|lost\s+their\s+lives)",
    re.IGNORECASE,
)
_OUTBREAK = re.compile(rf"(?:infected|outbreaks?|{_ILLNESS}(?:\s+outbreaks?)?)", re.IGNORECASE)
_BY_ONESELF = Worded(
    "death herself himself own suicide themselves",
    r"(?:shot|shoots|hang(?:ed|s|ing)|kill(?:ed|s|ing)?|drown(?:ed|ing)|poison(?:ed|ing))\s+(?:himself|herself"
    r"|themselves)(?:\s+(?:dead|to\s+death))?"
    r"|(?:took|takes|taking)\s+(?:his|her|their)\s+own\s+li(?:fe|ves)|(?:commit(?:ted|s|ting)|died\s+by)\s+suicide"
    r"|(?:jump(?:ed|s|ing)|leap(?:t|ed|s|ing))\s+to\s+(?:his|her|their)\s+deaths?",
    re.IGNORECASE,
)
# Who dies in custody, with others, or before a crowd, may be a matter for the codebook
_OF_MATTER = re.compile(
    r"\b(?:church|cathedral|mosque|parliament|embassy|square|custody|cells?|prison\w*|jail\w*|detention|detain\w*"
    r"|captiv\w*|camp|arrest\w*|protest\w*|attack\w*|bomb\w*|explo\w+|grenade|fire\s+to|hostages?|sieges?"
    r"|surround\w*|stand-?off|gunm[ae]n|shooter|assailant|killer|rampage|after\s+(?:shooting|killing|stabbing"
    r"|murdering)|before\s+(?:shooting|killing)"
    r"|and\s+(?:(?:his|her|their)\s+\w+|\w+\s+others?|(?:two|three|four|five|six)\b)|(?:killed|shot|stabbed|strangled)"
    r"\s+(?!himself|herself|themselves|dead)\w+|murder\w*|soldiers?|militants?|rebels?)",
    re.IGNORECASE,
)
_WAR_TOO = Worded(
    "beat blockade camp captiv custody detained detention execut fighting held hijack jail overwork pirate poison prison siege"
    " tortur violence war",
    r"\b(?:war|execut\w+|fighting|siege|besieged|blockade\w*|violence|overwork|beat(?:en|ing)|tortur\w*|custody"
    r"|prison\w*|jail\w*|detention|detained|camps?\s+run|captiv\w*|held|hijack\w*|pirates?"
    r"|poison(?:ed|ing))\b",
    re.IGNORECASE,
)
_OF_DEATH = re.compile(
    r"\b(?:killed|kills?|killing|dead|died?|dying|deaths?|deadly|fatal\w*|victims?|bod(?:y|ies)|villag\w+"
    r"|residents|civilians?|refugees?"
    r"|displaced|officers?|guards?)\b",
    re.IGNORECASE,
)
_OF_OUTBREAK = re.compile(
    rf"\b(?:{_ILLNESS}|outbreaks?|vaccin\w+|infected|patients|hospitals?|health\s+(?:ministry|officials|workers)"
    rf"|symptoms?)\b",
    re.IGNORECASE,
)
_MISHAP = re.compile(
    r"\b(?:crash\w*|drown\w*|collaps\w*|fires?|blaze|flood\w*|quake|earthquake|storm|bus|cars?|boats?|ferry"
    r"|mines?|landslide|lightning"
    r"|electrocut\w*|stampede|fell|explo\w+)\b",
    re.IGNORECASE,
)
ENOUGH = 3  # different words of illness in a report that make it a report on one


def is_of_illness(quote: str, around: tuple[str, str]) -> bool:
    """True where an illness is what kills, strikes or is died of, in a sentence that tells of no force and no captivity."""
    before, after = around
    if not is_without_force(quote, around):
        return False
    if _STRIKES.fullmatch(quote) and _SUBJECT.search(before):
        return True
    return _OUTBREAK.fullmatch(quote) is not None or (_DIED.fullmatch(quote) is not None and _BY_IT.match(after) is not None)


def is_in_outbreak(text: str, quote: str, around: tuple[str, str]) -> bool:
    """True for who "died", of no told cause, in a report on an illness."""
    before, after = around
    if _DIED.fullmatch(quote) is None or not is_without_force(quote, around):
        return False
    return _MISHAP.search(before + after) is None and _is_on_illness(text)


@lru_cache(maxsize=4)
def _is_on_illness(text: str) -> bool:
    """True for a report on an illness: several words of it, and half as many words of force at most, the dead aside."""
    if len(text) > LONGEST:
        return False
    found = [word.group().lower() for word in _OF_OUTBREAK.finditer(text)]
    force = sum(1 for word in FORCE.finditer(text) if not _OF_DEATH.fullmatch(word.group()))
    return len(set(found)) >= ENOUGH and 2 * force <= len(found)


def is_without_force(quote: str, around: tuple[str, str]) -> bool:
    """True where a sentence tells at most of deaths, and of no force or captivity that they may have come from."""
    before, after = around
    return not (_WAR_TOO.search(f"{before} {quote} {after}") or FORCE.search(_OF_DEATH.sub("", f"{before} | {after}")))


def is_by_own_hand(quote: str, around: tuple[str, str]) -> bool:
    """True for a suicide told alone: nobody else is hurt, and there is no custody, crowd, siege or protest."""
    before, after = around
    whole = f"{before}{quote}{after}"
    found = _BY_ONESELF.search(whole)
    start, end = len(before), len(before) + len(quote)
    return found is not None and found.start() < end and start < found.end() and _OF_MATTER.search(whole) is None
