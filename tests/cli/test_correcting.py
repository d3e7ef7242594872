"""`crossread correct` does at the command line what the desk's forms do, and the log says what changed."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from crossread.cli.door import app
from crossread.errors import ConflictError, EvidenceError, NotFoundError, RecordError
from crossread.flow.selecting import correct_claims
from crossread.records import Claim
from crossread.store import Store, open_store

REPORT = (
    "MOPTI, 12 March 2019 (Wire) - Gunmen attacked a police station in Bandiagara, Mali, on Monday, killing a police officer "
    "and wounding two others, the mayor of Koro said.\n"
)


@pytest.fixture
def url(tmp_path: Path) -> str:
    """A store with one report and its one claim."""
    (tmp_path / "a.txt").write_text(REPORT, encoding="utf-8")
    store = str(tmp_path / "s.db")
    assert run("read", str(tmp_path / "a.txt"), store=store).exit_code == 0
    return store


def run(*arguments: str, store: str) -> Result:
    """The command with these arguments on this store."""
    return CliRunner().invoke(app, [*arguments, "--store", store])


def name_of(url: str) -> str:
    """The id of the claim."""
    with open_store(url) as store:
        return next(iter(store.iter_claims())).id


def stands(url: str) -> Claim:
    """The claim as corrected."""
    with open_store(url) as store:
        return correct_claims(store, store.iter_claims())[0]


def correct(url: str, *arguments: str) -> dict[str, Any]:
    """A correction that is taken, as JSON."""
    done = run("correct", name_of(url), *arguments, "--by", "coder", "--json", store=url)
    assert done.exit_code == 0, done.output
    told: dict[str, Any] = json.loads(done.stdout)
    return told


def test_a_code_is_set_and_the_incident_follows(url: str) -> None:
    """Its line says what the claim says now; the log says what stood there before."""
    told = correct(url, "status", "attempted")
    assert [(row["slot"], row["value"], row["made_by"]) for row in told["judgements"]] == [("status", '"attempted"', "coder")]
    assert "(attempted)" in told["incidents"][0]["summary"]
    assert "status: accomplished → attempted" in run("judge", "log", store=url).stdout
    correct(url, "status", "threatened")
    rows = json.loads(run("judge", "log", "--json", store=url).stdout)
    assert [row["change"] for row in rows] == ["status: accomplished → attempted", "status: attempted → threatened"]


def test_words_of_the_report_are_the_evidence(url: str) -> None:
    """They are read as the reader reads them: a place, a count."""
    correct(url, "where", "Koro")
    where = stands(url).where
    assert where is not None
    assert [row.quote for row in where.evidence] == ["Koro"]
    assert (where.value.name if where.value else None) == "Koro"
    correct(url, "harm:killed", "two", "others", "--who", "police")
    (added,) = (row for row in stands(url).harm if row.effect == "killed" and row.raw == "two others")
    assert (added.count and added.count.low, added.group_type, added.evidence[0].quote) == (2, "police", "two others")


def test_a_slot_is_emptied_and_a_row_taken_out(url: str) -> None:
    """The report does not tell it, or tells it of something else; an undo brings it back."""
    correct(url, "when", "--not-told")
    assert stands(url).when is None
    told = correct(url, "harm:injured", "two others", "--take-out")
    assert [row.effect for row in stands(url).harm] == ["killed"]
    assert run("judge", "undo", told["judgements"][0]["id"], store=url).exit_code == 0
    assert [row.effect for row in stands(url).harm] == ["killed", "injured"]


def test_what_the_report_does_not_tell_is_the_coders_own(url: str) -> None:
    """It has a reason and no quote, and is shown as what it is."""
    correct(url, "when", "2019-03-09..2019-03-10", "--own", "--reason", "the mayor, by telephone")
    correct(url, "where", "Kossa", "--own", "--country", "ML", "--at", "14.5,-4.25", "--reason", "seen there")
    told = correct(url, "harm:killed", "4-6", "--own", "--reason", "counted")
    claim = stands(url)
    assert claim.when is not None
    assert claim.where is not None
    assert (claim.when.raw, claim.when.evidence, claim.where.raw, claim.where.evidence) == (
        "coder's own",
        (),
        "coder's own",
        (),
    )
    assert claim.when.value is not None
    assert claim.when.value.precision == "days"
    assert "Kossa" in told["incidents"][0]["summary"]
    shown = run("show", claim.id, store=url).stdout
    assert shown.count("coder's own") == 3
    correct(url, "harm:killed", "5", "--own", "--reason", "counted again")
    assert [row.count.low for row in stands(url).harm if row.raw == "coder's own" and row.count] == [5]


def test_exactly_the_chosen_words_tell_the_day(tmp_path: Path) -> None:
    """Words next to those that were chosen are not taken along; words that the report lacks lead to --own."""
    told = "KIDAL, 3 June 2024 (Wire) - A second guard died, taking the toll of an ambush of June 1 to two, doctors said.\n"
    (tmp_path / "b.txt").write_text(told, encoding="utf-8")
    store = str(tmp_path / "t.db")
    assert run("read", str(tmp_path / "b.txt"), store=store).exit_code == 0
    for day in ("June 1", "3 June 2024"):  # whichever the reader took, one of them is a change
        run("correct", name_of(store), "when", *day.split(), store=store)
        when = stands(store).when
        assert when is not None
        assert [row.quote for row in when.evidence] == [day]
    missing = run("correct", name_of(store), "when", "2024-06-01", store=store)
    assert isinstance(missing.exception, RecordError)
    assert "--own --reason" in str(missing.exception.next_step)


def test_a_number_stands_instead_of_another_or_is_part_of_it(url: str) -> None:
    """The line says what the numbers add up to before and after, and what to do where people may stand there twice."""
    more = run("correct", name_of(url), "harm:injured", "a police station", store=url)
    assert "injured, added up in this claim: 2 before" in more.stdout
    assert "“two others”" in more.stdout
    assert "--replaces WORDS" in more.stdout
    told = run("correct", name_of(url), "harm:injured", "others", store=url)  # overlaps: the same people
    assert "--replaces" not in told.stdout
    correct(url, "harm:injured", "3", "--own", "--reason", "counted", "--replaces", "others")
    assert "coder's own" in [row.raw for row in stands(url).harm]
    assert "others" not in [row.raw for row in stands(url).harm]
    correct(url, "harm:injured", "the mayor", "--part-of", "coder's own")
    held = {row.raw: row.part_of for row in stands(url).harm}
    assert held["the mayor"] is not None
    for wrong in (("where", "Koro", "--part-of", "x"), ("harm:killed", "two", "--part-of", "a", "--replaces", "b")):
        assert run("correct", name_of(url), *wrong, store=url).exit_code == 2
    assert run("correct", name_of(url), "harm:killed", "two", "--replaces", "nobody", store=url).exit_code == 1


@pytest.mark.parametrize(
    "arguments",
    [
        ("status", "maybe"),
        ("colour", "red"),
        ("harm", "two others"),
        ("harm:dead", "two others"),
        ("when",),
        ("when", "Monday", "--not-told"),
        ("harm:killed", "--not-told"),
        ("when", "on Monday", "--take-out"),
        ("when", "2019-03-09", "--own"),
        ("when", "2019-03-09", "--own", "--reason", " "),
        ("when", "2019-03-12..2019-03-09", "--own", "--reason", "seen"),
        ("when", "Monday", "--own", "--reason", "seen"),
        ("where", "Kossa", "--own", "--reason", "seen"),
        ("where", "Kossa", "--own", "--country", "ML", "--at", "95,0", "--reason", "seen"),
        ("where", "Koro", "--country", "ML"),
        ("harm:killed", "many", "--own", "--reason", "seen"),
        ("status", "attempted", "--own", "--reason", "seen"),
    ],
)
def test_what_is_no_correction_is_wrong_usage(url: str, arguments: tuple[str, ...]) -> None:
    """Whatever the store holds; nothing is written."""
    done = run("correct", "clm_ffff", *arguments, store=url)
    assert done.exit_code == 2
    with open_store(url) as store:
        assert not list(store.iter_judgements())


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        (("where", "Timbuktu"), RecordError),
        (("harm:killed", "nobody", "--take-out"), RecordError),
    ],
)
def test_words_that_are_not_there_are_refused(url: str, arguments: tuple[str, ...], error: type[Exception]) -> None:
    """The report does not hold them, or the claim has no such row."""
    done = run("correct", name_of(url), *arguments, store=url)
    assert isinstance(done.exception, error | EvidenceError)
    assert isinstance(run("correct", "clm_ffff", "status", "attempted", store=url).exception, NotFoundError)
    with open_store(url) as store:
        assert nothing(store)


def test_what_changes_nothing_is_refused(url: str) -> None:
    """Neither the code that stands nor the words a slot was read from make it look as if a person had put it right."""
    where, name = stands(url).where, name_of(url)
    assert where is not None
    for words in (("where", *where.raw.split()), ("status", "accomplished")):
        done = run("correct", name, *words, "--reason", "looked at", store=url)
        assert isinstance(done.exception, RecordError)
        assert "changes nothing" in done.exception.what
        by_hand = f"crossread correct {name} where NAME --country ML --at LAT,LON --own" in str(done.exception.next_step)
        assert by_hand is (words[0] == "where")
    with open_store(url) as store:
        assert nothing(store)
    correct(url, "where", "Bandiagara", "--own", "--country", "ML", "--at", "14.3,-3.6", "--reason", "looked up")


def nothing(store: Store) -> bool:
    """True if no judgement was written."""
    return not list(store.iter_judgements())


def test_a_correction_under_later_ones_is_not_taken_back_alone(url: str) -> None:
    """The later ones hold its change too: they are named with the way to undo them, nothing changes; together they go."""
    read = stands(url).harm
    first = correct(url, "harm:abducted", "2", "--own", "--reason", "the mayor")["judgements"][0]["id"]
    second = correct(url, "harm:killed", "3", "--own", "--reason", "counted")["judgements"][0]["id"]
    third = correct(url, "harm:missing", "1", "--own", "--reason", "the family")["judgements"][0]["id"]
    other = correct(url, "status", "attempted")["judgements"][0]["id"]
    before, refused = stands(url), run("judge", "undo", first, store=url)
    assert isinstance(refused.exception, ConflictError)
    assert second in str(refused.exception.found)
    assert "missing" in str(refused.exception.found)
    assert other not in str(refused.exception)
    assert str(refused.exception.next_step).endswith(f"crossread judge undo {third} {second} {first}")
    assert stands(url) == before
    assert run("judge", "undo", other, store=url).exit_code == 0  # of another slot
    assert run("judge", "undo", third, second, first, store=url).exit_code == 0
    assert stands(url).harm == read
    assert run("judge", "undo", third, store=url).exit_code != 0  # none of them stands any more
