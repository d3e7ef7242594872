"""EXTRACT: a document -> claims with raw slots.

`load_extractor(name)` gives a built-in (`encoder-en`, `llm`) or one that another package registered as `crossread.extractors`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any, Protocol

import crossread.extract.one_thread  # noqa: F401 - comes first: whoever imports numpy before it starts threads

# isort: split
from crossread.extract.language import find_language_gap
from crossread.extract.llm_options import LlmOptions
from crossread.extract.outcome import Outcome, try_extract
from crossread.extract.reader_en import EncoderExtractor, shipped_name
from crossread.extract.row_extractor import RowExtractor, is_row
from crossread.records import Document, Extraction
from crossread.registry import find_plugin, list_plugins, register


class Extractor(Protocol):
    """Anything that makes claims of documents. `name` is name@version and goes into every claim."""

    name: str

    def extract(self, documents: Sequence[Document]) -> list[Extraction]:
        """One extraction for each document, in their order; slots raw."""
        ...


# Under the name its claims carry: who asks for another version than the shipped one is told, instead of given this one.
register("extractors", shipped_name())(partial(EncoderExtractor))


@register("extractors", "llm@1")
def _load_llm(options: LlmOptions | None = None) -> Extractor:
    """Imported only when it is wanted: it needs the extra `llm`."""
    from crossread.extract.llm import LlmExtractor

    return LlmExtractor(options)


def check_extractor(name: str) -> None:
    """Raise `RegistryError`, with the list, unless an extractor by that name is installed. None is loaded."""
    find_plugin("extractors", name)


def name_extractor(name: str, *, options: Mapping[str, Any] | None = None) -> str:
    """What the claims of an extractor are made by, name@version, without loading an encoder; options as of `load_extractor`.

    `RegistryError` where none by that name is installed. The name of llm holds its model: `ConfigError` where none is set.
    """
    plugin = find_plugin("extractors", name)
    if plugin is _load_llm:
        return load_extractor(name, options=options).name
    return next(key for key, found in list_plugins("extractors").items() if found is plugin)


def load_extractor(name: str = "encoder-en", *, options: Mapping[str, Any] | None = None) -> Extractor:
    """A ready extractor by name, newest version unless `name@version` is given.

    `options` holds what an extractor is told, by its name without version; the others need to be told nothing.
    """
    own = (options or {}).get(name.partition("@")[0])
    plugin = find_plugin("extractors", name)
    made: Extractor = plugin() if own is None else plugin(own)
    return made


__all__ = [
    "EncoderExtractor",
    "Extractor",
    "LlmOptions",
    "Outcome",
    "RowExtractor",
    "check_extractor",
    "find_language_gap",
    "is_row",
    "load_extractor",
    "name_extractor",
    "try_extract",
]
