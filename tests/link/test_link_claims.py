"""Linking, case by case."""

from __future__ import annotations

from datetime import date

import pytest
from claim_maker import actor, harm, judge, make_claim, make_document

from crossread.link import explain_pair, find_citations, link_claims, standing_decisions, story_groups
from crossread.link.weights import load_weights
from crossread.records import Claim, DateWindow, Document, Speaker, incident_id

JANUARY, FEBRUARY = date(2019, 1, 10), date(2019, 2, 23)


def pair(first: dict[str, object], second: dict[str, object]) -> tuple[list[Claim], dict[str, Document]]:
    """Two claims of two documents published late enough not to bound them."""
    documents = [make_document(name, text=f"{name} tells of it.", published=date(2019, 3, 20)) for name in ("one", "two")]
    claims = [make_claim(documents[0], **first), make_claim(documents[1], **second)]  # type: ignore[arg-type]
    return claims, {document.id: document for document in documents}


def linked(first: dict[str, object], second: dict[str, object]) -> bool:
    """True if the two claims are one incident."""
    return len(link_claims(*pair(first, second))) == 1


def test_same_place_and_number_six_weeks_apart_are_two() -> None:
    """Place and number alone never make one incident."""
    told = {"type": "air_strike", "place": "Mopti", "harm": (harm("killed", 15),)}
    assert not linked({**told, "day": JANUARY}, {**told, "day": FEBRUARY})
    assert linked({**told, "day": JANUARY}, {**told, "day": JANUARY})


def test_a_day_or_two_off_still_meet() -> None:
    """Reports misdate; with place and number alike two days apart are one incident, a month is not."""
    told = {"place": "Gao", "harm": (harm("killed", 12),)}
    assert linked({**told, "day": date(2019, 1, 15)}, {**told, "day": date(2019, 1, 17)})
    assert not linked({**told, "day": date(2019, 1, 15)}, {**told, "day": date(2019, 2, 15)})


def test_place_at_another_level_meets() -> None:
    """A town and the region around it are one place; another town of the country is not."""
    told = {"day": JANUARY, "harm": (harm("killed", 9),)}
    assert linked({**told, "place": "Mopti"}, {**told, "place": "Mopti region"})
    assert not linked({**told, "place": "Mopti"}, {**told, "place": "Gao"})


def test_two_countries_never_meet() -> None:
    """A place in another country, far from the border, is a contradiction that no other sign outweighs."""
    told = {"day": JANUARY, "harm": (harm("killed", 40),), "actors": (actor("perpetrator", "JNIM"),)}
    claims, documents = pair({**told, "place": "Gao"}, {**told, "place": "Niamey"})
    assert len(link_claims(claims, documents)) == 2
    assert explain_pair(*claims, documents).contradiction


def test_day_of_reporting_meets_the_day_before_it_but_not_after() -> None:
    """A claim that was reported on 19 January fits an incident of 10 January and none of 23 February."""
    reported = DateWindow(earliest=None, latest=date(2019, 1, 19), precision="unknown", reported_on=date(2019, 1, 19))
    told = {"type": "air_strike", "harm": (harm("killed", 15),), "actors": (actor("perpetrator", "French Armed Forces"),)}
    assert linked({**told, "day": reported, "place": "Mopti"}, {**told, "day": JANUARY, "place": "Mopti"})
    assert not linked({**told, "day": reported, "place": "Mopti"}, {**told, "day": FEBRUARY, "place": "Mopti"})


def test_what_was_printed_before_is_another_incident() -> None:
    """A report cannot tell what happened after it appeared."""
    early = make_document("early", published=date(2019, 1, 5))
    late = make_document("late", published=date(2019, 1, 25))
    claims = [make_claim(early, place="Gao"), make_claim(late, day=date(2019, 1, 20), place="Gao")]
    assert len(link_claims(claims, {"early": early, "late": late})) == 2


def test_another_toll_and_another_doer_still_meet() -> None:
    """Disagreement on number and doer is what linking is for; it does not part accounts of one day and place."""
    told = {"day": JANUARY, "place": "Gao"}
    first = {**told, "harm": (harm("killed", 10),), "actors": (actor("perpetrator", "AQIM"),)}
    second = {**told, "harm": (harm("killed", 30),), "actors": (actor("perpetrator", "Movement for the Salvation of Azawad"),)}
    assert linked(first, second)


def test_soldiers_of_two_countries_are_two_incidents() -> None:
    """Sri Lankan and Burkinabe soldiers near one town on neighbouring days are two attacks."""
    place = {"place": "Mopti", "type": "bombing"}
    first = {**place, "day": date(2019, 1, 25), "actors": (actor("victim", "MINUSMA (Sri Lanka)", "foreign_forces"),)}
    second = {**place, "day": date(2019, 1, 24), "actors": (actor("victim", "MINUSMA (Burkina Faso)", "foreign_forces"),)}
    assert not linked(first, second)
    assert linked(first, {**first, "day": date(2019, 1, 24)})


def test_a_coarse_account_does_not_chain_two_incidents() -> None:
    """An account that fits two incidents which exclude each other goes to one of them; the two stay apart."""
    documents = {name: make_document(name, text=f"{name}: it happened.", published=date(2019, 2, 1)) for name in "abc"}
    week = DateWindow(earliest=date(2019, 1, 8), latest=date(2019, 1, 26), precision="month")
    claims = [
        make_claim(documents["a"], day=date(2019, 1, 9), place="Gao", harm=(harm("killed", 12),)),
        make_claim(documents["b"], day=date(2019, 1, 25), place="Gao", harm=(harm("killed", 12),)),
        make_claim(documents["c"], day=week, place="Gao", harm=(harm("killed", 12),)),
    ]
    assert sorted(len(cluster.all_ids) for cluster in link_claims(claims, documents)) == [1, 2]


def test_background_joins_as_mention_and_alone_is_weakly_there() -> None:
    """A look back at an incident is a mention of it; without an account it is an incident of mentions only."""
    claims, documents = pair({"day": JANUARY, "place": "Gao"}, {"day": JANUARY, "place": "Gao", "scope": "background"})
    (cluster,) = link_claims(claims, documents)
    assert (cluster.claim_ids, cluster.mentions) == ((claims[0].id,), (claims[1].id,))
    (alone,) = link_claims(claims[1:], documents)
    assert (alone.claim_ids, alone.mentions) == ((), (claims[1].id,))


def test_a_total_is_attached_or_left_out() -> None:
    """A total of that day and place is a mention; a total over years makes and joins no incident."""
    years = DateWindow(earliest=date(2013, 1, 1), latest=date(2019, 1, 31), precision="year")
    told = {"place": "Gao", "harm": (harm("killed", 37),)}
    (cluster,) = link_claims(*pair({**told, "day": JANUARY}, {**told, "day": JANUARY, "scope": "aggregate"}))
    assert len(cluster.mentions) == 1
    (cluster,) = link_claims(*pair({**told, "day": JANUARY}, {**told, "day": years, "scope": "aggregate"}))
    assert cluster.mentions == ()


def test_near_copies_are_one_source() -> None:
    """A wire story and its lightly edited reprint share a source number, a report of its own has another."""
    wire = (
        "Gunmen on motorcycles attacked the market of Gao on Thursday and killed nine traders, the mayor told the agency. "
        "They left before the garrison arrived."
    )
    other = "Nine people who had come to sell goats lost their lives when the cattle fair was raided before noon."
    documents = {
        "wire": make_document("wire", text=wire),
        "reprint": make_document("reprint", text=wire.replace("the agency ", "")),
        "own": make_document("own", text=other),
    }
    claims = [make_claim(document, day=JANUARY, place="Gao") for document in documents.values()]
    (cluster,) = link_claims(claims, documents)
    assert cluster.source_groups["wire"] == cluster.source_groups["reprint"] != cluster.source_groups["own"]


def test_explanation_is_readable_and_adds_up() -> None:
    """Every comparison gives a sentence; bias and contributions sum to the log-odds, as a person would sum them."""
    claims, documents = pair({"day": JANUARY, "place": "Gao"}, {"day": date(2019, 1, 11), "place": "Gao"})
    explanation = explain_pair(*claims, documents)
    assert explanation.log_odds == pytest.approx(load_weights().bias + sum(row.log_odds for row in explanation.contributions))
    assert "Dates are 1 day apart: 10 Jan 2019; 11 Jan 2019." in explanation.sentences
    assert all(sentence.endswith(".") for sentence in explanation.sentences)
    assert explain_pair(claims[1], claims[0], documents) == explanation


def test_human_sameness_stands_before_the_rule_on_documents() -> None:
    """Two claims of one document that a person joins are one incident."""
    document = make_document("one", published=date(2019, 1, 20))
    claims = [make_claim(document, number=number, day=JANUARY, place="Gao") for number in (0, 1)]
    assert len(link_claims(claims, {"one": document})) == 2
    assert len(link_claims(claims, {"one": document}, [judge("same", claims[0].id, claims[1].id)])) == 1


def test_later_judgement_stands_and_undo_takes_back() -> None:
    """The last word on a pair holds; what is undone never was; what newer decisions exclude is told as overruled."""
    same, different = judge("same", "a", "b", minute=1), judge("different", "b", "a", minute=2)
    assert standing_decisions([same, different]).different == {("a", "b")}
    undo = judge("undo", different.id, minute=3)
    assert standing_decisions([undo, different, same]).same == {("a", "b")}
    chain = [judge("same", "b", "c", minute=1), judge("same", "a", "b", minute=2), judge("different", "a", "c", minute=3)]
    decisions = standing_decisions(chain)
    assert decisions.same == {("a", "b")}
    assert decisions.overruled == (chain[0],)


def test_ids_are_those_of_the_first_claim() -> None:
    """An incident is named after the claim that was published first; a later report leaves the id as it is."""
    early, late = make_document("early", published=date(2019, 1, 12)), make_document("late", published=date(2019, 1, 30))
    claims = [make_claim(early, day=JANUARY, place="Gao"), make_claim(late, day=JANUARY, place="Gao")]
    documents = {"early": early, "late": late}
    (before,) = link_claims(claims[:1], documents)
    (after,) = link_claims(claims, documents)
    assert before.id == after.id == incident_id(claims[0].id)


def test_an_account_on_an_agencys_word_is_no_source_beside_it() -> None:
    """Two papers that only pass on one agency are one source with it; one that tells it in its own voice is another."""
    told = {
        "afp": make_document("afp", text="Nine traders died at the market.", source="Agence France-Presse"),
        "left": make_document("left", text="According to AFP, traders were shot dead on market day."),
        "right": make_document("right", text="Shoppers fell to gunfire, the agency AFP reported from the capital."),
        "own": make_document("own", text="Our correspondent counted the bodies behind the grain stalls."),
    }
    speaker = Speaker(role="reports", raw="AFP", name=None)
    claims = [
        make_claim(
            document,
            day=JANUARY,
            place="Gao",
            stance="attributed" if name in ("left", "right") else "asserted",
            speakers=(speaker,) if name in ("left", "right", "own") else (),
        )
        for name, document in told.items()
    ]
    assert {row.document_id: row.cited_document for row in find_citations(claims, told)} == {"left": "afp", "right": "afp"}
    (cluster,) = link_claims(claims, told)
    groups = cluster.source_groups
    assert groups["afp"] == groups["left"] == groups["right"] != groups["own"]


@pytest.mark.parametrize(
    ("text", "voices", "cites"),
    [
        ("Traders died, AFP reported. An officer was quoted. Porters told AFP so.", ("AFP", "An officer", "Porters"), True),
        ("Traders died. Porters told the news agency AFP that they fled.", ("Porters",), True),
        ("Traders died, AFP reported. An officer said so. Porters told AFP so.", ("AFP", "An officer", "Porters"), False),
        ("Traders died. Porters told the court that they fled.", ("Porters",), False),
        ("Traders died. An official was quoted as saying so.", ("An official",), False),
    ],
)
def test_who_told_it_to_an_agency_is_the_agencys_source(text: str, voices: tuple[str, ...], cites: bool) -> None:
    """A rewrite that quotes only those whom the agency quotes rests on it; one more voice of its own, and it does not."""
    documents = {"left": make_document("left", text=text)}
    speakers = tuple(
        Speaker(
            role="reports",
            raw=voice,
            name=None,
            evidence=(documents["left"].quote(text.index(voice), text.index(voice) + len(voice)),),
        )
        for voice in voices
    )
    claim = make_claim(documents["left"], place="Gao", stance="attributed", speakers=speakers)
    assert [row.outlet for row in find_citations([claim], documents)] == (["afp"] if cites else [])


def test_texts_of_one_story_meet_whatever_the_slots_say() -> None:
    """A street that was taken for a town elsewhere does not part two reports that share the rare words of one story."""
    one = "Mariama Keita, 41, fell near the Sarakolé bakery as gunmen fired on the Dabanani minibus bound for Gao bridge."
    two = "The Dabanani minibus was fired on by the Sarakolé bakery; Mariama Keita, 41, died on the way to Gao bridge."
    documents = {
        name: make_document(name, text=text, published=date(2019, 1, 12)) for name, text in (("one", one), ("two", two))
    }
    claims = [make_claim(documents["one"], place="Gao"), make_claim(documents["two"], place="Niamey")]
    assert story_groups(claims, documents)["one"] == story_groups(claims, documents)["two"]
    assert story_groups([], documents)["one"] == story_groups([], documents)["two"]
