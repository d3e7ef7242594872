"""Human targets as the task wants them: a proper name without titles, a title or role for it, or a description."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from crossread.codebook.mention_words import MentionWords
from muc4_words import load_facts

_WORD = re.compile(r"[A-Z0-9Ñ][\w'’.&-]*", re.I)
_LEADING = re.compile(
    r"^(?:(?:A|AN|THE|THIS|THAT|THESE|THOSE|HIS|HER|THEIR|ITS|OUR|ANOTHER|OTHER|SOME|SEVERAL|MANY|ABOUT|APPROXIMATELY|AT LEAST"
    r"|MORE THAN|NEARLY|ALMOST|OVER|\d[\d,.]*|ONE|TWO|THREE|FOUR|FIVE|SIX|SEVEN|EIGHT|NINE|TEN|ELEVEN|TWELVE|DOZENS OF)\s+)+"
)
FEWEST, MOST = 1, 5  # words of a name


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """What the two slots of a human target get; one of them may be empty."""

    name: str | None
    description: str | None


def cut(raw: str) -> str:
    """A noun phrase as the keys write it: without brackets, quotation marks, articles and numbers before it."""
    text = " ".join(re.sub(r"\[[^\]]*\]?|\([^)]*\)?|^[^\[]*\]", " ", raw.upper()).replace('"', "").split())
    text = text.strip(" ,.;:-'")
    bare = _LEADING.sub("", text)
    return bare or text


def split_person(raw: str, before: str = "", after: str = "") -> Person:
    """Name and description of one mention; `before` and `after` are the words around it, where a title may stand.

    A name is the last run of words that are no nouns for people, no titles and no ordinary words.
    """
    text = cut(raw)
    found = _name_in(text)
    if found is None and " " not in text and looks_like_name(text) and (_title_before(before) or is_given(text)):
        found = (0, len(text))
    if found is None:
        follows = name_after(after) if is_role(text) else None
        return Person(name=follows, description=text)
    start, end = found
    name = text[start:end]
    inside = text[:start].strip(" ,") or text[end:].strip(" ,")
    role = inside if is_role(inside) else _title_before(before) or _apposition(after)
    return Person(name=name, description=cut(role) if role else None)


def name_after(after: str) -> str | None:
    """The name that stands right after a title or role, with or without a comma: "…LEADER, PEDRO ROJAS, …"."""
    found = re.match(
        r"\s*,?\s*((?:[A-Z][A-Z'-]*\s+){1,4}[A-Z][A-Z'-]*)(?=[,.;]|\s(?:WAS|WERE|IS|HAS|WHO|IN|AND|ON|AT|BY)\b)", after
    )
    words = found[1].split() if found else []
    return " ".join(words) if len(words) > 1 and all(looks_like_name(word) for word in words) else None


def fullest_name(name: str, text: str) -> str:
    """The longest form of a name in a text: given names before it that the lists know, and surnames after it."""
    best = name
    for match in re.finditer(rf"(?<![\w-]){re.escape(name)}(?![\w-])", text):
        before = re.findall(r"[\w'-]+|[^\w\s]", text[max(0, match.start() - 40) : match.start()])
        taken: list[str] = []
        while before and before[-1].isalpha() and is_given(before[-1]) and len(taken) < 3:
            taken.insert(0, before.pop())
        after = re.match(r"(?:\s+[A-Z][A-Z'-]{2,}){1,3}", text[match.end() :]) if " " not in name and is_given(name) else None
        more = [word for word in after[0].split() if looks_like_name(word) and not word.endswith("ED")] if after else []
        full = " ".join([*taken, name, *more])
        best = full if len(full) > len(best) else best
    return best


def is_role(text: str) -> bool:
    """True for words that hold a title or role: the description of somebody named."""
    words = _WORD.findall(text.upper())
    titles = set(load_facts()["people"]["titles"])
    general = set(load_facts()["people"]["general"])
    heads = {w.rstrip(".") for w in words}
    nouns = MentionWords.load().nouns
    people = {w for w in heads if nouns.get(w.lower(), "object") not in ("object", "unknown", "government")}
    return bool(heads & titles or people - general) and not heads <= general


def looks_like_name(word: str) -> bool:
    """True for a word that is no ordinary word of reports: no noun for people or things, no title, no nationality."""
    bare = word.upper().strip(".'")
    people, vocabulary = load_facts()["people"], MentionWords.load()
    folded = bare.lower()
    if len(bare) < 3 and bare not in people["particles"]:
        return False
    listed = bare in people["titles"] or bare in people["general"] or bare in people["empty"] or not bare[0].isalpha()
    known = folded in vocabulary.nouns or folded in vocabulary.titles or folded in vocabulary.ordinary
    told = folded in vocabulary.nations or folded in vocabulary.transparent or folded in vocabulary.by_role
    return not (listed or known or told) and not bare.endswith(("ING", "MEN", "IST", "ISTS", "TION", "ERS", "IAN", "IANS"))


def is_given(word: str) -> bool:
    """True for a given name that the lists know."""
    return word.lower() in MentionWords.load().given_names


def _name_in(text: str) -> tuple[int, int] | None:
    """Start and end of the last run of name words; a single word counts only if nothing else stands before it but a title."""
    head = re.split(r",| WHO | WHICH ", text, maxsplit=1)[0]
    runs: list[list[re.Match[str]]] = [[]]
    for match in _WORD.finditer(head):
        if looks_like_name(match[0]):
            runs[-1].append(match)
        elif runs[-1]:
            runs.append([])
    runs = [_trim(run) for run in runs]
    runs = [run for run in runs if run and len(run) <= MOST]
    if not runs:
        return None
    best = max(runs, key=lambda run: (len(run), run[0].start()))
    before = head[: best[0].start()].rstrip()
    titled = is_role(before) and before.split()[-1] not in ENDING
    if len(best) == 1:
        return (best[0].start(), best[0].end()) if titled and best[0].end() == len(head.rstrip()) else None
    whole = (best[0].start() == 0 or titled) and best[-1].end() == len(head.rstrip())
    if not whole and not any(is_given(m[0]) for m in best):
        return None
    return best[0].start(), best[-1].end()


def _trim(run: list[re.Match[str]]) -> list[re.Match[str]]:
    """Without particles at its ends: a name does not begin or end with "DE LA"."""
    particles: Sequence[str] = load_facts()["people"]["particles"]
    while run and run[0][0] in particles:
        run = run[1:]
    while run and run[-1][0] in particles:
        run = run[:-1]
    return run


def _title_before(before: str) -> str | None:
    """The role that stands right before a name: PRESIDENTIAL HOPEFUL of "…KILLED PRESIDENTIAL HOPEFUL LUIS …"."""
    words: list[str] = []
    for word in reversed(before.upper().replace("[", " ").replace("]", " ").split()):
        if word.endswith((",", ";", ":", '"', "--", ")")) or (word.endswith(".") and len(word) > 5) or word in ENDING:
            break
        if word.endswith(("ED", "ING")) and word not in ("RETIRED", "ARMED", "UNITED"):
            break
        words.insert(0, word)
        if len(words) == LONGEST_TITLE:
            break
    title = " ".join(words).strip(" .")
    return title if is_role(title) else None


ENDING = frozenset(
    "THE A AN BY AND OF FOR WAS WERE AGAINST THAT IN TO ON WITH AS FROM HIS HER THEIR WHEN WHERE AT BETWEEN OR SHOT FOUND LEFT "
    "BURST STRUCK HIT THEY HE SHE IT".split()
)
LONGEST_TITLE = 7


def _apposition(after: str) -> str | None:
    """The role told after a name between commas: "…, MAYOR OF ACHI, …"."""
    found = re.match(r"\s*,\s*(?:THE |A |AN |WHO (?:WAS|IS) (?:THE |A |AN )?)?([^,.;\[\]]{3,80})[,.;]", after.upper())
    return found[1].strip() if found and is_role(found[1]) else None
