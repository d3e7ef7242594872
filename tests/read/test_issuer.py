"""Who issued a text, by its head, where no agency stands in its dateline."""

from __future__ import annotations

import time

import pytest

from crossread.read import read_text
from crossread.read.issuer import find_issuer
from crossread.records import document_id


@pytest.mark.parametrize(
    ("head", "issuer"),
    [
        (
            "Kaya Defence Ministry report on the progress of its operation (12 May)\n\nA strike hit a post.",
            "Kaya Defence Ministry",
        ),
        ("KDF Media Center: We condemn the bombing\n\nWe condemn it.", "KDF Media Center"),
        ("Eye on Kaya (Facebook page)\n23 April 2025\n\nOur people weep.", "Eye on Kaya (Facebook page)"),
        ("Two killed in Kaya (updated)\n23 April 2025\n\nTwo died.", None),
        (
            "Comment by UN Human Rights Office for the Coast on the killing of students\n\nKAYA (6 June 2025) - We mourn.",
            "UN Human Rights Office for the Coast",
        ),
        ("Comment by Ana Ruiz on the killing of students\n\nKAYA (6 June 2025) - We mourn.", None),
        ("Five dead\n\nKAYA CITY (Coast Sun / 10 March) -- A soldier died.", "Coast Sun"),
        ("Twelve killed\n\nCoast Correspondent | Kaya | May 22, 2025\n\nTwelve were shot.", None),
        ("Twelve killed\n\nStaff Reporter | Coast Ledger | May 22, 2025\n\nTwelve were shot.", "Coast Ledger"),
        ("Ministry: we condemn the bombing\n\nWe condemn it.", "Ministry"),
        ("Two hurt in Kaya\n\nSource: Southern Gazette\nPublished: 2025-11-14\n\nTwo were hurt.", "Southern Gazette"),
        ("Two hurt in Kaya\n\nSource of the fire: a bomb\n\nTwo were hurt.", None),
        (
            "FDRE Government Communication Service\n\nPRESS STATEMENT\n\nThe army struck.",
            "FDRE Government Communication Service",
        ),
        ("Quarterly update: January to March\n\nHorn Rights Monitor\n\nMany fell.", "Horn Rights Monitor"),
        ("Weekly bulletin\n\nLiptako Analysis Desk, Niamey\n\nMany fell.", "Liptako Analysis Desk"),
        ("IDF Spokesperson: Commander killed in the south\n\nThe army struck.", "IDF Spokesperson"),
        ("Two hurt\n\nPolice said that two were hurt in Kaya.\n\nMore was not known.", None),
        ("Two hurt\n\nKaya and Gao\n\nMore was not known.", None),
        ("Morgue hands over 19\n\nBy Mayra Linares | El Llanero | 9 July 2025\n\nNineteen fell.", "El Llanero"),
        ("Toll climbs to 11\n\nSaleh al-Awlaqi - Aden Tomorrow - January 13, 2026\n\nEleven fell.", "Aden Tomorrow"),
        ("Odhikar Watch\nURGENT APPEAL\n\nDhaka, 12 September 2025\n\nMany were hurt.", "Odhikar Watch"),
        ("URGENT ACTION\nAmnesty Watch – Americas\n23 May 2025\n\nThree vanished.", "Amnesty Watch – Americas"),
        ("Addis Chronicle\nArmy and rebels trade blame\n\nTwo were hurt.", "Addis Chronicle"),
        ("Rebels Attack Army Post\nGAO - Two were hurt.\n\nMore was not known.", None),
        ("KAYA, June 4 (Coast Agency) - Two were hurt.", "Coast Agency"),
        ("Kaya, Somewhere, 4 June (Coast Agency) – Two were hurt.", "Coast Agency"),
        ("KAYA, June 4 (UPDATE) - Two were hurt.", None),
        ("Two died in KAYA, June 4 (Coast Agency) - a report.", None),
        ("KAYA, June 4 (Coast Agency) reports that two were hurt.", None),
        ("A witness: Our house burned\n\nThey came at dawn.", None),
        ("Raid on Kaya\n\nKAYA, Wednesday, January 21, 2026 (WAFI) – Three were hurt.", "WAFI"),
        ("Two attacks in one night\n\nKaya, 11 November 2025 (Radio Kaya)\n\nThree were hurt.", "Radio Kaya"),
        ("Toll rises\n\nKutum (Kutum Post) - 21 March 2025\n\nThree were hurt.", "Kutum Post"),
        ("Car explosion\n\nObservatory for Rights in Kaya - 3 April 2026\nThree were hurt.", "Observatory for Rights in Kaya"),
        ("National Police - Press Release No. 214\n\nThree were hurt.", "National Police"),
        ("Statement of the Front for Kaya (Northern Branch)\n\nOur men fought.", "Front for Kaya"),
        ("Communiqué of the Front for Kaya (FFK)\n\nOur men fought.", "Front for Kaya (FFK)"),
        ("Kaya Defence Forces\nOffice of the Spokesman\nStatement - 16 March 2025\n\nOur men fought.", "Kaya Defence Forces"),
        (
            "TROOPS REPEL RAID\n\nHeadquarters Task Force Kaya\nPress Statement\n\nTroops fought.",
            "Headquarters Task Force Kaya",
        ),
        ("Raid\n\nRutshuru (North Kivu) - 21 March 2025\nThree were hurt.", None),
        ("SAVANNAH, GA (August 2, 2015): Three were hurt.", None),
        ("Raid\n\nKaya, 21 March 2025 (updated)\nThree were hurt.", None),
        ("By Musa Post\n\nThree were hurt on Monday.", None),
        ("Statement of a witness\n\nThree were hurt on Monday.", None),
        ("Police: three hurt in raid on Kaya\n\nThree were hurt on Monday, police said.", None),
        ("The dead of Kaya (Kaya Post)\n\nThree were hurt on Monday.", None),
    ],
)
def test_the_issuer_of_a_text(head: str, issuer: str | None) -> None:
    """A name that issues the text, and never a place, a person or a remark."""
    assert find_issuer(head) == issuer


def test_the_issuer_fills_what_is_empty_and_the_id_does_not_change() -> None:
    """A stated source stands before it, and a report read before is known again."""
    text = "National Police - Press Release No. 214\n\nThree men were hurt in Kaya on Monday."
    assert read_text(text).source == "National Police"
    assert read_text(text, source="The Lantern").source == "The Lantern"
    assert read_text(text).id == document_id(text, source=None, external_id=None, published=None)


@pytest.mark.parametrize("piece", ["A ", "(A) ", "A, ", "A - ", "Statement of A ", "No 1 "])
def test_no_head_takes_long(piece: str) -> None:
    """Heads built to make the search try every way of reading them are refused at once."""
    find_issuer("x")
    started = time.process_time()
    find_issuer(piece * 4000)
    find_issuer(f"{piece}\n" * 1000)
    assert time.process_time() - started < 1
