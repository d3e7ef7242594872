"""Places told with the way from another town: their own region, their own namesake, or the point alone."""

from __future__ import annotations

import pytest

from crossread.normalize.places import PlaceResolver
from crossread.normalize.places.bearing import told_distance
from crossread.records import Place


def place(resolver: PlaceResolver, text: str, slot: str) -> Place:
    start = text.index(slot)
    found = resolver.for_document(text).resolve(slot, start=start, end=start + len(slot))
    assert found is not None
    return found.place


@pytest.mark.parametrize(
    ("slot", "name", "admin1"),
    [
        ("in Shirqat, 280 km (175 miles) north of Baghdad", "Shirqat", "Salah ad-Din"),
        ("near Qayara, a town 60 km south of Mosul", "Qayara", "Nineveh"),
        ("in Tuz Khurmatu, 180 km north of Baghdad", "Tuz Khurmatu", "Salah ad-Din"),
    ],
)
def test_a_town_by_another_spelling_is_found_where_the_way_leads(
    resolver: PlaceResolver, slot: str, name: str, admin1: str
) -> None:
    """The town is looked up first, in the ring and direction told; its region is its own."""
    found = place(resolver, f"Gunmen killed two soldiers {slot}, Iraqi police said.", slot)
    assert (found.name, found.admin1) == (name, admin1)
    assert found.gazetteer_id is not None


@pytest.mark.parametrize(
    ("slot", "admin1", "precision"),
    [
        ("in Umm Basteen, 150 km south of Baghdad", None, "exact"),  # Najaf and Qadisiyah meet there
        ("near Umm Basteen, 150 km south of Baghdad", None, "near"),
        ("150 km north of Baghdad", "Salah ad-Din", "near"),
        ("80 kilometers south of Baghdad", "Babil", "near"),
        ("60 km west of Kano", "Kano", "near"),
        ("about 90 nautical miles south of Cotonou", None, "near"),
        ("12 km north of Gao", "Gao", "near"),
    ],
)
def test_a_point_far_from_its_town_has_a_region_only_where_the_towns_around_it_agree(
    resolver: PlaceResolver, slot: str, admin1: str | None, precision: str
) -> None:
    """A way of more than 20 km never gives the region of the town that it is counted from; a named settlement is `exact`."""
    found = place(resolver, f"Gunmen killed two soldiers {slot} on Monday.", slot)
    assert (found.admin1, found.precision, found.gazetteer_id) == (admin1, precision, None)
    assert found.latitude is not None


def test_a_namesake_abroad_is_not_the_town_that_the_way_leads_to(resolver: PlaceResolver) -> None:
    """ "Riyadh, 50 km south of Kirkuk" is a small town whose point is told by the way alone."""
    slot = "in the town of Riyadh, some 50 kilometers south of Kirkuk"
    found = place(resolver, f"A bomb went off {slot}, Iraqi police said.", slot)
    assert (found.country, found.precision, found.gazetteer_id) == ("IQ", "exact", None)
    slot = "in Hilla, 100 km south of Baghdad"  # a near miss: the town itself
    found = place(resolver, f"A bomb went off {slot}, Iraqi police said.", slot)
    assert (found.admin1, found.precision) == ("Babil", "exact")


def test_a_town_on_the_way_is_chosen_among_its_namesakes(resolver: PlaceResolver) -> None:
    """A village close by without a place of its own gets its neighbour's point, near, not a namesake's."""
    slot = "in San Francisco, 6 km E of Toribio"
    found = place(resolver, f"In Colombia, rebels attacked a patrol {slot}.", slot)
    assert (found.name, found.admin1, found.precision) == ("San Francisco", "Cauca", "near")


@pytest.mark.parametrize(
    ("words", "kilometres", "degrees"),
    [
        ("1,200 km north of ", 1200.0, 0.0),
        ("some 6 km from ", 6.0, None),
        ("6 km E of the town of ", 6.0, 90.0),
        ("10 miles away from ", 16.09, None),
    ],
)
def test_a_distance_is_read_with_and_without_its_direction(words: str, kilometres: float, degrees: float | None) -> None:
    """Thousands have commas; a direction may be a letter or missing."""
    found = told_distance(words)
    assert found is not None
    assert found.kilometres == pytest.approx(kilometres)
    assert found.degrees == degrees


def test_words_without_a_distance_tell_none() -> None:
    """ "North of" alone tells no distance."""
    assert told_distance("just north of ") is None


def test_a_way_behind_the_slot_counts(resolver: PlaceResolver) -> None:
    """The slot may end before the way: the words go on in the text."""
    text = "Iraqi police found a bomb in Riyadh, 50 km south of Kirkuk."
    assert place(resolver, text, "in Riyadh").country == "IQ"


@pytest.mark.parametrize(
    ("text", "slot", "name", "country"),
    [
        ("Al-Shabaab raided a post of Somali troops in Bar Sanguni, near Kismaayo.", "in Bar Sanguni", "Bar Sanguni", "SO"),
        ("Colombian rebels shot a man in San Luis, near Neiva.", "in San Luis", "San Luis", "CO"),
        ("Two were shot in Bar, Montenegro.", "in Bar", "Bar", "ME"),
        ("Kenyan troops fought in Mandera, near the border with Somalia.", "in Mandera", "Mandera", "KE"),
    ],
)
def test_a_village_near_a_town_is_no_namesake_abroad(
    resolver: PlaceResolver, text: str, slot: str, name: str, country: str
) -> None:
    """A name of two words whose first is a place abroad is one name; "near" a town is within reach of it."""
    found = place(resolver, text, slot)
    assert (found.name, found.country) == (name, country)


def test_a_town_at_the_head_of_a_report_comes_before_one_told_later(resolver: PlaceResolver) -> None:
    """A square stands in the town of the dateline unless another town was told before it."""
    text = "CHARSADDA: A bomb exploded at Tariq Chowk on Friday. Police in Shabqadar, Pakistan, said so."
    assert place(resolver, text, "at Tariq Chowk").name == "Tariq Chowk, Charsadda"
    text = "CHARSADDA: In Shabqadar, Pakistan, crowds met. A bomb exploded at Tariq Chowk on Friday."
    assert place(resolver, text, "at Tariq Chowk").name == "Tariq Chowk, Shabqadar"
