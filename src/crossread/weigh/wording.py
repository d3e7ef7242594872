"""Loaded names that one account gives to people whom others name plainly."""

from __future__ import annotations

from collections.abc import Iterable

from crossread.codebook import LoadedWords
from crossread.records import Actor, Claim, Disagreement
from crossread.weigh.case import Case
from crossread.weigh.readings import readings_of, say_readings
from crossread.weigh.values import plain_words

_SIDES = (("victims", ("victim", "target")), ("doers", ("perpetrator", "claimant", "accused", "side_a", "side_b")))


def list_wording_disagreements(case: Case) -> Iterable[Disagreement]:
    """For those who did it and those who suffered it: the loaded names, beside what others call them."""
    for side, roles in _SIDES:
        rows = [(plain_words(a.raw), claim, _loaded(a)) for claim in case.standing for a in claim.actors if _told(a, roles)]
        loaded = [(text, claim) for text, claim, is_loaded in rows if is_loaded]
        loading = {claim for _, claim in loaded}
        plain = [(text, claim) for text, claim, is_loaded in rows if not is_loaded and claim not in loading and _names(text)]
        if loaded and plain:
            yield _disagreement(case, side, loaded, plain)


def _names(text: str) -> bool:
    """False for "several others", which calls nobody anything."""
    return text.lower().split()[-1:] not in (["others"], ["other"], ["some"], ["many"])


def _told(actor: Actor, roles: tuple[str, ...]) -> bool:
    return actor.role in roles and actor.type != "object"


def _loaded(actor: Actor) -> bool:
    return any(kind == "label" for kind, _ in LoadedWords.load().iter_spans(actor.raw))


def _disagreement(case: Case, side: str, loaded: list[tuple[str, Claim]], plain: list[tuple[str, Claim]]) -> Disagreement:
    marked = readings_of(case, ((f"“{text}”", claim) for text, claim in loaded))
    beside = readings_of(case, ((f"“{text}”", claim) for text, claim in plain))
    people = "those who suffered it" if side == "victims" else "those who did it"
    sentence = f"Loaded name for {people}: {say_readings(case, marked)}; others write {', '.join(r.text for r in beside[:4])}."
    return Disagreement(slot=f"wording.{side}", severity="wording", readings=marked + beside, sentence=sentence)
