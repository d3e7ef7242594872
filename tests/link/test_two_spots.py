"""Two places of one country that words set apart, and numbers that are the same."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from claim_maker import harm, make_claim, make_document

from crossread.link import explain_pair
from crossread.link.comparison import Comparison
from crossread.records import Evidence, Place, Slot, Span


def compared(
    name: str, *texts: str, places: tuple[str, str], precision: str = "exact", tolls: tuple[int, int] = (3, 3)
) -> Comparison:
    """One comparison of two reports; `places` are the words of each place, the points lie 40 km apart."""
    documents, claims = {}, []
    for side, (text, words, toll) in enumerate(zip(texts, places, tolls, strict=True)):
        document = documents[str(side)] = make_document(str(side), text=text, published=date(2020, 5, 4))
        place = Place(
            name=words.split()[-1],
            country="YE",
            admin1=None,
            gazetteer_id=f"place:{words}",
            latitude=15.0 + 0.36 * side,
            longitude=45.0,
            precision=precision,
        )
        start = text.index(words)
        quote = Evidence(document_id=document.id, span=Span(start=start, end=start + len(words)), quote=words)
        claim = make_claim(document, harm=(harm("killed", toll),))
        claims.append(replace(claim, where=Slot(raw=words, value=place, evidence=(quote,))))
    return next(row for row in explain_pair(*claims, documents).comparisons if row.name == name)


def test_two_towns_part_unless_a_report_names_both() -> None:
    """Two towns 40 km apart are two spots; where one report names the other's town, too, nothing speaks against it."""
    apart = compared("where", "Three fell in Alpha.", "Three fell in Beta.", places=("Alpha", "Beta"))
    named = compared("where", "Three fell in Alpha.", "Three fell in Beta by Alpha.", places=("Alpha", "Beta"))
    assert apart.score is not None
    assert named.score is not None
    assert -1.0 < apart.score < named.score == 0
    assert apart.sentence.endswith("neither report names the other's place.")


def test_a_name_far_off_is_no_contradiction_where_the_report_tells_the_town() -> None:
    """Southside, read as a town far away, in a report that tells San Antonio, and Flores Street, San Antonio."""

    def found(text: str) -> Comparison:
        texts = {"0": text, "1": "Two were shot on Flores Street."}
        documents = {at: make_document(at, text=words, published=date(2020, 5, 4)) for at, words in texts.items()}
        claims = []
        for document, (name, north) in zip(
            documents.values(), (("Southside", 34.0), ("Flores Street, Kossa", 29.0)), strict=True
        ):
            place = Place(
                name=name, country="US", admin1=None, gazetteer_id=name, latitude=north, longitude=-90.0, precision="exact"
            )
            claims.append(replace(make_claim(document), where=Slot(raw=name, value=place, evidence=())))
        return next(row for row in explain_pair(*claims, documents).comparisons if row.name == "where")

    told, silent = found("Two were shot on the Southside, police of Kossa said."), found("Two were shot on the Southside.")
    assert told.score == 0.0
    assert told.sentence.endswith("but one report names the other's place, too.")
    assert silent.score == -1.0


def test_a_town_named_in_both_binds_where_the_distance_is_unknown() -> None:
    """ "Mourning in Alpha, where men stormed the town in the Beta valley" speaks for Alpha; without its name nothing does."""

    def found(text: str) -> Comparison:
        documents = {str(at): make_document(str(at), text=words) for at, words in enumerate(("Three fell in Alpha.", text))}
        claims = [make_claim(document, harm=(harm("killed", 3),)) for document in documents.values()]
        places = (("Alpha", "exact", 15.0, 45.0), ("Beta", "area", None, None))
        for at, (name, precision, north, east) in enumerate(places):
            place = Place(
                name=name, country="YE", admin1=None, gazetteer_id=None, latitude=north, longitude=east, precision=precision
            )
            claims[at] = replace(claims[at], where=Slot(raw=name, value=place, evidence=()))
        return next(row for row in explain_pair(*claims, documents).comparisons if row.name == "where")

    named = found("Three fell in the Beta valley by Alpha.")
    assert named.score is not None
    assert named.score > 0
    assert named.sentence.endswith("one report names the other's place, too.")
    assert (found("Three fell in the Beta valley.").score or 0.0) <= 0


def _in_town(*texts: str, sites: tuple[str, str], precision: str = "exact", pointless: bool = False) -> Comparison:
    """Two reports of one town's point, each on its site."""
    documents, claims = {}, []
    for side, (text, site) in enumerate(zip(texts, sites, strict=True)):
        document = documents[str(side)] = make_document(str(side), text=text, published=date(2020, 5, 4))
        start = text.index(site)
        place = Place(
            name=site if pointless and side else f"{site}, Kossa",
            country="YE",
            admin1=None,
            gazetteer_id=None if pointless and side else "place:kossa",
            latitude=None if pointless and side else 15.0,
            longitude=None if pointless and side else 45.0,
            precision=precision,
        )
        quote = Evidence(document_id=document.id, span=Span(start=start, end=start + len(site)), quote=site)
        claims.append(replace(make_claim(document), where=Slot(raw=site, value=place, evidence=(quote,))))
    return next(row for row in explain_pair(*claims, documents).comparisons if row.name == "where")


def test_two_streets_of_a_town_are_two_sites() -> None:
    """Elm Street and Oak Lane in Kossa share the town's point, which says little; where one report tells both, they are one."""
    apart = _in_town("A man was shot on Elm Street.", "A man was shot on Oak Lane.", sites=("Elm Street", "Oak Lane"))
    same = _in_town("A man was shot on Elm Street.", "A boy was shot on Elm Street.", sites=("Elm Street", "Elm Street"))
    both = _in_town("He fell on Elm Street.", "He fell on Oak Lane near Elm Street, Kossa.", sites=("Elm Street", "Oak Lane"))
    assert apart.score is not None
    assert same.score is not None
    assert both.score is not None
    assert apart.score < same.score
    assert both.score == same.score
    assert "Two sites in Kossa" in apart.sentence


def test_two_villages_by_a_town_part() -> None:
    """Tatar Khel and Wanda Jandar are no spots of one town; Tatarkhel and Tatar Khel are one village, with or without point."""
    texts = ("Two were shot near Tatar Khel.", "Two were shot near Wanda Jandar.")
    apart = _in_town(*texts, sites=("Tatar Khel", "Wanda Jandar"), precision="near")
    spelled = _in_town(texts[0], "Two were shot in Tatarkhel.", sites=("Tatar Khel", "Tatarkhel"), precision="near")
    assert apart.score is not None
    assert spelled.score is not None
    assert apart.score < 0 < spelled.score
    assert "Two villages by Kossa" in apart.sentence
    pointless = _in_town(texts[0], texts[0], sites=("Tatar Khel", "Tatar Khel"), precision="near", pointless=True)
    other = _in_town(*texts, sites=("Tatar Khel", "Wanda Jandar"), precision="near", pointless=True)
    assert pointless.score == 1.0
    assert other.score is not None
    assert other.score < 0


def test_two_parts_of_a_country_part() -> None:
    """Southern and eastern Yemen are not taken for one place because their middles lie near; southern Yemen twice is."""
    texts = ("Three fell in southern Yemen.", "Three fell in eastern Yemen.")
    parts = compared("where", *texts, places=("southern Yemen", "eastern Yemen"), precision="area")
    same = compared("where", texts[0], texts[0], places=("southern Yemen", "southern Yemen"), precision="area")
    assert parts.score is not None
    assert same.score is not None
    assert parts.score < 0 < same.score
    assert "two parts are told: east; south" in parts.sentence or "two parts are told: south; east" in parts.sentence


def test_names_and_ways_are_no_parts() -> None:
    """North Darfur is no part of Darfur's west, and "west of Kutum" none of the north."""
    texts = ("Three fell in North Darfur.", "Three fell west of Kutum.")
    found = compared("where", *texts, places=("North Darfur", "west of Kutum"), precision="area")
    assert "parts are told" not in found.sentence


@pytest.mark.parametrize(("less", "more"), [(3, 7), (7, 12)])
def test_the_same_number_is_worth_more_the_larger_it_is(less: int, more: int) -> None:
    """Two reports of twelve dead are more surely one incident than two of three dead."""
    scores = []
    for toll in (less, more):
        found = compared("harm", "They fell in Alpha.", "They fell in Alpha.", places=("Alpha", "Alpha"), tolls=(toll, toll))
        assert found.score is not None
        scores.append(found.score)
    assert scores[0] < scores[1]


def test_two_towns_beside_each_other_are_no_sign_of_one() -> None:
    """Five kilometres apart with an entry each they speak against one; two points of one spot do not."""

    def found(north: float) -> float:
        documents, claims = {}, []
        for at, name in enumerate(("Alpha", "Beta")):
            document = documents[str(at)] = make_document(str(at), text=f"Three fell in {name}.")
            place = Place(
                name=name,
                country="YE",
                admin1=None,
                gazetteer_id=f"place:{name}",
                latitude=15.0 + at * north,
                longitude=45.0,
                precision="exact",
            )
            claims.append(replace(make_claim(document), where=Slot(raw=name, value=place, evidence=())))
        return next(row.score or 0.0 for row in explain_pair(*claims, documents).comparisons if row.name == "where")

    assert found(0.045) < 0 < found(0.001)
