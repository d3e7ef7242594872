"""Whose "the army" and "troops" are that a report tells of abroad: those of the nation named right before."""

from __future__ import annotations

from crossread import patterns as re
from crossread.codebook.mention_words import MentionWords
from crossread.codebook.name_folding import fold_name
from crossread.normalize.actors.context import ActorContext
from crossread.normalize.actors.mention import Mention

REACH = 300  # characters before a mention in which its nation's forces are named
SENTENCES = 1  # full stops between the two

# Words for a whole army and for men of it: "Turkish troops … The army" may be two armies.
_WHOLE = r"(?:army|military|armed\s+forces|defen[cs]e\s+minist(?:ry|er)|general\s+staff)"
_MEN = r"(?:troops|soldiers|forces|paratroopers|marines|commandos|servicemen)"
_BARE = re.compile(rf"(?:the\s+)?(?:(?P<whole>{_WHOLE})|(?P<men>{_MEN}))", re.IGNORECASE)
_FORCES = re.compile(
    rf"\b(?P<nation>[A-Z]\w+(?:\s[A-Z]\w+)?)(?:['’]s)?\s+(?:(?:armed|ground|special|army|naval|occupation)\s+)*"
    rf"(?:(?P<whole>{_WHOLE})|(?P<men>{_MEN}))\b"
)
# Between the two: the one struck back at the other, or an enemy of the first is told to act
_ANSWER = re.compile(
    r"\b(?:return(?:ed|ing)?\s+fire|fired\s+back|retaliat\w+|respond\w+|repel\w*|drove|repuls\w+|clash\w*|fought|resist\w+|against)\b",
    re.IGNORECASE,
)
_SAYS = re.compile(r"\b(?:said|says|announced|announces|reported|confirmed|claims?|claimed|stated|states)\b")


def find_nation_of_army(mention: Mention, context: ActorContext, words: MentionWords) -> str | None:
    """The nation of a bare "the army", "troops" that do something in another country; None where it may be that country's own.

    The last forces of a nation told before, in the same sentence or the one before, by a word of the same sort ("Israeli
    soldiers … soldiers"): of ten coded rows so told all ten are foreign forces. Behind a ministry or an army that says what was
    done, both sorts are its own: "the Turkish Defence Ministry said troops had killed".
    """
    raw = context.text[context.start : context.end].strip()
    told = _BARE.fullmatch(raw)
    if context.country is None or told is None or mention.last("nation") is not None:
        return None
    start = max(0, context.start - REACH)
    found = _last_forces(context.text, start, context.start, words)
    if found is None:
        return None
    nation, forces = found
    between = context.text[forces.end() : context.start]
    announced = forces["whole"] is not None and _SAYS.search(between) is not None and ". " not in between
    alike = (forces["whole"] is None) == (told["whole"] is None)
    if nation == context.country or not (alike or announced) or between.count(". ") > SENTENCES:
        return None
    return None if _ANSWER.search(between + context.text[context.end : context.end + 40]) else nation


def _last_forces(text: str, start: int, end: int, words: MentionWords) -> tuple[str, re.Match[str]] | None:
    found = None
    for match in _FORCES.finditer(text, start, end):
        name = match["nation"]
        nation = words.nations.get(fold_name(name)) or words.nations.get(fold_name(name.split()[-1]))
        if nation is not None and nation[1] != "people":
            found = nation[0], match
    return found
