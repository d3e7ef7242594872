"""Coder's notes -> hand-coded documents with offsets, every quote checked against the text.

A note is what a coder types beside a report, one claim after another:

    # WN-12
    claim armed_attack incident accomplished asserted | opened fire
    retell massacre | shooting#2
    when On Sunday
    where in Orlando, Florida
    actor perpetrator unidentified_armed_group | gunmen
    harm killed civilians | 49 people
    means firearm | opened fire
    speaker reports | police
    wording label | cowards

A quote that stands more than once is the one nearest to the trigger (for the trigger itself: the first); `#2` asks for the
second one in the text, and `left[[quote]]right` fixes it by its surroundings.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from training import labels

Json = dict[str, Any]
_ARITY = {"claim": 4, "retell": 0, "when": 0, "where": 0, "actor": 2, "harm": 2, "means": 1, "speaker": 1, "wording": 1}
_ALLOWED = {
    "claim": (labels.TYPES, labels.SCOPES, labels.STATUSES, labels.STANCES),
    "actor": (labels.ROLES, labels.ACTOR_TYPES),
    "harm": (labels.EFFECTS, labels.ACTOR_TYPES),
    "means": (labels.MEANS,),
    "speaker": (labels.SPEAKER_ROLES,),
    "wording": (labels.WORDINGS,),
}


class NoteError(ValueError):
    """A note that cannot be used; the message names document and line."""


@dataclass
class _State:
    document: Json
    claims: list[Json] = field(default_factory=list)
    wording: list[Json] = field(default_factory=list)


def parse_notes(notes: str, documents: dict[str, Json]) -> tuple[list[Json], list[str]]:
    """Hand-coded documents (as in reports/train_long.jsonl, with `retellings` in each claim) and what was wrong.

    A wrong line is left out and reported; the rest of its document stays.
    """
    states: list[_State] = []
    wrong: list[str] = []
    for number, line in enumerate(notes.splitlines(), 1):
        line = line.strip()
        if not line:
            continue
        try:
            _take(line, states, documents)
        except NoteError as error:
            wrong.append(f"line {number}: {error}: {line[:100]}")
    done = [{**s.document, "claims": s.claims, "wording": s.wording} for s in states]
    return done, wrong


def _take(line: str, states: list[_State], documents: dict[str, Json]) -> None:
    if line.startswith("#"):
        key = line.lstrip("# ").split()[0]
        if key not in documents:
            raise NoteError("no document by that id")
        states.append(_State(documents[key]))
        return
    if not states:
        raise NoteError("a line before the first document")
    head, _, quote = (
        line.partition(" | ")
        if line.split()[0] not in ("retell", "when", "where")
        else (line.split()[0], "", line.partition(" ")[2])
    )
    word, *codes = head.split()
    if word not in _ARITY or len(codes) != _ARITY[word]:
        raise NoteError(f"unknown line or wrong number of codes (expected {_ARITY.get(word)})")
    for code, allowed in zip(codes, _ALLOWED.get(word, ()), strict=True):
        if code not in allowed:
            raise NoteError(f"unknown code {code}")
    _add(word, codes, quote.strip(), states[-1])


def _add(word: str, codes: list[str], quote: str, state: _State) -> None:
    text = state.document["text"]
    if word == "claim":
        keys = ("type", "scope", "status", "stance")
        claim = {
            **dict(zip(keys, codes, strict=True)),
            "trigger": find_quote(text, quote, None),
            "retellings": [],
            "when": None,
            "where": None,
        }
        state.claims.append({**claim, "actors": [], "harm": [], "means": [], "speakers": []})
        return
    if word == "wording":
        state.wording.append({"kind": codes[0], "about": None, **find_quote(text, quote, None)})
        return
    if not state.claims:
        raise NoteError("a slot before the first claim")
    claim = state.claims[-1]
    near = claim["trigger"]["start"]
    if word == "retell":
        claim["retellings"] += [find_quote(text, q.strip(), None) for q in quote.split(" | ")]
        return
    span = find_quote(text, quote, near)
    row = {"raw": span["quote"], "evidence": [span]}
    if word in ("when", "where"):
        claim[word] = row
    elif word == "actor":
        claim["actors"].append({"role": codes[0], "type": codes[1], "name": None, **row})
    elif word == "harm":
        claim["harm"].append({"effect": codes[0], "group_type": codes[1], **row})
    elif word == "means":
        claim["means"].append({"kind": codes[0], **row})
    else:
        claim["speakers"].append({"role": codes[0], **row})


def find_quote(text: str, quote: str, near: int | None) -> Json:
    """Where a quote stands: `#2` asks for the second time, `left[[quote]]right` fixes it, else the one nearest to `near`."""
    fixed = re.fullmatch(r"(.*)\[\[(.+)\]\](.*)", quote, re.S)
    if fixed:
        at = text.find(fixed[1] + fixed[2] + fixed[3])
        if at < 0:
            raise NoteError("the quote with its surroundings is not in the text")
        return _span(text, at + len(fixed[1]), fixed[2])
    asked = re.fullmatch(r"(.+)#(\d+)", quote)
    wanted = asked[1] if asked else quote
    found = [m.start() for m in re.finditer(rf"(?<!\w){re.escape(wanted)}(?!\w)", text)]
    if not found:
        raise NoteError("the quote is not in the text")
    if asked:
        if not 1 <= int(asked[2]) <= len(found):
            raise NoteError(f"the quote stands {len(found)} times")
        return _span(text, found[int(asked[2]) - 1], wanted)
    return _span(text, min(found, key=lambda at: abs(at - near)) if near is not None else found[0], wanted)


def _span(text: str, start: int, quote: str) -> Json:
    return {"quote": text[start : start + len(quote)], "start": start, "end": start + len(quote)}
