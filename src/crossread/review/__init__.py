"""SHOW: the desk, in which reports are compared and reviewed in a browser."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from crossread.review.app import make_app
    from crossread.review.guard import Access
    from crossread.review.serving import Address, check_accounts, check_address, check_port, serve

# Imported when first asked for: a correction at the command line reads words as the desk does, and needs no web server.
_HOMES = {
    "Access": "guard",
    "Address": "serving",
    "check_accounts": "serving",
    "check_address": "serving",
    "check_port": "serving",
    "make_app": "app",
    "serve": "serving",
}

__all__ = ["Access", "Address", "check_accounts", "check_address", "check_port", "make_app", "serve"]


def __getattr__(name: str) -> Any:
    """A public name of the room; `AttributeError` for any other."""
    if name not in _HOMES:
        raise AttributeError(f"crossread.review has no {name!r}; public are {', '.join(__all__)}")
    return getattr(import_module(f"crossread.review.{_HOMES[name]}"), name)
