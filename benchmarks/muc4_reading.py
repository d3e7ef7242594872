"""Texts read once: the encoder's states give both crossread's claims and the fillers of the benchmark's own network."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from tokenizers import Tokenizer

from crossread.assets import load_encoder_files
from crossread.extract.encoder import Encoder
from crossread.extract.frames import assemble
from crossread.extract.heads import Heads
from crossread.extract.passages import Passage, split_document
from crossread.extract.reader_en import empty_tokens
from crossread.normalize import Normalizer
from crossread.records import Document, Extraction
from muc4_fillers import Floats


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """A document, its passages with their states, and its claims with values."""

    document: Document
    passages: list[Passage]
    states: list[Floats]
    extraction: Extraction


def iter_read(documents: Sequence[Document], folder: Path | None) -> Iterator[Read]:
    """Each document as crossread itself reads it, the encoder's states kept."""
    files = load_encoder_files(folder)
    tokenizer, encoder = Tokenizer.from_file(str(files.tokenizer)), Encoder(files.onnx)
    heads = Heads(files.heads, files.labels, files.thresholds["span"], empty=empty_tokens(files.labels, tokenizer))
    normalizer = Normalizer()
    for document in documents:
        passages = split_document(document, tokenizer)
        states = [s.copy() for _, s in encoder.iter_states(passages)]
        readings = [heads.read(p, s) for p, s in zip(passages, states, strict=True)]
        across = heads.compare(readings)
        claims = assemble(document, readings, files.labels["links"], files.thresholds, files.name, across)
        raw = Extraction(document_id=document.id, claims=claims, wording=(), made_by=files.name)
        extraction = normalizer.normalize(document, raw)
        yield Read(document=document, passages=passages, states=states, extraction=extraction)
