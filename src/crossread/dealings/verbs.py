"""The verbs that tell a dealing, read once a process from `verbs.toml`."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

_FILE = Path(__file__).with_name("verbs.toml")
_VOWELS = "aeiou"


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """One verb in one form. `rest` are the words that must follow ("on" of "call on").

    `bare` is True for a form that may be a noun, too ("demand", "demands"), `participle` for one that may be passive;
    `negated` verbs tell their kind only behind a negation ("did not accept").
    """

    kind: str
    rest: tuple[str, ...]
    bare: bool
    participle: bool
    negated: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Kinds:
    """`cues` by a verb's form, those with more words first; `past` their past forms; `plover` each kind's category."""

    cues: Mapping[str, tuple[Cue, ...]]
    past: frozenset[str]
    mutual: frozenset[str]
    plover: Mapping[str, str]

    @classmethod
    @cache
    def load(cls) -> Kinds:
        """The list that ships."""
        tables = tomllib.loads(_FILE.read_text(encoding="utf-8"))
        cues: dict[str, list[Cue]] = {}
        for kind, table in tables["kinds"].items():
            for negated, verbs in ((False, table["verbs"]), (True, table.get("negated", []))):
                for verb in verbs:
                    _add(cues, kind, verb, tables["irregular"], negated=negated)
        return cls(
            cues={form: tuple(sorted(found, key=lambda cue: -len(cue.rest))) for form, found in cues.items()},
            past=frozenset(form for form, found in cues.items() if any(cue.participle for cue in found)),
            mutual=frozenset(kind for kind, table in tables["kinds"].items() if table.get("mutual")),
            plover={kind: table["plover"] for kind, table in tables["kinds"].items()},
        )


def _add(cues: dict[str, list[Cue]], kind: str, verb: str, irregular: Mapping[str, list[str]], *, negated: bool) -> None:
    head, *rest = verb.split(" ")
    forms = inflect(head, irregular)
    for number, form in enumerate((head, *forms)):
        cue = Cue(
            kind=kind,
            rest=tuple(rest),
            bare=number < 2,  # the lemma and its -s
            participle=number > 2,
            negated=negated,
        )
        cues.setdefault(form, []).append(cue)


def inflect(verb: str, irregular: Mapping[str, Iterable[str]]) -> tuple[str, ...]:
    """The other forms of an English verb: third person, -ing, then past and participle."""
    if verb in irregular:
        return tuple(irregular[verb])
    if verb.endswith("e"):
        return (verb + "s", verb[:-1] + "ing", verb + "d")
    if verb.endswith("y") and verb[-2] not in _VOWELS:
        return (verb[:-1] + "ies", verb + "ing", verb[:-1] + "ied")
    if verb.endswith(("s", "sh", "ch", "x", "z")):
        return (verb + "es", verb + "ing", verb + "ed")
    return (verb + "s", verb + "ing", verb + "ed")
