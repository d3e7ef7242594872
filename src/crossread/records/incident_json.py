"""Incidents to and from JSON: what the store keeps and the desk and exports show."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from datetime import date
from typing import Any

from crossread.records.incident import Account, Disagreement, Incident, Party, Reading, Toll
from crossread.records.value import Count, DateWindow, Place

Json = dict[str, Any]


def incident_to_json(incident: Incident) -> Json:
    """One incident as JSON. Unknown is null; empty lists stay; dates are ISO 8601."""
    return {**asdict(incident), "when": _when_to_json(incident.when)}


def incident_from_json(row: Mapping[str, Any]) -> Incident:
    """The reverse of `incident_to_json`."""
    return Incident(
        id=row["id"],
        type=row["type"],
        policy=row["policy"],
        grade=row["grade"],
        grade_reason=row["grade_reason"],
        when=_when_from_json(row["when"]),
        where=Place(**row["where"]) if row["where"] else None,
        parties=tuple(Party(**{**party, "claims": tuple(party["claims"])}) for party in row["parties"]),
        tolls=tuple(_toll_from_json(toll) for toll in row["tolls"]),
        accounts=tuple(Account(**account) for account in row["accounts"]),
        disagreements=tuple(_disagreement_from_json(found) for found in row["disagreements"]),
        independent_sources=row["independent_sources"],
        summary=row["summary"],
        told_as=row.get("told_as", ""),  # stores of before it was told have none
    )


def _toll_from_json(row: Mapping[str, Any]) -> Toll:
    return Toll(
        effect=row["effect"],
        count=Count(**row["count"]),
        best=row["best"],
        claims=tuple(row["claims"]),
        open_from=row.get("open_from"),  # stores of before it was told have none
        reason=row.get("reason", ""),
    )


def _disagreement_from_json(row: Mapping[str, Any]) -> Disagreement:
    readings = tuple(Reading(text=reading["text"], claims=tuple(reading["claims"])) for reading in row["readings"])
    return Disagreement(slot=row["slot"], severity=row["severity"], readings=readings, sentence=row["sentence"])


def _when_to_json(window: DateWindow | None) -> Json | None:
    if window is None:
        return None
    return {
        "earliest": window.earliest.isoformat() if window.earliest else None,
        "latest": window.latest.isoformat() if window.latest else None,
        "precision": window.precision,
        "reported_on": window.reported_on.isoformat() if window.reported_on else None,
        "flags": list(window.flags),
    }


def _when_from_json(row: Mapping[str, Any] | None) -> DateWindow | None:
    if row is None:
        return None
    return DateWindow(
        earliest=_date(row["earliest"]),
        latest=_date(row["latest"]),
        precision=row["precision"],
        reported_on=_date(row["reported_on"]),
        flags=tuple(row["flags"]),
    )


def _date(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
