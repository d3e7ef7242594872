"""Who confesses, who calls those killed spies and to whom nothing justifies it denies nothing; sentences of its own."""

from __future__ import annotations

import pytest

from crossread.normalize.claims.no_denier import settle_no_denier
from crossread.records import Claim, Document, Speaker

ACT = "Rebels shot dead five men in Bria on Sunday. "


def _read(words: str, denier: str, score: float | None = 0.9) -> list[str]:
    document = Document(id="doc_1", text=ACT + words)
    at, trigger = document.text.rindex(denier), document.text.index("shot")
    row = Speaker(role="denies", raw=denier, evidence=(document.quote(at, at + len(denier)),), score=score)
    claim = Claim(
        id="clm_1",
        document_id="doc_1",
        type="killing",
        scope="incident",
        status="accomplished",
        stance="denied",
        trigger=document.quote(trigger, trigger + 4),
        speakers=(row,),
        score=score,
    )
    return [row.role for row in settle_no_denier(document, claim).speakers]


@pytest.mark.parametrize(
    ("words", "denier"),
    [
        ("The group said the five had confessed before a court.", "The group"),
        ("The group said the five had confessed before a court.", "the five"),
        ("The group's radio said the five were spies.", "The group's radio"),
        ("The group's radio said that they had all been informers.", "The group's radio"),
        ('"Nothing can justify such violence," said Parfait Ndong.', "Parfait Ndong"),
        ("The bishop said that there was no excuse for it.", "The bishop"),
        ("The police said one person had died.", "The police"),
        ("The army, in a statement, said that at least four villagers were killed.", "The army"),
    ],
)
def test_who_tells_of_it_so_does_not_deny_it(words: str, denier: str) -> None:
    assert _read(words, denier) == ["reports"]


@pytest.mark.parametrize(
    ("words", "denier"),
    [
        ("The group said the five had confessed but denied killing them.", "The group"),
        ("The group said the five were spies and had not been shot.", "The group"),
        ("The group denied it and said nothing could justify such a killing.", "The group"),
        ("The group said the five were alive.", "The group"),
        ("The five denied that they had confessed.", "The five"),
        ("The ministry said that only one person had died.", "The ministry"),
        ("The police said one person had died and denied having shot him.", "The police"),
        ("The army said nobody had died.", "The army"),
    ],
)
def test_who_denies_besides_stays_a_denier(words: str, denier: str) -> None:
    assert _read(words, denier) == ["denies"]


def test_what_people_say_stays() -> None:
    assert _read("The group's radio said the five were spies.", "The group's radio", score=None) == ["denies"]
