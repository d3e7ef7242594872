"""Deaths that are told without doer, weapon or mishap are a killing, no accident."""

from __future__ import annotations

import pytest
from tests.normalize.test_who_did_it import read

from crossread.normalize import Normalizer


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("A teacher was killed and two pupils were wounded in Menaka on Sunday.", "killed"),
        ("Four people were killed and wounded in Menaka on Sunday.", "were killed and wounded"),
        ("The killing of a judge in Menaka shocked the country.", "killing"),
        ("The toll of the Menaka massacre rose to 23 after three more bodies were found in a collapsed house.", "massacre"),
    ],
)
def test_bare_deaths_are_a_killing(normalizer: Normalizer, text: str, trigger: str) -> None:
    """Nothing around them tells of a mishap."""
    assert read(normalizer, text, trigger, type="accident").type == "killing"


def test_who_is_only_wounded_was_attacked(normalizer: Normalizer) -> None:
    """Unless a mishap is told beside it; who is injured may be so by anything."""
    assert read(normalizer, "Two soldiers were wounded in Menaka.", "wounded", type="accident").type == "armed_attack"
    assert (
        read(normalizer, "Two soldiers were wounded when their truck overturned.", "wounded", type="accident").type
        == "accident"
    )
    assert read(normalizer, "Two soldiers were injured in Menaka.", "injured", type="accident").type == "accident"


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("Four people were killed in Menaka on Sunday. Their bus had left the road.", "killed"),
        ("Heavy floods reached Menaka. A teacher was killed.", "killed"),
        ("A shark killed a swimmer off Durban.", "killed"),
        ("Five miners were killed in Menaka.", "killed"),
        ("Two men were killed by lightning in Menaka.", "killed"),
        ("Four people died in Menaka on Sunday.", "died"),
    ],
)
def test_mishaps_stay_accidents(normalizer: Normalizer, text: str, trigger: str) -> None:
    """A crash, a flood, a beast or a mine beside the deaths; and who only died."""
    assert read(normalizer, text, trigger, type="accident").type == "accident"


@pytest.mark.parametrize(
    ("text", "trigger", "kind"),
    [
        ("No one was hurt in the attack on the Quetta train, but two cars were derailed.", "attack", "armed_attack"),
        ("Three men died in an ambush in Menaka.", "ambush", "armed_attack"),
        ("Six people died when their bus hit a mine near Menaka.", "mine", "bombing"),
        ("A shepherd stepped on an old landmine near Menaka.", "landmine", "bombing"),
        ("An explosion in Menaka killed a policeman and left his driver with burns.", "explosion", "bombing"),
        ("The bullet-riddled body of an elder was dumped in Menaka.", "dumped", "killing"),
        ("A body with hands tied and stab wounds was found in Menaka.", "found", "killing"),
        ("A body was washed up by the flood in Menaka.", "washed up", "accident"),
        ("Two swimmers were killed in an attack by a crocodile.", "attack", "accident"),
        ("Nine men died at a gold mine near Menaka.", "mine", "accident"),
        ("A policeman died in an explosion in Menaka when a driver dropped a gas bottle.", "explosion", "accident"),
    ],
)
def test_attacks_and_mines_that_are_hit_are_no_accidents(normalizer: Normalizer, text: str, trigger: str, kind: str) -> None:
    """Beasts, hearts and the mines that people dig attack and kill by nobody's will."""
    actors = (("victim", "policeman", "police"),) if "policeman" in text else ()
    row = read(normalizer, text, trigger, type="accident", actors=actors)
    assert row.type == kind
