"""Those at whom an act is aimed are its targets, whatever the reader takes them for."""

from __future__ import annotations

from dataclasses import replace

import pytest

from crossread.normalize.actors.aimed import without_aimed_at
from crossread.records import Actor, Claim, Document


def _claim(text: str, *doers: str, role: str = "perpetrator") -> tuple[Document, Claim]:
    document = Document(id="doc_1", text=text)

    def row(words: str) -> Actor:
        start = text.index(words)
        quote = document.quote(start, start + len(words))
        return Actor(role=role, raw=words, name=None, type="unknown", evidence=(quote,), score=0.8)

    claim = Claim(
        id="clm_1",
        document_id="doc_1",
        type="bombing",
        scope="incident",
        status="accomplished",
        stance="asserted",
        trigger=document.quote(0, 1),
        actors=tuple(row(words) for words in doers),
        score=0.9,
    )
    return document, claim


@pytest.mark.parametrize(
    ("text", "doer", "aimed"),
    [
        ("A member of the Front blew himself up among soldiers of the apostate army.", "A member of the Front", "soldiers"),
        ("A girl detonated her vest in front of a group of policemen.", "A girl", "policemen"),
        ("The army said the strike targeted the Ora Front in Lemba.", "The army", "the Ora Front"),
        ("Gunmen set off a mine, targeting a convoy of the police.", "Gunmen", "police"),
    ],
)
@pytest.mark.parametrize("role", ["perpetrator", "accused"])
def test_at_whom_it_is_aimed_is_a_target(text: str, doer: str, aimed: str, role: str) -> None:
    document, claim = _claim(text, doer, aimed, role=role)
    assert [(row.role, row.raw) for row in without_aimed_at(document, claim).actors] == [(role, doer), ("target", aimed)]


def test_whom_a_party_only_targets_has_no_role() -> None:
    """It says so of its habits, and not of this act."""
    text = "The army denied it and said it targets only the positions of the Ora Front."
    document, claim = _claim(text, "The army", "the Ora Front", role="accused")
    assert [row.raw for row in without_aimed_at(document, claim).actors] == ["The army"]


@pytest.mark.parametrize(
    ("text", "doers"),
    [
        ("The army said the strike targeted two men who were firing rockets.", ("The army", "two men")),
        ("He died with others in targeted coalition airstrikes of the army.", ("coalition", "the army")),
        ("A member of the Front blew up the bridge. Near soldiers stood raiders.", ("A member of the Front", "raiders")),
        ("The post was targeted by raiders and the army.", ("raiders", "the army")),
        ("A man blew up a house and soldiers fired.", ("A man", "soldiers")),
        ("It blew up among soldiers.", ("soldiers",)),
    ],
)
def test_doers_stay(text: str, doers: tuple[str, ...]) -> None:
    """Who is told to do something there, whose strikes they are, another sentence's, and the only one told."""
    document, claim = _claim(text, *doers)
    assert without_aimed_at(document, claim) == claim


def test_what_a_person_coded_stays() -> None:
    document, claim = _claim("A girl blew herself up among policemen.", "A girl", "policemen")
    assert without_aimed_at(document, replace(claim, score=None)).actors == claim.actors
