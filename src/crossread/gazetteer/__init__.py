"""LOOK UP: a toponym gives candidate places, from one read-only SQLite file."""

from crossread.gazetteer.lookup import Gazetteer
from crossread.gazetteer.names import fold_name, skeleton
from crossread.gazetteer.place import Circle, Extent, GazetteerPlace

__all__ = ["Circle", "Extent", "Gazetteer", "GazetteerPlace", "fold_name", "skeleton"]
