"""What the pages show in Python runs as printed, and says what they say it does."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from crossread.config import Settings
from crossread.flow import run_read, update_incidents
from crossread.store import open_store

ROOT = Path(__file__).parents[1]
PAGES = ("README.md", "docs/normalizing.md", "docs/exporting.md", "docs/samples.md", "docs/reading.md")
REPORT = """Title: Raid on a camp
Source: {source}
Published: 2019-01-22

Gunmen killed ten peacekeepers in an attack on a camp in Aguelhok, in the Kidal region of Mali, on Sunday.
"""
ELSEWHERE = "@register"  # tested where an exporter of one's own is
TOLD = re.compile(r"^print\(.*\)  # (.*)$", re.MULTILINE)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with what the pages speak of: a report, a folder of two, and their store."""
    path = tmp_path_factory.mktemp("pages")
    (path / "report.txt").write_text(REPORT.format(source="A wire"), encoding="utf-8")
    (path / "reports").mkdir()
    for name in ("a", "b"):
        (path / "reports" / f"{name}.txt").write_text(REPORT.format(source=f"Wire {name}"), encoding="utf-8")
    (path / "more.jsonl").write_text('{"text": "Gunmen attacked Gossi.", "id": 1}\n', encoding="utf-8")
    settings = Settings(store=str(path / "my.db"))
    run_read([path / "reports"], settings=settings)
    with open_store(settings.store) as store:
        update_incidents(store, settings.policy)
    return path


def snippets() -> list[tuple[str, str]]:
    """Every piece of Python on these pages, in its order."""
    return [
        (page, code)
        for page in PAGES
        for code in re.findall(r"```python\n(.*?)```", (ROOT / page).read_text(encoding="utf-8"), re.DOTALL)
        if ELSEWHERE not in code
    ]


@pytest.mark.parametrize(("page", "code"), snippets(), ids=lambda told: told if told in PAGES else "")
def test_a_snippet_runs_and_says_what_the_page_says(
    folder: Path, page: str, code: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Behind each `print` stands what it prints."""
    monkeypatch.chdir(folder)
    exec(code.replace(', "-"]', "]"), {"__name__": "page"})  # the code is our own page's; nobody types into a test
    said = capsys.readouterr().out.splitlines()
    told = TOLD.findall(code)
    assert not told or said == told
    if page == "docs/exporting.md":
        assert (folder / "mali.csv").read_text(encoding="utf-8-sig").count("Aguelhok") >= 1
