"""On whose soil a nation's forces act: "Sudanese air strikes on Nyala" are a state's own, in Chad they are foreign."""

from __future__ import annotations

from crossread import patterns as re
from crossread.codebook.mention_words import MentionWords
from crossread.codebook.name_folding import fold_name

_EITHER = {"state_forces", "foreign_forces"}
_OFTEN_MISPLACED = "IL"  # whose strikes are read as at home where only the state is told
ORIGIN_REACH = 40  # characters before a country's name in which it is told that somebody comes from there or lives there
_ORIGIN = re.compile(
    r"\b(?:(?<!not\s)from|natives?\s+of|born\s+in|raised\s+in|exiled?\s+(?:in|to)|asylum\s+in|(?:fled|escaped|travell?ed|moved|emigrated)\s+to"
    r"|(?:lives?|lived|living|resid(?:es|ed|ing)|studied|studying|educated|trained|treated|hospitali[sz]ed)\s+(?:\w+\s+)?in)"
    r"\s+(?:the\s+)?$",
    re.IGNORECASE,
)


def is_origin(text: str, start: int) -> bool:
    """True for a country that only tells where people come from or live: "a trader from Ghana", "in exile in Belgium"."""
    return _ORIGIN.search(text, max(0, start - ORIGIN_REACH), start) is not None


def is_told_by_soil(raw: str, kinds: tuple[str | None, str], country: str | None, words: MentionWords) -> bool:
    """True where a bare nationality and the incident's country tell own from foreign, against a guess of the reader.

    All 16 hand-coded nationalities that struck in their own country are its state forces, all 60 elsewhere foreign. Where that
    country is one whose forces mostly act abroad the place is likelier wrong than the guess.
    """
    nation = words.nations.get(fold_name(raw))
    if nation is None or nation[1] != "adjective" or country is None or set(kinds) != _EITHER:
        return False
    return nation[0] != country or (country not in words.abroad and country != _OFTEN_MISPLACED)
