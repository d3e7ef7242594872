"""Writes docs/codebook.md from the codebook's TOML: `python -m crossread.codebook.document docs/codebook.md`."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from crossread.codebook.actor_registry import ActorRegistry
from crossread.codebook.code import Code
from crossread.codebook.codebook import Codebook, load_codebook, read_toml
from crossread.codebook.crosswalk import AcledEvent

TITLES = {
    "incident_type": "Incident types",
    "scope": "Scope of a claim",
    "status": "Status",
    "stance": "Stance",
    "speaker_role": "Speaker roles",
    "actor_role": "Actor roles",
    "actor_type": "Actor types",
    "effect": "Harm: effects",
    "qualifier": "Harm: qualifiers of a number",
    "date_precision": "When: precision",
    "place_precision": "Where: precision",
    "means": "Means",
    "wording": "Wording",
    "grade": "Grades of an incident",
    "severity": "Disagreements, worst first",
    "export_policy": "Roll-up policies",
}
OPENING = """# The crossread codebook

What a reader, human or machine, writes down about one report. This page is generated from the TOML files in
`src/crossread/codebook/`; change those, then run `python -m crossread.codebook.document docs/codebook.md`.

A **document** is one report as published. A **claim** is what one document says about one incident: one type, one place,
one continuous span of time, with at least one of date, place, actor, victim or object. An **incident** is what claims of one
or more documents are about; it is derived and never typed in."""


def to_markdown(codebook: Codebook, settled: dict[str, Any], registry: ActorRegistry) -> str:
    """The whole codebook as one Markdown page."""
    parts = [OPENING]
    for kind, title in TITLES.items():
        parts.append(f"## {title}\n\n" + "\n".join(_table(codebook, kind)))
    parts.append("## Settled cases\n\nHow hard cases were settled while coding.")
    for group in settled.values():
        parts.append(f"### {group['label']}\n\n" + "\n".join(f"- {case}" for case in group["cases"]))
    parts.append(_actors(registry))
    return "\n\n".join(parts) + "\n"


def _table(codebook: Codebook, kind: str) -> Iterator[str]:
    more = [title for title, _ in _columns(codebook, kind, None)]
    head = ["code", "label", "definition", "example", *more, "source"]
    yield "| " + " | ".join(head) + " |"
    yield "|" + "---|" * len(head)
    for name in codebook.codes(kind):
        code = codebook.code(kind, name)
        cells = [
            f"`{name}`",
            code.label,
            code.definition,
            code.example,
            *(cell for _, cell in _columns(codebook, kind, code)),
            code.source,
        ]
        yield "| " + " | ".join(cell.replace("|", "/") for cell in cells) + " |"


def _columns(codebook: Codebook, kind: str, code: Code | None) -> list[tuple[str, str]]:
    """The columns that only this vocabulary has; cells are empty without a code."""
    if kind == "incident_type":
        rows = codebook.acled[code.code] if code else ()
        family, triggers = (str(code.extra["family"]), ", ".join(code.extra["triggers"])) if code else ("", "")
        acled = "; ".join(row.sub_event + _condition(row) for row in rows) or "–"
        return [
            ("typical triggers", triggers),
            ("family", family),
            ("ACLED", acled),
            ("MUC-4", str(code.extra.get("muc4", "–")) if code else ""),
        ]
    if kind == "actor_type":
        inter = codebook.acled_interaction(code.code) if code else None
        side = codebook.ucdp_side(code.code) if code else ""
        return [("ACLED interaction", f"{inter[0]} {inter[1]}" if inter else "–"), ("UCDP side", side)]
    if kind in ("date_precision", "place_precision"):
        return [(name.upper(), str(code.extra.get(name, "–")) if code else "") for name in ("acled", "ucdp")]
    return []


def _condition(row: AcledEvent) -> str:
    told = [f"means {', '.join(row.when_means)}"] if row.when_means else []
    told += [f"by {', '.join(row.when_doer)}"] if row.when_doer else []
    told += [f"met by {row.when_force[0]} force"] if row.when_force else []
    victims = row.when_victim
    told += ["against armed actors" if len(victims) > 2 else f"against {', '.join(victims)}"] if victims else []
    return f" ({' and '.join(told)})" if told else ""


def _actors(registry: ActorRegistry) -> str:
    countries = {
        country for entry in registry.actors.values() for country in (*entry.countries, *([entry.home] if entry.home else []))
    }
    return (
        f"## Actor registry\n\n{len(registry.actors)} named actors with {len(registry.index)} names, in {len(countries)} "
        "countries, stand in `src/crossread/codebook/actors/`, one file a country or region. State forces without a name of "
        "their own are not listed: their names are made from nationality and noun (Egyptian Army, Mexican police)."
    )


def main() -> None:
    """Write the page to the path given."""
    parser = argparse.ArgumentParser(description="Write docs/codebook.md from the codebook's TOML.")
    parser.add_argument("path", type=Path, nargs="?", default=Path("docs/codebook.md"), help="the page to write")
    path: Path = parser.parse_args().path
    settled = read_toml(Path(__file__).parent / "settled_cases.toml")
    path.write_text(to_markdown(load_codebook(), settled, ActorRegistry.load()), encoding="utf-8")


if __name__ == "__main__":
    main()
