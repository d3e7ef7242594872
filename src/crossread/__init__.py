"""crossread reads reports about political violence against each other.

    import crossread

    documents = crossread.read("reports/")              # files, folders, or text in hand
    extraction = crossread.extract(documents[0])        # claims with evidence
    comparison = crossread.compare(documents)           # incidents, accounts, disagreements

`read` and `extract` are also rooms of the house (`from crossread.read import ReadOptions`): a room that can be called. Nothing
heavy is imported before one of the three is used.
"""

from __future__ import annotations

import sys
from importlib import import_module
from types import ModuleType
from typing import Any

__version__ = "0.1.0"
__all__ = ["__version__", "compare", "extract", "read"]

_CALLABLE_ROOMS = {"read": "read_reports", "extract": "extract_claims"}


class _Room(ModuleType):
    """A room whose name is also one of the three public functions."""

    def __call__(self, *args: Any, **options: Any) -> Any:
        return getattr(import_module("crossread.flow.in_memory"), _CALLABLE_ROOMS[self.__name__.rpartition(".")[2]])(
            *args, **options
        )


class _Porch(ModuleType):
    """The package itself. The import system binds a room to it when it is first imported: that is when it becomes callable."""

    def __setattr__(self, name: str, value: Any) -> None:
        if name in _CALLABLE_ROOMS and isinstance(value, ModuleType):
            value.__class__ = _Room
        super().__setattr__(name, value)


sys.modules[__name__].__class__ = _Porch


def __getattr__(name: str) -> Any:
    """A public name, imported when it is first asked for; `AttributeError` lists them for any other."""
    if name in _CALLABLE_ROOMS:
        return import_module(f"crossread.{name}")
    if name == "compare":
        return import_module("crossread.flow.in_memory").compare_reports
    raise AttributeError(f"crossread has no {name!r}; public are {', '.join(__all__)}")
