"""The words around a name by which it stands as a place: "in", "the village of", "a town north of"."""

from __future__ import annotations

from crossread import patterns as re

# By a preposition alone: people, too, are attacked, held and left.
STANDS_IN = re.compile(
    r"\b(?:in|at|near|outside|inside|around|(?:km|kilomet(?:re|er)s|miles) from|(?:north|south|east|west)(?:east|west)? of)\s+"
    r"(?:the\s+)?(?:[a-z-]+\s+)?$"
)
# "Tumaco near the frontier with Ecuador" is not in Ecuador; none of the 12 coded regions "bordering" a country lies there.
ACROSS = re.compile(
    r"\b(?:(?:borders?|frontiers?)\s+(?:area\s+|region\s+)?with|bordering(?:\s+on)?)\s+(?:the\s+)?(?:\w+\s+)?$", re.IGNORECASE
)
PLACED = re.compile(
    # "in the outskirts of X", not "in support of X", which may be anybody
    r"\b(?:in|at|near|outside|inside)\s+(?:(?:the\s+)?(?:[a-z]+\s+)?(?:village|town|hamlet|settlement|locality|area|suburb|quarter|camp"
    r"|outskirts|vicinity|neighbou?rhood|district|cent(?:er|re)|market|streets|(?:north|south|east|west)\w*)s?\s+of\s+)?$|\b(?:village|town|hamlet|settlement)\s+(?:of\s+)?$"
)
PLACED_BEHIND = re.compile(
    r"\s+(?:village|town|hamlet|settlement|locality)\b|,\s+(?:(?:some|about|around|roughly)\s+)?(?:[\d.,]+\s+)?"
    r"(?:(?:km|kilomet(?:re|er)s|miles)\s+)?(?:\([^)]{1,20}\)\s+)?(?:to the\s+)?(?:north|south|east|west)\w*\s+(?:of|from)\b"
)
# "Fataki is a farming town north of (Bunia)", "Fataki, a town of 20,000 people,"
INTRODUCED = re.compile(
    r"(?:,|\s+is|\s+was)\s+(?:an?|the)\s+(?:[\w-]+\s+){0,3}?(?P<kind>village|town|hamlet|settlement|city)\b(?!['’-])"
)
