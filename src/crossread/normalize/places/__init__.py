"""Where: the words of a place become a place of the gazetteer, or none."""

from crossread.normalize.places.resolving import DocumentPlaces, PlaceResolver, ResolvedPlace

__all__ = ["DocumentPlaces", "PlaceResolver", "ResolvedPlace"]
