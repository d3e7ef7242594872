"""Whether a party that is named speaks for itself there: as "we", or by name in its own statement."""

from __future__ import annotations

from crossread import patterns as re
from crossread.codebook.actor_registry import ActorRegistry
from crossread.codebook.mention_words import MentionWords
from crossread.codebook.name_folding import fold_name
from crossread.records import Document, Span

OURS = re.compile(r"(?:(?:[Ww]e|WE|us|[Oo]urs?|OUR)\b)")
_QUOTE = re.compile(r"[\"“”]")
_OF_STATE = re.compile(
    r"\b(?:minist(?:ry|er)\s+of\s+(?:defen[cs]e|war|the\s+interior)|defen[cs]e\s+ministry|department\s+of\s+defen[cs]e|armed\s+forces"
    r"|(?:army|air\s+force|navy|military|police|general\s+staff|general\s+command)\b)",
    re.IGNORECASE,
)
_FORCES = re.compile(r"\b(?:forces?|army|military|troops|soldiers|navy|police|aviation|aircraft|jets)\b", re.IGNORECASE)


def speaks_for_itself(document: Document, span: Span) -> bool:
    """True for "we" outside quotation marks, and for the party whose statement the document is.

    A ministry of defence speaks for the forces of its state: "Russian forces" in a statement of Russia's.
    """
    words = document.text[span.start : span.end]
    if OURS.match(words):
        paragraph = document.text[document.text.rfind("\n", 0, span.start) + 1 : span.start]
        return len(_QUOTE.findall(paragraph)) % 2 == 0
    registry, source = ActorRegistry.load(), document.source or ""
    publishers = {entry.id for entry in registry.publishers(source)}
    if any(entry.id in publishers for entry in registry.bearers(re.sub(r"^[Tt]he\s+", "", words))):
        return True
    if not _OF_STATE.search(source) or not _FORCES.search(words):
        return False
    return bool(_nations(source) & _nations(words))


def _nations(name: str) -> set[str]:
    """The countries whose names or adjectives stand in a name."""
    words, nations = fold_name(name).split(), MentionWords.load().nations
    runs = (" ".join(words[at : at + length]) for at in range(len(words)) for length in range(1, 4))
    return {found[0] for run in runs if (found := nations.get(run)) is not None}
