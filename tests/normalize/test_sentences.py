"""Where sentences end; sentences written for these tests."""

from __future__ import annotations

import pytest

from crossread.normalize.dates.anchors import sentence_around
from crossread.normalize.harm.sentence import sentence_of
from crossread.normalize.sentences import sentence_ends
from crossread.records import Document, Harm


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Seven died, incl. 1 nurse, in Gao.", 1),
        ("The post lost approx. 15 men in Gao.", 1),
        ("Block No. 3 was hit in Gao.", 1),
        ("On Jan. 12 the post was hit in Gao.", 1),
        ("The post was told by Lt. Col. Issa Ba to leave Gao.", 1),
        ("The man said no. Three others left Gao.", 2),
        ("The post fell in Dec. The town fell in Gao.", 2),
        ("The post lost 15 men. The town fell in Gao.", 2),
        ("The inclusion of one man. The town fell in Gao.", 2),
        ("The army took the fort. 15 men left Gao.", 2),
    ],
)
def test_no_sentence_ends_behind_an_abbreviation(text: str, number: int) -> None:
    """One list for all who ask: how many sentences there are, what stands before a number, what before a date."""
    assert len(sentence_ends(text)) + 1 == number
    document = Document(id="doc_1", text=text)
    start = text.index("Gao")
    quote = document.quote(start, start + 3)
    row = Harm(effect="killed", raw="Gao", group=None, group_type="unknown", count=None, evidence=(quote,))
    begins = text.rindex(". ", 0, start) + 2 if number == 2 else 0
    assert sentence_of(text, row).before == text[begins:start]
    assert sentence_around(text, start, start + 3)[0].strip() == text[begins:start].strip()


@pytest.mark.parametrize(
    ("line", "head"),
    [
        ("BUNIA, 12 March 2018 (Agency) - ", True),
        ("GAO, Mali, March 8 — ", True),
        ("KIDAL (Agency), Jan. 12, 2018 - ", True),
        ("Goma, DR Congo (Agency) – ", True),
        ("BAMAKO (Agency) -- ", True),
        ("ISWAP, which raided the base on 12 May – ", False),
        ("The army - ", False),
        ("Rebels of the front (said to be new) who came - ", False),
        ("On 12 March – ", False),
    ],
)
def test_a_dateline_is_no_part_of_its_sentence(line: str, head: bool) -> None:
    """Neither do words of the report reach back into it nor words of it into the report."""
    text = f"Raid on Gao\n{line}three men died in Kita."
    start = text.index("Kita")
    assert sentence_around(text, start, start + 4)[0] == ("" if head else line) + "three men died in "
    assert (sentence_around(text, len("Raid on Gao\n"), len("Raid on Gao\n") + 2)[1].endswith("Kita.")) != head
