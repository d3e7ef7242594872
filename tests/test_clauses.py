"""What is said of somebody in a clause is another act; sentences written for these tests."""

from __future__ import annotations

import pytest

from crossread.clauses import iter_said_of
from crossread.extract import load_extractor
from crossread.normalize import Normalizer
from crossread.records import Document


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("The militia, which killed 40 people in Bunia in May, attacked a camp.", ", which killed 40 people in Bunia in May"),
        ("The group, which last month bombed a hotel, said it shot two men.", ", which last month bombed a hotel"),
        ("The rebels, who had seized Ber, claimed to have shot 31.", ", who had seized Ber"),
        ("The rebels, who have been fighting since March, killed two.", ", who have been fighting since March"),
        ("The rebels, who attacked the village at dawn, killed nine.", None),
        ("The army, which announced the arrests on Friday, said more would follow.", None),
        ("The girl, who was shot in March, was flown to Paris.", None),
        ("The rebels seized Ber in March. They, too, killed nine.", None),
    ],
)
def test_what_is_said_of_a_doer(text: str, said: str | None) -> None:
    """In the active, with a time of its own, before what else is told of him."""
    found = [text[start:end] for start, end in iter_said_of(text, 0, len(text))]
    assert found == ([said] if said else [])


def test_the_dead_of_such_a_clause_are_no_dead_of_the_other_act() -> None:
    """Nor are its place and day the other's."""
    text = "The militia, which killed 40 people in Bunia in May, attacked a camp near Drodro on Tuesday."
    document = Document(id="doc_1", text=text, language="en")
    extraction = Normalizer().normalize(document, load_extractor("encoder-en").extract([document])[0])
    attack = next(claim for claim in extraction.claims if claim.trigger.quote == "attacked")
    assert not attack.harm
    assert attack.where is not None
    assert attack.where.raw == "near Drodro"
    assert attack.when is not None
    assert attack.when.raw == "Tuesday"
