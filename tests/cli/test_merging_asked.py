"""A merge that something speaks against is shown first at the command line, too; a withdrawal can be looked at before."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from crossread.cli.door import app
from crossread.store import open_store

MALI = "MOPTI, 12 March 2019 (Wire) - Gunmen attacked a market in Bandiagara, Mali, on Monday, killing four traders.\n"
NIGER = "NIAMEY, 9 May 2021 (Wire) - A roadside bomb killed six soldiers near Diffa, Niger, on Friday, the army said.\n"


def _run(*arguments: str, store: str) -> Result:
    return CliRunner().invoke(app, [*arguments, "--store", store])


@pytest.fixture
def url(tmp_path: Path) -> str:
    """A store with two incidents in two countries."""
    for name, text in (("a.txt", MALI), ("b.txt", NIGER)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    store = str(tmp_path / "s.db")
    assert _run("read", str(tmp_path / "a.txt"), str(tmp_path / "b.txt"), store=store).exit_code == 0
    return store


MOPTI = "MOPTI, 14 March 2019 (River News) - Gunmen shot dead a taxi driver in Mopti, Mali, on Thursday, police said.\n"
GAO = "GAO, 16 March 2019 (Sahel Post) - Gunmen shot dead a herder in Gao, Mali, on Saturday, police said.\n"
AGAIN = "BAMAKO, 13 March 2019 (Radio Sud) - Gunmen killed four traders at a market in Bandiagara, Mali, on Monday.\n"


def _incidents(url: str) -> list[str]:
    with open_store(url) as store:
        return [row.id for row in store.iter_incidents()]


def _judgements(url: str) -> int:
    with open_store(url) as store:
        return len(list(store.iter_judgements()))


def test_what_excludes_a_merge_is_told_before_it(url: str) -> None:
    """Without --yes nothing is written and the exit code says that something is amiss; with it the merge stands."""
    names = _incidents(url)
    asked = _run("judge", "merge", *names, store=url)
    assert (asked.exit_code, _judgements(url), len(_incidents(url))) == (1, 0, 2)
    assert "What speaks against it" in asked.stdout
    told = json.loads(_run("judge", "merge", *names, "--json", store=url).stdout)
    assert (told["written"], bool(told["excluding"]), _judgements(url)) == (False, True, 0)
    assert _run("judge", "merge", *names, "--yes", store=url).exit_code == 0
    assert (len(_incidents(url)), _judgements(url) > 0) == (1, True)


def _claims(url: str) -> dict[str, str]:
    """A claim of each report, by the report's file."""
    with open_store(url) as store:
        names = {row.id: Path(row.name or "").name for row in store.iter_documents()}
        return {names[row.document_id]: row.claim_id for one in store.iter_incidents() for row in one.accounts}


def test_two_claims_of_two_towns_and_days_are_asked_about(url: str, tmp_path: Path) -> None:
    """Days and towns that exclude nothing by themselves are said before two claims are joined by their ids."""
    (tmp_path / "d.txt").write_text(MOPTI, encoding="utf-8")
    (tmp_path / "g.txt").write_text(GAO, encoding="utf-8")
    assert _run("read", str(tmp_path / "d.txt"), str(tmp_path / "g.txt"), store=url).exit_code == 0
    claims = _claims(url)
    asked = _run("judge", "same", claims["g.txt"], claims["d.txt"], store=url)
    assert (asked.exit_code, _judgements(url)) == (1, 0)
    assert asked.stdout.count("What speaks against it") == 2
    assert "Nothing was joined" in asked.stderr
    done = _run("judge", "same", claims["g.txt"], claims["d.txt"], "--yes", store=url)
    assert (done.exit_code, _judgements(url)) == (0, 1)


def test_two_claims_that_agree_are_joined_at_once(url: str, tmp_path: Path) -> None:
    """Nothing speaks against two reports of one market, and no account leaves."""
    (tmp_path / "e.txt").write_text(AGAIN, encoding="utf-8")
    assert _run("read", str(tmp_path / "e.txt"), store=url).exit_code == 0
    claims = _claims(url)
    done = _run("judge", "same", claims["a.txt"], claims["e.txt"], store=url)
    assert (done.exit_code, _judgements(url)) == (0, 1), done.output


def test_a_preview_writes_nothing(url: str) -> None:
    """Neither of a decision nor of a withdrawal; a reason is asked for once it is to be kept."""
    names = _incidents(url)
    shown = _run("judge", "dismiss", names[0], "--preview", store=url)
    assert (shown.exit_code, _judgements(url)) == (0, 0)
    assert _run("judge", "dismiss", names[0], store=url).exit_code == 2
    assert "Nothing is written" in shown.stdout
    with open_store(url) as store:
        document = next(iter(store.iter_documents())).id
    shown = _run("withdraw", document, "--preview", store=url)
    assert shown.exit_code == 0
    assert _run("withdraw", document, store=url).exit_code == 2
    assert "is withdrawn" in shown.stdout
    assert len(_incidents(url)) == 2


def test_many_withdrawn_incidents_are_counted(url: str, tmp_path: Path) -> None:
    """A report that alone told many incidents gives one line with their number."""
    days = ("3 January", "9 March", "17 May", "21 July", "2 September")
    towns = ("Gao", "Kidal", "Menaka", "Timbuktu", "Douentza")
    text = "\n\n".join(
        f"On {day} 2023 gunmen attacked a market in {town}, Mali, killing two traders."
        for day, town in zip(days, towns, strict=True)
    )
    (tmp_path / "c.txt").write_text(f"Published: 2024-01-09\n\n{text}\n", encoding="utf-8")
    before = len(_incidents(url))
    assert _run("read", str(tmp_path / "c.txt"), store=url).exit_code == 0
    more = len(_incidents(url)) - before
    with open_store(url) as store:
        document = next(row.id for row in store.iter_documents() if row.name and "c.txt" in row.name)
    done = _run("withdraw", document, "--reason", "a digest", store=url)
    assert more > 3
    assert f"{more} incidents that nothing else tells are withdrawn" in done.stdout
    assert done.stdout.count("is withdrawn.") == 0
