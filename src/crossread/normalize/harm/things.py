"""Numbers of things that no row of people is: "nine houses burnt, 20 others looted", "14 houses. Others put the figure at 20".

In hand-coded reports no number with "others" or "more" right before "burnt", "damaged" or "looted" is a row of harm. "The
figure", "the number" and "it" are of those counted last: all 17 hand-coded numbers that somebody "put the number at" and the
like are, and what was counted were people. "The number of houses" is never one of people.
"""

from __future__ import annotations

from crossread import patterns as re
from crossread.languages import load_language
from crossread.normalize.harm.sentence import sentence_of
from crossread.normalize.sentences import sentence_start
from crossread.records import Document, Harm

_REST = re.compile(r"(?:(?:at\s+least|about|some|another)\s+)*[\w,]+(?:\s+(?:others?|more|further))?", re.IGNORECASE)
_AND_THINGS = r"(?:,?\s+and\s+[\w-]+\s+(?!people|persons|men|women|children|civilians|others)[\w-]+s)?"
_WRECKED = r"burn(?:t|ed)|damaged|destroyed|looted|torched|ransacked|vandali[sz]ed|demolished|razed|gutted"
_SPOILT = rf"(?:{_WRECKED}|set\s+(?:ablaze|alight|on\s+fire))"
_ARE_SPOILT = re.compile(
    rf"{_AND_THINGS}\s+(?:(?:was|were|are|is|(?:have|has|had)\s+been)\s+)?(?:\w+ly\s+)?(?:burn(?:t|ed)\s+and\s+)?"
    rf"{_SPOILT}\b(?!\s+(?:to\s+death|alive))",
    re.IGNORECASE,
)
_NUMBER = (
    r"(?:\d[\d,.]*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|twenty|thirty|forty|fifty"
    r"|sixty|seventy|eighty|ninety|hundreds|dozens|scores|several|many)"
)
_BOUND = r"(?:(?:at\s+least|about|some|around|over|more\s+than|nearly|up\s+to|as\s+many\s+as|only|just|an\s+estimated)\s+)*"
_ANIMALS = "|".join(sorted(load_language("en").people_words["animals"]))
_THING = (
    r"(?:houses|homes|huts|dwellings|shops|stalls|kiosks|buildings|structures|granaries|barns|tents|shelters|farms|hamlets|villages"
    r"|churches|mosques|temples|schools|clinics|cars|vehicles|trucks|lorries|buses|pick-?\s?ups|technicals|tanks|APCs|howitzers|launchers|motorcycles|motorbikes|bicycles|boats|canoes|tankers"
    r"|rifles|guns|weapons|drones|missiles|rockets|shells|mortars|bombs|grenades|mines|rounds|strikes|airstrikes|attacks|raids|incidents"
    rf"|bags|sacks|barrels|(?:head\s+of\s+)?(?:{_ANIMALS}))"
)
_NO_DOGS = rf"(?!(?:{_ANIMALS})\b){_THING}"  # "eight fascist dogs" are people to whoever says so
_OF_THINGS = re.compile(rf"\b{_NUMBER}\s+(?:of\s+)?(?:(?!people|and\b)[a-z][\w’'-]*\s+){{0,2}}?{_THING}\b", re.IGNORECASE)
_ARE_THINGS = re.compile(rf"{_BOUND}{_NUMBER}\s+(?:(?!with|in|on|by)[a-z][\w’'-]*\s+)?{_NO_DOGS}", re.IGNORECASE)
_ANY_NUMBER = re.compile(
    rf"\b{_NUMBER}\b(?!\s*(?:[:.]\d|(?:January|February|March|April|May|June|July|August|September|October|November|December)\b))",
    re.I,
)
_DATED = re.compile(
    r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December)\s+\d{1,2}\b(?:,\s+\d{4})?"
    r"|\b(?:19|20)\d\d\b"
)
_PUT = re.compile(
    r"\b(?:put(?:s|ting)?|place[sd]?|gave|gives?|estimate[sd]?|set)\s+(?:(?:the|that|this|their|its)\s+(?:(?:total|real|actual|true)\s+)?"
    rf"(?:figure|number|total|count|tally)|it|them)\s+(?:at|as|to\s+be)\s+{_BOUND}$"
    r"|\b(?:the|that|this|their)\s+(?:(?:total|real|actual|true)\s+)?(?:figure|number|total|count|tally)\s+"
    rf"(?:(?:was|is|stood|stands|reached|had|has|could|may|might|be|been)\s+)+(?:at\s+)?{_BOUND}$"
    rf"|\b(?:spoke|speaks|talked|told\s+\w+)\s+of\s+{_BOUND}$",
    re.IGNORECASE,
)
# "put the number of houses burned at (20)", "put the number of attackers at (40)", "put the value of the goods at (900)"
_COMING = r"(?:attackers|assailants|raiders|gunmen|militants|fighters|rebels|bandits|insurgents|protesters|demonstrators)"
_DONE_TO = rf"(?:\s+(?:{_WRECKED}|stolen|taken|rustled|seized|driven\s+off|lost|fired|involved|present|there))?"
_PUT_OF = re.compile(
    r"\b(?:put(?:s|ting)?|place[sd]?|gave|gives?|estimate[sd]?|set)\s+(?:the|their|its)\s+"
    rf"(?:(?:total\s+)?(?:number|figure|total|count)\s+of\s+(?:the\s+)?(?:[a-z][\w’'-]*\s+){{0,2}}?(?:{_THING}|{_COMING}){_DONE_TO}"
    rf"|(?:value|worth|costs?|price|damage)\b[^.;\d]{{0,40}}?)\s+(?:at|as|to\s+be)\s+{_BOUND}$",
    re.IGNORECASE,
)
_SPOILS = re.compile(
    rf"\b(?:{_WRECKED}|burning|torching|destroying|looting|damaging)\s+(?:[a-z][\w’'-]*\s+){{0,3}}?{_THING}\b", re.I
)
_HARMS = re.compile(
    r"\b(?:kill|dead|dies?\b|died|death|slain|murder|shot|wound|injur|hurt|abduct|kidnap|arrest|detain|missing|bod(?:y|ies)|displac|fle[de])",
    re.IGNORECASE,
)
_SAID = re.compile(rf"\b(?:said|says)\s+(?:that\s+)?{_BOUND}$", re.IGNORECASE)
_WERE_TAKEN = re.compile(
    r"\s+(?:was|were|had\s+been|have\s+been)\s+(?:taken|stolen|lost|driven\s+off|seized|recovered|rustled|fired|launched)\b",
    re.I,
)
_ENDS = re.compile(r"\s*(?:[.,;:)\n]|$|(?:and|but|while|in\s+(?:all|total))\b)")


def are_things(row: Harm) -> bool:
    """True for "two pick-ups", of which the words themselves count things alone."""
    return row.score is not None and _ARE_THINGS.fullmatch(row.raw.strip()) is not None


def counts_things(document: Document, row: Harm) -> bool:
    """True for a bare number of what is burnt (no "burnt to death"), damaged or looted, or of the things counted last."""
    if row.score is None or row.part_of is not None or not row.evidence or not _REST.fullmatch(row.raw.strip()):
        return False
    return _ARE_SPOILT.match(document.text, row.evidence[0].span.end) is not None or _is_count_of_things(document.text, row)


def _is_count_of_things(text: str, row: Harm) -> bool:
    """True for the 20 of "burned 14 houses. Other sources put the figure at 20", in the same sentence or the next."""
    sentence = sentence_of(text, row)
    if _PUT_OF.search(sentence.before) is not None:
        return True
    put = _PUT.search(sentence.before) if _ENDS.match(sentence.behind) else None
    put = put or (_SAID.search(sentence.before) if _WERE_TAKEN.match(sentence.behind) else None)
    if put is None:
        return False
    start = row.evidence[0].span.start
    told = (sentence.before[: put.start()], _before(text, start))
    counted = [words for words in told if _ANY_NUMBER.search(_DATED.sub(" ", words))]
    if not counted and "spoke" not in put.group():
        return _SPOILS.search(" ".join(told)) is not None and _HARMS.search(" ".join(told)) is None
    return any(_counts_things_last(words) for words in counted)


def _before(text: str, start: int) -> str:
    """The sentence before that of `start`."""
    end = sentence_start(text, start)
    return text[sentence_start(text, end - 1) : end] if end else ""


def _counts_things_last(words: str) -> bool:
    undated = _DATED.sub(" ", words)
    things = [*_OF_THINGS.finditer(undated)]
    return bool(things) and _ANY_NUMBER.search(undated, things[-1].end()) is None
