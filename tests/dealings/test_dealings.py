"""Who deals with whom: word order read rightly, nouns not taken for verbs, evidence that is the report's own words."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from crossread.cli.door import app
from crossread.dealings import Dealing, dealing_to_json, find_dealings, list_kinds
from crossread.dealings.verbs import Kinds, inflect
from crossread.records import Document


def _read(text: str, **more: str) -> list[Dealing]:
    return find_dealings(Document(id="doc_1", text=text, **more))


def _told(dealing: Dealing) -> tuple[str, list[str], list[str]]:
    sides = ([party.evidence.quote for party in side] for side in (dealing.sources, dealing.targets))
    return (dealing.kind, *sides)


CASES = [
    ("Libya rejected the demands of Tunisia.", "reject", ["Libya"], ["Tunisia"]),
    ("The ministers were warned by Ghana on Friday.", "threaten", ["Ghana"], ["ministers"]),
    ("Kenya did not accept the terms that Uganda had set.", "reject", ["Kenya"], ["Uganda"]),
    ("The rebels of the Red Lantern threatened to shell Kossa.", "threaten", ["rebels of the Red Lantern"], ["Kossa"]),
    ("Protesters demanding the release of the mayor marched.", "demand", ["Protesters"], ["mayor"]),
    ("The envoy, who met the guerrillas in Vorel, has left.", "consult", ["envoy"], ["guerrillas"]),
    ("In northern Chad, the army called on the militia to disband.", "demand", ["army"], ["militia"]),
    ("After Nigeria pulled out, the rebels cheered.", "retreat", ["Nigeria"], []),
    ("Peru and Chile held two days of talks.", "consult", ["Peru", "Chile"], []),
    ("Norway's prime minister praised Denmark.", "support", ["Norway's prime minister"], ["Denmark"]),
    ("A man accused of spying for Iran fled.", "accuse", [], ["man"]),
    ("The Interior Ministry dismissed the plan.", "reject", ["Interior Ministry"], []),
    ("The president's spokesman denied it.", "reject", ["president's spokesman"], []),
    ("Kenya called for restraint, and Uganda sent an envoy.", "demand", ["Kenya"], []),
    ("The attackers, armed with rifles, threatened villagers.", "threaten", ["attackers"], ["villagers"]),
    ("Talks between Chad and the rebels resumed.", "consult", ["Chad", "rebels"], []),
    ("Our movement rejects the terms of Uganda.", "reject", ["Our movement"], ["Uganda"]),
    ("Police detained three students and a priest.", "coerce", ["Police"], ["students", "priest"]),
]


@pytest.mark.parametrize(("text", "kind", "sources", "targets"), CASES, ids=[case[0] for case in CASES])
def test_sides_follow_word_order(text: str, kind: str, sources: list[str], targets: list[str]) -> None:
    """Active, passive, negated, relative and joined: each party stands on its own side."""
    assert [_told(row) for row in _read(text)] == [(kind, sources, targets)]


@pytest.mark.parametrize(
    "text",
    [
        "The demand of the villagers was never heard.",
        "A rebel-held town burnt.",
        "In March 13 gunmen came.",
        "Iran's refusal was no surprise.",
        "Convicted soldiers sang in the yard.",
        "The convoy was late.",
        "The army did not threaten anyone.",
        "",
    ],
)
def test_nouns_and_descriptions_are_no_dealings(text: str) -> None:
    """The same word as a noun, behind a genitive, or telling what somebody is: nobody deals with anybody."""
    assert _read(text) == []


def test_joined_parties_of_an_accord_are_mutual() -> None:
    """Two who sign together deal with each other; two who demand together do not."""
    assert [row.mutual for row in _read("France and Spain signed a treaty. France and Spain urged Malta to wait.")] == [
        True,
        False,
    ]


def test_a_sentence_gives_one_dealing_with_true_quotes() -> None:
    """What is urged is content of the urging; each quote is the text at its span, also in the second sentence."""
    text = "Nothing else happened that day. The UN urged Israel to release the doctors and lift the ban."
    rows = _read(text)
    assert [_told(row) for row in rows] == [("demand", ["UN"], ["Israel"])]
    for told in (rows[0].verb, rows[0].sources[0].evidence, rows[0].targets[0].evidence):
        assert text[told.span.start : told.span.end] == told.quote
    assert rows[0].sources[0].name == "United Nations"


def test_json_has_spans_names_and_the_plover_category() -> None:
    """The keys that programs read."""
    row = dealing_to_json(_read("Libya rejected the demands of Tunisia.")[0])
    assert row["plover"] == "REJECT"
    assert row["verb"] == {"span": [6, 14], "quote": "rejected"}
    assert row["sources"] == [{"span": [0, 5], "quote": "Libya", "name": "Libya"}]


def test_another_language_is_left_alone() -> None:
    """French words are not read as English ones."""
    assert _read("Le Mali rejected la demande.", language="fr") == []


def test_verbs_are_inflected_and_every_kind_has_some() -> None:
    """Regular forms by rule, irregular ones from the list; a kind without a verb could never be told."""
    assert inflect("deny", {}) == ("denies", "denying", "denied")
    assert inflect("accuse", {}) == ("accuses", "accusing", "accused")
    assert inflect("meet", {"meet": ["meets", "meeting", "met"]}) == ("meets", "meeting", "met")
    kinds = Kinds.load()
    assert {cue.kind for cues in kinds.cues.values() for cue in cues} == set(list_kinds())
    assert all(cue.participle for cue in kinds.cues["withdrawn"])


def test_command_prints_lines_and_json(tmp_path: Path) -> None:
    """A line with its words for people, plain data for programs, only the kind asked for; nothing found is no error."""
    report = tmp_path / "report.txt"
    report.write_text("Title: Talks\n\nLibya rejected the demands of Tunisia. Peru met Chile.\n", encoding="utf-8")
    run = CliRunner()
    shown = run.invoke(app, ["dealings", str(report)])
    assert shown.exit_code == 0
    assert "Libya" in shown.stdout
    assert "→" in shown.stdout
    rows = json.loads(run.invoke(app, ["dealings", str(report), "--json", "--kind", "consult"]).stdout)
    assert [row["kind"] for row in rows] == ["consult"]
    nothing = run.invoke(app, ["dealings", str(report), "--kind", "aid"])
    assert nothing.exit_code == 0
    assert "No dealings found." in nothing.stderr


def test_a_kind_that_is_asked_for_is_found_behind_another() -> None:
    """The first dealing of a sentence stands for it, but not where only threats are wanted."""
    text = "The rebels called on the army to withdraw and threatened Gao."
    document = Document(id="doc_1", text=text)
    assert [row.kind for row in find_dealings(document)] == ["demand"]
    assert [_told(row) for row in find_dealings(document, kind="threaten")] == [("threaten", ["rebels"], ["Gao"])]
