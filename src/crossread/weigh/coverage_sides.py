"""On which side of a disagreement the row of a data set stands, and whether a report stands there with it."""

from __future__ import annotations

from collections.abc import Mapping

from crossread.codebook import LoadedWords
from crossread.records import Claim, Disagreement, Document, Reading
from crossread.weigh.case import Case
from crossread.weigh.doers import doers_fit, list_doings
from crossread.weigh.places import places_fit
from crossread.weigh.values import place_of, window_of, windows_fit

LABEL = "label"


def has_company(row: Disagreement, claim: Claim, reports: Mapping[str, Claim], documents: Mapping[str, Document]) -> bool:
    """True where a report that takes a side says what the row says, or what fits it: the reports differ among themselves."""
    for reading in row.readings:
        for other in (reports[name] for name in reading.claims if name in reports):
            if claim.id in reading.claims or _fits(row.slot, claim, other, documents):
                return True
    return False


def _fits(slot: str, claim: Claim, other: Claim, documents: Mapping[str, Document]) -> bool:
    """True where both tell the slot and both can be right; only of slots in which a row has words of its own."""
    if slot == "when":
        windows = window_of(claim), window_of(other)
        return windows[0] is not None and windows[1] is not None and windows_fit(windows[0], windows[1])
    if slot == "where":
        places = place_of(claim), place_of(other)
        return places[0] is not None and places[1] is not None and places_fit(places[0], places[1])
    return slot == "actors.perpetrator" and _same_doers(claim, other, documents)


def _same_doers(claim: Claim, other: Claim, documents: Mapping[str, Document]) -> bool:
    case = Case(id="", accounts=(claim, other), mentions=(), documents=documents, groups={})
    doings = list_doings(case)
    own = [row for row in doings if row.claim.id == claim.id and not row.open]
    theirs = [row for row in doings if row.claim.id == other.id and not row.denies and not row.open]
    return any(doers_fit(a, b) for a in own for b in theirs)


def is_loaded(reading: Reading) -> bool:
    """True for a reading with a loaded word in it: “regime forces”, not the “gunmen” that others write beside it."""
    return any(kind == LABEL for kind, _ in LoadedWords.load().iter_spans(reading.text))
