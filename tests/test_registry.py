"""The registry: built-ins and plugins from outside by one door."""

import pytest

from crossread import registry
from crossread.errors import RegistryError
from crossread.registry import find_plugin, list_plugins, register


@pytest.fixture(autouse=True)
def own_lists(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each test fills lists of its own, so that no trial plugin is left in the real ones."""
    monkeypatch.setattr(registry, "_plugins", {kind: {} for kind in registry.KINDS})


def test_the_newest_version_is_found_by_the_bare_name() -> None:
    """`name` means its highest version, `name@1` that one."""
    register("policies", "trial@2")("two")
    register("policies", "trial@10")("ten")
    assert find_plugin("policies", "trial") == "ten"
    assert find_plugin("policies", "trial@2") == "two"


def test_two_plugins_by_one_name_are_refused() -> None:
    """The second plugin does not silently replace the first."""
    register("policies", "twice@1")("first")
    with pytest.raises(RegistryError, match="twice@1"):
        register("policies", "twice@1")("second")


def test_an_unknown_name_lists_what_there_is() -> None:
    """The error names the plugins that exist."""
    register("policies", "known@1")("k")
    with pytest.raises(RegistryError, match="known@1"):
        find_plugin("policies", "unknown")


@pytest.mark.parametrize("name", ["nameless", "@1", "name@x"])
def test_names_without_a_version_are_refused(name: str) -> None:
    """A plugin is named name@version."""
    with pytest.raises(RegistryError, match="name@version"):
        register("policies", name)


def test_unknown_kinds_are_refused() -> None:
    """A misspelt kind is no empty list."""
    with pytest.raises(RegistryError, match="kind"):
        list_plugins("polices")
