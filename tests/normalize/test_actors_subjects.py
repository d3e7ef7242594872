"""The subject right before an act did it, where nobody else is told to have."""

from __future__ import annotations

import pytest

from crossread.normalize.actors.subjects import with_subjects
from crossread.records import Actor, Claim, Document


def _claim(
    document: Document, act: str, *actors: tuple[str, str], kind: str = "armed_attack", score: float | None = 0.8
) -> Claim:
    at = document.text.index(act)
    told = []
    for role, raw in actors:
        start = document.text.index(raw)
        quote = document.quote(start, start + len(raw))
        told.append(Actor(role=role, raw=raw, name=None, type="rebel_group", evidence=(quote,), score=score))
    return Claim(
        id=f"clm_{act}",
        document_id="doc_1",
        type=kind,
        scope="incident",
        status="accomplished",
        stance="asserted",
        trigger=document.quote(at, at + len(act)),
        actors=tuple(told),
        score=score,
    )


def _read(text: str, act: str) -> list[Claim]:
    document = Document(id="doc_1", text=text)
    return with_subjects(document, [_claim(document, act)])


def _doers(claims: list[Claim], at: int = -1) -> list[str]:
    return [row.raw for row in claims[at].actors if row.role == "perpetrator"]


@pytest.mark.parametrize(
    ("text", "act", "doer"),
    [
        ("Gunmen raided a hotel in Kossa.", "raided", "Gunmen"),
        ("KOSSA, 3 May (Wire) - Unidentified gunmen on Monday raided a hotel.", "raided", "Unidentified gunmen"),
        ("On Sunday, armed men also burned the market.", "burned", "armed men"),
        ("Gunmen raided a hotel in Kossa on Monday and killed nine people.", "killed", "Gunmen"),
        ("Bandits stormed Kossa on Monday, killing nine people.", "killing", "Bandits"),
        ("Gunmen shot at a convoy.", "shot", "Gunmen"),
    ],
)
def test_men_under_arms_before_the_act_did_it(text: str, act: str, doer: str) -> None:
    """With what stands before the noun; also before the second of two verbs."""
    assert _doers(_read(text, act)) == [doer]


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Gunmen were killed in Kossa.", "killed"),
        ("Gunmen killed in a raid on Kossa.", "killed"),
        ("Gunmen raided Kossa and soldiers killed nine of them.", "killed"),
        ("Gunmen said soldiers burned the market.", "burned"),
        ("Police killed gunmen in Kossa.", "killed"),
        ("The gunmen who were chased burned. Soldiers raided Kossa.", "raided"),
    ],
)
def test_those_to_whom_it_is_done_or_who_do_another_thing_did_not(text: str, act: str) -> None:
    """A passive, a headline's participle, another subject."""
    assert _doers(_read(text, act)) == []


def test_they_are_the_one_doer_of_the_sentence_before() -> None:
    """Not those of two acts, nor those of another sentence, nor "they" who only say so."""

    def read(text: str, *first: str) -> list[str]:
        document = Document(id="doc_1", text=text)
        return _doers(
            with_subjects(
                document, [_claim(document, "raided", *(("perpetrator", raw) for raw in first)), _claim(document, "killed")]
            )
        )

    told = "Red Dawn fighters raided a bus near Kossa. "
    assert read(told + "In March 2014 they killed nine workers.", "Red Dawn fighters") == ["Red Dawn fighters"]
    assert read(told + "They later killed nine workers.", "Red Dawn fighters") == ["Red Dawn fighters"]
    assert read(told + "Police say they killed nine of them.", "Red Dawn fighters") == []
    assert read(told + "It was late. They killed nine workers.", "Red Dawn fighters") == []
    assert read(told + "They were killed near Kossa.", "Red Dawn fighters") == []
    assert read("The army and Red Dawn raided Kossa. They killed nine.", "The army", "Red Dawn") == []


def test_a_doer_told_or_a_claim_of_a_person_stays() -> None:
    """And acts that are not done by men under arms get none."""
    document = Document(id="doc_1", text="Gunmen raided a hotel in Kossa, the Red Dawn said.")
    assert _doers(with_subjects(document, [_claim(document, "raided", ("perpetrator", "Red Dawn"))])) == ["Red Dawn"]
    assert _doers(with_subjects(document, [_claim(document, "raided", score=None)])) == []
    assert _doers(with_subjects(document, [_claim(document, "raided", kind="protest")])) == []
