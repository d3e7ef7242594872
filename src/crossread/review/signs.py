"""Agreement and disagreement as sign and word, as on the terminal."""

from __future__ import annotations

SIGNS = {
    "agrees": ("=", "agrees", "as the incident"),
    "compatible": ("≈", "compatible", "coarser or open, both can be right"),
    "differs": ("≠", "differs", "both cannot be right"),
    "set aside": ("×", "set aside", "a party's word about its enemy's losses"),
    "not told": ("·", "not told", ""),
    "told": ("", "", ""),
}
