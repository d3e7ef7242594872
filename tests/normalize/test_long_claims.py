"""A report that names one party thousands of times is normalized in time that grows with it, not with its square."""

from __future__ import annotations

import time

from crossread.normalize import Normalizer
from crossread.records import Actor, Claim, Document, Extraction, Harm, Speaker

SENTENCE = "The army said on Monday that rebels had shot two men near Gao. "
FEW, MANY = 100, 800
MOST = 3.0 * MANY / FEW  # eight times as long a report may take 24 times as long; by the square it would take 64 times


def _seconds(copies: int) -> float:
    text = SENTENCE * copies
    document = Document(id="doc_1", text=text, language="en")
    starts = [number * len(SENTENCE) for number in range(copies)]

    def every(words: str) -> tuple:
        at = SENTENCE.index(words)
        return tuple(document.quote(start + at, start + at + len(words)) for start in starts)

    killed = Harm(
        effect="killed",
        raw="two men",
        group="men",
        group_type="civilians",
        count=None,
        evidence=every("two men"),
        score=0.9,
    )

    def claim(number: int) -> Claim:
        return Claim(
            id=f"clm_{number}",
            document_id="doc_1",
            type="killing",
            scope="incident",
            status="accomplished",
            stance="attributed",
            trigger=every("shot")[number],
            retellings=every("shot")[number + 1 :],
            actors=(
                Actor(role="perpetrator", raw="rebels", name=None, type="rebel_group", evidence=every("rebels"), score=0.9),
                Actor(role="victim", raw="two men", name=None, type="civilians", evidence=every("two men"), score=0.9),
            ),
            harm=(killed,),
            speakers=(Speaker(role="reports", raw="The army", evidence=every("The army"), score=0.9),),
            score=0.9,
        )

    claims = tuple(claim(number) for number in range(3))
    extraction = Extraction(document_id="doc_1", claims=claims, wording=(), made_by="test@1")
    normalizer = Normalizer()
    best = float("inf")
    for _ in range(2):
        began = time.process_time()
        normalizer.normalize(document, extraction)
        best = min(best, time.process_time() - began)
    return best


def test_the_time_grows_with_the_report() -> None:
    """One pass over the quotes of a party may be made for each rule, never one for each of its quotes."""
    _seconds(10)  # what is loaded once is loaded
    few, many = _seconds(FEW), _seconds(MANY)
    assert many < MOST * few, f"{few:.2f} s for {FEW} sentences, {many:.2f} s for {MANY}"
