"""NORMALIZE: a raw slot -> a value, or None where the words give none."""

from crossread.normalize.normalizer import Normalizer

__all__ = ["Normalizer"]
