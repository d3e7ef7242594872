"""DEALINGS: a report -> who demands, refuses, threatens, agrees, meets, helps or punishes whom, in its words.

Beside claims, not of them: what parties say and do to each other around the violence. Read from word order, the actor registry
and a list of verbs, without the encoder. A sentence gives one dealing, that of its first verb that has a party; asked for one
kind, its first of that kind. Nothing is kept in the store and no claim changes by it.
"""

from __future__ import annotations

from functools import cache

from crossread.codebook.actor_registry import ActorRegistry
from crossread.codebook.mention_words import MentionWords
from crossread.codebook.name_folding import split_words
from crossread.dealings.parties import Party, find_parties
from crossread.dealings.reading import read_sentence
from crossread.dealings.record import Dealing, DealingParty, dealing_to_json
from crossread.dealings.verbs import Kinds
from crossread.dealings.word_order import Sentence
from crossread.keeping import kept_with_lists
from crossread.normalize.actors import ActorContext, ActorResolver
from crossread.normalize.sentences import sentence_ends
from crossread.records import Document, Evidence, Rejection, Span

__all__ = ["Dealing", "DealingParty", "dealing_to_json", "find_dealings", "find_foreign", "list_kinds"]

LANGUAGE = "en"


def list_kinds() -> list[str]:
    """The kinds of dealings there are."""
    return list(Kinds.load().plover)


def find_foreign(document: Document) -> Rejection | None:
    """Why a document must not be read for dealings: its language is known and another than English. None if it may."""
    if document.language in (None, LANGUAGE):
        return None
    name = document.name or document.title or document.id
    return Rejection(
        step="dealings",
        subject=document.id,
        reason="language",
        message=f"{name} is in {document.language!r}; dealings are read in English only.\n  If the language was taken wrongly, "
        "give --language en.",
        sha256=document.sha256,
    )


def find_dealings(document: Document, *, kind: str | None = None) -> list[Dealing]:
    """The dealings of a report, in the order they are told; none of one in another language (see `find_foreign`).

    With `kind` those of that kind alone, also where a sentence tells another one first ("called on ... and threatened to").
    """
    if find_foreign(document):
        return []
    ends = (*sentence_ends(document.text), len(document.text))
    found = []
    start = 0
    for end in ends:
        dealing = _read(document, start, end, kind)
        found += [dealing] if dealing else []
        start = end
    return found


def _read(document: Document, start: int, end: int, kind: str | None) -> Dealing | None:
    text = document.text[start:end]
    words = split_words(text)
    kinds = Kinds.load()
    parties = find_parties(words, text, ActorRegistry.load(), MentionWords.load(), kinds)
    sentence = Sentence(text=text, words=words, parties=parties)
    told = next((found for found in read_sentence(sentence, kinds) if kind in (None, found.kind)), None)
    if told is None:
        return None
    return Dealing(
        document_id=document.id,
        kind=told.kind,
        plover=kinds.plover[told.kind],
        verb=_evidence(document, start, sentence, told.at, told.at + 1),
        sources=tuple(_party(document, start, sentence, party, "claimant") for party in told.sources),
        targets=tuple(_party(document, start, sentence, party, "target") for party in told.targets),
        mutual=told.mutual,
    )


def _evidence(document: Document, offset: int, sentence: Sentence, first: int, last: int) -> Evidence:
    span = Span(start=offset + sentence.words[first].start, end=offset + sentence.words[last - 1].end)
    return Evidence(document_id=document.id, span=span, quote=document.text[span.start : span.end])


def _party(document: Document, offset: int, sentence: Sentence, party: Party, role: str) -> DealingParty:
    evidence = _evidence(document, offset, sentence, party.start, party.end)
    context = ActorContext(text=document.text, start=evidence.span.start, end=evidence.span.end, published=document.published)
    actor = _resolver().resolve(evidence.quote, role=role, context=context)
    return DealingParty(evidence=evidence, name=actor.name)


@kept_with_lists
@cache
def _resolver() -> ActorResolver:
    return ActorResolver()
