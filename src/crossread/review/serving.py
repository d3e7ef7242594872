"""Runs the desk's server on this machine."""

from __future__ import annotations

import uvicorn

from crossread.config import Settings
from crossread.review.app import make_app


def serve(settings: Settings, *, host: str, port: int) -> None:
    """Serve the desk until it is stopped. One process, one store."""
    uvicorn.run(make_app(settings), host=host, port=port, log_level="warning", server_header=False)
