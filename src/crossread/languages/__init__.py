"""One TOML per language: months, number words, relative dates, casualty words, abbreviations."""

from crossread.languages.codes import LANGUAGE_CODES
from crossread.languages.language import Language, list_languages, load_language, parse_language

__all__ = ["LANGUAGE_CODES", "Language", "list_languages", "load_language", "parse_language"]
