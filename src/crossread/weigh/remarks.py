"""What is said of a doer beside its words: that it claims the act, or is only accused of it."""

from __future__ import annotations

from collections.abc import Sequence

from crossread.records import Actor
from crossread.weigh.values import plain_words


def say_unnamed(actors: Sequence[Actor]) -> str:
    """`“rebels”, no group named`, `“Gunmen”, “soldiers” (accused), no group named`: each with what is told of it.

    What is told of all alike stands once, behind them.
    """
    roles: dict[str, list[str]] = {}
    for actor in actors:
        roles.setdefault(f"“{plain_words(actor.raw)}”", []).append(actor.role)
    remarks = {words: remark_roles(told) for words, told in roles.items()}
    nobody = "" if any(_is_name(plain_words(actor.raw)) for actor in actors) else ", no group named"
    alike = set(remarks.values())
    if len(alike) == 1:
        return f"{', '.join(remarks)}{nobody}{alike.pop()}"
    return f"{', '.join(words + remark for words, remark in remarks.items())}{nobody}"


def remark_roles(roles: Sequence[str]) -> str:
    """` (claims it)`, ` (accused)` where nothing firmer is told, else nothing."""
    if "claimant" in roles:
        return " (claims it)"
    return " (accused)" if set(roles) == {"accused"} else ""


def _is_name(words: str) -> bool:
    """True for "Carlos Patiño front", a name that no registry knows; not for "JUNTA JETS" or "Security forces"."""
    return any(word[:1].isupper() and not word.isupper() for word in words.split()[1:])
