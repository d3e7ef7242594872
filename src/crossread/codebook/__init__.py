"""The vocabularies of the codebook, the actor registry and the word lists, as TOML, and the readers for them."""

from crossread.codebook.actor_entry import ActorEntry
from crossread.codebook.actor_registry import ActorRegistry
from crossread.codebook.code import Code
from crossread.codebook.codebook import Codebook, load_codebook
from crossread.codebook.countries import Country, find_country, load_countries
from crossread.codebook.crosswalk import AcledEvent
from crossread.codebook.loaded_words import LoadedWords
from crossread.codebook.table_shape import SHAPES, TableShape, load_shape

__all__ = [
    "SHAPES",
    "AcledEvent",
    "ActorEntry",
    "ActorRegistry",
    "Code",
    "Codebook",
    "Country",
    "LoadedWords",
    "TableShape",
    "find_country",
    "load_codebook",
    "load_countries",
    "load_shape",
]
