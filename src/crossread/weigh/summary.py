"""One neutral line for an incident."""

from __future__ import annotations

from collections.abc import Sequence

from crossread.codebook import load_codebook
from crossread.records import Disagreement, Incident, Toll
from crossread.records.roles import SUFFERER_ROLES
from crossread.weigh.parties import are_one_party
from crossread.weigh.policies import ToldToll
from crossread.weigh.saying import join_words, plural, say_count, say_place, say_window, tolls_to_say
from crossread.weigh.wholes import say_attackers
from crossread.weigh.whom import Whom, order_whom

_MOST_EFFECTS = 3
_MOST_NAMED = 3


def summarize(incident: Incident, told: Sequence[ToldToll]) -> str:
    """`20 Jan 2019 · armed attack · Aguelhok, Kidal, ML · 10 killed (6–11; claim of 30 by JNIM set aside) · 5 sources`."""
    parts = [say_window(incident.when), say_what(incident), say_place(incident.where)]
    if numbers := _say_tolls(tolls_to_say(incident.tolls)[:_MOST_EFFECTS], told, incident.disagreements):
        parts.append(numbers)
    sources = incident.independent_sources
    counted = [plural(sources, "source")] if sources else []
    if incident.grade == "discounted":
        return " · ".join((*parts, *counted, "set aside"))
    return " · ".join((*parts, *(counted or ["mentioned only"])))


def say_what(incident: Incident) -> str:
    """`bombing`, and what was only planned, tried, denied or rumoured with that word: `bombing (threatened)`."""
    label = load_codebook().label("incident_type", incident.type)
    return f"{label} ({incident.told_as})" if incident.told_as else label


def _say_tolls(tolls: Sequence[Toll], told: Sequence[ToldToll], disagreements: Sequence[Disagreement]) -> str:
    """The tolls in a row; those that accounts tell of the same people are joined by "or", not listed as two harms."""
    either = {
        label for row in disagreements if row.severity == "outcome" for reading in row.readings for label in (reading.text,)
    }
    book = load_codebook()
    text, after_either = "", False
    for toll in tolls:
        in_either = any(reading.endswith(book.label("effect", toll.effect)) for reading in either)
        text += (" or " if in_either and after_either else ", ") if text else ""
        text += _say_toll(toll, told)
        after_either = in_either
    return text


def _say_toll(toll: Toll, told: Sequence[ToldToll]) -> str:
    label = load_codebook().label("effect", toll.effect)
    rows = [one for one in told if one.effect == toll.effect and one.count]
    claimed = [one for one in rows if one.claimed_by]
    if claimed and len(claimed) == len(rows):
        return f"{say_count(toll.count)} {label} (claimed by {claimed[0].claimed_by} alone)"
    best, remarks = _say_best(toll)
    others = {one.side for one in rows if not one.claimed_by}
    counted = any(one.count and one.count.high != 0 for one in rows if not one.claimed_by)
    spread: dict[str, list[str]] = {}
    for one in claimed:
        if not _same(one, toll) and say_count(one.count) != best:
            beside = one.side in others or counted
            words = (
                f"claim of {say_count(one.count)} by {{}} set aside"
                if beside
                else f"{say_count(one.count)} of them claimed by {{}} alone"
            )
            _add_party(spread.setdefault(words, []), str(one.claimed_by))
    remarks += [*say_attackers(toll, rows), *sorted(words.format(join_words(names)) for words, names in spread.items())]
    return f"{best} {label}" + (f" ({'; '.join(remarks)})" if remarks else "")


def _add_party(names: list[str], name: str) -> None:
    """Name a party once, whatever each report calls it: "Niger's army" is told when the Niger Armed Forces are."""
    if not any(are_one_party(name, other) for other in names):
        names.append(name)


def say_figure(toll: Toll, label: str = "") -> str:
    """`10 killed (6–11)`, `at least 19 killed (from 17)`, `8 (8 to 12 or more)`; without a settled figure the range alone.

    `label` is the effect's; without it the number stands alone.
    """
    best, remarks = _say_best(toll)
    return " ".join(part for part in (best, label, f"({'; '.join(remarks)})" if remarks else "") if part)


def _say_best(toll: Toll) -> tuple[str, list[str]]:
    """The figure and what stands in brackets behind it; a figure that is only a lower bound says so."""
    count, best = toll.count, toll.best
    if best is None or count.low == count.high == best:
        return say_count(count), []
    if toll.open_from is not None:
        return str(best), [f"{min(best, count.low or best)} to {toll.open_from} or more"]
    if count.high is None:
        return f"at least {best}", [f"from {count.low}"] if count.low is not None and count.low < best else []
    return str(best), [say_count(count)]


def _same(one: ToldToll, toll: Toll) -> bool:
    """True for a claim of just the figure that stands: it cannot be set aside beside it."""
    if one.count is None:
        return False
    if toll.best is None:
        return (one.count.low, one.count.high) == (toll.count.low, toll.count.high)
    return toll.best in (one.count.low, one.count.high)


def say_who(incident: Incident) -> str:
    """`by Rapid Support Forces (accused), Sudanese Armed Forces (accused) to hospital`; a fight is `between` its sides.

    At most three of each, people before things. Who is only accused is called so, and who answered an attack is no doer.
    """
    roles: dict[str, set[str]] = {}
    for party in incident.parties:
        roles.setdefault(party.name, set()).add(party.role)
    sides = [name for name, told in roles.items() if told & {"side_a", "side_b"}]
    doers = [name for name, told in roles.items() if told & {"perpetrator", "accused", "claimant", "side_a"}]
    done_to = [row for row in incident.parties if row.role in SUFFERER_ROLES and row.name not in doers]
    hurt = order_whom(Whom(words=row.name, role=row.role, type=row.type) for row in done_to)
    fight = len(sides) > 1 and not any(told & {"perpetrator", "accused", "claimant"} for told in roles.values())
    parts = []
    if fight:
        parts.append(f"between {join_words(sides[:_MOST_NAMED])}")
    elif doers:
        parts.append("by " + ", ".join(_say_doer(name, roles[name]) for name in doers[:_MOST_NAMED]))
    if hurt := [name for name in hurt if not fight or name not in sides]:
        parts.append(f"to {', '.join(hurt[:_MOST_NAMED])}")
    return " ".join(parts)


def _say_doer(name: str, roles: set[str]) -> str:
    only_accused = "accused" in roles and not roles & {"perpetrator", "claimant", "side_a"}
    return f"{name} (accused)" if only_accused else name
