"""Captives who turn up were released, and attacked nobody."""

from __future__ import annotations

from dataclasses import replace

import pytest

from crossread.normalize.claims.freed import settle_broken_out, settle_freed
from crossread.records import Actor, Claim, Document, Harm


def _read(text: str, trigger: str, kind: str, doer: str) -> tuple[Document, Claim]:
    document = Document(id="doc_1", text=text)

    def quote(words: str) -> tuple[int, int]:
        return text.index(words), text.index(words) + len(words)

    named = document.quote(*quote(doer))
    return document, Claim(
        id="clm_1",
        document_id="doc_1",
        type=kind,
        scope="incident",
        status="accomplished",
        stance="asserted",
        trigger=document.quote(*quote(trigger)),
        actors=(Actor(role="perpetrator", raw=doer, name=None, type="unknown", evidence=(named,), score=0.8),),
        score=0.9,
    )


@pytest.mark.parametrize(
    ("text", "trigger", "kind", "doer", "role"),
    [
        (
            "Four men were kidnapped in May. Three of them walked into a post on Friday.",
            "walked",
            "operation",
            "Three of them",
            "victim",
        ),
        ("Two hostages of the rebels turned up in Kossa.", "turned up", "abduction", "Two hostages", "victim"),
        ("Two teachers abducted by rebels walked free on Monday.", "walked free", "abduction", "rebels", "side_a"),
        ("Pupils, abducted in May, came home on Friday.", "came home", "armed_attack", "Pupils", "victim"),
    ],
)
def test_who_turns_up_was_released(text: str, trigger: str, kind: str, doer: str, role: str) -> None:
    """They are victims; who took them is the other side."""
    claim = settle_freed(*_read(text, trigger, kind, doer))
    assert (claim.type, claim.actors[0].role) == ("agreement", role)


@pytest.mark.parametrize(
    ("text", "trigger", "kind", "doer"),
    [
        ("Four men were kidnapped in May. Gunmen walked into a post on Friday.", "walked", "armed_attack", "Gunmen"),
        ("Three men walked into a post on Friday and opened fire.", "walked", "armed_attack", "Three men"),
        ("Three men walked into a post on Friday.", "walked", "operation", "Three men"),
        ("Four men were kidnapped in May. Three of them turned up dead.", "turned up", "abduction", "Three of them"),
        ("Four men were kidnapped in May. Troops walked 30 km.", "walked", "operation", "Troops"),
        ("Four men were kidnapped in May. Women walked home in protest.", "walked", "protest", "Women"),
    ],
)
def test_armed_men_and_bodies_are_not_released(text: str, trigger: str, kind: str, doer: str) -> None:
    """Nor people of whom nothing tells that they were held."""
    document, claim = _read(text, trigger, kind, doer)
    assert settle_freed(document, claim) == claim


def test_what_a_person_set_stays() -> None:
    """A claim without a score is not changed."""
    document, claim = _read("Two hostages turned up in Kossa.", "turned up", "abduction", "Two hostages")
    assert settle_freed(document, replace(claim, score=None)).type == "abduction"


def _let_out(text: str, doer: str, kind: str) -> tuple[Document, Claim]:
    document, claim = _read(text, "freed", "agreement", doer)
    return document, replace(claim, actors=(replace(claim.actors[0], role="side_a", type=kind),))


@pytest.mark.parametrize(
    ("text", "doer", "kind"),
    [
        ("Gang members freed 20 inmates in Toro.", "Gang members", "unidentified_armed_group"),
        ("Gunmen freed 200 prisoners in Toro.", "Gunmen", "unidentified_armed_group"),
        ("Rebels freed 40 detainees from a prison in Toro.", "Rebels", "rebel_group"),
        ("Twenty convicts were freed by rebels in Toro.", "rebels", "rebel_group"),
    ],
)
def test_inmates_whom_armed_men_let_out_are_no_agreement(text: str, doer: str, kind: str) -> None:
    claim = settle_broken_out(*_let_out(text, doer, kind))
    assert (claim.type, claim.actors[0].role) == ("operation", "perpetrator")


@pytest.mark.parametrize(
    ("text", "doer", "kind"),
    [
        ("Rebels freed 40 prisoners in Toro.", "Rebels", "rebel_group"),
        ("Rebels freed 40 prisoners from their jail in Toro.", "Rebels", "rebel_group"),
        ("Gunmen freed 40 prisoners in exchange for two of their men.", "Gunmen", "unidentified_armed_group"),
        ("Gunmen freed 20 pupils in Toro.", "Gunmen", "unidentified_armed_group"),
        ("The government freed 20 inmates in Toro.", "The government", "officials"),
    ],
)
def test_a_release_stays(text: str, doer: str, kind: str) -> None:
    document, claim = _let_out(text, doer, kind)
    assert settle_broken_out(document, claim) is claim


def test_inmates_in_a_coded_release_stay() -> None:
    document, claim = _let_out("Gang members freed 20 inmates in Toro.", "Gang members", "unidentified_armed_group")
    coded = replace(claim, score=None)
    assert settle_broken_out(document, coded) is coded


@pytest.mark.parametrize(
    ("text", "trigger", "kind", "doer", "role"),
    [
        (
            "The kidnapped chief of Gyel regained his freedom on Sunday.",
            "regained",
            "territorial_change",
            "The kidnapped chief",
            "victim",
        ),
        ("The priest regained freedom after two weeks.", "regained freedom", "displacement", "The priest", "victim"),
        ("Ten pupils regained their liberty in Jos.", "regained their", "abduction", "Ten pupils", "victim"),
        ("A man taken by bandits regained his freedom.", "regained", "agreement", "bandits", "side_a"),
    ],
)
def test_who_regains_his_freedom_was_released(text: str, trigger: str, kind: str, doer: str, role: str) -> None:
    """The stock phrase takes no town, drives nobody out, and has its subject for no doer."""
    document, claim = _read(text, trigger, kind, doer)
    row = Harm(effect="displaced", raw=doer, group=None, group_type="civilians", count=None, score=0.5)
    made = settle_freed(document, replace(claim, harm=(row,)))
    assert (made.type, made.actors[0].role, made.harm) == ("agreement", role, ())


@pytest.mark.parametrize(
    ("text", "trigger", "doer"),
    [
        ("Rebels regained control of Bria on Sunday.", "regained", "Rebels"),
        ("Forty inmates of the prison regained their freedom when rebels came.", "regained", "Forty inmates"),
        ("The movement says that its town regained the hill.", "regained", "its town"),
    ],
)
def test_who_regains_something_else_stays(text: str, trigger: str, doer: str) -> None:
    document, claim = _read(text, trigger, "territorial_change", doer)
    assert settle_freed(document, claim) is claim
