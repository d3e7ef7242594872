"""The parameters of a request, and how they get plainer where an endpoint refuses one of them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from crossread.extract.llm_schema import answer_schema


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestShape:
    """`format`: `json_schema` where the endpoint can be held to a schema, then `json_object`, then `plain`."""

    answer_tokens: int
    format: str = "json_schema"
    tokens_key: str = "max_tokens"
    has_temperature: bool = True

    @property
    def is_plain(self) -> bool:
        """True if nothing but words tells the endpoint what shape the answer has."""
        return self.format != "json_schema"

    def parameters(self) -> dict[str, Any]:
        """What goes into the request beside model and messages. Temperature 0: the same report gives the same claims."""
        out: dict[str, Any] = {self.tokens_key: self.answer_tokens}
        if self.has_temperature:
            out["temperature"] = 0
        if self.format == "json_schema":
            schema = {"name": "claims", "strict": True, "schema": answer_schema()}
            out["response_format"] = {"type": "json_schema", "json_schema": schema}
        elif self.format == "json_object":
            out["response_format"] = {"type": "json_object"}
        return out

    def without(self, told: str) -> RequestShape | None:
        """The next plainer shape after a refusal in these words, None if the refusal is not about the shape.

        The words are compared with parameter names only; a refusal that names none costs the format, one step at a time,
        because many local servers say no more than "bad request".
        """
        words = told.lower()
        if "temperature" in words and self.has_temperature:
            return replace(self, has_temperature=False)
        if "max_completion_tokens" in words and self.tokens_key == "max_tokens":
            return replace(self, tokens_key="max_completion_tokens")
        if _is_about_other_things(words) or self.format == "plain":
            return None
        return replace(self, format="json_object" if self.format == "json_schema" else "plain")


def _is_about_other_things(words: str) -> bool:
    about_format = any(name in words for name in ("response_format", "json_schema", "json_object", "schema", "grammar"))
    return not about_format and any(name in words for name in ("context", "model", "token", "content"))
