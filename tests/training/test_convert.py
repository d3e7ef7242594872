"""Converted sets: each format, on tiny texts of our own, becomes rows whose spans are right and whose `knows` is honest."""

from __future__ import annotations

import json
import sys
import xml.etree.ElementTree as ElementTree
from datetime import date
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
if str(ROOT) not in sys.path:
    sys.path.insert(0, str(ROOT))

from training.convert.__main__ import write_set  # noqa: E402 - the folder above is put on the path first
from training.convert.events import Argument, to_event_claim  # noqa: E402
from training.convert.gum import to_gum_row  # noqa: E402
from training.convert.m2e2 import to_m2e2_row  # noqa: E402
from training.convert.meantime import to_meantime_row  # noqa: E402
from training.convert.muc4 import to_muc4_row  # noqa: E402
from training.convert.muc4_keys import Fill, parse_keys  # noqa: E402
from training.convert.rams import to_rams_row  # noqa: E402
from training.convert.re3d import to_re3d_row  # noqa: E402
from training.convert.rows import RowError, check_row, to_standoff  # noqa: E402
from training.convert.tokens import join_tokens  # noqa: E402
from training.convert.wikievents import to_wikievents_row  # noqa: E402

TEXT = (
    "LIMA, 9 MAY 90 -- [TEXT] THREE HOODED MEN OF THE RED LANTERN THREW DYNAMITE AT THE HARBOR BANK IN CALLAO, LIMA PROVINCE, "
    "YESTERDAY. THE EXPLOSION KILLED ABOUT 12 CLERKS. THE MAYOR WAS NOT THERE. THE BOMBING WAS CONDEMNED; CLERKS ARE ON STRIKE."
)
KEY = """
;; a remark
0.  MESSAGE: ID                     DEV-MUC3-9001 (X)
1.  MESSAGE: TEMPLATE               1
2.  INCIDENT: DATE                  08 MAY 90
3.  INCIDENT: LOCATION              PERU: LIMA (PROVINCE): CALLAO (CITY)
4.  INCIDENT: TYPE                  BOMBING
5.  INCIDENT: STAGE OF EXECUTION    ACCOMPLISHED
6.  INCIDENT: INSTRUMENT ID         "DYNAMITE"
7.  INCIDENT: INSTRUMENT TYPE       DYNAMITE: "DYNAMITE"
8.  PERP: INCIDENT CATEGORY         TERRORIST ACT
9.  PERP: INDIVIDUAL ID             "THREE HOODED MEN" / "HOODED MEN"
10. PERP: ORGANIZATION ID           "RED LANTERN"
11. PERP: ORGANIZATION CONFIDENCE   SUSPECTED OR ACCUSED / REPORTED AS FACT:
                                    "RED LANTERN"
12. PHYS TGT: ID                    "HARBOR BANK"
                                    ? "SAFE"
19. HUM TGT: DESCRIPTION            "CLERKS"
20. HUM TGT: TYPE                   CIVILIAN: "CLERKS"
21. HUM TGT: NUMBER                 ~12: "CLERKS"
23. HUM TGT: EFFECT OF INCIDENT     DEATH: "CLERKS"

0.  MESSAGE: ID                     DEV-MUC3-9002 (X)
1.  MESSAGE: TEMPLATE               *
2.  INCIDENT: DATE                  *
"""


def _quotes(rows: list[dict]) -> list[str]:
    return [row["evidence"][0]["quote"] for row in rows]


def test_keys_are_read_with_alternatives_and_references() -> None:
    """Slashes part alternatives, a fill may go over two lines, `?` makes it optional, `*` is an irrelevant document."""
    keys = parse_keys(KEY)
    (template,) = keys["DEV-MUC3-9001"]
    assert keys["DEV-MUC3-9002"] == []
    assert template.values(9) == [("THREE HOODED MEN", "HOODED MEN")]
    assert template.fills[12][1] == Fill(("SAFE",), optional=True)
    assert template.of(11, ("RED LANTERN",)) == "SUSPECTED OR ACCUSED"


def test_a_key_becomes_a_claim_with_spans_of_its_text() -> None:
    """Trigger, doers, target, victims, means, place, day and count are found where the text tells the incident."""
    row = to_muc4_row("DEV-MUC3-9001", TEXT, parse_keys(KEY)["DEV-MUC3-9001"])
    check_row(row)
    (claim,) = row["claims"]
    assert (claim["type"], claim["status"], row["published"]) == ("bombing", "accomplished", "1990-05-09")
    roles = {(a["role"], a["raw"]) for a in claim["actors"]}
    assert roles == {
        ("perpetrator", "THREE HOODED MEN"),
        ("accused", "RED LANTERN"),
        ("target", "HARBOR BANK"),
        ("victim", "CLERKS"),
    }
    assert _quotes(claim["harm"]) == ["ABOUT 12 CLERKS"]
    assert [(m["kind"], m["raw"]) for m in claim["means"]] == [("explosive", "DYNAMITE")]
    assert claim["where"]["raw"] == "IN CALLAO, LIMA PROVINCE"
    assert claim["when"]["raw"] == "YESTERDAY"
    assert claim["trigger"]["start"] < TEXT.index("THE MAYOR")


def test_what_a_muc4_row_knows() -> None:
    """Types only where the act has one name; never what is unmarked; an irrelevant text nothing unless it is quiet."""
    bombing = to_muc4_row("a", TEXT, parse_keys(KEY)["DEV-MUC3-9001"])
    assert {"effect", "same"} <= set(bombing["knows"])
    assert not {"type", "scope", "trigger", "actor", "perpetrator", "harm"} & set(bombing["knows"])
    key = parse_keys(KEY.replace("BOMBING", "KIDNAPPING"))["DEV-MUC3-9001"]
    assert "type" in to_muc4_row("b", TEXT.replace("BOMBING", "KIDNAPPING"), key)["knows"]
    assert to_muc4_row("c", TEXT, [])["knows"] == []
    assert to_muc4_row("d", "LIMA, 9 MAY 90 -- [TEXT] THE HARVEST WAS GOOD.", [])["knows"] == ["trigger"]


def test_a_template_that_the_text_does_not_tell_is_left_out() -> None:
    """No string of the key in the text, no claim: nothing is guessed."""
    template = parse_keys(KEY)["DEV-MUC3-9001"]
    assert to_muc4_row("a", "LIMA, 9 MAY 90 -- A BOMB EXPLODED SOMEWHERE.", template)["claims"] == []


def test_rows_are_checked() -> None:
    """A quote that is not where it says, a code that is not ours and a label that is none are refused by name."""
    row = to_muc4_row("DEV-MUC3-9001", TEXT, parse_keys(KEY)["DEV-MUC3-9001"])
    with pytest.raises(RowError, match="DEV-MUC3-9001: knows"):
        check_row(row | {"knows": ["weather"]})
    with pytest.raises(RowError, match="span"):
        check_row(row | {"text": "X" + TEXT})
    row["claims"][0]["type"] = "picnic"
    with pytest.raises(RowError, match="'picnic'"):
        check_row(row)


def test_stand_off_holds_no_words() -> None:
    """What may be committed holds offsets, labels and a hash, and no word of the text."""
    bare = json.dumps(to_standoff(to_muc4_row("a", TEXT, parse_keys(KEY)["DEV-MUC3-9001"])))
    assert "CLERKS" not in bare
    assert "text_sha256" in bare


def test_tokens_keep_their_places() -> None:
    """Every token is found again at its place in the joined text."""
    sentences = [["Two", "men", "(", "both", "armed", ")", "ran", "."], ["It", "'s", "over", "."]]
    text, places = join_tokens(sentences)
    assert text == "Two men (both armed) ran. It's over."
    assert [text[a:b] for a, b in places] == [word for sentence in sentences for word in sentence]


def test_events_of_other_schemes() -> None:
    """Deaths give a killed row, a bomb makes an attack a bombing, a meeting gives no claim."""
    text = "A bomb killed guards in Arle."
    died = to_event_claim(text, "Life:Die", (7, 13), [Argument("Victim", 14, 20), Argument("Place", 24, 28)])
    assert died is not None
    assert (died["type"], died["harm"][0]["effect"], died["where"]["raw"]) == ("killing", "killed", "Arle")
    attack = to_event_claim(text, "Conflict.Attack.Unspecified", (2, 6), [])
    assert attack is not None
    assert attack["type"] == "bombing"
    assert to_event_claim(text, "Contact:Meet", (2, 6), []) is None


def test_m2e2() -> None:
    """Offsets that count the words of a sentence become offsets of the document."""
    words = ["Police", "arrested", "Ann", "Doe", "."]
    event = {
        "trigger": {"start": 1, "end": 2},
        "event_type": "Justice:Arrest-Jail",
        "arguments": [{"role": "Agent", "start": 0, "end": 1}, {"role": "Person", "start": 2, "end": 4}],
    }
    quiet = {"words": ["All", "slept", "."], "golden-entity-mentions": [], "golden-event-mentions": []}
    told = {"words": words, "golden-entity-mentions": [], "golden-event-mentions": [event]}
    row = to_m2e2_row({"id": "V1", "published": "2011-01-02", "sentences": [quiet, told]})
    (claim,) = row["claims"]
    assert (claim["trigger"]["quote"], claim["type"]) == ("arrested", "detention")
    assert {(a["role"], a["raw"]) for a in claim["actors"]} == {("perpetrator", "Police"), ("victim", "Ann Doe")}
    assert row["knows"] == ["effect", "type"]


def test_wikievents() -> None:
    """Tokens carry their own places; arguments are heads, and the row says so."""
    document = {
        "doc_id": "x",
        "text": "A mine hit a truck",
        "sentences": [[[["A", 0, 1], ["mine", 2, 6], ["hit", 7, 10], ["a", 11, 12], ["truck", 13, 18]], "A mine hit a truck"]],
        "entity_mentions": [{"id": "T1", "start": 4, "end": 5, "entity_type": "VEH"}],
        "event_mentions": [
            {
                "event_type": "Conflict.Attack.DetonateExplode",
                "trigger": {"start": 2, "end": 3},
                "arguments": [{"entity_id": "T1", "role": "Target"}],
            }
        ],
    }
    row = to_wikievents_row(document)
    (claim,) = row["claims"]
    assert (claim["type"], claim["actors"][0]["raw"], claim["actors"][0]["type"]) == ("bombing", "truck", "object")
    assert row["spans"] == "head"


def test_rams() -> None:
    """Spans include their last token and count over sentences; roles lose their number."""
    document = {
        "doc_key": "r1",
        "sentences": [["Rain", "fell", "."], ["Rebels", "attacked", "Arle", "."]],
        "evt_triggers": [[4, 4, [["conflict.attack.n/a", 1.0]]]],
        "gold_evt_links": [[[4, 4], [3, 3], "evt001arg01attacker"], [[4, 4], [5, 5], "evt001arg04place"]],
    }
    (claim,) = to_rams_row(document)["claims"]
    assert (claim["trigger"]["quote"], claim["actors"][0]["raw"], claim["where"]["raw"]) == ("attacked", "Rebels", "Arle")


def test_meantime_and_gum() -> None:
    """Time expressions become mentions with their value, and times are all that such a row knows."""
    tokens = "".join(f'<token t_id="{i}" sentence="0">{w}</token>' for i, w in enumerate(["Closed", "on", "3", "May", "."]))
    anchors = '<token_anchor t_id="2"/><token_anchor t_id="3"/>'
    time = f'<TIMEX3 type="DATE" value="2010-05-03">{anchors}</TIMEX3>'
    row = to_meantime_row("m1", ElementTree.fromstring(f"<Document>{tokens}{time}</Document>"))
    assert [(m["quote"], m["value"]) for m in row["mentions"]] == [("3 May", "2010-05-03")]
    root = ElementTree.fromstring(
        '<text id="g1" dateCreated="2011-01-01"><s>\nOn\tI\n<date when="1999-06">\nJune\tN\n1999\tC\n</date>\n.\t.\n</s></text>'
    )
    row = to_gum_row(root)
    assert [(m["quote"], m["value"]) for m in row["mentions"]] == [("June 1999", "1999-06")]
    assert row["knows"] == ["time"]


def test_re3d() -> None:
    """Entities become mentions; one whose place does not hold its words is left out."""
    document = {"_id": "0123456789", "title": "T", "text": "Jets hit Arle."}
    found = {"type": "MilitaryPlatform", "begin": 0, "end": 4, "value": "Jets"}
    wrong = {"type": "Location", "begin": 8, "end": 12, "value": "Arle"}
    row = to_re3d_row(document, [found, wrong])
    assert [(m["category"], m["quote"]) for m in row["mentions"]] == [("object", "Jets")]


def test_the_command_writes_one_file_a_set(tmp_path: Path) -> None:
    """From unpacked sets to files: texts and keys meet by id, and a set that is not there gives no file."""
    dev = tmp_path / "data" / "muc4" / "CORPORA" / "dev"
    dev.mkdir(parents=True)
    (dev / "key-dev-9001.muc4").write_text(KEY, encoding="latin-1")
    (dev / "dev-muc3-9001-9100").write_text(f"DEV-MUC3-9001 (X)\n\n   {TEXT}\n\nDEV-MUC3-9002 (X)\n\n   QUIET.\n")
    counts = write_set("muc4", tmp_path / "data", tmp_path / "out")
    assert (counts["documents"], counts["claims"]) == (2, 1)
    rows = [json.loads(line) for line in (tmp_path / "out" / "muc4.jsonl").read_text().splitlines()]
    assert rows[0]["text"] == TEXT
    assert write_set("rams", tmp_path / "data", tmp_path / "out")["documents"] == 0
    assert not (tmp_path / "out" / "rams.jsonl").exists()


def test_rows_build_examples() -> None:
    """The rows are what the training code reads: spans and links come out as tokens of a passage."""
    pytest.importorskip("tokenizers")
    from tokenizers import Tokenizer
    from training.building import Builder

    from crossread.assets import load_encoder_files

    row = to_muc4_row("DEV-MUC3-9001", TEXT, parse_keys(KEY)["DEV-MUC3-9001"])
    builder = Builder(Tokenizer.from_file(str(load_encoder_files().tokenizer)), {})
    (example,) = builder.build(row)
    assert example.leads == 1
    assert {m.category for m in example.mentions} == {"actor", "object", "harm", "means", "place", "time"}
    assert date.fromisoformat(row["published"]) == date(1990, 5, 9)
