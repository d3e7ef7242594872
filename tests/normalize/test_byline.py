"""Who wrote a report did nothing in it."""

from __future__ import annotations

import pytest

from crossread.normalize.byline import without_authors
from crossread.records import Actor, Claim, Document, Slot, document_id


@pytest.mark.parametrize(
    ("line", "author", "signs"),
    [
        ("By Musa Bello, Gusau / August 4, 2025", "Musa Bello", True),
        ("By Musa Bello and Ada Obi", "Musa Bello", True),
        ("By Musa Bello | 4 August 2025", "Musa Bello", True),
        ("Source: Goobjoog", "Goobjoog", True),
        ("By Monday the toll had risen, Musa Bello said.", "Musa Bello", False),
        ("Musa Bello shot two men.", "Musa Bello", False),
    ],
)
def test_the_author_is_no_party(line: str, author: str, signs: bool) -> None:
    """A name in a line that signs is left out, with its place; a name in a sentence stays."""
    text = f"Raid on Kaya kills two\\n\\n{line}\\n\\nTwo men were shot dead in Kaya on Saturday.".replace("\\n", "\n")
    document = Document(id=document_id(text, source=None, external_id=None, published=None), text=text)
    at = text.index(author)
    quote = document.quote(at, at + len(author))
    claim = Claim(
        id="clm_1",
        document_id=document.id,
        type="armed_attack",
        scope="incident",
        status="accomplished",
        stance="asserted",
        trigger=document.quote(0, 4),
        actors=(Actor(role="perpetrator", raw=author, name=None, type="rebel_group", evidence=(quote,), score=0.9),),
        where=Slot(raw=author, value=None, evidence=(quote,)),
        score=0.9,
    )
    made = without_authors(document, claim)
    assert (made.actors == (), made.where is None) == (signs, signs)
