"""Rows of a table -> corrections: a row a correction, or the tables `accounts` and `harm` of an export with cells changed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from crossread.cli.corrections import CODED, Asked, check_own_value, check_reason, check_slot, check_value
from crossread.cli.given_table import GivenRow, RefusedCellError, in_column
from crossread.errors import RecordError

if TYPE_CHECKING:
    from crossread.records import Claim

NOT_TOLD = "none"  # in a cell of words: the report does not tell it. An empty cell says nothing
DAYS, PLACE, POINT = ("date_earliest", "date_latest"), ("place", "country"), ("latitude", "longitude")
OF_ROWS = (
    "claim slot value not_told take_out own who part_of replaces country at reason by".split()
)  # what a table with a row for each correction may have, named as the options


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """One correction of a row, and the column that it stands in."""

    column: str
    asked: Asked


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """A kind of table: the columns that tell it, those that are heard, and what a row asks of its claim as it stands.

    With `whole` each row is a correction; else the cells that differ from the claim are.
    """

    name: str
    told_by: frozenset[str]
    heard: tuple[str, ...]
    read: Callable[[GivenRow, Claim], Iterator[Wanted]]
    whole: bool = False


def find_form(columns: Iterable[str]) -> Form | None:
    """The kind of a table with these columns, None where it holds no corrections."""
    names = set(columns)
    names |= {"claim"} if "claim_id" in names else set()
    return next((form for form in FORMS if form.told_by <= names), None)


def claim_column(row: GivenRow) -> str:
    """The column in which a row names its claim."""
    return "claim_id" if "claim_id" in row.cells and not row.get("claim") else "claim"


def name_claim(row: GivenRow) -> str:
    """The claim that a row is about, refused where it names none."""
    named = row.get(claim_column(row))
    if not named:
        error = RecordError("The row names no claim.", expected="its id, such as clm_3f2a", found="nothing")
        raise RefusedCellError(claim_column(row), error)
    return named


def check_wanted(wanted: Wanted, reason: str | None) -> None:
    """Raise `RefusedCellError` for what is no correction whatever the claim is, with the column in which it stands."""
    asked = wanted.asked
    with in_column("slot" if wanted.column == "value" else wanted.column):
        check_slot(asked)
    with in_column(wanted.column):
        check_value(asked)
    with in_column(_own_column(wanted)):
        check_own_value(asked)
    with in_column("reason"):
        check_reason(asked, reason)


def _own_column(wanted: Wanted) -> str:
    """The column of an own value that cannot be: the country of a place first, as a name without one is none."""
    asked = wanted.asked
    if not asked.own:
        return "country" if asked.country else "at"
    if asked.slot == "where" and not (asked.country and len(asked.country) == 2 and asked.country.isupper()):
        return "country"
    return "at" if asked.at and wanted.column == "value" else wanted.column


def _read_row(row: GivenRow, claim: Claim) -> Iterator[Wanted]:
    """A table with a row for each correction, its columns named as the options are."""
    asked = Asked(
        slot=row.get("slot"),
        words=row.get("value"),
        empty=row.says("not_told"),
        out=row.says("take_out"),
        who=row.get("who") or None,
        part_of=row.get("part_of") or None,
        replaces=row.get("replaces") or None,
        own=row.says("own"),
        country=row.get("country").upper() or None,
        at=row.get("at") or None,
    )
    yield Wanted(column="value", asked=asked)


def _read_account(row: GivenRow, claim: Claim) -> Iterator[Wanted]:
    """The table `accounts`: codes, the words of time and place, and days and places that the coder knows otherwise."""
    for slot in CODED:
        code = "_".join(row.get(slot).casefold().replace("-", " ").split())
        if code and code != getattr(claim, slot):
            yield Wanted(column=slot, asked=Asked(slot=slot, words=code))
    words = {slot: _new_words(row.get(f"{slot}_raw"), getattr(claim, slot)) for slot in ("when", "where")}
    own = {"when": _own_days(row, claim), "where": _own_place(row, claim)}
    for slot, told in words.items():
        known = own[slot]
        if told and known:
            error = RecordError(
                "Words of the report were changed, and what they are read as, too.",
                expected=f"either {slot}_raw or {known.column}",
                found=f"{told} beside {row.get(known.column)}",
                next_step=f"Leave {known.column} as it was to have the words read; leave {slot}_raw to set the value yourself.",
            )
            raise RefusedCellError(known.column, error)
        if told:
            empty = told.casefold() == NOT_TOLD
            yield Wanted(column=f"{slot}_raw", asked=Asked(slot=slot, words="" if empty else told, empty=empty))
        elif known:
            yield known


def _new_words(cell: str, stands: Any) -> str:
    """The words of the cell where they are others than the claim's; empty where nothing was said."""
    raw = stands.raw if stands else NOT_TOLD
    return "" if not cell or _plain(cell) == _plain(raw) else cell


def _own_days(row: GivenRow, claim: Claim) -> Wanted | None:
    window = claim.when.value if claim.when else None
    stands = {name: getattr(window, name.removeprefix("date_"), None) for name in DAYS}
    told = {name: _day(row, name) if row.get(name) else stands[name] for name in DAYS}
    changed = [name for name in DAYS if told[name] != stands[name]]
    if not changed:
        return None
    first, last = (told[name] or told[DAYS[1 - at]] for at, name in enumerate(DAYS))
    return Wanted(column=changed[0], asked=Asked(slot="when", words=f"{first}..{last}", own=True))


def _day(row: GivenRow, column: str) -> date:
    from crossread.codebook.table_cells import parse_day

    found = parse_day(row.get(column))
    if found is None:
        error = RecordError("This is no day.", expected="a day as YYYY-MM-DD", found=row.get(column))
        raise RefusedCellError(column, error)
    return found


def _own_place(row: GivenRow, claim: Claim) -> Wanted | None:
    """A place of the coder's own. Another name without another point has none: the old point is that of the old name."""
    place = claim.where.value if claim.where else None
    names = {name: getattr(place, "name" if name == "place" else name, None) for name in PLACE}
    points = {name: getattr(place, name, None) for name in POINT}
    changed = [name for name in PLACE if row.get(name) and _plain(row.get(name)) != _plain(names[name] or "")]
    moved = [name for name in POINT if row.get(name) and not _same_degrees(row.get(name), points[name])]
    if not changed and not moved:
        return None
    told = {name: row.get(name) or names[name] for name in PLACE}
    at = ",".join(row.get(name) or str(points[name] if points[name] is not None else "") for name in POINT) if moved else None
    asked = Asked(slot="where", words=told["place"] or "", own=True, country=(told["country"] or "").upper() or None, at=at)
    return Wanted(column=(changed + moved)[0], asked=asked)


def _same_degrees(cell: str, stands: float | None) -> bool:
    try:
        return stands is not None and abs(float(cell) - stands) < 1e-6
    except ValueError:
        return False


def _read_harm(row: GivenRow, claim: Claim) -> Iterator[Wanted]:
    """The table `harm`: a number that the coder knows otherwise stands in the place of the one that was read."""
    at = row.get("row")
    stands = claim.harm[int(at)] if at.isdecimal() and int(at) < len(claim.harm) else None
    if stands is None or stands.effect != row.get("effect"):
        told = ", ".join(f"{number} {one.effect}" for number, one in enumerate(claim.harm)) or "a claim with numbers"
        error = RecordError(
            "The claim has no such number today.",
            expected=told,
            found=f"{at} {row.get('effect')}",
            next_step="Export the table again; another kind of number is set with the columns claim, slot and value.",
        )
        raise RefusedCellError("row", error)
    count = stands.count
    known = {"low": count.low if count else None, "high": count.high if count else None}
    told_now = {name: _number(row, name) if row.get(name) else known[name] for name in known}
    changed = [name for name in known if told_now[name] != known[name]]
    if not changed:
        return
    if None in told_now.values():
        error = RecordError(
            "An own number has a least and a most.", expected="low and high, the same where it is exact", found="one of them"
        )
        raise RefusedCellError(changed[0], error)
    low, high = told_now["low"], told_now["high"]
    slot, words = f"harm:{stands.effect}", str(low) if low == high else f"{low}-{high}"
    who = stands.group_type if stands.group_type != "unknown" else None
    yield Wanted(column=changed[0], asked=Asked(slot=slot, words=words, own=True, replaces=stands.raw, who=who))


def _number(row: GivenRow, column: str) -> int:
    from crossread.codebook.table_cells import parse_whole

    found = parse_whole(row.get(column))
    if found is None or found < 0:
        error = RecordError("This is no number of people.", expected="a whole number from 0", found=row.get(column))
        raise RefusedCellError(column, error)
    return found


def _plain(words: str) -> str:
    return " ".join(words.split()).casefold()


FORMS = (
    Form(name="corrections", told_by=frozenset(("claim", "slot")), heard=tuple(OF_ROWS), read=_read_row, whole=True),
    Form(
        name="accounts",
        told_by=frozenset(("claim", *CODED, "when_raw", "where_raw")),
        heard=(*CODED, "when_raw", "where_raw", *DAYS, *PLACE, *POINT, "reason", "by"),
        read=_read_account,
    ),
    Form(
        name="harm",
        told_by=frozenset(("claim", "row", "effect", "low", "high")),
        heard=("low", "high", "reason", "by"),
        read=_read_harm,
    ),
)
