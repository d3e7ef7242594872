"""The figures of agreement: plain cases by hand, and any two codings against the scorer of the benchmarks, read both ways."""

from __future__ import annotations

import itertools
import random
from dataclasses import replace
from datetime import date
from types import ModuleType

import pytest
from benchmarks.scorer import load_scorer, scorer_path

from crossread.records import Actor, Claim, Count, DateWindow, Document, Harm, Means, Place, Slot, Speaker, claim_to_json
from crossread.review.agreeing import FIGURES, Figure, align, count_agreement, differing_slots, sum_figures
from crossread.review.likeness import likeness
from crossread.review.pairing import best_pairs, count_shared

TEXT = (
    "A blast near Douentza killed two peacekeepers on Friday. Gunmen then shot at a bus in Mopti and wounded six men.\n"
    "The army says that rebels burnt a school in Gao on Sunday; residents speak of looting in the same week."
)
WORDS = Document(id="doc_1", text=TEXT)
PLACES = (
    Place(name="Douentza", country="ML", admin1="Mopti", gazetteer_id=None, latitude=15.0, longitude=-2.95, precision="near"),
    Place(name="Mopti", country="ML", admin1="Mopti", gazetteer_id=None, latitude=14.5, longitude=-4.2, precision="exact"),
    Place(name="Mopti", country="ML", admin1="Mopti", gazetteer_id=None, latitude=None, longitude=None, precision="admin1"),
    Place(name=None, country="ML", admin1=None, gazetteer_id=None, latitude=None, longitude=None, precision="country"),
    Place(name="Sévaré", country="ML", admin1="Mopti", gazetteer_id=None, latitude=14.53, longitude=-4.1, precision="exact"),
)


def _claim(words: str = "blast", **slots: object) -> Claim:
    at = TEXT.index(words)
    told = {"type": "bombing", "scope": "incident", "status": "accomplished", "stance": "asserted", **slots}
    return Claim(id=f"clm_{words}", document_id="doc_1", trigger=WORDS.quote(at, at + len(words)), **told)  # type: ignore[arg-type]


def _quoted(words: str) -> tuple:
    at = TEXT.index(words)
    return (WORDS.quote(at, at + len(words)),)


def _day(number: int, last: int | None = None) -> Slot[DateWindow]:
    window = DateWindow(earliest=date(2019, 1, number), latest=date(2019, 1, last or number), precision="day")
    return Slot(raw="on Friday", value=window, evidence=_quoted("on Friday"))


def _coding(dice: random.Random, coder: str) -> list[Claim]:
    """Claims as some coder could write them: any trigger, type, date, place, actors and numbers, many alike by chance."""
    claims = []
    for number, words in enumerate(dice.sample(("blast", "shot", "burnt", "looting", "wounded"), dice.randint(0, 4))):
        actors = [
            Actor(role=dice.choice(("perpetrator", "victim", "side_a", "accused")), raw=raw, name=None, type="unknown",
                  evidence=_quoted(raw) if dice.random() < 0.8 else ())
            for raw in dice.sample(("two peacekeepers", "Gunmen", "six men", "rebels"), dice.randint(0, 3))
        ]  # fmt: skip
        harm = [
            Harm(effect=dice.choice(("killed", "injured")), raw="x", group=None, group_type="civilians",
                 count=dice.choice((Count(low=2, high=2, qualifier="exact"), Count(low=6, high=None, qualifier="at_least"),
                                    Count(low=None, high=9, qualifier="at_most"), None)))
            for _ in range(dice.randint(0, 2))
        ]  # fmt: skip
        claims.append(
            replace(
                _claim(words),
                id=f"clm_{coder}_{number}",
                type=dice.choice(("bombing", "armed_attack", "arson", "looting", "accident")),
                scope=dice.choice(("incident", "incident", "background", "aggregate")),
                when=dice.choice((None, _day(4), _day(4, 6), _day(7))),
                where=dice.choice((None, *(Slot(raw="there", value=place) for place in PLACES), Slot(raw="there", value=None))),
                actors=tuple(actors),
                harm=tuple(harm),
                means=tuple(Means(kind=k, raw=k) for k in dice.sample(("ied", "firearm", "fire"), dice.randint(0, 2))),
                speakers=tuple(
                    Speaker(role="reports", raw=raw, evidence=_quoted(raw))
                    for raw in dice.sample(("The army", "residents"), dice.randint(0, 2))
                ),
            )
        )
    return claims


def _scorer() -> ModuleType:
    """The benchmarks' scorer, with places compared in both directions as two coders are."""
    scorer = load_scorer()
    one_way = scorer.same_where
    scorer.same_where = lambda a, b: one_way(a, b) and one_way(b, a)
    return scorer


@pytest.mark.skipif(not scorer_path().is_file(), reason=f"the scorer is not at {scorer_path()}; set CROSSREAD_SHARED")
def test_the_figures_are_those_of_the_scorer() -> None:
    """Over four hundred pairs of codings every count of every figure is the scorer's, whoever is first.

    Where two ways of pairing the claims are equally good, either may be taken: then only their worth is compared.
    """
    scorer, dice, compared = _scorer(), random.Random(7), 0
    for _ in range(400):
        first, second = _coding(dice, "a"), _coding(dice, "b")
        ours, pairs = count_agreement(first, second, TEXT), align(first, second, TEXT)
        gold, told = ([claim_to_json(claim) for claim in side] for side in (first, second))
        theirs = [(first[a], second[b]) for a, b in scorer.align(gold, told, TEXT)]
        assert sum(likeness(a, b, TEXT) for a, b in pairs) == pytest.approx(sum(likeness(a, b, TEXT) for a, b in theirs))
        if {(a.id, b.id) for a, b in pairs} != {(a.id, b.id) for a, b in theirs}:
            continue
        counts, _, _ = scorer.score_document({"text": TEXT, "claims": gold}, {"claims": told})
        assert {name: [ours[name].agreed, ours[name].second, ours[name].first] for name in FIGURES} == {
            name: counts[name] for name in FIGURES
        }
        compared += len(pairs)
    assert compared > 300


def test_the_order_of_two_coders_changes_nothing() -> None:
    """What is shared is shared both ways, and each keeps what they gave."""
    dice = random.Random(11)
    for _ in range(100):
        first, second = _coding(dice, "a")[:1], _coding(dice, "b")[:1]
        there, back = count_agreement(first, second, TEXT), count_agreement(second, first, TEXT)
        assert {name: (row.agreed, row.first, row.second) for name, row in there.items()} == {
            name: (row.agreed, row.second, row.first) for name, row in back.items()
        }


def test_the_pairing_is_the_best_there_is() -> None:
    """On small grids of any shape the sum is that of the best of all pairings, and nothing is paired twice."""
    dice = random.Random(3)
    for _ in range(200):
        rows, columns = dice.randint(1, 5), dice.randint(1, 5)
        grid = [[dice.choice((0.0, 0.3, 0.5, dice.random())) for _ in range(columns)] for _ in range(rows)]
        turned = grid if rows <= columns else [list(row) for row in zip(*grid, strict=True)]
        ways = itertools.permutations(range(max(rows, columns)), min(rows, columns))
        best = max(sum(turned[row][column] for row, column in enumerate(way)) for way in ways)
        pairs = best_pairs(grid)
        assert len({a for a, _ in pairs}) == len({b for _, b in pairs}) == len(pairs) == min(rows, columns)
        assert sum(grid[a][b] for a, b in pairs) == pytest.approx(best)
    assert best_pairs([]) == best_pairs([[]]) == []


def test_one_candidate_is_one_claim_whatever_two_coders_made_of_it() -> None:
    """Type, date and place all differ, yet both decided on the same candidate: every difference is a difference of values."""
    first = _claim(when=_day(4), where=Slot(raw="x", value=PLACES[0]))
    second = replace(first, type="looting", when=_day(9), where=Slot(raw="y", value=PLACES[3]))
    assert align([first], [second], TEXT) == [(first, second)]
    assert differing_slots(first, second) == ["type", "when", "where"]
    assert align([first], [replace(second, id="clm_other", trigger=_quoted("looting")[0])], TEXT) == []


def test_what_only_one_of_two_has_is_no_agreement() -> None:
    """A claim that one coder dismissed counts with its values on the other's side only; nothing on both sides is no figure."""
    figures = count_agreement([_claim(), _claim("shot", when=_day(4))], [_claim()], TEXT)
    assert figures["claim"] == figures["type"] == Figure(agreed=1, first=2, second=1)
    assert figures["when"] == Figure(agreed=0, first=1, second=0)
    assert figures["claim"].percent == pytest.approx(200 / 3)
    assert figures["where"].percent is None
    assert sum_figures([figures, figures])["claim"] == Figure(agreed=2, first=4, second=2)
    assert count_shared([1, 1, 2], [1, 3]) == 1
