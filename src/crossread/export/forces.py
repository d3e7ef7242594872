"""One name for the forces of a state, so that rows can be grouped by it: "Burkinabe Army" is "Military Forces of Burkina Faso".

The form of ACLED writes the armed forces and the police of every state so; what a report calls them stands beside.
"""

from __future__ import annotations

from crossread import patterns as re
from crossread.codebook import TableShape, load_countries
from crossread.codebook.mention_words import MentionWords
from crossread.codebook.name_folding import fold_name

# What follows the nation ("Nigerien Army") or stands before it ("Armed Forces of the Philippines"), in folded letters.
_ARMED = r"(?:armed|military|defen[cs]e|ground|land|naval) forces?|army|military|air ?force|navy|troops|soldiers"
_MILITARY = re.compile(rf"(?:(?:national|federal|royal|arab|peoples|defen[cs]e)\s+)*(?:{_ARMED}|government forces)")
_POLICE = re.compile(r"(?:national |federal )?police(?: services?| forces?)?")
_OF = re.compile(rf"(?P<force>{_ARMED}|police|police forces) of (?:the )?(?P<nation>.+)")
_KINDS = {"state_forces": _MILITARY, "foreign_forces": _MILITARY, "police": _POLICE}
_LIKE = {"foreign_forces": "state_forces"}
_OF_NO_STATE_TODAY = ("yugoslav", "soviet")  # whose forces are not those of the state that such a word stands for elsewhere
_LONGEST = 5  # words of a nation: "Democratic Republic of the Congo"


def name_force(name: str, kind: str, shape: TableShape) -> str | None:
    """The form's name for the forces of a state that this name and actor type mean; None for a unit of its own or no force.

    A guard, an intelligence service, a paramilitary force and a mission keep their names: only the words for a state's armed
    forces, army, air force, navy or police are one force.
    """
    words = _KINDS.get(kind)
    if words is None:
        return None
    country = _country_of(fold_name(name), words)
    found = load_countries().get(country) if country else None
    return shape.say_unnamed(_LIKE.get(kind, kind), found) if found else None


def _country_of(name: str, words: re.Pattern[str]) -> str | None:
    behind = _OF.fullmatch(name)
    if behind is not None and words.fullmatch(behind["force"]):
        return _nation(behind["nation"].split())
    told = name.removeprefix("royal ").split()
    for count in range(min(_LONGEST, len(told)), 0, -1):
        if (country := _nation(told[:count])) is not None:
            return country if words.fullmatch(" ".join(told[count:])) else None
    return None


def _nation(words: list[str]) -> str | None:
    if words[0] in _OF_NO_STATE_TODAY:
        return None
    found = MentionWords.load().nations.get(" ".join(words))
    return found[0] if found else None
