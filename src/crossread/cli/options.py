"""Options that several commands share, and how their values are read."""

from __future__ import annotations

import json
import shlex
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from crossread.cli.values import parse_extractor, parse_list, parse_policy, setting_parser
from crossread.errors import NotFoundError

if TYPE_CHECKING:
    from crossread.store import Store as OpenStore

EXIT_REFUSED, EXIT_USAGE, EXIT_NOTHING, EXIT_ERROR, EXIT_STOPPED = 1, 2, 3, 4, 130


def parse_day(given: str) -> date:
    """A day written YYYY-MM-DD."""
    try:
        return date.fromisoformat(given)
    except ValueError as error:
        raise typer.BadParameter(f"expected a day as YYYY-MM-DD, found {given!r}") from error


def parse_published(given: str) -> date:
    """A day of publication, which cannot be yet to come."""
    from crossread.read.options import latest_day

    day, last = parse_day(given), latest_day()
    if day > last:
        raise typer.BadParameter(
            f"a report cannot have been published on a day yet to come: expected up to {last}, found {day}"
        )
    return day


def code_parser(kind: str) -> Callable[[str], str]:
    """What reads a code of the codebook, also as tables show it ("air strike"), and refuses any other, with the list."""

    def parse(given: str) -> str:
        from crossread.codebook import load_codebook

        code, codes = "_".join(given.lower().replace("-", " ").split()), load_codebook().codes(kind)
        if code not in codes:
            raise typer.BadParameter(f"expected one of {', '.join(codes)}, found {given!r}")
        return code

    return parse


StoreUrl = Annotated[
    str | None,
    typer.Option(
        "--store",
        parser=setting_parser("store"),
        help="Path or address of the store.",
        show_default="crossread.db",
        metavar="URL",
    ),
]
Config = Annotated[
    Path | None, typer.Option("--config", help="Settings file.", show_default="crossread.toml here", metavar="FILE")
]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON for a program.")]
AsJsonLines = Annotated[bool, typer.Option("--json", help="Print JSON for a program, one object a line.")]
Jobs = Annotated[
    int | None,
    typer.Option(
        "--jobs", min=0, max=64, help="Processes at once; 0: as cores and memory allow.", show_default="0", metavar="N"
    ),
]
Quotes = Annotated[bool, typer.Option("--quotes", help="Under each value, the words it rests on.")]
Policy = Annotated[
    str | None,
    typer.Option(
        "--policy",
        parser=parse_policy,
        metavar="NAME",
        help="How numbers roll up: lowest, best_low_high, range, latest_official, majority.",
    ),
]
ExtractorName = Annotated[
    str | None,
    typer.Option(
        "--extractor",
        parser=parse_extractor,
        help="Who makes the claims: encoder-en or llm.",
        show_default="encoder-en",
        metavar="NAME",
    ),
]
Language = Annotated[
    str | None,
    typer.Option(
        "--language",
        parser=setting_parser("language"),
        metavar="CODE",
        help="Their language, such as en.",
        show_default="found out",
    ),
]
Places = Annotated[
    str | None,
    typer.Option("--places", parser=parse_list, help="Your own places, a CSV file.", metavar="FILE"),
]
Actors = Annotated[
    str | None,
    typer.Option("--actors", parser=parse_list, help="Your own actors, a CSV file.", metavar="FILE"),
]
Columns = Annotated[
    list[str] | None, typer.Option("--map", metavar="FIELD=COLUMN", help="A table's own column name; repeat it.")
]
DayOrder = Annotated[
    str | None,
    typer.Option("--dates", metavar="ORDER", help="Of days such as 03/04/2019 in tables: day-first or month-first."),
]
MinScore = Annotated[
    float | None, typer.Option("--min-score", min=0, max=1, help="Leave out claims the extractor is less sure of.")
]


def print_json(value: Any) -> None:
    """One JSON value on standard output, on a line of its own."""
    sys.stdout.write(json.dumps(value, ensure_ascii=False) + "\n")


def parse_map(pairs: list[str]) -> Mapping[str, str]:
    """`text=body` and the like, as field -> column."""
    from crossread.read.options import FIELDS

    found = {}
    for pair in pairs:
        field, sign, column = pair.partition("=")
        if not (sign and field and column):
            raise typer.BadParameter(f"expected field=column, such as text=body, found {pair!r}", param_hint="--map")
        if field not in FIELDS:
            swapped = f" Did you mean {column}={field}?" if column in FIELDS else ""
            raise typer.BadParameter(
                f"documents have no field {field!r}; they have {', '.join(FIELDS)}.{swapped}", param_hint="--map"
            )
        found[field] = column
    return found


def parse_order(given: str | None) -> str | None:
    """An order of day and month, or None."""
    from crossread.read.options import DAY_ORDERS

    if given is not None and given not in DAY_ORDERS:
        raise typer.BadParameter(f"expected {' or '.join(DAY_ORDERS)}, found {given!r}", param_hint="--dates")
    return given


def parse_shape(given: str | None) -> str | None:
    """A form of tables of incidents that can be read, or None."""
    from crossread.codebook import SHAPES

    if given is not None and given not in SHAPES:
        raise typer.BadParameter(f"expected one of {', '.join(SHAPES)}, found {given!r}", param_hint="--as")
    return given


def check_store_exists(url: str) -> None:
    """Refuse to make an empty store for a command that only looks into one."""
    if not store_exists(url):
        raise NotFoundError(
            "There is no store here yet.",
            where=url.removeprefix("sqlite:///"),
            next_step="Read reports first: `crossread read PATH…`",
        )


def store_exists(url: str) -> bool:
    """False where no file lies at the store's path; of a database server it is not known before it is asked."""
    path = url.removeprefix("sqlite:///")
    return "://" in path or Path(path).exists()


def say_store(url: str) -> str:
    """What a command that a message names needs in order to find the same store: nothing for the default one."""
    from crossread.config import Settings

    return "" if url == Settings().store else f" --store {shlex.quote(url)}"


def open_existing(store: str | None, config: Path | None) -> OpenStore:
    """The store that the options name, for a command that only looks into one."""
    from crossread.cli.settings import load_settings
    from crossread.store import open_store

    settings = load_settings(config, flags={"store": store})
    check_store_exists(settings.store)
    return open_store(settings.store)


@contextmanager
def only_if_logged(paths: Sequence[Path], manifest: Path) -> Iterator[None]:
    """Take the files away again if the audit log cannot be written: no export without its entry."""
    try:
        yield
    except BaseException:
        for path in (*paths, manifest):
            path.unlink(missing_ok=True)
        raise
