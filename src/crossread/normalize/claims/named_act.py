"""Which of several acts somebody owns up to, denies or lays on others, where his words name its place or whom it befell.

"The group claimed responsibility for the Tal Afar attack" is not said of the act told last. Of 13 hand-coded speakers whose
words name the place or the victims of a coded claim so, 12 speak of that claim alone; the other one names a second behind "as
well as".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from crossread import patterns as re
from crossread.normalize.claims.by_words import ByName, ByQuote
from crossread.normalize.claims.not_denied import told_plainly
from crossread.records import Actor, Claim, Document, Evidence, Span, Speaker
from crossread.records.roles import SUFFERER_ROLES

_ACT = (
    r"(?:attacks?|bombings?|blasts?|killings?|murders?|raids?|strikes?|air\s?strikes?|explosions?|assaults?|bombs?|ambush(?:es)?"
    r"|kidnappings?|abductions?|shootings?|massacres?|assassinations?|shelling|executions?|deaths?|beheadings?|clash(?:es)?)"
)
_DOING = (
    r"(?:killing|shooting|murdering|kidnapping|abducting|executing|beheading|bombing|shelling|attacking|raiding"
    r"|(?:had|has|have)\s+(?:killed|shot|attacked|bombed|shelled|raided|fired))"
)
_OFTEN = r"(?:(?:has|have|had|also|later|since|quickly|reportedly|immediately|on\s+\w+day)\s+){0,3}"
# Behind who owns up to it, denies it or lays it on others, up to the words that name the act
_SPEAKS = {
    "claims": re.compile(
        rf"\s+{_OFTEN}(?:(?:claim(?:ed|s|ing)?|took|takes|accepted|admitted)\s+(?:responsibility|credit)\s+for"
        r"|claim(?:ed|s)(?=\s+the\s)|(?:said|says|claimed|claims|stated)\s+(?:that\s+)?"
        r"(?:it|they|he|(?:(?:one|two|some|members|fighters)\s+of\s+)?(?:its|their)\s+\w+)\s+(?:(?:had|has|have|was|were)\s+)?"
        r"(?:carried\s+out|behind|staged|committed|launched|conducted))\s+(?P<what>[^.;\n]*)",
        re.IGNORECASE,
    ),
    "denies": re.compile(
        rf"\s+{_OFTEN}(?:den(?:y|ies|ied)|reject(?:s|ed)|disclaim(?:s|ed)"
        r"|(?:said|says|insist(?:s|ed)|stated|maintain(?:s|ed))\s+(?:that\s+)?(?:no|none|nobody|neither)\b)\s+(?P<what>[^.;\n]*)",
        re.IGNORECASE,
    ),
    "accuses": re.compile(
        rf"\s+{_OFTEN}(?:blam(?:ed|es)|accus(?:ed|es))\s+[^.;,\n]{{3,60}}?\s(?:for|of)\s+(?P<what>[^.;\n]*)", re.IGNORECASE
    ),
}
_NEXT = re.compile(r",|\b(?:but|while|after|before|saying|adding|which|who|hours|days|as(?!\s+well)|from)\b")
_BOTH = re.compile(r"\b(?:as\s+well\b|and\s+(?:for|of|other|another|the|an?|elsewhere)\b|and\s+(?:in\s+)?[A-Z])")
_PLACED = re.compile(
    rf"\b(?:the|that|this)\s+(?:\w+day['’]s\s+)?(?P<front>[A-Z][\w'’-]+(?:\s+[A-Z][\w'’-]+){{0,2}})\s+(?:[a-z]+\s+){{0,2}}?{_ACT}\b"
    rf"|\b(?:{_ACT}|{_DOING})\s+(?:[\w'’-]+\s+){{0,4}}?(?:in|at|near|outside)\s+(?:the\s+)?"
    r"(?P<behind>[A-Z][\w'’-]+(?:\s+[A-Z][\w'’-]+){0,2})"
)
_BEFELL = re.compile(
    rf"\b(?:{_ACT}\s+(?:of|on|against|at)|{_DOING})\s+(?:the|these|those|both|all)\s+(?:(?!of\b)[a-z-]+\s+){{0,2}}?(?P<noun>[a-z]+(?:-[a-z]+)?)"
    r"(?=\s+(?:in|at|near|on)\b|\s*$)"
)
_PARTY = {"claims": ("claimant",), "denies": ("accused", "claimant"), "accuses": ("accused",)}
_STANCE = {"claims": "claimed", "denies": "denied", "accuses": "alleged"}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Saying:
    """What somebody says of an act that he names: the span of the speaker, that of all he says, and the claims he means."""

    role: str
    owner: Span
    body: Span
    named: frozenset[int]


def with_named_acts(document: Document, claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """The claims, each such speaker, and whom he names, at those whose place or victims his words name and at no other.

    What people and data sets say (no score) stays.
    """
    made, said_in = list(claims), ByQuote(claims)
    for saying in _iter_sayings(document, claims):
        others = [at for at in said_in.beginning_in(saying.body) if at not in saying.named and _tells(made[at], saying)]
        if not others:
            continue
        told = [made[at] for at in (*sorted(saying.named), *others)]
        denied = saying.role == "denies" and any(made[at].stance == "denied" for at in others)
        for at in saying.named:
            made[at] = _with(made[at], told, saying, denied=denied)
            said_in.note(at, made[at])
        for at in others:
            made[at] = _without(document, made[at], saying)
    return tuple(made)


def _iter_sayings(document: Document, claims: Sequence[Claim]) -> Iterator[_Saying]:
    """Each of them once, in the order of the text."""
    owners = {(quote.span, role) for claim in claims for quote, role in _owners(claim)}
    acts = _Acts(claims)
    for owner, role in sorted(owners, key=lambda row: (row[0].start, row[1])):
        found = _SPEAKS[role].match(document.text, owner.end)
        if found is None:
            continue
        what = _NEXT.split(found["what"])[0]
        body = Span(start=owner.start, end=found.start("what") + len(what))
        named = frozenset() if _BOTH.search(what) else acts.named(what, body.end)
        if named:
            yield _Saying(role=role, owner=owner, body=body, named=named)


def _owners(claim: Claim) -> list[tuple[Evidence, str]]:
    """Who speaks of the claim, or owns up to it, if it is not a person's own."""
    if claim.score is None:
        return []
    told = [(row.evidence[:1], row.role) for row in claim.speakers if row.role in _SPEAKS and row.score is not None]
    told += [(row.evidence[:1], "claims") for row in claim.actors if row.role == "claimant" and row.score is not None]
    return [(quote, role) for quotes, role in told for quote in quotes]


class _Acts:
    """The claims of a report by the words of their places and of their victims."""

    def __init__(self, claims: Sequence[Claim]) -> None:
        self._claims = claims

    @cached_property
    def _places(self) -> ByName:
        return ByName((at, claim.where.raw) for at, claim in enumerate(self._claims) if claim.where is not None)

    @cached_property
    def _people(self) -> ByName:
        return ByName((at, raw.lower()) for at, claim in enumerate(self._claims) for raw in _victims(claim))

    def named(self, what: str, end: int) -> frozenset[int]:
        """The claims told so far whose place the words name, or whose victims; both, where both name some."""
        places = [found["front"] or found["behind"] for found in _PLACED.finditer(what)]
        nouns = [found["noun"] for found in _BEFELL.finditer(what)]
        there = self._told_before(self._places.naming(places), end) if places else set()
        hurt = self._told_before(self._people.naming(nouns), end) if nouns else set()
        return frozenset((there & hurt) or there or hurt)

    def _told_before(self, found: set[int], end: int) -> set[int]:
        return {at for at in found if self._claims[at].trigger.span.start < end}


def _victims(claim: Claim) -> list[str]:
    told = [row.raw for row in claim.actors if row.role in SUFFERER_ROLES]
    return [*told, *(row.raw for row in claim.harm)]


def _is_said(row: Speaker | Actor, saying: _Saying) -> bool:
    """True for the speaker in this role, and for a party named in these words alone."""
    if row.score is None or not row.evidence:
        return False
    if isinstance(row, Speaker):
        return row.role == saying.role and row.evidence[0].span == saying.owner
    return row.role in _PARTY[saying.role] and all(saying.body.contains(quote.span) for quote in row.evidence)


def _tells(claim: Claim, saying: _Saying) -> bool:
    """True for a claim, none of a person's own and not told in these words, that has the speaker or whom he names."""
    if claim.score is None or saying.body.contains(claim.trigger.span):
        return False
    rows: tuple[Speaker | Actor, ...] = (*claim.speakers, *claim.actors)
    return any(_is_said(row, saying) for row in rows)


def _with(claim: Claim, told: Sequence[Claim], saying: _Saying, *, denied: bool) -> Claim:
    """The claim with the speaker, and with whom he owns up for or accuses, as the others have them."""
    if claim.score is None:
        return claim
    speakers, actors = claim.speakers, claim.actors
    if not any(quote.span == saying.owner for row in speakers for quote in row.evidence):
        speakers += tuple(row for other in told for row in other.speakers if _is_said(row, saying))[:1]
    if saying.role != "denies" and not any(_is_said(row, saying) for row in actors):
        words = {row.raw.lower() for row in actors if row.role in _PARTY[saying.role]}
        new = next((rows for other in told if (rows := [row for row in other.actors if _is_said(row, saying)])), [])
        actors += tuple(row for row in new if row.raw.lower() not in words)
    stance = "denied" if denied and claim.stance == "asserted" else claim.stance
    return replace(claim, speakers=speakers, actors=actors, stance=stance)


def _without(document: Document, claim: Claim, saying: _Saying) -> Claim:
    """The claim without them, told plainly where nobody else says of it what they said."""
    speakers = tuple(row for row in claim.speakers if not _is_said(row, saying))
    actors = tuple(row for row in claim.actors if not _is_said(row, saying))
    left = replace(claim, speakers=speakers, actors=actors)
    if claim.stance != _STANCE[saying.role] or any(row.role == saying.role for row in speakers):
        return left
    return told_plainly(document, left)
