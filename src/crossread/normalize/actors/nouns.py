"""Nouns of mentions that the resolver treats apart from their list: who points back, who counts others, whose office."""

from __future__ import annotations

from collections.abc import Sequence

from crossread import patterns as re
from crossread.codebook.mention_words import MentionWords
from crossread.codebook.name_folding import Word

POINTS_BACK = frozenset(
    {"group", "militants", "rebels", "insurgents", "militia", "movement", "guerrillas", "separatists", "militant group"}
)
PEOPLE_TYPES = frozenset({"civilians", "unknown"})
FIGHTERS = frozenset({"fighters", "fighter", "militant"})
MEMBERS = frozenset({"member", "members", "element", "elements", "personnel", "staff"})
EMPLOYED = frozenset({"staff", "volunteer", "volunteers"})  # of a relief body: "MSF staff"
QUANTITIES = frozenset({"hundreds", "thousands", "tens", "dozens", "crowd", "crowds"})
ARMED_NOUNS = frozenset({"rebel_group", "political_militia", "communal_militia", "unidentified_armed_group"})
BELONGING = frozenset({"of", "from", "belonging", "loyal", "affiliated"})
OFFICERS = frozenset({"officer", "officers"})
OFFICES = frozenset(
    {
        "ministry",
        "press office",
        "press wing",
        "press service",
        "press centre",
        "press center",
        "public relations",
        "information office",
    }
)
PARTS = frozenset({"faction", "factions", "group", "groups", "wing", "branch"})  # of the kind of what they are a part of
INDEFINITE = frozenset({"a", "an"})
_OF_A_PEOPLE = re.compile(r"\w+(?:ish|ists?|ites?|ese|[ei]an|ic|adi|afi)")
_PEOPLES = frozenset(
    "muslim sunni shia tamil basque hutu tutsi tuareg arab druze hindu sikh moro naga kachin fulani nuer dinka oromo".split()
)


def names_another(words: Sequence[Word], vocabulary: MentionWords) -> bool:
    """True for the words before "militia" in "the Burhan militia": a name, which is not that of the group told before.

    Of 28 such mentions in hand-coded reports 20 tell a faith, a people or a place ("the Kurdish group") and point back; those
    with a name ("the Emergency group", "the Haqqani group") do not.
    """
    names = [word for at, word in enumerate(words) if word.written[:1].isupper() and not _is_half(words, at)]
    return any(
        word.form not in vocabulary.nations
        and word.form not in _PEOPLES
        and word.form not in vocabulary.nouns
        and not _OF_A_PEOPLE.fullmatch(word.form)
        for word in names
    )


def _is_half(words: Sequence[Word], at: int) -> bool:
    """True for either half of "London-based"."""
    return words[at].joined or (at + 1 < len(words) and words[at + 1].joined)
