"""Who is named twice in a report is one actor with two quotes; who is named beside another is a second one."""

from dataclasses import replace

from crossread.extract.heads import Mention
from crossread.extract.slots import list_actors, list_speakers
from crossread.records import Document

TEXT = (
    "Gunmen stormed a farm and killed four villagers and a teacher. The attackers fled, police said. "
    "Police found the bodies of the villagers. The teacher was buried."
)
DOCUMENT = Document(id="doc_1", text=TEXT)
LIMITS = {"role": 0.4, "again": 0.2, "doer": 0.5, "speaker": 0.4}
Link = tuple[str, Mention, float]


def _link(role: str, words: str, p: float, kind: str = "civilians", *, after: int = 0) -> Link:
    start = TEXT.index(words, after)
    mention = Mention(
        category="speaker" if role.startswith("speaker") else "means" if role == "means" else "actor",
        first=start,
        last=start,
        start=start,
        end=start + len(words),
        sentence=TEXT[:start].count(". "),
        score=0.9,
        classes={"actor_type": {kind: 0.8, "unknown": 0.2}},
    )
    return role, mention, p


def _rows(links: list[Link]) -> list[tuple[str, tuple[str, ...]]]:
    return [(a.role, tuple(e.quote for e in a.evidence)) for a in list_actors(DOCUMENT, links, LIMITS)]


def test_other_words_in_another_sentence_are_the_same_doer() -> None:
    """ "Gunmen" and "The attackers" are one perpetrator: the surer words come first, the doubtful ones add a quote."""
    armed = "unidentified_armed_group"
    links = [_link("perpetrator", "Gunmen", 0.9, armed), _link("perpetrator", "The attackers", 0.3, armed)]
    assert _rows(links) == [("perpetrator", ("Gunmen", "The attackers"))]


def test_two_in_one_sentence_are_two() -> None:
    """The villagers and the teacher stand side by side: two victims, and "The teacher" alone further down is not both."""
    links = [_link("victim", "villagers", 0.9), _link("victim", "teacher", 0.8)]
    assert _rows(links) == [("victim", ("villagers",)), ("victim", ("teacher",))]


def test_the_same_words_are_the_same_actor_and_another_kind_is_not() -> None:
    """ "villagers" again is the same victim; police, of another kind, are not folded into the villagers."""
    again = TEXT.index("villagers") + 1
    links = [
        _link("victim", "villagers", 0.9),
        _link("victim", "villagers", 0.3, after=again),
        _link("victim", "police", 0.7, "police"),
    ]
    assert _rows(links) == [("victim", ("villagers", "villagers")), ("victim", ("police",))]


def test_doubtful_words_alone_are_nobody() -> None:
    """A mention below the limit adds a quote to an actor that is there and never makes one; a doer needs more than a victim."""
    assert _rows([_link("victim", "villagers", 0.3), _link("perpetrator", "Gunmen", 0.45, "unidentified_armed_group")]) == []


def test_two_known_names_are_two_actors() -> None:
    """In two sentences too: the ELN is not the AUC, but "the ELN" is the National Liberation Army."""
    text = "The ELN took the town. Fighters of the AUC came later. The National Liberation Army left."
    document = Document(id="doc_2", text=text)

    def link(words: str, p: float) -> Link:
        role, mention, score = _link("perpetrator", "Gunmen", p, "rebel_group")
        start = text.index(words)
        sentence = text[:start].count(". ")
        return role, replace(mention, start=start, end=start + len(words), sentence=sentence), score

    links = [link("The ELN", 0.9), link("Fighters of the AUC", 0.8), link("The National Liberation Army", 0.3)]
    found = [tuple(e.quote for e in a.evidence) for a in list_actors(document, links, LIMITS)]
    assert found == [("The ELN", "The National Liberation Army"), ("Fighters of the AUC",)]


def test_what_it_was_done_with_is_no_doer() -> None:
    """Words that are the means too (aircraft that strike) did nothing by themselves; they can be what was hit."""
    forces = "state_forces"
    tied = [_link("means", "Gunmen", 0.6), _link("means", "farm", 0.6)]
    links = [_link("perpetrator", "Gunmen", 0.9, forces), _link("target", "farm", 0.9, forces), *tied]
    assert _rows(links) == [("target", ("farm",))]


def test_a_speaker_named_twice_is_one_speaker() -> None:
    """ "police said" and "Police found": one row, quotes in the order of how sure they are."""
    links = [_link("speaker_reports", "police", 0.9), _link("speaker_reports", "Police", 0.6)]
    (speaker,) = list_speakers(DOCUMENT, links, LIMITS)
    assert [e.quote for e in speaker.evidence] == ["police", "Police"]


def test_nobody_is_both_doer_and_sufferer() -> None:
    """The same words linked to both sides stand on the surer one: no convoy that was hit is its own attacker."""
    links = [_link("victim", "villagers", 0.9), _link("perpetrator", "villagers", 0.7)]
    assert _rows(links) == [("victim", ("villagers",))]


def test_a_speaker_called_by_a_part_of_his_name_is_the_same() -> None:
    """A surname after the whole name, an army after "the U.S. military"; officials of two states stay two speakers."""
    text = (
        "Relief coordinator Ana Brandt said so. Mr. Brandt added that U.S. officials knew; Iraqi officials did not. "
        "The spokesman left."
    )
    document = Document(id="doc_calls", text=text)

    def link(words: str, score: float) -> Link:
        _, mention, _ = _link("speaker_reports", "police", score)
        start = text.index(words)
        return "speaker_reports", replace(mention, start=start, end=start + len(words)), score

    names = {
        "Relief coordinator Ana Brandt": 0.9,
        "Mr. Brandt": 0.8,
        "U.S. officials": 0.7,
        "Iraqi officials": 0.6,
        "The spokesman": 0.5,
    }
    speakers = list_speakers(document, [link(*row) for row in names.items()], LIMITS)
    assert [tuple(e.quote for e in s.evidence) for s in speakers] == [
        ("Relief coordinator Ana Brandt", "Mr. Brandt"),
        ("U.S. officials",),
        ("Iraqi officials",),
        ("The spokesman",),
    ]
