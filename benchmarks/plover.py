"""Who did it to whom: the actors of PLOVER's 322 example sentences and the side each stands on.

    python benchmarks/plover.py [--data FOLDER] [--encoder FOLDER]

`--data` is the unpacked set; without it the archive `data/plover.tar.xz` of the shared folder is read (CROSSREAD_SHARED,
default ../shared). The sentences are measured with and nothing else: never trained on, and no rule is made by reading them.
The last line is one JSON object; `who_to_whom.f1` is the figure.

Gold. `PLOVER_GSR_CAMEO.txt` is one JSON list; its first record is documentation. Each sentence has `text` and, in
`textInfo.markup`, the same text with the coded event's actors in brackets: `(SRC: …)` is the source, `(TAR: …)` the target,
`(SRC/TAR: …)` an actor of a reciprocal event, which is right on either side. `EVT` and `LOC` are not scored. Where the markup's
words differ from the text (44 sentences, by a space or an edit) its spans are carried over by aligning the two.

crossread. The sentence is read as a report published on the record's date. What it tells is its dealings (`crossread dealings`:
who demands, refuses, threatens, accuses, agrees, meets ...), a party of a mutual dealing on both sides; where it has none, its
claims, of which every actor counts once a side:

    perpetrator, side_a, accused, claimant -> source
    target, victim, side_b                 -> target
    bystander                              -> no side

PLOVER's manual makes an accusation the event, not the deed that somebody is accused of. So in a claim with a speaker who
`accuses`, that speaker is the source, the `accused` are the target, and the others have no side.

Actors of one side that share a character are one. A gold actor and a told one match when they share a character and stand on
the same side, each at most once. `claims_alone` leaves the dealings out: PLOVER also codes what is no claim of the codebook,
whose actors then count as missed. `material` is the figure over the sentences whose event is a deed of conflict (ASSAULT,
FIGHT, COERCE, PROTEST, MOBILIZE, RETREAT), which the codebook is about; `with_claims` over those in which a claim was found;
`spans` is the figure with sides ignored.
"""

from __future__ import annotations

import argparse
import difflib
import json
import os
import re
import tarfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from crossread.dealings import Dealing, find_dealings
from crossread.extract import EncoderExtractor, load_extractor
from crossread.normalize import Normalizer
from crossread.records import Actor, Claim, Document, Speaker

FILE = "gold_standard_records/PLOVER_GSR_CAMEO.txt"
MARK = re.compile(r"\((SRC/TAR|SRC|TAR|EVT|LOC|SRC/LOC|TAR/LOC)\s*: ?([^()]*)\)")
SIDES = {"SRC": {"source"}, "TAR": {"target"}, "SRC/TAR": {"source", "target"}, "SRC/LOC": {"source"}, "TAR/LOC": {"target"}}
SIDE_OF = {
    **dict.fromkeys(("perpetrator", "side_a", "accused", "claimant"), "source"),
    **dict.fromkeys(("target", "victim", "side_b"), "target"),
}
MATERIAL = {"ASSAULT", "FIGHT", "COERCE", "PROTEST", "MOBILIZE", "RETREAT"}


@dataclass(frozen=True, kw_only=True)
class Party:
    """An actor: where it stands in the sentence (characters, half-open) and the sides it may be on."""

    spans: frozenset[tuple[int, int]]
    sides: frozenset[str]

    def meets(self, other: Party, *, heed_sides: bool = True) -> bool:
        """True if both share a character and, where sides are heeded, a side."""
        if heed_sides and not self.sides & other.sides:
            return False
        return any(a < d and c < b for a, b in self.spans for c, d in other.spans)


@dataclass(frozen=True, kw_only=True)
class Sentence:
    """One coded sentence."""

    id: str
    event: str
    text: str
    day: date | None
    gold: tuple[Party, ...]


def load_sentences(data: Path | None, shared: Path) -> list[Sentence] | str:
    """The coded sentences, or why they cannot be had."""
    archive = shared / "data" / "plover.tar.xz"
    if data is not None:
        if not (data / FILE).is_file():
            return f"no {FILE} in {data}"
        raw = (data / FILE).read_text(encoding="utf-8")
    elif archive.is_file():
        with tarfile.open(archive) as packed:
            member = packed.extractfile(f"plover/{FILE}")
            raw = member.read().decode("utf-8") if member else "[]"
    else:
        return f"no archive at {archive}; set CROSSREAD_SHARED or give --data"
    return [to_sentence(row) for row in json.loads(raw) if "text" in row]


def to_sentence(row: dict[str, Any]) -> Sentence:
    """The sentence with the spans that its markup gives."""
    info = row.get("textInfo") or {}
    markup = info if isinstance(info, str) else info.get("markup", "")
    told = row.get("date") or ""
    day = date.fromisoformat(told) if re.fullmatch(r"\d{4}-\d{2}-\d{2}", told) else None
    gold = tuple(
        Party(spans=frozenset([span]), sides=frozenset(SIDES[tag]))
        for tag, span in iter_marks(markup, row["text"])
        if tag in SIDES
    )
    return Sentence(id=row["id"], event=row["event"], text=row["text"], day=day, gold=gold)


def iter_marks(markup: str, text: str) -> Iterator[tuple[str, tuple[int, int]]]:
    """Every mark of the markup with its span in the text."""
    plain, marks, at = "", [], 0
    for found in MARK.finditer(markup):
        plain += markup[at : found.start()]
        marks.append((found[1], len(plain), len(plain) + len(found[2].rstrip())))
        plain += found[2]
        at = found.end()
    plain += markup[at:]
    moved = align(plain, text)
    for tag, start, end in marks:
        places = [moved[i] for i in range(start, end) if i in moved]
        if places:
            yield tag, (min(places), max(places) + 1)


def align(plain: str, text: str) -> dict[int, int]:
    """For each character of the markup's words its place in the text, where it has one."""
    if plain == text:
        return {i: i for i in range(len(text))}
    blocks = difflib.SequenceMatcher(None, plain, text, autojunk=False).get_matching_blocks()
    return {block.a + i: block.b + i for block in blocks for i in range(block.size)}


def to_parties(claims: Iterable[Claim]) -> list[Party]:
    """The actors that the claims tell, by the table above; those of one side that share a character are one."""
    rows = [told for claim in claims for told in iter_sides(claim) if told[1].evidence]
    return join(
        Party(spans=frozenset((e.span.start, e.span.end) for e in row.evidence), sides=frozenset([side])) for side, row in rows
    )


def to_dealing_parties(dealings: Iterable[Dealing]) -> list[Party]:
    """The parties of the dealings; those of a mutual one stand on both sides."""
    rows = [(d.mutual, side, p) for d in dealings for side in ("source", "target") for p in getattr(d, side + "s")]
    return join(
        Party(
            spans=frozenset([(p.evidence.span.start, p.evidence.span.end)]),
            sides=frozenset(["source", "target"] if mutual else [side]),
        )
        for mutual, side, p in rows
    )


def join(parties: Iterable[Party]) -> list[Party]:
    """Those that share a side and a character as one."""
    found: list[Party] = []
    for new in parties:
        same = [party for party in found if party.meets(new)]
        found = [party for party in found if party not in same]
        found.append(Party(spans=new.spans.union(*(party.spans for party in same)), sides=new.sides))
    return found


def iter_sides(claim: Claim) -> Iterator[tuple[str, Actor | Speaker]]:
    """Each actor of the claim that has a side, with it."""
    accusers = [speaker for speaker in claim.speakers if speaker.role == "accuses"]
    if accusers:
        yield from (("source", speaker) for speaker in accusers)
        yield from (("target", actor) for actor in claim.actors if actor.role == "accused")
    else:
        yield from ((SIDE_OF[actor.role], actor) for actor in claim.actors if actor.role in SIDE_OF)


def count_matches(gold: Sequence[Party], told: Sequence[Party], *, heed_sides: bool = True) -> int:
    """The most pairs that meet, each party in one pair at most (augmenting paths)."""
    partner: dict[int, int] = {}

    def find_place(g: int, tried: set[int]) -> bool:
        for t, party in enumerate(told):
            if t in tried or not gold[g].meets(party, heed_sides=heed_sides):
                continue
            tried.add(t)
            if t not in partner or find_place(partner[t], tried):
                partner[t] = g
                return True
        return False

    return sum(find_place(g, set()) for g in range(len(gold)))


def score(rows: Iterable[tuple[Sentence, Sequence[Party]]], *, heed_sides: bool = True) -> dict[str, float]:
    """Precision, recall and F1 over all sentences, in per cent."""
    right = wanted = told = 0
    for sentence, parties in rows:
        right += count_matches(sentence.gold, parties, heed_sides=heed_sides)
        wanted += len(sentence.gold)
        told += len(parties)
    precision, recall = right / told if told else 0.0, right / wanted if wanted else 0.0
    f1 = 2 * precision * recall / (precision + recall) if right else 0.0
    return {
        "precision": round(100 * precision, 1),
        "recall": round(100 * recall, 1),
        "f1": round(100 * f1, 1),
        "gold": wanted,
        "told": told,
    }


def to_document(sentence: Sentence) -> Document:
    """The sentence as a report of the record's date."""
    return Document(id=sentence.id, text=sentence.text, language="en", published=sentence.day)


def read(sentences: Sequence[Sentence], encoder: Path | None) -> list[list[Claim]]:
    """The claims of each sentence."""
    reader, normalizer = EncoderExtractor(encoder) if encoder else load_extractor("encoder-en"), Normalizer()
    documents = [to_document(s) for s in sentences]
    made = zip(documents, reader.extract(documents), strict=True)
    return [list(normalizer.normalize(document, extraction).claims) for document, extraction in made]


def main() -> None:
    """Read, score, print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--data", type=Path, help="the unpacked set")
    parser.add_argument("--encoder", type=Path, help="an encoder folder other than the shipped one")
    args = parser.parse_args()
    sentences = load_sentences(args.data, Path(os.environ.get("CROSSREAD_SHARED", "../shared")))
    if isinstance(sentences, str):
        print(json.dumps({"skipped": sentences}))
        return
    claims = read(sentences, args.encoder)
    alone = [(sentence, to_parties(own)) for sentence, own in zip(sentences, claims, strict=True)]
    rows = [(s, to_dealing_parties(find_dealings(to_document(s))) or told) for s, told in alone]
    by_event = {event: score(r for r in rows if r[0].event == event) for event in sorted({s.event for s in sentences})}
    for event, figures in by_event.items():
        print(f"{event:12} {figures['gold']:4} gold {figures['told']:4} told   f1 {figures['f1']:5}")
    figures = {
        "sentences": len(sentences),
        "sentences_with_claims": sum(bool(own) for own in claims),
        "who_to_whom": score(rows),
        "claims_alone": score(alone),
        "material": score(r for r in rows if r[0].event in MATERIAL),
        "with_claims": score(row for row, own in zip(rows, claims, strict=True) if own),
        "spans": score(rows, heed_sides=False),
        "by_event": {event: figures["f1"] for event, figures in by_event.items()},
    }
    print(json.dumps(figures))


if __name__ == "__main__":
    main()
