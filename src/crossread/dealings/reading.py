"""Which dealing a sentence tells, and who deals with whom in it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from crossread.codebook.name_folding import Word
from crossread.dealings.parties import Party
from crossread.dealings.verbs import Cue, Kinds
from crossread.dealings.word_order import AUXILIARY, Sentence, agents, is_passive, objects, subjects, with_joined

_NOT = frozenset("not never cannot wont wouldnt didnt cant couldnt doesnt dont isnt no hardly".split())
NEAR_NEGATION = 4  # words before a verb in which a negation is looked for
REST_WITHIN = 4  # words in which a verb's particle or noun must follow: "held two days of talks"
_BEFORE_NOUN = frozenset(
    "the a an this that these those its his her their our of in for on by with against at from no any under over more some "
    "into between without about after before another first last new such during".split()
)
_DETERMINERS = frozenset("the a an of its his their".split())
_OPENS_VERB = AUXILIARY | frozenset("to and or who which that they we he she it i you both all then".split())
_HELD_FOR = frozenset({"accuse", "coerce", "investigate", "sanction"})  # "a man accused of", "soldiers tried for"
_NEVER_VERB_BEFORE = {"armed": "with"}  # "attackers, armed with rifles": what they carry, not what they are given
_BETWEEN = {
    **dict.fromkeys(("talks", "negotiations", "meeting", "dialogue", "summit"), "consult"),
    **dict.fromkeys(("ceasefire", "truce", "accord", "agreement", "deal", "pact"), "agree"),
}
_NEVER_VERB_BEHIND = {"back": frozenset("bring brought hit send sent go went come came pull pulled head hold".split())}


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """One dealing: its kind, the verb's word index, its parties. `mutual`: each side deals with the other."""

    kind: str
    at: int
    sources: tuple[Party, ...]
    targets: tuple[Party, ...]
    mutual: bool


def read_sentence(sentence: Sentence, kinds: Kinds) -> list[Found]:
    """The dealings of a sentence that have a party; those after the first are often its content ("urged X to free Y").

    Where no verb tells one, what is "between" two parties does ("talks between A and B").
    """
    told = (_read_verb(sentence, at, cue, kinds) for at, cue in _cues(sentence, kinds))
    return [found for found in told if found.sources or found.targets] or _between(sentence)


def _between(sentence: Sentence) -> list[Found]:
    for i, word in enumerate(sentence.words[:-1]):
        kind = _BETWEEN.get(word.form)
        if kind is None or sentence.words[i + 1].form != "between":
            continue
        first = next((p for p in sentence.parties if p.start >= i + 2), None)
        parties = with_joined(sentence, first) if first else ()
        if len(parties) > 1:
            return [Found(kind=kind, at=i, sources=parties, targets=(), mutual=True)]
    return []


def _cues(sentence: Sentence, kinds: Kinds) -> Iterator[tuple[int, Cue]]:
    inside = {i for party in sentence.parties for i in range(party.start, party.end)}
    for i, word in enumerate(sentence.words):
        if i in inside:
            continue
        for cue in kinds.cues.get(word.form, ()):
            if _is_verb(sentence, i, cue):
                yield i, cue
                break


def _is_verb(sentence: Sentence, i: int, cue: Cue) -> bool:
    """True if the word stands as the verb that the cue is, not as a noun or adjective of the same form."""
    words = sentence.words
    before = words[i - 1] if i else None
    if cue.negated != _is_negated(sentence, i, cue):
        return False
    if not _rest_follows(sentence, i + 1, cue) or words[i].joined or (i + 1 < len(words) and words[i + 1].joined):
        return False
    if before is not None and before.form in _NEVER_VERB_BEHIND.get(words[i].form, ()):
        return False
    after = words[i + 1].form if i + 1 < len(words) else ""
    if after == _NEVER_VERB_BEFORE.get(words[i].form) or (words[i].written == "March" and (i or after.isdigit())):
        return False
    if before is not None and _makes_noun(before, cue):
        return False
    if cue.participle:
        return not _describes_next(sentence, i)
    return not cue.bare or _follows_subject(sentence, i)


def _is_negated(sentence: Sentence, i: int, cue: Cue) -> bool:
    """True behind a negation; for a verb that tells its kind without one only right behind it ("did not threaten")."""
    near = NEAR_NEGATION if cue.negated else 1
    return any(word.form in _NOT for word in sentence.words[max(0, i - near) : i])


def _makes_noun(before: Word, cue: Cue) -> bool:
    """True behind an article, a preposition or a genitive: "the demand", "Iran's refusal"."""
    if cue.participle:
        return before.form in _DETERMINERS
    return before.form in _BEFORE_NOUN or before.stem != before.form


def _rest_follows(sentence: Sentence, at: int, cue: Cue) -> bool:
    near = {word.form for word in sentence.words[at : at + REST_WITHIN]}
    return all(part in near or part + "s" in near for part in cue.rest)


def _follows_subject(sentence: Sentence, i: int) -> bool:
    """True behind a party, an auxiliary, a pronoun or a comma: "demand" there is no noun."""
    at = i - 1
    while at >= 0 and sentence.words[at].form.endswith("ly"):
        at -= 1
    if at < 0:
        return False
    if sentence.words[at].form in _OPENS_VERB or sentence.between(at, at + 1).strip():
        return True
    return any(p.end == at + 1 and not p.adjective for p in sentence.parties)


def _describes_next(sentence: Sentence, i: int) -> bool:
    """True in "convicted members": what somebody is, not what is done."""
    if not any(p.start == i + 1 for p in sentence.parties) or (i and "," in sentence.between(i - 1, i)):
        return False
    form = sentence.words[i - 1].form if i else "the"
    return not (form in _OPENS_VERB or form.endswith("ly") or any(p.end == i for p in sentence.parties))


def _read_verb(sentence: Sentence, i: int, cue: Cue, kinds: Kinds) -> Found:
    sources, targets = subjects(sentence, i), objects(sentence, i)
    follows = sentence.words[i + 1].form if i + 1 < len(sentence.words) else ""
    if cue.participle and is_passive(sentence, i):
        sources, targets = agents(sentence, i), sources
    elif cue.participle and sentence.ends_party(i) and cue.kind in _HELD_FOR and follows in ("of", "for"):
        sources, targets = (), sources
    elif cue.participle and follows == "by" and agents(sentence, i):
        sources, targets = agents(sentence, i), tuple(p for p in sentence.parties if p.end <= i)[-1:]
    return Found(
        kind=cue.kind,
        at=i,
        sources=sources,
        targets=tuple(p for p in targets if p not in sources),
        mutual=cue.kind in kinds.mutual and len(sources) > 1,
    )
