"""Comparisons of what happened: type, means, status."""

from __future__ import annotations

from functools import cache

from crossread.codebook import load_codebook
from crossread.link.comparison import Comparison, Pair, Telling, once
from crossread.link.tolerances import tolerances
from crossread.link.words import fold, stem
from crossread.registry import register


@register("comparisons", "type@1")
def compare_type(pair: Pair) -> Comparison:
    """Same type, same family, or families that reports mix up (a blast told as accident here and as bombing there)."""
    a, b = pair.a.claim.type, pair.b.claim.type
    one, other = (load_codebook().label("incident_type", kind) for kind in (a, b))
    if a == b:
        sentence = f"Both tell of {one}."
    elif _is_one_word(pair, a, b):
        sentence = f"One tells of {one}, the other of {other}, in the same word."
        return Comparison(name="type", score=tolerances("type")["same_word"], sentence=sentence)
    else:
        related = ": related types" if load_codebook().family(a) == load_codebook().family(b) else ""
        sentence = f"One tells of {one}, the other of {other}{related}."
    return Comparison(name="type", score=score_types(a, b), sentence=sentence)


def _is_one_word(pair: Pair, a: str, b: str) -> bool:
    """True for related types that were read from one word ("clashes"): the report leaves open which of them it was."""
    return trigger_stem(pair.a) == trigger_stem(pair.b) and score_types(a, b) == tolerances("type")["neighbours"]


@cache
def score_types(a: str, b: str) -> float:
    """How near two incident types are, from -1 to 1."""
    book, table = load_codebook(), tolerances("type")
    if a == b:
        return float(table["same"])
    families = sorted({book.family(a), book.family(b)})
    if len(families) == 1:
        return float(table["family"])
    neighbours = any(sorted(known) == families for known in table["neighbouring"])
    return float(table["neighbours" if neighbours else "other"])


@once
def trigger_stem(telling: Telling) -> str:
    """What is left of the word that a claim was read from, without its ending."""
    return stem(fold(telling.claim.trigger.quote))


@register("comparisons", "means@1")
def compare_means(pair: Pair) -> Comparison:
    """Shared means; one bomb may be told as `ied` here and `explosive` there, so a vaguer kind contradicts nothing."""
    a, b = means_kinds(pair.a), means_kinds(pair.b)
    if not a or not b:
        return Comparison(name="means", score=None, sentence="The means are not told by both.")
    table = tolerances("means")
    if shared := sorted(a & b):
        return Comparison(name="means", score=table["shared"], sentence=f"Both name the means: {', '.join(shared)}.")
    words = f"{', '.join(sorted(a))} and {', '.join(sorted(b))}"
    if _may_be_dropped(pair.a, b) or _may_be_dropped(pair.b, a):
        return Comparison(name="means", score=0.0, sentence=f"A bombing may be one from the air: {words}.")
    return Comparison(name="means", score=table["other"], sentence=f"Means differ: {words}.")


def _may_be_dropped(bombing: Telling, other: set[str]) -> bool:
    """True where one tells no more than that it was a bombing or an explosion, and the other an aircraft."""
    return other == {_kind("aircraft")} and {row.kind for row in bombing.claim.means} == {"explosive"}


@register("comparisons", "status@1")
def compare_status(pair: Pair) -> Comparison:
    """Threats apart from deeds; attempted and accomplished may be two views of one act."""
    a, b = pair.a.claim.status, pair.b.claim.status
    if (a == "threatened") != (b == "threatened"):
        return Comparison(name="status", score=-1.0, sentence=f"One is {a}, the other {b}.")
    return Comparison(name="status", score=0.0, sentence=f"Both {a}." if a == b else f"One is {a}, the other {b}.")


@once
def means_kinds(telling: Telling) -> set[str]:
    """The kinds of means told, those that reports write for each other as one."""
    return {_kind(row.kind) for row in telling.claim.means}


def _kind(kind: str) -> str:
    """The first kind of the group that reports write for each other."""
    return next((str(group[0]) for group in tolerances("means")["alike"] if kind in group), kind)
