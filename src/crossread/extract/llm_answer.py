"""The text of an answer -> rows, as far as it is whole. Nothing of it is trusted yet."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from crossread import patterns as re
from crossread.extract.llm_limits import limit

_THOUGHT = re.compile(r"^.*</think(?:ing)?>", re.DOTALL)  # what some local models say before they answer
_LIST = re.compile(r'"(claims|wording)"\s*:\s*\[')
_DECODER = json.JSONDecoder()


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """The rows of an answer, unchecked. `broken` tells what is wrong with the rest, None if the answer is whole."""

    claims: tuple[Any, ...] = ()
    wording: tuple[Any, ...] = ()
    broken: str | None = None


def parse_answer(content: str) -> Answer:
    """The rows of an answer. Of one that is cut off or malformed, those before the fault, and what the fault is.

    A fence of backticks, a thought or a sentence around the object do no harm; an object without a list of claims is broken.
    """
    body = _THOUGHT.sub("", content).strip()
    if not body:
        return Answer(broken="the answer is empty")
    for found in _iter_objects(body):
        if isinstance(found.get("claims"), list):
            wording = found.get("wording")
            return _limited(found["claims"], wording if isinstance(wording, list) else [])
    return _salvage(body)


def _iter_objects(body: str) -> Iterator[dict[str, Any]]:
    """The answer's object: what begins at the first brace, and if that is none, at the brace after a fence."""
    starts = [body.find("{"), *(match.end() for match in re.finditer(r"```(?:json)?\s*(?=\{)", body[:20_000]))]
    for start in dict.fromkeys(start for start in starts[:4] if start >= 0):
        try:
            found = _DECODER.raw_decode(body, start)[0]
        except (ValueError, RecursionError):
            continue
        if isinstance(found, dict):
            yield found


def _salvage(body: str) -> Answer:
    lists: dict[str, list[Any]] = {"claims": [], "wording": []}
    seen = False
    for match in _LIST.finditer(body):
        if not lists[match.group(1)]:
            seen = True
            lists[match.group(1)] = list(_iter_whole(body, match.end()))
    kept = _limited(lists["claims"], lists["wording"])
    fault = "the answer breaks off or is no valid JSON" if seen else "the answer holds no list of claims"
    return Answer(claims=kept.claims, wording=kept.wording, broken=kept.broken or fault)


def _iter_whole(body: str, at: int) -> Iterator[Any]:
    """The elements of a list up to the first that is not whole."""
    while True:
        at = _skip(body, at)
        if at >= len(body) or body[at] != "{":
            return
        try:
            element, at = _DECODER.raw_decode(body, at)
        except (ValueError, RecursionError):
            return
        yield element


def _skip(body: str, at: int) -> int:
    while at < len(body) and body[at] in " \t\r\n,":
        at += 1
    return at


def _limited(claims: list[Any], wording: list[Any]) -> Answer:
    most = limit("answer", "claims")
    over = max(len(claims), len(wording)) > most
    return Answer(
        claims=tuple(claims[:most]),
        wording=tuple(wording[:most]),
        broken=f"the answer has {len(claims)} claims and {len(wording)} expressions, more than {most}" if over else None,
    )
