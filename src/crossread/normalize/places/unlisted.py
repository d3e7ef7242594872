"""Names the gazetteer has not: sites, quarters and hamlets get the point of their town, or none at all."""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import replace

from crossread import patterns as re
from crossread.codebook import ActorRegistry
from crossread.entries import HEADED, apartness
from crossread.normalize.places.candidates import Larger, kilometres
from crossread.normalize.places.document import Surroundings
from crossread.normalize.places.headings import region_above
from crossread.normalize.places.holder import told_holder
from crossread.normalize.places.letters import without_stop
from crossread.normalize.places.likened import names_act
from crossread.normalize.places.measured import at_the_end_of
from crossread.normalize.places.named import SIZE, Named, ResolvedPlace, as_larger, lies_inside, resolved, stretch, with_town
from crossread.normalize.places.people import KNOWN_TOWN
from crossread.normalize.places.piece import Piece
from crossread.normalize.places.pieces import TRUSTED, PieceChooser
from crossread.normalize.places.sites import is_called_so, precision_of_site
from crossread.normalize.places.streets import is_street
from crossread.normalize.places.told import Told, is_told_as_place, last_told, lies_in, names_neighbourhood, town_behind
from crossread.normalize.places.words import load_place_words
from crossread.records import Place

WELL_KNOWN = 300_000  # inhabitants; so large a town is meant also where nothing else speaks of its country
OWN_TRUSTED = 0.3  # score from which a town is taken for the one a site is called after
SAME_TOWN_KM = 40.0  # "Rafah camp in Gaza": so near to the town named with it, a site's own town is meant
AT_HOME = 0.2  # share of the document's country words from which a site's namesake town in that country is believed
TOLD_SCORE = 0.5  # of the score of the last town told, for a site that stands in it without saying so
LONGEST_ROAD_KM = 200.0  # between two towns that a road is told by
NO_POINT_SCORE = 0.4
LEADS = 2.0  # times the country words of the next country, from which a report is about the first

_ROAD = re.compile(
    r"\b(?:road|highway|motorway)$|\b(?:road|highway|motorway|track)\s+to(?:ward|wards)?\s+(?:the\s+)?(?-i:[A-Z])", re.I
)
# What lies outside towns: its point is not that of the town told last.
_OUT_OF_TOWN = re.compile(
    r"\b(?:border (?:post|crossing|point)|crossing|mines?|oil ?fields?|gas ?fields?|dam|pass|forest|valley|wells?|ranch)$", re.I
)
_STREET = re.compile(r"\b(?:road|street|avenue|square|drive|lane|boulevard|bridge|roundabout)s?$", re.I)
_GENERIC = frozenset(  # nouns that name no place alone
    "ward sector block zone comuna unit camp gate office station court ministry headquarters hospital school prison kilometre"
    " kilometer phase street building precinct area range post hotel".split()
)
_NAME_BEHIND = re.compile(r"(?:\s+[A-Z][\w'’-]+){1,2}")  # "the Hotel (Aurora)", cut short by the extractor
_NUMBERED = re.compile(r"\s+(?:[Nn]o\.?\s*)?\d{1,4}(?:-?[A-Z])?\b")
_CAPITALS = re.compile(r"\b((?:[A-Z][\w'’-]+\s+){1,4})$")
# The head of an entry in a list: its day, and what ends it.
_ENTRY = re.compile(
    r"\W*(?:[A-Z][a-z]+\.?,?\s+)?(?:\d{1,2}\s+[A-Z][a-z]+|[A-Z][a-z]+\.?\s+\d{1,2})(?:,?\s+\d{4})?\s*[-–—:,.]\s*"
)
_HEAD_ENDS = re.compile(r"[:–—]|\s-\s|\.\s")
_NEXT_NAME = re.compile(r"[ -][A-Z][a-z]+")
_NO_SITE = re.compile(r"(?:INS|USS|USNS|HMS|HMAS|HMCS|HNLMS|M/?V|MT|MS|SS|FS|PNS|BRP|RFA|ROKS|JS)\s[A-Z]|.*(?:Party|Movement)$")
_TITLES = frozenset(
    "rev reverend fr father msgr bishop pastor imam sheikh mr mrs ms dr prof gen lt col maj capt sgt brig sen rep gov".split()
)
_COUNTY = re.compile(r"\b(?:County|Parish|Province|District|Region)$")
_A_VILLAGE = re.compile(r",\s+an?\s+(?:[a-z-]+\s+){0,2}(?:village|hamlet|settlement|town|community)\b")
_ARTICLE = re.compile(r"\b[Tt]he\s+$")
_WIDER = ("county", "admin1", "area")
_HOLDING = (*_WIDER, "settlement")
_CAPITAL_ROAD = re.compile(r"\b(?:Road|Highway)$")


class UnlistedPlaces:
    """Answers for names without a gazetteer place, in one document."""

    def __init__(self, surroundings: Surroundings, chooser: PieceChooser) -> None:
        self.about = surroundings
        self.chooser = chooser

    def find(self, focus: Named, others: Sequence[Named], start: int, *, border: bool = False) -> ResolvedPlace | None:
        """A site, quarter or village the gazetteer has not: its town's point, or only the country and region named.

        With `border` it lies by the border of two countries, in one of them.
        """
        focus = self._in_full(focus, start)
        piece = focus.piece
        own = None if self._is_street_of_town(piece, start) else self._own_town(piece, others)
        held = sorted((n for n in others if n.place and n.piece.hint), key=lambda n: n.size)
        beside = bool(own and held) and not _STREET.search(piece.name) and _are_near(own, held[0])
        if held and held[0].place and held[0].place.kind in ("settlement", "county") and not beside:
            if held[0].piece.bearing and (measured := self._by_way(piece, held[0], start)):
                return measured
            if held[0].piece.bearing or (held[0].piece.near and focus.size > SIZE["quarter"]):
                return self.without_point(focus, held, start, border=border)
            name = with_town(piece.name, held[0].piece.name)
            precision = "near" if self._is_village(piece, held[0], start) else "exact"  # the district's seat is not the village
            return resolved(held[0].place, name=name, precision=precision, score=held[0].choice.score)
        if own and own.place and (road := self.road_to(own, piece.name, start)):
            return road
        if own and own.place:
            precision = precision_of_site(piece, own.place.kind)
            name = piece.name if is_called_so(piece.name) else own.piece.name
            return resolved(own.place, name=name, precision=precision, score=own.choice.score)
        elsewhere = any(n.place is None and n.piece.unit in _HOLDING for n in others)  # "Pan Tin Inn, Launglon township"
        if focus.size <= SIZE["quarter"] and not elsewhere and not _OUT_OF_TOWN.search(piece.name):
            told = self._town_told(piece, start)
            place = told.choice.place if told else None
            if told and place and all(lies_inside(place, n.place) for n in held if n.place):
                town = place.name if told.head else without_stop(told.toponym.text)
                score = TOLD_SCORE * told.choice.score
                return resolved(place, name=with_town(piece.name, town), precision="exact", score=score)
        if not held and not border and (told := self._town_of_entry(start)) and (place := told.choice.place):
            name = with_town(piece.name, without_stop(told.toponym.text))
            return resolved(place, name=name, precision="near", score=TOLD_SCORE * told.choice.score)
        return self.without_point(focus, held, start, border=border)

    def _by_way(self, piece: Piece, town: Named, start: int) -> ResolvedPlace | None:
        at = town.piece.toponym.start
        before = self.about.text[start : start + at]
        return at_the_end_of(piece.name, town, before, self.about.gazetteer, near=piece.near) if at >= 0 else None

    def _in_full(self, focus: Named, start: int) -> Named:
        """ "Ward" of "Ward 6" and "Office" of "the Area Police Office" with what names them: parts and offices of a town."""
        piece = focus.piece
        if piece.toponym.start < 0 or piece.name.lower() not in _GENERIC:
            return focus
        at = start + piece.toponym.start
        behind = _NAME_BEHIND if piece.name.lower() == "hotel" else _NUMBERED
        number = behind.match(self.about.text, at + len(piece.name))
        before = _CAPITALS.search(self.about.text[max(0, at - 60) : at])
        name = f"{before[1] if before else ''}{piece.name}{number.group() if number else ''}"
        if name == piece.name:
            return focus
        return replace(focus, piece=replace(piece, name=name), size=min(focus.size, SIZE["quarter"]))

    def _is_village(self, piece: Piece, holder: Named, start: int) -> bool:
        """True for "Tatar Khel, a village in", or a name "in Lakki Marwat district"; in the 355 all three are."""
        if piece.unit == "settlement" or piece.near or (piece.unit is None and holder.piece.unit in _WIDER):
            return True
        end = start + piece.toponym.start + len(piece.name)
        return piece.toponym.start >= 0 and _A_VILLAGE.match(self.about.text, end) is not None

    def _town_of_entry(self, start: int) -> Told | None:
        """The town at the head of an entry in a list: "12 March - Kathmandu, Nepal: many were held at Maitighar Mandala"."""
        text = self.about.text
        line = text.rfind("\n", 0, start) + 1
        for row in self.about.placed:
            inside = line <= row.toponym.start < start and row.choice.place and row.choice.place.kind == "settlement"
            if inside and _ENTRY.fullmatch(text, line, row.toponym.start):
                return row if _HEAD_ENDS.search(text, row.toponym.end, start) else None
        return None

    def _is_street_of_town(self, piece: Piece, start: int) -> bool:
        """True for "on Coventry Road" told of another town; "the Komanda road", "the Damaturu Road" lead to theirs."""
        if not _CAPITAL_ROAD.search(piece.name) or piece.toponym.start < 0:
            return False
        at = start + piece.toponym.start
        if _ARTICLE.search(self.about.text[max(0, at - 5) : at]):
            return False
        told = self._town_told(piece, start)
        return told is not None and told.choice.place is not None and told.toponym.text not in piece.name

    def _town_told(self, piece: Piece, start: int) -> Told | None:
        """The town that a street or site stands in without saying so: the last told, but in no other entry of a list.

        For a street a small town must be one by the words around it: bare names are as often people's ("Proctor").
        """
        text, own = self.about.text, piece.toponym.folded if piece.unit == "quarter" else None
        towns = (r for r in self.about.placed if r.toponym.folded != own and not names_neighbourhood(text, r.toponym))
        placed = tuple(row for row in towns if apartness(text, row.toponym.start, start) < HEADED)
        if is_street(piece):
            sure = {row.toponym.folded for row in placed if is_told_as_place(text, row)}
            placed = tuple(_alone(row) for row in placed if row.toponym.folded in sure or _is_known(row))
        return town_behind(placed, text, start + piece.toponym.end) or last_told(placed, start, ("settlement",))

    def road_to(self, town: Named, words: str, start: int) -> ResolvedPlace | None:
        """ "the Komanda road", "the highway to Maracay": halfway there from the town told before, if that is near.

        It is called by the end that is told ("Maracay road"); where it comes from is only a guess for the point.
        """
        if not _ROAD.search(words) or town.place is None or town.place.kind != "settlement":
            return None
        told = last_told(self.about.placed, start, ("settlement",))
        near = told.choice.place if told else None
        if told is None or near is None or not SAME_TOWN_KM / 4 < kilometres(near, town.place) <= LONGEST_ROAD_KM:
            return None
        if told.toponym.end > start:
            return None
        piece = Piece(toponym=told.toponym, name=told.toponym.text)
        found = stretch((Named(piece=piece, choice=told.choice, size=SIZE["settlement"]), town))
        return found and replace(found, place=replace(found.place, name=f"{town.piece.toponym.text} road"))

    def _own_town(self, piece: Piece, others: Sequence[Named]) -> Named | None:
        """The settlement a site is called after ("Shayrat Airfield"), if the gazetteer has one where the document plays."""
        base = piece.base
        if base is None:
            return None
        larger = Larger()
        for other in others:
            if other.place and other.size >= SIZE["county"]:
                larger = larger | as_larger(other.place)
        found = self.chooser.choose(base, larger)
        if _CAPITAL_ROAD.search(piece.name) and not self._leads_there(found):
            return None
        if not found.place or found.choice.score < OWN_TRUSTED or found.size not in (SIZE["settlement"], SIZE["admin1"]):
            return None
        at_home = self.chooser.leaning.countries.get(found.place.country or "", 0.0) >= AT_HOME
        return found if larger or at_home or found.place.population >= WELL_KNOWN else None

    def _leads_there(self, town: Named) -> bool:
        """True for a road that may lead to the town it is called after: one near what the report tells, or known to all."""
        if town.place is None or town.place.population >= WELL_KNOWN:
            return True
        told = [row.choice.place for row in self.about.placed if row.choice.place and row.choice.place.kind == "settlement"]
        return any(place.id != town.place.id and kilometres(place, town.place) <= LONGEST_ROAD_KM for place in told)

    def without_point(self, focus: Named, held: Sequence[Named], start: int, *, border: bool = False) -> ResolvedPlace | None:
        """A name the gazetteer has not, with the country (and region) it lies in, and no coordinates.

        An actor is no place, whatever stood before its name ("in Barkhane"). By the border of two countries it lies in one of
        them, which is not told.
        """
        name = focus.piece.name
        if ActorRegistry.load().candidates(name) or names_act(name) or self._is_cut_name(focus.piece, start):
            return None
        around = held[0].place if held else None
        if not around and not border:
            holder, above = told_holder(focus.piece.toponym.text, self.about), region_above(self.about, start)
            around = holder if holder and (above is None or holder.country == above.country) else above
        first = self.about.text.find(focus.piece.toponym.text)  # so that one name has one country in a report
        country = None if border else around.country if around else self.main_country(first if first >= 0 else start)
        if country is None and not border:
            return None
        wide = focus.size >= SIZE["county"] or _COUNTY.search(focus.piece.name)
        precision = "near" if focus.piece.near else "area" if wide else "exact"
        place = Place(
            name=focus.piece.name,
            country=country,
            admin1=around.admin1 if around else None,
            gazetteer_id=None,
            latitude=None,
            longitude=None,
            precision=precision,
        )
        return ResolvedPlace(place=place, score=NO_POINT_SCORE)

    def _is_cut_name(self, piece: Piece, start: int) -> bool:
        """True for the "Boko" of "in Boko Haram-related incidents", a ship, a party and the title of a person ("Rev")."""
        if piece.name.rstrip(".").lower() in _TITLES or _NO_SITE.match(piece.name):
            return True
        if piece.toponym.start < 0:
            return False
        at = start + piece.toponym.start
        longer = _NEXT_NAME.match(self.about.text, at + len(piece.name))
        return longer is not None and bool(ActorRegistry.load().candidates(piece.name + longer.group()))

    def _country_of_places(self) -> str | None:
        """The one country in which a report tells towns, capitals apart: what is struck lies there, not who strikes."""
        capitals = self.chooser.about.chooser.capitals
        fine = [row.choice.place for row in self.about.placed if row.here and row.choice.place]
        told = {place.country for place in fine if place.kind != "country" and place.id not in capitals}
        return told.pop() if len(told) == 1 else None

    def main_country(self, start: int) -> str | None:
        """The country the document's country words point to above all, else that of the last place told.

        The seat of somebody who speaks ("a spokeswoman in Geneva") is no such place: far less points to its country. Nor is a
        state that strikes somebody, or one whose forces do.
        """
        acting = self.about.acting
        countries = {iso: share for iso, share in self.chooser.leaning.countries.items() if iso not in acting}
        best, second = ([*sorted(countries, key=lambda iso: (-countries[iso], iso)), None, None])[:2]
        last = self._last_country(start, acting)
        if best in load_place_words().abroad and (home := self._country_of_places() or self._last_country(start, {best})):
            return home if countries.get(home, 0.0) * LEADS >= countries[best] else best
        if best and (countries[best] >= TRUSTED or countries[best] >= LEADS * countries.get(second or "", 0.0)):
            return best
        found = last if last and countries.get(last, 0.0) * LEADS >= countries.get(best or "", 0.0) else best
        return found or self._home_of_source()

    def _last_country(self, start: int, without: Container[str | None]) -> str | None:
        """The country of the last place told that lies in none of these."""
        told = last_told(self.about.placed, start, tuple(SIZE), fits=lambda row: not lies_in(row, without))
        return told.choice.place.country if told and told.choice.place else None

    def _home_of_source(self) -> str | None:
        """The one country that the source's name tells, where the report tells none and nobody of another acts in it."""
        home = self.about.source.home
        return next(iter(home)) if len(home) == 1 and self.about.acting <= home and not self.about.demonyms else None


def _alone(told: Told) -> Told:
    """ "Houston Police Department" tells the town, though other capitals stand beside it."""
    return replace(told, toponym=replace(told.toponym, alone=True))


def _is_known(told: Told) -> bool:
    return told.choice.place is not None and told.choice.place.population >= KNOWN_TOWN


def _are_near(a: Named | None, b: Named) -> bool:
    return a is not None and a.place is not None and b.place is not None and kilometres(a.place, b.place) <= SAME_TOWN_KM
