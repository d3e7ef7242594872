"""The curve of --min-score: the claims that a user would see are the ones that are scored."""

from __future__ import annotations

import json
import os
import re
from pathlib import Path

import pytest

import min_score
from scorer import find_scorer, load_scorer

ROOT = Path(__file__).parents[2]
SCORER = Path(os.environ.get("CROSSREAD_SHARED", ROOT.parent / "shared")) / "bench" / "claims_score.py"
PAGE = (ROOT / "docs" / "scores.md").read_text(encoding="utf-8")
TEXT = "A mine exploded near Kossa. Gunmen raided Dunga. A mob marched in Ansa. The rain fell in Tessaro."


def _claim(kind: str, trigger: str, score: float | None = None) -> dict:
    start = TEXT.index(trigger)
    at = {"quote": trigger, "start": start, "end": start + len(trigger)}
    codes = {"scope": "incident", "status": "accomplished", "stance": "asserted", "score": score}
    return {
        "type": kind,
        **codes,
        "trigger": at,
        "when": None,
        "where": None,
        "actors": [],
        "harm": [],
        "means": [],
        "speakers": [],
    }


def test_claims_below_go_and_unscored_ones_stay() -> None:
    """The limit itself is kept, as the command line keeps it."""
    row = {"claims": [{"score": 0.5}, {"score": 0.49}, {"score": None}], "wording": [1]}
    assert min_score.keep_sure(row, 0.5) == {"claims": [{"score": 0.5}, {"score": None}], "wording": [1]}


@pytest.mark.skipif(not SCORER.is_file(), reason=f"no scorer at {SCORER}; set CROSSREAD_SHARED")
def test_the_curve_trades_recall_for_precision() -> None:
    """With one doubtful wrong claim and one doubtful right one, a higher limit first gains precision, then loses recall."""
    gold = {"A": {"text": TEXT, "claims": [_claim("bombing", "exploded"), _claim("armed_attack", "raided")]}}
    told = {
        "A": {
            "claims": [
                _claim("bombing", "exploded", 0.95),
                _claim("armed_attack", "raided", 0.55),
                _claim("riot", "fell", 0.35),
            ]
        }
    }
    curve = {row["min_score"]: row for row in min_score.draw_curve(gold, told, load_scorer(SCORER))}
    assert [curve[least]["told"] for least in min_score.MIN_SCORES] == [3, 3, 2, 2, 1, 1, 1, 1]
    assert (curve[0.0]["p"], curve[0.0]["r"]) == (66.7, 100.0)
    assert (curve[0.5]["p"], curve[0.5]["f1"]) == (100.0, 100.0)
    assert (curve[0.9]["p"], curve[0.9]["r"]) == (100.0, 50.0)


def test_the_page_is_rewritten_at_its_table_only() -> None:
    """The table in docs/scores.md is replaced whole, and every other line stays."""
    row = {"min_score": 0.5, "told": 7, "p": 80.0, "r": 50.0, "f1": 61.5}
    made = min_score.put_into_page(PAGE, min_score.to_markdown([row]))
    assert "| 0.5 | 7 | 80.0 | 50.0 | 61.5 |" in made
    kept = [line for line in PAGE.splitlines() if not re.match(r"\| \d\.\d \|", line)]
    assert [line for line in made.splitlines() if not re.match(r"\| \d\.\d \|", line)] == kept


def test_the_page_has_the_whole_curve() -> None:
    """docs/scores.md shows every limit that the benchmark draws, and a higher limit never tells more."""
    rows = re.findall(r"^\| (\d\.\d) \| (\d+) \|", PAGE, re.MULTILINE)
    assert [float(least) for least, _ in rows] == list(min_score.MIN_SCORES)
    told = [int(count) for _, count in rows]
    assert told == sorted(told, reverse=True)


def test_a_scorer_that_is_not_there_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture
) -> None:
    """Without the shared folder a benchmark says what it lacks, as the JSON that floors.py reads; a wrong path stops it."""
    monkeypatch.setenv("CROSSREAD_SHARED", str(tmp_path))
    assert find_scorer() is None
    assert str(tmp_path) in json.loads(capsys.readouterr().out)["skipped"]
    with pytest.raises(SystemExit, match="no scorer at"):
        load_scorer(tmp_path / "claims_score.py")
