"""Where a vehicle was stopped on its way: "a bus travelling from Kano to Abuja at Jere" was at Jere."""

from __future__ import annotations

from crossread import patterns as re

_NAME = r"[A-ZÀ-ÖØ-Þ][\w'’-]+(?:\s[A-ZÀ-ÖØ-Þ][\w'’-]+){0,2}"
_ROUTE = re.compile(
    rf"(?:[a-z]+\s+){{0,6}}(?:from\s+(?:the\s+)?{_NAME}\s+to(?:wards?)?|between\s+(?:the\s+)?{_NAME}\s+and)\s+(?:the\s+)?{_NAME}"
    rf",?\s+(?=(?:at|in|near|outside|around|close\s+to)\s+(?:the\s+)?(?:[a-z]+\s+){{0,3}}{_NAME})"
)
_ROAD = re.compile(r"\b(?:road|highway|motorway|route|track|line|railway|border|stretch)\b", re.IGNORECASE)
NEAR = 20  # characters before a slot in which a road is told


def end_of_route(text: str, raw: str, start: int) -> int | None:
    """Where the words behind a vehicle's route begin in those of a slot; None where it tells no route, or a road.

    Coders give "on the Dhaka-Bogra highway near Sherpur" as that road.
    """
    match = _ROUTE.match(raw)
    if match is None or _ROAD.search(match.group()) or _ROAD.search(text[max(0, start - NEAR) : start]):
        return None
    return match.end()
