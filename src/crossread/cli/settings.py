"""The settings of a command, with the project's own lists that they name put in use."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from crossread.config import Settings


def load_settings(config: Path | None = None, *, flags: Mapping[str, Any] | None = None) -> Settings:
    """The settings for a run; `ConfigError` for one that cannot be used, and for lines of the own lists that cannot."""
    from crossread import config as rooms

    settings = rooms.load_settings(config, flags=flags)
    if settings.places or settings.actors:  # what reads them is loaded only where there are some
        from crossread.flow.own_lists import use_lists

        use_lists(settings)
    return settings
