"""Names of a paragraph that tells nothing of the claim are nobody's of it."""

from __future__ import annotations

import pytest

from crossread.normalize.actors.elsewhere import without_named_elsewhere
from crossread.records import Claim, Document, Evidence


def _kept(text: str, first: str, other: str, *, role: str = "perpetrator", retold: str = "") -> bool:
    """True if the other quote is kept beside the first; the claim is told by "shot"."""
    document = Document(id="doc_1", text=text)

    def quote(words: str) -> Evidence:
        return document.quote(text.index(words), text.index(words) + len(words))

    claim = Claim(
        id="clm_1",
        document_id="doc_1",
        type="killing",
        scope="incident",
        status="accomplished",
        stance="asserted",
        trigger=quote("shot"),
        retellings=(quote(retold),) if retold else (),
        score=0.9,
    )
    return len(without_named_elsewhere(document, claim, role, (quote(first), quote(other)))) == 2


@pytest.mark.parametrize(
    ("first", "text"),
    [
        ("police", "In May police shot a driver.\n\nIn June captain Juan Perez beat a man."),
        ("Police", "Police shot a driver.\n\nIn June captain Juan Perez beat a man."),
        ("The soldiers", "The soldiers shot a driver.\n\nIn June captain Juan Perez beat a man."),
    ],
)
def test_a_doer_without_a_name_is_not_one_named_elsewhere(first: str, text: str) -> None:
    assert not _kept(text, first, "captain Juan Perez")


def test_a_victim_told_anew_is_not_one_named_before() -> None:
    text = "Police arrested Juan Perez.\n\nIn June they shot a farmer."
    assert not _kept(text, "farmer", "Juan Perez", role="victim")


@pytest.mark.parametrize(
    ("text", "first", "other", "role", "retold"),
    [
        ("Police shot a driver. Captain Juan Perez fired.", "Police", "Captain Juan Perez", "perpetrator", ""),
        ("Police shot a driver.\n\nJuan Perez killed him.", "Police", "Juan Perez", "perpetrator", "killed"),
        ("Police shot a driver.\n\nThe officers fled.", "Police", "The officers", "perpetrator", ""),
        ("Red Dawn men shot a driver.\n\nJuan Perez led it.", "Red Dawn men", "Juan Perez", "perpetrator", ""),
        ("They shot a farmer.\n\nJuan Perez was 42.", "farmer", "Juan Perez", "victim", ""),
        ("Juan Perez is dead.\n\nThey shot the farmer.", "farmer", "Juan Perez", "victim", ""),
        ("They shot at a post.\n\nJuan Perez held it.", "a post", "Juan Perez", "target", ""),
    ],
)
def test_who_may_be_the_same_stays(text: str, first: str, other: str, role: str, retold: str) -> None:
    assert _kept(text, first, other, role=role, retold=retold)
