"""Claims to and from the claim JSON: the one shape that programs, exports and scorers share."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from crossread.errors import RecordError
from crossread.records.claim import Actor, Claim, Extraction, Harm, Means, Speaker, Wording
from crossread.records.document import Document
from crossread.records.span import Evidence, Span
from crossread.records.value import Count, DateWindow, Place, Slot

Json = dict[str, Any]


def document_to_json(document: Document, *, with_text: bool = False) -> Json:
    """The `document` object of the claim JSON; the text only when asked for."""
    out: Json = {
        "id": document.id,
        "external_id": document.external_id,
        "source": document.source,
        "url": document.url,
        "title": document.title,
        "language": document.language,
        "published": _iso(document.published),
        "published_from": document.published_from,
        "sha256": document.sha256,
        "reader": document.reader,
        "name": document.name,
    }
    if with_text:
        out["text"] = document.text
    return out


def document_from_json(row: Mapping[str, Any]) -> Document:
    """The reverse of `document_to_json(…, with_text=True)`."""
    if "text" not in row:
        raise RecordError("A document object without its text cannot become a document again.", expected="key `text`")
    return Document(
        id=row["id"],
        text=row["text"],
        external_id=row.get("external_id"),
        source=row.get("source"),
        url=row.get("url"),
        title=row.get("title"),
        language=row.get("language"),
        published=_date(row.get("published")),
        published_from=row.get("published_from"),
        sha256=row.get("sha256"),
        reader=row.get("reader") or "text@1",
        name=row.get("name"),
    )


def extraction_to_json(document: Document, extraction: Extraction) -> Json:
    """One document with its claims and wording: a line of the claim JSON."""
    return {
        "document": document_to_json(document),
        "claims": [claim_to_json(claim) for claim in extraction.claims],
        "wording": [wording_to_json(row) for row in extraction.wording],
    }


def claim_to_json(claim: Claim) -> Json:
    """One claim as the claim JSON. Unknown is null; empty lists stay."""
    return {
        "id": claim.id,
        "document_id": claim.document_id,
        "type": claim.type,
        "scope": claim.scope,
        "status": claim.status,
        "stance": claim.stance,
        "trigger": evidence_to_json(claim.trigger),
        "retellings": [evidence_to_json(e) for e in claim.retellings],
        "when": _when_to_json(claim.when),
        "where": _where_to_json(claim.where),
        "actors": [_actor_to_json(a) for a in claim.actors],
        "harm": [_harm_to_json(h) for h in claim.harm],
        "means": [{"kind": m.kind, "raw": m.raw, "score": m.score, "evidence": _evidences(m.evidence)} for m in claim.means],
        "speakers": [
            {"raw": s.raw, "name": s.name, "role": s.role, "score": s.score, "evidence": _evidences(s.evidence)}
            for s in claim.speakers
        ],
        "score": claim.score,
        "made_by": claim.made_by,
    }


def claim_from_json(row: Mapping[str, Any], *, document_id: str) -> Claim:
    """The reverse of `claim_to_json`; hand-coded claims (no id, no scores) are taken too."""
    made_by = row.get("made_by") or "hand@1"
    return Claim(
        id=row.get("id") or f"clm_{document_id}_{row['trigger'].get('start')}_{row['type']}",
        document_id=document_id,
        type=row["type"],
        scope=row["scope"],
        status=row["status"],
        stance=row["stance"],
        trigger=evidence_from_json(row["trigger"], document_id=document_id),
        retellings=_evidences_from(row.get("retellings"), document_id),
        when=_when_from_json(row.get("when"), document_id),
        where=_where_from_json(row.get("where"), document_id),
        actors=tuple(_actor_from_json(a, document_id) for a in row.get("actors") or []),
        harm=tuple(_harm_from_json(h, document_id) for h in row.get("harm") or []),
        means=tuple(
            Means(
                kind=m["kind"],
                raw=m["raw"],
                score=m.get("score"),
                evidence=_evidences_from(m.get("evidence"), document_id),
            )
            for m in row.get("means") or []
        ),
        speakers=tuple(
            Speaker(
                role=s["role"],
                raw=s["raw"],
                name=s.get("name"),
                score=s.get("score"),
                evidence=_evidences_from(s.get("evidence"), document_id),
            )
            for s in row.get("speakers") or []
        ),
        score=row.get("score"),
        made_by=made_by,
    )


def wording_to_json(row: Wording) -> Json:
    """One loaded expression as the claim JSON."""
    return {"kind": row.kind, "about": row.about, "score": row.score, **evidence_to_json(row.evidence)}


def wording_from_json(row: Mapping[str, Any], *, document_id: str) -> Wording:
    """The reverse of `wording_to_json`."""
    evidence = evidence_from_json(row, document_id=document_id)
    return Wording(kind=row["kind"], about=row.get("about"), score=row.get("score"), evidence=evidence)


def evidence_to_json(evidence: Evidence) -> Json:
    """Quote, start and end; the document is the one the claim belongs to."""
    return {"quote": evidence.quote, "start": evidence.span.start, "end": evidence.span.end}


def evidence_from_json(row: Mapping[str, Any], *, document_id: str) -> Evidence:
    """The reverse of `evidence_to_json`."""
    return Evidence(document_id=document_id, span=Span(start=row["start"], end=row["end"]), quote=row["quote"])


def _evidences(evidence: tuple[Evidence, ...]) -> list[Json]:
    return [evidence_to_json(e) for e in evidence]


def _evidences_from(rows: Any, document_id: str) -> tuple[Evidence, ...]:
    return tuple(evidence_from_json(e, document_id=document_id) for e in rows or [])


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _date(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _when_to_json(slot: Slot[DateWindow] | None) -> Json | None:
    if slot is None:
        return None
    window = slot.value
    return {
        "raw": slot.raw,
        "earliest": _iso(window.earliest) if window else None,
        "latest": _iso(window.latest) if window else None,
        "precision": window.precision if window else "unknown",
        "reported_on": _iso(window.reported_on) if window else None,
        "flags": list(window.flags) if window else [],
        "score": slot.score,
        "evidence": _evidences(slot.evidence),
    }


def _when_from_json(row: Mapping[str, Any] | None, document_id: str) -> Slot[DateWindow] | None:
    if row is None:
        return None
    known = any(row.get(k) for k in ("earliest", "latest", "reported_on"))
    value = (
        DateWindow(
            earliest=_date(row.get("earliest")),
            latest=_date(row.get("latest")),
            precision=row["precision"],
            reported_on=_date(row.get("reported_on")),
            flags=tuple(row.get("flags") or ()),
        )
        if known
        else None
    )
    return Slot(raw=row["raw"], value=value, evidence=_evidences_from(row.get("evidence"), document_id), score=row.get("score"))


def _where_to_json(slot: Slot[Place] | None) -> Json | None:
    if slot is None:
        return None
    place = slot.value
    return {
        "raw": slot.raw,
        "name": place.name if place else None,
        "country": place.country if place else None,
        "admin1": place.admin1 if place else None,
        "gazetteer_id": place.gazetteer_id if place else None,
        "latitude": place.latitude if place else None,
        "longitude": place.longitude if place else None,
        "precision": place.precision if place else "unknown",
        "score": slot.score,
        "evidence": _evidences(slot.evidence),
    }


def _where_from_json(row: Mapping[str, Any] | None, document_id: str) -> Slot[Place] | None:
    if row is None:
        return None
    known = any(row.get(k) is not None for k in ("name", "country", "admin1", "gazetteer_id", "latitude"))
    value = (
        Place(
            name=row.get("name"),
            country=row.get("country"),
            admin1=row.get("admin1"),
            gazetteer_id=row.get("gazetteer_id"),
            latitude=row.get("latitude"),
            longitude=row.get("longitude"),
            precision=row["precision"],
        )
        if known
        else None
    )
    return Slot(raw=row["raw"], value=value, evidence=_evidences_from(row.get("evidence"), document_id), score=row.get("score"))


def _actor_to_json(actor: Actor) -> Json:
    return {
        "role": actor.role,
        "raw": actor.raw,
        "name": actor.name,
        "type": actor.type,
        "registry_id": actor.registry_id,
        "flags": list(actor.flags),
        "score": actor.score,
        "evidence": _evidences(actor.evidence),
    }


def _actor_from_json(row: Mapping[str, Any], document_id: str) -> Actor:
    return Actor(
        role=row["role"],
        raw=row["raw"],
        name=row.get("name"),
        type=row["type"],
        registry_id=row.get("registry_id"),
        flags=tuple(row.get("flags") or ()),
        score=row.get("score"),
        evidence=_evidences_from(row.get("evidence"), document_id),
    )


def _harm_to_json(harm: Harm) -> Json:
    return {
        "effect": harm.effect,
        "raw": harm.raw,
        "group": harm.group,
        "group_type": harm.group_type,
        "low": harm.count.low if harm.count else None,
        "high": harm.count.high if harm.count else None,
        "qualifier": harm.count.qualifier if harm.count else None,
        "part_of": harm.part_of,
        "speaker": harm.speaker,
        "score": harm.score,
        "evidence": _evidences(harm.evidence),
    }


def _harm_from_json(row: Mapping[str, Any], document_id: str) -> Harm:
    count = Count(low=row.get("low"), high=row.get("high"), qualifier=row["qualifier"]) if row.get("qualifier") else None
    return Harm(
        effect=row["effect"],
        raw=row.get("raw") or row.get("group") or "",
        group=row.get("group"),
        group_type=row.get("group_type") or "unknown",
        count=count,
        part_of=row.get("part_of"),
        speaker=row.get("speaker"),
        score=row.get("score"),
        evidence=_evidences_from(row.get("evidence"), document_id),
    )
