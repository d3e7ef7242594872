"""Who wrote a report did nothing in it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from crossread.normalize.byline import gave_the_picture, is_nobodys_voice, without_authors
from crossread.records import Actor, Claim, Document, Slot, Speaker, document_id


@pytest.mark.parametrize(
    ("line", "author", "signs"),
    [
        ("By Musa Bello, Gusau / August 4, 2025", "Musa Bello", True),
        ("By Musa Bello and Ada Obi", "Musa Bello", True),
        ("By Musa Bello | 4 August 2025", "Musa Bello", True),
        ("Source: Goobjoog", "Goobjoog", True),
        ("By Monday the toll had risen, Musa Bello said.", "Musa Bello", False),
        ("Musa Bello shot two men.", "Musa Bello", False),
    ],
)
def test_the_author_is_no_party(line: str, author: str, signs: bool) -> None:
    """A name in a line that signs is left out, with its place; a name in a sentence stays."""
    text = f"Raid on Kaya kills two\\n\\n{line}\\n\\nTwo men were shot dead in Kaya on Saturday.".replace("\\n", "\n")
    document = Document(id=document_id(text, source=None, external_id=None, published=None), text=text)
    at = text.index(author)
    quote = document.quote(at, at + len(author))
    claim = Claim(
        id="clm_1",
        document_id=document.id,
        type="armed_attack",
        scope="incident",
        status="accomplished",
        stance="asserted",
        trigger=document.quote(0, 4),
        actors=(Actor(role="perpetrator", raw=author, name=None, type="rebel_group", evidence=(quote,), score=0.9),),
        where=Slot(raw=author, value=None, evidence=(quote,)),
        score=0.9,
    )
    made = without_authors(document, claim)
    assert (made.actors == (), made.where is None) == (signs, signs)


@pytest.mark.parametrize(
    ("line", "published"),
    [
        ("Kaya Relief Committee, 17 October 2024", True),
        ("Kaya Relief Committee - October 17, 2024", True),
        ("Kaya Relief Committee, 17 October 2024, was attacked", False),
        ("The Kaya Relief Committee attacked the town on 17 October 2024", False),
    ],
)
def test_whose_paper_it_is_did_nothing_in_it(line: str, published: bool) -> None:
    """A name that is a line of the head with its day; a sentence with a day is none."""
    text = f"Flight after an attack in Kaya\n{line}\n\nAfter the attack in Kaya 300 people fled."
    document = Document(id=document_id(text, source=None, external_id=None, published=None), text=text)
    at = text.index("Kaya Relief Committee")
    quote = document.quote(at, at + len("Kaya Relief Committee"))
    claim = Claim(
        id="clm_1",
        document_id=document.id,
        type="armed_attack",
        scope="incident",
        status="accomplished",
        stance="asserted",
        trigger=document.quote(16, 22),
        actors=(Actor(role="perpetrator", raw=quote.quote, name=None, type="rebel_group", evidence=(quote,), score=0.9),),
        score=0.9,
    )
    assert (without_authors(document, claim).actors == ()) is published


@pytest.mark.parametrize(
    ("text", "name", "credit"),
    [
        ("FILE - This photo provided by the Kaya Relief Committee shows a burnt school.", "the Kaya Relief Committee", True),
        ("A still frame taken from a video posted by Kaya News shows the convoy.", "Kaya News", True),
        ("In this image, obtained from Kaya TV, a man walks past a burnt school.", "Kaya TV", True),
        ("Kaya TV said in a video that two men were shot.", "Kaya TV", False),
        (
            "A photo shows a burnt school. Two men were shot, said the Kaya Relief Committee.",
            "the Kaya Relief Committee",
            False,
        ),
        ("Food was provided by the Kaya Relief Committee, which said two men were shot.", "the Kaya Relief Committee", False),
    ],
)
def test_who_gave_the_picture_says_nothing(text: str, name: str, credit: bool) -> None:
    """A caption names where its photo comes from; who speaks of it elsewhere, or gives something else, is heard."""
    document = Document(id=document_id(text, source=None, external_id=None, published=None), text=text)
    at = text.index(name)
    row = Speaker(role="reports", raw=name, evidence=(document.quote(at, at + len(name)),), score=0.6)
    assert gave_the_picture(text, row) is credit
    assert not gave_the_picture(text, replace(row, score=None))


@pytest.mark.parametrize(
    ("raw", "nobody"),
    [
        ("His death", True),
        ("the attack", True),
        ("The Attack Brigade", False),
        ("a witness to the attack", False),
        ("his widow", False),
    ],
)
def test_an_act_says_nothing(raw: str, nobody: bool) -> None:
    """Of "his death adds to a long list" nobody is the speaker; a witness to it is one, and what people say stays."""
    row = Speaker(role="reports", raw=raw, evidence=(), score=0.6)
    assert is_nobodys_voice(row) is nobody
    assert not is_nobodys_voice(replace(row, score=None))
