"""The log of judgements: append-only, sealed, undone but never erased."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest
from sqlalchemy import create_engine, text
from sqlalchemy.exc import DatabaseError

from crossread.errors import EvidenceError, NotFoundError, RecordError, StoreError
from crossread.records import Judgement
from crossread.store import open_store

FALSE_QUOTE = '[{"kind": "ied", "raw": "bomb", "evidence": [{"quote": "bomb", "start": 0, "end": 4}]}]'


def judge(number: int, kind: str, subject: str, **more: object) -> Judgement:
    made_at = datetime(2024, 5, 1, 12, 0, number, tzinfo=UTC)
    return Judgement(id=f"jdg_{number}", kind=kind, subject=subject, made_by="Aïssa", made_at=made_at, **more)


@pytest.fixture
def claims(store, build_sample, fill):
    """The ids of three claims in the store."""
    samples = [build_sample(number) for number in range(3)]
    fill(store, *samples)
    return [sample.claim.id for sample in samples]


def test_judgements_come_back_in_order(store, claims):
    """Every word of a judgement is kept, in the order of the log, once."""
    log = [
        judge(2, "same", claims[0], other=claims[1], reason="Same market, same morning."),
        judge(1, "correct", claims[1], slot="stance", value='"alleged"'),
    ]
    assert [store.add_judgement(row) for row in (*log, log[0])] == [True, True, False]
    assert list(store.iter_judgements()) == log
    assert list(store.iter_judgements(subject=claims[0])) == log[:1]
    assert store.verify_judgements() == []


def test_an_undo_takes_back_and_can_be_taken_back(store, claims):
    """What stands follows the log: undone judgements do not stand, and an undone undo has no effect."""
    same = judge(1, "same", claims[0], other=claims[1])
    other = judge(2, "different", claims[1], other=claims[2])
    store.add_judgement(same)
    store.add_judgement(other)
    store.add_judgement(judge(3, "undo", same.id))
    assert list(store.iter_judgements(standing=True)) == [other]
    store.add_judgement(judge(4, "undo", "jdg_3"))
    assert list(store.iter_judgements(standing=True)) == [same, other]
    assert list(store.iter_judgements(standing=True, subject=claims[0])) == [same]
    assert len(list(store.iter_judgements())) == 4


@pytest.mark.parametrize("verb", ["UPDATE judgements SET made_by = 'somebody else'", "DELETE FROM judgements"])
def test_the_database_refuses_to_change_the_log(store, store_url, claims, verb):
    """Not even SQL written by hand changes or removes a judgement."""
    store.add_judgement(judge(1, "dismiss", claims[0]))
    engine = create_engine(store_url)
    with pytest.raises(DatabaseError, match="append-only"), engine.begin() as connection:
        connection.execute(text(verb))
    engine.dispose()
    assert len(list(store.iter_judgements())) == 1


def unlock(engine) -> None:
    """Do what somebody would do who wants to rewrite the log and may."""
    with engine.begin() as connection:
        if engine.dialect.name == "sqlite":
            connection.execute(text("DROP TRIGGER judgements_refuse_UPDATE"))
            connection.execute(text("DROP TRIGGER judgements_refuse_DELETE"))
        else:
            connection.execute(text("DROP TRIGGER judgements_refuse_change ON judgements"))


@pytest.mark.parametrize(
    ("verb", "told"),
    [
        ("UPDATE judgements SET reason = 'No.' WHERE id = 'jdg_2'", "jdg_2"),
        ("UPDATE judgements SET made_at = '2020-01-01' WHERE id = 'jdg_1'", "jdg_1"),
        ("DELETE FROM judgements WHERE id = 'jdg_2'", "jdg_3"),
        ("DELETE FROM judgements WHERE id = 'jdg_3'", None),
        ("DELETE FROM judgements", None),
    ],
)
def test_a_rewritten_log_is_noticed(store, store_url, claims, verb, told):
    """Somebody who gets around the lock is found out: a changed word, a missing row, a missing end."""
    for number in (1, 2, 3):
        store.add_judgement(judge(number, "accept", claims[number - 1]))
    engine = create_engine(store_url)
    unlock(engine)
    with engine.begin() as connection:
        connection.execute(text(verb))
    engine.dispose()
    assert [found.judgement_id for found in store.verify_judgements()] == [told]


def test_the_head_seals_the_whole_log(store, claims):
    """The seal to be published changes with each judgement and stays as it is otherwise."""
    seals = [store.judgements_head()]
    for number in (1, 2):
        store.add_judgement(judge(number, "accept", claims[0]))
        seals.append(store.judgements_head())
    store.add_judgement(judge(2, "accept", claims[0]))
    assert len(set(seals)) == 3
    assert store.judgements_head() == seals[-1]


def test_a_time_of_another_zone_is_kept_as_utc(store, claims):
    """The moment of a judgement is kept whatever the zone it was given in; one without a zone is refused."""
    there = datetime(2024, 5, 1, 14, 0, tzinfo=timezone(timedelta(hours=2)))
    row = Judgement(id="jdg_1", kind="accept", subject=claims[0], made_by="Aïssa", made_at=there)
    store.add_judgement(row)
    assert next(store.iter_judgements()).made_at == there
    bare = Judgement(id="jdg_2", kind="accept", subject=claims[0], made_by="Aïssa", made_at=datetime(2024, 5, 1))
    with pytest.raises(RecordError, match="zone"):
        store.add_judgement(bare)


@pytest.mark.parametrize(
    ("kind", "subject", "more", "error"),
    [
        ("guess", 0, {}, RecordError),
        ("same", 0, {}, RecordError),
        ("correct", 0, {}, RecordError),
        ("correct", 0, {"slot": "score", "value": "1"}, RecordError),
        ("correct", 0, {"slot": "when", "value": "last week"}, RecordError),
        ("correct", 0, {"slot": "when", "value": '{"earliest": "2021-03-02", "precision": "day"}'}, RecordError),
        ("correct", 0, {"slot": "when", "value": '{"raw": "", "earliest": "2021-02-30", "precision": "day"}'}, RecordError),
        ("correct", 0, {"slot": "actors", "value": '"gunmen"'}, RecordError),
        ("correct", 0, {"slot": "means", "value": FALSE_QUOTE}, EvidenceError),
        ("correct", "clm_none", {"slot": "stance", "value": '"alleged"'}, NotFoundError),
        ("accept", "clm_none", {}, NotFoundError),
        ("undo", 0, {}, NotFoundError),
        ("different", 0, {"other": "clm_none"}, NotFoundError),
    ],
)
def test_a_judgement_that_says_nothing_is_refused(store, claims, kind, subject, more, error):
    """A judgement of an unknown kind, without its second claim, about what is not there, or a correction that
    cannot be applied, does not enter the log."""
    subject = claims[subject] if isinstance(subject, int) else subject
    with pytest.raises(error):
        store.add_judgement(judge(1, kind, subject, **more))
    assert list(store.iter_judgements()) == []


def test_an_id_stands_for_one_judgement(store, claims):
    """Another judgement under an id that is taken is refused rather than lost."""
    store.add_judgement(judge(1, "accept", claims[0]))
    with pytest.raises(StoreError, match="jdg_1"):
        store.add_judgement(judge(1, "dismiss", claims[0]))


def test_the_log_outlives_the_program(store, store_url, claims):
    """A store opened again has the same log and goes on sealing it."""
    store.add_judgement(judge(1, "accept", claims[0]))
    store.close()
    with open_store(store_url) as again:
        again.add_judgement(judge(2, "accept", claims[1]))
        assert again.verify_judgements() == []
        assert len(list(again.iter_judgements())) == 2
