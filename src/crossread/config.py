"""One frozen set of settings: default < crossread.toml < CROSSREAD_* < flag."""

from __future__ import annotations

import difflib
import os
import re
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from crossread.errors import ConfigError

FILE = "crossread.toml"
PREFIX = "CROSSREAD_"


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What a run works with. `docs/configuration.md` tells each one; these are the defaults.

    `store` is a path or an address, `paths` what is read when no file is named, `language` that of every report (None: found
    out for each). `places` and `actors` are files with a project's own lists. `min_score` keeps claims below it out of
    incidents; nothing is left out by default, because the extractor has already kept back what it does not believe. `jobs` is
    how many processes read at once (0: one a core, up to four, as memory allows). What
    begins with `llm_` concerns the extractor llm alone; `llm_key_env` names the environment variable that holds the key, which
    stands in no setting.
    """

    store: str = "crossread.db"
    paths: tuple[str, ...] = ()
    extractor: str = "encoder-en"
    language: str | None = None
    policy: str = "best_low_high"
    places: str | None = None
    actors: str | None = None
    min_score: float = 0.0
    jobs: int = 0
    llm_url: str | None = None
    llm_model: str | None = None
    llm_key_env: str | None = None
    llm_timeout: float = 180.0
    llm_retries: int = 4
    llm_parallel: int = 4
    llm_answer_tokens: int = 8000
    llm_cache: str | None = None
    llm_price_in: float | None = None
    llm_price_out: float | None = None


def load_settings(
    config: Path | None = None,
    *,
    flags: Mapping[str, Any] | None = None,
    environment: Mapping[str, str] | None = None,
    folder: Path | None = None,
) -> Settings:
    """The settings for a run; `ConfigError` names the file, the key, what was expected and what was found.

    `config` is the file named by --config; without it crossread.toml in `folder` (the current one) is taken if it is there.
    Flags whose value is None were not given. Paths in the file are meant from where the file is.
    """
    env = os.environ if environment is None else environment
    found = {**_from_file(config, folder or Path.cwd()), **_from_environment(env)}
    for key, value in (flags or {}).items():
        if value is not None:
            found[key] = check_setting(key, value)
    return Settings(**found)


def find_strays(environment: Mapping[str, str] | None = None) -> dict[str, str | None]:
    """Variables `CROSSREAD_…` that are no setting and so change nothing, each with the setting's it is nearest to, if any.

    An empty one counts as not set. A stray stops nothing, as it may be another program's; a key of the file is refused.
    """
    names = {f"{PREFIX}{key.upper()}": key for key in _KINDS}
    given = os.environ if environment is None else environment
    strays = sorted(name for name, value in given.items() if value and name.startswith(PREFIX) and name not in names)
    return {name: _nearest(name, names) for name in strays if name not in _BESIDE}


def _nearest(name: str, names: Mapping[str, str]) -> str | None:
    """Compared without the prefix, which all of them share."""
    near = difflib.get_close_matches(name.removeprefix(PREFIX).lower(), names.values(), n=1)
    return f"{PREFIX}{near[0].upper()}" if near else None


def check_setting(key: str, value: Any, *, where: str | None = None) -> Any:
    """The value as `Settings` has it; `ConfigError`, with what was expected, for a key or a value that cannot be used."""
    name = _known(key, where=where or "the command line")
    return _checked(name, value, where=where or f"--{name.replace('_', '-')}")


def _from_file(config: Path | None, folder: Path) -> dict[str, Any]:
    path = config or folder / FILE
    if config is None and not path.is_file():
        return {}
    try:
        rows = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise ConfigError(
            "The configuration file cannot be read.",
            where=str(path),
            expected="a file in TOML",
            found=error.strerror or str(error),
            next_step=f"Check the path after --config, or leave --config away: {FILE} is taken where it lies.",
        ) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ConfigError(
            "The configuration file is not TOML.",
            where=str(path),
            expected='lines such as policy = "range"',
            found=str(error),
            next_step="Mend that line; docs/configuration.md has an example of each setting.",
        ) from error
    values = {}
    for key, value in rows.items():
        values[key] = _anchored(key, check_setting(key, value, where=f"{path}, key {key}"), path.parent)
    return values


def _from_environment(environment: Mapping[str, str]) -> dict[str, Any]:
    values: dict[str, Any] = {}
    for key in _KINDS:
        name = f"{PREFIX}{key.upper()}"
        given = environment.get(name)
        if given:
            values[key] = _checked(key, _typed(key, given), where=f"the environment variable {name}")
    return values


def _typed(key: str, given: str) -> Any:
    """A variable of the environment is text; what is a number or a list is made one."""
    if key == "paths":
        return [part for part in given.split(os.pathsep) if part]
    if key in _NUMBERS:
        try:
            return int(given) if key in _WHOLE else float(given)
        except ValueError:
            return given
    return given


def _known(key: str, *, where: str) -> str:
    if key in _KINDS:
        return key
    near = difflib.get_close_matches(key, _KINDS, n=1)
    raise ConfigError(
        f"There is no setting called {key!r}.",
        where=where,
        expected=", ".join(_KINDS),
        found=key,
        next_step=f"Did you mean {near[0]}?" if near else "docs/configuration.md lists them.",
    )


def _checked(key: str, value: Any, *, where: str) -> Any:
    kind = _KINDS[key]
    if not kind.fits(value):
        raise ConfigError(
            f"The setting {key} has a value that cannot be used.",
            where=where,
            expected=kind.means,
            found=repr(value),
            next_step="Change it there; docs/configuration.md tells what each setting takes.",
        )
    if key == "paths":
        return tuple(str(part) for part in value)
    return float(value) if key in _NUMBERS and key not in _WHOLE else value


def _anchored(key: str, value: Any, folder: Path) -> Any:
    """Relative paths of a file are meant from its folder, so that it works from anywhere."""
    if key == "paths":
        return tuple(str(folder / part) for part in value)
    if key in ("llm_cache", "places", "actors") or (key == "store" and "://" not in value):
        return str(folder / value)
    if key == "store" and value.startswith("sqlite:///") and not value.startswith("sqlite:////"):
        return f"sqlite:///{folder / value.removeprefix('sqlite:///')}"
    return value


@dataclass(frozen=True, slots=True, kw_only=True)
class _Kind:
    means: str
    fits: Callable[[Any], bool]


def _matches(pattern: str) -> Callable[[Any], bool]:
    return lambda value: isinstance(value, str) and re.fullmatch(pattern, value) is not None


def _is_language(value: Any) -> bool:
    from crossread.languages import LANGUAGE_CODES

    return value in LANGUAGE_CODES


def _is_number(low: float, high: float) -> Callable[[Any], bool]:
    return lambda value: isinstance(value, int | float) and not isinstance(value, bool) and low <= value <= high


def _is_whole(low: int, high: int) -> Callable[[Any], bool]:
    return lambda value: isinstance(value, int) and not isinstance(value, bool) and low <= value <= high


def _is_paths(value: Any) -> bool:
    return isinstance(value, list | tuple) and all(isinstance(part, str | Path) and str(part) for part in value)


_BESIDE = (f"{PREFIX}SHARED",)  # where tests and benchmarks of this repository find public sets; no setting, and known
_NAME = r"[a-z][a-z0-9_.-]*(@[0-9]+)?"
_KINDS = {
    "store": _Kind(means="a path, sqlite:///PATH or postgresql://USER@HOST/DATABASE", fits=_matches(r".*\S.*")),
    "paths": _Kind(means="a list of files and folders", fits=_is_paths),
    "extractor": _Kind(means="a name such as encoder-en, or name@version", fits=_matches(_NAME)),
    "language": _Kind(means="a two-letter code of ISO 639-1 such as en", fits=_is_language),
    "policy": _Kind(means="a name such as lowest, best_low_high or range", fits=_matches(_NAME)),
    "places": _Kind(means="a CSV file of places", fits=_matches(r".*\S.*")),
    "actors": _Kind(means="a CSV file of actors", fits=_matches(r".*\S.*")),
    "min_score": _Kind(means="a number from 0 to 1", fits=_is_number(0, 1)),
    "jobs": _Kind(means="a whole number from 1 to 64, or 0 for as many as fit", fits=_is_whole(0, 64)),
    "llm_url": _Kind(means="an address such as http://localhost:11434/v1", fits=_matches(r"https?://\S+")),
    "llm_model": _Kind(means="a model that the endpoint knows", fits=_matches(r".*\S.*")),
    "llm_key_env": _Kind(means="the name of an environment variable, not the key", fits=_matches("[A-Za-z_][A-Za-z0-9_]*")),
    "llm_timeout": _Kind(means="seconds for one answer, 1 to 3600", fits=_is_number(1, 3600)),
    "llm_retries": _Kind(means="a whole number from 0 to 20", fits=_is_whole(0, 20)),
    "llm_parallel": _Kind(means="a whole number from 1 to 64", fits=_is_whole(1, 64)),
    "llm_answer_tokens": _Kind(means="a whole number from 100 to 1000000", fits=_is_whole(100, 1_000_000)),
    "llm_cache": _Kind(means="a folder", fits=_matches(r".*\S.*")),
    "llm_price_in": _Kind(means="a price per million tokens, 0 or more", fits=_is_number(0, 1e6)),
    "llm_price_out": _Kind(means="a price per million tokens, 0 or more", fits=_is_number(0, 1e6)),
}
_WHOLE = ("jobs", "llm_retries", "llm_parallel", "llm_answer_tokens")
_NUMBERS = ("min_score", "llm_timeout", "llm_price_in", "llm_price_out", *_WHOLE)
