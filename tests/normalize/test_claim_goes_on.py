"""What a report tells in its own words is asserted, whoever else is told to speak of it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from crossread.normalize.claims.goes_on import settle_own_telling
from crossread.records import Actor, Claim, Document, Evidence, Speaker


def _read(text: str, trigger: str, kind: str, parties: dict[str, str], speaker: str = "") -> tuple[Document, Claim]:
    """An attributed claim; each party's words by its role."""
    document = Document(id="doc_1", text=text)

    def quote(words: str) -> Evidence:
        return document.quote(text.index(words), text.index(words) + len(words))

    actors = tuple(
        Actor(role=role, raw=raw, name=None, type="unknown", evidence=(quote(raw),), score=0.8) for role, raw in parties.items()
    )
    said = Speaker(role="reports", raw=speaker, evidence=(quote(speaker),), score=0.8) if speaker else None
    return document, Claim(
        id="clm_1",
        document_id="doc_1",
        type=kind,
        scope="incident",
        status="accomplished",
        stance="attributed",
        trigger=quote(trigger),
        actors=actors,
        speakers=(said,) if said else (),
        score=0.9,
    )


@pytest.mark.parametrize(
    ("text", "trigger", "kind", "parties", "speaker"),
    [
        # nobody speaks at all
        ("The mayor said he was sorry. In Jos a baker was found strangled.", "strangled", "killing", {}, ""),
        # somebody speaks elsewhere
        ("Police said so on Sunday. It rained. Rockets hit the port of Aden.", "hit", "shelling", {}, "Police"),
        # the report goes on
        ("A bomb killed two in Jos, police said. The blast tore the roof off.", "bomb", "bombing", {}, "police"),
        ("Police say a bomb hit Jos. The attack took place at noon.", "bomb", "bombing", {}, "Police"),
        ("Two sides fought in Wau, a priest said. The fighting broke out at dawn.", "fought", "armed_clash", {}, "a priest"),
        ("Local reports say a bomb hit Jos. The attack took place at noon.", "bomb", "bombing", {}, "Local reports"),
        # a paragraph tells who did what
        (
            "Nine died in Kano in an attack, police said.\n\nMen on motorbikes shot at the worshippers as they left.",
            "attack",
            "armed_attack",
            {"perpetrator": "Men on motorbikes", "victim": "the worshippers"},
            "police",
        ),
        (
            "Nine died in Kano, police said.\n\nMen on motorbikes shot at the worshippers as they left.",
            "shot",
            "armed_attack",
            {"perpetrator": "Men on motorbikes"},
            "police",
        ),
    ],
)
def test_what_the_report_tells_itself_is_asserted(
    text: str, trigger: str, kind: str, parties: dict[str, str], speaker: str
) -> None:
    assert settle_own_telling(*_read(text, trigger, kind, parties, speaker)).stance == "asserted"


@pytest.mark.parametrize(
    ("text", "trigger", "kind", "parties", "speaker"),
    [
        # said, counted or complained of
        ("A bomb hit Jos, it was reported.", "hit", "bombing", {}, ""),
        ("A monitor recorded 31 attacks in Jos. It was March.", "attacks", "armed_attack", {}, ""),
        ("He spoke of Jos. Farmers complained of raids on Bokkos.", "raids", "looting", {}, "Farmers"),
        # sentences that go on under the source just named
        ("A bomb hit Jos, police said. Two women died.", "hit", "bombing", {}, "police"),
        ("A bomb hit Jos, police said. A second device was found.", "hit", "bombing", {}, "police"),
        ("A bomb hit Jos, police said. The blast came at noon, he added.", "hit", "bombing", {}, "police"),
        ("Rebels took Jos, a priest said. The blast damaged a wall.", "took", "territorial_change", {}, "a priest"),
        ('"A bomb hit Jos," he said. "The blast damaged a wall."', "hit", "bombing", {}, "he"),
        # an inquiry's account
        ("A UN report said men killed two in Jos. The attack began at dawn.", "killed", "armed_attack", {}, "A UN report"),
        ("The commission found that men killed two. The gunmen fled.", "killed", "killing", {}, "The commission"),
        # no paragraph of its own, or nobody's deed in it
        (
            "Nine died in Kano in an attack, police said. Men on motorbikes shot at the faithful.",
            "attack",
            "armed_attack",
            {"perpetrator": "Men on motorbikes", "victim": "the faithful"},
            "police",
        ),
        (
            "Nine died in Kano in an attack, police said.\n\nThe faithful had come from afar.",
            "attack",
            "armed_attack",
            {"victim": "The faithful"},
            "police",
        ),
        (
            "Nine died in Kano in an attack, police said.\n\nMen on motorbikes shot at the faithful, he added.",
            "attack",
            "armed_attack",
            {"perpetrator": "Men on motorbikes", "victim": "the faithful"},
            "police",
        ),
    ],
)
def test_what_a_speaker_tells_stays_his(text: str, trigger: str, kind: str, parties: dict[str, str], speaker: str) -> None:
    assert settle_own_telling(*_read(text, trigger, kind, parties, speaker)).stance == "attributed"


@pytest.mark.parametrize(
    "other",
    [{"score": None}, {"stance": "alleged"}, {"stance": "denied"}, {"status": "threatened"}],
)
def test_other_claims_stay(other: dict[str, object]) -> None:
    document, claim = _read("A baker was strangled in Jos.", "strangled", "killing", {})
    kept = replace(claim, **other)  # type: ignore[arg-type]
    assert settle_own_telling(document, kept) == kept
