"""Acts that are only imagined, wished or called for are no claims."""

from __future__ import annotations

import pytest

from crossread.normalize.imagined import is_imagined
from crossread.records import Claim, Document


def imagined(text: str, trigger: str, kind: str = "killing") -> bool:
    """Whether a claim with this trigger tells nothing that was done."""
    document = Document(id="doc_1", text=text, language="en")
    start = text.index(trigger)
    claim = Claim(
        id="clm_1",
        document_id="doc_1",
        trigger=document.quote(start, start + len(trigger)),
        type=kind,
        scope="incident",
        status="accomplished",
        stance="asserted",
        score=0.9,
    )
    return is_imagined(document, claim)


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("Imagine that the rebels had killed forty patients in Kossa.", "killed"),
        ("So suppose the army bombed a school in Kossa.", "bombed"),
        ("What if a gunman killed ten of your children in Kossa?", "killed"),
        ("Had they bombed Kossa, hundreds would have died.", "bombed"),
        ("It is as though they had shelled Kossa and killed a thousand.", "killed"),
        ("What would you say if soldiers killed ten children?", "killed"),
        ("The commanders of Kossa should all be hanged.", "hanged"),
        ("They deserve to be shot in the market of Kossa.", "shot"),
        ("We demand that the air force bomb their camps.", "bomb"),
        ("He called on the youth to attack the post.", "attack"),
        ("Burn their posts, attack their convoys in Kossa!", "attack"),
    ],
)
def test_what_is_imagined_or_called_for_was_not_done(text: str, trigger: str) -> None:
    """Hypotheses, wishes, calls and orders."""
    assert imagined(text, trigger)


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("The rebels had shelled a school in Kossa.", "shelled"),
        ("Imagine the horror when soldiers killed ten children in Kossa.", "killed"),
        ("Picture shows the square where soldiers killed ten.", "killed"),
        ("It looked as if they had left, but soldiers killed ten in Kossa.", "killed"),
        ("The gunmen killed ten people as if they were animals.", "killed"),
        ("The men who killed six soldiers in Kossa should be hanged.", "killed"),
        ("Residents demand that the army leave the camp, which it bombed on Monday.", "bombed"),
        ("The army would not say if its planes had killed ten in Kossa.", "killed"),
        ("He must have been shot by soldiers.", "shot"),
        ("The priest had been killed in Kossa, which would anger many.", "killed"),
        ("They killed ten of us in Kossa!", "killed"),
    ],
)
def test_what_was_done_stays(text: str, trigger: str) -> None:
    """The same words beside an act that was done."""
    assert not imagined(text, trigger)


def test_a_continent_is_no_hostage() -> None:
    """But a person is."""
    assert imagined("The minister is holding Europe hostage.", "hostage", "abduction")
    assert not imagined("Gunmen are holding a priest hostage.", "hostage", "abduction")
    assert not imagined("Gunmen held four people of the country hostage.", "hostage", "abduction")


def test_acts_that_are_not_of_force_stay() -> None:
    """A protest that is called for is told as such."""
    assert not imagined("They called on the youth to strike.", "strike", "protest")


@pytest.mark.parametrize(
    "dateline", ["KOSSA, 12 March 2018 (Wire) - ", "KOSSA (Wire) — ", "KOSSA, March 12 -- ", "Peace lost\n\nKOSSA - "]
)
def test_a_dateline_is_no_word_of_the_sentence(dateline: str) -> None:
    """What stands behind it opens the sentence."""
    assert imagined(f"{dateline}Imagine if the rebels had bombed a school.", "bombed")
    assert imagined(f"{dateline}Had they bombed Oro, hundreds would have died.", "bombed")
    assert not imagined(f"{dateline}Imagine the horror when soldiers killed ten children.", "killed")
    assert not imagined(f"{dateline}Rebels bombed a school.", "bombed")
