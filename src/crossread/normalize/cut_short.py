"""Speakers cut off behind a nationality: "An Ethiopian" of "An Ethiopian judge has ordered", "China's" of its ministry."""

from __future__ import annotations

from crossread import patterns as re
from crossread.codebook.mention_words import MentionWords
from crossread.codebook.name_folding import fold_name

_POSSESSIVE = re.compile(r"(?:^|\s)[A-Z][\w.-]*['’]s$")
_LAST_WORD = re.compile(r"[\w.-]+$")
# What goes on behind a nationality that stands for people: "an American who fled", "the U.S. has", "a Briton wounded in it"
_NO_NOUN = (
    r"(?:an?|the|and|or|but|nor|who|whom|whose|which|that|if|in|on|at|of|for|from|by|to|with|near|after|before|as|when|while|where|since|during"
    r"|against|about|over|under|into|is|are|was|were|be|been|being|has|have|had|do|does|did|not|will|would|could|can|may|might"
    r"|should|shall|must|also|later|then|now|he|she|it|they|his|her|its|their|there|this|these|those|some|all|both|says?|sa(?:id|w)"
    r"|told|tells?|gave|gives?|put|puts|held|holds?|knew|know|thinks?|thought|found|finds|calls?|claims?|reports?|blames?|denies|deny"
    r"|accuses?|warns?|believes?|confirms?|insists?|announces?|adds?|went|came|made|makes?|wants?|took|takes?|spoke|speaks?|wrote"
    r"|writes?|hopes?|urges?|points?|shows?|lays?|laid|sees?|\w+ly|[a-z]\w*(?:ed|ing)|\w+day)\b"
)
# "(An Ethiopian) judge", "(The Palestinian) militant group", "(Iraqi) President Jalal Talabani"
_NOUNS = re.compile(rf"(?:[ -](?!{_NO_NOUN})[A-Za-z][\w'’-]*){{1,4}}(?=[\s,.;:]|$)", re.IGNORECASE)


def end_of_speaker(text: str, raw: str, end: int) -> int:
    """Where the words of a speaker end that break off behind a nationality or a country's "'s"; `end` where they are whole.

    A nationality before a verb or a "who" stands for the people or the state itself and stays alone.
    """
    if not _POSSESSIVE.search(raw) and not _is_nationality(raw):
        return end
    nouns = _NOUNS.match(text, end)
    return nouns.end() if nouns is not None else end


def _is_nationality(raw: str) -> bool:
    last = _LAST_WORD.search(raw)
    if last is None or not last.group()[:1].isupper():
        return False
    nation = MentionWords.load().nations.get(fold_name(last.group()))
    return nation is not None and nation[1] == "adjective"
