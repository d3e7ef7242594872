"""What by its own words counts a part only is neither low nor best beside a larger toll; sentences written for these tests."""

from __future__ import annotations

from datetime import date

import pytest
from claim_maker import harm, make_claim, make_document
from tests.weigh.test_tolls import cluster, toll

from crossread.records import Document, Harm, Incident
from crossread.weigh import compare_cells, weigh_cluster
from crossread.weigh.of_part import counts_own_part

Told = tuple[str, dict[str, int]]
DAY = date(2024, 3, 4)
TWELVE = ("Gunmen killed twelve people and wounded forty.", {"killed twelve": 12, "wounded forty": 40})
MORE = ("Gunmen killed fourteen people and wounded forty-five.", {"killed fourteen": 14, "wounded forty-five": 45})
INTAKE = ("The hospital in Ber received thirty wounded people. One died.", {"thirty wounded": 30, "One died": 1})


def _rows(document: Document, told: dict[str, int]) -> tuple[Harm, ...]:
    """Rows with the words of the key; those are of the wounded that say so."""
    rows = []
    for words, number in told.items():
        start = document.text.index(words)
        quote = document.quote(start, start + len(words))
        effect = "injured" if "wounded" in words else "killed"
        rows.append(harm(effect, number, group=words, evidence=(quote,)))
    return tuple(rows)


def _weigh(*told: Told) -> Incident:
    documents = {name: make_document(name, text=text, published=DAY) for name, (text, _) in zip("abcd", told, strict=False)}
    claims = [
        make_claim(documents[name], harm=_rows(documents[name], rows)) for name, (_, rows) in zip("abcd", told, strict=False)
    ]
    return weigh_cluster(cluster(claims), claims, documents)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The hospital in Ber received 36 wounded, one of whom died.", "36 wounded"),
        ("The hospital in Ber received 36 wounded, one of whom died.", "one of whom"),
        ("Our teams at the clinic treated at least 36 people. Two died.", "36 people"),
        ("Our teams at the clinic treated at least 36 people. Two died.", "Two died"),
        ("Doctors Without Borders said that it had admitted 36 patients.", "36 patients"),
        ("A trader said that two of her colleagues were shot.", "two of her colleagues"),
        ("He counted the graves: seven members of his family were in them.", "seven members of his family"),
        ("Awa Keita lost her husband and two sons.", "two sons"),
    ],
)
def test_words_that_tell_of_a_part(text: str, words: str) -> None:
    """One hospital's people, and whom a teller knows or has lost."""
    document = make_document("a", text=text)
    start = text.index(words)
    row = harm("killed", 2, group=words, evidence=(document.quote(start, start + len(words)),))
    assert counts_own_part([row], document)
    assert not counts_own_part([row], None)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Gunmen killed twelve people near the hospital in Ber.", "twelve people"),
        ("Shells hit a hospital that had received aid. Four died.", "Four died"),
        ("Twelve people were taken to the hospital.", "Twelve people"),
        ("The militia lost nine fighters.", "nine fighters"),
        ("Nine people lost their lives, and the mayor's brother was hurt.", "the mayor's brother"),
        ("Gunmen killed the mayor, his wife and two sons.", "two sons"),
        ("Doctors said that seven people died.", "seven people"),
        ("Three of our men fell.", "Three of our men"),
    ],
)
def test_words_that_tell_of_all(text: str, words: str) -> None:
    """A family that was attacked, an army's losses, and what doctors say of the whole."""
    document = make_document("a", text=text)
    start = text.index(words)
    row = harm("killed", 2, group=words, evidence=(document.quote(start, start + len(words)),))
    assert not counts_own_part([row], document)


def test_a_hospitals_people_set_no_low_beside_a_larger_toll() -> None:
    """The account stays, is compatible, and is no reading of the disagreement."""
    incident = _weigh(INTAKE, TWELVE, MORE)
    assert toll(incident)[0] == 12
    assert toll(incident, "injured")[0] == 40
    assert all("(a)" not in row.sentence for row in incident.disagreements)
    assert len(incident.accounts) == 3


def test_alone_or_larger_it_counts_as_before() -> None:
    """There were at least so many: it decides where nobody counts more."""
    assert toll(_weigh(INTAKE)) == (1, 1, 1)
    few = ("Gunmen wounded nine people.", {"wounded nine": 9})
    assert toll(_weigh(INTAKE, few), "injured")[2] == 30
    other = ("Two of her colleagues died.", {"Two of her colleagues": 2})
    assert [row.slot for row in _weigh(INTAKE, other).disagreements] == []


def test_its_cell_is_compatible() -> None:
    """The number stays in its column."""
    documents = {
        name: make_document(name, text=text, published=DAY) for name, (text, _) in zip("ab", (INTAKE, TWELVE), strict=True)
    }
    claims = [
        make_claim(documents["a"], harm=_rows(documents["a"], INTAKE[1])),
        make_claim(documents["b"], harm=_rows(documents["b"], TWELVE[1])),
    ]
    incident = weigh_cluster(cluster(claims), claims, documents)
    cell = compare_cells(incident, {claim.id: claim for claim in claims}, documents)["killed"][claims[0].id]
    assert (cell.text.split()[0], cell.sign) == ("1", "compatible")


@pytest.mark.parametrize(
    ("text", "numbers", "killed"),
    [
        ("Gunmen killed twelve people. The hospital received nine bodies.", {"twelve people": 12, "nine bodies": 9}, 12),
        ("Gunmen killed twelve people. A baker lost two sons.", {"twelve people": 12, "two sons": 2}, 12),
        ("Gunmen killed twelve people and two of his sons.", {"twelve people": 12, "two of his sons": 2}, 14),
        ("Gunmen killed a clerk. The hospital received nine bodies.", {"a clerk": 1, "nine bodies": 9}, 10),
        ("Gunmen killed twelve people. Nine guards died, too.", {"twelve people": 12, "Nine guards": 9}, 21),
    ],
)
def test_nobody_of_a_part_is_added_to_a_larger_number(text: str, numbers: dict[str, int], killed: int) -> None:
    """Of one report, in another sentence."""
    assert toll(_weigh((text, numbers))) == (killed, killed, killed)
