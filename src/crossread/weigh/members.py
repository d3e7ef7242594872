"""A named man who is told as one of a group ("Adan Roble, a commander of the Front") counts with his group."""

from __future__ import annotations

from dataclasses import replace

from crossread import patterns as re
from crossread.codebook import ActorRegistry
from crossread.records import Actor, Claim, Document

_PERSON = re.compile(
    r"(?:alias\s+)?[\"“‘]?[A-Z][\w.’'-]*(?:\s+(?:[a-z]{2,3}\s+|al-|el-)?[\"“‘]?[A-Z\"“][\w.’'-]*[\"”’]?)*[\"”’]?"
)
_MEMBER = (
    r"(?:member|fighter|commander|leader|combatant|militant|operative|chief|guerr?illa|militiaman|soldier|officer|head"
    r"|spokesman)"
)
_NAME = r"(?P<group>[A-Z][\w’'-]*(?:[\s-]+(?:(?:of|for|the|in|and|al|el)[\s-]+){0,2}[A-Z][\w’'-]*){0,5})"
_FORMER = r"(?:(?:former|senior|alleged|suspected|local|top|ex)[\s-]+){0,2}"
_OF = re.compile(
    rf"[\"”’]?,\s+(?:an?|the)\s+{_FORMER}{_NAME.replace('group', 'first')}\s+{_MEMBER}\b"
    rf"|[\"”’]?,\s+(?:an?|the|one)\s+(?:(?!of\b)[\w-]+\s+){{0,3}}?{_MEMBER}\s+(?:of|from|in|with)\s+(?:the\s+)?{_NAME}"
)
_REACH = 160  # characters behind a name in which it stands whose man he is


def count_with_group(actor: Actor, claim: Claim, document: Document | None) -> Actor:
    """The actor, or where it is a man by name whom no list knows and the words behind it tell his group, that group.

    Of 11,355 hand-coded doers eight are men behind whose names such words stand, former members and leaders among them.
    """
    if document is None or not actor.name or actor.registry_id or not _PERSON.fullmatch(actor.raw.strip()):
        return actor
    country = claim.where.value.country if claim.where and claim.where.value else None
    for evidence in actor.evidence:
        told = _OF.match(document.text, evidence.span.end, evidence.span.end + _REACH)
        words = (told["first"] or told["group"]).split() if told else []
        found = (ActorRegistry.load().find(" ".join(words[:length]), country=country) for length in range(len(words), 0, -1))
        group = next((entry for entry in found if entry is not None), None)
        if group is not None:
            return replace(actor, name=group.name, registry_id=group.id, type=group.type)
    return actor
