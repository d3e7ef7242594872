"""Units in short, fighters for a god and the people of a house, in plain words."""

from __future__ import annotations

import pytest

from crossread.normalize.actors.units import in_plain_words


@pytest.mark.parametrize(
    ("raw", "plain"),
    [
        ("the 71st IB", "the 71st Infantry Battalion"),
        ("soldiers of the 4th ID", "soldiers of the 4th Infantry Division"),
        ("the 302nd Bde", "the 302nd Brigade"),
        ("2 Bn", "2 Bn"),
        ("the soldiers of God", "the fighters of God"),
        ("soldiers of the Caliphate", "fighters of the Caliphate"),
        ("the Army of Islam", "the Army of Islam"),
        ("soldiers of the Islamic Republic", "soldiers of the Islamic Republic"),
        ("soldiers of God's Army", "soldiers of God's Army"),
        ("two men with an ID", "two men with an ID"),
        ("40 IDPs", "40 IDPs"),
        ("soldiers", "soldiers"),
        ("University of Tarn student Ada Bel", "student Ada Bel"),
        ("two Ministry of Works and Transport officials", "officials"),
        ("a Bank of Tarn branch manager", "branch manager"),
        ("the University of Tarn buildings", "the University of Tarn buildings"),
        ("members of the Ministry of Works", "members of the Ministry of Works"),
        ("units of our Comandante Sol company", "units of our Comandante Sol Battalion"),
        ("men of the Tarn Oil Company", "men of the Tarn Oil Company"),
    ],
)
def test_plain_words(raw: str, plain: str) -> None:
    """Numbers make units of letters; names of groups stay."""
    assert in_plain_words(raw) == plain
