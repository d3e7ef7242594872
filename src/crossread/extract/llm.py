"""The second extractor: any OpenAI-compatible chat endpoint, local or hosted, for reports in any language.

Its answer is data from an untrusted source. Quotes that the text does not hold, codes that the codebook does not have and
everything else in an answer are dropped and told of; values are made from the quotes by `normalize`, as for every extractor.
"""

from __future__ import annotations

import hashlib
import re
import threading
from collections.abc import Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass

from crossread.errors import ConfigError, ExtractError
from crossread.extract.llm_answer import Answer, parse_answer
from crossread.extract.llm_cache import AnswerCache, answer_key
from crossread.extract.llm_claims import PartReader
from crossread.extract.llm_endpoint import Endpoint
from crossread.extract.llm_limits import limit
from crossread.extract.llm_options import LlmOptions
from crossread.extract.llm_parts import cut_parts, merge_claims, merge_wording
from crossread.extract.llm_patience import Patience
from crossread.extract.llm_prompt import build_messages
from crossread.extract.llm_usage import Meter, Usage
from crossread.extract.outcome import Outcome
from crossread.records import Document, Extraction, Rejection, Span

VERSION = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class _Asked:
    """A document with the parts it was cut into and the answers that are on their way."""

    document: Document
    parts: tuple[Span, ...]
    answers: tuple[Future[Answer], ...]
    fault: ExtractError | None = None


class LlmExtractor:
    """Reads documents with a language model. `languages` is None: it is asked about any language.

    `name` holds the model, because another model makes other claims: `llm-qwen2.5-7b@1`.
    """

    languages = None

    def __init__(self, options: LlmOptions | None = None) -> None:
        self._options = options or LlmOptions()
        self.name = f"llm-{_slug(self._options.model_name())}@{VERSION}"
        self._meter = Meter(price_in=self._options.price_in, price_out=self._options.price_out)
        self._stop = threading.Event()
        self._endpoint = Endpoint(self._options, self._meter, stop=self._stop)
        self._cache = AnswerCache(self._options.cache) if self._options.cache else None
        self._patience = Patience()

    def extract(self, documents: Sequence[Document]) -> list[Extraction]:
        """One extraction for each document, slots raw; `ExtractError` for the first that cannot be read, after all others."""
        outcome = self.try_extract(documents)
        if len(outcome.extractions) < len(documents):
            read = {extraction.document_id for extraction in outcome.extractions}
            lost = next(document for document in documents if document.id not in read)
            told = next(row for row in outcome.rejections if row.subject == lost.id)
            raise ExtractError(told.message, reason=told.reason)
        return list(outcome.extractions)

    def try_extract(self, documents: Sequence[Document]) -> Outcome:
        """Extractions of the documents that can be read, and a rejection for each other one and for each slot turned down.

        `ConfigError` if the endpoint cannot be used at all, or did not answer for the last documents of an earlier call.
        """
        self._patience.check()
        self._stop.clear()
        extractions: list[Extraction] = []
        rejections: list[Rejection] = []
        with ThreadPoolExecutor(max_workers=self._options.parallel) as pool:
            asked = [self._ask(document, pool) for document in documents]
            try:
                for one in asked:
                    self._take(one, extractions, rejections)
            except BaseException:
                self._stop.set()
                pool.shutdown(wait=False, cancel_futures=True)
                raise
        return Outcome(extractions=tuple(extractions), rejections=tuple(rejections))

    def usage(self) -> Usage:
        """Requests, tokens and cost so far."""
        return self._meter.total()

    def close(self) -> None:
        """Give connections and the cache back."""
        self._endpoint.close()
        if self._cache is not None:
            self._cache.close()

    def _ask(self, document: Document, pool: ThreadPoolExecutor) -> _Asked:
        try:
            parts = tuple(cut_parts(document))
        except ExtractError as error:
            return _Asked(document=document, parts=(), answers=(), fault=error)
        answers = tuple(pool.submit(self._answer, document, part) for part in parts)
        return _Asked(document=document, parts=parts, answers=answers)

    def _take(self, asked: _Asked, extractions: list[Extraction], rejections: list[Rejection]) -> None:
        try:
            if asked.fault is not None:
                raise asked.fault
            answers = [future.result() for future in asked.answers]
        except ExtractError as error:
            for future in asked.answers:
                future.cancel()
            rejections.append(_rejection(asked.document, error))
            return
        readers = [PartReader(asked.document, part, self.name) for part in asked.parts]
        pairs = list(zip(readers, answers, strict=True))
        claims = [reader.read_claims(answer) for reader, answer in pairs]
        wording = [row for reader, answer in pairs for row in reader.read_wording(answer)]
        extractions.append(
            Extraction(
                document_id=asked.document.id,
                claims=merge_claims(list(zip(asked.parts, claims, strict=True))),
                wording=merge_wording(wording),
                made_by=self.name,
            )
        )
        rejections += dict.fromkeys(row for reader in readers for row in reader.rejections)
        rejections += [_partial(asked.document, answer) for answer in answers if answer.broken]

    def _answer(self, document: Document, part: Span) -> Answer:
        """The rows of the answer about one part, from the cache if it was ever given."""
        key = answer_key(document, part, self._options)
        kept = self._cache.find(key) if self._cache is not None else None
        if kept is not None:
            self._meter.count_cached()
            return parse_answer(kept[0])
        if self._stop.is_set():
            raise ExtractError("The run was broken off.", reason="no_answer", next_step="Run again.")
        try:
            with self._patience.asking(document.id):
                return self._fresh_answer(document, part, key)
        except ConfigError:
            self._stop.set()  # at once: the next question would be on its way before the caller hears of it
            raise

    def _fresh_answer(self, document: Document, part: Span, key: str) -> Answer:
        answer = Answer()
        for _ in range(limit("answer", "tries")):
            reply = self._endpoint.ask(lambda plain: build_messages(document, part, plain=plain))
            answer = parse_answer(reply.content)
            if answer.broken is None or (reply.cut and answer.claims):
                if self._cache is not None:
                    self._cache.keep(key, reply.content, cut=reply.cut)
                return answer
        if not answer.claims:
            raise ExtractError(
                "The model's answer cannot be read.",
                reason="bad_answer",
                expected="a JSON object with a list of claims",
                found=answer.broken,
                next_step="Raise llm_answer_tokens if answers break off, or use a model that keeps to JSON.",
            )
        return answer


def _rejection(document: Document, error: ExtractError) -> Rejection:
    message = f"The extract step could not use {document.name or document.id} ({document.id}).\n  {error}"
    return Rejection(step="extract", subject=document.id, reason=error.reason, message=message, sha256=document.sha256)


def _partial(document: Document, answer: Answer) -> Rejection:
    """What an answer held after its fault is lost, and said to be."""
    message = (
        f"A part of the model's answer about {document.name or document.id} could not be read.\n  found: {answer.broken}; "
        f"{len(answer.claims)} claims before that were taken\n  Raise llm_answer_tokens if answers break off."
    )
    return Rejection(step="extract", subject=document.id, reason="answer_cut", message=message, sha256=document.sha256)


def _slug(model: str) -> str:
    """The model as a name's part: at most 60 characters, the rest of a longer one as a hash."""
    slug = re.sub(r"[^a-z0-9.]+", "-", model.lower()).strip("-.") or "model"
    return slug if len(slug) <= 60 else f"{slug[:51]}-{hashlib.sha256(model.encode()).hexdigest()[:8]}"
