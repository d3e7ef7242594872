"""What `export acled` writes, `read --as acled` reads: written again it is the same in every column that codes something."""

from __future__ import annotations

import csv
import random
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from crossread.codebook import load_codebook, load_shape
from crossread.export import Selection, export_incidents
from crossread.extract import RowExtractor
from crossread.flow.in_memory import Comparison, compare_extractions
from crossread.read import ReadDocument, ReadOptions, iter_documents
from crossread.records import (
    Actor,
    Claim,
    Count,
    DateWindow,
    Document,
    Extraction,
    Harm,
    Means,
    Place,
    Slot,
    Speaker,
    claim_id,
)

# A row's id is that of the incident in its own store, its time that of the export; notes and tags tell in words how it came
# about, and the text of the row read back holds them as they were.
NOT_CODED = ("event_id_cnty", "timestamp", "notes", "tags")
GROUPS = ("rebel_group", "political_militia", "communal_militia")
NAMES = {
    "Ilu Front": GROUPS,
    "Kossa Guard": GROUPS,
    "Jama'at Nusrat al-Islam wal-Muslimin": ("rebel_group",),
    "MINUSMA (Chad)": ("foreign_forces",),
    "Chadian Armed Forces": ("foreign_forces",),
}
MEANS = ("suicide_bomb", "grenade", "chemical", "firearm")
SPANS = ((1, "day"), (2, "days"), (7, "week"), (31, "month"))
SIDES = {"armed_clash": ("side_a", "side_b"), "agreement": ("side_a", "side_b")}


def make_document(number: int) -> Document:
    """A report of its own for each incident."""
    text = f"Report {number}: it happened again, and nobody but this paper tells of case {number}."
    return Document(id=f"doc_{number:04}", text=text, source=f"Paper {number}; evening", language="en", published=None)


def make_claim(number: int, document: Document, dice: random.Random) -> Claim:
    """An incident of a kind of its own: the types in turn, all else by the dice, far from any other in time."""
    book = load_codebook()
    kind = book.types[number % len(book.types)]
    roles = SIDES.get(kind, ("perpetrator", dice.choice(("victim", "target"))))
    first = date(1990, 1, 1) + timedelta(days=70 * number)
    length, unit = dice.choice(SPANS)
    trigger = document.quote(document.text.index("happened"), document.text.index("happened") + len("happened"))
    return Claim(
        id=claim_id(document_id=document.id, made_by="hand@1", type=kind, trigger=trigger),
        document_id=document.id,
        type=kind,
        scope="incident",
        status="accomplished",
        stance="asserted",
        trigger=trigger,
        when=Slot(raw="then", value=DateWindow(earliest=first, latest=first + timedelta(days=length - 1), precision=unit)),
        where=Slot(raw="there", value=make_place(number, dice)),
        actors=tuple(make_actor(role, dice) for role in roles for _ in range(dice.choice((0, 1, 1, 2)))),
        harm=tuple(make_harm(dice)),
        means=tuple(Means(kind=means, raw="x") for means in dice.sample(MEANS, dice.choice((0, 1)))),
        speakers=(Speaker(role="reports", raw="the mayor"),),
        made_by="hand@1",
    )


def make_place(number: int, dice: random.Random) -> Place:
    return Place(
        name=f"Town {number}",
        country=dice.choice(("ML", "NG", "CD", "UA", "CI")),
        admin1="Some Region",
        gazetteer_id=None,
        latitude=round(dice.uniform(-60, 60), 4),
        longitude=round(dice.uniform(-170, 170), 4),
        precision=dice.choice(("exact", "near", "area", "admin1")),
    )


def make_actor(role: str, dice: random.Random) -> Actor:
    name = dice.choice((*NAMES, None, None))
    kind = dice.choice(NAMES[name] if name else load_codebook().codes("actor_type"))
    return Actor(role=role, raw=name or "they", name=name, type=kind)


def make_harm(dice: random.Random) -> Iterator[Harm]:
    count = dice.choice(
        (
            None,
            Count(low=0, high=0, qualifier="exact"),
            Count(low=4, high=4, qualifier="exact"),
            Count(low=19, high=None, qualifier="at_least"),
            Count(low=3, high=8, qualifier="range"),
            Count(low=None, high=None, qualifier="vague"),
        )
    )
    if count is not None:
        yield Harm(effect="killed", raw="dozens", group="people", group_type="civilians", count=count)


def compare(documents: Iterable[Document], extractions: Iterable[Extraction]) -> Comparison:
    return compare_extractions({document.id: document for document in documents}, list(extractions), policy="best_low_high")


def write(found: Comparison, path: Path, format: str) -> list[dict[str, str]]:
    """The rows that are exported, by day; each incident has one of its own."""
    selection = Selection(
        incidents=found.incidents, claims=tuple(found.claims.values()), documents=tuple(found.documents.values())
    )
    export_incidents(format, path, selection=selection)
    shape = load_shape(format.partition("_")[0])
    return sorted(csv.DictReader(path.read_text(encoding="utf-8").splitlines()), key=lambda row: row[shape.date])


def read_back(path: Path, shape: str) -> Comparison:
    """The rows of a file as accounts, linked and weighed as reports are."""
    read = list(iter_documents(path, options=ReadOptions(shape=shape)))
    documents = [row.document for row in read if isinstance(row, ReadDocument)]
    assert len(documents) == len(read)
    return compare(documents, RowExtractor().extract(documents))


@pytest.fixture(scope="module")
def told() -> Comparison:
    """Incidents of every type, each told by one report."""
    dice = random.Random(7)
    documents = [make_document(number) for number in range(154)]
    claims = [make_claim(number, document, dice) for number, document in enumerate(documents)]
    made = [Extraction(document_id=c.document_id, claims=(c,), wording=(), made_by="hand@1") for c in claims]
    return compare(documents, made)


@pytest.mark.parametrize("format", ["acled", "acled_numeric"])
def test_what_is_exported_reads_back_and_exports_the_same(told: Comparison, tmp_path: Path, format: str) -> None:
    """Types, days, precisions, actors with codes and those beside them, places, sources, dead: cell by cell."""
    before = write(told, tmp_path / "before.csv", format)
    after = write(read_back(tmp_path / "before.csv", "acled"), tmp_path / "after.csv", format)
    assert len(before) > 60
    assert len({row["sub_event_type"] for row in before}) > 14
    assert len(after) == len(before)
    for old, new in zip(before, after, strict=True):
        changed = {name: (old[name], new[name]) for name in old if old[name] != new[name] and name not in NOT_CODED}
        assert changed == {}, old


def test_a_ged_file_reads_back_with_the_same_days_places_sides_and_range(told: Comparison, tmp_path: Path) -> None:
    """The best figure alone is not among them: a claim holds low and high."""
    before = write(told, tmp_path / "before.csv", "ged")
    after = write(read_back(tmp_path / "before.csv", "ged"), tmp_path / "after.csv", "ged")
    assert len(before) > 5
    same = ("date_start", "date_end", "date_prec", "where_prec", "latitude", "longitude", "country", "adm_1", "low", "high")
    same += ("type_of_violence", "side_a", "side_b", "where_coordinates", "region", "priogrid_gid", "source_office")
    assert [[row[name] for name in same] for row in after] == [[row[name] for name in same] for row in before]


def test_two_rows_of_one_file_are_never_one_incident(told: Comparison, tmp_path: Path) -> None:
    """Its maker says that they are two, however alike they are."""
    first, *_ = write(told, tmp_path / "before.csv", "acled")
    with (tmp_path / "twins.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(first))
        writer.writeheader()
        writer.writerows({**first, "event_id_cnty": f"ZZ{number}"} for number in range(3))
    assert len(read_back(tmp_path / "twins.csv", "acled").incidents) == 3
