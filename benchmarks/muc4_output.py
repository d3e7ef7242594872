"""Templates as the task's text, and as the five roles of the newer splits."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence

from muc4_templates import NOT_APPLICABLE, STRINGS, Template
from muc4_words import load_facts

SLOTS = {
    2: "INCIDENT: DATE",
    3: "INCIDENT: LOCATION",
    4: "INCIDENT: TYPE",
    5: "INCIDENT: STAGE OF EXECUTION",
    6: "INCIDENT: INSTRUMENT ID",
    7: "INCIDENT: INSTRUMENT TYPE",
    8: "PERP: INCIDENT CATEGORY",
    9: "PERP: INDIVIDUAL ID",
    10: "PERP: ORGANIZATION ID",
    11: "PERP: ORGANIZATION CONFIDENCE",
    12: "PHYS TGT: ID",
    13: "PHYS TGT: TYPE",
    14: "PHYS TGT: NUMBER",
    15: "PHYS TGT: FOREIGN NATION",
    16: "PHYS TGT: EFFECT OF INCIDENT",
    17: "PHYS TGT: TOTAL NUMBER",
    18: "HUM TGT: NAME",
    19: "HUM TGT: DESCRIPTION",
    20: "HUM TGT: TYPE",
    21: "HUM TGT: NUMBER",
    22: "HUM TGT: FOREIGN NATION",
    23: "HUM TGT: EFFECT OF INCIDENT",
    24: "HUM TGT: TOTAL NUMBER",
}
ROLES = {"PerpInd": (9,), "PerpOrg": (10,), "Target": (12,), "Victim": (18,), "Weapon": (6,)}
INDENT = 36
_WHERE = re.compile(r" (?:IN|ON|AT|NEAR|WHO|WHICH|THAT|CARRYING|BELONGING|LOCATED|TRAVELING)\b")
_PRESUMED = re.compile(r"^(?:PRESUMED|ALLEGED|SUSPECTED) ")
_BAND = "(?:GUERRILLAS|REBELS|TERRORISTS|SUBVERSIVES|COMMANDOS|COMMANDOES|SAPPERS|UNITS|EXTREMISTS)"


def to_text(docid: str, templates: Sequence[Template]) -> str:
    """All templates of a document in the keys' form; an irrelevant document has one template of asterisks."""
    if not templates:
        return "\n".join([_line(0, "MESSAGE: ID", docid), *_blank("*")]) + "\n"
    return "\n".join("\n".join(_iter_lines(docid, number, t)) + "\n" for number, t in enumerate(templates, 1))


def to_slots5(docid: str, templates: Sequence[Template]) -> str:
    """One line of JSON: the five roles, each a list of entities, lower case; victims are names only.

    An entity has one mention, an organization also the abbreviation or full name that the text sets beside its name.
    """
    rows = []
    for template in templates:
        row: dict[str, object] = {"incident_type": template.kind.lower()}
        for role, slots in ROLES.items():
            fills = [(slot, value) for slot in slots for value in template.weighed.get(slot, template.strings(slot))]
            row[role] = [
                [name.lower() for name in (shorten(slot, value), *template.aliases.get(value, ()))] for slot, value in fills
            ]
        rows.append(row)
    return json.dumps({"docid": docid, "templates": rows}, ensure_ascii=False)


def shorten(slot: int, value: str) -> str:
    """A fill as the five roles have it: a target without where it stands, a band without the name of its organization."""
    if slot == 12:
        return _WHERE.split(value, maxsplit=1)[0].strip(" ,") or value
    if slot == 9:
        value = _PRESUMED.sub("", value)
        named = "|".join(map(re.escape, sorted(load_facts()["organizations"]["named"], key=len, reverse=True)))
        before = re.fullmatch(rf"(?:{named}) ((?:[A-Z-]+ )?{_BAND})", value)
        after = re.fullmatch(rf"((?:[A-Z-]+ )?{_BAND}) (?:OF|FROM) (?:THE )?(?:{named})", value)
        return next((found[1] for found in (before, after) if found), value)
    return value


def _iter_lines(docid: str, number: int, template: Template) -> Iterator[str]:
    yield _line(0, "MESSAGE: ID", docid)
    yield _line(1, "MESSAGE: TEMPLATE", str(number))
    for slot, name in SLOTS.items():
        fills = [_fill(slot, value, tag) for value, tag in template.fills.get(slot, [])]
        nothing = "*" if slot in NOT_APPLICABLE.get(template.kind, ()) else "-"
        first, *rest = fills or [nothing]
        yield _line(slot, name, first)
        yield from (" " * INDENT + fill for fill in rest)


def _fill(slot: int, value: str, tag: str | None) -> str:
    shown = f'"{value}"' if slot in STRINGS else value
    return shown if tag is None else f'{shown}: "{tag}"'


def _blank(mark: str) -> list[str]:
    return [_line(1, "MESSAGE: TEMPLATE", mark), *(_line(slot, name, mark) for slot, name in SLOTS.items())]


def _line(slot: int, name: str, fill: str) -> str:
    return f"{slot}. ".ljust(4) + name.ljust(INDENT - 4) + fill
