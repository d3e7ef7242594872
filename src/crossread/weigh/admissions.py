"""Officers, teams and chiefs of the doer who tell what its own men did: that is its own word, though nobody writes "claims"."""

from __future__ import annotations

from crossread import patterns as re
from crossread.codebook.mention_words import MentionWords
from crossread.codebook.name_folding import fold_name
from crossread.records import Actor, Claim, Document, Span, Speaker
from crossread.weigh.case import Case
from crossread.weigh.values import plain_words

REACH = 400  # characters of a sentence that are looked at to either side
_BEHIND = 700  # characters behind the act in which its doer may accept what was found
_TELLING = ("reports", "claims")
_FORCES = ("state_forces", "foreign_forces")
_END = re.compile(r"(?<!\b[A-Z])(?<!\b(?:Gen|Col|Maj))(?<!\b(?:Lt|Dr|Mr))[.!?][\"”’')]*\s|\n")
# Who speaks in the name of a force; "a military source", "two officers" and a former general do not.
_OFFICE = re.compile(
    r"\b(?:spokes(?:man|woman|person)|commander|chief|commissioner|inspector[ -]general|superintendent|general\s+staff"
    r"|(?:assessment|investigation|inquiry)\s+(?:team|commission)|(?:central|joint|regional)\s+command|headquarters"
    r"|defen[cs]e\s+(?:ministry|minister|secretary)|minist(?:ry|er)\s+of\s+defen[cs]e|statement|communiqu[eé]"
    r"|(?:general|colonel|major|captain|brigadier|admiral)\b[^,]{0,40}\bof\s+the)\b",
    re.IGNORECASE,
)
_NOT_FOR_IT = re.compile(
    r"\b(?:sources?|anonym\w+|former|retired|ex|deputy\s+minister|opposition|rebel|human\s+rights|union|traditional|village|district"
    r"|health|hospital|fire|editor|executive|news)\b",
    re.IGNORECASE,
)
_APPOSED = re.compile(
    r"\b(?P<office>(?:the|an?|its|[\w.’-]+['’]s)\s+(?:[\w.’-]+\s+){0,3}?(?:commander|chief|spokes\w+|commissioner|minister|secretary|head)"
    r"(?:\s+(?:of|for|in)(?:\s+[\w.’-]+){1,7})?),\s+$",
    re.IGNORECASE,
)
_ITSELF = re.compile(
    r"(?:the\s+)?(?:[\w.'’-]+\s+){0,3}?(?:army|military|air\s+force|navy|police(?:\s+(?:force|service))?|coalition|junta|armed\s+forces)",
    re.IGNORECASE,
)
# An army or front with a name of its own: "the Northern Hills Independence Army" speaks for no soldiers of a state.
_NAMED_FORCE = re.compile(r"(?P<name>(?:[A-Z][\w'’-]*\s+)+)(?:Army|Forces?|Front|Movement|Command|Brigades?|Union)\b")
_OF_A_STATE = re.compile(
    r"\b(?:the|a|an|armed|air|security|national|royal|defen[cs]e|special|central|joint|police|government|general|us|federal)\b",
    re.IGNORECASE,
)
_WE_DID = re.compile(
    r"[\"“](?:[^\"”\n]{0,80}[.,]\s)?[Ww]e\s+(?:(?:have|had|did|only|just|then|also|never\s+meant\s+to|were\s+forced\s+to|had\s+to)\s+){0,2}"
    r"(?:attack|str(?:ike|uck)|bomb|fire|target|hit|sho[ot]t?|kill|open|shell|launch|raid|conduct|carr)\w*\b[^\"”\n]{0,200}[\"”]\s*"
    r"(?:(?:he|she|they|the\s+spokes\w+)\s+(?:said|added|told)|said\s+(?:he|she|the))",
)
# What kind of force a doer without a name is, and by which words one speaks for it.
_KINDS = {
    "police": re.compile(r"\bpolice\b|\bconstabulary\b", re.IGNORECASE),
    "state_forces": re.compile(
        r"\b(?:army|military|junta|armed\s+forces|air\s+force|navy|troops|security\s+forces|defen[cs]e)\b", re.IGNORECASE
    ),
}
_SECURITY_FORCES = re.compile(r"\bsecurity\s+(?:forces|services|personnel)\b", re.IGNORECASE)
_FORCE = re.compile(
    r"\b(?:army|military|armed\s+forces|forces|air\s+force|navy|troops|marines?|defen[cs]e|command|Pentagon|police|aircraft)\b",
    re.IGNORECASE,
)
_JOINT = re.compile(r"\b(?:coalition|junta|alliance|NATO|ISAF)\b", re.IGNORECASE)
# Where he only answers to what others tell, he admits nothing.
_ANSWERS = re.compile(
    r"\b(?:alleg\w+|reports?\s+(?:that|of)|claims?\s+(?:that|of)|accus\w+|investigat(?:e|es|ed|ing)|prob(?:e|es|ed|ing)|look(?:ing|s|ed)\s+into"
    r"|whether|den(?:y|ied|ies|ying|ial)|reject\w*|dismiss\w*|false|rumou?rs?|if|was\s+(?:not\s+)?aware|blam(?:e|ed|es|ing)|disguised"
    r"|posing|impersonat\w+|dressed\s+as)\b",
    re.IGNORECASE,
)
_ACCEPTS = re.compile(
    r"\b(?P<who>(?:[Tt]he\s+)?(?:(?:U\.S\.|[\w'’-]+)\s+){0,3}[\w'’-]+)\s+(?:(?:has|have|had|also|later|fully)\s+){0,2}accept(?:s|ed)?\s+"
    r"(?:(?:all|the|its|their|full|these|those|his)\s+){0,2}(?:team['’]s\s+|inquiry['’]s\s+)?"
    r"(?:findings?|conclusions?|results?|responsibility|blame|liability)\b"
)


def admitting_party(claim: Claim, case: Case) -> str | None:
    """The doer whose officer, chief or team tells the act as done by its own men, or that accepts what was found; else None.

    By name where the doer has one, else by the words of the report. Only what is told on somebody's word (`attributed`) is
    looked at, where nobody denies it, and no second speaker tells it in the same sentence. Coders call such a speaker now one
    who claims (79 of 134 hand-coded) and now one who reports. In the 355 reports left out of training two claims are told so,
    by a ministry of defence and an army's spokesman, and both are admissions.
    """
    document = case.documents.get(claim.document_id)
    doers = [row for row in claim.actors if row.role == "perpetrator"]
    if document is None or claim.stance != "attributed" or not doers or _is_disputed(claim):
        return None
    speakers = _telling_the_act(document.text, claim)
    for doer in doers:
        spoken = any(_speaks_for(document.text, row, doer) for row in speakers)
        if spoken or _accepts(document, claim, doer) or (len(doers) == 1 and speakers and _says_we_did(document.text, claim)):
            return doer.name or f"The “{plain_words(doer.raw)}”"
    return None


def is_one_force(claim: Claim, kinds: set[str]) -> bool:
    """True where a claim has somebody deny what a force of the country, told by kind alone, is said to have done."""
    accused = any(row.role == "accused" and row.type in kinds for row in claim.actors)
    denying = [row for row in claim.speakers if row.role == "denies"]
    named = any(pattern.search(row.raw) for row in denying for kind, pattern in _KINDS.items() if kind in kinds)
    return (claim.stance == "denied" and accused) or named


def _is_disputed(claim: Claim) -> bool:
    return any(row.role in ("denies", "accuses") for row in claim.speakers) or any(r.role == "accused" for r in claim.actors)


def _telling_the_act(text: str, claim: Claim) -> list[Speaker]:
    """The speaker in whose sentence the act stands, if he is the only one there and tells it as done."""
    start, end = sentence_around(text, claim.trigger.span)
    here = [
        row
        for row in claim.speakers
        if row.role in _TELLING and any(start <= quote.span.start < end for quote in row.evidence[:1])
    ]
    if len(here) != 1:
        return []
    said = here[0].evidence[0].span
    return [] if _ANSWERS.search(text[start : said.start]) or _ANSWERS.search(text[said.end : end]) else here


def _speaks_for(text: str, speaker: Speaker, doer: Actor) -> bool:
    """True for the doer itself, or who holds an office of it: "coalition aircraft" and "the coalition's assessment team"."""
    words = _with_office(text, speaker)
    if _NOT_FOR_IT.search(words) or _is_of_a_group(words) or not (_OFFICE.search(words) or _ITSELF.fullmatch(speaker.raw)):
        return False
    mine, theirs = nations_in(words), nations_in(f"{doer.raw} {doer.name or ''}")
    if mine and theirs and not mine & theirs:
        return False
    joint = {found.lower() for found in _JOINT.findall(f"{doer.raw} {doer.name or ''}")}
    if joint & {found.lower() for found in _JOINT.findall(words)}:
        return True
    police = _KINDS["police"].search(words) is not None
    if police or doer.type == "police":
        return police and (doer.type == "police" or (doer.type == "state_forces" and bool(_SECURITY_FORCES.search(doer.raw))))
    if doer.name is None:
        return doer.type == "state_forces" and _KINDS["state_forces"].search(words) is not None
    return doer.type in _FORCES and _FORCE.search(words) is not None and bool(mine & theirs)


def _with_office(text: str, speaker: Speaker) -> str:
    """His words with the office that stands before his name: "The commander of the U.S. forces, General Stone"."""
    if not speaker.evidence or _OFFICE.search(speaker.raw):
        return speaker.raw
    span = speaker.evidence[0].span
    start, _ = sentence_around(text, span)
    apposed = _APPOSED.search(text[start : span.start])
    return f"{apposed['office']}, {speaker.raw}" if apposed else speaker.raw


def _is_of_a_group(words: str) -> bool:
    """True for an army or front with a name in which no state stands."""
    names = (found["name"] for found in _NAMED_FORCE.finditer(words))
    return any(_OF_A_STATE.sub("", name).split() and not nations_in(name) for name in names)


def _says_we_did(text: str, claim: Claim) -> bool:
    """True where the only speaker goes on "We attacked that place", he said."""
    telling = {row.name or row.raw for row in claim.speakers if row.role in _TELLING}
    end = claim.trigger.span.end
    return len(telling) == 1 and _WE_DID.search(text, end, end + _BEHIND) is not None


def _accepts(document: Document, claim: Claim, doer: Actor) -> bool:
    """True where the doer "accepts the findings" in a sentence shortly behind the act."""
    known = {word for words in (doer.raw, doer.name or "") for word in _words(words)}
    for found in _ACCEPTS.finditer(document.text, claim.trigger.span.end, claim.trigger.span.end + _BEHIND):
        words = _words(found["who"])
        if words and words <= known:
            return True
    return False


def _words(text: str) -> set[str]:
    return set(fold_name(plain_words(text)).split()) - {"the", "of", "a", "an"}


def nations_in(words: str) -> set[str]:
    """The countries whose names or adjectives stand in the words."""
    told, nations = fold_name(re.sub(r"['’]s\b", "", words)).split(), MentionWords.load().nations
    runs = (" ".join(told[at : at + length]) for at in range(len(told)) for length in range(1, 4))
    return {found[0] for run in runs if (found := nations.get(run)) is not None}


def sentence_around(text: str, span: Span) -> tuple[int, int]:
    """Where the sentence around a span begins and ends."""
    before = list(_END.finditer(text, max(0, span.start - REACH), span.start))
    after = _END.search(text, span.end, span.end + REACH)
    start = before[-1].end() if before else max(0, span.start - REACH)
    return start, after.start() if after else min(len(text), span.end + REACH)
