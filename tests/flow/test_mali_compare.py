"""The verdict rows of the Mali case, from the raw files of the sample collection: nothing hand-coded.

The rows are asked of the real extractor's claims; a report's incident is found by the report and its type family alone.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from crossread.codebook import load_codebook
from crossread.flow.in_memory import Comparison, compare_reports
from crossread.read import ReadOptions, iter_documents
from crossread.records import Account, Incident, Rejection
from crossread.samples import sample_paths, sample_sources
from crossread.weigh import compare_cells

COMMENTARY = "commentary-six-years.txt"
AT_LEAST = 10  # of ten rows


@cache
def comparison() -> Comparison:
    """The sample collection, read as a user would, with the source given where a file does not tell it."""
    documents = []
    for path in sample_paths():
        options = ReadOptions(source=sample_sources().get(path.name))
        for found in iter_documents([path], options=options):
            assert not isinstance(found, Rejection), found
            documents.append(found.document)
    return compare_reports(documents)


def name_of(document_id: str) -> str:
    """The file name of a sample, or the wire's own id."""
    document = comparison().documents[document_id]
    return document.external_id or Path(document.name or "").name


def accounts(incident: Incident) -> dict[str, Account]:
    """The accounts of an incident by sample name."""
    return {name_of(account.document_id): account for account in incident.accounts}


def incident_of(name: str, family: str, *, day: date | None = None) -> Incident:
    """The incident a sample tells of, by type family and, where it tells several, by a day in its window."""
    book = load_codebook()
    for incident in sorted(comparison().incidents, key=lambda row: -len(row.accounts)):
        fits = name in accounts(incident) and book.family(incident.type) == family
        if fits and (day is None or (incident.when and incident.when.earliest == day)):
            return incident
    raise AssertionError(f"no incident of {family} in {name}")


def lethal(name: str, *, day: date | None = None) -> Incident:
    """The incident of lethal force a sample tells of."""
    return incident_of(name, load_codebook().family("bombing"), day=day)


def sign(incident: Incident, slot: str, name: str = COMMENTARY) -> str:
    """How one account's value stands to the others'."""
    cells = compare_cells(incident, comparison().claims, comparison().documents)[slot]
    return cells[accounts(incident)[name].claim_id].sign


def toll(incident: Incident, effect: str) -> tuple[int | None, int | None, int | None]:
    """Low, best, high."""
    row = next(row for row in incident.tolls if row.effect == effect)
    return row.count.low, row.best, row.count.high


def severities(incident: Incident) -> set[str]:
    """What the accounts disagree on."""
    return {row.severity for row in incident.disagreements}


CAMP, CONVOY = "un-secretary-general-aguelhok.txt", "un-secretary-general-douentza.txt"
STRIKE, TRAP = "press-french-strike.html", "press-second-strike-dialloube.txt"
MINE, MASSACRE = "local-press-mine-kah.txt", "msa-communique.docx"


def row_a_toll() -> bool:
    """10 and 25 agree with the official count; range 6-11; the claimant's 30 raises nothing."""
    incident = lethal(CAMP)
    low, best, high = toll(incident, "killed")
    return (low, best, high) == (6, 10, 11) and sign(incident, "killed") == sign(incident, "injured") == "agrees"


def row_a_perpetrator() -> bool:
    """Rebels here, AQIM or JNIM there."""
    return "perpetrator" in severities(lethal(CAMP)) and COMMENTARY in accounts(lethal(CAMP))


def row_b_toll() -> bool:
    """2 killed, 6 injured, in both."""
    incident = lethal(CONVOY, day=date(2019, 1, 25))
    return sign(incident, "killed") == sign(incident, "injured") == "agrees" and toll(incident, "killed")[1] == 2


def row_c_outcome() -> bool:
    """Killed here, injured there."""
    incident = lethal(CONVOY, day=date(2019, 1, 24))
    return COMMENTARY in accounts(incident) and "outcome" in severities(incident)


def row_d_date() -> bool:
    """The day of reporting is not the day of the strike."""
    incident = lethal(STRIKE, day=date(2019, 1, 10))
    return COMMENTARY in accounts(incident) and sign(incident, "when") == "differs"


def row_d_effect() -> bool:
    """15 killed here, about 15 put out of action there."""
    incident = lethal(STRIKE, day=date(2019, 1, 10))
    slots = {row.slot for row in incident.disagreements}
    return COMMENTARY in accounts(incident) and bool(slots & {"harm.effect", "harm.outcome", "harm.killed"})


def row_e_toll() -> bool:
    """At least 19 against 17: a range; an accident."""
    incident = incident_of(MINE, load_codebook().family("accident"))
    return incident.type == "accident" and toll(incident, "killed")[:2] == (17, 19) and COMMENTARY in accounts(incident)


def row_f_date() -> bool:
    """17 January here, 15 January there."""
    incident = lethal(MASSACRE)
    return COMMENTARY in accounts(incident) and sign(incident, "when") == "differs"


def row_f_toll() -> bool:
    """At least 34 villagers; 27 civilians and 10 fighters; about 20; at least 10."""
    incident = lethal(MASSACRE)
    return COMMENTARY in accounts(incident) and "number" in severities(incident)


def row_trap() -> bool:
    """10 January and 23 February stay two."""
    return lethal(TRAP, day=date(2019, 2, 23)).id != lethal(STRIKE, day=date(2019, 1, 10)).id


ROWS: tuple[Callable[[], bool], ...] = (
    row_a_toll,
    row_a_perpetrator,
    row_b_toll,
    row_c_outcome,
    row_d_date,
    row_d_effect,
    row_e_toll,
    row_f_date,
    row_f_toll,
    row_trap,
)


def holds(row: Callable[[], bool]) -> bool:
    """True if the row comes out; an incident or slot that is not there is a row that does not."""
    try:
        return row()
    except (AssertionError, StopIteration, KeyError):
        return False


def test_the_verdict_rows_come_out() -> None:
    """As many of the ten rows hold from the raw files as did before; the message names those that do not."""
    missing = [row.__name__ for row in ROWS if not holds(row)]
    assert len(ROWS) - len(missing) >= AT_LEAST, missing


def test_the_two_strikes_with_fifteen_dead_stay_two() -> None:
    """Same place, same number, six weeks apart."""
    assert row_trap()


@pytest.mark.parametrize("word", ["hirelings", "war machine"])
def test_opinions_of_the_commentary_become_no_claims(word: str) -> None:
    """No claim of the commentary is triggered by its labels."""
    claims = [c for c in comparison().claims.values() if name_of(c.document_id) == COMMENTARY]
    assert claims
    assert not [c for c in claims if word in c.trigger.quote]
