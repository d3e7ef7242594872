"""An open question accuses nobody, and a denial covers only what it denies."""

from __future__ import annotations

from dataclasses import replace

import pytest

from crossread.normalize.claims.unaccused import settle_unaccused
from crossread.records import Actor, Claim, Document, Speaker


def _read(text: str, party: str, trigger: str, *, stance: str = "asserted", role: str = "reports") -> tuple[Document, Claim]:
    document = Document(id="doc_1", text=text)

    def quote(words: str) -> tuple[int, int]:
        return text.index(words), text.index(words) + len(words)

    named = document.quote(*quote(party))
    return document, Claim(
        id="clm_1",
        document_id="doc_1",
        type="killing",
        scope="incident",
        status="accomplished",
        stance=stance,
        trigger=document.quote(*quote(trigger)),
        actors=(Actor(role="accused", raw=party, name=None, type="rebel_group", evidence=(named,), score=0.8),),
        speakers=(Speaker(role=role, raw="Police", evidence=(document.quote(0, 2),), score=0.8),),
        score=0.9,
    )


@pytest.mark.parametrize(
    "text",
    [
        "A bomb hurt six. It was too early to tell if Red Dawn was involved, police said.",
        "A bomb hurt six. It was not immediately clear whether Red Dawn was behind the blast.",
        "A bomb hurt six. He could not say whether Red Dawn was responsible.",
        "A bomb hurt six. There is no evidence so far that Red Dawn carried out the attack.",
        "A bomb hurt six. Red Dawn did not immediately comment.",
        "A bomb hurt six. Red Dawn, which is active there, has not claimed it.",
        "A bomb hurt six. The toll of two dead given by Red Dawn is a lie, the mayor said.",
        "A bomb hurt six. The number of dead published by the Red Dawn is false.",
        "A bomb hurt six. The minister, Red Dawn, declined to say who was behind it.",
        "A bomb hurt six. Red Dawn refused to name those responsible for the attack.",
        "A bomb hurt six. The spokesman of Red Dawn did not say who had planted it.",
        "A bomb hurt six. The minister of health, Red Dawn, would not disclose which group it was.",
    ],
)
def test_who_is_only_asked_about_is_not_accused(text: str) -> None:
    assert settle_unaccused(*_read(text, "Red Dawn", "bomb")).actors == ()


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("A bomb hurt six. Police are trying to determine whether Red Dawn was behind it.", "reports"),
        ("A bomb hurt six. Police suspect that Red Dawn was behind it.", "reports"),
        ("A bomb hurt six. It is not clear whether Red Dawn was warned.", "reports"),
        ("A bomb hurt six, and the army blamed its rivals. Red Dawn did not comment.", "accuses"),
        ("A bomb hurt six. It is clear that Red Dawn was behind it.", "reports"),
        ("A bomb hurt six, and the army blamed its rivals. Red Dawn did not say who it was.", "accuses"),
        ("A bomb hurt six. It was planted by Red Dawn, which did not say who had made it.", "reports"),
        ("A bomb hurt six. Red Dawn did not say how many bombs it had planted.", "reports"),
        ("A bomb hurt a number of people. It was planted by Red Dawn.", "reports"),
        ("A number of people were killed by Red Dawn with a bomb.", "reports"),
    ],
)
def test_who_is_suspected_stays(text: str, role: str) -> None:
    document, claim = _read(text, "Red Dawn", "bomb", role=role)
    assert settle_unaccused(document, claim) == claim


def test_what_is_rejected_beside_an_act_does_not_deny_it() -> None:
    text = "With respect to the murder of nine men, the Ministry rejects the insinuation that units let the killers pass."
    told = settle_unaccused(*_read(text, "units", "murder", stance="denied", role="denies"))
    assert (told.stance, told.actors) == ("asserted", ())


@pytest.mark.parametrize(
    "text",
    [
        "With respect to the murder of nine men, the Ministry rejects the claim that units killed them.",
        "With respect to the murder of nine men, the Ministry denies that units were involved.",
        "The murder of nine men is an invention, says the Ministry; it rejects the claim that units let anybody pass.",
    ],
)
def test_a_denial_of_the_act_stands(text: str) -> None:
    document, claim = _read(text, "units", "murder", stance="denied", role="denies")
    assert settle_unaccused(document, claim) == claim


def test_who_only_gives_a_toll_reports() -> None:
    """He owns up to nothing, whatever the reader takes him for."""
    document, claim = _read("A bomb hurt six. The toll announced by Red Dawn is two dead.", "Red Dawn", "bomb")
    teller = Speaker(role="claims", raw="Red Dawn", evidence=claim.actors[0].evidence, score=0.8)
    claimant = replace(claim.actors[0], role="claimant")
    read = settle_unaccused(document, replace(claim, actors=(claimant,), speakers=(teller,)))
    assert (read.actors, [row.role for row in read.speakers]) == ((), ["reports"])


@pytest.mark.parametrize(("role", "stance"), [("accuses", "alleged"), ("denies", "denied"), ("claims", "claimed")])
@pytest.mark.parametrize("words", ["did not comment", "declined to say who was behind the attack", "refused to comment on it"])
def test_who_keeps_silent_avers_nothing(role: str, stance: str, words: str) -> None:
    """Neither that others did it, nor that he did not, nor that he did."""
    document, claim = _read(f"Police {words}. A bomb hurt six.", "six", "bomb", stance=stance, role=role)
    silent = replace(claim, actors=(), speakers=(replace(claim.speakers[0], evidence=(document.quote(0, 6),)),))
    assert (settle_unaccused(document, silent).speakers, settle_unaccused(document, silent).stance) == ((), "asserted")


@pytest.mark.parametrize("words", ["did not comment. They denied having a bomb", "did not comment at first, but blamed rebels"])
def test_who_speaks_after_all_stays(words: str) -> None:
    """A silence in one sentence and a denial in the next, or in the same."""
    document, claim = _read(f"Police {words}. A bomb hurt six.", "six", "A bomb", stance="denied", role="denies")
    speaker = replace(claim.speakers[0], evidence=(document.quote(0, 6),))
    assert settle_unaccused(document, replace(claim, actors=(), speakers=(speaker,))).stance == "denied"
