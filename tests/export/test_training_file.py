"""The export for training, apart from a store: what counts as judged, and how documents are named."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crossread.errors import ExportError
from crossread.export.training_file import ToldDocument, decide, export_training
from crossread.records import Claim, Document, Judgement
from crossread.weigh.corrections import dismissals

DECISIONS = ("accept", "correct", "dismiss", "undo", "same", "unsure")
START = datetime(2021, 6, 1, tzinfo=UTC)


@st.composite
def logs(draw: st.DrawFn) -> list[Judgement]:
    """A log of decisions on three claims, some of them undone, some undos undone."""
    log: list[Judgement] = []
    for number in range(draw(st.integers(0, 14))):
        kind = draw(st.sampled_from(DECISIONS))
        if kind == "undo":
            if not log:
                continue
            subject = draw(st.sampled_from([judgement.id for judgement in log]))
        else:
            subject = draw(st.sampled_from(["clm_a", "clm_b", "clm_c"]))
        log.append(
            Judgement(
                id=f"j{number:02}", kind=kind, subject=subject, made_by="Aïssa", made_at=START + timedelta(minutes=number)
            )
        )
    return log


@given(log=logs())
def test_dismissed_here_is_dismissed_when_weighed(log: list[Judgement]) -> None:
    """A claim that no incident counts is never taught as true, and none that counts is left away as dismissed."""
    decided = decide(log)
    assert {claim for claim, told in decided.items() if told == "dismissed"} == set(dismissals(log))


@given(log=logs(), data=st.data())
def test_the_time_tells_the_order_not_the_list(log: list[Judgement], data: st.DataObject) -> None:
    """Judgements of several people come together in any order and decide the same."""
    assert decide(data.draw(st.permutations(log))) == decide(log)


@given(log=logs())
def test_only_what_judges_a_claim_decides_it(log: list[Judgement]) -> None:
    """`same` and `unsure` are about two claims being one: they leave a claim unjudged."""
    pairs = ("same", "unsure")
    assert decide([judgement for judgement in log if judgement.kind not in pairs]) == decide(log)
    assert decide([judgement for judgement in log if judgement.kind in pairs]) == {}


def _told(id: str, text: str, *, external_id: str | None) -> ToldDocument:
    document = Document(id=id, text=text, external_id=external_id)
    trigger = document.quote(0, 6)
    codes = {"type": "armed_attack", "scope": "incident", "status": "accomplished", "stance": "asserted"}
    claim = Claim(id=f"clm_{id}", document_id=id, trigger=trigger, made_by="hand@1", **codes)
    return ToldDocument(document=document, claims=(claim,))


def test_two_reports_with_one_external_id_stay_two(tmp_path: Path) -> None:
    """`--leave-out` and joins go by external id: the second report by that name, and one without, have their own ids."""
    told = [
        _told("doc_1", "Raided.", external_id="17"),
        _told("doc_2", "Raided again.", external_id="17"),
        _told("doc_3", "Raided too.", external_id=None),
    ]
    done = export_training(tmp_path / "out.jsonl", told, judgements=[])
    rows = [json.loads(line) for line in done.path.read_text(encoding="utf-8").splitlines()]
    assert [row["external_id"] for row in rows] == ["17", "doc_2", "doc_3"]
    assert (done.documents, done.claims, done.left_out) == (3, 3, ())


def test_a_text_that_utf8_cannot_hold_is_written_as_it_was_read(tmp_path: Path) -> None:
    """A lone surrogate comes back exactly, so that offsets stay true."""
    done = export_training(tmp_path / "out.jsonl", [_told("doc_1", "Raided \ud800 é.", external_id=None)], judgements=[])
    assert json.loads(done.path.read_text(encoding="utf-8"))["text"] == "Raided \ud800 é."


def test_nothing_is_overwritten_unasked(tmp_path: Path) -> None:
    """A file or manifest that is there stops the export before anything is written, unless overwriting is asked for."""
    told = [_told("doc_1", "Raided.", external_id=None)]
    export_training(tmp_path / "out.jsonl", told, judgements=[])
    before = {path: path.read_bytes() for path in tmp_path.iterdir()}
    with pytest.raises(ExportError, match="overwrite"):
        export_training(tmp_path / "out.jsonl", [], judgements=[])
    assert {path: path.read_bytes() for path in tmp_path.iterdir()} == before
    assert export_training(tmp_path / "out.jsonl", [], judgements=[], overwrite=True).documents == 0
