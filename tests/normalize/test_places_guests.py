"""Nations of people who are abroad say nothing of where something happened."""

from __future__ import annotations

import pytest
from tests.normalize.placing import place

from crossread.normalize.places import PlaceResolver


@pytest.mark.parametrize(
    "who",
    [
        "a Malawian soldier",
        "a Tanzanian peacekeeper",
        "two Indian UN peacekeepers",
        "four soldiers of the Moroccan contingent",
        "two Kenyan aid workers",
        "three Chinese nationals",
        "a German tourist",
    ],
)
def test_guests_put_a_village_nowhere(resolver: PlaceResolver, who: str) -> None:
    """A village that the gazetteer has not does not lie where a victim came from."""
    text = f"Rebels killed {who} as they raided Zarzamin."
    assert place(resolver, text, "Zarzamin") is None
    at_home = place(resolver, f"{text} The Congolese army came late.", "Zarzamin")
    assert at_home is not None
    assert at_home.country == "CD"


@pytest.mark.parametrize(
    "who", ["four Malian soldiers", "a Malian policeman", "a Malian army officer", "three Malian villagers"]
)
def test_others_may_be_at_home(resolver: PlaceResolver, who: str) -> None:
    """Soldiers, policemen and villagers speak for their country."""
    found = place(resolver, f"Rebels killed {who} as they raided Zarzamin.", "Zarzamin")
    assert found is not None
    assert found.country == "ML"


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("Two Chadian soldiers were killed in Tessalit on Friday. MINUSMA condemned the attack.", "Tessalit", "ML"),
        ("Ugandan soldiers of AMISOM were ambushed in Zarzamin on Friday.", "Zarzamin", "SO"),
        ("The New People's Army ambushed a patrol in San Jose on Friday.", "San Jose", "PH"),
        ("The AUC killed five peasants at El Tigre on Friday.", "El Tigre", "CO"),
        ("Men attacked the Malian army in Boni. A mine blew up under French forces near Zarzamin.", "Zarzamin", "ML"),
        ("Men attacked the Malian army in Boni. A mine blew up under French forces near Zarzamin.", "Boni", "ML"),
    ],
)
def test_groups_and_hosts_tell_where_others_are(resolver: PlaceResolver, text: str, name: str, country: str) -> None:
    """Where a group or mission acts in one country, or the state there is told of, the nation of others says nothing."""
    found = place(resolver, text, name)
    assert found is not None
    assert found.country == country


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("Hezbollah fighters killed two Israeli soldiers in Metula.", "Metula", "IL"),
        ("The PKK killed two Turkish soldiers in Cukurca.", "Cukurca", "TR"),
        ("Boko Haram killed four Chadian soldiers in Zarzamin.", "Zarzamin", "TD"),
        ("The Malian army was attacked in Zarzamin.\n\nThe Taliban killed a man elsewhere.", "Zarzamin", "ML"),
        ("The FMLN and the government signed an accord in Geneva.", "Geneva", "CH"),
    ],
)
def test_soldiers_at_home_keep_their_country(resolver: PlaceResolver, text: str, name: str, country: str) -> None:
    """Not where the group acts there too, is told in another paragraph, or the place is known to all the world."""
    found = place(resolver, text, name)
    assert found is not None
    assert found.country == country


@pytest.mark.parametrize("who", ["Canadian soldiers", "German troops", "Spanish soldiers"])
def test_forces_of_states_without_war_put_no_village_there(resolver: PlaceResolver, who: str) -> None:
    """A village that the gazetteer has not does not lie where such soldiers come from."""
    assert place(resolver, f"Two {who} were killed in Zarzamin.", "Zarzamin") is None


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("Two Chadian soldiers were killed in Tessalit on Friday.", "Tessalit", "ML"),
        ("An Italian priest was shot in Bosso on Friday.", "Bosso", "NE"),
        ("British soldiers were attacked in Cappagh.", "Cappagh", None),
    ],
)
def test_a_village_by_its_own_name_is_known_abroad(resolver: PlaceResolver, text: str, name: str, country: str | None) -> None:
    """Not one of a state that wages war elsewhere: its villages have the names of half the world."""
    found = place(resolver, text, name)
    assert (found and found.country) == country
