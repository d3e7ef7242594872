"""What the claims say and what the network reads, put together: rows it hears nothing in are left out, its surest are added."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from crossread.records import Actor, Claim, Evidence
from muc4_doers import Doer, is_person
from muc4_fillers import Filler
from muc4_people import is_given, is_role, looks_like_name
from muc4_sharing import load_floors
from muc4_targets import Human, Thing

DOERS, MEANS = (9, 10), (6,)


def heard(claims: Sequence[Claim], fillers: Sequence[Filler]) -> list[Claim]:
    """The claims without doers and means in whose words the network reads no filler of their slots at all.

    Means that only name the act ("shots", "gunfire") and bands met in passing are what falls away; targets are kept, the
    claims are surer of them than the network.
    """
    return [
        replace(
            claim,
            actors=tuple(a for a in claim.actors if not _does(a) or _reads(a.evidence, fillers, DOERS)),
            means=tuple(m for m in claim.means if _reads(m.evidence, fillers, MEANS)),
        )
        for claim in claims
    ]


def _does(actor: Actor) -> bool:
    return actor.role in ("perpetrator", "claimant", "accused", "side_a", "side_b")


def _reads(evidence: Sequence[Evidence], fillers: Sequence[Filler], slots: Sequence[int]) -> bool:
    floor = load_floors("heard")
    return any(
        f.score >= floor[f.slot] and e.span.start < f.end and f.start < e.span.end
        for f in fillers
        if f.slot in slots
        for e in evidence
    )


def join_means(told: Sequence[str], read: Sequence[str]) -> list[str]:
    """The instruments of the claims, then those read that share no word with them."""
    return [*told, *(r for r in read if not any(_words(r) & _words(t) for t in told))]


def join_doers(told: Sequence[Doer], read: Sequence[Doer]) -> list[Doer]:
    """The doers of the claims, then those read: people without a name only if the claims have none."""
    out = list(told)
    for doer in read:
        alike = [d for d in out if (d.individual is None) == (doer.individual is None)]
        known = any(_words(d.individual or d.organization) & _words(doer.individual or doer.organization) for d in alike)
        if known or (doer.individual and alike and not is_person(doer.individual)):
            continue
        out.append(doer)
    return out


def join_things(told: Sequence[Thing], read: Sequence[Thing]) -> list[Thing]:
    """The physical targets of the claims, then those read that share no word with them."""
    return [*told, *(r for r in read if not any(_words(r.id) & _words(t.id) for t in told))]


def join_humans(told: Sequence[Human], read: Sequence[Human]) -> list[Human]:
    """The human targets of the claims, then those read that share no word with them.

    A name read inside what the claims took for a description parts it: "political analyst Pedro Rojas" is a man and his work.
    """
    out = list(told)
    for human in read:
        mine = _words(human.name) | _words(human.description)
        near = next((n for n, h in enumerate(out) if mine & (_words(h.name) | _words(h.description))), None)
        if near is None:
            out.append(human)
        elif human.name and not out[near].name and _words(human.name) <= _words(out[near].description):
            out[near] = _parted(out[near], human.name, str(out[near].description))
        elif human.name and _ends_in(out[near].name, human.name):
            out[near] = _parted(out[near], human.name, f"{out[near].description or ''} {out[near].name}".strip())
    return out


def _parted(human: Human, name: str, told: str) -> Human:
    role = told.removesuffix(name).strip(" ,")
    plain = is_role(role) or not all(map(looks_like_name, role.split()))
    return replace(human, name=name, number="1", description=role if plain else None)


def _ends_in(told: str | None, name: str) -> bool:
    """True if a claim's name is a name of two words or more with something before it that is no given name."""
    return bool(told and " " in name and told.endswith(f" {name}") and not is_given(told.split()[0]))


def _words(text: str | None) -> set[str]:
    return set((text or "").split())
