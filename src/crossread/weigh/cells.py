"""The comparison as cells: what each account tells in each slot, its words, and whether it agrees with the incident."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from crossread.codebook import load_codebook
from crossread.records import Actor, Claim, Document, Evidence, Incident
from crossread.records.judgement import OWN
from crossread.records.roles import SUFFERER_ROLES
from crossread.weigh.accidents import TOLD_AS_ACCIDENT, is_told_as_accident
from crossread.weigh.case import Case
from crossread.weigh.doers import OPEN_TYPES, Doing, only_denies
from crossread.weigh.numbers import say_toll
from crossread.weigh.of_whom import KINDS, count_of_whom, name_row, rows_of_whom
from crossread.weigh.partial import count_other_side, counts_part
from crossread.weigh.policies import ToldToll, fits
from crossread.weigh.remarks import remark_roles
from crossread.weigh.saying import say_count, say_place, say_window
from crossread.weigh.signs import (
    AGREES,
    DIFFERS,
    DOING,
    FITS,
    NOT_TOLD,
    TOLD,
    by_sign,
    harm_sign,
    what_sign,
    when_sign,
    where_sign,
)
from crossread.weigh.tolls import DOERS, told_tolls
from crossread.weigh.values import place_of, plain_words, window_of
from crossread.weigh.whom import Whom, order_whom

_SAYING = {"denies": " (denies)", "claims": " (claims it)", "accuses": " (accuses)"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One slot of one account. `sign` is `agrees`, `differs`, `compatible` (coarser or open, but both can be right),
    `set aside` (a belligerent's claim), `not told`, or `told` for what is only shown, as all that a single account tells;
    `quotes` are the exact words."""

    slot: str
    claim_id: str
    text: str
    sign: str
    quotes: tuple[Evidence, ...] = ()


def compare_cells(
    incident: Incident, claims: Mapping[str, Claim], documents: Mapping[str, Document]
) -> dict[str, dict[str, Cell]]:
    """For each slot, in the order a coder reads, the cell of every account and mention by claim id."""
    case = _case(incident, claims, documents)
    told = _told(case)
    rows: dict[str, Callable[[Claim], Cell]] = {
        "what": lambda claim: _what(incident, claim),
        "when": lambda claim: _when(incident, claim),
        "where": lambda claim: _where(incident, claim),
        "by": lambda claim: _by(incident, claim, case),
        "to": _to,
    }
    table = {slot: {claim.id: make(claim) for claim in _all(case)} for slot, make in rows.items()}
    for effect in load_codebook().codes("effect"):
        for side in dict.fromkeys(sorted((one.side for one in told if one.effect == effect), reverse=True)):
            slot = name_toll(effect, side)
            table[slot] = {
                claim.id: _harm(incident, slot, claim, _Toll(one=_one(told, claim, effect, side), told=told))
                for claim in _all(case)
            }
        for kind in KINDS:
            table[name_row(effect, kind)] = _of_whom(_all(case), effect, kind)
    table["with"] = {claim.id: _means(claim) for claim in _all(case)}
    table["says who"] = {claim.id: _speakers(claim) for claim in _all(case)}
    totals = {claim.id for claim in case.mentions if claim.scope == "aggregate"}
    alone = len(incident.accounts) == 1
    return {
        slot: {name: _alone(cell) if alone else _of_total(cell) if name in totals else cell for name, cell in cells.items()}
        for slot, cells in table.items()
        if any(cell.sign != NOT_TOLD for cell in cells.values())
    }


def _alone(cell: Cell) -> Cell:
    """The only account agrees with nobody: the incident is what it tells."""
    return replace(cell, sign=TOLD) if cell.sign in (AGREES, FITS) else cell


def _of_total(cell: Cell) -> Cell:
    """A total is of many incidents: what it tells is not set against one of them."""
    return replace(cell, sign=TOLD) if cell.sign == DIFFERS else cell


def tell_tolls(incident: Incident, claims: Mapping[str, Claim], documents: Mapping[str, Document]) -> list[ToldToll]:
    """What every account and mention tells of each effect, before a policy makes one toll of it."""
    return _told(_case(incident, claims, documents))


def name_toll(effect: str, side: str) -> str:
    """How the row of one effect on one side is called: `killed`, `killed (doers)`."""
    label = load_codebook().label("effect", effect)
    return label if side != DOERS else f"{label} (doers)"


def _told(case: Case) -> list[ToldToll]:
    return [one for claim in _all(case) for one in told_tolls(claim, case)]


def _all(case: Case) -> tuple[Claim, ...]:
    return (*case.accounts, *case.mentions)


def _case(incident: Incident, claims: Mapping[str, Claim], documents: Mapping[str, Document]) -> Case:
    rows = incident.accounts
    return Case(
        id=incident.id,
        accounts=tuple(claims[row.claim_id] for row in rows if row.weight == "account"),
        mentions=tuple(claims[row.claim_id] for row in rows if row.weight != "account"),
        documents=documents,
        groups={row.document_id: row.source_group for row in rows},
    )


def _what(incident: Incident, claim: Claim) -> Cell:
    book = load_codebook()
    sign = what_sign(incident, claim)
    status = "" if claim.status == "accomplished" else f" ({claim.status})"
    doubt = f" ({claim.stance})" if claim.stance in ("denied", "alleged", "rumoured") and not status else ""
    text = book.label("incident_type", claim.type) + status + doubt
    return Cell(slot="what", claim_id=claim.id, text=text, sign=sign, quotes=(claim.trigger,))


def _when(incident: Incident, claim: Claim) -> Cell:
    window = window_of(claim)
    if window is None:
        return _untold("when", claim, claim.when.raw if claim.when else None, claim.when.evidence if claim.when else ())
    quotes = claim.when.evidence if claim.when else ()
    return Cell(
        slot="when",
        claim_id=claim.id,
        text=say_window(window) + _own(claim.when.raw if claim.when else ""),
        sign=when_sign(incident, claim),
        quotes=quotes,
    )


def _where(incident: Incident, claim: Claim) -> Cell:
    place = place_of(claim)
    if place is None:
        return _untold("where", claim, claim.where.raw if claim.where else None, claim.where.evidence if claim.where else ())
    quotes = claim.where.evidence if claim.where else ()
    return Cell(
        slot="where",
        claim_id=claim.id,
        text=say_place(place) + _own(claim.where.raw if claim.where else ""),
        sign=where_sign(incident, claim, place),
        quotes=quotes,
    )


def _by(incident: Incident, claim: Claim, case: Case) -> Cell:
    actors = tuple(actor for actor in claim.actors if actor.role in DOING)
    if not actors and is_told_as_accident(claim):
        return _accident(incident, claim)
    if not actors:
        return _untold("by", claim, None)
    denying = tuple(actor for actor in actors if only_denies(actor, claim, case))
    rest = Doing(claim=claim, actors=tuple(actor for actor in actors if actor not in denying))
    unnamed = _unnamed(rest)
    told = unnamed if rest.open else "; ".join(part for part in (unnamed if rest.named else "", rest.text) if part)
    denial = Doing(claim=claim, actors=denying, denies=True).text if denying else ""
    text = "; ".join(part for part in (told if rest.actors else "", denial) if part)
    return Cell(
        slot="by",
        claim_id=claim.id,
        text=text,
        sign=by_sign(incident, claim, Doing(claim=claim, actors=actors)),
        quotes=_quotes(actors),
    )


def _accident(incident: Incident, claim: Claim) -> Cell:
    """That it is told as an accident, where another account has a party claim it; else that no doer is told."""
    sign = by_sign(incident, claim, Doing(claim=claim, actors=()))
    if sign == FITS:
        return _untold("by", claim, None)
    return Cell(slot="by", claim_id=claim.id, text=TOLD_AS_ACCIDENT, sign=sign, quotes=(claim.trigger,))


def _unnamed(doing: Doing) -> str:
    """`army (claims it)`, `gunmen`: the words for those without a name who may be others than the named, by their kind."""
    named = {actor.type for actor in doing.named} - set(OPEN_TYPES)
    roles: dict[str, list[str]] = {}
    for actor in doing.actors:
        if not actor.name and actor.type not in named and (doing.named or actor.type in OPEN_TYPES):
            roles.setdefault(plain_words(actor.raw), []).append(actor.role)
    return ", ".join(words + remark_roles(found) for words, found in roles.items())


def _to(claim: Claim) -> Cell:
    actors = tuple(actor for actor in claim.actors if actor.role in SUFFERER_ROLES)
    if not actors:
        return _untold("to", claim, None)
    text = "; ".join(order_whom(Whom(words=plain_words(row.raw), role=row.role, type=row.type) for row in actors))
    return Cell(slot="to", claim_id=claim.id, text=text, sign=TOLD, quotes=_quotes(actors))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Toll:
    """One told toll beside all of the incident."""

    one: ToldToll | None
    told: Sequence[ToldToll]

    @property
    def boasts(self) -> tuple[ToldToll, ...]:
        """What those who speak for the doer count in the same account, where it also counts itself."""
        key = (self.one.claim_id, self.one.effect, self.one.side) if self.one else None
        return tuple(row for row in self.told if (row.claim_id, row.effect, row.side) == key and row is not self.one)


def _harm(incident: Incident, slot: str, claim: Claim, toll: _Toll) -> Cell:
    one = toll.one
    if one is None:
        return _untold(slot, claim, None)
    told_rows = tuple(row for told in (one, *toll.boasts) for row in (*told.rows, *told.beside))
    quotes = tuple(evidence for row in told_rows for evidence in row.evidence)
    partly = any(counts_part(one, row) or count_other_side(one, row) for row in toll.told)
    whom = f" {plain_words(one.rows[0].group or '')}".rstrip() if partly else ""
    text = "; ".join(
        (say_toll(one) + whom, *(f"{say_toll(row)} claimed by {row.claimed_by}, set aside" for row in toll.boasts))
    )
    text += _own(OWN if any(row.raw == OWN for row in one.rows) else "")
    return Cell(slot=slot, claim_id=claim.id, text=text, sign=harm_sign(incident, one, toll.told), quotes=quotes)


def _own(raw: str) -> str:
    """What a value says that no words of the report tell."""
    return f" ({OWN})" if raw == OWN else ""


def _of_whom(claims: Sequence[Claim], effect: str, kind: str) -> dict[str, Cell]:
    """The row of the women or the children among those counted; it agrees where all who tell it tell the same."""
    slot = name_row(effect, kind)
    rows = {claim.id: rows_of_whom(claim, effect, kind) for claim in claims}
    counts = {name: count for name, own in rows.items() if (count := count_of_whom(own)) is not None}
    cells = {}
    for claim in claims:
        count = counts.get(claim.id)
        if count is None:
            cells[claim.id] = _untold(slot, claim, None)
            continue
        others = [other for name, other in counts.items() if name != claim.id]
        sign = AGREES if all(other == count for other in others) else FITS if all(fits(count, o) for o in others) else DIFFERS
        quotes = tuple(evidence for row in rows[claim.id] for evidence in row.evidence)
        cells[claim.id] = Cell(
            slot=slot, claim_id=claim.id, text=say_count(count), sign=sign if others else TOLD, quotes=quotes
        )
    return cells


def _means(claim: Claim) -> Cell:
    if not claim.means:
        return _untold("with", claim, None)
    book = load_codebook()
    text = ", ".join(dict.fromkeys(book.label("means", row.kind) for row in claim.means))
    quotes = tuple(evidence for row in claim.means for evidence in row.evidence)
    return Cell(slot="with", claim_id=claim.id, text=text, sign=TOLD, quotes=quotes)


def _speakers(claim: Claim) -> Cell:
    own = {"asserted": "the report itself", "claimed": "the doer", "rumoured": "rumour"}.get(claim.stance, "")
    names = [f"{speaker.name or plain_words(speaker.raw)}{_SAYING.get(speaker.role, '')}" for speaker in claim.speakers]
    unnamed = "somebody, not named" if claim.stance == "attributed" else claim.stance
    text = "; ".join(dict.fromkeys([part for part in (own, *names) if part])) or unnamed
    quotes = tuple(evidence for row in claim.speakers for evidence in row.evidence)
    return Cell(slot="says who", claim_id=claim.id, text=text, sign=TOLD, quotes=quotes)


def _untold(slot: str, claim: Claim, raw: str | None, quotes: tuple[Evidence, ...] = ()) -> Cell:
    """Nothing told, or words that were seen and not resolved."""
    if raw:
        return Cell(slot=slot, claim_id=claim.id, text=f"“{raw}” (not resolved)", sign=TOLD, quotes=quotes)
    return Cell(slot=slot, claim_id=claim.id, text="", sign=NOT_TOLD)


def _one(told: Sequence[ToldToll], claim: Claim, effect: str, side: str) -> ToldToll | None:
    return next((one for one in told if (one.claim_id, one.effect, one.side) == (claim.id, effect, side)), None)


def _quotes(actors: Iterable[Actor]) -> tuple[Evidence, ...]:
    return tuple(dict.fromkeys(evidence for actor in actors for evidence in actor.evidence))
