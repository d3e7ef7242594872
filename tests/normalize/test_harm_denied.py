"""Numbers beside a denial, and acts that a report itself contradicts; sentences written for these tests."""

from __future__ import annotations

from dataclasses import replace

import pytest
from test_harm_forms import _claim
from test_harm_rivals import speakers
from test_harm_tellings import _read

from crossread.normalize.harm.denied import without_numbers_of_others
from crossread.normalize.no_events import settle_contradicted, tells_no_event


@pytest.mark.parametrize(
    ("marked", "trigger", "stance", "left"),
    [
        ("Troops freed {abducted: 13 women}. The army denied that soldiers were seized.", "seized", "denied", 0),
        ("The army denied that {abducted: 13 women} were seized.", "seized", "denied", 1),
        ("Raiders seized {abducted: 13 women}. The army denied that soldiers were there.", "seized", "denied", 1),
        ("Troops freed {abducted: 13 women}. The army denied that soldiers were seized.", "seized", "attributed", 1),
    ],
)
def test_a_denied_act_has_its_own_numbers(marked: str, trigger: str, stance: str, left: int) -> None:
    """Those of a sentence before are of the act told there."""
    document, rows = _read(marked)
    voices = tuple(speakers(document.text, ("denies", "The army")))
    claim = _claim(document, trigger, harm=tuple(rows), speakers=voices, stance=stance)
    assert len(without_numbers_of_others(document, claim).harm) == left


@pytest.mark.parametrize(
    ("text", "denied"),
    [
        ("Contrary to reports, no soldier was killed at Kossa.", True),
        ("Contrary to some media claims, none of our men was killed at Kossa.", True),
        ("Contrary to reports, six soldiers were killed at Kossa.", False),
        ("The talks failed, contrary to reports. A soldier was killed at Kossa.", False),
    ],
)
def test_a_report_may_deny_itself(text: str, denied: bool) -> None:
    """What others told wrongly is kept as denied; "contrary to" alone denies nothing."""
    document, _ = _read(text)
    claim = _claim(document, "killed", harm=(), speakers=(), stance="asserted")
    claim = replace(claim, score=0.9)
    assert (settle_contradicted(document, claim).stance == "denied") is denied
    assert settle_contradicted(document, replace(claim, score=None)).stance == "asserted"
    assert not tells_no_event(document, claim)


@pytest.mark.parametrize(
    ("marked", "trigger", "denied"),
    [
        ("Troops freed {abducted: 13 women} held captive. Contrary to reports, no soldier was seized.", "seized", False),
        ("A paper said that {abducted: 13 men} were taken. Contrary to reports, no soldier was seized.", "seized", True),
        ("Contrary to reports of {abducted: 13 men} taken, no soldier was seized.", "seized", True),
        ("Troops freed 13 women. Contrary to reports, {abducted: no soldier} was seized.", "seized", True),
    ],
)
def test_what_a_report_contradicts_is_not_what_it_tells_of_others(marked: str, trigger: str, denied: bool) -> None:
    """People of another sentence are no part of a denial unless others tell of them."""
    document, rows = _read(marked)
    claim = replace(_claim(document, trigger, harm=tuple(rows), speakers=(), stance="attributed"), score=0.9)
    assert (settle_contradicted(document, claim).stance == "denied") is denied
