"""Numbers that count the same people are never added: refuted ones, a rise beside its total, two voices, a clerk's date."""

from __future__ import annotations

from dataclasses import replace

import pytest

from crossread.normalize.counts import parse_count
from crossread.normalize.harm.effects import settle_effects
from crossread.normalize.harm.group import group_words
from crossread.normalize.harm.put import lay_put
from crossread.normalize.harm.refuted import settle_rises, settled_stance, without_refuted
from crossread.normalize.harm.retold import settle_retold
from crossread.normalize.harm.speakers import lay_rival_tolls, lay_to_speakers
from crossread.normalize.harm.toll import settle_tolls
from crossread.records import Claim, Document, Harm, Speaker


def rows(text: str, *told: str, effect: str = "killed", group_type: str = "civilians") -> list[Harm]:
    document, found = Document(id="doc_1", text=text), []
    for raw in told:
        evidence = document.quote(text.index(raw), text.index(raw) + len(raw))
        count, group = parse_count(raw), group_words(raw)
        found.append(Harm(effect=effect, raw=raw, group=group, group_type=group_type, count=count, evidence=(evidence,)))
    return found


def speakers(text: str, *told: tuple[str, str]) -> list[Speaker]:
    document = Document(id="doc_1", text=text)
    return [
        Speaker(role=role, raw=raw, evidence=(document.quote(text.index(raw), text.index(raw) + len(raw)),))
        for role, raw in told
    ]


@pytest.mark.parametrize(
    ("text", "told", "left"),
    [
        (
            "Reports on social media of eleven dead are false. Four persons died.",
            ("eleven dead", "Four persons"),
            ["Four persons"],
        ),
        ("Police said four people died, denying that eleven had been killed.", ("four people", "eleven"), ["four people"]),
        ("They say we killed 60 people. It is a lie. No more than 12 people died.", ("60 people", "12 people"), ["12 people"]),
        (
            "The ministry dismissed as false the claims of 30 deaths. Two people died.",
            ("30 deaths", "Two people"),
            ["Two people"],
        ),
        ("One died, which brings the toll of 11 March to 12.", ("One", "11 March", "12"), ["One", "12"]),
        (
            "Four policemen died. It is false that the enemy caused us fifteen dead.",
            ("Four policemen", "fifteen dead"),
            ["Four policemen"],
        ),
        (
            "Four died. The brigade is peddling the lie that three of ours fell.",
            ("Four", "three of ours"),
            ["Four"],
        ),
        (
            "Four died. The rebels rejected as false an army report that seven of their men had died.",
            ("Four", "seven of their men"),
            ["Four"],
        ),
        ("Four died; the claim to have killed nine rebels is pure invention.", ("Four", "nine rebels"), ["Four"]),
        ("Nine died, and the lies that the army told angered two widows.", ("Nine", "two widows"), None),
        ("Two died. A man spread hoaxes stating that ten had died.", ("Two", "ten"), ["Two"]),
        ("Two died. Fake posts about at least ten dead went round.", ("Two", "ten dead"), ["Two"]),
        ("Two died. A video falsely claimed that ten had been killed.", ("Two", "ten"), ["Two"]),
        ("Six died. Police rejected the version that the attack left 20 dead.", ("Six", "20 dead"), ["Six"]),
        ("Six died. Police rejected the version of the mayor; 20 had fled.", ("Six", "20"), None),
        ("Two died. It was no hoax, and ten were killed in Ber.", ("Two", "ten"), None),
        ("Two died. Men falsely claiming to be police killed ten in Ber.", ("Two", "ten"), None),
        # a number that is denied alone is all that is told; one that stands by itself stays
        ("Reports on social media of eleven dead are false.", ("eleven dead",), ["eleven dead"]),
        ("The army denied firing. Residents counted eleven dead and buried nine men.", ("eleven dead", "nine men"), None),
    ],
)
def test_a_refuted_number_and_a_date_count_nobody(text: str, told: tuple[str, ...], left: list[str] | None) -> None:
    found = without_refuted(text, rows(text, *told))
    assert [row.raw for row in found] == (list(told) if left is None else left)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The death toll has risen to 38, after seven more bodies were recovered.", ("38", "seven more bodies")),
        ("A woman died in hospital, which brings the toll to 12.", ("12", "A woman")),
    ],
)
def test_a_rise_is_part_of_the_new_toll(text: str, told: tuple[str, str]) -> None:
    found = settle_tolls(text, rows(text, *told))
    assert [row.part_of for row in found] == [None, 0]


def test_two_more_behind_a_toll_that_does_not_rise_are_two_more() -> None:
    text = "The death toll stands at 38. Two more people died on Sunday."
    assert [row.part_of for row in settle_tolls(text, rows(text, "38", "Two more people"))] == [None, None]


@pytest.mark.parametrize(
    ("text", "told", "voices"),
    [
        (
            "The prosecutor said nine people were killed. The collective says 14 were killed. The press counted 11.",
            ("nine people", "14", "11"),
            ("The prosecutor", "The collective", "The press"),
        ),
        (
            "Three rioters were killed, police said. The students said six unarmed protesters were shot.",
            ("Three rioters", "six unarmed protesters"),
            ("police", "The students"),
        ),
    ],
)
def test_who_counts_a_crowd_anew_is_a_voice_of_his_own(text: str, told: tuple[str, ...], voices: tuple[str, ...]) -> None:
    laid = lay_rival_tolls(text, rows(text, *told), speakers(text, *(("reports", voice) for voice in voices)))
    assert tuple(row.speaker for row in laid) == voices


@pytest.mark.parametrize(
    "text",
    [
        "Nine people were killed, the prosecutor said. The collective says 14 more were killed.",
        "Nine people were killed, the prosecutor said, and the collective says 14 were killed.",
        "Nine people were killed in two blasts, the prosecutor said. The collective says the second blast killed 14.",
    ],
)
def test_further_people_and_those_of_one_sentence_are_no_rivals(text: str) -> None:
    voices = speakers(text, ("reports", "the prosecutor"), ("reports", "collective"))
    assert all(row.speaker is None for row in lay_rival_tolls(text, rows(text, "Nine people", "14"), voices))


def test_a_lower_toll_is_laid_to_who_gives_it_whole() -> None:
    text = "Gunmen killed five guards. A spokesman gave a lower toll, saying three officers and one driver had died."
    laid = lay_rival_tolls(
        text, rows(text, "five guards", "three officers", "one driver"), speakers(text, ("reports", "A spokesman"))
    )
    assert [row.speaker for row in laid] == [None, "A spokesman", "A spokesman"]


def test_the_doers_number_stands_beside_the_reports_own() -> None:
    text = 'They killed seven miners and one soldier. A spokesman said the group had killed "about 20 soldiers".'
    told = rows(text, "seven miners", "one soldier", "about 20 soldiers")
    laid = lay_rival_tolls(text, told, speakers(text, ("claims", "A spokesman")))
    assert [row.speaker for row in laid] == [None, None, "A spokesman"]


def test_a_last_clause_has_its_own_voice() -> None:
    text = "The group said it had killed 17 guards in the raid, which left four guards dead, the prison service said."
    voices = speakers(text, ("claims", "The group"), ("reports", "the prison service"))
    laid = lay_rival_tolls(text, rows(text, "17 guards", "four guards"), voices)
    assert [row.speaker for row in laid] == ["The group", "the prison service"]


def test_of_a_boast_the_others_word_is_theirs() -> None:
    text = "The group said it killed eight soldiers. The army said one soldier was hurt."
    told = [*rows(text, "eight soldiers"), *rows(text, "one soldier", effect="injured")]
    voices = speakers(text, ("claims", "The group"), ("reports", "The army"))
    assert [row.speaker for row in lay_to_speakers(text, told, voices, claimed=True)] == [None, "The army"]
    assert [row.speaker for row in lay_to_speakers(text, told, voices)] == [None, None]


@pytest.mark.parametrize(
    ("text", "told", "left"),
    [
        ("They shot 22 villagers. The UN said 22 civilians were executed.", ("22 villagers", "22 civilians"), 1),
        ('They killed five guards. "Five of my colleagues are dead," he said.', ("five guards", "Five of my colleagues"), 1),
        ("They shot two teachers. Two nurses died elsewhere.", ("two teachers", "Two nurses"), 2),
    ],
)
def test_as_many_of_one_kind_are_told_again(text: str, told: tuple[str, str], left: int) -> None:
    assert len(settle_retold(text, rows(text, *told))) == left


@pytest.mark.parametrize(
    ("text", "told", "before", "stance"),
    [
        ("Reports of eleven dead are false.", ("eleven dead",), "attributed", "denied"),
        (
            "Four people died, police said, denying that eleven had been killed.",
            ("Four people", "eleven"),
            "denied",
            "attributed",
        ),
        ("Four people died, police said, denying that eleven had been killed.", ("Four people",), "denied", "denied"),
        ("Police counted eleven dead.", ("eleven dead",), "attributed", "attributed"),
    ],
)
def test_what_is_called_wrong_is_denied_and_no_more(text: str, told: tuple[str, ...], before: str, stance: str) -> None:
    document = Document(id="doc_1", text=text)
    claim = Claim(
        id="clm_1",
        document_id="doc_1",
        type="killing",
        scope="incident",
        status="accomplished",
        stance=before,
        trigger=document.quote(0, 4),
        harm=tuple(rows(text, *told)),
        speakers=tuple(speakers(text, ("reports", "police"))) if "police" in text else (),
        score=0.9,
    )
    assert settled_stance(document, claim) == stance
    assert settled_stance(document, replace(claim, score=None)) == before


def test_it_said_goes_on_with_the_last_speaker() -> None:
    text = "They killed four guards. The group said it broke the gate. It said that it had killed 17 guards."
    laid = lay_rival_tolls(text, rows(text, "four guards", "17 guards"), speakers(text, ("claims", "The group")))
    assert [row.speaker for row in laid] == [None, "The group"]
    text = "They killed four guards. The group said it broke the gate. The gate had killed 17 guards."
    laid = lay_rival_tolls(text, rows(text, "four guards", "17 guards"), speakers(text, ("claims", "The group")))
    assert [row.speaker for row in laid] == [None, None]


@pytest.mark.parametrize(
    ("text", "told", "parts"),
    [
        (
            "12 civilians killed - eight women, three men and one girl - and 20 hurt.",
            ("12 civilians", "eight women", "three men", "one girl"),
            [None, 0, 0, 0],
        ),
        (
            "12 civilians killed, eight women, three men and two girls.",
            ("12 civilians", "eight women", "three men"),
            [None] * 3,
        ),
    ],
)
def test_a_list_that_fills_a_number_is_that_number(text: str, told: tuple[str, ...], parts: list[int | None]) -> None:
    assert [row.part_of for row in settle_retold(text, rows(text, *told))] == parts


@pytest.mark.parametrize(
    ("text", "raw", "before", "after"),
    [
        ("31 were killed; 9 are missing.", "9", "abducted", "missing"),
        ("Toll: 31 dead, 9 missing, 4 kidnapped.", "9 missing", "injured", "missing"),
        ("Toll: 31 dead, 9 missing, 4 kidnapped.", "4 kidnapped", "killed", "abducted"),
        ("Two hostages were killed.", "Two hostages", "killed", "killed"),
        ("Three aid workers are missing.", "Three aid workers", "abducted", "abducted"),
        ("A woman who was injured passed away in hospital.", "A woman", "missing", "killed"),
        ("The driver, who was shot in the chest, did not survive.", "The driver", "casualties", "casualties"),
        ("The driver did not survive.", "The driver", "injured", "killed"),
        ("Hospitals admitted 29 people.", "29 people", "killed", "injured"),
        ("Hospitals received 29 dead people.", "29 dead people", "killed", "killed"),
        ("A trader lost his left arm.", "A trader", "killed", "injured"),
    ],
)
def test_the_word_of_a_number_says_what_became_of_it(text: str, raw: str, before: str, after: str) -> None:
    document = Document(id="doc_1", text=text)
    assert [row.effect for row in settle_effects(document, rows(text, raw, effect=before), language="en")] == [after]


def test_ages_in_a_list_of_names_are_no_dead() -> None:
    count = parse_count("Imran Khan, 28; and Constable Noor Wali, 33")
    assert (count.low, count.high) == (2, 2)


def test_ages_behind_names_count_nobody() -> None:
    text = "It killed 26 people. The dead include Imran Khan, 28; Noor Wali, 33; and 33 others."
    told = rows(text, "26 people", "Imran Khan", "28", "Noor Wali", "33")
    assert [row.raw for row in without_refuted(text, told)] == ["26 people", "Imran Khan", "Noor Wali"]
    text = "Police found nine bodies, 33 of them burnt."
    assert len(without_refuted(text, rows(text, "nine bodies", "33"))) == 2


@pytest.mark.parametrize(
    ("text", "raw", "low", "high"),
    [
        ("The toll rose from 45 to 49.", "45 to 49", 49, 49),
        ("The toll has fallen since; it was revised down from 45 to 31 dead.", "45 to 31 dead", 31, 31),
        ("The army killed from 45 to 49 men.", "45 to 49 men", 45, 49),
        ("Police lowered the death toll of the blast at Ora from five to four.", "from five to four", 4, 4),
        ("The toll of the blast at Ora was raised on Sunday from twelve to 15.", "from twelve to 15", 15, 15),
        ("The toll, police say, is from 45 to 49.", "from 45 to 49", 45, 49),
        ("Police raised the alarm; from four to five men died.", "from four to five men", 4, 5),
    ],
)
def test_a_toll_that_rose_from_one_to_another_is_the_other(text: str, raw: str, low: int, high: int) -> None:
    (found,) = settle_rises(text, rows(text, raw))
    assert found.count is not None
    assert (found.count.low, found.count.high) == (low, high)


def test_what_was_first_reported_is_withdrawn() -> None:
    text = "Shelling killed 12 and hurt 29. Police initially reported nine dead and 25 wounded."
    told = [*rows(text, "12", "nine dead"), *rows(text, "29", "25 wounded", effect="injured")]
    assert [row.raw for row in settle_tolls(text, told)] == ["12", "29"]


def test_the_army_speaks_of_thirty() -> None:
    text = "At least 45 displaced persons were killed in Lala, DRC. The army speaks of 30 dead."
    voices = speakers(text, ("reports", "The army"))
    laid = lay_rival_tolls(text, rows(text, "At least 45 displaced persons", "30 dead"), voices)
    assert [row.speaker for row in laid] == [None, "The army"]
    text = "At least 45 displaced persons were killed in Lala. The army speaks of 30 more dead in Bule."
    laid = lay_rival_tolls(
        text, rows(text, "At least 45 displaced persons", "30 more dead"), speakers(text, ("reports", "The army"))
    )
    assert [row.speaker for row in laid] == [None, None]


@pytest.mark.parametrize(
    ("text", "raw"),
    [
        ("Two people are still under the rubble.", "Two people"),
        ("The fate of three persons remains unknown.", "three persons"),
    ],
)
def test_who_lies_under_the_rubble_is_missing(text: str, raw: str) -> None:
    document = Document(id="doc_1", text=text)
    assert [row.effect for row in settle_effects(document, rows(text, raw), language="en")] == ["missing"]


@pytest.mark.parametrize(
    ("text", "told", "parts"),
    [
        (
            "Shelling killed 12 civilians. Eight women, three men and a girl died.",
            ("12 civilians", "Eight women", "three men", "a girl"),
            [None, 0, 0, 0],
        ),
        (
            "Shelling killed 12 civilians. Eight women and three men died in a bus.",
            ("12 civilians", "Eight women", "three men"),
            [None, None, None],
        ),
        ("Shelling killed 12 soldiers. Nine women and three men died.", ("12 soldiers", "Nine women", "three men"), [None] * 3),
    ],
)
def test_a_breakdown_by_sex_and_age_in_a_sentence_of_its_own(text: str, told: tuple[str, ...], parts: list[int | None]) -> None:
    found = settle_retold(text, rows(text, *told))
    assert [row.part_of for row in found] == parts


def test_soldiers_fallen_are_dead() -> None:
    text = "The friendly side regrets two soldiers fallen."
    document = Document(id="doc_1", text=text)
    found = settle_effects(document, rows(text, "two soldiers", effect="injured"), language="en")
    assert [row.effect for row in found] == ["killed"]


@pytest.mark.parametrize(("kind", "laid"), [("political_militia", True), ("civilians", False)])
def test_a_body_counts_a_force_by_another_name(kind: str, laid: bool) -> None:
    """ "Eleven VDP, an official said", "30 militiamen, a paper said" are two voices on one force; people may be others."""
    text = "Eleven VDP were killed, an official said. A paper said the raid killed 30 militiamen."
    told = rows(text, "Eleven VDP", "30 militiamen", group_type=kind)
    voices = speakers(text, ("reports", "an official"), ("reports", "A paper"))
    found = lay_to_speakers(text, told, voices)
    assert [row.speaker for row in found] == (["an official", "A paper"] if laid else [None, None])


def test_two_bodies_that_count_the_same_inmates_are_two_voices() -> None:
    """The ministry's twelve are no part of the observatory's 17; a few of one kind may be further people."""
    text = "At least 17 inmates died, the observatory said. The ministry said 12 inmates had died."
    voices = speakers(text, ("reports", "the observatory"), ("reports", "The ministry"))
    found = lay_rival_tolls(text, rows(text, "At least 17 inmates", "12 inmates"), voices)
    assert [row.speaker for row in found] == ["the observatory", "The ministry"]
    few = "Three inmates died, the observatory said. The ministry said two inmates had died."
    voices = speakers(few, ("reports", "the observatory"), ("reports", "The ministry"))
    assert [row.speaker for row in lay_rival_tolls(few, rows(few, "Three inmates", "two inmates"), voices)] == [None, None]


@pytest.mark.parametrize(
    ("text", "told", "voices"),
    [
        (
            "The toll is put at 281 by French intelligence and at 1,429 by the Government.",
            ("281", "1,429"),
            ["French intelligence", "the Government"],
        ),
        (
            "Police put the toll at 24; two gravediggers told our monitor that they had buried 86.",
            ("24", "86"),
            ["Police", "two gravediggers"],
        ),
        (
            "The attack killed 44 people. The mission counted 35 bodies.",
            ("44 people", "35 bodies"),
            [None, "The mission"],
        ),
        ("Six people died. The army claimed 15 people killed.", ("Six people", "15 people"), [None, "The army"]),
        ("Officials spoke of 24 dead, the Red Cross of 86.", ("24 dead", "86"), ["Officials", "the Red Cross"]),
        (
            "The mayor makes state of 28 dead. A committee of elders, for its part, advances the figure of some sixty victims.",
            ("28 dead", "some sixty victims"),
            ["The mayor", "A committee of elders"],
        ),
        (
            "The raid killed 28 people. The army gave a toll of 45 dead.",
            ("28 people", "45 dead"),
            [None, "The army"],
        ),
        (
            "The raid killed 28 people. The road gave the village of 45 dead trees its name.",
            ("28 people", "45 dead"),
            [None, None],
        ),
        ("They killed 24 people, a convoy of 86.", ("24 people", "86"), [None, None]),
        ("The attack killed 44 people. They counted 35 bodies.", ("44 people", "35 bodies"), [None, None]),
        (
            "Six people died. In its claim, the group put the number of dead at nine.",
            ("Six people", "nine"),
            [None, "the group"],
        ),
        ("Six people died. A local paper gives the toll as nine.", ("Six people", "nine"), [None, "A local paper"]),
        ("Six people died. A source evokes a heavier toll of eleven.", ("Six people", "eleven"), [None, "A source"]),
        (
            "Six people died. The group claimed the raid and speaks of nine “infidels” killed.",
            ("Six people", "nine “infidels”"),
            [None, "The group"],
        ),
        ("Six people died. According to residents nine people died.", ("Six people", "nine people"), [None, "residents"]),
        ("Six people died. According to police nine were arrested.", ("Six people", "nine"), [None, None]),
        ("Six people died. According to police three soldiers died.", ("Six people", "three soldiers"), [None, None]),
        ("Six people died. According to police three more people died.", ("Six people", "three more people"), [None, None]),
        ("Six men, Issa among them, died. The army reported Issa.", ("Six men", "Issa"), [None, None]),
        ("Police put the toll at 24.", ("24",), [None]),
        ("The blast killed 24 people and wounded 35 people.", ("24 people", "35 people"), [None, None]),
    ],
)
def test_who_puts_the_toll_at_a_number_has_it_alone(text: str, told: tuple[str, ...], voices: list[str | None]) -> None:
    """Two numbers of one toll are never added; a single one is the report's own."""
    told_rows = [replace(row, score=0.9) for row in rows(text, *told)]
    assert [row.speaker for row in lay_put(text, told_rows)] == voices
