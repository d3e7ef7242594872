"""Files, folders, links, standard input."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from pathlib import Path

import pytest

from crossread.read import ReadDocument, ReadOptions, iter_documents
from crossread.records import Rejection

OPTIONS = ReadOptions(language="en")


def outcome(*paths: Path | str) -> list[str]:
    """What came of each file: its name, or the reason why not."""
    return [
        Path(result.document.name or "").name if isinstance(result, ReadDocument) else result.reason
        for result in iter_documents(paths, options=OPTIONS)
    ]


def write(path: Path, text: str = "Two men were hurt.") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)
    return path


def test_folders_are_read_in_the_order_of_names(tmp_path: Path) -> None:
    """All that is in a folder and its folders is read, each run in the same order; hidden files are passed over."""
    for name in ("b.txt", "a/2.txt", "a/1.txt", "c.txt", ".hidden.txt", ".git/x.txt"):
        write(tmp_path / name)
    assert outcome(tmp_path) == ["1.txt", "2.txt", "b.txt", "c.txt"]
    assert outcome(tmp_path / ".hidden.txt") == [".hidden.txt"]


def test_a_link_back_ends(tmp_path: Path) -> None:
    """A folder that holds itself is read once and the link is named."""
    write(tmp_path / "a.txt")
    (tmp_path / "z").symlink_to(tmp_path, target_is_directory=True)
    assert outcome(tmp_path) == ["a.txt", "symlink_loop"]


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    """A pipe that nobody writes to is refused at once."""
    os.mkfifo(tmp_path / "pipe")
    assert outcome(tmp_path / "pipe") == ["not_a_file"]


def test_the_pictures_of_a_saved_page_are_no_reports(tmp_path: Path) -> None:
    """The folder a browser writes beside a page is passed over, and says so."""
    write(tmp_path / "story.html", "<html><body><p>Two men were hurt by a mine near the river.</p></body></html>")
    write(tmp_path / "story_files" / "menu.txt")
    write(tmp_path / "case_files" / "report.txt")
    assert outcome(tmp_path) == ["report.txt", "story.html", "page_assets"]


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    """`-` reads what is sent to the program, table or text."""

    class Input:
        buffer = io.BytesIO(b'{"text": "One."}\n{"text": "Two."}\n')

    monkeypatch.setattr(sys, "stdin", Input())
    assert outcome("-") == ["standard input:1", "standard input:2"]


def test_every_rejection_names_its_path(tmp_path: Path) -> None:
    """The subject is the path as it was given, also for a name that is no text."""
    odd = Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9\n.txt"))
    (rejection,) = iter_documents([odd])
    assert isinstance(rejection, Rejection)
    assert rejection.subject == f"{tmp_path}/caf\\udce9\\n.txt"
    assert rejection.subject in rejection.message


def test_the_reader_loads_no_heavy_library() -> None:
    """Importing the room loads none of the parsers, so that the command line starts at once."""
    heavy = "trafilatura lxml docx pypdfium2 feedparser py3langid charset_normalizer numpy"
    code = f"import sys, crossread.read; print([name for name in {heavy.split()!r} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_reading_twice_gives_the_same_ids(tmp_path: Path) -> None:
    """A second run adds nothing."""
    for number in range(3):
        write(tmp_path / f"{number}.txt", f"Report {number}: two men were hurt.")
    runs = [
        [r.document.id for r in iter_documents([tmp_path], options=OPTIONS) if isinstance(r, ReadDocument)] for _ in range(2)
    ]
    assert runs[0] == runs[1]
    assert len(set(runs[0])) == 3
