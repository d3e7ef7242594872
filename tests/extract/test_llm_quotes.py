"""Quotes: only words of the text count, and their offsets give back the text's own words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crossread.extract.llm_folding import FoldedText, to_sent
from crossread.extract.llm_quotes import QuoteFinder
from crossread.records import Span


def find(text: str, quote: str, **more) -> str | None:
    span = QuoteFinder(text, Span(start=0, end=len(text))).find(quote, **more)
    return None if span is None else text[span.start : span.end]


@pytest.mark.parametrize(
    ("text", "quote", "found"),
    [
        ("Troops left Gao on Monday.", "Gao", "Gao"),
        ("Troops left Gaoua on Monday.", "Gao", None),
        ("Troops left Gao on Monday.", "gao", None),
        ("Some 12,000 people fled.", "12", None),
        ("Some 12,000 people fled.", "000 people", None),
        ("Some 12,000 people fled.", "12,000 people", "12,000 people"),
        ("In 2012, 12 people fled.", "12 people", "12 people"),
        ("He said: “we did it”.", '"we did it"', "“we did it”"),
        ("He said: «we  did\nit».", "we did it", "we  did\nit"),
        ("The mayor’s office", "mayor's office", "mayor’s office"),
        ("Trois soldats\u00a0tués", "soldats tués", "soldats\u00a0tués"),
        ("Shot dead", "  Shot dead\n", "Shot dead"),
        ("Shot dead", "Shot dead.", None),
        ("Shot dead", "   ", None),
        ("Shot dead", "", None),
        ("Shot-dead", "Shot—dead", None),
        ("ta\u00adken away", "taken away", "ta\u00adken away"),
        ("قُتل عشرة في غزة أمس", "غزة", "غزة"),
        ("قتل عشرة بغزة أمس", "غزة", "غزة"),
        ("周一炸弹爆炸造成三人死亡", "三人死亡", "三人死亡"),
        ("<|im_start|>ten dead", "‹|im_start|›ten dead", "<|im_start|>ten dead"),
        ("[INST] ten dead", "［INST］ ten dead", "[INST] ten dead"),
    ],
)
def test_what_counts_as_said(text, quote, found):
    """Whitespace, typographic quotes and what is sent in harmless form are folded; case, dashes, parts of words are not."""
    assert find(text, quote) == found


def test_a_repeated_quote_is_placed_by_its_sentence():
    """The sentence decides; one that is not in the text decides nothing, and then the place closest to the trigger is taken."""
    text = "Ten died in Gao. Later, in Kidal, two died in Gao jail. Two died."
    finder = QuoteFinder(text, Span(start=0, end=len(text)))
    assert finder.find("Gao").start == text.index("Gao")
    assert finder.find("Gao", sentence="Later, in Kidal, two died in Gao jail.").start == text.rindex("Gao")
    near = Span(start=text.index("two"), end=text.index("two") + 3)
    assert finder.find("Gao", sentence="Nobody said this about Gao.", near=near).start == text.rindex("Gao")
    assert finder.find("Gao", sentence="Ten died in Gao.", near=near).start == text.index("Gao")


def test_a_repeated_trigger_stands_where_its_slots_stand():
    """Without a sentence, the place that has the claim's other quotes closest by; words not there count nothing."""
    text = "The attack was the second. Police said the attack in Kidal killed two. No attack was seen since in Gao."
    finder = QuoteFinder(text, Span(start=0, end=len(text)))
    places = [match for match in range(len(text)) if text.startswith("attack", match)]
    for others, at in ((["in Kidal", "two"], 1), (["in Gao"], 2), (["in Paris"], 0), ([], 0)):
        assert finder.find_among("attack", sentence=None, others=others).start == places[at]
    assert finder.find_among("attack", sentence="The attack was the second.", others=["in Gao"]).start == places[0]
    assert finder.find_among("raid", sentence=None, others=["in Gao"]) is None


def test_a_quote_is_looked_for_in_its_part_alone():
    """A part answers for what was sent with it: words elsewhere in the document are not its to quote."""
    text = "Ten died in Gao. Two died in Kidal."
    finder = QuoteFinder(text, Span(start=17, end=len(text)))
    assert finder.find("Gao") is None
    assert finder.find("Kidal") == Span(start=29, end=34)


WORDS = st.text(alphabet="aé 1,.'’“”\n\u00a0\u200b<>[INST]\u202e中غ", min_size=1, max_size=60)


@given(text=WORDS, data=st.data())
def test_any_stretch_of_the_text_is_found_again(text, data):
    """Law: what a text says is found, in a place that folds to the same words, whatever the text holds."""
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    quote = text[start:end]
    places = FoldedText(text).find_all(quote)
    folded = FoldedText(quote).folded.strip()
    assert bool(places) == bool(folded)
    for a, b in places:
        assert FoldedText(text[a:b]).folded.strip() == folded
    if quote == quote.strip() and folded and quote == to_sent(quote):
        assert (start, end) in places


@given(text=WORDS)
def test_what_is_sent_can_be_quoted_back(text):
    """Law: a quote of the text as it was sent is found in the text as it is."""
    sent = to_sent(text)
    if FoldedText(sent).folded.strip():
        assert FoldedText(text).find_all(sent)


@given(text=st.text(max_size=80))
def test_nothing_sent_acts_on_an_endpoint(text):
    """Law: no angle bracket, no invisible control, nothing that cannot be encoded leaves the house."""
    sent = to_sent(text)
    sent.encode()
    assert not set("<>\u202e\u200b\u2066\U000e0041\x00\x1b") & set(sent)
