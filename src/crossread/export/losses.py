"""What caution takes out of an export: counts for the manifest, and examples for whoever decides whether to write it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from crossread.export.blanking import WITHHELD
from crossread.export.content import ExportOptions, Selection
from crossread.export.delay import last_day_of
from crossread.export.names import NameGuard
from crossread.records import DateWindow, Evidence, Incident, Place
from crossread.records.roles import SUFFERER_ROLES

MOST_EXAMPLES = 5
MAY_BE_NAME = "hold what may be a name"
PLACES_TOLD = {
    "0.1": "written to a tenth of a degree, without their names",
    "admin1": "written as their region, or country where no region is told",
    "country": "written as their country",
    "hidden": "not written",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """One value as it was and as it is written. `subject` is the id of its incident or report."""

    subject: str
    before: str
    after: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Loss:
    """How many of how many (`of`) values of a kind an option takes away or makes coarser, and how.

    `examples` hold the values themselves: they are for the eyes of whoever asks for the export, never for its files.
    `names` marks examples that hold the name of a victim.
    """

    what: str
    count: int
    of: int
    how: str
    examples: tuple[Example, ...] = ()
    names: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Steps:
    """One selection as it was asked for, without what is too young (`gone`), without names, and as it is written."""

    asked: Selection
    gone: tuple[Incident, ...]
    old: Selection
    unnamed: Selection
    written: Selection
    guard: NameGuard


def find_losses(steps: Steps, options: ExportOptions) -> tuple[Loss, ...]:
    """What each option costs, in the order in which they work: delay, names, places, days, words."""
    found = [_delayed(steps, options), *_named(steps), *_coarser(steps, options), _words(steps, options)]
    return tuple(loss for loss in found if loss is not None and loss.count)


def tell_place(place: Place | None) -> str:
    """A place in few words, with how exactly it is known."""
    if place is None:
        return "no place"
    name = ", ".join(dict.fromkeys(part for part in (place.name, place.admin1, place.country) if part))
    point = "" if place.latitude is None else f" ({place.latitude:g}, {place.longitude:g})"
    return f"{name or 'a place without a name'}{point}, {place.precision}"


def tell_days(window: DateWindow | None) -> str:
    """The days in few words."""
    if window is None:
        return "no day"
    ends = dict.fromkeys(day.isoformat() if day else "?" for day in (window.earliest, window.latest))
    return " to ".join(ends)


def _delayed(steps: Steps, options: ExportOptions) -> Loss:
    return Loss(
        what="incidents",
        count=len(steps.gone),
        of=len(steps.asked.incidents),
        how=f"left out: younger than {options.delay} days, or of unknown age",
        examples=tuple(Example(subject=row.id, before=_tell_age(row, steps), after="") for row in steps.gone[:MOST_EXAMPLES]),
    )


def _tell_age(incident: Incident, steps: Steps) -> str:
    """When it was, and the day that its age is counted from where that is another."""
    days, last = tell_days(incident.when), last_day_of(incident, steps.asked)
    if last is None:
        return f"{days}, of unknown age"
    return days if days.endswith(last.isoformat()) else f"{days}, at the latest {last.isoformat()}"


def _named(steps: Steps) -> list[Loss]:
    victims = [(claim, victim) for claim, found in steps.guard.by_claim.items() for victim in found]
    told = dict.fromkeys((victim.words, victim.stand_in) for _, victim in victims)
    claims = {victim.words: claim for claim, victim in victims}
    homes = {account.claim_id: row.id for row in steps.old.incidents for account in row.accounts}
    shown = [
        Example(subject=homes.get(claims[words], claims[words]), before=words, after=f"[{stand_in}]")
        for words, stand_in in list(told)[:MOST_EXAMPLES]
    ]
    names = Loss(
        what="words for victims",
        count=len(told),
        of=len(_words_for_victims(steps.old)),
        how="may be a name: what the person is stands in its place",
        examples=tuple(shown),
        names=True,
    )
    barred = [
        (old, new)
        for before, after in zip(steps.old.claims, steps.unnamed.claims, strict=True)
        for old, new in zip(before.iter_evidence(), after.iter_evidence(), strict=True)
        if old.quote != new.quote
    ]
    quotes = sum(1 for claim in steps.old.claims for _ in claim.iter_evidence())
    return [names, _barred(barred, quotes), *_in_other_words(steps)]


def _in_other_words(steps: Steps) -> Iterator[Loss]:
    """What else a name was taken out of: told for each kind of words, as titles and addresses are what somebody looks up."""
    old, new = steps.old, steps.unnamed
    titles = [(a.id, a.title or "", b.title or "") for a, b in zip(old.documents, new.documents, strict=True)]
    yield _cleaned("titles of reports", titles, how=f"{MAY_BE_NAME}: what the person is, or {WITHHELD}, stands in its place")
    addresses = [
        (a.id, getattr(a, name) or "", getattr(b, name) or "")
        for a, b in zip(old.documents, new.documents, strict=True)
        for name in ("url", "name", "external_id")
    ]
    yield _cleaned("addresses, file names and ids of reports", addresses, how=f"{MAY_BE_NAME}: {WITHHELD} whole")
    lines = [(a.id, a.summary, b.summary) for a, b in zip(old.incidents, new.incidents, strict=True)]
    yield _cleaned("lines of incidents", lines, how=f"{MAY_BE_NAME}: what the person is stands in its place")
    said = [(a.id, a.reason or "", b.reason or "") for a, b in zip(old.judgements, new.judgements, strict=True)]
    said += [(name, told, new.changes[name]) for name, told in old.changes.items()]
    yield _cleaned("words of reviewers", said, how=f"{MAY_BE_NAME}: what the person is, or {WITHHELD}, stands in its place")


def _cleaned(what: str, rows: Sequence[tuple[str, str, str]], *, how: str) -> Loss:
    changed = [row for row in rows if row[1] != row[2]]
    told = sum(1 for row in rows if row[1])
    return Loss(what=what, count=len(changed), of=told, how=how, examples=_examples(changed), names=True)


def _words_for_victims(selection: Selection) -> set[str]:
    rows = [(actor.raw, actor.role) for claim in selection.claims for actor in claim.actors]
    groups = {words for claim in selection.claims for harm in claim.harm for words in (harm.group, harm.raw) if words}
    return groups | {words for words, role in rows if role in SUFFERER_ROLES}


def _barred(rows: Sequence[tuple[Evidence, Evidence]], quotes: int) -> Loss:
    return Loss(
        what="quotes",
        count=len(rows),
        of=quotes,
        how="hold what may be a name: bars stand over it, and the quote no longer repeats the report",
        examples=tuple(
            Example(subject=name, before=old, after=new)
            for name, old, new in list(dict.fromkeys((a.document_id, a.quote, b.quote) for a, b in rows))[:MOST_EXAMPLES]
        ),
        names=True,
    )


def _coarser(steps: Steps, options: ExportOptions) -> list[Loss]:
    pairs = list(zip(steps.unnamed.incidents, steps.written.incidents, strict=True))
    places = [(a.id, tell_place(a.where), tell_place(b.where)) for a, b in pairs if a.where != b.where]
    days = [(a.id, tell_days(a.when), tell_days(b.when)) for a, b in pairs if a.when != b.when]
    told = sum(row.where is not None for row, _ in pairs), sum(row.when is not None for row, _ in pairs)
    names = [(a.id, old.name, new.name) for a, b in pairs for old, new in zip(a.parties, b.parties, strict=True) if old != new]
    return [
        Loss(what="places", count=len(places), of=told[0], how=PLACES_TOLD.get(options.places, ""), examples=_examples(places)),
        Loss(what="days", count=len(days), of=told[1], how="written as whole months", examples=_examples(days)),
        Loss(
            what="names of actors",
            count=len(names),
            of=sum(len(row.parties) for row, _ in pairs),
            how="not in the list of known actors, and may tell the place: written as their type",
            examples=_examples(names),
        ),
    ]


def _examples(rows: Iterable[tuple[str, str, str]]) -> tuple[Example, ...]:
    return tuple(Example(subject=name, before=old, after=new) for name, old, new in list(rows)[:MOST_EXAMPLES])


def _words(steps: Steps, options: ExportOptions) -> Loss | None:
    if not options.is_coarse:
        return None
    rows = [
        *((row.id, row.summary) for row in steps.unnamed.incidents),
        *((d.id, d.title or "") for d in steps.unnamed.documents),
    ]
    rows += [(claim.id, claim.trigger.quote) for claim in steps.unnamed.claims]
    rows = [(name, words) for name, words in rows if words not in ("", WITHHELD)]
    return Loss(
        what="summaries, titles and quotes",
        count=len(rows),
        of=len(rows),
        how="not written, because words may tell the place or the day again",
        examples=_examples((name, words, WITHHELD) for name, words in rows[:MOST_EXAMPLES]),
    )
