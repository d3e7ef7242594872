"""What a post tells as going on is of the day of publication; a state that lasts has no day."""

from __future__ import annotations

from datetime import date

import pytest

from crossread.normalize.dates.of_claim import when_of_claim
from crossread.records import Claim, DateWindow, Document, Slot

DAY = date(2019, 11, 22)


def _when(
    text: str, trigger: str, raw: str | None = None, *, published: date | None = DAY, scope: str = "incident"
) -> tuple[date | None, date | None] | None:
    document = Document(id="doc_1", text=text, published=published)

    def at(words: str) -> tuple[int, int]:
        return text.index(words), text.index(words) + len(words)

    slot: Slot[DateWindow] | None = Slot(raw=raw, value=None, evidence=(document.quote(*at(raw)),), score=0.8) if raw else None
    claim = Claim(
        id="clm_1",
        document_id="doc_1",
        type="shelling",
        scope=scope,
        status="accomplished",
        stance="asserted",
        trigger=document.quote(*at(trigger)),
        when=slot,
        score=0.9,
    )
    found = when_of_claim(document, claim, "en")
    return (found.value.earliest, found.value.latest) if found and found.value else None


@pytest.mark.parametrize(
    ("text", "trigger", "raw"),
    [
        ("Shelling of Ora right now.", "Shelling", "right now"),
        ("Minutes ago a shell hit a school in Ora.", "shell", "Minutes ago"),
        ("A shell hit a school in Ora a few minutes ago.", "shell", "a few minutes ago"),
        ("A short while ago gunmen attacked a post in Ora.", "attacked", "A short while ago"),
        ("At this moment Ora is being shelled.", "shelled", "At this moment"),
        ("Just now: explosion in the market of Ora.", "explosion", None),
        ("Jets are now bombing Ora.", "bombing", None),
        ("Ora is now being shelled.", "shelled", None),
    ],
)
def test_the_moment_of_writing_is_of_the_day_of_publication(text: str, trigger: str, raw: str | None) -> None:
    assert _when(text, trigger, raw) == (DAY, DAY)


def test_what_has_just_happened_was_over_by_then() -> None:
    assert _when("A car bomb has just exploded in Ora.", "exploded") == (None, DAY)
    assert _when("The rebels have just captured Ora.", "captured", "just") == (None, DAY)


@pytest.mark.parametrize(
    ("text", "trigger", "raw"),
    [
        ("Guns are currently shelling Ora.", "shelling", None),
        ("The army is now in Ora, which it shelled.", "shelled", None),
        ("The people of Ora are now displaced.", "displaced", None),
        ("The army has just announced that it shelled Ora.", "shelled", None),
        ("Ora has now been bombed three times.", "bombed", None),
        ("Just two people were killed in Ora.", "killed", None),
        ("Nobody fights right now. Ora was shelled.", "shelled", None),
    ],
)
def test_other_words_date_nothing(text: str, trigger: str, raw: str | None) -> None:
    assert _when(text, trigger, raw) is None


def test_without_a_day_of_publication_a_moment_has_none() -> None:
    assert _when("Jets are now bombing Ora.", "bombing", published=None) is None
    assert _when("Shelling of Ora right now.", "Shelling", "right now", published=None) is None


def test_a_total_has_no_moment() -> None:
    assert _when("Jets are now bombing Ora.", "bombing", scope="aggregate") is None
