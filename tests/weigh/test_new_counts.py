"""A toll that is told as a new count takes the place of what was told before, which stays in the range."""

from __future__ import annotations

from datetime import date

import pytest
from claim_maker import harm, make_claim, make_document
from tests.weigh.test_tolls import cluster, toll

from crossread.records import Incident
from crossread.registry import list_plugins
from crossread.weigh import weigh_cluster

MONDAY, TUESDAY, FRIDAY = date(2024, 3, 4), date(2024, 3, 5), date(2024, 3, 8)
GROWN = "The death toll from the raid on Gao has risen to nine, the ministry said."


def _weigh(*told: tuple[date, str, str, int], policy: str = "best_low_high") -> Incident:
    """One report each: the day, the text, the words of the number in it, and the number."""
    documents, claims = {}, []
    for name, (day, text, words, number) in zip("abcd", told, strict=False):
        document = make_document(name, text=text, published=day)
        start = text.index(words)
        rows = (harm("killed", number, evidence=(document.quote(start, start + len(words)),)),)
        documents[name] = document
        claims.append(make_claim(document, harm=rows))
    return weigh_cluster(cluster(claims), claims, documents, policy)


SEVEN = (MONDAY, "Gunmen killed seven soldiers in Gao.", "seven", 7)
AGAIN = (TUESDAY, "Seven soldiers died in Gao.", "Seven", 7)


@pytest.mark.parametrize(
    "text",
    [
        GROWN,
        "The number of dead in Gao rose to at least nine on Friday.",
        "Two more soldiers died, bringing the death toll of the raid to nine.",
        "The army raised the toll of the raid to nine.",
        "THE TOLL OF THE RAID CLIMBED FROM SEVEN TO nine.",
        "The toll in Gao has gone up to nine.",
        "The toll now stands at nine.",
        "The army revised the toll from seven to nine.",
    ],
)
def test_a_toll_that_has_grown_takes_the_place_of_earlier_ones(text: str) -> None:
    """Two told seven on the first days; what they told is the low, and no longer the best."""
    incident = _weigh(SEVEN, AGAIN, (FRIDAY, text, "nine", 9))
    assert toll(incident) == (7, 9, 9)
    row = next(row for row in incident.disagreements if row.slot == "harm.killed")
    assert row.sentence.endswith("(c). c tells a new count.")


@pytest.mark.parametrize(
    "text",
    [
        "In the raid on Gao nine soldiers were killed.",
        "Fear has risen. In Gao nine were killed.",
        "The raid raised the question how nine men could die.",
        "Soldiers rushed to Gao, where nine had died.",
        "The governor, who rose to power in 2020, counted nine.",
    ],
)
def test_without_such_words_two_outvote_one(text: str) -> None:
    """A later report that merely tells another number is one voice among others."""
    incident = _weigh(SEVEN, AGAIN, (FRIDAY, text, "nine", 9))
    assert toll(incident) == (7, 7, 9)
    assert all("new count" not in row.sentence for row in incident.disagreements)


def test_a_new_count_overtakes_nothing_of_its_day_and_nothing_higher() -> None:
    """Of reports of one day nobody knows which came later, and who had counted more counted others."""
    assert toll(_weigh(SEVEN, (FRIDAY, "Seven died.", "Seven", 7), (FRIDAY, GROWN, "nine", 9))) == (7, 9, 9)
    two = (FRIDAY, "Seven died.", "Seven", 7)
    assert toll(_weigh(two, (FRIDAY, "In Gao seven died.", "seven", 7), (FRIDAY, GROWN, "nine", 9)))[1] == 7
    more = ((MONDAY, "Twelve died.", "Twelve", 12), (TUESDAY, "In Gao twelve died.", "twelve", 12))
    assert toll(_weigh(*more, (FRIDAY, GROWN, "nine", 9)))[1] == 12
    fewer = (FRIDAY, "The army revised the toll down to nine.", "nine", 9)
    assert toll(_weigh(*more, fewer))[1] == 9


def test_what_is_told_after_the_new_count_stands_beside_it() -> None:
    """Who tells seven when it was known that others count nine holds to seven: at a tie the later report stands, as ever."""
    later = (date(2024, 3, 20), "Seven died in Gao in March.", "Seven", 7)
    assert toll(_weigh(SEVEN, AGAIN, (FRIDAY, GROWN, "nine", 9), later)) == (7, 7, 9)


@pytest.mark.parametrize(
    ("policy", "best"), [("best_low_high", 9), ("majority", 9), ("latest_official", 9), ("lowest", 7), ("range", None)]
)
def test_what_each_policy_makes_of_a_new_count(policy: str, best: int | None) -> None:
    """Those that look for the best founded figure pass the older ones over; the most conservative one told is still told."""
    assert policy in {name.partition("@")[0] for name in list_plugins("policies")}
    assert toll(_weigh(SEVEN, AGAIN, (FRIDAY, GROWN, "nine", 9), policy=policy)) == (7, best, 9)


@pytest.mark.parametrize(
    ("text", "words", "new"),
    [
        ("Six soldiers died in Gao, not seven as reported earlier.", "Six", True),
        ("Six soldiers died in the raid on Gao, not 7, as was first announced.", "Six", True),
        (
            "The army lowered the toll of the long raid on the market of the town of Gao from seven to six.",
            "from seven to six",
            True,
        ),
        ("Six soldiers died in Gao, not civilians as they are called.", "Six", False),
        ("Six soldiers died in Gao and not near Ansongo as reported.", "Six", False),
        ("From five to six soldiers died in Gao.", "five to six", False),
    ],
)
def test_a_number_called_wrong_behind_or_before_the_new_one_is_overtaken(text: str, words: str, *, new: bool) -> None:
    """ "Not seven as reported earlier", "lowered from seven to six" take the place of seven; a place called wrong does not."""
    incident = _weigh(SEVEN, AGAIN, (FRIDAY, text, words, 6))
    row = next(row for row in incident.disagreements if row.slot == "harm.killed")
    assert row.sentence.endswith("c tells a new count.") is new
