"""A denial that names a kind of act is said of the claim of that kind."""

from __future__ import annotations

import pytest

from crossread.normalize.claims.denied_act import with_denied_acts
from crossread.records import Claim, Document, Evidence, Speaker


def _read(
    text: str, told: dict[str, str], speaker: str, at: str, *, score: float | None = 0.9, role: str = "denies"
) -> tuple[Document, list[Claim]]:
    """Claims by their triggers and types; the speaker denies the one told by `at`."""
    document = Document(id="doc_1", text=text)

    def quote(words: str) -> Evidence:
        return document.quote(text.index(words), text.index(words) + len(words))

    row = Speaker(role=role, raw=speaker, evidence=(quote(speaker),), score=score)
    return document, [
        Claim(
            id=f"clm_{trigger}",
            document_id="doc_1",
            type=kind,
            scope="incident",
            status="accomplished",
            stance="denied" if trigger == at else "asserted",
            trigger=quote(trigger),
            speakers=(row,) if trigger == at else (),
            score=score,
        )
        for trigger, kind in told.items()
    ]


def _roles(claims: tuple[Claim, ...]) -> list[tuple[str, list[str]]]:
    return [(claim.stance, [row.role for row in claim.speakers]) for claim in claims]


@pytest.mark.parametrize(
    ("denial", "kind"),
    [
        ("The mayor denied that his men had set the fires.", "arson"),
        ("The mayor denied that any house had been burned.", "arson"),
        ("The mayor rejected reports of rapes and said the men were guests.", "sexual_violence"),
        ("The mayor denied any part in the abductions.", "abduction"),
        ("The mayor said that nobody had been tortured.", "ill_treatment"),
        ("The mayor said it had neither laid a mine nor fired first.", "bombing"),
        ("The mayor denied any involvement in the bombings.", "bombing"),
    ],
)
def test_a_denier_moves_to_the_claim_of_the_kind_he_names(denial: str, kind: str) -> None:
    text = f"They did one thing. Men came and killed two. {denial}"
    told = with_denied_acts(*_read(text, {"did": kind, "killed": "killing"}, "The mayor", "killed"))
    assert _roles(told) == [("asserted", ["denies"]), ("asserted", [])]


def test_who_admits_the_other_act_claims_it() -> None:
    text = "Men raped two women and looted a shop. The chief denied the rapes but admitted the rest."
    told = with_denied_acts(*_read(text, {"raped": "sexual_violence", "looted": "looting"}, "The chief", "looted"))
    assert [[row.role for row in claim.speakers] for claim in told] == [["denies"], ["claims"]]


def test_who_tells_the_other_act_beside_it_reports_it() -> None:
    text = "Two bombings shook it. He also said soldiers detained his wife. Ali denies any role in the bombings."
    told = with_denied_acts(*_read(text, {"shook": "bombing", "detained": "detention"}, "Ali", "detained"))
    assert _roles(told) == [("asserted", ["denies"]), ("asserted", ["reports"])]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Men burned huts and killed two. The mayor denied it.", {"burned": "arson", "killed": "killing"}),
        ("Men burned huts and killed two. The mayor denied the rapes.", {"burned": "arson", "killed": "killing"}),
        ("Men killed two. The mayor denied the arson. In May men burned huts.", {"killed": "killing", "burned": "arson"}),
        (
            "Men burned huts and killed two. The mayor denied the rapes and the arson.",
            {"burned": "arson", "killed": "killing"},
        ),
        (
            "Men burned huts and killed two. The mayor denied it, and said rebels set fires.",
            {"burned": "arson", "killed": "killing"},
        ),
    ],
)
def test_a_denial_that_names_no_told_kind_stays(text: str, told: dict[str, str]) -> None:
    document, claims = _read(text, told, "The mayor", "killed")
    assert list(with_denied_acts(document, claims)) == claims


def test_what_a_person_says_stays() -> None:
    text = "Men burned huts and killed two. The mayor denied the arson."
    document, claims = _read(text, {"burned": "arson", "killed": "killing"}, "The mayor", "killed", score=None)
    assert list(with_denied_acts(document, claims)) == claims


@pytest.mark.parametrize(
    "denial", ["denied that its men had killed anyone", "rejected reports of murders", "denied any massacre"]
)
def test_who_denies_only_killings_does_not_deny_an_abduction(denial: str) -> None:
    text = f"Men killed two farmers. They abducted four women. The front {denial}."
    told = with_denied_acts(*_read(text, {"killed": "killing", "abducted": "abduction"}, "The front", "abducted"))
    assert _roles(told) == [("asserted", []), ("asserted", [])]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        # any part, another kind beside it, no killing told, and one of a raid, which may have killed
        ("Men killed two. They abducted four. The front denied any part in it.", ("killing", "abduction")),
        ("Men killed two. They abducted four. The front denied killings and abductions.", ("killing", "abduction")),
        ("Men robbed two. They abducted four. The front denied that anyone was killed.", ("looting", "abduction")),
        ("Men killed two. They abducted four. The front denied having killed.", ("killing", "armed_attack")),
    ],
)
def test_other_denials_stay_at_the_abduction(text: str, kinds: tuple[str, str]) -> None:
    first = "robbed" if "robbed" in text else "killed"
    told = with_denied_acts(*_read(text, {first: kinds[0], "abducted": kinds[1]}, "The front", "abducted"))
    assert _roles(told)[1] == ("denied", ["denies"])
