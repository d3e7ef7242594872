"""The LOCATION slot: "COUNTRY: LARGER PLACE (KIND): PLACE (KIND)", from the words of a claim and of its document."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

from crossread.codebook.mention_words import MentionWords
from crossread.gazetteer import Gazetteer
from crossread.records import Claim, Document
from muc4_words import load_facts, place_kinds

# Kinds in the order in which one of several namesakes is meant, by how often the development keys use them.
KINDS = ("CITY", "DEPARTMENT", "TOWN", "NEIGHBORHOOD", "MUNICIPALITY", "UNIVERSITY", "VILLAGE", "REGION", "PROVINCE", "AIRPORT")
NARROW = ("NEIGHBORHOOD", "UNIVERSITY", "AIRPORT", "SCHOOL", "SECTOR", "SUBURB")
IN_CAPITAL = ("NEIGHBORHOOD", "SUBURB")  # alone they are parts of the capital more often than of another city
WIDE = ("DEPARTMENT", "PROVINCE", "REGION", "OFFICIAL REGION", "STATE", "COUNTY")
_KIND_WORDS = (
    r"DEPARTMENT|PROVINCE|CITY|TOWN|MUNICIPALITY|NEIGHBORHOOD|DISTRICT|VILLAGE|JURISDICTION|REGION|CANTON|HAMLET|AIRPORT"
)
_LEADING = re.compile(
    r"^(?:(?:IN|AT|NEAR|OUTSIDE|ON|FROM|AROUND|INSIDE|WITHIN|TO|OF|THE|A|ITS|THIS|EASTERN|WESTERN|NORTHERN|SOUTHERN|CENTRAL"
    r"|NORTHEASTERN|NORTHWESTERN|SOUTHEASTERN|SOUTHWESTERN|DOWNTOWN|CAPITAL|NEIGHBORING|NEARBY|\d+|KM|MILES|NORTH|SOUTH|EAST|WEST|AND)\s+)+"
)


def write_location(document: Document, claim: Claim) -> str:
    """The location fill of a claim. Its country is never left open: it falls back on the country the document is about."""
    raw = claim.where.raw if claim.where else ""
    about = document_country(document)
    country = _told_country(raw) or _resolved_country(document, claim) or about
    places = [place for part in re.split(r",|\s-\s|;|\bOF\b(?=\s+THE CITY)", raw.upper()) if (place := read_place(part))]
    if not places and re.search(r"\b(?:THIS|THE) CAPITAL\b|\bTHE CAPITAL CITY\b", raw.upper()):
        places = [(capital_of(country), "CITY")]
    if not places and re.search(r"\bTHIS (?:CITY|TOWN)\b", raw.upper()):
        places = [city for city in (dateline_city(document),) if city and country == about]
    named = [(name, kind) for name, kind in places if name not in load_facts()["countries"].values()]
    ordered = sorted(dict.fromkeys(named), key=_width)
    if ordered and all(kind in IN_CAPITAL for _, kind in ordered) and country == about:
        ordered.insert(0, (capital_of(country), "CITY"))
    return ": ".join([country, *(f"{name} ({kind})" if kind else name for name, kind in ordered[:3])])


def read_place(part: str) -> tuple[str, str] | None:
    """Name and kind of one place: kind by its word ("USULUTAN DEPARTMENT"), else by the task's set list, else a city."""
    text = _LEADING.sub("", " ".join(re.sub(r"[\[\]()\"]", " ", part.upper()).split()) + " ").strip(" .'")
    told = re.fullmatch(rf"(.+?)\s+({_KIND_WORDS})", text) or re.fullmatch(rf"({_KIND_WORDS}) OF (.+)", text)
    if told:
        name, kind = (told[1], told[2]) if told[2] in _KIND_WORDS.split("|") else (told[2], told[1])
        name = _LEADING.sub("", re.split(r" (?:OF|IN) (?:THE )?", name)[-1] + " ").strip()
        if name in ("THIS", ""):
            return None
        full = f"{name} {kind}"
        return (full, "CITY") if full in place_kinds() and kind == "CITY" else (name, kind)
    kinds = place_kinds().get(text)
    if kinds:
        return text, next((k for k in KINDS if k in kinds), kinds[0])
    inside = [name for name in _named_in(text) if len(name) > 3]
    if inside:
        name = max(inside, key=len)
        return name, next((k for k in KINDS if k in place_kinds()[name]), place_kinds()[name][0])
    return None


def document_country(document: Document) -> str:
    """The one of the nine countries that a document is about: the one it names most, its dateline's city counted thrice."""
    facts = load_facts()
    votes: Counter[str] = Counter()
    nations = MentionWords.load().nations
    for word in re.findall(r"[A-Z][A-Z.'-]+(?: (?:SALVADOR|RICA))?", document.text):
        known = nations.get(word.lower().removesuffix("'s"))
        if known and known[0] in facts["interest"]["codes"]:
            votes[known[0]] += 1
    city = re.match(r"([A-Z .']+?)(?:\s*\(([A-Z .]+)\))?\s*,\s*\d", document.text)
    if city:
        code = nations.get((city[2] or "").lower(), (None,))[0] or _country_of_city(city[1])
        if code in facts["interest"]["codes"]:
            votes[str(code)] += 3
    best = max(votes, key=lambda code: (votes[code], code), default="SV")
    return str(facts["countries"][best])


def dateline_city(document: Document) -> tuple[str, str] | None:
    """The city a text was sent from, which is what it means by "this city"; without words for it no city is assumed."""
    found = re.match(r"([A-Z .']+?)\s*,\s*\d", document.text)
    kinds = place_kinds().get(found[1].strip(), ()) if found else ()
    return (found[1].strip(), "CITY") if found and "CITY" in kinds else None


def capital_of(country: str) -> str:
    """The capital of one of the task's countries, as its texts write it."""
    code = next((c for c, name in load_facts()["countries"].items() if name == country), "")
    place = _gazetteer().capital(code)
    name = place.name if place else ""
    return {"Guatemala": "GUATEMALA CITY", "Bogotá": "BOGOTA", "Panamá": "PANAMA CITY"}.get(name, name.upper())


@cache
def _gazetteer() -> Gazetteer:
    return Gazetteer.open()


@cache
def _country_of_city(name: str) -> str | None:
    """The country of interest whose biggest place has this name."""
    codes = load_facts()["interest"]["codes"]
    found = [p for p in _gazetteer().find_places(name.strip()) if p.country in codes]
    return max(found, key=lambda p: p.population).country if found else None


def _told_country(raw: str) -> str | None:
    countries = load_facts()["countries"]
    found = [name for name in countries.values() if re.search(rf"(?<!\w){re.escape(name)}(?!\w)", raw.upper())]
    return max(found, key=len) if found else None


def _resolved_country(document: Document, claim: Claim) -> str | None:
    """The gazetteer's country for the place, if the text names that country; other namesakes are not believed."""
    value = claim.where.value if claim.where else None
    name = load_facts()["countries"].get(value.country) if value and value.country else None
    return str(name) if name and re.search(rf"(?<!\w){name}(?!\w)", document.text) else None


def _named_in(text: str) -> list[str]:
    return [name for name in place_kinds() if name in text and re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text)]


def _width(place: tuple[str, str]) -> int:
    return 0 if place[1] in WIDE else 2 if place[1] in NARROW else 1
