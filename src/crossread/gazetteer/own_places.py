"""Places of a project's own list, laid over the gazetteer file: a same one takes the file's place, others stand beside."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from crossread.gazetteer.names import fold_name, skeleton
from crossread.gazetteer.place import GazetteerPlace

# An own settlement is weighed as a town of so many people, whatever it has: it is listed because reports name it. Above the
# villages that rules believe only beside other places of their country (25,000), below towns known abroad (50,000).
WEIGHED_AS = 30_000


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnPlace:
    """A place of the list with all its names, and the id of the place of the file that it is, if it is one."""

    place: GazetteerPlace
    names: tuple[str, ...]
    replaces: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnPlaces:
    """All of them, by folded name, by skeleton, and by the id in the file that each takes the place of."""

    places: tuple[GazetteerPlace, ...] = ()
    by_name: Mapping[str, tuple[GazetteerPlace, ...]] = field(default_factory=dict)
    by_skeleton: Mapping[str, tuple[GazetteerPlace, ...]] = field(default_factory=dict)
    by_id: Mapping[str, GazetteerPlace] = field(default_factory=dict)

    @classmethod
    def of(cls, rows: Iterable[OwnPlace]) -> OwnPlaces:
        """The index over the rows of a list; a name of two places gives both."""
        by_name: dict[str, tuple[GazetteerPlace, ...]] = {}
        by_skeleton: dict[str, tuple[GazetteerPlace, ...]] = {}
        rows = tuple(rows)
        for row in rows:
            names = dict.fromkeys(fold_name(name) for name in row.names)
            for index, keys in ((by_name, names), (by_skeleton, dict.fromkeys(map(skeleton, names)))):
                for key in filter(None, keys):
                    index[key] = (*index.get(key, ()), row.place)
        return cls(
            places=tuple(row.place for row in rows),
            by_name=by_name,
            by_skeleton=by_skeleton,
            by_id={row.replaces: row.place for row in rows if row.replaces},
        )

    def lay_over(self, found: Iterable[GazetteerPlace], own: Iterable[GazetteerPlace] = ()) -> tuple[GazetteerPlace, ...]:
        """The `own` ones first, then those of the file that they do not take the place of."""
        places = {place.id: place for place in own}
        for place in found:
            mine = self.by_id.get(place.id)
            places.setdefault(place.id, place if mine is None else replace(mine, matched=place.matched))
        return tuple(places.values())


NONE = OwnPlaces()
