"""Takes the words of a where slot apart: names, what kind of unit they are said to be, and how the place lies to them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from crossread import patterns as re
from crossread.gazetteer import fold_name
from crossread.normalize.places.piece import Piece
from crossread.normalize.places.rivers import as_river, names_river, names_water
from crossread.normalize.places.sides import side_before, side_behind
from crossread.normalize.places.sites import with_leading_words
from crossread.normalize.places.standing import ACROSS
from crossread.normalize.places.streets import FOREIGN_SITE, as_streets
from crossread.normalize.places.toponyms import Toponym, ToponymFinder
from crossread.normalize.places.words import PlaceWords

_OF = re.compile(r"([\w-]+)\s+of\s+(?:the\s+)?$")
# "a poor quarter of Bamenda" is in that town, "the quarter of Nitop" is Nitop
_ONE_OF = re.compile(r"\ban?\s+(?:(?!(?:in|of|at|on|near|the)\b)[\w-]+\s+){0,3}$")
_FIRST_WORDS = re.compile(r"^\s*([\w-]+(?:\s+[\w-]+)?)")
_SITE_WORDS = re.compile(r"^[ ]([a-z]+(?:[ ][a-z]+){0,2})")
_LAST_WORD = re.compile(r"([\w-]+)[\s-]+$")
_INSIDE = re.compile(r"\b(?:in|inside|at)\b")
_WHOLE_REGION = re.compile(r"(?:\bthe|['’]s?)\s+(?:[\w-]+\s+)?[\w-]+\s+$")
_BEARING = re.compile(
    r"\b(?:(?:north|south|east|west)\w*\s+of|(?:km|kilomet\w+|miles?)\s+(?:away\s+)?(?:from|off|[NSEW]{1,2}\s+of))\s+(?:[\w-]+\s+){0,3}$",
    re.I,
)
# "the forest east of Oicha" is not in Oicha; "the south of Khartoum" may be.
_OUTWARD = re.compile(r"(?<![Tt]he )\b(?:[Nn]orth|[Ss]outh|[Ee]ast|[Ww]est)\w*\s+of\s+(?:the\s+)?(?:[a-z]+\s+)?$")
_AROUND = re.compile(r"(?:['’]s?)?\s+(?:[a-z]+\s+)?(?:outskirts|suburbs|periphery)\b(?!\s+of\b)")  # "Khartoum's outskirts"
# "Khartoum's twin city of Omdurman" is another city.
_TWIN = re.compile(r"['’]s?\s+(?:twin|sister|satellite|neighbou?ring)\s+(?:city|town)\b", re.IGNORECASE)
# "Corpus Christi Catholic College": a creed between a name and its site
_QUALIFIED = re.compile(
    r"(?<=[ -])(?:Catholic|Christian|Islamic|Muslim|Orthodox|Baptist|Methodist|Anglican|Lutheran|Evangelical|Jewish) (?=$)"
)
_RIVER_WORD = re.compile(r"^\s+[Rr]iver\b")
_LINK = re.compile(r"^(?:(?:\s+[a-z-]+)?\s*,|\s*\(|(?:\s+[a-z-]+){0,3}?\s+(?:in|near|of|outside|bordering)\b)")
_JOIN = re.compile(r"^\s*(?:,|,?\s*and|/|&|or)\s*(?:in\s+)?(?:the\s+)?$")

# Whose base or camp it is says nothing of the country it lies in: "the base of the Chadian forces in Aguelhok".
_PEOPLE = re.compile(
    r"\s+(?:[\w-]+\s+){0,2}?(?:forces|troops|soldiers|army|military|contingent|peacekeepers|battalion|police|militia|mercenaries)\b"
)
# Whose it is says even less: "the Peruvian embassy" stands anywhere but in Peru.
_DIPLOMATS = re.compile(
    r"\s+(?:embass(?:y|ies)|consulates?|legation|high commission|diplomatic (?:mission|compound)|(?:ambassador|consul)\b)", re.I
)
_HOME_OF = re.compile(
    r"\b(?:home|house|residence|apartment|flat)s?\s+of\s+(?:[A-Z][\w.-]*\s+){0,2}$"
)  # "the home of Pistorius"
_GULF_STATE = re.compile(
    r"\s(?:Arab|Cooperation)?\s*(?:states?|nations?|countr(?:y|ies)|kingdoms?|monarch(?:y|ies)|sheikhdoms?)\b"
)
_DESCRIBES = re.compile(r"(?:\s+[a-z-]+)*\s+")
_EMBASSY = re.compile(r"(?:embassy|consulate|legation)(?: general)?", re.I)


def read_pieces(raw: str, finder: ToponymFinder, *, cased: bool, named_only: bool = False) -> list[Piece]:
    """The names in a slot, left to right; empty where the slot only describes a place ("at a mosque").

    With `named_only` the words are a toponym that somebody marked and wants placed, however roughly: then "Potomac River" may
    be placed by the town on it, which for the place of an incident would be a wrong dot.
    """
    words = finder.words
    found = _absorb(raw, finder.find(raw, cased=cased, in_slot=True), words)
    found = _without_embassies(raw, found if named_only else as_streets(raw, found))
    pieces = []
    at = led = 0
    for index, piece in enumerate(found):
        before = raw[at : piece.toponym.start]
        if index and found[index - 1].toponym.demonym and _DESCRIBES.fullmatch(before):
            before = raw[led : piece.toponym.start]  # "near the Yemeni capital Sana'a" is near Sana'a
        until = found[index + 1].toponym.start if index + 1 < len(found) else len(raw)
        piece = _listed_site(piece, raw[piece.toponym.end : until], finder)
        after = raw[piece.toponym.end : until]
        if names_river(raw, piece.toponym, words) and not (named_only and piece.toponym.folded not in words.rivers):
            name = piece.name if piece.name.lower().endswith(" river") else f"{piece.name} River"
            piece = replace(piece, toponym=as_river(piece.toponym), name=name, unit="area")
            after = _RIVER_WORD.sub("", after)
        elif piece.unit is None and not named_only and names_water(piece.toponym, words):
            piece = replace(piece, toponym=replace(piece.toponym, listed=False), unit="area")
        joined = index > 0 and bool(_JOIN.match(before))
        if not (len(found) > 1 and piece.toponym.demonym and _PEOPLE.match(after)):
            described = _describe(piece, before, after, words, joined=joined)
            pieces.append(with_leading_words(raw, found[:index], described, words) if cased else described)
        led, at = at, piece.toponym.end
    return _with_shared_unit(raw, pieces)


def _with_shared_unit(raw: str, pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces with the unit that they share with the first: "the provinces of Kandahar and Uruzgan" are two provinces."""
    found: list[Piece] = []
    shared = None
    for piece in pieces:
        said = _OF.search(raw[: piece.toponym.start]) if piece.unit else None
        if said and said.group(1).lower().endswith("s"):
            shared = piece.unit
        elif not piece.joined:
            shared = None
        given = shared and piece.joined and not piece.unit and not piece.toponym.demonym
        found.append(replace(piece, unit=shared) if given else piece)
    return found


def _without_embassies(raw: str, found: Sequence[Piece]) -> list[Piece]:
    """The pieces without those that only tell whose embassy or home it is, and without an embassy that bears no name."""
    found = [p for p in found if p.toponym.listed or p.toponym.demonym or not _HOME_OF.search(raw[: p.toponym.start])]
    found = [p for p in found if not (p.toponym.text == "Gulf" and _GULF_STATE.match(raw, p.toponym.end))]
    whose = [piece for piece in found if piece.toponym.demonym and _DIPLOMATS.match(raw, piece.toponym.end)]
    return [piece for piece in found if piece not in whose and not (whose and _EMBASSY.fullmatch(piece.toponym.text))]


def _listed_site(piece: Piece, after: str, finder: ToponymFinder) -> Piece:
    """A site with small letters in its name that the gazetteer has as a whole ("Kalma camp")."""
    match = _SITE_WORDS.match(after)
    if match is None or piece.unit or piece.toponym.demonym:
        return piece
    for size in range(3, 0, -1):
        name = " ".join([piece.toponym.text, *match.group(1).split()[:size]])
        folded = fold_name(name)
        if finder.gazetteer.has_name(folded) and size <= len(match.group(1).split()):
            end = piece.toponym.start + len(name)
            return Piece(toponym=replace(piece.toponym, end=end, text=name, folded=folded, listed=True), name=name)
    return piece


def _absorb(raw: str, toponyms: Sequence[Toponym], words: PlaceWords) -> list[Piece]:
    """Give capital unit, site and compass words ("Province", "Airport", "Northern") to the name they belong to."""
    pieces: list[Piece] = []
    compass: str | None = None
    part: Toponym | None = None
    said: Toponym | None = None
    for toponym in toponyms:
        last = pieces[-1] if pieces else None
        ended = max(last.toponym.end, _written_end(raw, last)) if last else 0  # "Dove Hill" before "Park"
        touching = last is not None and _QUALIFIED.sub("", raw[ended : toponym.start]) in (" ", "-")
        lower = toponym.text.lower()
        if lower in words.parts:
            part = toponym
        elif not toponym.demonym and lower in words.compass and not (touching and toponym.listed):
            compass, said = words.compass[lower], toponym
        elif last and touching and not last.toponym.demonym and lower in words.units:
            pieces[-1] = _stretched(raw, last, toponym, unit=words.units[lower])
        elif (
            not toponym.demonym
            and words.sites.search(lower)
            and (not toponym.listed or (touching and words.sites.fullmatch(lower)))
        ):
            if last and touching and last.unit is None and not last.toponym.demonym:
                pieces[-1] = _site_after(raw, last, toponym, words)
                _take_in(raw, pieces)
            else:
                if last and touching and last.toponym.demonym and FOREIGN_SITE.match(raw, last.toponym.end):
                    said = pieces.pop().toponym
                sided = _with_side(raw, said, toponym)
                pieces.append(_site(raw, sided, words))
                compass = compass if sided is toponym else None
        elif last and touching and not toponym.demonym and last.unit == "site" and last.base is None:
            pieces[-1] = _site_called(raw, last, toponym)
        else:
            if words.sites.fullmatch(lower) and (sided := _with_side(raw, said, toponym)) is not toponym:
                toponym, compass = sided, None
            start = part.start if part and raw[part.end : toponym.start] == " " else toponym.start
            if compass and said and not toponym.listed and raw[said.end : toponym.start] == " " and raw[said.start].isupper():
                start, compass = said.start, None  # "West Gojjam", whose Gojjam nobody lists, is called so
            pieces.append(Piece(toponym=toponym, name=raw[start : toponym.end], compass=compass))
            compass = part = said = None
    return pieces


def _written_end(raw: str, piece: Piece) -> int:
    start = raw.rfind(piece.name, 0, piece.toponym.start + len(piece.name))
    return start + len(piece.name) if start >= 0 else piece.toponym.end


def _with_side(raw: str, side: Toponym | None, site: Toponym) -> Toponym:
    """The site with the side of the compass in its name: "South Street" is a street called so and no street in the south."""
    if side is None or raw[side.end : site.start] != " " or not raw[side.start].isupper():
        return site
    text = raw[side.start : site.end]
    return replace(site, start=side.start, text=text, folded=fold_name(text), listed=False)


def _take_in(raw: str, pieces: list[Piece]) -> None:
    """A site with the name before it: "Zaporizhzhia" + "Nuclear Power Plant" is one site, called after the town."""
    while len(pieces) > 1 and pieces[-1].base and not pieces[-1].base.toponym.listed:
        town, site = pieces[-2:]
        touching = raw[town.toponym.end : site.toponym.start] in (" ", "-")
        if not touching or town.unit or town.toponym.demonym:
            return
        whole = replace(site.toponym, start=town.toponym.start, text=raw[town.toponym.start : site.toponym.end])
        pieces[-2:] = [replace(site, toponym=whole, name=whole.text, base=town)]


def _stretched(raw: str, piece: Piece, toponym: Toponym, *, unit: str) -> Piece:
    return replace(piece, name=raw[piece.toponym.start : toponym.end], unit=unit)


def _site(raw: str, toponym: Toponym, words: PlaceWords) -> Piece:
    """An unlisted name that ends in a site word ("Shayrat Airfield")."""
    bare = _without_qualifiers(words.sites.sub("", toponym.text).strip(), words)
    base = None
    if bare and bare.lower() not in words.units:
        named = replace(toponym, end=toponym.start + len(bare), text=bare, folded=fold_name(bare))
        base = Piece(toponym=named, name=bare)
    return Piece(toponym=toponym, name=raw[toponym.start : toponym.end], unit="site", base=base)


def _without_qualifiers(name: str, words: PlaceWords) -> str:
    """ "Mogadishu International" is called after Mogadishu; a name of such words alone ("Central") after nothing."""
    parts = name.split()
    while parts and parts[-1].lower() in words.qualifiers:
        parts.pop()
    return " ".join(parts)


def _site_called(raw: str, site: Piece, toponym: Toponym) -> Piece:
    """A site word with the name after it, which is the site's own ("Hotel Sahafi") whoever else bears it."""
    text = raw[site.toponym.start : toponym.end]
    return replace(site, toponym=replace(site.toponym, end=toponym.end, text=text, folded=fold_name(text)), name=text)


def _site_after(raw: str, piece: Piece, toponym: Toponym, words: PlaceWords) -> Piece:
    """A name with a site word after it ("Kabul University", "Karachi Press Club"): the site, called after the place."""
    whole = replace(piece.toponym, end=toponym.end, text=raw[piece.toponym.start : toponym.end])
    bare = piece.name if piece.toponym.listed else _without_qualifiers(piece.name, words)
    if bare and bare != piece.name:
        named = replace(piece.toponym, end=piece.toponym.start + len(bare), text=bare, folded=fold_name(bare))
        piece = replace(piece, toponym=named, name=bare)
    return Piece(toponym=whole, name=whole.text, unit="site", base=piece)


def _describe(piece: Piece, before: str, after: str, words: PlaceWords, *, joined: bool) -> Piece:
    piece = _with_kept_unit(_with_site_words(piece, after, words), after, words)
    unit = piece.unit or _unit_after(after, words) or _unit_before(before, words)
    owned = piece.toponym.demonym is not None
    compass = piece.compass or side_before(before, words) or side_behind(after, words, adjective=owned)
    if compass and unit == "admin1" and _WHOLE_REGION.search(before):
        compass = None
    return replace(
        piece,
        unit=unit,
        near=(_is_near(before, words) or _AROUND.match(after) is not None)
        and unit != "site"
        and (not compass or _OUTWARD.search(before) is not None),
        compass=compass,
        bearing=(_BEARING.search(before) or _TWIN.match(after)) is not None,
        joined=joined,
        linked=bool(_LINK.match(after)),
        hint=not (after.lower().startswith(words.elsewhere) or ACROSS.search(before)),
    )


def _is_near(before: str, words: PlaceWords) -> bool:
    """True if a relation word stands before the name, and no "in" after it: "outside a hospital in Kabul" is in Kabul."""
    last = None
    for match in words.near.finditer(before):
        last = match
    return last is not None and not _INSIDE.search(before[last.end() :])


def _with_site_words(piece: Piece, after: str, words: PlaceWords) -> Piece:
    """A name with a site word in small letters after it ("Incirlik air base"): the site, called after the name."""
    match = _SITE_WORDS.match(after)
    if piece.unit or piece.toponym.demonym or not match:
        return piece
    for size in range(3, 0, -1):
        said = " ".join(match.group(1).split()[:size])
        if words.sites.fullmatch(said):
            return replace(piece, name=f"{piece.name} {said}", unit="site", base=piece)
    return piece


def _with_kept_unit(piece: Piece, after: str, words: PlaceWords) -> Piece:
    """ "Guit county", "Agoro hills": the unit in small letters that belongs to the name."""
    said = after[1:].split()[:1] if after[:1] == " " else []
    kept = said and said[0].rstrip(",.;") in words.kept and not piece.unit and not piece.toponym.demonym
    return replace(piece, name=f"{piece.name} {said[0].rstrip(',.;')}") if kept else piece


def _unit_after(after: str, words: PlaceWords) -> str | None:
    match = _FIRST_WORDS.match(after)
    if not match or after[:1] not in (" ", "-"):
        return None
    both = match.group(1).lower()
    first = both.split()[0]
    return words.units.get(both) or words.units.get(first)


def _unit_before(before: str, words: PlaceWords) -> str | None:
    match = _OF.search(before) or _LAST_WORD.search(before)
    unit = words.units.get(match.group(1).lower()) if match else None
    return None if unit == "quarter" and match and _ONE_OF.search(before[: match.start()]) else unit
