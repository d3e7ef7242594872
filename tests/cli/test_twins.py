"""A text that was read before under other options is told of, and a map holds for the tables that have its column."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from crossread.cli.door import app
from crossread.store import open_store

REPORT = "Gunmen killed {} soldiers in an attack on a camp in Gao, Mali, on 20 January 2019, the army said."


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def invoke(*arguments: str) -> Result:
    return CliRunner().invoke(app, arguments)


def ids() -> list[str]:
    with open_store("crossread.db") as store:
        return [document.id for document in store.iter_documents()]


def test_the_same_file_under_another_source_or_day_is_told(tmp_path: Path) -> None:
    """With what differs and the two ways to mend it, of which the first makes them one."""
    (tmp_path / "a.txt").write_text(REPORT.format("six"))
    assert invoke("read", "a.txt").stderr == ""
    (old,) = ids()
    done = invoke("read", "a.txt", "--source", "Another Wire", "--published", "2019-01-22")
    (new,) = set(ids()) - {old}
    assert done.exit_code == 0
    assert "Warning: 1 text is in the store twice now" in done.stderr
    assert f"a.txt: {new} beside {old} (published none → 2019-01-22, source none → Another Wire)" in done.stderr
    assert invoke("read", "a.txt", "--source", "Another Wire", "--published", "2019-01-22").stderr == ""
    assert invoke("amend", old, "--source", "Another Wire", "--published", "2019-01-22").exit_code == 0
    assert ids() == [new]
    assert "1 text is in the store twice now" in invoke("read", "a.txt", "--source", "Third").stderr


def test_a_text_of_another_file_is_no_twin(tmp_path: Path) -> None:
    """Two papers that print one wire report are two documents, and so are two rows of one table."""
    (tmp_path / "a.txt").write_text(f"Source: Paper A\n\n{REPORT.format('six')}")
    (tmp_path / "b.txt").write_text(f"Source: Paper B\n\n{REPORT.format('six')}")
    rows = [{"text": REPORT.format("two"), "source": name} for name in ("Paper C", "Paper D")]
    (tmp_path / "t.jsonl").write_text("\n".join(map(json.dumps, rows)))
    assert "twice now" not in invoke("read", "a.txt", "b.txt", "t.jsonl").stderr
    assert len(ids()) == 4


def test_rows_read_without_their_columns_and_then_with_them_are_told(tmp_path: Path) -> None:
    """Each with the row of its line; the first three by name."""
    lines = [f'"{REPORT.format(number)}",Radio Gao,2019-01-2{number}' for number in range(1, 6)]
    (tmp_path / "t.csv").write_text("\n".join(["body,outlet,day", *lines]))
    assert invoke("read", "t.csv", "--map", "text=body").exit_code == 0
    done = invoke("read", "t.csv", "--map", "text=body", "--map", "source=outlet", "--map", "published=day")
    assert "Warning: 5 texts are in the store twice now" in done.stderr
    assert done.stderr.count(" beside doc_") == 3
    assert "and 2 more" in done.stderr
    assert "published none → 2019-01-21, source none → Radio Gao" in done.stderr


def test_a_map_holds_for_the_tables_that_have_its_column(tmp_path: Path) -> None:
    """Others in the folder are read by their own columns, without a refusal and without a word."""
    (tmp_path / "mapped.csv").write_text(f'body,day\n"{REPORT.format("six")}",2019-01-21\n')
    (tmp_path / "plain.csv").write_text(f'text,published\n"{REPORT.format("two")}",2019-01-22\n')
    (tmp_path / "plain.jsonl").write_text(json.dumps({"text": REPORT.format("nine"), "published": "2019-01-23"}))
    (tmp_path / "mapped.jsonl").write_text(json.dumps({"body": REPORT.format("ten"), "text": "no", "day": "2019-01-24"}))
    done = invoke("read", ".", "--map", "text=body", "--map", "published=day")
    assert (done.exit_code, done.stderr) == (0, "")
    with open_store("crossread.db") as store:
        found = {(document.published and document.published.day, document.text) for document in store.iter_documents()}
    assert found == {(day, REPORT.format(word)) for day, word in ((21, "six"), (22, "two"), (23, "nine"), (24, "ten"))}


def test_a_mapped_column_that_no_table_has_is_told(tmp_path: Path) -> None:
    """It may be a slip of typing; a table with neither name is refused as ever."""
    (tmp_path / "a.csv").write_text(f'text,day\n"{REPORT.format("six")}",2019-01-21\n')
    for command in ("read", "compare", "dealings"):
        done = invoke(command, "a.csv", "--map", "text=bdy")
        assert done.exit_code == 0
        assert "no table has a column 'bdy'; what they call 'text' was read instead" in done.stderr
    (tmp_path / "b.csv").write_text(f'words,day\n"{REPORT.format("six")}",2019-01-21\n')
    refused = invoke("compare", "b.csv", "--map", "text=bdy")
    assert refused.exit_code == 1
    assert "column 'bdy'" in refused.stderr


LONG = (
    "The governor said on Monday that the market had been closed since the attack and that shops would open again once the "
    "road to the river was safe. Traders who had come from the villages stayed in the town, and two lorries with grain waited."
)


def rows() -> list[str]:
    """The number of dead that each incident has."""
    told = [json.loads(line) for line in invoke("incidents", "--json").stdout.splitlines()]
    return [str(toll["best"]) for row in told for toll in row["tolls"] if toll["effect"] == "killed"]


@pytest.mark.parametrize("long", ["", f"\n\n{LONG}\n\n{LONG.replace('Monday', 'Tuesday')}"])
def test_an_edited_file_is_told_with_its_older_self(tmp_path: Path, long: str) -> None:
    """Another number, and the command that lets the new version count alone; read once more it is known."""
    head = "Source: Radio Gao\nPublished: 2019-01-21\n\n"
    (tmp_path / "a.txt").write_text(head + REPORT.format("six") + long)
    invoke("read", "a.txt")
    (old,) = ids()
    (tmp_path / "a.txt").write_text(head + REPORT.format("seven") + long)
    done = invoke("read", ".")
    (new,) = set(ids()) - {old}
    assert done.exit_code == 0
    assert "Warning: 1 file was changed since it was read, and both versions count now" in done.stderr
    assert f"a.txt: {new} beside {old} (another text)" in done.stderr
    assert f"crossread withdraw {old} --reason" in done.stderr
    assert "twice now" not in done.stderr
    assert "Warning" not in invoke("read", ".").stderr
    assert invoke("withdraw", old, "--reason", "changed since").exit_code == 0
    assert rows() == ["7"]
    (tmp_path / "a.txt").write_text(head + REPORT.format("eight") + long)
    assert f"beside {new}" in invoke("read", ".").stderr  # the version before, not the one that speaks no more


def test_a_changed_day_of_publication_leads_to_amend(tmp_path: Path) -> None:
    """Where the text is the same but for its head, what was decided goes along."""
    (tmp_path / "a.eml").write_text(
        f"From: Radio Gao <r@x.ml>\nDate: Mon, 21 Jan 2019 08:00:00 +0000\n\n{REPORT.format('six')}\n"
    )
    invoke("read", "a.eml")
    (old,) = ids()
    (tmp_path / "a.eml").write_text(
        f"From: Radio Gao <r@x.ml>\nDate: Tue, 22 Jan 2019 08:00:00 +0000\n\n{REPORT.format('six')}\n"
    )
    done = invoke("read", "a.eml")
    (new,) = set(ids()) - {old}
    assert f"a.eml: {new} beside {old} (published 2019-01-21 → 2019-01-22)" in done.stderr
    assert invoke("amend", old, "--published", "2019-01-22").exit_code == 0
    assert ids() == [new]


def test_another_report_under_an_old_name_and_a_copy_under_a_new_one_are_no_edits(tmp_path: Path) -> None:
    """Whoever saves each day's report as `today.txt` is not warned; two papers' prints of one wire report are two."""
    (tmp_path / "today.txt").write_text(f"Source: Radio Gao\n\n{REPORT.format('six')}\n\n{LONG}")
    invoke("read", ".")
    other = "Villagers fled Ansongo on 3 March 2019 after rebels burned two houses there, the prefect of the district told us."
    (tmp_path / "today.txt").write_text(f"Source: Radio Gao\n\n{other}")
    (tmp_path / "copy.txt").write_text(f"Source: Radio Kidal\n\n{REPORT.format('seven')}\n\n{LONG}")
    assert invoke("read", ".").stderr == ""
    assert len(ids()) == 3


def test_an_edited_row_of_a_table_is_told_and_the_rows_that_moved_are_not(tmp_path: Path) -> None:
    """A row put in before others makes no versions of them; a number changed in one does."""
    texts = [
        REPORT.format("six"),
        LONG,
        "A bridge at Labbezanga was blown up on 4 March 2019, and nobody was hurt, police said.",
    ]
    (tmp_path / "t.jsonl").write_text("\n".join(json.dumps({"text": text}) for text in texts))
    invoke("read", "t.jsonl")
    before = set(ids())
    new = "Herders were robbed near Menaka on 6 March 2019, and forty cows were taken."
    (tmp_path / "t.jsonl").write_text("\n".join(json.dumps({"text": text}) for text in [new, *texts]))
    assert invoke("read", "t.jsonl").stderr.count("beside") == 0
    (tmp_path / "t.jsonl").write_text("\n".join(json.dumps({"text": t}) for t in [new.replace("forty", "fifty"), *texts]))
    done = invoke("read", "t.jsonl")
    assert "Warning: 1 file was changed" in done.stderr
    assert "t.jsonl:1:" in done.stderr
    assert before < set(ids())
