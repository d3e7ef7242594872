"""How many incidents a month of a state's reports tell, against the record (LongTail: US local news of shootings).

    python benchmarks/link_longtail.py FOLDER [--months 12] [--cache FOLDER]

FOLDER holds docs.jsonl (one report a line) and incidents.jsonl (the record). Of the incidents that have two reports or more,
those of one month and state are counted together: the number of incidents that the reports' shootings are put into, against the
number in the record. Of each report the shooting is the one that counts.py takes, too: an arrest is no further incident, and a
report without a shooting adds none. The months with most such incidents are taken. Nothing is learned from them. The last line
is one JSON object.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter, defaultdict
from datetime import datetime
from pathlib import Path
from typing import Any

from crossread.link import link_claims, story_groups
from link_metrics import all_scores
from link_texts import Texts, document_rows
from longtail import main_claim

LINE = (
    "{month} {state:15} {documents:3} reports {incidents:3} incidents, found {found:3} ({error:+.0f} %), as stories {stories:3}"
)


def main() -> None:
    """Print one line a month and state, and the whole."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--months", type=int, default=12)
    parser.add_argument("--cache", type=Path)
    options = parser.parse_args()
    months = pick_months(options.folder, most=options.months)
    rows = [measure(name, document_rows(documents, cache=options.cache)) for name, documents in months]
    for row in rows:
        print(LINE.format(**row))
    print(json.dumps(summary(rows)))


def pick_months(folder: Path, *, most: int) -> list[tuple[tuple[str, str], list[dict[str, Any]]]]:
    """(month, state) and its reports, of incidents that have two or more, those months first that have most such incidents."""
    homes = {row["incident_uri"]: home for row in _lines(folder / "incidents.jsonl") if (home := _home(row))}
    documents = [row for row in _lines(folder / "docs.jsonl") if row["incident_id"] in homes and row["text"].strip()]
    reports = Counter(row["incident_id"] for row in documents)
    months: dict[tuple[str, str], list[dict[str, Any]]] = defaultdict(list)
    for row in documents:
        if reports[row["incident_id"]] > 1:
            months[homes[row["incident_id"]]].append(row)
    size = {home: len({row["incident_id"] for row in rows}) for home, rows in months.items()}
    return sorted(months.items(), key=lambda item: (-size[item[0]], item[0]))[:most]


def measure(name: tuple[str, str], texts: Texts) -> dict[str, Any]:
    """Incidents in the record and as they are found."""
    labels = shootings(texts)
    stories = story_groups(texts.claims, texts.documents)
    incidents, found = len(set(texts.gold.values())), len(set(labels.values()))
    every = {document: labels.get(document, document) for document in texts.documents}
    return {
        "month": name[0],
        "state": name[1],
        "documents": len(texts.documents),
        "incidents": incidents,
        "found": found,
        "error": 100 * (found - incidents) / incidents,
        "stories": len(set(stories.values())),
        "pairs_f1": all_scores(texts.gold, every)["pairs"].f1,
        "empty": len(texts.documents) - len(labels),
    }


def shootings(texts: Texts) -> dict[str, str]:
    """The incident of the shooting that each report is about; without the reports of which no such claim was made."""
    home = {name: cluster.id for cluster in link_claims(texts.claims, texts.documents) for name in cluster.all_ids}
    mains = {name: main_claim(texts.told(name)) for name in texts.documents}
    return {name: home[claim.id] for name, claim in mains.items() if claim is not None and claim.id in home}


def summary(rows: list[dict[str, Any]]) -> dict[str, float]:
    """The mean of the absolute relative errors, of incidents and of stories, and the error of the whole."""
    size = max(1, len(rows))
    whole = sum(row["incidents"] for row in rows)
    figures = {
        "months": len(rows),
        "incidents": whole,
        "mean_error": sum(abs(row["error"]) for row in rows) / size,
        "whole_error": 100 * (sum(row["found"] for row in rows) - whole) / max(1, whole),
        "mean_error_stories": sum(100 * abs(row["stories"] - row["incidents"]) / row["incidents"] for row in rows) / size,
        "whole_error_stories": 100 * (sum(row["stories"] for row in rows) - whole) / max(1, whole),
        "pairs_f1": sum(row["pairs_f1"] for row in rows) / size,
        "reports_without_shooting": sum(row["empty"] for row in rows),
    }
    return {name: round(value, 1) for name, value in figures.items()}


def _home(row: dict[str, Any]) -> tuple[str, str] | None:
    try:
        day = datetime.strptime(row["date"], "%B %d, %Y")
    except ValueError:
        return None  # a record without a day belongs to no month
    return f"{day:%Y-%m}", row["state"]


def _lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


if __name__ == "__main__":
    main()
