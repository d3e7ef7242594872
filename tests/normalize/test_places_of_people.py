"""Where somebody comes from is not where it happened."""

from __future__ import annotations

import pytest

from crossread.normalize.places.of_people import without_homes_of_people
from crossread.records import Actor, Claim, Document, Evidence, Slot


def _where(
    text: str, place: str, person: str, *, role: str = "victim", score: float | None = 0.9, kind: str = "abduction"
) -> str | None:
    """The words for the place of a claim after the rule."""
    document = Document(id="doc_1", text=text)

    def quote(words: str) -> Evidence:
        return document.quote(text.index(words), text.index(words) + len(words))

    claim = without_homes_of_people(
        document,
        Claim(
            id="clm_1",
            document_id="doc_1",
            type=kind,
            scope="incident",
            status="accomplished",
            stance="asserted",
            trigger=document.quote(0, 3),
            where=Slot(raw=place, value=None, evidence=(quote(place),), score=score),
            actors=(Actor(role=role, raw=person, name=None, type="civilians", evidence=(quote(person),), score=score),),
            score=score,
        ),
    )
    return claim.where.raw if claim.where else None


@pytest.mark.parametrize(
    ("text", "place", "person"),
    [
        ("Gunmen abducted cameraman Owen Barr of New Zealand on Monday.", "New Zealand", "cameraman Owen Barr of New Zealand"),
        ("Gunmen abducted Governor Juma Kito of Bauchi.", "of Bauchi", "Governor Juma Kito"),
        ("Gunmen shot Juma Kito of Garissa.", "Juma Kito of Garissa", "Juma Kito"),
        ("Gunmen shot two: Jan Novak of Poland and Ali Khan of Chad.", "Ali Khan of Chad", "two"),
        ("Gunmen shot the mayor of Garissa.", "Garissa", "mayor"),
        ("Gunmen took Ada Kito, a councillor for the Northwest Region.", "for the Northwest Region", "Ada Kito"),
    ],
)
def test_a_home_is_no_place_of_an_act(text: str, place: str, person: str) -> None:
    assert _where(text, place, person) is None


@pytest.mark.parametrize(
    ("text", "place", "person", "role"),
    [
        ("Gunmen abducted Owen Barr in New Zealand.", "in New Zealand", "Owen Barr", "victim"),
        ("Gunmen abducted Owen Barr near Kora.", "near Kora", "Owen Barr", "victim"),
        ("Gunmen shot the mayor in Garissa.", "in Garissa", "mayor", "victim"),
        ("Men burned the North Kivu town of Fizi.", "Fizi", "North Kivu town", "target"),
        ("Men bombed Our Lady of Fatima on Monday.", "of Fatima", "Our Lady", "victim"),
        ("Men took ten from the Garissa University of Technology.", "Garissa University of Technology", "ten", "victim"),
        ("It began at Kora-Centre. Fighters of the Lion Brigade came.", "Kora-Centre", "Fighters", "perpetrator"),
        ("Men shot Juma Kito outside the town of Garissa.", "the town of Garissa", "Juma Kito", "victim"),
    ],
)
def test_other_places_stay(text: str, place: str, person: str, role: str) -> None:
    assert _where(text, place, person, role=role) == place


def test_what_people_say_stays() -> None:
    assert _where("Gunmen shot Juma Kito of Garissa.", "of Garissa", "Juma Kito", score=None) == "of Garissa"


@pytest.mark.parametrize(
    ("text", "place", "person"),
    [
        ("Two U.N. peacekeepers from Peru were wounded when gunmen attacked.", "from Peru", "peacekeepers"),
        ("Three drivers from Ghana were killed on Monday.", "Ghana", "drivers"),
        ("A 21-year-old from Cardiff in Wales was killed on Monday.", "from Cardiff in Wales", "21-year-old"),
        ("Gunmen killed four traders from the Gambia.", "Gambia", "traders"),
    ],
)
def test_where_the_people_come_from(text: str, place: str, person: str) -> None:
    assert _where(text, place, person, kind="killing") is None


@pytest.mark.parametrize(
    ("text", "place", "person", "kind"),
    [
        ("Gunmen abducted ten people from Kano.", "from Kano", "ten people", "abduction"),
        ("Men fired rockets from Gaza.", "from Gaza", "Men", "shelling"),
        ("The army evacuated people from Goma, killing two.", "from Goma", "people", "killing"),
        ("Gunmen killed people from the roof of a house.", "from the roof of a house", "people", "killing"),
        ("Two peacekeepers were wounded in Haiti.", "in Haiti", "peacekeepers", "killing"),
        ("The bodies of ten men were recovered; men from Bermel came.", "from Bermel", "ten men", "killing"),
    ],
)
def test_taken_from_there(text: str, place: str, person: str, kind: str) -> None:
    assert _where(text, place, person, kind=kind) is not None
