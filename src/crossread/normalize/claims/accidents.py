"""Attacks taken for accidents: "a hospital was hit", "an explosion at a market" where no gas, engine or storm is told of.

And accidents taken for attacks: a gold mine that collapses is no mine that goes off.

Of 65 hand-coded explosions without a weapon whose sentence tells nothing of that kind, 58 are bombings, and of those at a
market, a mosque, a checkpoint or the like all but two, which are at petrol stations; so are all 43 that hurt officials,
policemen or soldiers, and all 8 on a bus. Of nine things that "were hit" with no
vehicle told, none was by accident, nor were any of 22 that came "under fire".
"""

from __future__ import annotations

from dataclasses import replace

from crossread import patterns as re
from crossread.normalize.dates.anchors import sentence_around
from crossread.records import Claim, Document
from crossread.records.roles import SUFFERER_ROLES

_GAVE_WAY = re.compile(
    r"(?:collaps\w*|cav(?:e[sd]?|ing)[ -]in|gave way|capsiz\w*|derail(?:ed|ment)|crash(?:ed|es)?)", re.IGNORECASE
)
# "crashed owing to technical failure": told as an accident, whoever claims in another sentence to have shot it down
_OF_ITSELF = re.compile(
    r"\b(?:owing|due|because|after|from|blamed|attributed)\b[^.;]{0,30}?\b(?:(?:technical|mechanical|engine|electrical)\s+(?:failure|faults?"
    r"|problems?|malfunction|trouble|issues?)|(?:bad|poor|severe)\s+weather|fog|pilot\s+error)\b",
    re.IGNORECASE,
)
_NATURE = re.compile(
    r"(?:earth)?quakes?|aftershocks?|floods?|flooding|landslides?|mudslides?|avalanches?|hurricanes?|cyclones?|typhoons?|storms?"
    r"|tsunamis?|stampedes?|(?:crash|collaps|capsiz|derail|s[aiu]nk)\w*|(?:plane|bus|train|car|helicopter)\s+crash(?:es)?",
    re.IGNORECASE,
)
_DONE_TO = re.compile(
    r"\b(?:explo\w+|blasts?|bomb\w*|detonat\w+|attack\w*|str(?:ikes?|uck)|shell(?:s|ed|ing)|rockets?|missiles?|drones?"
    r"|shot|fire[ds]?|sabotag\w+|ied|landmines?|blew|blown|hit|troops|rebels?|militants?|gunmen)\b",
    re.IGNORECASE,
)

_EXPLODED = re.compile(r"(?:explosions?|blasts?|exploded|explodes?|detonat\w+)", re.IGNORECASE)
_HIT = re.compile(r"(?:hit|struck)", re.IGNORECASE)
_UNDER_FIRE = re.compile(r"\bunder\s+(?:\w+\s+)?(?:fire|attack|shelling)\b", re.IGNORECASE)
_WAS = re.compile(r"\b(?:was|were|been|being)\s+(?:\w+ly\s+|again\s+|also\s+)?$", re.IGNORECASE)
_SITE = re.compile(
    r"\b(?:markets?|bazaars?|mosques?|church(?:es)?|temples?|synagogues?|hospitals?|clinics?|schools?|universit\w+|checkpoints?|police"
    r"|army|military|soldiers?|patrols?|convoys?|rall(?:y|ies)|embass\w+|hotels?|restaurants?|shrines?|parades?|courthouses?|subway"
    r"|metro|funerals?|weddings?|processions?|caf[eé]s?|parliament|ministr\w+|barracks|bakery|bakeries|camps?|(?:mini)?bus(?:es)?|minivans?)\b",
    re.IGNORECASE,
)
_AIMED_AT = frozenset({"officials", "police", "state_forces", "foreign_forces"})
_BY_ACCIDENT = re.compile(
    r"\b(?:gas|cylinders?|boilers?|factor(?:y|ies)|plants?|depots?|fuel|tankers?|pipelines?|chemicals?|fireworks?|ammunition"
    r"|munitions?|arms dump|electrical|accident\w*|refiner\w+|coal|mines?|warehouse|technical|malfunction|short circuit|oil"
    r"|petrol|gasoline|lightning|earthquake|quake|storm|cyclone|hurricane|tornado|flood\w*|avalanche|landslide|tsunami|waves?|collision|collided"
    r"|crash(?:ed|es)?|trains?|derailed|drunk\w*"
    r"|(?<!his )(?<!her )(?<!their )driver|driving|speeding|trucks?|lorr(?:y|ies)|craft|ferry)\b",
    re.IGNORECASE,
)

# "An arms depot belonging to the rebels was hit": what may go off by itself, in the hands of a side
_KEPT_BY_A_SIDE = re.compile(
    r"\b(?:(?:owned|run|operated|used|kept|manned|controlled|occupied|guarded|held)\s+by|belonging\s+to|of)\s+(?:the\s+|an?\s+)?"
    r"(?:[\w-]+\s+){0,2}?(?:rebels?|militants?|insurgents?|jihadists?|fighters|guerr?illas?|militias?|army|soldiers|troops|forces"
    r"|(?-i:[A-Z]{2,}\d*))\b|\b(?:rebel|army|militia|military|insurgent|militant|guerr?illa|Taliban)\s+(?:[\w-]+\s+){0,2}?$",
    re.IGNORECASE,
)
_STORES = re.compile(
    r"\b(?:depots?|plants?|factor(?:y|ies)|warehouses?|fuel|ammunition|munitions?|arms dumps?|refiner\w+|trucks?|tankers?)\b",
    re.IGNORECASE,
)

# "A teacher was killed and two pupils were wounded in the town": nothing is told but the deaths
_KILLED = re.compile(
    r"(?:(?:was|were|been|being|are|is|shot\s+and)\s+)*kill(?:ed|s|ing|ings)(?:\s+and\s+(?:wounded|injured))?", re.IGNORECASE
)
# What is nobody's mishap by its own word
_ON_PURPOSE = re.compile(
    r"(?:massacres?|massacred|slaughter(?:ed)?|murder(?:s|ed)?|assassinat(?:ed|ions?)|lynch(?:ed|ings?)|execut(?:ed|ions?)|behead(?:ed|ings?))",
    re.IGNORECASE,
)
# Of 1,300 coded claims told by such a word none is an accident; hearts and beasts attack as well
_ATTACKED = re.compile(
    r"(?:an?\s+|the\s+)?(?:was\s+|were\s+)?(?:attack(?:s|ed)?|ambush(?:es|ed)?|raid(?:s|ed)?|assault(?:s|ed)?)", re.IGNORECASE
)
_NO_MAN = re.compile(
    r"\b(?:heart|panic|asthma|anxiety|epilep\w+|sharks?|bears?|tigers?|lions?|leopards?|elephants?|hippo\w*|crocod\w+|snakes?|dogs?"
    r"|animals?|bees|wasps|hyenas?|wol(?:f|ves)|buffalo\w*|bulls?)\b",
    re.IGNORECASE,
)
# "the bullet-riddled body of an elder was dumped in Swat"
_SLAIN = re.compile(
    r"\b(?:bullet-riddled|riddled\s+with\s+bullets|mutilated|decapitated|beheaded|headless|tortured|dismembered)\b[^.;]{0,30}\b(?:bod(?:y|ies)|corpses?)\b"
    r"|\b(?:bod(?:y|ies)|corpses?)\b[^.;]{0,80}\b(?:(?:bullet|gunshot|stab|machete)\s+wounds?|hands\s+(?:tied|bound)|throats?\s+(?:slit|cut)|mutilated"
    r"|beheaded|decapitated|signs?\s+of\s+torture|shot\s+in\s+the\s+head)",
    re.IGNORECASE,
)
# "a bus hit a mine": none of 40 coded mines that go off is an accident
_MINE = re.compile(r"(?:land-?\s?)?mines?", re.IGNORECASE)
_ON_A_MINE = re.compile(
    r"\b(?:hit|hits|hitting|struck|striking|stepped\s+on|stepping\s+on|trod\s+on|drove\s+(?:over|on\s*to)|ran\s+over|detonated|triggered"
    r"|set\s+off)\s+(?:an?\s+|the\s+)?(?:[\w-]+\s+)?$",
    re.IGNORECASE,
)
# All three coded claims of "wounded" without a doer or a weapon are attacks or fights; a mishap injures
_WOUNDED = re.compile(r"(?:(?:was|were|been|being|are|is)\s+)*wounded", re.IGNORECASE)
_MISHAP = re.compile(
    r"\b(?:crash|collid|collision|acciden|collaps|cav(?:e[sd]?|ing)[ -]in|gave\s+way|fires?\b|blaze|burn|flood|inundat"
    r"|drown|swept|swim|lightning|thunder|storm|cyclone|hurricane|typhoon|tornado|winds?\b|rains?\b|snow|ice\b|icy|heat"
    r"|cold\b|weather|landslide|mudslide|rockfall|rocks?\b|earthquake|quake|tremor|avalanche|tsunami|volcan|erupt|overturn"
    r"|capsiz|s[aiu]nk|derail|plung|ravine|gorge|stampede|crush|fell\b|fall(?:s|en|ing)?\b|trees?\b|gas\b|fumes|suffocat"
    r"|electrocut|poison|explo|blasts?\b|mines?\b|miners?\b|mining|quarry|shafts?\b|ferr(?:y|ies)|boats?\b|ships?\b"
    r"|bus(?:es)?\b|minibus|trains?\b|trams?\b|trucks?\b|lorr(?:y|ies)|tankers?\b|cars?\b|vehicles?|motorc|motorbike|taxi"
    r"|driver|driv(?:ing|en)|pedestrian|roads?\b|highway|traffic|runway|planes?\b|jets?\b|helicopter|aircraft|pilots?\b"
    r"|buildings?\b|bridge|dam\b|roof|walls?\b|scaffold|cranes?\b|construction|workers?\b|factor|plant\b|depot|warehouse"
    r"|fireworks|sharks?\b|bears?\b|tigers?\b|lions?\b|leopards?\b|elephants?\b|hippo|crocod|snakes?\b|dogs?\b|animals?\b"
    r"|bees\b|diseas|epidemic|outbreak|cholera|ebola|malaria|flu\b|virus|fever|famine|hunger|starv|rescuers?\b"
    r"|rescue\s+(?:team|work|serv)|firefight|climb|mountaineer|ski|hik|race|sport|festival)",
    re.IGNORECASE,
)
AROUND = 400  # characters on each side of a telling in which the mishap would be told


def without_accident(document: Document, claim: Claim) -> str:
    """The claim's type: an attack or a bombing for an accident where what was hit, or where it went off, tells none."""
    if claim.type != "accident" or claim.score is None:
        return claim.type
    if _UNDER_FIRE.search(claim.trigger.quote):
        return "armed_attack"
    if _ON_PURPOSE.fullmatch(claim.trigger.quote) or _is_only(_KILLED, document, claim):
        return "killing"
    if _is_only(_WOUNDED, document, claim):
        return "armed_attack"
    trigger = claim.trigger.span
    before, after = sentence_around(document.text, trigger.start, trigger.end)
    if _ATTACKED.fullmatch(claim.trigger.quote) and not _NO_MAN.search(before) and not _NO_MAN.search(after):
        return "armed_attack"
    if _SLAIN.search(before + claim.trigger.quote + after):
        return "killing"
    if _MINE.fullmatch(claim.trigger.quote) and _ON_A_MINE.search(before):
        return "bombing"
    if (
        _HIT.fullmatch(claim.trigger.quote)
        and _WAS.search(before)
        and _is_kept(before)
        and not _BY_ACCIDENT.search(_STORES.sub("", before) + after)
    ):
        return "armed_attack"
    if _BY_ACCIDENT.search(before) or _BY_ACCIDENT.search(after) or any(row.kind == "vehicle" for row in claim.means):
        return claim.type
    word = claim.trigger.quote
    hurt = any(actor.role in SUFFERER_ROLES and actor.type in _AIMED_AT for actor in claim.actors)
    if _EXPLODED.fullmatch(word) and (hurt or _SITE.search(before) or _SITE.search(after)):
        return "bombing"
    things = any(actor.role == "target" and actor.type == "object" for actor in claim.actors)
    if _HIT.fullmatch(word) and _WAS.search(before) and things:
        return "armed_attack"
    return claim.type


def _is_only(words: re.Pattern[str], document: Document, claim: Claim) -> bool:
    """True where such words are all that is told, and nothing around any telling is what people come to harm by without a doer.

    Of 356 hand-coded claims of "killed", "died" and the like without a doer, a means or such a word in the sentence 346 are
    killings; of the ten accidents six died, three fell to beasts and one to icy roads.
    """
    if words.fullmatch(claim.trigger.quote.strip()) is None or claim.means:
        return False
    spans = [telling.span for telling in (claim.trigger, *claim.retellings)]
    return not any(_MISHAP.search(document.text, max(0, span.start - AROUND), span.end + AROUND) for span in spans)


def _is_kept(before: str) -> bool:
    """True where a store before the words of the blow is an armed side's: its own, or by an adjective right before it."""
    store = _STORES.search(before)
    if store is None:
        return False
    return (
        _KEPT_BY_A_SIDE.search(before, store.end()) is not None or _KEPT_BY_A_SIDE.search(before[: store.start()]) is not None
    )


def with_accident(document: Document, claim: Claim) -> Claim:
    """The claim as an accident where a thing gives way and the sentence tells nobody and nothing that made it.

    All 31 coded claims of what collapsed, caved in, capsized or gave way, and 55 of 56 of what crashed, are accidents.
    """
    if claim.type not in ("bombing", "armed_attack", "destruction") or claim.score is None:
        return claim
    before, after = sentence_around(document.text, claim.trigger.span.start, claim.trigger.span.end)
    sentence = range(claim.trigger.span.start - len(before), claim.trigger.span.end + len(after))
    told = (claim.trigger, *(other for other in claim.retellings if other.span.start in sentence))
    parties = [actor for actor in claim.actors if actor.role in ("perpetrator", "accused", "claimant", "side_a")]
    if _OF_ITSELF.search(before + claim.trigger.quote + after):
        parties = [row for row in parties if any(quote.span.start in sentence for quote in row.evidence)]
    if parties or not any(_GAVE_WAY.match(telling.quote) for telling in told):
        return claim
    if _DONE_TO.search(before) or _DONE_TO.search(after) or _ATTACKED.fullmatch(claim.trigger.quote):
        return claim
    return replace(claim, type="accident", means=tuple(row for row in claim.means if row.kind not in ("mine", "ied")))


def without_doers_of_nature(document: Document, claim: Claim) -> Claim:
    """The claim of a quake, a crash or a fire without perpetrators: who moved a summit or searched the wreck did not do it.

    Of the coded accidents only shots by mistake have one. Who is accused of it stays, and what people say (no score).
    """
    if claim.type != "accident" or not _NATURE.fullmatch(claim.trigger.quote):
        return claim
    kept = tuple(row for row in claim.actors if row.role != "perpetrator" or row.score is None)
    return claim if kept == claim.actors else replace(claim, actors=kept)
