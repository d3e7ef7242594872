"""Which incidents: the conditions that commands take which list or export them, declared once."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Annotated, Any

import typer

from crossread.cli.options import code_parser, parse_day

if TYPE_CHECKING:
    from crossread.store import IncidentFilter


def parse_country(given: str) -> str:
    """The ISO code, in capitals as incidents have it, of a country given by its code or its English name."""
    from crossread.codebook import find_country, load_countries
    from crossread.codebook.countries import find_near_countries

    words = given.strip()
    country = load_countries().get(words.upper())
    if country is not None:
        return country.code
    country, near = find_country(name=words), find_near_countries(words)
    if country is None:
        hint = f"; near it: {', '.join(f'{row.name} ({row.code})' for row in near)}" if near else ""
        raise typer.BadParameter(f"expected an ISO code of two letters, such as ML, or a country's name, found {given!r}{hint}")
    others = ", ".join(f"{row.name} is {row.code}" for row in near if row != country)
    if others and words.casefold() != country.name.casefold():
        typer.echo(f"{given!r} is taken for {country.name} ({country.code}); {others}.", err=True)
    return country.code


def _choice(name: str) -> Callable[[str], str]:
    """One of the values that a closed condition has."""

    def parse(given: str) -> str:
        from crossread.store.incident_filter import CHOICES

        if given not in CHOICES[name]:
            raise typer.BadParameter(f"expected one of {', '.join(CHOICES[name])}, found {given!r}")
        return given

    return parse


# The conditions of an IncidentFilter that the command line takes, by their names there.
CONDITIONS: dict[str, Any] = {
    "date_from": Annotated[
        date | None, typer.Option("--from", parser=parse_day, metavar="DAY", help="On this day (YYYY-MM-DD) or later.")
    ],
    "date_to": Annotated[
        date | None, typer.Option("--to", parser=parse_day, metavar="DAY", help="On this day (YYYY-MM-DD) or earlier.")
    ],
    "place": Annotated[str | None, typer.Option("--place", help="Words of the place or region.")],
    "country": Annotated[
        str | None, typer.Option("--country", parser=parse_country, metavar="CODE", help="ISO code, such as ML.")
    ],
    "actor": Annotated[str | None, typer.Option("--actor", help="Words of an actor's name.")],
    "type": Annotated[
        str | None,
        typer.Option(
            "--type", parser=code_parser("incident_type"), metavar="TYPE", help="Such as air_strike (docs/codebook.md)."
        ),
    ],
    "source": Annotated[str | None, typer.Option("--source", help="Words of a source that tells of it.")],
    "grade": Annotated[
        str | None,
        typer.Option(
            "--grade", parser=code_parser("grade"), metavar="GRADE", help="confirmed, fair, weak, contested or discounted."
        ),
    ],
    "state": Annotated[
        str | None,
        typer.Option(
            "--state", parser=_choice("state"), metavar="STATE", help="Of review: open (nobody decided), accepted or dismissed."
        ),
    ],
    "disagreement": Annotated[
        str | None,
        typer.Option(
            "--disagreement",
            parser=_choice("disagreement"),
            metavar="KIND",
            help="What accounts differ on: outcome, perpetrator, date, place, number, wording; any or none.",
        ),
    ],
    "text": Annotated[str | None, typer.Option("--text", help="Words of a report that tells of it.")],
}
WHERE = "where"


def takes_filter(command: Callable[..., None]) -> Callable[..., None]:
    """The command with an option for each condition in the place of its parameter `where`, which gets them as one filter."""
    # The filter's own name is not needed to parse a command line, and the store it lives in is slow to import.
    known = {**command.__globals__, "IncidentFilter": object}
    own = inspect.signature(command, eval_str=True, globals=known).parameters.values()

    def run(**given: Any) -> None:
        from crossread.store import IncidentFilter

        where = IncidentFilter(**{name: given.pop(name) for name in CONDITIONS})
        if where.date_from and where.date_to and where.date_from > where.date_to:
            raise typer.BadParameter(
                f"expected a first day not after the last, found --from {where.date_from} --to {where.date_to}",
                param_hint="--from",
            )
        command(**{WHERE: where}, **given)

    run.__name__, run.__doc__, run.__annotations__ = command.__name__, command.__doc__, {}
    parameters = [row for parameter in own for row in (_conditions() if parameter.name == WHERE else [parameter])]
    run.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]
    return run


def list_conditions(where: IncidentFilter) -> dict[str, str]:
    """The conditions that were given, as the manifest and the log tell them; empty where every incident is meant."""
    return {name: str(value) for name in where.__slots__ if (value := getattr(where, name)) is not None}


def _conditions() -> list[inspect.Parameter]:
    kind = inspect.Parameter.POSITIONAL_OR_KEYWORD
    return [inspect.Parameter(name, kind, default=None, annotation=option) for name, option in CONDITIONS.items()]
