"""Claims of one report that are one incident told again by themselves: in its highlights, its table and its body."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from collections.abc import Set as AbstractSet
from itertools import combinations

from crossread import patterns as re
from crossread.link.collection import Collection
from crossread.link.compare_harm import by_effect
from crossread.link.compare_person import same_person
from crossread.link.comparison import Pair, Telling, once
from crossread.link.score import compared, is_excluded
from crossread.link.told_twice import may_be_twice, may_tell_again
from crossread.link.words import sentence_of

# Numbers of people from which two tellings in one report that have the same one are seldom of two incidents of a day and place;
# from the last on the day or the place alone will do. The first is for what befalls fewer than death or wounds: "two missing".
_FEW, _SOME, _MANY = 2, 3, 10
_COMMON = frozenset(("killed", "injured", "casualties"))
# Where they share the numbers of two effects ("14 killed and six hurt"), this much tells it by itself.
_BOTH = 5
# What each comparison must reach where both tell what it compares; the day and place that agree reach more. That a report names
# the other place, too, which lets two reports' places agree, says nothing in one report.
_AT_LEAST = {
    "type": 0.5,
    "when": 0.3,
    "where": 0.1,
    "harm": -0.2,
    "doers": -0.3,
    "victims": -0.2,
    "means": 0.0,
    "site": 0.0,
}
# Blasts and shells are not told again as men who were shot; "attack" may be either.
_FROM_AFAR = frozenset(("bombing", "air_strike", "shelling"))
_FROM_NEAR = frozenset(("killing", "armed_clash", "abduction", "detention"))
# How a sentence begins that goes on to another act.
_NEXT_ACT = re.compile(
    r"\W*(?:In\s+the\s+(?:evening|morning|afternoon|night)|(?:Hours?|Minutes?)\s+later|Later|That\s+(?:evening|night|afternoon)|Also\b"
    r"|Elsewhere|Separately|Meanwhile|(?:On\s+)?the\s+same\s+(?:day|night|evening)|In\s+(?:a\s+separate|another|a\s+second))",
    re.IGNORECASE,
)
_SAME_DAY, _SAME_PLACE, _ONE_PLACE = 0.8, 0.35, 0.9


def iter_retellings(collection: Collection, only: AbstractSet[str] | None = None) -> Iterator[tuple[str, str]]:
    """Pairs of claims of one document (sorted) that are one incident without another report saying so.

    A situation report tells its attack in the highlights, in a table and in its account of the place. They are one where the
    toll is the same and no small one, and day and place agree, or both name the same one killed; never in one sentence, of two
    acts set beside each other, or in the rows of a data set. Of 33 such pairs in 110 months of
    LongTail and one in the 355 hand-coded reports all but one tell one incident; of the 169 there that may be told twice 25.
    """
    told: dict[str, list[str]] = {}
    for claim in collection.claims.values():
        if claim.scope != "aggregate" and claim.document_id in collection.documents:
            told.setdefault(claim.document_id, []).append(claim.id)
    twice = may_be_twice(collection)
    for names in told.values():
        if only is None or not only.isdisjoint(names):
            yield from _of_document(sorted(names), collection, twice)


def _of_document(names: list[str], collection: Collection, twice: Callable[[str, str], bool]) -> Iterator[tuple[str, str]]:
    for a, b in combinations(names, 2):
        pair = collection.pair(a, b, brief=True)
        if not may_tell_again(collection, a, b) or _in_one_sentence(pair, collection) or _is_further(pair, collection):
            continue
        if _names_killed(pair) or (_same_numbers(pair) and _agree(pair) and _is_sure(pair) and twice(a, b)):
            yield a, b


def _same_numbers(pair: Pair) -> dict[str, int]:
    """The largest number that both give, by effect, where one is enough to tell an incident by."""
    a, b = _numbers(pair.a), _numbers(pair.b)
    found = {effect: max(a[effect] & b[effect]) for effect in sorted(a.keys() & b.keys()) if a[effect] & b[effect]}
    enough = any(number >= (_SOME if effect in _COMMON else _FEW) for effect, number in found.items())
    return found if enough else {}


@once
def _numbers(telling: Telling) -> dict[str, set[int]]:
    """The numbers of people a claim gives, by effect; none of nobody."""
    readings = by_effect(telling)
    return {effect: {count.low for count in counts if count.low} for effect, counts in readings.items()}


def _names_killed(pair: Pair) -> bool:
    """True where acts of one kind both name the same one as killed: nobody dies twice, whatever the days.

    Where one tells only whom it befell, and not what, day and place must not exclude each other.
    """
    found = same_person(pair)
    if found is None or found[1] != "killed" or (compared("type", pair).score or 0.0) < _AT_LEAST["type"]:
        return False
    return found[2] or not is_excluded(pair)


def _agree(pair: Pair) -> bool:
    """True if each comparison that finds something to compare reaches its bound."""
    return all((score := compared(name, pair).score) is None or score >= least for name, least in _AT_LEAST.items())


def _is_sure(pair: Pair) -> bool:
    """True where the numbers, with as much agreement on day and place as they need, tell one incident."""
    numbers = _same_numbers(pair)
    most, (day, place) = max(numbers.values()), (compared(name, pair).score or 0.0 for name in ("when", "where"))
    if len(numbers) > 1 and most >= _BOTH:
        return True
    if most >= _MANY:
        return day >= _SAME_DAY or place >= _ONE_PLACE
    alike = len(numbers) > 1 or any(compared(name, pair).score == 1.0 for name in ("type", "means"))
    return alike and day >= _SAME_DAY and place >= (_SAME_PLACE if most >= _SOME else _ONE_PLACE)


def _in_one_sentence(pair: Pair, collection: Collection) -> bool:
    """True for two acts of one sentence, which the reader took for two: "shot three in the shop and three in the street"."""
    text = collection.documents[pair.a.claim.document_id].text
    return len({sentence_of(text, side.claim.trigger.span) for side in (pair.a, pair.b)}) == 1


def _is_further(pair: Pair, collection: Collection) -> bool:
    """True for a bomb beside men who were shot, and where the later sentence goes on to another act ("In the evening")."""
    kinds = {side.claim.type for side in (pair.a, pair.b)}
    if kinds & _FROM_AFAR and kinds & _FROM_NEAR:
        return True
    later = max((pair.a, pair.b), key=lambda side: side.claim.trigger.span.start)
    text = collection.documents[later.claim.document_id].text
    return _NEXT_ACT.match(sentence_of(text, later.claim.trigger.span)) is not None
