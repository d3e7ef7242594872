"""Documents of a store that were read by an older extractor than the one in use, by another one, or with other own lists."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from crossread.config import Settings
from crossread.errors import CrossreadError
from crossread.extract import RowExtractor, name_extractor
from crossread.flow.own_lists import name_with_lists, use_lists
from crossread.flow.tools import llm_options
from crossread.store import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Outdated:
    """How many documents each other extractor speaks for, `by` its name@version, that `extractor` has not read.

    What they hold stays as that extractor made it until `extractor` reads them: it is what `extract_pending` reads, without
    the documents that nobody has finished.
    """

    extractor: str
    by: Mapping[str, int]

    @property
    def documents(self) -> int:
        """All of them together."""
        return sum(self.by.values())

    @property
    def only_other_lists(self) -> bool:
        """True if all were read by the same extractor with other own lists of places and actors, or with none."""
        return all(name.partition("+")[0] == self.extractor.partition("+")[0] for name in self.by)

    @property
    def only_older(self) -> bool:
        """True if all were read by versions of the same extractor."""
        base = self.extractor.rpartition("@")[0]
        return all(name.rpartition("@")[0] == base for name in self.by)


def find_outdated(store: Store, settings: Settings) -> Outdated | None:
    """The documents that the extractor of the settings would read anew; None where it is not installed or not set up.

    Rows of data sets are no reports: only their own extractor reads them, whichever the settings name.
    """
    try:
        use_lists(settings)
        extractor = name_with_lists(name_extractor(settings.extractor, options={"llm": llm_options(settings)}))
    except CrossreadError:
        return None
    return Outdated(extractor=extractor, by=store.count_read_by_others(extractor, besides=RowExtractor.name))
