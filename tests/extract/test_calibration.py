"""Scores as chances: the lines change scores and nothing else, and keep what was surer surer."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from crossread.extract.calibration import KINDS, calibrate, to_chance, to_logit, without_far_guess, without_guess
from crossread.records import Actor, Claim, Count, Document, Harm, Means, Slot, Speaker, claim_to_json

TEXT = "Police said that gunmen with rifles killed two traders in Kossa on Monday."
DOCUMENT = Document(id="doc_1", text=TEXT)
STRAIGHT = {f"{kind}_{part}": value for kind in KINDS for part, value in (("slope", 1.0), ("shift", 0.0))}


def _at(words: str) -> tuple:
    start = TEXT.index(words)
    return (DOCUMENT.quote(start, start + len(words)),)


CLAIM = Claim(
    id="clm_1",
    document_id="doc_1",
    type="armed_attack",
    scope="incident",
    status="accomplished",
    stance="attributed",
    trigger=_at("killed")[0],
    retellings=_at("rifles"),
    when=Slot(raw="Monday", value=None, evidence=_at("Monday"), score=0.6),
    where=Slot(raw="in Kossa", value=None, evidence=_at("in Kossa"), score=0.7),
    actors=(
        Actor(role="perpetrator", raw="gunmen", name=None, type="unknown", evidence=_at("gunmen"), score=0.8, flags=("x",)),
        Actor(role="victim", raw="traders", name=None, type="civilians", evidence=_at("traders")),
    ),
    harm=(
        Harm(
            effect="killed",
            raw="two traders",
            group="traders",
            group_type="civilians",
            count=Count(low=2, high=2, qualifier="exact"),
            evidence=_at("two traders"),
            score=0.9,
        ),
    ),
    means=(Means(kind="firearm", raw="rifles", evidence=_at("rifles"), score=0.4),),
    speakers=(Speaker(role="reports", raw="Police", evidence=_at("Police"), score=0.3),),
    score=0.5,
    made_by="rule@1",
)


def _without_scores(value: object) -> object:
    if isinstance(value, dict):
        return {key: _without_scores(part) for key, part in value.items() if key != "score"}
    return [_without_scores(part) for part in value] if isinstance(value, list) else value


def _scores(claim: Claim) -> dict[str, list[float | None]]:
    rows = {name: [row.score for row in getattr(claim, name)] for name in ("actors", "harm", "means", "speakers")}
    slots = {name: [getattr(claim, name).score] for name in ("when", "where")}
    return {"claim": [claim.score], **slots, **rows}


def test_scores_change_and_nothing_else() -> None:
    """Every kind moves by its own line; id, words, values, codes and what has no score stay as they were."""
    shifts = {f"{kind}_shift": 0.2 * (number + 1) for number, kind in enumerate(KINDS)}
    lines = STRAIGHT | shifts
    made = calibrate(CLAIM, lines)
    assert _without_scores(claim_to_json(made)) == _without_scores(claim_to_json(CLAIM))
    before, after = _scores(CLAIM), _scores(made)
    for kind in KINDS:
        for old, new in zip(before[kind], after[kind], strict=True):
            if old is None:
                assert new is None
            else:
                assert to_logit(new or 0.0) == pytest.approx(to_logit(old) + lines[f"{kind}_shift"])


def test_a_straight_line_changes_no_score() -> None:
    """Slope 1 and shift 0 give the score back."""
    assert all(
        new == pytest.approx(old)
        for old, new in zip(
            [s for row in _scores(CLAIM).values() for s in row if s is not None],
            [s for row in _scores(calibrate(CLAIM, STRAIGHT)).values() for s in row if s is not None],
            strict=True,
        )
    )


def test_without_lines_the_claim_is_the_same() -> None:
    """An encoder that was never calibrated keeps its own scores."""
    assert calibrate(CLAIM, {}) is CLAIM


def test_a_claim_without_slots_is_taken() -> None:
    """When and where may be missing, and so may every score."""
    bare = replace(CLAIM, when=None, where=None, actors=(), harm=(), means=(), speakers=(), score=None)
    assert calibrate(bare, STRAIGHT) == bare


@example(scores=[0.0, 1.0], slope=4.0, shift=4.0, kind="claim")
@given(
    scores=st.lists(st.floats(0, 1), min_size=2, max_size=20),
    slope=st.floats(0.05, 4),
    shift=st.floats(-4, 4),
    kind=st.sampled_from(KINDS),
)
def test_surer_stays_surer(scores: list[float], slope: float, shift: float, kind: str) -> None:
    """On any rising line chances lie between 0 and 1 and keep the order of the scores: sorting by doubt stays the same."""
    lines = {f"{kind}_slope": slope, f"{kind}_shift": shift}
    chances = [to_chance(score, kind, lines) for score in sorted(scores)]
    assert all(chance is not None and 0 < chance < 1 for chance in chances)
    assert all((a or 0) <= (b or 0) for a, b in pairwise(chances))


def test_every_kind_of_the_shipped_encoder_has_its_line() -> None:
    """The encoder that ships is calibrated for each kind of score, and surer means likelier."""
    from crossread.assets import load_encoder_files

    lines = load_encoder_files().thresholds["calibration"]
    assert set(lines) == {f"{kind}_{part}" for kind in KINDS for part in ("slope", "shift")}
    assert all(lines[f"{kind}_slope"] > 0 for kind in KINDS)


@pytest.mark.parametrize(
    ("kind", "score", "stays"),
    [
        ("bombing", 0.19, False),
        ("bombing", 0.21, True),
        ("agreement", 0.45, False),
        ("agreement", 0.55, True),
        ("agreement", None, True),
    ],
)
def test_a_place_that_is_likelier_wrong_is_left_out(kind: str, score: float | None, stays: bool) -> None:
    """A release is told without a place; what a person or a data set says (no score) stays."""
    claim = replace(CLAIM, type=kind, where=Slot(raw="in Kossa", value=None, evidence=_at("in Kossa"), score=score))
    assert (without_guess(claim, {"where": 0.2, "where_agreement": 0.5}).where is not None) is stays
    assert without_guess(claim, {}) == claim


@pytest.mark.parametrize(
    ("text", "score", "stays"),
    [
        ("It was calm on Monday.\nMen burned a shop.", 0.39, False),
        ("It was calm on Monday.\nMen burned a shop.", 0.41, True),
        ("It was calm on Monday.\nMen burned a shop.", None, True),
        ("It was calm on Monday. Men burned a shop.", 0.39, True),
        ("Men burned a shop.\nIt was calm on Monday.", 0.39, False),
    ],
)
def test_a_day_of_another_paragraph_that_is_likelier_wrong_is_left_out(text: str, score: float | None, stays: bool) -> None:
    """What a person or a data set says (no score) stays, and so does a day beside any telling of the act."""

    document = Document(id="doc_1", text=text)
    monday, burned = (document.quote(text.index(words), text.index(words) + 6) for words in ("Monday", "burned"))
    claim = replace(CLAIM, trigger=burned, retellings=(), when=Slot(raw="Monday", value=None, evidence=(monday,), score=score))
    assert (without_far_guess(claim, text, {"when_apart": 0.4}).when is not None) is stays
    assert without_far_guess(claim, text, {}) == claim
    told_again = replace(claim, retellings=(monday,))
    assert without_far_guess(told_again, text, {"when_apart": 0.4}) == told_again
