"""Where it happened: the words of a where slot become a place, or None; never a default, never a capital for a country."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import lru_cache

from crossread import patterns as re
from crossread.gazetteer import Gazetteer, fold_name
from crossread.normalize.places.candidates import Chooser
from crossread.normalize.places.cut_sites import end_of_cut_site
from crossread.normalize.places.document import Surroundings
from crossread.normalize.places.letters import has_case, is_tag, without_stop
from crossread.normalize.places.likened import names_no_place
from crossread.normalize.places.named import ResolvedPlace
from crossread.normalize.places.peoples import as_people
from crossread.normalize.places.reading import SlotResolver
from crossread.normalize.places.rivers import names_river
from crossread.normalize.places.route import end_of_route
from crossread.normalize.places.source import source_hints
from crossread.normalize.places.streets import IDIOM, names_street
from crossread.normalize.places.toponyms import Toponym, ToponymFinder
from crossread.normalize.places.voices import names_voice, voices
from crossread.normalize.places.words import load_place_words

__all__ = ["DocumentPlaces", "PlaceResolver", "ResolvedPlace"]

_LIST = re.compile(r"[A-Z][\w'’-]*, (?=[A-Z])")
_AND = re.compile(r"\b(?:and|or)\b|&")
_LAST_OF_LIST = re.compile(r",? and ")
LONGEST_READ = 40_000  # characters of a document that are searched for toponyms; the first pages tell where it plays
SOURCES_REMEMBERED = 1024
_FINE = ("exact", "near", "area")


class PlaceResolver:
    """Resolves places against one gazetteer; make one and keep it. Safe to share between threads."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self.gazetteer = gazetteer
        self.words = load_place_words()
        self.finder = ToponymFinder(gazetteer=gazetteer, words=self.words)
        self.chooser = Chooser(gazetteer, self.words.weights, self.words.nearness)
        self._hints = lru_cache(SOURCES_REMEMBERED)(lambda source: source_hints(source, gazetteer))

    def for_document(
        self,
        text: str,
        *,
        title: str | None = None,
        published: date | None = None,
        source: str | None = None,
        toponyms: Sequence[tuple[int, int]] | None = None,
    ) -> DocumentPlaces:
        """Read the whole document once for its toponyms; then ask the result for each slot.

        `toponyms` are the character spans of the place names where somebody knows them already; without, they are found.
        `published` is taken for later gazetteers with dated names and changes nothing yet.
        """
        read = text[:LONGEST_READ]
        cased = has_case(read)
        if toponyms is None:
            found = self.finder.find(read, cased=cased, in_slot=False)
            found += _in_title(title, read, self.finder)
            found = [t for row in found if (t := as_people(read, row, self.gazetteer)) is not None]
            told = voices(read, found, self.gazetteer)
            found = [
                t for t in found if t.folded not in told and not (names_river(read, t, self.words) or _says_nothing(read, t))
            ]
        else:
            found = [self._given(text, start, end) for start, end in toponyms if text[start:end].strip()]
        titled = toponyms is None and title and title not in read and len(text) == len(read)
        surroundings = Surroundings(
            self.chooser,
            text=f"{text}\n{title}" if titled else text,  # where `_in_title` says that the title's toponyms stand
            toponyms=found,
            given=toponyms is not None,
            source=self._hints(source),
        )
        return DocumentPlaces(surroundings, self.finder, cased=cased)

    def _given(self, text: str, start: int, end: int) -> Toponym:
        written = text[start:end]
        folded = fold_name(written)
        listed = self.gazetteer.has_name(folded)
        demonym = self.gazetteer.demonym(folded)
        if listed and any(p.kind in ("country", "admin1") and p.matched == "name" for p in self.gazetteer.find_exact(folded)):
            demonym = None
        return Toponym(start=start, end=end, text=written, folded=folded, listed=listed and not demonym, demonym=demonym)


# Behind a slot that names no place: the site that its words own, and what leads from there to the site's place.
_SITE_BEHIND = re.compile(
    r"\s+(?:(?:military|army|police|logistics)\s+)?(?:base|camp|compound|post|outpost|checkpoint|barracks|garrison|headquarters)\b"
)
_STANDS_IN = re.compile(
    r",?\s+(?:in|at|on|near|outside|(?:north|south|east|west)\s+of)\s+(?:the\s+)?(?:(?:north|south|east|west|cent)\w+\s+)?"
    r"(?:(?:town|village|city|region)\s+of\s+)?"
)


# "at St. Elizabeth" is cut out of "at St. Elizabeth Health Center", which is a site of its own.
_ENDS_IN_NAME = re.compile(r"\b[A-Z][\w'’-]*\Z")
_REST_OF_SITE = re.compile(r"(?:\s[A-Z][\w'’-]+){1,3}(?!\s[A-Z])\b")
# Words that describe a name which follows and name nothing themselves: "the disputed" before "Golan Heights".
_LEADS_ON = re.compile(
    r"\b(?:the|in|on|at|near|of|disputed|occupied|troubled|restive|volatile|besieged|war-torn)\Z", re.IGNORECASE
)


COUNTRY_SHARE = 0.1  # of the votes of all places, below which a country is only mentioned


class DocumentPlaces:
    """One document's places; `resolve` may be asked for any slot, in any order, and always answers the same."""

    def __init__(self, surroundings: Surroundings, finder: ToponymFinder, *, cased: bool) -> None:
        self._slots = SlotResolver(surroundings, finder, cased=cased)

    def resolve(self, raw: str, *, start: int, end: int) -> ResolvedPlace | None:
        """The place that the words `raw`, at these offsets of the document, name or point back to; None if unresolved."""
        if not raw.strip():
            return None
        return self._on_route(raw, start, end) or self._slots.resolve(raw, start=start, end=end)

    def countries(self) -> frozenset[str]:
        """The countries that the document's places, taken together, point to."""
        return frozenset(iso for iso, share in self._slots.about.leaning().countries.items() if share >= COUNTRY_SHARE)

    def only_tells(self, name: str) -> bool:
        """True for the name of a body that only tells in this document ("Temblores documented 40 cases"), and for letters."""
        name, gazetteer = name.strip(), self._slots.about.gazetteer
        letters = is_tag(name, 0, len(name), gazetteer)
        return self._slots.cased and (letters or names_voice(self._slots.about.text, name, gazetteer))

    def _on_route(self, raw: str, start: int, end: int) -> ResolvedPlace | None:
        """The place that stands behind a vehicle's route, if it is finer than a region."""
        at = end_of_route(self._slots.about.text, raw, start)
        if at is None or self._slots.words.compass_words.search(raw, at):
            return None
        found = self._slots.resolve(raw[at:], start=start + at, end=end)
        return found if found is not None and found.place.precision in _FINE else None

    def whole_end(self, *, start: int, end: int) -> int:
        """Where the last name of a slot ends in the document: "in Finote" is cut out of "in Finote Selam".

        A list of names that goes on is made whole too ("in Diyala, Kirkuk" before "and Salahuddin"), and an owner whose site
        follows ("a United Nations" before "base in northern Mali"), and a site's name ("at St. Elizabeth" before "Health
        Center"). Otherwise only names that the gazetteer has count; where nothing is cut, `end`.
        """
        text = self._slots.about.text
        end = start + len(without_stop(text[start:end]))
        more = _REST_OF_SITE.match(text, end) if self._slots.cased and _ENDS_IN_NAME.search(text, start, end) else None
        if more is not None and self._slots.words.sites.search(more.group().lower()):
            return more.end()
        about = self._slots.about
        inside = about.beginning_in(start, end)
        site = _SITE_BEHIND.match(text, end)
        site_end = site.end() if site is not None else end_of_cut_site(text, start, end, self._slots.words.sites)
        if site_end is not None and not inside:
            behind = (t for t in about.listed if t.start >= site_end)
            named = next((t for t in behind if _STANDS_IN.fullmatch(text, site_end, t.start)), None)
            return named.end if named is not None else site_end
        if _LEADS_ON.search(text, start, end) and not inside:
            end = next((t.end for t in about.beginning_in(end + 1, end + 2)), end)
            inside = about.beginning_in(start, end)
        cut = next((t for t in inside if end < t.end), None)
        if cut is not None:
            return cut.start + len(without_stop(cut.text))
        if not _LIST.search(text, start, end) or _AND.search(text, start, end):
            return end
        rest = next((t for t in about.listed if t.start > end and _LAST_OF_LIST.fullmatch(text, end, t.start)), None)
        last = next((t for t in about.listed if t.end == end), None)
        return rest.start + len(rest.text.rstrip(".")) if rest is not None and last is not None else end


def _says_nothing(text: str, toponym: Toponym) -> bool:
    """True for names in streets and in idioms, and for what is only likened to a place."""
    return names_street(text, toponym) or _is_idiom(text, toponym) or names_no_place(text, toponym.start, toponym.end)


def _is_idiom(text: str, toponym: Toponym) -> bool:
    """True for "Russian" before "roulette", which is of no country."""
    return toponym.demonym is not None and IDIOM.match(text, toponym.end) is not None


def _in_title(title: str | None, text: str, finder: ToponymFinder) -> list[Toponym]:
    """Toponyms of a title that is not part of the text, set after its end so that they are nobody's place told before."""
    if not title or title in text:
        return []
    after = len(text) + 1
    found = finder.find(title, cased=has_case(title), in_slot=False)
    return [replace(t, start=after + t.start, end=after + t.end) for t in found if not _says_nothing(title, t)]
