"""Other tellings are added beside a coding, by number of the claim, and only to the text they were marked in."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from training.annotation.retold import add_retold, parse_retold

TEXT = "Massacre in Bankara. Gunmen killed 19 villagers. The massacre, the mayor said, followed a raid. The raid left one dead."


def _claim(kind: str, quote: str) -> dict:
    start = TEXT.index(quote)
    return {
        "type": kind, "scope": "incident", "trigger": {"quote": quote, "start": start, "end": start + len(quote)},
        "when": None, "where": None, "actors": [], "harm": [],
    }  # fmt: skip


@pytest.fixture
def row() -> dict:
    claims = [_claim("killing", "killed"), _claim("armed_attack", "raid")]
    return {"external_id": "A-1", "source": "own", "published": None, "title": None, "text": TEXT, "claims": claims}


def test_marks_are_offsets_by_claim(row: dict) -> None:
    found, wrong = parse_retold("# A-1\n0 Massacre | massacre#1\n1 raid#2\n", {"A-1": row})
    assert not wrong
    assert [TEXT[s["start"] : s["end"]] for s in found["A-1"][0]] == ["Massacre", "massacre"]
    assert found["A-1"][1][0]["start"] == TEXT.rindex("raid")


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("7 raid", "number of a claim"),
        ("0 slaughter", "not in the text"),
        ("1 raid", "own trigger"),
        ("raid", "number of a claim"),
        ("# B-2", "no document"),
    ],
)
def test_a_wrong_line_is_named_and_the_rest_stays(row: dict, line: str, said: str) -> None:
    found, wrong = parse_retold(f"# A-1\n{line}\n# A-1\n0 none\n", {"A-1": row})
    assert len(wrong) == 1
    assert said in wrong[0]
    assert found["A-1"][0] == []


def test_checked_notes_go_into_the_rows_of_the_same_text_only(row: dict, tmp_path: Path) -> None:
    reports, notes, out = tmp_path / "r.jsonl", tmp_path / "n.notes", tmp_path / "retold.jsonl"
    reports.write_text(json.dumps(row) + "\n", encoding="utf-8")
    notes.write_text("# A-1\n0 Massacre\n", encoding="utf-8")
    command = [sys.executable, "-m", "training.annotation.retold", "check", reports, notes, "--out", out]
    told = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    assert "1 documents, 1 retellings, 1 claims not named, 0 lines refused" in told
    assert TEXT not in out.read_text(encoding="utf-8")
    (added,) = add_retold([row], out)
    assert added["claims"][0]["retellings"] == [{"start": 0, "end": 8}]
    assert "retellings" not in added["claims"][1]
    changed = {**row, "text": TEXT + " "}
    assert add_retold([changed], out) == [changed]
