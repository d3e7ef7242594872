"""Contracts that every registered plugin keeps, built in or from outside."""

from __future__ import annotations

import importlib
import inspect
import json
import subprocess
import sys
from functools import partial
from pathlib import Path

import pytest

from crossread.errors import EncoderError, RegistryError
from crossread.extract.reader_en import EncoderExtractor, shipped_name
from crossread.registry import KINDS, find_plugin, list_plugins

ROOMS = {"readers": "read", "extractors": "extract", "exporters": "export", "comparisons": "link", "policies": "weigh"}

# The golden list: a plugin that comes or goes, or changes its version, is a decision.
BUILT_IN = {
    "readers": {
        "acled@1",
        "csv@1",
        "docx@1",
        "email@1",
        "epub@1",
        "feed@1",
        "ged@1",
        "html@1",
        "jsonl@1",
        "mbox@1",
        "mhtml@1",
        "odt@1",
        "pdf@1",
        "rtf@1",
        "subtitles@1",
        "telegram@1",
        "telegram_page@1",
        "text@1",
        "whatsapp@1",
        "xlsx@1",
        "zip@1",
    },
    "extractors": {shipped_name(), "llm@1"},
    "exporters": {
        "acled@1",
        "acled_numeric@1",
        "csv@1",
        "dossier@1",
        "ged@1",
        "geojson@1",
        "hxl@1",
        "jsonl@1",
        "jsonld@1",
        "parquet@1",
        "xlsx@1",
    },
    "comparisons": {
        "doers@1",
        "harm@1",
        "means@1",
        "person@1",
        "phase@1",
        "site@1",
        "status@1",
        "text@1",
        "type@1",
        "victims@1",
        "when@1",
        "where@1",
        "words@1",
    },
    "policies": {"best_low_high@1", "latest_official@1", "lowest@1", "majority@1", "range@1"},
}


def load(kind: str) -> dict[str, object]:
    """The plugins of a kind, with the room that brings the built-in ones imported."""
    importlib.import_module(f"crossread.{ROOMS[kind]}")
    return dict(list_plugins(kind))


def test_what_is_registered_is_what_the_golden_list_says() -> None:
    """Nothing comes in or goes out unnoticed. Asked in a process of its own, where no other test has registered a trial."""
    program = (
        "import json, importlib; from importlib.metadata import entry_points; from crossread.registry import list_plugins\n"
        f"for room in {sorted(ROOMS.values())}: importlib.import_module('crossread.' + room)\n"
        "outside = lambda kind: set(entry_points(group='crossread.' + kind).names)\n"
        f"print(json.dumps({{kind: sorted(set(list_plugins(kind)) - outside(kind)) for kind in {KINDS}}}))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert {kind: set(names) for kind, names in json.loads(done.stdout).items()} == BUILT_IN


@pytest.mark.parametrize("kind", KINDS)
def test_every_plugin_is_found_by_its_bare_name_and_explains_itself(kind: str) -> None:
    """`name` finds the newest `name@version`; each plugin says in a docstring what it is."""
    plugins = load(kind)
    assert plugins
    for name, plugin in plugins.items():
        assert find_plugin(kind, name) is plugin
        assert find_plugin(kind, name.partition("@")[0]) in plugins.values()
        assert inspect.getdoc(plugin.func if isinstance(plugin, partial) else plugin), name


@pytest.mark.parametrize("kind", KINDS)
def test_a_plugin_that_is_not_there_is_refused_with_the_list(kind: str) -> None:
    """The error names what is there."""
    names = load(kind)
    with pytest.raises(RegistryError) as caught:
        find_plugin(kind, "nobody")
    assert next(iter(sorted(names))) in str(caught.value)


def test_every_extractor_keeps_the_evidence_law() -> None:
    """Whoever extracts, every quote stands in the text at its offsets, and slots come raw."""
    from crossread.extract import load_extractor
    from crossread.records import Document

    text = "Two soldiers were killed on Monday when a mine exploded near Douentza, the army said. Nobody claimed the attack."
    document = Document(id="doc_1", text=text, language="en")
    reader = load_extractor("encoder-en")
    assert reader.name in list_plugins("extractors"), "claims name a plugin that nobody can ask for"
    (extraction,) = reader.extract([document])
    assert extraction.document_id == "doc_1"
    assert extraction.claims
    for claim in extraction.claims:
        assert claim.made_by == reader.name
        assert claim.when is None or claim.when.value is None
        for evidence in claim.iter_evidence():
            evidence.check(text)


def test_an_encoder_that_is_not_there_stops_nobody_but_who_loads_it(tmp_path: Path) -> None:
    """A package without its encoder still reads with other extractors: only loading this one is refused."""
    assert shipped_name(tmp_path) == "encoder-en@0"
    with pytest.raises(EncoderError, match="not there"):
        EncoderExtractor(tmp_path)
