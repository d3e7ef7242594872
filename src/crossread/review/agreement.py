"""Two coders on the same reports: their agreement, the reports side by side, and decisions between them."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Form, Request
from fastapi.responses import HTMLResponse, RedirectResponse

from crossread.errors import AccessError, NotFoundError, RecordError
from crossread.records import ALONE, Claim, Document, claim_to_json, is_by_hand, take_up
from crossread.records.judgement import VERDICT
from crossread.review.agreeing import FIGURES, sum_figures
from crossread.review.coders import ADJUDICATED, Coding, Codings, load_codings
from crossread.review.comparing import compare_coders, compare_report, list_pairs
from crossread.review.deciding import Draft, write
from crossread.review.handwritten import find_claim
from crossread.review.identity import Identity, check_may, who
from crossread.review.likeness import SLOTS
from crossread.review.rendering import inside, render, store_of
from crossread.store import Store

router = APIRouter(include_in_schema=False)
NONE = "none"  # instead of a claim: this coder gives none
LISTED = 200  # reports that wait, at most


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """A report that others coded and this coder did not finish: candidates `mine` and `theirs`."""

    document: Document
    mine: int
    theirs: int


@router.get("/agreement", response_class=HTMLResponse)
def agreement(request: Request, first: str = "", second: str = "") -> HTMLResponse:
    """The figures of two coders, the reports that both coded, and those that wait for a second coder."""
    store, asks = store_of(request), who(request)
    codings = load_codings(store)
    pair = _choose(codings, asks, first, second)
    reports = compare_coders(store, codings, *pair) if pair else []
    shared = len(codings.shared(*pair)) if pair else 0
    values = {
        "pair": pair,
        "coders": codings.coders,
        "figures": sum_figures(row.figures for row in reports),
        "names": FIGURES,
        "reports": reports,
        "shared": shared,
        "alone": sum(len(codings.of(name)) - len(codings.written(name)) for name in pair or ()) - 2 * shared,
        "wrote": sum(row.written for report in reports for row in report.candidates),
        "waiting": _waiting(store, codings, asks) if asks.may("decide") and asks.kind == "session" else [],
    }
    return render(request, "agreement.html", values)


@router.get("/agreement/{document_id}", response_class=HTMLResponse)
def side_by_side(request: Request, document_id: str, first: str = "", second: str = "") -> HTMLResponse:
    """One report as both coders read it, slot by slot."""
    store = store_of(request)
    codings = load_codings(store)
    pair = _choose(codings, who(request), first, second)
    if pair is None:
        raise NotFoundError("There are no two coders to compare.", expected="two who decided about claims", found="fewer")
    compared = compare_report(store, codings, store.get_document(document_id), pair)
    return render(request, "agreement_report.html", {"pair": pair, "compared": compared})


@router.post("/adjudicate")
def adjudicate(
    request: Request,
    claim: Annotated[str, Form()],
    slot: Annotated[str, Form()],
    coder: Annotated[str, Form()],
    other: Annotated[str, Form()],
    chosen: Annotated[str, Form()] = "",
    back: Annotated[str, Form()] = "/agreement",
    once: Annotated[str, Form()] = "",
) -> RedirectResponse:
    """Let one coder's reading of a slot stand: incidents follow it from now on.

    `claim` is the candidate, or the claim that stands for what one or both wrote; `chosen` is the claim of theirs that this
    coder decided on where it is another one, or `none` where they give no such claim.
    """
    check_may(request, "overrule")
    store, codings = store_of(request), load_codings(store_of(request))
    found = store.get_claim(claim)
    coding = None if chosen == NONE else codings.read(_decided(store, codings, coder, chosen or found.id), coder)
    if coding is None or not is_by_hand(found):
        _decided(store, codings, other, found.id)
    kept = coding is not None and coding.kept
    stands = found if not kept and find_claim(store, take_up(found).id) is None else take_up(_as_written(codings, found))
    drafts = [_draft(stands.id, slot, coding, coder, other)]
    new = find_claim(store, stands.id) is None
    if new and slot != VERDICT:
        drafts = [_draft(stands.id, VERDICT, coding, coder, other), *drafts]
    write(request, drafts, once=once, claims=[stands] if new else [])
    return RedirectResponse(inside(back), status_code=303)


def _decided(store: Store, codings: Codings, coder: str, claim_id: str) -> Claim:
    found = store.get_claim(claim_id)
    if found.id not in codings.of(coder):
        raise NotFoundError("This coder has not decided on that claim.", where=found.id, found=coder)
    return found


def _as_written(codings: Codings, claim: Claim) -> Claim:
    """A claim that was written alone as its coder reads it today; others as they are."""
    return codings.read(claim, claim.made_by.removeprefix(ALONE)).claim if claim.made_by.startswith(ALONE) else claim


def _draft(claim_id: str, slot: str, coding: Coding | None, coder: str, other: str) -> Draft:
    reason = f"{ADJUDICATED}as {coder}, not as {other}"
    if slot == VERDICT:
        kept = coding is not None and coding.kept
        said = f"{reason} ({coding.reason})" if coding and coding.reason and not kept else reason
        return Draft(kind="accept" if kept else "dismiss", subject=claim_id, reason=said)
    if slot not in SLOTS:
        raise RecordError("That is no slot.", expected=", ".join((VERDICT, *SLOTS)), found=slot)
    if coding is None:
        raise RecordError("This coder gives no such claim, and so none of its slots.", expected=VERDICT, found=slot)
    value = json.dumps(claim_to_json(coding.claim)[slot])
    return Draft(kind="correct", subject=claim_id, slot=slot, value=value, reason=reason)


def _choose(codings: Codings, asks: Identity, first: str, second: str) -> tuple[str, str] | None:
    """The two to compare: those asked for, or the two with the most in common; None where there are none."""
    for name in filter(None, (first, second)):
        if name not in codings.coders:
            raise NotFoundError("That is no coder here.", expected=", ".join(codings.coders) or "nobody yet", found=name)
    if first and first == second:
        raise RecordError("A coder always agrees with themselves.", expected="two coders", found=first)
    asked = {name for name in (first, second) if name}
    pairs = [(a, b) for _, a, b in list_pairs(codings) if asked <= {a, b}]
    seen = [pair for pair in pairs if _may_see(asks, pair)]
    if pairs and not seen and asked:
        raise AccessError(
            "You code yourself: what others read stays covered until you have read it.",
            expected=f"a comparison with {asks.name}",
            found=" and ".join(pairs[0]),
            next_step="Compare yourself with them, or ask an adjudicator.",
        )
    if not seen:
        return None
    return (first, second) if first and second else seen[0]


def _may_see(asks: Identity, pair: tuple[str, str]) -> bool:
    """Coders see only themselves compared, so that what others read does not lead them; who does not code sees all."""
    return asks.may("overrule") or not asks.may("decide") or asks.name in pair


def _waiting(store: Store, codings: Codings, asks: Identity) -> list[Waiting]:
    """Reports that others coded and one has not finished. What others wrote by hand is not told, only that they coded it."""
    mine, others = codings.of(asks.name), [coder for coder in codings.coders if coder != asks.name]
    here = {store.get_claim(name).document_id for name in mine}
    per_report: dict[str, set[str]] = {}
    for coder in others:
        for name in codings.of(coder):
            candidates = per_report.setdefault(store.get_claim(name).document_id, set())
            candidates.update({name} - codings.written(coder))
    rows = [
        Waiting(document=store.get_document(report), mine=len(names & mine.keys()), theirs=len(names))
        for report, names in sorted(per_report.items())
        if names - mine.keys() or report not in here
    ]
    return rows[:LISTED]
