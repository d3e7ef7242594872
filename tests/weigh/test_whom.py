"""To whom it was done: people before things, a thing that is told twice once."""

from __future__ import annotations

from crossread.weigh.whom import Whom, order_whom


def _order(*rows: tuple[str, str, str]) -> list[str]:
    return order_whom(Whom(words=words, role=role, type=kind) for words, role, kind in rows)


def test_people_come_before_things() -> None:
    """The killed are not cut off behind what burned, and who suffered comes before who was aimed at."""
    told = (("40 houses", "target", "object"), ("soldiers", "target", "state_forces"), ("farmers", "victim", "civilians"))
    assert _order(*told) == ["farmers", "soldiers", "40 houses"]


def test_a_thing_in_fewer_words_is_the_same_thing() -> None:
    """ "market" is the "weekly market" and the "market of Kossa"; a place told with its province is told once."""
    market = [(words, "target", "object") for words in ("market", "market of Kossa", "weekly market")]
    assert _order(*market) == ["market of Kossa", "weekly market"]
    village = [(words, "target", "object") for words in ("village of Kossa", "village of Kossa, Mopti region")]
    assert _order(*village) == ["village of Kossa, Mopti region"]


def test_other_things_and_people_stay() -> None:
    """Words within a word are no match, and people are never folded."""
    assert _order(("car", "target", "object"), ("cars of the police", "target", "object")) == ["car", "cars of the police"]
    people = (("men", "victim", "civilians"), ("Dogon men", "victim", "civilians"))
    assert _order(*people) == ["men", "Dogon men"]
    assert _order() == []
