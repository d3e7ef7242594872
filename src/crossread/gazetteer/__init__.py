"""LOOK UP: a toponym gives candidate places, from one read-only SQLite file."""

from crossread.gazetteer.lookup import Gazetteer
from crossread.gazetteer.names import fold_name
from crossread.gazetteer.place import Extent, GazetteerPlace

__all__ = ["Extent", "Gazetteer", "GazetteerPlace", "fold_name"]
