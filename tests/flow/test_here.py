"""Reading, extracting, storing and deriving in one process, with the real rooms."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from rule_extractor import RuleExtractor

from crossread.config import Settings
from crossread.errors import ConfigError, EncoderError
from crossread.flow import STEPS, extract_pending, read_into, rebuild_incidents, run_read
from crossread.records import Evidence, Judgement, Span, Wording, claim_to_json


def test_the_steps_stand_once_in_their_order():
    """The list of steps is the design's."""
    assert [step.name for step in STEPS] == ["read", "extract", "normalize", "store", "link", "weigh"]


def test_reading_keeps_documents_files_and_normalized_claims(bench, reports):
    """Forty reports come in with their files and claims, and the claims carry values with their words."""
    report = read_into(bench, [reports])
    assert (report.new, report.known, report.continued, report.rejected, report.pending) == (40, 0, 0, 0, 0)
    counts = bench.store.counts()
    assert (counts.documents, counts.raw_files, counts.claims) == (40, 33, report.claims)
    assert report.claims == 40 + 14
    claims = list(bench.store.iter_claims())
    assert all(claim.when.value.precision == "day" for claim in claims)
    assert {claim.where.value.country for claim in claims if claim.where.value} >= {"ML"}
    assert all(harm.count.low == harm.count.high for claim in claims for harm in claim.harm)


def test_running_twice_changes_nothing(bench, reports):
    """The same folder again finds every document known and adds nothing."""
    read_into(bench, [reports])
    before = bench.store.counts()
    report = read_into(bench, [reports, reports])
    assert (report.new, report.known, report.claims) == (0, 80, 0)
    assert bench.store.counts() == before


def test_the_same_report_twice_in_one_run_is_read_once(bench, reports):
    """A report that lies in a folder twice is one document, also before the first copy is kept."""
    for number in range(3):
        (reports / f"report-0001-copy-{number}.txt").write_text((reports / "report-0001.txt").read_text())
    report = read_into(bench, [reports])
    assert (report.new, report.known) == (40, 3)


def test_a_bad_file_is_told_of_and_loses_nothing_else(bench, reports):
    """A file that cannot be read becomes a rejection; the rest is read."""
    (reports / "report-0002.txt").write_bytes(b"")
    (reports / "sub.pdf").write_bytes(b"%PDF-1.7 broken")
    report = read_into(bench, [reports])
    assert (report.new, report.rejected) == (39, 2)
    subjects = {rejection.subject.rpartition("/")[2] for rejection in bench.store.iter_rejections()}
    assert subjects == {"report-0002.txt", "sub.pdf"}


def test_progress_is_told_as_it_is_made(bench, reports):
    """Every document is told of after it was kept, with totals that only rise."""
    events = []

    def on_progress(event):
        assert bench.store.counts().documents >= event.documents
        events.append(event)

    report = read_into(bench, [reports], on_progress=on_progress)
    assert [event.documents for event in events] == list(range(1, 41))
    assert events[-1].claims == report.claims
    assert {event.step for event in events} == {"store"}


class FalseQuotes(RuleExtractor):
    """Quotes words one character off in every claim of a bombing, and in one wording."""

    def _read(self, document):
        extraction = super()._read(document)
        bad = tuple(self._shift(document, claim) if claim.type == "bombing" else claim for claim in extraction.claims)
        false = Evidence(document_id=document.id, span=Span(start=0, end=6), quote="regime")
        return replace(extraction, claims=bad, wording=(Wording(kind="label", about=None, evidence=false),))

    def _shift(self, document, claim):
        span = claim.trigger.span
        false = Evidence(document_id=document.id, span=Span(start=span.start + 1, end=span.end + 1), quote=claim.trigger.quote)
        return replace(claim, trigger=false)


def test_claims_that_break_the_evidence_law_become_rejections(bench, reports):
    """A claim whose quote is not in the report is stopped with the reason; the true claims of the report are kept."""
    report = read_into(replace(bench, extractor=FalseQuotes()), [reports])
    assert (report.new, report.rejected, report.claims) == (40, 14 + 40, 40)
    assert {claim.type for claim in bench.store.iter_claims()} == {"armed_attack"}
    stopped = [row for row in bench.store.iter_rejections(reason="evidence") if row.subject.startswith("clm_")]
    assert len(stopped) == 14
    assert "exploded" in stopped[0].message


class Stumbling(RuleExtractor):
    """Fails on two reports, and takes the whole batch with it."""

    def _read(self, document):
        if "Report 7 " in document.text or "Report 20 " in document.text:
            raise ValueError("cannot make sense of it")
        return super()._read(document)


def test_a_document_that_fails_waits_for_the_next_run(bench, reports):
    """An extractor that fails on a document stops only that one; it stays in the store and the next run tries it first."""
    report = read_into(replace(bench, extractor=Stumbling()), [reports])
    assert (report.new, report.rejected, report.pending) == (40, 2, 2)
    rejection = next(bench.store.iter_rejections(reason="extract_failed"))
    assert "ValueError: cannot make sense of it" in rejection.message
    again = read_into(replace(bench, extractor=Stumbling()), [])
    assert (again.continued, again.pending, bench.store.counts().rejections) == (2, 2, 2)
    mended = read_into(bench, [])
    assert (mended.continued, mended.new, mended.pending, mended.claims) == (2, 0, 0, 2)


class Absent(RuleExtractor):
    """Has lost its files."""

    def extract(self, documents):
        raise EncoderError("The encoder's files are missing.")


def test_a_broken_installation_stops_the_run(bench, reports):
    """A fault that every document would meet is raised, not written forty times."""
    with pytest.raises(EncoderError):
        read_into(replace(bench, extractor=Absent()), [reports])
    assert bench.store.counts().rejections == 0


class Lopsided:
    """A normalizer that cannot do documents that mention Gossi."""

    def __init__(self, normalizer):
        self._normalizer = normalizer

    def normalize(self, document, extraction):
        if "in Gossi" in document.text:
            raise ZeroDivisionError("half of nothing")
        return self._normalizer.normalize(document, extraction)


def test_a_document_that_cannot_be_normalized_waits_too(bench, reports):
    """A fault in normalizing is told of for the one document, which the next run continues."""
    report = read_into(replace(bench, normalizer=Lopsided(bench.normalizer)), [reports])
    assert (report.new, report.rejected, report.pending) == (40, 5, 5)
    assert read_into(bench, []).continued == 5
    assert bench.store.counts().claims == 54


def test_a_new_extractor_reads_all_again_when_asked(bench, reports):
    """Naming the files, or asking for what is pending, has a new version read every document, and its claims speak."""
    read_into(bench, [reports])
    newer = replace(bench, extractor=RuleExtractor("rule@2"))
    assert read_into(newer, []).continued == 0
    assert extract_pending(newer).continued == 40
    assert read_into(newer, [reports]).claims == 0
    assert bench.store.counts().claims == 108


def test_run_read_takes_settings(tmp_path, reports):
    """The whole run from settings alone: store, extractor and paths."""
    settings = Settings(store=str(tmp_path / "s.db"), extractor="rule", paths=(str(reports),))
    assert run_read([], settings=settings).new == 40
    assert run_read([reports], settings=settings).known == 40
    with pytest.raises(ConfigError, match="none-such"):
        run_read([reports], settings=replace(settings, extractor="none-such"))


def judge(number, kind, subject, **more):
    return Judgement(
        id=f"jdg_{number}",
        kind=kind,
        subject=subject,
        made_by="Aïssa",
        made_at=datetime(2024, 1, 1, 0, number, tzinfo=UTC),
        **more,
    )


def snapshot(store):
    return {incident.id: incident for incident in store.iter_incidents()}


def test_incidents_are_derived_and_can_be_derived_again(bench, reports):
    """Every claim of an incident is in one incident, and dropping and deriving again gives the same."""
    read_into(bench, [reports])
    report = rebuild_incidents(bench.store, "best_low_high")
    before = snapshot(bench.store)
    assert report.claims == 54
    assert report.incidents == len(before)
    accounts = [account.claim_id for incident in before.values() for account in incident.accounts]
    assert sorted(accounts) == sorted(claim.id for claim in bench.store.iter_claims())
    rebuild_incidents(bench.store, "best_low_high")
    assert snapshot(bench.store) == before


def test_judgements_shape_incidents_and_undo_restores_them(bench, reports):
    """Two claims that a person calls the same are one incident, to which both ids lead, until the judgement is undone."""
    read_into(bench, [reports])
    rebuild_incidents(bench.store, "best_low_high")
    before = snapshot(bench.store)
    one, two = list(before)[:2]
    pair = [before[name].accounts[0].claim_id for name in (one, two)]
    bench.store.add_judgement(judge(1, "same", pair[0], other=pair[1], reason="The same morning."))
    rebuild_incidents(bench.store, "best_low_high")
    assert bench.store.get_incident(one) == bench.store.get_incident(two)
    assert len(snapshot(bench.store)) == len(before) - 1
    bench.store.add_judgement(judge(2, "undo", "jdg_1"))
    rebuild_incidents(bench.store, "best_low_high")
    assert snapshot(bench.store) == before


def test_decisions_outlive_the_extractor_they_were_made_under(bench, reports):
    """After a newer extractor read everything, ids, joined claims and dismissed incidents are as people left them."""
    read_into(bench, [reports])
    rebuild_incidents(bench.store, "best_low_high")
    first = snapshot(bench.store)
    one, two, three = list(first)[:3]
    pair = [first[name].accounts[0].claim_id for name in (one, two)]
    bench.store.add_judgement(judge(1, "same", pair[0], other=pair[1]))
    bench.store.add_judgement(judge(2, "dismiss", three, reason="A drill."))
    rebuild_incidents(bench.store, "best_low_high")
    assert bench.store.get_incident(three).grade == "discounted"
    lead = bench.store.get_incident(one).id
    extract_pending(replace(bench, extractor=RuleExtractor("rule@2")))
    rebuild_incidents(bench.store, "best_low_high")
    assert set(snapshot(bench.store)) == (set(first) - {one, two}) | {lead}
    assert {bench.store.get_incident(name).id for name in (one, two)} == {lead}
    assert bench.store.get_incident(three).grade == "discounted"
    assert {claim.made_by for claim in bench.store.iter_claims()} == {"rule@1", "rule@2"}


def test_a_correction_changes_the_incident_and_not_the_claim(bench, reports):
    """What a person corrects shows in the incident; the claim stays as it was made, and the undo brings its value back."""
    read_into(bench, [reports])
    rebuild_incidents(bench.store, "best_low_high")
    before = snapshot(bench.store)
    incident = next(row for row in before.values() if len(row.accounts) == 1 and row.type == "armed_attack")
    claim = bench.store.get_claim(incident.accounts[0].claim_id)
    value = json.dumps({**claim_to_json(claim)["when"], "earliest": "2021-05-01", "latest": "2021-05-02", "precision": "days"})
    bench.store.add_judgement(judge(1, "correct", claim.id, slot="when", value=value))
    rebuild_incidents(bench.store, "best_low_high")
    assert bench.store.get_incident(incident.id).when.latest == date(2021, 5, 2)
    assert bench.store.get_claim(claim.id) == claim
    bench.store.add_judgement(judge(2, "undo", "jdg_1"))
    rebuild_incidents(bench.store, "best_low_high")
    assert snapshot(bench.store) == before


def test_weak_claims_can_be_left_out(bench, reports):
    """`min_score` keeps claims below it out of incidents; they stay in the store."""
    read_into(bench, [reports])
    assert rebuild_incidents(bench.store, "best_low_high", min_score=0.95).incidents == 0
    assert bench.store.counts().claims == 54
