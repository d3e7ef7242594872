"""The pair head compares triggers of different passages too, so that a long report's incident is not told twice."""

from __future__ import annotations

from crossread.extract.reader_en import EncoderExtractor
from crossread.records import Document

FILLER = "The market of the town sells grain, salt and cloth brought by lorry from the coast; its traders complain of roads. "


def test_passages_of_a_long_report_are_compared() -> None:
    """Every pair of passages with triggers has a table of probabilities, rows and columns as many as their triggers."""
    extractor = EncoderExtractor()
    text = "Gunmen killed nine villagers in Tessaro on Monday. " + FILLER * 30 + "The attack in Tessaro left nine people dead."
    (readings,) = extractor.read([Document(id="doc_long", text=text)])
    assert len(readings) > 1
    tables = extractor._heads.compare(readings)
    told = [i for i, reading in enumerate(readings) if reading.triggers]
    assert set(tables) == {(i, j) for i in told for j in told if i < j}
    assert tables, "the first and the last passage have a trigger"
    for (i, j), table in tables.items():
        assert table.shape == (len(readings[i].triggers), len(readings[j].triggers))
        assert ((table >= 0) & (table <= 1)).all()


def test_a_short_report_has_nothing_to_compare() -> None:
    """One passage: no table."""
    extractor = EncoderExtractor()
    (readings,) = extractor.read([Document(id="doc_short", text="Gunmen killed nine villagers in Tessaro on Monday.")])
    assert extractor._heads.compare(readings) == {}
