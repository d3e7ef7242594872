"""`crossread coverage`: a data set of incidents beside the reports."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from crossread.cli import options as o
from crossread.cli.printing import print_coverage

if TYPE_CHECKING:
    from crossread.weigh import Coverage, RowCoverage, RowDifference


def add_to(app: typer.Typer) -> None:
    """Put this command on the list."""
    app.command()(coverage)


def coverage(
    name: Annotated[str | None, typer.Argument(metavar="WORDS", help="Only data sets whose name holds these words.")] = None,
    store: o.StoreUrl = None,
    config: o.Config = None,
    as_json: o.AsJsonLines = False,
) -> None:
    """Say which rows of a data set the reports tell, which not, where they differ, and what the reports tell that it has not.

    Rows come in with `crossread read --as acled FILE.csv` or `--as ged`. No score of either: both sides with their words.
    """
    from crossread.flow.selecting import correct_claims
    from crossread.store import ClaimFilter
    from crossread.weigh import cover_rows

    with o.open_existing(store, config) as opened:
        claims = {claim.id: claim for claim in correct_claims(opened, opened.iter_claims(ClaimFilter(current=True)))}
        found = cover_rows(list(opened.iter_incidents()), claims, opened.documents_by_id())
    wanted = [row for row in found if name is None or name.casefold() in row.data_set.casefold()]
    for one in wanted:
        if as_json:
            o.print_json(_json(one))
        else:
            print_coverage(one)
    if not wanted:
        typer.echo("No rows of a data set are in the store. Read some: crossread read --as acled FILE.csv", err=True)
        raise typer.Exit(o.EXIT_NOTHING)


def _json(one: Coverage) -> dict[str, object]:
    told = sum(row.is_told for row in one.rows)
    return {
        "data_set": one.data_set,
        "rows": len(one.rows),
        "in_reports": told,
        "not_in_reports": len(one.rows) - told,
        "differ": sum(row.is_told and row.differs for row in one.rows),
        "details": [_row_json(row) for row in one.rows],
        "incidents_without_row": [{"id": row.id, "summary": row.summary} for row in one.without_row],
        "incidents_outside": [{"id": row.id, "summary": row.summary} for row in one.outside],
    }


def _difference_json(one: RowDifference) -> dict[str, object]:
    return {
        "slot": one.slot,
        "severity": one.severity,
        "row": [value.text for value in one.row],
        "reports": [{"text": value.text, "sources": list(value.sources)} for value in one.reports],
    }


def _row_json(row: RowCoverage) -> dict[str, object]:
    from crossread.records.claim_json import evidence_to_json

    only: dict[str, list[dict[str, object]]] = {}
    for slot, values in row.only_reports.items():
        only[slot] = [
            {
                "text": value.text,
                "sources": list(value.sources),
                "quotes": [{"document_id": quote.document_id, **evidence_to_json(quote)} for quote in value.quotes],
            }
            for value in values
        ]
    return {
        "external_id": row.external_id,
        "in_reports": row.is_told,
        "incident_id": row.incident.id,
        "document_id": row.document_id,
        "claim_id": row.claim.id,
        "told_by": list(row.told_by),
        "mentioned_by": list(row.mentioned_by),
        "numbers": [
            {"effect": one.effect, "row": one.row, "reports": one.reports, "verdict": one.verdict} for one in row.numbers
        ],
        "differences": [_difference_json(one) for one in row.differences],
        "disputed": [_difference_json(one) for one in row.disputed],
        "set_aside": [_difference_json(one) for one in row.set_aside],
        "wording": [_difference_json(one) for one in row.wording],
        "only_in_reports": only,
    }
