"""Ordinals: those that number another incident, those that number the one that is told, and those of one report and another."""

from __future__ import annotations

from datetime import date

import pytest
from claim_maker import make_claim, make_document

from crossread.link import Collection, score_pair
from crossread.link.retold import is_further, ordinals


@pytest.mark.parametrize(
    ("text", "further"),
    [
        ("Another bomb hit Gao on Monday.", True),
        ("A second raid hit Gao on Monday.", True),
        ("The third attack came at noon.", True),
        ("Gunmen hit two more villages, bringing the total of attacks to nine.", True),
        ("One of five people shot at a shop in Gao has died, marking the fourth fatal attack in the town.", False),
        ("It was the third attack in a month.", False),
        ("A woman hurt in the attack on Gao has died, bringing the death toll to three.", False),
        ("A sergeant succumbed to his wounds, bringing the number of dead to 12.", False),
        ("Two more people die after the fire in Gao, bringing the death toll to 21.", False),
        ("Rebels ambush a patrol, bringing the number of dead of the week to 21.", True),
        ("He faces a second-degree murder charge over it.", False),
        ("The shots hit the second floor of the barracks.", False),
    ],
)
def test_what_is_a_further_incident(text: str, further: bool) -> None:
    """Whoever dies of an attack brings its toll up, and an attack may be counted itself."""
    document = make_document("doc", text=text)
    assert is_further(make_claim(document), document) is further


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("Rebels released the first of five hostages.", {"hostage": {"1st"}}),
        ("Rebels released a fourth hostage.", {"hostage": {"4th"}}),
        ("It is the city's 39th homicide this year.", {"homicide": {"39th"}}),
        ("The second and the third blast hit the port.", {"blast": {"3rd"}}),
        ("The 2nd Brigade shelled the town for the third day.", {}),
    ],
)
def test_what_a_sentence_numbers(text: str, numbers: dict[str, set[str]]) -> None:
    """Happenings and hostages, in words and figures; no days and brigades."""
    document = make_document("doc", text=text)
    assert ordinals(make_claim(document), document) == numbers


@pytest.mark.parametrize(
    ("one", "other", "score"),
    [("the first of five hostages", "a fourth hostage", -1.0), ("a fourth hostage", "their fourth hostage", None)],
)
def test_two_that_number_otherwise(one: str, other: str, score: float | None) -> None:
    """The first and the fourth hostage were let go on two days."""
    texts = {name: f"Rebels in Gao released {words}." for name, words in (("a", one), ("b", other))}
    documents = {name: make_document(name, text=text, published=date(2020, 5, 4)) for name, text in texts.items()}
    claims = [make_claim(document, type="agreement") for document in documents.values()]
    row = score_pair(Collection(claims, documents).pair(claims[0].id, claims[1].id))
    (phase,) = (comparison for comparison in row.comparisons if comparison.name == "phase")
    assert phase.score == score
    assert score is None or "1st; 4th" in phase.sentence


def test_publication_dates_no_telling_beside_another_of_its_report() -> None:
    """A report of May tells a raid of January, and again without its day: the two do not exclude each other."""
    report = make_document("report", text="A raid hit Gao on 9 January. The raid on Gao was long.", published=date(2020, 5, 4))
    told = make_claim(report, day=date(2020, 1, 9), place="Gao")
    again = make_claim(report, number=1, place="Gao")
    other = make_document("other", text="A raid hit Gao.", published=date(2020, 5, 4))
    documents = {"report": report, "other": other}
    collection = Collection([told, again, make_claim(other, place="Gao")], documents)

    def day(a: str, b: str) -> float | None:
        row = score_pair(collection.pair(a, b))
        return next(comparison.score for comparison in row.comparisons if comparison.name == "when")

    assert day(told.id, again.id) is None
    assert day(told.id, "clm_other_0") == -1.0
