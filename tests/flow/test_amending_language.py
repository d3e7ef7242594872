"""A report whose language was taken wrongly: it is read anew under its own id, and decisions go along."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from rule_extractor import RuleExtractor

from crossread.errors import RecordError
from crossread.flow import Bench, read_into, rebuild_incidents, update_incidents
from crossread.flow.amending import Amended, amend, prepare_amendment
from crossread.flow.amendment import Amendment
from crossread.records import Claim, Document, Judgement, claim_id
from crossread.store import ClaimFilter, Store

POLICY = "best_low_high"
REPORT = (
    "Published: 2021-03-06\nSource: Echo\n\nGunmen attacked the market in Gossi on 2 March 2021, and 4 traders were killed."
)


class GuessingRules(RuleExtractor):
    """Reads any language, and takes attacks in French for killings, which may have been on any day."""

    def _claims(self, document: Document) -> Iterator[Claim]:
        for claim in super()._claims(document):
            if document.language == "fr":
                name = claim_id(document_id=document.id, made_by=self.name, type="killing", trigger=claim.trigger)
                claim = replace(claim, id=name, type="killing", when=None)
            yield claim


class EnglishRules(RuleExtractor):
    """Reads English alone."""

    languages = ("en",)


ENGLISH = EnglishRules()


def bench_in(bench: Bench, folder: Path, language: str, extractor: RuleExtractor = ENGLISH) -> Bench:
    """A bench whose store holds one report, which was taken to be in this language."""
    folder.joinpath("a.txt").write_text(REPORT, encoding="utf-8")
    bench = replace(bench, extractor=extractor, options=replace(bench.options, language=language))
    read_into(bench, [folder / "a.txt"])
    update_incidents(bench.store, POLICY)
    return bench


def correct(bench: Bench, **changes: Any) -> Amended:
    (report,) = bench.store.iter_documents()
    asked = Amendment(name=report.id, changes=changes, reason="misread", made_by="Awa")
    return amend(bench.store, prepare_amendment(bench.store, asked, tools=lambda: bench), tools=lambda: bench, policy=POLICY)


def _set_type(store: Store, claim: str, value: str) -> None:
    row = {"made_by": "Awa", "made_at": datetime(2026, 1, 1, tzinfo=UTC)}
    store.add_judgement(Judgement(id="jdg_c_1", kind="correct", subject=claim, slot="type", value=f'"{value}"', **row))
    update_incidents(store, POLICY)


def claims_of(store: Store) -> list[str]:
    return [row.id for row in store.iter_claims(ClaimFilter(current=True))]


def test_a_report_left_empty_is_read_in_its_own_language(bench: Bench, tmp_path: Path) -> None:
    """One document, with the id that it had; the audit log tells from what to what."""
    tools = bench_in(bench, tmp_path, "fr")
    (old,) = tools.store.iter_documents()
    assert claims_of(tools.store) == []
    done = correct(tools, language="en")
    (new,) = tools.store.iter_documents()
    assert (new.id, new.language, done.claims, done.plan.stays, done.plan.renames) == (old.id, "en", 1, True, False)
    assert len(list(tools.store.iter_incidents())) == 1
    entry = [row for row in tools.store.audit if row.action == "amend"][-1]
    assert (entry.subject, entry.who) == (old.id, "Awa")
    assert entry.detail["changed"] == {"language": ["fr", "en"]}


def test_there_and_back_keeps_claims_decisions_and_incidents(bench: Bench, tmp_path: Path) -> None:
    """In a language that nobody reads it tells nothing; back in its own, all is as before."""
    tools = bench_in(bench, tmp_path, "en")
    store = tools.store
    (claim,) = claims_of(store)
    (before,) = store.iter_incidents()
    _set_type(store, claim, "bombing")
    assert correct(tools, language="fr").claims == 0
    assert (claims_of(store), list(store.iter_incidents())) == ([], [])
    correct(tools, language="en")
    (after,) = store.iter_incidents()
    assert (claims_of(store), after.id, after.type) == ([claim], before.id, "bombing")
    rebuild_incidents(store, POLICY)
    assert [row.id for row in store.iter_incidents()] == [before.id]


def test_a_file_that_is_met_again_is_read_as_it_was_corrected(bench: Bench, tmp_path: Path) -> None:
    """The language that the reader would take is no longer asked for."""
    tools = bench_in(bench, tmp_path, "fr")
    correct(tools, language="en")
    report = read_into(tools, [tmp_path / "a.txt"])
    assert (len(claims_of(tools.store)), report.rejected) == (1, 0)


def test_what_was_decided_goes_to_the_claim_on_the_same_words(bench: Bench, tmp_path: Path) -> None:
    """Other claims are found, of the same maker: only those of the new language speak, and the old ones are kept."""
    tools = bench_in(bench, tmp_path, "fr", GuessingRules())
    store = tools.store
    (old,) = claims_of(store)
    _set_type(store, old, "bombing")
    (before,) = store.iter_incidents()
    correct(tools, language="en")
    (new,) = claims_of(store)
    (after,) = store.iter_incidents()
    assert (new != old, after.id, after.type) == (True, before.id, "bombing")
    assert (store.get_claim(old).type, store.get_claim(new).type) == ("killing", "armed_attack")
    correct(tools, language="fr")
    assert claims_of(store) == [old]
    assert [row.id for row in store.iter_incidents()] == [before.id]


@pytest.mark.parametrize("code", ["english", "EN", "xx"])
def test_what_is_no_language_is_refused(bench: Bench, tmp_path: Path, code: str) -> None:
    tools = bench_in(bench, tmp_path, "fr")
    with pytest.raises(RecordError, match="no such language"):
        correct(tools, language=code)


def test_a_day_and_a_language_at_once(bench: Bench, tmp_path: Path) -> None:
    """The new document, which has another id, is read in the language told."""
    tools = bench_in(bench, tmp_path, "fr")
    (old,) = tools.store.iter_documents()
    done = correct(tools, language="en", published=date(2021, 3, 7))
    assert (done.plan.new.id != old.id, done.claims, tools.store.get_document(old.id).language) == (True, 1, "fr")
