"""A dossier: what a reader without crossread is told, in HTML and in Markdown; no report is more than text in it."""

from __future__ import annotations

import json
import re
import time
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from lxml import html
from tests.export.dossier_pages import export, page, words

from crossread.errors import ExportError
from crossread.export import Selection, export_incidents
from crossread.export.dossier_accounts import PER_BAND
from crossread.export.dossier_file import ENDINGS
from crossread.records import Count, Incident, Judgement, Toll


@pytest.mark.parametrize("ending", ENDINGS)
def test_both_forms_tell_the_whole_incident(tmp_path: Path, told: Selection, ending: str) -> None:
    """Head, table, toll with bounds, accounts with quotes, disagreements, sources, grade, review, what is left out, signs."""
    text = words(page(tmp_path, told, ending))
    for phrase in (
        "country: ML",
        "Airwars: low and high, no figure chosen",
        "1 accepted, 1 open",
        "Machine candidates until a person accepts them",
        "armed attack · near Kossa, Mopti, Mali · 3–4 May 2021",
        "place told as near; day told as days",
        "“At least four”",
        "“five”",
        "2 incidents told by 2 reports",
        "3–4 May 2021; 1 incident without a day",
        "4–5 in 1 incident",
        "Sums add the lowest and the highest number told of each incident",
        "Killed: at least 4 or 5.",
        "at least 4: Alpha Courier “At least four traders were killed, said the mayor.”",
        "2 independent sources of 2 accounts",
        "-Beta cites Alpha Courier",
        "the doer differs",
        "accepted by awa, 1 Jun 2021: two reports checked",
        "awa: corrected when of Alpha Courier “attacked”",
        "mentioned only in passing",
        "1 claim: a total over several incidents is no incident of its own",
        "ab" * 32,
        "both cannot be right",
        "Accounts side by side",
    ):
        assert phrase in text, phrase
    assert "clm_elsewhere" not in text


@pytest.mark.parametrize("ending", ENDINGS)
def test_a_lower_bound_is_never_told_as_a_number(tmp_path: Path, told: Selection, ending: str) -> None:
    """ "At least 19" in the table and the section, 19 for 19, and "none settled" where a policy chooses none."""

    def with_toll(best: int | None, count: Count) -> Selection:
        toll = Toll(effect="killed", count=count, best=best, claims=told.incidents[0].tolls[0].claims)
        return replace(told, incidents=(replace(told.incidents[0], tolls=(toll,)),))

    at_least = page(tmp_path, with_toll(19, Count(low=17, high=None, qualifier="at_least")), ending)
    (row,) = [row for row in at_least.iter("tr") if words(row).startswith("killed 17")]
    assert words(row).split() == ["killed", "17", "at", "least", "19", "open"]
    assert "at least 19 (from 17)" in words(at_least)
    exact = page(tmp_path, with_toll(19, Count(low=19, high=19, qualifier="exact")), ending)
    assert "killed 19 19 19" in words(exact)
    ranged = page(tmp_path, with_toll(None, Count(low=6, high=9, qualifier="range")), ending)
    assert "killed 6 none settled 9" in words(ranged)


def test_the_page_is_one_file_that_asks_nobody_for_anything(tmp_path: Path, told: Selection) -> None:
    """No script, no style sheet or picture from elsewhere, and a policy that forbids them; light, dark and on paper."""
    text = export(tmp_path, told)
    shown = html.document_fromstring(text)
    assert not list(shown.iter("script", "link", "img", "iframe", "object"))
    assert "default-src 'none'" in text
    assert not re.search(r"@import|url\(", text)
    for rule in ("prefers-color-scheme: dark", "@media print", "size: A4", "max-width: 44rem"):
        assert rule in text
    assert sorted(path.name for path in tmp_path.iterdir()) == ["mali.html", "mali.html.manifest.json"]


@pytest.mark.parametrize("ending", ENDINGS)
def test_every_link_within_leads_somewhere(tmp_path: Path, told: Selection, ending: str) -> None:
    """From the table to the sections, from accounts to their report, and back."""
    shown = page(tmp_path, told, ending)
    there = {row.get("id") for row in shown.iter() if row.get("id")}
    links = [row.get("href")[1:] for row in shown.iter("a") if (row.get("href") or "").startswith("#")]
    assert set(links) == there == {"i1", "i2", "s1", "s2"}


@pytest.mark.parametrize("name", ["mali.pdf", "mali.csv", "mali", "mali.html.txt"])
def test_another_ending_is_refused(tmp_path: Path, selection: Selection, name: str) -> None:
    """With what there is, what was given and what to call it; nothing is written."""
    with pytest.raises(ExportError) as refused:
        export_incidents("dossier", tmp_path / name, selection=selection)
    for part in (name, ".html or .md", Path(name).suffix or "no ending", "Call it mali"):
        assert part in str(refused.value)
    assert list(tmp_path.iterdir()) == []


def test_other_formats_are_not_called_as_a_dossier_is(tmp_path: Path, selection: Selection) -> None:
    """A table called .html would open as nothing."""
    with pytest.raises(ExportError, match=r"mali\.csv"):
        export_incidents("csv", tmp_path / "mali.html", selection=selection)
    export_incidents("dossier", tmp_path / "MALI.HTML", selection=selection)


@pytest.mark.parametrize("ending", ENDINGS)
def test_names_stay_out_unless_asked_for(tmp_path: Path, told: Selection, ending: str) -> None:
    """What the person is stands in their place, bars over the name in quotes; the head says which."""
    text = export(tmp_path, told, ending)
    assert "Keïta" not in text
    assert "█" * len("Amadou Keïta") in text
    assert "withheld: what the person is stands in their place" in text
    kept = export(tmp_path, told, ending, with_names=True)
    assert "Keïta" in kept
    assert "kept as read" in kept


@pytest.mark.parametrize("ending", ENDINGS)
def test_coarser_places_and_days_tell_no_words_and_compare_none_of_them(tmp_path: Path, told: Selection, ending: str) -> None:
    """No quote, summary, sentence or reason; accounts of two days of one month are not said to agree on the day."""
    shown = words(page(tmp_path, told, ending, places="country", days="month"))
    for phrase in ("Kossa", "Mopti", "3 May", "4 May", "6 May", "attacked", "two reports checked", "liberators", "Killed: at"):
        assert phrase not in shown, phrase
    assert "May 2021" in shown
    assert "places written as their country" in shown.replace(": ", " ")
    assert "May 2021 = agrees" not in shown
    assert "at least 4: Alpha Courier" in shown


@pytest.mark.parametrize("ending", ENDINGS)
def test_a_correction_is_told_from_what_to_what(tmp_path: Path, told: Selection, ending: str) -> None:
    """As the log tells it, without names, those that no claim has any more included; not where days are coarser."""
    case = replace(told, changes={"jdg_2": "when: 2 May 2021 → 3 May 2021"})
    assert "awa: corrected when: 2 May 2021 → 3 May 2021 of Alpha Courier “attacked”" in words(page(tmp_path, case, ending))
    assert "corrected when of Alpha Courier" in words(page(tmp_path, case, ending, days="month"))
    named = replace(told, changes={"jdg_2": "actors: victim “teacher Issa Diarra”, victim “Diarra” → nothing"})
    assert "Diarra" not in words(page(tmp_path, named, ending))
    assert "Diarra" in words(page(tmp_path, named, ending, with_names=True))


def test_words_for_a_known_actor_tell_no_place_either(tmp_path: Path, told: Selection) -> None:
    """With coarser places it is called by its name, anybody else by what it is."""
    attack = told.claims[0]
    front = replace(
        attack.actors[0], raw="the Ilu Front at Kossa", name="Ilu Front", registry_id="ilu_front", type="rebel_group"
    )
    case = replace(told, claims=(replace(attack, actors=(front, *attack.actors[1:])), *told.claims[1:]))
    shown = words(page(tmp_path, case, ".html", places="admin1"))
    assert "Kossa" not in shown
    assert "by Ilu Front" in shown
    assert "rebel_group" not in shown


def test_accounts_stand_in_bands_that_fit_a_sheet(tmp_path: Path, told: Selection) -> None:
    """Seven accounts are three bands, none wider than the others by more than one, and every one is there."""
    market, shot = told.incidents[0], told.claims[2]
    claims = [replace(shot, id=f"clm_{number}") for number in range(7)]
    accounts = tuple(replace(market.accounts[1], claim_id=claim.id, source_group=number) for number, claim in enumerate(claims))
    case = replace(told, incidents=(replace(market, accounts=accounts, disagreements=()),), claims=(*told.claims, *claims))
    shown = page(tmp_path, case, ".html")
    sizes = [len(table.xpath("thead/tr/th")) - 1 for table in shown.xpath("//table[@class='band']")]
    assert (sum(sizes), len(sizes), max(sizes) - min(sizes)) == (7, 3, 1)
    assert max(sizes) <= PER_BAND


def test_reports_of_one_source_are_told_as_one(tmp_path: Path, told: Selection) -> None:
    """A later near-copy under another name copies the first; the column says whose it is."""
    market = told.incidents[0]
    copied = replace(market, accounts=tuple(replace(row, source_group=0) for row in market.accounts), independent_sources=1)
    text = words(page(tmp_path, replace(told, incidents=(copied,)), ".html"))
    assert "-Beta (6 May 2021) copies Alpha Courier (4 May 2021)" in text
    assert "one source with Alpha Courier" in text
    assert "= agrees" not in text.partition("Toll")[0]  # one source agrees with nobody


def test_incidents_come_by_day_the_undated_last(tmp_path: Path, told: Selection) -> None:
    """Whatever the order of the selection."""
    turned = replace(told, incidents=told.incidents[::-1])
    assert export(tmp_path, turned).index("inc_market") < export(tmp_path, turned).index("inc_pit")


@pytest.mark.parametrize("ending", ENDINGS)
def test_the_same_records_and_time_give_the_same_bytes(
    tmp_path: Path, told: Selection, ending: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With SOURCE_DATE_EPOCH set."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1548979200")
    first = export(tmp_path, told, ending)
    assert export(tmp_path, told, ending) == first
    assert "1 Feb 2019 by crossread" in first
    manifest = json.loads((tmp_path / f"mali{ending}.manifest.json").read_text(encoding="utf-8"))
    assert manifest["format"] == "dossier@1"
    assert manifest["counts"]["written"] == 2


@pytest.mark.slow
@pytest.mark.parametrize("ending", ENDINGS)
def test_a_thousand_incidents_take_seconds(tmp_path: Path, told: Selection, ending: str) -> None:
    """Each with two accounts, a disagreement and a decision."""
    market = told.incidents[0]
    made = {"made_by": "awa", "made_at": datetime(2021, 6, 1, tzinfo=UTC), "kind": "accept"}
    many: list[Incident] = [replace(market, id=f"inc_{number}") for number in range(1000)]
    decided = tuple(Judgement(id=f"jdg_{row.id[4:]}", subject=row.id, **made) for row in many)
    start = time.perf_counter()
    text = export(tmp_path, replace(told, incidents=tuple(many), judgements=decided), ending)
    assert time.perf_counter() - start < 60  # 4 on a quiet machine
    assert text.count("Accounts side by side") == 1000
