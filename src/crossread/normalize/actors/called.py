"""Whom a mention means by other words: "our fighters", "gunmen believed to be Boko Haram", a party by its initials."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from crossread import patterns as re
from crossread.codebook.actor_entry import ActorEntry
from crossread.codebook.actor_registry import ActorRegistry
from crossread.codebook.name_folding import fold_name
from crossread.normalize.actors.none import DOERS
from crossread.normalize.actors.publisher import publisher_of
from crossread.normalize.actors.resolved import ResolvedActor
from crossread.normalize.actors.units import in_plain_words
from crossread.records import Actor, Document

_OURS = re.compile(r"(?:[Oo]ur|OUR|[Ii]ts|ITS|[Ww]e|WE|us)\b(?!-)")  # not "US"
# "the lions of the Caliphate", "our brothers": how a group calls its own men in its own statement
_HONOURED = re.compile(
    r"(?:(?:the|our|some|several|two|three|its)\s+)?(?:[\w-]+\s+){0,2}?"
    r"(?:lions|brothers|heroes|mujahid(?:ee|i)ns?|knights|martyrdom[ -]seekers?"
    r"|soldiers\s+of\s+the\s+(?:caliphate|khilafah?|emirates?))(?:\s+of\s+(?:the\s+)?(?:[\w-]+\s*){1,3})?",
    re.IGNORECASE,
)
# "our Syrian partners", "our enemies": others, whoever speaks.
_OTHERS = re.compile(
    r"\b(?:partner|all(?:y|ies)|friend|enem(?:y|ies)|foe|rival|opponent|adversar\w+|neighbou?r|brother|people)(?:s|ly)?\b",
    re.IGNORECASE,
)
# "the air force", "aircraft of the army": of a state's armed forces in a statement of their own; "the French army" is another's
_SERVICE = re.compile(
    r"(?:(?:[a-z]+\s+){1,2}(?:of|from)\s+)?(?:the\s+)?(?:national\s+)?(?:air\s+force|army|navy|military|armed\s+forces)"
    r"(?:(?:['’]s)?\s+(?:aircraft|(?:fighter\s+)?jets|helicopters|drones|war\s?planes|artillery|troops|soldiers|units?|forces))?",
    re.IGNORECASE,
)
_BELIEVED = re.compile(
    r"\b(?:believed|thought|suspected|presumed|alleged|assumed|said|reported|understood)\s+to\s+(?:be|have been|belong to)\s+"
    r"(?:(?:members?|fighters|militants|followers|part)\s+(?:of|from)\s+)?(?:the\s+)?(?P<who>[^,;.]+)$"
)
# "the army's press office": of the kind whose office it is
_OFFICE = re.compile(
    r"(?:['’]s?)?\s+(?:media|press|information|public\s+relations)\s+(?:office|department|cent(?:er|re)|service|wing|bureau)$",
    re.IGNORECASE,
)
_COMMANDO = re.compile(
    r"\bcommandos?\b(?=.*\b(?:assassins?|hitmen|gunmen|cartel|criminals?|killers)\b)|\b(?:armed|hooded|masked)\s+commandos?\b",
    re.IGNORECASE,
)
# What a party's own statement calls others: no group calls itself a militia or terrorist
_REVILED = re.compile(
    r"\bmilitias?\b|\b(?:terrorist|criminal|rebel|mutinous|outlawed|treacherous|apostate|fascist|murderous|mercenary)\s+"
    r"(?:group|movement|militants|organi[sz]ation|gangs?|rebels|insurgents)\b",
    re.IGNORECASE,
)
# "the enemy and its militia": of the party named right before
_AND_ITS = re.compile(
    r"(?P<who>(?:[\w'’-]+\s+){1,5})(?:and|or|with|through|using|by)\s+(?:by\s+|through\s+|with\s+)?(?:all\s+(?:of\s+)?)?$"
)
_ITS = re.compile(r"its\s+(?=\S)", re.IGNORECASE)
_ISSUER = re.compile(r"(?:the\s+)?(?:movement|group|organi[sz]ation|front|party|resistance|mujahid(?:ee|i)n)", re.IGNORECASE)
_INITIALS = re.compile(r"(?:the\s+)?(?P<letters>(?-i:[A-Z]{3,6}))", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_][\w'’-]*")
# "Karen soldiers of the (Myanmar army)", "former Karen soldiers": not their people's group
_SERVING = re.compile(
    r"(?P<men>[\w'’-]+\s+(?:soldiers|troops|fighters))\s+(?:(?:serving|who\s+serve[ds]?|enlisted)\s+)?(?:of|in|with|from)\s+(?P<force>.+)$"
)
_FORMER = re.compile(
    r"\b(?:former|ex-|ex|retired|one-time)\s*(?P<people>(?-i:[A-Z])[\w'’-]+\s+)(?P<men>soldiers|troops|fighters)\b", re.I
)


def whose(document: Document, actor: Actor) -> str:
    """The words by which the actor is looked up: its own, or others that say the same more plainly."""
    registry = ActorRegistry.load()
    raw = actor.raw
    if actor.role in (*DOERS, "accused"):
        service = _SERVICE.fullmatch(raw) is not None
        own = publisher_of(document) if service or is_ours(raw) or is_honoured(raw) else None
        if own is not None and _is_of_another(document, actor, own):
            return _ITS.sub("", raw, count=1)
        if own is not None and (not service or own.type == "state_forces"):
            return own.name
        if is_ours(raw):
            return "we" if raw == "us" else raw  # no "US"
        believed = _BELIEVED.search(raw)
        if believed is not None and any(word[:1].isupper() for word in believed["who"].split()):
            return believed["who"]
        if _COMMANDO.search(raw):
            return "gunmen"
        raw = _OFFICE.sub("", raw)
    raw = _served(in_plain_words(raw), registry)
    return _in_full(document, raw, registry) or raw


def _served(raw: str, registry: ActorRegistry) -> str:
    """The force in which men of a people under arms are told to serve, and such men without their people once they left."""
    former = _FORMER.search(raw)
    if former is not None and registry.candidates(f"{former['people']}{former['men']}"):
        return f"{raw[: former.start('people')]}{raw[former.start('men') :]}"
    serving = _SERVING.search(raw)
    if serving is None or not registry.candidates(serving["men"]) or not re.search(r"\b[A-Z]", serving["force"]):
        return raw
    return serving["force"]


def _is_of_another(document: Document, actor: Actor, own: ActorEntry) -> bool:
    """True for "its militia" behind "the army and", in a statement of neither the army nor one that calls itself "we" there."""
    if not _ITS.match(actor.raw) or not actor.evidence:
        return False
    start = actor.evidence[0].span.start
    found = _AND_ITS.search(document.text[max(0, start - 80) : start])
    if found is None:
        return False
    words = found["who"].split()
    tails = [" ".join(words[at:]) for at in range(len(words))]
    return not any(
        is_ours(tail) or _ISSUER.fullmatch(tail) or own in ActorRegistry.load().candidates(re.sub(r"^[Tt]he\s+", "", tail))
        for tail in tails
    )


def not_itself(document: Document, actor: Actor, found: ResolvedActor) -> ResolvedActor:
    """Whom a mention means, but not the issuer of the statement it stands in where that reviles it: "the terrorist militia"."""
    if "from_context" not in found.flags or not _REVILED.search(actor.raw):
        return found
    own = publisher_of(document)
    return found if own is None or own.id != found.registry_id else replace(found, name=None, registry_id=None, flags=())


def is_honoured(raw: str) -> bool:
    """True for "the lions", "our brothers", "the heroes of the Emirate": whom a group's own statement calls so are its men."""
    return _HONOURED.fullmatch(raw.strip()) is not None


def is_ours(raw: str) -> bool:
    """True for "we", "our fighters", not for "our partners"."""
    return _OURS.match(raw) is not None and _OTHERS.search(raw) is None


def _in_full(document: Document, raw: str, registry: ActorRegistry) -> str | None:
    """What initials stand for in this report, where its own name with these is another than the registry's."""
    match = _INITIALS.fullmatch(raw)
    if match is None:
        return None
    full = _expansion(document.text, match["letters"])
    entries = registry.candidates(match["letters"]) if full else ()
    if full is None or not entries:
        return None
    known = {fold_name(name) for entry in entries for name in (entry.name, *entry.aliases)}
    return None if fold_name(full) in known or any(entry in entries for entry in registry.candidates(full)) else full


@lru_cache(maxsize=256)
def _expansion(text: str, letters: str) -> str | None:
    """The first row of capitalised words in the text with these initials: "Awami National Party" for ANP."""
    row: list[re.Match[str]] = []
    for word in _WORD.finditer(text):
        if row and text[row[-1].end() : word.start()] != " ":
            row = []
        if not word.group()[0].isupper() or word.group().isupper():
            row = []
            continue
        row = [*row, word][-len(letters) :]
        if "".join(part.group()[0] for part in row) == letters:
            return text[row[0].start() : word.end()]
    return None
