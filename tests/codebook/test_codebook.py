"""The vocabularies: complete, in step with the records, and refused when broken."""

from __future__ import annotations

import json
import shutil
from importlib.resources import files
from pathlib import Path

import pytest

from crossread.codebook import load_codebook
from crossread.codebook.codebook import KINDS, read_codebook
from crossread.errors import CodebookError
from crossread.records.incident import GRADES, SEVERITIES
from crossread.records.value import DATE_PRECISIONS, PLACE_PRECISIONS, QUALIFIERS

SHIPPED = Path(str(files("crossread.codebook")))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the shipped vocabularies that a test may break."""
    for path in SHIPPED.glob("*.toml"):
        shutil.copy(path, tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    ("kind", "codes"),
    [
        ("date_precision", DATE_PRECISIONS),
        ("place_precision", PLACE_PRECISIONS),
        ("qualifier", QUALIFIERS),
        ("severity", SEVERITIES),
        ("grade", GRADES),
    ],
)
def test_records_and_codebook_agree(kind: str, codes: tuple[str, ...]) -> None:
    """What a record accepts is exactly what the codebook defines, in the same order."""
    assert load_codebook().codes(kind) == codes


def test_all_vocabularies_are_there() -> None:
    """Every vocabulary of the codebook has codes, and every code tells what it means."""
    codebook = load_codebook()
    for kind in KINDS:
        for code in codebook.codes(kind):
            assert codebook.code(kind, code).definition.rstrip(".").lower() != codebook.label(kind, code)


def test_order_is_rank() -> None:
    """An air strike outranks a killing, a killing outranks a detention, and an accident comes last."""
    codebook = load_codebook()
    ranks = [codebook.rank(t) for t in ("air_strike", "bombing", "armed_clash", "killing", "detention", "accident")]
    assert ranks == sorted(ranks)
    assert codebook.rank("accident") == len(codebook.types) - 1


def test_families_join_retellings() -> None:
    """A bombing and an armed attack may be one incident told twice; a protest and an agreement may not."""
    codebook = load_codebook()
    assert codebook.family("bombing") == codebook.family("armed_attack")
    assert codebook.family("protest") != codebook.family("agreement")


@pytest.mark.parametrize(
    ("incident_type", "told", "sub_event"),
    [
        ("bombing", {}, "Remote explosive/landmine/IED"),
        ("bombing", {"means": ["suicide_bomb", "car_bomb"]}, "Suicide bomb"),
        ("bombing", {"means": ["grenade"]}, "Grenade"),
        ("armed_attack", {}, "Attack"),
        ("armed_attack", {"victims": ["state_forces"]}, "Armed clash"),
        ("killing", {"doers": ["rioters"]}, "Mob violence"),
        ("riot", {"victims": ["police"]}, "Violent demonstration"),
        ("crackdown", {"victims": ["rioters"]}, "Violent demonstration"),
        ("crackdown", {"victims": ["protesters"]}, "Protest with intervention"),
        ("crackdown", {"victims": ["protesters"], "force": ["some", "lethal"]}, "Excessive force against protesters"),
        ("protest", {"force": ["some"]}, "Protest with intervention"),
        ("protest", {}, "Peaceful protest"),
    ],
)
def test_acled_crosswalk_reads_the_claim(incident_type: str, told: dict[str, list[str]], sub_event: str) -> None:
    """Means, victims, doers and the force that was used choose among the ACLED codes of one type."""
    row = load_codebook().crosswalk("acled", incident_type, **told)  # type: ignore[arg-type]
    assert row is not None
    assert row.sub_event == sub_event  # type: ignore[union-attr]


def test_crosswalk_stays_empty_where_there_is_no_counterpart() -> None:
    """An accident is no ACLED event, and a protest without force is the only type with a conditional MUC-4 word."""
    codebook = load_codebook()
    assert codebook.crosswalk("acled", "accident") is None
    assert codebook.crosswalk("muc4", "detention") is None
    assert codebook.crosswalk("muc4", "abduction") == "KIDNAPPING"


def test_acled_codes_exist_in_the_published_scheme() -> None:
    """Every ACLED pair of the crosswalk is one of ACLED's event and sub-event types."""
    scheme = json.loads((Path(__file__).parent / "acled_event_types.json").read_text(encoding="utf-8"))
    codebook = load_codebook()
    for rows in codebook.acled.values():
        for row in rows:
            assert row.sub_event in scheme[row.event]


def test_actor_types_carry_both_schemes() -> None:
    """Peacekeepers are external forces for ACLED and a government's side for UCDP; an object is nobody."""
    codebook = load_codebook()
    assert codebook.acled_interaction("foreign_forces") == (8, "External/Other forces")
    assert codebook.ucdp_side("rebel_group") == "organised"
    assert codebook.acled_interaction("object") is None


@pytest.mark.parametrize(
    ("file", "old", "new", "says"),
    [
        ("claim_codes.toml", 'label = "incident"', "", "has no label"),
        ("claim_codes.toml", "[scope.aggregate]", "[scape.aggregate]", "no vocabulary"),
        ("incident_types.toml", 'family = "captivity"', "", "has no family"),
        ("incident_types.toml", 'when_means = ["grenade"]', 'when_means = ["granade"]', "granade"),
        ("incident_types.toml", 'acled = [{ event = "Battles"', 'acled = [{ evnt = "Battles"', "cannot be read"),
        ("harm_codes.toml", "[effect.killed]", "[effect.killed", "no valid TOML"),
        ("actor_codes.toml", 'ucdp_side = "civilians"', 'ucdp_side = "people"', "no UCDP side"),
    ],
)
def test_a_broken_file_is_refused_with_its_name(folder: Path, file: str, old: str, new: str, says: str) -> None:
    """A codebook with a hole does not load, and the error tells file and hole."""
    path = folder / file
    path.write_text(path.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")
    with pytest.raises(CodebookError, match=says) as caught:
        read_codebook(folder)
    assert file in str(caught.value)


def test_a_missing_file_says_what_to_do(folder: Path) -> None:
    """Without one of its files the codebook tells which and what to do."""
    (folder / "means_codes.toml").unlink()
    with pytest.raises(CodebookError, match="missing") as caught:
        read_codebook(folder)
    assert "means_codes.toml" in str(caught.value)


def test_unknown_codes_are_refused() -> None:
    """A code that does not exist never gets a rank, label or family."""
    codebook = load_codebook()
    with pytest.raises(CodebookError, match="raid"):
        codebook.rank("raid")
    with pytest.raises(CodebookError, match="cameo"):
        codebook.crosswalk("cameo", "bombing")
    with pytest.raises(CodebookError, match="colour"):
        codebook.codes("colour")
