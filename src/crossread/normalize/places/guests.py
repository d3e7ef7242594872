"""People who are told of by their nation because they are abroad: "a Tanzanian peacekeeper", "two Chinese engineers"."""

from __future__ import annotations

import re

# In the coded reports one of 12 nations of peacekeepers and contingents is where something in the report happened, of tourists,
# engineers, sailors and nuns none of 19, of aid and oil workers three of 12, of "a … soldier" seven of 25, of "nationals" one
# of 7. Soldiers (48 of 108) and police (64 of 71) may as well be at home.
_GUESTS = (
    r"peace-?keepers?|peacekeeping\s+(?:forces?|troops|soldiers?)|blue\s+helmets?|contingents?|soldier|nationals|tourists?"
    r"|(?:aid|relief|humanitarian|oil|construction|migrant|expatriate)\s+workers?|engineers?|sailors?|nuns?|missionar(?:y|ies)"
    r"|diplomats?"
)
_BEHIND = re.compile(rf"\s+(?:(?:[A-Z]{{2,}}|U\.N\.)\s+)?(?:[a-z-]+\s+)?(?:{_GUESTS})\b(?!['’-])")


def are_guests(text: str, end: int) -> bool:
    """True for a nation's adjective that ends here, before people who are more often told of so away from home."""
    return _BEHIND.match(text, end) is not None
