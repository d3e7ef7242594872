"""A BERT-base of the same task shape under transformers, to time crossread against. Needs `pip install torch transformers`.

Untrained weights take as long as trained ones. On top stands one linear layer for the tags of all categories of mention; the
heads for classes, roles and links are left out, so the figure is kind to BERT. It reads the same passages in fp32, in batches
of eight of like length, on as many threads as there are cores.
"""

from __future__ import annotations

import importlib.util
import time
from collections.abc import Sequence
from typing import Any

from crossread.extract.passages import Passage

BATCH = 8
CATEGORIES = 9  # as in training/labels.py; each is outside, begin or inside
NEEDS = ("torch", "transformers")


def why_not() -> str | None:
    """Why BERT cannot be timed here; None when it can."""
    missing = [name for name in NEEDS if importlib.util.find_spec(name) is None]
    return f"{' and '.join(missing)} not installed: pip install {' '.join(missing)}" if missing else None


def time_bert(passages: Sequence[Passage], *, threads: int) -> float:
    """Seconds that BERT-base takes for all passages."""
    import torch
    from transformers import BertConfig, BertForTokenClassification

    torch.set_num_threads(threads)
    torch.manual_seed(0)
    bert = BertForTokenClassification(BertConfig(num_labels=3 * CATEGORIES)).eval()
    batches = [_pad(rows, torch) for rows in _batches(passages)]
    with torch.inference_mode():
        bert(**batches[0])  # the first call sets up what later ones reuse
        began = time.perf_counter()
        for batch in batches:
            bert(**batch)
    return time.perf_counter() - began


def _batches(passages: Sequence[Passage]) -> list[Sequence[Passage]]:
    ordered = sorted(passages, key=len)
    return [ordered[at : at + BATCH] for at in range(0, len(ordered), BATCH)]


def _pad(rows: Sequence[Passage], torch: Any) -> dict[str, Any]:
    longest = max(len(passage) for passage in rows)
    ids = torch.zeros(len(rows), longest, dtype=torch.long)
    mask = torch.zeros(len(rows), longest, dtype=torch.long)
    for at, passage in enumerate(rows):
        ids[at, : len(passage)] = torch.from_numpy(passage.ids)
        mask[at, : len(passage)] = 1
    return {"input_ids": ids, "attention_mask": mask}
