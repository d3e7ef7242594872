"""A project's own lists for a run, and readers whose claims tell which lists they were read with."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from crossread import lists
from crossread.config import Settings
from crossread.extract import Extractor, Outcome, try_extract
from crossread.records import Claim, Document, Extraction, claim_id


def use_lists(settings: Settings) -> None:
    """Put the lists of the settings in use for all of the program; with none the built-in ones alone are in use again.

    `ConfigError` names every line that cannot be used.
    """
    lists.use_lists(places=settings.places, actors=settings.actors)


def name_with_lists(name: str) -> str:
    """Who reads with the lists in use: `encoder-en@7+lists.1a2b3c4d`, the plain name where there are none."""
    mark = lists.list_mark()
    return f"{name}+{mark}" if mark else name


def with_lists(extractor: Extractor) -> Extractor:
    """The extractor under a name that tells the lists in use, so that a store notices when they change; itself without any."""
    mark = lists.list_mark()
    return ListedExtractor(extractor, name_with_lists(extractor.name)) if mark else extractor


class ListedExtractor:
    """Another extractor, whose claims are made by it and the lists that they were read with."""

    def __init__(self, extractor: Extractor, name: str) -> None:
        self._extractor = extractor
        self.name = name

    def __getattr__(self, name: str) -> Any:
        """What else the extractor has to say: its languages, what it used."""
        return getattr(self.__dict__["_extractor"], name)

    def extract(self, documents: Sequence[Document]) -> list[Extraction]:
        """What the extractor finds, under this name."""
        return [self._named(made) for made in self._extractor.extract(documents)]

    def try_extract(self, documents: Sequence[Document]) -> Outcome:
        """The same, with what was turned down."""
        made = try_extract(self._extractor, documents)
        return replace(made, extractions=tuple(map(self._named, made.extractions)))

    def _named(self, made: Extraction) -> Extraction:
        return replace(made, made_by=self.name, claims=tuple(self._claim(claim) for claim in made.claims))

    def _claim(self, claim: Claim) -> Claim:
        """The claim with an id of its own, as a claim by another maker has: a store keeps both."""
        plain = claim_id(document_id=claim.document_id, made_by=claim.made_by, type=claim.type, trigger=claim.trigger)
        kind = claim.type if claim.id == plain else claim.id
        id = claim_id(document_id=claim.document_id, made_by=self.name, type=kind, trigger=claim.trigger)
        return replace(claim, id=id, made_by=self.name)
