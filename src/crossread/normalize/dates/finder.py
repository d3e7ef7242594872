"""Date expressions in running text, found by the shape of their words alone."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import islice

from crossread import patterns as re
from crossread.languages import load_language
from crossread.normalize.dates.calendar import EITHER_EID
from crossread.normalize.dates.figures import STOP, UNKNOWN
from crossread.normalize.dates.words import LETTERS, Word, phrases_with_tags, read_words, shape_of
from crossread.records import Span

# One point: a calendar day or month, a weekday or season with its turn, a unit with its turn or number, a day told from
# the report. Spaces stand for words such as "the" and "of" (see `dates.words`).
_CALENDAR = r"C|(?:m *)?(?:D[ ,]*)?[Nj] *M(?:[ ,]*[Yy]| +[lhs] *U)?|(?:m *)?(?:l *)?(?:D[ ,]*)?M *[Nj](?:[ ,]*[Yy])?"
_CALENDAR += r"|[Nj] *I(?: *[NYy])?|(?:m[- ]*)?(?:[lhx] *)?M(?:[ ,]*[Yy])?"
_TURNED = r"(?:[mb] *)?(?:[lpO] *)D *[MI](?: *[Yy])?|D *[Nj](?! *\.)"
_TURNED += r"|(?:[mpblhxvfs] *){0,3}[DWAXI](?: *[Yy])?(?: *[lhsv] *U| *e *l(?! *[DUMAWXITN])| *[lpxvfL](?! *[DUWTAMPN]))?"
_COUNTED = (
    r"[lpOj] *[Gq] *(?:F *)?(?:(?:U *)?(?:[Yyz]|[lhs] *U|M(?: *[Yy])?)|U)|[Gq] *[Oj] *(?:F *)?(?:U *)?(?:[Yy]|M(?: *[Yy])?)"
    r"|U *[mSF]? *(?:[Nj] *M|M *[Nj])(?:[ ,]*[Yy])?|[NOj] *[MI](?: *[Yy])?|U *L|U *e *l(?! *[DUMAWXITN])|[Oj] *U *[IX]"
    r"|[pvl] *[Nk] *U|(?:[Nikq>] *)+-?U *[gbeaw]|g *[Nikq] *U|[lpOj] *(?:N *)?U *M(?: *[Yy])?|[Oj] *c? *U(?: *[lhs] *U)?"
    r"|(?:[mbp] *){0,2}[lhsvfxp] *U|[mb] *U|U *[beaw](?! *[Nik])|U *s *a|[Nk] *U *s *a"
)
# "a Monday a year ago today", "ten years ago this Friday", "one year to the day after", "a year on Sunday since"
_ANNIVERSARY = r"(?:D *)?(?:[Ni] *)+U *g *(?:r|h *D| +D)|(?:[Ni] *)+U *- *U(?: *[wS])?|(?:[Ni] *)+U *D *S"
_DAY = r"(?:[mb] *)?r|[mb] *[Yy]|R *U|R|K|m *K|j|Y"
# "2100 on 15 January" is a time, not a year.
_TIME = r"(?:(?:[mbe] *)?(?:[shvfx] *)?(?:P|H)(?: *(?:P|H))*|Y(?= +(?:D|[Nj] *M)))"
_POINT = rf"(?:(?:{_TIME}) *)?(?:{_ANNIVERSARY}|{_CALENDAR}|{_TURNED}|{_COUNTED}|{_DAY})(?: *(?:{_TIME}|T))?"
_ENDS = rf"(?:{_POINT}|[Nj](?! *\.))"
_LISTED = r"[Nj](?: *, *[Nj])+ *& *[Nj] *M(?:[ ,]*[Yy])?|M *[Nj](?: *, *[Nj])+ *& *[Nj](?! *\.)(?:[ ,]*[Yy])?"
_BEFORE_LAST = r"(?:L|e *l(?! *[DUMAWXITN]))"
_NIGHT = rf"T *{_BEFORE_LAST}|(?:m *)?T *(?:[-] *)?{_ENDS}(?: *[-&] *{_ENDS})?|[lhvsf] *T|o(?: *-? *D)?|n|T *[be]"
# "from December 16, 2022, to January 5": the year that only the first bound has is in commas
_YEARED = rf"[BF] *{_POINT}(?<=[Yy]) *, *[-&] *{_POINT}"
_SPAN = rf"{_YEARED}|(?:[BFSZVe] *)?(?:{_NIGHT}|{_LISTED}|{_ENDS} *[-&] *{_POINT}|{_POINT} *[-&] *{_ENDS}|{_POINT})"
_SPAN += rf"|(?:[BF] *)Y *[-&] *Y|{_TIME}"
_EXPRESSION = re.compile(rf"(?=[^.| ,&-])(?:{_SPAN})")  # ordinary words and marks begin none: most of a text is passed over
# Tags that say by themselves that a date is told.
_DATING = frozenset("MDrAXIKUWTonRPHYjCG")
_ATTRIBUTE = frozenset("YMNjDrl")  # tags of a date that can stand before a noun: "the 11 July 2006 bombings"
# "last November 13 people were killed"
_PEOPLE = re.compile(
    r"\s+(?:people|persons|(?:wo|gun|police)?men|children|police|soldiers|civilians|militants|rebels|insurgents|fighters|troops"
    r"|villagers|protesters|suspects|members|others|bodies)\b"
)
_PLURAL = re.compile(
    r"\s+(?!the\b|an?\b|on\b|in\b|at\b)(?:[a-z-]+\s+)?(?:people|[a-z]*men|children|police|[a-z]{3,}s)\s"
)  # "(In June 12) farmers were"
_IN_OR_TO = re.compile(r"\b(?:in|to)\s+$", re.IGNORECASE)
_THOUSANDS = re.compile(r",\d{3}\b")
_IN = re.compile(r"\s+in\s+", re.IGNORECASE)
_FIGURE = re.compile(r"\d")
_LIFTS_TOLL = re.compile(
    r"\b(?:br(?:ing\w*|ought)|rais\w+|push\w*|tak(?:es?|ing)|took|ris\w+|rose|increas\w+)\b[^.;]*?"
    r"\b(?:toll|tally|count|total|number|figure)\b[^.;]*$",
    re.IGNORECASE,
)
_LEAD = 120  # characters before a day in which a toll is told to be raised
_TO_MORE = re.compile(r"\s+to\s+[\w,]+")
_OPENING = re.compile(r"(?:On|In|At|By|Since|During|Late|Early|Last)\b")
_LEADS_ON = re.compile(r"\s+[^\W\d_]")  # a word right behind "following"
# The letters of a word are taken whole and none is given back, as no full stop stands inside it.
_CUT = re.compile(r"""(?:\b([^\W\d_]{3,}+)|["”’)\]])\s?\.(?=\s)|[!?;](?=\s)|\n[ \t]*\n""")
# Before a lone month or year stands a preposition or article.
_LEADING = frozenset(" SFBZlhmbT-&")


def iter_expressions(text: str, language: str) -> Iterator[tuple[Word, ...]]:
    """The words of each date expression in running text, in order."""
    yield from _expressions(text, language)


@lru_cache(maxsize=32)
def _expressions(text: str, language: str) -> tuple[tuple[Word, ...], ...]:
    """Kept for a while: one report is asked for its dates by every slot of every claim."""
    return tuple(run for start, end in _iter_dating(text, language) for run in _in_sentence(text, start, end, language))


@lru_cache(maxsize=32)
def expression_spans(text: str, language: str) -> tuple[Span, ...]:
    """Where each date expression of running text stands, in order; kept as they are."""
    return tuple(Span(start=run[0].start, end=run[-1].end) for run in _expressions(text, language))


def iter_spans_from(text: str, language: str, place: int) -> Iterator[Span]:
    """The date expressions that end at a place of the text or behind it, in order."""
    spans = expression_spans(text, language)
    yield from islice(spans, bisect_left(spans, place, key=lambda span: span.end), None)


def _in_sentence(text: str, start: int, end: int, language: str) -> Iterator[tuple[Word, ...]]:
    words = read_words(text, language, start=start, end=end)
    shape = shape_of(words)
    if _DATING.isdisjoint(shape):
        return
    for run, at, end in _iter_runs(words, shape, text):
        if run and _names_event(run, words[end : end + 1], text):
            cut = next(i for i, word in enumerate(run) if i and word.tag != " ")
            run, at = run[cut:], at + cut
        if run and (cut := _count_before_month(run, text)):
            run, at = run[cut:], at + cut
        if run and _counts_people(run, text):
            run = run[:-1]
        run = _without_toll(run, text)
        if run and _dates(run, words, at) and not _is_decimal(run, _tag_before(words, at), text):
            yield run


def _iter_runs(words: Sequence[Word], shape: str, text: str) -> Iterator[tuple[tuple[Word, ...], int, int]]:
    """The runs of words that have the shape of an expression, each with where it begins and ends among the words.

    "BUNIA, 21 May - On 14 May" is no stretch from May to May: "On" opens the report behind its dateline. And "on Monday
    following a tip-off" is Monday.
    """
    for match in _EXPRESSION.finditer(shape):
        start, end = match.span()
        opens = next((at for at in range(start + 1, end) if _opens_report(words, at, text)), None)
        parts = ((start, end),) if opens is None else ((start, opens - 1), (opens, end))
        for low, high in parts:
            run = _trim(tuple(words[low:high]))
            if len(run) > 1 and run[-1].tag == "f" and _LEADS_ON.match(text, run[-1].end):
                run, high = run[:-1], high - 1
            yield run, low, high


def _opens_report(words: Sequence[Word], at: int, text: str) -> bool:
    """True for a word with a capital behind a dash, where no name stands: "- On 14 May"."""
    return words[at - 1].tag == "-" and _OPENING.match(text, words[at].start) is not None


def _iter_dating(text: str, language: str) -> Iterator[tuple[int, int]]:
    """Start and end of the sentences that hold a figure or a dating word; no expression goes beyond its sentence.

    Most sentences of a report hold neither, and reading words is what costs time.
    """
    phrases = phrases_with_tags(_DATING, language)
    single = frozenset[str]().union(*(phrase for phrase in phrases if len(phrase) == 1))
    several = [phrase for phrase in phrases if len(phrase) > 1 and single.isdisjoint(phrase)]
    for start, end in _iter_sentences(text, language):
        sentence = text[start:end]
        if _FIGURE.search(sentence):
            yield start, end
            continue
        words = frozenset(LETTERS.findall(sentence.lower()))
        if not single.isdisjoint(words) or any(phrase <= words for phrase in several):
            yield start, end


def _iter_sentences(text: str, language: str) -> Iterator[tuple[int, int]]:
    """Sentences cut where a word of three letters ends one, and at empty lines: never behind "Sept." or "p.m."."""
    abbreviations = load_language(language).abbreviations
    start = 0
    for match in _CUT.finditer(text):
        if match[1] is None or match[1].lower() not in abbreviations:
            yield start, match.end()
            start = match.end()
    yield start, len(text)


def _trim(run: tuple[Word, ...]) -> tuple[Word, ...]:
    """Without the "that" of "he said that Monday", which is no turn of the day."""
    core = [at for at, word in enumerate(run) if word.tag != " "]
    if len(core) > 1 and run[core[0]].tag == "s" and run[core[1]].tag in "DMAXI":
        return run[core[1] :]
    return run


def _names_event(run: tuple[Word, ...], behind: Sequence[Word], text: str) -> bool:
    """True for "(the toll) from Friday's attack", "since the 2004 bombings": not from then on, but when the attack was."""
    core = [word for word in run if word.tag != " "]
    if len(core) < 2 or core[0].tag not in "FS" or not {word.tag for word in core[1:]} <= _ATTRIBUTE:
        return False
    if text[run[-1].start : run[-1].end].lower().endswith(("'s", "’s")):
        return True
    return any(word.value == "definite" for word in run) and bool(behind) and behind[0].tag == UNKNOWN


def _count_before_month(run: Sequence[Word], text: str) -> int:
    """Where the month of "(31 in July, compared with) 18 in June" stands among the words: 18 is no day there; else 0."""
    first, month = run[0], next((at for at, word in enumerate(run) if word.tag == "M"), 0)
    counts = month and first.tag == "N" and _IN.fullmatch(text, first.end, run[month].start)
    return month if counts else 0


def _counts_people(run: Sequence[Word], text: str) -> bool:
    """True where the number behind "last November" is written out ("last April seven …"), or that of people.

    And behind a month that "in" or "to" leads to ("In June 12 farmers were"), or where it goes on ("June 2,117 civilians").
    """
    shape, last = shape_of([word for word in run if word.tag != " "]), run[-1]
    if shape.endswith("MN") and text[last.start].isdigit():
        month = next(word for word in reversed(run) if word.tag == "M")
        if _THOUSANDS.match(text, last.end):
            return True
        if _IN_OR_TO.search(text, max(0, month.start - 8), month.start) and _PLURAL.match(text, last.end):
            return True
    if not shape.endswith("lMN"):
        return False
    return text[run[-1].start].isalpha() or _PEOPLE.match(text, run[-1].end) is not None


def _without_toll(run: tuple[Word, ...], text: str) -> tuple[Word, ...]:
    """Without the "to three" of "bringing the toll of the raid of June 1 to three": what a toll is raised to is no day.

    A number written out behind a day in figures is none anyway.
    """
    last = next((at for at in range(len(run) - 1, 0, -1) if run[at].value == "range_to"), 0)
    ends = [word for word in run[last + 1 :] if word.tag != " "] if last else []
    if len(ends) != 1 or ends[0].tag != "N" or not any(text[word.start].isdigit() for word in run[:last]):
        return run
    spelled = text[ends[0].start].isalpha()
    lifts = _LIFTS_TOLL.search(text, max(0, run[0].start - _LEAD), run[0].start) and not _TO_MORE.match(text, ends[0].end)
    return run[:last] if spelled or lifts else run


def _tag_before(words: Sequence[Word], at: int) -> str:
    return words[at - 1].tag if at else STOP


def _is_decimal(run: Sequence[Word], before: str, text: str) -> bool:
    """True for the "3.51" of "owes $3.51 billion": days and times with a point start a line or follow a preposition."""
    first, last = run[0], run[-1]
    if first.start != last.start or "." not in text[first.start : first.end] or not text[first.start].isdigit():
        return False
    line = text[text.rfind("\n", 0, first.start) + 1 : first.start]
    return bool(line.strip()) and before != " "


def _dates(run: Sequence[Word], words: Sequence[Word], at: int) -> bool:
    """False for runs that only look like a date: a lone number, ordinal, month or year without a word that leads it in."""
    core = [word for word in run if word.tag not in " ,-&"]
    if not {word.tag for word in core} & _DATING:
        return False
    if len(core) == 1 and core[0].value == "clock":
        return False
    behind = words[at + len(run)].tag if at + len(run) < len(words) else STOP
    if len(core) == 1 and core[0].tag == "j" and behind == UNKNOWN:
        return False
    if len(core) == 1 and (core[0].tag in "MYj" or core[0].value == EITHER_EID):
        return at > 0 and words[at - 1].tag in _LEADING
    return True
