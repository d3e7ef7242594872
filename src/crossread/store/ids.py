"""From what a person types to the one id it means."""

from __future__ import annotations

from sqlalchemy import Column, Connection, Select, select

from crossread.errors import NotFoundError
from crossread.folding import without_accents

NEAREST = 2  # ids that a message names as an example
LISTED_BY = {
    "incident": "`crossread incidents` lists them.",
    "document": "`crossread incidents --json` names those of each incident.",
    "claim": "`crossread show ID --json` of an incident or document lists its claims.",
}


def find_id(connection: Connection, column: Column[str], given: str, *, what: str) -> str:
    """The full id that `given` names: the id itself or a beginning that only one id has.

    Raises `NotFoundError` with the nearest ids (those that share the longest beginning) otherwise.
    """
    if connection.execute(select(column).where(column == given)).first():
        return given
    matches = _ids(connection, _with_beginning(column, given).order_by(column).limit(NEAREST + 2)) if given else []
    if len(matches) == 1:
        return matches[0]
    if matches:
        raise NotFoundError(
            f"More than one {what} has an id that starts with {given!r}.",
            found=", ".join(matches[: NEAREST + 1]) + (" …" if len(matches) > NEAREST + 1 else ""),
            next_step="Give more characters of the id.",
        )
    nearest = _nearest(connection, column, given)
    raise NotFoundError(
        f"There is no {what} by the id {given!r}.",
        expected=nearest or f"the store holds no {what} yet",
        next_step=LISTED_BY.get(what),
    )


def fold(words: str) -> str:
    """Words without case and accents, for comparing what is typed with what is stored; PostgreSQL folds its index alike."""
    return " ".join(without_accents(words).split())


def _with_beginning(column: Column[str], given: str) -> Select[str]:
    escaped = given.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
    return select(column).where(column.like(f"{escaped}%", escape="\\"))


def _nearest(connection: Connection, column: Column[str], given: str) -> str | None:
    """The ids that share the longest beginning with `given`, or one as an example where they share no more than the kind."""
    for end in range(len(given) - 1, given.find("_") + 1, -1):
        found = _ids(connection, _with_beginning(column, given[:end]).order_by(column).limit(NEAREST + 1))
        if found:
            return f"the nearest ids are {', '.join(found)}"
    example = _ids(connection, select(column).order_by(column).limit(1))
    return f"an id such as {example[0]}" if example else None


def _ids(connection: Connection, query: Select[str]) -> list[str]:
    return [str(row[0]) for row in connection.execute(query)]
