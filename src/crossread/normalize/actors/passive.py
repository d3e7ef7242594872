"""Who suffers by the words right behind his name: "rebel fighters were ambushed", "the activist survived an attempt on him".

Of 1,043 hand-coded actors who stand right before "was" or "were" and the trigger, 41 are doers, none of them before a verb of
violence.
"""

from __future__ import annotations

from dataclasses import replace

from crossread import patterns as re
from crossread.normalize.actors.resolved import once_by_place
from crossread.normalize.harm.words import DOERS
from crossread.records import Actor, Claim, Document
from crossread.records.roles import DOER_ROLES

# "a commander wanted for the killing of 30 villagers was (shot dead)"
_WAS = re.compile(
    r"(?:,?\s+(?:who\s+(?:had|has)|wanted|sought|blamed)\s+[^.;]{3,120}?)?"
    r"\s+(?:was|were|had been|has been|have been)\s+(?:(?:\w+ly|also|again|later|shot and|attacked and)\s+){0,2}$",
    re.IGNORECASE,
)
_VIOLENCE = re.compile(
    r"(?:attacked|ambushed|bombed|shelled|shot(?: at| dead| and killed)?|killed|murdered|assassinated|executed|beheaded|lynched"
    r"|wounded|injured|beaten|tortured|stabbed|abducted|kidnapped|hit|struck|targeted|fired (?:up)?on|strafed|raided)",
    re.IGNORECASE,
)
_TARGETED = re.compile(r"(?:attack|ambush|bomb|shell|target|fire|strafe|raid|hit|struck)", re.IGNORECASE)
_SURVIVED = re.compile(
    r"\s+(?:(?:has|had|have|narrowly|also|barely)\s+){0,2}(?:survived|escaped|was (?:wounded|injured|killed|hurt) in)\s+"
    r"(?:an?|the|another|what)\s+(?:[\w-]+\s+){0,3}(?:attempt|attack|ambush|bomb(?:ing)?|blast|raid|shooting|assassination)\b",
    re.IGNORECASE,
)
# "Two men suffering from gunshot wounds (arrived at a hospital)"
_WOUNDED = re.compile(
    r"\s+(?:(?:who\s+(?:was|were)\s+)?(?:suffering|bleeding)|with)\s+(?:from\s+)?(?:[\w-]+\s+){0,3}?"
    r"(?:gunshot|bullet|stab|knife|shrapnel)\s+(?:wounds?|injuries)\b",
    re.IGNORECASE,
)
# "The army repelled a jihadist assault", "the garrison beat back the attack"
_REPELLED = re.compile(
    r"\s+(?:(?:have|has|had|later|also|on\s+\w+day)\s+){0,2}(?:repel(?:led|s)?|repuls(?:ed|es)|fend(?:ed|s)\s+off|fought\s+off"
    r"|(?:beat|beaten|pushed|drove|driven|threw|thrown)\s+(?:back|off)|evad(?:ed|es)|withstood)\s+"
    r"(?:[\w-]+\s+){0,5}?(?:attacks?|ambush|assaults?|raids?|offensive|onslaught)\b",
    re.IGNORECASE,
)
# "(two girls) killed 16 people": not "the two girls killed the day before"
_KILLS = re.compile(
    r"\s+(?:also\s+|later\s+)?(?:killed|murdered|wounded|injured|shot\s+dead|gunned\s+down|stabbed|beheaded)\s+"
    r"(?:(?:at\s+least|about|some|around|more\s+than|nearly)\s+)?"
    r"(?:\d[\d,]*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens\s+of|scores\s+of|several)\s+(?!days?|weeks?|months?|years?|hours?|times)"
    r"[a-z]",
)
_MADE = ("armed_attack", "bombing", "shelling", "air_strike", "armed_clash")


def with_sufferers(document: Document, claim: Claim) -> Claim:
    """The claim with the subject of its passive trigger, and who survived, among those who suffered it and not as a doer.

    What a weapon's name in such words would tell ("artillery troops were attacked") is no means. What people and data sets
    say (no score) stays.
    """
    actors = tuple(_settled(document, claim, actor) for actor in claim.actors)
    if actors == claim.actors:
        return claim
    turned = [new for old, new in zip(claim.actors, actors, strict=True) if old != new and new.role == "target"]
    inside = [evidence.span for actor in turned for evidence in actor.evidence]
    means = tuple(
        row
        for row in claim.means
        if row.score is None or not any(span.contains(evidence.span) for span in inside for evidence in row.evidence)
    )
    kind = claim.type
    if means != claim.means and not means and kind in ("shelling", "air_strike"):
        kind = "armed_attack"
    return replace(claim, actors=once_by_place(actors), means=means, type=kind)


def _settled(document: Document, claim: Claim, actor: Actor) -> Actor:
    if actor.score is None or not actor.evidence or actor.role not in (*DOER_ROLES, "side_a", "victim"):
        return actor
    if actor.role == "victim":
        return _as_killer(document, claim, actor)
    if claim.type in _MADE and _REPELLED.match(document.text, actor.evidence[0].span.end):
        return replace(actor, role="side_b" if claim.type == "armed_clash" else "target")
    if actor.role == "side_a":
        return actor
    end, start = actor.evidence[0].span.end, claim.trigger.span.start
    if _WOUNDED.match(document.text, end):
        return replace(actor, role="victim")
    if _SURVIVED.match(document.text, end):
        return replace(actor, role="target")
    word = claim.trigger.quote
    if not _VIOLENCE.fullmatch(word) or not _WAS.fullmatch(document.text[end:start] if end < start else ""):
        return actor
    if _TARGETED.match(word):
        return replace(actor, role="target")
    words = set(re.findall(r"[a-z]+", actor.raw.lower()))
    return actor if words & DOERS else replace(actor, role="victim")  # attackers who were shot are attackers still


def _as_killer(document: Document, claim: Claim, actor: Actor) -> Actor:
    """The victim as the doer where his own verb kills a number of others and no row of harm is his."""
    span = actor.evidence[0].span
    hurt = any(e.span.start < span.end and span.start < e.span.end for row in claim.harm for e in row.evidence)
    done = any(other.role in ("perpetrator", "side_a") for other in claim.actors)
    if hurt or done or not _KILLS.match(document.text, span.end):
        return actor
    return replace(actor, role="perpetrator")
