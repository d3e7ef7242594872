"""Cutting a document into passages: every word is read, and each by one passage only."""

import itertools
from datetime import date

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tokenizers import Tokenizer
from tokenizers.models import WordLevel

from crossread.assets import encoder_folder
from crossread.errors import EncoderError
from crossread.extract.passages import MAX_TOKENS, header_text, iter_sentence_starts, split_document
from crossread.records import Document


@pytest.fixture(scope="module")
def tokenizer() -> Tokenizer:
    """The tokenizer that ships."""
    return Tokenizer.from_file(str(encoder_folder() / "tokenizer.json"))


WORDS = st.sampled_from(
    "The soldiers attacked Ménaka . At 10 , 34 villagers were killed \n\n “We deny it” , said Mr. Diallo".split(" ")
)


@settings(max_examples=40, deadline=None)
@given(st.lists(WORDS, min_size=0, max_size=1500))
def test_each_token_is_owned_once_and_stands_where_it_says(words: list[str]) -> None:
    """Owned tokens of all passages, in order, cover the text's words exactly once; offsets point at them."""
    tokenizer = Tokenizer.from_file(str(encoder_folder() / "tokenizer.json"))
    document = Document(id="doc_1", text=" ".join(words), title="A title", published=date(2019, 1, 20))
    passages = split_document(document, tokenizer)
    owned = [(int(s), int(e)) for p in passages for s, e, o in zip(p.starts, p.ends, p.owned, strict=True) if o]
    assert owned == tokenizer.encode(document.text, add_special_tokens=False).offsets
    assert all(len(p) <= MAX_TOKENS for p in passages)


def test_a_tokenizer_of_another_kind_is_refused() -> None:
    """Without the tokens that open and close a passage nothing can be read: the error says which one is missing."""
    other = Tokenizer(WordLevel({"gunmen": 0, "[UNK]": 1}, unk_token="[UNK]"))
    with pytest.raises(EncoderError, match=r"\[CLS\]"):
        split_document(Document(id="doc_1", text="gunmen"), other)


def test_a_long_report_is_read_in_overlapping_passages_cut_at_sentences(tokenizer: Tokenizer) -> None:
    """Neighbours share text, and a passage begins where a sentence begins."""
    text = " ".join(f"Gunmen attacked village number {i} and killed {i} people." for i in range(120))
    passages = split_document(Document(id="doc_1", text=text), tokenizer)
    assert len(passages) > 2
    for left, right in itertools.pairwise(passages):
        body = right.starts[right.body_from : -1]
        assert body[0] < left.ends[left.body_from : -1].max()
        assert text[body[0] :].startswith("Gunmen")


def test_the_header_tells_title_and_day_in_words() -> None:
    """Relative dates in the text are read beside the publication day."""
    assert (
        header_text(Document(id="d", text="x", title=" A raid ", published=date(2019, 1, 20)))
        == "A raid | Sunday 20 January 2019"
    )
    assert header_text(Document(id="d", text="x")) == ""


def test_a_very_long_title_does_not_crowd_out_the_text(tokenizer: Tokenizer) -> None:
    """The header is cut, the body is not."""
    document = Document(id="d", text="Two soldiers were killed.", title="word " * 5000)
    (passage,) = split_document(document, tokenizer)
    assert passage.body_from < 60
    assert int(passage.owned.sum()) == 5


def test_abbreviations_do_not_end_a_sentence() -> None:
    """Gen., Jan. and U.S. are followed by the same sentence; a full stop before a capital is not."""
    text = "Gen. Traoré spoke on Jan. 5 in Gao. Two men died. The U.S. Embassy agreed."
    assert [text[i:][:3] for i in iter_sentence_starts(text)] == ["Gen", "Two", "The"]


def test_an_empty_text_gives_no_passage(tokenizer: Tokenizer) -> None:
    """Nothing to read is nothing to claim."""
    assert split_document(Document(id="d", text=""), tokenizer) == []
    assert split_document(Document(id="d", text=" \n "), tokenizer) == []


def test_sentence_numbers_rise_through_the_text(tokenizer: Tokenizer) -> None:
    """Tokens of a later sentence carry a higher number."""
    (passage,) = split_document(Document(id="d", text="One died. Two fled. Three were held."), tokenizer)
    numbers = passage.sentences[passage.body_from : -1]
    assert np.all(np.diff(numbers) >= 0)
    assert numbers.max() == 2
