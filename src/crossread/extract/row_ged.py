"""A row in the form of UCDP GED -> one claim, every value with the words of its cell."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from crossread.codebook import find_country, load_shape
from crossread.codebook.table_cells import parse_day
from crossread.extract.row_actors import Frame, make_actor
from crossread.extract.row_cells import RowCells
from crossread.records import Actor, Claim, Count, DateWindow, Harm, Place, Slot, Speaker, claim_id

STATE, ONE_SIDED = 1, 3
_WHERE_PRECISION = {1: "exact", 2: "near", 3: "area", 4: "admin1", 5: "area", 6: "country", 7: "unknown"}
# The unit of the dates by the length of their span in days, as the codebook has it.
_UNITS = ((1, "day"), (6, "days"), (14, "week"), (31, "month"), (366, "year"))
# The columns of the dead by side, with the type of actor of each group.
_GROUPS = (("deaths_a", None), ("deaths_b", None), ("deaths_civilians", "civilians"), ("deaths_unknown", "unknown"))


def ged_claim(row: RowCells, made_by: str) -> Claim:
    """The account that the row is of its incident. The form has no kind of weapon: fights are clashes, the rest attacks."""
    country = find_country(name=row.text("country"))
    frame = Frame(shape=load_shape("ged"), country=country, day=parse_day(row.text("date_start")))
    (trigger,) = row.evidence("type_of_violence")
    kind = "armed_attack" if row.whole("type_of_violence") == ONE_SIDED else "armed_clash"
    actors = tuple(_actors(row, frame))
    column = "source_office" if row.text("source_office") else "source_article"
    speakers = tuple(Speaker(role="reports", raw=w.text, name=None, evidence=(w.evidence,)) for w in row.parts(column))
    return Claim(
        id=claim_id(document_id=row.document.id, made_by=made_by, type=kind, trigger=trigger),
        document_id=row.document.id,
        type=kind,
        scope="incident",
        status="accomplished",
        stance="attributed" if speakers else "asserted",
        trigger=trigger,
        when=_when(row),
        where=_where(row, frame),
        actors=actors,
        harm=tuple(_harm(row, actors)),
        speakers=speakers,
        made_by=made_by,
    )


def _actors(row: RowCells, frame: Frame) -> Iterator[Actor]:
    violence = row.whole("type_of_violence")
    roles = ("perpetrator", "victim") if violence == ONE_SIDED else ("side_a", "side_b")
    for column, role in zip(("side_a", "side_b"), roles, strict=True):
        if column not in row.cells:
            continue
        words = row.cells[column]
        known = make_actor(words, role, "unknown", frame, row.evidence("type_of_violence"))
        plain = _type(words.text, violence, role, frame)
        is_state = plain in ("state_forces", "foreign_forces")
        yield replace(known, type=plain) if is_state or known.type == "unknown" else known


def _type(name: str, violence: int | None, role: str, frame: Frame) -> str:
    """A government is its state's forces, at home or abroad; who fights one a rebel group; others armed groups."""
    if name.startswith("Government of "):
        state = find_country(name=name.removeprefix("Government of "))
        return "state_forces" if state is None or state == frame.country else "foreign_forces"
    if role == "victim":
        return "civilians"
    if violence == STATE and role == "side_a":
        return "foreign_forces"  # of fights with a state this side is one, whatever it is called
    return "rebel_group" if violence == STATE else "political_militia"


def _when(row: RowCells) -> Slot[DateWindow]:
    start, end = (parse_day(row.text(name)) for name in ("date_start", "date_end"))
    value = None
    if start and end:
        length = (end - start).days + 1
        unit = next((unit for most, unit in _UNITS if length <= most), "unknown")
        value = DateWindow(earliest=start, latest=end, precision=unit)
    return Slot(raw=row.text("date_start"), value=value, evidence=row.evidence("date_start", "date_end", "date_prec"))


def _where(row: RowCells, frame: Frame) -> Slot[Place]:
    value = row.place(
        name=row.text("where_coordinates") or row.text("adm_1"),
        country=frame.country.code if frame.country else None,
        admin1=row.text("adm_1"),
        precision=_WHERE_PRECISION[row.whole("where_prec") or 2],  # without one: no closer than near the place
    )
    columns = ("where_coordinates", "adm_1", "country", "latitude", "longitude", "where_prec")
    raw = row.text("where_coordinates") or row.text("adm_1") or row.text("country")
    return Slot(raw=raw, value=value, evidence=row.evidence(*columns))


def _harm(row: RowCells, actors: tuple[Actor, ...]) -> Iterator[Harm]:
    """All dead from low to high, and as parts of them the best estimate of each side.

    The count of a claim is a range; the best estimate is in the words of its row, where weighing finds it.
    """
    best = row.whole("best")
    low, high = row.whole("low"), row.whole("high")
    low, high = (best if low is None else low), (best if high is None else high)
    if low is None or high is None or high == 0:
        return
    count = Count(low=low, high=high, qualifier="exact" if low == high else "range")
    evidence = row.evidence("best", "low", "high")
    yield Harm(effect="killed", raw=row.text("best"), group=None, group_type="unknown", count=count, evidence=evidence)
    sides = dict(zip(("deaths_a", "deaths_b"), actors, strict=False))
    for column, kind in _GROUPS:
        dead = row.whole(column)
        if dead:
            yield Harm(
                effect="killed",
                raw=row.text(column),
                group=sides[column].raw if column in sides else None,
                group_type=kind or (sides[column].type if column in sides else "unknown"),
                count=Count(low=dead, high=dead, qualifier="exact"),
                part_of=0,
                evidence=row.evidence(column),
            )
