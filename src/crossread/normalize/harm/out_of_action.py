"""Who was "neutralised" or "put out of action": killed, wounded or captured, the report does not say which.

All 48 coded numbers told so are `incapacitated` but one, and so are the six of "put nine men out of action"; of 15 told as
"eliminated" all are killed, so that word is one of death.
"""

from __future__ import annotations

from crossread import patterns as re
from crossread.languages import load_language
from crossread.normalize.harm.freed_and_killed import ends_before_others
from crossread.normalize.harm.sentence import Sentence, load_cues, sentence_of
from crossread.records import Document, Harm

NEAR = 25  # characters behind a toll in which "put out of action" belongs to it
LEAD = 15  # characters before it, of its own sentence
_PASSIVE = re.compile(
    r"(?:\s+(?:and|with|along\s+with)\s+(?:their|its|his)\s+(?:[\w-]+\s+){0,2}?[\w-]+)?"
    r"\s+(?:(?:has|have|had|was|were|been|also|reportedly|said to be)\s+){1,5}",
    re.IGNORECASE,
)
_PUTS = r"\b(?:put|puts|putting|took|takes|taken|taking|left|leaving|placed|knocked)"
_SOME = r"(?:(?:at\s+least|about|some|over|more\s+than|nearly|another|up\s+to|a\s+further|the)\s+)*"
_OUT = r"out\s+of\s+(?:action|combat|the\s+fight)\b"
_PUT = re.compile(rf"{_PUTS}\s+{_SOME}$", re.IGNORECASE)
_PUT_OUT = re.compile(rf"{_PUTS}\s+{_OUT}\s+{_SOME}$", re.IGNORECASE)
_OUT_BEHIND = re.compile(rf"[^.,;:\d]{{0,60}}?\s{_OUT}", re.IGNORECASE)
_WERE_OUT = re.compile(rf"\s+(?:(?:has|have|had|was|were|been)\s+)+(?:put|taken|left|placed|knocked)\s+{_OUT}", re.IGNORECASE)


def is_out_of_action(document: Document, row: Harm, language: str) -> bool:
    """True where the words right around a toll, or before it in a sentence that tells no death, say "neutralised".

    Words of the sentence before or behind are about others: "ten were neutralised. Four villagers died …".
    """
    sentence = sentence_of(document.text, row)
    words = [word for word, effect in load_language(language).casualty_words.items() if effect == "incapacitated"]
    if any(word in _near(document, row, sentence) for word in words) or _is_put_out(sentence):
        return True
    cues, behind = load_cues(language), sentence.behind.lower()
    passive = _PASSIVE.match(behind)
    if passive is not None and any(behind.startswith(word, passive.end()) for word in words):
        return True
    told = f"{sentence.before}{row.raw}{sentence.behind}"
    dead = cues is None or cues["death"].search(told) is not None
    return row.effect == "killed" and not dead and any(word in sentence.before.lower() for word in words)


def _near(document: Document, row: Harm, sentence: Sentence) -> str:
    span = row.evidence[0].span
    end = min(ends_before_others(document.text, span.end, NEAR), span.end + len(sentence.behind))
    return (sentence.before[-LEAD:] + document.text[span.start : end]).lower()


def _is_put_out(sentence: Sentence) -> bool:
    """True for "put (ten men) out of action", "took out of combat (36 men)", "(ten men) were taken out of combat"."""
    if _PUT_OUT.search(sentence.before) or _WERE_OUT.match(sentence.behind):
        return True
    return _PUT.search(sentence.before) is not None and _OUT_BEHIND.match(sentence.behind) is not None
