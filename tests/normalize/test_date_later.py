"""Days of what came of an act (release, burial, trial, death of wounds): they bound the act and do not date it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from crossread.normalize.dates.of_claim import when_of_claim
from crossread.records import Claim, DateWindow, Document, Slot

PUBLISHED = date(2022, 5, 16)  # a Monday
SUNDAY, TUESDAY = date(2022, 5, 15), date(2022, 5, 10)


def claim_on(text: str, trigger: str, words: str, kind: str) -> tuple[Document, Claim]:
    document = Document(id="doc_1", text=text, published=PUBLISHED)
    at, act = text.index(words), text.index(trigger)
    return document, Claim(
        id="clm_1",
        document_id="doc_1",
        type=kind,
        scope="incident",
        status="accomplished",
        stance="asserted",
        trigger=document.quote(act, act + len(trigger)),
        when=Slot(raw=words, value=None, evidence=(document.quote(at, at + len(words)),), score=0.9),
        score=0.9,
    )


def window(text: str, trigger: str, words: str, kind: str) -> DateWindow | None:
    document, claim = claim_on(text, trigger, words, kind)
    slot = when_of_claim(document, claim, "en")
    return slot.value if slot else None


@pytest.mark.parametrize(
    ("text", "trigger", "kind", "latest"),
    [
        ("Three drivers abducted near Kita were freed on Sunday.", "abducted", "abduction", SUNDAY),
        ("Two teachers, who had been seized in Kita, regained their freedom on Sunday.", "seized", "abduction", SUNDAY),
        ("The body of a trader who was abducted in Kita was found on Sunday.", "abducted", "abduction", SUNDAY),
        ("A woman hurt in the shelling of a market in Kita died on Sunday.", "shelling", "shelling", SUNDAY),
        ("Two men accused of the murder of a judge in Kita went on trial on Tuesday.", "murder", "killing", TUESDAY),
        ("A boy was arrested on Tuesday in Gao for the murder of a judge in Kita.", "murder", "killing", TUESDAY),
        ("Police on Tuesday charged a soldier with the murder of a judge in Kita.", "murder", "killing", TUESDAY),
        ("A man suspected of the bombing of a bar in Kita was arrested on Sunday.", "bombing", "bombing", SUNDAY),
        (
            "A wall for nine people killed in an attack on a school in Kita was unveiled on Sunday.",
            "attack",
            "armed_attack",
            SUNDAY,
        ),
        ("Mourners on Tuesday buried two guards killed in an attack on Kita.", "attack", "armed_attack", TUESDAY),
        ("Gunmen on Sunday released three drivers they had abducted in Kita.", "abducted", "abduction", SUNDAY),
        ("A guard who shot a farmer in Kita pleaded not guilty on Sunday.", "shot", "killing", SUNDAY),
        ("A driver pled guilty on Tuesday to murdering three people in Kita.", "murdering", "killing", TUESDAY),
        ("A fighter wanted over the murder of a mayor surrendered to police on Sunday.", "murder", "killing", SUNDAY),
        ("A man accused of killing two soldiers in Kita turned himself in on Sunday.", "killing", "killing", SUNDAY),
        ("A soldier who killed a trader in Kita gave himself up on Tuesday.", "killed", "killing", TUESDAY),
    ],
)
def test_what_came_of_an_act_only_bounds_it(text: str, trigger: str, kind: str, latest: date) -> None:
    """The act had happened by then; how long before, nobody says."""
    words = "Sunday" if latest == SUNDAY else "Tuesday"
    assert window(text, trigger, words, kind) == DateWindow(earliest=None, latest=latest, precision="unknown")


@pytest.mark.parametrize(
    ("text", "trigger", "kind"),
    [
        ("Three drivers were abducted near Kita on Sunday.", "abducted", "abduction"),
        ("Three drivers abducted near Kita on Sunday were freed after a day.", "abducted", "abduction"),
        ("Gunmen attacked a jail in Kita on Sunday and freed ten men.", "attacked", "armed_attack"),
        ("Ten men were freed on Sunday in an attack on a jail in Kita.", "attack", "armed_attack"),
        ("Two soldiers died on Sunday in an ambush near Kita.", "ambush", "armed_attack"),
        ("Two farmers were found shot dead near Kita on Sunday.", "shot dead", "killing"),
        ("The bodies of two farmers killed near Kita were found on Sunday.", "bodies", "killing"),
        ("Troops arrested six men on Sunday after an attack on a bar in Kita.", "attack", "armed_attack"),
        ("Six men were arrested on Sunday for throwing stones in Kita.", "throwing", "riot"),
        ("Three drivers abducted near Kita were freed on Sunday.", "freed", "agreement"),
        ("A gunman who killed two guards in Kita on Sunday surrendered to police.", "killed", "killing"),
        ("A boy who was shot in Kita on Sunday testified in court.", "shot", "killing"),
        ("Gunmen who attacked Kita on Sunday fled.", "attacked", "armed_attack"),
    ],
)
def test_the_day_of_the_act_itself_stays(text: str, trigger: str, kind: str) -> None:
    """Told with the act, or one with it: "freed on Sunday in an attack", "found shot dead on Sunday"."""
    assert window(text, trigger, "Sunday", kind) == DateWindow(earliest=SUNDAY, latest=SUNDAY, precision="day")


def test_what_people_say_stays() -> None:
    """A claim without a score is a person's or a data set's."""
    document, claim = claim_on("Three drivers abducted near Kita were freed on Sunday.", "abducted", "Sunday", "abduction")
    slot = when_of_claim(document, replace(claim, score=None), "en")
    assert slot is not None
    assert slot.value == DateWindow(earliest=SUNDAY, latest=SUNDAY, precision="day")
