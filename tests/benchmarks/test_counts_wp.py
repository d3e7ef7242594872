"""The hand-coded items: whole, without texts, and refused where the text is another one."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import counts_wp


def test_the_codes_hold_numbers_and_no_text() -> None:
    """200 items, each with its line, its hash, and at least one number for killed and for injured."""
    rows = [json.loads(line) for line in counts_wp.CODES.read_text(encoding="utf-8").splitlines()]
    assert len({row["item"] for row in rows}) == 200
    for row in rows:
        assert set(row) == {"item", "sha256", "killed", "injured"}
        assert len(row["sha256"]) == counts_wp.HASH
        assert all(number == "some" or number >= 0 for effect in ("killed", "injured") for number in row[effect])
        assert row["killed"]
        assert row["injured"]


def test_another_text_is_refused(tmp_path: Path) -> None:
    """Codes are never compared with a text that was not coded."""
    items = tmp_path / "items.jsonl"
    items.write_text(json.dumps({"text": "Nothing happened.", "date": "2019-01-25"}) + "\n")
    with pytest.raises(ValueError, match="SHA-256"):
        counts_wp.load_items(items)
