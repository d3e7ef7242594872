"""The sample reports are small, of many formats, in words of our own, and say what they are."""

from __future__ import annotations

import json
import os
import re
import unicodedata
from pathlib import Path

import pytest

from crossread.read import ReadDocument, ReadResult, iter_documents
from crossread.records import Document
from crossread.samples import sample_folder, sample_paths, sample_sources

NOTE = "written for crossread after public facts"
MOST_BYTES = 200_000
SHARED_WORDS = 8
LONG_NAME = "national movement for the liberation of azawad"  # a name is nobody's sentence

# Words that would make an account praise violence or call for it. The partisan sample uses labels, and none of these.
PRAISE = (
    "heroic",
    "hero",
    "glorious",
    "glory",
    "brave",
    "martyr",
    "martyrs",
    "victory",
    "triumph",
    "salute",
    "hail",
    "welcome",
    "celebrate",
    "long live",
    "blessed",
    "rightly",
    "deserved",
    "rise up",
    "join us",
    "must be crushed",
    "lions",
)


@pytest.fixture(scope="module")
def results() -> list[ReadResult]:
    """All sample files, read once."""
    return list(iter_documents(sample_paths()))


@pytest.fixture(scope="module")
def documents(results: list[ReadResult]) -> list[Document]:
    """The documents that came of them."""
    return [result.document for result in results if isinstance(result, ReadDocument)]


def written_text(path: Path) -> str:
    """The text of a sample that can be read as it lies on disk."""
    return path.read_text(encoding="utf-8") if path.suffix in (".txt", ".html", ".jsonl") else ""


def test_there_are_enough_and_they_are_small() -> None:
    """At least sixteen files of five formats, all together well under the limit for the package."""
    paths = sample_paths()
    assert len(paths) >= 16
    assert {path.suffix for path in paths} == {".txt", ".html", ".jsonl", ".pdf", ".docx"}
    assert sum(path.stat().st_size for path in paths) < MOST_BYTES
    assert paths == sorted(paths)


def test_every_sample_says_that_it_is_one() -> None:
    """Each text file carries the note that it was written for crossread, each row of a table too, and the README lists all."""
    for path in sample_paths():
        if path.suffix in (".txt", ".html"):
            assert NOTE in written_text(path), path.name
        elif path.suffix == ".jsonl":
            assert all(NOTE in json.loads(line)["note"] for line in written_text(path).splitlines())
    readme = (sample_folder().parent / "README.md").read_text(encoding="utf-8")
    assert [path.name for path in sample_paths() if f"`{path.name}`" not in readme] == []


def test_every_sample_is_read(results: list[ReadResult], documents: list[Document]) -> None:
    """Seventeen files give nineteen documents in English, each with its source, title and day, and nothing is refused."""
    assert [result for result in results if not isinstance(result, ReadDocument)] == []
    assert len(documents) == 19
    assert len({document.id for document in documents}) == 19
    for document in documents:
        assert document.title, document.name
        assert document.published, document.name
        assert document.language == "en", document.name


def test_every_source_is_known(documents: list[Document]) -> None:
    """Each sample tells who published it, or `sample_sources` does, and never both."""
    told = {Path(document.name or "").name for document in documents if document.source}
    silent = {Path(document.name or "").name for document in documents if not document.source}
    assert silent == set(sample_sources())
    assert told & silent == set()


def test_only_the_report_is_read_as_text(documents: list[Document]) -> None:
    """No head line, no note, no menu and no reader's comment is in a text, and each has the length of a short report."""
    for document in documents:
        for foreign in (NOTE, "Published:", "oldsailor52", "Accept all", "Most read", "leek and potato", "Newsletter", "%PDF"):
            assert foreign not in document.text, document.name
        assert 60 <= len(document.text.split()) <= 230, document.name


def test_offsets_give_back_the_words(documents: list[Document]) -> None:
    """Each text is in composed Unicode with plain line ends, and a quote taken at an offset is found there again."""
    for document in documents:
        assert unicodedata.is_normalized("NFC", document.text), document.name
        assert "\r" not in document.text
        middle = len(document.text) // 2
        document.quote(middle, middle + 20).check(document.text)


def test_the_key_facts_stand_in_the_texts(documents: list[Document]) -> None:
    """The numbers that the accounts must disagree about are there to be read, in the document they belong to."""
    told = {Path(document.name or "").name: document.text for document in documents}
    assert "ten peacekeepers from Chad were killed" in told["un-secretary-general-aguelhok.txt"]
    assert "30 Chadian soldiers" in told["jnim-claim-aguelhok.txt"]
    assert "injured" in told["un-secretary-general-douentza.txt"]
    assert "a soldier from Burkina Faso had been killed" in told["commentary-six-years.txt"]
    assert "10 January" in told["french-general-staff-weekly-point.pdf"]
    assert "10 January" in told["press-french-strike.html"]
    assert "About 20 civilians" in told["msa-communique.docx"]


def test_addresses_lead_nowhere() -> None:
    """Every address is one of the reserved example domain, so nobody is sent to a page that says something else."""
    addresses = [a for path in sample_paths() for a in re.findall(r"https?://[^\s\"'<]+", written_text(path))]
    assert addresses
    assert {re.sub(r"^https://example\.org/.*", "ok", address) for address in addresses} == {"ok"}


def test_no_sample_praises_violence() -> None:
    """None of the words of praise or call is in any report, the partisan commentary included."""
    for path in sample_paths():
        text = written_text(path).lower()
        assert [word for word in PRAISE if re.search(rf"\b{word}\b", text)] == [], path.name


def test_no_sentence_of_the_original_commentary_is_reused(documents: list[Document]) -> None:
    """No eight words in a row stand in the commentary that started the project, whose licence is unknown."""
    shared = os.environ.get("CROSSREAD_SHARED")
    if not shared:
        pytest.skip("CROSSREAD_SHARED does not name the folder with the original commentary, which is not in the repository")
    original = runs_of_words((Path(shared) / "reports" / "mali-2019" / "commentary.txt").read_text(encoding="utf-8"))
    assert len(original) > 300
    for document in documents:
        assert runs_of_words(document.text) & original == set(), document.name


def runs_of_words(text: str) -> set[tuple[str, ...]]:
    """Every run of eight words of a text, without case and punctuation, the long name of one group taken as one word."""
    words = re.findall(r"\w+", text.lower().replace(LONG_NAME, "mnla"))
    return {tuple(words[i : i + SHARED_WORDS]) for i in range(len(words) - SHARED_WORDS + 1)}
