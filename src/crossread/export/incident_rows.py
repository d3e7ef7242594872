"""Rows about incidents: the incident itself, its tolls, its disagreements, its sources."""

from __future__ import annotations

from crossread.codebook import load_codebook
from crossread.export.cells import Cell
from crossread.export.lookup import Lookup, once
from crossread.records import DateWindow, Disagreement, Document, Incident, Judgement, Place, Toll, review_to_json
from crossread.records.incident import SEVERITIES
from crossread.weigh import is_only_claimed

Row = dict[str, Cell]

# The family of incident types without a hostile act (codebook, section 2).
NOT_CONFLICT = "accident"


def incident_row(incident: Incident, lookup: Lookup) -> Row:
    """One incident as a coder expects it: what, when, where, how many, who, who says so."""
    claims = [account.claim_id for account in incident.accounts]
    return {
        "id": incident.id,
        "type": incident.type,
        "conflict": is_conflict(incident),
        "told_as": incident.told_as or None,
        **when_cells(incident.when),
        "reported_on": incident.when.reported_on if incident.when else None,
        **where_cells(incident.where),
        **_toll_cells(incident, "killed"),
        **_toll_cells(incident, "injured"),
        **_toll_cells(incident, "abducted"),
        **_toll_cells(incident, "detained"),
        "claimed": [toll.effect for toll in incident.tolls if is_only_claimed(toll, incident.policy)],
        "perpetrators": _parties(incident, "perpetrator"),
        "accused": _parties(incident, "accused"),
        "claimants": _parties(incident, "claimant"),
        "side_a": _parties(incident, "side_a"),
        "side_b": _parties(incident, "side_b"),
        "victims": _parties(incident, "victim"),
        "targets": _parties(incident, "target"),
        "means": once(means.kind for claim in claims for means in lookup.claim(claim).means),
        "sources": lookup.sources_of(claims),
        "independent_sources": incident.independent_sources,
        "grade": incident.grade,
        "grade_reason": incident.grade_reason,
        "disagreements": once(f"{row.severity}: {row.slot}" for row in sorted(incident.disagreements, key=_rank)),
        **review_cells(lookup.decisions.verdicts.get(incident.id)),
        "summary": incident.summary,
        "claim_ids": claims,
        "documents": once(account.document_id for account in incident.accounts),
    }


def is_conflict(incident: Incident) -> bool:
    """False for incidents without a hostile act, such as a mine collapse: they have no place in tables of conflict data."""
    return load_codebook().family(incident.type) != NOT_CONFLICT


def toll_rows(incident: Incident) -> list[Row]:
    """One row per effect: the rolled-up number under the incident's policy."""
    return [
        {
            "incident_id": incident.id,
            "effect": toll.effect,
            "low": toll.count.low,
            "best": toll.best,
            "high": toll.count.high,
            "qualifier": toll.count.qualifier,
            "claimed": is_only_claimed(toll, incident.policy),
            "claim_ids": list(toll.claims),
        }
        for toll in incident.tolls
    ]


def disagreement_rows(incident: Incident, lookup: Lookup) -> list[Row]:
    """One row per value that some accounts give, most severe disagreement first."""
    return [
        {
            "incident_id": incident.id,
            "severity": disagreement.severity,
            "slot": disagreement.slot,
            "reading": reading.text,
            "sources": lookup.sources_of(reading.claims),
            "claim_ids": list(reading.claims),
            "sentence": disagreement.sentence,
        }
        for disagreement in sorted(incident.disagreements, key=_rank)
        for reading in disagreement.readings
    ]


def source_row(document: Document, lookup: Lookup) -> Row:
    """One document: where it comes from and how to prove that it is the one that was read."""
    return {
        "document_id": document.id,
        "external_id": document.external_id,
        "source": document.source,
        "title": document.title,
        "url": document.url,
        "published": document.published,
        "published_from": document.published_from,
        "language": document.language,
        "incidents": lookup.incidents_of_document.get(document.id, 0),
        "file": document.name,
        "sha256": document.sha256,
        "reader": document.reader,
    }


def when_cells(window: DateWindow | None) -> Row:
    """The date cells; the precision is `unknown` where nothing was told."""
    return {
        "date_earliest": window.earliest if window else None,
        "date_latest": window.latest if window else None,
        "date_precision": window.precision if window else "unknown",
    }


def where_cells(place: Place | None) -> Row:
    """The place cells; the precision is `unknown` where nothing was told."""
    return {
        "country": place.country if place else None,
        "admin1": place.admin1 if place else None,
        "place": place.name if place else None,
        "latitude": place.latitude if place else None,
        "longitude": place.longitude if place else None,
        "place_precision": place.precision if place else "unknown",
    }


def review_cells(decided: Judgement | None) -> Row:
    """The cells that tell what people decided: `open` where nobody did."""
    told = review_to_json(decided)
    return {"review": told["state"], "reviewed_by": told["by"], "reviewed_at": told["at"]}


def _toll_cells(incident: Incident, effect: str) -> Row:
    toll: Toll | None = next((toll for toll in incident.tolls if toll.effect == effect), None)
    return {
        f"{effect}_low": toll.count.low if toll else None,
        f"{effect}_best": toll.best if toll else None,
        f"{effect}_high": toll.count.high if toll else None,
    }


def _parties(incident: Incident, role: str) -> list[str]:
    return once(party.name for party in incident.parties if party.role == role)


def _rank(row: Disagreement) -> int:
    return SEVERITIES.index(row.severity) if row.severity in SEVERITIES else len(SEVERITIES)
