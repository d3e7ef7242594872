"""What reviewers decided -> hand-coded reports that `python -m training --coded` takes.

A document is only as good a lesson as it is complete: words that no claim rests on teach that nothing happened there. So a
document is written when every one of its claims has been judged, and otherwise left out, with the reason in the manifest.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from importlib.metadata import version
from pathlib import Path
from typing import Any

from crossread.codebook import load_codebook
from crossread.export.content import MOST_IDS, LeftOut
from crossread.export.manifest import codebook_fingerprint, made_at
from crossread.export.staging import Staging
from crossread.records import Claim, Document, Judgement, Wording, claim_to_json, list_standing, wording_to_json

HAND = "hand@"  # the maker of a claim that a person wrote, who has thereby judged it
NOT_GOLD = ("id", "document_id", "score", "made_by", "flags", "gazetteer_id", "registry_id")  # a machine's, not a coder's
ROWS = ("actors", "harm", "means", "speakers")
CODES = {"type": "incident_type", "scope": "scope", "status": "status", "stance": "stance"}
ROW_CODES = (
    ("actors", "role", "actor_role"),
    ("actors", "type", "actor_type"),
    ("harm", "effect", "effect"),
    ("means", "kind", "means"),
    ("speakers", "role", "speaker_role"),
)
SILENT = "it has no claim, so nobody was asked whether it tells of anything"
UNTOUCHED = "none of its claims has been judged"
PARTLY = "some of its claims have been judged, others not; judge these too"
NO_WORDS = "a value was corrected without the words it rests on; correct it again with its evidence"
NO_CODE = "a value was corrected to a code that the codebook does not have; correct it again"
DISMISSED = "dismissed by a reviewer"
NOTES = (
    "Claims stand as reviewers accepted or corrected them. Nobody judges retellings and wording: these are the reader's own.",
    "The texts are whole, names of victims included: hand the file on as carefully as the reports.",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldDocument:
    """A document, the claims that speak for it now with what was corrected in them, and its loaded expressions."""

    document: Document
    claims: tuple[Claim, ...]
    wording: tuple[Wording, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class TrainingExported:
    """What an export for training left on disk, and what is not in it."""

    path: Path
    manifest: Path
    documents: int
    claims: int
    left_out: tuple[LeftOut, ...]


def export_training(
    path: Path,
    told: Iterable[ToldDocument],
    *,
    judgements: Sequence[Judgement],
    seal: str | None = None,
    overwrite: bool = False,
) -> TrainingExported:
    """Write every document whose claims have all been judged to `path`, one a line, with a manifest beside it.

    Judgements count for the claims they were given on; one of a whole incident judges no claim. A document of which every claim
    was dismissed is written too: it teaches what is none. `seal` is that of the log of judgements: with it in the manifest,
    nobody can rewrite the log behind the file unnoticed.
    """
    lessons = _Lessons()
    decided = decide(judgements)
    for row in told:
        lessons.add(row, decided)
    manifest = path.with_name(f"{path.name}.manifest.json")
    with Staging(overwrite=overwrite) as staging:
        staging.check_free(manifest)
        staging.stage(path).write_text("".join(lessons.lines), encoding="utf-8", newline="\n")
        text = _manifest(lessons, staging, seal)  # before the manifest itself is staged: it vouches for the others
        staging.stage(manifest).write_text(text, encoding="utf-8")
        staging.publish()
    return TrainingExported(
        path=path, manifest=manifest, documents=len(lessons.lines), claims=lessons.counts.total(), left_out=lessons.left_out()
    )


@dataclass(slots=True, kw_only=True)
class _Lessons:
    """The lines to write, how many claims of each decision stand in them, and what was left out for which reason."""

    lines: list[str] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)
    ids: set[str] = field(default_factory=set)
    without: dict[tuple[str, str], list[str]] = field(default_factory=dict)

    def add(self, row: ToldDocument, decided: Mapping[str, str]) -> None:
        """Take the document in, or note why not."""
        reason = why_left_out(row, decided)
        if reason is not None:
            self.without.setdefault(("documents", reason), []).append(row.document.id)
            return
        decisions = {claim: decision(claim, decided) or "" for claim in row.claims}
        kept = [claim for claim, told in decisions.items() if told != "dismissed"]
        dropped = [claim.id for claim, told in decisions.items() if told == "dismissed"]
        if dropped:
            self.without.setdefault(("claims", DISMISSED), []).extend(dropped)
        self.counts.update(decisions[claim] for claim in kept)
        self.lines.append(_line(to_coded(row, kept, external_id=self._name(row.document))))

    def left_out(self) -> tuple[LeftOut, ...]:
        """What is not in the file, one row a reason."""
        rows = sorted(self.without.items())
        return tuple(LeftOut(what=w, reason=r, count=len(ids), ids=tuple(ids[:MOST_IDS])) for (w, r), ids in rows)

    def _name(self, document: Document) -> str:
        """Its external id; its own id where it has none, or where another report has the same."""
        name = document.external_id or document.id
        name = document.id if name in self.ids else name
        self.ids.add(name)
        return name


def decide(judgements: Iterable[Judgement]) -> dict[str, str]:
    """For each judged claim id `accepted`, `corrected` or `dismissed`: what stands, the latest word last.

    Only an `accept` takes a dismissed claim in again, as it does when incidents are weighed.
    """
    found: dict[str, str] = {}
    corrected: set[str] = set()
    for judgement in list_standing(judgements):
        claim = judgement.subject
        if judgement.kind == "dismiss":
            found[claim] = "dismissed"
        elif judgement.kind == "correct":
            corrected.add(claim)
            if found.get(claim) != "dismissed":
                found[claim] = "corrected"
        elif judgement.kind == "accept":
            found[claim] = "corrected" if claim in corrected else "accepted"
    return found


def decision(claim: Claim, decided: Mapping[str, str]) -> str | None:
    """What a person decided about the claim, `by_hand` for one that a person wrote, None where nobody looked yet."""
    return decided.get(claim.id) or ("by_hand" if claim.made_by.startswith(HAND) else None)


def why_left_out(row: ToldDocument, decided: Mapping[str, str]) -> str | None:
    """Why the document cannot be learnt from; None when it can."""
    if not row.claims:
        return SILENT
    decisions = [decision(claim, decided) for claim in row.claims]
    if None in decisions:
        return PARTLY if any(decisions) else UNTOUCHED
    kept = [claim_to_json(claim) for claim, told in zip(row.claims, decisions, strict=True) if told != "dismissed"]
    if not all(slot["evidence"] for claim in kept for slot in _slots(claim)):
        return NO_WORDS
    return None if all(_is_coded(claim) for claim in kept) else NO_CODE


def to_coded(row: ToldDocument, claims: Iterable[Claim], *, external_id: str) -> dict[str, Any]:
    """The document and these claims of it in the form of a hand-coded report."""
    document = row.document
    return {
        "external_id": external_id,
        "source": document.source,
        "published": document.published.isoformat() if document.published else None,
        "title": document.title,
        "text": document.text,
        "claims": [_to_gold(claim) for claim in claims],
        "wording": [_without(wording_to_json(wording)) for wording in row.wording],
    }


def _to_gold(claim: Claim) -> dict[str, Any]:
    """The claim without what only a machine says. Without retellings the key is gone: it is open whether there are any."""
    gold: dict[str, Any] = _without(claim_to_json(claim))
    if not gold["retellings"]:
        del gold["retellings"]
    return gold


def _without(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _without(part) for key, part in value.items() if key not in NOT_GOLD}
    return [_without(part) for part in value] if isinstance(value, list) else value


def _slots(claim: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    yield from (claim[name] for name in ("when", "where") if claim[name])
    yield from (row for name in ROWS for row in claim[name])


def _is_coded(claim: Mapping[str, Any]) -> bool:
    codes = load_codebook().codes
    return all(claim[name] in codes(kind) for name, kind in CODES.items()) and all(
        row[field] in codes(kind) for name, field, kind in ROW_CODES for row in claim[name]
    )


def _line(coded: Mapping[str, Any]) -> str:
    text = json.dumps(coded, ensure_ascii=False, allow_nan=False)
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:  # a lone surrogate, which UTF-8 cannot hold: escaped it stays exactly as it was read
        text = json.dumps(coded, allow_nan=False)
    return text + "\n"


def _manifest(lessons: _Lessons, staging: Staging, seal: str | None) -> str:
    counts = {"documents": len(lessons.lines), "claims": lessons.counts.total()}
    manifest = {
        "crossread": version("crossread"),
        "made_at": made_at(),
        "format": "training",
        "codebook": codebook_fingerprint(),
        "judgements_head": seal,
        "counts": {**counts, **{told: lessons.counts[told] for told in ("accepted", "corrected", "by_hand")}},
        "notes": list(NOTES),
        "left_out": [asdict(row) for row in lessons.left_out()],
        "files": [asdict(file) for file in staging.describe()],
    }
    return json.dumps(manifest, ensure_ascii=False, indent=2, allow_nan=False) + "\n"
