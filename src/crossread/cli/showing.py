"""`crossread compare`, `incidents`, `show` and `demo`: what was read, for a person or as JSON."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import islice
from typing import TYPE_CHECKING, Annotated

import typer

from crossread.cli import options as o
from crossread.cli.filtering import takes_filter
from crossread.cli.passed_by import print_garbled, print_missed, print_own_files
from crossread.cli.printing import (
    print_claim,
    print_comparison,
    print_demo,
    print_document,
    print_incidents,
    print_rejections,
    print_totals,
    print_usage,
)
from crossread.cli.progress import Watch
from crossread.cli.samples_only import refuse_other_reports
from crossread.cli.unlinked import count_unlinked, say_unlinked
from crossread.cli.values import parse_count, setting_parser
from crossread.errors import NotFoundError

DEMO_STORE = "crossread-demo.db"  # never the default store: samples must not be found among somebody's own reports

if TYPE_CHECKING:
    from collections.abc import Sequence

    from crossread.flow.in_memory import Comparison
    from crossread.records import Document, Incident
    from crossread.store import IncidentFilter, Store
    from crossread.weigh import TotalCheck


def add_to(app: typer.Typer) -> None:
    """Put these commands on the list."""
    for command in (compare, takes_filter(incidents), show, demo):
        app.command()(command)


def compare(
    paths: Annotated[list[str], typer.Argument(metavar="FILE…", help="Reports: files, folders, or - for standard input.")],
    source: Annotated[str | None, typer.Option("--source", help="Who published them.")] = None,
    published: Annotated[
        date | None, typer.Option("--published", parser=o.parse_published, metavar="DAY", help="When: YYYY-MM-DD.")
    ] = None,
    language: o.Language = None,
    columns: o.Columns = None,
    dates: o.DayOrder = None,
    quotes: o.Quotes = False,
    full: Annotated[bool, typer.Option("--full", help="Also show in full what one report alone tells of.")] = False,
    policy: o.Policy = None,
    min_score: o.MinScore = None,
    extractor: o.ExtractorName = None,
    places: o.Places = None,
    actors: o.Actors = None,
    config: o.Config = None,
    as_json: o.AsJson = False,
) -> None:
    """Compare reports incident by incident, accounts side by side. Needs no store and leaves none."""
    from crossread.cli.settings import load_settings
    from crossread.flow import check_policy, make_extractor
    from crossread.flow.in_memory import compare_reports
    from crossread.flow.totals import totals_of_reports
    from crossread.read import OwnFiles, ReadOptions, iter_documents
    from crossread.read.garbled import describe_garbling
    from crossread.records import Rejection

    asked = {"extractor": extractor, "places": places, "actors": actors}
    settings = load_settings(config, flags={"language": language, "policy": policy, "min_score": min_score, **asked})
    check_policy(settings)
    reader = make_extractor(settings)
    mapped, order = o.parse_map(columns or []), o.parse_order(dates)
    options = ReadOptions(source=source, published=published, language=settings.language, map=mapped, dates=order)
    own = OwnFiles(store=settings.store)
    read = list(iter_documents(paths, options=options, own=own))
    refused = [row for row in read if isinstance(row, Rejection)]
    documents = [row.document for row in read if not isinstance(row, Rejection)]
    with Watch() as watch:
        comparison = compare_reports(
            documents,
            policy=settings.policy,
            extractor=reader,
            min_score=settings.min_score,
            on_document=watch.on_document,
            on_rejection=refused.append,
        )
    totals = totals_of_reports(comparison.claims.values(), comparison.incidents, comparison.documents)
    if as_json:
        o.print_json({**_comparison_json(comparison), "totals": [_total_json(check) for check in totals]})
    elif documents:  # of files that could not be read there is nothing to say but why
        full |= quotes or len(documents) == 1
        print_comparison(comparison.incidents, comparison.claims, comparison.documents, quotes=quotes, full=full)
        print_totals(totals, comparison.documents)
    print_own_files(own.left_out)
    print_missed(options)
    print_garbled((row.name or row.id, told) for row in documents if (told := describe_garbling(row.text)))
    print_usage(reader)
    print_rejections(refused)
    if refused:
        raise typer.Exit(o.EXIT_REFUSED)


def incidents(
    where: IncidentFilter,
    limit: Annotated[int, typer.Option("--limit", parser=parse_count, metavar="N", help="At most so many.")] = 200,
    store: o.StoreUrl = None,
    config: o.Config = None,
    as_json: o.AsJsonLines = False,
) -> None:
    """List the incidents of the store that meet every condition given."""
    from crossread.cli.settings import load_settings
    from crossread.records import incident_to_json, review_to_json

    settings = load_settings(config, flags={"store": store})
    with o.open_existing(store, config) as opened:
        total, found, reviews = opened.count_incidents(where), _first(opened, where, limit), opened.incident_reviews()
        unlinked = count_unlinked(opened, settings)
        near = [] if found or not where.place else _near_places(opened, where.place)
    if as_json:
        for incident in found:
            o.print_json({**incident_to_json(incident), "review": review_to_json(reviews.get(incident.id))})
    else:
        print_incidents(found, total=total, reviews=reviews)
    if unlinked:
        typer.echo(f"{say_unlinked(unlinked, settings.store)}.", err=True)
    if near:
        typer.echo(f"Places of this store that are spelled much like it: {', '.join(near)}.", err=True)
    if not found:
        raise typer.Exit(o.EXIT_NOTHING)


def _near_places(store: Store, words: str) -> list[str]:
    """Names of places and regions in the store that are spelled much like these words, which found none."""
    from difflib import get_close_matches

    places = [row.where for row in store.iter_incidents() if row.where]
    names = {name.casefold(): name for place in places for name in (place.admin1, place.name) if name}
    return [names[one] for one in get_close_matches(words.casefold(), names, n=3, cutoff=0.75)]


def show(
    id: Annotated[str, typer.Argument(metavar="ID", help="Of an incident, document or claim; its beginning is enough.")],
    quotes: o.Quotes = False,
    store: o.StoreUrl = None,
    config: o.Config = None,
    as_json: o.AsJson = False,
) -> None:
    """Show one incident with its accounts side by side, one document with its claims, or one claim, all as corrected."""
    kinds = {"inc_": _show_incident, "doc_": _show_document, "clm_": _show_claim}
    shower = next((kinds[prefix] for prefix in kinds if id.startswith(prefix)), None)
    if shower is None:
        raise NotFoundError(
            "That is no id.",
            expected="one that begins with inc_, doc_ or clm_",
            found=id,
            next_step="`crossread incidents` lists them.",
        )
    with o.open_existing(store, config) as opened:
        shower(opened, id, quotes=quotes, as_json=as_json)


def demo(
    store: Annotated[
        str, typer.Option("--store", parser=setting_parser("store"), help="Path or address of a store.", metavar="URL")
    ] = DEMO_STORE,
) -> None:
    """Read the sample collection (Mali, January 2019) into a store of its own and show its incidents and disagreements.

    A store that holds other reports is refused.
    """
    from crossread.cli.settings import load_settings
    from crossread.flow import make_bench, read_into, rebuild_incidents
    from crossread.read import ReadOptions
    from crossread.samples import sample_paths, sample_sources
    from crossread.store import open_store

    settings = load_settings(flags={"store": store})
    named = sample_sources()
    with open_store(settings.store) as opened, Watch() as watch:
        refuse_other_reports(opened, settings.store)
        bench = make_bench(opened, settings)
        read_into(bench, [path for path in sample_paths() if path.name not in named], on_progress=watch)
        for path in (path for path in sample_paths() if path.name in named):
            read_into(replace(bench, options=ReadOptions(source=named[path.name])), [path], on_progress=watch)
        rebuild_incidents(opened, settings.policy, min_score=settings.min_score)
        found = list(opened.iter_incidents())
        print_demo(found, documents=opened.counts().documents, store=settings.store)
    print_rejections(watch.rejections)


def _first(store: Store, where: IncidentFilter, limit: int) -> list[Incident]:
    return list(islice(store.iter_incidents(where), limit))


def _show_incident(store: Store, id: str, *, quotes: bool, as_json: bool) -> None:
    from crossread.flow.selecting import correct_claims
    from crossread.flow.totals import totals_of_incident
    from crossread.records import claim_to_json, document_to_json, incident_to_json, review_to_json

    incident = store.get_incident(id)
    told = (store.get_claim(account.claim_id) for account in incident.accounts)
    claims = {claim.id: claim for claim in correct_claims(store, told)}
    documents = {account.document_id: store.get_document(account.document_id) for account in incident.accounts}
    totals, reviews = totals_of_incident(store, incident), store.incident_reviews()
    if as_json:
        beside = {
            "claims": [claim_to_json(c) for c in claims.values()],
            "documents": [document_to_json(d) for d in documents.values()],
            "totals": [_total_json(check) for check in totals],
        }
        review = review_to_json(reviews.get(incident.id))
        o.print_json({"incident": incident_to_json(incident), "review": review, **beside})
    else:
        print_comparison([incident], claims, documents, quotes=quotes, full=True, reviews=reviews)
        print_totals(totals, _documents_of(store, totals))


def _show_document(store: Store, id: str, *, quotes: bool, as_json: bool) -> None:
    from crossread.flow.selecting import corrected_extraction, document_answer, say_aside, why_unread
    from crossread.flow.standing import dismissed_claims

    document, extraction = corrected_extraction(store, id)
    if as_json:
        o.print_json(document_answer(store, document, extraction))
    else:
        unread = say_aside(store, document.id) or why_unread(store, document.id)
        own = {claim.id for claim in extraction.claims}
        aside = {name: reason for name, reason in dismissed_claims(store).items() if name in own}
        print_document(document, extraction, quotes=quotes, unread=unread, aside=aside)


def _show_claim(store: Store, id: str, *, quotes: bool, as_json: bool) -> None:
    from crossread.flow.selecting import correct_claims, review_of_claim
    from crossread.flow.totals import totals_of_claim
    from crossread.records import claim_to_json, review_to_json

    (claim,) = correct_claims(store, [store.get_claim(id)])
    review = review_of_claim(store, claim)
    if as_json:
        o.print_json({**claim_to_json(claim), "review": review_to_json(review)})
    else:
        print_claim(claim, store.get_document(claim.document_id), quotes=quotes, review=review)
        totals = totals_of_claim(store, claim)
        print_totals(totals, _documents_of(store, totals))


def _documents_of(store: Store, totals: Sequence[TotalCheck]) -> dict[str, Document]:
    return {check.document_id: store.get_document(check.document_id) for check in totals}


def _total_json(check: TotalCheck) -> dict[str, object]:
    told, summed = ({"low": count.low, "high": count.high} for count in (check.told, check.summed))
    return {
        "claim": check.claim_id,
        "document": check.document_id,
        "effect": check.effect,
        "told": told,
        "incidents": list(check.incidents),
        "without_number": list(check.untold),
        "sum": {**summed, "best": check.best},
        "difference": check.difference,
        "sentence": check.sentence,
    }


def _comparison_json(comparison: Comparison) -> dict[str, object]:
    from crossread.records import extraction_to_json, incident_to_json

    return {
        "incidents": [incident_to_json(incident) for incident in comparison.incidents],
        "documents": [extraction_to_json(comparison.documents[e.document_id], e) for e in comparison.extractions],
    }
