"""`crossread serve`: the desk in a browser."""

from __future__ import annotations

from typing import Annotated

import typer

from crossread.cli import options as o


def add_to(app: typer.Typer) -> None:
    """Put this command on the list."""
    app.command()(serve)


def serve(
    port: Annotated[int, typer.Option("--port", min=1, max=65535, help="Where the desk listens.")] = 8765,
    host: Annotated[str, typer.Option("--host", help="The address it listens on.")] = "127.0.0.1",
    policy: o.Policy = None,
    store: o.StoreUrl = None,
    config: o.Config = None,
) -> None:
    """Open the desk on a store: look at incidents, read the quotes, decide. Ctrl-C stops it."""
    from crossread.config import load_settings
    from crossread.errors import ConfigError
    from crossread.review import serve as run

    settings = load_settings(config, flags={"store": store, "policy": policy})
    if host not in ("127.0.0.1", "localhost", "::1"):
        raise ConfigError(
            "The desk has no accounts yet, so it is kept on this machine.",
            where="--host",
            expected="127.0.0.1",
            found=host,
            next_step="Reach it from elsewhere through a tunnel, such as ssh -L.",
        )
    typer.echo(f"The desk is at http://{host}:{port}/ (store {settings.store}); Ctrl-C stops it.", err=True)
    run(settings, host=host, port=port)
