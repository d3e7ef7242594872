"""Which effect a number has, and when it is the same people told again; sentences written for these tests."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from crossread.normalize.counts import parse_count
from crossread.normalize.harm.both import tell_both
from crossread.normalize.harm.effects import settle_effects
from crossread.normalize.harm.group import group_words
from crossread.normalize.harm.retold import settle_retold
from crossread.records import Document, Harm, document_id

_MARK = re.compile(r"\{(\w+): ([^}]*)\}")


def _read(marked: str) -> tuple[Document, list[Harm]]:
    """A document and its harm rows from a text with marks: "{killed: Two men} died"."""
    text = _MARK.sub(lambda mark: mark[2], marked)
    made = document_id(text, source=None, external_id=None, published=None)
    document = Document(id=made, text=text, external_id=None, title=None, published=None, language="en")
    rows, at = [], 0
    for mark in _MARK.finditer(marked):
        at = text.index(mark[2], at)
        evidence = document.quote(at, at + len(mark[2]))
        count, group = parse_count(mark[2]), group_words(mark[2])
        row = Harm(
            effect=mark[1], raw=mark[2], group=group, group_type="civilians", count=count, evidence=(evidence,), score=0.9
        )
        rows.append(row)
        at += len(mark[2])
    return document, rows


def _sum(rows: tuple[Harm, ...], effect: str) -> int:
    return sum(row.count.low or 0 for row in rows if row.effect == effect and row.part_of is None and row.count)


@pytest.mark.parametrize(
    ("marked", "effects"),
    [
        ("{killed: Four men} were shot near the market and taken to hospital, the mayor said.", ["injured"]),
        ("{killed: Four men} were shot near the market, the mayor said.", ["casualties"]),
        (
            "{killed: Four men} were shot at the well. Rain fell. Later {injured: six} were wounded in Gao.",
            ["casualties", "injured"],
        ),
        ("{killed: Four men} were shot at the well. Rain fell. The wounded are at Gao.", ["injured"]),
        ("{killed: Four men} were shot dead near the market, the mayor said.", ["killed"]),
        ("He is held over the shooting of {killed: five men}, with minor injuries, after a killing.", ["injured"]),
        ("He is held over the shooting of {killed: five men}, who had minor convictions, after a killing.", ["killed"]),
        ("{killed: A trader} was shot in the leg in Gao. Two people died in Kidal that day.", ["injured"]),
        ("Soldiers lined up {killed: seven herders} and shot them. They were buried the same day.", ["killed"]),
        ("{killed: Five people} were shot, and {killed: one} is dead, a doctor said.", ["casualties", "killed"]),
        ("{killed: Five people} were shot. Nobody died; {injured: five people} are being treated.", ["injured", "injured"]),
        ("{injured: Awa Keita} was hit by a bullet. She was brought to the clinic, where she died.", ["killed"]),
        ("{injured: Fourteen people} were hurt, {killed: one of whom} died in hospital on Friday.", ["injured", "killed"]),
        ("{injured: Six men} were hurt, and {killed: one} later died.", ["injured", "killed"]),
        ("{injured: Six men} were hurt. They died in hospital.", ["killed"]),
        ("{killed: At least 78 civilians} died. It has verified {missing: 52} of these deaths.", ["killed", "killed"]),
        ("{injured: A guard} was fatally wounded at the gate.", ["killed"]),
        ("{injured: A driver} was wounded, but later died of his injuries.", ["killed"]),
        ("{injured: Two aid workers} in the second car were not hurt, the agency said.", ["casualties"]),
        ("{killed: Ten fighters} were put out of action, the ministry said.", ["incapacitated"]),
        ("{injured: Four policemen} offered their lives at the ford.", ["killed"]),
        ("{injured: Six raiders} were sent to hell, the army wrote.", ["killed"]),
        ("{killed: Six guards} were sent to their deserved end and {injured: nine more} lie wounded.", ["killed", "injured"]),
        ("{killed: Six guards} were sent to hell and {injured: nine} wounded.", ["killed", "injured"]),
        ("{injured: Six guards} met their end and {injured: nine more} were wounded.", ["killed", "injured"]),
        ("{killed: Six guards} were sent to the clinic and {injured: nine} wounded.", ["injured", "injured"]),
        (
            "{injured: Six guards} met their families at the end of the siege and {injured: nine} wounded.",
            ["injured", "injured"],
        ),
        ("{injured: Four policemen} offered their help at the ford.", ["injured"]),
        ("{killed: Ten fighters} had also been put out of action, the ministry said.", ["incapacitated"]),
        ("{killed: Ten fighters} had been killed, the ministry said of those put out of action.", ["killed"]),
        ("The death toll of the raid has risen to {injured: 11}, with {injured: 25 more} wounded.", ["killed", "injured"]),
        ("The death toll rose and {injured: 25} were wounded.", ["injured"]),
        ("Television put the toll at {killed: 26} and said {injured: 50 people} were wounded.", ["killed", "injured"]),
        ("Troops put out of action, on 2 May near the fort, {killed: two fighters} in an ambush.", ["incapacitated"]),
        ("Troops neutralised a cell and said {killed: two guards} were killed.", ["killed"]),
        ("{killed: Twelve villagers} lost their lives in the raid.", ["killed"]),
        ("{killed: Three boys} were hit by shells while fetching water.", ["casualties"]),
        ("{abducted: Three boys} were shot at and taken away.", ["abducted"]),
        ("{injured: Six guards} were wounded and {injured: 12 others} were abducted.", ["injured", "abducted"]),
        ("{injured: Two hikers} are still missing after the raid.", ["missing"]),
        ("{missing: The four others} were taken to the hospital and are stable.", ["injured"]),
        ("{killed: Five marchers} were shot. Those hit had non-fatal wounds. A fatal clash took place in 2010.", ["injured"]),
        ("{injured: The third guard} died from his injuries.", ["killed"]),
        ("{injured: A driver} was hit in the head and was pronounced dead at the scene.", ["killed"]),
        ("{injured: A driver} was hit, and a guard was shot and died.", ["injured"]),
        ("They found {injured: a herder} with a wound. Medics said that the victim had died.", ["killed"]),
        ("They found {injured: two herders} with wounds. Medics said that the victim had died.", ["injured"]),
        ("The ambush left {killed: an officer} dead and {killed: a soldier} with a bullet in his arm.", ["killed", "injured"]),
        ("{killed: The man} injured in the raid last week died on Sunday.", ["killed"]),
        ("Gunmen killed {killed: a doctor} at a hospital in Gao.", ["killed"]),
        ("{killed: 4} shot, 1 killed at market\n\nThree men are in hospital.", ["casualties"]),
        ("{killed: A herder} was shot and killed at noon. Two others with {injured: one herder} fled.", ["killed", "injured"]),
        ("{killed: Four men} were shot at the well." + " They had come for water." * 13 + " Ten died in 2010.", ["casualties"]),
        ("The blast sent {abducted: four people} to the hospital in Gao.", ["injured"]),
        ("{detained: A trader} was shot in the arm, a doctor said.", ["injured"]),
        ("{killed: Six men} were hit at the gate, two of whom later died.", ["casualties"]),
        ("{killed: Five victims} fell; {killed: one} died, {injured: four} live.", ["casualties", "killed", "injured"]),
        ("{killed: Five marchers} were shot near the Green Lives hall and are in hospital.", ["injured"]),
        ("Gunmen fired, killing a guard and injuring {killed: three others}, before they fled.", ["injured"]),
        ("They found {killed: a boy} with a gunshot wound. He was brought to a clinic, where he died.", ["killed"]),
        ("A boy died in Gao. They found {killed: Issa Ba} with a gunshot wound in the yard.", ["killed"]),
        ("They found {killed: Issa Ba} with a gunshot wound in the yard.", ["injured"]),
        ("{injured: Three boys} stood by. They weren't harmed.", ["casualties"]),
        ("Gunmen shot {killed: four men}, one fatally, at the market.", ["casualties"]),
        ("Gunmen killed {killed: four men}, one dead on arrival, at the market.", ["killed"]),
        ("{killed: One officer} was killed and {killed: five others} were shot.", ["killed", "casualties"]),
        ("{killed: Some 20 people} were shot dead; police spoke of {killed: three civilians}.", ["killed", "killed"]),
        ("Six were hit and {injured: at least one person} has died.", ["killed"]),
        ("{injured: A 16-year-old girl} was shot and killed in the market.", ["killed"]),
        ("{injured: A guard} was hit and killed two raiders.", ["injured"]),
        ("{killed: The driver, 46}, and {injured: a passenger, 70}, were killed.", ["killed", "killed"]),
        ("{killed: The driver, 46}, died and {injured: a passenger, 70}, was hurt.", ["killed", "injured"]),
        ("The mayor died at once and {killed: the other five victims} were taken to local hospitals.", ["injured"]),
        ("{killed: Two guards} were taken to hospital, where they died.", ["killed"]),
        ("They killed {killed: a guard} and {killed: three soldiers} who were shot at dawn.", ["killed", "killed"]),
        ("The death toll of the two blasts reaches {killed: at least 24} with {injured: 66} injured.", ["killed", "injured"]),
        ("The blast killed {killed: two guards} as others were wounded.", ["killed"]),
        ("The shelling killed or wounded {injured: 40 villagers} in Kutum.", ["casualties"]),
        ("The raid killed and injured {injured: 12 guards} at the fort.", ["casualties"]),
        ("The blast left {killed: 30 people} dead or injured.", ["casualties"]),
        ("{killed: Twelve people} were killed and injured in the market.", ["casualties"]),
        ("{killed: Two} were killed and wounded three others.", ["killed"]),
        ("The raid killed two guards and wounded {injured: 12}.", ["injured"]),
        ("{killed: Two men} were taken to hospital with wounds.He said the killing must end.", ["injured"]),
    ],
)
def test_the_words_around_tell_the_effect(marked: str, effects: list[str]) -> None:
    """Nobody is counted as dead who is only told to be hit, nobody as wounded who is unharmed or died of it."""
    document, rows = _read(marked)
    assert [row.effect for row in settle_effects(document, rows, language="en")] == effects


def test_the_unharmed_are_nobody() -> None:
    """Of people told to be unhurt, nobody is a casualty."""
    document, rows = _read("{injured: Two aid workers} in the second car were unharmed.")
    (row,) = settle_effects(document, rows, language="en")
    assert row.count is not None
    assert (row.count.low, row.count.high) == (0, 0)


def test_a_language_without_cues_changes_nothing() -> None:
    """Effects are only settled where the language file has the words."""
    document, rows = _read("{killed: Cuatro hombres} fueron baleados.")
    assert settle_effects(document, rows, language="es") == rows


@pytest.mark.parametrize(
    ("marked", "killed"),
    [
        ("{killed: Two} killed in Gao blast\n\n{killed: Two people} died when a bomb went off in Gao. Both were traders.", 2),
        ("{killed: A man} was killed on Friday. {killed: Issa Diallo}, a farmer, was going home.", 1),
        ("{killed: A man} was killed on Friday. {killed: Another man} was found dead on Sunday.", 2),
        ("{killed: A man} and {killed: a woman} were killed on Friday.", 2),
        ("{killed: His wife}, {killed: Awa Keita}, was killed. He fled.", 1),
        (
            "{killed: Five people} were killed. {killed: A 30-year-old nurse} died at once. {killed: Two children} died later.",
            5,
        ),
        ("Raiders shot {killed: two guards} and {killed: a cook}. Relatives buried {killed: the three victims} at dawn.", 3),
        ("{killed: Ten soldiers} were killed. In the village {killed: four civilians} died as well.", 14),
        ("{killed: Three herders} were killed in one camp. {killed: Three farmers} were killed in the other.", 6),
        ("Police said that {killed: the girl, 9}, died. {killed: The girl} was buried on Monday.", 1),
        ("{killed: Two people} died in Ansongo. {killed: Two others} died in Labbezanga.", 4),
        ("{killed: Six people}, among them {killed: a girl} and {killed: a boy}, died.", 8),
        ("{killed: Four people} died: {killed: two guards}, {killed: a cook} and {killed: a driver}.", 4),
        (
            "{killed: Five experts}, identified as {killed: two Malians}, {killed: a Chadian} and {killed: two Fijians}, died.",
            5,
        ),
        ("{killed: A man} died. {killed: A woman} died. {killed: The two people} had been walking home.", 2),
        ("{killed: Two guards} died. {killed: Issa Ba}, 24, and {killed: Ali Sow}, 29, came from Gao.", 2),
        ("{killed: Four people} died. They are {killed: Awa Ba}, 54, Ali Ba, 28, and {killed: Sira Ba}, 3.", 4),
        ("{killed: Two victims}, {killed: a guard} and {killed: a driver}, died at the gate.", 2),
        ("{killed: Three soldiers}, {killed: a policeman} and {killed: two civilians} died.", 6),
        ("{killed: Two people}, {killed: a guard} and {killed: two drivers} died.", 5),
        (
            "{killed: Five} died. {killed: A herder} died. {killed: All four} suffered. {killed: The other four} died.",
            5,
        ),
        ("{killed: Three people} died. {killed: One woman} was hit. {killed: The other two victims} died at noon.", 3),
        ("{killed: Three people} died. {killed: Two} died at dawn. They were {killed: a boy} and {killed: a girl}.", 3),
        ("{killed: Three people} died. {killed: Two guards} died at the gate. {killed: The two men} were buried.", 3),
        ("{killed: A recruit} shot {killed: himself} at the gate.", 1),
        ("{killed: Three men} and {killed: three women} died. {killed: Four} died in hospital.", 6),
        ("{killed: Three men} and {killed: three women} died. {killed: Four soldiers} died in hospital.", 10),
        ("{killed: Four adults} died. {killed: A woman} died at home; {killed: a man} died in the street.", 4),
        ("{killed: Four soldiers} died. {killed: A soldier} died in Gao; {killed: a trader} died in Kidal.", 5),
        ('{killed: A rider} was killed. Friends buried {killed: Issa "Easy" Ba, 40, of Gao}.', 1),
        ("A recruit shot {killed: two comrades} and {killed: himself}.", 3),
        ("A recruit shot {killed: a comrade} before killing {killed: himself}.", 2),
        ("{killed: A guard} was killed at the gate. {killed: The gunman} was shot dead by police.", 2),
        ("{killed: A bomber} blew {killed: himself} up at the gate.", 1),
        ("{killed: A gunman} was shot at the gate. Police buried {killed: the attacker} at night.", 1),
        ("{killed: A pregnant teen} died. {killed: A 15-year-old girl} was found in the yard.", 1),
        (
            "{killed: A 3-month-old baby} and {killed: two others} died. {killed: A man} and {killed: the infant} were buried.",
            3,
        ),
        ("{killed: Four people} died. {killed: A woman} was hit. {killed: A fourth victim} was hit by splinters.", 4),
        ("{killed: Four people} died. {killed: A woman} was hit. {killed: Another man} was hit.", 4),
        ("{killed: Two people} died on Monday. {killed: A third man} died on Sunday.", 3),
        ("{killed: Three people} — {killed: two women} and {killed: a man} — died in one house.", 3),
        ("{killed: Five people} died. {killed: One man} fell at once, {killed: three of the other four} on the way.", 5),
        ("{killed: Eleven villagers} and {killed: three members of the army} died.", 14),
        ("{killed: Four people} died. {killed: Two guards} fell in Gao. {killed: Another two} fell in Kidal.", 4),
        ("{killed: Five} died. {killed: Two women} died at home and {killed: three men} died in the street.", 5),
        ("{killed: Two men} died. {killed: One guard} and {killed: a cook} fled. {killed: Issa Ba}, 30, was named.", 2),
        ("{killed: Two women} died. {killed: Awa Ba}, 20, and {killed: Sira Ba}, 3. {killed: One} died at home.", 2),
        ("Two were found. {killed: Two people} died, {killed: one} in the house and {killed: one} in the yard.", 2),
        ("{killed: Three} died. {killed: Two women} and {killed: a man}. {killed: Five of the victims} were farmers.", 3),
        ("{killed: Three victims}, {killed: a cook}, a 26-year-old man, and {killed: a guard}, died.", 3),
        ("{killed: Three men} were named as Ali Ba, 18, of Gao, {killed: Issa Sow}, 29, of Gao, and {killed: Ali Sow}.", 3),
        ("{killed: A recruit} in Gao accidentally shot and killed {killed: himself} at noon.", 1),
        ("A recruit in Gao shot {killed: his wife} at home and shot {killed: himself}.", 2),
        ("{killed: Four people} died. {injured: A guard} was hurt. {killed: Another guard} fell.", 4),
        (
            "{killed: A guard} and {killed: two others} died. {injured: One} was hurt. {killed: Two others} had names.",
            3,
        ),
        ("{killed: Five} died. {killed: Two men} and {killed: three women}. {killed: A woman} fell, {killed: a man} too.", 5),
    ],
)
def test_people_told_again_are_not_counted_again(marked: str, killed: int) -> None:
    """The sum of what stands is the number of people; only an "including" that was marked before takes away parts."""
    document, rows = _read(marked)
    assert _sum(settle_retold(document.text, rows), "killed") == killed


def test_a_second_telling_is_a_second_quote() -> None:
    """The row told first keeps its words and gets the other quote; parts keep pointing at their whole."""
    document, rows = _read("{killed: Two} dead\n\n{killed: Two people} died in the raid. {injured: A guard} was hurt.")
    kept = settle_retold(document.text, rows)
    assert [(row.effect, row.raw, len(row.evidence)) for row in kept] == [("killed", "Two", 2), ("injured", "A guard", 1)]
    again = settle_retold(document.text, kept)
    assert again == kept


def test_places_of_parts_move_with_their_rows() -> None:
    """Where a row before them goes, `part_of` still names the same row."""
    story = "{killed: Two people} died in the raid. {injured: Six people} were hurt, including {injured: a girl}."
    document, rows = _read("{killed: Two} dead in raid\n\n" + story)
    rows[3] = replace(rows[3], part_of=2)
    kept = settle_retold(document.text, rows)
    assert [row.raw for row in kept] == ["Two", "Six people", "a girl"]
    assert kept[2].part_of == 1


def test_each_speaker_counts_for_himself() -> None:
    """The list behind one speaker's number is part of that, and a survivor's husband is among the dead of his village."""
    document, rows = _read(
        "Police say {killed: five bandits} died. Residents named {killed: nine dead}, of whom four did nothing: "
        "{killed: a trader} and {killed: her grandson}."
    )
    laid = [replace(row, speaker="Police" if at == 0 else "Residents") for at, row in enumerate(rows)]
    assert [row.part_of for row in settle_retold(document.text, laid)] == [None, None, 1, 1]
    document, rows = _read("The list has {killed: 114 martyrs}. A survivor said that they shot {killed: her husband}.")
    assert [row.part_of for row in settle_retold(document.text, rows)] == [None, 0]


@pytest.mark.parametrize(
    ("marked", "effects"),
    [
        (
            "Soldiers dragged off {abducted: three farmers}. Their bodies, bearing burns, were shown the next day.",
            ["abducted", "killed"],
        ),
        ("Soldiers dragged off {abducted: three farmers}. Their bodies, bearing burns, told of blows.", ["abducted"]),
    ],
)
def test_bodies_of_those_taken_are_told_dead(marked: str, effects: list[str]) -> None:
    """Also where words stand between the bodies and what was done with them."""
    document, rows = _read(marked)
    assert [row.effect for row in tell_both(document, rows)] == effects


def test_a_shortened_including_ends_no_sentence() -> None:
    """The teacher is among the dead, not among the wounded of the next count."""
    document, rows = _read("Shells fell, {killed: 7} killed (incl. {killed: 1 teacher}), {injured: 15} wounded.")
    assert [row.effect for row in settle_effects(document, rows, language="en")] == ["killed", "killed", "injured"]


@pytest.mark.parametrize(
    ("marked", "parts"),
    [
        ("The army said {killed: 82 people} died, including {killed: 55 soldiers} and {killed: 27 farmers}.", [None, 0, 0]),
        ("The army said {killed: 82 people} died, including {killed: 55 soldiers} and {killed: 20 farmers}.", [None, 0, 0]),
        (
            "The army said {killed: 82 people} died, including {killed: 55 soldiers}, and {killed: 40 more} died in Gao.",
            [None, 0, None],
        ),
    ],
)
def test_a_part_is_told_by_the_speaker_of_its_whole(marked: str, parts: list[int | None]) -> None:
    """A doctor's own number stands besides, so that the army's numbers have a speaker; the first part has none."""
    document, (whole, first, last, rival) = _read(f"{marked} A doctor counted {{killed: 127}}.")
    said = [replace(whole, speaker="The army"), replace(first, part_of=0), replace(last, speaker="The army")]
    rows = settle_retold(document.text, [*said, replace(rival, speaker="A doctor")])
    assert [row.part_of for row in rows] == [*parts, None]
