"""Laws of spans and evidence."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crossread.errors import EvidenceError, RecordError
from crossread.records import Document, Evidence, Span


@given(st.text(min_size=1), st.data())
def test_a_documents_quote_is_what_stands_at_the_span(text: str, data: st.DataObject) -> None:
    """`text[start:end] == quote`, for any text and any span in it."""
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    evidence = Document(id="doc_1", text=text).quote(start, end)
    assert text[evidence.span.start : evidence.span.end] == evidence.quote
    evidence.check(text)


def test_evidence_of_another_length_than_its_span_is_refused() -> None:
    """A quote that cannot stand at its span never becomes evidence."""
    with pytest.raises(EvidenceError, match="another length"):
        Evidence(document_id="doc_1", span=Span(start=0, end=5), quote="abc")


def test_a_changed_text_is_noticed_and_the_error_says_what_to_do() -> None:
    """The error shows the span, both texts and the next step."""
    evidence = Evidence(document_id="doc_1", span=Span(start=4, end=10), quote="twelve")
    with pytest.raises(EvidenceError) as caught:
        evidence.check("the eleven dead")
    message = str(caught.value)
    assert "4:10" in message
    assert "'twelve'" in message
    assert "must quote the document's own text" in message


@pytest.mark.parametrize(("start", "end"), [(-1, 3), (3, 3), (4, 3)])
def test_empty_and_reversed_spans_are_refused(start: int, end: int) -> None:
    """A span holds at least one character and starts inside the text."""
    with pytest.raises(RecordError):
        Span(start=start, end=end)
