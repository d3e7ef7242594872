"""Calibration is fitted rightly: a known line comes back, and the error that is left is what it says."""

from __future__ import annotations

import math
import random
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

ROOT = Path(__file__).parents[2]
if str(ROOT) not in sys.path:
    sys.path.insert(0, str(ROOT))

from training.calibrate import expected_error, fit_line  # noqa: E402

from crossread.extract.calibration import to_chance  # noqa: E402 - the folder above is put on the path first

SCORES = [n / 40 for n in range(1, 40)]


def _draw(slope: float, shift: float, count: int) -> list[tuple[float, bool]]:
    """Scores and whether they were right, when the chance of that lies on the line."""
    rng = random.Random(7)
    lines = {"claim_slope": slope, "claim_shift": shift}
    scores = [rng.choice(SCORES) for _ in range(count)]
    return [(score, rng.random() < (to_chance(score, "claim", lines) or 0.0)) for score in scores]


@pytest.mark.parametrize(("slope", "shift"), [(1.0, 0.0), (0.5, -1.0), (2.0, 0.8), (0.3, 0.5)])
def test_a_known_line_is_recovered(slope: float, shift: float) -> None:
    """From 20,000 scores whose chances lie on a line, the fit finds that line."""
    found = fit_line(_draw(slope, shift, 20_000))
    assert found == (pytest.approx(slope, abs=0.08), pytest.approx(shift, abs=0.08))


def test_few_scores_leave_the_line_where_it_was() -> None:
    """A score that is as often right as wrong moves nothing; one that is wrong lowers it, but not to certainty."""
    assert fit_line([(0.5, True), (0.5, False)]) == (pytest.approx(1.0), pytest.approx(0.0))
    slope, shift = fit_line([(0.9, False)])
    assert 0.0 < slope < 1.0
    assert -1.0 < shift < 0.0
    assert 0.4 < (to_chance(0.9, "claim", {"claim_slope": slope, "claim_shift": shift}) or 0.0) < 0.9


def test_a_weaker_prior_lets_the_scores_speak() -> None:
    """With less weight on the starting line the same scores move it further."""
    scored = _draw(0.3, 0.5, 60)
    near, far = fit_line(scored, prior=20.0), fit_line(scored, prior=0.1)
    assert math.dist(near, (1.0, 0.0)) < math.dist(far, (1.0, 0.0))


def test_fitting_makes_the_error_small() -> None:
    """Scores that are far too sure have a large error, and nearly none once they are put on their line."""
    scored = _draw(0.5, -1.0, 4_000)
    slope, shift = fit_line(scored)
    lines = {"claim_slope": slope, "claim_shift": shift}
    after = [(to_chance(score, "claim", lines) or 0.0, right) for score, right in scored]
    assert expected_error(scored) > 0.15
    assert expected_error(after) < 0.03


def test_perfect_scores_have_no_error() -> None:
    """Right at 1 and wrong at 0 is no error, and neither is nothing at all."""
    assert expected_error([(1.0, True)] * 30 + [(0.0, False)] * 30) == 0.0
    assert expected_error([(0.25, n % 4 == 0) for n in range(16)]) == pytest.approx(0.0)
    assert expected_error([]) == 0.0


def test_the_error_is_the_distance_of_score_and_share() -> None:
    """Forty scores of 0.9 of which half are right are off by 0.4; sure and always wrong is off by all."""
    assert expected_error([(0.9, n % 2 == 0) for n in range(40)]) == pytest.approx(0.4, abs=0.11)
    assert expected_error([(1.0, False)] * 50) == 1.0


@given(st.lists(st.tuples(st.floats(0, 1), st.booleans()), max_size=120))
def test_the_error_is_a_share(scored: list[tuple[float, bool]]) -> None:
    """Whatever the scores, the error lies between 0 and 1 and does not hang on their order."""
    error = expected_error(scored)
    assert 0.0 <= error <= 1.0
    assert expected_error(scored[::-1]) == pytest.approx(error)


@given(st.lists(st.tuples(st.floats(0, 1), st.booleans()), min_size=1, max_size=60))
def test_the_fit_comes_to_an_end(scored: list[tuple[float, bool]]) -> None:
    """Also where all are right, or right and wrong part cleanly, slope and shift stay finite."""
    assert all(math.isfinite(part) for part in fit_line(scored))
