"""Values of the command line that a room knows better than the parser: wrong ones are wrong usage, whatever the store holds."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import typer

from crossread.errors import CrossreadError


@contextmanager
def refused_as_usage() -> Iterator[None]:
    """Tell what a room refuses about the command line itself as wrong usage, in the room's own words."""
    try:
        yield
    except CrossreadError as error:
        raise typer.BadParameter(str(error)) from error


def parse_count(given: str | int) -> int:
    """How many of something are wanted: a whole number from 1; a default is a number already."""
    told = str(given)
    if not told.isascii() or not told.isdecimal() or int(told) < 1:
        raise typer.BadParameter(f"expected a whole number from 1, found {told!r}")
    return int(told)


def setting_parser(key: str) -> Callable[[str], str]:
    """What reads the value of a setting, and refuses what the settings file could not hold either."""

    def parse(given: str) -> str:
        from crossread.config import check_setting

        with refused_as_usage():
            value: str = check_setting(key, given)
        return value

    return parse


def parse_list(given: str) -> str:
    """The path of a list of one's own; what stands in it is read later, and every line told that cannot be used."""
    if not Path(given).is_file():
        raise typer.BadParameter(f"expected a CSV file, found no file at {given!r}")
    return given


def parse_policy(given: str) -> str:
    """The name of a policy that is installed."""
    from crossread.weigh import name_policy

    with refused_as_usage():
        name_policy(given)
    return given


def parse_extractor(given: str) -> str:
    """The name of an extractor that is installed; it is loaded later, with all that the settings say about it."""
    from crossread.extract import check_extractor

    with refused_as_usage():
        check_extractor(given)
    return given


def parse_role(given: str) -> str:
    """What a user may be."""
    from crossread.records import ROLES

    if given not in ROLES:
        raise typer.BadParameter(f"expected one of {', '.join(ROLES)}, found {given!r}")
    return given


def parse_new_name(given: str) -> str:
    """A name that a new user may have."""
    from crossread.store import check_user_name

    with refused_as_usage():
        return check_user_name(given)


def parse_label(given: str) -> str:
    """What a token may be called."""
    from crossread.store import check_token

    with refused_as_usage():
        check_token(label=given)
    return given


def parse_dealing(given: str) -> str:
    """A kind of dealing."""
    from crossread.dealings import list_kinds

    if given not in list_kinds():
        raise typer.BadParameter(f"expected one of {', '.join(list_kinds())}, found {given!r}")
    return given
