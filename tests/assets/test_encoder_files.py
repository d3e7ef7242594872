"""The encoder as shipped is the one that was measured, or it is refused."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from crossread.assets import encoder_folder, load_encoder_files, write_checksums
from crossread.errors import EncoderError

FILES = ("encoder.onnx", "heads.npz", "tokenizer.json", "labels.json", "thresholds.toml")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A complete encoder folder with small files in it, sealed as `trial@1`."""
    for name in FILES:
        (tmp_path / name).write_bytes(f"the bytes of {name}".encode())
    (tmp_path / "labels.json").write_text('{"types": ["bombing"]}', encoding="utf-8")
    (tmp_path / "thresholds.toml").write_text("trigger = 0.5\n", encoding="utf-8")
    write_checksums(tmp_path, name="trial@1")
    return tmp_path


def test_the_shipped_encoder_is_whole() -> None:
    """Every file in the package has the checksum that was written when it was made, and the name carries a version."""
    files = load_encoder_files()
    assert files.folder == encoder_folder()
    assert files.name.partition("@")[2].isdigit()
    assert files.labels
    assert files.thresholds


def test_a_sealed_folder_gives_what_is_in_it(folder: Path) -> None:
    """Name, labels and thresholds are those of the files."""
    files = load_encoder_files(folder)
    assert (files.name, files.labels, files.thresholds) == ("trial@1", {"types": ["bombing"]}, {"trigger": 0.5})


@pytest.mark.parametrize("name", FILES)
def test_a_changed_file_is_refused(folder: Path, name: str) -> None:
    """One byte more, and the encoder is not the one that was measured."""
    with (folder / name).open("ab") as file:
        file.write(b"\n")
    with pytest.raises(EncoderError, match="not the one that was measured") as caught:
        load_encoder_files(folder)
    assert name in str(caught.value)


@pytest.mark.parametrize("name", FILES)
def test_a_file_that_is_missing_or_was_never_sealed_is_refused(folder: Path, name: str) -> None:
    """Neither a lost file nor one that the checksums do not name passes."""
    kept = (folder / name).read_bytes()
    (folder / name).unlink()
    with pytest.raises(EncoderError, match="no file"):
        load_encoder_files(folder)
    (folder / name).write_bytes(kept)
    sums = json.loads((folder / "checksums.json").read_text(encoding="utf-8"))
    del sums["sha256"][name]
    (folder / "checksums.json").write_text(json.dumps(sums), encoding="utf-8")
    with pytest.raises(EncoderError, match=name):
        load_encoder_files(folder)


def test_an_empty_folder_says_what_to_do(tmp_path: Path) -> None:
    """Without checksums there is no encoder."""
    with pytest.raises(EncoderError, match="Install crossread again"):
        load_encoder_files(tmp_path)
