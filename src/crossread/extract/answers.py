"""What is done after an act is another act: "Police arrested 40 people after a bombing that killed seven soldiers".

Of 61 hand-coded attacks told behind "after", "following" or "in response to" and a main clause in which somebody arrests,
strikes, sends, closes or the like, none is done by the subject of that clause, and four take their day from it; 25 of these
clauses tell a claim of their own. So is the violence that a killing sparks. Fights have two sides and may go on in it: "rebels
took the town after clashes" tells one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from crossread import patterns as re
from crossread.extract.heads import Mention

_SPAN = (
    r"(?:(?:an?|one|two|three|four|five|six|seven|several|a\sfew|\d+|just|only|barely|less\sthan\s(?:an?|one|two))\s){1,2}"
    r"(?:hours?|days?|weeks?|months?)\s|(?:hours|days|weeks|months)\s"
)
_ACT = (
    r"(?:attacks?|blasts?|bombings?|bombs?|explosions?|ambush(?:es)?|air\s?strikes?|shooting|killings?|shelling|massacre|kidnapping"
    r"|abduction|missiles?|rockets?|mortars?|grenades?|suicide)"
)
_HARMS = (
    r"(?:kill(?:ed|s)?|attack(?:ed|s)?|abduct(?:ed|s)?|kidnap(?:ped|s)?|ambush(?:ed|es)?|shot|shell(?:ed|s)?|bomb(?:ed|s)?|storm(?:ed|s)?"
    r"|raid(?:ed|s)?|behead(?:ed|s)?|explod(?:ed|es)?|blew)"
)
_NOBODY_TOLD = r"(?!(?:he|she|it|they|his|her|its|their|this|that|these|those|being|having|which|who)\b)"
_BEHIND = re.compile(
    rf"(?:,\s)?(?<!protests\s)(?<!protest\s)(?<!demonstrations\s)(?<!riots\s)(?:\b(?P<span>{_SPAN}))?"
    rf"\b(?:after|following|in\s(?:response|retaliation|reprisal)\s(?:to|for)|over)\s{_NOBODY_TOLD}"
    rf"(?:(?:(?:an?|the|another|two|three|four|several|\d+|\w+day['’]s|last\s\w+['’]s)\s)"
    rf"(?:(?:series|wave|string|spate)\sof\s)?(?:(?!(?:in|of|on|at|to|by|for|from|and)\s)[\w.-]+\s){{0,3}}?{_ACT}\b"
    rf"|(?:[\w'’.-]+\s){{1,4}}?(?:had\s|have\s|has\s)?(?P<harms>{_HARMS})\s(?!by\b|in\b|dead\sby\b)"
    rf"|(?(span)(?:[\w'’.-]+\s){{1,5}}?(?:was|were|had\sbeen)\s(?:\w+ly\s)?(?P<fell>killed|shot|stabbed|hacked|murdered|wounded|abducted|kidnapped|beheaded)\b|(?!)))",
    re.IGNORECASE,
)
_ADVERBS = r"(?:\s(?:on|late|early|\w+day|also|later|then|had|have|has|said|say|says|they|it|\w+ly|\(\w+\)),?){0,4}\s"
_ANSWERS = (
    r"(?:arrest|detain|round(?:ed|s)?\sup|launch|deploy|sen[dt]|clos(?:ed?|es)\b|seal|impos|search|raid|shell|bomb|pound|struck|strik"
    r"|hit|step|mount|carr(?:y|ied)\sout|withdr[ae]w|suspend|tighten|evacuat|destroy|demolish|burn|torch|block|attack|cordon|declar|set\sup)\w*"
)
# Only behind a span of time ("a day after") certainly another act
_KILLS = (
    r"(?:(?:kill|sho[ot]t?)\w*|clash\w*|fought|battl\w+|exchanged|protest\w*|march\w*|ralli\w*|demonstrat\w*|abduct\w*"
    r"|kidnap\w*)"
)
_CLAUSE = re.compile(rf"{_ADVERBS}(?:(?P<answer>{_ANSWERS})|(?P<kill>{_KILLS}))\s(?!by\b)", re.IGNORECASE)
# Behind "jets", not the attack of "bomb attack"
_OF_ARMS = re.compile(r"\w+ed|struck|hit|carried\sout", re.IGNORECASE)
# Who storms a hotel after a bomb has blown up its gate goes on with one attack
_ATTACKERS = re.compile(
    r"\b(?:gunm[ae]n|(?:armed\s)?men|militants?|rebels?|insurgents?|attackers?|assailants?|fighters|bandits|jihadi(?:st)?s|terrorists?"
    r"|extremists|bombers?|Taliban|guerrillas?|raiders|militia(?:men)?|group|mob)\b",
    re.IGNORECASE,
)
_STRIKES = re.compile(r"(?:attack|storm|raid|burn|torch|destroy|struck|strik|hit|kill|sho[ot]|shell|bomb|pound)", re.IGNORECASE)
_GOES_ON = re.compile(r",\s(?:killing|wounding|injuring|leaving)\s", re.IGNORECASE)
_MAY_BE_SAME = re.compile(r"(?:attack|storm|raid|burn|torch|destroy|struck|strik|hit|seiz|search|launch)\w*", re.IGNORECASE)
# "The assassination sparked four days of violence": all five hand-coded ones told so tell two claims
_KILLING = re.compile(
    r"(?:assassinat|murder|kill|death|arrest|detention|beating|shooting|lynching|execution|fire\b)", re.IGNORECASE
)
_SPARKED = re.compile(
    r"\b(?<!,\s)(?:sparked|triggered|set\soff|unleashed|provoked|ignited|led\sto)\s(?:[\w-]+\s){0,5}?"
    r"(?:violence|riots|rioting|clashes|reprisals|fighting|bloodshed|(?P<calm>protests|unrest))\b",
    re.IGNORECASE,
)
# What is done where the act was, whose place is then told once; who did it may be caught anywhere on a later day
_ON_SITE = re.compile(r"(?:clos(?:ed?|es)\b|seal|cordon|search|evacuat|block)", re.IGNORECASE)
_CAUGHT = re.compile(r"(?:arrest|detain|round)", re.IGNORECASE)
_POINTS_BACK = re.compile(
    r"\b(?:there(?!\s(?:was|were|is|are|had|have|has)\b)|(?:on|in|inside|near|at|outside)\sit|its|at\sthe\s(?:site|scene))\b"
)
BEHIND = 13  # characters behind the last mention in which words may point back: "at the scene"
_NAME = re.compile(r"\b[A-Z]\w+")
_UNCOUNTED = re.compile(r"(?:days|weeks|months|.*\b(?:several|few)\b)", re.IGNORECASE)
_WHOSE = re.compile(r",\s(?:who|whose)\s")


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """A sentence that tells an act and, from `at` to `back`, the one that it answers; who acts first stands before `verb`.

    Behind `back` the first act goes on: "troops raided Jenin after an attack, killing four".
    """

    start: int
    verb: int
    at: int
    back: int
    end: int
    counted: bool = False  # the day of the act behind `at` counts from that of the lead: "a day after"
    there: bool = False  # what is told behind `at` happened where the text was before


def iter_answers(text: str, told: Sequence[Mention]) -> Iterator[Answer]:
    """The first such place of a sentence; `told` are its triggers and mentions in the order of their places."""
    if not told:
        return
    start, end = told[0].start, max(m.end for m in told)
    for match in _BEHIND.finditer(text, start, end):
        if not any(m.category == "trigger" and match.start() <= m.start for m in told):
            continue
        verb = _main_verb(text, [m for m in told if m.end <= match.start()], spaced=match["span"] is not None)
        if verb is not None and verb < match.start():
            on = None if match["harms"] or not _STRIKES.match(text, verb) else _GOES_ON.search(text, match.end(), end)
            back = on.start() if on else end
            there = not _has_own_place(text, told, match.start(), back) and (
                _is_on_site(text, verb, spaced=match["span"] is not None)
                or _POINTS_BACK.search(text, match.start(), back + BEHIND) is not None
            )
            yield Answer(
                start=start, verb=verb, at=match.start(), back=back, end=end, there=there, counted=_is_counted(match["span"])
            )
            return
    yield from _sparked(text, told, start, end)


def _sparked(text: str, told: Sequence[Mention], start: int, end: int) -> Iterator[Answer]:
    """The violence that a killing or an arrest sparked: it has its own dead, and other doers, and is where the killing was.

    Protests of which neither day nor place nor harm is told are no act of their own.
    """
    match = _SPARKED.search(text, start, end)
    if match is None or _WHOSE.search(text, start, match.start()):
        return
    before = [m for m in told if m.category == "trigger" and m.end <= match.start()]
    behind = {m.category for m in told if m.start >= match.start()}
    is_told = "trigger" in behind and (match["calm"] is None or behind & {"harm", "time", "place"})
    if is_told and any(_KILLING.match(text, m.start) for m in before):
        there = not _has_own_place(text, told, match.start(), end)
        yield Answer(start=start, verb=match.start(), at=match.start(), back=end, end=end, there=there)


def _is_counted(span: str | None) -> bool:
    """True for "a day after" and "hours after", not for "days after"."""
    return span is not None and _UNCOUNTED.match(span) is None


def _has_own_place(text: str, told: Sequence[Mention], at: int, back: int) -> bool:
    return any(m.category == "place" and at <= m.start < back and _NAME.search(text, m.start, m.end) for m in told)


def _is_on_site(text: str, verb: int, *, spaced: bool) -> bool:
    """True for what is done where the act was.

    Of nine hand-coded acts with "there" behind them seven have the place of the lead, and so have the four with "its" that
    name no place. Of those whose site is closed or searched, or where people are arrested, the heads judge the place alone.
    """
    return _ON_SITE.match(text, verb) is not None or (not spaced and _CAUGHT.match(text, verb) is not None)


def _main_verb(text: str, lead: Sequence[Mention], *, spaced: bool) -> int | None:
    """Where the verb stands that says what somebody does before the words; who kills may have killed those who did it.

    "A day after" tells another act whatever is done.
    """
    for one in lead:
        clause = _CLAUSE.match(text, one.end) if one.category in ("actor", "means") else None
        if clause is None or not (clause["answer"] or spaced) or (not spaced and _may_be_same(text, one, clause["answer"])):
            continue
        if one.category == "actor" or _OF_ARMS.fullmatch(clause["answer"] or ""):
            return clause.start("answer" if clause["answer"] else "kill")
    return None


def _may_be_same(text: str, doer: Mention, verb: str) -> bool:
    return _MAY_BE_SAME.fullmatch(verb) is not None and _ATTACKERS.search(text, doer.start, doer.end) is not None
