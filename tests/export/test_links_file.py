"""Links as a file: what a row holds, which words are withheld, and what is refused."""

from __future__ import annotations

import csv
import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from crossread.errors import ExportError
from crossread.export.links_file import COLUMNS, ClaimLink, LinkOptions, LinkReason, export_links
from crossread.records import Claim, Document, Judgement

REASONS = (
    LinkReason(comparison="doers", score=None, log_odds=0.0, sentence="The doer is not told by both."),
    LinkReason(
        comparison="text", score=0.8, log_odds=4.0, sentence="Texts are alike to 40%; weightiest words in both: keita, pit."
    ),
    LinkReason(comparison="victims", score=0.6, log_odds=0.9, sentence="Those hurt share: amadou, keita, traders."),
)
JUDGED = Judgement(
    id="jdg_1",
    kind="unsure",
    subject="clm_a",
    other="clm_b",
    reason="Keïta may have been elsewhere",
    made_by="Aïssa",
    made_at=datetime(2021, 6, 1, tzinfo=UTC),
)


def make_link(claims: tuple[Claim, ...], *, judgement: Judgement | None = None) -> ClaimLink:
    """The attack and the shooting, held together by the comparisons or judged by a person."""
    return ClaimLink(
        a=claims[0],
        b=claims[2],
        verdict=judgement.kind if judgement else "same",
        incidents=("inc_market", "inc_market"),
        probability=0.98765,
        log_odds=4.9,
        contradiction=False,
        judged_by=judgement.made_by if judgement else "crossread@abc",
        why=f"One incident: {judgement.reason}." if judgement else "One incident.",
        reasons=REASONS,
        judgement=judgement,
    )


def write(path: Path, links: list[ClaimLink], documents: tuple[Document, ...], **options: bool) -> str:
    """The text of the file that these links make."""
    export_links(path, links, {document.id: document.source for document in documents}, LinkOptions(**options))
    return path.read_text(encoding="utf-8")


def test_csv_and_json_hold_the_same(tmp_path: Path, claims: tuple[Claim, ...], documents: tuple[Document, Document]) -> None:
    """Each value of a JSON row stands in the CSV row, comparisons in a column for what they add and one for the sentence."""
    links = [make_link(claims), make_link(claims, judgement=JUDGED)]
    rows = json.loads(write(tmp_path / "links.json", links, documents))
    lines = list(csv.DictReader(write(tmp_path / "links.csv", links, documents).splitlines()))
    assert list(lines[0])[: len(COLUMNS)] == list(COLUMNS)
    for row, line in zip(rows, lines, strict=True):
        for name in ("a", "b", "verdict", "judged_by", "why", "incident_a", "document_b"):
            assert line[name] == row[name]
        assert (line["score"], row["score"]) == ("0.9877", 0.9877)
        assert (line["doers"], line["text"]) == ("", "4.0")
        assert line["victims_reason"] == row["comparisons"][2]["sentence"]
    assert [row["judged_at"] for row in rows] == [None, "2021-06-01T00:00:00+00:00"]
    assert lines[0]["source_b"] == "'-Beta"  # what a spreadsheet could run as a formula is guarded


@pytest.mark.parametrize("ending", ["csv", "json"])
def test_names_of_victims_are_withheld(
    ending: str, tmp_path: Path, claims: tuple[Claim, ...], documents: tuple[Document, Document]
) -> None:
    """The teacher is named nowhere, not in lower case, not in a list of words, not by a reviewer; with names he is."""
    links = [make_link(claims), make_link(claims, judgement=JUDGED)]
    told = write(tmp_path / f"safe.{ending}", links, documents)
    assert "keita" not in told.lower()
    assert "keïta" not in told.lower()
    assert "pit" not in told.split("weightiest words in both")[1][:20]
    assert "traders" in told
    assert "keita, pit" in write(tmp_path / f"named.{ending}", links, documents, with_names=True)


def test_manifest_counts_verdicts_and_people(
    tmp_path: Path, claims: tuple[Claim, ...], documents: tuple[Document, Document]
) -> None:
    """How many pairs are the same or unsure, how many a person judged, and which words are not in the file."""
    write(tmp_path / "links.json", [make_link(claims), make_link(claims, judgement=JUDGED)], documents)
    manifest = json.loads((tmp_path / "links.json.manifest.json").read_text(encoding="utf-8"))
    assert manifest["counts"] == {"pairs": 2, "same": 1, "unsure": 1, "by_people": 1}
    assert manifest["left_out"][0]["what"] == "words"
    assert manifest["files"][0]["name"] == "links.json"


def test_no_link_is_a_file_with_a_head(tmp_path: Path) -> None:
    """A store without links gives a header and an empty list, no error."""
    assert write(tmp_path / "links.csv", [], ()).strip().split(",") == list(COLUMNS)
    assert json.loads(write(tmp_path / "links.json", [], ())) == []


def test_other_endings_and_files_that_exist_are_refused(
    tmp_path: Path, claims: tuple[Claim, ...], documents: tuple[Document, Document]
) -> None:
    """The error says which endings there are; an existing file stays as it was."""
    with pytest.raises(ExportError, match="by the ending"):
        write(tmp_path / "links.xlsx", [make_link(claims)], documents)
    (tmp_path / "links.csv").write_text("mine", encoding="utf-8")
    with pytest.raises(ExportError, match="already a file"):
        write(tmp_path / "links.csv", [make_link(claims)], documents)
    assert (tmp_path / "links.csv").read_text(encoding="utf-8") == "mine"
