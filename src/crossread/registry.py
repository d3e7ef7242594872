"""name@version -> plugin: built-ins and entry points come in by the same door.

A room registers its built-ins with `@register(kind, "name@version")`; a package from outside declares an entry point in the
group `crossread.<kind>` (`crossread.readers`, `crossread.extractors`, `crossread.exporters`, `crossread.comparisons`,
`crossread.policies`) whose name is `name@version`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib.metadata import entry_points
from typing import Any, TypeVar

from crossread.errors import RegistryError

P = TypeVar("P")

KINDS = ("readers", "extractors", "exporters", "comparisons", "policies")

_plugins: dict[str, dict[str, Any]] = {kind: {} for kind in KINDS}
_loaded_from_outside: set[str] = set()


def register(kind: str, name: str) -> Callable[[P], P]:
    """Put what is decorated on the list of its kind under `name@version`; refuse a second one by the same name."""
    _check(kind, name)

    def put(plugin: P) -> P:
        have = _plugins[kind].get(name)
        if have is not None and have is not plugin:
            raise RegistryError(
                f"Two plugins of kind {kind} are called {name}.",
                found=f"{have!r} and {plugin!r}",
                next_step="Take out one of the packages that bring them, or give one another name or version.",
            )
        _plugins[kind][name] = plugin
        return plugin

    return put


def find_plugin(kind: str, name: str) -> Any:
    """The plugin called `name@version`, or the newest version when only `name` is given."""
    plugins = list_plugins(kind)
    if name in plugins:
        return plugins[name]
    versions = sorted((key for key in plugins if key.split("@")[0] == name), key=_version)
    if not versions:
        raise RegistryError(
            f"No plugin of kind {kind} is called {name!r}.",
            expected=", ".join(sorted(plugins)) or "none is installed",
            found=name,
            next_step="Check the name, or install the package that brings it.",
        )
    return plugins[versions[-1]]


def list_plugins(kind: str) -> Mapping[str, Any]:
    """All plugins of a kind by name@version, those of other packages included."""
    _check(kind, "any@0")
    if kind not in _loaded_from_outside:
        _loaded_from_outside.add(kind)
        for point in entry_points(group=f"crossread.{kind}"):
            register(kind, point.name)(point.load())
    return dict(sorted(_plugins[kind].items()))


def _version(name: str) -> int:
    return int(name.rpartition("@")[2])


def _check(kind: str, name: str) -> None:
    if kind not in _plugins:
        raise RegistryError(f"There is no kind of plugin called {kind!r}.", expected=", ".join(KINDS), found=kind)
    base, _, version = name.rpartition("@")
    if not base or not version.isdigit():
        raise RegistryError("A plugin is named name@version.", expected="such as html@1", found=name)
