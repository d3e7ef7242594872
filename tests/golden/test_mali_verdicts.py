"""What comparing the partisan commentary with the other accounts must show, row by row."""

from __future__ import annotations

from datetime import date

import pytest
from mali_ground import COMMENTARY, claim_of, claims_by_id, cluster_of, incident_of, mali_clusters, mali_documents

from crossread.records import Disagreement, Incident
from crossread.weigh import compare_cells

CAMP = ("un-secretary-general-aguelhok.txt", "armed_attack")
CONVOY = ("un-secretary-general-douentza.txt", "bombing")
STRIKE = ("french-general-staff-weekly-point.pdf", "air_strike")
MINE = ("local-press-mine-kah.txt", "accident")
MASSACRE = ("msa-communique.docx", "armed_attack")


def sign(incident: Incident, slot: str, document: str) -> str:
    """The sign of one document's cell in one slot."""
    row = compare_cells(incident, claims_by_id(), mali_documents())[slot]
    claim = next(account.claim_id for account in incident.accounts if account.document_id == document)
    return row[claim].sign


def disagreement(incident: Incident, slot: str) -> Disagreement:
    """The incident's disagreement on a slot; the test fails without it."""
    return next(row for row in incident.disagreements if row.slot == slot)


def toll(incident: Incident, effect: str) -> tuple[int | None, int | None, int | None]:
    """Low, best and high of an effect."""
    row = next(row for row in incident.tolls if row.effect == effect)
    return row.count.low, row.best, row.count.high


def documents_of(incident: Incident) -> set[str]:
    """The documents whose claims are accounts or mentions of the incident."""
    return {account.document_id for account in incident.accounts}


def test_a_camp_attack_gathers_all_accounts() -> None:
    """Eight reports of the camp attack are one incident; a copied wire story adds no source, a look back is a mention."""
    incident = incident_of(*CAMP)
    assert documents_of(incident) == {
        "un-secretary-general-aguelhok.txt",
        "minusma-first-statement.txt",
        "press-security-source-aguelhok.txt",
        "agency-aguelhok-toll.txt",
        "newspaper-aguelhok-toll.txt",
        "jnim-claim-aguelhok.txt",
        "wana-2019-01-25-0107",
        COMMENTARY,
    }
    assert incident.independent_sources == 6
    assert [row.document_id for row in incident.accounts if row.weight == "mention"] == ["wana-2019-01-25-0107"]


def test_a_toll_agrees_with_the_official_count() -> None:
    """10 killed (6 to 11) and 25 injured: the commentary agrees, and the claimant's 30 raises neither best nor high."""
    incident = incident_of(*CAMP)
    assert toll(incident, "killed") == (6, 10, 11)
    assert toll(incident, "injured") == (19, 25, 25)
    assert (sign(incident, "killed", COMMENTARY), sign(incident, "injured", COMMENTARY)) == ("agrees", "agrees")
    assert sign(incident, "killed", "jnim-claim-aguelhok.txt") == "set aside"
    assert "claim of 30 by Jama'at Nusrat al-Islam wal-Muslimin set aside" in incident.summary


def test_a_perpetrator_differs() -> None:
    """The commentary's rebels stand apart from AQIM and JNIM, who both claim the attack."""
    incident = incident_of(*CAMP)
    row = disagreement(incident, "actors.perpetrator")
    assert row.severity == "perpetrator"
    assert len(row.readings) == 3
    assert sign(incident, "by", COMMENTARY) == "differs"


def test_b_convoy_agrees() -> None:
    """2 killed and 6 injured by all but the Colombo paper, which hurts three."""
    incident = incident_of(*CONVOY)
    assert len(incident.accounts) == 4
    assert toll(incident, "killed") == (2, 2, 2)
    assert toll(incident, "injured") == (3, 6, 6)
    assert (sign(incident, "killed", COMMENTARY), sign(incident, "injured", COMMENTARY)) == ("agrees", "agrees")
    assert sign(incident, "injured", "sri-lanka-daily-douentza.txt") == "differs"


def test_c_outcome_is_contested() -> None:
    """One soldier killed here and injured there: a disagreement on outcome, and the incident is contested."""
    incident = incident_of(*CONVOY, number=1)
    assert documents_of(incident) == {"un-secretary-general-douentza.txt", COMMENTARY}
    assert disagreement(incident, "harm.outcome").severity == "outcome"
    assert incident.grade == "contested"
    assert "1 killed or 1 injured" in incident.summary


def test_d_reporting_date_is_not_the_date() -> None:
    """The strike of 10 January holds the commentary's of "19 January", and says what that day is."""
    incident = incident_of(*STRIKE)
    assert COMMENTARY in documents_of(incident)
    assert incident.when is not None
    assert (incident.when.earliest, incident.when.latest) == (date(2019, 1, 10), date(2019, 1, 10))
    row = disagreement(incident, "when.reported_on")
    assert row.severity == "date"
    assert "9 days after 10 Jan 2019" in row.sentence
    assert sign(incident, "when", COMMENTARY) == "differs"


def test_d_killed_differs_in_effect() -> None:
    """15 killed against about 15 put out of action: other words for the same people, told as such, but no contest."""
    incident = incident_of(*STRIKE)
    row = disagreement(incident, "harm.effect")
    assert {reading.text for reading in row.readings} == {"15 killed", "about 15 killed", "about 15 put out of action"}
    assert incident.grade == "confirmed"


def test_e_mine_ranges_from_17_to_19() -> None:
    """17 against at least 19 dead, an accident; "at least 19" is not taken for 19."""
    incident = incident_of(*MINE)
    assert incident.type == "accident"
    assert toll(incident, "killed") == (17, 19, None)
    assert {reading.text for reading in disagreement(incident, "harm.killed").readings} == {"17", "at least 19"}
    assert (sign(incident, "killed", COMMENTARY), sign(incident, "when", COMMENTARY)) == ("agrees", "compatible")


def test_f_date_differs() -> None:
    """The massacre of 15 January, two days later in the commentary, told at three levels of place."""
    incident = incident_of(*MASSACRE)
    assert documents_of(incident) == {"msa-communique.docx", "wana-2019-01-16-0412", "wana-2019-01-17-0388", COMMENTARY}
    assert incident.when is not None
    assert incident.when.earliest == date(2019, 1, 15)
    assert "2 days apart" in disagreement(incident, "when").sentence
    assert sign(incident, "when", COMMENTARY) == "differs"
    assert not [row for row in incident.disagreements if row.severity == "place"]


def test_f_number_is_contested() -> None:
    """27 civilians and 10 fighters are 37 with the parts kept; at least 34 villagers contradict the 27 civilians."""
    incident = incident_of(*MASSACRE)
    row = disagreement(incident, "harm.killed")
    texts = {reading.text for reading in row.readings}
    assert "37 (27 civilians + 10 fighters)" in texts
    assert "at least 34" in texts
    assert toll(incident, "killed") == (10, 37, 37)
    assert sign(incident, "killed", COMMENTARY) == "differs"
    assert sign(incident, "killed", "wana-2019-01-16-0412") == "compatible"


def test_two_strikes_at_one_place_with_one_number_stay_two() -> None:
    """10 January and 23 February near Dialloubé, 15 dead each: two incidents, though one report tells both."""
    first = cluster_of(claim_of(*STRIKE))
    second = cluster_of(claim_of("press-second-strike-dialloube.txt", "air_strike"))
    assert first.id != second.id
    assert claim_of("press-second-strike-dialloube.txt", "air_strike", number=1).id in first.mentions


@pytest.mark.parametrize("number", [0, 1])
def test_g_background_is_an_incident_of_mentions(number: int) -> None:
    """The peace agreement of 2015 stands on its own, weak, and joins nothing of 2019."""
    incident = incident_of("un-report-peace-agreement-2015.txt", "agreement", number=number)
    assert (incident.grade, incident.independent_sources) == ("weak", 0)
    assert [row.weight for row in incident.accounts] == ["mention"]


def test_nothing_is_left_over() -> None:
    """29 claims make nine incidents; the one total since 2013 makes none."""
    assert len(mali_clusters()) == 9
    linked = {claim for cluster in mali_clusters() for claim in cluster.all_ids}
    left = [claim for claim in claims_by_id().values() if claim.id not in linked]
    assert [claim.scope for claim in left] == ["aggregate"]
