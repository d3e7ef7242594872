"""A small extractor by keyword and pattern: true claims with true evidence, for trying the flow without the encoder."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from crossread.records import Actor, Claim, Document, Evidence, Extraction, Harm, Slot, claim_id
from crossread.registry import register

TYPES = {"attacked": "armed_attack", "exploded": "bombing", "shelled": "shelling", "abducted": "abduction"}
TRIGGER = re.compile("|".join(TYPES))
WHEN = re.compile(r"\b[Oo]n \d{1,2} [A-Z][a-z]+ \d{4}")
WHERE = re.compile(r"\b(?:in|near) [A-ZÀ-Ý]\w+")
HARM = re.compile(r"\b(?:\w+|\d+) (traders|soldiers|villagers) (?:were )?(killed|injured)")
DOERS = re.compile(r"\b(?:Gunmen|Militants|Soldiers)\b")
SENTENCE = re.compile(r"[^.]+\.?")


class RuleExtractor:
    """One claim for each sentence with a trigger word."""

    def __init__(self, name: str = "rule@1") -> None:
        self.name = name

    def extract(self, documents: Sequence[Document]) -> list[Extraction]:
        return [self._read(document) for document in documents]

    def _read(self, document: Document) -> Extraction:
        claims = tuple(self._claims(document))
        return Extraction(document_id=document.id, claims=claims, wording=(), made_by=self.name)

    def _claims(self, document: Document) -> Iterator[Claim]:
        for sentence in SENTENCE.finditer(document.text):
            trigger = find(document, TRIGGER, sentence)
            if trigger is None:
                continue
            kind = TYPES[trigger.quote]
            yield Claim(
                id=claim_id(document_id=document.id, made_by=self.name, type=kind, trigger=trigger),
                document_id=document.id,
                type=kind,
                scope="incident",
                status="accomplished",
                stance="asserted",
                trigger=trigger,
                when=slot(find(document, WHEN, sentence)),
                where=slot(find(document, WHERE, sentence)),
                actors=tuple(actors(find(document, DOERS, sentence))),
                harm=tuple(harm(document, sentence)),
                score=0.9,
                made_by=self.name,
            )


def find(document: Document, pattern: re.Pattern[str], sentence: re.Match[str]) -> Evidence | None:
    found = pattern.search(document.text, sentence.start(), sentence.end())
    return document.quote(found.start(), found.end()) if found else None


def slot(evidence: Evidence | None) -> Slot | None:
    return Slot(raw=evidence.quote, value=None, evidence=(evidence,)) if evidence else None


def actors(evidence: Evidence | None) -> Iterator[Actor]:
    if evidence:
        yield Actor(role="perpetrator", raw=evidence.quote, name=None, type="unidentified_armed_group", evidence=(evidence,))


def harm(document: Document, sentence: re.Match[str]) -> Iterator[Harm]:
    for found in HARM.finditer(document.text, sentence.start(), sentence.end()):
        evidence = document.quote(found.start(), found.end())
        yield Harm(
            effect=found.group(2), raw=evidence.quote, group=None, group_type="civilians", count=None, evidence=(evidence,)
        )


register("extractors", "rule@1")(RuleExtractor)
