"""How well actor mentions are typed and named, against hand-coded reports.

    python benchmarks/actors.py --reports FOLDER [--files train_*.jsonl] [--typed] [--errors N] [--rule NAME]
    python benchmarks/actors.py [--tables FILE…]

Without `--reports` it reads mentions in sentences of the project's own, with country, day, name and type: accuracy is name and
type both right, a wrong link a name that is not the gold's (`actors_tables.py`). `actors_blind.psv` was written before the
resolver saw it; the table of the tests was fitted, so it says what is covered. With `--reports`:

Each actor row of each claim is one mention: its raw words, role, text, offsets, the claim's country and the document's date.
Printed: share of types right, without any guess of the encoder; per gold type and rule; names that mean the same actor; speed.
"""

from __future__ import annotations

import argparse
import json
import time
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from actors_tables import measure_tables
from crossread.codebook import ActorRegistry
from crossread.codebook.mention_words import MentionWords
from crossread.codebook.name_folding import fold_name
from crossread.normalize.actors import ActorContext, ActorResolver

HERE = Path(__file__).parent
TABLES = [HERE / "actors_blind.psv", HERE.parent / "tests" / "normalize" / "test_actors_in_context.psv"]


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


@dataclass(kw_only=True)
class Figures:
    """What is counted over all mentions: right and wrong by gold type and by rule, confusions, names, errors as lines."""

    by_type: dict[str, Counter[bool]] = field(default_factory=lambda: defaultdict(Counter))
    by_rule: dict[str, Counter[bool]] = field(default_factory=lambda: defaultdict(Counter))
    confusion: Counter[tuple[str, str]] = field(default_factory=Counter)
    names: Counter[str] = field(default_factory=Counter)
    errors: list[tuple[Any, ...]] = field(default_factory=list)
    seconds: float = 0.0

    def count_type(self, row: dict[str, Any], found: str, rule: str, country: str | None, *, shown: bool) -> None:
        """One mention's type against the gold's; `shown` puts it among the errors where it is wrong."""
        right = found == row["type"]
        self.by_type[row["type"]][right] += 1
        self.by_rule[rule][right] += 1
        if not right:
            self.confusion[row["type"], found] += 1
            if shown:
                self.errors.append((row["raw"], row["role"], row["type"], found, rule, country, row["name"]))

    def count_name(self, gold: str | None, found: str | None, registry: ActorRegistry) -> None:
        """One mention's name against the gold's."""
        self.names["both" if gold and found else "gold" if gold else "found" if found else "none"] += 1
        if gold and found:
            same = same_name(gold, found, registry)
            self.names["same_actor"] += same
            self.names["same_state"] += not same and same_state(gold, found, MentionWords.load(), registry)


def measure_reports(options: argparse.Namespace, resolver: ActorResolver, registry: ActorRegistry) -> Figures:
    """The figures over the coded reports of a folder."""
    figures = Figures()
    for document, claim, row in iter_rows(options.reports, options.files):
        context = context_of(document, claim, row, typed=options.typed)
        began = time.process_time()
        found, rule = resolver.explain(row["raw"], role=row["role"], context=context)
        figures.seconds += time.process_time() - began
        figures.count_type(row, found.type, rule, context.country, shown=options.rule in (None, rule))
        figures.count_name(row["name"], found.name, registry)
        if options.names and row["name"] and not (found.name and same_name(row["name"], found.name, registry)):
            figures.errors.append(("NAME", row["raw"], row["name"], found.name, row["type"], found.type))
    return figures


def show(figures: Figures, *, load_ms: float, most: int) -> None:
    """Print the figures, and of the errors `most`, evenly spread."""
    total = sum(sum(counter.values()) for counter in figures.by_type.values())
    right = sum(counter[True] for counter in figures.by_type.values())
    speed = f"load {load_ms:.0f} ms  {1e6 * figures.seconds / total:.0f} us a mention"
    print(f"rows {total}  type right {100 * right / total:.1f} %  {speed}")
    for title, table in (("gold type", figures.by_type), ("rule", figures.by_rule)):
        for key, counter in sorted(table.items(), key=lambda item: -sum(item[1].values())):
            print(f"  {title} {key:28} {sum(counter.values()):5}  {100 * counter[True] / sum(counter.values()):5.1f} %")
    print("names", dict(figures.names))
    print("confusions", figures.confusion.most_common(25))
    for error in figures.errors[:: max(1, len(figures.errors) // max(1, most))][:most]:
        print("  ", *error, sep=" | ")


def main() -> None:
    """Parse arguments, measure, print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--reports", type=Path, help="a folder with coded reports")
    parser.add_argument("--tables", type=Path, nargs="+", metavar="FILE", help="mentions in sentences, instead of reports")
    parser.add_argument("--files", default="train_*.jsonl", help="which files of the folder")
    parser.add_argument("--errors", type=int, default=0, help="print so many wrong types")
    parser.add_argument("--names", type=int, default=0, help="print so many wrong names")
    parser.add_argument("--rule", help="of wrong types only those of this rule")
    parser.add_argument("--typed", action="store_true", help="tell the resolver the incident's type")
    options = parser.parse_args()
    if options.reports is None:
        print(json.dumps(measure_tables(options.tables or TABLES, errors=options.errors)))
        return
    began = time.process_time()
    resolver, registry = ActorResolver(), ActorRegistry.load()
    load_ms = (time.process_time() - began) * 1000
    figures = measure_reports(options, resolver, registry)
    if not figures.by_type:
        raise SystemExit(f"No coded actor in {options.reports}; expected files such as {options.files} with claims.")
    show(figures, load_ms=load_ms, most=options.errors or options.names)


if __name__ == "__main__":
    main()
