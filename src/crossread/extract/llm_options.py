"""What the llm extractor is told: which endpoint, which model, where the key is, what it may cost in time."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from crossread.errors import ConfigError
from crossread.extract.llm_limits import limit, waiting

_LOCAL = ("localhost", "127.0.0.1", "::1")


@dataclass(frozen=True, slots=True, kw_only=True)
class LlmOptions:
    """Settings of the llm extractor.

    `url` is the part before `/chat/completions`; `key_env` the name of the environment variable that holds the key (None: the
    endpoint asks for none), never the key. `timeout` is seconds for one whole answer, `parallel` requests at a time. `cache`
    is a folder, None for no cache. Prices are per million tokens, in whatever currency the user thinks in.
    """

    url: str | None = None
    model: str | None = None
    key_env: str | None = None
    timeout: float = 180.0
    retries: int = 4
    parallel: int = 4
    answer_tokens: int = limit("answer", "tokens")
    cache: str | None = None
    price_in: float | None = None
    price_out: float | None = None
    first_wait: float = waiting("first_seconds")

    def address(self) -> str:
        """The full address of the endpoint; refuses one that is missing, no web address, or that holds a password."""
        if not self.url:
            raise ConfigError(
                "The extractor llm has no endpoint.",
                where="setting llm_url",
                expected="the address of an OpenAI-compatible endpoint, such as http://localhost:11434/v1",
                next_step="Set llm_url and llm_model in crossread.toml (docs/llm.md).",
            )
        parts = urlsplit(self.url)
        if parts.scheme not in ("http", "https") or not parts.hostname:
            raise ConfigError(
                "The address of the endpoint cannot be used.",
                where="setting llm_url",
                expected="http://… or https://…",
                found=repr(self.url),
            )
        if parts.username or parts.password or parts.query or parts.fragment:
            raise ConfigError(
                "The address of the endpoint holds more than an address.",
                where="setting llm_url",
                expected="no user, password, query or fragment in it",
                next_step="Put the key into an environment variable and its name into llm_key_env.",
            )
        return self.url.rstrip("/").removesuffix("/chat/completions") + "/chat/completions"

    def model_name(self) -> str:
        """The model as the endpoint calls it."""
        if not self.model:
            raise ConfigError(
                "The extractor llm has no model.",
                where="setting llm_model",
                expected="a name that the endpoint knows",
                next_step="Set llm_model in crossread.toml (docs/llm.md).",
            )
        return self.model

    def read_key(self, environment: Mapping[str, str] | None = None) -> str | None:
        """The key from the environment, None where none is needed. No message of an error ever holds it."""
        if not self.key_env:
            return None
        key = (os.environ if environment is None else environment).get(self.key_env, "").strip()
        if not re.fullmatch(r"[!-~]+", key):
            raise ConfigError(
                "The key for the endpoint is not there." if not key else "The key for the endpoint cannot be sent.",
                where=f"the environment variable {self.key_env}, named by the setting llm_key_env",
                expected="a key of visible ASCII characters, without spaces",
                next_step=f"Set {self.key_env}, or leave llm_key_env out if the endpoint asks for no key.",
            )
        self._check_safe_way()
        return key

    def _check_safe_way(self) -> None:
        parts = urlsplit(self.address())
        if (
            parts.scheme == "http"
            and "." in (parts.hostname or "")
            and parts.hostname not in _LOCAL
            and not _is_private(parts.hostname)
        ):
            raise ConfigError(
                "The key would travel unencrypted.",
                where="setting llm_url",
                expected="https://… for an endpoint outside the own network",
                found=f"http://{parts.hostname}",
            )


def _is_private(host: str | None) -> bool:
    """Own-network addresses: 10.x, 172.16-31.x, 192.168.x and names that end in .local, .internal or .lan."""
    return bool(re.fullmatch(r"(10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.)[\d.]+|.*\.(local|internal|lan)", host or ""))
