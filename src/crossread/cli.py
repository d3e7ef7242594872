"""The door: parse arguments, call flow, print."""

from __future__ import annotations


def main() -> None:
    """Run the command line."""
