"""The cells of an incident's accounts for a dossier: figures and signs of the records as they were read, words as they may be
written.

Two victims who are both "[a civilian]" are two people, and 32 by residents beside 8 by the police are no 40: what is withheld
must change no sum and no sign.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from crossread.export.dossier_teller import Teller
from crossread.export.figures import only_figures
from crossread.records import Evidence, Incident
from crossread.weigh import Cell, compare_cells

Table = Mapping[str, Mapping[str, Cell]]
_WORDS = ("what", "when", "where", "by", "to", "with", "says who")  # every other row tells numbers of people
# What is written coarser than it was read is not compared: two days of one month would seem to agree.
_COARSE = ("when", "where", "by")


def compare_told(incident: Incident, teller: Teller) -> Table:
    """The cells of every account; what was made coarser has no sign."""
    written = compare_cells(incident, teller.claims, teller.documents)
    read = teller.incidents_read.get(incident.id)
    if read is None:
        return written
    whole = compare_cells(read, teller.claims_read, teller.documents_read)
    return {slot: _row(slot, cells, written.get(slot, {}), teller) for slot, cells in whole.items()}


def _row(slot: str, read: Mapping[str, Cell], written: Mapping[str, Cell], teller: Teller) -> dict[str, Cell]:
    if slot not in _WORDS:
        return {name: _number(cell, teller) for name, cell in read.items()}
    return {name: _in_words(cell, written.get(name), teller) for name, cell in read.items()}


def _in_words(read: Cell, written: Cell | None, teller: Teller) -> Cell:
    if written is None:  # nothing of it may be told
        return replace(read, text="", sign="not told", quotes=())
    coarse = teller.options.is_coarse and written.slot in _COARSE and written.text
    return replace(written, sign="told" if coarse else read.sign)


def _number(cell: Cell, teller: Teller) -> Cell:
    guard = teller.guard.of([cell.claim_id])
    text = guard.clean(cell.text)
    quotes: tuple[Evidence, ...] = tuple(replace(quote, quote=guard.mask(quote.quote)) for quote in cell.quotes)
    return replace(cell, text=only_figures(text) if teller.options.is_coarse and text else text, quotes=quotes)
