"""The post that fires is no target: "the shells came from the army camp at Tessalit", "rockets fired from a school"."""

from __future__ import annotations

from dataclasses import replace

from crossread.normalize.places.launched import is_launch_site
from crossread.records import Claim, Document


def without_launch_sites(document: Document, claim: Claim) -> Claim:
    """The claim of a shelling or an air strike without such a thing among its targets; no score stays as it is."""
    if claim.score is None or claim.type not in ("shelling", "air_strike"):
        return claim
    fires = [
        row
        for row in claim.actors
        if (row.role, row.type) == ("target", "object")
        and row.score is not None
        and row.evidence
        and all(is_launch_site(document, claim, quote.span) for quote in row.evidence)
    ]
    return replace(claim, actors=tuple(row for row in claim.actors if row not in fires)) if fires else claim
