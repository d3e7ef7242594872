"""One question to an OpenAI-compatible chat endpoint, one answer. The only place that imports httpx.

Nothing of an answer is followed: no redirect, no address, no tool call. The key goes into one header and into nothing else.
"""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from crossread.errors import ConfigError, ExtractError
from crossread.extract.llm_limits import limit
from crossread.extract.llm_options import LlmOptions
from crossread.extract.llm_prompt import Message
from crossread.extract.llm_request import RequestShape
from crossread.extract.llm_retry import RETRIED, choose_wait, find_retry_after
from crossread.extract.llm_usage import Meter

try:
    import httpx
except ImportError as error:
    raise ConfigError(
        "The extractor llm needs a package that is not installed.",
        expected="httpx",
        next_step="Run: pip install 'crossread[llm]'",
    ) from error


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """What the model wrote. `cut` is True if the endpoint says that it stopped at the limit of tokens."""

    content: str
    cut: bool


class _Part(BaseModel):
    model_config = ConfigDict(extra="ignore", frozen=True)


class _Said(_Part):
    content: str | None = None


class _Choice(_Part):
    message: _Said
    finish_reason: str | None = None


class _Tokens(_Part):
    prompt_tokens: int | None = Field(default=None, ge=0, le=10**9)
    completion_tokens: int | None = Field(default=None, ge=0, le=10**9)


class _Completion(_Part):
    choices: list[_Choice] = Field(min_length=1)
    usage: Any = None


class Endpoint:
    """A chat endpoint; one serves any number of threads. `stop` ends all waiting when a run is broken off."""

    def __init__(self, options: LlmOptions, meter: Meter, *, stop: threading.Event) -> None:
        self._address, self._model = options.address(), options.model_name()
        self._key = options.read_key()
        self._options, self._meter, self._stop = options, meter, stop
        self._shape = RequestShape(answer_tokens=options.answer_tokens)
        headers = {"Authorization": f"Bearer {self._key}"} if self._key else {}
        connect = min(10.0, options.timeout)
        timeout = httpx.Timeout(options.timeout, connect=connect, pool=None)
        self._client = httpx.Client(headers=headers, timeout=timeout, follow_redirects=False)

    def ask(self, messages: Callable[[bool], list[Message]]) -> Reply:
        """The model's reply. `messages(plain)` gives the messages, with the shape of the answer in words if `plain`.

        Faults that may pass are waited for; `ExtractError` (`no_answer`) when they do not, `ConfigError` when no request of
        this run can succeed.
        """
        fault = ""
        for attempt in range(self._options.retries + 1):
            if attempt:
                self._meter.count_retry()
            try:
                status, headers, body = self._post_in_shape(messages)
            except httpx.TransportError as error:
                fault, asked = f"{type(error).__name__}: {str(error)[:200] or 'nothing came back in time'}", None
            else:
                if status == 200 and (reply := self._read_reply(body)) is not None:
                    return reply
                fault, asked = self._fault(status, body), find_retry_after(headers)
                if status != 200 and status not in RETRIED:
                    raise self._no_answer(fault)
            if attempt < self._options.retries:
                self._stop.wait(choose_wait(attempt, first=self._options.first_wait, asked=asked))
            if self._stop.is_set():
                break
        raise self._no_answer(fault)

    def close(self) -> None:
        """Give the connections back."""
        self._client.close()

    def _post_in_shape(self, messages: Callable[[bool], list[Message]]) -> tuple[int, httpx.Headers, bytes]:
        """One request, made again at once in a plainer shape as long as the endpoint refuses parts of the shape.

        A shape is kept for the run only when an answer came of it: a document that is refused in every shape changes nothing.
        """
        shape = self._shape
        while True:
            payload = {"model": self._model, "messages": messages(shape.is_plain), **shape.parameters()}
            status, headers, body = self._post(payload)
            plainer = shape.without(_told(body)) if status in (400, 404, 415, 422, 501) else None
            if plainer is None:
                break
            shape = plainer
        if status == 200:
            self._shape = shape
        self._check_fatal(status, body)
        return status, headers, body

    def _post(self, payload: dict[str, Any]) -> tuple[int, httpx.Headers, bytes]:
        most, end = limit("answer", "bytes"), time.monotonic() + self._options.timeout
        content = json.dumps(payload).encode()
        with self._client.stream(
            "POST", self._address, content=content, headers={"Content-Type": "application/json"}
        ) as response:
            body = bytearray()
            for piece in response.iter_bytes():
                body += piece
                if len(body) > most:
                    raise self._no_answer(f"an answer of more than {most:,} bytes", reason="bad_answer")
                if time.monotonic() > end:
                    raise httpx.ReadTimeout(f"the answer was not whole after {self._options.timeout:g} s")
            return response.status_code, response.headers, bytes(body)

    def _read_reply(self, body: bytes) -> Reply | None:
        """The first choice's words, None if the body is no completion. Tool calls and all other keys are not looked at."""
        try:
            completion = _Completion.model_validate_json(body)
        except ValidationError:
            return None
        try:
            used = _Tokens.model_validate(completion.usage)
        except ValidationError:
            used = _Tokens()
        self._meter.count_answer(used.prompt_tokens, used.completion_tokens)
        choice = completion.choices[0]
        return Reply(content=choice.message.content or "", cut=choice.finish_reason == "length")

    def _check_fatal(self, status: int, body: bytes) -> None:
        """Stop the run where every other document would meet the same wall."""
        walls = {
            401: ("The endpoint does not take the key.", f"Check the environment variable {self._options.key_env or ''}."),
            402: ("The endpoint wants to be paid first.", "Check the account's balance."),
            404: ("The endpoint does not know the address or the model.", "Check llm_url and llm_model."),
        }
        what, next_step = walls.get(status, ("", ""))
        if 300 <= status < 400:
            what, next_step = (
                "The endpoint sends the request elsewhere, which is not followed.",
                "Set llm_url to the final address.",
            )
        if what:
            if status == 401 and self._key is None:
                next_step = "Name the environment variable that holds a key in llm_key_env."
            raise ConfigError(what, where=self._address, found=self._fault(status, body), next_step=next_step)

    def _fault(self, status: int, body: bytes) -> str:
        told = _told(body)
        told = told.replace(self._key, "[key]") if self._key else told
        return f"HTTP {status} {told[:200]!r}" if status != 200 else "an answer that is no chat completion"

    def _no_answer(self, fault: str, *, reason: str = "no_answer") -> ExtractError:
        return ExtractError(
            f"The endpoint gave no answer that can be used, after at most {self._options.retries + 1} tries.",
            reason=reason,
            where=self._address,
            found=fault,
            next_step="The next run tries again; what was answered before is in the cache, if llm_cache is set.",
        )


def _told(body: bytes) -> str:
    """The endpoint's own words about a fault."""
    text = body[:4000].decode("utf-8", "replace")
    try:
        error = json.loads(text)["error"]
        return str(error["message"] if isinstance(error, dict) else error)
    except (ValueError, KeyError, TypeError, RecursionError):
        return text.strip()
