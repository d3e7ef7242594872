"""Rows of a claim that people add and take out: through the desk's own forms, on claims that the reader made."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import httpx
import pytest
from lxml import html

from crossread.errors import RecordError
from crossread.flow.selecting import correct_claims
from crossread.records import Claim, Count, Document, Harm
from crossread.review.correcting import Reading, read_slots
from crossread.review.slot_rows import NewRow, add_row, iter_rows, take_out
from crossread.store import ClaimFilter, Store, open_store

TEXT = (
    "Gunmen attacked the village of Douna on Monday, killing 12 villagers, including three children. "
    "Soldiers came later. A mayor said that the gunmen had a mortar."
)
DOCUMENT = Document(id="doc_1", text=TEXT, source="own")


def _claim() -> Claim:
    trigger = DOCUMENT.quote(7, 15)
    return Claim(
        id="clm_1", document_id=DOCUMENT.id, type="armed_attack", scope="incident", status="accomplished",
        stance="asserted", trigger=trigger,
    )  # fmt: skip


def _add(claim: Claim, slot: str, kind: str, words: str, *, who: str = "", within: str | None = None) -> Claim:
    at = TEXT.index(words)
    words_at = DOCUMENT.quote(at, at + len(words))
    return add_row(DOCUMENT, claim, NewRow(slot=slot, kind=kind, words=words_at, actor_type=who or None, within=within))


def test_rows_are_read_from_their_words_and_have_no_score() -> None:
    """A count with its bounds, a type for those who have no name, the words as evidence; what was there stays."""
    claim = _add(_claim(), "harm", "killed", "12 villagers")
    claim = _add(claim, "actors", "perpetrator", "Gunmen")
    claim = _add(claim, "means", "mortar", "a mortar")
    claim = _add(claim, "speakers", "reports", "A mayor")
    (harm,), (actor,) = claim.harm, claim.actors
    assert (harm.count, harm.group, harm.score) == (Count(low=12, high=12, qualifier="exact"), "villagers", None)
    assert (actor.type, actor.name, actor.evidence[0].quote) == ("unidentified_armed_group", None, "Gunmen")
    assert [(row.slot, row.raw) for row in iter_rows(claim)] == [
        ("actors", "Gunmen"), ("harm", "12 villagers"), ("means", "a mortar"), ("speakers", "A mayor"),
    ]  # fmt: skip


def test_a_part_is_found_or_said_and_never_counted_twice() -> None:
    """ "including three children" is part of the twelve by its words; a person may say otherwise, but not across effects."""
    claim = _add(_claim(), "harm", "killed", "12 villagers")
    assert _add(claim, "harm", "killed", "three children").harm[1].part_of == 0
    assert _add(claim, "harm", "killed", "three children", within="itself").harm[1].part_of is None
    name = next(iter_rows(claim)).name
    assert _add(claim, "harm", "killed", "Soldiers", within=name).harm[1].part_of == 0
    with pytest.raises(RecordError, match="same kind"):
        _add(claim, "harm", "injured", "three children", within=name)


def test_what_the_words_do_not_say_a_person_may() -> None:
    """The kind of people that a person gives stands, also where the reader would have typed them otherwise."""
    claim = _add(_claim(), "actors", "perpetrator", "Soldiers", who="foreign_forces")
    assert claim.actors[0].type == "foreign_forces"
    with pytest.raises(RecordError, match="already"):
        _add(claim, "actors", "perpetrator", "Soldiers")
    assert len(_add(claim, "actors", "target", "Soldiers").actors) == 2


def test_parts_follow_when_a_row_goes() -> None:
    """The whole gone, its part stands by itself; another row gone, the part still points at its whole."""
    rows = tuple(
        Harm(
            effect="killed", raw=str(n), group=None, group_type="civilians", count=Count(low=n, high=n, qualifier="exact"),
            part_of=part,
        )
        for n, part in ((5, None), (12, None), (3, 1))
    )  # fmt: skip
    claim = replace(_claim(), harm=rows)
    _, without_first = take_out(claim, "harm:0:")
    assert [(row.raw, row.part_of) for row in without_first.harm] == [("12", None), ("3", 0)]
    _, without_whole = take_out(claim, "harm:1:")
    assert [(row.raw, row.part_of) for row in without_whole.harm] == [("5", None), ("3", None)]


def test_a_row_that_has_moved_is_refused() -> None:
    """Whoever takes out what is no longer there is told so, and nothing else goes in its place."""
    claim = _add(_add(_claim(), "actors", "perpetrator", "Gunmen"), "actors", "victim", "villagers")
    name = next(iter_rows(claim)).name
    _, rest = take_out(claim, name)
    with pytest.raises(RecordError, match="no such row any more"):
        take_out(rest, name)


def test_codes_that_differ_are_written_and_no_others() -> None:
    """Of four codes in one form only what was changed becomes a correction; nothing changed is a slip."""
    form = Reading(claim="clm_1", slot="codes", type="killing", scope="incident", status="attempted", stance="asserted")
    assert read_slots(DOCUMENT, _claim(), form) == {"type": '"killing"', "status": '"attempted"'}
    same = Reading(claim="clm_1", slot="codes", type="armed_attack", scope="incident")
    with pytest.raises(RecordError, match="Nothing was chosen otherwise"):
        read_slots(DOCUMENT, _claim(), same)
    with pytest.raises(RecordError, match="cannot be corrected so"):
        read_slots(DOCUMENT, _claim(), Reading(claim="clm_1", slot="harm"))


def _with_rows(store: Store) -> Claim:
    return next(row for row in store.iter_claims(ClaimFilter(current=True)) if row.actors and row.harm)


def _stands(store: Store, name: str) -> Claim:
    return correct_claims(store, [store.get_claim(name)])[0]


def test_the_forms_of_a_report_take_a_row_out_and_put_it_back_in_other_words(desk: httpx.Client, store_path: Path) -> None:
    """× on a count, then the same words as another effect: both decisions stand, and undo goes back one at a time."""
    with open_store(str(store_path)) as store:
        claim = _with_rows(store)
    page = html.fromstring(desk.get(f"/documents/{claim.document_id}").text)
    button = page.xpath(f"//button[@form='out-{claim.id}' and starts-with(@value, 'harm:0:')]")[0]
    assert claim.harm[0].raw in button.get("aria-label")
    form = page.get_element_by_id(f"out-{claim.id}")
    fields = {row.get("name"): row.get("value") for row in form.xpath(".//input")}
    assert desk.post(form.get("action"), data={**fields, "row": button.get("value")}).status_code == 200
    assert desk.post(form.get("action"), data={**fields, "row": button.get("value")}).status_code == 200  # sent twice
    with open_store(str(store_path)) as store:
        assert _stands(store, claim.id).harm == take_out(claim, button.get("value"))[1].harm
        assert len(list(store.iter_judgements())) == 1
    data = {"claim": claim.id, "slot": "harm:casualties", "words": claim.harm[0].raw}
    assert desk.post("/correct", data=data).status_code == 200
    with open_store(str(store_path)) as store:
        added = _stands(store, claim.id).harm[-1]
    assert (added.effect, added.count) == ("casualties", claim.harm[0].count)
    desk.post("/undo", data={})
    desk.post("/undo", data={})
    with open_store(str(store_path)) as store:
        assert _stands(store, claim.id) == claim


def test_a_value_of_one_s_own_has_a_form_and_a_reason(desk: httpx.Client, store_path: Path) -> None:
    """The report's page sets a day without words, once it is said how it is known; the log holds that."""
    with open_store(str(store_path)) as store:
        claim = _with_rows(store)
    page = html.fromstring(desk.get(f"/documents/{claim.document_id}").text)
    (form,) = page.xpath(f"//form[.//input[@name='own'] and .//input[@value='{claim.id}']]")
    fields = {row.get("name"): row.get("value") or "" for row in form.xpath(".//input")}
    given = {**fields, "slot": "when", "words": "2021-05-06..2021-05-07"}
    assert desk.post("/correct", data=given).status_code == 422
    assert desk.post("/correct", data={**given, "reason": "the mayor, by telephone"}).status_code == 200
    with open_store(str(store_path)) as store:
        when = _stands(store, claim.id).when
        assert [row.reason for row in store.iter_judgements()] == ["the mayor, by telephone"]
    assert when is not None
    assert (when.raw, when.evidence, str(when.value and when.value.latest)) == ("coder's own", (), "2021-05-07")


def test_who_codes_alone_adds_rows_for_themselves(desk: httpx.Client, store_path: Path) -> None:
    """Two rows added one after the other are both theirs; the claim that incidents follow stays as it was."""
    with open_store(str(store_path)) as store:
        claim = _with_rows(store)
    for kind, words in (("bystander", claim.trigger.quote), ("target", claim.harm[0].raw)):
        data = {"claim": claim.id, "slot": f"actors:{kind}", "words": words}
        assert desk.post("/code", data=data).status_code == 200
    with open_store(str(store_path)) as store:
        rows = [json.loads(row.value or "") for row in store.iter_judgements() if row.kind == "code"]
        assert _stands(store, claim.id) == claim
    assert [row["role"] for row in rows[-1]][-2:] == ["bystander", "target"]


def test_blanks_that_a_pointer_took_along_are_no_words() -> None:
    """Edges are trimmed; blanks alone count as nothing chosen."""
    at = TEXT.index("Soldiers")
    form = Reading(claim="clm_1", slot="actors:perpetrator", start=at - 1, end=at + 9)
    assert json.loads(read_slots(DOCUMENT, _claim(), form)["actors"])[0]["raw"] == "Soldiers"
    with pytest.raises(RecordError, match="No words"):
        read_slots(DOCUMENT, _claim(), Reading(claim="clm_1", slot="when", start=at - 1, end=at))
