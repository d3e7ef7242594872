"""Exit codes: every command, run to each code that docs/exit-codes.md gives it, and to no other."""

from __future__ import annotations

import io
import re
import shutil
import sqlite3
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from typer.main import get_command

from crossread.cli.door import EPILOG, app, main
from crossread.config import Settings
from crossread.flow import update_incidents
from crossread.flow.judging import Decision, decide
from crossread.read import read_text
from crossread.records import Claim, Extraction, claim_id
from crossread.store import open_store

PAGE = (Path(__file__).parents[2] / "docs" / "exit-codes.md").read_text(encoding="utf-8")
REPORT = """Title: Raid on a camp
Source: {source}
Published: 2019-01-21

BAMAKO - Gunmen killed ten peacekeepers in an attack on a camp in Aguelhok, in the Kidal region of Mali, on Sunday.
"""
ROW = (
    "event_id_cnty,event_date,event_type,sub_event_type,actor1,country,admin1,location,latitude,longitude,fatalities,source,notes\n"
    "MLI1,2019-01-20,Battles,Armed clash,JNIM,Mali,Kidal,Aguelhok,19.46,0.85,10,Wire,Gunmen attacked a camp. 10 fatalities.\n"
)
DUMP = "\t".join(
    ["2460596", "Bamako", "Bamako", "", "12.65", "-8.0", "P", "PPLC", "ML", "", "01", "", "", "", "9", "", "3", "Z", "2020"]
)
# Rows of a command: its code, and what is typed after it. {one} and {other} are claims of two incidents, {pair} and {incident}.
ANYWHERE = [(2, "--no-such-option")]
IN_STORE = [*ANYWHERE, (4, "--store words.db")]
LOOKS = [*IN_STORE, (3, "--store gone.db")]
JUDGES = {
    "same": [
        (0, "{one} {other}"),
        (2, "{one}"),
        (2, "{one} {other} {one}"),
        (3, "{one} clm_ffff"),
        (2, "{one} {one}"),
        (4, "{one} {one:.15}"),
    ],
    "different": [
        (0, "{one} {other}"),
        (2, "{one}"),
        (3, "{one} clm_ffff"),
        (4, "{one} {other} --config highest.toml"),
        (2, "{one} {one}"),
        (4, "{one} {one:.15}"),
    ],
    "unsure": [(0, "{one} {other}"), (2, "{one}"), (3, "{one} clm_ffff"), (2, "{one} {one}"), (4, "{one} {one:.15}")],
    "merge": [(0, "{one} {other}"), (2, "{one}"), (3, "{one} inc_ffff"), (2, "{one} {one}"), (4, "{one} {one:.15}")],
    "split": [(0, "{pair} {one}"), (2, "{incident}"), (3, "{incident} clm_ffff"), (4, "{incident} {other}")],
    "dismiss": [
        (0, "{one} --reason rumour"),
        (2, "{one}"),
        (2, "{one} --reason ''"),
        (3, "clm_ffff --reason rumour"),
        (4, "{one} --reason rumour --config broken.toml"),
    ],
    "accept": [(0, "{one}"), (2, ""), (3, "clm_ffff"), (4, "{one} --config broken.toml")],
    "undo": [(0, "{judged}"), (3, "jdg_ffff"), (2, ""), (4, "jdg_ffff --config broken.toml")],
}
RUNS: Mapping[str, list[tuple[int, str]]] = {
    "read": [
        *ANYWHERE,
        (0, "raid.txt --store s.db"),
        (1, "missing.txt --store s.db"),
        (2, "--store s.db"),
        (2, "raid.txt --extractor nobody"),
        (2, "raid.txt --language english"),
        (2, "raid.txt --as nonsense"),
        (2, "raid.txt --published yesterday"),
        (2, "raid.txt --store ''"),
        (3, "--pending --store gone.db"),
        (4, "raid.txt --store words.db"),
        (4, "raid.txt --config highest.toml"),
    ],
    "status": [*LOOKS, (0, "--store s.db"), (1, "--store changed.db")],
    "dealings": [
        *ANYWHERE,
        (0, "raid.txt"),
        (1, "raid.txt missing.txt"),
        (2, "raid.txt --kind quarrel"),
        (4, "raid.txt --config broken.toml"),
    ],
    "compare": [
        *ANYWHERE,
        (0, "raid.txt"),
        (1, "raid.txt missing.txt"),
        (2, "raid.txt --policy highest"),
        (2, "missing.txt --policy best_low_high@9"),
        (2, "raid.txt --extractor nobody"),
        (2, "raid.txt --min-score 2"),
        (4, "raid.txt --config highest.toml"),
    ],
    "incidents": [*LOOKS, (0, "--store s.db"), (2, "--type airstrike --store s.db"), (3, "--country FR --store s.db")],
    "show": [
        (0, "{one} --store s.db"),
        (2, ""),
        (3, "inc_ffff --store s.db"),
        (3, "nonsense --store s.db"),
        (4, "{one} --store words.db"),
    ],
    "demo": [*ANYWHERE, (0, "--store demo.db"), (2, "--store ''"), (4, "--store words.db"), (4, "--store s.db")],
    "export": [
        (0, "csv out.csv --store s.db"),
        (2, "docx out.docx --store s.db"),
        (2, "csv@9 out.csv --store s.db"),
        (2, "csv out.xlsx --store s.db"),
        (2, "csv out.csv --places street --store s.db"),
        (2, "csv out.csv --days hour --store s.db"),
        (2, "csv out.csv --delay 99999 --store s.db"),
        (2, "jsonl out.jsonl --places country --store s.db"),
        (2, "links out.txt --store s.db"),
        (2, "training out.jsonl --bom --store s.db"),
        (3, "csv out.csv --store gone.db"),
        (3, "csv out.csv --country FR --store s.db"),
        (3, "acled out.csv --state dismissed --preview --store s.db"),
        (4, "csv raid.txt --store s.db"),
        (4, "csv nowhere/out.csv --store s.db"),
    ],
    **{f"judge {kind}": [(code, f"{told} --store s.db") for code, told in rows] for kind, rows in JUDGES.items()},
    "amend": [
        (0, "{report} --title Raid --store s.db"),
        (2, "{report} --store s.db"),
        (2, "{report} --published yesterday --store s.db"),
        (2, "{report} --published 2199-01-01 --store s.db"),
        (2, "{report} --source '' --store s.db"),
        (3, "doc_ffff --title Raid --store s.db"),
        (3, "{report} --title Raid --store gone.db"),
        (4, "{report} --title none --external-id none --store s.db"),
        (4, "{report} --title Raid --store words.db"),
        (1, "--from fixes.csv --store s.db"),
        (2, "{report} --from fixes.csv --store s.db"),
        (3, "--from gone.csv --store s.db"),
        (4, "--from rows.csv --store s.db"),
    ],
    "withdraw": [
        (0, "{report} --reason drill --store s.db"),
        (2, "{report} --store s.db"),
        (2, "{report} --reason '' --store s.db"),
        (3, "doc_ffff --reason drill --store s.db"),
        (4, "{report} --undo --store s.db"),
    ],
    "correct": [
        *ANYWHERE,
        (0, "{one} status attempted --store s.db"),
        (2, "{one} status maybe --store s.db"),
        (2, "{one} when 2019-01-20 --own --store s.db"),
        (2, "{one} harm:killed 5 --own --take-out --reason drill --store s.db"),
        (2, "{one} harm:killed 5 --own --who nobody --reason drill --store s.db"),
        (3, "clm_ffff status attempted --store s.db"),
        (3, "{one} status attempted --store gone.db"),
        (4, "{one} where Timbuktu --store s.db"),
        (4, "{one} status attempted --store words.db"),
        (1, "--from fixes.csv --store s.db"),
        (2, "{one} --from fixes.csv --store s.db"),
        (3, "--from gone.csv --store s.db"),
        (4, "--from rows.csv --store s.db"),
    ],
    "judge log": [*LOOKS, (0, "--store s.db")],
    "audit": [*LOOKS, (0, "--store s.db"), (2, "--last 0 --store s.db")],
    "audit verify": [
        (2, "--seal abc --store s.db"),
        *LOOKS,
        (0, "--store s.db"),
        (1, "--store changed.db"),
        (1, f"--seal {'0' * 63}1 --store s.db"),
    ],
    "account add": [
        (0, "Binta --password-stdin --store s.db"),
        (2, "Binta --role boss --store s.db"),
        (2, "desk --password-stdin --store s.db"),
        (3, "Binta --password-stdin --store gone.db"),
        (4, "Awa --password-stdin --store s.db"),
    ],
    "account list": [*LOOKS, (0, "--store s.db")],
    "account disable": [(0, "Awa --store s.db"), (2, ""), (3, "Nobody --store s.db"), (4, "Awa --store words.db")],
    "account enable": [(0, "Awa --store s.db"), (2, ""), (3, "Nobody --store s.db"), (4, "Awa --store words.db")],
    "account role": [
        (0, "Awa coder --store s.db"),
        (2, "Awa boss --store s.db"),
        (3, "Nobody coder --store s.db"),
        (4, "Awa coder --store words.db"),
    ],
    "account password": [
        (0, "Awa --password-stdin --store s.db"),
        (2, ""),
        (3, "Nobody --password-stdin --store s.db"),
        (4, "Awa --password-stdin --store words.db"),
    ],
    "token add": [
        (0, "Awa --label a-script --store s.db"),
        (2, "Awa --label '' --store s.db"),
        (2, "Awa --label a-script --days 999 --store s.db"),
        (3, "Nobody --label a-script --store s.db"),
        (4, "Awa --label a-script --store words.db"),
    ],
    "token list": [*LOOKS, (0, "--store s.db")],
    "token revoke": [(0, "{token} --store s.db"), (2, ""), (3, "tok_ffff --store s.db"), (4, "tok_ffff --store words.db")],
    "explain": [
        (0, "{one} {other} --store s.db"),
        (2, "{one} --store s.db"),
        (3, "{one} clm_ffff --store s.db"),
        (4, "{one} {other} --store words.db"),
    ],
    "sources": [*LOOKS, (0, "--store s.db"), (3, "nowhere --store s.db")],
    "coverage": [*LOOKS, (0, "--store s.db"), (3, "nowhere --store s.db")],
    "serve": [
        *ANYWHERE,
        (2, "--policy highest --store s.db"),
        (3, "--store gone.db"),
        (2, "--host 0.0.0.0 --store s.db"),
        (2, "--certificate raid.txt --store s.db"),
        (2, "--port 0 --store s.db"),
        (4, "--config highest.toml --store s.db"),
        (4, "--store s.db"),  # it has a user, and nobody said whether people sign in
    ],
    "gazetteer build": [
        *ANYWHERE,
        (0, "dump.txt --out places.sqlite"),
        (4, "missing.txt --out places.sqlite"),
        (4, "dump.txt --out nowhere/places.sqlite"),
        (4, "dump.txt --out ."),
    ],
}
CASES = [(command, code, told) for command, rows in RUNS.items() for code, told in rows]


def _store(path: Path) -> dict[str, str]:
    """A store with two incidents of one claim, one of two, a row of a data set and a user; and the names of these."""
    names: dict[str, str] = {}
    with open_store(str(path)) as store:
        claims = [_add_claim(store, source) for source in ("First wire", "Second wire", "Third wire", "Fourth wire")]
        names["judged"] = decide(store, Decision(kind="same", names=[claims[2], claims[3]], made_by="Awa"))[0].id
        decide(store, Decision(kind="different", names=[claims[0], claims[1]], made_by="Awa"))
        for one in claims[:2]:
            decide(store, Decision(kind="different", names=[one, claims[2]], made_by="Awa"))
        update_incidents(store, Settings().policy)
        found = {account.claim_id: row.id for row in store.iter_incidents() for account in row.accounts}
        names["report"] = store.get_claim(claims[0]).document_id
        names |= {"one": claims[2], "other": claims[0], "pair": found[claims[2]], "incident": found[claims[0]]}
        user = store.users.add("Awa", role="admin", password="a long enough password", by="Awa")
        names["token"] = store.read_tokens.add(user, label="a script", days=9, by="Awa")[0].id
    return names


def _add_claim(store: Any, source: str) -> str:
    """A report with one claim, as an extractor would have found it."""
    document = replace(read_text(REPORT.format(source=source)), source=source)
    at = document.text.index("attack")
    trigger = document.quote(at, at + len("attack"))
    name = claim_id(document_id=document.id, made_by="rule@1", type="armed_clash", trigger=trigger)
    told = {"scope": "incident", "status": "accomplished", "stance": "asserted", "made_by": "rule@1"}
    claim = Claim(id=name, document_id=document.id, type="armed_clash", trigger=trigger, **told)
    store.add_document(document)
    store.add_extraction(Extraction(document_id=document.id, claims=(claim,), wording=(), made_by="rule@1"))
    return name


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, str]]:
    """A folder with all that the runs name."""
    folder = tmp_path_factory.mktemp("codes")
    (folder / "raid.txt").write_text(REPORT.format(source="Test wire"), encoding="utf-8")
    (folder / "rows.csv").write_text(ROW, encoding="utf-8")
    (folder / "fixes.csv").write_text(
        "claim,slot,value,document,title\nclm_ffff,status,attempted,doc_ffff,Raid\n", encoding="utf-8"
    )
    (folder / "dump.txt").write_text(DUMP + "\n", encoding="utf-8")
    (folder / "broken.toml").write_text("store = \n", encoding="utf-8")
    (folder / "highest.toml").write_text('policy = "highest"\nstore = "s.db"\n', encoding="utf-8")
    (folder / "words.db").write_text("These are words, and no store at all.\n", encoding="utf-8")
    names = _store(folder / "s.db")
    shutil.copy(folder / "s.db", folder / "changed.db")
    with sqlite3.connect(folder / "changed.db") as database:
        database.execute("DROP TRIGGER judgements_refuse_UPDATE")
        database.execute("UPDATE judgements SET made_by = 'somebody else'")
    database.close()
    return folder, names


@pytest.fixture
def here(made: tuple[Path, dict[str, str]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """Stand in a copy of that folder, so that no run sees what another one did."""
    folder, names = made
    shutil.copytree(folder, tmp_path / "work")
    monkeypatch.chdir(tmp_path / "work")
    monkeypatch.setattr("sys.stdin", io.StringIO("another long password\n"))
    return names


def _run(arguments: list[str], monkeypatch: pytest.MonkeyPatch) -> int:
    """The exit code of the program with these arguments, through its own door."""
    monkeypatch.setattr("sys.argv", ["crossread", *arguments])
    try:
        main()
    except SystemExit as stop:
        return int(stop.code or 0)
    return 0


@pytest.mark.parametrize(("command", "code", "told"), CASES)
def test_each_command_ends_with_its_code(
    here: dict[str, str],
    command: str,
    code: int,
    told: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """The code is the one of the table, an error is told on standard error, and no Python is shown."""
    words = [word.strip("'") for word in told.format(**here).split()]
    if command == "coverage" and code == 0:
        assert _run(["read", "--as", "acled", "--source", "A set", "rows.csv", "--store", "s.db"], monkeypatch) == 0
    capsys.readouterr()
    found = _run([*command.split(), *words], monkeypatch)
    shown = capsys.readouterr()
    assert found == code, shown.out + shown.err
    assert "Traceback" not in shown.err
    if code in (2, 4):
        assert shown.err.strip()
        assert not shown.out.strip()
        assert "The desk is at" not in shown.err


def test_the_page_gives_each_command_the_codes_it_was_run_to() -> None:
    """Every command of the program stands on the page with just the codes that a run above proves."""
    told = {
        name: {int(code) for code in re.findall(r"\d+", codes)}
        for name, codes in re.findall(r"^\| `crossread ([a-z ]+)` \| (.*) \|$", PAGE, re.MULTILINE)
    }
    assert told == {command: {code for code, _ in rows} for command, rows in RUNS.items()}
    assert set(RUNS) == {*_commands(get_command(app)), "audit"}  # audit does something itself, too


def test_help_and_page_give_the_codes_one_meaning() -> None:
    """The line under --help names the codes of the page."""
    on_page = re.findall(r"^\| (\d+) \|", PAGE, re.MULTILINE)
    assert on_page == re.findall(r"\d+", EPILOG)


def _commands(group: Any, before: str = "") -> Iterator[str]:
    for name, command in group.commands.items():
        if hasattr(command, "commands"):
            yield from _commands(command, f"{before}{name} ")
        else:
            yield f"{before}{name}"
