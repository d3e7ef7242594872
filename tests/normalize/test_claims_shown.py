"""The day of a showing is not the day of the act shown."""

from __future__ import annotations

from datetime import date

import pytest

from crossread.normalize.claims.shown import without_day_of_showing
from crossread.records import Claim, DateWindow, Document, Slot


def _claim(text: str, trigger: str, when: str, *, day: int = 11, score: float | None = 0.9) -> tuple[Document, Claim]:
    document = Document(id="doc_1", text=text, language="en", published=date(2018, 3, 12))
    start, at = text.index(trigger), text.index(when)
    told = date(2018, 3, day)
    return document, Claim(
        id="clm_1",
        document_id="doc_1",
        trigger=document.quote(start, start + len(trigger)),
        type="killing",
        scope="background",
        status="accomplished",
        stance="asserted",
        when=Slot(
            raw=when,
            value=DateWindow(earliest=told, latest=told, precision="day"),
            evidence=(document.quote(at, at + len(when)),),
            score=0.9,
        ),
        score=score,
    )


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("A documentary about the murder of a judge was shown in Kossa on Sunday.", "murder"),
        ("The museum opened an exhibition on the bombing of the city on Sunday.", "bombing"),
        ("On Sunday a book on the massacre in Lumo came out.", "massacre"),
    ],
)
def test_the_day_of_a_showing_goes(text: str, trigger: str) -> None:
    """Before the work or behind the act."""
    assert without_day_of_showing(*_claim(text, trigger, "on Sunday" if "on Sunday" in text else "On Sunday")).when is None


@pytest.mark.parametrize(
    ("text", "trigger", "when", "day"),
    [
        ("A film about Sunday's attack was shown in Kossa.", "attack", "Sunday", 11),
        ("Rebels carried out a series of attacks on Sunday.", "attacks", "on Sunday", 11),
        ("A film of the attack on Sunday was found.", "attack", "on Sunday", 11),
        ("A film director was shot in Kossa on Sunday.", "shot", "on Sunday", 11),
        ("A film opened. A judge was killed in Kossa on Sunday.", "killed", "on Sunday", 11),
        ("A book on the massacre of Sunday 1 March is out.", "massacre", "Sunday 1 March", 1),
    ],
)
def test_the_day_of_an_act_stays(text: str, trigger: str, when: str, day: int) -> None:
    """A day before the act in its words, a person who makes films, another sentence, a day long past."""
    document, claim = _claim(text, trigger, when, day=day)
    assert without_day_of_showing(document, claim) == claim


def test_what_a_person_coded_stays() -> None:
    """A claim without a score keeps its day."""
    document, claim = _claim("A film about the murder was shown on Sunday.", "murder", "on Sunday", score=None)
    assert without_day_of_showing(document, claim) == claim
