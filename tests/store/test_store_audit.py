"""The audit log: an entry for every decision in the same transaction, sealed, and vouching for the log of judgements."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from sqlalchemy import create_engine, text
from sqlalchemy.exc import DatabaseError

from crossread.errors import NotFoundError
from crossread.records import Judgement
from crossread.store import open_store


def judge(number: int, kind: str, subject: str) -> Judgement:
    made_at = datetime(2024, 5, 1, 12, 0, number, tzinfo=UTC)
    return Judgement(id=f"jdg_{number}", kind=kind, subject=subject, made_by="Aïssa", made_at=made_at)


@pytest.fixture
def claim(store, build_sample, fill):
    sample = build_sample(1)
    fill(store, sample)
    return sample.claim.id


def test_every_decision_has_its_entry(store, claim):
    """Who, what and which judgement, in order, once; what was refused leaves no entry."""
    for _ in range(2):
        store.add_judgement(judge(1, "accept", claim))
    with pytest.raises(NotFoundError):
        store.add_judgement(judge(2, "accept", "clm_none"))
    store.add_judgement(judge(3, "undo", "jdg_1"))
    store.audit.add(who="Moussa", action="export", subject="a.csv", detail={"incidents": 3})
    rows = list(store.audit)
    told = [(row.number, row.who, row.action, row.subject) for row in rows]
    assert told[0] == (1, "crossread", "begin", None)
    assert told[1:] == [
        (2, "Aïssa", "decision", claim),
        (3, "Aïssa", "decision", "jdg_1"),
        (4, "Moussa", "export", "a.csv"),
    ]
    assert [row.detail.get("judgement") for row in rows] == [None, "jdg_1", "jdg_3", None]
    assert [row.prev_hash for row in rows[1:]] == [row.hash for row in rows[:-1]]
    assert store.audit.verify() == []
    assert store.audit.head() == rows[-1].hash


def test_a_decision_and_its_entry_are_kept_together_or_not_at_all(store, claim):
    """What breaks after the decision takes both back."""
    with pytest.raises(NotFoundError):
        _decide_together(store, [claim, "clm_none"])
    assert (list(store.iter_judgements()), list(store.audit)) == ([], [])
    assert store.audit.verify() == []


def _decide_together(store, subjects) -> None:
    with store.batch():
        for number, subject in enumerate(subjects, 1):
            store.add_judgement(judge(number, "accept", subject))


def test_the_log_outlives_the_program_and_goes_on(store, store_url, claim):
    """A store opened again goes on with the same chain."""
    store.add_judgement(judge(1, "accept", claim))
    store.close()
    with open_store(store_url) as again:
        again.add_judgement(judge(2, "dismiss", claim))
        assert [row.number for row in again.audit] == [1, 2, 3]
        assert again.audit.verify() == []


def test_judgements_made_before_the_log_are_vouched_for_by_its_first_entry(store, store_url, claim):
    """A log that begins late says what was there before; whoever changes that is found out."""
    for number in (1, 2):
        store.add_judgement(judge(number, "accept", claim))
    engine = create_engine(store_url)
    unlock(engine)
    change(engine, "DELETE FROM audit")
    change(engine, "DELETE FROM meta WHERE key = 'audit_head'")
    assert store.audit.verify() == []
    store.add_judgement(judge(3, "dismiss", claim))
    assert next(iter(store.audit)).detail["judgements"] == 2
    assert store.audit.verify() == []
    change(engine, "UPDATE judgements SET hash = 'x' WHERE id = 'jdg_2'")
    engine.dispose()
    assert any("before this log" in found.sentence for found in store.audit.verify())


@pytest.mark.parametrize("verb", ["UPDATE audit SET who = 'somebody else'", "DELETE FROM audit"])
def test_the_database_refuses_to_change_the_log(store, store_url, claim, verb):
    """Not even SQL written by hand changes or removes an entry."""
    store.add_judgement(judge(1, "dismiss", claim))
    engine = create_engine(store_url)
    with pytest.raises(DatabaseError, match="append-only"), engine.begin() as connection:
        connection.execute(text(verb))
    engine.dispose()
    assert len(list(store.audit)) == 2


def unlock(engine) -> None:
    """Do what somebody would do who wants to rewrite the logs and may."""
    with engine.begin() as connection:
        for table in ("audit", "judgements"):
            if engine.dialect.name == "sqlite":
                connection.execute(text(f"DROP TRIGGER {table}_refuse_UPDATE"))
                connection.execute(text(f"DROP TRIGGER {table}_refuse_DELETE"))
            else:
                connection.execute(text(f"DROP TRIGGER {table}_refuse_change ON {table}"))


def change(engine, verb: str) -> None:
    with engine.begin() as connection:
        connection.execute(text(verb))


@pytest.mark.parametrize(
    ("verb", "number", "told"),
    [
        ("UPDATE audit SET who = 'Nobody' WHERE number = 2", 2, "not those that were sealed"),
        ('UPDATE audit SET detail = \'{"judgement": "jdg_1", "seal": ""}\' WHERE number = 2', 2, "sealed"),
        ("DELETE FROM audit WHERE number = 3", 4, "taken out"),
        ("DELETE FROM audit WHERE number = 4", 0, "at the end"),
        ("DELETE FROM audit", 0, "at the end"),
        ("DELETE FROM judgements WHERE id = 'jdg_3'", 4, "is gone"),
        ("DELETE FROM judgements WHERE id = 'jdg_2'", 0, "jdg_3"),
    ],
)
def test_a_rewritten_log_is_noticed(store, store_url, claim, verb, number, told):
    """Somebody who gets around the lock is found out, in either of the two logs."""
    for n in (1, 2, 3):
        store.add_judgement(judge(n, "accept", claim))
    engine = create_engine(store_url)
    unlock(engine)
    change(engine, verb)
    engine.dispose()
    found = store.audit.verify()
    assert any(row.number == number and told in row.sentence for row in found), found


def test_a_whole_log_that_was_written_anew_is_betrayed_by_a_head_noted_before(store, store_url, claim):
    """Who rewrites both logs with all their seals cannot make the noted head stand in them."""
    store.add_judgement(judge(1, "accept", claim))
    noted = store.audit.head()
    store.add_judgement(judge(2, "accept", claim))
    assert store.audit.verify(seal=noted) == []
    engine = create_engine(store_url)
    unlock(engine)
    for verb in ("DELETE FROM audit", "DELETE FROM judgements", "DELETE FROM meta"):
        change(engine, verb)
    engine.dispose()
    store.add_judgement(judge(3, "dismiss", claim))
    assert store.audit.verify() == []
    assert [row.sentence for row in store.audit.verify(seal=noted)] == [
        f"no entry has the seal {noted}: the log was written anew since"
    ]
