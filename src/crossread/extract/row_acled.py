"""A row in the form of ACLED -> one claim, every value with the words of its cell."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from crossread.codebook import find_country, load_shape
from crossread.codebook.table_cells import parse_code, parse_day
from crossread.codebook.table_shape import ShapeEvent
from crossread.extract.row_actors import PLAIN_TYPES, Frame, make_actor, make_beside
from crossread.extract.row_cells import RowCells
from crossread.records import Actor, Claim, Count, DateWindow, Evidence, Harm, Means, Place, Slot, Speaker, claim_id

ARMED = ("1", "2", "3", "4", "8")
CIVILIANS = "7"
_GEO_PRECISION = {1: "exact", 2: "near", 3: "admin1"}
# Days on either side of the day in the row that its precision leaves open: the week, the month around it.
_AROUND = {1: 0, 2: 3, 3: 15}
_TIME_PRECISION = {1: "day", 2: "week", 3: "month"}
_TWO_SIDED = ("armed_clash", "agreement", "territorial_change")
# Types that are something done to people: whom it was done to is a victim also where nobody died.
_SUFFERED = ("killing", "sexual_violence", "ill_treatment", "abduction", "detention")


def acled_claim(row: RowCells, made_by: str) -> Claim:
    """The account that the row is of its incident."""
    shape = load_shape("acled")
    country = find_country(name=row.text("country"), numeric=row.whole("iso"))
    frame = Frame(shape=shape, country=country, day=parse_day(row.text("event_date")))
    event = shape.event(row.text("sub_event_type")) or next(e for e in shape.events if e.event == row.text("event_type"))
    (trigger, *_) = row.evidence("sub_event_type", "event_type")
    kind = _type(row, frame, event)
    speakers = tuple(Speaker(role="reports", raw=w.text, name=None, evidence=(w.evidence,)) for w in row.parts("source"))
    return Claim(
        id=claim_id(document_id=row.document.id, made_by=made_by, type=kind, trigger=trigger),
        document_id=row.document.id,
        type=kind,
        scope="incident",
        status="accomplished",
        stance="attributed" if speakers else "asserted",
        trigger=trigger,
        when=_when(row, frame.day),
        where=_where(row, frame),
        actors=tuple(_actors(row, frame, kind)),
        harm=_harm(row),
        means=_means(event, trigger),
        speakers=speakers,
        made_by=made_by,
    )


def _type(row: RowCells, frame: Frame, event: ShapeEvent) -> str:
    """The type of the event. Where several of our types share a sub-event, the one that the actors of the row fit."""
    dead, second = row.whole("fatalities") or 0, _inter(row, frame, "inter2")
    if event.sub_event == "Attack" and second in ARMED:
        return "killing" if dead else "ill_treatment"
    if event.sub_event == "Mob violence" and second != CIVILIANS and dead:
        return "killing"
    return event.type


def _inter(row: RowCells, frame: Frame, column: str) -> str | None:
    return parse_code(frame.shape, "inter", row.text(column)) if row.text(column) else None


def _when(row: RowCells, day: date | None) -> Slot[DateWindow]:
    """The day of the row; with a precision of week or month the days around it, as the row's day is only the middle of them."""
    precision = row.whole("time_precision") or 1
    around = timedelta(days=_AROUND[precision])
    value = DateWindow(earliest=day - around, latest=day + around, precision=_TIME_PRECISION[precision]) if day else None
    return Slot(raw=row.text("event_date"), value=value, evidence=row.evidence("event_date", "time_precision"))


def _where(row: RowCells, frame: Frame) -> Slot[Place]:
    value = row.place(
        name=row.text("location"),
        country=frame.country.code if frame.country else None,
        admin1=row.text("admin1"),
        precision=_GEO_PRECISION[row.whole("geo_precision") or 2],  # without one: no closer than near the place
    )
    columns = ("location", "admin1", "country", "iso", "latitude", "longitude", "geo_precision")
    return Slot(raw=row.text("location"), value=value, evidence=row.evidence(*columns))


def _actors(row: RowCells, frame: Frame, kind: str) -> Iterator[Actor]:
    for number, role in zip("12", _roles(row, kind), strict=True):
        if f"actor{number}" not in row.cells:
            continue
        code = _inter(row, frame, f"inter{number}")
        plain = PLAIN_TYPES[code] if code else "unknown"
        main = make_actor(row.cells[f"actor{number}"], role, plain, frame, row.evidence(f"inter{number}"))
        yield main
        for words in row.parts(f"assoc_actor_{number}"):
            yield make_beside(words, main, frame)


def _roles(row: RowCells, kind: str) -> tuple[str, str]:
    """What the first and the second actor are; where force was used at a protest the form names the protesters first."""
    if kind in _TWO_SIDED:
        return "side_a", "side_b"
    suffered = "victim" if row.whole("fatalities") or kind in _SUFFERED else "target"
    return (suffered, "perpetrator") if kind == "crackdown" else ("perpetrator", suffered)


def _harm(row: RowCells) -> tuple[Harm, ...]:
    """The dead of all sides together. 0 stands there for "none" and for "nothing known" alike, so it is no number."""
    dead = row.whole("fatalities")
    if not dead:
        return ()
    count = Count(low=dead, high=dead, qualifier="exact")
    evidence = row.evidence("fatalities")
    raw = row.text("fatalities")
    return (Harm(effect="killed", raw=raw, group=None, group_type="unknown", count=count, evidence=evidence),)


def _means(event: ShapeEvent, trigger: Evidence) -> tuple[Means, ...]:
    return (Means(kind=event.means, raw=trigger.quote, evidence=(trigger,)),) if event.means else ()
