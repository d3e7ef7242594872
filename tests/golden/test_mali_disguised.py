"""The sample collection disguised: renamed, shuffled, doubled. The incidents stay the same."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st
from mali_ground import mali_claims, mali_clusters, mali_documents

from crossread.flow.in_memory import extract_all
from crossread.link import Cluster, count_words, link_claims
from crossread.read import ReadDocument, ReadOptions, iter_documents
from crossread.records import Claim, Document, Evidence, Place, Slot
from crossread.samples import sample_paths, sample_sources

Told = tuple[tuple[Claim, ...], dict[str, Document]]
Groups = set[frozenset[str]]
laws = settings(max_examples=6, deadline=None)


@cache
def samples() -> Told:
    """The shipped reports with the claims that the real extractor makes of them."""
    read = [
        row.document
        for path in sample_paths()
        for row in iter_documents([path], options=ReadOptions(source=sample_sources().get(path.name)))
        if isinstance(row, ReadDocument)
    ]
    claims = tuple(claim for made in extract_all(read) for claim in made.claims)
    return claims, {document.id: document for document in read}


def groups(clusters: Sequence[Cluster], *, undo: str = "") -> Groups:
    """The claims of each incident, without the mark of a double."""
    return {frozenset(name.removesuffix(undo) for name in cluster.all_ids) for cluster in clusters}


def rename(told: Told, stem: str) -> Told:
    """Every settlement under an invented name of the same length, in texts, quotes and values; ids, offsets and points stay."""
    claims, documents = told
    places = [c.where.value for c in claims if c.where and c.where.value and c.where.value.name]
    fine = sorted({place.name for place in places if place.precision in ("exact", "near") and place.name}, key=len)
    names = {name: _invent(name, number, stem) for number, name in enumerate(fine)}
    changed = {
        key: replace(document, text=_swap(document.text, names), title=_swap(document.title or "", names) or None)
        for key, document in documents.items()
    }
    return tuple(_rename_claim(claim, names, changed[claim.document_id]) for claim in claims), changed


def _invent(name: str, number: int, stem: str) -> str:
    """Another word of the same length that names nothing: offsets stay what they were."""
    random_letters = random.Random(f"{stem}{number}")
    return "".join(
        (random_letters.choice("BDFGKLMNPRSTVZ") if letter.isupper() else random_letters.choice("aeioulmnrst"))
        if letter.isalpha()
        else letter
        for letter in name
    )


def _swap(text: str, names: dict[str, str]) -> str:
    for old, new in sorted(names.items(), key=lambda row: -len(row[0])):
        text = text.replace(old, new)
    return text


def _rename_claim(claim: Claim, names: dict[str, str], document: Document) -> Claim:
    where = claim.where
    if where is not None:
        value = where.value
        named: Place | None = replace(value, name=names.get(value.name, value.name)) if value and value.name else value
        where = Slot(raw=_swap(where.raw, names), value=named, evidence=_again(where.evidence, document), score=where.score)
    return replace(
        claim,
        trigger=document.quote(claim.trigger.span.start, claim.trigger.span.end),
        retellings=_again(claim.retellings, document),
        where=where,
        when=replace(claim.when, evidence=_again(claim.when.evidence, document)) if claim.when else None,
        actors=tuple(replace(row, raw=_swap(row.raw, names), evidence=_again(row.evidence, document)) for row in claim.actors),
        harm=tuple(
            replace(
                row,
                raw=_swap(row.raw, names),
                group=_swap(row.group, names) if row.group else None,
                evidence=_again(row.evidence, document),
            )
            for row in claim.harm
        ),
        means=tuple(replace(row, evidence=_again(row.evidence, document)) for row in claim.means),
        speakers=tuple(replace(row, evidence=_again(row.evidence, document)) for row in claim.speakers),
    )


def _again(evidence: Sequence[Evidence], document: Document) -> tuple[Evidence, ...]:
    return tuple(document.quote(row.span.start, row.span.end) for row in evidence)


def double(told: Told, mark: str) -> Told:
    """Every report a second time, under another id and publisher, as a copy is printed elsewhere."""
    claims, documents = told
    copies = {f"{key}{mark}": replace(row, id=f"{key}{mark}", source=f"{row.source} copy") for key, row in documents.items()}
    doubled = tuple(replace(row, id=f"{row.id}{mark}", document_id=f"{row.document_id}{mark}") for row in claims)
    return (*claims, *doubled), {**documents, **copies}


def golden() -> Told:
    """The hand-coded claims of the collection."""
    return mali_claims(), mali_documents()


def shuffled(told: Told, random_order: random.Random) -> Told:
    """The same claims and documents in another order."""
    claims, documents = list(told[0]), list(told[1].items())
    random_order.shuffle(claims)
    random_order.shuffle(documents)
    return tuple(claims), dict(documents)


@laws
@given(stem=st.text("abcdef", min_size=1, max_size=6), order=st.randoms(use_true_random=False))
def test_hand_coded_incidents_survive_the_disguise(stem: str, order: random.Random) -> None:
    """Renamed and in any order, the hand-coded reports tell the nine incidents that they tell undisguised."""
    assert groups(link_claims(*shuffled(rename(golden(), stem), order))) == groups(mali_clusters())


@laws
@given(stem=st.text("abcdef", min_size=1, max_size=6), order=st.randoms(use_true_random=False))
def test_shipped_reports_survive_the_disguise(stem: str, order: random.Random) -> None:
    """So do the shipped files as the real extractor reads them."""
    assert groups(link_claims(*shuffled(rename(samples(), stem), order))) == groups(link_claims(*samples()))


def test_copies_add_accounts_and_neither_incidents_nor_sources() -> None:
    """Each report printed twice: as many incidents of the same claims, and as many independent sources of each."""
    for told, order in product((golden(), samples()), map(random.Random, range(3))):
        counts = count_words(told[1].values())  # of the reports themselves: copies do not make a word common
        plain = link_claims(*told, counts=counts)
        twice = link_claims(*shuffled(double(told, "#2"), order), counts=counts)
        assert len(twice) == len(plain)
        assert groups(twice, undo="#2") == groups(plain)
        assert sorted(len(set(row.source_groups.values())) for row in twice) == sorted(
            len(set(row.source_groups.values())) for row in plain
        )
