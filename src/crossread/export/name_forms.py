"""How the name of a person looks in a text: runs of capitals, a name beside an age, kin, a title or a rank."""

from __future__ import annotations

from crossread import patterns as re

PARTICLES = frozenset("al el bin ibn ould ag de da di van von bint abu dos".split())
CAPITAL = r"(?:(?:[Aa]l|[Ee]l|[Aa][nrst]|[Uu]r)-)?[^\W\d_a-zß-öø-ÿ][\w'’\-]*"
RUN = rf"{CAPITAL}(?: (?:(?:{'|'.join(sorted(PARTICLES))}) )*{CAPITAL})+"

NO_PLACE = r"(?<!\b[Ff]rom )(?<!\b[Ii]n )(?<!\b[Nn]ear )(?<!\b[Aa]t )(?<!\b[Oo]f )"
# What makes a number behind a name an age: "12 and 15 people", "3,400" and "30 civilians" are none.
AGE = r"\d{1,2}(?=$|\)|[,.;](?!\d)|,? (?:years?|months?|weeks?)\b|-(?:years?|months?|weeks?)-old| and [^\W\d_])"
# Of several, one age each: "Zawadi and Neema, 6 and 4".
AGES = rf"(?:{AGE}|\d{{1,2}}(?:, \d{{1,2}})* and \d{{1,2}}(?=$|\)|[,.;](?!\d)))"
NAME_AND_NUMBER = re.compile(rf"{NO_PLACE}\b(?P<name>{CAPITAL}(?: {CAPITAL})*) {AGE}")
FORMS = (
    # Two or more capitalised words in a row with no noun after them that they could describe ("Sri Lankan civilians"), and
    # not led in by a word that makes them a place ("villagers from Burkina Faso").
    re.compile(rf"(?<!\bfrom )(?<!\bin )(?<!\bnear )(?<!\bat )\b(?P<name>{RUN})(?![\w’\-]| (?!(?:of|and|who|from)\b)[^\W\d_])"),
    # What somebody is, and then one name: "teacher Keïta". Peoples in the plural ("mostly Kurds") are no names.
    re.compile(rf"\b(?!(?:of|from|in|near|at|for|by|the|and|or|to|with|on|a|an|all|other)\b)[a-z]+ (?P<name>{CAPITAL})(?<!s)$"),
    re.compile(rf"\b(?P<name>{CAPITAL})['’]s$"),
    NAME_AND_NUMBER,
    # Nothing but capitalised words: "Keïta".
    re.compile(rf"^(?P<name>{CAPITAL}(?: {CAPITAL})*)(?<!s)$"),
)
# Beside a title, an age or its kin a word is a name that elsewhere may be none ("Mr King", "Prince, 7", "the brothers Hamza").
_AGED = re.compile(rf"{NO_PLACE}\b(?P<name>{CAPITAL}(?: {CAPITAL})*)(?:,? aged|,? \(aged|,? age|,| \() ?{AGES}")
_KIN = re.compile(
    r"\b(?:brothers?|sisters?|sons?|daughters?|child(?:ren)?|wife|husband|mother|father|cousins?|twins?|named) "
    rf"(?P<name>{CAPITAL})"
)
# "two sisters, Zawadi and Neema"
_KINS = re.compile(
    rf"\b(?:brothers|sisters|sons|daughters|children|cousins|twins|couple),? (?P<name>{CAPITAL}(?:, {CAPITAL})* and {CAPITAL})"
)
BESIDE = (
    re.compile(rf"\b(?P<name>(?:Mr|Mrs|Ms|Dr|Sheikh|Imam|Father|Sister|Prof|Chief|Mayor|Judge)\.? {CAPITAL})"),
    re.compile(rf"\b(?P<name>{CAPITAL}) (?:family|brothers|sisters)\b"),
    _AGED,
    _KIN,
    _KINS,
)
IN_SENTENCES = (_AGED, _KIN, _KINS)  # forms that tell a name in any sentence, whoever it is about
# Of those who bear arms, only somebody with a rank is a person and not a force: "Patrolman Luis R.", "comrade 'Issa'".
RANKS = (
    "patrolman|policeman|policewoman|constable|inspector|officer|agent|guard|sub-?intendent|intendent|superintendent|soldier|private|"
    "corporal|sergeant|sgt|lieutenant|lt|captain|capt|major|colonel|col|general|gen|brigadier|commander|commandant|comandante|"
    "comrade|brother|martyr|fighter|militant|mujahid|recruit|conscript|trooper|ranger"
)
RANKED = re.compile(rf"\b(?i:{RANKS})\.?,? [“”\"'‘’]?(?P<name>{CAPITAL}(?: (?:{CAPITAL}|[A-Z]\b))*)")
