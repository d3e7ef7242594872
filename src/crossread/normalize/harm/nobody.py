"""Harm rows that count nobody who came to harm: ages, shares, things, marchers, people who were only there."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from crossread import patterns as re
from crossread.languages import load_language
from crossread.normalize.counts import is_share
from crossread.normalize.harm.affected import was_affected
from crossread.normalize.harm.ages import is_age
from crossread.normalize.harm.animals import are_reviled
from crossread.normalize.harm.bereaved import is_left_alive
from crossread.normalize.harm.deeds import is_of_earlier_deed
from crossread.normalize.harm.money import is_money
from crossread.normalize.harm.raped import was_raped
from crossread.normalize.harm.recounted import was_taken_back
from crossread.normalize.harm.sentence import sentence_of, was_only_there
from crossread.normalize.harm.things import are_things, counts_things
from crossread.normalize.harm.untold import counts_nobody_known
from crossread.records import Actor, Claim, Document, Harm, Span
from crossread.records.roles import DOERS_BY_OTHERS, SUFFERER_ROLES

_UPROOTED = re.compile(r"\b(?:fled|flee\w*|displac\w*|homes?|evict\w*|uproot\w*|evacuat\w*)\b", re.IGNORECASE)
_UNHURT = re.compile(
    r",?\s+(?:(?:who|which)\s+)?(?:was|were|is|are|escaped|remained)\s+(?:(?:not\s+)(?:\w+ly\s+)?(?:injured|hurt|harmed|wounded)|un(?:injured|hurt|harmed))\b"
    r"|,?\s+(?:escaped|survived)\s+(?:unhurt|uninjured|unharmed|unscathed)\b",
    re.IGNORECASE,
)
_ANIMALS = frozenset(load_language("en").people_words["animals"])
_NUMBERS_OF = frozenset(("a total", "the total", "total", "a number", "the number"))  # whose number stands behind it
_JOINING = frozenset(("and", "or", "with"))
LONGEST_CLAUSE = 80  # characters behind a doer in which what became of him is told
# "rescued (11 kidnapped victims)"
_FREED = re.compile(
    r"\b(?:rescu(?:ed?|ing)|free(?:d|ing)|liberat(?:ed|ing)|releas(?:ed?|ing)|(?:release|rescue|freedom) of)"
    r"\s+(?:[^.;,]{0,30}\s+including\s+)?(?:all\s+|at least\s+|about\s+|some\s+|the\s+)*$",
    re.IGNORECASE,
)
# "Troops rescued 14 villagers, including (three children)", "The freed hostages, among them (five women)"
_AMONG_FREED = re.compile(
    r"\b(?:rescued|freed|liberated|released|evacuated)\s+(?:(?!statement|communiqu|report|video|list)[\w'’-]+\s+){0,6}?[\w'’-]+,?\s+"
    r"(?:including|among\s+(?:them|whom)|of\s+whom)\b[^.;\n]{0,40}$",
    re.IGNORECASE,
)
_CALLED = re.compile(
    r"\b(?:brand(?:ed|ing)|label(?:l?ed|l?ing)|call(?:ed|ing)|describ(?:ed|ing)|dubb(?:ed|ing)|accus(?:ed|ing)|suspect(?:ed|ing))\s+"
    r"(?:him|her|them)\s+(?:as\s+|of being\s+|to be\s+)?(?:an?\s+|the\s+)?$",
    re.IGNORECASE,
)
_TO_KILL = re.compile(r"(?:kill|murder|assassinate|execute|behead)", re.IGNORECASE)
_MURDER = re.compile(r"(?:(?:attempted|failed)\s+)?(?:murder|assassination|killing)", re.IGNORECASE)
_TRIED = re.compile(
    r"\b(?:attempted|failed|abortive|botched|unsuccessful)\s+(?:\w+\s+){0,2}$|(?:attempted|failed)\b", re.IGNORECASE
)
_SAYS = re.compile(rf"\b(?:{'|'.join(load_language('en').name_words['says'])})\b", re.IGNORECASE)
_CLAUSE = re.compile(r"[,;.:]")
_FELL = re.compile(
    r"\b(?:kill\w*|shot|dead|died?|dies|death|wound\w*|injur\w*|hurt|suicide|himself|herself|themselves|blew|executed|hanged|slain|fell"
    r"|perish\w*|martyr\w*|shahadat|(?:their|his|her) (?:own )?li(?:fe|ves)|(?:supreme|ultimate) (?:sacrifice|price))\b",
    re.IGNORECASE,
)
# "42 massacres", "12 attacks": acts, of which each may have killed many
_ACTS = re.compile(
    r"(?:at least |about |some |over |more than |nearly |around |another )*[\w,.]+ (?:\w+ )?"
    r"(?:massacres|attacks|incidents|raids|strikes|air ?strikes|bombings|explosions|blasts|clashes|ambush(?:es)?|battles"
    r"|violations)",
    re.IGNORECASE,
)
# "We met (six other witnesses)"
_INTERVIEWED = re.compile(
    r"\b(?:met|interviewed|interviews with|spoke (?:to|with)|spoken (?:to|with)|talked (?:to|with)|according to"
    r"|told by|testimony of)\s+$",
    re.IGNORECASE,
)
_TELLERS = re.compile(r"\b(?:witness(?:es)?|eyewitness(?:es)?|survivors|interviewees|sources|residents)$", re.IGNORECASE)

_HIS_DEATH = re.compile(r"(?<=hero|rtyr|dier)['’]s\s+death\b")  # of "died a hero's death", "a martyr's death"
_NUMBERED = re.compile(r"(?:Nos?\.|№|#)\s?\d")
_INCLUDING = re.compile(r"\W*(?:incl|including|included)\W*", re.IGNORECASE)  # joins those behind it, and is nobody


def is_nobody(document: Document, claim: Claim, row: Harm) -> bool:
    """True for a harm row that counts nobody: an age, a share, a denied figure, a thing, marchers taken for displaced."""
    return (
        _are_no_people(document, row)
        or _is_thing(claim, row)
        or _is_animal(row)
        or _marched(document, claim, row)
        or _is_doer(document, claim, row)
        or _is_unhurt(document, row)
        or _was_freed(document, claim, row)
        or _is_among_freed(document, row)
        or _only_speaks(document, claim, row)
        or _is_called_so(document, row)
        or _was_to_die(document, claim, row)
        or _is_act_or_teller(document, row)
        or counts_nobody_known(document, row)
        or are_things(row)
        or counts_things(document, row)
        or was_raped(document, row)
        or is_money(document, row)
        or was_affected(document, row)
        or was_taken_back(document, row)
        or is_left_alive(document, row)
        or is_of_earlier_deed(document, claim, row)
    )


def _are_no_people(document: Document, row: Harm) -> bool:
    """True for an age, "12 percent", an "incl.", the battalion "No. 388", the 165 of "65, not 165", "died a hero's death".

    Rows that others point to by place stay.
    """
    if row.part_of is not None or not row.evidence:
        return False
    span = row.evidence[0].span
    denied = row.raw.isdigit() and document.text.endswith(" not ", 0, span.start)
    told = is_age(document.text, row) or denied or row.raw.lower() in _NUMBERS_OF
    told = told or (row.score is not None and _HIS_DEATH.match(document.text, span.end) is not None)
    told = told or (row.score is not None and (_NUMBERED.match(row.raw) or _INCLUDING.fullmatch(row.raw)) is not None)
    return told or is_share(row.raw, document.text[span.end : span.end + 20])


def _is_act_or_teller(document: Document, row: Harm) -> bool:
    """True for "42 massacres", and for the witnesses whom the authors met."""
    if row.score is None or row.part_of is not None or not row.evidence:
        return False
    start = row.evidence[0].span.start
    before = document.text[max(0, start - 40) : start]
    if _ACTS.fullmatch(row.raw):
        return True
    return _TELLERS.search(row.raw) is not None and _INTERVIEWED.search(before) is not None


def _is_unhurt(document: Document, row: Harm) -> bool:
    """True for "the boy's mother, who was not injured" taken for injured; those told as hit but unharmed stay."""
    if row.effect not in ("injured", "killed") or not row.evidence or row.part_of is not None:
        return False
    return _UNHURT.match(document.text, row.evidence[0].span.end) is not None


def _was_freed(document: Document, claim: Claim, row: Harm) -> bool:
    """True for the captives of a raid in which "troops rescued 11 kidnapped victims": who is freed is not abducted by it."""
    if claim.type in ("abduction", "detention", "agreement") or row.effect not in ("abducted", "detained", "injured"):
        return False
    if not row.evidence or row.part_of is not None:
        return False
    start = row.evidence[0].span.start
    return _FREED.search(document.text, max(0, start - 50), start) is not None


def _is_among_freed(document: Document, row: Harm) -> bool:
    """True for people told as part of those rescued, by a sentence in which nobody dies or is hurt."""
    if row.effect not in ("killed", "injured", "casualties") or row.score is None or not row.evidence:
        return False
    told = sentence_of(document.text, row)
    harmed = any(_FELL.search(words) for words in (told.before, row.raw, told.behind))
    return _AMONG_FREED.search(told.before) is not None and not harmed


def _was_to_die(document: Document, claim: Claim, row: Harm) -> bool:
    """True for the judge whom gunmen "tried to kill", also "the attempted murder of": the object of what was only attempted."""
    if (
        claim.status != "attempted"
        or row.effect != "killed"
        or not row.evidence
        or row.score is None
        or row.part_of is not None
    ):
        return False
    between = document.text[claim.trigger.span.end : row.evidence[0].span.start]
    if _MURDER.fullmatch(claim.trigger.quote):
        start = claim.trigger.span.start
        tried = _TRIED.search(document.text, max(0, start - 40), start) or _TRIED.match(claim.trigger.quote)
        return between.lower() == " of " and tried is not None
    behind = row.evidence[0].span.start - claim.trigger.span.end
    return 0 < behind <= 2 and _TO_KILL.fullmatch(claim.trigger.quote) is not None


def _is_called_so(document: Document, row: Harm) -> bool:
    """True for what somebody is called ("branding him a police informer"), who is no second person."""
    if not row.evidence or row.part_of is not None:
        return False
    start = row.evidence[0].span.start
    return _CALLED.search(document.text, max(0, start - 50), start) is not None


def _only_speaks(document: Document, claim: Claim, row: Harm) -> bool:
    """True for a speaker by name ("Dr Khan of the hospital told …") of whom no clause tells that anything befell him."""
    if row.effect not in ("killed", "injured", "casualties") or not row.evidence or row.part_of is not None:
        return False
    if row.score is None:
        return False
    span = row.evidence[0].span
    speaks = any(e.span.start < span.end and span.start < e.span.end for s in claim.speakers for e in s.evidence)
    behind = _CLAUSE.split(document.text[span.end : span.end + LONGEST_CLAUSE], maxsplit=1)[0]
    return speaks and _SAYS.search(behind) is not None and _FELL.search(behind) is None


def _is_thing(claim: Claim, row: Harm) -> bool:
    """True for words that the claim itself has for an object ("a lorry was captured"): a thing is not among the detained."""
    if row.part_of is not None or not row.evidence:
        return False
    return _is_one_of((actor for actor in claim.actors if actor.type == "object"), row.evidence[0].span)


def _is_doer(document: Document, claim: Claim, row: Harm) -> bool:
    """True for the doer himself, unless his clause tells what became of him: "Ras Arda, who shot two" is not shot."""
    if row.score is None or row.part_of is not None or not row.evidence or row.effect not in ("killed", "injured"):
        return False
    span = row.evidence[0].span
    if not _is_one_of((actor for actor in claim.actors if actor.role in DOERS_BY_OTHERS), span):
        return False
    if _is_one_of((actor for actor in claim.actors if actor.role in SUFFERER_ROLES), span):
        return False
    behind = _CLAUSE.split(document.text[span.end : span.end + LONGEST_CLAUSE], maxsplit=1)[0]
    return _FELL.search(behind) is None and _FELL.search(document.text[max(0, span.start - 25) : span.start]) is None


def _is_one_of(actors: Iterable[Actor], span: Span) -> bool:
    """True if the words at the span name one of the actors. A long report names an army some thousand times."""
    return any(quote.span.start == span.start and quote.span.end == span.end for actor in actors for quote in actor.evidence)


def _is_animal(row: Harm) -> bool:
    """True for "30 cows", "a donkey": harm is what people suffer. "Goats and their herder" tell of one who did."""
    named = re.findall(r"[^\W\d_]+", row.raw.lower())
    animal = row.part_of is None and bool(named) and named[-1] in _ANIMALS and not set(named) & _JOINING
    return animal and not are_reviled(row.raw)


def _marched(document: Document, claim: Claim, row: Harm) -> bool:
    """True for marchers taken for displaced people: in a protest nobody is displaced unless its words say so."""
    if claim.type != "protest" or row.effect != "displaced" or row.part_of is not None or not row.evidence:
        return False
    span = row.evidence[0].span
    return _UPROOTED.search(document.text, max(0, span.start - 20), span.end + 80) is None


def were_only_there(document: Document, claim: Claim, counted: Sequence[Harm], at: int, language: str) -> bool:
    """True for several people who were present where others came to harm; rows that others point to by place stay.

    So do those who fled, and are told to be in a church or a school now.
    """
    row = counted[at]
    if claim.type == "displacement" and row.effect == "displaced":
        return False
    linked = row.part_of is not None or any(other.part_of == at for other in counted)
    several = row.count is not None and (row.count.low or row.count.high or 2) > 1
    return several and not linked and was_only_there(document.text, row, language=language)
