"""A measuring run that can be repeated with other thresholds: states of the encoder are computed once.

Each trial reads the heads, builds frames, gives values and scores with `bench/claims_score.py` of the shared folder.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from benchmarks.scorer import load_scorer
from tokenizers import Tokenizer

from crossread.assets import load_encoder_files
from crossread.extract.encoder import Encoder
from crossread.extract.frames import assemble
from crossread.extract.heads import Heads, Reading
from crossread.extract.passages import split_document
from crossread.extract.reader_en import empty_tokens, find_wording
from crossread.normalize import Normalizer
from crossread.read import ReadDocument, ReadOptions, iter_documents
from crossread.records import Claim, Document, Extraction, Wording, claim_to_json, wording_to_json

FIGURES = {
    "row": 1.5,
    "claim": 2.0,
    "type": 1.5,
    "when": 1.0,
    "where": 1.0,
    "actors": 1.0,
    "harm": 1.0,
    "means": 0.7,
    "speakers": 0.7,
    "wording": 0.5,
}
Across = dict[tuple[int, int], np.ndarray]
KEPT = 6  # readings, one for each set of span thresholds: 144 reports take 100 MB


class Trial:
    """Documents with cached states; a call scores one set of thresholds."""

    def __init__(self, golds: list[Path], folder: Path) -> None:
        self.files = load_encoder_files(folder)
        self.scorer = load_scorer()
        self.gold = [json.loads(line) for path in golds for line in path.read_text(encoding="utf-8").splitlines()]
        self.documents = [document for path in golds for document in _read(path)]
        tokenizer, encoder = Tokenizer.from_file(str(self.files.tokenizer)), Encoder(self.files.onnx)
        self.empty = empty_tokens(self.files.labels, tokenizer)
        self.passages = [split_document(d, tokenizer) for d in self.documents]
        flat = [p for own in self.passages for p in own]
        states: list[np.ndarray] = [np.zeros(0)] * len(flat)
        for i, s in encoder.iter_states(flat):
            states[i] = s.copy()
        rest = iter(states)
        self.states = [[next(rest) for _ in own] for own in self.passages]
        self.normalizer = Normalizer()
        self.readings: dict[str, list[tuple[list[Reading], Across]]] = {}
        self.valued: dict[Claim, list[dict]] = {}

    def read(self, span: dict[str, float]) -> list[tuple[list[Reading], Across]]:
        """What the heads say at these span thresholds; kept, because most trials change others."""
        key = json.dumps(span, sort_keys=True)
        if key not in self.readings:
            while len(self.readings) > KEPT:
                del self.readings[next(iter(self.readings))]
            heads = Heads(self.files.heads, self.files.labels, span, empty=self.empty)
            pairs = zip(self.passages, self.states, strict=True)
            read = [[heads.read(p, s) for p, s in zip(*own, strict=True)] for own in pairs]
            self.readings[key] = [(own, heads.compare(own)) for own in read]
        return self.readings[key]

    def predict(self, thresholds: dict) -> list[dict]:
        """The claim JSON of all documents."""
        labels = self.files.labels["links"]
        return [
            self._valued(
                document,
                assemble(document, readings, labels, thresholds, self.files.name, across),
                find_wording(document, readings),
            )
            for document, (readings, across) in zip(self.documents, self.read(thresholds["span"]), strict=True)
        ]

    def _valued(self, document: Document, claims: tuple[Claim, ...], wording: tuple[Wording, ...]) -> dict:
        """The same claims get the same values: they are normalized once. Of some the values show that they are none."""
        rows: list[dict] = []
        for claim in claims:
            if claim not in self.valued:
                made = Extraction(document_id=document.id, claims=(claim,), wording=(), made_by=self.files.name)
                self.valued[claim] = [claim_to_json(row) for row in self.normalizer.normalize(document, made).claims]
            rows += self.valued[claim]
        told = [wording_to_json(w) for w in wording]
        return {"document": {"external_id": document.external_id}, "claims": rows, "wording": told}

    def score(self, thresholds: dict) -> dict[str, float]:
        """F1 of every figure over all documents, and accuracies."""
        return self.score_groups(thresholds, [slice(None)])[0]

    def score_groups(self, thresholds: dict, groups: Sequence[slice]) -> list[dict[str, float]]:
        """The same for runs of documents, each by itself."""
        rows = [self.scorer.score_document(g, p) for g, p in zip(self.gold, self.predict(thresholds), strict=True)]
        summed = [self.scorer.summarize(rows[group], draws=2) for group in groups]
        return [{k: v.get("f1", v.get("accuracy")) for k, v in figures.items()} for figures in summed]


def _read(gold: Path) -> list[Document]:
    """The documents as `crossread read` makes them: with what it finds of dates that are told by month or in the text alone."""
    read = [r for r in iter_documents([gold], options=ReadOptions()) if isinstance(r, ReadDocument)]
    lines = len(gold.read_text(encoding="utf-8").splitlines())
    if len(read) != lines:
        raise SystemExit(f"{gold}: {lines} lines, of which {len(read)} could be read. Look at: crossread read {gold}")
    return [r.document for r in read]


def mean(figures: dict[str, float]) -> float:
    """The mean of all figures but scope, status and stance, that cards give."""
    return sum(w * figures[k] for k, w in FIGURES.items()) / sum(FIGURES.values())
