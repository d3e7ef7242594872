"""`crossread serve`: the desk in a browser."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from crossread.cli import options as o
from crossread.cli.values import refused_as_usage
from crossread.errors import NotFoundError

Accounts = Annotated[
    bool | None,
    typer.Option("--accounts/--no-accounts", help="People sign in (crossread account add).", show_default="nobody signs in"),
]
Names = Annotated[list[str] | None, typer.Option("--name", metavar="HOST", help="A name under which others reach it.")]


def add_to(app: typer.Typer) -> None:
    """Put this command on the list."""
    app.command()(serve)


def serve(
    port: Annotated[int, typer.Option("--port", min=1, max=65535, help="Where the desk listens.")] = 8765,
    host: Annotated[str, typer.Option("--host", help="The address it listens on.")] = "127.0.0.1",
    accounts: Accounts = None,
    name: Names = None,
    certificate: Annotated[Path | None, typer.Option("--certificate", metavar="FILE", help="For HTTPS, in PEM.")] = None,
    key: Annotated[Path | None, typer.Option("--key", metavar="FILE", help="The certificate's key.")] = None,
    behind_https: Annotated[bool, typer.Option("--behind-https", help="A proxy on this machine speaks HTTPS.")] = False,
    new: Annotated[bool, typer.Option("--new", help="Make the store if there is none; reports are added at the desk.")] = False,
    policy: o.Policy = None,
    store: o.StoreUrl = None,
    config: o.Config = None,
) -> None:
    """Open the desk on a store: look at incidents, read the quotes, decide. Ctrl-C stops it."""
    from crossread.cli.settings import load_settings
    from crossread.flow import check_policy
    from crossread.review import Address, check_accounts, check_address, check_port
    from crossread.review import serve as run

    address = Address(
        host=host, port=port, names=tuple(name or ()), certificate=certificate, key=key, behind_https=behind_https
    )
    with refused_as_usage():
        check_address(address, accounts=bool(accounts))
    settings = load_settings(config, flags={"store": store, "policy": policy})
    check_policy(settings)
    if not new:
        _check_store(settings.store)
    check_port(address)
    scheme = "https" if certificate else "http"
    if not o.store_exists(settings.store):
        typer.echo(f"There is no store at {settings.store} yet: a new, empty one is made.", err=True)
    check_accounts(settings, accounts=accounts)
    typer.echo(f"The desk is at {scheme}://{host}:{port}/ (store {settings.store}); Ctrl-C stops it.", err=True)
    run(settings, address, accounts=accounts)


def _check_store(url: str) -> None:
    """Refuse a store that is not there: a slip of typing would show an empty desk."""
    if not o.store_exists(url):
        raise NotFoundError(
            "There is no store here yet.",
            where=url.removeprefix("sqlite:///"),
            next_step="Check the spelling, read reports first (crossread read PATH… --store URL), or say --new to begin empty.",
        )
