"""Who accuses others or rejects their claim is a speaker and no party; who claims it is the claimant."""

from __future__ import annotations

import pytest

from crossread.normalize.claims.accuser import settle_accusers
from crossread.records import Actor, Claim, Document, Evidence, Speaker

BLAST = "A bomb killed five in Kora on Monday. "


def _read(
    text: str, trigger: str, speakers: dict[str, str], accused: tuple[str, ...], score: float | None = 0.9
) -> tuple[dict[str, str], dict[str, str]]:
    document = Document(id="doc_1", text=text)

    def quote(words: str) -> Evidence:
        return document.quote(text.index(words), text.index(words) + len(words))

    claim = settle_accusers(
        document,
        Claim(
            id="clm_1",
            document_id="doc_1",
            type="bombing",
            scope="incident",
            status="accomplished",
            stance="alleged",
            trigger=quote(trigger),
            actors=tuple(
                Actor(role="accused", raw=words, name=None, type="unknown", evidence=(quote(words),), score=score)
                for words in accused
            ),
            speakers=tuple(
                Speaker(role=role, raw=words, evidence=(quote(words),), score=score) for words, role in speakers.items()
            ),
            score=score,
        ),
    )
    return {row.raw: row.role for row in claim.actors}, {row.raw: row.role for row in claim.speakers}


@pytest.mark.parametrize(
    ("text", "trigger", "by", "whom"),
    [
        ("Rebels accused the army of shelling Kora.", "shelling", "Rebels", "the army"),
        ("The army, in a statement, accused rebels of the bombing.", "bombing", "The army", "rebels"),
        (BLAST + "The army held rebels responsible for the attack.", "bomb", "The army", "rebels"),
        (BLAST + "The army later blamed rebels for it.", "bomb", "The army", "rebels"),
        (BLAST + "The army blamed rebels.", "bomb", "The army", "rebels"),
    ],
)
def test_who_accuses_is_no_party_and_the_accused_no_accuser(text: str, trigger: str, by: str, whom: str) -> None:
    actors, speakers = _read(text, trigger, {by: "accuses", whom: "accuses"}, (by, whom))
    assert (actors, speakers) == ({whom: "accused"}, {by: "accuses"})


def test_the_accused_who_denies_stays_heard() -> None:
    text = "Rebels accused the army of shelling Kora. The generals denied it."
    _, speakers = _read(text, "shelling", {"Rebels": "accuses", "The generals": "denies"}, ("Rebels", "the army"))
    assert speakers == {"Rebels": "accuses", "The generals": "denies"}


@pytest.mark.parametrize(
    "words",
    [
        "Police rejected a claim of responsibility by the Front.",
        "Police dismissed the claim by the Front.",
        "Police disputed the Front's claim.",
        "Police cast doubt on the Front's claim of responsibility.",
    ],
)
def test_whose_claim_is_rejected_is_the_claimant(words: str) -> None:
    actors, speakers = _read(BLAST + words, "bomb", {"Police": "accuses", "the Front": "denies"}, ("Police", "the Front"))
    assert actors == {"the Front": "claimant"}
    assert speakers == {"Police": "denies", "the Front": "claims"}


def test_who_denies_that_another_did_it_is_not_accused() -> None:
    text = BLAST + "Police denied that the Front was behind the attack."
    actors, speakers = _read(text, "bomb", {"Police": "denies"}, ("Police", "the Front"))
    assert (actors, speakers) == ({"the Front": "accused"}, {"Police": "denies"})


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("A crash killed three. The army blamed bad weather.", "The army"),
        ("The army said men accused of shooting 19 herders in a crash had acted in self-defence.", "The army"),
    ],
)
def test_who_blames_nobody_reports(text: str, speaker: str) -> None:
    assert _read(text, "crash", {speaker: "accuses"}, ())[1] == {speaker: "reports"}


@pytest.mark.parametrize(
    ("text", "speakers", "accused"),
    [
        # each other
        ("Rebels and the army blamed each other for the bomb.", {"the army": "accuses"}, ("Rebels", "the army")),
        ("The army accused rebels of the bomb, and these the army.", {"The army": "accuses"}, ("The army", "rebels")),
        # who denies to have done it himself, and who is told to have been accused
        (BLAST + "Police denied that they were responsible.", {"Police": "denies"}, ("Police",)),
        (
            BLAST + "Police denied a claim by residents that officers had planted it.",
            {"Police": "denies"},
            ("Police", "officers"),
        ),
        (BLAST + "Soldiers accused of it fled.", {"Soldiers": "reports"}, ("Soldiers",)),
        (BLAST + "Rebels were blamed for it.", {"Rebels": "reports"}, ("Rebels",)),
    ],
)
def test_others_stay(text: str, speakers: dict[str, str], accused: tuple[str, ...]) -> None:
    assert _read(text, "bomb", speakers, accused) == (dict.fromkeys(accused, "accused"), speakers)


def test_what_people_say_stays() -> None:
    text = "Rebels accused the army of shelling Kora."
    actors, _ = _read(text, "shelling", {"Rebels": "accuses"}, ("Rebels", "the army"), None)
    assert set(actors) == {"Rebels", "the army"}
