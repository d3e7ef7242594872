"""Names of people among the names of places: "Proctor" behind an initial, "Ava" and her sister, the man called al-Sadr."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from crossread import patterns as re
from crossread.gazetteer import GazetteerPlace
from crossread.normalize.places.candidates import Choice
from crossread.normalize.places.standing import PLACED, PLACED_BEHIND, STANDS_IN
from crossread.normalize.places.toponyms import Toponym

KNOWN_TOWN = 100_000  # inhabitants from which a name is believed to be the town's, whoever else bears it
NEAR = 40  # characters before a name that are looked at
# Not "de": "Universidad de Guadalajara" names the town.
_PARTICLE = re.compile(r"\b[A-Z][\w'’]+ (?:[Aa]l|[Ee]l|[Uu]l|[Bb]in|[Ii]bn)[- ]$")
# "Sergeant A. Gomez"; N., S., E. and W. are sides of a town.
_LEADS_PERSON = re.compile(
    r"(?:(?:^|[^.\w])[A-DF-MO-RT-VX-Z]\.|year-old|\b(?:Mr|Mrs|Ms|Dr|Sgt|Lt|Capt|Rev|Sen|Det)\.?|\b(?:Sergeant|Officer|Deputy|Detective"
    r"|Captain|Lieutenant|Judge|Pastor|Senator))\s$"
)
# "shot Nichols before fleeing"; "shot Gaza fishermen" tells of fishermen.
_SUFFERS = re.compile(r"\b(?:shot|stabbed|strangled|arrested)\s$")
_NO_NOUN = re.compile(
    r"\s*[.,;:]|\s(?:in|at|on|before|after|while|and|as|with|during|because|when|once|twice|several|multiple|\d+)\b"
)
_GIVEN_NAME = re.compile(r"\b[A-Z][a-z]+\s$")
_REST_OF_NAME = re.compile(r"(?:\s[A-Z][a-z]+){1,2}")
_LED = re.compile(r"^(?:into|from|at|to|for|with|by)\s+")
# What only people have: "Ava and her sister", "Gomez's mother", "Jarmon, 34,".
_HAS = re.compile(
    r"(?:,\s+\d{1,2},|,\s+an?\s+\d{1,2}(?:-year|th\b|nd\b|rd\b|st\b)|\s+(?:and|or)\s+(?:his|her)\b"
    r"|['’]s\s+(?:\w+\s+)?(?:mother|father|parents|wife|husband|widow|sons?|daughters?|brothers?|sisters?|family|relatives|cousins?"
    r"|girlfriend|boyfriend|friends?|body|car|lawyer|attorney|death)\b)"
)
# "Mary Nyandeng, a nurse at the hospital": what somebody is, and nothing that a doer in the next clause could be.
_IS = re.compile(
    r",\s+(?:an?|the)\s+(?:[a-z-]+\s+){0,2}(?:nurse|doctor|teacher|student|pupil|farmer|herder|trader|driver|lawyer|journalist|reporter"
    r"|activist|priest|pastor|imam|nun|midwife|shopkeeper|fisherman|engineer|carpenter|widow|mother|father|grandmother|pensioner)"
    r"(?=\s*(?:[,;.)]|(?:at|from|in|of|with|who|whose|and)\b))"
)
# "Esther, 17" in a line of its own above what she tells; in a table lines follow each other
_HEADS_TESTIMONY = re.compile(r",\s+(?:aged\s+)?\d{1,2}(?:,[ \t]+[a-z][^\n.:]{2,40})?[ \t]*\n[ \t]*\n")
_LINE_BEGINS = re.compile(r"(?:^|\n)[ \t#*_]*$")
# What only people do and suffer, where no preposition makes it the place of somebody who does ("a doctor in Mamou said").
_DOES = re.compile(
    r"(?:,\s+who\b|\s+(?:said|told|says|testified|fled|ran|walked|pleaded|died|confessed)\b"
    r"|\s+(?:was|were)\s+(?:\w+ly\s+)?(?:shot|stabbed|arrested|charged|pronounced|rushed|airlifted|hospitalized|convicted|sentenced)\b)"
)
_WHOLE_NAME = re.compile(r"[A-Z][\w'’-]+(?:\s[A-Z][\w'’-]+){1,3}")
_LEADS_TO_PLACE = re.compile(r"(?:In|At|Near|On|From|Outside|Inside|Around|To)\s")
_AGED = re.compile(r",\s+(?:aged\s+)?\d{1,2}(?=\s*(?:[,;.(\n]|$))")
_ANY_PREPOSITION = re.compile(
    r"\b(?:[a-z]+\s+)?(?:in|at|near|of|from|outside|inside|around|above|below|to|for|by|on|with)\s+(?:the\s+)?$"
)


def surnames(text: str, toponyms: Sequence[Toponym], choices: Mapping[str, Choice]) -> frozenset[str]:
    """Names of people: they stand behind another name ("Akbar Mohammadi") or as only people do, and nowhere as a place.

    Only towns are asked, and those that everybody knows only where they stand as people do.
    """
    behind = {t.folded.rpartition(" ")[2] for t in toponyms if not t.listed and not t.demonym and " " in t.folded}
    placed: set[str] = set()
    small: set[str] = set()
    doers: set[str] = set()
    for toponym in toponyms:
        if not toponym.listed and " " in toponym.folded and _stands_as_person(text, toponym):
            doers |= {toponym.folded.partition(" ")[0], toponym.folded.rpartition(" ")[2]}
        choice = choices.get(toponym.folded)
        if choice is None or (choice.place is not None and not _may_be_anybody(choice.place)):
            continue
        before = text[max(0, toponym.start - NEAR) : toponym.start]
        if choice.place is None or choice.place.kind == "admin1" or choice.place.population < KNOWN_TOWN:
            small.add(toponym.folded)
            if not toponym.alone and _GIVEN_NAME.search(before):
                behind.add(toponym.folded)
        if _stands_as_person(text, toponym):
            doers.add(toponym.folded)
        elif STANDS_IN.search(before) or PLACED.search(before) or PLACED_BEHIND.match(text, toponym.end):
            placed.add(toponym.folded)
    people = ((behind & small) | doers) - placed
    first = {a.folded for a, b in pairwise(toponyms) if b.folded in people and b.start == a.end + 1 and a.folded in small}
    return frozenset((people | (first - placed)) & choices.keys())


def _may_be_anybody(place: GazetteerPlace) -> bool:
    """True for towns, and for regions that are called so only besides: "Karen" for Kayin."""
    return place.kind == "settlement" or (place.kind == "admin1" and place.matched != "name")


def _stands_as_person(text: str, toponym: Toponym) -> bool:
    before = text[max(0, toponym.start - NEAR) : toponym.start]
    if _is_person(text, toponym.end, before):
        return True
    rest = _REST_OF_NAME.match(text, toponym.end)  # "Tyre King, 13,"
    return rest is not None and _is_person(text, rest.end(), before)


def _is_person(text: str, end: int, before: str) -> bool:
    """True where a name that ends here, behind these words, has or does what only people do, or stands behind a title."""
    if _HAS.match(text, end) or _LEADS_PERSON.search(before) or (_SUFFERS.search(before) and _NO_NOUN.match(text, end)):
        return True
    if _HEADS_TESTIMONY.match(text, end) and _LINE_BEGINS.search(before):
        return True
    if _IS.match(text, end) and not _ANY_PREPOSITION.search(before):
        return True
    return _DOES.match(text, end) is not None and not _ANY_PREPOSITION.search(before)


def names_person(text: str, raw: str) -> bool:
    """True for the bare name of somebody in the text, never a place in it: one word, or a whole name with his age.

    The text gives it a man with a particle ("Sadr" beside "Moqtada al-Sadr"), or somebody does as people do ("into Jarmon"
    beside "Toyia Jarmon's car").
    """
    bare = _LED.sub("", raw.strip())
    if _WHOLE_NAME.fullmatch(bare) and not _LEADS_TO_PLACE.match(bare):
        return any(_AGED.match(text, end) for _, end in _tellings(text, bare))
    if " " in bare or not bare[:1].isupper():
        return False
    told = list(_tellings(text, bare))
    named = any(
        _PARTICLE.search(before) or (_LINE_BEGINS.search(before) and _HEADS_TESTIMONY.match(text, end)) for before, end in told
    )
    if not named and any(_GIVEN_NAME.search(before) for before, _ in told):
        named = any(_is_person(text, end, before) for before, end in told)
    return named and not any(STANDS_IN.search(before) for before, _ in told)


def _tellings(text: str, name: str) -> Iterator[tuple[str, int]]:
    """For each time a name stands as a word of its own: what stands before it, and where it ends."""
    start = text.find(name)
    while start >= 0:
        end = start + len(name)
        if not text[start - 1 : start].isalnum() and not text[end : end + 1].isalnum():
            yield text[max(0, start - NEAR) : start], end
        start = text.find(name, end)
