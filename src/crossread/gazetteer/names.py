"""Place names made comparable: folded for exact look-up, a skeleton for spelling variants."""

from __future__ import annotations

from functools import lru_cache

from crossread import patterns as re
from crossread.folding import fold_letters

_APOSTROPHES = re.compile("['’‘`´ʻʼʿʾ‛ʹʽ‵′]")
_NOT_WORD = re.compile(r"[\W_]+")
_ARTICLE = re.compile(r"^(?:al|el|ar|as|ash|at|az|ad|an|ath|adh|es|er|ed|et|en|the|la|le|los|las|les)\s+(?=\S{3})")
# Spelling habits of romanised Arabic, Tamasheq, Russian, French … all brought to one; order matters.
_HABITS: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern), plain)
    for pattern, plain in (
        (r"(?<!^)(?:al|el)(?=\s)", ""),
        (r"\s+(?:al|el|ar|as|ash|at|az|ad|an|ez|ed|er|es)\s+", ""),
        (r"\s+", ""),
        (r"tch|tsh", "ch"),
        (r"dj|dzh|zh", "j"),
        (r"kh|gh|ck", "k"),
        (r"ph", "f"),
        (r"th", "t"),
        (r"dh", "d"),
        (r"(?<![cs])h(?![aeiouy])", ""),
        (r"sch|sh", "s"),
        (r"ou|oo|w(?=[bcdfghjklmnpqrstvxz]|$)", "u"),
        (r"ee|ie|iy|ii|y", "i"),
        (r"ei|ai|ay|ey", "e"),
        (r"q|c(?=[aou])|c$", "k"),
        (r"w", "v"),
        (r"o", "u"),
        (r"e", "i"),
        (r"(.)\1+", r"\1"),
        (r"(?<=.{3})[aih]$", ""),
    )
)


@lru_cache(32_768)
def fold_name(name: str) -> str:
    """The name without accents, case, hyphens and apostrophes: "Aguel'hoc" is "aguelhoc", "In-Khalil" is "in khalil"."""
    return _NOT_WORD.sub(" ", _APOSTROPHES.sub("", fold_letters(name))).strip()


def drop_article(folded: str) -> str:
    """The folded name without a leading article: "al bukamal" is "bukamal"."""
    return _ARTICLE.sub("", folded)


def skeleton(folded: str) -> str:
    """What spellings of one name share: Aguelhok, Aguelhoc and Aguel-Hoc give one key, so do Menaka and Minaka.

    Only a way to find candidates: two names with one skeleton need not be the same, so the resolver asks for the right
    country before it believes one. Empty for names too short to tell apart.
    """
    key = drop_article(folded)
    for pattern, plain in _HABITS:
        key = pattern.sub(plain, key)
    return key if len(key) >= 4 else ""
