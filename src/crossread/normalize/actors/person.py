"""Persons among actors: the name that a mention's capitals give, and capitals that only open a sentence."""

from __future__ import annotations

from collections.abc import Sequence

from crossread import patterns as re
from crossread.codebook.name_folding import Word
from crossread.normalize.actors.context import ActorContext

SIDES_OF_MAP = frozenset({"North", "South", "East", "West"})
DETERMINERS = frozenset({"the", "this", "these", "its", "their", "said", "a", "an", "his", "her"})
# Written with a capital and nobody's name: "the Islamist", cut off from the group that it describes.
_CREEDS = frozenset(
    "islamist islamists islamic muslim muslims christian christians sunni sunnis shia shiite shiites hindu hindus jewish "
    "catholic protestant buddhist salafist salafists wahhabi maoist maoists communist communists marxist leftist leftists "
    "rightist".split()
)
_DOUBTS = frozenset("so called alleged suspected purported self styled presumed supposed".split())
_PARTICLES = frozenset({"al", "el", "bin", "ibn", "de", "van", "der", "von", "da", "dos", "ul", "ur"})

_OF_AGE = frozenset(("year", "years", "month", "months", "old"))
# The end of a sentence or line, right before a mention; what shows a name behind one: ", 34," and "'s".
_OPENS = re.compile(r"(?:[.!?][\"”’']?\s+|\n\s*)\Z")
_POSSESSIVE = re.compile(r"['’]s?$")
_NAMED_BEHIND = re.compile(r",\s+\d|['’]s\b")


def _without_doubt(words: Sequence[Word]) -> Sequence[Word]:
    """The words behind "the so-called", "the alleged": what doubts a name is no part of it."""
    at = next((i for i, word in enumerate(words) if word.form not in DETERMINERS and word.form not in _DOUBTS), 0)
    return words[at:] if any(word.form in _DOUBTS for word in words[:at]) else words


def _without_age(words: Sequence[Word]) -> Sequence[Word]:
    """The words behind "59-year-old"."""
    at = next((i for i, word in enumerate(words) if not (word.form.isdigit() or word.form in _OF_AGE)), 0)
    return words[at:] if at > 1 else words


def only_opens_sentence(person: str, context: ActorContext) -> bool:
    """True for one word with the capital of a sentence's beginning that has it nowhere else: "Smugglers fired"."""
    opens = _OPENS.search(context.text, max(0, context.start - 4), context.start) is not None or context.start == 0
    if " " in person or not opens:
        return False
    return not _NAMED_BEHIND.match(context.text, context.end) and not _stands_inside(context.text, person)


def _stands_inside(text: str, name: str) -> bool:
    """True if the name stands inside a sentence somewhere."""
    at = text.find(name)
    while at >= 0:
        if at > 1 and text[at - 1] == " " and (text[at - 2].islower() or text[at - 2] in ",;"):
            return True
        at = text.find(name, at + 1)
    return False


def person_name(words: Sequence[Word]) -> str | None:
    """The capitalised words of a mention that no list knows: a person's name as written."""
    words = _without_age(_without_doubt(words))
    if any(word.form == "and" for word in words):
        return None  # two people
    names = [word for word in words if word.form not in DETERMINERS]
    names = [word for word in names if word.written[:1].isupper() or word.form in _PARTICLES]
    if not any(word.written[:1].isupper() for word in names) or len(names) < len(words) - 1:
        return None
    if all(word.form in _CREEDS for word in names):
        return None
    if len(words) > 1 and words[-1].written[:1].islower() and words[-1].form not in _PARTICLES:
        return None  # "Darfur advocates" are called by what they do
    return "".join(_behind(word, names[0]) for word in names)


def _behind(word: Word, first: Word) -> str:
    """A word of a name as written, without the mark of an owner, behind what parts it from the one before."""
    gap = "" if word is first else "-" if word.joined else " "
    return gap + (word.written if word.stem == word.form else _POSSESSIVE.sub("", word.written)).rstrip("'’")
