"""The patterns of dates and datelines, made of the month and weekday names of all languages and the words of `dates.toml`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from crossread import patterns as re
from crossread.languages import list_languages, load_language
from crossread.read.options import load_table

_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th|er|º|°)?"
_OF = r"(?:\s+(?:of|de|del)\s+|\s*[-./]\s*|\s+|(?<=\d)(?=[A-Za-z]))"
_YEAR = r"(?P<year>\d{4})"
_YEAR_FIRST = r"(?<![\d/.-])(?P<year>\d{4})(?P<sep>[-/.])(?P<month_number>\d{1,2})(?P=sep)(?P<day>\d{1,2})(?![\d/]|[-.]\d)"
_YEAR_LAST = r"(?<![\d/.-])(?P<first>\d{1,2})(?P<sep>[-/.])(?P<second>\d{1,2})(?P=sep)(?P<year>\d{4})(?![\d/]|[-.]\d)"
_SHORT_YEAR = r"'?(?P<year>[7-9]\d)"  # 3 JAN 90: two digits from 70 on can only be of the last century
_ZONE = r"(?:\s*(?:Z\b|\(?(?:UTC|GMT|EST|EDT|CET|CEST|BST|WAT|EAT|CAT)\b\)?))?(?:\s*[+-]\d{1,2}(?::?\d{2})?)?"
_TIME = rf"(?:T?\d{{1,2}}\s?[:.h]\s?\d{{2}}(?::\d{{2}})?\s*(?:[ap]\.?m\.?)?{_ZONE}|\d{{1,2}}\s*[ap]\.?m\.?)"
_SYMBOL = r"[A-Z]{1,6}(?:/[A-Z0-9.()]+)+"  # of a UN document
_AGENCY = r"[(\[][^()\[\]\n]{1,80}[)\]]"  # "(UN Office for the Coordination of Humanitarian Affairs)"
_ARTICLE = r"\b(?:at|à|a las|on|le|el|em)\b"
# Every repetition here is possessive (*+, ++) or bounded, so that no line, however made, takes long to refuse.
_WORD = r"(?>(?:[A-ZÀ-ÖØ-Þ\u0620-\u064a]|(?:de|del|di|da|do|dos|das|du|des|la|le|el|al|of|the|for|and|et|y|e)\b)[\w'’.-]*+)"
_PLACE = rf"{_WORD}(?:[ /]{_WORD}){{0,5}}"


@dataclass(frozen=True, slots=True, kw_only=True)
class DatelineRules:
    """The patterns, compiled. The names say what a match is; `before` and `after` are the parts of a line around its date."""

    months: Mapping[str, int]
    full_dates: tuple[re.Pattern[str], ...]
    short_date: re.Pattern[str]
    blank: re.Pattern[str]
    label: re.Pattern[str]
    paper: re.Pattern[str]
    place_before: re.Pattern[str]
    capital_place_before: re.Pattern[str]
    sentence_after: re.Pattern[str]
    names_after: re.Pattern[str]
    period_after: re.Pattern[str]
    origin: re.Pattern[str]
    list_before: re.Pattern[str]
    held_before: re.Pattern[str]
    held_after: re.Pattern[str]
    byline: re.Pattern[str]
    updated: re.Pattern[str]
    names: re.Pattern[str]
    state_before: re.Pattern[str]
    stop_after: re.Pattern[str]
    agency_before: re.Pattern[str]
    outlet: re.Pattern[str]
    report_before: re.Pattern[str]
    issued_before: re.Pattern[str]
    issued_after: re.Pattern[str]


@cache
def load_rules() -> DatelineRules:
    """The rules, compiled at first use: they take as long to make as all else in this room together."""
    months = _months()
    month = rf"(?P<month>{_alternatives(months)})"
    weekday = rf"(?:{_alternatives(_weekdays())})\b\.?"
    labels = load_table("dates.toml")["labels"]
    filler = rf"(?i:{weekday}|{_TIME}|{_SYMBOL}|{_AGENCY}|{_ARTICLE}|[\s,،;:|•·/–—()-])"
    written = (rf"\b{_DAY}\.?{_OF}{month}\b\.?,?{_OF}{_YEAR}\b", rf"\b{month}\b\.?\s*{_DAY}\s*,?\s+{_YEAR}\b")
    return DatelineRules(
        months=months,
        full_dates=tuple(re.compile(form, re.IGNORECASE) for form in (*written, _YEAR_FIRST, _YEAR_LAST)),
        short_date=re.compile(rf"\b{_DAY}\s+{month}\b\.?,?\s+{_SHORT_YEAR}\b", re.IGNORECASE),
        blank=re.compile(rf"(?:{filler})*+"),
        label=_label_pattern(labels["published"], weekday),
        paper=_paper_pattern(labels["papers"], weekday),
        place_before=re.compile(
            rf"(?:{filler})*+(?:{_PLACE}\s*(?:{_AGENCY}\s*[,–—-]?|[,،|/•·–—-])\s*){{1,4}}(?:{filler})*+",
        ),
        capital_place_before=re.compile(rf"[A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ'’. ()-]{{1,40}},?\s+(?i:{weekday},?\s*)?"),
        sentence_after=re.compile(rf"(?i)\s*(?:{_TIME})?\s*(?:{_AGENCY})?\.?\s*(?:[-–—]{{1,2}}|[|:])(?=\s|\w|\[|$)"),
        names_after=re.compile(rf"\s*[|,(•·](?:{filler}|{_WORD})*+"),
        period_after=re.compile(rf"\s*[.;,|(]?\s*(?:{_alternatives(labels['periods'])})\b", re.IGNORECASE),
        origin=re.compile(rf"(?i)(?:{_alternatives(labels['origins'])})\s[\w'’.,/ -]{{2,60}},\s*(?:{weekday},?\s*)?"),
        list_before=re.compile(r".*(?:[,،|)]|\b(?i:le|el|on))\s*|.*[|,]\s*\w+,?\s*"),
        held_before=re.compile(
            rf"(?:{_PLACE}(?:\s*,\s*{_PLACE}){{0,3}}\s*[(\[]|[(\[]\s*{_PLACE}(?:\s*,\s*{_PLACE}){{0,3}}\s*,)\s*(?i:{weekday},?)?\s*"
        ),
        held_after=re.compile(rf"(?:\s*,?\s*{_TIME})?\s*[)\]]\s*(?:[-–—:|]|$)"),
        byline=re.compile(
            rf"(?:(?i:by|por|par)\s+{_PLACE}(?:\s*[,/|•·–—-]\s*{_PLACE}){{0,3}}(?:\s*[,/|•·–—-]\s*|\s+)"
            rf"|(?:(?i:by|from)\s+)?(?i:(?:a|an|our|the)\s+)?(?:{_PLACE}\s+)?(?i:(?:staff|special|own|local|senior|news)\s+)?"
            rf"(?i:reporter|correspondent|writer|desk|bureau)s?(?:\s+in\s+{_PLACE})?\s*[,/|•·–—-]\s*)(?i:{weekday},?)?\s*"
        ),
        updated=re.compile(
            rf"(?:{_AGENCY}\s*)?\b(?i:(?P<last>last\s+)?updated(?:\s+(?:on|at))?)\s*[:–—-]?\s*"
            rf"(?P<time>(?i:{_TIME}\s*(?:,|on|\||-)?\s*))?(?i:{weekday},?)?\s*"
        ),
        names=re.compile(rf"(?:(?i:by)\s+)?{_PLACE}\s*[|•·,–—-]?\s*"),
        state_before=re.compile(rf"(?i)(?:.*[(|,;:–—-]\s*)?as\s+(?:of|at)\s+(?:{_TIME}\s*(?:on|,)?\s*)?(?:{weekday},?)?\s*"),
        stop_after=re.compile(rf"\.\s*(?:$|\s[\"“‘']?[A-ZÀ-ÖØ-Þ])|\s*{_AGENCY}\s+[\"“‘']?[A-ZÀ-ÖØ-Þ]"),
        report_before=re.compile(
            r"(?i)(?!.*\b(?:attack|massacre|killing|bombing|raid|strike|murder|crash)s?\b)"
            r".*\b(?:report|update|bulletin|briefing|summary|statement|digest|overview|round-?up|review)\b.*[(\[]\s*"
        ),
        outlet=re.compile(rf"\b(?:{_alternatives(load_table('agencies.toml')['issuers']['names'])})\b", re.IGNORECASE),
        issued_before=_issued_pattern(load_table("dates.toml")["issued"], weekday),
        issued_after=re.compile(
            rf"(?:{filler})*+(?i:\.|[(\[][^()\[\]]{{0,80}}[)\]]|(?:by|from|for|in|at|to)\b[^.;]{{0,100}}\.?)?\s*"
        ),
        agency_before=re.compile(rf".*{_AGENCY}\s*[,/|•·–—-]\s*(?i:{weekday},?)?\s*"),
    )


def _label_pattern(labels: Iterable[str], weekday: str) -> re.Pattern[str]:
    return re.compile(
        rf"(?i)(?:.*[|•·,;]\s*)?(?:(?:{_alternatives(labels)})\s*(?:[:：-]|\b)"
        rf"|(?:posted|published|written|uploaded)\s+by\s+[\w.'’ -]{{2,40}}?(?=\s+on\s|\s*[,|]))\s*[,|]?\s*"
        rf"(?:on|le|el|em)?\s*(?:{weekday},?)?\s*"
    )


def _issued_pattern(words: Mapping[str, list[str]], weekday: str) -> re.Pattern[str]:
    """What stands before the day: nothing or a head that names a kind of paper or programme, then that it was made or sent."""
    heads, acts = _alternatives(words["heads"]), _alternatives(words["acts"])
    own = rf"(?:this|the|our)\s+[\w -]{{0,30}}\b(?:{heads})\s+(?:was|has\s+been)\s+"
    other = rf"(?!.*\b(?:{_alternatives(words['not_heads'])})\b)[^.!?]{{0,80}}\b(?:{heads})\b[^.!?]{{0,40}}[\s,:–—|(-]\s*"
    where = rf"(?:\s+(?i:on|to|via)\s+(?i:{_alternatives(words['platforms'])}))?(?:\s+(?i:in|at|from)\s+{_PLACE})?"
    return re.compile(
        rf"(?i:{own}|{other})?(?i:(?:first\s+)?(?:{acts}))\b{where}(?i:\s+on|\s+at)?\s*[:–—-]?\s*"
        rf"(?i:(?:at\s+)?{_TIME}\s*(?:,|on)?\s*)?(?i:{weekday},?)?\s*"
    )


def _paper_pattern(papers: Iterable[str], weekday: str) -> re.Pattern[str]:
    number = r"(?:\s*(?:no\.?|nr\.?|n[º°]|number|#)?\s*\d{1,4})?"
    link = r"(?:[,:|–—(-]|du|of|del|de|do)?"
    return re.compile(
        rf"(?i)(?:[\w'’.,/ -]{{0,50}}[\s:–—-])?(?:{_alternatives(papers)}){number}\s*{link}\s*(?:{weekday},?)?\s*"
    )


def _months() -> dict[str, int]:
    """Month names of all languages; a name that is another month elsewhere is left out, because it would be a guess."""
    found: dict[str, set[int]] = {}
    extra = {name: int(number) for number, names in load_table("dates.toml")["more_months"].items() for name in names}
    for names in (extra, *(load_language(code).months for code in list_languages())):
        for name, number in names.items():
            found.setdefault(name, set()).add(number)
    return {name: min(numbers) for name, numbers in found.items() if len(numbers) == 1}


def _weekdays() -> set[str]:
    return {name for code in list_languages() for name in load_language(code).weekdays}


def _alternatives(names: Iterable[str]) -> str:
    return "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
