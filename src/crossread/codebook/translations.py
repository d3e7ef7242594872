"""Labels of the codes in a second language, shown beside the English ones. Codes, exports and claim JSON stay as they are."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path

from crossread.codebook.codebook import read_toml
from crossread.errors import CodebookError

FOLDER = Path(str(files("crossread.codebook"))) / "translations"


@dataclass(frozen=True, slots=True, kw_only=True)
class Translation:
    """The labels of one language: `language` by its code, `name` as its speakers call it, `direction` ltr or rtl."""

    language: str
    name: str
    direction: str
    labels: Mapping[str, Mapping[str, str]]

    def find(self, kind: str, code: str) -> str | None:
        """The label of a code, None where this language has none."""
        return self.labels.get(kind, {}).get(code)


@cache
def list_translations() -> tuple[str, ...]:
    """The codes of the languages there are labels in."""
    return tuple(sorted(path.stem for path in FOLDER.glob("*.toml")))


@cache
def load_translation(language: str) -> Translation:
    """The labels of one language; one without a file is refused."""
    if language not in list_translations():
        raise CodebookError(
            "There are no labels in this language.", expected=", ".join(list_translations()), found=repr(language)
        )
    tables = read_toml(FOLDER / f"{language}.toml")
    labels = {kind: {code: str(label) for code, label in table.items()} for kind, table in tables.items()}
    page = labels.pop("page")
    return Translation(language=language, name=page["language"], direction=page["direction"], labels=labels)
