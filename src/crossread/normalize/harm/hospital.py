"""People of whom a report only tells that a hospital took them in: they were hurt, unless it says that they died."""

from __future__ import annotations

from crossread.normalize.harm.sentence import Cues, Sentence
from crossread.records import Harm


def is_only_treated(sentence: Sentence, cues: Cues) -> bool:
    """True for those who "were taken to hospital", with no death told of them from there on."""
    return cues["treated"].match(sentence.behind.lstrip()) is not None and not _died_in(sentence, cues)


def is_sent_to_hospital(row: Harm, sentence: Sentence, cues: Cues) -> bool:
    """True for "a shooting that sent four people to the hospital", and for "the hospital admitted four people"."""
    if cues["taken_in"].search(sentence.before) and not cues["death"].search(row.raw + sentence.behind):
        return True
    sent = cues["sent"].search(sentence.before) and cues["to_hospital"].match(sentence.behind.lstrip())
    return sent is not None and not _died_in(sentence, cues)


def _died_in(sentence: Sentence, cues: Cues) -> bool:
    return any(cues["death"].search(words) for words in (sentence.behind, sentence.after))
