"""Files made to break a reader, written into a folder: one entry in a table for each, with what may come of it.

Run as a script to look at them: `python tests/hostile/make_hostile.py FOLDER`. All words in them are written for this test.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import hostile_mail
import hostile_markup
import hostile_office
import hostile_packed
import hostile_tables
import hostile_text

MAKERS: dict[str, Callable[[], bytes]] = {
    **hostile_text.MAKERS,
    **hostile_markup.MAKERS,
    **hostile_mail.MAKERS,
    **hostile_office.MAKERS,
    **hostile_packed.MAKERS,
    **hostile_tables.MAKERS,
}


def write_hostile(folder: Path) -> dict[str, Path]:
    """Write every hostile file and tell its path by name."""
    paths = {name: folder / name for name in MAKERS}
    for name, make in MAKERS.items():
        paths[name].write_bytes(make())
    return {**paths, **dict(_make_odd_places(folder))}


def _make_odd_places(folder: Path) -> Iterator[tuple[str, Path]]:
    """Links, pipes, folders and names that are no plain file with a plain name."""
    named_like_pdf = folder / "folder.pdf"
    named_like_pdf.mkdir()
    yield "folder.pdf", named_like_pdf
    loop = folder / "loop"
    loop.mkdir()
    (loop / "back").symlink_to(loop, target_is_directory=True)
    yield "loop", loop
    knot = folder / "knot.txt"
    knot.symlink_to(knot)
    yield "knot.txt", knot
    dangling = folder / "dangling.txt"
    dangling.symlink_to(folder / "nowhere.txt")
    yield "dangling.txt", dangling
    pipe = folder / "pipe.txt"
    os.mkfifo(pipe)
    yield "pipe.txt", pipe
    locked = folder / "locked.txt"
    locked.write_text("Nobody may read this.")
    locked.chmod(0)
    yield "locked.txt", locked
    yield "missing.txt", folder / "missing.txt"
    yield "device", Path("/dev/null")
    yield "long_name.txt", folder / ("n" * 300 + ".txt")
    for number, odd in enumerate(
        ("line\nbreak.txt", "feu🔥.txt", "-dash.txt", "‮txt.fdp", "no extension", "a;b|c&d.txt", "..txt")
    ):
        path = folder / odd
        path.write_text(f"Soldiers found a cache of mines near the road to Timbuktu this week, officials said ({number}).\n")
        yield odd, path
    undecodable = os.fsencode(folder) + b"/caf\xe9.txt"
    with open(undecodable, "w", encoding="utf-8") as stream:
        stream.write("Soldiers found a cache of mines near the road, officials said.\n")
    yield "undecodable name", Path(os.fsdecode(undecodable))


if __name__ == "__main__":
    target = Path(sys.argv[1])
    target.mkdir(parents=True, exist_ok=True)
    write_hostile(target)
