"""What frames a dossier: how it was made, the table of its incidents, what is not in it, its sources, what its signs mean."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from crossread.codebook import load_codebook
from crossread.export.content import ExportOptions
from crossread.export.dossier_teller import Teller
from crossread.export.dossier_totals import CAUTION as TOTALS
from crossread.export.dossier_totals import list_totals
from crossread.export.job import Job
from crossread.export.losses import PLACES_TOLD
from crossread.records import Document, Incident
from crossread.records.incident import SEVERITIES
from crossread.weigh import (
    CLAIMED,
    MARKS,
    main_toll,
    name_source,
    plural,
    say_date,
    say_place,
    say_policy,
    say_state,
    say_toll_of,
    say_what,
    say_window,
)

CAUTIONS = (
    "Machine candidates until a person accepts them: what stands under “open” nobody has looked at.",
    "Every value rests on exact words of a report, marked in the sentence below. “–” is not told or not known, never zero.",
    TOTALS,
    "Look through it before you send it on: no rule finds every name, and a rare title or address may tell what is withheld.",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One thing known of the whole file."""

    name: str
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One incident in the table that leads to the sections."""

    number: int
    day: str
    place: str
    what: str
    killed: str
    injured: str
    other: str
    sources: int
    grade: str
    state: str
    differ: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceLine:
    """One report: how it is cited, how to prove that it is the one that was read, and the incidents here that it tells."""

    number: int
    name: str
    title: str
    published: str
    url: str | None
    language: str
    file: str
    sha256: str
    incidents: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Meaning:
    """A code of the codebook that stands in the file, with its definition."""

    kind: str
    label: str
    definition: str


def list_facts(job: Job, teller: Teller) -> list[Fact]:
    """How many, chosen how, counted how, when and with what made, what was withheld, and how much of it people reviewed."""
    known, options = job.manifest, job.options
    made = datetime.fromisoformat(known["made_at"])
    told = [
        ("holds", f"{plural(len(teller.incidents), 'incident')} told by {plural(len(teller.source_number), 'report')}"),
        *list_totals(teller.incidents),
        ("chosen by", "; ".join(f"{name.replace('_', ' ')}: {told}" for name, told in known["filters"].items()) or "all"),
        ("counted by", _counted(known["policy"])),
        ("review", ", ".join(f"{count} {state}" for state, count in known["counts"]["review"].items())),
        ("names of victims", "kept as read" if options.with_names else "withheld: what the person is stands in their place"),
        *_coarser(options),
        ("made", f"{say_date(made.date())} by crossread {known['crossread']}; codebook {known['codebook']}"),
        ("manifest", f"{job.path.name}.manifest.json has the options, counts and hashes of this file"),
    ]
    return [Fact(name=name, value=value) for name, value in told if value]


def _counted(policy: str | None) -> str:
    if policy is None:
        return ""
    return ". ".join(part for part in (policy, say_policy(policy)) if part).removesuffix(".")


def _coarser(options: ExportOptions) -> Iterator[tuple[str, str]]:
    if options.places != "as_read":
        yield "places", PLACES_TOLD[options.places]
    if options.days != "as_read":
        yield "days", "written as whole months"
    if options.delay:
        yield "delay", f"incidents younger than {options.delay} days, or of unknown age, are left out"


def list_lines(teller: Teller) -> list[Line]:
    """A line for each incident, in the order of the sections."""
    return [_line(row, teller) for row in teller.incidents]


def _line(row: Incident, teller: Teller) -> Line:
    return Line(
        number=teller.number_of[row.id],
        day=say_window(row.when),
        place=say_place(row.where),
        what=say_what(row),
        killed=_figure(row, "killed"),
        injured=_figure(row, "injured"),
        other=_other(row),
        sources=row.independent_sources,
        grade=load_codebook().label("grade", row.grade),
        state=say_state(teller.lookup.decisions.verdicts.get(row.id)),
        differ=", ".join(name for name in SEVERITIES if any(one.severity == name for one in row.disagreements)) or "–",
    )


def _figure(incident: Incident, effect: str) -> str:
    toll = next((toll for toll in incident.tolls if toll.effect == effect), None)
    if toll is None:
        return "–"
    return say_toll_of(toll, incident.policy, named=False)


def _other(incident: Incident) -> str:
    """What befell most people, where neither the killed nor the injured tell it."""
    toll = main_toll(incident.tolls, ("killed", "injured"))
    return say_toll_of(toll, incident.policy) if toll else "–"


def list_left_out(known: Mapping[str, Any]) -> list[str]:
    """What is not in the file and why, and how much caution took out of what is."""
    rows = known["left_out"]
    left = [
        f"{row['count']} {row['what'].removesuffix('s') if row['count'] == 1 else row['what']}: {row['reason']}" for row in rows
    ]
    return left + [f"{row['count']} of {row['of']} {row['what']}: {row['how']}" for row in known["lost"]]


def list_sources(teller: Teller) -> list[SourceLine]:
    """Every report that tells of an incident here, by its number."""
    told: dict[str, list[int]] = {}
    for row in teller.incidents:
        for document_id in dict.fromkeys(account.document_id for account in row.accounts):
            told.setdefault(document_id, []).append(teller.number_of[row.id])
    return [_source(row, teller, told[row.id]) for row in teller.lookup.documents_told()]


def _source(document: Document, teller: Teller, incidents: Iterable[int]) -> SourceLine:
    return SourceLine(
        number=teller.source_number[document.id],
        name=name_source(document, document.id).text,
        title=document.title or "",
        published=say_date(document.published) if document.published else "no date",
        url=document.url,
        language=document.language or "",
        file=document.name or "",
        sha256=document.sha256 or "",
        incidents=tuple(incidents),
    )


def list_meanings(incidents: Sequence[Incident]) -> list[Meaning]:
    """The codes that stand in the file, in the codebook's words."""
    used = {
        "incident_type": {row.type for row in incidents},
        "place_precision": {row.where.precision for row in incidents if row.where},
        "date_precision": {row.when.precision for row in incidents if row.when},
        "grade": {row.grade for row in incidents},
        "severity": {one.severity for row in incidents for one in row.disagreements},
    }
    book = load_codebook()
    return [
        Meaning(kind=kind.replace("_", " "), label=book.label(kind, code), definition=book.code(kind, code).definition)
        for kind, codes in used.items()
        for code in book.codes(kind)
        if code in codes
    ]


def list_signs() -> list[Fact]:
    """The signs beside values, and those within them."""
    marks = [Fact(name=one.line, value=one.meaning) for one in MARKS.values() if one.meaning]
    return [
        *marks,
        Fact(name="–", value="not told or not known, never zero"),
        Fact(name="at least 19", value="a lower bound: 19 or more, which is not 19"),
        Fact(name="10 (6–11)", value="the figure that counts under the policy, and the lowest and highest told"),
        Fact(name="high: open", value="no account gives an upper bound"),
        Fact(name=CLAIMED, value="the number rests on the word of a party about its enemy's losses alone"),
        Fact(name="“ ”", value="exact words of the report; in a sentence the words that a value rests on are marked"),
        Fact(name="█", value="a bar over what may be the name of a victim, as long as the name"),
        Fact(name="[withheld]", value="words that may tell a name, a place or a day that this file is not to tell"),
    ]
