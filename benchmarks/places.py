"""How often crossread puts a place right.

    python benchmarks/places.py CORPUS.xml [--errors N]
    python benchmarks/places.py claims --gold FILE.jsonl [FILE.jsonl ...] --scorer claims_score.py [--errors N]

With a corpus (LGL, TR-News; `toponyms --gold CORPUS.xml` says the same) each gold toponym is resolved with the other gold
toponyms as context; right is within 161 km (100 miles) of the gold point, over all located toponyms, unresolved ones counted
wrong. `claims`: the gold words of each where slot are resolved in their document; right is what the claims scorer's
`same_where` calls the same place.
The last line printed is one JSON object with the figures.
"""

from __future__ import annotations

import argparse
import json
import math
import os
import re
import resource
import statistics
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from types import ModuleType
from typing import Any
from xml.etree import ElementTree

from crossread.gazetteer import Gazetteer
from crossread.gazetteer.version import FILE
from crossread.normalize.places import PlaceResolver, ResolvedPlace
from scorer import load_scorer

ACCEPTED_KM = 161.0
SURE = 0.7


def distance(a: tuple[float, float], b: tuple[float, float]) -> float:
    """Great-circle kilometres between two (latitude, longitude) points."""
    p, q, r, s = (math.radians(x) for x in (*a, *b))
    h = math.sin((r - p) / 2) ** 2 + math.cos(p) * math.cos(r) * math.sin((s - q) / 2) ** 2
    return 2 * 6371.0 * math.asin(min(1.0, math.sqrt(h)))


def opening_ms(*, cold: bool) -> float:
    """Median wall time of five openings, each up to the capitals that every resolver asks for.

    `cold` first asks the system to forget the file, as after a restart; where it cannot, the figure is a warm one.
    """
    times = []
    for _ in range(5):
        if cold and hasattr(os, "posix_fadvise"):
            with FILE.open("rb") as file:
                os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)
        began = time.perf_counter()
        Gazetteer.open().capital_ids()
        times.append(1000 * (time.perf_counter() - began))
    return round(statistics.median(times), 1)


def as_where(found: ResolvedPlace | None) -> dict[str, Any] | None:
    """A resolved place in the claim JSON's where."""
    if found is None:
        return None
    p = found.place
    keys = ("name", "country", "admin1", "gazetteer_id", "latitude", "longitude", "precision")
    return {key: getattr(p, key) for key in keys}


@dataclass(kw_only=True)
class PlaceTally:
    """Answers to where slots as they are counted, by the precision that the coders gave (`not placed`: they gave none)."""

    right: Counter[str] = field(default_factory=Counter)
    seen: Counter[str] = field(default_factory=Counter)
    same_precision: int = 0
    resolved: int = 0
    sure: int = 0
    sure_right: int = 0
    seconds: float = 0.0

    def add(self, where: dict[str, Any], answer: ResolvedPlace | None, *, placed: bool, good: bool) -> None:
        """Count one answer; of slots that nobody placed only whether they are left open."""
        key = where["precision"] if placed else "not placed"
        self.seen[key] += 1
        self.right[key] += good
        if placed and answer is not None:
            self.resolved += 1
            self.same_precision += answer.place.precision == where["precision"]
            self.sure += answer.score >= SURE
            self.sure_right += answer.score >= SURE and good

    def figures(self) -> dict[str, Any]:
        """The figures in per cent."""
        placed = sum(n for k, n in self.seen.items() if k != "not placed")
        hits = sum(n for k, n in self.right.items() if k != "not placed")
        return {
            "slots": placed,
            "accuracy": percent(hits, placed),
            "resolved": percent(self.resolved, placed),
            "accuracy_by_precision": {k: percent(self.right[k], n) for k, n in sorted(self.seen.items())},
            "n_by_precision": dict(sorted(self.seen.items())),
            "same_precision_of_resolved": percent(self.same_precision, self.resolved),
            "accuracy_at_score_0.7": percent(self.sure_right, self.sure),
            "share_at_score_0.7": percent(self.sure, placed),
            "slots_per_cpu_second": round(sum(self.seen.values()) / self.seconds) if self.seconds else None,
        }


def measure_claims(paths: list[Path], scorer: ModuleType, *, errors: int) -> dict[str, Any]:
    """Accuracy over all where slots that the coders placed, and by precision; plus how unknown ones are kept unknown."""
    resolver, tally = PlaceResolver(gazetteer=Gazetteer.open()), PlaceTally()
    for document in (json.loads(line) for path in paths for line in path.read_text(encoding="utf-8").splitlines()):
        wheres = [c["where"] for c in document["claims"] if c.get("where")]
        began = time.process_time()
        answers = resolve_slots(resolver, document, wheres)
        tally.seconds += time.process_time() - began
        for where, answer in zip(wheres, answers, strict=True):
            found, placed = as_where(answer), scorer.placed(where)
            good = scorer.same_where(where, found) if placed else found is None
            tally.add(where, answer, placed=placed, good=good)
            if not good and errors > 0:
                errors -= 1
                gold = {k: where[k] for k in ("name", "country", "admin1", "latitude", "longitude", "precision")}
                print(f"{document['external_id']} {where['raw']!r}\n   gold {gold}\n   got  {found}")
    return tally.figures()


def resolve_slots(
    resolver: PlaceResolver, document: dict[str, Any], wheres: list[dict[str, Any]]
) -> list[ResolvedPlace | None]:
    """What the resolver makes of the words of each where slot of a coded document."""
    if not wheres:
        return []
    places = resolver.for_document(document["text"], title=document.get("title"), source=document.get("source"))
    return [places.resolve(w["raw"], start=w["evidence"][0]["start"], end=w["evidence"][0]["end"]) for w in wheres]


@dataclass(kw_only=True)
class ToponymTally:
    """Answers to located toponyms as they are counted; `distances` are kilometres from the gold point where they have one."""

    distances: list[float] = field(default_factory=list)
    total: int = 0
    sure: int = 0
    sure_right: int = 0
    seconds: float = 0.0

    def add(self, gold: tuple[float, float], answer: ResolvedPlace | None) -> bool:
        """Count one answer; True if it is right."""
        self.total += 1
        if answer is None or answer.place.latitude is None or answer.place.longitude is None:
            return False
        off = distance(gold, (answer.place.latitude, answer.place.longitude))
        self.distances.append(off)
        self.sure += answer.score >= SURE
        self.sure_right += answer.score >= SURE and off <= ACCEPTED_KM
        return off <= ACCEPTED_KM

    def figures(self) -> dict[str, Any]:
        """The figures in per cent and kilometres."""
        return {
            "toponyms": self.total,
            "accuracy_161km": percent(sum(d <= ACCEPTED_KM for d in self.distances), self.total),
            "resolved": percent(len(self.distances), self.total),
            "mean_km": round(statistics.fmean(self.distances), 1),
            "median_km": round(statistics.median(self.distances), 1),
            "accuracy_at_score_0.7": percent(self.sure_right, self.sure),
            "share_at_score_0.7": percent(self.sure, self.total),
            "toponyms_per_cpu_second": round(self.total / self.seconds),
        }


def measure_toponyms(path: Path, *, errors: int) -> dict[str, Any]:
    """Accuracy within 161 km over all located toponyms of a corpus."""
    opened = {name: opening_ms(cold=cold) for name, cold in (("open_ms", False), ("open_cold_ms", True))}
    resolver, tally = PlaceResolver(gazetteer=Gazetteer.open()), ToponymTally()
    for article in ElementTree.parse(path).getroot().iter("article"):
        text = article.findtext("text") or ""
        spans = [_span(t, text) for t in article.iter("toponym")]
        began = time.process_time()
        places = resolver.for_document(
            text, title=article.findtext("title"), source=article.findtext("domain"), toponyms=[(a, b) for a, b, _ in spans]
        )
        answers = [places.resolve(text[a:b], start=a, end=b) for a, b, _ in spans]
        tally.seconds += time.process_time() - began
        for (start, end, gold), answer in zip(spans, answers, strict=True):
            if gold is not None and not tally.add(gold, answer) and errors > 0:
                errors -= 1
                print(f"{article.get('docid')} {text[start:end]!r} gold {gold} got {as_where(answer)}")
    return {**tally.figures(), **opened, "file_mb": round(FILE.stat().st_size / 1e6, 1)}


def _span(toponym: ElementTree.Element, text: str) -> tuple[int, int, tuple[float, float] | None]:
    """The toponym's offsets and gold point; offsets that do not give its phrase are moved to the nearest place that does."""
    start, end = int(toponym.findtext("start") or 0), int(toponym.findtext("end") or 0)
    phrase = toponym.findtext("phrase") or ""
    if phrase and text[start:end] != phrase:
        places = [m.start() for m in re.finditer(re.escape(phrase), text)]
        start = min(places, key=lambda at: abs(at - start), default=start)
        end = start + len(phrase)
    tag = toponym.find("gaztag")
    latitude, longitude = (tag.findtext("lat"), tag.findtext("lon")) if tag is not None else (None, None)
    gold = (float(latitude), float(longitude)) if latitude and longitude else None
    return start, end, gold


def percent(part: int, whole: int) -> float | None:
    """One decimal, None of nothing."""
    return round(100 * part / whole, 1) if whole else None


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else None)
    parser.add_argument("what", metavar="CORPUS.xml|claims|toponyms")
    parser.add_argument("--gold", type=Path, nargs="+")
    parser.add_argument("--scorer", type=Path, help="the claims scorer (claims only)")
    parser.add_argument("--errors", type=int, default=0, metavar="N", help="print the first N errors")
    a = parser.parse_args()
    if a.what not in ("claims", "toponyms"):
        a.what, a.gold = "toponyms", [Path(a.what)]
    if not a.gold:
        parser.error("claims and toponyms need --gold; or give the corpus alone")
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    if a.what == "claims":
        if a.scorer is None:
            parser.error("claims needs --scorer, the path of claims_score.py")
        figures = measure_claims(a.gold, load_scorer(a.scorer), errors=a.errors)
    else:
        figures = measure_toponyms(a.gold[0], errors=a.errors)
    figures["memory_mb_added"] = round((resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024, 1)
    print(json.dumps({"what": a.what, "gold": [p.name for p in a.gold], **figures}))


if __name__ == "__main__":
    main()
