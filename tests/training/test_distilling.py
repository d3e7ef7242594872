"""A teacher's chances are kept, and the reader that has them already has nothing to learn."""

from __future__ import annotations

import random

import numpy as np
import pytest
from test_building import _example

torch = pytest.importorskip("torch")

from training.distilling import Taught, soft_span_losses, soft_tag_loss, teach  # noqa: E402
from training.network import Reader  # noqa: E402
from training.teacher import BUCKETS, Encoder, Teacher, relative_buckets  # noqa: E402
from training.train import batch_loss, batches  # noqa: E402


@pytest.fixture(scope="module")
def reader() -> Reader:
    """A reader that knows nothing but finds triggers and mentions everywhere: its tags lean to beginnings."""
    torch.manual_seed(3)
    made = Reader().eval()
    with torch.no_grad():
        made.heads.tags.bias.view(-1, 3)[:, 1] += 0.5
    return made


@pytest.fixture(scope="module")
def taught(reader: Reader) -> Taught:
    """What it makes of the passage of a coded report."""
    return teach([reader], _example([]).passage)


def test_chances_have_their_shapes(taught: Taught) -> None:
    """Chances lie between 0 and 1, one row a pair of trigger and mention, one number a pair of triggers."""
    t, m = len(taught.told), len(taught.mentions)
    assert t > 1
    assert m > 1
    assert taught.links.shape[0] == t * m
    assert taught.same.shape == (t * (t - 1) // 2,)
    assert np.allclose(taught.tags.astype(np.float32).sum(-1), 1, atol=1e-2)
    assert ((taught.links >= 0) & (taught.links <= 1)).all()


def _losses(reader: Reader, taught: Taught) -> dict[str, float]:
    ids = torch.from_numpy(taught.passage.ids)[None]
    with torch.autocast("cpu", dtype=torch.bfloat16):
        states = reader.encoder(ids, torch.ones_like(ids)).float()
    found = {k: v / n for k, (v, n) in soft_span_losses(reader.heads, states[0], taught).items() if n}
    tags = soft_tag_loss(reader.heads.tag_logits(states), [taught])
    return {k: v.item() for k, v in (found | {"tags": tags}).items()}


def test_nobody_learns_from_himself(reader: Reader, taught: Taught) -> None:
    """Every loss is least for the one whose chances they are: whoever says otherwise loses."""
    own = _losses(reader, taught)
    other = Reader().eval()
    other.load_state_dict(reader.state_dict())
    with torch.no_grad():
        for parameter in other.heads.parameters():
            parameter.add_(torch.randn_like(parameter) * 0.2)
    strange = _losses(other, taught)
    assert {"tags", "type", "link", "same", "actor_type"} <= own.keys()
    assert {k for k in own if strange[k] <= own[k]} == set()


def test_two_teachers_are_heard_on_average(reader: Reader) -> None:
    """The tags taught lie between those of the one and of the other."""
    torch.manual_seed(7)
    other = Reader().eval()
    passage = _example([]).passage
    one, two, both = (teach(t, passage).tags.astype(np.float32) for t in ([reader], [other], [reader, other]))
    assert np.allclose(both, (one + two) / 2, atol=2e-3)


def test_a_batch_is_coded_or_taught(reader: Reader, taught: Taught) -> None:
    """Coded passages and taught ones never share a batch, and each gives its own losses."""
    made = batches([_example([]), taught, _example([]), taught], 4096, random.Random(1))
    assert sorted({type(e).__name__ for e in batch} == {"Taught"} for batch in made) == [False, True]
    names = [set(batch_loss(reader, batch, 0.0, random.Random(1))[1]) for batch in made]
    assert {all(n.startswith("taught_") for n in group) for group in names} == {True, False}


def test_distances_have_their_own_bucket_when_near() -> None:
    """Forwards and backwards apart, exact up to seven tokens, all in 32 buckets."""
    made = relative_buckets(200)
    assert len({int(made[100, 100 + d]) for d in range(-7, 8)}) == 15
    assert int(made.max()) < BUCKETS
    assert int(made[0, 199]) == int(made[0, 180])


def test_padding_changes_nothing_for_the_teacher() -> None:
    """A passage's states are its own, whoever shares the batch."""
    torch.manual_seed(5)
    encoder = Encoder(layers=1).eval()
    ids = torch.randint(1000, 2000, (2, 12))
    mask = torch.ones_like(ids)
    mask[1, 7:] = 0
    together = encoder(ids, mask)
    alone = encoder(ids[1:, :7], mask[1:, :7])
    assert torch.allclose(together[1, :7], alone[0], atol=1e-5)
    assert Teacher(1).heads.tags.in_features == together.shape[-1]
