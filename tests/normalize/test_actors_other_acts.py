"""Who is told only as the doer of another act did not do this one; who is told again of the same act did."""

from __future__ import annotations

from datetime import date

import pytest

from crossread.normalize.actors.other_acts import without_doers_of_others
from crossread.records import Actor, Claim, DateWindow, Document, Evidence, Place, Slot


def _claim(
    document: Document,
    trigger: str,
    doer: str,
    day: int | None,
    place: str | None,
    *,
    type: str = "bombing",
    score: float | None = 0.9,
) -> Claim:
    def quote(words: str) -> Evidence:
        at = document.text.index(words)
        return document.quote(at, at + len(words))

    window = DateWindow(earliest=date(2024, 3, day), latest=date(2024, 3, day), precision="day") if day else None
    where = (
        Place(name=place, country="ML", admin1=None, gazetteer_id=None, latitude=None, longitude=None, precision="exact")
        if place
        else None
    )
    return Claim(
        id=f"clm_{trigger}",
        document_id="doc_1",
        type=type,
        scope="incident",
        status="accomplished",
        stance="asserted",
        trigger=quote(trigger),
        when=Slot(raw="x", value=window) if window else None,
        where=Slot(raw="x", value=where) if where else None,
        actors=(Actor(role="perpetrator", raw=doer, name=None, type="rebel_group", evidence=(quote(doer),), score=score),),
        score=score,
    )


def _doers(text: str, one: tuple[str, int | None, str | None], two: tuple[str, int | None, str | None], doer: str) -> list[int]:
    document = Document(id="doc_1", text=text)
    claims = [_claim(document, trigger, doer, day, place) for trigger, day, place in (one, two)]
    return [len(claim.actors) for claim in without_doers_of_others(document, claims)]


@pytest.mark.parametrize(
    ("text", "one", "two", "doer"),
    [
        ("Ten soldiers were slain. On Monday rebels shelled a camp.", ("slain", 6, "Gao"), ("shelled", 4, "Gao"), "rebels"),
        ("A mine killed three men. Gunmen stormed a post.", ("killed", 6, "Gao"), ("stormed", 6, "Kidal"), "Gunmen"),
    ],
)
def test_the_doer_of_a_later_act_of_another_day_or_place_goes(
    text: str, one: tuple[str, int, str], two: tuple[str, int, str], doer: str
) -> None:
    assert _doers(text, one, two, doer) == [0, 1]


@pytest.mark.parametrize(
    ("text", "one", "two", "doer"),
    [
        ("Ten soldiers were slain. Rebels shelled a camp.", ("slain", 6, "Gao"), ("shelled", 6, "Gao"), "Rebels"),
        ("Ten soldiers were slain. Rebels shelled a camp.", ("slain", None, "Gao"), ("shelled", 6, "Gao"), "Rebels"),
        ("A man was slain in a bar. The gunman shot another.", ("slain", 6, "Gao"), ("shot", 6, "Kidal"), "The gunman"),
        ("Rebels shelled a camp. Ten soldiers were slain.", ("slain", 6, "Gao"), ("shelled", 4, "Gao"), "Rebels"),
    ],
)
def test_who_may_have_done_both_stays(
    text: str, one: tuple[str, int | None, str | None], two: tuple[str, int | None, str | None], doer: str
) -> None:
    assert _doers(text, one, two, doer) == [1, 1]


def test_the_doer_of_the_main_clause_did_not_do_what_it_came_after() -> None:
    text = "A bomber killed 11 in Gao, a week after a bombing in Kidal left 40 dead."
    assert _doers(text, ("killed", 6, "Gao"), ("bombing", None, "Kidal"), "A bomber") == [1, 0]


def test_captors_who_let_their_captives_go_had_taken_them() -> None:
    text = "A gang freed a nun, two weeks after she was seized near the port."
    assert _doers(text, ("freed", 6, None), ("seized", None, None), "A gang") == [1, 1]
    document = Document(id="doc_1", text="A gang freed a nun, two weeks after nuns were seized.")
    release = _claim(document, "freed", "A gang", 6, None, type="agreement")
    taking = _claim(document, "seized", "A gang", None, None, type="abduction")
    assert [len(claim.actors) for claim in without_doers_of_others(document, [release, taking])] == [1, 1]


def test_what_a_person_says_stays() -> None:
    document = Document(id="doc_1", text="Ten soldiers were slain. On Monday rebels shelled a camp.")
    claims = [_claim(document, "slain", "rebels", 6, "Gao", score=None), _claim(document, "shelled", "rebels", 4, "Gao")]
    assert [len(claim.actors) for claim in without_doers_of_others(document, claims)] == [1, 1]
