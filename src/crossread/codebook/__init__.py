"""The vocabularies of the codebook, the actor registry and the word lists, as TOML, and the readers for them."""

from crossread.codebook.actor_entry import ActorEntry
from crossread.codebook.actor_registry import ActorRegistry
from crossread.codebook.code import Code
from crossread.codebook.codebook import Codebook, load_codebook
from crossread.codebook.crosswalk import AcledEvent
from crossread.codebook.loaded_words import LoadedWords

__all__ = ["AcledEvent", "ActorEntry", "ActorRegistry", "Code", "Codebook", "LoadedWords", "load_codebook"]
