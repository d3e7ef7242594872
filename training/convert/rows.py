"""The rows a converted set becomes: the training format of `training.examples`, plus `set` and `knows`.

Other schemes mark less than our codebook does. What a row marks is true; what it does not mark is no only for the labels
named in its `knows`:

- a category (`trigger`, `actor`, …): every span of it in the text is marked, so an unmarked token is outside;
- a link (`perpetrator`, `where`, `speaker_reports`, …): every mention with that link to a marked trigger is linked, so an
  unlinked pair has not got it;
- a class list (`type`, `scope`, `status`, `stance`, `effect`, …): the class given is the scheme's own word; where the list is
  missing, the class is a guess that the format cannot do without, and must not be learnt;
- `same`: two claims of the row are two incidents, and the retellings are of their claim.

Spans marked without a claim (people, places, times, means of texts whose events are not marked) stand in `mentions`.
"""

from __future__ import annotations

import hashlib
from typing import Any

from training import labels

Json = dict[str, Any]
CLASSES = (*labels.TRIGGER_CLASSES, *labels.MENTION_CLASSES)
KNOWABLE = frozenset((*labels.CATEGORIES, *labels.LINKS, *CLASSES))


class RowError(ValueError):
    """A row that breaks the format; the message names document and place."""


def to_span(text: str, start: int, end: int) -> Json:
    """The characters `start` up to `end` with their words."""
    return {"quote": text[start:end], "start": start, "end": end}


def to_claim(kind: str, trigger: Json, *, scope: str = "incident", status: str = "accomplished") -> Json:
    """A claim without slots, asserted."""
    return {
        "type": kind,
        "scope": scope,
        "status": status,
        "stance": "asserted",
        "trigger": trigger,
        "retellings": [],
        "when": None,
        "where": None,
        "actors": [],
        "harm": [],
        "means": [],
        "speakers": [],
    }


def to_row(
    name: str,
    external_id: str,
    text: str,
    *,
    claims: list[Json],
    knows: frozenset[str] | set[str],
    published: str | None = None,
    title: str | None = None,
    mentions: list[Json] | None = None,
) -> Json:
    """One converted document, checked."""
    row = {
        "external_id": external_id,
        "set": name,
        "published": published,
        "title": title,
        "text": text,
        "claims": claims,
        "mentions": mentions or [],
        "wording": [],
        "knows": sorted(knows),
    }
    check_row(row)
    return row


def to_standoff(row: Json) -> Json:
    """The row without a word of its text: offsets, labels, and the hash that proves which text they belong to."""
    kept = {key: _bare(row[key]) for key in ("claims", "mentions", "wording", "knows")}
    digest = hashlib.sha256(row["text"].encode()).hexdigest()
    return {"external_id": row["external_id"], "set": row["set"], "text_sha256": digest} | kept


def check_row(row: Json) -> None:
    """Raise `RowError` unless every quote is where it says and every code is one of ours."""
    strange = set(row["knows"]) - KNOWABLE
    if strange:
        raise RowError(
            f"{row['external_id']}: knows {sorted(strange)}, which are no labels; expected some of {sorted(KNOWABLE)}"
        )
    for claim in row["claims"]:
        for name, codes in labels.TRIGGER_CLASSES.items():
            _check_code(row, name, claim[name], codes)
        for actor in claim["actors"]:
            _check_code(row, "role", actor["role"], labels.ROLES)
            _check_code(row, "actor_type", actor["type"], labels.ACTOR_TYPES)
        for harm in claim["harm"]:
            _check_code(row, "effect", harm["effect"], labels.EFFECTS)
    _check_spans(row, [row["claims"], row["mentions"]])


def _check_code(row: Json, name: str, found: str, codes: tuple[str, ...] | list[str]) -> None:
    if found not in codes:
        raise RowError(f"{row['external_id']}: {name} {found!r} is not in the codebook; expected one of {', '.join(codes)}")


def _check_spans(row: Json, value: object) -> None:
    if isinstance(value, list):
        for item in value:
            _check_spans(row, item)
    elif isinstance(value, dict):
        if "quote" in value:
            at, end = value["start"], value["end"]
            if not 0 <= at < end or row["text"][at:end] != value["quote"]:
                found = row["text"][at:end]
                raise RowError(f"{row['external_id']}: span {at}:{end} holds {found!r}, expected {value['quote']!r}")
        for item in value.values():
            _check_spans(row, item)


def _bare(value: object) -> object:
    if isinstance(value, dict):
        return {k: _bare(v) for k, v in value.items() if k not in ("quote", "raw")}
    return [_bare(v) for v in value] if isinstance(value, list) else value
