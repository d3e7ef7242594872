"""`crossread explain A B`: why two claims are, or are not, one incident."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from crossread.cli import options as o

if TYPE_CHECKING:
    from crossread.flow.explaining import WhyTogether


MOST_NAMED = 4


def add_to(app: typer.Typer) -> None:
    """Put this command on the list."""
    app.command()(explain)


def explain(
    a: Annotated[str, typer.Argument(metavar="A", help="A claim, or an incident for its first claim.")],
    b: Annotated[str, typer.Argument(metavar="B", help="Another one.")],
    store: o.StoreUrl = None,
    config: o.Config = None,
    as_json: o.AsJson = False,
) -> None:
    """Say in sentences why two claims are, or are not, taken for the same incident."""
    from crossread.cli.settings import load_settings
    from crossread.flow.explaining import explain_claims, find_one_incident
    from crossread.flow.judging import claims_of

    settings = load_settings(config, flags={"store": store})
    with o.open_existing(store, config) as opened:
        told = {name: claims_of(opened, name) for name in (a, b)}
        if a != b and (one := find_one_incident(opened, a, b)):
            _tell_one(one, told, as_json=as_json, where=o.say_store(settings.store))
            return
        first, second = told[a][0], told[b][0]
        found = explain_claims(opened, first, second, policy=settings.policy)
    if as_json:
        o.print_json(_json(found))
        return
    typer.echo(found.verdict)
    for claim in (found.a, found.b):
        typer.echo(f"  {claim.id}  “{' '.join(claim.trigger.quote.split())}”  of {claim.document_id}")
    for name, claims in told.items():
        if len(claims) > 1:
            others = ", ".join(claims[1 : 1 + MOST_NAMED]) + (", …" if len(claims) > 1 + MOST_NAMED else "")
            typer.echo(f"  Of {name} its first claim was compared; name one of its others to compare that: {others}")
    ranked = sorted(found.explanation.contributions, key=lambda row: (-abs(row.log_odds), row.comparison.name))
    for row in ranked:
        typer.echo(f"  {row.log_odds:+5.1f}  {row.comparison.sentence}")
    typer.echo(f"  {found.explanation.log_odds:+5.1f}  in all, in log-odds, the odds against any two claims included.")


def _tell_one(incident: str, told: dict[str, list[str]], *, as_json: bool, where: str) -> None:
    """Two names of one incident: there is nothing to compare but its claims."""
    names, claims = list(told), next(iter(told.values()))
    verdict = f"{names[0]} and {names[1]} are one incident now: {incident}."
    if as_json:
        o.print_json(
            {"a": names[0], "b": names[1], "together": True, "incident": incident, "claims": claims, "verdict": verdict}
        )
        return
    typer.echo(verdict)
    typer.echo(f"  Its claims: {', '.join(claims)}")
    if len(claims) > 1:
        typer.echo(f"  Why two of them are together: crossread explain {claims[0]} {claims[1]}{where}")
    typer.echo(f"  What led one to the other: crossread judge log{where}; what it is today: crossread show {incident}{where}")


def _json(found: WhyTogether) -> dict[str, Any]:
    rows = [
        {
            "comparison": row.comparison.name,
            "score": row.comparison.score,
            "log_odds": row.log_odds,
            "sentence": row.comparison.sentence,
        }
        for row in found.explanation.contributions
    ]
    return {
        "a": found.a.id,
        "b": found.b.id,
        "together": found.together,
        "incidents": list(found.incidents),
        "judgement": found.judgement.id if found.judgement else None,
        "verdict": found.verdict,
        "probability": found.explanation.probability,
        "log_odds": found.explanation.log_odds,
        "contradiction": found.explanation.contradiction,
        "comparisons": rows,
    }
