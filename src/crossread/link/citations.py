"""Who rests on whose word: accounts that only pass on what another outlet reported."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from crossread import patterns as re
from crossread.link.bodies import find_body
from crossread.link.tolerances import tolerances
from crossread.link.words import fold, sentence_of
from crossread.records import Claim, Document, Evidence, Speaker

REACH = 60  # characters behind a speaker in which it stands whom he told
# "traders at the scene told AFP", "he said in an interview with the BBC"
_TOLD = re.compile(
    r"[^.;:]{0,40}?\b(?:told|speaking to|spoke to|in (?:an )?interviews? with|in remarks to|in a statement to)\s+"
    r"(?:(?:the|an?)\s+)?(?:(?:news|french|british|american|state)\s+)*(?:(?:agency|site|website|channel|newspaper|broadcaster|radio)\s+)?"
    r"(?P<outlet>[A-Z][\w’'-]*(?:\s+[A-Z][\w’'-]*){0,3})",
)
# "an official was quoted as saying": by the outlet that the report passes on
_QUOTED = re.compile(r"[^.;:\n]{0,90}?\b(?:was|were|is|are)\s+(?:also\s+)?quoted\b(?!\s+by\b)", re.IGNORECASE)
_ANY = "?"


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """One account that rests on another outlet: `outlet` folded, the document of it if it is among those given, the words."""

    document_id: str
    outlet: str
    cited_document: str | None
    quote: Evidence | None


def find_citations(claims: Iterable[Claim], documents: Mapping[str, Document]) -> list[Citation]:
    """The accounts of one incident that are told wholly on an outlet's word ("AFP reported"), in a fixed order.

    Only an account outside the document's own voice counts (stance `attributed`), and only if every speaker of it is an outlet,
    or told it to that outlet ("traders told AFP") or "was quoted" beside it: a ministry quoted by way of an agency is the
    ministry's word, and rests on the ministry where its own statement is among the reports. A report of its own that also
    cites one stands by itself; who only denies tells nothing of it.
    """
    rows = sorted(claims, key=lambda claim: claim.id)
    outlets = {fold(document.source): document.id for document in sorted(documents.values(), key=_age) if document.source}
    known = {fold(name): fold(names[0]) for names in tolerances("outlets")["names"] for name in names}
    found = []
    for claim in rows:
        if claim.stance != "attributed" or claim.document_id not in documents:
            continue
        text = documents[claim.document_id].text
        own = fold(documents[claim.document_id].source or "")
        others = {name: found for name, found in outlets.items() if name != own}
        telling = [speaker for speaker in claim.speakers if speaker.role != "denies"]
        names = {_rests_on(text, speaker, outlets, known) or _body(speaker, others) for speaker in telling} - {_ANY}
        if not claim.speakers:
            names = {_told_in(sentence_of(text, claim.trigger.span), outlets, known)}
        if len(names) == 1 and None not in names and names != {known.get(own, own)}:
            (outlet,) = names
            evidence = next((row for speaker in claim.speakers for row in speaker.evidence), None)
            cited = outlets.get(str(outlet)) or next((outlets[n] for n in outlets if known.get(n) == outlet), None)
            found.append(Citation(document_id=claim.document_id, outlet=str(outlet), cited_document=cited, quote=evidence))
    return found


def dependent_pairs(citations: Sequence[Citation]) -> list[tuple[str, str]]:
    """Pairs of documents that are one source: the citing and the cited one, and any two that cite one outlet."""
    pairs = [(row.document_id, row.cited_document) for row in citations if row.cited_document not in (None, row.document_id)]
    first: dict[str, str] = {}
    pairs += [(first.setdefault(row.outlet, row.document_id), row.document_id) for row in citations]
    return [(a, str(b)) for a, b in pairs]


def _rests_on(text: str, speaker: Speaker, outlets: Mapping[str, str], known: Mapping[str, str]) -> str | None:
    """The outlet that a speaker is or told it to; "?" for one who "was quoted", nobody says by whom; else None."""
    named = _outlet(speaker.name or speaker.raw, outlets, known)
    if named is not None or not speaker.evidence:
        return named
    end = speaker.evidence[0].span.end
    told = _TOLD.match(text, end, end + REACH)
    if told is not None:
        return _first_outlet(told["outlet"], outlets, known)
    return _ANY if _QUOTED.match(text, end) else None


def _told_in(sentence: str, outlets: Mapping[str, str], known: Mapping[str, str]) -> str | None:
    """The outlet to which somebody told what the sentence tells, where nobody was read as its speaker."""
    found = (_first_outlet(told["outlet"], outlets, known) for told in _TOLD.finditer(sentence))
    return next((name for name in found if name is not None), None)


def _first_outlet(told: str, outlets: Mapping[str, str], known: Mapping[str, str]) -> str | None:
    """The outlet that the longest run of words from the first one names."""
    words = told.split()
    found = (_outlet(" ".join(words[:length]), outlets, known) for length in range(len(words), 0, -1))
    return next((name for name in found if name is not None), None)


def _body(speaker: Speaker, outlets: Mapping[str, str]) -> str | None:
    """The body of the state that a speaker is ("the government said"), where its own statement is among the reports."""
    return find_body(speaker.raw, outlets) or (find_body(speaker.name, outlets) if speaker.name else None)


def _outlet(words: str, outlets: Mapping[str, str], known: Mapping[str, str]) -> str | None:
    folded = fold(words).removeprefix("the ").removesuffix(" news agency").removesuffix(" agency").strip()
    if folded in known:
        return known[folded]
    return next(
        (known.get(name, name) for name in outlets if folded and name.removeprefix("the ") in (folded, fold(words))), None
    )


def _age(document: Document) -> tuple[int, str]:
    """Latest first, so that of an outlet's documents the earliest is kept."""
    return -document.published.toordinal() if document.published else -(10**9), document.id
