"""The accounts of an incident side by side, as a dossier shows them: bands of a few, each value with its sign and its words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from crossread.codebook.name_folding import fold_name
from crossread.export.dossier_cited import Cited
from crossread.export.dossier_table import Table
from crossread.export.dossier_teller import Quote, Teller
from crossread.records import Account, Incident
from crossread.weigh import MARKS, Cell, Mark, name_account, say_date, say_standing

PER_BAND = 3  # accounts beside each other: as many as stay readable on an upright sheet of A4
COMPARED = ("agrees", "compatible", "differs")


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """Whose account a column is: source, the report's file where none is stated, its day, its number in the list of sources."""

    source: str
    note: str
    published: str
    standing: str
    number: int
    url: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One slot of one account in words; `mark` is empty where it is only shown."""

    whose: str
    text: str
    mark: Mark | None
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One slot, account by account."""

    slot: str
    cells: tuple[Told, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What one account rests on: the sentences of its report with the words of all its slots marked."""

    source: str
    number: int
    sentences: tuple[Cited, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """So many accounts as fit beside each other, and their sentences below."""

    heads: tuple[Head, ...]
    rows: tuple[Row, ...]
    said: tuple[Said, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """How the accounts stand to each other on some slots: the sign, and each slot with what is told and by how many."""

    mark: Mark
    slots: tuple[str, ...]


def lay_bands(accounts: Sequence[Account], incident: Incident, table: Table, teller: Teller) -> tuple[Band, ...]:
    """Bands of nearly the same size: four accounts in room for three are two and two. What none of a band tells has no row."""
    count = -(-len(accounts) // PER_BAND)
    ends = [len(accounts) * number // count for number in range(count + 1)] if count else []
    return tuple(_band(accounts[start:end], incident, table, teller) for start, end in pairwise(ends))


def _band(accounts: Sequence[Account], incident: Incident, table: Table, teller: Teller) -> Band:
    heads = tuple(_head(account, incident, teller) for account in accounts)
    names = [account.claim_id for account in accounts]
    told = {slot: tuple(cells[name] for name in names) for slot, cells in table.items()}
    rows = (
        Row(slot=slot, cells=tuple(_told(cell, head, teller) for cell, head in zip(cells, heads, strict=True)))
        for slot, cells in told.items()
        if any(cell.text for cell in cells) and not _repeats(slot, told)
    )
    said = (
        Said(source=head.source, number=head.number, sentences=teller.cite(quote for row in cells for quote in row.quotes))
        for head, cells in zip(heads, zip(*told.values(), strict=True), strict=bool(told))
    )
    return Band(heads=heads, rows=tuple(rows), said=tuple(one for one in said if one.sentences))


def _repeats(slot: str, told: Mapping[str, Sequence[Cell]]) -> bool:
    """True for `women abducted` where it tells what `abducted` tells, of the same words."""
    whole = told.get(slot.rpartition(" ")[2], ()) if " " in slot else ()
    return bool(whole) and all(
        not part.text or (part.text, part.quotes) == (one.text, one.quotes) for part, one in zip(told[slot], whole, strict=True)
    )


def _head(account: Account, incident: Incident, teller: Teller) -> Head:
    document = teller.documents[account.document_id]
    name = name_account(account, teller.documents)
    return Head(
        source=name.text,
        note=name.note,
        published=say_date(document.published) if document.published else "no date",
        standing=say_standing(account, incident, teller.documents),
        number=teller.source_number[document.id],
        url=document.url,
    )


def _told(cell: Cell, head: Head, teller: Teller) -> Told:
    mark = MARKS.get(cell.sign) if cell.text else None
    quotes = tuple(one for one in teller.quote(cell.quotes) if not _says(cell.text, one.words))
    return Told(whose=f"{head.source}, {head.published}", text=cell.text, mark=mark, quotes=quotes)


def _says(text: str, words: str) -> bool:
    """True where the value is these words, but for an article: they need not stand there twice."""
    return fold_name(words) in [fold_name(part) for part in text.replace(",", ";").split(";")]


def list_verdicts(incident: Incident, table: Table) -> tuple[Verdict, ...]:
    """On which slots the accounts agree, are compatible, or differ; slots that fewer than two independent sources tell are out.

    Accounts agree on a slot where each that tells it tells it as the incident; a copy of another account adds none.
    """
    groups = {row.claim_id: row.source_group for row in incident.accounts if row.weight == "account"}
    found: dict[str, list[str]] = {sign: [] for sign in COMPARED}
    for slot, cells in table.items():
        told = [cell for name, cell in cells.items() if name in groups and cell.sign in COMPARED]
        if len({groups[cell.claim_id] for cell in told}) > 1:
            worst = max((cell.sign for cell in told), key=COMPARED.index)
            found[worst].append(_slot(slot, told, worst))
    return tuple(Verdict(mark=MARKS[sign], slots=tuple(slots)) for sign, slots in found.items() if slots)


def _slot(slot: str, told: Sequence[Cell], sign: str) -> str:
    """`when (25 Jan 2019, 4 accounts)`; where accounts tell several things the slot alone: each stands beside the others."""
    texts = list(dict.fromkeys(cell.text for cell in told))
    return f"{slot} ({texts[0]}, {len(told)} accounts)" if sign == "agrees" and len(texts) == 1 else slot
