"""A mention's words as evidence: whole numbers, whole names, whole abbreviations, and never more than these."""

from __future__ import annotations

from crossread import patterns as re
from crossread.extract.heads import Mention
from crossread.records import Document, Evidence

_ABBREVIATION = re.compile(r"\b(?:[A-Z]\.){2,}")
_LEADS_ON = re.compile(r"(?:[\s(\[,;:]+(?:of|the|in|at|by|from|and|or|for|to|with))+\Z|[\s(\[,;:]+\Z", re.IGNORECASE)
_REST_OF_NUMBER = re.compile(r"\d*(?:[.,]\d+)+|\d+")
_TITLE = re.compile(r"\b(?:Rep|Sen|Gov|Gen|Lt|Col|Maj|Capt|Sgt|Brig|Adm|Cmdr|Mr|Mrs|Ms|Dr|Prof|Rev|Fr|Sr|St)\.?\Z")
_NAME = re.compile(r"\.?(?:\s+(?:(?:Gen|Col|Lt|Cmdr|Sgt|Maj)\.|[^\W\d_a-z][\w’'-]*))+")
_INITIAL = re.compile(r"(?<![\w.])[A-Z]\.\Z")  # "O." of "O. J. Simpson", not the last letter of "U.S."
_AFTER_INITIAL = re.compile(r"(?:\s+[A-Z]\.)*\s+[^\W\d_a-z][\w’'-]+(?:\s+[^\W\d_a-z][\w’'-]+)?")
LONGEST_ABBREVIATION = 12  # characters
LONGEST_HEAD = 25  # characters of a word before a hyphen that a mention is widened by
_ARTICLE = re.compile(r"\b(?:al|el|ad|an|ar|as|ash|at|az)\Z", re.IGNORECASE)  # Arabic, as names are written in Latin letters
_REST_OF_WORD = re.compile(r"[-‑][^\W\d_a-z][\w’'-]*")
_OPENS_NAME = re.compile(
    r"\b(?:(?:north|south|east|west|central)(?:ern|-?east(?:ern)?|-?west(?:ern)?)?|United|Saudi|New)\Z", re.IGNORECASE
)
_CAPITALS = re.compile(r"(?:\s+[^\W\d_a-z][\w’'-]*)+")
_BREAK = re.compile(r"[ \t]*\n\s*(?=\S)")
SHORTEST_WRAPPED = 50  # characters of a line that goes on in the next one
PEOPLE = ("actor", "speaker", "harm")


def quote(document: Document, mention: Mention) -> Evidence:
    """The mention's words as evidence, abbreviations whole ("U.S.", not "U."), without a word at the end that leads on ("of").

    A place that begins inside a hyphenated name takes all of it ("Inekar-Ouest"); a number cut short ("over 1" of "over
    1,000") and a title without its name ("Lt." of "Lt. Col. Arda Moss") take the rest.
    """
    start, end, text = _behind_heading(document.text, mention.start, mention.end), mention.end, document.text
    for found in _ABBREVIATION.finditer(text, max(0, start - LONGEST_ABBREVIATION), end + LONGEST_ABBREVIATION):
        start = found.start() if found.start() < start < found.end() else start
        end = found.end() if found.start() < end < found.end() else end
    end = max(end, _end_of_number(text, end), _end_of_name(text, start, end) if mention.category in PEOPLE else end)
    if mention.category == "place":
        end = _end_of_region(text, start, end)
    if _ARTICLE.search(text, start, end) and (rest := _REST_OF_WORD.match(text, end)):
        end = rest.end()
    end = _end_of_bracket(text, start, end)
    if mention.category != "time" and (led_on := _LEADS_ON.search(text, start, end)) and led_on.start() > start:
        end = led_on.start()
    if mention.category != "place":
        return document.quote(start, end)
    low = start
    while low > 0 and (text[low - 1].isalnum() or (text[low - 1] in "-’'" and low > 1 and text[low - 2].isalnum())):
        low -= 1
    return document.quote(low if start - low <= LONGEST_HEAD else start, end)


def _behind_heading(text: str, start: int, end: int) -> int:
    """Where the mention begins that runs over the end of a heading: "Attack on Boma / Soldiers" are the soldiers.

    A short line without a full stop is a heading where a blank line follows, or where the next line begins with a capital; a
    line that is only wrapped is longer.
    """
    broken = _BREAK.search(text, start, end)
    if broken is None or text[broken.end()].islower():
        return start
    line = text[text.rfind("\n", 0, start) + 1 : broken.start()].strip()
    blank = broken.group().count("\n") > 1
    return broken.end() if blank or len(line) < SHORTEST_WRAPPED else start


def _end_of_bracket(text: str, start: int, end: int) -> int:
    """Where the bracket closes that the mention opens, if it does right behind it: "the mission (MINUSMA" takes its ")"."""
    opened = text.count("(", start, end) > text.count(")", start, end)
    return end + 1 if opened and text[end : end + 1] == ")" else end


def _end_of_number(text: str, end: int) -> int:
    """Where a number that stops inside its digits ends."""
    if not text[end - 1 : end].isdigit():
        return end
    rest = _REST_OF_NUMBER.match(text, end)
    return rest.end() if rest else end


def _end_of_name(text: str, start: int, end: int) -> int:
    """Where the name ends that the mention breaks off in: behind a title, behind an initial."""
    rest = _NAME if _TITLE.search(text, start, end) else _AFTER_INITIAL if _INITIAL.search(text, start, end) else None
    name = rest.match(text, end) if rest else None
    return name.end() if name else end


def _end_of_region(text: str, start: int, end: int) -> int:
    """Where the name ends that a place breaks off before: "Mali" after "in northern", "Nations" after "a United"."""
    name = _CAPITALS.match(text, end) if _OPENS_NAME.search(text, start, end) else None
    return name.end() if name else end
