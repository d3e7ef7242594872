"""Draw docs/comparison.svg: what `crossread compare` prints for one incident of the sample collection.

python tools/make_picture.py
"""

from __future__ import annotations

import io
import re
from pathlib import Path

from rich.console import Console
from rich.terminal_theme import TerminalTheme

from crossread.flow.in_memory import compare_reports
from crossread.read import ReadOptions, iter_documents
from crossread.records import Document, Rejection
from crossread.samples import sample_paths, sample_sources
from crossread.terminal import legend, render_comparison

WIDTH = 110
CALM = TerminalTheme(
    (252, 252, 250),
    (40, 42, 46),
    [(40, 42, 46), (176, 48, 48), (46, 120, 72), (150, 105, 20), (50, 90, 150), (120, 70, 130), (40, 120, 130), (90, 90, 90)],
)


def read_samples() -> list[Document]:
    """The sample collection with the sources that two files do not tell."""
    documents = []
    for path in sample_paths():
        for row in iter_documents([path], options=ReadOptions(source=sample_sources().get(path.name))):
            if isinstance(row, Rejection):
                raise SystemExit(row.message)
            documents.append(row.document)
    return documents


def main() -> None:
    """Compare the samples and draw the incident that most reports tell of."""
    comparison = compare_reports(read_samples())
    incident = max(comparison.incidents, key=lambda row: len({a.document_id for a in row.accounts}))
    console = Console(
        record=True, width=WIDTH, file=io.StringIO(), markup=False, emoji=False, highlight=False, force_terminal=True
    )
    console.print(render_comparison(incident, comparison.claims, comparison.documents, width=WIDTH))
    console.print()
    console.print(legend())
    out = Path(__file__).parent.parent / "docs" / "comparison.svg"
    drawn = console.export_svg(title="crossread compare", theme=CALM)
    out.write_text(re.sub(r"@font-face \{.*?\}\s*", "", drawn, flags=re.DOTALL), encoding="utf-8")  # no font from afar


if __name__ == "__main__":
    main()
