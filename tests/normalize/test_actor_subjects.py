"""A group by name right before the verb of the act is its doer, and no aircraft."""

from __future__ import annotations

from dataclasses import replace

import pytest

from crossread.normalize.actors.named_subjects import with_named_subject
from crossread.normalize.actors.subjects import with_subjects
from crossread.records import Actor, Claim, Document, Means


def _claim(
    text: str, trigger: str = "attacked", *, means: str | None = None, doer: str | None = None
) -> tuple[Document, Claim]:
    document = Document(id="doc_1", text=text)

    def quote(words: str) -> tuple[int, int]:
        return text.index(words), text.index(words) + len(words)

    told = document.quote(*quote(means)) if means else None
    own = document.quote(*quote(doer)) if doer else None
    claim = Claim(
        id="clm_1",
        document_id="doc_1",
        type="armed_attack",
        scope="incident",
        status="accomplished",
        stance="asserted",
        trigger=document.quote(*quote(trigger)),
        means=(Means(kind="aircraft", raw=told.quote, evidence=(told,), score=0.7),) if told else (),
        actors=(Actor(role="perpetrator", raw=own.quote, name=None, type="unknown", evidence=(own,), score=0.8),)
        if own
        else (),
        score=0.9,
    )
    return document, claim


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("On 5 May 2023, M23 attacked a hamlet near Ora.", "M23"),
        ("On 5 May 2023, the FDLR again attacked a hamlet.", "the FDLR"),
        ("Boko Haram fighters attacked a hamlet near Ora.", "Boko Haram fighters"),
        ("Villagers fled when CODECO attacked the hamlet.", "CODECO"),
    ],
)
def test_the_subject_of_the_verb_is_the_doer(text: str, words: str) -> None:
    document, claim = _claim(text)
    (doer,) = with_named_subject(document, claim).actors
    assert (doer.role, doer.raw) == ("perpetrator", words)


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("On 5 May 2023, troops that had fought M23 attacked a hamlet.", "attacked"),
        ("On 5 May 2023, Ora attacked a hamlet.", "attacked"),
        ("Positions of the M23 attacked on Monday were lost.", "attacked"),
        ("The attack on M23 came on Monday.", "attack"),
        ("On Monday, the army attacked M23.", "attacked"),
    ],
)
def test_others_make_no_doer(text: str, trigger: str) -> None:
    """A group within another's clause, a name nobody knows, a noun."""
    document, claim = _claim(text, trigger)
    assert with_named_subject(document, claim) == claim


def test_a_doer_that_is_told_stays_alone() -> None:
    document, claim = _claim("Raiders fled, and M23 attacked a hamlet.", doer="Raiders")
    assert with_named_subject(document, claim) == claim


def test_a_group_is_no_aircraft() -> None:
    """Its name is dropped from the means, and is the doer; what a person coded stays, and so does a jet."""
    document, claim = _claim("On 5 May, M23 attacked a hamlet.", means="M23")
    told = with_named_subject(document, claim)
    assert (told.means, [row.raw for row in told.actors]) == ((), ["M23"])
    assert with_named_subject(document, replace(claim, score=None)).means == claim.means
    document, claim = _claim("On 5 May, a MiG-23 attacked a hamlet.", means="MiG-23")
    assert with_named_subject(document, claim).means == claim.means


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Chad attacked a hamlet near Ora on Monday.", "Chad"),
        ("Villagers fled when the United States attacked the hamlet.", "the United States"),
        ("On Monday, Chad again attacked a hamlet.", "Chad"),
    ],
)
def test_a_state_right_before_the_verb_is_the_doer(text: str, words: str) -> None:
    """By its name alone, at the head of the sentence or of its clause."""
    document, claim = _claim(text)
    (made,) = with_subjects(document, [claim])
    assert [(row.role, row.raw) for row in made.actors] == [("perpetrator", words)]


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen who came from Chad attacked a hamlet.",
        "A patrol in Chad attacked on Monday lost a man.",
        "The hamlet is one of those that Chad attacked by raiders has.",
        "Troops of Chad attacked a hamlet.",
        "Ora attacked a hamlet.",
    ],
)
def test_a_country_in_which_or_whose_it_is_did_nothing(text: str) -> None:
    """Where it happened, who came from there, and a name that is no state's."""
    document, claim = _claim(text)
    made = with_subjects(document, [claim])[0]
    assert not [row for row in made.actors if row.raw.endswith("Chad") or row.raw == "Ora"]
