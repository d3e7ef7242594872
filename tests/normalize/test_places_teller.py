"""Where a witness sits who tells of the act is not its place."""

from __future__ import annotations

import pytest

from crossread.normalize.places.teller import without_seat_of_teller
from crossread.records import Claim, Document, Slot


def told(text: str, where: str, trigger: str, *, score: float | None = 0.9) -> str | None:
    """The words for the place of a claim with this where slot and trigger."""
    document = Document(id="doc_1", text=text)

    def quote(words: str):  # type: ignore[no-untyped-def]
        return document.quote(text.index(words), text.index(words) + len(words))

    claim = Claim(
        id="clm_1",
        document_id="doc_1",
        type="armed_attack",
        scope="incident",
        status="accomplished",
        stance="asserted",
        trigger=quote(trigger),
        score=score,
    )
    slot = without_seat_of_teller(document, claim, Slot(raw=where, value=None, evidence=(quote(where),), score=score))
    return slot.raw if slot else None


@pytest.mark.parametrize(
    ("text", "where", "trigger", "raw"),
    [
        ("Sitting in a camp in Mopti, Amadou remembers the day when gunmen attacked.", "in Mopti", "attacked", None),
        (
            "On the veranda of a cousin in Pemba he tells of it. The boat he owned in Mucojo is gone. They attacked.",
            "in Pemba",
            "attacked",
            "in Mucojo",
        ),
        (
            "She has been living in Pemba for a week, sleeping in a tent in Natite. Men attacked her village of Quiterajo.",
            "in Natite",
            "attacked",
            "Quiterajo",
        ),
        ("Men attacked people sheltering in a church in Mopti.", "in Mopti", "attacked", "in Mopti"),
        ("He remembers it. Men attacked people sleeping in a church in Mopti.", "in Mopti", "attacked", "in Mopti"),
        ("A study says the men were living in Egypt. They were arrested.", "in Egypt", "arrested", "in Egypt"),
        ("Amadou remembers how gunmen attacked his shop in Mopti.", "in Mopti", "attacked", "in Mopti"),
    ],
)
def test_the_seat_of_a_teller_is_no_place_of_the_act(text: str, where: str, trigger: str, raw: str | None) -> None:
    """His own village is, where it is told; people attacked where they sat were attacked there."""
    assert told(text, where, trigger) == raw


def test_what_people_coded_stays() -> None:
    """A claim without a score was made by people or a data set."""
    text = "Sitting in a camp in Mopti, Amadou remembers the day when gunmen attacked."
    assert told(text, "in Mopti", "attacked", score=None) == "in Mopti"
