"""Killed and injured of 200 one-paragraph conflict items, read whole, against codes by hand; for `counts.py --items`.

`counts_wp.jsonl` stands off from the texts: the item's line in the file (from 0), the beginning of the SHA-256 of its text, and
what one reader coded before crossread read any of them: the numbers that are right for killed and for injured. Several are
right where it is open whether the doers' own dead belong to the toll. The lower bound stands for "at least" and "more than",
the upper for "up to", "some" for people without a number ("dozens"), 0 for none told. Coded is the act told first with somebody
hurt, earlier acts included; sums of months ("raising the toll to 126") are not. Drawn with `random.Random(20190125)`.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

from crossread.extract import EncoderExtractor
from crossread.normalize import Normalizer
from crossread.records import Claim, Document, document_id
from longtail import EFFECTS, is_told, toll

CODES = Path(__file__).with_name("counts_wp.jsonl")
HASH = 16  # hexadecimal digits kept
SCOPES = ("incident", "background", "aggregate")

Number = int | str


def load_items(path: Path, codes: Path = CODES) -> list[tuple[Document, dict[str, list[Number]]]]:
    """Each coded item as a document, with its codes; a text that is not the one coded is refused."""
    texts = path.read_text(encoding="utf-8").splitlines()
    items = []
    for line in codes.read_text(encoding="utf-8").splitlines():
        code = json.loads(line)
        row = json.loads(texts[code["item"]]) if code["item"] < len(texts) else {"text": "", "date": "2000-01-01"}
        found = hashlib.sha256(row["text"].encode()).hexdigest()[:HASH]
        if found != code["sha256"]:
            raise ValueError(
                f"{path}, line {code['item'] + 1}: expected the text with SHA-256 {code['sha256']}…, found {found}…"
            )
        items.append((_document(row, str(code["item"])), {effect: code[effect] for effect in EFFECTS}))
    return items


def _document(row: dict[str, Any], name: str) -> Document:
    published = date.fromisoformat(row["date"])
    made = document_id(row["text"], source=None, external_id=name, published=published)
    return Document(id=made, text=row["text"], external_id=name, title=None, published=published, language="en")


def told(claims: Sequence[Claim], effect: str) -> Number:
    """The toll of the act told first with somebody hurt, single acts before sums; "some" where rows have no number."""
    hurt = [claim for claim in claims if is_told(claim) and any(row.effect in (*EFFECTS, "casualties") for row in claim.harm)]
    first = min(hurt, key=lambda claim: (SCOPES.index(claim.scope), claim.trigger.span.start), default=None)
    if first is None:
        return 0
    rows = [row for row in first.harm if row.effect == effect and row.part_of is None]
    numbers = [row for row in rows if row.count and (row.count.low is not None or row.count.high is not None)]
    return "some" if rows and not numbers else toll(first, effect)


def measure_items(path: Path, *, show: bool) -> dict[str, Any]:
    """Share of items whose killed, injured and both are as coded."""
    items = load_items(path)
    normalizer = Normalizer()
    right = {effect: [False] * len(items) for effect in EFFECTS}
    for at, extraction in enumerate(EncoderExtractor().extract([document for document, _ in items])):
        document, codes = items[at]
        claims = normalizer.normalize(document, extraction).claims
        for effect in EFFECTS:
            found = told(claims, effect)
            right[effect][at] = found in codes[effect]
            if show and not right[effect][at]:
                print(f"{document.external_id} {effect}: coded {codes[effect]}, found {found}: {document.text[:160]!r}")
    both = [killed and injured for killed, injured in zip(*right.values(), strict=True)]
    shares = {f"{effect}_exact": right[effect] for effect in EFFECTS} | {"both_exact": both}
    return {"items": len(items)} | {key: round(100 * sum(hits) / max(1, len(items)), 1) for key, hits in shares.items()}
