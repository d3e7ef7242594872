"""Regular expressions that are compiled when they are first used; otherwise what the rooms need of the module `re`.

The package has two thousand, and to compile them all takes a second: a list of incidents needs three of them, one short report
two in five. So a room writes `from crossread import patterns as re`, and all else as ever.
"""

from __future__ import annotations

import re
import sys
from re import (
    DOTALL,
    IGNORECASE,
    MULTILINE,
    UNICODE,
    VERBOSE,
    I,
    Match,
    Pattern,
    RegexFlag,
    escape,
    findall,
    finditer,
    fullmatch,
    match,
    search,
    split,
    sub,
)
from typing import Any, AnyStr, cast

__all__ = [
    "DOTALL",
    "IGNORECASE",
    "MULTILINE",
    "UNICODE",
    "VERBOSE",
    "I",
    "Match",
    "Pattern",
    "RegexFlag",
    "Waiting",
    "compile",
    "escape",
    "findall",
    "finditer",
    "fullmatch",
    "match",
    "search",
    "split",
    "sub",
]

_OF_COMPILED = ("search", "match", "fullmatch", "finditer", "findall", "sub", "subn", "split", "flags", "groups", "groupindex")


class Waiting:
    """A pattern that stands for its compiled self until that is asked for, and then gives the name in its module to it.

    Who holds it under another name goes on with this one, which hands over what the compiled one has.
    """

    __slots__ = ("_flags", "_module", "pattern", *_OF_COMPILED)

    def __init__(self, pattern: str | bytes, flags: int, module: dict[str, Any]) -> None:
        self.pattern = pattern
        self._flags = flags
        self._module = module

    def __getattr__(self, name: str) -> Any:
        """Compile it, at the first question that its words alone cannot answer."""
        if name not in _OF_COMPILED:
            raise AttributeError(f"a pattern has no {name!r}")
        compiled = re.compile(self.pattern, self._flags)
        for each in _OF_COMPILED:
            setattr(self, each, getattr(compiled, each))
        for own, value in list(self._module.items()):
            if value is self:
                self._module[own] = compiled
        return getattr(compiled, name)

    def __repr__(self) -> str:
        """As it was asked for."""
        return f"compile({self.pattern!r}, {self._flags})"


def compile(pattern: AnyStr, flags: int | RegexFlag = 0) -> Pattern[AnyStr]:
    """The pattern; one that a module makes while it is imported is compiled when it is first used, and any other at once."""
    caller = sys._getframe(1)
    if caller.f_code.co_name != "<module>":
        return re.compile(pattern, flags)
    return cast("Pattern[AnyStr]", Waiting(pattern, int(flags), caller.f_globals))
