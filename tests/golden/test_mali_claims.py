"""The hand-coded claims are sound: every quote stands where it says, in the text that ships."""

from __future__ import annotations

from pathlib import Path

from mali_ground import mali_claims, mali_documents

import crossread.samples
from crossread.codebook import load_codebook

SAMPLES = Path(crossread.samples.__file__).parent / "mali"


def test_every_quote_is_verbatim() -> None:
    """text[start:end] == quote for all evidence of all claims."""
    documents = mali_documents()
    quotes = [evidence for claim in mali_claims() for evidence in claim.iter_evidence()]
    assert len(quotes) > 150
    for evidence in quotes:
        evidence.check(documents[evidence.document_id].text)


def test_texts_are_those_of_the_sample_collection() -> None:
    """The plain texts in the golden file are the shipped ones, so that it cannot drift from them."""
    for name in (row for row in mali_documents() if row.endswith(".txt")):
        assert mali_documents()[name].text in (SAMPLES / name).read_text(encoding="utf-8")


def test_codes_are_in_the_codebook() -> None:
    """No claim uses a type, role, effect, qualifier or kind the codebook does not know."""
    book = load_codebook()
    for claim in mali_claims():
        assert claim.type in book.codes("incident_type")
        assert {actor.role for actor in claim.actors} <= set(book.codes("actor_role"))
        assert {row.effect for row in claim.harm} <= set(book.codes("effect"))
        assert {row.kind for row in claim.means} <= set(book.codes("means"))
