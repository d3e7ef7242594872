"""The words a mention gives as evidence: whole abbreviations, whole names, and never more than these."""

from __future__ import annotations

import pytest

from crossread.extract.heads import Mention
from crossread.extract.quoting import quote
from crossread.records import Document


@pytest.mark.parametrize(
    ("text", "marked", "category", "expected"),
    [
        ("Crowds marched in the U.S. on Monday.", "in the U.", "place", "in the U.S."),
        ("Crowds marched in the U.S. on Monday.", "in the U.S", "place", "in the U.S."),
        ("The U.N. mission was hit.", "N. mission", "actor", "U.N. mission"),
        ("It fell near Agar-Ouest on Monday.", "Ouest", "place", "Agar-Ouest"),
        ("It fell near Agar-Ouest on Monday.", "Ouest", "actor", "Ouest"),
        ("Police shot A. Two others fled.", "A", "actor", "A"),
        ("The forces of Arda held the hill.", "The forces of", "actor", "The forces"),
        (
            "They hit the camp of the mission in Arda (UNMA).",
            "the camp of the mission in Arda (",
            "object",
            "the camp of the mission in Arda",
        ),
        ("The camp of the mission (UNMA) was hit.", "camp of the mission (UNMA", "object", "camp of the mission (UNMA)"),
        ("The mission (in Arda, UNMA) was hit.", "mission (in Arda", "object", "mission (in Arda"),
        ("Nobody was hurt as of Monday.", "as of", "time", "as of"),
        ("The Sons of Arda said so.", "of", "actor", "of"),
        ("The dead are over 1,000 people.", "over 1", "harm", "over 1,000"),
        ("They hit 2.5 million homes.", "2", "harm", "2.5"),
        ("In 2014, 16 died.", "2014", "time", "2014"),
        ("He met Rep. Tom Arda, D-Calif.", "Rep.", "speaker", "Rep. Tom Arda"),
        ("So Lt. Col. Ina Moss said on Monday.", "Lt", "speaker", "Lt. Col. Ina Moss"),
        ("The court held O. J. Moss for it.", "O.", "actor", "O. J. Moss"),
        ("They shot Ina W. Moss Tarbell on Monday.", "Ina W.", "harm", "Ina W. Moss Tarbell"),
        ("They wounded three U.S. Marines.", "three U.S.", "harm", "three U.S."),
        ("It was the work of Squad A. police said.", "Squad A.", "actor", "Squad A."),
        ("Fighting went on in northern Arda on Monday.", "in northern", "place", "in northern Arda"),
        ("They raided a United Nations base.", "a United", "place", "a United Nations"),
        ("Al-Qaeda said so.", "Al", "speaker", "Al-Qaeda"),
        ("Arda-led troops fled.", "Arda", "actor", "Arda"),
        ("Near St. Arda they fled.", "St.", "place", "St."),
        ("He was held at a camp. U.S. officials denied it.", "at a camp", "place", "at a camp"),
    ],
)
def test_the_quote_ends_where_the_word_does(text: str, marked: str, category: str, expected: str) -> None:
    """A mention that stops inside "U.S." takes the rest of it; one beside it does not grow."""
    start = text.index(marked)
    mention = Mention(
        category=category, first=0, last=0, start=start, end=start + len(marked), sentence=0, score=0.9, classes={}
    )
    assert quote(Document(id="doc_1", text=text), mention).quote == expected
