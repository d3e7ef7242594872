"""The normalizer as a whole: raw slots become values in the light of the document; what cannot be resolved stays raw."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import cache

import pytest

from crossread.normalize import Normalizer
from crossread.normalize.actors.none import is_no_party, without_helpers
from crossread.normalize.claims.status import settled_status
from crossread.normalize.claims.types import (
    fitting_means,
    fitting_side,
    kinds_by_words,
    settled_type,
    thought_to_be,
    type_by_words,
    without_false_claimants,
)
from crossread.normalize.harm.group import group_words
from crossread.records import Actor, Claim, Document, Extraction, Harm, Means, Slot, Speaker

TEXT = (
    "Two peacekeepers from Sri Lanka were killed on Thursday 24 January near Douentza, in the Mopti region of Mali. "
    "A soldier from Burkina Faso was hurt in the same area. In the south of the country at least 19 miners died, "
    "including three boys."
)


@cache
def normalizer() -> Normalizer:
    """One for all tests: the gazetteer and the registry are the slow part."""
    return Normalizer()


def normalized(document: Document, **slots: object) -> Claim:
    """A claim on the first verb of the text with these raw slots, normalized."""
    claim = Claim(
        id="clm_1",
        document_id=document.id,
        type="armed_attack",
        scope="incident",
        status="accomplished",
        stance="asserted",
        trigger=document.quote(document.text.index("killed"), document.text.index("killed") + 6),
        **slots,  # type: ignore[arg-type]
    )
    made = Extraction(document_id=document.id, claims=(claim,), wording=(), made_by="test@1")
    return normalizer().normalize(document, made).claims[0]


@pytest.fixture
def document() -> Document:
    """The report above, published on a Friday."""
    return Document(id="doc_1", text=TEXT, published=date(2019, 1, 25))


def slot(document: Document, words: str) -> Slot:  # type: ignore[type-arg]
    """A raw slot on the first place where the words stand."""
    start = document.text.index(words)
    return Slot(raw=words, value=None, evidence=(document.quote(start, start + len(words)),))


def harm(document: Document, words: str, effect: str = "killed") -> Harm:
    """A raw harm row on these words."""
    evidence = slot(document, words).evidence
    return Harm(effect=effect, raw=words, group=None, group_type="unknown", count=None, evidence=evidence)


def test_a_date_cut_short_is_made_whole(document: Document) -> None:
    """The extractor marked "Thursday" of "Thursday 24 January": the day, the raw words and the quote are those of the whole."""
    when = normalized(document, when=slot(document, "Thursday")).when
    assert when is not None
    assert when.value is not None
    assert (when.value.earliest, when.value.latest) == (date(2019, 1, 24), date(2019, 1, 24))
    assert when.raw == when.evidence[0].quote == "Thursday 24 January"


def test_the_same_area_is_the_town_not_the_region_of_the_same_name(document: Document) -> None:
    """ "in the Mopti region" tells no town, so that "the same area" is near Douentza."""
    where = normalized(document, where=slot(document, "in the same area")).where
    assert where is not None
    assert where.value is not None
    assert (where.value.name, where.value.precision) == ("Douentza", "near")


def test_the_country_is_not_where_a_soldier_comes_from(document: Document) -> None:
    """ "the south of the country", said after a soldier from Burkina Faso, is the south of Mali."""
    where = normalized(document, where=slot(document, "In the south of the country")).where
    assert where is not None
    assert where.value is not None
    assert where.value.country == "ML"


def test_included_people_are_a_part_in_other_languages_too() -> None:
    """ "dont trois garçons" is "including three boys": the report's own words for it are asked, not the English ones."""
    french = Document(id="doc_fr", text="Au moins 19 mineurs ont été killed, dont trois garçons.", language="fr")
    rows = normalized(french, harm=(harm(french, "Au moins 19 mineurs"), harm(french, "trois garçons"))).harm
    assert [(row.count.low, row.part_of) for row in rows if row.count] == [(19, None), (3, 0)]


def test_included_people_are_a_part_of_the_number_before(document: Document) -> None:
    """ "at least 19 miners …, including three boys": 19 and more, of them 3; never 22."""
    rows = normalized(document, harm=(harm(document, "at least 19 miners"), harm(document, "three boys"))).harm
    assert [(r.count.low, r.count.high) for r in rows if r.count] == [(19, None), (3, 3)]
    assert [r.part_of for r in rows] == [None, 0]


def test_an_unresolvable_slot_keeps_its_words_and_no_value() -> None:
    """A weekday without any publication date stays raw; nothing is made up from today."""
    document = Document(id="doc_2", text="Three men were killed at the bridge on Tuesday.")
    claim = normalized(document, when=slot(document, "Tuesday"), where=slot(document, "at the bridge"))
    assert claim.when is not None
    assert claim.when.value is None or (claim.when.value.earliest is None and claim.when.value.latest is None)
    assert claim.where is not None
    assert claim.where.value is None
    assert claim.where.raw == "at the bridge"


def test_every_quote_of_a_normalized_claim_stands_in_the_text(document: Document) -> None:
    """Widened evidence obeys the evidence law, too."""
    actor = Actor(
        role="victim", raw="peacekeepers", name=None, type="unknown", evidence=slot(document, "peacekeepers").evidence
    )
    claim = normalized(document, when=slot(document, "Thursday"), where=slot(document, "near Douentza"), actors=(actor,))
    for evidence in claim.iter_evidence():
        evidence.check(document.text)
    assert claim.actors[0].type == "foreign_forces"


@pytest.mark.parametrize(
    ("raw", "group"),
    [
        ("a police commander", "police commander"),
        ("Five Peshmerga fighters", "Peshmerga fighters"),
        ("at least 19 gold miners", "gold miners"),
        ("34 villagers", "villagers"),
        ("a Chadian peacekeeper", "Chadian peacekeeper"),
        ("several others", "others"),
        ("six", None),
        ("about 150", None),
        ("two dozen soldiers", "soldiers"),
        ("a woman who lived next door", "woman who lived next door"),
        ("Sgt Ali and Cpl Omar", "Sgt Ali and Cpl Omar"),
        ("the bodies of three soldiers", "soldiers"),
    ],
)
def test_the_group_is_what_is_left_without_the_number(raw: str, group: str | None) -> None:
    """Numbers, bounds and articles are no part of the group."""
    assert group_words(raw) == group


def test_a_report_is_read_in_its_own_language() -> None:
    """ "le 3 mars 2020" of a French report is that day, and "une quinzaine" is about fifteen."""
    text = "Une quinzaine de soldats ont été killed le 3 mars 2020 près de Gao."
    document = Document(id="doc_3", text=text, language="fr")
    claim = normalized(document, when=slot(document, "3 mars 2020"), harm=(harm(document, "Une quinzaine de soldats"),))
    assert claim.when is not None
    assert claim.when.value is not None
    assert claim.when.value.earliest == date(2020, 3, 3)
    assert claim.harm[0].count is not None
    assert (claim.harm[0].count.low, claim.harm[0].count.qualifier) == (15, "about")


def test_one_day_at_one_place_is_no_total(document: Document) -> None:
    """What the extractor called an aggregate is an incident when its words give one day and one town."""
    claim = replace(
        normalized(document, when=slot(document, "Thursday 24 January"), where=slot(document, "near Douentza")),
        scope="aggregate",
    )
    raw = replace(claim, when=slot(document, "Thursday 24 January"), where=slot(document, "near Douentza"))
    made = Extraction(document_id=document.id, claims=(raw, replace(raw, where=None)), wording=(), made_by="test@1")
    assert [c.scope for c in normalizer().normalize(document, made).claims] == ["incident", "aggregate"]


@pytest.mark.parametrize(
    ("score", "roles"), [(0.6, ["victim"]), (0.95, ["perpetrator", "victim"]), (None, ["perpetrator", "victim"])]
)
def test_who_answered_an_attack_did_not_make_it(score: float | None, roles: list[str]) -> None:
    """One party on both sides under two words is what the surer word says; a reviewer's word has no score and stands."""
    text = "The forces of MINUSMA answered an attack near Gao in Mali. Four MINUSMA peacekeepers were killed."
    document = Document(id="d", text=text, published=date(2019, 1, 20))
    told = [("perpetrator", "The forces of MINUSMA", score), ("victim", "MINUSMA peacekeepers", 0.9)]
    actors = tuple(
        Actor(role=role, raw=raw, name=None, type="foreign_forces", evidence=slot(document, raw).evidence, score=p)
        for role, raw, p in told
    )
    claim = normalized(document, actors=actors, where=slot(document, "near Gao in Mali"))
    assert [actor.role for actor in claim.actors] == roles
    assert {actor.registry_id for actor in claim.actors} == {"un-minusma"}


@pytest.mark.parametrize(
    ("text", "raw", "kept"),
    [
        ("Police killed 485 people, an increase of 12 percent.", "12 percent", False),
        ("Police killed 485 people, 12 per cent more.", "12", False),
        ("Fewer were killed, by between three and seven percent.", "between three and seven percent", False),
        ("Shells killed 12 percent of the patients.", "12 percent", True),
        ("Shells killed 12 patients, 20 percent of all.", "12", True),
    ],
)
def test_a_bare_share_is_nobody(text: str, raw: str, kept: bool) -> None:
    """ "12 percent" counts no people; of whom it is a share may be told."""
    report = Document(id="doc_1", text=text, published=date(2019, 1, 25))
    at = text.index(raw)
    words = report.quote(at, at + len(raw))
    row = Harm(effect="killed", raw=raw, group=None, group_type="unknown", count=None, evidence=(words,), score=0.9)
    assert bool(normalized(report, harm=(row,)).harm) is kept


@pytest.mark.parametrize(
    ("text", "raws", "killed"),
    [
        ("A 17-year-old was killed in the market.", ["A 17-"], [1]),
        ("A 17-year-old was killed in the market.", ["A 17"], [1]),
        ("Shells killed the 16 year old boy.", ["the 16 year"], [1]),
        ("Shells killed 16-year-old Awa Diallo at home.", ["16-", "Awa Diallo"], [1]),
        ("Shells killed five men, ages 28, 32 and 59.", ["five men", "59"], [5]),
        ("Shells killed men aged 28 and 59 others.", ["59 others"], [59]),
        ("Shells killed 17 at home on day 17 of the siege.", ["17"], [17]),
        ("Shells killed a man, woman and 6-year-old boy.", ["a man, woman and 6-year-old boy"], [3]),
    ],
)
def test_an_age_is_no_number_of_people(text: str, raws: list[str], killed: list[int | None]) -> None:
    """An age that the words of a row are cut out of counts one person, and the name behind it is that person's."""
    document = Document(id="doc_2", text=text, published=date(2019, 1, 25))
    claim = normalized(document, harm=tuple(harm(document, raw) for raw in raws))
    assert [row.count.low if row.count else None for row in claim.harm] == killed


def test_our_wounded_are_ours_also_without_a_noun() -> None:
    """ "Four of our men fell and nine were wounded": the nine are ours; those of the next sentence are not."""
    source = Document(
        id="doc_4", text="Four of our men were killed and nine were wounded. Then 12 fell.", published=date(2019, 1, 25)
    )
    rows = (harm(source, "Four of our men"), harm(source, "nine", "injured"), harm(source, "12"))
    assert [row.group for row in normalized(source, harm=rows).harm] == ["our men", "our men", None]


def test_a_number_is_read_with_what_stands_beside_it() -> None:
    """A blotter's age and a withdrawn number count nobody; one number counts both "soldiers and fighters"."""
    text = "1 dead (driver, male, 44). This has been corrected to 65, not 165. They killed 87 soldiers and allied fighters."
    rows = [harm(Document(id="doc_3", text=text), words) for words in ("1 dead", "44", "65", "165", "87 soldiers")]
    rows.append(replace(harm(Document(id="doc_3", text=text), "allied fighters"), group_type="political_militia"))
    made = normalized(Document(id="doc_3", text=text, published=date(2019, 1, 25)), harm=tuple(rows))
    assert [row.raw for row in made.harm] == ["1 dead", "65", "87 soldiers and allied fighters"]
    assert [row.count.low for row in made.harm if row.count] == [1, 65, 87]


@pytest.mark.parametrize(
    ("text", "raw", "kept"),
    [
        ("They were killed. Some 900 people walked in procession to the church.", "Some 900 people", False),
        ("They were killed. Some 900 people fled the march.", "Some 900 people", True),
        ("They were killed. Some 900 displaced people walked to the town hall.", "Some 900 displaced people", True),
    ],
)
def test_marchers_are_not_displaced(text: str, raw: str, kept: bool) -> None:
    """In a protest, people who walk are no displaced people unless the words say so."""
    document = Document(id="doc_1", text=text, published=date(2019, 1, 25))
    claim = replace(normalized(document, harm=(harm(document, raw, "displaced"),)), type="protest")
    made = Extraction(document_id=document.id, claims=(claim,), wording=(), made_by="test@1")
    assert bool(normalizer().normalize(document, made).claims[0].harm) is kept


def test_an_undetermined_number_is_no_number() -> None:
    """ "Enemy casualties undetermined" counts nobody."""
    document = Document(id="doc_1", text="Three were killed. Enemy casualties undetermined.", published=date(2019, 1, 25))
    (row,) = normalized(document, harm=(harm(document, "undetermined", "casualties"),)).harm
    assert row.count is not None
    assert row.count.low is None


@pytest.mark.parametrize("role", ["perpetrator", "accused"])
def test_our_units_are_those_of_the_party_that_speaks(role: str) -> None:
    """A statement of a part ("…, Western Bloc") speaks for the whole group, also of what it is accused of."""
    text = "Our units had nothing to do with it. People were killed in Potrerito."
    report = Document(id="doc_1", text=text, published=date(2025, 6, 13), source="Estado Mayor Central, Western Bloc")
    actor = Actor(role=role, raw="Our units", name=None, type="unknown", evidence=slot(report, "Our units").evidence)
    (found,) = normalized(report, actors=(actor,)).actors
    assert (found.name, found.type) == ("FARC dissidents", "rebel_group")


@pytest.mark.parametrize("words", ["our Venezuelan partners", "our enemies", "Our allies"])
def test_our_partners_are_not_we(words: str) -> None:
    """Who speaks of partners, allies or enemies speaks of others."""
    report = Document(id="doc_1", text=f"They say that {words} killed a man.", source="Estado Mayor Central, Western Bloc")
    actor = Actor(role="perpetrator", raw=words, name=None, type="unknown", evidence=slot(report, words).evidence)
    (found,) = normalized(report, actors=(actor,)).actors
    assert found.name is None or "FARC" not in found.name


@pytest.mark.parametrize(
    ("text", "marked", "raw", "latest"),
    [
        ("The toll from Friday's attack has risen: nine were killed.", "Friday", "Friday's", date(2019, 1, 25)),
        ("The toll from the 11 July 2006 bombings rose: nine were killed.", "11 July", "11 July 2006", date(2006, 7, 11)),
        ("The first raid since the November truce killed nine.", "November", "November", date(2018, 11, 30)),
        ("Attackers who killed two have held the town since Friday.", "Friday", "since Friday", date(2019, 1, 28)),
    ],
)
def test_an_attack_named_by_its_day_did_not_last_since(text: str, marked: str, raw: str, latest: date) -> None:
    """ "From" and "since" go with the date only where no event is named by it."""
    document = Document(id="d", text=text, published=date(2019, 1, 28))
    when = normalized(document, when=slot(document, marked)).when
    assert when is not None
    assert when.value is not None
    assert (when.raw, when.value.latest) == (raw, latest)


def test_the_day_of_an_earlier_attack_dates_no_later_one() -> None:
    """What this attack is the first or the deadliest since has a day of its own."""
    for text, marked in (
        ("Two were killed in the first attack since the 2016 bombings.", "2016"),
        ("Nine were killed, the deadliest attack since Eknewan in March 2018.", "March 2018"),
    ):
        document = Document(id="d", text=text, published=date(2019, 1, 28))
        assert normalized(document, when=slot(document, marked)).when is None


def test_a_town_cut_short_is_made_whole() -> None:
    """ "in Finote" of "in Finote Selam" is that town, and its quote has both words."""
    report = Document(id="doc_1", text="They were killed in Finote Selam, Ethiopia.", published=date(2025, 2, 21))
    where = normalized(report, where=slot(report, "in Finote")).where
    assert where is not None
    assert where.value is not None
    assert (where.raw, where.evidence[0].quote, where.value.name) == ("in Finote Selam", "in Finote Selam", "Finote Selam")


@pytest.mark.parametrize(
    ("kinds", "type", "settled"),
    [
        (("drone",), "killing", "air_strike"),
        (("firearm", "mortar"), "killing", "shelling"),
        (("drone", "ied"), "killing", "killing"),
        (("firearm",), "killing", "killing"),
        (("drone",), "armed_clash", "armed_clash"),
        (("mine",), "shelling", "bombing"),
        (("aircraft",), "bombing", "air_strike"),
        (("rocket",), "bombing", "bombing"),
    ],
)
def test_the_means_tell_the_type_of_a_killing(kinds: tuple[str, ...], type: str, settled: str) -> None:
    """Who was killed by a drone died in an air strike; means that tell two types, and other types, change nothing."""
    report = Document(id="doc_1", text="They were killed.", published=date(2019, 1, 25))
    words = report.quote(0, 4)
    means = tuple(Means(kind=kind, raw="They", evidence=(words,)) for kind in kinds)
    assert settled_type(replace(normalized(report), type=type, means=means)) == settled


def test_an_air_strike_has_no_mine() -> None:
    """What a strike cannot be made with is another claim's, unless a person says so; an attack may have it."""
    report = Document(id="doc_1", text="They were killed.", published=date(2019, 1, 25))
    means = tuple(Means(kind=kind, raw="They", evidence=(report.quote(0, 4),), score=0.8) for kind in ("aircraft", "mine"))
    strike = replace(normalized(report), type="air_strike", means=means)
    assert [row.kind for row in fitting_means(strike)] == ["aircraft"]
    assert fitting_means(replace(strike, type="armed_attack")) == means
    assert len(fitting_means(replace(strike, means=tuple(replace(row, score=None) for row in means)))) == 2


@pytest.mark.parametrize(
    ("text", "raw", "parties"),
    [
        ("Uson MPS, Philippines: three men were killed at Uson.", "Uson", 0),
        ("Kidal fighters of Mali: three men were killed at Kidal.", "Kidal fighters", 1),
        ("Over 500 insurgents of Mali: three men were killed at Kidal.", "Over 500", 0),
    ],
)
def test_the_town_is_no_party(text: str, raw: str, parties: int) -> None:
    """The name of the town alone, as a side, is the town and not somebody who fought in it; a number alone is how many."""
    report = Document(id="doc_1", text=text, published=date(2025, 3, 10))
    side = Actor(role="side_a", raw=raw, name=None, type="rebel_group", evidence=slot(report, raw).evidence, score=0.9)
    where = "at Uson" if "Uson" in text else "at Kidal"
    assert len(normalized(report, actors=(side,), where=slot(report, where)).actors) == parties


def test_the_day_of_a_dateline_is_that_of_reporting() -> None:
    """What a dateline dates is the report: it only bounds the day of what is told."""
    text = "GAO, Mali, March 8 (Agency) - Three soldiers were killed in a clash. On March 6 a road was cut."
    report = Document(id="doc_1", text=text, published=date(2025, 3, 8))
    dateline = normalized(report, when=slot(report, "March 8")).when
    told = normalized(report, when=slot(report, "March 6")).when
    assert dateline is not None
    assert dateline.value is not None
    assert (dateline.value.earliest, dateline.value.reported_on) == (None, date(2025, 3, 8))
    assert told is not None
    assert told.value is not None
    assert told.value.earliest == date(2025, 3, 6)


def test_a_row_of_a_table_tells_its_own_incident() -> None:
    """Who claims the attack in one row claims no other; a row is dated and placed by its own cells."""
    text = (
        "| Date | Place | What happened | Killed |\n| 16 Nov | Gao | Bomb hit a truck; MNLA claimed it | 3 |\n"
        "| 21 Nov | Kidal | Two killed in clash | 2 |\nOn 24 November three men were shot in Ansongo."
    )
    source = Document(id="doc_9", text=text, published=date(2018, 12, 2))
    claimant = Actor(role="claimant", raw="MNLA", name=None, type="rebel_group", evidence=slot(source, "MNLA").evidence)
    rows = (harm(source, "Two"), harm(source, "three men"))
    made = normalized(source, when=slot(source, "24 November"), where=slot(source, "Gao"), actors=(claimant,), harm=rows)
    assert made.when is not None
    assert made.where is not None
    assert (made.when.raw, made.where.raw) == ("21 Nov", "Kidal")
    assert made.actors == ()
    assert [row.raw for row in made.harm] == ["Two"]
    outside = Document(id="doc_9", text=text.replace("shot", "killed").replace("Two killed", "Many hit"))
    start = outside.text.rindex("killed")
    claim = replace(made, trigger=outside.quote(start, start + 6), harm=(harm(outside, "Killed"), harm(outside, "three men")))
    read = normalizer().normalize(outside, Extraction(document_id="doc_9", claims=(claim,), wording=(), made_by="test@1"))
    assert [row.raw for row in read.claims[0].harm] == ["three men"]


@pytest.mark.parametrize(
    ("text", "words", "effect"),
    [
        ("A nurse was kidnapped and her driver killed in Lashkar.", "her driver", "killed"),
        ("Bandits took a priest and killed his driver.", "a priest", "abducted"),
        ("A nurse whose driver was killed was taken.", "A nurse", "abducted"),
    ],
)
def test_who_was_killed_beside_the_kidnapped_is_dead(text: str, words: str, effect: str) -> None:
    """The verb right behind people is theirs where nobody stands behind it."""
    document = Document(id="d", text=text + " All were killed.", published=date(2019, 1, 28))
    (row,) = normalized(document, harm=(harm(document, words, "abducted"),)).harm
    assert row.effect == effect


@pytest.mark.parametrize(
    ("text", "words", "parts"),
    [
        ("Activists report 78 dead, mostly women and children.", ("78 dead", "mostly women and children"), [None, 0]),
        ("A blast killed 29 people, many of them rebels.", ("29 people", "many of them rebels"), [None, 0]),
        ("A blast killed 29 people and many rebels.", ("29 people", "many rebels"), [None, None]),
    ],
)
def test_who_most_of_them_were_adds_nobody(text: str, words: tuple[str, ...], parts: list[int | None]) -> None:
    """ "Mostly women" says who the dead were; "many rebels" are others."""
    document = Document(id="d", text=text + " All were killed.", published=date(2019, 1, 28))
    assert [row.part_of for row in normalized(document, harm=tuple(harm(document, w) for w in words)).harm] == parts


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("A radio journalist in Gao, Awa Keita, was killed on Sunday.", 1),
        ("A radio journalist in Gao, Awa Keita, and a guard were killed.", 2),
        ("A radio journalist in Gao and Awa Keita were killed.", 2),
    ],
)
def test_a_name_between_commas_is_nobody_more(text: str, rows: int) -> None:
    """One journalist was killed, whose name stands behind the place; in a list he and she are two."""
    document = Document(id="d", text=text, published=date(2019, 1, 28))
    told = tuple(harm(document, words) for words in ("A radio journalist", "Awa Keita"))
    assert len(normalized(document, harm=told).harm) == rows


@pytest.mark.parametrize(
    ("text", "words", "rows"),
    [
        ("The plane was shot down by a Russian-made missile; all were killed.", "a Russian", 0),
        ("The plane was shot down by a Russian unit; all were killed.", "a Russian", 1),
        ("Shells from the government-held town killed two.", "the government", 0),
    ],
)
def test_who_made_the_missile_did_not_fire_it(text: str, words: str, rows: int) -> None:
    """Half of "Russian-made" is no doer."""
    document = Document(id="d", text=text, published=date(2019, 1, 28))
    doer = Actor(role="perpetrator", raw=words, name=None, type="unknown", evidence=slot(document, words).evidence, score=0.6)
    assert len(normalized(document, actors=(doer,)).actors) == rows


@pytest.mark.parametrize(
    ("text", "words", "told", "effects"),
    [
        (
            "Three villagers were abducted by gunmen and later found dead.",
            "Three villagers",
            "abducted",
            ["abducted", "killed"],
        ),
        ("A nurse in Gao is kidnapped and then killed.", "A nurse", "killed", ["killed", "abducted"]),
        ("Four rebels were captured near Gao and executed.", "Four rebels", "killed", ["killed", "detained"]),
        ("Gunmen abducted six women and killed a guard.", "six women", "abducted", ["abducted"]),
        ("Raids killed 52 people, most of whom were kidnapped and then shot dead.", "52 people", "killed", ["killed"]),
        ("Six women were abducted and a guard was killed.", "Six women", "abducted", ["abducted"]),
    ],
)
def test_who_was_taken_and_then_killed_suffered_both(text: str, words: str, told: str, effects: list[str]) -> None:
    """Both rows stand on the same words; a guard killed beside the women is somebody else."""
    document = Document(id="d", text=text + " All were killed.", published=date(2019, 1, 28))
    row = replace(harm(document, words, told), score=0.9)
    assert sorted(row.effect for row in normalized(document, harm=(row,)).harm) == sorted(effects)


def test_five_more_are_of_the_kind_told_before() -> None:
    """ "killing nine insurgents and injuring five more": five insurgents; "others" may be anybody."""
    text = (
        "It went off early and killed nine insurgents, wounding five more. A mine killed two soldiers and wounded three others."
    )
    document = Document(id="d", text=text, published=date(2019, 1, 28))
    rows = [
        replace(harm(document, words, effect), score=0.9, group_type=kind)
        for words, effect, kind in (
            ("nine insurgents", "killed", "rebel_group"),
            ("five more", "injured", "state_forces"),
            ("two soldiers", "killed", "state_forces"),
            ("three others", "injured", "civilians"),
        )
    ]
    kinds = [row.group_type for row in normalized(document, harm=tuple(rows)).harm]
    assert kinds[:3] == ["rebel_group", "rebel_group", "state_forces"]
    assert kinds[3] != "state_forces"
    named = "A mine killed two soldiers and Wilma."
    document = Document(id="d", text=named, published=date(2019, 1, 28))
    rows = [replace(harm(document, words), score=0.9) for words in ("two soldiers", "Wilma")]
    assert normalized(document, harm=tuple(rows)).harm[1].group_type != "state_forces"


def test_names_behind_those_included_are_included_too() -> None:
    """Ten died, not twelve: the leaders' names stand behind "including"; two guards behind an "and" are others."""
    text = "Ten rebels, including commanders Rosa and Benito Tamayo, were killed, and two guards died."
    document = Document(id="d", text=text, published=date(2019, 1, 28))
    words = ("Ten rebels", "commanders", "Rosa", "Benito Tamayo", "two guards")
    rows = normalized(document, harm=tuple(harm(document, word) for word in words)).harm
    assert [row.part_of for row in rows] == [None, 0, 0, 0, None]


@pytest.mark.parametrize(
    ("text", "raw", "rows"),
    [
        ("Gunmen killed four herders and 30 cows.", "30 cows", 0),
        ("A shell killed a donkey and its owner.", "a donkey", 0),
        ("A shell killed a donkey and its owner.", "a donkey and its owner", 1),
        ("A blast killed a boy and his mother, who was not injured badly.", "a boy", 1),
        ("The shot killed the boy; the boy's mother, who was not injured, ran.", "the boy's mother", 0),
        ("Raiders killed nine cattle herders.", "nine cattle herders", 1),
        ("They killed the son of a chief, between 14 and 18 years old.", "between 14 and 18 years old", 0),
        ("A total of 45 people were killed.", "A total", 0),
        ("They killed between 14 and 18 soldiers.", "between 14 and 18 soldiers", 1),
    ],
)
def test_neither_animals_nor_ages_are_people(text: str, raw: str, rows: int) -> None:
    """Harm is what people suffer; who herds the cattle is one of them."""
    document = Document(id="d", text=text, published=date(2019, 1, 28))
    assert len(normalized(document, harm=(harm(document, raw),)).harm) == rows


def test_a_thing_is_not_among_the_detained() -> None:
    """A captured lorry that the claim has for an object counts nobody."""
    report = Document(id="doc_1", text="Ten were killed, two men and a lorry were captured.", published=date(2019, 1, 25))
    lorry = Actor(role="target", raw="a lorry", name=None, type="object", evidence=slot(report, "a lorry").evidence)
    rows = (harm(report, "two men", "detained"), harm(report, "a lorry", "detained"))
    assert [row.raw for row in normalized(report, actors=(lorry,), harm=rows).harm] == ["two men"]


@pytest.mark.parametrize(
    ("text", "words", "effect"),
    [
        (
            "A bomb killed four U.S. Marines, a U.S. Navy sailor, and the gunman, and wounded a guard.",
            "a U.S. Navy sailor",
            "killed",
        ),
        ("A man was decapitated and two others were injured.", "A man", "killed"),
        ("The raid claimed the life of a guard and injured several worshippers.", "a guard", "killed"),
        ("Rebels killed 12 soldiers who were captured in recent ambushes.", "12 soldiers", "killed"),
        ("The attack killed at least 31 people and injured another 271.", "at least 31 people", "killed"),
        ("A blast that claimed 17 lives: it killed 17 people and wounded scores of others.", "17 people", "killed"),
        ("Twelve soldiers were captured in recent ambushes.", "Twelve soldiers", "detained"),
        ("A nurse has been kidnapped and her driver killed in Lashkar.", "A nurse", "abducted"),
    ],
)
def test_what_became_of_people_is_told_by_their_own_verb(text: str, words: str, effect: str) -> None:
    """Not by a relative clause behind those who were killed, nor by a sentence cut at an abbreviation."""
    document = Document(id="d", text=text + " All were killed.", published=date(2019, 1, 28))
    (row,) = normalized(document, harm=(harm(document, words),)).harm
    assert row.effect == effect


@pytest.mark.parametrize(
    ("text", "words", "stands"),
    [
        (
            "Six were killed. The source said all of the dead belonged to the Chadian contingent.",
            "the Chadian contingent",
            False,
        ),
        ("Nine were killed; the wounded were from the national police, a doctor said.", "the national police", False),
        ("Nine were killed. The attackers came from the Chadian contingent, a doctor said.", "the Chadian contingent", True),
        ("Six were killed by the Chadian contingent.", "the Chadian contingent", True),
    ],
)
def test_whose_dead_they_are_is_not_who_killed_them(text: str, words: str, stands: bool) -> None:
    """No accusation is read into the words that tell which side the dead belong to."""
    document = Document(id="d", text=text, published=date(2019, 1, 28))
    told = slot(document, words)
    accused = Actor(role="accused", raw=words, name=None, type="foreign_forces", evidence=told.evidence, score=0.6)
    assert bool(normalized(document, actors=(accused,)).actors) == stands


@pytest.mark.parametrize(
    ("text", "doer", "counted"),
    [
        ("Ras Arda, held for a raid that killed 12 in Gao, was heard.", "Ras Arda", 0),
        ("Ras Arda killed himself and 12 guards in Gao.", "Ras Arda", 1),
        ("After the raid that killed 12, police shot Ras Arda in Gao.", "Ras Arda", 1),
    ],
)
def test_who_did_it_is_counted_only_if_it_came_to_him(text: str, doer: str, counted: int) -> None:
    """A row on the doer's own name stays where his clause tells what became of him."""
    report = Document(id="doc_1", text=text, published=date(2025, 3, 10))
    evidence = slot(report, doer).evidence
    actor = Actor(role="perpetrator", raw=doer, name=None, type="unknown", evidence=evidence, score=0.9)
    rows = (replace(harm(report, doer), score=0.8), replace(harm(report, "12"), score=0.9))
    found = normalized(report, actors=(actor,), harm=rows).harm
    assert [row.raw for row in found].count(doer) == counted
    assert "12" in [row.raw.split()[0] for row in found]


@pytest.mark.parametrize(("raw", "kept"), [("eight", False), ("8", False), ("Monday", True)])
def test_a_bare_number_dates_nothing(raw: str, kept: bool) -> None:
    """The "eight" of "the eight-week uprising" is no date that could not be read, but none."""
    report = Document(id="doc_1", text=f"In the {raw} week rising they killed two.", published=date(2025, 3, 10))
    assert (normalized(report, when=slot(report, raw)).when is not None) == kept


@pytest.mark.parametrize(
    ("raw", "kind", "others", "doers"),
    [
        ("Saudi aircraft", "aircraft", (), ["Saudi"]),
        ("aircraft", "aircraft", (), []),
        ("Saudi rifles", "firearm", (), []),
        ("Saudi aircraft", "aircraft", ("gunmen",), ["gunmen"]),
    ],
)
def test_whose_the_machine_is_did_it(raw: str, kind: str, others: tuple[str, ...], doers: list[str]) -> None:
    """The nation of the aircraft is the doer where nobody else is; its name and side are resolved like any other's."""
    report = Document(id="doc_1", text=f"{raw} killed two in Saada, Yemen, gunmen said.", published=date(2018, 3, 24))
    means = Means(kind=kind, raw=raw, evidence=slot(report, raw).evidence, score=0.9)
    rows = tuple(
        Actor(role="perpetrator", raw=one, name=None, type="unknown", evidence=slot(report, one).evidence, score=0.9)
        for one in others
    )
    claim = normalized(report, means=(means,), actors=rows, where=slot(report, "in Saada, Yemen"))
    assert [actor.raw for actor in claim.actors] == doers
    if doers == ["Saudi"]:
        assert (claim.actors[0].name, claim.actors[0].type) == ("Saudi Arabia", "foreign_forces")


@pytest.mark.parametrize(
    ("text", "raw", "told", "number"),
    [
        ("At least 23 were killed, of whom 16 are border guards.", "border guards", "16 are border guards", 16),
        ("Ten were killed; five were policemen.", "policemen", "five were policemen", 5),
        ("Those killed are border guards.", "border guards", "border guards", None),
    ],
)
def test_a_number_before_are_belongs_to_the_row(text: str, raw: str, told: str, number: int | None) -> None:
    """The row takes the number and its quote in; a row without one stays without."""
    document = Document(id="d", text=text, published=date(2019, 1, 28))
    (row,) = normalized(document, harm=(harm(document, raw),)).harm
    assert (row.raw, row.count.low if row.count else None) == (told, number)


@pytest.mark.parametrize(
    ("text", "rows", "parts"),
    [
        ("A man is killed, and a general is among the 15 wounded.", (("a general", "killed"), ("15", "injured")), [1, None]),
        (
            "An officer was killed. A captain and several others are among the 15 wounded.",
            (("A captain", "injured"), ("several others", "injured"), ("15", "injured")),
            [2, 2, None],
        ),
        ("Including the attacker, at least four are killed.", (("attacker", "killed"), ("at least four", "killed")), [1, None]),
        (
            "The attacker, at least four men say, was killed.",
            (("attacker", "killed"), ("at least four", "killed")),
            [None, None],
        ),
    ],
)
def test_rows_before_the_number_that_holds_them(text: str, rows: tuple[tuple[str, str], ...], parts: list[int | None]) -> None:
    """ "among the 15 wounded" and an opening "Including" point ahead; the effect is that of the number."""
    document = Document(id="d", text=text, published=date(2019, 1, 28))
    found = normalized(document, harm=tuple(harm(document, words, effect) for words, effect in rows)).harm
    assert [row.part_of for row in found] == parts
    assert all(row.effect == found[row.part_of].effect for row in found if row.part_of is not None)


@pytest.mark.parametrize(
    ("kind", "role", "type"),
    [
        ("armed_clash", "side_a", "communal_militia"),
        ("riot", "side_b", "rioters"),
        ("armed_clash", "victim", "civilians"),
        ("agreement", "side_a", "civilians"),
    ],
)
def test_the_sides_of_a_fight_are_no_civilians(kind: str, role: str, type: str) -> None:
    """Farmers who clash with herders are a militia, those who sign an accord or are killed are not."""
    claim = replace(normalized(Document(id="doc_1", text="They were killed.")), type=kind)
    assert fitting_side(claim, Actor(role=role, raw="farmers", name=None, type="civilians")).type == type


def test_relief_workers_attack_nobody() -> None:
    """Who treats the wounded of an attack did not make it; he may run an operation, and what a person says stays."""
    claim = replace(normalized(Document(id="doc_1", text="They were killed.")), type="armed_attack")
    helper = Actor(role="perpetrator", raw="MSF", name="Médecins Sans Frontières", type="aid_workers", evidence=(), score=0.8)
    assert without_helpers(claim, (helper,)) == ()
    assert without_helpers(replace(claim, type="operation"), (helper,)) == (helper,)
    assert without_helpers(claim, (replace(helper, score=None), replace(helper, role="victim"))) != ()


def test_supporters_of_a_government_are_not_its_forces() -> None:
    """Who fights for a government without being of it is a militia in a clash; what a person says stays."""
    claim = replace(normalized(Document(id="doc_1", text="They were killed.")), type="armed_clash")
    side = Actor(role="side_b", raw="supporters of the government", name=None, type="state_forces", evidence=(), score=0.8)
    assert fitting_side(claim, side).type == "political_militia"
    assert fitting_side(claim, replace(side, score=None)).type == "state_forces"
    assert fitting_side(claim, replace(side, raw="the government's forces")).type == "state_forces"


def test_an_accusation_is_no_claim_of_the_accused() -> None:
    """Accused and claimant by the same words: only accused, unless the accused speaks."""
    report = Document(id="doc_1", text="Everybody knows that the Red Front killed them.")
    words = report.quote(21, 34)
    actors = tuple(
        Actor(role=role, raw="the Red Front", name=None, type="rebel_group", evidence=(words,))
        for role in ("accused", "claimant")
    )
    claim = normalized(report)
    assert [row.role for row in without_false_claimants(claim, actors)] == ["accused"]
    speaking = replace(claim, speakers=(Speaker(role="claims", raw="the Red Front", evidence=(words,)),))
    assert len(without_false_claimants(speaking, actors)) == 2


def test_an_army_that_tells_what_settlers_did_claims_nothing() -> None:
    """A state's forces claim their own acts; a group may claim what gunmen did."""
    claim = normalized(Document(id="doc_1", text="They were killed."))
    army = Actor(role="claimant", raw="The army", name=None, type="state_forces", evidence=(), score=0.8)
    settlers = Actor(role="perpetrator", raw="Settlers", name=None, type="communal_militia", evidence=(), score=0.8)
    assert without_false_claimants(claim, (army, settlers)) == (settlers,)
    for kept in (
        (army, replace(settlers, type="unidentified_armed_group")),
        (army, settlers, replace(settlers, type="police")),
        (replace(army, type="rebel_group"), settlers),
        (replace(army, score=None), settlers),
    ):
        assert without_false_claimants(claim, kept) == kept


@pytest.mark.parametrize(
    ("text", "raw", "status"),
    [
        ("Four officers died in a botched raid on a farm.", "Four officers", "accomplished"),
        ("A failed raid on a farm hurt two villagers.", "two villagers", "accomplished"),
        ("A gunman died in a botched raid on a post.", "A gunman", "attempted"),
        ("Not a single person died in the failed raid.", "Not a single person", "attempted"),
    ],
)
def test_a_failed_attack_that_cost_others_lives_took_place(text: str, raw: str, status: str) -> None:
    """Who is killed in his own attempt, and nobody, make it no more than that."""
    report = Document(id="doc_1", text=text)
    trigger, words = (report.quote(text.index(word), text.index(word) + len(word)) for word in ("raid", raw))
    row = Harm(effect="killed", raw=raw, group=None, group_type="unknown", count=None, evidence=(words,), score=0.9)
    claim = normalized(Document(id="doc_1", text="They were killed."))
    claim = replace(claim, type="armed_attack", trigger=trigger, harm=(row,), score=0.9)
    assert settled_status(report, claim) == status


def test_what_may_have_happened_is_no_threat() -> None:
    """ "Might have been killed" speaks of what is over, "may be killed" of what is to come."""
    claim = replace(normalized(Document(id="doc_1", text="They were killed.")), status="threatened", score=0.9)
    for text, status in (
        ("Some 15 hostages might have been killed in the raid.", "accomplished"),
        ("Some 15 hostages may be killed if the raid goes on.", "threatened"),
    ):
        report = Document(id="doc_1", text=text)
        at = text.index("killed")
        assert settled_status(report, replace(claim, trigger=report.quote(at, at + 6))) == status


@pytest.mark.parametrize(
    ("text", "kind", "status"),
    [
        ("Police foiled a planned bombing of a bank; it would have killed many.", "bombing", "attempted"),
        ("The men plotted a bombing of the station in which many would be killed.", "bombing", "attempted"),
        ("A plot in which they would be killed was thwarted on Friday.", "armed_attack", "attempted"),
        ("Two were killed. Police thwarted a second raid.", "armed_attack", "accomplished"),
        ("Police foiled an attack, with 16 killed in the raid.", "armed_attack", "accomplished"),
        ("Police thwarted a raid and killed two.", "detention", "accomplished"),
        ("A failed bombing shook the bank.", "bombing", "attempted"),
        ("Guards failed to see who killed them.", "armed_attack", "accomplished"),
        ("The group threatened to have them killed.", "killing", "threatened"),
        ("Police defused a device near the bank.", "bombing", "attempted"),
    ],
)
def test_a_foiled_attack_is_an_attempt(text: str, kind: str, status: str) -> None:
    """By the words right before or behind the act; not what was done beside it, and no arrest."""
    report = Document(id="doc_1", text=text)
    word = "bombing" if "bombing" in text else "defused" if "defused" in text else "killed"
    trigger = report.quote(text.index(word), text.index(word) + len(word))
    claim = replace(normalized(Document(id="doc_1", text="They were killed.")), type=kind, trigger=trigger)
    assert settled_status(report, claim) == status


@pytest.mark.parametrize(
    ("text", "word", "kind", "settled"),
    [
        ("Four students died in clashes with police.", "died", "accident", "armed_clash"),
        ("Nine died during an air strike on the camp.", "died", "accident", "air_strike"),
        ("Nine died in fierce fighting.", "died", "accident", "armed_clash"),
        ("Nine died in a fire at the mill.", "died", "accident", "accident"),
        ("The mission condemns the violence in Warrap in which 38 people lost their lives.", "lost", "accident", "armed_clash"),
        ("Nine died in clashes.", "died", "killing", "killing"),
        ("Clashes left four students dead.", "Clashes", "accident", "armed_clash"),
        ("Troops shut down their base.", "shut down", "destruction", "operation"),
        ("Troops tore down their base.", "tore down", "destruction", "destruction"),
    ],
)
def test_people_who_died_in_clashes_had_no_accident(text: str, word: str, kind: str, settled: str) -> None:
    """What is told as the cause of a death decides where the type says that there was none; other types stay."""
    report = Document(id="doc_1", text=text)
    trigger = report.quote(text.index(word), text.index(word) + len(word))
    claim = replace(normalized(Document(id="doc_1", text="They were killed.")), type=kind, trigger=trigger, actors=())
    assert type_by_words(report, claim) == settled
    police = Actor(role="side_b", raw="police", name=None, type="police", evidence=())
    assert type_by_words(report, replace(claim, actors=(police,))) == ("riot" if settled == "armed_clash" else settled)


@pytest.mark.parametrize(
    ("text", "kind", "party"),
    [
        ("Troops yesterday rescued nine hostages; they had been abducted.", "abduction", False),
        ("Troops yesterday rescued nine hostages; they had been abducted.", "operation", True),
        ("Troops took nine men; they had been abducted.", "abduction", True),
    ],
)
def test_who_frees_the_abducted_did_not_abduct_them(text: str, kind: str, party: bool) -> None:
    """A rescue is told beside the abduction; its doers are no party of that."""
    report = Document(id="doc_1", text=text)
    claim = replace(normalized(Document(id="doc_1", text="They were killed.")), type=kind)
    doer = Actor(role="perpetrator", raw="Troops", name=None, type="state_forces", evidence=(report.quote(0, 6),), score=0.9)
    assert is_no_party(report, claim, doer, None) is not party
    assert not is_no_party(report, claim, replace(doer, score=None), None)


def test_escaped_prisoners_are_recaptured_and_no_town() -> None:
    """What was recaptured tells a detention from a change of control."""
    report = Document(id="doc_1", text="Soldiers recaptured 28 of the escapees.")
    trigger = report.quote(9, 19)
    target = Actor(role="target", raw="28 of the escapees", name=None, type="civilians", evidence=())
    claim = replace(normalized(Document(id="doc_1", text="They were killed.")), type="territorial_change", trigger=trigger)
    assert type_by_words(report, replace(claim, actors=(target,))) == "detention"
    assert type_by_words(report, replace(claim, actors=(replace(target, raw="the town"),))) == "territorial_change"


def test_a_weapon_is_of_the_kind_that_its_words_name() -> None:
    """A suicide drone is a drone; one kind stands once; what a person says stays."""
    claim = normalized(Document(id="doc_1", text="They were killed."))
    told = [
        ("suicide_bomb", "a suicide drone", 0.5),
        ("drone", "drones", 0.9),
        ("firearm", "helicopter gunships", 0.5),
        ("firearm", "an improvised firearm", 0.5),
    ]
    means = tuple(Means(kind=kind, raw=raw, evidence=(), score=score) for kind, raw, score in told)
    assert [row.kind for row in kinds_by_words(replace(claim, means=means))] == ["drone", "aircraft", "firearm"]
    by_hand = (Means(kind="suicide_bomb", raw="a suicide drone", evidence=(), score=None),)
    assert kinds_by_words(replace(claim, means=by_hand)) == by_hand


def test_an_age_cut_short_is_one_person() -> None:
    """ "a 22-year-" is the 22-year-old herder, and one."""
    report = Document(id="doc_1", text="A detainee, a 22-year-old herder, was killed in custody.")
    words = report.quote(12, 22)
    row = Harm(effect="killed", raw=words.quote, group=None, group_type="unknown", count=None, evidence=(words,))
    (told,) = normalized(report, harm=(row,)).harm
    assert (told.raw, told.count and told.count.low, told.count and told.count.high) == ("a 22-year-old herder", 1, 1)


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("No one claimed the attack but ISIS is thought to be responsible.", "accused"),
        ("The attack was claimed by ISIS, which is at war.", "claimant"),
        ("ISIS was widely blamed for the attack.", "accused"),
    ],
)
def test_who_is_only_thought_to_have_done_it_claims_nothing(text: str, role: str) -> None:
    """ "ISIS is thought to be responsible" accepts no responsibility, and the claim is no longer one's own."""
    report = Document(id="doc_1", text=text)
    at, act = text.index("ISIS"), text.index("attack")
    group = Actor(role="claimant", raw="ISIS", name=None, type="rebel_group", evidence=(report.quote(at, at + 4),), score=0.8)
    told = replace(normalized(Document(id="doc_1", text="They were killed.")), score=0.9, stance="claimed")
    made = thought_to_be(text, replace(told, trigger=report.quote(act, act + 6), actors=(group,)))
    assert made.actors[0].role == role
    assert made.stance == ("alleged" if role == "accused" else "claimed")


@pytest.mark.parametrize(
    ("raw", "kind", "settled"),
    [
        ("suicide truck bomb", "suicide_bomb", ["suicide_bomb", "car_bomb"]),
        ("suicide car bomber", "car_bomb", ["suicide_bomb", "car_bomb"]),
        ("suicide bomber", "suicide_bomb", ["suicide_bomb"]),
        ("a homemade bomb", "explosive", ["ied"]),
        ("petrol bombs", "explosive", ["fire"]),
        ("riddled", "blade", ["firearm"]),
        ("bottle of axe oil", "other", ["other"]),
        ("strangled", "blade", ["bare_hands"]),
    ],
)
def test_the_words_of_a_means_name_its_kinds(raw: str, kind: str, settled: list[str]) -> None:
    """A bomber who drives has both a vehicle and himself for a weapon."""
    report = Document(id="doc_1", text=f"They were killed: {raw}.", published=date(2019, 1, 25))
    means = (Means(kind=kind, raw=raw, evidence=slot(report, raw).evidence, score=0.9),)
    assert [row.kind for row in kinds_by_words(replace(normalized(report), means=means))] == settled
