"""How well actor mentions are typed and named, against hand-coded reports.

    python benchmarks/actors.py --reports FOLDER [--files train_*.jsonl] [--typed] [--errors N] [--rule NAME]
    python benchmarks/actors.py --tables benchmarks/actors_blind.psv tests/normalize/test_actors_in_context.psv

`--tables` reads mentions in sentences of the project's own, with country, day, name and type: accuracy is name and type both
right, a wrong link a name that is not the gold's (`actors_tables.py`). `actors_blind.psv` was written before the resolver saw
it; the table of the tests was fitted, so it says what is covered. With `--reports`:

Each actor row of each claim is one mention: its raw words, role, text, offsets, the claim's country and the document's date.
Printed: share of types right, without any guess of the encoder; per gold type and rule; names that mean the same actor; speed.
"""

from __future__ import annotations

import argparse
import json
import time
from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from actors_tables import measure_tables
from crossread.codebook import ActorRegistry
from crossread.codebook.mention_words import MentionWords
from crossread.codebook.name_folding import fold_name
from crossread.normalize.actors import ActorContext, ActorResolver


def iter_rows(folder: Path, pattern: str) -> Iterator[tuple[dict[str, Any], dict[str, Any], dict[str, Any]]]:
    """Document, claim and actor row of every coded actor."""
    for path in sorted(folder.glob(pattern)):
        for line in path.read_text(encoding="utf-8").splitlines():
            document = json.loads(line)
            for claim in document["claims"]:
                for row in claim["actors"]:
                    yield document, claim, row


def context_of(document: dict[str, Any], claim: dict[str, Any], row: dict[str, Any], *, typed: bool = False) -> ActorContext:
    """The context as the reader would give it; `typed` tells the incident's type too."""
    evidence = row.get("evidence") or [{}]
    start = evidence[0].get("start") or 0
    published = document.get("published")
    return ActorContext(
        text=document["text"],
        start=start,
        end=evidence[0].get("end") or start + len(row["raw"]),
        country=(claim.get("where") or {}).get("country"),
        incident_type=claim["type"] if typed else None,
        published=date.fromisoformat(published[:10]) if published and len(published) >= 10 else None,
    )


def same_name(gold: str | None, found: str | None, registry: ActorRegistry) -> bool:
    """True if both name nobody, or one actor by registry or by folded name."""
    if not gold or not found:
        return not gold and not found
    return registry.same_actor(gold, found) >= 0.7


def same_state(gold: str, found: str, words: MentionWords, registry: ActorRegistry) -> bool:
    """True if both names are forces or governments of one state: "Russian forces" and "Russia"."""
    states = []
    for name in (gold, found):
        entry = registry.find(name)
        folded = fold_name(name).split()
        hits = {
            words.nations[" ".join(folded[i : i + n])][0]
            for n in (1, 2, 3)
            for i in range(len(folded))
            if " ".join(folded[i : i + n]) in words.nations
        }
        states.append({entry.home} if entry is not None and entry.home else hits)
    return bool(states[0] & states[1])


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--reports", type=Path)
    parser.add_argument("--tables", type=Path, nargs="+", metavar="FILE")
    parser.add_argument("--files", default="train_*.jsonl")
    parser.add_argument("--errors", type=int, default=0)
    parser.add_argument("--names", type=int, default=0)
    parser.add_argument("--rule")
    parser.add_argument("--typed", action="store_true", help="tell the resolver the incident's type")
    options = parser.parse_args()
    if options.tables:
        print(json.dumps(measure_tables(options.tables, errors=options.errors)))
        return
    if options.reports is None:
        parser.error("give --reports FOLDER or --tables FILE...")
    began = time.process_time()
    resolver, registry = ActorResolver(), ActorRegistry.load()
    load_ms = (time.process_time() - began) * 1000
    rows = list(iter_rows(options.reports, options.files))
    by_type: dict[str, Counter[bool]] = defaultdict(Counter)
    by_score: dict[str, Counter[bool]] = defaultdict(Counter)
    confusion: Counter[tuple[str, str]] = Counter()
    names: Counter[str] = Counter()
    errors, seconds = [], 0.0
    for document, claim, row in rows:
        context = context_of(document, claim, row, typed=options.typed)
        began = time.process_time()
        mention = resolver.explain(row["raw"], role=row["role"], context=context)
        seconds += time.process_time() - began
        found, rule = mention
        right = found.type == row["type"]
        by_type[row["type"]][right] += 1
        by_score[rule][right] += 1
        if not right:
            confusion[row["type"], found.type] += 1
            if not options.rule or rule == options.rule:
                errors.append((row["raw"], row["role"], row["type"], found.type, rule, context.country, row["name"]))
        key = "both" if row["name"] and found.name else "gold" if row["name"] else "found" if found.name else "none"
        names[key] += 1
        if key == "both":
            same = same_name(row["name"], found.name, registry)
            names["same_actor"] += same
            names["same_state"] += not same and same_state(row["name"], found.name, MentionWords.load(), registry)
        if options.names and row["name"] and not (found.name and same_name(row["name"], found.name, registry)):
            errors.append(("NAME", row["raw"], row["name"], found.name, row["type"], found.type))
    right = sum(counter[True] for counter in by_type.values())
    speed = f"load {load_ms:.0f} ms  {1e6 * seconds / len(rows):.0f} us a mention"
    print(f"rows {len(rows)}  type right {100 * right / len(rows):.1f} %  {speed}")
    for title, table in (("gold type", by_type), ("rule", by_score)):
        for key, counter in sorted(table.items(), key=lambda item: -sum(item[1].values())):
            print(f"  {title} {key:28} {sum(counter.values()):5}  {100 * counter[True] / sum(counter.values()):5.1f} %")
    print("names", dict(names))
    print("confusions", confusion.most_common(25))
    for error in errors[:: max(1, len(errors) // max(1, options.errors or options.names or 1))][
        : options.errors or options.names
    ]:
        print("  ", *error, sep=" | ")


if __name__ == "__main__":
    main()
