"""What crossread wrote into a folder is no report of anything."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from crossread.read import OwnFiles, ReadDocument, ReadOptions, iter_documents, say_own_files

REPORT = "Gunmen killed twelve soldiers in Gao, Mali, on Monday, the army said."


def export_to(folder: Path, *names: str, manifest: object = None) -> None:
    """Files as an export leaves them: their words are those of a report, so that only the manifest tells what they are."""
    for name in names:
        (folder / name).write_text(f"{REPORT} {name}")
    told = {"crossread": "1.0", "files": [{"name": name, "size": 1, "sha256": "0"} for name in names]}
    (folder / f"{names[0]}.manifest.json").write_text(json.dumps(told if manifest is None else manifest))


def names_read(*paths: Path, own: OwnFiles | None = None, options: ReadOptions | None = None) -> list[str]:
    read = iter_documents(paths, options=options, own=own)
    return [Path(row.document.name or "").name for row in read if isinstance(row, ReadDocument)]


def test_an_export_is_left_out_with_its_manifest(tmp_path: Path) -> None:
    """Every file that the manifest names, in any folder below, and nothing beside them."""
    (tmp_path / "a.txt").write_text(REPORT)
    (tmp_path / "out").mkdir()
    export_to(tmp_path / "out", "mali.csv", "mali.places.csv")
    (tmp_path / "out" / "mali notes.txt").write_text(REPORT)
    (tmp_path / "mali.csv.txt").write_text(REPORT)
    own = OwnFiles()
    assert names_read(tmp_path, own=own) == ["a.txt", "mali.csv.txt", "mali notes.txt"]
    assert [Path(name).name for name in own.left_out] == ["mali.csv", "mali.csv.manifest.json", "mali.places.csv"]


def test_a_file_named_for_itself_is_read(tmp_path: Path) -> None:
    """As a hidden file is."""
    export_to(tmp_path, "mali.txt")
    assert names_read(tmp_path) == []
    assert names_read(tmp_path / "mali.txt") == ["mali.txt"]


def test_what_a_shell_names_is_left_out_as_in_the_folder(tmp_path: Path) -> None:
    """`read *` names the manifest too; an export named without its manifest, or alone, was meant."""
    (tmp_path / "a.txt").write_text(REPORT)
    export_to(tmp_path, "mali.txt")
    own = OwnFiles()
    assert names_read(*sorted(tmp_path.iterdir()), own=own) == names_read(tmp_path) == ["a.txt"]
    assert [Path(name).name for name in own.left_out] == ["mali.txt", "mali.txt.manifest.json"]
    assert "name one alone to read it" in say_own_files(own.left_out)
    assert names_read(tmp_path / "a.txt", tmp_path / "mali.txt") == ["a.txt", "mali.txt"]


@pytest.mark.parametrize("manifest", [{"files": [{"name": "a.txt"}]}, [1], {"crossread": "1", "files": {"a.txt": 1}}, "x"])
def test_another_programs_manifest_says_nothing(tmp_path: Path, manifest: object) -> None:
    """Only what crossread writes is known by it, and only files in the same folder."""
    export_to(tmp_path, "a.txt", manifest=manifest)
    assert "a.txt" in names_read(tmp_path)


def test_a_broken_manifest_says_nothing(tmp_path: Path) -> None:
    """No JSON, no text, a folder of that name, names that are no words."""
    (tmp_path / "a.txt").write_text(REPORT)
    (tmp_path / "b.manifest.json").mkdir()
    for number, content in enumerate((b"{", b"\xff\xfe\x00", b"[" * 5000)):
        (tmp_path / f"{number}.manifest.json").write_bytes(content)
    (tmp_path / "c.manifest.json").write_text('{"crossread": "1", "files": [1, {"name": 2}, {"name": "../a.txt"}]}')
    assert "a.txt" in names_read(tmp_path)


def test_tables_that_were_asked_for_stay(tmp_path: Path) -> None:
    """Rows of another store's export are somebody's account; only the manifest is none."""
    export_to(tmp_path, "mali.csv")
    own = OwnFiles()
    rows = list(iter_documents(tmp_path, options=ReadOptions(shape="acled"), own=own))
    assert [Path(name).name for name in own.left_out] == ["mali.csv.manifest.json"]
    assert [Path(row.subject).name for row in rows if not isinstance(row, ReadDocument)] == ["mali.csv"]


@pytest.mark.parametrize("address", ["{}/my.db", "sqlite:///{}/my.db"])
def test_the_open_store_is_left_out(tmp_path: Path, address: str) -> None:
    """With what SQLite keeps beside it; another file of that name elsewhere is refused as any."""
    (tmp_path / "sub").mkdir()
    for name in ("my.db", "my.db-shm", "my.db-wal", "sub/my.db", "my.db.txt"):
        (tmp_path / name).write_text(f"{REPORT} {name}")
    own = OwnFiles(store=address.format(tmp_path))
    assert names_read(tmp_path, own=own) == ["my.db.txt", "my.db"]
    assert [Path(name).name for name in own.left_out] == ["my.db"]


def test_how_many_is_said() -> None:
    """With the first of them by name."""
    assert say_own_files(["x/a.csv"]) == "1 file of crossread's own left out (a.csv; name it alone to read it)"
    assert (
        say_own_files(["a", "b", "c", "d"])
        == "4 files of crossread's own left out (a, b, c and others; name one alone to read it)"
    )
