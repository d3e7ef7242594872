"""Token ids -> token states, with onnxruntime alone. The only place that imports it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt
import onnxruntime

from crossread.extract.passages import Passage

BATCH_TOKENS = 4096  # padding included; larger batches gain nothing on a CPU and cost memory (attention grows with length)
Floats = npt.NDArray[np.float32]


class Encoder:
    """The ONNX graph in a session. `threads` 0 lets onnxruntime take every core."""

    def __init__(self, graph: Path, *, threads: int = 0) -> None:
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        options.log_severity_level = 3
        self._session = onnxruntime.InferenceSession(str(graph), options, providers=["CPUExecutionProvider"])

    def iter_states(self, passages: Sequence[Passage]) -> Iterator[tuple[int, Floats]]:
        """Index and token states (tokens, 384) of every passage, in the order that wastes least padding."""
        order = sorted(range(len(passages)), key=lambda i: len(passages[i]))
        batch: list[int] = []
        for index in order:
            if batch and len(passages[index]) * (len(batch) + 1) > BATCH_TOKENS:
                yield from self._run(passages, batch)
                batch = []
            batch.append(index)
        if batch:
            yield from self._run(passages, batch)

    def _run(self, passages: Sequence[Passage], batch: Sequence[int]) -> Iterator[tuple[int, Floats]]:
        longest = max(len(passages[i]) for i in batch)
        ids = np.zeros((len(batch), longest), dtype=np.int64)
        mask = np.zeros_like(ids)
        for row, i in enumerate(batch):
            ids[row, : len(passages[i])] = passages[i].ids
            mask[row, : len(passages[i])] = 1
        (states,) = self._session.run(None, {"ids": ids, "mask": mask})
        for row, i in enumerate(batch):
            yield i, states[row, : len(passages[i])]
