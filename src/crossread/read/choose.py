"""Which reader reads a file: by its content first, by its extension second."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from crossread.errors import ReadError
from crossread.read.encoding import peek
from crossread.read.options import ReadOptions, load_table
from crossread.read.refusal import refusal
from crossread.read.report import Reader, Sample
from crossread.registry import list_plugins

_FORMATS: Mapping[str, Any] = load_table("formats.toml")


def take_sample(head: bytes, *, name: str) -> Sample:
    """The beginning of a file, ready to be recognised."""
    extension = name.rpartition(".")[2].lower() if "." in name else ""
    return Sample(head=head, text=peek(head), extension=extension)


def choose_reader(sample: Sample, options: ReadOptions) -> tuple[str, Reader]:
    """The name@version of the reader that recognises the sample most surely, and the reader; else raise `ReadError`."""
    readers: dict[str, Reader] = {name: plugin() for name, plugin in list_plugins("readers").items()}
    sureness = {name: reader.recognises(sample, options) for name, reader in readers.items()}
    best = max(sureness, key=lambda name: sureness[name])
    if sureness[best] <= 1:
        known = find_unsupported(sample)
        if known:
            raise known
    if sureness[best] == 0:
        raise refusal("not_text", found=f"binary data that starts with {sample.head[:8].hex(' ')}")
    return best, readers[best]


def find_unsupported(sample: Sample) -> ReadError | None:
    """The refusal of a format that is known and not read, such as a picture or an old Office file."""
    for row in _FORMATS["signature"]:
        if sample.head.startswith(bytes.fromhex(row["starts"])) and row.get("holds", "").encode() in sample.head:
            return refusal("unsupported_format", found=row["name"], next_step=row["next_step"])
    if sample.text and sample.text.startswith("<?xml"):
        return refusal("unsupported_format", found="XML that is neither a page nor a feed")
    if sample.extension in _FORMATS["not_reports"]["extensions"]:
        return refusal("unsupported_format", found=f"a .{sample.extension} file, which holds no report")
    return None
