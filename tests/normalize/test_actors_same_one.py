"""Words that tell the same actor are one row; sentences written for these tests."""

from __future__ import annotations

import pytest
from tests.normalize.test_who_did_it import read

from crossread.normalize import Normalizer


def victims(normalizer: Normalizer, text: str, trigger: str, *who: str, kind: str = "civilians") -> list[list[str]]:
    """The quotes of each victim left."""
    claim = read(normalizer, text, trigger, type="killing", actors=tuple(("victim", words, kind) for words in who))
    return [[quote.quote for quote in actor.evidence] for actor in claim.actors if actor.role == "victim"]


@pytest.mark.parametrize(
    ("text", "trigger", "who", "left"),
    [
        ("17-year-old Dana Amiri was shot dead in Kabul.", "shot", ("17-year-old", "Dana Amiri"), [["17-year-old Dana Amiri"]]),
        (
            "A young man named Kosa Marri was hacked to death.",
            "hacked",
            ("A young man", "Kosa Marri"),
            [["A young man named Kosa Marri"]],
        ),
        (
            "Gunmen shot dead an alleged paymaster of the cartel.",
            "shot",
            ("alleged", "paymaster of the cartel"),
            [["alleged paymaster of the cartel"]],
        ),
        ("Militants killed a nurse, Nubia Lazo, and a driver.", "killed", ("nurse", "Nubia Lazo"), [["nurse", "Nubia Lazo"]]),
        (
            "They shot Madvi Somo, a schoolteacher, and his sons.",
            "shot",
            ("Madvi Somo", "schoolteacher", "his sons"),
            [["Madvi Somo", "schoolteacher"], ["his sons"]],
        ),
    ],
)
def test_words_for_one_person_are_one_row(
    normalizer: Normalizer, text: str, trigger: str, who: tuple[str, ...], left: list[list[str]]
) -> None:
    """Taken apart, named, and told in apposition before or behind the name."""
    assert victims(normalizer, text, trigger, *who) == left


@pytest.mark.parametrize(
    ("text", "trigger", "who"),
    [
        ("Gunmen killed a nurse, a driver and a guard.", "killed", ("nurse", "driver", "guard")),
        ("Gunmen killed a nurse and Nubia Lazo.", "killed", ("nurse", "Nubia Lazo")),
        ("Gunmen killed two nurses, Nubia Lazo, the mayor, and a guard.", "killed", ("nurses", "Nubia Lazo", "guard")),
        ("Gunmen killed Nubia Lazo, the drivers and a guard.", "killed", ("Nubia Lazo", "drivers", "guard")),
        ("They shot Madvi Somo, Ravi Lal and Anand Rao.", "shot", ("Madvi Somo", "Ravi Lal", "Anand Rao")),
        ("A couple and their baby were shot dead.", "shot", ("couple and their", "baby")),
    ],
)
def test_several_people_stay_several(normalizer: Normalizer, text: str, trigger: str, who: tuple[str, ...]) -> None:
    """Lists of people and of names, and names that are not as many as the people before them."""
    assert victims(normalizer, text, trigger, *who) == [[words] for words in who]


def test_the_names_of_several_are_theirs(normalizer: Normalizer) -> None:
    """As many names as people: two organizers are not four."""
    text = "Armed men forced two organizers, Lito Mansala and Rowena Sid, into a van and killed them."
    claim = read(
        normalizer,
        text,
        "killed",
        type="killing",
        actors=(
            ("victim", "organizers", "civilians"),
            ("victim", "Lito Mansala", "civilians"),
            ("victim", "Rowena Sid", "civilians"),
        ),
        harm=(("killed", "two organizers"),),
    )
    assert [actor.raw for actor in claim.actors if actor.role == "victim"] == ["organizers"]


def test_a_group_and_its_name_are_one(normalizer: Normalizer) -> None:
    """A claimant taken apart behind "calling itself"."""
    text = "A group calling itself Lashkar-e-Badar said it killed the elder."
    claim = read(
        normalizer,
        text,
        "killed",
        type="killing",
        actors=(("claimant", "A group calling itself", "rebel_group"), ("claimant", "Lashkar-e-Badar", "rebel_group")),
    )
    assert [actor.raw for actor in claim.actors if actor.role == "claimant"] == ["A group calling itself Lashkar-e-Badar"]
