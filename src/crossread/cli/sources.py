"""`crossread sources`: what the store's incidents show of each source."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated

import typer

from crossread.cli import options as o

if TYPE_CHECKING:
    from crossread.weigh import SourceProfile

MOST_NAMINGS = 12


def add_to(app: typer.Typer) -> None:
    """Put this command on the list."""
    app.command()(sources)


def sources(
    name: Annotated[str | None, typer.Argument(metavar="WORDS", help="Only sources whose name holds these words.")] = None,
    store: o.StoreUrl = None,
    config: o.Config = None,
    as_json: o.AsJsonLines = False,
) -> None:
    """Show for each source how often it agrees with others, how early it is, whom it copies and how it names people.

    Counts and quotes; crossread gives no score of truth. What people set aside is not counted.
    """
    from crossread.flow.selecting import correct_claims
    from crossread.flow.standing import dismissed_claims, standing_incidents
    from crossread.store import ClaimFilter
    from crossread.weigh import profile_sources

    with o.open_existing(store, config) as opened:
        aside = dismissed_claims(opened)
        read = [claim for claim in opened.iter_claims(ClaimFilter(current=True)) if claim.id not in aside]
        claims = {claim.id: claim for claim in correct_claims(opened, read)}
        documents = opened.documents_by_id()
        found = profile_sources(standing_incidents(opened), claims, documents)
    wanted = [row for row in found if name is None or name.casefold() in row.source.casefold()]
    if as_json:
        for row in wanted:
            o.print_json(_json(row))
    else:
        for row in wanted:
            _print(row)
        _print_unnamed(sum(document.source is None for document in documents.values()))
    if not wanted:
        typer.echo("The store holds no source." if name is None else f"No source's name holds {name!r}.", err=True)
        raise typer.Exit(o.EXIT_NOTHING)


def _print_unnamed(number: int) -> None:
    """How many documents no line above counts, because who published them is not stated."""
    if number:
        from crossread.weigh import plural

        typer.echo(f"Not counted here: {plural(number, 'document')} whose source is not stated.", err=True)


def _json(row: SourceProfile) -> dict[str, object]:
    told = asdict(row)
    for naming in told["namings"]:
        quote = naming["quote"]
        naming["quote"] = {"document_id": quote["document_id"], "quote": quote["quote"], **quote["span"]}
    return told


def _print(row: SourceProfile) -> None:
    from crossread.terminal import clean
    from crossread.weigh import plural

    typer.echo(f"{clean(row.source)}: {plural(row.documents, 'document')}, {plural(row.claims, 'claim')}")
    typer.echo(f"  {plural(row.incidents, 'incident')}, {row.shared} of them told by other independent sources, too")
    for slot, signs in row.slots.items():
        told = ", ".join(f"{sign} {count}" for sign, count in signs.items() if count)
        if told:
            typer.echo(f"    {slot}: {told}")
    if row.days_late is not None:
        typer.echo(f"  first {plural(row.first, 'time')}; {plural(row.days_late, 'day')} after the first account (median)")
    for verb, others in (("copies", row.copies), ("cites", row.cites)):
        for other, count in others.items():
            typer.echo(f"  {verb} {clean(other)} {plural(count, 'time')}")
    shown = sorted(row.namings, key=lambda one: (not one.loaded, -one.count, one.actor, one.words))[:MOST_NAMINGS]
    for one in shown:
        mark = "  (loaded)" if one.loaded else ""
        typer.echo(f"    {clean(one.actor)}: “{clean(one.words)}” {plural(one.count, 'time')}{mark}")
