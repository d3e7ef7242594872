"""What capitals and full stops tell about names."""

from __future__ import annotations

import re

# Last words of names that keep their full stop, besides initials: "Sta.", "Ave.".
_SHORTENED = re.compile(
    r"(?:St|Sta|Sto|Ste|Mt|Mtn|Ft|Pt|Ave?|Rd|Dr|Blvd|Hwy|Pkwy|Co|Is|Gral|Gob|Cmdt|Jr|Sr|No|Pte|Av|Dist|Prov|Ala|Ariz|Ark"
    r"|Calif|Colo|Conn|Del|Fla|Ga|Ill|Ind|Kan|Ky|La|Md|Mass|Mich|Minn|Miss|Mo|Mont|Neb|Nev|Okla|Ore|Pa|Tenn|Tex|Va|Vt|Wash|Wis|Wyo|[A-Z])\.|.*\..+\."
)
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
    return name if not name.endswith(".") or _SHORTENED.fullmatch(name.rpartition(" ")[2]) else name[:-1]
