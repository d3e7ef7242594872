"""The records of a selection by id, as the rows of the tables need them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from crossread.export.content import Selection
from crossread.export.grounds import Decisions
from crossread.records import Claim, Document


@dataclass(frozen=True, slots=True, kw_only=True)
class Lookup:
    """Claims and documents by id; with `hides_words` their quotes are not to be written."""

    claims: Mapping[str, Claim]
    documents: Mapping[str, Document]
    incidents_of_document: Mapping[str, int]
    hides_words: bool
    claims_of_document: Mapping[str, tuple[str, ...]]
    decisions: Decisions

    @classmethod
    def of(cls, selection: Selection, *, hides_words: bool) -> Lookup:
        """Index a selection."""
        told = Counter(d for incident in selection.incidents for d in {a.document_id for a in incident.accounts})
        return cls(
            claims={claim.id: claim for claim in selection.claims},
            documents={document.id: document for document in selection.documents},
            incidents_of_document=told,
            claims_of_document=_by_document(selection.claims),
            hides_words=hides_words,
            decisions=Decisions.of(selection.judgements),
        )

    def claim(self, claim_id: str) -> Claim:
        """The claim by that id."""
        return self.claims[claim_id]

    def document(self, document_id: str) -> Document:
        """The document by that id."""
        return self.documents[document_id]

    def documents_told(self) -> list[Document]:
        """The documents that tell of at least one incident, in the order they were handed over."""
        return [document for key, document in self.documents.items() if self.incidents_of_document.get(key)]

    def sources_of(self, claim_ids: Iterable[str]) -> list[str]:
        """The sources that the documents of these claims state, each once; a document that states none adds nothing."""
        documents = [self.documents[self.claims[c].document_id] for c in claim_ids if c in self.claims]
        return once(document.source for document in documents if document.source)


def _by_document(claims: Iterable[Claim]) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for claim in claims:
        found.setdefault(claim.document_id, []).append(claim.id)
    return {document_id: tuple(ids) for document_id, ids in found.items()}


def once(values: Iterable[str]) -> list[str]:
    """Each value once, in the order of first appearance."""
    return list(dict.fromkeys(values))
