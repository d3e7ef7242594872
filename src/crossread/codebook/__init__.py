"""The vocabularies of the codebook, the actor registry and the word lists, as TOML, and the readers for them."""

from crossread.codebook.actor_entry import ActorEntry
from crossread.codebook.actor_registry import ActorRegistry
from crossread.codebook.code import Code
from crossread.codebook.codebook import KINDS, Codebook, load_codebook
from crossread.codebook.countries import Country, find_country, load_countries
from crossread.codebook.crosswalk import AcledEvent
from crossread.codebook.loaded_words import LoadedWords
from crossread.codebook.table_shape import SHAPES, TableShape, load_shape
from crossread.codebook.translations import Translation, list_translations, load_translation

__all__ = [
    "KINDS",
    "SHAPES",
    "AcledEvent",
    "ActorEntry",
    "ActorRegistry",
    "Code",
    "Codebook",
    "Country",
    "LoadedWords",
    "TableShape",
    "Translation",
    "find_country",
    "list_translations",
    "load_codebook",
    "load_countries",
    "load_shape",
    "load_translation",
]
