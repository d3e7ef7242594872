"""A report whose values cannot be made is told of, and the others are compared."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

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


def test_what_reports_only_mention_comes_behind_their_news() -> None:
    """A raid of years ago, told in passing, stands behind the one of this week."""
    text = (
        "Report.\n\nGunmen attacked the market in Gao on 3 March 2021, and four traders were killed.\n\n"
        "In March 2012 gunmen attacked the market in Koro, and nine traders were killed."
    )

    class Backward(RuleExtractor):
        def extract(self, documents: Sequence[Document]) -> list[Extraction]:
            return [
                replace(made, claims=tuple(replace(c, scope="background") if "Koro" in c.where.raw else c for c in made.claims))
                for made in super().extract(documents)
            ]

    found = in_memory.compare_reports([Document(id="doc_1", text=text, source="Radio")], extractor=Backward())
    assert [incident.where.name for incident in found.incidents] == ["Gao", "Koro"]
    assert [incident.is_news for incident in found.incidents] == [True, False]
