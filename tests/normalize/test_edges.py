"""Words at the edges of a slot, and the place in the words of a target; sentences written for these tests."""

from __future__ import annotations

from datetime import date

import pytest
from test_claims import normalized

from crossread.normalize.edges import trim_edges
from crossread.records import Actor, Claim, Document, Harm, Slot, Speaker


def _document(text: str, **more: object) -> Document:
    return Document(id="doc_1", text=text, language="en", published=date(2024, 3, 14), **more)  # type: ignore[arg-type]


def _actor(document: Document, raw: str, role: str = "victim", type: str = "civilians") -> Actor:
    at = document.text.index(raw)
    return Actor(role=role, raw=raw, name=None, type=type, evidence=(document.quote(at, at + len(raw)),))


@pytest.mark.parametrize(
    ("raw", "left"),
    [
        ("🚨 ISWAP fighters", "ISWAP fighters"),
        ("civilians, incl.", "civilians"),
        ("2 herders incl", "2 herders"),
        ("2 herders (incl.", "2 herders"),
        ("inclined youths", "inclined youths"),
        ("incl. his son", "incl. his son"),
        ("2 military)", "2 military"),
        ("soldiers (of the guard)", "soldiers (of the guard)"),
        ("“freedom fighters”", "“freedom fighters”"),
        ("#FreeGao activists", "#FreeGao activists"),
        ("guards of Dr. A. B.", "guards of Dr. A. B."),
        ("villagers ⚡️", "villagers"),
        ("another is", "another"),
        ("young women who", "young women"),
        ("“hill miscreants", "hill miscreants"),
        ('"valley', "valley"),
        ("A bomber riding a", "A bomber"),
        ("men of the", "men"),
        ("fighters of IS", "fighters of IS"),
        ("two succumbed", "two"),
        ("five soldiers died", "five soldiers"),
        ("those who succumbed to it", "those who succumbed to it"),
        ("settlers protected", "settlers"),
        ("raiders, backed", "raiders"),
        ("raiders backed by tanks", "raiders backed by tanks"),
        ("UN-backed troops", "UN-backed troops"),
    ],
)
def test_signs_and_stray_brackets_are_cut_off(raw: str, left: str) -> None:
    """The quote moves with the words, so that it still repeats the report."""
    document = _document(f"Dead: {raw} near the ford were killed")
    (row,) = trim_edges(document, _claim(document, actors=(_actor(document, raw),))).actors
    assert (row.raw, row.evidence[0].quote) == (left, left)


def test_a_sign_alone_is_nobody_and_a_day_is_no_name() -> None:
    """ "⚡" and "incl." are no actors; "the mission on Wednesday" is the mission. An actor named after a day keeps his name."""
    document = _document("⚡ The mission on Wednesday denied it; Black Friday was killed, incl. his son")
    speaker = Speaker(role="denies", raw="The mission on Wednesday", evidence=(document.quote(2, 26),))
    actors = (_actor(document, "⚡"), _actor(document, "incl."), _actor(document, "Black Friday"))
    made = trim_edges(document, _claim(document, actors=actors, speakers=(speaker,)))
    assert [row.raw for row in made.actors] == ["Black Friday"]
    assert [row.raw for row in made.speakers] == ["The mission"]


def test_a_pronoun_is_no_doer_and_a_place_before_a_colon_no_speaker() -> None:
    """ "Those who" names nobody who did it; "Gao:" at the head of a bulletin's line says where, "MNLA:" who speaks."""
    document = _document("Gao: MNLA says those who came were killed in Mali.\nMNLA: two fell.")
    doers = (_actor(document, "those who", role="perpetrator"), _actor(document, "MNLA", role="claimant"))
    spans = (document.quote(0, 3), document.quote(document.text.rindex("MNLA"), document.text.rindex("MNLA") + 4))
    says = tuple(Speaker(role="reports", raw=span.quote, evidence=(span,)) for span in spans)
    made = normalized(document, actors=doers, speakers=says)
    assert [row.raw for row in made.actors] == ["MNLA"]
    assert [row.raw for row in made.speakers] == ["MNLA"]


def _claim(document: Document, **more: object) -> Claim:
    fields = {"type": "killing", "scope": "incident", "status": "accomplished", "stance": "asserted"}
    start = document.text.index("killed")
    return Claim(id="clm_1", document_id="doc_1", trigger=document.quote(start, start + 6), **fields, **more)  # type: ignore[arg-type]


def test_a_target_gives_the_place_that_nothing_else_gives() -> None:
    """ "The cattle market of Mopti" lies in Mopti, also where the slot was cut short; an office of a firm lies nowhere."""
    document = _document("Men killed nine in an attack on the cattle market of Mopti, Mali, on Tuesday.")
    target = _actor(document, "the cattle market of Mopti", "target", "object")
    at = document.text.index("on the cattle")
    cut = Slot(raw="on the cattle", value=None, evidence=(document.quote(at, at + 13),))
    for slot in (None, cut):
        where = normalized(document, actors=(target,), where=slot).where
        assert where is not None
        assert where.value is not None
        assert (where.value.name, where.evidence[0].quote) == ("Mopti", where.raw)
    firm = _document("Men killed nine in an attack on the office of Gao Mining in Mali.")
    assert normalized(firm, actors=(_actor(firm, "the office of Gao Mining", "target", "object"),)).where is None


@pytest.mark.parametrize(
    ("raw", "left"),
    [
        ("78-year", "78-year-old Frenchman"),
        ("78-", "78-"),
        ("A 14-", "A 14-month-old girl"),
        ("A 14-month", "A 14-month-old girl"),
        ("two-year", "two-year"),
    ],
)
def test_an_age_cut_short_is_made_whole(raw: str, left: str) -> None:
    """The "78-year" of "a 78-year-old Frenchman" is that Frenchman; a year that is no age stays."""
    document = _document(
        "They were killed. A 78-year-old Frenchman had a two-year lease. A 14-month-old girl died near the ford."
    )
    (row,) = trim_edges(document, _claim(document, actors=(_actor(document, raw),))).actors
    assert (row.raw, row.evidence[0].quote) == (left, left)


def test_a_title_cut_short_is_made_whole() -> None:
    """ "The Secretary" of "the Secretary-General" is that office, as actor and as speaker."""
    document = _document("Dead: the Secretary-General said they were killed near the ford")
    (row,) = trim_edges(document, _claim(document, actors=(_actor(document, "the Secretary"),))).actors
    assert row.raw == row.evidence[0].quote == "the Secretary-General"


def test_a_headline_that_takes_from_somebody_does_not_name_the_doer() -> None:
    """Of a span over the blank line below a headline the name behind "from" is the one who lost it."""
    document = _document("Town retaken from IS\n\nIraqi forces entered Hit, one was killed.")
    span = "IS\n\nIraqi forces"
    assert (
        trim_edges(document, _claim(document, actors=(_actor(document, span, "perpetrator"),))).actors[0].raw == "Iraqi forces"
    )
    document = _document("Town retaken by IS\n\nIraqi forces left Hit, one was killed.")
    assert trim_edges(document, _claim(document, actors=(_actor(document, span, "perpetrator"),))).actors[0].raw == "IS"


@pytest.mark.parametrize(
    ("text", "raw", "whole"),
    [
        ("Al Shabaab said it did it", "Al", "Al Shabaab"),
        ("Rockets fell, the city council said", "the city", "the city council"),
        ("A drone fell, U.N. officials said", "U.", "U.N. officials"),
        ("A drone fell, the U.N. said", "the U.", "the U.N."),
        ("Rockets fell, the city said", "the city", "the city"),
        ("Rockets fell, Sani Abu said", "Sani Abu", "Sani Abu"),
        ("Shells fell on Mrauk-U.\n\nDaw Hla said", "U.\n\nDaw Hla", "Daw Hla"),
    ],
)
def test_a_speaker_has_the_rest_of_his_name(text: str, raw: str, whole: str) -> None:
    document = _document(f"{text}. Two were killed.")
    at = text.index(raw)
    speaker = Speaker(role="reports", raw=raw, evidence=(document.quote(at, at + len(raw)),), score=0.9)
    made = trim_edges(document, _claim(document, speakers=(speaker,))).speakers
    assert [(row.raw, row.evidence[0].quote) for row in made] == [(whole, whole)]


def test_the_number_of_a_form_is_not_taken_for_the_line_above_a_name() -> None:
    """ "Killed: 3" above "Injured: 5" is three, not the next label."""
    document = _document("A shell killed men at the ford.\nKilled: 3\nInjured: 5")
    start = document.text.index("3")
    quote = document.quote(start, start + len("3\nInjured"))
    row = Harm(effect="injured", raw=quote.quote, group=None, group_type="unknown", count=None, evidence=(quote,), score=0.9)
    (trimmed,) = trim_edges(document, _claim(document, harm=(row,))).harm
    assert trimmed.raw == "3"


@pytest.mark.parametrize(
    ("raw", "kept"),
    [
        ("A watchdog later", "A watchdog"),
        ("Some witnesses to", "Some witnesses"),
        ("The army also", "The army"),
        ("A nurse who came minutes later", "A nurse who came minutes later"),
        ("A man we spoke to", "A man we spoke to"),
        ("Later", "Later"),
    ],
)
def test_a_speaker_has_no_loose_end(raw: str, kept: str) -> None:
    """A word of the sentence behind his own."""
    document = Document(id="doc_1", text=f"{raw} said two were killed.")
    speaker = Speaker(role="reports", raw=raw, evidence=(document.quote(0, len(raw)),), score=0.9)
    assert [row.raw for row in trim_edges(document, _claim(document, speakers=(speaker,))).speakers] == [kept]


@pytest.mark.parametrize(
    ("text", "raw", "left"),
    [
        ("On 14 October 2023 people were killed.", "14 October 2023 people", "people"),
        ("On 14 October 2023 people were killed.", "2023 people", "people"),
        ("On October 14, 2023 villagers were killed.", "2023 villagers", "villagers"),
        ("On 14 October 2026 people will march.", "14 October 2026 people", "people"),
        ("In October 2023 people were killed.", "2023 people", "people"),
        ("By March 2080 people had been killed.", "2080 people", "2080 people"),
        ("On 14 October 20 people were killed.", "20 people", "20 people"),
        ("The army killed 2023 people.", "2023 people", "2023 people"),
        ("It began in October 2023. Some 2023 people died.", "2023 people", "2023 people"),
    ],
)
def test_a_date_is_no_number_of_people(text: str, raw: str, left: str) -> None:
    """The day and the year before people belong to the date; a year that is still to come counts them."""
    document = _document(text)
    at = text.rindex(raw)
    row = Harm(
        effect="killed", raw=raw, group=None, group_type="civilians", count=None, evidence=(document.quote(at, at + len(raw)),)
    )
    claim = Claim(
        id="clm_1",
        document_id="doc_1",
        type="killing",
        scope="incident",
        status="accomplished",
        stance="asserted",
        trigger=document.quote(0, 2),
        harm=(row,),
        score=0.9,
    )
    assert [one.raw for one in trim_edges(document, claim).harm] == [left]
