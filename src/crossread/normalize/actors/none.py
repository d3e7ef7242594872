"""Rows that the extractor takes for a party and that are none: a town, whose dead they are, half of "Russian-made"."""

from __future__ import annotations

from crossread import patterns as re
from crossread.codebook import ActorRegistry
from crossread.codebook.mention_words import MentionWords
from crossread.codebook.name_folding import fold_name as folded_words
from crossread.gazetteer import fold_name
from crossread.normalize.actors.finders import only_finds_bodies
from crossread.normalize.actors.machines import is_bare_weapon
from crossread.normalize.actors.resolved import SUFFERING
from crossread.normalize.harm.bereaved import is_family_left
from crossread.normalize.harm.deeds import suffered_earlier_deed
from crossread.records import Actor, Claim, Document, Place, Slot
from crossread.records.roles import SIDE_ROLES

DOERS = ("perpetrator", "claimant", "side_a", "side_b")
_DEAD_OF = re.compile(
    r"\b(?:dead|killed|victims|wounded|injured|casualties|bodies|fallen)\b[^.;,]{0,25}"
    r"\b(?:belong(?:ed|s)? to|(?:are|were|was) (?:all |both |mostly )?(?:from|members of|part of)|came from)\s+(?:the\s+)?$"
    # "The victims, (Ali Khan) and (Omar Shah), were on their way home": of four coded such names all suffered it
    r"|\b(?:victims|deceased)(?:,|\s+(?:were|was)\s+(?:identified|named)\s+as)\s+(?:(?!\b(?:was|were|had|by|who\w*)\b)[^.;:]){0,60}$",
    re.IGNORECASE,
)
LONGEST_LEAD = 80  # characters before a doer in which whose dead they are is told
# "a Russian-made missile" tells who made it, not who fired it; "the government-held town" not who came.
_HALF = re.compile(
    r"[-‑–](?:made|built|supplied|manufactured|designed|produced|style|era|speaking|language|held|controlled|occupied|administered"
    r"|run|owned|registered|flagged|born|based|populated|majority)\b",
    re.IGNORECASE,
)
# "the toll of five dead given by (the Taliban)": who counts has done nothing yet
_GIVEN_BY = re.compile(
    r"\b(?:tolls?|figures?|numbers?|counts?|estimates?)\b[^.;,]{0,40}\b"
    r"(?:given|issued|put out|announced|published|released|provided|cited|quoted|reported)\s+by\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_NAME = re.compile(r"(?:[A-Z][\w'’-]*\.?\s){1,5}[A-Z][\w'’-]+")
_SERVING = ("state_forces", "police")
_PEACEFUL = ("operation", "agreement", "protest", "displacement")
_RESCUES = re.compile(
    r"\s+(?:(?:yesterday|today|later|also|then|on\s+\w+day|has|have|had|say\s+they|said\s+they)\s+){0,3}"
    r"(?:rescue[sd]?|free[sd]?|liberate[sd]?|saved?|recovered)\b",
    re.IGNORECASE,
)
_FREED_BY = re.compile(
    r"\b(?:rescued|freed|liberated|released|saved|recovered)\s+(?:\w+ly\s+)?by\s+(?:the\s+|an?\s+)?$", re.IGNORECASE
)
_FOILS = re.compile(
    r"\s+(?:(?:later|also|on\s+\w+day|has|have|had|say\s+they|said\s+they)\s+){0,3}(?:(?:foil|thwart|prevent|avert|disrupt)(?:ed|s)?\s+"
    r"(?:[\w-]+\s+){1,5}(?:attacks?|attempts?|plots?|bomb(?:ing)?s?|assaults?|raids?)\b"
    r"|(?:intercept(?:ed|s)?|shot\s+down)\s+(?:[\w-]+\s+){1,4}?(?:missile|rocket|projectile|drone)s?\s+"
    r"(?:(?:that|which)\s+(?:was|were)\s+)?(?:fired|launched|aimed|headed|heading|directed)\b)",
    re.IGNORECASE,
)
_DEFUSES = re.compile(
    r"\s+(?:(?:later|also|then|safely|on\s+\w+day|has|have|had)\s+){0,3}"
    r"(?:defus(?:ed?|es)|deactivated?|disarmed|disposed\s+of|detonated\s+(?:it|the\s+\w+)\s+safely|made\s+safe)\b",
    re.IGNORECASE,
)
_ACQUITTED = re.compile(
    r"(?:,[^,.;\n]{2,40})?,?\s+(?:who\s+)?(?:was|were|has been|have been|is|are)\s+(?:later\s+|also\s+|all\s+|both\s+)?"
    r"(?:acquitted|exonerated|cleared of|found (?:not guilty|innocent)|declared innocent)\b",
    re.IGNORECASE,
)
_ATTACK = re.compile(
    r"\s+(?:attacks?|ambush(?:es)?|bombings?|blasts?|massacres?|raids?|killings?|shootings?|strikes?|assaults?)\b"
)
_FALLEN = re.compile(r"\b(?:martyrs|victims|dead|corpses|bodies)$", re.IGNORECASE)
_SAYS = re.compile(
    r"(?:\s+[A-Z][\w’'-]+){0,3}\s+(?:(?:has|have|had|also|later)\s+)?"
    r"(?:said|says|told|announced|confirmed|added|reported|declared|stated)\b(?!\s+(?:to|by)\b)"
)
_OF_HIMSELF = re.compile(
    r"\s+(?:[\w’'-]+\s+){0,3}?(?:that\s+)?(?:he|she|they|we|I)\s+(?:was|were|had\s+been|has\s+been|have\s+been)\b"
)
_OF_HER = re.compile(
    r"\s+of\s+(?:[\w’'-]+\s+){0,5}?[\w’'-]+(?=\s+(?:said|says|told|announced|confirmed|added|reported|stated)\b)"
)
_HIS_KIN = re.compile(r"\b(?:husband|father|brother|son|uncle|grandfather|relatives?)\b", re.IGNORECASE)
# "a total" of "a total of nine houses", "an improvised" of "an improvised explosive device": cut off before what they are
_CUT_OFF = re.compile(
    r"(?:an?|the)\s+(?:total|improvised|number|series|couple|dozen|handful)(?:\s+of)?"
    r"|(?:the\s+)?(?:attack|killing|raid|assault|bombing|murder|ambush|shooting|massacre|arrest|abduction)s?\s+(?:on|of|in|at|against|near)",
    re.IGNORECASE,
)
_GANG = re.compile(r"(?:an?\s+|the\s+|alleged\s+)*gangs?", re.IGNORECASE)
# "gang rape", "gang-raped", "were gang raped": how, not who; "a gang raped her" tells who
_RAPE = re.compile(r"\s+rapes?\b|\s?-\s?rap(?:e[sd]?|ing)\b", re.IGNORECASE)
_WERE_RAPED = re.compile(r"\b(?:was|were|been|be|being|is|are)\s+(?:\w+ly\s+)?$", re.IGNORECASE)
_POINTING = re.compile(
    r"(?:the\s+)?(?:latter|former)|the\s+(?:attack|bombing|blast|explosion|shooting|ambush|massacre)", re.IGNORECASE
)
_NUMBER = re.compile(
    r"(?:(?:over|about|around|nearly|some|at least|more than|up to|almost)\s+)?"
    r"(?:\d[\d,.]*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens|hundreds)",
    re.IGNORECASE,
)

# "It was her men, (every driver) knows it, who": an aside; "so that they could pin it on (the union)": who is framed
_KNOWS = re.compile(
    r"\s+(?:knows?|knew|believes?|thinks?|swears?|agrees?)(?:\s+(?:it|that|this|so|as\s+much))?"
    r"\s*[,)–—]",
    re.IGNORECASE,
)
_ASIDE = re.compile(r"[,(–—]\s*(?:as\s+)?(?:the\s+)?$", re.IGNORECASE)
_PINNED = re.compile(
    r"\b(?:so\s+(?:that\s+)?|in\s+order\s+|only\s+)?(?:(?:they|he|it|she|we)\s+(?:could|can|might|would)|to)\s+(?:then\s+|later\s+)?"
    r"(?:pin|lay|foist|fasten)\s+(?:it|this|that|(?:the|these)\s+\w+)\s+(?:on|at\s+the\s+door\s+of)\s+(?:the\s+)?$",
    re.IGNORECASE,
)


def is_no_party(document: Document, claim: Claim, actor: Actor, where: Slot[Place] | None) -> bool:
    """True for a row that is left out. What people and data sets say, which has no score, is only if it is a town."""
    if claim.type == "abduction" and (_does(document, actor, _RESCUES) or _is_behind(document, actor, _FREED_BY)):
        return True
    if claim.type not in _PEACEFUL and _does(document, actor, _FOILS):
        return True
    if claim.type == "bombing" and _does(document, actor, _DEFUSES):
        return True
    if actor.score is not None and any(words.fullmatch(actor.raw.strip()) for words in (_NUMBER, _POINTING, _CUT_OFF)):
        return (
            True  # "over 500": how many, not who; "the latter": one told before, nobody knows which; "the attack" is no person
        )
    if actor.score is not None and actor.role in (*DOERS, "accused") and _is_nobody(document, actor):
        return True
    if _is_behind(document, actor, _PINNED) or (_is_behind(document, actor, _ASIDE) and _does(document, actor, _KNOWS)):
        return True
    if _is_of_the_dead(document, actor) or _is_half_word(document, actor) or _is_acquitted(document, actor):
        return True
    return (
        _is_town(actor, where)
        or _came_to_no_harm(document, claim, actor)
        or _names_attack(document, actor)
        or _is_land(document, actor)
        or _tells_it(document, claim, actor)
        or _only_counts(document, actor)
        or only_finds_bodies(document, claim, actor)
    )


def _came_to_no_harm(document: Document, claim: Claim, actor: Actor) -> bool:
    """True for the widow of "leaving a widow and three children", and for those whom the dead man had killed before."""
    if actor.score is None or actor.role != "victim" or not actor.evidence:
        return False
    spans = [quote.span for quote in actor.evidence]
    return all(is_family_left(document.text, span) or suffered_earlier_deed(document.text, claim, span) for span in spans)


def _only_counts(document: Document, actor: Actor) -> bool:
    """True for a doer whom the report names only as the one who gives a toll."""
    if actor.role not in (*DOERS, "accused") or actor.score is None or not actor.evidence:
        return False
    starts = (quote.span.start for quote in actor.evidence)
    return all(_GIVEN_BY.search(document.text, max(0, start - LONGEST_LEAD), start) for start in starts)


def _is_nobody(document: Document, actor: Actor) -> bool:
    """True for "the four martyrs who fell", the "S" of an S-300, "a drone", and the agency at the head of its own report.

    And for the gang of "gang rape", which makes no doer of a gang in either of two hand-coded reports.
    """
    if _GANG.fullmatch(actor.raw.strip()) and actor.evidence:
        span = actor.evidence[0].span
        raped = _WERE_RAPED.search(document.text, max(0, span.start - 30), span.start)
        if raped is not None or _RAPE.match(document.text, span.end):
            return True
    if len(actor.raw.strip()) < 2 or _FALLEN.search(actor.raw) or is_bare_weapon(actor.raw):
        return True
    source = document.source or ""
    return fold_name(actor.raw) == fold_name(source) != "" and not ActorRegistry.load().publishers(source)


def without_helpers(claim: Claim, actors: tuple[Actor, ...]) -> tuple[Actor, ...]:
    """The actors, once they are known, without relief workers as doers of an attack: they treat the wounded.

    No hand-coded attack has them; what people and data sets say stays.
    """
    if claim.type in _PEACEFUL:
        return actors
    return tuple(a for a in actors if a.score is None or a.role not in (*DOERS, "accused") or a.type != "aid_workers")


def without_own_victims(actors: tuple[Actor, ...]) -> tuple[Actor, ...]:
    """The actors without one who suffers under the same name what he is said to have done: the surer role stands.

    Who pushes an attack back on his camp did not make it, nor is the fallen "Lance Naik Sajjad Ali" a side to the fight: in
    hand-coded reports no soldier or policeman by name is. What a reviewer or a data set says has no score and stands.
    """
    suffered: dict[str, float] = {}
    for actor in actors:
        if actor.role in SUFFERING and actor.registry_id and actor.score is not None:
            suffered[actor.registry_id] = max(actor.score, suffered.get(actor.registry_id, 0.0))

    def stands(actor: Actor) -> bool:
        if actor.role in SIDE_ROLES and _fell(actor, actors):
            return False
        if actor.role != "perpetrator" or actor.score is None:
            return True
        return suffered.get(actor.registry_id or "", 0.0) <= actor.score

    return tuple(actor for actor in actors if stands(actor))


def _fell(actor: Actor, actors: tuple[Actor, ...]) -> bool:
    """True for a side that is one soldier or policeman by name whom the claim has for a victim, too."""
    named = actor.score is not None and actor.registry_id is None and actor.type in _SERVING and _NAME.fullmatch(actor.raw)
    if not named or folded_words(actor.raw.split()[-1]) in MentionWords.load().nouns:
        return False
    spans = [quote.span for other in actors if other.role == "victim" for quote in other.evidence]
    return any(quote.span.start < span.end and span.start < quote.span.end for quote in actor.evidence for span in spans)


def _does(document: Document, actor: Actor, verb: re.Pattern[str]) -> bool:
    """True for a doer whose own verb undoes the act: "troops rescued nine hostages", "police defused a bomb"."""
    if actor.role not in (*DOERS, "accused") or actor.score is None or not actor.evidence:
        return False
    return verb.match(document.text, actor.evidence[0].span.end) is not None


def _is_behind(document: Document, actor: Actor, words: re.Pattern[str]) -> bool:
    """True for a doer right behind the words: "hostages freed by the army"."""
    if actor.role not in (*DOERS, "accused") or actor.score is None or not actor.evidence:
        return False
    start = actor.evidence[0].span.start
    return words.search(document.text, max(0, start - 50), start) is not None


def _is_acquitted(document: Document, actor: Actor) -> bool:
    """True for "a sixth suspect, Peter Mwai, was acquitted": a court has heard him, and he is accused no longer."""
    if actor.role not in (*DOERS, "accused") or actor.score is None or not actor.evidence:
        return False
    return _ACQUITTED.match(document.text, actor.evidence[0].span.end) is not None


def _names_attack(document: Document, actor: Actor) -> bool:
    """True for the "Dablo" of "claimed the Dablo attack" in a report that tells what happened "in Dablo": where, not who."""
    if actor.role not in (*DOERS, "accused") or actor.score is None or not actor.evidence or not actor.raw[:1].isupper():
        return False
    span, text = actor.evidence[0].span, document.text
    if text[max(0, span.start - 4) : span.start].lower() != "the " or not _ATTACK.match(text, span.end):
        return False
    if ActorRegistry.load().bearers(actor.raw):
        return False
    return re.search(rf"\b(?:[Ii]n|[Aa]t|[Nn]ear|[Aa]round|[Oo]utside) {re.escape(actor.raw)}\b(?!-)", text) is not None


def _tells_it(document: Document, claim: Claim, actor: Actor) -> bool:
    """True for a victim who is only the one that tells it: the minister who said who was arrested, a raped woman's husband.

    Of 666 hand-coded officials, policemen and soldiers who were arrested or killed none stands right before "said" or "told".
    """
    if actor.role != "victim" or actor.score is None or not actor.evidence:
        return False
    end = actor.evidence[0].span.end
    whose = _OF_HER.match(document.text, end) if claim.type == "sexual_violence" else None
    says = _SAYS.match(document.text, whose.end() if whose else end)
    if says is None or _OF_HIMSELF.match(document.text, says.end()):
        return False
    if claim.type == "sexual_violence":
        return _HIS_KIN.search(actor.raw) is not None
    return claim.type in ("detention", "killing") and actor.type in ("officials", "police", "state_forces", "foreign_forces")


def _is_land(document: Document, actor: Actor) -> bool:
    """True for a victim who is the country where it was: "the murder in Guatemala of two leaders"."""
    if actor.role != "victim" or actor.score is None or not actor.evidence:
        return False
    nation = MentionWords.load().nations.get(folded_words(actor.raw))
    start = actor.evidence[0].span.start
    return nation is not None and nation[1] == "name" and document.text[max(0, start - 4) : start].lower() == " in "


def _is_half_word(document: Document, actor: Actor) -> bool:
    """True for a doer who is only the first half of a word like "Russian-made"."""
    if actor.role not in (*DOERS, "accused") or actor.score is None or not actor.evidence:
        return False
    return _HALF.match(document.text, actor.evidence[0].span.end) is not None


def _is_of_the_dead(document: Document, actor: Actor) -> bool:
    """True for a doer who is the side of those who died: "all of the dead belonged to the Chadian contingent"."""
    if actor.role not in (*DOERS, "accused") or actor.score is None or not actor.evidence:
        return False
    start = actor.evidence[0].span.start
    return _DEAD_OF.search(document.text, max(0, start - LONGEST_LEAD), start) is not None


def _is_town(actor: Actor, where: Slot[Place] | None) -> bool:
    """True for a doer or side that is only the name of the town where it happened: "Uson MPS: …" makes no party of Uson."""
    place = where.value if where else None
    if place is None or actor.role not in (*DOERS, "accused") or place.precision not in ("exact", "near"):
        return False
    return fold_name(actor.raw) in [fold_name(part) for part in (place.name or "").split(", ")]
