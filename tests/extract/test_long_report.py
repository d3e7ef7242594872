"""A report of many passages: what is told near is held together, what is far is not searched for."""

from __future__ import annotations

import time

import pytest

from crossread.extract import load_extractor
from crossread.extract.passages import NEAR, SUMMARY, are_near
from crossread.records import Document, document_id

FILLER = "The district council met on roads and schools and put off its vote on the water works until the spring. " * 14
RAID = "Gunmen raided the village of {village} on 3 May and killed {number} farmers, the mayor said.\n\n"


def _document(text: str) -> Document:
    return Document(id=document_id(text, source=None, external_id=None, published=None), text=text)


def test_near_is_near_and_the_summary_is_near_to_all() -> None:
    """Passages by number: twelve to either side, and the first two of the report."""
    assert are_near(40, 40 + NEAR)
    assert are_near(40 + NEAR, 40)
    assert not are_near(40, 41 + NEAR)
    assert are_near(0, 400)
    assert are_near(400, SUMMARY - 1)


def test_the_summary_of_a_long_report_is_told_again_at_its_end() -> None:
    """Some thirty passages lie between, and it is one raid."""
    raid = RAID.format(village="Mopti", number=31)
    claims = load_extractor("encoder-en").extract([_document(raid + FILLER * 16 + "\n\n" + raid)])[0].claims
    raids = [claim for claim in claims if any("31" in row.raw for row in claim.harm)]
    assert len(raids) == 1
    assert raids[0].retellings


@pytest.mark.slow
def test_time_grows_with_the_length_and_not_with_its_square() -> None:
    """Four times the text takes no more than six times as long (it took ten, and a megabyte half an hour)."""
    extractor = load_extractor("encoder-en")
    villages = ("Gao", "Mopti", "Kidal", "Menaka", "Douentza", "Bankass", "Koro", "Djenne")
    lines = [RAID.format(village=villages[i % 8], number=2 + i % 37) + FILLER[:400] + "\n\n" for i in range(320)]
    taken = []
    for part in (lines[:80], lines):
        begun = time.process_time()
        extractor.extract([_document("".join(part))])
        taken.append(time.process_time() - begun)
    assert taken[1] < 6 * taken[0]
