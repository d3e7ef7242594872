"""The tools that settings name: the extractor, told what they say about it, and the normalizer. Any process makes the same."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from crossread.config import PREFIX, Settings
from crossread.errors import ConfigError, RegistryError
from crossread.extract import Extractor, LlmOptions, load_extractor
from crossread.flow.own_lists import use_lists, with_lists
from crossread.normalize import Normalizer
from crossread.weigh import name_policy


def check_policy(settings: Settings) -> None:
    """Refuse a policy that no plugin brings with `ConfigError`, before anything is read."""
    with _naming("policy"):
        name_policy(settings.policy)


def make_extractor(settings: Settings) -> Extractor:
    """The extractor that the settings name, told what they say about it; one that no plugin brings is a `ConfigError`.

    The lists of the settings are put in use, and its name tells which they are.
    """
    use_lists(settings)
    with _naming("extractor"):
        return with_lists(load_extractor(settings.extractor, options={"llm": llm_options(settings)}))


def llm_options(settings: Settings) -> LlmOptions:
    """What the settings say about the extractor llm."""
    return LlmOptions(
        url=settings.llm_url,
        model=settings.llm_model,
        key_env=settings.llm_key_env,
        timeout=settings.llm_timeout,
        retries=settings.llm_retries,
        parallel=settings.llm_parallel,
        answer_tokens=settings.llm_answer_tokens,
        cache=settings.llm_cache,
        price_in=settings.llm_price_in,
        price_out=settings.llm_price_out,
    )


@contextmanager
def _naming(setting: str) -> Iterator[None]:
    """A plugin that is missing is a setting that cannot be used: the registry does not know where its name was written."""
    try:
        yield
    except RegistryError as error:
        raise ConfigError(
            f"The setting {setting} has a value that cannot be used. {error.what}",
            where=f"{setting} in crossread.toml, {PREFIX}{setting.upper()} or --{setting}",
            expected=error.expected,
            found=error.found,
            next_step=error.next_step,
        ) from error


def make_normalizer(settings: Settings) -> Normalizer:
    """The normalizer for the language of the settings, English where they name none; their lists are put in use."""
    use_lists(settings)
    return Normalizer(language=settings.language or "en")
