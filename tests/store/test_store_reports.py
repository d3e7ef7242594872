"""The list of reports, on both backends: narrowed, sorted, counted, a page at a time."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from crossread.errors import RecordError
from crossread.store import ReportFilter

EVERY = ReportFilter()


@pytest.fixture
def filled(store, build_sample, fill):
    """Three reports with a claim each; one without claims, day and source; one that was withdrawn."""
    samples = [build_sample(number) for number in (1, 2, 3, 4, 5)]
    days = (date(2019, 3, 2), date(2019, 3, 1), date(2019, 3, 3))
    for number, sample in enumerate(samples[:3]):
        samples[number] = replace(
            sample, document=replace(sample.document, published=days[number], source=("b wire", "A wire", "c wire")[number])
        )
    fill(store, *samples[:3])
    store.add_document(replace(samples[3].document, published=None, source=None), samples[3].raw_file)
    fill(store, samples[4])
    store.amendments.withdraw(samples[4].document.id, reason="no report", by="Awa")
    return store, [sample.document.id for sample in samples]


def listed(store, *, sort, descending, limit=10, offset=0, where=EVERY):
    return [row.id for row in store.reports.page(where, sort=sort, descending=descending, limit=limit, offset=offset)]


def test_reports_come_in_the_order_asked_for(filled):
    """What has no day or source stands last either way; of equals the order is that in which they came."""
    store, (one, two, three, bare, _) = filled
    assert listed(store, sort="published", descending=False) == [two, one, three, bare]
    assert listed(store, sort="published", descending=True) == [three, one, two, bare]
    assert listed(store, sort="source", descending=False) == [two, one, three, bare]
    assert listed(store, sort="source", descending=True) == [three, one, two, bare]
    assert listed(store, sort="claims", descending=True) == [one, two, three, bare]
    assert listed(store, sort="claims", descending=False) == [bare, one, two, three]
    assert listed(store, sort="incidents", descending=True) == [one, two, three, bare]
    assert listed(store, sort="read", descending=True) == [bare, three, two, one]
    assert listed(store, sort="read", descending=False, limit=2, offset=1) == [two, three]
    with pytest.raises(RecordError, match="sorted"):
        listed(store, sort="colour", descending=True)


def test_reports_are_narrowed_and_counted(filled):
    """By words of the source or its whole name, by words of the report, by whether they were read."""
    store, (one, two, three, bare, gone) = filled
    for where, found in (
        (EVERY, {one, two, three, bare}),
        (ReportFilter(source="WIRE"), {one, two, three}),
        (ReportFilter(source='"A wire"'), {two}),
        (ReportFilter(source='"wire"'), set()),
        (ReportFilter(state="read"), {one, two, three}),
        (ReportFilter(state="unread"), {bare}),
    ):
        assert set(listed(store, sort="read", descending=True, where=where)) == found
        assert store.reports.count(where) == len(found)
    counts = store.reports.counts()
    assert (counts.read, counts.unread, counts.superseded, counts.withdrawn) == (3, 1, 0, 1)
    claims = {row.id: row.claims for row in store.reports.page(EVERY, sort="read", descending=True, limit=9, offset=0)}
    assert claims == {one: 1, two: 1, three: 1, bare: 0}
    assert gone not in claims
    with pytest.raises(RecordError, match="state"):
        ReportFilter(state="lost")


def test_words_are_shown_where_they_stand(filled):
    """The place in the text of each report that is found, on both backends; none where only the title has them."""
    store, (one, *_) = filled
    text = store.get_document(one).text
    words = text.split()[0].strip(".,")
    found = [row.id for row in store.reports.page(ReportFilter(text=words), sort="read", descending=True, limit=9, offset=0)]
    passages = store.reports.find_passages(found, words)
    assert passages[one].start == text.index(words)
    assert passages.keys() <= set(found)
    assert store.reports.find_passages([one], "nowhere-to-be-found") == {}
