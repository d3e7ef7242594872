"""Settings: default < crossread.toml < environment < flag, and errors that say where to look."""

from __future__ import annotations

import os
import re
import tomllib
from dataclasses import FrozenInstanceError, fields
from pathlib import Path

import pytest

from crossread.config import Settings, load_settings
from crossread.errors import ConfigError

DOCS = Path(__file__).parents[2] / "docs" / "configuration.md"


def load(folder: Path, toml: str | None = None, *, environment=None, flags=None) -> Settings:
    if toml is not None:
        (folder / "crossread.toml").write_text(toml, encoding="utf-8")
    return load_settings(environment=environment or {}, flags=flags, folder=folder)


def test_without_anything_the_defaults_hold(tmp_path):
    """No file, no variable, no flag: the documented defaults, which nothing can change afterwards."""
    settings = load(tmp_path)
    assert settings == Settings()
    assert settings.store == "crossread.db"
    with pytest.raises(FrozenInstanceError):
        settings.store = "other.db"


def test_each_layer_overrules_the_one_below(tmp_path):
    """A flag beats the environment, which beats the file, which beats the default; a flag not given beats nothing."""
    toml = 'policy = "lowest"\nextractor = "llm"\nlanguage = "fr"\nmin_score = 0.1\n'
    environment = {"CROSSREAD_EXTRACTOR": "rule@2", "CROSSREAD_MIN_SCORE": "0.2", "CROSSREAD_LANGUAGE": ""}
    found = load(tmp_path, toml, environment=environment, flags={"min_score": 0.3, "policy": None})
    assert found == Settings(policy="lowest", extractor="rule@2", language="fr", min_score=0.3)


def test_paths_of_the_file_are_meant_from_the_file(tmp_path):
    """A configuration file works from anywhere; paths in flags and variables are meant from where one stands."""
    toml = 'store = "data/all.db"\npaths = ["reports", "/archive"]\n'
    assert load(tmp_path, toml) == Settings(store=str(tmp_path / "data/all.db"), paths=(str(tmp_path / "reports"), "/archive"))
    assert load(tmp_path, 'store = "sqlite:///all.db"').store == f"sqlite:///{tmp_path / 'all.db'}"
    assert load(tmp_path, 'store = "postgresql://me@host/all"').store == "postgresql://me@host/all"
    environment = {"CROSSREAD_STORE": "here.db", "CROSSREAD_PATHS": os.pathsep.join(("a", "b"))}
    assert load(tmp_path, toml, environment=environment) == Settings(store="here.db", paths=("a", "b"))


def test_a_file_can_be_named(tmp_path):
    """--config takes a file of any name, and it must be there."""
    other = tmp_path / "other.toml"
    other.write_text("min_score = 1\n")
    assert load_settings(other, environment={}, folder=tmp_path).min_score == 1.0
    with pytest.raises(ConfigError, match=re.escape(str(tmp_path / "none.toml"))):
        load_settings(tmp_path / "none.toml", environment={})


@pytest.mark.parametrize(
    ("toml", "environment", "flags", "told"),
    [
        ("min_score = 2\n", {}, {}, ["crossread.toml", "key min_score", "from 0 to 1", "2"]),
        ("min_score = true\n", {}, {}, ["min_score", "True"]),
        ('polcy = "lowest"\n', {}, {}, ["crossread.toml", "'polcy'", "Did you mean policy?"]),
        ('paths = "reports"\n', {}, {}, ["key paths", "a list of files"]),
        ('store = " "\n', {}, {}, ["key store", "postgresql://"]),
        ("store = \n", {}, {}, ["crossread.toml", "not TOML"]),
        (None, {"CROSSREAD_MIN_SCORE": "high"}, {}, ["CROSSREAD_MIN_SCORE", "'high'", "from 0 to 1"]),
        (None, {"CROSSREAD_LANGUAGE": "english"}, {}, ["CROSSREAD_LANGUAGE", "two-letter"]),
        (None, {}, {"extractor": "Encoder EN"}, ["--extractor", "'Encoder EN'"]),
        (None, {}, {"extractr": "x"}, ["the command line", "Did you mean extractor?"]),
    ],
)
def test_a_wrong_setting_says_where_it_stands(tmp_path, toml, environment, flags, told):
    """The error names the file, variable or flag, the key, what was expected and what was found."""
    with pytest.raises(ConfigError) as caught:
        load(tmp_path, toml, environment=environment, flags=flags)
    for words in told:
        assert words in str(caught.value)


def test_the_documented_sample_is_what_the_code_takes(tmp_path):
    """The sample of docs/configuration.md loads, names every setting, and shows the defaults as they are."""
    page = DOCS.read_text(encoding="utf-8")
    sample = re.search(r"```toml\n(.*?)```", page, re.DOTALL)
    rows = tomllib.loads(sample.group(1))
    load(tmp_path, sample.group(1))
    for field in fields(Settings):
        assert field.name in rows or f"# {field.name} =" in sample.group(1)
        assert f"CROSSREAD_{field.name.upper()}" in page
        if field.name in rows and field.name != "paths":
            assert rows[field.name] == field.default
