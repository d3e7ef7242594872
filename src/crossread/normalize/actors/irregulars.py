"""Troops that are no state's by the words before or behind them: "the insurgent army", "a soldier of the rebel forces"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from crossread import patterns as re
from crossread.codebook.actor_entry import ActorEntry
from crossread.codebook.mention_words import MentionWords
from crossread.codebook.name_folding import Word
from crossread.normalize.actors.context import ARMED
from crossread.normalize.actors.mention import AGAINST, AGAINST_WORDS, Mention, Part
from crossread.normalize.actors.nouns import ARMED_NOUNS
from crossread.normalize.actors.resolved import SUFFERING, ResolvedActor

REACH = 3  # words before the noun in which whose men they are is told: "rebel special naval forces"
OF_REACH = 4  # words behind "of"
_HERDERS = re.compile(r"^(?!.*\b(?:armed|militia)\b).*\b(?:herders?|herds?m[ae]n|pastoralists?)$", re.IGNORECASE)
STATE_TYPES = frozenset({"state_forces", "police"})
BANDS = frozenset({"unidentified_armed_group"})
JOINED_OWNERS = frozenset({"led", "dominated"})  # "rebel-led forces"; "rebel-held", "militia-backed" forces may be anybody's


def irregular_kind(mention: Mention, head: Part, words: MentionWords) -> str | None:
    """The actor type of troops, soldiers, drones or gunmen told to be no state's; None where nothing tells so.

    "Guerrilla units", "separatist forces", "rebel soldiers", "anti-government forces": of 60 hand-coded rows so worded 54
    have the type of the word, one that of a state. "Paramilitary" is not listed: soldiers, troops and patrols so called
    are a state's in all eight coded rows, "forces" in one of five. Nor are "terrorist" and "mercenary": armies are called so,
    too.
    """
    troops = head.value == "military" or (head.value == "by_role" and STATE_TYPES.issuperset(words.by_role[head.key]))
    if head.value == "by_role" and not troops:
        troops = words.by_role[head.key] == ("object", "state_forces")
    if not troops and head.value not in ARMED_NOUNS:
        return None
    if _is_against_state(mention.words, head.start, words):
        return "rebel_group"
    if not troops and head.value not in BANDS:
        return None
    if _is_reviled_army(mention, head, words):
        return "state_forces"
    kind = _kind_before(mention.words, head.start, words)
    if kind is None and troops and head.key in words.transparent:
        return _kind_behind(mention, words)
    if (
        kind is not None
        and head.key in words.troops["whole"]
        and mention.words[head.start - 1].form in words.troops["men_only"]
    ):
        return None
    return kind if troops or kind == "rebel_group" else None


def _is_reviled_army(mention: Mention, head: Part, words: MentionWords) -> bool:
    """True for "junta terrorists", "regime gangs": a state's own men by a word that only reviles them."""
    if head.key not in words.troops["revilers"] or head.start == 0 or mention.last("nation") is not None:
        return False
    before = mention.words[head.start - 1]
    return before.form in words.troops["reviled"] and not before.joined


def kind_by_friend(part: Part, entry: ActorEntry | None) -> str:
    """What those are of whom only a friend or an enemy is named: "al-Qaida's affiliate", "anti-Assad forces"."""
    if part.value == AGAINST:
        return "rebel_group" if entry is not None and entry.type == "state_forces" else "unknown"
    return entry.type if entry is not None and entry.type in ARMED else "unknown"


_NAMED_GROUP = re.compile(
    r"(?:(?:[Tt]he|[Aa]n?)\s+)?(?:[\w-]+\s+){0,2}?(?:(?:[Aa]rmed|[Rr]ebel|[Mm]ilitant|[Ii]nsurgent|[Ss]eparatist|[Gg]uerrilla|[Jj]ihadist|[Tt]errorist)\s+"
    r"(?:opposition\s+)?(?:group|movement|faction|organi[sz]ation|coalition|alliance)|(?P<militia>[Mm]ilitia(?:\s+group)?)|[Rr]ebels),?\s+"
    r"(?:known\s+as\s+|called\s+)?(?:the\s+)?[A-ZÀ-ÖØ-Þ]"
)


def without_arms(found: ResolvedActor, *, raw: str, role: str) -> ResolvedActor:
    """Who suffered, as civilians where a people's herders bear the name of its militia: "Fulani herders were killed".

    Of 12 hand-coded herders who suffered none is a militia; of the 16 who did something all are. A group that calls itself an
    army is none by its name: "the armed group Liberation Forces".
    """
    told = _NAMED_GROUP.match(raw) if found.name is None and found.type in STATE_TYPES else None
    if told is not None:
        return replace(found, type="political_militia" if told["militia"] else "rebel_group")
    named = role in SUFFERING and found.type == "communal_militia" and found.name is not None
    return ResolvedActor(name=None, type="civilians") if named and _HERDERS.search(raw) else found


def _kind_before(words: Sequence[Word], start: int, vocabulary: MentionWords) -> str | None:
    for at in range(start - 1, max(-1, start - 1 - REACH), -1):
        word = words[at]
        kind = vocabulary.irregulars.get(word.form)
        if kind is not None:
            opposed = at > 0 and word.joined and words[at - 1].form in AGAINST_WORDS
            owned = at + 1 < len(words) and words[at + 1].joined and words[at + 1].form not in JOINED_OWNERS
            return None if opposed or owned else kind
        if not (word.form in vocabulary.troops["branches"] or (word.joined and word.form in JOINED_OWNERS)):
            return None
    return None


def _kind_behind(mention: Mention, vocabulary: MentionWords) -> str | None:
    """Whose soldier: "a soldier of the rebel army", "forces of the militia"."""
    cut = mention.core_end
    if cut >= len(mention.words) or mention.words[cut].form != "of":
        return None
    noun = mention.first("noun", start=cut)
    if noun is None or noun.start - cut > OF_REACH:
        return None
    if noun.value in ARMED_NOUNS:
        return noun.value
    return _kind_before(mention.words, noun.start, vocabulary) if noun.value == "military" else None


def _is_against_state(words: Sequence[Word], start: int, vocabulary: MentionWords) -> bool:
    """True for "anti-junta forces", where "government forces" may be one noun of the list."""
    return any(
        0 < at < len(words)
        and words[at].joined
        and words[at].form in vocabulary.troops["states_own"]
        and words[at - 1].form in AGAINST_WORDS
        for at in (start, start - 1)
    )
