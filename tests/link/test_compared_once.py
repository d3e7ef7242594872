"""Each comparison of a pair is made once, however often linking asks for it, and says the same with and without sentences."""

from __future__ import annotations

from datetime import date

from crossread.link.collection import Collection
from crossread.link.score import bond_of, compared, gain, is_excluded, score_pair
from crossread.link.words import sentence_of
from crossread.records import Claim, Document, Evidence, Span


def _told(name: str, text: str) -> tuple[Claim, Document]:
    document = Document(id=name, text=text, published=date(2020, 3, 2))
    quote = Evidence(document_id=name, span=Span(start=0, end=6), quote=text[:6])
    claim = Claim(
        id=f"clm_{name}",
        document_id=name,
        type="bombing",
        scope="incident",
        status="accomplished",
        stance="asserted",
        trigger=quote,
    )
    return claim, document


def _collection() -> Collection:
    told = [
        _told("doc_a", "A bomb hit the harbour of Kossa, shearing the crane and the pilot boat."),
        _told("doc_b", "A bomb tore the crane of the harbour of Kossa off; a pilot boat sank."),
    ]
    return Collection([claim for claim, _ in told], {document.id: document for _, document in told})


def test_a_comparison_is_remembered_with_its_pair() -> None:
    pair = _collection().pair("clm_doc_a", "clm_doc_b")
    first = compared("text", pair)
    assert compared("text", pair) is first
    bond_of(pair)
    is_excluded(pair)
    assert [row for row in score_pair(pair).comparisons if row.name == "text"] == [first]


def test_a_brief_pair_scores_alike_and_says_less() -> None:
    collection = _collection()
    full, brief = (collection.pair("clm_doc_b", "clm_doc_a", brief=word) for word in (False, True))
    assert bond_of(full) == bond_of(brief)
    assert gain("text", full) == gain("text", brief) != 0
    assert [row.score for row in score_pair(full).comparisons] == [row.score for row in score_pair(brief).comparisons]
    assert "harbour" in compared("text", full).sentence
    assert "harbour" not in compared("text", brief).sentence


def test_a_sentence_ends_at_its_stop_and_not_behind_a_title() -> None:
    text = "It began. Mr. Deng and Gen. Kor met on 5 Nov. near J. Hill! Then\nthey left."

    def sentence(word: str) -> str:
        start = text.index(word)
        return sentence_of(text, Span(start=start, end=start + len(word)))

    assert sentence("met") == "Mr. Deng and Gen. Kor met on 5 Nov. near J. Hill"
    assert sentence("began") == "It began"
    assert sentence("Then") == "Then"
    assert sentence("left") == "they left."
