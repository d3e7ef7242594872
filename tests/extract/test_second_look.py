"""The second look: what the heads said of one pair of words is weighed with what the whole report says."""

from __future__ import annotations

import pytest

from crossread.assets import load_encoder_files
from crossread.extract.heads import Mention
from crossread.extract.retelling import Link, Telling, gather_links
from crossread.extract.second_look import KINDS, claim_features, gather, iter_features, judge_claim, look_again

TEXT = "Gunmen killed two guards in Gao, the army said. The union said on Friday that a driver was beaten."


def _mention(words: str, category: str, score: float = 0.9, sentence: int = 0) -> Mention:
    start = TEXT.index(words)
    types = {"type": {"killing": 0.8, "ill_treatment": 0.2}} if category == "trigger" else {}
    return Mention(
        category=category,
        first=start,
        last=start + len(words),
        start=start,
        end=start + len(words),
        sentence=sentence,
        score=score,
        classes=types,
    )


ARMY, UNION = _mention("the army", "speaker"), _mention("The union", "speaker", sentence=1)
KILLED, BEATEN = _mention("killed", "trigger"), _mention("beaten", "trigger", 0.6, sentence=1)


def _telling(trigger: Mention, *links: Link, index: int = 0) -> Telling:
    return Telling(trigger=trigger, links=links, passage=0, index=index)


def _report() -> tuple[list[list[Telling]], list[tuple[Link, ...]]]:
    first = _telling(KILLED, ("speaker_reports", ARMY, 0.8), ("speaker_accuses", ARMY, 0.2), ("speaker_reports", UNION, 0.5))
    second = _telling(BEATEN, ("speaker_reports", UNION, 0.9), index=1)
    groups = [[first], [second]]
    return groups, [gather_links(group, 0.25) for group in groups]


def _look(weights: dict[str, dict[str, float]]) -> list[dict[tuple[str, str], float]]:
    groups, links = _report()
    return [{(name, TEXT[m.start : m.end]): p for name, m, p in row} for row in look_again(groups, links, TEXT, weights)]


def test_without_weights_the_heads_have_the_last_word() -> None:
    groups, links = _report()
    assert look_again(groups, links, TEXT, {}) == links
    assert look_again(groups, links, TEXT, {"second_harm": {"one": -9.0}}) == links  # nothing of that kind is told


def test_a_speaker_who_is_surer_for_another_claim_is_believed_less() -> None:
    """Both stand at 0.5 or more for the killing; the union speaks more surely of the beating."""
    judged = _look({"second_speaker": {"chance": 1.0, "margin": 4.0}})
    assert judged[0]["speaker_reports", "the army"] > 0.9
    assert judged[0]["speaker_reports", "The union"] < 0.3
    assert judged[1]["speaker_reports", "The union"] > 0.9


def test_links_of_a_kind_share_the_judgement() -> None:
    """The likeliest has all of it, another its part: what the heads found likelier stays likelier."""
    judged = _look({"second_speaker": {"one": 0.0}})
    assert judged[0]["speaker_reports", "the army"] == pytest.approx(0.5)
    assert judged[0]["speaker_accuses", "the army"] == pytest.approx(0.5 * 0.2 / 0.8)


def test_what_is_looked_at_is_told_from_the_text() -> None:
    groups, links = _report()
    seen = dict(iter_features(gather(groups, links), groups, 0, "speaker", TEXT))
    army, union = seen[ARMY.start, ARMY.end], seen[UNION.start, UNION.end]
    assert (army["says"], army["beside"], army["elsewhere"] < -6) == (1.0, 1.0, True)
    assert (union["says"], union["beside"], union["elsewhere"] > 2) == (1.0, 0.0, True)
    assert army["rival"] == union["chance"] == 0.0  # logit of 0.5
    assert army["margin"] == pytest.approx(0.8)
    assert union["margin"] == pytest.approx(-0.4)


def test_a_claim_is_judged_by_how_much_it_tells() -> None:
    bare, full = [_telling(BEATEN)], [_telling(BEATEN, ("harm", ARMY, 0.9)), _telling(KILLED)]
    weights = {"second_claim": {"first": 1.0, "has_harm": 0.5, "tellings": 0.2}}
    assert judge_claim(bare, (), {}) == BEATEN.score
    assert judge_claim(full, gather_links(full, 0.25), weights) > judge_claim(bare, (), weights)


def test_what_ships_has_weights_for_every_kind_and_for_nothing_unknown() -> None:
    thresholds = load_encoder_files().thresholds
    groups, links = _report()
    assert set(thresholds["second_claim"]) == set(claim_features(groups[0], links[0]))
    seen = next(iter(iter_features(gather(groups, links), groups, 0, "speaker", TEXT)))[1]
    common = {name for name in seen if not name.startswith("as_")}
    for kind, own in KINDS.items():
        roles = {f"as_{link}" for link in own} if len(own) > 1 else set()
        assert set(thresholds[f"second_{kind}"]) == common | roles
