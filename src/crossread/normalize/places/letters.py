"""What capitals and full stops tell about names."""

from __future__ import annotations

from functools import lru_cache

from crossread import patterns as re
from crossread.gazetteer import Gazetteer, fold_name

_TWO_LETTERS = re.compile(r"[A-Za-z]\s?[/ -]\s?[A-Za-z]")
_IN_BRACKETS = re.compile(r"\([A-Z]{3,6}\)")
_COUNTRIES = frozenset("usa uae drc car roc png rdc rca prc dprk ussr fyrom".split())
_SHORT_STATES = frozenset(
    "mass wash ore miss ind ill conn cal calif fla ark ala tenn tex penn del kan mich minn neb okla wyo ariz colo wis".split()
)
# Last words of names that keep their full stop, besides initials: "Sta.", "Ave.".
_SHORTENED = re.compile(
    r"(?:St|Sta|Sto|Ste|Mt|Mtn|Ft|Pt|Ave?|Rd|Dr|Blvd|Hwy|Pkwy|Co|Is|Gral|Gob|Cmdt|Jr|Sr|No|Pte|Av|Dist|Prov|Ala|Ariz|Ark"
    r"|Calif|Colo|Conn|Del|Fla|Ga|Ill|Ind|Kan|Ky|La|Md|Mass|Mich|Minn|Miss|Mo|Mont|Neb|Nev|Okla|Ore|Pa|Tenn|Tex|Va|Vt|Wash|Wis|Wyo|[A-Z])\.|.*\..+\."
)
_CAPITALS = re.compile(r"[A-ZÀ-ÖØ-Þ]+")
_SMALL = re.compile(r"[a-zà-öø-ÿ]+")

_TAG = re.compile(r"[A-Z]{2,4}")
_CAPITALS_BEFORE, _CAPITALS_BEHIND = re.compile(r"[A-Z]{2,}['’]?[\s-]$"), re.compile(r"[\s-][A-Z]{2,}(?!\w)")
_NAME_BEHIND = re.compile(r"\s[A-ZÀ-ÖØ-Þ][a-zà-öø-ÿ]")
_REGION_BEHIND = re.compile(
    r"\s(?:State|Province|Region|Governorate|Department|Oblast|District|County|Prefecture|Division)\b", re.I
)
KNOWN_TOWN = 100_000  # inhabitants of a town that goes by letters, or by another spelling of its name


def is_written(name: str) -> bool:
    """False for a lone letter and for figures, which name no place that nobody lists ("0300H" is an hour)."""
    return len(name) > 1 and any(letter.isalpha() for letter in name)


@lru_cache(maxsize=4)
def has_case(text: str) -> bool:
    """True if capitals tell names from words here: the text is neither all capitals nor all small letters."""
    capitals, small = (len("".join(run.findall(text))) for run in (_CAPITALS, _SMALL))
    return 0 < capitals < 0.6 * (capitals + small)


def without_stop(name: str) -> str:
    """A name at the end of a sentence without its full stop; a shortened one ("Sta.") keeps its own."""
    return name if not name.endswith(".") or _SHORTENED.fullmatch(name.rpartition(" ")[2]) else name[:-1]


def are_letters(text: str, start: int, end: int, *, cased: bool) -> bool:
    """True for letters that only look like a name: "a funeral Mass", "the S/C regions", "BAGHDAD (INA)", "the militia (MAI)".

    Behind a comma they are a state ("Florence, S.C."), and in brackets some countries go by their letters ("DRC").
    """
    written, own = text[start:end], fold_name(text[start:end])
    state = text.endswith(", ", 0, start)
    if not state and ((own in _SHORT_STATES and written.isalpha()) or _TWO_LETTERS.fullmatch(written)):
        return True
    return cased and own not in _COUNTRIES and _IN_BRACKETS.fullmatch(text, start - 1, end + 1) is not None


def is_tag(text: str, start: int, end: int, gazetteer: Gazetteer) -> bool:
    """True for two to four capitals that stand alone and are no place's name as such: "KAB" is not the village of Kāb.

    Of 28 such words in coded places those that are a place's name alone are the US, the USA, the UK, NRW and TAIZ.
    """
    written = text[start:end]
    if _TAG.fullmatch(written) is None or _CAPITALS_BEHIND.match(text, end) or _CAPITALS_BEFORE.search(text, 0, start):
        return False
    found = gazetteer.find_exact(fold_name(written))
    return all(p.kind == "settlement" and p.population < KNOWN_TOWN and p.name.upper() != written for p in found)


def bears_region(text: str, end: int, *, adjective: bool) -> bool:
    """True where a country's or region's name that ends here may be part of the longer name that it stands in.

    "Kuka Borno State" lacks a comma; the adjective of a country is part of a name only where that goes on. In coded slots the
    eight names of a country or region right behind an unlisted name or a word that names begin with ("Villa Somalia", "Puerto
    Lara") are part of a longer name; none has only lost its comma.
    """
    if adjective:
        return _NAME_BEHIND.match(text, end) is not None and _REGION_BEHIND.match(text, end) is None
    return _REGION_BEHIND.match(text, end) is None


def may_bind(gap: str) -> bool:
    """True for what stands inside a name the gazetteer has not: a short particle, not the "and" between two names.

    Nor the "on" of "Talipao on Jolo island", where no hyphens make it a name ("Berwick-on-Tyne").
    """
    between = gap.strip(" -")
    return len(between) <= 3 and between not in ("and", "et") and gap != " on "


def is_inside_sentence(text: str, start: int) -> bool:
    """True for a capital "In" after a small-letter word: it belongs to a name ("near In Amenas")."""
    before = text[max(0, start - 2) : start]
    return text[start].isupper() and len(before) == 2 and "a" <= before[0] <= "z" and before[1] == " "
