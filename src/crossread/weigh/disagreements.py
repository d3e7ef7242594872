"""Where accounts differ, by severity; a coarser account that fits is no disagreement."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import combinations

from crossread import patterns as re
from crossread.records import Actor, Claim, DateWindow, Disagreement, Place
from crossread.records.incident import SEVERITIES
from crossread.records.roles import UNDISPUTED_DOERS
from crossread.weigh.accidents import list_claimed_accidents
from crossread.weigh.case import Case, fold
from crossread.weigh.corrected import drop_corrected
from crossread.weigh.denials import accuses_beside, denier_for, denies_doing, is_denied_by, is_denied_by_doer, takes_back
from crossread.weigh.doers import Doing, doers_fit, doers_related, list_doings, name_same, say_named
from crossread.weigh.naming import NOT_STATED
from crossread.weigh.numbers import list_number_disagreements
from crossread.weigh.of_whom import list_of_whom_disagreements
from crossread.weigh.outcomes import list_outcome_disagreements
from crossread.weigh.policies import ToldToll
from crossread.weigh.readings import readings_of, rivals, say_readings
from crossread.weigh.saying import join_words, plural, say_place, say_window
from crossread.weigh.towns import accounts_fit
from crossread.weigh.values import only_reported, place_of, plain_words, window_of, windows_fit
from crossread.weigh.who_they_were import list_who_disagreements
from crossread.weigh.wording import list_wording_disagreements

_SEVERAL = re.compile(r"(?:(?<![su])s|men|police|people)$", re.IGNORECASE)  # “soldiers”, “militiamen”; not “the press”


def list_disagreements(
    case: Case, told: Sequence[ToldToll], when: DateWindow | None, where: Place | None
) -> tuple[Disagreement, ...]:
    """All disagreements between the accounts of a case, the most severe first."""
    rows = [
        *list_outcome_disagreements(case, told),
        *list_who_disagreements(case, told),
        *(list(_doers(case)) or list(_disowned(case)) or list_claimed_accidents(case)),
        *_dates(case, when),
        *_places(case, where),
        *list_number_disagreements(case, told),
        *list_of_whom_disagreements(case),
        *list_wording_disagreements(case),
    ]
    return tuple(sorted(rows, key=lambda row: (SEVERITIES.index(row.severity), row.slot)))


def _doers(case: Case) -> Iterable[Disagreement]:
    told = list_doings(case)
    against = rivals(told, doers_fit)
    if not against:
        return
    doings = [row for row in told if row in against or not (row.open or row.denies)]
    doings += [row for row in told if row.denies and any(name_same(row, other) for other in doings)]
    parties: dict[frozenset[str], list[Doing]] = {}
    for row in doings:
        parties.setdefault(row.party, []).append(row)
    texts = {key: say_named(rows) if rows[0].named else rows[0].text for key, rows in parties.items()}
    one = len(parties) == 1  # two units of one organisation: only their words tell them apart
    said = [(row.say_in_words() if one else texts[row.party], row.claim) for row in doings]
    readings = readings_of(case, (*said, *_denying(case, doings)))
    if len(readings) < 2:  # one reading is no disagreement
        return
    sentence = f"Accounts differ on who did it: {say_readings(case, readings)}."
    related = doers_related([row for row in doings if row.named])
    if related:
        sentence += f" {related} are tied to each other in the actor registry."
    yield Disagreement(slot="actors.perpetrator", severity="perpetrator", readings=readings, sentence=sentence)


def _denying(case: Case, doings: Sequence[Doing]) -> Iterable[tuple[str, Claim]]:
    """`JNIM denies it` for each who is told to deny, but where its report's reading among `doings` tells that already.

    "The RSF and the army deny it" of a report needs no "The RSF denies it" of the same report beside it.
    """
    told = [row for row in doings if row.denies]
    for actor, _, denial in _denied_doings(case):
        denier = _denier(actor, denial)
        party = denier.registry_id or fold(denier.name or "")
        if not any(party in row.party and row.claim.document_id == denial.document_id for row in told):
            yield f"{_call(denier)} {_verb(denier, 'denies', 'deny')} it", denial


def _disowned(case: Case) -> Iterable[Disagreement]:
    """What one account tells a party did, and another has it deny having done."""
    told = _denied_doings(case)
    names = list(dict.fromkeys(_call(actor) for actor, _, _ in told))
    if not told:
        return
    deniers = [(_denier(actor, denial), denial) for actor, _, denial in told]
    rows = [(f"{_call(denier)} {_verb(denier, 'denies', 'deny')} it", denial) for denier, denial in deniers]
    denying = {case.group(denial) for _, _, denial in told}
    others = [row for row in told if case.group(row[1]) not in denying] or told  # a source stands on one side
    rows += [(f"{_call(actor)} {_say_doing(actor, claim)}", claim) for actor, claim, _ in others]
    readings = readings_of(case, rows)
    sentence = f"Accounts differ on whether {join_words(names)} did it: {say_readings(case, readings)}."
    yield Disagreement(slot="actors.perpetrator", severity="perpetrator", readings=readings, sentence=sentence)


def _say_doing(actor: Actor, claim: Claim) -> str:
    if _claims(actor, claim):
        return f"{_verb(actor, 'claims', 'claim')} it"
    return f"{_verb(actor, 'is', 'are')} accused" if actor.role == "accused" else "did it"


def _verb(actor: Actor, one: str, several: str) -> str:
    """The verb in the number of the words: the “soldiers” deny, the “army” and a party by name denies."""
    return several if not actor.name and _SEVERAL.search(plain_words(actor.raw)) else one


def _denier(actor: Actor, denial: Claim) -> Actor:
    """The party as the report calls it that has it deny: "the army", whose jets they were, or that denies for its state."""
    if actor.name and not is_denied_by(actor.name, denial):
        return denier_for(actor, denial) or actor
    same = (row for row in denial.actors if row.role == "accused" and row.type == actor.type)
    return actor if actor.name else next(same, actor)


def _call(actor: Actor) -> str:
    """The name, or else the words of the report: `JNIM`, `the “army”`."""
    return actor.name or f"the “{plain_words(actor.raw)}”"


def _denied_doings(case: Case) -> list[tuple[Actor, Claim, Claim]]:
    """The doers of accounts, each with the account and another that has the same party deny the doing.

    So for one whom somebody accuses there. Where a party is told as claiming the act, its denial in a report that tells the act
    as a fact contradicts that, too.
    """
    denials = [claim for claim in case.standing if denies_doing(claim, case)]
    asserted = [claim for claim in case.standing if claim.stance != "denied"]
    return [
        (actor, claim, denial)
        for claim in asserted
        for actor in claim.actors
        if actor.role in UNDISPUTED_DOERS or (actor.role == "accused" and accuses_beside(actor, claim, case))
        for denial in (*denials, *(asserted if _claims(actor, claim) else _taken_back(actor, asserted)))
        if denial.id != claim.id and is_denied_by_doer(actor, denial)
    ]


def _taken_back(actor: Actor, asserted: Sequence[Claim]) -> list[Claim]:
    """The party's own accounts in which it denies what it is accused of there."""
    return [claim for claim in asserted if claim.stance == "claimed" and actor.name and takes_back(actor.name, claim)]


def _claims(actor: Actor, claim: Claim) -> bool:
    return actor in Doing(claim=claim, actors=claim.actors).claimants


def is_contest(case: Case) -> bool:
    """True if accounts lay the act on doers that exclude each other, not only on groups tied to each other.

    So do an account that tells a party did it and another that has the same party deny having done it, or tells an accident.
    """
    if _denied_doings(case) or any(list_claimed_accidents(case)):
        return True
    clashing = [(a, b) for a, b in combinations(list_doings(case), 2) if not doers_fit(a, b)]
    return any(doers_related((a, b)) is None for a, b in clashing)


def _dates(case: Case, when: DateWindow | None) -> Iterable[Disagreement]:
    told = [(claim, window) for claim in case.standing if (window := window_of(claim))]
    dated = [(claim, window) for claim, window in told if not only_reported(window)]
    apart = rivals(dated, lambda a, b: windows_fit(a[1], b[1]))
    if when is not None and apart:
        readings = readings_of(case, ((say_window(window), claim) for claim, window in apart))
        sentence = (
            f"Accounts differ on the date: {say_readings(case, readings)}{_days_apart(apart)}.{_corrections(case, apart)}"
        )
        yield Disagreement(slot="when", severity="date", readings=readings, sentence=sentence)
    late = [
        (c, w) for c, w in told if only_reported(w) and w.reported_on and when and when.latest and w.reported_on > when.latest
    ]
    if late and when is not None and when.earliest is not None:
        yield _reporting_date(case, dated, late, when)


def _reporting_date(
    case: Case, dated: Sequence[tuple[Claim, DateWindow]], late: Sequence[tuple[Claim, DateWindow]], when: DateWindow
) -> Disagreement:
    rows = [(say_window(window), claim) for claim, window in dated if windows_fit(window, when)]
    readings = readings_of(case, rows) + readings_of(case, ((say_window(window), claim) for claim, window in late))
    sources = join_words(list(dict.fromkeys(case.source(claim) for claim, _ in late)))
    reported = max(window.reported_on for _, window in late if window.reported_on)
    assert when.latest is not None
    days = plural((reported - when.latest).days, "day")
    verb = "gives" if len({case.source(claim) for claim, _ in late}) == 1 else "give"
    day = say_window(late[0][1]).removeprefix("reported on ")
    who = f"A {sources}" if sources.startswith(NOT_STATED) else sources
    told = f"{who} {verb} only the day of reporting, {day}, {days} after {say_window(when)}"
    sentence = f"{told}; it is not the day of the incident."
    return Disagreement(slot="when.reported_on", severity="date", readings=readings, sentence=sentence)


def _corrections(case: Case, told: Sequence[tuple[Claim, object]]) -> str:
    """` Reuters has corrected its earlier report.` where one of those who differ has."""
    stand = drop_corrected(told, case, lambda row: row[0])
    sources = list(dict.fromkeys(case.source(row[0]) for row in told if row not in stand))
    verb = "has corrected its earlier report" if len(sources) == 1 else "have corrected their earlier reports"
    return f" {join_words(sources)} {verb}." if sources else ""


def _days_apart(dated: Sequence[tuple[Claim, DateWindow]]) -> str:
    gaps = [
        (b.earliest - a.latest).days
        for (_, a), (_, b) in ((x, y) for x in dated for y in dated)
        if a.latest and b.earliest and b.earliest > a.latest
    ]
    return f", {plural(max(gaps), 'day')} apart" if gaps else ""


def _places(case: Case, where: Place | None) -> Iterable[Disagreement]:
    told = [(claim, place) for claim in case.standing if (place := place_of(claim))]
    apart = rivals(told, lambda a, b: accounts_fit(case, a[0], b[0]))
    if where is None or not apart:
        return
    readings = readings_of(case, ((say_place(place), claim) for claim, place in apart))
    sentence = f"Accounts differ on the place: {say_readings(case, readings)}.{_corrections(case, apart)}"
    yield Disagreement(slot="where", severity="place", readings=readings, sentence=sentence)
