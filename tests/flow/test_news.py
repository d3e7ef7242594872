"""What belongs in a sum of tolls: what a report that stands tells as its news."""

from __future__ import annotations

from pathlib import Path

from typer.testing import CliRunner

from crossread.cli.door import app
from crossread.config import Settings
from crossread.flow import run_read, update_incidents
from crossread.flow.judging import Decision, decide
from crossread.store import open_store

REPORT = (
    "NIAMEY, 18 May 2023 (Wire) - A mine killed seven soldiers near Samira in Niger's Tillaberi region on Wednesday, the army "
    "said.\n\nIn February, gunmen killed 17 soldiers in an ambush near Intagamey in the Tillaberi region.\n"
)


def test_what_is_only_mentioned_or_dismissed_is_no_news(tmp_path: Path) -> None:
    """The seven dead of the report are in a sum, the 17 that it looks back on are not; an export leaves them out likewise."""
    (tmp_path / "a.txt").write_text(REPORT, encoding="utf-8")
    settings = Settings(store=str(tmp_path / "s.db"))
    run_read([tmp_path / "a.txt"], settings=settings)
    with open_store(settings.store) as store:
        update_incidents(store, settings.policy)
        rows = list(store.iter_incidents())
        assert sorted(toll.best or 0 for row in rows for toll in row.tolls if toll.effect == "killed") == [7, 17]
        (news,) = (row for row in rows if row.is_news)
        assert [toll.best for toll in news.tolls if toll.effect == "killed"] == [7]
        done = CliRunner().invoke(app, ["export", "acled", str(tmp_path / "o.csv"), "--store", settings.store])
        assert done.exit_code == 0
        assert (tmp_path / "o.csv").read_text(encoding="utf-8").count("Intagamey") == 0
        decide(store, Decision(kind="dismiss", names=[news.id], reason="a drill", made_by="coder"))
        update_incidents(store, settings.policy)
        assert [row.id for row in store.iter_incidents() if row.is_news] == []
