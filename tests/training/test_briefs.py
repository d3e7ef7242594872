"""Radio briefs are cut and put together the same way every time, so that stand-off annotation finds its text again."""

from __future__ import annotations

import csv
import io
import zipfile
from pathlib import Path

from training.annotation.briefs import iter_brief_documents

TOWNS = ("Arlesk", "Bontu", "Cerava", "Dolmin", "Estrik", "Fandul")
BRIEF = (
    "{town} saw an attack by gunmen on a checkpoint of the army , which killed {n} soldiers and wounded many more . "
    "Police in {town} say the militants fired on the troops from two cars and fled before more troops came . "
    "The army says it killed one of the attackers near {town} and arrested two suspects after the clash . "
    "They are said to be rebels , who have staged bombings and ambushes against soldiers around {town} since last year . "
    "Officials in {town} say hundreds of people protested against the attacks and that some of them clashed with police ."
)
BRIEFS = [BRIEF.format(town=town, n=n) for n, town in enumerate(TOWNS, 3)]


def _archive(folder: Path) -> Path:
    """A small set in the shape of the real one: one word a row, a mark where a sentence begins."""
    table = io.StringIO()
    writer = csv.writer(table)
    writer.writerow(["Sentence #", "Word"])
    for brief in BRIEFS:
        for number, sentence in enumerate(brief.split(" . ")):
            for at, word in enumerate([*sentence.rstrip(" .").split(), "."]):
                writer.writerow([f"Sentence: {number}" if at == 0 else "", word])
    path = folder / "set.zip"
    with zipfile.ZipFile(path, "w") as made:
        made.writestr("ner_dataset.csv", table.getvalue())
    return path


def test_briefs_are_cut_and_joined_the_same_way_every_time(tmp_path: Path) -> None:
    """Each document holds whole briefs, at least 200 words together, no space before a full stop."""
    archive = _archive(tmp_path)
    documents = dict(iter_brief_documents(archive))
    assert documents == dict(iter_brief_documents(archive))
    assert list(documents) == [f"GMB-{n:03d}" for n in range(len(documents))]
    assert documents
    for text in documents.values():
        assert len(text.split()) >= 200
        assert " ." not in text
        for part in text.split("\n\n"):
            assert len({town for town in TOWNS if town in part}) == 1


def test_without_the_archive_there_is_nothing(tmp_path: Path) -> None:
    """The set is not on a user's machine."""
    assert list(iter_brief_documents(tmp_path / "none.zip")) == []
