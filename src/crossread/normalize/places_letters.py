"""What capitals and full stops tell about names."""

from __future__ import annotations

import re

LONGEST_SHORTENED = 4  # letters and full stop of a name's last word that may be an abbreviation ("Sta.")
_CAPITAL = re.compile(r"[A-ZÀ-ÖØ-Þ]")
_SMALL = re.compile(r"[a-zà-öø-ÿ]")


def is_written(name: str) -> bool:
    """False for a lone letter and for figures, which name no place that nobody lists ("0300H" is an hour)."""
    return len(name) > 1 and any(letter.isalpha() for letter in name)


def has_case(text: str) -> bool:
    """True if capitals tell names from words here: the text is neither all capitals nor all small letters."""
    capitals, small = len(_CAPITAL.findall(text)), len(_SMALL.findall(text))
    return 0 < capitals < 0.6 * (capitals + small)


def without_stop(name: str) -> str:
    """A name at the end of a sentence without its full stop; a shortened one ("Sta.") keeps its own."""
    return name[:-1] if name.endswith(".") and len(name.rpartition(" ")[2]) > LONGEST_SHORTENED else name
