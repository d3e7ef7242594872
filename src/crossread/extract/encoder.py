"""Token ids -> token states, with onnxruntime alone. The only place that imports it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt
import onnxruntime

from crossread.extract.passages import Passage

Floats = npt.NDArray[np.float32]


class Encoder:
    """The ONNX graph in a session. `threads` 0 lets onnxruntime take every core."""

    def __init__(self, graph: Path, *, threads: int = 0) -> None:
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        options.log_severity_level = 3
        self._session = onnxruntime.InferenceSession(str(graph), options, providers=["CPUExecutionProvider"])

    def iter_states(self, passages: Sequence[Passage]) -> Iterator[tuple[int, Floats]]:
        """Index and token states (tokens, 384) of every passage, one after the other.

        Never in batches: the int8 graph scales activations by the largest in a batch, so a passage's states would depend
        on its neighbours, and a report read alone would give other claims than the same report read among others.
        """
        for index, passage in enumerate(passages):
            (states,) = self._session.run(None, {"ids": passage.ids[None]})
            yield index, states[0]
