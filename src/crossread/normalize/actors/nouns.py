"""Nouns of mentions that the resolver treats apart from their list: who points back, who counts others, whose office."""

from __future__ import annotations

POINTS_BACK = frozenset(
    {"group", "militants", "rebels", "insurgents", "militia", "movement", "guerrillas", "separatists", "militant group"}
)
PEOPLE_TYPES = frozenset({"civilians", "unknown"})
FIGHTERS = frozenset({"fighters", "fighter", "militant"})
MEMBERS = frozenset({"member", "members", "personnel", "staff"})
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
