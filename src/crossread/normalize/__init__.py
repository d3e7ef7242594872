"""NORMALIZE: a raw slot -> a value, or None where the words give none."""

from crossread.normalize.claims import Normalizer

__all__ = ["Normalizer"]
