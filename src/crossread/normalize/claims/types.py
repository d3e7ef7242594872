"""What did it tells the type (killed by a drone: an air strike), and the type tells what did not (no air strike has a mine)."""

from __future__ import annotations

from dataclasses import replace

from crossread import patterns as re
from crossread.normalize.claims.disarmed import lays_down_arms
from crossread.normalize.dates.anchors import sentence_around
from crossread.normalize.harm.flogged import is_flogging
from crossread.normalize.harm.led_away import is_led_off
from crossread.normalize.harm.taken_beside import kills_and_takes
from crossread.records import Actor, Claim, Document, Means, Speaker, with_values
from crossread.records.roles import ACTIVE_ROLES, SIDE_ROLES, SUFFERER_ROLES, UNDISPUTED_DOERS

# Of 747 hand-coded training claims with such means none is a `killing`, which is for deaths in another or an untold manner.
# Of 580 of the three types that are named after a weapon, with means of one of these kinds alone, all but two have its type.
_BY_MEANS = {
    "aircraft": "air_strike",
    "drone": "air_strike",
    "artillery": "shelling",
    "mortar": "shelling",
    "rocket": "shelling",
    "ied": "bombing",
    "mine": "bombing",
    "car_bomb": "bombing",
    "suicide_bomb": "bombing",
    "grenade": "bombing",
}
_OPEN = ("killing", "shelling", "bombing", "air_strike")
_BOTH = ("bombing", "shelling")  # the two: a rocket that is told as a bomb


# What people died in is what happened: "four students died in clashes" tells no accident.
_DIED_IN = re.compile(
    r"[^.;\n]{0,30}?\b(?:in|during|amid)\s+(?:the\s+|an?\s+)?(?:[a-z]+\s+){0,2}"
    r"(?P<what>clash(?:es)?|fighting|battles?|gunfights?|shootouts?|crossfire|shelling|air\s?strikes?|riots?|attacks?|raids?|bombings?)\b",
    re.IGNORECASE,
)
# "intercommunal violence in which 38 people lost their lives"
_IN_WHICH = re.compile(
    r"\b(?P<what>violence|clashes|fighting|battles?|attacks?|raids?|bombings?|shelling|riots?)\b[^.;]{0,60}"
    r"\bin which\b[^.;]{0,60}$",
    re.IGNORECASE,
)
_ARMED = ("rebel_group", "political_militia", "communal_militia", "unidentified_armed_group")
_FOUGHT = ("violence", "clash", "fight", "battle", "gunfight", "shootout", "crossfire")
_BY_WORD = {"shelling": "shelling", "air": "air_strike", "riot": "riot", "bombing": "bombing"}
_PRISONERS = re.compile(
    r"\b(?:escapees?|prisoners?|inmates?|fugitives?|detainees?|convicts?|suspects?|runaways?)\b", re.IGNORECASE
)
# Of 19 hand-coded claims with such a trigger none is a change of control; without an attack they are operations.
_SIEGE = re.compile(
    r"(?:(?:lift|laid|lay|end|rais|break|broke)\w*\s+)?(?:(?:a|its|the|their)\s+)?(?:besieg|siege|surround|encircl)\w*",
    re.IGNORECASE,
)
_DEATH = re.compile(
    r"kill|dead|death|die[ds]?\b|murder|execut|assassinat|slain|slay|shot|shoot|bod(?:y|ies)|behead|hang|lynch|massacre",
    re.IGNORECASE,
)
# "British troops shut down their base": closing a thing destroys nothing
_CLOSES = re.compile(r"(?:shut(?:s|ting)?|clos(?:es|ed|ing))(?:\s+down)?", re.IGNORECASE)

# "blocked the way of a lorry, made the crew get down and drove off with them"
_STOPS = re.compile(r"(?:block|barr|stopp|halt|intercept)(?:ed|ing)\b|set up", re.IGNORECASE)
_LED_OFF = re.compile(
    r"\b(?:(?:drove|made|went|rode|sped|marched)\s+off|disappeared|vanished|left|fled)\s+(?:into\s+the\s+\w+\s+)?with\s+"
    r"(?:them|him|her|(?:the|two|three|four|five|six|\d+)\s+(?:crew|drivers?|passengers?|m[ae]n|wom[ae]n|workers?|teachers?|travell?ers))\b",
    re.IGNORECASE,
)


def type_by_words(document: Document, claim: Claim) -> str:
    """The claim's type where its own words exclude the one found: who died in clashes, and prisoners recaptured."""
    target = next((actor.raw for actor in claim.actors if actor.role in SUFFERER_ROLES), "")
    if claim.type == "territorial_change" and _PRISONERS.search(target) and "captur" in claim.trigger.quote.lower():
        return "detention"
    if claim.type == "destruction" and _CLOSES.fullmatch(claim.trigger.quote) and not claim.harm and not claim.means:
        return "operation"
    if claim.type == "territorial_change" and _SIEGE.fullmatch(claim.trigger.quote):
        return "operation"
    if claim.type == "killing" and _is_only_taken(claim):
        return "detention"
    led_off = claim.type == "protest" and claim.score is not None and is_led_off(document.text, claim.trigger.span)
    if led_off or (claim.type == "riot" and _takes_off(document, claim)):
        return "abduction"
    if lays_down_arms(document, claim):
        return "agreement"
    if claim.type == "abduction" and kills_and_takes(document, claim):
        return "armed_attack"
    if is_flogging(claim):
        return "ill_treatment"
    if claim.type != "accident":
        return claim.type
    died = _DIED_IN.match(document.text, claim.trigger.span.end)
    died = died or _IN_WHICH.search(sentence_around(document.text, claim.trigger.span.start, claim.trigger.span.end)[0])
    word = (died["what"] if died else claim.trigger.quote).lower()
    if died is None and not word.startswith(("clash", "attack")):
        return claim.type
    if word.startswith(_FOUGHT):
        police = any(actor.type == "police" for actor in claim.actors)
        return "riot" if police and not any(actor.type in _ARMED for actor in claim.actors) else "armed_clash"
    return next((kind for start, kind in _BY_WORD.items() if word.startswith(start)), "armed_attack")


def _is_only_taken(claim: Claim) -> bool:
    """True for "a man was led away": nobody is told to have died, and all who came to harm were detained."""
    taken = bool(claim.harm) and all(row.score is not None and row.effect == "detained" for row in claim.harm)
    return claim.score is not None and taken and _DEATH.search(claim.trigger.quote) is None


def _takes_off(document: Document, claim: Claim) -> bool:
    """True for men who block a road and take people with them: of 25 hand-coded blockades none that took people is a riot.

    Nor are 5 where they "stopped" a vehicle, all abductions.
    """
    if claim.score is None or not _STOPS.match(claim.trigger.quote):
        return False
    taken = any(row.effect == "abducted" for row in claim.harm)
    _, after = sentence_around(document.text, claim.trigger.span.start, claim.trigger.span.end)
    return taken or _LED_OFF.search(after) is not None


def settled_type(claim: Claim) -> str:
    """The claim's type; for a `killing` or a wrong weapon, that of the weapon its means tell, if they all tell the same."""
    told = {_BY_MEANS[row.kind] for row in claim.means if row.kind in _BY_MEANS}
    if claim.type not in _OPEN or len(told) != 1 or (claim.type, *told) == _BOTH:
        return claim.type
    return told.pop()


# Of 26 sides of coded clashes whose words told only people ("farmers", "Hindus") none were coded as civilians, 13 as these.
_FIGHTING = {"armed_clash": "communal_militia", "riot": "rioters"}


def fitting_side(claim: Claim, actor: Actor) -> Actor:
    """The actor, no longer as one of the civilians where it is a side of a fight: "clashes between farmers and herders".

    Nor are "supporters of the government" who fight its forces.
    """
    if actor.role not in SIDE_ROLES:
        return actor
    if actor.score is not None and _SUPPORTERS.match(actor.raw) and actor.type in ("civilians", "protesters", *_OF_A_STATE):
        return replace(
            actor, type={"armed_clash": "political_militia", "riot": "rioters"}.get(claim.type, actor.type), name=None
        )
    if actor.type != "civilians":
        return actor
    return replace(actor, type=_FIGHTING.get(claim.type, actor.type))


_SUPPORTERS = re.compile(r"(?:the\s+)?(?:\w+\s+)?(?:supporters|backers|loyalists|sympathi[sz]ers|followers)\b", re.IGNORECASE)
_STATE = re.compile(
    r"\b(?:the army|the military|police|troops|government|ministry)\b(?!.*\b(?:rebel|militant|shadow))", re.IGNORECASE
)
_OF_A_STATE = ("state_forces", "foreign_forces", "police", "officials")
_NOT_OF_A_STATE = ("communal_militia", "rebel_group", "political_militia", "civilians", "protesters", "rioters")


_MADE = ("detention", "operation", "agreement", "crackdown")  # what a state makes known, it has done


_THOUGHT = re.compile(
    r"(?:['’]s?)?(?:\s+\([^()]{1,20}\))?\s+(?:is|are|was|were|has been|have been)\s+(?:widely\s+|generally\s+|also\s+)?"
    r"(?:thought|believed|suspected|presumed|assumed|blamed|accused)\b",
    re.IGNORECASE,
)


def thought_to_be(text: str, claim: Claim) -> Claim:
    """The claim with those as accused who are only thought or believed to be behind it, and claim nothing themselves."""

    def of(actor: Actor) -> Actor:
        doing = actor.role in UNDISPUTED_DOERS and actor.score is not None and bool(actor.evidence)
        if not doing or not all(_THOUGHT.match(text, e.span.end) for e in actor.evidence):
            return actor
        return replace(actor, role="accused")

    actors = tuple(of(actor) for actor in claim.actors)
    if actors == claim.actors:
        return claim
    thought = {(e.span.start, e.span.end) for actor in actors if actor.role == "accused" for e in actor.evidence}
    speakers = tuple(s for s in claim.speakers if not any((e.span.start, e.span.end) in thought for e in s.evidence))
    claiming = any(actor.role == "claimant" for actor in actors) or any(s.role == "claims" for s in speakers)
    stance = "alleged" if claim.stance == "claimed" and not claiming else claim.stance
    return replace(claim, actors=actors, speakers=speakers, stance=stance)


def without_false_claimants(claim: Claim, actors: tuple[Actor, ...]) -> tuple[Actor, ...]:
    """The actors without a claimant who by the same words is accused, and says nothing himself, or who tells what others did.

    "Everybody knows that the Red Front planted it" is nobody's claim. Nor does an army claim what it tells of settlers who shot
    a man: of 135 hand-coded acts that a state's forces claim, two are those of an armed group or of people.
    """
    if any(actor.role == "perpetrator" and actor.type in _NOT_OF_A_STATE for actor in actors):
        own = any(actor.role == "perpetrator" and actor.type not in _NOT_OF_A_STATE for actor in actors)
        actors = tuple(a for a in actors if own or a.score is None or a.role != "claimant" or a.type not in _OF_A_STATE)
    said = {(e.span.start, e.span.end) for row in claim.speakers if row.role == "claims" for e in row.evidence}

    def spans(actor: Actor) -> set[tuple[int, int]]:
        return {(e.span.start, e.span.end) for e in actor.evidence}

    accused: set[tuple[int, int]] = set().union(*(spans(actor) for actor in actors if actor.role == "accused"))
    false = accused - said if claim.stance != "claimed" else set()
    return tuple(actor for actor in actors if actor.role != "claimant" or not spans(actor) & false)


def fitting_speakers(claim: Claim) -> tuple[Speaker, ...]:
    """The claim's speakers; those of a state who speak for themselves of what others did only report it.

    Others did it, too, where nobody is named and only people, or the state's own, came to harm.
    """
    doers = [actor for actor in claim.actors if actor.role in ACTIVE_ROLES]
    hurt = {actor.type for actor in claim.actors if actor.role == "victim"}
    nobody = not doers and bool(hurt) and hurt <= {"civilians", *_OF_A_STATE} and claim.type not in _MADE
    doers = [actor for actor in doers if actor.role == "perpetrator"]
    if not nobody and (not doers or any(actor.type not in _NOT_OF_A_STATE for actor in doers)):
        return claim.speakers
    return tuple(
        replace(row, role="reports") if row.score is not None and row.role == "claims" and _STATE.search(row.raw) else row
        for row in claim.speakers
    )


# Of 1,102 hand-coded air strikes and shellings none has one of these means: they are another claim's.
_ON_THE_GROUND = frozenset({"ied", "mine", "car_bomb", "suicide_bomb", "fire", "blade", "bare_hands", "vehicle"})
_FROM_AFAR = ("air_strike", "shelling")


# The word of the weapon itself, whatever stands with it: a suicide drone is a drone.
_WORDED = (
    ("drone", re.compile(r"\b(?:drones?|UAVs?|unmanned (?:aerial|aircraft)\b|quadcopters?)", re.IGNORECASE)),
    ("aircraft", re.compile(r"\b(?:helicopter\s+)?gunships?\b", re.IGNORECASE)),
    ("ied", re.compile(r"\b(?:improvised|home-?made) (?:explosive|mine|bomb|device)|\bIEDs?\b", re.IGNORECASE)),
    ("fire", re.compile(r"\b(?:petrol|gasoline|molotov) (?:bombs?|cocktails?)|\bmolotovs?\b", re.IGNORECASE)),
    ("firearm", re.compile(r"^(?:was |were |bullet-)?riddled$", re.IGNORECASE)),
    (
        "blade",
        re.compile(r"\b(?:axes?|machetes?|sickles?|pangas?|swords?|kni(?:fe|ves)|daggers?|cutlass(?:es)?)$", re.IGNORECASE),
    ),
    ("bare_hands", re.compile(r"\bstrangl(?:ed|ing|es)\b", re.IGNORECASE)),
    ("rocket", re.compile(r"\bMLRS\b|\bGrads?\b|\brocket launchers?\b", re.IGNORECASE)),
)


# "a suicide truck bomb": who drove it died of it, and it was a vehicle; 36 of 39 hand-coded ones have both
_DRIVEN = ("suicide_bomb", "car_bomb")
_BOMBER_DRIVES = re.compile(
    r"\bsuicide (?:(?:car|truck|vehicle|lorry|van|motor\w*|minibus|tanker)\b|VBIED)|\bSVBIEDs?\b", re.IGNORECASE
)


def kinds_by_words(claim: Claim) -> tuple[Means, ...]:
    """The claim's means, each of the kind that its words name; what people say (no score) stays.

    Of 611 means found with a coded one beneath, 22 are of another kind; these are the words that settle some of them.
    """
    found: list[Means] = []
    for row in claim.means:
        named = row if row.score is None else with_values(row, kind=_kind_of(row))
        drives = named.score is not None and named.kind in _DRIVEN and _BOMBER_DRIVES.search(named.raw)
        for row in [replace(named, kind=kind) for kind in _DRIVEN] if drives else [named]:
            if row.score is None or all(other.kind != row.kind for other in found):
                found.append(row)
    return tuple(found)


def _kind_of(row: Means) -> str:
    return next((kind for kind, words in _WORDED if words.search(row.raw)), row.kind)


# A fire that is laid, or breaks out, is no gunfire: so all 92 coded ones of these words; and no coded accident has a bomb
# or a mine that its words do not name.
_BURNING = re.compile(r"(?:(?:the|an?|house|brush|forest|on|set)\s+)*(?:fires?|blazes?|flames)", re.IGNORECASE)
_CHARGE = re.compile(
    r"bomb|explo|mine|ied\b|charge|munition|device|dynamite|grenade|shell|ordnance|detonat|blast", re.IGNORECASE
)
_CHARGES = frozenset({"mine", "ied", "explosive", "car_bomb", "suicide_bomb", "blade"})


def fitting_means(claim: Claim) -> tuple[Means, ...]:
    """The claim's means without those that an air strike, a shelling or an accident cannot have; a fire laid is a fire.

    What people say (no score) stays.
    """
    if claim.type in ("accident", "arson", "destruction"):
        return tuple(row for row in map(_as_fire, claim.means) if claim.type != "accident" or not _is_no_charge(row))
    if claim.type not in _FROM_AFAR:
        return claim.means
    return tuple(row for row in claim.means if row.score is None or row.kind not in _ON_THE_GROUND)


def _as_fire(row: Means) -> Means:
    burns = row.score is not None and row.kind == "firearm" and _BURNING.fullmatch(row.raw.strip()) is not None
    return replace(row, kind="fire") if burns else row


def _is_no_charge(row: Means) -> bool:
    return row.score is not None and row.kind in _CHARGES and _CHARGE.search(row.raw) is None
