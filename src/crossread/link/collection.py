"""Claims and documents, prepared once for all comparisons."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from crossread.link.comparison import Pair, Telling
from crossread.link.keys import looks_in, stands_in
from crossread.link.origins import origins_in
from crossread.link.retold import counts_anew, is_further, is_known, is_told_before, ordinals, places_beside
from crossread.link.score import bond_of
from crossread.link.telling_text import Wordage, WordWeights, telling_words
from crossread.link.word_counts import NameRarity, WordCounts, count_words
from crossread.link.words import claim_words, fold_words, sentence_of, stem
from crossread.records import Claim, Document

NEVER = "9999-12-31"
# So many of a telling's weightiest words open a block; with eight all true pairs of both measuring sets meet, with six not all.
KEY_WORDS = 8


class Collection:
    """The tellings of a set of claims. Words are weighed by `counts`, or by a count of the documents that the claims are of."""

    def __init__(self, claims: Iterable[Claim], documents: Mapping[str, Document], counts: WordCounts | None = None) -> None:
        self.claims = {claim.id: claim for claim in claims}
        used = sorted({claim.document_id for claim in self.claims.values()})
        self.documents = {name: documents[name] for name in used if name in documents}
        self.counts = counts or count_words(self.documents.values())
        self.rarity = NameRarity(self.counts)
        self.weights = WordWeights(self.counts)
        frames = _frames(self.claims.values())
        texts = self._texts()
        self.tellings = {claim.id: self._telling(claim, frames, texts) for claim in self.claims.values()}

    def pair(self, a: str, b: str, *, brief: bool = False) -> Pair:
        """Two claims for comparison, always in the same order; `brief` where nobody reads the sentences."""
        low, high = (a, b) if a < b else (b, a)
        return Pair(a=self.tellings[low], b=self.tellings[high], rarity=self.rarity, weights=self.weights, brief=brief)

    def bond(self, a: str, b: str) -> tuple[float, bool]:
        """Log-odds of two claims, and whether something excludes that they are one."""
        return bond_of(self.pair(a, b, brief=True))

    def published(self, claim: str) -> str:
        """The day the claim's document appeared, past all days if that is not known."""
        document = self.documents.get(self.claims[claim].document_id)
        return document.published.isoformat() if document and document.published else NEVER

    def blocks(self, claim: str) -> set[int]:
        """The blocks a claim stands in."""
        return stands_in(self.tellings[claim], self.rarity)

    def neighbourhood(self, claim: str) -> set[int]:
        """The blocks whose claims it is compared with."""
        return looks_in(self.tellings[claim], self.rarity)

    def _telling(self, claim: Claim, frames: Mapping[str, frozenset[str]], texts: Mapping[str, Wordage]) -> Telling:
        document = self.documents.get(claim.document_id)
        return Telling(
            claim=claim,
            published=document.published if document else None,
            frame=frames.get(claim.document_id, frozenset()),
            words=claim_words(claim, document),
            text=texts[claim.id],
            key_words=self._key_words(claim, texts[claim.id]),
            known=is_known(claim, document),
            told_before=is_told_before(claim, document),
            further=is_further(claim, document),
            counted_anew=counts_anew(claim, document),
            beside=places_beside(document),
            spoken_of=_spoken_of(claim, document),
            ordinals=ordinals(claim, document),
        )

    def _key_words(self, claim: Claim, text: Wordage) -> tuple[str, ...]:
        """The weightiest words but those of the place: places meet by where they lie, and many places share a name."""
        place = claim.where.value if claim.where else None
        told = " ".join((claim.where.raw, place.name or "" if place else "")) if claim.where else ""
        named = {stem(word) for word in fold_words(told)}
        ranked = self.weights.shared(text, text, most=KEY_WORDS + len(named))
        return tuple(word for word in ranked if word not in named)[:KEY_WORDS]

    def _texts(self) -> dict[str, Wordage]:
        """The weighed words of each claim's telling."""
        by_document: dict[str, list[Claim]] = {}
        for claim in self.claims.values():
            by_document.setdefault(claim.document_id, []).append(claim)
        return {
            claim: self.weights.weigh(words)
            for name, told in by_document.items()
            for claim, words in telling_words(told, self.documents.get(name)).items()
        }


def _spoken_of(claim: Claim, document: Document | None) -> frozenset[str]:
    """The countries that the sentence of the trigger names."""
    return frozenset() if document is None else origins_in(sentence_of(document.text, claim.trigger.span))


def _frames(claims: Iterable[Claim]) -> dict[str, frozenset[str]]:
    """The countries each document's claims happen in."""
    found: dict[str, set[str]] = {}
    for claim in claims:
        if claim.where and claim.where.value and claim.where.value.country:
            found.setdefault(claim.document_id, set()).add(claim.where.value.country)
    return {document: frozenset(countries) for document, countries in found.items()}
