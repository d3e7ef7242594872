"""What stands between a trigger and a mention: "blamed", "said", another name (the context of Eberts and Ulges, 2020)."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt


def strongest_between(
    words: npt.NDArray[np.float32], left: npt.NDArray[np.int64], right: npt.NDArray[np.int64]
) -> npt.NDArray[np.float32]:
    """The strongest of the words strictly between each left and each right span.

    `words` are token states, none below 0 (L, C); `left` (T, 2) and `right` (M, 2) first and last tokens -> (T, M, C). Spans
    that touch or overlap have nothing between them: zeros. Looked up in a table of the strongest over 2**k tokens, so that a
    far pair costs no more than a near one.
    """
    low = np.minimum(left[:, None, 1], right[None, :, 1]) + 1
    high = np.maximum(left[:, None, 0], right[None, :, 0])  # the token after the last one between
    levels = [words]
    while 2 ** len(levels) <= len(words):
        at, below = 2 ** (len(levels) - 1), levels[-1]
        levels.append(np.maximum(below, np.concatenate([below[at:], np.zeros_like(below[:at])])))
    table = np.stack(levels)
    level = np.log2(np.maximum(high - low, 1)).astype(np.int64)
    found = np.maximum(table[level, np.minimum(low, len(words) - 1)], table[level, np.maximum(high - 2**level, 0)])
    out: npt.NDArray[np.float32] = found * (high > low)[..., None]
    return out
