"""Which words date a claim: the extractor's, made whole, or those that they lead to."""

from __future__ import annotations

from datetime import date

import pytest

from crossread.normalize.dates import DateContext, iter_date_expressions, resolve_when
from crossread.normalize.dates.cuts import leads_only
from crossread.normalize.dates.slot import day_of_tellings, is_of_head, is_plain_word, settle_when
from crossread.records import Claim, DateWindow, Document, Slot, Span

PUBLISHED = date(2021, 8, 26)


def settled(text: str, words: str, trigger: str) -> Slot[DateWindow]:
    """The slot on the first place of the words, for the claim whose trigger is the last place of the other."""
    document = Document(id="doc_1", text=text, published=PUBLISHED)
    start, acts = text.index(words), text.rindex(trigger)
    slot: Slot[DateWindow] = Slot(raw=words, value=None, evidence=(document.quote(start, start + len(words)),))
    return settle_when(document, slot, trigger=Span(start=acts, end=acts + len(trigger)), language="en")


@pytest.mark.parametrize(
    ("text", "words", "trigger", "raw"),
    [
        ("Kaya, 26 August 2021\nOn 18 August a post was hit.", "26 August 2021\nOn 18 August", "hit", "On 18 August"),
        (
            "Bulletin of 2 to 4 August 2021\n\nTue 3 August, 21:40 - Raiders shot at a bus.",
            "2 to 4 August 2021\n\nTue 3 August",
            "shot",
            "Tue 3 August",
        ),
        (
            "Office for Peace, Kaya, 26 August 2021\n\nOn Wednesday, 18 August, a post was attacked.",
            "26 August 2021",
            "attacked",
            "Wednesday, 18 August",
        ),
        (
            "Kaya, 26 August 2021\n\nOn 18 August men came, and on 20 August they attacked posts.",
            "26 August 2021",
            "attacked",
            "26 August 2021",
        ),
        (
            "The raid came two days after a strike that killed five at a funeral in Kaya on 10 August.",
            "two days after",
            "strike",
            "10 August",
        ),
        (
            "A boy died on 9 August. Two days after, a strike hit the town, Kaya, on 12 August they said.",
            "Two days after",
            "strike",
            "Two days after",
        ),
        ("A bomb went off at 5:20 p.m. local time on Friday.", "5:20", "went off", "5:20 p.m. local time on Friday"),
        ("It was hit at about 10 a.m. (GMT) on 9 August.", "about 10", "hit", "about 10 a.m. (GMT) on 9 August"),
        ("The car went off at 5:20 and burnt all of Friday.", "5:20", "went off", "5:20"),
        ("The army left after last Monday and a post was hit.", "after", "hit", "after last Monday"),
        (
            "Three days earlier, on 6 May, they had attacked a post.",
            "Three days earlier",
            "attacked",
            "Three days earlier, on 6 May",
        ),
        ("Sixteen died on 4 August last year, when a bomb was set off.", "4 August", "died", "4 August last year"),
        ("Sixteen died on 4 August. Last year, nobody had.", "4 August", "died", "4 August"),
        ("Ten were killed by Wednesday's quake.", "by Wednesday's", "killed", "Wednesday's"),
        ("Ten had been killed by Wednesday.", "by Wednesday", "killed", "by Wednesday"),
        ("14/10/23, 2000 hrs, Kaya. A store was burnt.", "10/23, 2000", "burnt", "14/10/23, 2000 hrs"),
        ("14/10/23, 2000 hrs, Kaya. A store was burnt.", "14/", "burnt", "14/10/23"),
        ("On 14 October, 2000 hrs, a store was burnt.", "14 October, 2000", "burnt", "14 October, 2000 hrs"),
        ("On 14 October 2000 a store was burnt.", "14 October 2000", "burnt", "14 October 2000"),
        ("On 14/10/23 a bus was held up, on 15/10/23 stores were burnt.", "15/10/23", "burnt", "15/10/23"),
        ("A post was hit nearly half as often. That was on 9 August.", "nearly", "hit", "nearly"),
    ],
)
def test_the_words_that_date_the_act(text: str, words: str, trigger: str, raw: str) -> None:
    """Neither a heading, nor the line of publication, nor a length that counts from the act is the day of the act."""
    slot = settled(text, words, trigger)
    assert slot.raw == slot.evidence[0].quote == raw


@pytest.mark.parametrize(
    ("text", "words", "day"),
    [
        (
            "On 4 May 2021, raiders came. Two days before, on 2 May, they had shot at a bus.",
            "Two days before, on 2 May",
            date(2021, 5, 2),
        ),
        ("Fighters stormed a village on Tuesday, a medic said on Thursday. They came at dawn.", "dawn", date(2021, 8, 24)),
        ("Elders said on Wednesday that fighters came at dawn.", "dawn", date(2021, 8, 25)),
    ],
)
def test_the_day_of_saying_is_no_anchor_where_another_is_told(text: str, words: str, day: date) -> None:
    """A time of day belongs to the day of the act told last; a day told outright needs no counting."""
    start = text.index(words)
    window = resolve_when(words, context=DateContext(published=PUBLISHED, text=text, start=start, end=start + len(words)))
    assert window is not None
    assert (window.earliest, window.latest) == (day, day)


def test_small_may_and_march_are_words() -> None:
    """ "may have happened" tells no month where months have capitals; a text without capitals tells May so."""
    assert is_plain_word("may", "A shooting may have happened.")
    assert is_plain_word("march", "The march began.")
    assert not is_plain_word("May", "In May it began.")
    assert not is_plain_word("may", "it began in may.")
    assert not is_plain_word("12 may", "It began on 12 may.")


def test_words_that_tell_no_time_are_no_date() -> None:
    """ "The previous" of "the previous quarter", the X of "said on X"; "the previous day" is a day."""
    assert is_plain_word("the previous", "It killed 168, against 121 in the previous quarter.")
    assert is_plain_word("X", "It said on X that two had died.")
    assert not is_plain_word("the previous day", "It killed two the previous day.")
    assert leads_only("intermittently")
    assert not leads_only("daily")


def published_in_head(text: str, words: str) -> bool:
    """Whether the first place of the words is the day of publication above the report."""
    document = Document(id="doc_1", text=text, published=PUBLISHED)
    start = text.index(words)
    slot: Slot[DateWindow] = Slot(raw=words, value=None, evidence=(document.quote(start, start + len(words)),))
    return is_of_head(document, slot, "en")


@pytest.mark.parametrize(
    ("text", "words", "in_head"),
    [
        ("Raid in Kaya\nAugust 26, 2021\n\nA post was hit.", "August 26, 2021", True),
        ("Raid in Kaya\nPublished: 26 August 2021, 10:12\nA post was hit.", "26 August 2021", True),
        ("Raid in Kaya\nAugust 25, 2021\n\nA post was hit.", "August 25, 2021", False),
        ("Raid in Kaya\n\nA post was hit on 26 August 2021.\nTwo died.", "26 August 2021", False),
        ("A post was hit in Kaya. " * 6 + "\n26 August 2021\nA bus was hit.", "26 August 2021", False),
    ],
)
def test_the_day_above_a_report_dates_nothing_in_it(text: str, words: str, in_head: bool) -> None:
    """Neither another day nor one that a sentence tells, nor the day of an entry further down."""
    assert published_in_head(text, words) is in_head


def told_by_tellings(text: str, *acts: str) -> str | None:
    """The words that the sentences of the tellings date a claim by."""
    document = Document(id="doc_1", text=text, published=PUBLISHED)
    first, *others = (document.quote(text.index(act), text.index(act) + len(act)) for act in acts)
    claim = Claim(
        id="clm_1", document_id="doc_1", type="bombing", scope="incident", status="accomplished", stance="asserted",
        trigger=first, retellings=tuple(others),
    )  # fmt: skip
    slot = day_of_tellings(document, claim, "en")
    return slot.raw if slot else None


def test_the_only_day_in_the_sentences_of_the_tellings_is_that_of_the_claim() -> None:
    """Of two nothing is known; the day of saying is none."""
    text = "Raid in Kaya\nAugust 26, 2021\n\nA post was hit. The early August 24 blast killed two. On Monday a bus burned."
    assert told_by_tellings(text, "hit", "blast") == "early August 24"
    assert told_by_tellings(text, "hit") is None
    assert told_by_tellings(text, "blast", "burned") is None


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The UN counted 31 dead in July, compared with 18 in June.", ["July", "June"]),
        ("Nine were shot in May 2014. Then 12 in July 2015.", ["May 2014", "July 2015"]),
        ("They were shot on 18 June in Gao.", ["18 June"]),
        ("They were shot on the 18th in June.", ["18th in June"]),
    ],
)
def test_a_number_before_in_and_a_month_is_no_day(text: str, found: list[str]) -> None:
    """It counts people."""
    assert [text[span.start : span.end] for span in iter_date_expressions(text)] == found
