"""Letters of a wrong encoding are told of; letters of any language are not."""

from __future__ import annotations

from pathlib import Path

import pytest

from crossread.read import ReadDocument, ReadOptions, iter_documents
from crossread.read.garbled import describe_garbling

GOOD = (
    "L’armée a annoncé la mort de vingt-deux soldats à Ménaka, près de la frontière nigérienne.",
    "“The governor’s convoy” – said José Peña – was hit near Tâbua…",
    "Ở Hà Nội, người dân biểu tình; “Đà Nẵng” cũng vậy.",
    "وقالت الشرطة إن سبعة أشخاص قتلوا في الهجوم على المدينة.",
    "Бойовики обстріляли місто, поранено п’ять осіб.",
)


@pytest.mark.parametrize("text", GOOD)
@pytest.mark.parametrize("wrong", ["cp1252", "latin-1"])
def test_utf8_read_as_something_else_is_told(text: str, wrong: str) -> None:
    """Whatever the language; the sentence shows what stands for what, and what to do."""
    bad = "".join(
        bytes([byte]).decode(wrong, "ignore") or chr(byte) for byte in text.encode()
    )  # a program takes bytes that Windows-1252 lacks as they are
    told = describe_garbling(bad)
    assert told is not None
    assert "wrong encoding" in told
    assert "Save it again as UTF-8" in told


@pytest.mark.parametrize(
    "text",
    [
        *GOOD,
        "“MAÇÃ”, «MAÇÃ», «IRMû e «NÃO»: São João, Übung, ÅSE, Œuvre, naïve café, Pâques, Ø½ mm.",
        "Temperatures of 40° and a loss of 20 £ – 30 €; © Reuters™, à « Kidal », â, ã, é… ñ.",
        "KIDAL (AFP) - Twelve soldiers were killed.",
    ],
)
def test_good_text_is_not_suspected(text: str) -> None:
    """Accents, quotation marks behind capitals, signs of money."""
    assert describe_garbling(text) is None


def test_two_pairs_are_needed_but_one_apostrophe_is_enough() -> None:
    """“Ã©” once may be anything, “â€™” is plainly one letter."""
    assert describe_garbling("the Ã© sign") is None
    assert "“â€™” for “’”, 1 place" in (describe_garbling("the armyâ€™s convoy") or "")
    assert "“Ã©” for “é”, 2 places" in (describe_garbling("tuÃ©s et blessÃ©s") or "")


def test_characters_that_could_not_be_read_are_counted(tmp_path: Path) -> None:
    """NULs in a text file come as the sign for none, and are told of."""
    path = tmp_path / "a.txt"
    path.write_bytes(b"GAO - Twelve soldiers\x00 were killed\x00 on Monday in Gao, Mali, the army said in a statement.")
    (found,) = iter_documents([path], options=ReadOptions())
    assert isinstance(found, ReadDocument)
    assert "2 characters could not be read" in (describe_garbling(found.document.text) or "")
