"""Who issued a text, as its head says: "JENIN, 21 January 2026 (WAFI) –", "Statement of the NAME", a letterhead."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from crossread import patterns as re
from crossread.languages import list_languages, load_language
from crossread.read.dateline import find_dateline
from crossread.read.dateline_rules import load_rules
from crossread.read.options import load_table
from crossread.read.stated import find_stated

MOST_LINES = 6  # non-blank lines from the top that are looked at
LONGEST_NAME = 90  # characters
LONGEST_PAPER = 4  # words of a paper's name above its headline
LONGEST_BODY = 8  # words of a body's name on a line of its own
_SMALL = frozenset("of in the and for to near de la le el al du des del da do dos das y e et".split())
_HELD = re.compile(r"[(\[]([^()\[\]\n]{2,60})[)\]]")
_FOLLOWS = re.compile(r"\s*(?:[-–—]|$)|\s*\.?\s*[-–—]")
_NUMBER_LINE = re.compile(r"(?:No|Nr|Ref|N°)\b\.?:?\s*\S*\d\S*", re.IGNORECASE)
_SAYS = re.compile(r"(?:According|In|From|With|After|Photos?|Image|File)\b", re.IGNORECASE)
_STOPS = re.compile(r"[\d.!?:;](?:\s|$)")
_STATED_NAME = re.compile(r"[^\n:/]{2,81}")
_SPOKEN = re.compile(r"(?P<name>[A-Z][\w.]*(?: [A-Z][\w.]*){0,5} Spokes(?:person|man|woman)(?:['’]s Unit)?):\s")
# "By Mayra Linares | El Llanero | 9 July 2025", "Saleh al-Awlaqi - Aden Tomorrow - January 13, 2026"
_SIGNED = re.compile(
    r"(?:[Bb]y\s+)?[^|\d]{3,50}?\s*(?P<mark>\||\s-\s|\s–\s)\s*(?P<name>[^|\d–]{3,50}?)\s*(?P=mark)\s*(?P<day>[\w ,./]{6,30})"
)
# "Russian Defence Ministry report on the progress of the operation", "SDF Media Center: We condemn the bombing"
_REPORTS_ON = re.compile(
    r"(?:the\s+)?(?P<name>[^:|\n]{3,60}?)(?:['’]s)?(?:\s+(?:report|statement|update|summary|briefing|message|communiqué)\s+(?:on|about|regarding)\b"
    r"|:\s+(?:We|Our)\b)",
    re.IGNORECASE,
)
# "Eye on Kaya (Facebook page)"
_POSTED = re.compile(
    r"[^()\n]{3,60} \((?:Facebook|Telegram|Twitter|X|WhatsApp|Instagram|YouTube)(?: (?:page|channel|group|post|account))?\)"
)
# "Comment by UN Human Rights Office for South America on the killing"
_COMMENTS_ON = re.compile(
    r"(?:comment|statement|remarks|communiqué|message|briefing)\s+(?:by|from|of)\s+(?:the\s+)?(?P<name>[^:|\n]{3,80}?)\s+(?:on|about|regarding)\b",
    re.IGNORECASE,
)
_NO_NAME = re.compile(r"\b(?:correspondents?|reporters?|staff|bureau|desk)$", re.IGNORECASE)  # behind whom a place may stand
_DAY_BESIDE = re.compile(r"/\s*(?:\d{1,2}\s+[A-Z]|[A-Z]\w+\s+\d{1,2}\b)")
_MEDIA = re.compile(
    r"\b(?:chronicle|times|herald|tribune|gazette|daily|observer|star|journal|standard|guardian|monitor|mail|voice|sun|review|weekly"
    r"|watch)$",
    re.IGNORECASE,
)
_YEAR_ENDS = re.compile(r"\d{4},?\s*$")
# "KHARTOUM, June 4" of "KHARTOUM, June 4 (Nile Agency) -", as wires write it
_PLACE_AND_DAY = re.compile(
    r"[A-Z][\w'’.-]*(?:\s[A-Z][\w'’.-]*){0,3}(?:,\s*[A-Z][\w.'’ -]{1,30})?,\s*(?:[A-Z][a-z]+day,?\s*)?"
    r"(?:(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?\s+\d{1,2}"
    r"|\d{1,2}\s+(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?)\s*"
)
_ARTICLE = re.compile(r"^the\s+", re.IGNORECASE)


def find_issuer(text: str) -> str | None:
    """The name under which the head of a text issues it, None where it tells none.

    Names in brackets of a dateline ("Bunia, 11 November 2025 (Radio Kilima)"), before or behind the kind of paper ("Statement
    of the NAME", "NAME - Press Release No. 214"), at the head of a letterhead, and with the day below a headline ("Mindanao Sun
    / 10 March 2026") where a word of the name says that it is a paper or a body. A place or a person is none.
    """
    blocks = list(_iter_blocks(text))
    lines = [line for block in blocks for line in block]
    for number, line in enumerate(lines):
        found = _in_dateline(line) or _beside_paper(line) or (_with_day(line) if number else None)
        if found:
            return found
    return next((found for block in blocks if (found := _letterhead(block))), None) or _signature(blocks)


def _iter_blocks(text: str) -> Iterator[list[str]]:
    """The lines of the head, in blocks between blank lines."""
    left = MOST_LINES
    for block in re.split(r"\n\s*\n", text.lstrip()[:4000]):
        lines = [line.strip().strip("*_# ") for line in block.split("\n") if line.strip()][:left]
        if lines:
            yield lines
        left -= len(lines)
        if left <= 0:
            return


def _in_dateline(line: str) -> str | None:
    """The name in brackets that ends a dateline or stands between its place and its day."""
    head = line[:160]
    for held in _HELD.finditer(head):
        name = held[1].split(" / ")[0].strip()
        before, after = head[: held.start()], line[held.end() :]
        if not _is_name(name) or not _FOLLOWS.match(after) or not _all_names(before):
            continue
        if _YEAR_ENDS.search(before) and _tells_day(f"{before.strip()} -"):
            return name
        if _PLACE_AND_DAY.fullmatch(before) and after.lstrip()[:1] in ("-", "–", "—"):
            return name
        if _is_outlet(name) and (_DAY_BESIDE.search(held[1]) or _tells_day(line)):
            return name
    return None


def _beside_paper(line: str) -> str | None:
    """ "NAME - Press Release No. 214", "Statement of the NAME" as a whole line."""
    stated = find_stated(line)  # "Source: Southern Gazette", below a headline too
    if stated and _STATED_NAME.fullmatch(stated.name):
        return stated.name
    if spoken := _SPOKEN.match(line):
        return spoken["name"].strip()
    if _POSTED.fullmatch(line):
        return line
    before, behind = _paper_patterns()
    if (found := _REPORTS_ON.match(line) or _COMMENTS_ON.match(line)) and _is_name(found["name"]) and _is_outlet(found["name"]):
        return found["name"]
    if found := before.fullmatch(line):
        name = found["name"].strip()
        return name if _is_name(name) and len(name.split()) > 1 else None
    found = behind.fullmatch(line)
    name = _ARTICLE.sub("", found["name"].strip()) if found else ""
    short = (found["short"] or "").strip() if found else ""
    return f"{name} {short}".strip() if _is_name(name) and short.isupper() else name if _is_name(name) else None


def _with_day(line: str) -> str | None:
    """ "Observatory for Rights in Syria - 3 April 2026" below the headline, and the paper between its author and its day."""
    signed = _SIGNED.fullmatch(line)
    if signed and " " not in signed["name"] and _NO_NAME.search(line[: signed.start("mark")].strip()):
        signed = None  # "Express Correspondent | Raipur | May 22, 2025"
    if signed and _is_name(signed["name"]) and _tells_day(f"{signed['name']} - {signed['day']}"):
        return signed["name"]
    found = re.match(r"(?P<name>[^\d|/–—]{3,90}?)\s*[-–—|/,]\s*(?=\D{0,12}\d)", line)
    name = found["name"].strip() if found else ""
    return name if _is_name(name) and _is_outlet(name) and _tells_day(line) else None


def _letterhead(block: list[str]) -> str | None:
    """The first line of a block of names that ends with the kind of paper, its number or its day: a body's letterhead."""
    papers = re.compile(rf"(?:{_alternatives('papers')})\b.{{0,40}}", re.IGNORECASE)
    for at, line in enumerate(block[1:], 1):
        if papers.fullmatch(line) or _NUMBER_LINE.fullmatch(line):
            names = block[:at]
            return names[0] if all(_is_name(name) for name in names) and len(names[0].split()) > 1 else None
    return None


def _signature(blocks: list[list[str]]) -> str | None:
    """A line of its own with a body's name: at the top above the kind of paper, or right below the headline.

    "FDRE Government Communication Service / PRESS STATEMENT"; "Quarterly update / Horn Rights Monitor". Behind a comma or in
    brackets stands its place.
    """
    if len(blocks) < 2:
        return None
    top, below = blocks[0], blocks[1]
    paper = re.compile(rf"(?:{_alternatives('papers')})\b.{{0,40}}", re.IGNORECASE)
    line = top[0] if len(top) == 1 and paper.fullmatch(below[0]) else below[0] if len(below) == 1 else ""
    if paper.fullmatch(top[0]) and len(top) > 1:
        line = top[1]  # "URGENT ACTION / Amnesty Watch – Americas"
    elif len(top) > 1 and _MEDIA.search(top[0]) and len(top[0].split()) <= LONGEST_PAPER:
        line = top[0]  # a paper's name above its headline
    name = re.sub(r"\s*(?:,\s*[A-Z]\w+(?: [A-Z]\w+)?|\([^()]*\))$", "", line)
    if not any(letter.islower() for block in blocks for row in block[:3] for letter in row) or "," in name or _SAYS.match(name):
        return None  # text in capitals: every word of it looks like a name
    issues = _is_outlet(name) or re.search(r"\b(?:service|desk)\b", name, re.IGNORECASE)
    return name if _is_name(name) and issues and 1 < len(name.split()) <= LONGEST_BODY else None


def _tells_day(line: str) -> bool:
    return find_dateline(f"Headline\n{line}") is not None


def _is_name(name: str) -> bool:
    """Capitalised words without a number or a stop, and no remark such as "updated"."""
    held = name.casefold()
    if not 2 < len(name) <= LONGEST_NAME or held.startswith(("by ", "par ", "por ")) or _STOPS.search(name):
        return False
    return held not in load_table("agencies.toml")["issuers"]["not_issuers"] and _all_names(name) and not _is_day_word(held)


def _all_names(words: str) -> bool:
    found = re.findall(r"[^\W\d_][\w'’-]*", words)
    return bool(found) and all(word[:1].isupper() or word in _SMALL for word in found)


def _is_day_word(word: str) -> bool:
    names = (
        name
        for code in list_languages()
        for table in (load_language(code).weekdays, load_language(code).months)
        for name in table
    )
    return word in names


def _is_outlet(name: str) -> bool:
    return load_rules().outlet.search(name) is not None


@cache
def _alternatives(table: str) -> str:
    words = load_table("agencies.toml")["issuers"][table]
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


@cache
def _paper_patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    papers = rf"(?:{_alternatives('papers')})"
    name = rf"(?P<name>[^\n|]{{3,{LONGEST_NAME}}}?)"
    before = rf"{name}\s*[-–—|,]\s*{papers}\b\s*(?:No\.?|Nr\.?|N°|#)?[\s\d/().-]{{0,20}}"
    behind = rf"{papers}\s+(?:of|by|from|issued by|de|du|del|da|do)\s+{name}(?P<short>\s*\([^()]{{1,60}}\))?"
    return re.compile(before, re.IGNORECASE), re.compile(behind, re.IGNORECASE)
