"""The default extractor: the English encoder that ships in the package."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from tokenizers import Tokenizer

from crossread.assets import encoder_folder, load_encoder_files
from crossread.extract.encoder import Encoder
from crossread.extract.frames import assemble
from crossread.extract.heads import Heads, Reading
from crossread.extract.passages import Passage, split_document
from crossread.records import Document, Extraction, Wording


def shipped_name(folder: Path | None = None) -> str:
    """The name@version that the claims of the shipped encoder (or the one in `folder`) carry, without reading its weights.

    Where no encoder is there it is `encoder-en@0`: whoever loads that is told what is missing, and nobody else is stopped.
    """
    sums = (folder or encoder_folder()) / "checksums.json"
    return str(json.loads(sums.read_text(encoding="utf-8"))["name"]) if sums.is_file() else "encoder-en@0"


class EncoderExtractor:
    """Reads documents with an encoder and its heads; the claims' slots are raw, values come from `normalize`."""

    languages = ("en",)
    works_ahead = True  # may read the next documents in another thread while those before are normalized

    def __init__(self, folder: Path | None = None, *, threads: int = 0) -> None:
        files = load_encoder_files(folder)
        self.name = files.name
        self._thresholds = files.thresholds
        self._labels = files.labels
        self._tokenizer = Tokenizer.from_file(str(files.tokenizer))
        self._encoder = Encoder(files.onnx, threads=threads)
        empty = empty_tokens(files.labels, self._tokenizer)
        self._heads = Heads(files.heads, files.labels, files.thresholds["span"], empty=empty)

    def extract(self, documents: Sequence[Document]) -> list[Extraction]:
        """One extraction for each document, in their order. A document without words gives an empty one."""
        return [self._assemble(d, readings) for d, readings in zip(documents, self.read(documents), strict=True)]

    def read(self, documents: Sequence[Document]) -> list[list[Reading]]:
        """What the heads say of each document's passages, before any frame is built."""
        cut = [split_document(d, self._tokenizer) for d in documents]
        passages: list[Passage] = [p for own in cut for p in own]
        read: list[Reading | None] = [None] * len(passages)
        for index, states in self._encoder.iter_states(passages):
            read[index] = self._heads.read(passages[index], states)
        rest = iter(read)
        return [[r for _ in own if (r := next(rest)) is not None] for own in cut]

    def _assemble(self, document: Document, readings: Sequence[Reading]) -> Extraction:
        across = self._heads.compare(readings)
        claims = assemble(document, readings, self._labels["links"], self._thresholds, self.name, across)
        return Extraction(document_id=document.id, claims=claims, wording=find_wording(document, readings), made_by=self.name)


def empty_tokens(labels: dict[str, Any], tokenizer: Tokenizer) -> frozenset[int]:
    """Ids of the words that the encoder's labels call empty, and of punctuation."""
    return frozenset(i for word in labels["empty_words"] if (i := tokenizer.token_to_id(word)) is not None)


def find_wording(document: Document, readings: Sequence[Reading]) -> tuple[Wording, ...]:
    """The loaded expressions of a document, each from the passage that owns it."""
    rows = []
    for reading in readings:
        for mention in reading.mentions:
            if mention.category == "wording" and reading.passage.owned[mention.first]:
                kind, score = max(mention.classes["wording"].items(), key=lambda item: item[1])
                evidence = document.quote(mention.start, mention.end)
                rows.append(Wording(kind=kind, about=None, evidence=evidence, score=score * mention.score))
    return tuple(rows)
