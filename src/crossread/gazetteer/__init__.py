"""LOOK UP: a toponym gives candidate places, from one read-only SQLite file and a project's own list."""

from crossread.gazetteer.lookup import Gazetteer, use_places
from crossread.gazetteer.names import fold_name, skeleton
from crossread.gazetteer.own_places import WEIGHED_AS, OwnPlace, OwnPlaces
from crossread.gazetteer.place import KINDS, OWN, Circle, Extent, GazetteerPlace

__all__ = [
    "KINDS",
    "OWN",
    "WEIGHED_AS",
    "Circle",
    "Extent",
    "Gazetteer",
    "GazetteerPlace",
    "OwnPlace",
    "OwnPlaces",
    "fold_name",
    "skeleton",
    "use_places",
]
