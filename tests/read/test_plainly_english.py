"""A report that is plainly English is taken for it at once; for all others the identifier is asked."""

from __future__ import annotations

import subprocess
import sys

import pytest

from crossread.read.language import _is_plainly_english, find_language

ENGLISH = (
    "Gunmen attacked a village near Mopti on Monday, killing at least 12 people and wounding five, police said. The "
    "attackers came on motorcycles and set fire to the market. It was the third attack in the area this month, and "
    "no group has said that it was behind it. The governor of the region said that soldiers had been sent to the "
    "village."
)
OTHERS = {
    "fr": (
        "Des hommes armés ont attaqué un village près de Mopti lundi, tuant au moins 12 personnes et en blessant cinq, "
        "selon la police. Les assaillants sont venus à moto et ont mis le feu au marché. C'est la troisième attaque "
        "dans la zone ce mois-ci, et aucun groupe n'a dit en être l'auteur. Le gouverneur a dit que des soldats avaient "
        "été envoyés."
    ),
    "nl": (
        "Gewapende mannen hebben maandag een dorp in de buurt van Mopti aangevallen en daarbij zeker twaalf mensen "
        "gedood, zei de politie. De aanvallers kwamen op motoren en staken de markt in brand. Het is de derde aanval in "
        "het gebied in een maand, en geen enkele groep heeft gezegd dat die erachter zit. Er is een eenheid soldaten op "
        "weg."
    ),
    "de": (
        "Bewaffnete haben am Montag ein Dorf bei Mopti angegriffen und mindestens zwölf Menschen getötet, sagte die "
        "Polizei. Die Angreifer kamen auf Motorrädern und zündeten den Markt an. Es war der dritte Angriff in der "
        "Gegend in diesem Monat, und keine Gruppe hat sich dazu bekannt. Soldaten sind in das Dorf geschickt worden."
    ),
}


@pytest.mark.parametrize("text", [ENGLISH, ENGLISH.upper()])
def test_english_is_plainly_english_in_capitals_too(text: str) -> None:
    """The identifier takes some reports in capitals for Igbo, and none of their claims would be read."""
    assert _is_plainly_english(text)
    assert find_language(text) == "en"


@pytest.mark.parametrize("code", OTHERS)
def test_another_language_is_not_nor_a_report_that_is_mostly_in_it(code: str) -> None:
    assert not _is_plainly_english(OTHERS[code])
    assert not _is_plainly_english(f"{OTHERS[code]} {OTHERS[code]} {ENGLISH}")
    assert find_language(OTHERS[code]) == code


def test_a_few_words_are_left_to_the_identifier() -> None:
    assert not _is_plainly_english("The attack in the village was the third of the week.")


def test_the_identifier_is_not_loaded_for_a_report_in_english() -> None:
    code = (
        f"from crossread.read import read_text; import sys; print(read_text({ENGLISH!r}).language, 'py3langid' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["en", "False"]
