"""Everything public in the package says what it gives, in words that its name does not say already."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

SRC = Path(__file__).parents[1] / "src" / "crossread"
Node = ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef


def _iter_public(tree: ast.Module) -> Iterator[tuple[str, Node]]:
    """Classes and functions of a module, methods and operators with them; not what is private, nested or overloaded.

    How a class is made (`__init__`) is told by the class.
    """
    waiting: list[tuple[str, ast.AST]] = [("", tree)]
    while waiting:
        prefix, parent = waiting.pop()
        for node in ast.iter_child_nodes(parent):
            if isinstance(node, ast.If | ast.Try):
                waiting.append((prefix, node))
            if not isinstance(node, Node) or _is_private(node.name) or any(_is_overload(row) for row in node.decorator_list):
                continue
            yield prefix + node.name, node
            if isinstance(node, ast.ClassDef):
                waiting.append((f"{prefix}{node.name}.", node))


def _is_private(name: str) -> bool:
    return name == "__init__" or (name.startswith("_") and not name.endswith("__"))


def _is_overload(decorator: ast.expr) -> bool:
    return isinstance(decorator, ast.Name) and decorator.id == "overload"


def _modules() -> Iterator[tuple[str, ast.Module]]:
    for path in sorted(SRC.rglob("*.py")):
        yield path.relative_to(SRC).as_posix(), ast.parse(path.read_text(encoding="utf-8"))


def test_nothing_public_is_without_a_docstring() -> None:
    """Modules, classes, functions, methods and operators of src: none missing, of more than a thousand."""
    missing, seen = [], 0
    for name, tree in _modules():
        if not ast.get_docstring(tree):
            missing.append(name)
        for inner, node in _iter_public(tree):
            seen += 1
            if not ast.get_docstring(node):
                missing.append(f"{name}: {inner}")
    assert missing == []
    assert seen > 1000


def test_no_docstring_only_says_its_name_again() -> None:
    """A first line holds at least one word more than the name it stands below, small words aside."""
    idle = set("a an and are as at by for from in is it its of on one or that the them this to with".split())
    empty = [
        f"{name}: {inner}"
        for name, tree in _modules()
        for inner, node in _iter_public(tree)
        if not _words((ast.get_docstring(node) or "").split("\n\n")[0]) - _words(node.name.replace("_", " ")) - idle
    ]
    assert empty == []


def _words(text: str) -> set[str]:
    return set(re.findall(r"[a-z]+", text.lower()))
