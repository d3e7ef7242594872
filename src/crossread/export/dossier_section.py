"""One incident of a dossier in words: what, its toll, its accounts, where they differ, who copies whom, grade, decisions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from crossread.codebook import load_codebook
from crossread.codebook.table_shape import publisher
from crossread.export.blanking import WITHHELD
from crossread.export.dossier_accounts import Band, Verdict, lay_bands, list_verdicts
from crossread.export.dossier_cited import Cited
from crossread.export.dossier_table import Table, compare_told
from crossread.export.dossier_teller import Teller
from crossread.export.grounds import find_words
from crossread.records import Claim, Disagreement, Evidence, Incident, Judgement, Reading, Toll
from crossread.records.incident import SEVERITIES
from crossread.records.roles import ACTIVE_ROLES, SUFFERER_ROLES
from crossread.weigh import (
    CLAIMED,
    find_cited,
    fold_sources,
    group_decisions,
    is_only_claimed,
    list_copies,
    name_account,
    name_source,
    plural,
    say_count,
    say_date,
    say_decision,
    say_place,
    say_review,
    say_what,
    say_who,
    say_window,
)

OPEN = "open"


@dataclass(frozen=True, slots=True, kw_only=True)
class TollLine:
    """One effect under the policy: `killed`, the figure as it is said, and its bounds; `open` is no bound."""

    effect: str
    low: str
    best: str
    high: str
    remark: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingLine:
    """One value that some accounts give: who gives it, each with the sentence that says so."""

    text: str
    tellers: tuple[tuple[str, tuple[Cited, ...]], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One disagreement; the sentence is empty where it would tell a place or a day that is written coarser."""

    severity: str
    sentence: str
    readings: tuple[ReadingLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """One incident, all in words."""

    number: int
    id: str
    what: str
    where: str
    when: str
    place_precision: str
    date_precision: str
    who: str
    verdicts: tuple[Verdict, ...]
    tolls: tuple[TollLine, ...]
    policy: str
    bands: tuple[Band, ...]
    mentions: tuple[Band, ...]
    differences: tuple[Difference, ...]
    independence: str
    sources: tuple[str, ...]
    grade: str
    grade_reason: str
    review: str
    decisions: tuple[str, ...]


def tell_incident(incident: Incident, teller: Teller) -> Section:
    """The section of one incident."""
    label = load_codebook().label
    table = compare_told(incident, teller)
    accounts = [row for row in incident.accounts if row.weight == "account"]
    mentions = [row for row in incident.accounts if row.weight != "account"]
    return Section(
        number=teller.number_of[incident.id],
        id=incident.id,
        what=say_what(incident),
        where=say_place(incident.where),
        when=say_window(incident.when),
        place_precision=label("place_precision", incident.where.precision) if incident.where else "",
        date_precision=label("date_precision", incident.when.precision) if incident.when else "",
        who=say_who(incident),
        verdicts=list_verdicts(incident, table),
        tolls=tuple(_toll(row, incident.policy) for row in incident.tolls),
        policy=incident.policy,
        bands=lay_bands(accounts, incident, table, teller),
        mentions=lay_bands(mentions, incident, table, teller),
        differences=tuple(_difference(row, table, teller) for row in sorted(incident.disagreements, key=_rank)),
        independence=_independence(incident),
        sources=tuple(_say_sources(incident, teller)),
        grade=label("grade", incident.grade),
        grade_reason=_shown(incident.grade_reason),
        review=say_review(_quiet(teller.lookup.decisions.verdicts.get(incident.id), teller)),
        decisions=tuple(_say_decisions(incident, teller)),
    )


def _shown(text: str) -> str:
    return "" if text == WITHHELD else text


def _toll(toll: Toll, policy: str) -> TollLine:
    count = toll.count
    return TollLine(
        effect=load_codebook().label("effect", toll.effect),
        low="–" if count.low is None else f"{count.low:,}",
        best=_best(toll),
        high=OPEN if count.high is None else f"{count.high:,}",
        remark=CLAIMED if is_only_claimed(toll, policy) else "",
    )


def _best(toll: Toll) -> str:
    """The figure that counts; a lower bound says that it is one, and words without a number stay words."""
    count = toll.count
    if count.low == count.high == toll.best:
        return say_count(count)
    if toll.best is None:
        return say_count(count) if count.low is None and count.high is None else "none settled"
    return f"at least {toll.best:,}" if count.high is None else f"{toll.best:,}"


def _difference(row: Disagreement, table: Table, teller: Teller) -> Difference:
    return Difference(
        severity=load_codebook().label("severity", row.severity),
        sentence=_shown(row.sentence),
        readings=tuple(_reading(reading, row.slot, table, teller) for reading in row.readings),
    )


def _reading(reading: Reading, slot: str, table: Table, teller: Teller) -> ReadingLine:
    told: dict[str, list[Cited]] = {}
    for name in reading.claims:
        claim = teller.claims[name]
        source = name_source(teller.documents[claim.document_id], claim.document_id).line
        told.setdefault(source, []).extend(teller.cite(_words(claim, slot, reading.text)))
    return ReadingLine(
        text=reading.text, tellers=tuple((source, tuple(dict.fromkeys(quotes))) for source, quotes in told.items())
    )


def _words(claim: Claim, slot: str, told: str) -> Sequence[Evidence]:
    """The words for what a disagreement is on. Its slots are finer than a claim's: `harm.killed.doers`, `wording.victims`."""
    name, _, part = slot.partition(".")
    if name in ("actors", "wording"):
        roles = SUFFERER_ROLES if part == "victims" else ACTIVE_ROLES
        rows = [actor for actor in claim.actors if actor.role in roles]
        called = [actor for actor in rows if told.strip("“”") in actor.raw] if name == "wording" else rows
        return [evidence for actor in called for evidence in actor.evidence]
    if name == "harm":
        effect = part.partition(".")[0]
        return find_words(claim, f"harm.{effect}" if effect in load_codebook().codes("effect") else "harm")
    return find_words(claim, name)


def _rank(row: Disagreement) -> int:
    return SEVERITIES.index(row.severity) if row.severity in SEVERITIES else len(SEVERITIES)


def _independence(incident: Incident) -> str:
    return f"{plural(incident.independent_sources, 'independent source')} of {plural(len(incident.accounts), 'account')}"


def _say_sources(incident: Incident, teller: Teller) -> Iterator[str]:
    """Who copies whom, who cites whom, and which reports are one source; nothing where each stands for itself."""
    accounts = [row for row in incident.accounts if row.weight == "account"]
    copies = list_copies(accounts, teller.documents)
    for copy in copies:
        later, first = (name_account(row, teller.documents).line for row in (copy.later, copy.first))
        days = teller.documents[copy.later.document_id].published, teller.documents[copy.first.document_id].published
        told, before = (f" ({say_date(day)})" if day else "" for day in days)
        yield f"{later}{told} is one source with {first}{before}" if later == first else f"{later}{told} copies {first}{before}"
    names = fold_sources(publisher(row.source) for row in accounts if row.source)
    cites = [
        f"{publisher(row.source)} cites {cited}"
        for row in accounts
        if row.source
        for cited in find_cited(teller.claims[row.claim_id], names, own=publisher(row.source))
    ]
    yield from dict.fromkeys(cites)


def _quiet(decided: Judgement | None, teller: Teller) -> Judgement | None:
    """What a person wrote may tell a place or a day that is written coarser."""
    return replace(decided, reason=None) if decided and teller.lookup.hides_words else decided


def _say_decisions(incident: Incident, teller: Teller) -> Iterator[str]:
    """Every decision that stands, the newest first: when, who, what, why."""
    about = [incident.id, *(account.claim_id for account in incident.accounts)]
    rows = {row.id: row for name in about for row in teller.decisions.get(name, ())}
    groups = group_decisions(sorted(rows.values(), key=lambda row: (row.made_at, row.id)))
    for group in reversed(groups):
        said = say_decision(group, lambda names: _names(names, incident, teller), teller.changes)
        reason = None if teller.lookup.hides_words else group[0].reason
        yield f"{say_date(group[0].made_at.date())}, {group[0].made_by}: {said}" + (f" – {reason}" if reason else "")


def _names(names: Iterable[str | None], incident: Incident, teller: Teller) -> str:
    return "; ".join(teller.name(name, here=incident.id) for name in dict.fromkeys(names) if name)
