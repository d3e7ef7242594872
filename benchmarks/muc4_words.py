"""The word lists of the task (`muc4.toml`, `muc4_places.toml`) and how a string is looked up in them."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
_AFTER_HEAD = re.compile(
    r"\s(?:OF|IN|ON|AT|WHO|WHOSE|WHICH|THAT|FROM|NEAR|WITH|FOR|BELONGING|LOCATED|WHERE|TO|BY|WEARING)\b|[,;\[(]"
)


@cache
def load_facts() -> Mapping[str, Any]:
    """The tables of muc4.toml."""
    return tomllib.loads((HERE / "muc4.toml").read_text(encoding="utf-8"))


@cache
def place_kinds() -> Mapping[str, tuple[str, ...]]:
    """Place name -> its kinds in the task's set list, the kind with most places first."""
    kinds: dict[str, list[str]] = {}
    for kind, names in tomllib.loads((HERE / "muc4_places.toml").read_text(encoding="utf-8"))["kinds"].items():
        for name in names:
            kinds.setdefault(name, []).append(kind)
    return {name: tuple(found) for name, found in kinds.items()}


def says(text: str, words: Iterable[str]) -> bool:
    """True if one of the words or phrases stands in the text as whole words."""
    return _pattern(tuple(words)).search(text.upper()) is not None


def head_of(raw: str) -> str:
    """The noun phrase without what follows its noun: OFFICES of "THE OFFICES OF CITICORP BANK"."""
    text = raw.upper().strip()
    return _AFTER_HEAD.split(text, maxsplit=1)[0].strip() or text


def choose(raw: str, table: Mapping[str, Iterable[str]], default: str | None = None) -> str | None:
    """The first list of a table that fits: the longest phrase that ends the head, else any word of the string."""
    head, best = head_of(raw), ("", default)
    for name, words in table.items():
        for word in words:
            if len(word) > len(best[0]) and head.endswith(word) and re.search(r"(?:^|[^\w-])$", head[: -len(word)]):
                best = (word, name)
    if best[0]:
        return best[1]
    return next((name for name, words in table.items() if says(raw, words)), default)


@cache
def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{'|'.join(re.escape(w) for w in sorted(words, key=len, reverse=True))})(?![\w-])")


def first_said(text: str, table: Mapping[str, Iterable[str]]) -> str | None:
    """The first list of a table one of whose words the text holds."""
    return next((name for name, words in table.items() if says(text, words)), None)


def physical_type(raw: str) -> str:
    """PHYS TGT: TYPE of a thing. A head such as OFFICE tells nothing alone: TELEPHONE OFFICE is communications."""
    facts = load_facts()
    last = head_of(raw).split()[-1:]
    if last and last[0] in facts["generic"]["words"]:
        rest = re.sub(rf"(?<![\w-]){re.escape(last[0])}(?![\w-])", " ", raw.upper())
        told = first_said(rest, facts["physical"])
        if told:
            return told
    return choose(raw, facts["physical"], "OTHER") or "OTHER"
