"""Which documents tell the same incident, against data that says so.

    python benchmarks/link.py gvc FILE.jsonl [--cache FOLDER] [--errors N]
    python benchmarks/link.py wcep conflict_items.jsonl [--cache FOLDER] [--errors N]

`gvc`: one document a line (doc_id, incident_id, title, dct, text), clustered by what each is about. `wcep`: pairs of
one-paragraph items of a few days, judged by reading (link_wcep.jsonl names them by hash; pairs that readers could argue on
are not in it). Nothing is learned from either; link_weights.py learns from pairs of other weeks. `--cache` keeps the claims
outside the repository, as extraction is the slow part. The last line is one JSON object with every figure.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import combinations
from pathlib import Path

from crossread.link import link_claims, story_groups
from crossread.link.collection import Collection
from crossread.link.pairs import candidate_pairs
from crossread.link.weights import load_weights
from link_metrics import Score, all_scores, conll
from link_rivals import by_place_day_type, by_splink, by_trigger
from link_texts import JudgedPair, Texts, about, load_pairs, load_texts, make_texts

COLUMNS = ("b3", "muc", "ceafe", "pairs")


def main() -> None:
    """Print the table or the pair figures."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("what", choices=("gvc", "wcep"))
    parser.add_argument("file", type=Path)
    parser.add_argument("--cache", type=Path)
    parser.add_argument("--errors", type=int, default=0)
    options = parser.parse_args()
    figures = (run_gvc if options.what == "gvc" else run_pairs)(options.file, options.cache, options.errors)
    print(json.dumps(figures))


def run_gvc(file: Path, cache: Path | None, errors: int) -> dict[str, float]:
    """Crossread beside what one would try first, on the same claims."""
    texts = load_texts(file, cache=cache)
    found: dict[str, Mapping[str, object]] = {
        "every document alone": {name: name for name in texts.documents},
        "same trigger word": by_trigger(texts),
        "place, day and type": by_place_day_type(texts),
        "splink, same columns": by_splink(texts),
        "crossread incidents": by_incident(texts),
        "crossread stories": story_groups(texts.claims, texts.documents),
    }
    empty = sum(1 for name in texts.documents if not texts.told(name))
    print(f"{len(texts.documents)} documents, {empty} without a claim, {len(texts.claims)} claims")
    print(f"{'':26}{'CoNLL':>7}" + "".join(f"{name + ' P':>9}{'R':>7}{'F1':>7}" for name in COLUMNS))
    figures: dict[str, float] = {}
    for name, labels in found.items():
        scores = all_scores(texts.gold, dict(labels))
        print(f"{name:26}{conll(scores):7.1f}" + "".join(_cells(scores[column]) for column in COLUMNS))
        key = name.replace(",", "").replace(" ", "_")
        figures |= {f"{key}.pairs.f1": scores["pairs"].f1, f"{key}.b3.f1": scores["b3"].f1, f"{key}.conll": conll(scores)}
    figures |= best_precision(texts)
    gold = {pair for pair in combinations(sorted(texts.documents), 2) if texts.gold[pair[0]] == texts.gold[pair[1]]}
    figures |= blocking_recall(texts, gold)
    _show_errors(texts, found["crossread stories"], errors)
    return {name: round(value, 1) for name, value in figures.items()}


def by_incident(texts: Texts) -> dict[str, str]:
    """Each document under the incident of the claim it is about; alone where it has none."""
    home = {name: cluster.id for cluster in link_claims(texts.claims, texts.documents) for name in cluster.all_ids}
    main = {name: about(texts, name) for name in texts.documents}
    return {name: home[claim.id] if claim is not None else name for name, claim in main.items()}


def best_precision(texts: Texts) -> dict[str, float]:
    """The highest pair precision of stories at a recall of 0.6 or more, over the log-odds from which two are joined."""
    best = {"precision_at_recall_60": 0.0, "its_recall": 0.0, "its_threshold": 0.0}
    for step in range(-4, 17):
        weights = replace(load_weights(), link=step / 2)
        score = all_scores(texts.gold, dict(story_groups(texts.claims, texts.documents, weights)))["pairs"]
        if score.recall >= 60 and score.precision >= best["precision_at_recall_60"]:
            best = {"precision_at_recall_60": score.precision, "its_recall": score.recall, "its_threshold": step / 2}
    print(
        f"precision {best['precision_at_recall_60']:.1f} at recall {best['its_recall']:.1f} (threshold {best['its_threshold']})"
    )
    return best


def run_pairs(file: Path, cache: Path | None, errors: int) -> dict[str, float]:
    """Precision and recall on judged pairs: the two items share an incident, or not; beside it what one would try first."""
    pairs = load_pairs(file)
    texts = make_texts({item.doc_id: item for pair in pairs for item in (pair.a, pair.b)}.values(), cache=cache)
    clusters = link_claims(texts.claims, texts.documents)
    home = {claim.id: claim.document_id for claim in texts.claims}
    linked = {pair for cluster in clusters for pair in combinations(sorted({home[name] for name in cluster.all_ids}), 2)}
    seen: list[tuple[int, bool, bool]] = []
    for pair in pairs:
        said = _key(texts, pair) in linked
        if errors and said != pair.same:
            print("FALSE" if said else "MISSED", "|", pair.a.text[:200], "|", pair.b.text[:200])
        seen.append((pair.round, said, pair.same))
    _show_rounds(seen)
    rivals: dict[str, Mapping[str, object]] = {
        "same trigger word": by_trigger(texts),
        "place, day and type": by_place_day_type(texts),
        "splink, same columns": by_splink(texts),
    }
    figures: dict[str, float] = {}
    for name, labels in rivals.items():
        score = _pair_score([(labels[a] == labels[b], pair.same) for pair in pairs for a, b in [_key(texts, pair)]])
        print(f"{name:26} P {score.precision:.1f} R {score.recall:.1f} F1 {score.f1:.1f}")
        key = name.replace(",", "").replace(" ", "_")
        figures |= {f"{key}.precision": score.precision, f"{key}.recall": score.recall}
    score = _pair_score([(said, same) for _, said, same in seen])
    told = f"P {score.precision:.1f} R {score.recall:.1f} F1 {score.f1:.1f}"
    print(f"{len(pairs)} pairs, {sum(pair.same for pair in pairs)} the same: {told}")
    same = {_key(texts, pair) for pair in pairs if pair.same}
    figures |= {"precision": score.precision, "recall": score.recall, "f1": score.f1, **blocking_recall(texts, same)}
    return {name: round(value, 1) for name, value in figures.items()}


def _key(texts: Texts, pair: JudgedPair) -> tuple[str, str]:
    a, b = sorted((texts.ids[pair.a.doc_id], texts.ids[pair.b.doc_id]))
    return a, b


def _pair_score(rows: Sequence[tuple[bool, bool]]) -> Score:
    """Of (said to be the same, the same): precision and recall."""
    right = sum(1 for said, same in rows if said and same)
    return Score(
        precision=100 * right / max(1, sum(said for said, _ in rows)),
        recall=100 * right / max(1, sum(same for _, same in rows)),
    )


def _show_rounds(seen: list[tuple[int, bool, bool]]) -> None:
    """Precision and recall of each round of judging by itself."""
    for number in sorted({row[0] for row in seen}):
        rows = [(said, same) for judged, said, same in seen if judged == number]
        right = sum(1 for said, same in rows if said and same)
        precision, recall = (100 * right / max(1, sum(1 for row in rows if row[side])) for side in (0, 1))
        print(f"round {number}: {len(rows)} pairs, {sum(same for _, same in rows)} the same: P {precision:.1f} R {recall:.1f}")


def blocking_recall(texts: Texts, same: set[tuple[str, str]]) -> dict[str, float]:
    """The share of pairs of documents on one incident whose claims meet in a block; pairs without claims apart."""
    collection = Collection(texts.claims, texts.documents)
    home = {claim.id: claim.document_id for claim in texts.claims}
    found = candidate_pairs(list(collection.tellings.values()), collection.rarity)
    met = {(min(home[a], home[b]), max(home[a], home[b])) for a, b in found}
    main = {name: claim.id for name in texts.documents if (claim := about(texts, name))}
    told = {pair for pair in same if all(name in home.values() for name in pair)}
    mains = {pair for pair in told if all(name in main for name in pair)}
    by_main = {pair for pair in mains if tuple(sorted(main[name] for name in pair)) in found}
    share = 100 * len(told & met) / max(1, len(told))
    of_main = 100 * len(by_main) / max(1, len(mains))
    print(
        f"blocking: {share:.1f} % of {len(told)} true pairs meet ({len(same) - len(told)} more have no claim), "
        f"by their main claims {of_main:.1f} % of {len(mains)}; {len(found)} candidate pairs of {len(texts.claims)} claims"
    )
    return {"blocking_recall": share, "blocking_recall_main": of_main}


def _cells(score: Score) -> str:
    return f"{score.precision:9.1f}{score.recall:7.1f}{score.f1:7.1f}"


def _show_errors(texts: Texts, labels: Mapping[str, object], most: int) -> None:
    shown = 0
    for a, b in combinations(sorted(texts.documents), 2):
        together = labels[a] == labels[b]
        if shown < most and together != (texts.gold[a] == texts.gold[b]):
            shown += 1
            print("FALSE" if together else "MISSED", "|", texts.documents[a].title, "|", texts.documents[b].title)


if __name__ == "__main__":
    main()
