"""Two coders are compared by values that one normalizer reads in the words each of them marked."""

from __future__ import annotations

from training.annotation.agreement import give_values

from crossread.normalize import Normalizer

TEXT = "Gunmen killed at least 12 villagers near Mopti in Mali on Monday, police said."


def _span(quote: str) -> dict:
    start = TEXT.index(quote)
    return {"raw": quote, "evidence": [{"quote": quote, "start": start, "end": start + len(quote)}]}


def test_the_words_of_a_coder_get_values() -> None:
    """Day, place and number are read from the spans; roles and kinds are the coder's."""
    killed = TEXT.index("killed")
    claim = {
        "type": "killing",
        "scope": "incident",
        "status": "accomplished",
        "stance": "attributed",
        "trigger": {"quote": "killed", "start": killed, "end": killed + 6},
        "retellings": [],
        "when": _span("on Monday"),
        "where": _span("near Mopti in Mali"),
        "actors": [{"role": "victim", "type": "civilians", **_span("villagers")}],
        "harm": [{"effect": "killed", "group_type": "civilians", **_span("at least 12 villagers")}],
        "means": [],
        "speakers": [{"role": "reports", **_span("police")}],
    }
    row = {"external_id": "T-1", "published": "2019-01-16", "title": None, "text": TEXT, "claims": [claim]}
    (valued,) = give_values(row, Normalizer())["claims"]
    assert (valued["when"]["earliest"], valued["when"]["latest"]) == ("2019-01-14", "2019-01-14")
    assert (valued["where"]["name"], valued["where"]["country"]) == ("Mopti", "ML")
    assert [(h["effect"], h["low"], h["high"]) for h in valued["harm"]] == [("killed", 12, None)]
    assert [(a["role"], a["type"]) for a in valued["actors"]] == [("victim", "civilians")]
    assert [s["role"] for s in valued["speakers"]] == ["reports"]
