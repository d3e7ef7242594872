"""What is told as still to come, and the days that lie ahead of it; sentences written for these tests."""

from __future__ import annotations

from datetime import date

import pytest
from tests.normalize.test_who_did_it import read

from crossread.normalize import Normalizer
from crossread.normalize.claims.ahead import is_ahead
from crossread.normalize.dates.ahead import is_of_what_will_be
from crossread.normalize.dates.anchors import sentence_around
from crossread.normalize.dates.resolving import DateContext, resolve_when
from crossread.records import Claim, Document, Slot


@pytest.mark.parametrize(
    ("text", "trigger", "kind", "status"),
    [
        ("A vigil was planned for Tuesday in Kita.", "vigil", "protest", "threatened"),
        ("A rally in Kita is set for Saturday.", "rally", "protest", "threatened"),
        ("A strike of teachers in Kita is to begin on Monday.", "strike", "protest", "threatened"),
        ("Opposition parties planned rallies in Kita from May 9.", "rallies", "protest", "threatened"),
        ("The union announced a rally for Saturday.", "rally", "protest", "threatened"),
        ("The wounded were to be escorted out of Kita.", "escorted", "operation", "threatened"),
        ("Many fear another raid on Kita before the vote.", "raid", "armed_attack", "threatened"),
        ("They wanted violence at protests next month in Kita.", "protests", "protest", "threatened"),
        ("Police foiled a planned bombing of a bank in Kita.", "bombing", "bombing", "attempted"),
        ("The march on Saturday in Kita drew thousands.", "march", "protest", "accomplished"),
        ("The union announced a rally on Saturday in Kita.", "rally", "protest", "accomplished"),
        ("The sides announced a ceasefire from Friday.", "ceasefire", "agreement", "accomplished"),
        ("Rebels mounted a well-planned ambush near Kita.", "ambush", "armed_attack", "accomplished"),
        ("The men were arrested after the raid planned by exiles.", "raid", "armed_attack", "accomplished"),
        ("Police raided the house where a march was planned for Saturday.", "raided", "armed_attack", "accomplished"),
        ("Gunmen attacked Kita ahead of next month's vote.", "attacked", "armed_attack", "accomplished"),
    ],
)
def test_what_is_still_to_come_is_not_accomplished(
    normalizer: Normalizer, text: str, trigger: str, kind: str, status: str
) -> None:
    """Planned, set, feared and announced for a day; not what was done on one, and not another's plan."""
    assert read(normalizer, text, trigger, type=kind).status == status


def test_who_was_hurt_was_no_plan(normalizer: Normalizer) -> None:
    """An attack with its dead happened, however it was planned."""
    text = "The cell had planned an attack on Kita in which six guards died."
    claim = read(normalizer, text, "attack", type="armed_attack", harm=[("killed", "six guards")])
    assert claim.status == "accomplished"


@pytest.mark.parametrize(
    ("text", "words", "threat", "day"),
    [
        ("Parties planned rallies in Kita on Saturday.", "Saturday", True, date(2018, 2, 17)),
        ("Many fear a raid before the vote on May 9.", "May 9", True, date(2018, 5, 9)),
        ("On Saturday the men planned a raid.", "Saturday", True, date(2018, 2, 10)),
        ("Parties held the planned rallies on Saturday.", "Saturday", False, date(2018, 2, 10)),
    ],
)
def test_the_day_of_a_plan_lies_ahead(text: str, words: str, threat: bool, day: date) -> None:
    """Behind the word of planning, and only where it is still a plan."""
    start = text.index(words)
    context = DateContext(
        published=date(2018, 2, 15), text=text, start=start, end=start + len(words), threat=threat, done=not threat
    )
    found = resolve_when(words, context=context)
    assert found is not None
    assert found.earliest == day


@pytest.mark.parametrize(
    ("text", "kind", "trigger", "ahead"),
    [
        ("They reached a deal under which the wounded will leave on Thursday.", "agreement", "deal", True),
        ("The wounded will leave on Thursday under a deal.", "agreement", "deal", True),
        ("He will speak. On Thursday the sides made a deal.", "agreement", "deal", False),
        ("The wounded will be freed after Thursday's bombing.", "bombing", "bombing", False),
        ("It showed good will by freeing captives on Thursday.", "agreement", "freeing", False),
        ("Gunmen who will be tried attacked Kita on Thursday.", "armed_attack", "attacked", False),
    ],
)
def test_a_day_behind_will_is_no_day_of_what_was_done(text: str, kind: str, trigger: str, ahead: bool) -> None:
    """Between the act and the day, or before both where something was agreed."""
    document = Document(id="doc_1", text=text)
    at, act = text.index("Thursday"), text.index(trigger)
    claim = Claim(
        id="clm_1",
        document_id="doc_1",
        type=kind,
        scope="incident",
        status="accomplished",
        stance="asserted",
        trigger=document.quote(act, act + len(trigger)),
        when=Slot(raw="Thursday", value=None, evidence=(document.quote(at, at + 8),), score=0.9),
        score=0.9,
    )
    assert is_of_what_will_be(text, claim) == ahead
    assert not is_ahead(claim, *sentence_around(text, act, act + len(trigger)))
