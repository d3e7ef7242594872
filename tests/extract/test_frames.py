"""Frames: what the heads say becomes claims by rule, and nothing is added on the way."""

import numpy as np

from crossread.extract.frames import assemble
from crossread.extract.heads import Mention, Reading
from crossread.extract.passages import Passage
from crossread.records import Claim, Document

TEXT = "Gunmen attacked Labbezanga on Monday. The attack left ten soldiers dead. Police arrested two men in Gao, and denied it."
DOCUMENT = Document(id="doc_1", text=TEXT)
LINKS = [
    "perpetrator",
    "target",
    "victim",
    "where",
    "when",
    "harm",
    "means",
    "speaker_reports",
    "speaker_denies",
    "speaker_accuses",
    "accused",
]
LIMITS = {
    "claim": {
        "new": 0.4,
        "same": 0.5,
        "retold_type": 0.4,
        "retold_scope": 0.5,
        "retold_status": 0.5,
        "retold_stance": 0.5,
        "doer": 0.6,
        "doubt": 0.1,
    },
    "choice": {"floor": 0.03, "sentence": 0.1, "named": 0.05, "compass": 0.2, "retelling": 0.5}
    | {"clock": 0.5, "vague": 0.2, "vague_beside_day": 1.0, "sure_day": 0.5},
    "merge": {
        "type": 0.5,
        "where_same": 0.5,
        "where_differs": 1.0,
        "when_same": 0.5,
        "when_differs": 1.0,
        "harm_same": 1.5,
        "all_same": 2.5,
        "across": -1.0,
    },
    "link": {
        "where": 0.4,
        "when": 0.4,
        "harm": 0.4,
        "means": 0.4,
        "role": 0.4,
        "again": 0.2,
        "doer": 0.5,
        "speaker": 0.4,
        "accused_alone": 0.75,
        "retold": 0.8,
    },
    "stance": {"attributed": 0.3, "claimed": 0.7, "alleged": 0.4, "denied": 0.5},
    "scope": {"incident": 1.0, "background": 0.5},
}
CLASSES = {
    "type": {"armed_attack": 0.8, "detention": 0.2},
    "scope": {"incident": 0.9, "background": 0.1},
    "status": {"accomplished": 1.0},
    "stance": {"asserted": 1.0},
}


def _mention(words: str, category: str, score: float = 0.9, **classes: dict[str, float]) -> Mention:
    start = TEXT.index(words)
    sentence = TEXT[:start].count(". ")
    return Mention(
        category=category,
        first=start,
        last=start + len(words) - 1,
        start=start,
        end=start + len(words),
        sentence=sentence,
        score=score,
        classes=classes,
    )


def _claims(triggers: list[Mention], mentions: list[Mention], links: dict, same: dict | None = None) -> tuple[Claim, ...]:
    """One token is one character here, so that spans need no tokenizer."""
    n = len(TEXT)
    passage = Passage(
        document_id="doc_1",
        ids=np.zeros(n, dtype=np.int64),
        starts=np.arange(n),
        ends=np.arange(1, n + 1),
        sentences=np.array([TEXT[:i].count(". ") for i in range(n)]),
        owned=np.ones(n, dtype=np.bool_),
        pieces=np.zeros(n, dtype=np.bool_),
        body_from=0,
    )
    table = np.zeros((len(triggers), len(mentions), len(LINKS)), dtype=np.float32)
    for (t, m, name), p in links.items():
        table[t, m, LINKS.index(name)] = p
    pairs = np.zeros((len(triggers), len(triggers)), dtype=np.float32)
    for (a, b), p in (same or {}).items():
        pairs[a, b] = pairs[b, a] = p
    reading = Reading(passage=passage, triggers=tuple(triggers), mentions=tuple(mentions), links=table, same=pairs)
    return assemble(DOCUMENT, [reading], LINKS, LIMITS, "test@1")


def test_a_retelling_joins_its_claim_and_gives_what_the_first_telling_lacks() -> None:
    """ "attacked" and "The attack" are one claim; its toll stands only in the second sentence."""
    triggers = [_mention("attacked", "trigger", 0.9, **CLASSES), _mention("attack left", "trigger", 0.6, **CLASSES)]
    mentions = [_mention("Labbezanga", "place"), _mention("on Monday", "time")]
    links = {(0, 0, "where"): 0.9, (1, 1, "when"): 0.8}
    (claim,) = _claims(triggers, mentions, links, {(0, 1): 0.9})
    assert claim.trigger.quote == "attacked"
    assert [e.quote for e in claim.retellings] == ["attack left"]
    assert claim.where is not None
    assert claim.where.raw == "Labbezanga"
    assert claim.when is not None
    assert claim.when.raw == "on Monday"


def test_a_retelling_gives_the_toll_and_the_doer_that_the_first_telling_lacks() -> None:
    """The dead of "The attack" are the claim's; what the retelling links only weakly (0.45 of 0.8) is not."""
    triggers = [_mention("attacked", "trigger", 0.9, **CLASSES), _mention("attack left", "trigger", 0.6, **CLASSES)]
    hurt = {"effect": {"killed": 1.0}, "group_type": {"state_forces": 1.0}}
    soldiers = _mention("ten soldiers", "harm", **hurt)
    men = _mention("two men", "harm", **hurt)
    (claim,) = _claims(triggers, [soldiers, men], {(1, 0, "harm"): 0.9, (1, 1, "harm"): 0.45}, {(0, 1): 0.9})
    assert [h.raw for h in claim.harm] == ["ten soldiers"]


def test_a_sure_retelling_turns_a_doubtful_scope() -> None:
    """The headline may look like background; what the body says of scope is heard too."""
    doubtful = {**CLASSES, "scope": {"incident": 0.45, "background": 0.55}}
    triggers = [_mention("attacked", "trigger", 0.9, **doubtful), _mention("attack left", "trigger", 0.8, **CLASSES)]
    (claim,) = _claims(triggers, [], {}, {(0, 1): 0.9})
    assert claim.scope == "incident"


def test_context_is_taken_for_context_only_where_the_heads_are_sure() -> None:
    """Training reports hold more background than reports as they come: it weighs half."""
    for told, scope in ((0.6, "incident"), (0.7, "background")):
        classes = {**CLASSES, "scope": {"incident": 1 - told, "background": told}}
        (claim,) = _claims([_mention("attacked", "trigger", 0.9, **classes)], [], {})
        assert claim.scope == scope


def test_who_denies_it_elsewhere_turns_a_doubtful_stance_and_no_sure_one() -> None:
    """A denial in another sentence is heard where the telling itself leaves doubt."""
    police = _mention("Police", "speaker")
    for told, stance in ((0.55, "denied"), (0.9, "asserted")):
        classes = {**CLASSES, "stance": {"asserted": told, "denied": 1 - told}}
        (claim,) = _claims([_mention("attacked", "trigger", 0.9, **classes)], [police], {(0, 0, "speaker_denies"): 0.8})
        assert claim.stance == stance
        assert [(s.role, s.raw) for s in claim.speakers] == [("denies", "Police")]


def test_nobody_is_accused_lightly_where_nobody_is_heard_accusing() -> None:
    """A doubtful accused stands beside his accuser and falls without one; a sure one stands alone."""
    actor = {"actor_type": {"state_forces": 1.0}}
    mentions = [_mention("two men", "actor", **actor), _mention("Police", "speaker")]
    for sure, heard, stands in ((0.7, 0.0, False), (0.7, 0.9, True), (0.8, 0.0, True)):
        links = {(0, 0, "accused"): sure, (0, 1, "speaker_accuses"): heard}
        (claim,) = _claims([_mention("attacked", "trigger", 0.9, **CLASSES)], mentions, links)
        assert [row.role for row in claim.actors] == (["accused"] if stands else [])


def test_two_incidents_of_one_report_stay_two_claims() -> None:
    """Without a word of the heads that they are the same, two triggers open two claims, in the order of the text."""
    detained = {**CLASSES, "type": {"armed_attack": 0.0, "detention": 1.0}}
    triggers = [_mention("arrested", "trigger", 0.95, **detained), _mention("attacked", "trigger", 0.9, **CLASSES)]
    claims = _claims(
        triggers, [_mention("Labbezanga", "place"), _mention("in Gao", "place")], {(0, 1, "where"): 0.9, (1, 0, "where"): 0.9}
    )
    assert [(c.type, c.where.raw if c.where else None) for c in claims] == [
        ("armed_attack", "Labbezanga"),
        ("detention", "in Gao"),
    ]


def test_an_unsure_trigger_opens_no_claim() -> None:
    """Below the threshold nothing is claimed."""
    assert (
        _claims([_mention("attacked", "trigger", 0.3, **CLASSES)], [_mention("on Monday", "time")], {(0, 0, "when"): 0.9}) == ()
    )


def test_a_slot_nobody_links_stays_empty() -> None:
    """A place and a date in the text are not the claim's unless the heads say so: None, never the nearest one."""
    (claim,) = _claims(
        [_mention("attacked", "trigger", 0.9, **CLASSES)],
        [_mention("Labbezanga", "place"), _mention("on Monday", "time")],
        {(0, 0, "where"): 0.2, (0, 1, "when"): 0.2},
    )
    assert claim.where is None
    assert claim.when is None


def test_every_quote_of_a_claim_stands_in_the_text() -> None:
    """The evidence law holds for all slots."""
    triggers = [_mention("attacked", "trigger", 0.9, **CLASSES)]
    mentions = [
        _mention("Gunmen", "actor", actor_type={"unidentified_armed_group": 0.9, "civilians": 0.1}),
        _mention("ten soldiers", "harm", effect={"killed": 1.0}, group_type={"state_forces": 1.0}),
        _mention("Police", "speaker"),
    ]
    links = {(0, 0, "perpetrator"): 0.9, (0, 1, "harm"): 0.9, (0, 2, "speaker_reports"): 0.9}
    (claim,) = _claims(triggers, mentions, links)
    for evidence in claim.iter_evidence():
        evidence.check(TEXT)
    assert [(a.role, a.raw) for a in claim.actors] == [("perpetrator", "Gunmen")]
    assert [(h.effect, h.raw) for h in claim.harm] == [("killed", "ten soldiers")]
    assert [(s.role, s.raw) for s in claim.speakers] == [("reports", "Police")]


def test_a_number_belongs_to_the_claim_that_is_surest_of_it() -> None:
    """Ten dead linked to both the attack and the arrest are the attack's alone."""
    detained = {**CLASSES, "type": {"armed_attack": 0.0, "detention": 1.0}}
    triggers = [_mention("attacked", "trigger", 0.9, **CLASSES), _mention("arrested", "trigger", 0.8, **detained)]
    mentions = [_mention("ten soldiers", "harm", effect={"killed": 1.0}, group_type={"state_forces": 1.0})]
    attack, arrest = _claims(triggers, mentions, {(0, 0, "harm"): 0.9, (1, 0, "harm"): 0.7})
    assert [h.raw for h in attack.harm] == ["ten soldiers"]
    assert arrest.harm == ()


def test_an_accident_has_no_doer() -> None:
    """What gunmen did is no accident, whatever the verb looks like; the retelling says what it is."""
    fell = {**CLASSES, "type": {"accident": 0.6, "armed_attack": 0.1, "killing": 0.1}}
    killed = {**CLASSES, "type": {"accident": 0.0, "armed_attack": 0.1, "killing": 0.9}}
    triggers = [_mention("attacked", "trigger", 0.9, **fell), _mention("attack left", "trigger", 0.6, **killed)]
    mentions = [_mention("Gunmen", "actor", actor_type={"unidentified_armed_group": 1.0})]
    (claim,) = _claims(triggers, mentions, {(0, 0, "perpetrator"): 0.9}, {(0, 1): 0.9})
    assert claim.type == "killing"


def test_the_same_words_are_either_victim_or_target() -> None:
    """Of two roles that exclude each other the surer one stands; a doer may be the claimant too."""
    triggers = [_mention("attacked", "trigger", 0.9, **CLASSES)]
    kinds = {"actor_type": {"civilians": 0.3, "unidentified_armed_group": 0.7}}
    mentions = [_mention("Gunmen", "actor", **kinds), _mention("two men", "actor", **kinds)]
    links = {(0, 1, "victim"): 0.6, (0, 1, "target"): 0.8, (0, 0, "perpetrator"): 0.9}
    (claim,) = _claims(triggers, mentions, links)
    assert [(a.role, a.raw) for a in claim.actors] == [("perpetrator", "Gunmen"), ("target", "two men")]


def test_two_days_of_one_month_are_two_days() -> None:
    """What tells "20 January" from "25 January" is the number."""
    from crossread.extract.retelling import _names_alike, _words

    first, later, again = (_words(words) for words in ("20 January", "25 January", "Sunday 20 January"))
    assert not _names_alike(first, later)
    assert _names_alike(first, again)
    assert _names_alike(_words("in Gao"), _words("Gao region"))
