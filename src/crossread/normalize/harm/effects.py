"""What became of people, by the words around their number: "shot" alone tells no death, "unharmed" no injury."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from crossread import patterns as re
from crossread.languages import load_language
from crossread.normalize.harm.hospital import is_lightly_hurt, is_only_treated, is_sent_to_hospital, tells_wounds
from crossread.normalize.harm.out_of_action import is_out_of_action
from crossread.normalize.harm.sentence import Cues, Sentence, load_cues, lowest_number, sentence_of
from crossread.normalize.harm.telegraphic import settle_telegraphic
from crossread.normalize.harm.words import BARE, head_of
from crossread.records import Count, Document, Harm, with_values

DONE_WITHIN = 25  # characters before a number in which "killed" has it as its object
HIT_WITHIN = 15  # characters before a number in which "shot" or "hit" has it as its object
NEAR = 25  # characters behind a toll in which "wounded" belongs to it
AROUND = (150, 300)  # characters before and behind people who were hit in which a death may be theirs
PLAIN_EFFECTS = ("abducted", "detained", "missing", "displaced")
DOING = (
    ("injured", "injuring"),
    ("killed", "killing"),
    ("displaced", "displacing"),
)  # effect, and the cues of verbs that do it to those right behind
NOBODY = Count(low=0, high=0, qualifier="exact")
_WOUND = re.compile(r"(?:gunshot |bullet |stab )wounds?(?! victims?)", re.IGNORECASE)  # of which people die, too
_OTHERS = re.compile(r"\d|\b(?:with|an?|others?|one|two|three|four|five|six|seven|eight|nine|ten|dozens|more)\b", re.IGNORECASE)
# "was shot and killed", "was hit and later died" is one clause: what was done and what came of it.
_CAME_OF_IT = r"(?:(?:was|were|had|has|later|then|soon|fatally|mortally|instantly)\s+){0,3}"
# Behind the verb stands no object ("killed at least 31 people and injured another 271" are two clauses).
_ENDS_OR_GOES_ON = (
    r"(?=\s*(?:[,.;:)]|$|(?:in|by|on|at(?!\s+(?:least|most)\b)|when|while|during|after|before|near|outside|inside|from|as|there"
    r"|early|late)\b))"
)
_CLAUSE_END = re.compile(
    rf"[,;.:]|\b(?:but|while)\b|\band\b(?!\s+{_CAME_OF_IT}"
    rf"(?:killed|died|dead|pronounced|declared|succumbed|wounded|injured)\b{_ENDS_OR_GOES_ON})"
)

# "Two people are still under the rubble", "the fate of three persons remains unknown"
_BURIED = re.compile(
    r"\s+(?:is|are|was|were|remains?|remained)\s+(?:still\s+|feared\s+|believed\s+(?:to be\s+)?|thought\s+(?:to be\s+)?)?"
    r"(?:under\s+(?:the\s+)?(?:rubble|debris|ruins)|trapped|buried\s+(?:under|beneath|alive))\b(?![^.;]{0,60}\b(?:dead|died|killed)\b)",
    re.IGNORECASE,
)
# "41 of them seriously": how wounded people are
_IN_STATE = re.compile(
    r"\s*(?:of\s+(?:them|whom),?\s+)?(?:(?:is|are|was|were|remain(?:s|ed)?|still)\s+){0,2}(?:seriously|critically|gravely|severely|in\s+(?:an?\s+)?"
    r"(?:critical|serious|grave|stable)(?:\s+condition)?)\s*(?:injured|wounded|hurt)?(?=[,.;)]|$|\s+and\b)",
    re.IGNORECASE,
)
_ONLY_WOUNDED = re.compile(
    r"(?:at least |about |some |another |over |more than )?[\w,-]+ (?:other |of the )?(?:wounded|injured|hurt)", re.IGNORECASE
)
_ONLY_KILLED = re.compile(r"(?:at least |about |some |over )?(?!no\b|none\b)[\w,-]+ (?:people )?(?:killed|dead)", re.IGNORECASE)
_ENDS_IN_AGE = re.compile(r",\s+\d{1,2}$")  # "a passenger, 70", whose comma parts her from "were killed"
_FALLEN = re.compile(r"\s+(?:have\s+|had\s+)?fallen\b(?!\s+(?:ill|into|to|from|back|under))", re.IGNORECASE)
_APPOSED = re.compile(r"^,\s(?:an?|the|his|her|their)\s[^,;.\d]{1,40},")  # "A third sailor, the cook, was shot"
_AND_SAID = re.compile(r"\s+and\s+(?:said|says|added|that)\b", re.IGNORECASE)  # "put the toll at 26 and said 50 were wounded"
_TOLL_AT = re.compile(r"\b(?:the|its|their)\s+toll\s+(?:at|as|of)\s+(?:at least\s+|about\s+|some\s+)?$", re.IGNORECASE)
_FATE = re.compile(r"\b(?:fate|whereabouts)\s+of\s+(?:the\s+|another\s+|at least\s+)?$", re.IGNORECASE)


def settle_effects(document: Document, rows: Sequence[Harm], *, language: str) -> list[Harm]:
    """The rows with the effect that their sentence and the report tell; rows without evidence stay as they are.

    "Four people were shot" is no death where the report tells none, or where it tells as many injured: `injured` where it
    tells of wounds or a hospital, else `casualties` (killed or injured, not told which). Somebody wounded who then "died in
    hospital" was killed; of somebody "unharmed", nobody is a casualty.
    """
    settled = [settle_telegraphic(document, _settled(document, row, language)) if row.evidence else row for row in rows]
    cues = load_cues(language)
    return settled if cues is None else [_beside_others(document, row, settled, cues) for row in settled]


def _settled(document: Document, row: Harm, language: str) -> Harm:
    if is_out_of_action(document, row, language):
        return replace(row, effect="incapacitated")
    cues = load_cues(language)
    if cues is None:
        return row
    sentence = sentence_of(document.text, row)
    if row.effect in ("killed", "injured") and _is_not_told_which(row, sentence, cues):
        return replace(row, effect="casualties")
    if cues["of_deaths"].match(sentence.behind.lstrip()):
        return replace(row, effect="killed")
    if row.effect in PLAIN_EFFECTS and cues["wounded_died"].match(sentence.behind.lstrip()):
        return replace(row, effect="killed")
    if row.effect in (*PLAIN_EFFECTS, "killed") and is_sent_to_hospital(row, sentence, cues):
        return replace(row, effect="injured")
    if row.effect in PLAIN_EFFECTS and cues["treated"].match(sentence.behind.lstrip()):
        return replace(row, effect="injured")
    if row.effect in PLAIN_EFFECTS and cues["was_hit"].match(_APPOSED.sub("", sentence.behind).lstrip()):
        row = replace(row, effect="killed")  # what came of them is read below
    if row.effect in (*PLAIN_EFFECTS, "injured", "killed") and cues["sent_to_death"].match(sentence.behind.lstrip()):
        return replace(row, effect="killed")
    if row.effect in PLAIN_EFFECTS and cues["killed_too"].match(sentence.behind.lstrip()):
        return replace(row, effect="killed")
    if row.effect in (*PLAIN_EFFECTS, "injured") and cues["among_dead"].search(sentence.before):
        return replace(row, effect="killed")
    if row.effect in ("killed", "injured") and (_BURIED.match(sentence.behind) or _FATE.search(sentence.before)):
        return replace(row, effect="missing")
    in_state = _IN_STATE.match(sentence.behind) or _IN_STATE.search(row.raw) or is_lightly_hurt(sentence)
    if row.effect == "killed" and in_state:
        return replace(row, effect="injured")
    if row.effect == "killed" and _ONLY_WOUNDED.fullmatch(row.raw) and not cues["own_death"].match(sentence.behind.lstrip()):
        return replace(row, effect="injured")
    if row.effect == "injured" and (_FALLEN.match(sentence.behind) or _ONLY_KILLED.fullmatch(row.raw)):
        return replace(row, effect="killed")
    if (named := _named_in(row, language)) is not None:
        row = replace(row, effect=named)
    if row.effect in PLAIN_EFFECTS and cues["displacing"].search(sentence.before):
        return replace(row, effect="displaced")
    if row.effect in PLAIN_EFFECTS and row.group is None:
        clause = _CLAUSE_END.split(sentence.behind, maxsplit=1)[0]
        return replace(row, effect="missing") if _predicate(clause, language) == "missing" else row
    if row.effect not in ("killed", "injured"):
        return row
    if row.effect == "killed" and _is_toll(row, sentence, cues):
        return row
    if done := _done_to(sentence, cues):
        return with_values(row, effect=done)
    clause = _CLAUSE_END.split(sentence.behind, maxsplit=1)[0]
    joined = sentence.before.rstrip().endswith(" and")  # "six were killed and (five) were abducted"
    object_of = row.effect == "killed" and not joined and cues["death"].search(sentence.before[-DONE_WITHIN:]) is not None
    if not object_of and (effect := _predicate(clause or sentence.behind, language)) is not None:
        return replace(row, effect=effect)
    if row.effect == "injured" and _is_toll(row, sentence, cues):
        return replace(row, effect="killed")
    if cues["unharmed"].search(clause) or cues["they_unharmed"].match(sentence.after):
        return replace(row, effect="casualties", count=NOBODY)
    if row.effect == "injured" and (cues["fatally"].search(clause) or _died_later(row, sentence, cues)):
        return replace(row, effect="killed")
    own = sentence.behind.lstrip(" ," if _ENDS_IN_AGE.search(row.raw) else None)
    if row.effect == "injured" and any(cues[kind].match(own) for kind in ("own_death", "wounded_died")):
        return replace(row, effect="killed")
    if row.effect == "killed" and (_is_only_hurt(clause, sentence, cues) or is_only_treated(sentence, cues)):
        return replace(row, effect="injured")
    if row.effect == "killed" and cues["wounded_people"].search(row.raw) and not cues["death"].search(row.raw + clause):
        return replace(row, effect="injured")
    return with_values(row, effect=_without_death(document, row, sentence, cues))


def _is_not_told_which(row: Harm, sentence: Sentence, cues: Cues) -> bool:
    """True for "(40) were killed or wounded", and where one number is told of people killed and wounded."""
    return bool(cues["either_behind"].match(sentence.behind.lstrip()) or cues["either_before"].search(sentence.before))


def _named_in(row: Harm, language: str) -> str | None:
    """The effect that the row's own last word is: "9 missing", "4 kidnapped"; hostages may be killed."""
    words = row.raw.lower().split()
    last = words[-1].strip(".,;:") if len(words) > 1 else ""
    plain = load_language(language).casualty_words.get(last) if last.endswith(("ed", "missing")) else None
    return plain if plain in PLAIN_EFFECTS else None


def _done_to(sentence: Sentence, cues: Cues) -> str | None:
    """The effect of the verb whose object the number is: "killing a guard and injuring (three others)"."""
    return next((effect for effect, verb in DOING if cues[verb].search(sentence.before)), None)


def _predicate(clause: str, language: str) -> str | None:
    """The effect that the clause's own verb tells: "(12 others) are kidnapped"; None where it tells another or none."""
    match = _predicates(language).match(clause)
    return load_language(language).casualty_words[match[1].lower()] if match else None


@cache
def _predicates(language: str) -> re.Pattern[str]:
    words = (word for word, effect in load_language(language).casualty_words.items() if effect in PLAIN_EFFECTS)
    return re.compile(
        r"(?:,\s(?:all|most|mostly|some|many|both|including)\b[^.,;]{0,40},)?(?:\s+\w+){0,2}\s+(?:is|are|was|were|went|(?:has|have|had)\s+been)\s+(?:still\s|also\s|\w+ly\s)?"
        rf"({'|'.join(map(re.escape, words))})\b",
        re.IGNORECASE,
    )


def _without_death(document: Document, row: Harm, sentence: Sentence, cues: Cues) -> str:
    """The effect of a row called killed: another one where its sentence tells that people were hit, and no death."""
    told = f"{sentence.before}{row.raw}{sentence.behind}"
    if row.effect == "killed" and _some_died(row, sentence, cues):
        return "casualties"
    if row.effect != "killed" or cues["death"].search(told) or _died_later(row, sentence, cues):
        return row.effect
    if cues["death"].search(_around(document, row)):
        told = _WOUND.sub("", told)
    if cues["injury"].search(told) or (cues["hit"].search(told) and _next_tells_wounds(sentence, cues)):
        return "injured"
    if not cues["hit"].search(told) or cues["death"].search(_around(document, row)):
        return row.effect
    return "injured" if tells_wounds(document.text, cues) else "casualties"


def _around(document: Document, row: Harm) -> str:
    """The headline and what stands near a row: a death told far off ("the year's tenth homicide") need not be of these."""
    span = row.evidence[0].span
    return f"{document.title or ''}\n{document.text[max(0, span.start - AROUND[0]) : span.end + AROUND[1]]}"


def _some_died(row: Harm, sentence: Sentence, cues: Cues) -> bool:
    """True for people of whom it is only told that they were shot, and then how many died: "4 shot, 1 killed"."""
    match = cues["some_died"].match(sentence.behind.lstrip()) if (lowest_number(row) or 0) > 1 else None
    if match is None:
        return False
    near = sentence.before[-HIT_WITHIN:] + re.split(r"[,;:–—-]", match.group(), maxsplit=1)[0]
    return cues["hit"].search(near) is not None and cues["death"].search(near) is None


def _is_only_hurt(clause: str, sentence: Sentence, cues: Cues) -> bool:
    """True where the clause right behind tells wounds ("left one dead and a guard wounded"), nobody else and no death."""
    hurt = cues["only_hurt"].search(clause)
    if hurt is None or hurt.start() > NEAR or cues["death"].search(sentence.behind):
        return False
    return _OTHERS.search(clause[: hurt.start()]) is None


def _next_tells_wounds(sentence: Sentence, cues: Cues) -> bool:
    return cues["injury"].search(sentence.after) is not None and cues["death"].search(sentence.after) is None


def _is_toll(row: Harm, sentence: Sentence, cues: Cues) -> bool:
    """True for the bare number of a death toll ("has risen to 11"), before any other number or word of wounds."""
    tolls = [*cues["toll"].finditer(sentence.before), *_TOLL_AT.finditer(sentence.before)]
    toll = max(tolls, key=lambda match: match.end(), default=None)
    if toll is None or not (row.raw.strip().replace(",", "").isdigit() or row.raw.lower() in BARE):
        return False
    own = _AND_SAID.split(_CLAUSE_END.split(sentence.behind, maxsplit=1)[0], maxsplit=1)[0]
    between = sentence.before[toll.end() :] + own
    return cues["injury"].search(between) is None and re.search(r"\d", between) is None


def _died_later(row: Harm, sentence: Sentence, cues: Cues) -> bool:
    """True for one who "was taken to hospital, where he died", also in a sentence of his own behind."""
    for match in (cues["died"].search(sentence.behind), cues["and_died"].match(sentence.behind)):
        if match is not None and not _died_of_them(row, sentence.behind[: match.end()]):
            return True
    he = cues["he_died"].match(sentence.after)
    if he is not None and ((lowest_number(row) or 0) <= 1 or he.group().startswith(("They", "Both"))):
        return True
    return lowest_number(row) == 1 and cues["victim_died"].search(sentence.after) is not None


def _beside_others(document: Document, row: Harm, rows: Sequence[Harm], cues: Cues) -> Harm:
    """The row called killed, of whom its own clause only says that they were hit, in the light of the claim's other rows.

    As many injured are told: those are they. Fewer dead are told ("five were shot, one is dead"): `casualties`.
    """
    number = lowest_number(row)
    if row.effect != "killed" or not number or not row.evidence:
        return row
    if number > 2 and head_of(row) == "victims" and _are_all_hit(row, rows):
        return replace(row, effect="casualties")
    sentence = sentence_of(document.text, row)
    clause = _CLAUSE_END.split(sentence.behind, maxsplit=1)[0]
    told = f"{sentence.before}{row.raw}{clause}"
    own = cues["was_hit"].match(clause.lstrip()) is not None and cues["death"].search(clause) is None
    if not own and (not cues["hit"].search(told) or cues["death"].search(told)):
        return row
    if any(other.effect == "injured" and other.count == row.count for other in rows):
        return replace(row, effect="injured")
    fewer = any(
        other.effect == "killed" and 0 < (lowest_number(other) or 0) < number and other.part_of is None for other in rows
    )
    return replace(row, effect="casualties") if fewer else row


def _died_of_them(row: Harm, words: str) -> bool:
    """True for "(14 people), one of whom died": only some of them, whom the words that end in the death count anew."""
    last = re.split(r"[,;:]|\b(?:and|but|while|where)\b", words)[-1]
    return (lowest_number(row) or 0) > 1 and _OTHERS.search(last) is not None


def _are_all_hit(row: Harm, rows: Sequence[Harm]) -> bool:
    """True for the "five victims" of a report that tells of fewer dead and either of as many hit or of the rest as wounded."""
    number = lowest_number(row) or 0
    dead = {lowest_number(other) or 0 for other in rows if other.effect == "killed"} - {0}
    rest = {lowest_number(other) or 0 for other in rows if other.effect == "injured"} - {0}
    hit = any(other.effect == "casualties" and other.count == row.count for other in rows)
    return any(one < number and (hit or number - one in rest) for one in dead)
