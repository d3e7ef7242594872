"""Documents, raw files, pending work and search, on both backends."""

from __future__ import annotations

import sqlite3
from dataclasses import replace

import pytest

from crossread.errors import NotFoundError, RecordError, StoreError
from crossread.records import RawFile
from crossread.store import open_store


def test_a_document_comes_back_as_it_went_in(store, build_sample):
    """Every field of a document and every byte of its file survive the store."""
    sample = build_sample(1)
    assert store.add_document(sample.document, sample.raw_file)
    assert store.get_document(sample.document.id) == sample.document
    assert store.get_raw_file(sample.raw_file.sha256) == sample.raw_file
    assert list(store.iter_documents()) == [sample.document]


def test_a_second_time_adds_nothing(store, build_sample, fill):
    """Reading the same report again changes no count."""
    fill(store, build_sample(1), build_sample(2))
    before = store.counts()
    fill(store, build_sample(1), build_sample(2))
    assert store.counts() == before
    assert (before.documents, before.raw_files, before.claims, before.pending) == (2, 2, 2, 0)


def test_bytes_that_do_not_shrink_are_kept_too(store, build_sample):
    """A file that compression would make larger is kept plain and comes back the same."""
    raw_file = RawFile.from_bytes(bytes(range(256)), name="dense.bin", media_type="application/octet-stream")
    store.add_document(replace(build_sample(1).document, sha256=raw_file.sha256), raw_file)
    assert store.get_raw_file(raw_file.sha256[:8]) == raw_file


def test_a_file_of_many_documents_is_kept_once(store, build_sample):
    """Documents of one table share one raw file."""
    raw_file = build_sample(1).raw_file
    for number in range(3):
        store.add_document(replace(build_sample(number).document, sha256=raw_file.sha256), raw_file)
    assert (store.counts().documents, store.counts().raw_files) == (3, 1)


def test_a_document_with_another_file_is_refused(store, build_sample):
    """A document cannot be tied to bytes that it was not read from, and nothing of the try is left."""
    with pytest.raises(RecordError, match="was not read from the raw file"):
        store.add_document(build_sample(1).document, build_sample(2).raw_file)
    assert store.counts().documents == store.counts().raw_files == 0


@pytest.mark.parametrize("broken", ["\0", "\ud800"])
def test_characters_that_are_none_are_refused(store, build_sample, broken):
    """NUL and lone surrogates are refused on both backends with the place named; the batch around them goes on."""
    bad = replace(build_sample(1).document, text=f"Gunmen{broken} attacked.", sha256=None)
    good = build_sample(2)
    with store.batch():
        with pytest.raises(RecordError, match="character 6"):
            store.add_document(bad)
        store.add_document(good.document, good.raw_file)
    assert [document.id for document in store.iter_documents()] == [good.document.id]


def test_a_batch_that_fails_leaves_nothing(store, build_sample):
    """A batch is kept whole or not at all, and is seen inside before it is kept."""
    first, second = build_sample(1), build_sample(2)

    def add_both_and_break_off() -> None:
        with store.batch():
            store.add_document(first.document, first.raw_file)
            assert store.has_document(first.document.id)
            store.add_document(second.document, second.raw_file)
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        add_both_and_break_off()
    assert store.counts().documents == 0


def test_pending_is_what_an_extractor_has_not_finished(store, build_sample, build_extraction):
    """Pending work is found for each extractor, whatever others did, and is done when the extraction is."""
    samples = [build_sample(number) for number in range(3)]
    for sample in samples:
        store.add_document(sample.document, sample.raw_file)
    store.add_extraction(samples[0].extraction)
    store.add_extraction(samples[1].extraction, done=False)
    ids = [sample.document.id for sample in samples]
    assert [document.id for document in store.iter_pending_documents("rule@1")] == ids[1:]
    assert [document.id for document in store.iter_pending_documents("rule@2")] == ids
    assert [document.id for document in store.iter_pending_documents()] == ids[1:]
    assert store.counts().pending == 2
    store.add_extraction(samples[1].extraction)
    assert [document.id for document in store.iter_pending_documents("rule@1")] == ids[2:]


def test_one_may_write_while_going_through_documents(store, build_sample, fill):
    """Going through documents holds nothing: each can be extracted and written as it passes."""
    fill(store, *(build_sample(number) for number in range(20)))
    passed = 0
    for document in store.iter_pending_documents("rule@2"):
        sample = build_sample(int(document.external_id), made_by="rule@2")
        store.add_extraction(sample.extraction)
        passed += 1
    assert passed == 20
    assert not list(store.iter_pending_documents("rule@2"))


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("menaka", {1}),
        ("MÉNAKA market", {1}),
        ('"market in Gossi"', {2}),
        ("gossi menaka", set()),
        ("a-la-menaka'; DROP", set()),
        ("attaque", {1, 2, 3}),
        ("*", set()),
        ('"', set()),
        ("NEAR(market)", set()),
        ("zeppelin", {3}),
    ],
)
def test_search_folds_case_and_accents_and_cannot_be_broken(store, build_sample, fill, words, found):
    """Words are found in title and text whatever their case and accents; nothing typed is taken as an instruction."""
    fill(store, build_sample(1), build_sample(2, town="Gossi"), build_sample(3, town="Gao", more="A zeppelin was seen near."))
    assert {int(document.external_id) for document in store.iter_documents(text=words)} == found


def test_documents_by_source(store, build_sample, fill):
    """Documents can be had by who published them."""
    fill(store, build_sample(1), build_sample(2, source="Nord Presse"))
    assert [document.external_id for document in store.iter_documents(source="Nord Presse")] == ["2"]


def test_documents_by_id_loads_one_at_a_time(store, build_sample, fill):
    """The shelf of documents is a mapping over the store."""
    samples = [build_sample(1), build_sample(2)]
    fill(store, *samples)
    shelf = store.documents_by_id()
    assert list(shelf) == [sample.document.id for sample in samples]
    assert shelf[samples[1].document.id] == samples[1].document
    assert "doc_none" not in shelf
    assert len(shelf) == 2


def test_many_documents_come_at_once(store, build_sample, fill):
    """Those that the store holds, by id, whatever the order and however often they are asked for; others are left out."""
    samples = [build_sample(number) for number in range(3)]
    fill(store, *samples)
    names = [samples[2].document.id, "doc_none", samples[0].document.id, samples[0].document.id]
    assert store.find_documents(names) == {row.document.id: row.document for row in (samples[0], samples[2])}
    assert store.find_documents([]) == {}


def test_the_beginning_of_an_id_is_enough(store, build_sample, fill):
    """An id may be shortened while only one has that beginning; else the error lists what there is."""
    samples = [build_sample(number) for number in range(4)]
    fill(store, *samples)
    wanted = samples[2].document.id
    assert store.get_document(wanted[:12]).id == wanted
    with pytest.raises(NotFoundError, match="More than one document"):
        store.get_document("doc_")
    with pytest.raises(NotFoundError, match=wanted):
        store.get_document(f"{wanted[:10]}zzzz")
    with pytest.raises(NotFoundError, match="no document"):
        store.get_document("%")
    with pytest.raises(NotFoundError, match="holds no incident yet"):
        store.get_incident("inc_1")


@pytest.mark.parametrize(
    "change", ["content = x'6f74686572', codec = 'plain'", "content = x'00'", "content = 'words', codec = 'plain'"]
)
def test_changed_bytes_are_noticed(tmp_path, build_sample, change):
    """A raw file that somebody changed in the database is not handed out as the original."""
    path, sample = tmp_path / "s.db", build_sample(1)
    with open_store(str(path)) as store:
        store.add_document(sample.document, sample.raw_file)
    database = sqlite3.connect(path)
    database.execute(f"UPDATE raw_files SET {change}")
    database.commit()
    database.close()
    with open_store(str(path)) as store, pytest.raises(StoreError, match="changed inside the store"):
        store.get_raw_file(sample.raw_file.sha256)
