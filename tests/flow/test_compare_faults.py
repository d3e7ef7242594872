"""A report whose values cannot be made is told of, and the others are compared."""

from __future__ import annotations

import pytest
from rule_extractor import RuleExtractor

from crossread.flow import in_memory
from crossread.normalize import Normalizer
from crossread.records import Document, Extraction, Rejection


class FaultyNormalizer(Normalizer):
    """The real one, with a fault in reports from one town."""

    def normalize(self, document: Document, extraction: Extraction) -> Extraction:
        if "Djibo" in document.text:
            raise ValueError("a fault")
        return super().normalize(document, extraction)


def test_a_fault_in_one_report_loses_no_other(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two reports of a raid are one incident with two accounts; the third is named with what was found."""
    monkeypatch.setattr(in_memory, "_normalizer", FaultyNormalizer)
    told = "Gunmen attacked the market in {} on 3 March 2021, and four traders were killed."
    documents = [
        Document(id=f"doc_{n}", text=f"Report {n}.\n\n{told.format(town)}", source=f"Radio {n}")
        for n, town in enumerate(("Gao", "Djibo", "Gao"))
    ]
    rejections: list[Rejection] = []
    found = in_memory.compare_reports(documents, extractor=RuleExtractor(), on_rejection=rejections.append)
    assert [len(incident.accounts) for incident in found.incidents] == [2]
    assert [(row.step, row.subject) for row in rejections] == [("normalize", "doc_1")]
    assert "ValueError: a fault" in rejections[0].message
    assert [len(extraction.claims) for extraction in found.extractions] == [1, 0, 1]
