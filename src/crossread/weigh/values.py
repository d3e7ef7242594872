"""The values of an incident: type, date, place, parties, each as most independent sources can stand by it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from crossread import patterns as re
from crossread.codebook import LoadedWords, load_codebook
from crossread.records import Actor, Claim, DateWindow, Party, Place
from crossread.weigh.case import Case, fold
from crossread.weigh.corrected import drop_corrected
from crossread.weigh.places import coarseness, places_fit

_UNDONE = ("attempted", "threatened")  # the nearest to done first
_DOUBTED = ("alleged", "rumoured", "denied")  # the least doubtful first
_WEEKS_AGO = re.compile(
    r"(?:(?:about|some|around)\s+)?(?:(?:two|three|four|five|six|seven|eight|[2-8])\s+weeks|a\s+fortnight)\s+ago", re.IGNORECASE
)
_ROUNDED = timedelta(days=3)
_ARTICLE = re.compile(
    r"^(?:the|a|an|some|several|their|his|its|our|this|that|these|those)\s+(?!(?:dozen|score|hundred|thousand|few)s?\b)", re.I
)

_ARMED = ("state_forces", "foreign_forces", "police", "rebel_group", "political_militia", "communal_militia")
_NAMED = re.compile(r"\b[A-Z][a-z]")
_DEPENDS = re.compile(r"(?:of|in|from|at|near|by|with|on|and|or)\b|['’-]", re.IGNORECASE)


def choose_type(case: Case) -> str:
    """The type most independent sources tell; at a tie the one that stands higher in the codebook."""
    book = load_codebook()
    claims = case.deciding
    kinds = sorted({claim.type for claim in claims})
    return min(kinds, key=lambda kind: (-case.count_groups([c for c in claims if c.type == kind]), book.rank(kind)))


def choose_told_as(case: Case) -> str:
    """What an incident that no account tells as done is instead, empty where one does; the least doubtful word is taken.

    A plan that the police foiled and a strike that everybody denies must not stand in a list as if they had happened.
    """
    undone = [claim.status for claim in case.deciding if claim.status != "accomplished"]
    if undone and len(undone) == len(case.deciding):
        return min(undone, key=_UNDONE.index)
    doubted = [claim.stance for claim in case.deciding if claim.stance in _DOUBTED]
    return min(doubted, key=_DOUBTED.index) if doubted and len(doubted) == len(case.deciding) else ""


def choose_when(case: Case) -> DateWindow | None:
    """The window most independent sources fit into, of those the narrowest; a day of reporting alone dates nothing.

    "In March" fits every day of it, and is no answer where somebody tells the day.
    """
    told = drop_corrected([(c, window) for c in case.deciding if (window := window_of(c))], case, lambda row: row[0])
    dated = [(claim, window) for claim, window in told if window.earliest is not None]
    if not dated:
        return min((window for _, window in told), key=lambda w: (w.latest or date.max, w.precision), default=None)

    def rank(row: tuple[Claim, DateWindow]) -> tuple[int, int, date, str]:
        window = row[1]
        support = case.count_groups([claim for claim, other in told if windows_fit(window, other)])
        return -support, _days(window), window.earliest or date.max, row[0].id

    narrow = [row for row in dated if not any(_is_within(other, row[1]) for _, other in dated)]
    return min(narrow or dated, key=rank)[1]


def _is_within(inner: DateWindow, outer: DateWindow) -> bool:
    """True for a shorter window that begins and ends in the other."""
    return (
        _days(inner) < _days(outer)
        and windows_fit(inner, outer)
        and (outer.earliest or date.min) <= (inner.earliest or date.min)
    )


def choose_where(case: Case) -> Place | None:
    """The place most independent sources fit, of those the one told by most, and of these the most precise.

    A country or region in which another account tells the place fits them all, and is no answer.
    """
    told = drop_corrected([(c, place) for c in case.deciding if (place := place_of(c))], case, lambda row: row[0])

    def rank(row: tuple[Claim, Place]) -> tuple[int, int, int, bool, str]:
        place = row[1]
        support = case.count_groups([claim for claim, other in told if places_fit(place, other)])
        same = case.count_groups([claim for claim, other in told if fold(other.name or "") == fold(place.name or "")])
        return -support, -same, coarseness(place), place.latitude is None, row[0].id

    fine = [row for row in told if not any(_holds(row[1], other) for _, other in told)]
    return min(fine or told, key=rank)[1] if told else None


def _holds(outer: Place, inner: Place) -> bool:
    """True for a region or country that a finer place lies in."""
    return (
        outer.precision in ("area", "admin1", "country") and coarseness(inner) < coarseness(outer) and places_fit(outer, inner)
    )


def window_of(claim: Claim) -> DateWindow | None:
    """The claim's window, None where no bound is known; "three weeks ago" holds for the week around that day.

    Five of five such hand-coded slots give the one day that counting back gives: beside a report that tells the day it is none.
    """
    value = claim.when.value if claim.when else None
    if value is None or not (value.earliest or value.latest or value.reported_on):
        return None
    told = claim.when.raw if claim.when and claim.score is not None else ""
    if value.earliest is None or value.earliest != value.latest or not _WEEKS_AGO.fullmatch(told):
        return value
    return replace(value, earliest=value.earliest - _ROUNDED, latest=value.earliest + _ROUNDED, precision="week")


def place_of(claim: Claim) -> Place | None:
    """The claim's place, None where it is not resolved."""
    return claim.where.value if claim.where else None


def windows_fit(a: DateWindow, b: DateWindow) -> bool:
    """True if both can be true of one incident."""
    latest_a, latest_b = a.latest or a.reported_on or date.max, b.latest or b.reported_on or date.max
    return (a.earliest or date.min) <= latest_b and (b.earliest or date.min) <= latest_a


def only_reported(window: DateWindow) -> bool:
    """True if the words give no date of the incident, only a day on which it was known."""
    return window.earliest is None


def merge_parties(case: Case) -> tuple[Party, ...]:
    """The actors by role and name; those without a name are put together by their kind, under the words of the first."""
    found: dict[tuple[str, str], list[tuple[Claim, Actor]]] = {}
    for claim in case.deciding:
        for actor in claim.actors:
            found.setdefault((actor.role, party_key(actor)), []).append((claim, actor))
    roles = load_codebook().codes("actor_role")
    parties = [_party(role, rows) for (role, _), rows in found.items()]
    return tuple(sorted(parties, key=lambda p: (roles.index(p.role) if p.role in roles else 99, -len(p.claims), fold(p.name))))


def party_key(actor: Actor) -> str:
    """What makes two actors one party: the registry's id, the name, or, without a name, the kind."""
    if actor.registry_id:
        return actor.registry_id
    if actor.name:
        return fold(actor.name)
    return f"unnamed {fold(plain_words(actor.raw))}" if actor.type == "object" else f"unnamed {actor.type}"


def plain_words(raw: str) -> str:
    """The words without article or possessive."""
    return _ARTICLE.sub("", raw.strip())


def neutral_words(actor: Actor) -> str:
    """The words for an actor without a name, never loaded ones: "Syrian forces" of "Syrian regime forces", else its kind.

    Its loaded words are that account's wording; lists and columns have what these leave.
    """
    words = plain_words(actor.raw)
    loaded = [span for kind, span in LoadedWords.load().iter_spans(words) if kind == "label"]
    if not loaded or actor.type == "object":
        return words
    for span in reversed(loaded):
        words = words[: span.start] + words[span.end :]
    left = " ".join(words.split())
    named = actor.type in _ARMED and _NAMED.search(left) and not _DEPENDS.match(left)
    return left if named else load_codebook().label("actor_type", actor.type)


def _party(role: str, rows: Sequence[tuple[Claim, Actor]]) -> Party:
    names = [actor.name or neutral_words(actor) for _, actor in rows]
    claims = tuple(dict.fromkeys(claim.id for claim, _ in rows))
    name = min(set(names), key=lambda text: (-names.count(text), names.index(text)))
    return Party(role=role, name=name, type=rows[0][1].type, claims=claims)


def _days(window: DateWindow) -> int:
    return (window.latest - window.earliest).days if window.latest and window.earliest else 10_000
