"""Runs the desk's server."""

from __future__ import annotations

import os
import socket
from dataclasses import dataclass
from pathlib import Path

import uvicorn

from crossread.config import Settings
from crossread.errors import ConfigError
from crossread.review.app import make_app
from crossread.review.guard import Access
from crossread.store import open_store

HERE = ("127.0.0.1", "localhost", "::1")


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """Where the desk listens. `certificate` and `key` are files in PEM; `names` are the desk's own, besides this machine's.

    `behind_https`: a proxy on this machine ends the encryption and says in X-Forwarded-For who asked.
    """

    host: str = "127.0.0.1"
    port: int = 8765
    names: tuple[str, ...] = ()
    certificate: Path | None = None
    key: Path | None = None
    behind_https: bool = False


def serve(settings: Settings, address: Address, *, accounts: bool | None) -> None:
    """Serve the desk until it is stopped. One process, one store. What would be open to strangers is refused."""
    check_accounts(settings, accounts=accounts)
    check_address(address, accounts=bool(accounts))
    https = bool(address.certificate) or address.behind_https
    access = Access(accounts=bool(accounts), names=tuple(name.lower() for name in address.names), https=https)
    uvicorn.run(
        make_app(settings, access),
        host=address.host,
        port=address.port,
        log_level="warning",
        server_header=False,
        # Only a proxy may say that somebody else asks: otherwise whoever guesses passwords would be somebody else each time.
        proxy_headers=address.behind_https,
        forwarded_allow_ips="127.0.0.1,::1",
        ssl_certfile=address.certificate,
        ssl_keyfile=address.key,
    )


def check_port(address: Address) -> None:
    """Refuse a port on which something listens already: the address would show another store."""
    family = socket.AF_INET6 if ":" in address.host else socket.AF_INET
    try:
        with socket.socket(family, socket.SOCK_STREAM) as tried:
            if os.name != "nt":
                tried.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)  # as the server does: a port just left is free
            tried.bind((address.host, address.port))
    except OSError as error:
        raise ConfigError(
            "The desk cannot listen there.",
            where=f"{address.host}:{address.port}",
            expected="an address of this machine with a free port",
            found=error.strerror or str(error),
            next_step=f"Stop what listens there, or choose another port: --port {address.port % 65535 + 1}",
        ) from error


def check_accounts(settings: Settings, *, accounts: bool | None) -> None:
    """Refuse a desk that nobody could sign in to, and one that would ignore the users of its store."""
    with open_store(settings.store) as store:
        users = [row for row in store.users if not row.disabled]
    if accounts and not users:
        raise ConfigError(
            "Nobody could sign in.",
            where=settings.store,
            expected="a user",
            found="none that is not disabled",
            next_step="Add one first: `crossread account add NAME --role admin`",
        )
    if accounts is None and users:
        raise ConfigError(
            "This store has users, and the desk would be open to anybody on this machine.",
            where=settings.store,
            expected="--accounts or --no-accounts",
            found="neither",
            next_step="Say --accounts, or --no-accounts if you alone use this machine.",
        )


def check_address(address: Address, *, accounts: bool) -> None:
    """Refuse to leave this machine without users and an encrypted line."""
    if bool(address.certificate) != bool(address.key):
        raise ConfigError("A certificate and its key go together.", expected="--certificate FILE --key FILE")
    for path in (address.certificate, address.key):
        if path is not None and not path.is_file():
            raise ConfigError("There is no such file.", where=str(path), expected="a certificate or key in PEM")
    leaves = address.host not in HERE or address.names or address.behind_https
    if leaves and not accounts:
        raise ConfigError(
            "Without users the desk is kept on this machine.",
            where="--host",
            expected="127.0.0.1",
            found=", ".join((address.host, *address.names)),
            next_step="Add users (`crossread account add`) and say --accounts, or reach it through a tunnel such as ssh -L.",
        )
    if leaves and not (address.certificate or address.behind_https):
        raise ConfigError(
            "Passwords would cross the network in plain text.",
            where="--host",
            expected="--certificate and --key, or --behind-https",
            found=", ".join((address.host, *address.names)),
            next_step="Name a certificate, or put a proxy that speaks HTTPS before it and keep --host 127.0.0.1.",
        )
    if address.behind_https and address.host not in HERE:
        raise ConfigError(
            "Behind a proxy the desk listens on this machine only.",
            where="--host",
            expected="127.0.0.1",
            found=address.host,
            next_step="Otherwise strangers reach it past the proxy.",
        )
