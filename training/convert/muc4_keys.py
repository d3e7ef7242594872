"""The answer keys of MUC-4 as templates: slot number -> fills, each with its alternatives and cross-references.

Notation (task documentation, part 1, section 4): `/` parts alternatives of one fill, `: "X"` after a value refers to a fill of
another slot, a leading `?` makes a fill optional, `*` is not applicable, `-` is nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

BLANK = ("", "-", "*")


@dataclass(frozen=True)
class Fill:
    """One fill: its alternatives, and the alternatives of the fill it refers to."""

    values: tuple[str, ...]
    tags: tuple[str, ...] = ()
    optional: bool = False


@dataclass
class Template:
    """One incident of a document's key."""

    docid: str
    optional: bool = False
    fills: dict[int, list[Fill]] = field(default_factory=dict)

    def values(self, slot: int) -> list[tuple[str, ...]]:
        """The alternatives of each fill of a slot."""
        return [fill.values for fill in self.fills.get(slot, [])]

    def value(self, slot: int) -> str | None:
        """The first alternative of the first fill, None where the slot is blank."""
        found = self.values(slot)
        return found[0][0] if found else None

    def of(self, slot: int, names: tuple[str, ...]) -> str | None:
        """The value of `slot` that refers to one of `names`."""
        return next((f.values[0] for f in self.fills.get(slot, []) if set(f.tags) & set(names)), None)


def parse_keys(content: str) -> dict[str, list[Template]]:
    """Document id -> its templates; an irrelevant document has none."""
    keys: dict[str, list[Template]] = {}
    docid, template, slot, held = "", None, 0, ""
    for number, line in _iter_lines(content):
        if number is None and held and (held.rstrip().endswith(("/", ":")) or held.count('"') % 2):
            held += " " + line
            continue
        if template is not None:
            _add(template, slot, held)
        held = line
        if number is None:
            continue
        slot = number
        if number == 0:
            docid, template, held = line.split("(")[0].strip(), None, ""
            keys.setdefault(docid, [])
        elif number == 1:
            template = None if line.strip() in BLANK else Template(docid, optional="OPTIONAL" in line)
            if template is not None:
                keys[docid].append(template)
            held = ""
    if template is not None:
        _add(template, slot, held)
    return keys


def _iter_lines(content: str) -> Iterator[tuple[int | None, str]]:
    """(slot number or None, what stands there) of each line that is no comment."""
    for line in content.expandtabs().splitlines():
        if not line.strip() or line.lstrip().startswith(";"):
            continue
        found = re.match(r"^\s*(\d+)\.\s+((?:MESSAGE|INCIDENT|PERP|PHYS TGT|HUM TGT):[A-Z ]*?)(?:\s{2,}|\s(?=[-*]))(.*)$", line)
        yield (int(found[1]), found[3].strip()) if found else (None, line.strip())


def _add(template: Template, slot: int, held: str) -> None:
    held = held.strip()
    if held in BLANK or slot < 2:
        return
    optional, held = held.startswith("?"), held.lstrip("? ")
    value, *rest = split_outside(held, ":") if slot != 3 else [held]
    values = tuple(v for part in split_outside(value, "/") if (v := _plain(part)))
    tags = tuple(_plain(part) for tag in rest for part in split_outside(tag, "/"))
    if values:
        template.fills.setdefault(slot, []).append(Fill(values, tuple(t for t in tags if t and t != "-"), optional))


def _plain(part: str) -> str:
    """Without quotes and the parentheses around a whole alternative."""
    part = part.strip()
    if part.startswith("(") and part.endswith(")"):
        part = part[1:-1]
    return " ".join(part.replace('\\"', "\0").replace('"', "").replace("\0", '"').split())


def split_outside(text: str, separator: str) -> list[str]:
    """Parts of `text` between separators that stand in no double quotes."""
    parts, quoted, start = [], False, 0
    for at, char in enumerate(text):
        if char == '"' and text[at - 1 : at] != "\\":
            quoted = not quoted
        elif char == separator and not quoted:
            parts.append(text[start:at])
            start = at + 1
    return [*parts, text[start:]]
