"""The encoder as shipped: where its files lie, and proof that they are the ones that were measured."""

from __future__ import annotations

import hashlib
import json
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from crossread.errors import EncoderError

_FILES = ("encoder.onnx", "heads.npz", "tokenizer.json", "labels.json", "thresholds.toml")


@dataclass(frozen=True, slots=True, kw_only=True)
class EncoderFiles:
    """One shipped encoder. `name` is name@version and goes into every claim it makes."""

    name: str
    folder: Path
    labels: dict[str, Any]
    thresholds: dict[str, Any]

    @property
    def onnx(self) -> Path:
        """The graph: token ids and mask to token states."""
        return self.folder / "encoder.onnx"

    @property
    def heads(self) -> Path:
        """The weights of everything on top of the token states, as named arrays."""
        return self.folder / "heads.npz"

    @property
    def tokenizer(self) -> Path:
        """The tokenizer in the format of the `tokenizers` library."""
        return self.folder / "tokenizer.json"


def encoder_folder(name: str = "encoder_en") -> Path:
    """The folder of a shipped encoder, whether or not it is there."""
    return Path(__file__).parent / name


def load_encoder_files(folder: Path | None = None) -> EncoderFiles:
    """The files of the encoder in `folder` (default: the English one in the package), checked against their checksums."""
    folder = folder or encoder_folder()
    sums_file = folder / "checksums.json"
    if not sums_file.is_file():
        raise EncoderError(
            "The encoder is not there.",
            where=str(folder),
            expected="checksums.json and the files it names",
            next_step="Install crossread again, or train an encoder: see training/README.md.",
        )
    sums = json.loads(sums_file.read_text(encoding="utf-8"))
    for file in _FILES:
        _check(folder / file, sums["sha256"].get(file))
    return EncoderFiles(
        name=sums["name"],
        folder=folder,
        labels=json.loads((folder / "labels.json").read_text(encoding="utf-8")),
        thresholds=tomllib.loads((folder / "thresholds.toml").read_text(encoding="utf-8")),
    )


def write_checksums(folder: Path, *, name: str) -> None:
    """Write `checksums.json` for an encoder folder; the last step of making one."""
    sums = {file: hashlib.sha256((folder / file).read_bytes()).hexdigest() for file in _FILES}
    (folder / "checksums.json").write_text(json.dumps({"name": name, "sha256": sums}, indent=1) + "\n", encoding="utf-8")


def _check(file: Path, expected: str | None) -> None:
    found = hashlib.sha256(file.read_bytes()).hexdigest() if file.is_file() else "no file"
    if found != expected:
        raise EncoderError(
            "A file of the encoder is not the one that was measured.",
            where=str(file),
            expected=f"sha256 {expected}",
            found=found,
            next_step="Install crossread again; a changed encoder needs new checksums (write_checksums).",
        )
