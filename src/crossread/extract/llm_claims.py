"""The rows of an answer -> claims with raw slots. Only quotes of the text and codes of the codebook come through.

What does not come through is told of in a rejection with its reason: `schema`, `unknown_code`, `quote_not_found`,
`trigger_not_found`, `nothing_told`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, TypeVar

from pydantic import ValidationError

from crossread.extract.llm_answer import Answer
from crossread.extract.llm_limits import limit
from crossread.extract.llm_parts import join_claims, set_apart, tells_otherwise
from crossread.extract.llm_quotes import QuoteFinder
from crossread.extract.llm_schema import CODES, ROWS, ClaimRow, QuoteRow, list_codes
from crossread.records import Actor, Claim, Document, Evidence, Harm, Means, Rejection, Slot, Span, Speaker, Wording, claim_id

T = TypeVar("T")


class PartReader:
    """Reads the answer about one part of a document. `rejections` fills while it reads."""

    def __init__(self, document: Document, part: Span, made_by: str) -> None:
        self._document = document
        self._finder = QuoteFinder(document.text, part)
        self._made_by = made_by
        self.rejections: list[Rejection] = []

    def read_claims(self, answer: Answer) -> list[Claim]:
        """The claims that hold. Two with the same trigger are one, unless they tell of two places or days ("bombs went off in
        Gao and Kidal"): then the later one's trigger goes on to the words that set it apart."""
        claims: dict[Span, Claim] = {}
        for number, row in enumerate(answer.claims, start=1):
            claim = self._claim(row, f"claim {number}")
            if claim is None:
                continue
            other = claims.get(claim.trigger.span)
            if other is not None and tells_otherwise(other, claim):
                claim = set_apart(claim, other, self._document)
                other = claims.get(claim.trigger.span)
            claims[claim.trigger.span] = claim if other is None else join_claims(other, claim)
        return list(claims.values())

    def read_wording(self, answer: Answer) -> list[Wording]:
        """The loaded expressions that the part holds."""
        found = self._rows(answer.wording, "wording", "the answer", near=None)
        return [Wording(kind=row.kind, about=None, evidence=evidence) for row, evidence in found]

    def _claim(self, given: Any, name: str) -> Claim | None:
        try:
            row = ClaimRow.model_validate(given)
        except ValidationError as error:
            self._reject("schema", name, _told(error))
            return None
        if not self._codes_hold(row, "claim", name):
            return None
        trigger = self._trigger(row, name)
        if trigger is None:
            return None
        claim = self._filled(row, trigger, name)
        if not (claim.when or claim.where or claim.actors or claim.harm):
            self._reject("nothing_told", name, f"no date, place, actor or harm is left beside {_short(trigger.quote)}")
            return None
        return claim

    def _trigger(self, row: ClaimRow, name: str) -> Evidence | None:
        given = self._parsed(row.trigger, "trigger", name)
        if given is None:
            return None
        span = self._finder.find_among(given.quote, sentence=given.sentence, others=_quotes_of(row))
        if span is None:
            self._reject("trigger_not_found", name, f"trigger {_short(given.quote)} is not in the text as whole words")
            return None
        return self._document.quote(span.start, span.end)

    def _filled(self, row: ClaimRow, trigger: Evidence, name: str) -> Claim:
        near = trigger.span
        heads = [e for _, e in self._rows(row.retellings, "retellings", name, near=near) if not e.span.overlaps(near)]
        actors = self._rows(row.actors, "actors", name, near=near)
        harm = self._rows(row.harm, "harm", name, near=near)
        means = self._rows(row.means, "means", name, near=near)
        speakers = self._rows(row.speakers, "speakers", name, near=near)
        return Claim(
            id=claim_id(document_id=self._document.id, made_by=self._made_by, type=row.type, trigger=trigger),
            document_id=self._document.id,
            type=row.type,
            scope=row.scope,
            status=row.status,
            stance=row.stance,
            trigger=trigger,
            retellings=tuple(dict.fromkeys(heads)),
            when=self._single(row.when, "when", name, near),
            where=self._single(row.where, "where", name, near),
            actors=_unique(Actor(role=r.role, raw=e.quote, name=None, type=r.type, evidence=(e,)) for r, e in actors),
            harm=_unique(
                Harm(effect=r.effect, raw=e.quote, group=None, group_type=r.group_type, count=None, evidence=(e,))
                for r, e in harm
            ),
            means=_unique(Means(kind=r.kind, raw=e.quote, evidence=(e,)) for r, e in means),
            speakers=_unique(Speaker(role=r.role, raw=e.quote, evidence=(e,)) for r, e in speakers),
            made_by=self._made_by,
        )

    def _single(self, given: Any, kind: str, name: str, near: Span) -> Slot[T] | None:
        if given is None:
            return None
        evidence = self._slot(given, kind, name, near=near)
        return None if evidence is None else Slot(raw=evidence.quote, value=None, evidence=(evidence,))

    def _rows(self, given: Any, kind: str, name: str, *, near: Span | None) -> list[tuple[Any, Evidence]]:
        """The rows of a list whose codes and quotes hold, in text order."""
        if given is None:
            return []
        if not isinstance(given, list | tuple):
            self._reject("schema", name, f"{kind} is no list")
            return []
        if len(given) > limit("answer", "rows"):
            self._reject("schema", name, f"{len(given)} {kind}, more than {limit('answer', 'rows')}")
            given = given[: limit("answer", "rows")]
        rows = [(row, evidence) for item in given for row, evidence in self._row(item, kind, name, near)]
        return sorted(rows, key=lambda pair: pair[1].span)

    def _row(self, given: Any, kind: str, name: str, near: Span | None) -> Iterator[tuple[QuoteRow, Evidence]]:
        row = self._parsed(given, kind, name)
        if row is not None and (kind not in CODES or self._codes_hold(row, kind, name)):
            evidence = self._located(row, kind, name, near)
            if evidence is not None:
                yield row, evidence

    def _slot(self, given: Any, kind: str, name: str, *, near: Span | None) -> Evidence | None:
        row = self._parsed(given, kind, name)
        return None if row is None else self._located(row, kind, name, near)

    def _parsed(self, given: Any, kind: str, name: str) -> QuoteRow | None:
        """A slot that is a bare string where an object is asked for is read as its quote: what it says is plain."""
        try:
            return ROWS[kind].model_validate({"quote": given} if isinstance(given, str) else given)
        except ValidationError as error:
            self._reject("schema", name, f"{kind}: {_told(error)}")
            return None

    def _located(self, row: QuoteRow, kind: str, name: str, near: Span | None) -> Evidence | None:
        span = self._finder.find(row.quote, sentence=row.sentence, near=near)
        if span is None:
            self._reject("quote_not_found", name, f"{kind} {_short(row.quote)} is not in the text as whole words")
            return None
        return self._document.quote(span.start, span.end)

    def _codes_hold(self, row: Any, kind: str, name: str) -> bool:
        for field in CODES[kind]:
            code = getattr(row, field)
            if code not in list_codes(kind, field):
                self._reject("unknown_code", name, f"{kind} {field} {_short(code)} is not in the codebook")
                return False
        return True

    def _reject(self, reason: str, name: str, found: str) -> None:
        document = self._document
        message = f"The model's {name} about {document.name or document.id} does not hold, wholly or in part.\n  found: {found}"
        self.rejections.append(
            Rejection(step="extract", subject=document.id, reason=reason, message=message, sha256=document.sha256)
        )


def _unique(rows: Iterator[T]) -> tuple[T, ...]:
    return tuple(dict.fromkeys(rows))


def _quotes_of(row: ClaimRow) -> list[str]:
    """What the slots of a claim quote, whatever else is wrong with them; a few are enough to tell where it stands."""
    most = limit("quote", "slot_chars")
    lists = [rows for rows in (row.actors, row.harm, row.means, row.speakers) if isinstance(rows, list)]
    slots = [row.when, row.where, *(item for rows in lists for item in rows[:5])]
    quotes = [slot.get("quote") if isinstance(slot, dict) else slot for slot in slots]
    return [quote for quote in quotes if isinstance(quote, str) and 0 < len(quote) <= most]


def _told(error: ValidationError) -> str:
    """The first fault, without the value: it may be long and is anybody's."""
    first: Mapping[str, Any] = error.errors(include_input=False, include_url=False, include_context=False)[0]
    where: Sequence[Any] = first["loc"]
    return f"{'.'.join(str(part)[:40] for part in where) or 'row'}: {first['msg'][:120]}"


def _short(words: str) -> str:
    return repr(words if len(words) <= 80 else words[:79] + "…")
