"""Accounts side by side: slots down, sources across, in as many bands as the width asks for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from rich import box
from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from crossread.records import Account, Claim, Document, Incident
from crossread.terminal.heading import iter_heading
from crossread.terminal.plain import plain_text
from crossread.terminal.signs import say_mark
from crossread.weigh import Cell, clean, compare_cells, name_account, say_date, say_standing

# Narrowest column in which an account is still easy to read, and the widest that helps.
NARROWEST, WIDEST = 21, 44
_SLOT_WIDTH = 13
_BETWEEN = 2


def render_comparison(
    incident: Incident,
    claims: Mapping[str, Claim],
    documents: Mapping[str, Document],
    *,
    quotes: bool = False,
    width: int = 100,
    review: str = "",
) -> RenderableType:
    """The incident's head and every account beside the others; the signs are explained by `legend`, once for a page.

    With `quotes` each cell is followed by the exact words and their offsets in the document. `width` is the console's, in
    columns: what does not fit beside each other stands in further bands below, each with the slots repeated. `review` says
    what people decided about it, empty where there is no store that could know.
    """
    table = compare_cells(incident, claims, documents)
    accounts = list(incident.accounts)
    parts: list[RenderableType] = list(iter_heading(incident, review=review))
    per_band = max(1, (width - _SLOT_WIDTH) // (NARROWEST + _BETWEEN))
    bands = _even_bands(accounts, per_band)
    column = min(WIDEST, (width - _SLOT_WIDTH) // len(bands[0]) - _BETWEEN) if bands else WIDEST
    for band in bands:
        parts.append(
            Padding(_band(band, incident, table, _Look(documents=documents, quotes=quotes, column=column)), (1, 0, 0, 0))
        )
    return Group(*parts)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Look:
    """How a band is drawn; `column` is the width of one account."""

    documents: Mapping[str, Document]
    quotes: bool
    column: int


def _even_bands(accounts: Sequence[Account], per_band: int) -> list[list[Account]]:
    """Bands of nearly the same size: five accounts in room for four are three and two, not four and one."""
    if not accounts:
        return []
    count = -(-len(accounts) // per_band)
    size = -(-len(accounts) // count)
    return [list(accounts[start : start + size]) for start in range(0, len(accounts), size)]


def _band(band: Sequence[Account], incident: Incident, table: Mapping[str, Mapping[str, Cell]], look: _Look) -> Table:
    grid = Table(box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False, padding=(0, _BETWEEN, 0, 0), show_lines=False)
    grid.add_column(width=_SLOT_WIDTH - _BETWEEN, style="dim", overflow="fold")
    headers = [_header(account, incident, look) for account in band]
    for header in _same_height(headers, look.column):
        grid.add_column(header, width=look.column, overflow="fold", header_style="not bold")
    for slot, cells in table.items():
        grid.add_row(Text(slot), *(_cell(cells[account.claim_id], look) for account in band))
        if look.quotes:
            grid.add_row(*([""] * (len(band) + 1)))
    return grid


def _header(account: Account, incident: Incident, look: _Look) -> Text:
    document = look.documents.get(account.document_id)
    name = name_account(account, look.documents)
    text = plain_text(name.text, style="bold")
    if name.note:
        text.append(f"\n{clean(name.note)}", style="not bold dim")
    if document is not None and document.published:
        text.append(f"\n{say_date(document.published)}", style="not bold dim")
    if remark := say_standing(account, incident, look.documents):
        text.append(f"\n{clean(remark)}", style="not bold italic")
    return text


def _same_height(headers: Sequence[Text], column: int) -> Sequence[Text]:
    """Headers with as many lines each, so that all names stand in the first line."""
    console = Console(width=column)
    heights = [len(header.wrap(console, column)) for header in headers]
    for header, height in zip(headers, heights, strict=True):
        header.append("\n" * (max(heights) - height))
    return headers


def _cell(cell: Cell, look: _Look) -> Text:
    mark = say_mark(cell.sign)
    value = plain_text(cell.text)
    if not value.plain:
        return mark
    if mark.plain:
        fits = value.cell_len + 1 + mark.cell_len <= look.column
        value.append(" " if fits else "\n")
        value.append_text(mark)
    for quote in _iter_quotes(cell) if look.quotes else ():
        value.append("\n")
        value.append_text(quote)
    return value


def _iter_quotes(cell: Cell) -> Iterator[Text]:
    for evidence in dict.fromkeys(cell.quotes):
        text = Text(f"“{clean(evidence.quote)}”", style="italic")
        text.append(f" {evidence.span}", style="not italic dim")
        yield text
