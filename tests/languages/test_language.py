"""Language files: each is whole, and a wrong one is refused with what, where and expected."""

from __future__ import annotations

import tomllib
from importlib.resources import files

import pytest

from crossread.errors import CodebookError
from crossread.languages import list_languages, load_language, parse_language
from crossread.languages.language import SECTIONS
from crossread.normalize.counts.words import KINDS
from crossread.normalize.dates.words import TAGS

CODES = list_languages()


def source(code: str = "en") -> str:
    """The text of a language file."""
    return files("crossread.languages").joinpath(f"{code}.toml").read_text("utf-8")


def test_five_languages_are_there() -> None:
    """The field's five languages have a file."""
    assert set(CODES) >= {"ar", "en", "es", "fr", "pt"}


@pytest.mark.parametrize("code", CODES)
def test_file_is_whole(code: str) -> None:
    """Each file names itself, all months and weekdays, and roles that the date and count rules know."""
    language = load_language(code)
    assert language.code == code
    assert set(language.months.values()) == set(range(1, 13))
    assert set(language.weekdays.values()) == set(range(1, 8))
    assert set(language.islamic_months.values()) == set(range(1, 13))
    assert set(language.date_words.values()) <= set(TAGS)
    assert set(language.date_cues) <= {
        "future",
        "reported",
        "saying",
        "performing",
        "not_saying",
        "looking_back",
        "coming",
        "bounding",
        "said_what",
        "spanning",
        "filled_by",
        "lasting",
        "aftermath",
        "promised",
        "accusing",
    }
    assert {"at_least", "at_most", "about", "vague", "zero", "one"} <= set(language.count_words)
    assert set(KINDS) - set(language.count_words) <= {"three", "half", "possessive"}
    assert set(tomllib.loads(source(code))) >= set(SECTIONS)


def test_english_has_the_words_that_rules_ask_for() -> None:
    """The rules of retellings and names are written for English: a role that they ask for and nobody fills would be silent."""
    english = load_language("en")
    roles = {"young", "nobody_else", "numbers", "male", "female", "anybody", "animals", "self", "doers"}
    assert set(english.people_words) == roles
    assert set(english.name_words) == {"speaker", "says", "retold"}
    assert all(words for section in (english.people_words, english.name_words) for words in section.values())
    assert not set(english.people_words["male"]) & set(english.people_words["female"])


@pytest.mark.parametrize("code", CODES)
def test_language_is_read_once(code: str) -> None:
    """Loading is cached, and what is loaded cannot be changed."""
    language = load_language(code)
    assert load_language(code) is language
    with pytest.raises(TypeError):
        language.months["smarch"] = 13  # type: ignore[index]


def test_unknown_language_is_refused() -> None:
    """A language without a file names those that have one."""
    with pytest.raises(CodebookError, match="no language 'xx'") as caught:
        load_language("xx")
    assert "en" in (caught.value.expected or "")
    assert caught.value.next_step


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("[months]", "[moons]", "lacks a section"),
        ('date_order = "unclear"', 'date_order = "backwards"', "Unknown date order"),
        ('2 = ["february", "feb", "febuary"]', "2 = []", "A number has no word"),
        ('5 = ["may"]', '5 = ["may", "april"]', "stands for two things"),
        ('today = ["today"]', 'today = ["Today"]', "must be text in lower case"),
        ("two = 2", 'two = "2"', "no whole number"),
        ('young = ["baby",', 'young = ["Baby",', "must be text in lower case"),
        ('spring = ["spring", "springtime"]', 'sprung = ["spring"]', "wrong keys"),
        ('name = "English"', 'name = "English', "not TOML"),
    ],
)
def test_wrong_file_is_refused(old: str, new: str, message: str) -> None:
    """Each kind of mistake in a file stops with a sentence that names it and the file."""
    text = source()
    assert old in text
    with pytest.raises(CodebookError, match=message) as caught:
        parse_language(text.replace(old, new, 1), where="languages/test.toml")
    assert "languages/test.toml" in (caught.value.where or "")
