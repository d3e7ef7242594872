"""Events of the ACE family -> claims: trigger, roles, place, time, and the effect that the event's type tells.

An event of these schemes is a sentence's, a claim is a document's: the attack and the deaths of it are two events and one
claim. So `same` is never known, and who did it may stand in another sentence than the one that was marked.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from training.convert.rows import Json, to_claim, to_span


@dataclass(frozen=True)
class Argument:
    """One participant of an event: the scheme's role, the place in the text, the type of entity if it is told."""

    role: str
    start: int
    end: int
    entity_type: str = ""


@cache
def load_codes() -> dict[str, Any]:
    """The lists of event_codes.toml."""
    return tomllib.loads((Path(__file__).parent / "event_codes.toml").read_text(encoding="utf-8"))


def event_key(event_type: str) -> str:
    """The scheme's type as in event_codes.toml: "Justice:Arrest-Jail" and "Justice.ArrestJailDetain.Unspecified" are one."""
    parts = event_type.lower().replace(":", ".").replace("-", "").replace("/", "").split(".")
    key = ".".join(parts[:2])
    full = ".".join(parts[:3])
    key = {"justice.arrestjail": "justice.arrestjaildetain"}.get(key, key)
    return full if full in load_codes()["types"] else key


def to_event_claim(text: str, event_type: str, trigger: tuple[int, int], arguments: Iterable[Argument]) -> Json | None:
    """The claim of one event, None for events that are none of ours (meetings, transport, money)."""
    codes, key = load_codes(), event_key(event_type)
    kind = codes["types"].get(key)
    if kind is None:
        return None
    span = to_span(text, *trigger)
    claim = to_claim(_refined(kind, span["quote"]), span)
    for argument in arguments:
        _put(claim, text, key, argument)
    return claim


def known_of(claims: Iterable[Json]) -> set[str]:
    """What rows of these schemes know: effects, and types where every claim is of one that the schemes name as we do."""
    sure = set(load_codes()["sure"]["types"])
    types = {claim["type"] for claim in claims}
    return {"effect"} | ({"type"} if types and types <= sure else set())


def _refined(kind: str, quote: str) -> str:
    if kind != "armed_attack":
        return str(kind)
    refine = load_codes()["refine"]
    return next((name for name, heads in refine.items() if any(quote.lower().startswith(h) for h in heads)), kind)


def _put(claim: Json, text: str, key: str, argument: Argument) -> None:
    codes, role = load_codes(), argument.role.lower()
    link = codes["entity_roles"].get(key) if role == "entity" else codes["roles"].get(role)
    if link is None:
        return
    span = to_span(text, argument.start, argument.end)
    if link in ("where", "when"):
        claim[link] = claim[link] or {"raw": span["quote"], "evidence": [span]}
    elif link == "means":
        claim["means"].append({"kind": "other", "raw": span["quote"], "evidence": [span]})
    else:
        thing = argument.entity_type in codes["things"]["types"] or (claim["type"] == "destruction" and link == "target")
        kind = "object" if thing else "protesters" if key == "conflict.demonstrate" and link == "perpetrator" else "unknown"
        claim["actors"].append({"role": link, "raw": span["quote"], "type": kind, "evidence": [span]})
        effect = codes["effects"].get(key)
        if link == "victim" and effect:
            claim["harm"].append({"effect": effect, "group_type": "unknown", "evidence": [span]})
