"""The cells of an XLSX file as text: shared strings, numbers as they stand, days as YYYY-MM-DD."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from io import BytesIO
from typing import Any

from crossread import patterns as re
from crossread.read.archive import parse_part
from crossread.read.refusal import refusal

_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_RELATED = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_STRICT = "http://purl.oclc.org/ooxml/"
_DAY_FORMATS = frozenset(
    {14, 15, 16, 17, 22, *range(27, 32), 36, *range(50, 59)}
)  # built in; 18 to 21 and 45 to 47 are times only
_QUOTED = re.compile(r'"[^"]*"|\[[^\]]*\]|\\.')
_COLUMN = re.compile(r"[A-Z]{1,3}")
_LAST_DAY = 2_958_465  # 31 December 9999, the last that spreadsheets know
MOST_COLUMNS = 1_000  # of a row; a cell far out to the right is a slip


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A sheet by its name, and the part that holds it."""

    name: str
    part: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetRow:
    """The cells of a row from its first column on, and its number on the sheet."""

    cells: list[str]
    number: int


class Workbook:
    """The sheets that are shown, and their rows. Raises `ReadError` for what is damaged or defines entities."""

    def __init__(self, content: bytes) -> None:
        self._archive = zipfile.ZipFile(BytesIO(content))
        book = parse_part(self._archive, "xl/workbook.xml")
        if book.tag.startswith(f"{{{_STRICT}"):
            raise refusal("unsupported_format", found="a workbook in the strict form", next_step="Save it as XLSX or CSV.")
        parts = {row.get("Id"): row.get("Target") or "" for row in parse_part(self._archive, "xl/_rels/workbook.xml.rels")}
        shown = [row for row in book.iter(f"{_MAIN}sheet") if row.get("state") in (None, "visible")]
        self.sheets = tuple(Sheet(name=row.get("name") or "", part=_path(parts.get(row.get(_RELATED), ""))) for row in shown)
        properties = book.find(f"{_MAIN}workbookPr")
        from_1904 = properties is not None and properties.get("date1904") in ("1", "true")
        self._zero = datetime(1904, 1, 1) if from_1904 else datetime(1899, 12, 30)
        self._strings = self._find_strings()
        self._day_styles = self._find_day_styles()

    def iter_rows(self, sheet: Sheet) -> Iterator[SheetRow]:
        """The rows of a sheet that hold anything, from the first that does."""
        for number, element in enumerate(self._iter(sheet.part, f"{_MAIN}row"), 1):
            cells: list[str] = []
            for cell in element.iter(f"{_MAIN}c"):
                place = _place_of(cell.get("r")) if cell.get("r") else len(cells)
                if place >= MOST_COLUMNS:
                    break
                cells += [""] * (place + 1 - len(cells))
                cells[place] = self._text_of(cell)
            given = element.get("r") or ""
            element.clear()
            if any(cell.strip() for cell in cells):
                yield SheetRow(cells=cells, number=int(given) if given.isdigit() else number)

    def _text_of(self, cell: Any) -> str:
        kind, value = cell.get("t"), cell.findtext(f"{_MAIN}v") or ""
        if kind == "s":
            return self._strings[int(value)] if value.isdigit() and int(value) < len(self._strings) else ""
        if kind == "inlineStr":
            return "".join(part.text or "" for part in cell.iter(f"{_MAIN}t"))
        if kind in (None, "n") and cell.get("s") in self._day_styles:
            return self._day_of(value)
        return value

    def _day_of(self, serial: str) -> str:
        """The day and, where one is told, the time; a number that is none stays as it is."""
        try:
            number = float(serial)
            if not 1 <= number <= _LAST_DAY:
                return serial
            told = self._zero + timedelta(seconds=round(number * 86_400))
        except (ValueError, OverflowError):
            return serial
        return told.date().isoformat() if number == int(number) else told.isoformat(timespec="minutes")

    def _find_strings(self) -> list[str]:
        if "xl/sharedStrings.xml" not in self._archive.namelist():
            return []
        found = []
        for item in self._iter("xl/sharedStrings.xml", f"{_MAIN}si"):
            runs = [item.findall(f"{_MAIN}t"), *(run.findall(f"{_MAIN}t") for run in item.findall(f"{_MAIN}r"))]
            found.append("".join(part.text or "" for parts in runs for part in parts))
            item.clear()
        return found

    def _find_day_styles(self) -> frozenset[str]:
        """The numbers of the styles that show a day."""
        if "xl/styles.xml" not in self._archive.namelist():
            return frozenset()
        styles = parse_part(self._archive, "xl/styles.xml")
        own = {row.get("numFmtId") for row in styles.iter(f"{_MAIN}numFmt") if _shows_day(row.get("formatCode") or "")}
        days = own | {str(number) for number in _DAY_FORMATS}
        cells = styles.find(f"{_MAIN}cellXfs")
        return frozenset(str(at) for at, row in enumerate(cells if cells is not None else ()) if row.get("numFmtId") in days)

    def _iter(self, part: str, tag: str) -> Iterator[Any]:
        import defusedxml.ElementTree
        from defusedxml.common import DefusedXmlException

        try:
            with self._archive.open(part) as stream:
                for _, element in defusedxml.ElementTree.iterparse(stream, forbid_dtd=True):
                    if element.tag == tag:
                        yield element
        except DefusedXmlException as error:
            raise refusal("unsafe_xml", found=f"{type(error).__name__} in {part}") from error
        except (KeyError, SyntaxError, zipfile.BadZipFile, OSError, EOFError) as error:
            raise refusal("corrupt", found=f"{part}: {error}"[:120]) from error


def _path(target: str) -> str:
    """The part that a relation leads to, which is told from the root or from the folder `xl`."""
    return target.lstrip("/") if target.startswith("/") else f"xl/{target}"


def _place_of(reference: str) -> int:
    """The column of a cell, counted from 0: "C7" is 2."""
    letters = _COLUMN.match(reference)
    place = 0
    for letter in letters[0] if letters else "A":
        place = place * 26 + ord(letter) - ord("A") + 1
    return place - 1


def _shows_day(code: str) -> bool:
    """True for a form of numbers that shows day or year: "dd/mm/yyyy", "d-mmm", but not "h:mm" or "0.00"."""
    bare = _QUOTED.sub("", code).lower()
    return "y" in bare or ("d" in bare and "m" in bare)
