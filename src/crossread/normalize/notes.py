"""Notes at the foot of a report or page: what a note counts is told of the sentence that bears its mark.

"… killing two soldiers.[1]" and, six paragraphs further down, "[1] Local authorities gave three dead": an extractor that reads
on takes the three for the dead of the incident told last. None of 4,930 coded reports has such notes.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from crossread import patterns as re
from crossread.normalize.harm.parts import without_rows
from crossread.normalize.sentences import sentence_at
from crossread.records import Claim, Document, Evidence, Harm, Span, Speaker

_RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_PLAIN = str.maketrans(_RAISED, "0123456789")
_LINE = re.compile(
    rf"^[ \t]*(?:\[(?P<square>\d{{1,3}})\]|\((?P<round>\d{{1,3}})\)|(?P<raised>[{_RAISED}]{{1,3}})"
    r"|(?P<bare>\d{1,3})(?=[ \t]+[A-Z“\"]))(?P<words>[^\n]*(?:\n(?![ \t]*(?:\n|[\[(]?\d|[⁰¹²³⁴-⁹]))[^\n]+)*)",
    re.MULTILINE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Note:
    """The words of a note and the offset of the mark that points at it."""

    span: Span
    mark: int


def lay_notes(document: Document, claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """The claims, each number and speaker of a note with the claim that the sentence with its mark tells, or with none.

    A claim told in the note itself keeps what it has, and so does what a person or another data set says (no score).
    """
    found = list(claims)
    for note in _iter_notes(document.text):
        owner = _owner(document.text, found, note)
        rows: list[Harm] = []
        speakers: list[Speaker] = []
        for at, claim in enumerate(found):
            if at == owner or claim.score is None or _within(note, (claim.trigger,)):
                continue
            out = {i for i, row in enumerate(claim.harm) if _within(note, row.evidence)}
            voices = [row for row in claim.speakers if _within(note, row.evidence)]
            rows += _moved(without_rows(claim.harm, set(range(len(claim.harm))) - out), by=len(rows))
            speakers += voices
            found[at] = replace(
                claim, harm=without_rows(claim.harm, out), speakers=tuple(row for row in claim.speakers if row not in voices)
            )
        if owner is not None and (rows or speakers):
            found[owner] = _with(found[owner], rows, speakers)
    return tuple(found)


def _iter_notes(text: str) -> Iterable[_Note]:
    """Each line that opens with a mark that a sentence before it bears, too; a list of points bears none."""
    for line in _LINE.finditer(text):
        kind = next(kind for kind in _BORNE if line[kind])
        borne = _borne(kind, line[kind].translate(_PLAIN))
        marks = [mark.start() for mark in re.compile(borne).finditer(text, 0, line.start())]
        if marks:
            yield _Note(span=Span(start=line.start(), end=line.end()), mark=marks[-1])


# How the mark of a note stands in its sentence, by how the note itself writes it; a bare figure only where it can be no number.
_BORNE = {
    "square": r"(?<=[^\s\[(])\s?\[{0}\]",
    "round": r"(?:(?<=[.,;:!?”\"])\s?\({0}\)|(?<=\w)\s?\({0}\)(?=[.,;:]|\s*\n)|(?<=\w)\({0}\))",
    "raised": r"(?<=[\w.,;:!?”\")])(?<![{2}]){1}(?![{2}])",
    "bare": r"(?:(?<=[a-z][.,;:!?”\")])|(?<=[a-z][.,][”\"])){0}(?=\s)|(?<=[a-z.,;:!?”\")]){1}(?![{2}])",
}


def _borne(kind: str, number: str) -> str:
    raised = "".join(_RAISED[int(figure)] for figure in number)
    return _BORNE[kind].format(number, raised, _RAISED)


def _owner(text: str, claims: Sequence[Claim], note: _Note) -> int | None:
    """The claim that tells or counts in the sentence with the mark: the last one before it."""
    own = sentence_at(text, max(0, note.mark - 1))
    told = [
        (evidence.span.start, at)
        for at, claim in enumerate(claims)
        if claim.score is not None
        for evidence in (claim.trigger, *claim.retellings, *(e for row in claim.harm for e in row.evidence))
        if evidence.span.start < note.mark and sentence_at(text, evidence.span.start) == own
    ]
    return max(told, default=(0, None))[1]


def _within(note: _Note, evidence: Sequence[Evidence]) -> bool:
    return bool(evidence) and all(note.span.contains(one.span) for one in evidence)


def _with(claim: Claim, rows: Sequence[Harm], speakers: Sequence[Speaker]) -> Claim:
    """The claim with rows and speakers that it has not yet."""
    known = {row.evidence for row in claim.harm}
    laid = _moved(without_rows(rows, {at for at, row in enumerate(rows) if row.evidence in known}), by=len(claim.harm))
    voices = (row for row in speakers if row not in claim.speakers)
    return replace(claim, harm=(*claim.harm, *laid), speakers=(*claim.speakers, *voices))


def _moved(rows: Sequence[Harm], *, by: int) -> tuple[Harm, ...]:
    """The rows behind so many others: parts stay parts of their own whole."""
    return tuple(row if row.part_of is None else replace(row, part_of=row.part_of + by) for row in rows)
