"""The encoder that ships can be trained further: its weights come back from the rounded graph."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

torch = pytest.importorskip("torch", reason="torch is for training only: pip install torch==2.13.0")
pytest.importorskip("onnx", reason="onnx is for training only: pip install onnx")

from tokenizers import Tokenizer  # noqa: E402
from training.network import Reader  # noqa: E402
from training.thaw import thaw  # noqa: E402

from crossread.assets import encoder_folder  # noqa: E402
from crossread.extract.encoder import Encoder  # noqa: E402
from crossread.extract.passages import split_document  # noqa: E402
from crossread.records import Document  # noqa: E402

TEXT = "Gunmen killed 19 villagers in Bankara on Tuesday, the mayor said. The army denied that its soldiers had fired."


def test_thawed_weights_read_as_the_shipped_ones() -> None:
    folder = encoder_folder()
    passage = split_document(Document(id="a", text=TEXT), Tokenizer.from_file(str(folder / "tokenizer.json")))[0]
    ((_, shipped),) = Encoder(folder / "encoder.onnx").iter_states([passage])
    reader = Reader().eval()
    reader.load_state_dict(thaw(folder))
    ids = torch.from_numpy(passage.ids)[None]
    with torch.no_grad():
        states = reader.encoder(ids, torch.ones_like(ids))[0].numpy()
    alike = (states * shipped).sum(-1) / np.linalg.norm(states, axis=-1) / np.linalg.norm(shipped, axis=-1)
    assert alike.min() > 0.95


def test_a_folder_without_heads_is_refused(tmp_path: Path) -> None:
    (tmp_path / "encoder.onnx").write_bytes((encoder_folder() / "encoder.onnx").read_bytes())
    with pytest.raises(FileNotFoundError, match="heads"):
        thaw(tmp_path)
