"""How often crossread puts a place right.

    python benchmarks/places.py claims --gold FILE.jsonl [FILE.jsonl ...] --scorer claims_score.py [--errors N]
    python benchmarks/places.py toponyms --gold CORPUS.xml [--errors N]

`claims`: the gold words of each where slot are resolved in their document; right is what the claims scorer's `same_where`
calls the same place. `toponyms`: each gold toponym of a corpus (LGL, TR-News) is resolved with the other gold toponyms as
context; right is within 161 km (100 miles) of the gold point, over all located toponyms, unresolved ones counted wrong.
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


def measure_claims(paths: list[Path], scorer: ModuleType, *, errors: int) -> dict[str, Any]:
    """Accuracy over all where slots that the coders placed, and by precision; plus how unknown ones are kept unknown."""
    resolver = PlaceResolver(gazetteer=Gazetteer.open())
    right: Counter[str] = Counter()
    seen: Counter[str] = Counter()
    same_precision = resolved = sure = sure_right = 0
    spent, shown = 0.0, 0
    for path in paths:
        for line in path.read_text(encoding="utf-8").splitlines():
            document = json.loads(line)
            wheres = [c["where"] for c in document["claims"] if c.get("where")]
            if not wheres:
                continue
            began = time.process_time()
            places = resolver.for_document(document["text"], title=document.get("title"), source=document.get("source"))
            answers = [places.resolve(w["raw"], start=w["evidence"][0]["start"], end=w["evidence"][0]["end"]) for w in wheres]
            spent += time.process_time() - began
            for where, answer in zip(wheres, answers, strict=True):
                found = as_where(answer)
                known = scorer.placed(where)
                key = where["precision"] if known else "not placed"
                good = scorer.same_where(where, found) if known else found is None
                seen[key] += 1
                right[key] += good
                if known and answer is not None:
                    resolved += 1
                    same_precision += answer.place.precision == where["precision"]
                    sure += answer.score >= SURE
                    sure_right += answer.score >= SURE and good
                if not good and shown < errors:
                    shown += 1
                    gold = {k: where[k] for k in ("name", "country", "admin1", "latitude", "longitude", "precision")}
                    print(f"{document['external_id']} {where['raw']!r}\n   gold {gold}\n   got  {found}")
    placed = sum(n for k, n in seen.items() if k != "not placed")
    hits = sum(n for k, n in right.items() if k != "not placed")
    return {
        "slots": placed,
        "accuracy": percent(hits, placed),
        "resolved": percent(resolved, placed),
        "accuracy_by_precision": {k: percent(right[k], n) for k, n in sorted(seen.items())},
        "n_by_precision": dict(sorted(seen.items())),
        "same_precision_of_resolved": percent(same_precision, resolved),
        "accuracy_at_score_0.7": percent(sure_right, sure),
        "share_at_score_0.7": percent(sure, placed),
        "slots_per_cpu_second": round(sum(seen.values()) / spent) if spent else None,
    }


def measure_toponyms(path: Path, *, errors: int) -> dict[str, Any]:
    """Accuracy within 161 km over all located toponyms of a corpus."""
    opened = {name: opening_ms(cold=cold) for name, cold in (("open_ms", False), ("open_cold_ms", True))}
    resolver = PlaceResolver(gazetteer=Gazetteer.open())
    distances: list[float] = []
    total = sure = sure_right = 0
    spent, shown = 0.0, 0
    for article in ElementTree.parse(path).getroot().iter("article"):
        text = article.findtext("text") or ""
        spans = [_span(t, text) for t in article.iter("toponym")]
        began = time.process_time()
        places = resolver.for_document(
            text, title=article.findtext("title"), source=article.findtext("domain"), toponyms=[(a, b) for a, b, _ in spans]
        )
        answers = [places.resolve(text[a:b], start=a, end=b) for a, b, _ in spans]
        spent += time.process_time() - began
        for (start, end, gold), answer in zip(spans, answers, strict=True):
            if gold is None:
                continue
            total += 1
            off = math.inf
            if answer is not None and answer.place.latitude is not None and answer.place.longitude is not None:
                off = distance(gold, (answer.place.latitude, answer.place.longitude))
                distances.append(off)
                sure += answer.score >= SURE
                sure_right += answer.score >= SURE and off <= ACCEPTED_KM
            if off > ACCEPTED_KM and shown < errors:
                shown += 1
                print(f"{article.get('docid')} {text[start:end]!r} gold {gold} got {as_where(answer)}")
    return {
        "toponyms": total,
        "accuracy_161km": percent(sum(d <= ACCEPTED_KM for d in distances), total),
        "resolved": percent(len(distances), total),
        "mean_km": round(statistics.fmean(distances), 1),
        "median_km": round(statistics.median(distances), 1),
        "accuracy_at_score_0.7": percent(sure_right, sure),
        "share_at_score_0.7": percent(sure, total),
        "toponyms_per_cpu_second": round(total / spent),
        **opened,
        "file_mb": round(FILE.stat().st_size / 1e6, 1),
    }


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
    parser.add_argument("what", choices=("claims", "toponyms"))
    parser.add_argument("--gold", type=Path, nargs="+", required=True)
    parser.add_argument("--scorer", type=Path, help="the claims scorer (claims only)")
    parser.add_argument("--errors", type=int, default=0, metavar="N", help="print the first N errors")
    a = parser.parse_args()
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
