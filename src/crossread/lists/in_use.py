"""Puts a project's lists in use for the whole program, and tells by a short mark which ones they are."""

from __future__ import annotations

import hashlib
from pathlib import Path

from crossread.codebook import ActorRegistry
from crossread.codebook.actor_registry import use_registry
from crossread.errors import ConfigError
from crossread.gazetteer import OwnPlaces, use_places
from crossread.keeping import forget_kept
from crossread.lists.actors import ActorList, read_actors, with_own
from crossread.lists.places import PlaceList, read_places

State = tuple[tuple[str, int, int] | None, ...]

_mark: str | None = None
_state: State = (None, None)


def list_mark() -> str | None:
    """What tells the lists in use from all others, `lists.1a2b3c4d`; None where there are none."""
    return _mark


def use_lists(*, places: str | Path | None = None, actors: str | Path | None = None) -> str | None:
    """Read these lists and put them in use in place of those before; give their mark.

    `ConfigError` names every line of either that cannot be used; then those before stay. What is in use already, and did not
    change since, is not read again.
    """
    global _mark, _state
    state = tuple(_state_of(path) for path in (places, actors))
    if state == _state:
        return _mark
    own = read_places(Path(places)) if places else PlaceList(places=(), faults=(), told="")
    known = read_actors(Path(actors)) if actors else ActorList(actors=(), faults=(), told="")
    if faults := [*own.faults, *known.faults]:
        raise ConfigError(
            f"{len(faults)} thing{'s' if len(faults) > 1 else ''} in your own lists cannot be used.",
            where=", ".join(str(path) for path in (places, actors) if path),
            found="".join(f"\n    {fault}" for fault in sorted(faults, key=lambda fault: (fault.file, fault.line))),
            next_step="Mend these lines; docs/own-lists.md tells what each column takes. Nothing was read.",
        )
    use_places(OwnPlaces.of(own.places))
    use_registry(with_own(ActorRegistry.built_in(), known.actors) if known.actors else None)
    forget_kept()
    told = f"{own.told}\n{known.told}"
    _mark = f"lists.{hashlib.sha256(told.encode()).hexdigest()[:8]}" if told.strip() else None
    _state = state
    return _mark


def _state_of(path: str | Path | None) -> tuple[str, int, int] | None:
    """The file as it is now, so that an edited one is noticed."""
    if not path:
        return None
    try:
        found = Path(path).stat()
    except OSError:
        return str(Path(path).absolute()), 0, 0
    return str(Path(path).absolute()), found.st_mtime_ns, found.st_size
