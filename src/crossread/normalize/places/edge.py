"""Borders and coasts: told by the countries they edge, with no point of their own."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from crossread import patterns as re
from crossread.normalize.places.named import Named, ResolvedPlace
from crossread.records import Place

SCORE = 0.6
_BORDER = re.compile(
    r"\b(?:borders?|frontier)\b(?!\s+(?:village|town|city|crossing|post|checkpoint|region|province|state)s?\b)", re.I
)
_COAST = re.compile(r"\b(?:coast|coastline|shores?|waters)\b", re.I)
_BORDER_WITH = re.compile(r"\b(?:border|frontier)\s+with\b", re.I)
_CLOSE = re.compile(r"^(?:near|close|next|around|toward)", re.I)
_IN = re.compile(r"\b(?:in|inside|into)\s+$", re.I)
_PAIR = re.compile(
    r"\b([A-Z][\w'’.]+(?:\s[A-Z][\w'’.]+)*)\s?[-–—]\s?([A-Z][\w'’.]+(?:\s[A-Z][\w'’.]+)*)\s+"
    r"(?:(?P<border>borders?|frontier)|(?:main\s+)?(?:road|highway|motorway|axis|track|railway|line|corridor))\b(?!\s+(?:town|post|crossing))"
)
# "Dori-Gorom-Gorom axis": a pair of which one name has a hyphen itself.
_CHAIN = re.compile(
    r"\b((?:[A-Z][\w'’.]+-){2,3}[A-Z][\w'’.]+)\s+(?:main\s+)?(?:road|highway|motorway|axis|track|railway|line|corridor)\b"
)
_BETWEEN = re.compile(r"\b(?:borders?|frontier)\s+(?:area\s+|region\s+)?(?:between|of)\s", re.IGNORECASE)
_SHARED = re.compile(r"\b[A-Z]\w+(?:\s|\s?[-–]\s?)[A-Z]\w+\s+(?:borders?|frontier)\b")
_COUNTRIES = re.compile(r"\b(?:countries|nations)\b", re.IGNORECASE)
_LEAD = re.compile(
    r"^(?:(?:near|on|along|at|to|from|off|in|over|across|around|close|next|toward|towards|outside|approaching)\s+)*(?:(?:the|its|their)\s+)?",
    re.I,
)

_OTHER_UNIT = re.compile(
    r"\b(?:an?|another|one|some)\s+(?:[a-z]+\s+){0,2}(?:state|province|region|district|department|governorate|county|municipality)"
    r"\s+(?:adjoining|bordering|neighbou?ring|next\s+to|adjacent\s+to|that\s+borders)\s+(?:the\s+)?$"
)


def is_unit_beside(raw: str, focus: Named, others: Sequence[Named]) -> bool:
    """True for "in a state adjoining Norte de Santander", which is another one and is not named."""
    return not others and _OTHER_UNIT.search(raw, 0, focus.piece.toponym.start) is not None


def edge_place(raw: str, nations: Sequence[Named], main_country: str | None) -> ResolvedPlace | None:
    """The border or coast a slot speaks of, None if it speaks of none.

    "The border with Jordan" lies in the country the report is about, so that `main_country` stands unless it is the one
    named. Two nations on a par ("the Turkish-Syrian border") leave the country open. A country's centre is never the point
    of its border.
    """
    bare = raw
    for nation in nations:
        bare = bare.replace(nation.piece.toponym.text, " ")  # the Ivory Coast is no coast
    border, coast = _BORDER.search(bare), _COAST.search(bare)
    places = {n.place.country: _side(n, n.place.name) for n in nations if n.place and n.place.country}
    if not (border or coast) or not places:
        return None
    isos = list(places)
    if border and len(isos) > 1:
        name = f"{places[isos[0]]}–{places[isos[1]]} border"
        inside = next((n.place.country for n in nations if n.place and _is_inside(raw, n)), None)
        country = isos[0] if _BORDER_WITH.search(raw) else inside
    else:
        name = _LEAD.sub("", raw)
        country = main_country if border and main_country and main_country not in places else isos[0]
    place = Place(
        name=name,
        country=country,
        admin1=None,
        gazetteer_id=None,
        latitude=None,
        longitude=None,
        precision="area" if border and not _CLOSE.search(raw) else "near",
    )
    return ResolvedPlace(place=place, score=SCORE)


def speaks_of_nations(raw: str) -> bool:
    """True for "the border between Niger and Nigeria" and "countries such as Iraq and Iran".

    A name there that is a country and also a region or town is the country.
    """
    return _BETWEEN.search(raw) is not None or lists_countries(raw)


def lies_by_border(raw: str) -> bool:
    """True for "near the Afghan-Pakistani border", which tells neither side; "Sudan's border with Chad" tells the first."""
    return _BETWEEN.search(raw) is not None or _SHARED.search(raw) is not None


def lists_countries(raw: str) -> bool:
    """True for "in countries such as Iraq and Iran", which is in none of them alone."""
    return _COUNTRIES.search(raw) is not None


_LINKS = re.compile(
    r"\b(?:(?:main|dirt|coastal)\s+)?(?:road|highway|motorway|track|railway|line|stretch)\s+(?:linking|connecting|joining)\s+"
    r"(?:the\s+towns?\s+of\s+)?(?=(?-i:[A-Z]))(?P<from>[^,.;]{2,40}?)\s+(?:and|with|to)\s+(?=(?-i:[A-Z]))",
    re.IGNORECASE,
)


def spell_out_pair(raw: str, is_known: Callable[[str], bool]) -> str:
    """ "the Djibo-Ouagadougou axis" and "the road linking Djibo and Ouagadougou" as "the road from Djibo to Ouagadougou".

    "The Niger-Nigeria border" is told as between them.

    A name that is written with a hyphen itself ("the Tin-Essako road") stays, and so do "the Pan-American highway" and
    "the Trans-Sahara road", which cross a continent.
    """
    linked = _LINKS.search(raw)
    if linked is not None:
        return f"{raw[: linked.start()]}road from {linked['from']} to {raw[linked.end() :]}"
    chain = _CHAIN.search(raw)
    if chain is not None and (ends := _ends_of(chain[1].split("-"), is_known)) is not None:
        return f"{raw[: chain.start()]}road from {ends[0]} to {ends[1]}{raw[chain.end() :]}"
    match = _PAIR.search(raw)
    if match is not None and match[1] in ("Pan", "Inter", "Trans"):
        return raw
    known = [is_known(name) for name in match.groups()[:2]] if match else []
    if match is None or is_known(f"{match[1]}-{match[2]}") or not (all(known) if match["border"] else any(known)):
        return raw
    told = f"border between {match[1]} and {match[2]}" if match["border"] else f"road from {match[1]} to {match[2]}"
    return raw[: match.start()] + told + raw[match.end() :]


def _ends_of(parts: Sequence[str], is_known: Callable[[str], bool]) -> tuple[str, str] | None:
    """The two known names that so many parts joined by hyphens are."""
    cuts = (("-".join(parts[:at]), "-".join(parts[at:])) for at in range(1, len(parts)))
    return next((ends for ends in cuts if all(is_known(name) for name in ends)), None)


def _side(nation: Named, name: str) -> str:
    """Gaza has a border of its own with Israel and Egypt."""
    return "Gaza" if nation.piece.toponym.text.startswith("Gaza") else name


def _is_inside(raw: str, nation: Named) -> bool:
    """ "in Syria near the Syria–Turkey border" is in Syria, and a border of Gaza is in Gaza."""
    return bool(_IN.search(raw[: nation.piece.toponym.start])) or nation.piece.toponym.text.startswith("Gaza")
