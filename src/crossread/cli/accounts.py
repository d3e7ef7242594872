"""`crossread account` and `crossread token`: who may sign in to the desk, and which programs may read it."""

from __future__ import annotations

import sys
from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated

import typer

from crossread.cli import options as o
from crossread.cli.values import parse_label, parse_new_name, parse_role

if TYPE_CHECKING:
    from crossread.records import ReadToken, User

HELP = "Say who may sign in to `crossread serve --accounts`, and as what. Every change stands in `crossread audit`."
TOKENS = "Let programs read the desk's API without a password. A token only reads, and ends."
Name = Annotated[str, typer.Argument(metavar="NAME", help="The name that stands beside decisions.")]
NewName = Annotated[str, typer.Argument(metavar="NAME", parser=parse_new_name, help="The name that stands beside decisions.")]
Role = Annotated[str, typer.Option("--role", parser=parse_role, metavar="ROLE", help="reader, coder, adjudicator or admin.")]
FromStdin = Annotated[bool, typer.Option("--password-stdin", help="Read the password from standard input.")]


def add_to(app: typer.Typer) -> None:
    """Put these commands on the list."""
    account = typer.Typer(help=HELP, no_args_is_help=True)
    account.command("add")(add)
    account.command("list")(list_users)
    account.command()(disable)
    account.command()(enable)
    account.command()(role)
    account.command()(password)
    app.add_typer(account, name="account")
    token = typer.Typer(help=TOKENS, no_args_is_help=True)
    token.command("add")(add_token)
    token.command("list")(list_tokens)
    token.command()(revoke)
    app.add_typer(token, name="token")


def add(
    name: NewName, role: Role = "coder", stdin: FromStdin = False, store: o.StoreUrl = None, config: o.Config = None
) -> None:
    """Add a user, with a password that is asked for."""
    from crossread.flow.judging import user_name

    with o.open_existing(store, config) as opened:
        made = opened.users.add(name, role=role, password=_ask_password(stdin=stdin), by=user_name())
    typer.echo(f"{made.name} may sign in as {made.role}.")


def list_users(store: o.StoreUrl = None, config: o.Config = None, as_json: o.AsJson = False) -> None:
    """List all users, also those that are disabled."""
    with o.open_existing(store, config) as opened:
        rows = list(opened.users)
    if as_json:
        o.print_json([{**asdict(row), "made_at": row.made_at.isoformat()} for row in rows])
        return
    for row in rows:
        typer.echo(_user_line(row))
    if not rows:
        typer.echo("There is no user yet: crossread account add NAME --role admin makes the first.")


def disable(name: Name, store: o.StoreUrl = None, config: o.Config = None) -> None:
    """Shut a user out at once, signed in or not. What they decided stays under their name."""
    _switch(name, store, disabled=True, config=config)


def enable(name: Name, store: o.StoreUrl = None, config: o.Config = None) -> None:
    """Let a disabled user in again."""
    _switch(name, store, disabled=False, config=config)


def role(
    name: Name,
    role: Annotated[str, typer.Argument(parser=parse_role, metavar="ROLE", help="reader, coder, adjudicator or admin.")],
    store: o.StoreUrl = None,
    config: o.Config = None,
) -> None:
    """Let a user do more or less from now on."""
    from crossread.flow.judging import user_name

    with o.open_existing(store, config) as opened:
        opened.users.set_role(name, role, by=user_name())
        typer.echo(_user_line(opened.users.get(name)))


def password(name: Name, stdin: FromStdin = False, store: o.StoreUrl = None, config: o.Config = None) -> None:
    """Give a user a new password; whoever is signed in under the old one is signed out."""
    from crossread.flow.judging import user_name

    with o.open_existing(store, config) as opened:
        user = opened.users.get(name)
        opened.users.set_password(user.name, _ask_password(stdin=stdin), by=user_name())
    typer.echo(f"{user.name} has a new password.")


def add_token(
    name: Name,
    label: Annotated[str, typer.Option("--label", parser=parse_label, metavar="WORDS", help="Which program it is for.")],
    days: Annotated[int, typer.Option("--days", min=1, max=365, help="How long it is good.")] = 90,
    store: o.StoreUrl = None,
    config: o.Config = None,
) -> None:
    """Make a token with which a program reads the API under a user's name. It is shown once."""
    from crossread.flow.judging import user_name

    with o.open_existing(store, config) as opened:
        made, secret = opened.read_tokens.add(opened.users.get(name), label=label, days=days, by=user_name())
    typer.echo(secret)
    typer.echo(f"{made.id} reads as {made.user} until {made.until:%Y-%m-%d}. Keep it: it is not shown again.", err=True)


def list_tokens(store: o.StoreUrl = None, config: o.Config = None, as_json: o.AsJson = False) -> None:
    """List all tokens, without their secrets."""
    with o.open_existing(store, config) as opened:
        rows = list(opened.read_tokens)
    if as_json:
        o.print_json([{**asdict(row), "made_at": row.made_at.isoformat(), "until": row.until.isoformat()} for row in rows])
        return
    for row in rows:
        typer.echo(_token_line(row))
    if not rows:
        typer.echo("There is no token.")


def revoke(
    token_id: Annotated[str, typer.Argument(metavar="ID", help="As `crossread token list` shows it.")],
    store: o.StoreUrl = None,
    config: o.Config = None,
) -> None:
    """End a token now."""
    from crossread.flow.judging import user_name

    with o.open_existing(store, config) as opened:
        opened.read_tokens.revoke(token_id, by=user_name())
    typer.echo(f"{token_id} reads nothing any more.")


def _switch(name: str, store: str | None, *, disabled: bool, config: o.Config) -> None:
    from crossread.flow.judging import user_name

    with o.open_existing(store, config) as opened:
        opened.users.set_disabled(name, disabled=disabled, by=user_name())
        typer.echo(_user_line(opened.users.get(name)))


def _ask_password(*, stdin: bool) -> str:
    if stdin:
        return sys.stdin.readline().rstrip("\r\n")
    given: str = typer.prompt("Password", hide_input=True, confirmation_prompt="Once more")
    return given


def _user_line(row: User) -> str:
    return f"{row.name}  {row.role}{'  disabled' if row.disabled else ''}  since {row.made_at:%Y-%m-%d}"


def _token_line(row: ReadToken) -> str:
    return f"{row.id}  {row.user}  {row.label}  {'revoked' if row.revoked else f'until {row.until:%Y-%m-%d}'}"
