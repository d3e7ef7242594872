"""A report with a wrong day or source: another document takes its place, and nothing that people did is lost."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from rule_extractor import RuleExtractor

from crossread.errors import ConflictError, ExtractError, NotFoundError, RecordError
from crossread.flow import Bench, extract_pending, read_into, rebuild_incidents, update_incidents
from crossread.flow.amending import Amended, amend, prepare_amendment
from crossread.flow.amendment import Amendment, check_amendment, say_changes
from crossread.flow.foreseeing import unwritten
from crossread.flow.judging import Decision, decide
from crossread.flow.selecting import decisions_for_training
from crossread.flow.withdrawing import Withdrawal, check_withdrawal, withdraw
from crossread.records import Claim, Extraction, Judgement, Slot, claim_id
from crossread.store import ClaimFilter, Store

POLICY = "best_low_high"
RIGHT = date(2021, 3, 5)
REPORTS = {
    "a.txt": "Published: 2021-01-01\nSource: Radio Gao\n\n"
    "Gunmen attacked the market in Gossiba on Tuesday, and 4 traders were killed.\n\n"
    "A mine exploded near Koro on 9 February 2021.",
    "b.txt": "Published: 2021-03-06\nSource: Echo\n\n"
    "Gunmen attacked the market in Gossiba on 2 March 2021, and 4 traders were killed.",
    "c.txt": "Published: 2021-02-10\nSource: Echo\n\nA mine exploded near Koro on 9 February 2021.",
}
Amend = Callable[..., Amended]


class WeekdayRules(RuleExtractor):
    """Finds "on Tuesday", too: a time that hangs on the report's day."""

    def extract(self, documents: Any) -> list[Extraction]:
        return [
            replace(row, claims=tuple(self._dated(document, claim) for claim in row.claims))
            for document, row in zip(documents, super().extract(documents), strict=True)
        ]

    def _dated(self, document: Any, claim: Claim) -> Claim:
        at = document.text.find("on Tuesday")
        if at < claim.trigger.span.start or claim.when is not None:
            return claim
        words = document.quote(at, at + len("on Tuesday"))
        return replace(claim, when=Slot(raw=words.quote, value=None, evidence=(words,)))


@pytest.fixture
def tools(bench: Bench, tmp_path: Path) -> Bench:
    """A bench whose store holds three reports; the first has the wrong day."""
    (tmp_path / "in").mkdir()
    for name, text in REPORTS.items():
        (tmp_path / "in" / name).write_text(text, encoding="utf-8")
    bench = replace(bench, extractor=WeekdayRules())
    read_into(bench, [tmp_path / "in"])
    update_incidents(bench.store, POLICY)
    return bench


@pytest.fixture
def correct(tools: Bench) -> Amend:
    """Amends a report by a word of its source and some fields."""

    def run(name: str, reason: str | None = "misread", **changes: Any) -> Amended:
        prepared = prepare_amendment(
            tools.store, Amendment(name=name, changes=changes, reason=reason, made_by="Awa"), tools=lambda: tools
        )
        return amend(tools.store, prepared, tools=lambda: tools, policy=POLICY)

    return run


def report_of(store: Store, source: str) -> str:
    return next(row.id for row in store.iter_documents() if row.source == source)


def day_of(store: Store, document: str) -> set[str]:
    rows = store.iter_claims(ClaimFilter(document_id=document, current=True))
    return {str(row.when.value.earliest) for row in rows if row.when and row.when.value}


def picture(store: Store) -> list[Any]:
    """All that the store shows of its incidents."""
    return sorted(
        (row.id, row.summary, row.grade, sorted(account.claim_id for account in row.accounts)) for row in store.iter_incidents()
    )


def check_against_scratch(store: Store) -> None:
    """What was brought up to date is what deriving everything gives."""
    before = picture(store)
    rebuild_incidents(store, POLICY)
    assert picture(store) == before


def accounts_of(store: Store, kind: str) -> list[list[str]]:
    """The sources of each incident of a type."""
    return sorted(sorted(account.source for account in row.accounts) for row in store.iter_incidents() if row.type == kind)


def test_a_day_that_was_wrong_is_read_anew_and_the_accounts_meet(tools: Bench, correct: Amend) -> None:
    """With its own day "on Tuesday" is the Tuesday that the other account tells, and the two become one incident."""
    store, old = tools.store, report_of(tools.store, "Radio Gao")
    assert day_of(store, old) == {"2020-12-29", "2021-02-09"}
    assert accounts_of(store, "armed_attack") == [["Echo"], ["Radio Gao"]]
    done = correct(old, published=RIGHT)
    new = done.plan.new
    assert (new.published, new.published_from, new.text) == (RIGHT, "option", store.get_document(old).text)
    assert new.sha256 == store.get_document(old).sha256
    assert day_of(store, new.id) == {"2021-03-02", "2021-02-09"}
    assert accounts_of(store, "armed_attack") == [["Echo", "Radio Gao"]]
    assert day_of(store, old) == set()
    assert done.claims == 2
    assert say_changes(done.plan.changes) == "published 2021-01-01 → 2021-03-05"
    check_against_scratch(store)


def test_incident_ids_stay(tools: Bench, correct: Amend) -> None:
    """Every id that was given still leads to an incident, that of an untouched match is the same."""
    store, old = tools.store, report_of(tools.store, "Radio Gao")
    before = [row.id for row in store.iter_incidents()]
    koro = next(row.id for row in store.iter_incidents() if row.type == "bombing")
    done = correct(old, published=RIGHT)
    assert done.effect is not None
    assert {store.get_incident(name).id for name in before} == {row.id for row in store.iter_incidents()}
    assert store.get_incident(koro).id == koro
    assert koro not in done.effect.moves.led
    assert {row.was.id for row in done.effect.touched if row.was} >= {koro}


def test_there_and_back_gives_what_was_before(tools: Bench, correct: Amend) -> None:
    """Amended twice and back, the first document speaks again with its own claims, and incidents are those of before."""
    store, old = tools.store, report_of(tools.store, "Radio Gao")
    first = picture(store)
    second = correct(old, published=RIGHT).plan.new.id
    third = correct(second, source="Radio Gao FM", published=None).plan.new
    assert (third.published, third.published_from) == (None, None)
    back = correct(third.id, source="Radio Gao", published=date(2021, 1, 1))
    assert back.plan.new.id == old
    assert back.plan.stored
    assert store.amendments.find(old) is None
    assert {row.document_id for row in store.amendments} == {second, third.id}
    assert picture(store) == first
    check_against_scratch(store)
    again = correct(old, published=RIGHT)
    assert again.plan.new.id == second
    assert store.amendments.find_successor(third.id) == second
    check_against_scratch(store)
    assert store.audit.verify() == []


def test_a_file_that_was_read_twice_is_one_report_again(tools: Bench, correct: Amend, tmp_path: Path) -> None:
    """Amending to what another stored document is lets that one speak, once."""
    store, old = tools.store, report_of(tools.store, "Radio Gao")
    again = replace(tools, options=replace(tools.options, published=RIGHT))
    assert read_into(again, [tmp_path / "in" / "a.txt"]).new == 1
    update_incidents(store, POLICY)
    assert store.counts().documents == 4
    assert correct(old, published=RIGHT).plan.stored
    assert store.counts().documents == 3
    assert accounts_of(store, "armed_attack") == [["Echo", "Radio Gao"]]
    check_against_scratch(store)


def test_what_was_decided_stands(tools: Bench, correct: Amend) -> None:
    """Dismissal, correction, merge and acceptance on the old claims hold for the new ones, and can be taken back."""
    store, old = tools.store, report_of(tools.store, "Radio Gao")
    attack, mine = sorted(store.iter_claims(ClaimFilter(document_id=old)), key=lambda row: row.type)
    other = next(row.id for row in store.iter_claims() if row.document_id != old and row.type == "bombing")
    decide(store, Decision(kind="different", names=[mine.id, other], made_by="Awa"))
    row = {"made_by": "Awa", "made_at": datetime(2026, 1, 1, tzinfo=UTC)}
    store.add_judgement(Judgement(id="jdg_c_1", kind="correct", subject=attack.id, slot="type", value='"killing"', **row))
    store.add_judgement(Judgement(id="jdg_w_1", kind="correct", subject=attack.id, slot="when", value="null", **row))
    update_incidents(store, POLICY)
    done = correct(old, published=RIGHT)
    assert done.days == 1
    assert accounts_of(store, "bombing") == [["Echo"], ["Radio Gao"]]
    assert "killing" in {row.type for row in store.iter_incidents()}
    check_against_scratch(store)
    decide(store, Decision(kind="undo", names=[next(store.iter_judgements()).id], made_by="Awa"))
    update_incidents(store, POLICY)
    assert accounts_of(store, "bombing") == [["Echo", "Radio Gao"]]
    check_against_scratch(store)


def test_what_people_wrote_goes_along_with_its_day(tools: Bench, correct: Amend) -> None:
    """A claim by hand speaks for the new document, its time read anew by the new day; written back it is the first again."""
    store, old = tools.store, report_of(tools.store, "Radio Gao")
    document = store.get_document(old)
    at = document.text.index("on Tuesday")
    words, trigger = document.quote(at, at + 10), document.quote(0, 6)
    claim = Claim(
        id=claim_id(document_id=old, made_by="hand@Awa", type="looting", trigger=trigger),
        document_id=old,
        type="looting",
        scope="incident",
        status="accomplished",
        stance="asserted",
        trigger=trigger,
        when=Slot(raw=words.quote, value=None, evidence=(words,), score=None),
        made_by="hand@Awa",
    )
    made = Extraction(document_id=old, claims=(claim,), wording=(), made_by="hand@Awa")
    made = tools.normalizer.normalize(document, made)
    store.add_extraction(made)
    row = {"made_by": "Awa", "made_at": datetime(2026, 1, 1, tzinfo=UTC)}
    store.add_judgement(Judgement(id="jdg_h_1", kind="accept", subject=claim.id, reason="written by hand", **row))
    update_incidents(store, POLICY)
    done = correct(old, published=RIGHT)
    assert done.written == 1
    (copy,) = store.iter_claims(ClaimFilter(document_id=done.plan.new.id, made_by="hand@Awa", current=True))
    assert (copy.type, str(copy.when.value.earliest), copy.when.raw) == ("looting", "2021-03-02", "on Tuesday")
    assert store.find_stand_ins([claim.id]) == {claim.id: copy.id}
    back = correct(done.plan.new.id, published=date(2021, 1, 1))
    assert list(store.iter_claims(ClaimFilter(document_id=old, made_by="hand@Awa"))) == list(made.claims)
    assert back.written == 1


def test_the_old_one_is_read_no_more(tools: Bench, correct: Amend, tmp_path: Path) -> None:
    """Reading its file again adds nothing and says what took its place; a newer extractor passes it by."""
    store, old = tools.store, report_of(tools.store, "Radio Gao")
    new = correct(old, published=RIGHT).plan.new.id
    before = picture(store)
    newer = replace(tools, extractor=WeekdayRules("rule@2"))
    report = read_into(newer, [tmp_path / "in" / "a.txt"])
    assert (report.new, report.known, report.claims) == (0, 1, 0)
    assert report.set_aside == ((report.set_aside[0][0], old),)
    assert report.set_aside[0][0].endswith("a.txt")
    assert extract_pending(newer).continued == 3
    assert not store.is_extracted(old, "rule@2")
    assert store.is_extracted(new, "rule@2")
    update_incidents(store, POLICY)
    assert [row[:3] for row in picture(store)] == [row[:3] for row in before]
    check_against_scratch(store)


def test_a_title_is_no_part_of_the_id(tools: Bench, correct: Amend) -> None:
    """Title and address change in their row, claims and incidents stay, and what was there is in the audit log."""
    store, old = tools.store, report_of(tools.store, "Radio Gao")
    before = picture(store)
    done = correct(old, title="Raid in Gossiba", url="https://example.org/1")
    assert done.plan.renames
    assert store.get_document(old).title == "Raid in Gossiba"
    assert [row[0] for row in picture(store)] == [row[0] for row in before]
    entry = list(store.audit)[-1]
    assert (entry.action, entry.subject, entry.who) == ("amend", old, "Awa")
    assert entry.detail["changed"] == {"title": [None, "Raid in Gossiba"], "url": [None, "https://example.org/1"]}
    check_against_scratch(store)
    assert correct(old, title=None, url=None).plan.new.title is None


def test_the_same_again_is_done_already(tools: Bench, correct: Amend) -> None:
    """Whoever does not know whether it went through may ask again by the old id: nothing is written a second time."""
    store, old = tools.store, report_of(tools.store, "Radio Gao")
    new = correct(old, published=RIGHT).plan.new.id
    entries = len(list(store.audit))
    again = correct(old, published=RIGHT)
    assert (again.plan.done, again.plan.new.id, again.claims, again.effect) == (True, new, 2, None)
    assert len(list(store.audit)) == entries


def test_what_cannot_be_is_refused_and_nothing_is_written(tools: Bench, correct: Amend) -> None:
    """No such document, nothing that differs, one that was superseded or withdrawn: each with what to do."""
    store, old = tools.store, report_of(tools.store, "Radio Gao")
    before, entries = picture(store), list(store.audit)
    with pytest.raises(NotFoundError):
        correct("doc_ffff", published=RIGHT)
    with pytest.raises(RecordError, match="Nothing would change") as caught:
        correct(old, published=date(2021, 1, 1), source="Radio Gao")
    assert caught.value.found == "published 2021-01-01, source Radio Gao"
    assert (picture(store), list(store.audit)) == (before, entries)
    new = correct(old, published=RIGHT).plan.new.id
    with pytest.raises(RecordError, match="speaks no more") as caught:
        correct(old, source="Echo")
    assert new in str(caught.value)
    withdraw(store, Withdrawal(name=new, reason="a press kit", made_by="Awa"), policy=POLICY)
    with pytest.raises(RecordError, match="--undo"):
        correct(new, source="Echo")


def test_a_document_set_aside_for_another_reason_does_not_come_back_by_the_way(
    tools: Bench, correct: Amend, tmp_path: Path
) -> None:
    """Amending to what a third one superseded, or to what was withdrawn, would overrule somebody unseen."""
    store, old = tools.store, report_of(tools.store, "Radio Gao")
    new = correct(old, published=RIGHT).plan.new.id
    again = replace(tools, options=replace(tools.options, published=date(2021, 3, 8)))
    assert read_into(again, [tmp_path / "in" / "a.txt"]).new == 1
    twin = next(row.id for row in store.iter_documents() if row.published == date(2021, 3, 8))
    with pytest.raises(RecordError, match="was set aside") as caught:
        correct(twin, published=date(2021, 1, 1))
    assert f"Amend to the fields of {new} instead." in str(caught.value)
    withdraw(store, Withdrawal(name=new, reason="a press kit", made_by="Awa"), policy=POLICY)
    with pytest.raises(RecordError, match="was set aside") as caught:
        correct(twin, published=RIGHT)
    assert f"`crossread withdraw {new} --undo` takes that back." in str(caught.value)
    assert {row.document_id for row in store.amendments} == {old, new}


def test_back_over_several_steps(tools: Bench, correct: Amend) -> None:
    """The first document speaks again also after three amendments, and all that came between leads to it."""
    store, old = tools.store, report_of(tools.store, "Radio Gao")
    before = picture(store)
    names = [old]
    for changes in ({"published": RIGHT}, {"source": "Radio Bamako"}, {"published": date(2021, 3, 7)}):
        names.append(correct(names[-1], **changes).plan.new.id)
    assert correct(names[-1], source="Radio Gao", published=date(2021, 1, 1)).plan.new.id == old
    assert {store.amendments.find_successor(name) for name in names[1:]} == {old}
    assert picture(store) == before
    check_against_scratch(store)


def test_reading_that_fails_changes_nothing(tools: Bench) -> None:
    """An extractor that cannot read the new document stops the amendment before anything is written."""

    class Broken(RuleExtractor):
        def extract(self, documents: Any) -> list[Extraction]:
            raise ValueError("out of order")

    store, old = tools.store, report_of(tools.store, "Radio Gao")
    broken = replace(tools, extractor=Broken())
    amendment = Amendment(name=old, changes={"published": RIGHT}, made_by="Awa")
    with pytest.raises(ExtractError, match="nothing was changed") as caught:
        prepare_amendment(store, amendment, tools=lambda: broken)
    assert "out of order" in str(caught.value)
    assert store.counts().documents == 3


def test_two_at_once_do_not_overrule_each_other(tools: Bench, correct: Amend) -> None:
    """What was prepared before somebody else amended the same report is refused."""
    store, old = tools.store, report_of(tools.store, "Radio Gao")
    amendment = Amendment(name=old, changes={"source": "Echo"}, made_by="Moussa")
    prepared = prepare_amendment(store, amendment, tools=lambda: tools)
    correct(old, title="Another title")
    with pytest.raises(ConflictError):
        amend(store, prepared, tools=lambda: tools, policy=POLICY)


def test_what_it_would_do_is_seen_before(tools: Bench, correct: Amend) -> None:
    """The foresight is what then happens, and leaves nothing behind."""
    store, old = tools.store, report_of(tools.store, "Radio Gao")
    before, counts, entries = picture(store), store.counts(), list(store.audit)
    amendment = Amendment(name=old, changes={"published": RIGHT}, made_by="Awa")
    prepared = prepare_amendment(store, amendment, tools=lambda: tools)
    seen = unwritten(store, lambda: amend(store, prepared, tools=lambda: tools, policy=POLICY))
    assert (picture(store), store.counts(), list(store.audit)) == (before, counts, entries)
    assert correct(old, published=RIGHT) == seen


def test_withdrawn_and_back(tools: Bench) -> None:
    """A withdrawn report leaves its incidents, which lose its account or are withdrawn; undone, all is as it was."""
    store, old = tools.store, report_of(tools.store, "Radio Gao")
    before = picture(store)
    document, effect = withdraw(store, Withdrawal(name=old[:10], reason="a press kit", made_by="Awa"), policy=POLICY)
    assert document.id == old
    assert accounts_of(store, "bombing") == [["Echo"]]
    assert [row.now for row in effect.touched].count(None) == 1
    assert [row.now for row in effect.moves.left] == [None]
    check_against_scratch(store)
    with pytest.raises(RecordError, match="speaks no more"):
        withdraw(store, Withdrawal(name=old, reason="again"), policy=POLICY)
    withdraw(store, Withdrawal(name=old, undo=True, made_by="Awa"), policy=POLICY)
    assert picture(store) == before
    with pytest.raises(RecordError, match="was not withdrawn"):
        withdraw(store, Withdrawal(name=old, undo=True), policy=POLICY)
    check_against_scratch(store)


@pytest.mark.parametrize(
    "changes",
    [{}, {"text": "other"}, {"source": " "}, {"published": (datetime.now(UTC) + timedelta(days=2)).date()}],
)
def test_what_is_no_amendment_is_refused_whatever_the_store_holds(changes: dict[str, Any]) -> None:
    """Nothing to change, no such field, blanks, and a day that has come nowhere yet."""
    with pytest.raises(RecordError):
        check_amendment(Amendment(name="doc_1", changes=changes))


def test_a_day_that_has_come_somewhere_is_taken() -> None:
    """East of here it may be tomorrow already; a withdrawal needs its reason, taking one back does not."""
    check_amendment(Amendment(name="doc_1", changes={"published": datetime.now(UTC).date(), "source": None}))
    check_withdrawal(Withdrawal(name="doc_1", undo=True))
    with pytest.raises(RecordError, match="needs its reason"):
        check_withdrawal(Withdrawal(name="doc_1", reason=" "))


def test_judged_claims_go_along_to_the_training_export(tools: Bench, correct: Amend) -> None:
    """A decision on the old claim counts for the same words of the new document, not for what a newer extractor read."""
    store, old = tools.store, report_of(tools.store, "Radio Gao")
    names = [claim.id for claim in store.iter_claims(ClaimFilter(document_id=old))]
    decide(store, Decision(kind="accept", names=names, made_by="Awa"))
    new = correct(old, published=RIGHT).plan.new.id
    judged = {row.subject for row in decisions_for_training(store)}
    assert judged == {claim.id for claim in store.iter_claims(ClaimFilter(document_id=new))}
    extract_pending(replace(tools, extractor=WeekdayRules("rule@2")))
    assert judged.isdisjoint(claim.id for claim in store.iter_claims(ClaimFilter(document_id=new, current=True)))


def test_codings_go_along(tools: Bench, correct: Amend) -> None:
    """How a coder read a candidate alone is how they read the new document's."""
    from crossread.review.coders import load_codings

    store, old = tools.store, report_of(tools.store, "Radio Gao")
    claim = next(store.iter_claims(ClaimFilter(document_id=old)))
    row = {"made_by": "Moussa", "made_at": datetime(2026, 1, 1, tzinfo=UTC)}
    store.add_judgement(
        Judgement(id="jdg_k_1", kind="code", subject=claim.id, slot="verdict", value=json.dumps("accept"), **row)
    )
    new = correct(old, published=RIGHT).plan.new.id
    assert {store.get_claim(name).document_id for name in load_codings(store).of("Moussa")} == {new}
