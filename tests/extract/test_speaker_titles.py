"""An office and the name behind it are one speaker."""

import pytest

from crossread.extract.speaker_titles import join_titles
from crossread.records import Document, Speaker


def speakers(text: str, *rows: tuple[str, str, float]) -> list[str]:
    document = Document(id="doc_1", text=text)
    found = []
    for raw, role, score in rows:
        evidence = document.quote(text.index(raw), text.index(raw) + len(raw))
        found.append(Speaker(role=role, raw=raw, evidence=(evidence,), score=score))
    joined = join_titles(document, found)
    assert all(text[e.span.start : e.span.end] == e.quote for row in joined for e in row.evidence)
    return [f"{row.role}: {row.raw}" for row in joined]


@pytest.mark.parametrize(
    ("text", "office", "name"),
    [
        ("An Afghan army general, Sher Mohammad Zazai, said so.", "An Afghan army general", "Sher Mohammad Zazai"),
        ("Turkish President Recep Tayyip Erdogan said so.", "Turkish President", "Recep Tayyip Erdogan"),
        ("The Arab channel Al-Jazeera said so.", "The Arab channel", "Al-Jazeera"),
    ],
)
def test_an_office_and_its_name_are_one_speaker_in_the_surer_role(text: str, office: str, name: str) -> None:
    whole = text[: text.index(name) + len(name)]
    assert speakers(text, (office, "reports", 0.5), (name, "claims", 0.8)) == [f"claims: {whole}"]
    assert speakers(text, (office, "reports", 0.9), (name, "claims", 0.8)) == [f"reports: {whole}"]


@pytest.mark.parametrize(
    ("text", "one", "two"),
    [
        ("AFP, Reuters and others said so.", "AFP", "Reuters"),
        ("a lawyer said. The army denied it.", "a lawyer", "The army"),
        ("a coalition of groups; the office of the prosecutor", "a coalition of groups", "the office of the prosecutor"),
        ("the chairman, who met Jan Egeland, said so", "the chairman", "Jan Egeland"),
    ],
)
def test_two_speakers_stay_two(text: str, one: str, two: str) -> None:
    assert len(speakers(text, (one, "reports", 0.5), (two, "reports", 0.5))) == 2
