"""Who tells the act, or lays it on others, in a sentence without any word that denies: nobody who denies it."""

from __future__ import annotations

from dataclasses import replace

from crossread import patterns as re
from crossread.normalize.dates.anchors import sentence_around
from crossread.records import Actor, Claim, Document, Speaker

_NEGATES = re.compile(
    r"\b(?:not|no|none|never|nobody|nothing|neither|nor|den(?:y|ies|ied|ying|ials?)|reject\w*|refut\w*|dismiss\w*|disput\w*|contradict\w*"
    r"|without|cannot|false|untrue|fabricat\w*|lies?|propaganda|absurd|rubbish|nonsense|invent\w*|slander\w*|rumou?rs?|fake|baseless"
    r"|only|fable|hoax)\b|n['’]t\b|[\"“”]",
    re.IGNORECASE,
)
_QUOTES = re.compile(r"[\"“”]")
# "(Rebels killed four,) the army said (on Tuesday)."
_SAID = re.compile(
    r"\s+(?:(?:has|have|had|later)\s+)?(?:said|says|reported|announced|stated|told\s+[\w\s]{2,30})"
    r"(?:\s+(?:(?:on|late|early)\s+)?\w+day|\s+in\s+a\s+statement|\s+by\s+(?:tele)?phone)?\s*\.?\s*",
)
_LED = re.compile(r",\s+(?:the\s+|an?\s+)?$", re.IGNORECASE)
_LAYS = re.compile(
    r"[^.;]{0,80}?\b(?:said|says|insist\w*|believ\w+|certain|convinced|stated|maintain\w*|told|alleg\w+|assert\w*|ha(?:s|ve|d))\b"
    r"(?:[^.;]*?(?<!\bit\s)(?<!\bwe\s)(?<!\bthey\s)\b(?:was|were|is|are)\s+(?:\w+ly\s+)?(?:responsible|behind|to\s+blame)\b"
    r"|\s+(?:\w+\s+)?(?:proof|evidence)\s+(?:linking|that\s+links)\b)"
    r"|[^.;]{0,30}?\bbeliev\w+\s+(?:that\s+)?it\s+was\b",
    re.IGNORECASE,
)
# "said he did not know who the attackers were", "denied it was illegal": not that it was done
_UNAWARE = re.compile(
    r"[^.;]{0,60}?\b(?:said|says|told|declared|stated|insist\w*)\b[^.;]{0,40}?\b(?:(?:did|does|do)(?:\s+not|n['’]t)\s+(?:know|care|remember|recall)"
    r"|(?:had|has|have)\s+[\"“]?(?:no|not\s+any)\s+(?:such\s+)?(?:information|comment|details))\b"
    r"|[^.;]{0,40}?\bden(?:y|ies|ied|ying)\s+(?:that\s+)?(?:it|they|any\s+of\s+(?:it|them))\s+(?:was|were|had\s+been)\s+"
    r"(?:illegal|unlawful|excessive|disproportionate|unjustified|arbitrary)\b",
    re.IGNORECASE,
)
_BRUSHES_ASIDE = re.compile(
    r"[^.;]{0,40}?\b(?:(?:brush|wav|sweep|swept)\w*\s+(?:aside\s+)?|(?:dismiss|reject|scoff|disput|ridicul|mock|contest)\w*\s+(?:at\s+)?)"
    r"(?:the|these|those|such|this|that|his|their|its)\s+denials?\b",
    re.IGNORECASE,
)
_ACT = (
    r"(?:(?:it|this|that|these|those|both)(?=\W|$)|(?:the|this|that|these|those|both|such)\s+(?:[\w’'-]+\s+){0,2}?(?:attacks?|killings?"
    r"|murders?|massacres?|bombings?|shellings?|strikes?|raids?|assaults?|deaths?|violence|crimes?|abductions?|kidnappings?|ambush(?:es)?"
    r"|shootings?|atrocit(?:y|ies)|acts?|incidents?|blasts?)\b)"
)
_COUNT = (
    r"(?:(?:at\s+least|about|some|around|more\s+than|over|as\s+many\s+as)\s+){0,2}(?:\d[\d,.]*|an?|one|two|three|four|five|six|seven"
    r"|eight|nine|ten|eleven|twelve|\w+teen|twenty|thirty|forty|fifty|dozens)\s+"
)
# Who counts these instead of the civilians of others tells another story.
_FIGHTERS = (
    r"[\"“'‘]?(?:terrorists?|militants?|insurgents?|rebels?|fighters?|gunm[ae]n|guerr?illas?|jihadis?t?s?|bandits?|criminals?|extremists?"
    r"|militiam[ae]n|attackers?|assailants?|combatants?|gangsters?|armed)"
)
# "said one person had died", "reported that four officers were wounded"
_COUNTS = (
    rf"(?:said|says|told\s+[\w\s]{{2,30}}?|report(?:ed|s)|announced|stated)\s+(?:that\s+)?{_COUNT}(?:(?!{_FIGHTERS}\b)[\w-]+\s+){{0,4}}?"
    r"(?:(?:had|have|has|was|were|been)\s+){0,2}(?:killed|died|dead|dying|wounded|injured|hurt|perished)\b"
)
_HELPS = r"(?:(?:has|have|had|also|later|then|however|meanwhile|in\s+turn|strongly|on\s+\w+day)\s+){0,3}"
# "(The governor) said it was a massacre", "considers it proven", "condemned the killings", "put the toll at five"; who counts
# the dead or wounded tells the act, too
_AFFIRMS = re.compile(
    rf"(?:,\s+[^,;.]{{2,80}},|,)?\s+{_HELPS}(?:"
    rf"(?:said|says|told\s+[\w\s]{{2,30}}?|call(?:ed|s)|describ(?:ed|es)|brand(?:ed|s)|term(?:ed|s)|consider(?:ed|s))\s+(?:that\s+)?"
    rf"(?:{_ACT}|what\s+(?:had\s+)?happened)\s+(?:(?:was|were|is|as|to\s+be|amount(?:ed|s)\s+to)\s+)?(?:an?\s+|the\s+)?[\"“'‘]?(?:[\w-]+\s+){{0,2}}?"
    r"(?:massacres?|atrocit(?:y|ies)|crimes?|slaughter|murders?|carnage|bloodbath|genocide|butchery|barbarity|pogrom)\b"
    rf"|(?:consider(?:s|ed)?|regard(?:s|ed)?|deem(?:s|ed)?|holds?|held|found|finds)\s+(?:that\s+)?{_ACT}\s+(?:(?:was|were|is|as|to\s+be)\s+)?"
    r"(?:proven|proved|established|documented|confirmed|credible|certain|beyond\s+doubt|a\s+fact)\b"
    rf"|(?:condemn(?:ed|s)|deplor(?:ed|es)|denounc(?:ed|es)|mourn(?:ed|s))\s+(?!these\s|those\s|this\s|that\s|both\s|such\s){_ACT}"
    rf"|(?:sa(?:id|ys)\s+(?:that\s+)?(?:it|he|she|they)\s+(?:had\s+|has\s+|have\s+)?)?(?:confirm(?:ed|s)|verif(?:ied|ies)|document(?:ed|s))\s+"
    rf"(?:that\s|{_ACT}|(?:at\s+least\s+)?(?:\d+|two|three|four|five|six|seven|eight|nine|ten)\s)"
    rf"|{_COUNTS}"
    r"|puts?\s+the\s+(?:[\w-]+\s+)?(?:toll|number|count|figure)\b|(?:now\s+)?(?:say|said|count)s?\s+(?:at\s+least\s+)?\d+(?=[,.;]|\s*$))",
    re.IGNORECASE,
)
# "'It was the front who did this,' (the colonel) said"
_WHO_DID_IT = re.compile(
    r"\bit\s+(?:was|is|were)\s+(?!we\b|not\b)[^.;\"“”]{3,80}?\s+(?:who|that|which)\s+(?:have\s+|has\s+|had\s+)?"
    r"(?:did|done|carried|committed|fired|shelled|attacked|killed|bombed|planted|burnt|burned|struck|massacred|murdered|shot)\b",
    re.IGNORECASE,
)
# "(The front) did it": whom another denier blames
_DID_IT = re.compile(
    r"\s+(?:(?:had|has|have)\s+)?(?:(?:did|done|planned|planted|committed|perpetrated|staged|ordered)\s+(?:it|this|that)\b|carried\s+it\s+out\b"
    r"|(?:was|were|is|are|stands?)\s+behind\s+(?:it|this|the|that)\b)",
    re.IGNORECASE,
)
# "(The group) said the five had confessed", "(The five) had confessed", "(its radio) said they were spies"
_JUSTIFIES = re.compile(
    r"\s+(?:(?:said|says|announced|stated|claimed)\s+(?:that\s+)?(?:they|he|she|(?:the|all|both)\s+[\w-]+(?:\s+(?:men|women|people))?)\s+)?"
    r"(?:(?:had|has|have|all|later)\s+){0,2}(?:confess(?:ed|es)|pleaded\s+guilty"
    r"|(?:was|were|been)\s+(?:all\s+)?(?:an?\s+)?(?:spies|spy|informers?|informants?|traitors?|collaborators?))\b",
    re.IGNORECASE,
)
# "'Nothing can justify such violence,' (the bishop) said"
_CONDEMNS = re.compile(
    r"\b(?:nothing|never|no\s+\w+)\s+(?:can|could|may|might)\s+(?:ever\s+)?(?:justify|excuse|be\s+justified)\b"
    r"|\bno\s+(?:justification|excuse)\b|\b(?:can|could)\s*not\s+be\s+(?:justified|excused)\b",
    re.IGNORECASE,
)
_DENIES_TOO = re.compile(r"\b(?:den(?:y|ies|ied|ying)|reject\w*|nothing\s+to\s+do)\b", re.IGNORECASE)


def settle_no_denier(document: Document, claim: Claim) -> Claim:
    """The claim with a denier who tells the act in his sentence as one who reports, and who lays it on others as accuser.

    Of 241 hand-coded speakers of "(the act), the army said" none denies, where the sentence has no word that does; of 18 who
    say there that others did it or are to blame 17 accuse. Nor does any of seven deny who know nothing of it or call it lawful,
    nor any of 203 whose own words call it a massacre, condemn or confirm it, or put its toll, even if others deny it there; nor
    any of eight who confess or are told to have confessed, nor either of two to whom nothing justifies it. Of
    202 of whom "said one person had died" or the like is told none denies; of fighters, who are another story, it is left open.
    What people and data sets say (no score) stays.
    """
    if claim.score is None:
        return claim
    claim = _without_blamed(document, claim)
    speakers = tuple(_heard(document, claim, row) for row in claim.speakers)
    if speakers == claim.speakers:
        return claim
    still = any(row.role == "denies" for row in speakers)
    accuses = any(row.role == "accuses" for row in speakers)
    stance = claim.stance if still or claim.stance != "denied" else "alleged" if accuses else "attributed"
    return replace(claim, speakers=speakers, stance=stance)


def _without_blamed(document: Document, claim: Claim) -> Claim:
    """The claim with a denier who "did it" as accused, where another denies: "We deny it. The front did it"."""
    blamed = [
        row
        for row in claim.speakers
        if row.role == "denies"
        and row.score is not None
        and row.evidence
        and _DID_IT.match(after := sentence_around(document.text, row.evidence[0].span.start, row.evidence[0].span.end)[1])
        and not _negates(after)
    ]
    if not blamed or all(row in blamed for row in claim.speakers if row.role == "denies"):
        return claim
    known = {actor.evidence[0].span for actor in claim.actors if actor.evidence}
    spans = {row.evidence[0].span for row in blamed} - known
    accused = tuple(
        Actor(role="accused", raw=row.raw, name=None, type="unknown", evidence=row.evidence[:1], score=row.score)
        for row in blamed
        if row.evidence[0].span in spans
    )
    others = (  # whoever was taken for one with them
        replace(actor, evidence=tuple(quote for quote in actor.evidence if quote.span not in spans)) for actor in claim.actors
    )
    speakers = tuple(row for row in claim.speakers if row not in blamed)
    return replace(claim, speakers=speakers, actors=(*others, *accused))


def _heard(document: Document, claim: Claim, row: Speaker) -> Speaker:
    if row.role != "denies" or row.score is None or not row.evidence:
        return row
    span, trigger = row.evidence[0].span, claim.trigger.span
    before, after = sentence_around(document.text, span.start, span.end)
    if _BRUSHES_ASIDE.match(after):
        return replace(row, role="accuses")
    if (unaware := _UNAWARE.match(after)) and not _DENIES_TOO.search(after[unaware.end() :]):
        return replace(row, role="reports")
    if _JUSTIFIES.match(after) and not _negates(after):
        return replace(row, role="reports")
    if (_CONDEMNS.search(before) or _CONDEMNS.search(after)) and not (_DENIES_TOO.search(before) or _DENIES_TOO.search(after)):
        return replace(row, role="reports")
    if _AFFIRMS.match(after) and not (_negates(before.rsplit(";", 1)[-1]) or _negates(after.split(";", 1)[0])):
        return replace(row, role="reports")
    if _WHO_DID_IT.search(before) and not (_negates(before) or _negates(after)):
        return replace(row, role="accuses")
    if _NEGATES.search(before) or _NEGATES.search(after):
        return row
    if _LAYS.match(after):
        return replace(row, role="accuses")
    tells = span.start - len(before) <= trigger.start < span.start and _LED.search(before) and _SAID.fullmatch(after)
    return replace(row, role="reports") if tells else row


def _negates(words: str) -> bool:
    """True for words that deny or contradict, whoever is quoted with them."""
    return _NEGATES.search(_QUOTES.sub("", words)) is not None
