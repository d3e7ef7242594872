"""Lists written for these tests; whatever a test puts in use is out of use behind it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from crossread.lists import use_lists

Write = Callable[..., Path]


@pytest.fixture(autouse=True)
def _nothing_in_use() -> Iterator[None]:
    yield
    use_lists()


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """A file with these lines."""

    def put(name: str, *lines: str) -> Path:
        path = tmp_path / name
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")
        return path

    return put
