"""Token ids -> token states, with onnxruntime alone. The only place that imports it."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from threading import Semaphore

import numpy as np
import numpy.typing as npt
import onnxruntime

from crossread.extract.passages import Passage

Floats = npt.NDArray[np.float32]


class Encoder:
    """The ONNX graph in a session. `threads` says how many passages are read at once; 0: one a core."""

    def __init__(self, graph: Path, *, threads: int = 0) -> None:
        options = onnxruntime.SessionOptions()
        # One core a passage: two cores on one passage wait for each other, and stand still while its claims are made.
        options.intra_op_num_threads = 1
        options.log_severity_level = 3
        self._threads = threads or count_cores()
        # More passages at once than cores push one another out of the cache, whoever reads with this encoder.
        self._cores = Semaphore(self._threads)
        self._session = onnxruntime.InferenceSession(str(graph), options, providers=["CPUExecutionProvider"])

    def iter_states(self, passages: Sequence[Passage]) -> Iterator[tuple[int, Floats]]:
        """Index and token states (tokens, 384) of every passage, one after the other.

        Never in batches: the int8 graph scales activations by the largest in a batch, so a passage's states would depend
        on its neighbours, and a report read alone would give other claims than the same report read among others.
        """
        if self._threads == 1 or len(passages) == 1:
            yield from enumerate(map(self._states, passages))
            return
        waiting: deque[Future[Floats]] = deque()
        with ThreadPoolExecutor(self._threads, thread_name_prefix="crossread-encode") as pool:
            try:
                index = 0
                for passage in passages:
                    waiting.append(pool.submit(self._states, passage))
                    if len(waiting) > 2 * self._threads:  # states weigh 0.7 MB a passage: no more than are soon wanted
                        yield index, waiting.popleft().result()
                        index += 1
                yield from enumerate((future.result() for future in waiting), index)
            finally:
                pool.shutdown(wait=True, cancel_futures=True)

    def _states(self, passage: Passage) -> Floats:
        with self._cores:
            (states,) = self._session.run(None, {"ids": passage.ids[None]})
        found: Floats = states[0]
        return found


def count_cores() -> int:
    """The cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
