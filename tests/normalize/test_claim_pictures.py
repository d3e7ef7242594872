"""What stands under an older picture is background; under a picture of the day, and in the report's own words, it is not."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from crossread.normalize.claims.pictures import is_of_an_earlier_picture
from crossread.normalize.claims.scope import settled_scope
from crossread.records import Claim, Document

PUBLISHED = date(2016, 9, 24)


def claim(text: str, *words: str, scope: str = "incident", score: float | None = 0.9) -> Claim:
    document = Document(id="doc_1", text=text)
    told = [document.quote(text.index(word), text.index(word) + len(word)) for word in words]
    return Claim(
        id="clm_1",
        document_id="doc_1",
        type="detention",
        scope=scope,
        status="accomplished",
        stance="asserted",
        trigger=told[0],
        retellings=tuple(told[1:]),
        score=score,
        made_by="test",
    )


@pytest.mark.parametrize(
    "sentence",
    [
        "FILE - Police detain a protester in Baku.",
        "FILE PHOTO: Police detain a protester in Baku.",
        "(File photo: Police detain a protester in Baku.",
        "Police detain a protester in Baku, Sept. 21, 2016.",
        "Police detain a protester in Baku, Azerbaijan, Wednesday, March 3, 2014. (AP)",
    ],
)
def test_an_older_picture_shows_background(sentence: str) -> None:
    text = f"The talks went on. {sentence} Nothing was agreed."
    assert is_of_an_earlier_picture(claim(text, "detain"), text, PUBLISHED)
    assert settled_scope(claim(text, "detain"), text, PUBLISHED) == "background"


@pytest.mark.parametrize(
    "sentence",
    [
        "Police detain a protester in Baku, Sept. 23, 2016.",
        "Police detain a protester in Baku, Feb. 31, 2014.",
        "Police detained a protester in Baku on Sept. 3, 2016, and let him go.",
        "The file says that police detain a protester in Baku.",
        "Filed charges led police to detain a protester in Baku.",
    ],
)
def test_a_picture_of_the_day_and_plain_words_do_not(sentence: str) -> None:
    text = f"The talks went on. {sentence} Nothing was agreed."
    assert not is_of_an_earlier_picture(claim(text, "detain"), text, PUBLISHED)
    assert settled_scope(claim(text, "detain"), text, PUBLISHED) == "incident"


def test_an_act_that_the_report_tells_as_well_stays() -> None:
    text = "Police arrested a protester on Friday. FILE - Police detain a protester in Baku."
    assert settled_scope(claim(text, "arrested", "detain"), text, PUBLISHED) == "incident"


def test_totals_and_what_people_say_stay() -> None:
    text = "FILE - Police detain a protester in Baku."
    assert settled_scope(claim(text, "detain", scope="aggregate"), text, PUBLISHED) == "aggregate"
    assert settled_scope(replace(claim(text, "detain"), score=None), text, PUBLISHED) == "incident"


def test_without_a_day_of_publication_only_the_archive_counts() -> None:
    taken = "Police detain a protester in Baku, Sept. 21, 2014."
    assert not is_of_an_earlier_picture(claim(taken, "detain"), taken, None)
    assert is_of_an_earlier_picture(claim("FILE - " + taken, "detain"), "FILE - " + taken, None)
