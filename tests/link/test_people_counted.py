"""Who was hurt, where one report counts people it calls otherwise, or an army's word leaves open what became of them."""

from __future__ import annotations

from claim_maker import actor, harm, make_claim, make_document

from crossread.link import explain_pair
from crossread.link.comparison import Comparison
from crossread.records import Actor, Harm


def compared(name: str, *sides: tuple[tuple[Actor, ...], Harm]) -> Comparison:
    """One comparison of two reports, each with its actors and its toll."""
    documents = {str(at): make_document(str(at)) for at in range(2)}
    claims = [
        make_claim(document, actors=actors, harm=(row,))
        for document, (actors, row) in zip(documents.values(), sides, strict=True)
    ]
    return next(row for row in explain_pair(*claims, documents).comparisons if row.name == name)


def test_those_counted_tell_of_which_kind_those_hurt_are() -> None:
    """ "A group of armed men" of whom 15 jihadists died were rebels; counted civilians were none."""
    men = (actor("target", None, "unidentified_armed_group", raw="armed men"),)
    rebels = (actor("victim", None, "rebel_group", raw="rebels"),)
    there = (rebels, harm("killed", 15, group_type="rebel_group"))
    same = compared("victims", (men, harm("killed", 15, group_type="rebel_group")), there)
    open_still = compared("victims", (men, harm("killed", 15, group_type="unidentified_armed_group")), there)
    assert (same.sentence.split(":")[0], open_still.score) == ("Of the same kind", 0.0)
    assert same.score is not None
    assert same.score > 0


def test_put_out_of_action_may_be_killed() -> None:
    """15 killed and 15 put out of action agree more than 15 killed and 15 injured, less than the same effect."""
    killed, incapacitated, injured = (((), harm(effect, 15)) for effect in ("killed", "incapacitated", "injured"))
    scores = [compared("harm", killed, other).score or 0.0 for other in (injured, incapacitated, killed)]
    assert 0 < scores[0] < scores[1] < scores[2]


def test_soldiers_hurt_are_not_their_enemies_dead() -> None:
    """Six soldiers injured and six militants killed are two sides; six people of no told side may be either."""
    soldiers = ((), harm("injured", 6, group_type="state_forces"))
    for kind, alike in (("rebel_group", False), ("unidentified_armed_group", False), ("unknown", True), ("police", True)):
        found = compared("harm", soldiers, ((), harm("killed", 6, group_type=kind)))
        assert (found.score is not None) is alike
    same_effect = compared("harm", soldiers, ((), harm("injured", 6, group_type="rebel_group")))
    assert same_effect.score is not None
