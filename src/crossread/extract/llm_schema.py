"""What an answer may look like: the JSON schema that is sent, and the rows an answer is read into.

An answer is data from a source nobody vouches for. The rows take the named fields and leave everything else lying; codes are
compared with the codebook, and there is no field for a value: no date, no coordinate, no number, no offset.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from pydantic import BaseModel, ConfigDict, Field

from crossread.codebook import load_codebook
from crossread.extract.llm_limits import limit

Json = dict[str, Any]


class _Row(BaseModel):
    model_config = ConfigDict(extra="ignore", strict=True, frozen=True)


class QuoteRow(_Row):
    """Words of the text, and the sentence they stand in where the text has them more than once."""

    quote: str = Field(min_length=1, max_length=limit("quote", "slot_chars"))
    sentence: str | None = Field(default=None, max_length=limit("quote", "sentence_chars"))


class TriggerRow(QuoteRow):
    """The head of a claim: a few words."""

    quote: str = Field(min_length=1, max_length=limit("quote", "trigger_chars"))


class ActorRow(QuoteRow):
    """Who took part and how."""

    role: str
    type: str


class HarmRow(QuoteRow):
    """One effect on one group."""

    effect: str
    group_type: str


class KindRow(QuoteRow):
    """Means, or a loaded expression."""

    kind: str


class SpeakerRow(QuoteRow):
    """Who says it."""

    role: str


class ClaimRow(_Row):
    """One claim. Its slots are read one by one, so that a bad one costs only itself."""

    type: str
    scope: str
    status: str
    stance: str
    trigger: Any
    retellings: Any = None
    when: Any = None
    where: Any = None
    actors: Any = None
    harm: Any = None
    means: Any = None
    speakers: Any = None


# field of a row -> vocabulary of the codebook, for the rows that hang on a claim and for wording
CODES: dict[str, dict[str, str]] = {
    "claim": {"type": "incident_type", "scope": "scope", "status": "status", "stance": "stance"},
    "actors": {"role": "actor_role", "type": "actor_type"},
    "harm": {"effect": "effect", "group_type": "actor_type"},
    "means": {"kind": "means"},
    "speakers": {"role": "speaker_role"},
    "wording": {"kind": "wording"},
}
ROWS: dict[str, type[QuoteRow]] = {
    "trigger": TriggerRow,
    "retellings": TriggerRow,
    "when": QuoteRow,
    "where": QuoteRow,
    "actors": ActorRow,
    "harm": HarmRow,
    "means": KindRow,
    "speakers": SpeakerRow,
    "wording": KindRow,
}


def list_codes(row: str, field: str) -> tuple[str, ...]:
    """The codes that a field of a row may hold. Objects are aimed at but suffer no harm of the codebook's kind."""
    codes = load_codebook().codes(CODES[row][field])
    return tuple(code for code in codes if code != "object") if (row, field) == ("harm", "group_type") else codes


@cache
def answer_schema() -> Json:
    """The JSON schema of an answer, in the strict form that endpoints enforce: every key required, no other allowed."""
    quote = _object({"quote": {"type": "string"}, "sentence": {"type": ["string", "null"]}})
    claim = {
        **_codes("claim"),
        "trigger": quote,
        "retellings": _list(quote),
        "when": {"anyOf": [quote, {"type": "null"}]},
        "where": {"anyOf": [quote, {"type": "null"}]},
        **{name: _list(_object({**_codes(name), **quote["properties"]})) for name in ("actors", "harm", "means", "speakers")},
    }
    wording = _object({**_codes("wording"), **quote["properties"]})
    return _object({"claims": _list(_object(claim)), "wording": _list(wording)})


def _codes(row: str) -> Json:
    return {field: {"type": "string", "enum": list(list_codes(row, field))} for field in CODES[row]}


def _list(item: Json) -> Json:
    return {"type": "array", "items": item}


def _object(properties: Json) -> Json:
    return {"type": "object", "properties": properties, "required": list(properties), "additionalProperties": False}
