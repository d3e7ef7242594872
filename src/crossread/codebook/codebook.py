"""The vocabularies as one frozen object."""

from __future__ import annotations

import tomllib
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from types import MappingProxyType

from crossread.codebook.code import Code, parse_code
from crossread.codebook.crosswalk import FORCE, AcledEvent, parse_acled
from crossread.errors import CodebookError

VOCABULARY_FILES = (
    "incident_types.toml",
    "claim_codes.toml",
    "actor_codes.toml",
    "harm_codes.toml",
    "precision_codes.toml",
    "means_codes.toml",
    "wording_codes.toml",
    "incident_codes.toml",
)
KINDS = (
    "incident_type",
    "scope",
    "status",
    "stance",
    "speaker_role",
    "actor_role",
    "actor_type",
    "effect",
    "qualifier",
    "date_precision",
    "place_precision",
    "means",
    "wording",
    "grade",
    "severity",
    "export_policy",
)
SCHEMES = ("acled", "muc4")


@dataclass(frozen=True, slots=True, kw_only=True)
class Codebook:
    """All codes by kind, in the order of the files; the order of `incident_type` and `severity` is their rank."""

    vocabularies: Mapping[str, Mapping[str, Code]]
    acled: Mapping[str, tuple[AcledEvent, ...]]

    @property
    def types(self) -> tuple[str, ...]:
        """The incident types, highest rank first."""
        return self.codes("incident_type")

    def codes(self, kind: str) -> tuple[str, ...]:
        """The codes of one vocabulary, in the order of its file."""
        return tuple(self._vocabulary(kind))

    def code(self, kind: str, code: str) -> Code:
        """One code with all that the codebook tells about it; an unknown one is refused."""
        vocabulary = self._vocabulary(kind)
        if code not in vocabulary:
            raise CodebookError(f"There is no {kind} {code!r}.", expected=", ".join(vocabulary), found=repr(code))
        return vocabulary[code]

    def label(self, kind: str, code: str) -> str:
        """The code in words for people."""
        return self.code(kind, code).label

    def family(self, incident_type: str) -> str:
        """The family of an incident type: two types of one family may be tellings of the same incident."""
        return str(self.code("incident_type", incident_type).extra["family"])

    def rank(self, incident_type: str) -> int:
        """0 for the type that stands before all others when one act could carry several."""
        self.code("incident_type", incident_type)
        return self.types.index(incident_type)

    def crosswalk(
        self,
        scheme: str,
        incident_type: str,
        *,
        means: Collection[str] = (),
        victims: Collection[str] = (),
        doers: Collection[str] = (),
        force: Collection[str] = (),
    ) -> AcledEvent | str | None:
        """The same type in another scheme, None where it has none: an `AcledEvent` for `acled`, a word for `muc4`.

        `means` (kinds), `victims` and `doers` (actor types: of targets, victims or the other side; of perpetrators) choose
        among several ACLED codes, and so does the `force` that a demonstration met (`some`, `lethal`).
        """
        code = self.code("incident_type", incident_type)
        if scheme == "acled":
            told = {"means": means, "victims": victims, "doers": doers, "force": force}
            return next((row for row in self.acled[incident_type] if row.holds(**told)), None)
        if scheme == "muc4":
            word = code.extra.get("muc4")
            return None if word is None else str(word)
        raise CodebookError(f"There is no crosswalk to {scheme!r}.", expected=", ".join(SCHEMES), found=scheme)

    def acled_interaction(self, actor_type: str) -> tuple[int, str] | None:
        """ACLED's actor code, as number and as text; None for objects and unknowns."""
        extra = self.code("actor_type", actor_type).extra
        return (int(extra["acled_code"]), str(extra["acled_text"])) if "acled_code" in extra else None

    def ucdp_side(self, actor_type: str) -> str:
        """What such an actor can be in a UCDP dyad: `government`, `organised`, `civilians` or `none`."""
        return str(self.code("actor_type", actor_type).extra["ucdp_side"])

    def _vocabulary(self, kind: str) -> Mapping[str, Code]:
        if kind not in self.vocabularies:
            raise CodebookError(f"There is no vocabulary called {kind!r}.", expected=", ".join(self.vocabularies), found=kind)
        return self.vocabularies[kind]


@cache
def load_codebook() -> Codebook:
    """The codebook that ships with crossread, read once per process."""
    return read_codebook(Path(str(files("crossread.codebook"))))


def read_codebook(folder: Path) -> Codebook:
    """The codebook in a folder of TOML files; refuses unknown vocabularies, missing ones and unfinished codes."""
    vocabularies: dict[str, dict[str, Code]] = {}
    for name in VOCABULARY_FILES:
        for kind, tables in read_toml(folder / name).items():
            if kind not in KINDS or kind in vocabularies:
                raise CodebookError(f"{kind} is no vocabulary of this file.", where=name, expected=", ".join(KINDS), found=kind)
            vocabularies[kind] = {code: parse_code(kind, code, table, name) for code, table in tables.items()}
    missing = [kind for kind in KINDS if not vocabularies.get(kind)]
    if missing:
        raise CodebookError(
            "The codebook lacks vocabularies.", where=str(folder.name), expected=", ".join(KINDS), found=f"none of {missing}"
        )
    acled = {code.code: parse_acled(code, VOCABULARY_FILES[0]) for code in vocabularies["incident_type"].values()}
    _check(vocabularies, acled)
    frozen = {kind: MappingProxyType(vocabularies[kind]) for kind in KINDS}
    return Codebook(vocabularies=MappingProxyType(frozen), acled=MappingProxyType(acled))


def read_toml(path: Path) -> dict[str, dict[str, object]]:
    """The tables of one data file; says which file is missing or where it is broken."""
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise CodebookError(
            "A file of the codebook is missing.",
            where=path.name,
            next_step="Install crossread again: its data files ship with it.",
        ) from error
    except tomllib.TOMLDecodeError as error:
        raise CodebookError("A file of the codebook is no valid TOML.", where=path.name, found=str(error)) from error


def _check(vocabularies: Mapping[str, Mapping[str, Code]], acled: Mapping[str, tuple[AcledEvent, ...]]) -> None:
    for code in vocabularies["incident_type"].values():
        if not isinstance(code.extra.get("family"), str):
            raise CodebookError(
                f"incident_type.{code.code} has no family.",
                where=VOCABULARY_FILES[0],
                expected='such as family = "lethal force"',
                found=repr(code.extra.get("family")),
            )
    for code in vocabularies["actor_type"].values():
        if code.extra.get("ucdp_side") not in ("government", "organised", "civilians", "none"):
            raise CodebookError(
                f"actor_type.{code.code} has no UCDP side.",
                where="actor_codes.toml",
                expected="government, organised, civilians or none",
                found=repr(code.extra.get("ucdp_side")),
            )
    for name, rows in acled.items():
        for row in rows:
            conditions = (
                (row.when_means, "means", tuple(vocabularies["means"])),
                (row.when_victim, "actor_type", tuple(vocabularies["actor_type"])),
                (row.when_doer, "actor_type", tuple(vocabularies["actor_type"])),
                (row.when_force, "force", FORCE),
            )
            for condition, kind, known in conditions:
                strange = [code for code in condition if code not in known]
                if strange:
                    raise CodebookError(
                        f"An ACLED row of {name} names no {kind}.",
                        where=VOCABULARY_FILES[0],
                        expected=", ".join(known),
                        found=strange[0],
                    )
