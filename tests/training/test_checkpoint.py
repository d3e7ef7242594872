"""A run that stopped goes on, and no other run writes over what it reached."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from test_building import _example

torch = pytest.importorskip("torch")

from training.network import Reader  # noqa: E402
from training.train import Plan, load_checkpoint, train  # noqa: E402


@pytest.fixture(scope="module")
def stopped(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The checkpoint of one epoch over one passage."""
    folder = tmp_path_factory.mktemp("run")
    train(Reader(), _draw, Plan(epochs=1), folder)
    return folder / "last.pt"


def _draw(rng: random.Random) -> list:
    return [_example([])]


def test_the_same_plan_goes_on(stopped: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The finished run is not begun again."""
    train(Reader(), _draw, Plan(epochs=1), stopped.parent)
    assert "resumed after epoch 0" in capsys.readouterr().out


def test_another_plan_is_refused_and_loses_nothing(stopped: Path) -> None:
    """The message names the file and what differs; the checkpoint stays as it was."""
    before = stopped.read_bytes()
    with pytest.raises(SystemExit, match=r"last\.pt .*epochs 1 there, 2 asked.*seed 0 there, 7 asked"):
        train(Reader(), _draw, Plan(epochs=2, seed=7), stopped.parent)
    assert stopped.read_bytes() == before


def test_who_wants_it_goes_on_with_another_plan(stopped: Path) -> None:
    """`changed` takes the state as it is."""
    assert load_checkpoint(stopped, {"epochs": 2}, changed=True)["epoch"] == 0
