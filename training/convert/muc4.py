"""MUC-4's development keys and texts -> training rows.

A key says what happened, not where in the text it says so: its strings are looked up in the text, and the sentence that
holds most of them together with a word for the act is taken for the fullest telling. Only the strings are the coder's own;
the trigger is found, so its type is known only where the act has one name (abduction, arson).

Keys hold terrorist acts only, and the texts tell of clashes, arrests, strikes besides: what a row does not mark is unknown,
but for the fills of its incidents. A text with an irrelevant key teaches nothing about violence; it is complete only where
it has no word of violence at all.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from crossread.read import find_dateline
from training.annotation.texts import iter_rows
from training.convert.muc4_fills import iter_fills
from training.convert.muc4_keys import Template, parse_keys
from training.convert.muc4_spans import Telling, find_telling, says_any
from training.convert.rows import Json, to_claim, to_row

# A key calls bombing what the codebook tells apart: shelling, mines, air strikes.
SURE_TYPES = frozenset(("KIDNAPPING", "ARSON"))
# A key names every doer, target, victim and weapon of an incident, mostly at one of the places that name them.
FILLS = frozenset(("actor_type", "status", "effect", "means", "same"))


def convert(data: Path) -> Iterator[Json]:
    """The rows of all development documents that have a key, relevant or not."""
    keys: dict[str, list[Template]] = {}
    for file in sorted((data / "muc4" / "CORPORA" / "dev").glob("key-dev-*")):
        keys |= parse_keys(file.read_text(encoding="latin-1"))
    for row in iter_rows(data):
        if row["external_id"] in keys:
            yield to_muc4_row(row["external_id"], row["text"], keys[row["external_id"]])


def to_muc4_row(external_id: str, text: str, templates: list[Template]) -> Json:
    """One document with its key; a template none of whose strings is found in the text is left out."""
    words = load_words()
    published = find_dateline(text)
    day = published.isoformat() if published else None
    claims: list[Json] = []
    used: set[int] = set()
    types = {t.value(4) for t in templates}
    for template in templates:
        telling = find_telling(text, template, words["triggers"], used)
        if telling is not None:
            used.add(telling.trigger["start"])
            claims.append(_claim(text, template, telling, published, alone=len(templates) == 1))
    if not templates:
        quiet = not says_any(text, words["violence"]["words"])
        return to_row("muc4", external_id, text, claims=[], knows={"trigger"} if quiet else set(), published=day)
    knows = FILLS | ({"type"} if types <= SURE_TYPES else set())
    return to_row("muc4", external_id, text, claims=claims, knows=knows, published=day)


def _claim(text: str, template: Template, telling: Telling, published: object, *, alone: bool) -> Json:
    status = (template.value(5) or "ACCOMPLISHED").lower()
    claim = to_claim(telling.type, telling.trigger, status=status)
    if alone:
        claim["retellings"] = telling.retellings
    for name, row in iter_fills(text, template, telling, published, load_words()):
        if name in ("when", "where"):
            claim[name] = row
        else:
            claim[name].append(row)
    return claim


@cache
def load_words() -> dict:
    """The lists of muc4_words.toml."""
    return tomllib.loads((Path(__file__).parent / "muc4_words.toml").read_text(encoding="utf-8"))
