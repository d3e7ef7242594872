"""The porch: the few public names, and that they cost nothing before they are used."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

import crossread
from crossread.errors import ReadError

REPORT = "BAMAKO, 21 January 2019 (Wire) - Gunmen killed ten peacekeepers in an attack on a camp in Aguelhok on Sunday."


def test_the_public_names_are_these() -> None:
    """A new public name is a decision: it is written down here, too."""
    assert sorted(crossread.__all__) == ["__version__", "compare", "extract", "read"]
    assert all(hasattr(crossread, name) for name in crossread.__all__)


@pytest.mark.parametrize(
    "first", ["import crossread.read", "from crossread.read import ReadOptions", "import crossread.extract", "pass"]
)
def test_a_room_that_can_be_called_is_one_whatever_was_imported_first(first: str) -> None:
    """No order of imports hides the function behind the room or the room behind the function."""
    code = f"""
import crossread
{first}
assert callable(crossread.read) and callable(crossread.extract) and callable(crossread.compare)
from crossread import read, extract
from crossread.read import ReadOptions as options
assert read.ReadOptions is options and extract is crossread.extract
"""
    subprocess.run([sys.executable, "-c", code], check=True)


def test_importing_the_package_loads_nothing_heavy() -> None:
    """The encoder's runtime, numpy and the readers come in when they are needed."""
    code = "import sys, crossread; assert not {'numpy', 'onnxruntime', 'trafilatura'} & set(sys.modules)"
    subprocess.run([sys.executable, "-c", code], check=True)


@pytest.mark.skipif(not Path("/proc/self/task").is_dir(), reason="threads are counted in /proc")
@pytest.mark.parametrize("use", ["crossread.extract", "from crossread.extract import load_extractor"])
def test_small_matrices_start_no_pool_of_threads(use: str) -> None:
    """As many threads as with one asked for, whichever way the room is entered; the environment stays as the process had it."""
    code = f"""
import os, crossread
{use}
import numpy
numpy.ones((800, 800)) @ numpy.ones((800, 800))
print(len(os.listdir("/proc/self/task")), os.environ.get("OPENBLAS_NUM_THREADS"))
"""
    free = {name: value for name, value in os.environ.items() if not name.endswith("_NUM_THREADS")}
    asked = {**free, "OPENBLAS_NUM_THREADS": "1"}
    told = [
        subprocess.run([sys.executable, "-c", code], check=True, env=env, capture_output=True, text=True).stdout.split()
        for env in (free, asked)
    ]
    assert told == [[told[1][0], "None"], [told[1][0], "1"]]


def test_a_text_in_hand_becomes_claims_with_true_quotes() -> None:
    """read, extract: every quote stands in the text."""
    (document,) = crossread.read(REPORT)
    assert document.published is not None
    assert document.published.isoformat() == "2019-01-21"
    extraction = crossread.extract(document)
    assert extraction.claims
    for claim in extraction.claims:
        for evidence in claim.iter_evidence():
            evidence.check(document.text)


def test_the_same_report_twice_is_one_account() -> None:
    """compare counts a document once however often it is given."""
    (document,) = crossread.read(REPORT)
    comparison = crossread.compare([document, document])
    assert len(comparison.documents) == 1
    assert all(len(incident.accounts) == 1 for incident in comparison.incidents)


FRENCH = (
    "Des hommes armés ont attaqué un village près de Gao le 20 janvier 2019, tuant six habitants, selon la mairie. "
    "Les assaillants ont aussi brûlé des greniers et emporté du bétail avant de prendre la fuite vers le nord."
)


def test_a_report_that_is_left_unread_is_warned_of() -> None:
    """In a language that the extractor does not read: as in a folder, where one that is no report is warned of."""
    (document,) = crossread.read(FRENCH)
    for call in (crossread.compare, crossread.extract):
        with pytest.warns(UserWarning, match="language") as warned:
            call([document])
        assert len(warned) == 1


def test_incidents_are_compared_by_day() -> None:
    """Whatever order the reports come in; one without a day stands last."""
    told = "Gunmen killed six farmers in an attack on {} {}, the army said."
    days = (
        ("Gao", "on 9 March 2019"),
        ("Kidal", "some time ago"),
        ("Mopti", "on 2 March 2019"),
        ("Djibo", "on 28 February 2019"),
    )
    documents = [document for place, day in days for document in crossread.read(told.format(place, day))]
    windows = [incident.when for incident in crossread.compare(documents).incidents]
    found = [window.earliest.isoformat() if window and window.earliest else "" for window in windows]
    assert found == ["2019-02-28", "2019-03-02", "2019-03-09", ""]


def test_a_path_to_nothing_is_not_taken_for_a_report() -> None:
    """A misspelt path is an error, not a report of one word."""
    with pytest.raises(ReadError, match="no file"):
        crossread.read("reports/missing.txt")


def test_a_file_that_cannot_be_read_is_named_once(tmp_path: Path) -> None:
    """Alone it is an error, in a folder a warning; either says where, and says it once."""
    path = tmp_path / "broken.pdf"
    path.write_bytes(b"%PDF-1.7 nothing follows")
    with pytest.raises(ReadError) as caught:
        crossread.read(path)
    with pytest.warns(UserWarning, match="damaged") as warned:
        assert crossread.read(tmp_path) == []
    assert [str(told).count(str(path)) for told in (caught.value, warned[0].message)] == [1, 1]


def test_an_unknown_name_says_what_there_is() -> None:
    """The message lists the public names."""
    with pytest.raises(AttributeError, match="compare"):
        _ = crossread.summarise


def test_what_is_no_report_in_a_file_of_reports_is_a_warning(tmp_path: Path) -> None:
    """A mail with something attached is read; what was met in a table is told, too."""
    mail = tmp_path / "report.eml"
    mail.write_text(
        "From: Radio Gao <r@example.org>\nSubject: Mine\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=x\n\n"
        "--x\nContent-Type: text/plain\n\nTwo men were hurt by a mine near Gao.\n"
        "--x\nContent-Type: image/png\nContent-Disposition: attachment; filename=annex.png\n\nx\n--x--\n"
    )
    with pytest.warns(UserWarning, match=r"annex\.png"):
        assert [row.source for row in crossread.read(mail)] == ["Radio Gao"]
    table = tmp_path / "rows.csv"
    table.write_text("text,published\nTwo men were hurt.,03/04/2024\nShots in Gao.,13/04/2024\n")
    with pytest.warns(UserWarning, match="the day comes first"):
        assert len(crossread.read(table)) == 2
