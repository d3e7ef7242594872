"""Situation reports in telegram style are spelt out for the encoder; texts written for these tests."""

from __future__ import annotations

import numpy as np
import pytest

from crossread.extract import load_extractor
from crossread.extract.short_forms import spell_out
from crossread.records import Document

SITREP = (
    "SITREP 23. Masisi: M23 elms atk FARDC pos at Ngungu on 12 June. 3 FARDC KIA, 7 WIA. "
    "Rutshuru: unk armed men amb NGO veh near Kiwanja on 13 June; 2 staff abd."
)


def test_short_forms_are_spelt_out_in_telegraphic_reports_only() -> None:
    """Three different ones make a report telegraphic; then the weaker ones count, too."""
    spelt = spell_out(SITREP)
    assert "M23 elements attacked FARDC position at Ngungu" in spelt.text
    assert "3 FARDC killed, 7 wounded" in spelt.text
    assert "unknown armed men ambushed NGO vehicle" in spelt.text
    for plain in (
        "The atk, a local word, is danced in Kita.",
        "Two soldiers were KIA, an officer said.",
        "",
        "Est. 1990, a pos. sign.",
    ):
        assert spell_out(plain).text == plain


@pytest.mark.parametrize("quote", ["M23", "elms", "atk", "FARDC", "Ngungu", "KIA", "13 June", "veh"])
def test_what_is_read_is_laid_back_on_the_report(quote: str) -> None:
    """Every word of the spelt-out text has the place of its own in the report."""
    spelt = spell_out(SITREP)
    at = SITREP.index(quote)
    rows = [list(pair) for pair in zip(spelt.old, spelt.new, strict=True)]
    own = next((new for old, new in rows if old[0] == at), None)
    start = int(own[0]) if own is not None else spelt.text.index(quote)
    end = int(own[1]) if own is not None else start + len(quote)
    assert spelt.laid_back(np.array([[start, end]])).tolist() == [[at, at + len(quote)]]


def test_acts_in_short_forms_are_found_with_their_own_words() -> None:
    """An attack and an ambush, quoted as they are written."""
    document = Document(id="doc_1", text=SITREP, language="en")
    claims = load_extractor("encoder-en").extract([document])[0].claims
    assert {"atk", "amb"} <= {claim.trigger.quote for claim in claims}
    for claim in claims:
        span = claim.trigger.span
        assert SITREP[span.start : span.end] == claim.trigger.quote
