"""The who-to-whom benchmark: its gold is read rightly, its table is the one it documents, its count is one to one."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import plover
from crossread.records import Actor, Claim, Document, Speaker

ROOT = Path(__file__).parents[2]
TEXT = "Rebels of the Red Lantern shelled Kossa and the mayor accused the army of Ansa."


def _row(markup: str, text: str = TEXT) -> dict:
    return {"id": "X-1", "event": "ASSAULT", "date": "2000-01-01", "text": text, "textInfo": {"markup": markup}}


def _party(words: str, *sides: str) -> plover.Party:
    start = TEXT.index(words)
    return plover.Party(spans=frozenset([(start, start + len(words))]), sides=frozenset(sides))


def _claim(*, actors: tuple[tuple[str, str], ...], accuser: str | None = None) -> Claim:
    document = Document(id="doc_1", text=TEXT)

    def at(words: str) -> tuple:
        start = TEXT.index(words)
        return (document.quote(start, start + len(words)),)

    codes = {"type": "shelling", "scope": "incident", "status": "accomplished", "stance": "asserted"}
    return Claim(
        id="clm_1",
        document_id="doc_1",
        trigger=at("shelled")[0],
        actors=tuple(Actor(role=role, raw=words, name=None, type="unknown", evidence=at(words)) for role, words in actors),
        speakers=(Speaker(role="accuses", raw=accuser, evidence=at(accuser)),) if accuser else (),
        **codes,
    )


def test_marks_give_spans_of_the_text() -> None:
    """Source, target and both; event and place are no actors; a space too many in the markup moves nothing."""
    markup = "(SRC: Rebels) of the Red  Lantern (EVT: shelled) (TAR: Kossa) and the mayor accused the (SRC/TAR: army) of Ansa ."
    sentence = plover.to_sentence(_row(markup))
    told = {(TEXT[a:b], party.sides) for party in sentence.gold for a, b in party.spans}
    assert told == {
        ("Rebels", frozenset({"source"})),
        ("Kossa", frozenset({"target"})),
        ("army", frozenset({"source", "target"})),
    }


def test_roles_become_sides() -> None:
    """Doers are sources, those it was done to are targets, bystanders neither; the same words on one side count once."""
    claim = _claim(actors=(("perpetrator", "Rebels"), ("victim", "Kossa"), ("target", "Kossa"), ("bystander", "mayor")))
    parties = plover.to_parties([claim, _claim(actors=(("claimant", "Rebels of the Red Lantern"),))])
    told = {(side, span) for party in parties for side in party.sides for span in party.spans}
    assert len(parties) == 2
    assert {TEXT[a:b] for side, (a, b) in told if side == "source"} == {"Rebels", "Rebels of the Red Lantern"}
    assert {TEXT[a:b] for side, (a, b) in told if side == "target"} == {"Kossa"}


def test_an_accusation_is_the_event() -> None:
    """Who accuses is the source and the accused the target, not the source of the deed."""
    claim = _claim(actors=(("accused", "army"), ("victim", "Kossa")), accuser="mayor")
    told = {(side, TEXT[a:b]) for party in plover.to_parties([claim]) for side in party.sides for a, b in party.spans}
    assert told == {("source", "mayor"), ("target", "army")}


def test_matches_are_one_to_one_and_heed_sides() -> None:
    """A told span over two gold actors matches one of them; the wrong side matches none."""
    gold = [_party("Rebels", "source"), _party("Red Lantern", "source"), _party("Kossa", "target")]
    wide = _party("Rebels of the Red Lantern", "source")
    assert plover.count_matches(gold, [wide, _party("Kossa", "source")]) == 1
    assert plover.count_matches(gold, [wide, _party("Kossa", "source")], heed_sides=False) == 2
    assert plover.count_matches(gold, [wide, _party("Rebels", "source")]) == 2
    assert plover.count_matches([_party("army", "source", "target")], [_party("army", "target")]) == 1


def test_without_the_set_it_says_so(tmp_path: Path) -> None:
    """No shared folder: the reason, no figures, no error."""
    environment = {**os.environ, "CROSSREAD_SHARED": str(tmp_path)}
    done = subprocess.run(
        [sys.executable, str(ROOT / "benchmarks" / "plover.py")], capture_output=True, text=True, check=True, env=environment
    )
    assert "CROSSREAD_SHARED" in json.loads(done.stdout)["skipped"]
