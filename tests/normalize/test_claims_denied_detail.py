"""Who denies a detail of an act does not deny the act: that its own were hit, that those hit were unarmed."""

from __future__ import annotations

import pytest

from crossread.normalize.claims.not_denied import settle_not_denied
from crossread.records import Actor, Claim, Document, Evidence, Harm, Speaker

STRIKE = "The army bombed a hill near Kora on Monday. "


def _read(text: str, denier: str, *, trigger: str, kind: str, hurt: str = "", score: float | None = 0.9) -> Claim:
    document = Document(id="doc_1", text=text)

    def quote(words: str) -> Evidence:
        return document.quote(text.index(words), text.index(words) + len(words))

    doer = quote(text[: text.index(trigger) - 1])
    rows = (
        (Harm(effect="injured", raw=hurt, group=hurt, group_type="unknown", count=None, evidence=(quote(hurt),), score=score),)
        if hurt
        else ()
    )
    claim = Claim(
        id="clm_1",
        document_id="doc_1",
        type=kind,
        scope="incident",
        status="accomplished",
        stance="denied",
        trigger=quote(trigger),
        actors=(Actor(role="accused", raw=doer.quote, name=None, type="unknown", evidence=(doer,), score=score),),
        harm=rows,
        speakers=(Speaker(role="denies", raw=denier, evidence=(quote(denier),), score=score),),
        score=score,
    )
    return settle_not_denied(document, claim)


@pytest.mark.parametrize(
    "denial",
    [
        "The rebels denied that their commander had been wounded.",
        "The rebels denied that any fighter was killed.",
        "The rebels deny that any of their men were captured.",
        "The rebels denied that any of its members were among the dead.",
        "The rebels denied that they had been unarmed.",
        "The rebels denied that civilians were killed.",
    ],
)
def test_a_detail_that_is_denied_leaves_the_act(denial: str) -> None:
    claim = _read(STRIKE + denial, "The rebels", trigger="bombed", kind="air_strike")
    assert claim.stance == "asserted"
    assert [row.role for row in claim.actors] == ["perpetrator"]
    assert [row.role for row in claim.speakers] == ["reports"]


def test_whom_a_party_denies_to_have_lost_is_not_hurt() -> None:
    text = STRIKE + "The rebels denied that their commander had been wounded."
    assert _read(text, "The rebels", trigger="bombed", kind="air_strike", hurt="their commander").harm == ()


def test_others_who_were_hurt_stay() -> None:
    text = STRIKE + "Two cooks were hurt. The rebels denied that their commander had been wounded."
    assert len(_read(text, "The rebels", trigger="bombed", kind="air_strike", hurt="Two cooks").harm) == 1


@pytest.mark.parametrize(
    ("text", "denier", "trigger", "kind"),
    [
        (STRIKE + "The rebels denied that they had bombed it.", "The rebels", "bombed", "air_strike"),
        (STRIKE + "The rebels denied that their fighters had killed anyone there.", "The rebels", "bombed", "air_strike"),
        (STRIKE + "The ministry denied that its jets had bombed the hill.", "The ministry", "bombed", "air_strike"),
        (
            "Rebels killed a militia leader. The militia denied that its leader had been killed.",
            "The militia",
            "killed",
            "killing",
        ),
        ("Police beat marchers. The minister denied that anyone was hurt.", "The minister", "beat", "crackdown"),
        ("Soldiers raided Kora. Officers denied that villagers were killed.", "Officers", "raided", "armed_attack"),
    ],
)
def test_the_act_itself_stays_denied(text: str, denier: str, trigger: str, kind: str) -> None:
    assert _read(text, denier, trigger=trigger, kind=kind).stance == "denied"


def test_civilians_whom_others_count_dead_are_the_act() -> None:
    text = (
        "The army shelled Kora, and five civilians were hurt. The army said little. Officers denied that civilians were hurt."
    )
    assert _read(text, "Officers", trigger="shelled", kind="shelling", hurt="five civilians").stance == "denied"


def test_what_people_say_stays() -> None:
    text = STRIKE + "The rebels denied that any fighter was killed."
    assert _read(text, "The rebels", trigger="bombed", kind="air_strike", score=None).stance == "denied"
