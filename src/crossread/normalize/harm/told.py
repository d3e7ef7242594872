"""People told killed or hurt in plain words beside an act, whom the extractor left out: "nine were wounded, police said".

Of 40 such numbers in 355 reports that no row rested on, outside headlines, nine in ten are hand-coded as harm.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from crossread import patterns as re
from crossread.clauses import iter_said_of
from crossread.normalize.counts import parse_count
from crossread.normalize.harm.covered import BySentence, Covered
from crossread.normalize.harm.forms import effect_in_form, iter_forms, settle_forms
from crossread.normalize.harm.telegraphic import iter_telegraphic
from crossread.normalize.sentences import sentence_at, sentence_ends, sentence_start
from crossread.normalize.worded import Worded
from crossread.records import Claim, Document, Evidence, Harm, with_values

ACTS = frozenset("armed_attack armed_clash killing bombing shelling air_strike crackdown riot arson destruction".split())
SCORE = 0.6  # what a row found by its words alone is worth: it is right more often than not, and nobody weighed it
_WORDS = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen"
    " nineteen twenty thirty forty fifty sixty seventy eighty ninety"
)
_NUMBER = (
    rf"(?:\d{{1,3}}(?:[,.]\d{{2,3}})+|\d+|(?:{'|'.join(_WORDS.split())})(?:-(?:one|two|three|four|five|six|seven|eight|nine))?)"
)
_BOUND = r"(?:(?:at least|about|some|more than|over|up to|around|as many as|an estimated|nearly|only|another)\s+)?"
_UNITS = (
    r"years?|months?|weeks?|days?|hours?|minutes?|kilomet(?:re|er)s?|km|miles?|met(?:re|er)s?|per|percent|times"
    r"|incidents?|attacks?|strikes?|villages?"
)
_STOP = (
    rf"{_UNITS}|were|was|had|have|has|who|and|or|in|on|at|of|to|the|an?|that|by|from|after|before|when|while|people's|dead|also|later"
    r"|reportedly"
)
_NOUN = rf"(?:\s+(?!(?:{_STOP})\b)[\w’'-]+)"
_HURT = r"(?:injured|wounded|hurt)"
_SLAIN = r"(?:killed|shot dead|slain|murdered|massacred|executed|beheaded|burned to death|gunned down|hacked to death)"
_ADVERB = r"(?:(?:also|reportedly|later|\w+ly)\s+)?"
_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?)"
)
_DAY = rf"(?:\b{_MONTH}\s+\d{{1,2}}\b(?:,?\s+\d{{4}}\b)?|\b\d{{1,2}}\s+{_MONTH}(?:\s+\d{{4}}\b)?)"  # "the attack of June 1"
_PLAIN = (
    re.compile(
        rf"\b(?P<who>{_BOUND}{_NUMBER}(?:\s+of\s+(?:his|her|its|their|our)(?=\s))?{_NOUN}{{0,4}})"
        rf"\s+(?:were|was|had been|have been|has been)\s+{_ADVERB}(?:(?P<dead>{_SLAIN})|(?P<hurt>{_HURT}))\b",
        re.IGNORECASE,
    ),
    # the first of two: "31 soldiers and three guards were killed"
    re.compile(
        rf"\b(?P<who>{_BOUND}{_NUMBER}{_NOUN}{{0,3}}\s+(?:\w+s|people|police|m[ae]n|wom[ae]n|children|personnel))(?=,?\s+and\s+{_BOUND}{_NUMBER}{_NOUN}{{1,4}}\s+"
        rf"(?:were|was|had been|have been)\s+{_ADVERB}(?:(?P<dead>{_SLAIN})|(?P<hurt>{_HURT}))\b)",
        re.IGNORECASE,
    ),
    re.compile(
        rf"\b(?P<who>{_BOUND}{_NUMBER}{_NOUN}{{0,4}})\s+(?:(?:had|have|has)\s+)?{_ADVERB}"
        r"(?P<dead>died|perished|(?:lost|laid down|gave|offered|sacrificed) their (?:own )?lives"
        r"|(?:met|found) (?:with )?their (?:\w+ )?(?:end|doom|maker)"
        r"|(?:were )?sent to (?:hell|their (?:\w+ )?(?:graves?|doom|end|maker))"
        r"|(?:made|paid) the (?:supreme|ultimate) (?:sacrifice|price)|(?:embraced|attained) (?:martyrdom|shahadat))\b",
        re.IGNORECASE,
    ),
    re.compile(
        rf"\b(?:(?P<dead>killing|killed|kills)|(?P<hurt>wounding|wounded|injuring|injured))\s+(?P<who>{_BOUND}{_NUMBER}{_NOUN}{{0,3}})"
        r"(?=[\s,.;:)]|$)",
        re.IGNORECASE,
    ),
    re.compile(
        r"\b(?P<dead>death toll|(?:number|toll) of (?:the |those |people |confirmed )*"
        r"(?:dead(?: \w+)?|killed(?: in [\w’' -]{1,40}?)?|deaths|martyrs|fatalities|victims))"
        rf"\b(?:[^.;\d]|{_DAY}){{0,60}}?\b(?:from {_BOUND}{_NUMBER} to|to|at|is(?: now)?|was)\s+(?P<who>{_BOUND}{_NUMBER})"
        rf"(?=[\s,.;:)]|$)(?!\s+(?:{_UNITS})\b)",
        re.IGNORECASE,
    ),
)
# "Three soldiers, Naik Ali Khan (age 30) and Sepoy Omar Shah (age 24), having fought bravely, embraced martyrdom"
_BY_NAME = Worded(
    "lives martyrdom martyred price sacrifice shahadat",
    rf"\b(?P<who>(?i:{_NUMBER}){_NOUN}{{1,4}}(?:\sof\s(?:the\s)?\w+)?)(?:,|:|\s[–—-])\s"
    r"(?P<names>[A-Z][\w'’-]+\s[A-Z][^.;\n]{0,400}?\sand\s[A-Z][^.;\n]{3,120}?)(?:,|\s[–—-])?\s"
    r"(?i:(?P<dead>(?:embraced|attained)\s(?:martyrdom|shahadat)"
    r"|(?:lost|laid down|gave|offered|sacrificed)\stheir\s(?:own\s)?lives"
    r"|(?:made|paid)\sthe\s(?:supreme|ultimate)\s(?:sacrifice|price)|were\smartyred))\b",
)
# A sentence that goes on with the act told before it: "However, during the intense exchange, three soldiers ..."
_DURING = re.compile(
    r"(?:(?:However|Meanwhile|But),?\s+)?(?:during|in|amid)\s+the\s+(?:\w+\s+){0,3}"
    r"(?:exchange|clash(?:es)?|encounter|firefight|gunfight|gun\s?battle|battle|fight(?:ing)?|ambush|raid|attack|assault"
    r"|shoot-?out|operation)\b",
    re.IGNORECASE,
)
# "The 20 killed included (four children)", "Of the 60 wounded, (ten) …": the number that holds those told behind it.
# The letters it can begin with are asked first: what stands before is looked at only there.
_HOLDS = re.compile(
    rf"(?=[tao])(?:(?<=[.;!?\n]\s)|(?<=[.;!?]\s\s)|\A|(?<=\n)|(?:\b[Oo]f|[Aa]mong)\s+)(?P<who>[Tt]he\s+{_NUMBER})"
    rf"(?:\s+(?:people|persons|civilians|soldiers))?\s+(?:confirmed\s+)?(?:(?P<dead>{_SLAIN}|dead|deaths)|(?P<hurt>{_HURT}))"
    r"(?:\s+people)?(?:\s+(?:so far|in [\w' -]{1,30}?))?(?=\s+includ(?:e|ed|es|ing)\b|,\s)",
    re.IGNORECASE,
)
# "A committee advances the figure of (some sixty victims)": of nine hand-coded "gave a toll of 21" all count dead
_GIVES = Worded(
    "figure number toll",
    r"\b(?:give[sn]?|gave|giving|advance[sd]?|advancing|puts?\s+forward|cite[sd]?|citing|offer(?:s|ed)?|speaks?\s+of|spoke\s+of)\s+"
    rf"(?:an?|the)\s+(?:\w+\s+)?(?:figure|(?:death\s+)?toll|number)\s+of\s+(?P<who>{_BOUND}{_NUMBER}(?:\s+(?:dead|deaths|victims|killed))?)"
    rf"(?=[\s,.;:)]|$)(?!\s+(?:{_UNITS}|wounded|injured|hurt|missing|arrests?|displaced|families|houses|homes|people|persons)\b)",
    re.IGNORECASE,
)
ENTRY = 600  # characters of an entry between its act and the lines of its form
TOLL_BEFORE = 2  # sentences before such a figure in which an act with dead is told
_HEADLINE = re.compile(r"[^\n]{1,140}[^\n.!?:]\n")
_HARM = re.compile(
    r"\b(?:kill(?:ed|ing|s)|s(?:hot|lain|acrifice|hahadat)|m(?:urdered|assacred|artyrs|artyrdom|aker)|e(?:xecuted|nd)"
    r"|b(?:eheaded|urned)|g(?:unned|raves?)|h(?:acked|urt|ell)|injur(?:ed|ing)|wound(?:ed|ing)|d(?:ied|ead|eaths|oom)"
    r"|p(?:erished|rice)|lives|toll|fatalities|victims)\b",
    re.IGNORECASE,
)
_COUNTED = re.compile(rf"\d|\b(?:{'|'.join(_WORDS.split())})\b", re.IGNORECASE)
_POINTING = re.compile(r"\b(?:the|these|those|all|both|his|her|their|its|other|aged?|another|further|than)\s+$", re.IGNORECASE)
_TIME = re.compile(rf"{_BOUND}{_NUMBER}$", re.IGNORECASE)
_UNIT = re.compile(rf"\s+(?:{_UNITS})\b|\s*(?:%|[-–]\w|:\d|\.\d|am\b|pm\b)", re.IGNORECASE)
_DISEASE = re.compile(
    r"\b(?:virus|flu|cholera|ebola|disease|epidemic|outbreak|famine|starv\w+|earthquake|flood\w*)\b", re.IGNORECASE
)
_NOT_SO = re.compile(
    r"\b(?:altogether|in total|in all|overall|conflict|wars?|uprising|since|years"
    r"|not|no|never|nor|denied|if|whether|would|could|(?-i:may)|might|plan\w*|threat\w*)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Told:
    """A number of people in the text and what befell them."""

    effect: str
    start: int
    end: int
    holds: bool = False  # those told right behind it
    names: int = 0  # where the names end of those it holds
    figure: bool = False  # a figure that somebody gives of the dead
    telegraphic: bool = False  # "14 inj.", a sentence of its own behind the act
    form: bool = False  # "Injured: 14", a line of a form


def lay_told(document: Document, claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """The claims, each with rows for people whom a sentence of its own tells plainly and on whom no claim has a row.

    Where several claims are told in the sentence, the one whose words stand nearest has them; what a person or another data
    set says (no score) stays as it is. A headline tells what its report tells again.
    """
    claims = [with_values(claim, harm=settle_forms(document, claim.harm)) for claim in claims]
    known = Covered(e.span for claim in claims for row in claim.harm for e in row.evidence)
    acts = BySentence(document.text, (row for row in enumerate(claims) if _harms(row[1])))
    found = list(claims)
    for told in _iter_told(document.text):
        if known.touches(told.start, told.end):
            continue
        at = acts.nearest(told.start, told.end)
        if at is None and _DURING.match(document.text, sentence_start(document.text, told.start)):
            at = _last_before(claims, told)
        if at is None and told.figure:
            at = _with_toll_before(document.text, claims, told)
        if at is None and told.form:
            at = _of_form(document.text, claims, told)
        if at is None and told.telegraphic:
            at = _last_on_line(document.text, claims, told)
        if at is not None and told.telegraphic and claims[at].scope == "aggregate":
            continue  # the share of one place in a total
        if at is not None and not _has(found[at], told, document.text):
            found[at] = replace(found[at], harm=_with(found[at].harm, _row(document, told), told))
    return tuple(found)


def _iter_told(text: str) -> Iterator[_Told]:
    headline = _HEADLINE.match(text)
    for pattern, first, last in _iter_places(text, headline.end() if headline else 0):
        for match in pattern.finditer(text, first, last):
            start, end = match.span("who")
            before, sentence = text[max(0, start - 12) : start], _sentence(text, start)
            is_time = _TIME.match(match["who"]) and _UNIT.match(text, end)
            if is_time or _POINTING.search(before) or _is_year(before, match["who"]):
                continue
            said_of = any(begin < start < back for begin, back in iter_said_of(text, first, last))
            if said_of or _DISEASE.search(sentence) or _NOT_SO.search(sentence):
                continue
            yield _Told(effect="killed" if match["dead"] else "injured", start=start, end=end)
    for match in _BY_NAME.finditer(text, headline.end() if headline else 0):
        yield _Told(effect="killed", start=match.start("who"), end=match.end("who"), holds=True, names=match.end("names"))
    for match in _HOLDS.finditer(text, headline.end() if headline else 0):
        start, sentence = match.start("who"), _sentence(text, match.start("who"))
        if not _DISEASE.search(sentence) and not _NOT_SO.search(sentence):
            yield _Told(effect="killed" if match["dead"] else "injured", start=start, end=match.end("who"), holds=True)
    for match in _GIVES.finditer(text, headline.end() if headline else 0):
        yield _Told(effect="killed", start=match.start("who"), end=match.end("who"), figure=True)
    yield from (_Told(effect=effect, start=start, end=end, telegraphic=True) for effect, start, end in iter_telegraphic(text))
    yield from (_Told(effect=effect, start=start, end=end, form=True) for effect, start, end in iter_forms(text))


def _is_year(before: str, who: str) -> bool:
    """True for the 2019 of "a commander wanted for murders in 2019 was shot dead"."""
    return re.fullmatch(r"(?:19|20)\d\d", who) is not None and re.search(r"\b(?:in|since|of)\s+$", before) is not None


def _iter_places(text: str, begin: int) -> Iterator[tuple[re.Pattern[str], int, int]]:
    """Each pattern with each sentence that has a word of harm and a number: patterns are slow, most sentences have neither."""
    bounds = [begin, *(end for end in sentence_ends(text) if end > begin), len(text)]
    for first, last in pairwise(bounds):
        if _HARM.search(text, first, last) and _COUNTED.search(text, first, last):
            yield from ((pattern, first, last) for pattern in _PLAIN)


def _sentence(text: str, at: int) -> str:
    ends, number = sentence_ends(text), sentence_at(text, at)
    return text[sentence_start(text, at) : ends[number] if number < len(ends) else len(text)]


def _harms(claim: Claim) -> bool:
    """True for an act whose dead and hurt may be told in a sentence of their own."""
    return claim.score is not None and claim.type in ACTS and claim.status == "accomplished"


def _with_toll_before(text: str, claims: Sequence[Claim], told: _Told) -> int | None:
    """The act whose dead were counted last, at most two sentences before."""
    own = sentence_at(text, told.start)
    counted = [
        (row.evidence[0].span.start, at)
        for at, claim in enumerate(claims)
        if _harms(claim)
        for row in claim.harm
        if row.effect == "killed" and row.evidence and 0 <= own - sentence_at(text, row.evidence[0].span.start) <= TOLL_BEFORE
    ]
    return max((one for one in counted if one[0] < told.start), default=(0, None))[1]


def _last_on_line(text: str, claims: Sequence[Claim], told: _Told) -> int | None:
    """The act told last before a count in short form, on the same line."""
    line = text.rfind("\n", 0, told.start) + 1
    starts = {at: claim.trigger.span.start for at, claim in enumerate(claims) if claim.type in ACTS and claim.score is not None}
    before = [at for at, start in starts.items() if line <= start < told.start]
    return max(before, key=lambda at: starts[at], default=None)


def _of_form(text: str, claims: Sequence[Claim], told: _Told) -> int | None:
    """The act of the entry that a form belongs to: the only one, the last one before it that is near, or the next."""
    acts = [at for at, one in enumerate(claims) if one.type in ACTS and one.score is not None and one.scope == "incident"]
    if len(acts) < 2:
        return acts[0] if acts else None
    far = {at: told.start - claims[at].trigger.span.start for at in acts}
    before = [at for at in acts if 0 < far[at] < ENTRY]
    behind = [at for at in acts if 0 < -far[at] < ENTRY]
    return min(before or behind, key=lambda at: abs(far[at]), default=None)


def _last_before(claims: Sequence[Claim], told: _Told) -> int | None:
    """The act told last before a sentence that goes on with it ("During the exchange …")."""
    acts = [at for at, one in enumerate(claims) if one.type in ACTS and one.score is not None and one.scope == "incident"]
    before = [at for at in acts if claims[at].trigger.span.start < told.start and claims[at].status == "accomplished"]
    return max(before, key=lambda at: claims[at].trigger.span.start, default=None)


def _has(claim: Claim, told: _Told, text: str) -> bool:
    """True where the claim has the same number of the same effect already."""
    if told.form:  # a story that counts them tells the form's number again
        rows = [row for row in claim.harm if row.effect == told.effect and row.evidence]
        return any(effect_in_form(text, row) is None and (row.count or parse_count(row.raw)).low is not None for row in rows)
    count = parse_count(text[told.start : told.end])
    return any(row.effect == told.effect and (row.count or parse_count(row.raw)) == count for row in claim.harm)


def _with(rows: tuple[Harm, ...], row: Harm, told: _Told) -> tuple[Harm, ...]:
    """The rows with one more, at the end, or before the first of those it holds; those named behind it are part of it."""
    if not told.holds or any(other.part_of is not None for other in rows):
        return (*rows, row)
    at = next((i for i, other in enumerate(rows) if other.evidence and other.evidence[0].span.start > told.end), len(rows))
    named = (replace(other, part_of=at) if _is_named(other, told) else other for other in rows[at:])
    return (*rows[:at], row, *named)


def _is_named(row: Harm, told: _Told) -> bool:
    """True for a row inside the list of names behind the number."""
    return row.effect == told.effect and bool(row.evidence) and told.end < row.evidence[0].span.start < told.names


def _row(document: Document, told: _Told) -> Harm:
    quote: Evidence = document.quote(told.start, told.end)
    return Harm(
        effect=told.effect, raw=quote.quote, group=None, group_type="unknown", count=None, evidence=(quote,), score=SCORE
    )
