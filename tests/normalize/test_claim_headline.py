"""A headline and the report below it tell one act, and its lines name nobody who did it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from crossread.extract import load_extractor
from crossread.normalize import Normalizer
from crossread.normalize.claims.headline import join_headline
from crossread.records import Claim, Count, Document


def claims_of(text: str) -> tuple[Claim, ...]:
    title = text.split("\n", 1)[0]
    document = Document(id="doc_headline", text=text, title=title, published=date(2018, 3, 5), language="en")
    (extraction,) = load_extractor("encoder-en").extract([document])
    return Normalizer().normalize(document, extraction).claims


def test_a_headline_above_a_byline_is_a_telling_of_the_act() -> None:
    text = (
        "Gunmen kill five in Bria\n\nPosted on March 5, 2018 by admin\n\n"
        "Gunmen killed five people in Bria on Monday, officials said. They burned two shops.\n"
    )
    (claim,) = claims_of(text)
    assert text[claim.trigger.span.start :].startswith("killed")
    assert {row.raw for row in claim.actors if row.role == "perpetrator"} == {"Gunmen"}


def test_a_headline_of_another_toll_stays_a_claim() -> None:
    text = "Gunmen kill five in Bria\n\nGunmen killed five people in Bria on Monday, officials said."
    document = Document(id="doc_headline", text=text)
    (claim,) = claims_of(text)
    act = replace(claim, retellings=(), trigger=document.quote(text.index("killed"), text.index("killed") + 6))
    headline = replace(act, id="clm_head", trigger=document.quote(7, 11))
    (joined,) = join_headline(document, [headline, act])
    assert joined.retellings == (headline.trigger,)
    nine = replace(headline, harm=tuple(replace(row, count=Count(low=9, high=9, qualifier="exact")) for row in headline.harm))
    assert len(join_headline(document, [nine, act])) == 2
    assert len(join_headline(document, [replace(headline, score=None), act])) == 2  # what a person coded stays


def test_a_heading_is_no_part_of_who_acts_below_it() -> None:
    text = (
        "Weekly report\n\nAttack on Boma\n\nSoldiers burned 12 huts in Boma on Monday.\n\n"
        "Killings in Pibor\nMilitia fighters shot dead four men in Pibor on Sunday.\n"
    )
    doers = {row.raw for claim in claims_of(text) for row in claim.actors if row.role == "perpetrator"}
    assert doers == {"Soldiers", "Militia fighters"}


def test_the_line_of_who_posted_it_dates_no_act() -> None:
    text = "Gunmen kill five men in Jos\nPosted on March 5, 2018 by admin\nGunmen killed five men in Jos on Sunday.\n"
    (claim,) = claims_of(text)
    assert claim.when is not None
    assert claim.when.value is not None
    assert claim.when.value.earliest == date(2018, 3, 4)
