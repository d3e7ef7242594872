"""One language as data: what its reports call months, numbers, relative days, losses and bounds."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any

from crossread.errors import CodebookError

DATE_ORDERS = ("day_first", "month_first", "unclear")
SEASONS = ("spring", "summer", "autumn", "winter")
EFFECTS = ("killed", "injured", "abducted", "detained", "missing", "displaced", "casualties", "incapacitated")
SECTIONS = (
    "months",
    "weekdays",
    "seasons",
    "holidays",
    "islamic_months",
    "numbers",
    "scales",
    "ordinals",
    "date_words",
    "date_cues",
    "count_words",
    "casualty_words",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Language:
    """What one language's reports call things, phrase by phrase; every phrase is lower case.

    The mappings run from the phrase to what it stands for (`months["jan"]` is 1, weekdays count from Monday = 1). In
    `date_cues` and `count_words` they run from the role to its phrases, because one phrase may have two roles there.
    `decades` (may be empty) names decades by their first year ("the nineties" is 1990). `effect_cues` (may be empty) are
    regular expressions of words of death, injury and being hit. `people_words` and `name_words` (may be empty) run from the
    role to single words: nouns that count people, and words in a name that do not tell whose it is.
    """

    code: str
    name: str
    date_order: str
    ambiguous: frozenset[str]
    abbreviations: frozenset[str]
    months: Mapping[str, int]
    weekdays: Mapping[str, int]
    seasons: Mapping[str, str]
    holidays: Mapping[str, str]
    islamic_months: Mapping[str, int]
    decades: Mapping[str, int]
    numbers: Mapping[str, int]
    scales: Mapping[str, int]
    ordinals: Mapping[str, int]
    date_words: Mapping[str, str]
    date_cues: Mapping[str, tuple[str, ...]]
    count_words: Mapping[str, tuple[str, ...]]
    casualty_words: Mapping[str, str]
    effect_cues: Mapping[str, tuple[str, ...]]
    people_words: Mapping[str, tuple[str, ...]]
    name_words: Mapping[str, tuple[str, ...]]


@cache
def list_languages() -> tuple[str, ...]:
    """The codes of all languages that have a file here, sorted."""
    here = files("crossread.languages")
    return tuple(sorted(entry.name.removesuffix(".toml") for entry in here.iterdir() if entry.name.endswith(".toml")))


@cache
def load_language(code: str) -> Language:
    """The language with that ISO 639-1 code, read once; `CodebookError` if there is no such file or it is wrong."""
    if code not in list_languages():
        raise CodebookError(
            f"There is no language {code!r}.",
            expected=", ".join(list_languages()),
            next_step="Add languages/<code>.toml, or read the document as one of these.",
        )
    text = files("crossread.languages").joinpath(f"{code}.toml").read_text("utf-8")
    return parse_language(text, where=f"languages/{code}.toml")


def parse_language(text: str, *, where: str) -> Language:
    """The language that a TOML text describes; `where` names the file in errors.

    Refused, with `CodebookError`: a missing section, a phrase that is not lower case or stands for two things in one
    section, a month or weekday without a word.
    """
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise CodebookError("A language file is not TOML.", where=where, found=str(error)) from error
    for section in ("code", "name", "date_order", "ambiguous", "abbreviations", *SECTIONS):
        if section not in data:
            raise CodebookError("A language file lacks a section.", where=where, expected=section)
    if data["date_order"] not in DATE_ORDERS:
        raise CodebookError("Unknown date order.", where=where, expected=", ".join(DATE_ORDERS), found=str(data["date_order"]))
    return Language(
        code=data["code"],
        name=data["name"],
        date_order=data["date_order"],
        ambiguous=frozenset(data["ambiguous"]),
        abbreviations=frozenset(data["abbreviations"]),
        months=_numbered(data["months"], range(1, 13), where=f"{where} [months]"),
        weekdays=_numbered(data["weekdays"], range(1, 8), where=f"{where} [weekdays]"),
        seasons=_named(data["seasons"], SEASONS, where=f"{where} [seasons]"),
        holidays=_inverted(data["holidays"], where=f"{where} [holidays]"),
        islamic_months=_numbered(data["islamic_months"], range(1, 13), where=f"{where} [islamic_months]"),
        decades=_decades(data.get("decades", {}), where=f"{where} [decades]"),
        numbers=_whole(data["numbers"], where=f"{where} [numbers]"),
        scales=_whole(data["scales"], where=f"{where} [scales]"),
        ordinals=_whole(data["ordinals"], where=f"{where} [ordinals]"),
        date_words=_inverted(data["date_words"], where=f"{where} [date_words]"),
        date_cues=_roles(data["date_cues"], where=f"{where} [date_cues]"),
        count_words=_roles(data["count_words"], where=f"{where} [count_words]"),
        casualty_words=_named(data["casualty_words"], EFFECTS, where=f"{where} [casualty_words]"),
        effect_cues={kind: tuple(words) for kind, words in data.get("effect_cues", {}).items()},
        people_words=_roles(data.get("people_words", {}), where=f"{where} [people_words]"),
        name_words=_roles(data.get("name_words", {}), where=f"{where} [name_words]"),
    )


def _inverted(section: Mapping[str, list[str]], *, where: str) -> Mapping[str, str]:
    """phrase -> key, refusing a phrase under two keys."""
    found: dict[str, str] = {}
    for key, phrases in section.items():
        for phrase in phrases:
            _check_phrase(phrase, where=where)
            if found.setdefault(phrase, key) != key:
                raise CodebookError("A phrase stands for two things.", where=where, found=f"{phrase!r}: {found[phrase]}, {key}")
    return MappingProxyType(found)


def _numbered(section: Mapping[str, list[str]], wanted: range, *, where: str) -> Mapping[str, int]:
    missing = [number for number in wanted if not section.get(str(number))]
    if missing:
        raise CodebookError(
            "A number has no word.", where=where, expected=f"a list of words for each of {list(wanted)}", found=str(missing)
        )
    return MappingProxyType({phrase: int(key) for phrase, key in _inverted(section, where=where).items()})


def _decades(section: Mapping[str, list[str]], *, where: str) -> Mapping[str, int]:
    wrong = [key for key in section if not (len(key) == 4 and key.isdigit() and key.endswith("0"))]
    if wrong:
        raise CodebookError("A decade is named by its first year.", where=where, expected='"1990"', found=", ".join(wrong))
    return MappingProxyType({phrase: int(key) for phrase, key in _inverted(section, where=where).items()})


def _named(section: Mapping[str, list[str]], wanted: tuple[str, ...], *, where: str) -> Mapping[str, str]:
    if set(section) != set(wanted):
        raise CodebookError("A section has the wrong keys.", where=where, expected=", ".join(wanted), found=", ".join(section))
    return _inverted(section, where=where)


def _whole(section: Mapping[str, Any], *, where: str) -> Mapping[str, int]:
    for phrase, value in section.items():
        _check_phrase(phrase, where=where)
        if not isinstance(value, int):
            raise CodebookError("A number word has no whole number.", where=where, found=f"{phrase} = {value!r}")
    return MappingProxyType(dict(section))


def _roles(section: Mapping[str, list[str]], *, where: str) -> Mapping[str, tuple[str, ...]]:
    for phrases in section.values():
        for phrase in phrases:
            _check_phrase(phrase, where=where)
    return MappingProxyType({role: tuple(phrases) for role, phrases in section.items()})


def _check_phrase(phrase: object, *, where: str) -> None:
    if not isinstance(phrase, str) or not phrase or phrase != phrase.lower().strip():
        raise CodebookError("A phrase must be text in lower case.", where=where, found=repr(phrase))
