"""The cells of a row that was read as a document: each value with the words of the document that it stands in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from crossread.codebook.table_cells import parse_number, parse_whole
from crossread.records import Document, Evidence, Place

MARK = ": "  # between the column and the cell in each line of the document


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """A value's words and where they stand."""

    text: str
    evidence: Evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class RowCells:
    """One row: for each column that is not blank, its cell and the place of the cell in the document's text."""

    document: Document
    cells: Mapping[str, Words]

    @classmethod
    def of(cls, document: Document) -> RowCells:
        """The cells of a document of lines `column: value`."""
        return cls(document=document, cells=dict(_iter_cells(document)))

    def text(self, column: str) -> str:
        """The cell of that column, empty where it is blank or the file has no such column."""
        return self.cells[column].text if column in self.cells else ""

    def whole(self, column: str) -> int | None:
        """The cell as a whole number, None where there is none."""
        return parse_whole(self.text(column))

    def evidence(self, *columns: str) -> tuple[Evidence, ...]:
        """The words of these columns, those that are blank left away."""
        return tuple(self.cells[column].evidence for column in columns if column in self.cells)

    def parts(self, column: str, *, separator: str = ";") -> list[Words]:
        """The values of a cell that holds several, each with its own words."""
        if column not in self.cells:
            return []
        whole = self.cells[column]
        found, start = [], 0
        for part in whole.text.split(separator):
            words = part.strip()
            if words:
                at = whole.evidence.span.start + whole.text.index(words, start)
                found.append(Words(text=words, evidence=self.document.quote(at, at + len(words))))
            start += len(part) + len(separator)
        return found

    def point(self) -> tuple[float, float] | tuple[None, None]:
        """Latitude and longitude, both or none."""
        latitude, longitude = (parse_number(self.text(name)) for name in ("latitude", "longitude"))
        return (None, None) if latitude is None or longitude is None else (latitude, longitude)

    def place(self, *, name: str, country: str | None, admin1: str, precision: str) -> Place:
        """The place of the row, with the row's own point."""
        latitude, longitude = self.point()
        return Place(
            name=name or None,
            country=country,
            admin1=admin1 or None,
            gazetteer_id=None,
            latitude=latitude,
            longitude=longitude,
            precision=precision,
        )


def _iter_cells(document: Document) -> Iterator[tuple[str, Words]]:
    start = 0
    for line in document.text.split("\n"):
        column, mark, cell = line.partition(MARK)
        if mark and cell:
            at = start + len(column) + len(mark)
            yield column, Words(text=cell, evidence=document.quote(at, at + len(cell)))
        start += len(line) + 1
