"""The order of incidents by day, one for every list: the terminal, the desk, dossiers and tables."""

from __future__ import annotations

from datetime import date

from crossread.records import Incident


def day_order(incident: Incident) -> tuple[date, date, str]:
    """By the first day, or the last where no first is told; of one first day the shorter stretch first; undated ones last.

    The store orders its rows alike (`BY_DAY`).
    """
    window = incident.when
    first, last = (window.earliest, window.latest) if window else (None, None)
    return first or last or date.max, last or date.max, incident.id
