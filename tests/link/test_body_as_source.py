"""An account wholly on the word of a body of the state is no second voice beside that body's own statement."""

from __future__ import annotations

import pytest
from claim_maker import make_claim, make_document

from crossread.link import find_citations
from crossread.link.bodies import find_body
from crossread.link.independence import source_groups
from crossread.records import Speaker


@pytest.mark.parametrize(
    ("words", "source"),
    [
        ("the government", "Government of Burkina Faso"),
        ("the Burkinabe government", "Government of Burkina Faso"),
        ("a government spokesman", "Government of Burkina Faso"),
        ("the army", "Malian Armed Forces"),
        ("The Malian army", "Malian Armed Forces"),
        ("a spokesperson for the military", "Malian Armed Forces"),
        ("Zamfara police", "Zamfara State Police Command"),
        ("the defence ministry", "Ministry of Defense"),
    ],
)
def test_a_body_is_known_by_another_name(words: str, source: str) -> None:
    """Whatever else the words tell stands in the name of the publisher."""
    assert find_body(words, [source, "Reuters"]) == source


@pytest.mark.parametrize(
    ("words", "sources"),
    [
        ("the Nigerien army", ["Malian Armed Forces"]),
        ("the health ministry", ["Ministry of Defence"]),
        ("the army", ["Malian Armed Forces", "Army of Niger"]),  # which of the two, nobody says
        ("army officers", ["Malian Armed Forces"]),  # some of its men are not the body
        ("police and rescue officials", ["Police of Ghana"]),
        ("a security source", ["Malian Armed Forces"]),
        ("residents", ["Government of Mali"]),
        ("the government", ["Radio Gao"]),
        ("the army and the police", ["Malian Armed Forces"]),
    ],
)
def test_others_are_no_body_among_the_publishers(words: str, sources: list[str]) -> None:
    """Another state's, another ministry, two that may be meant, some of its men."""
    assert find_body(words, sources) is None


@pytest.mark.parametrize(
    ("voices", "stance", "one"),
    [
        ((("reports", "the government"),), "attributed", True),
        ((("reports", "the government"), ("denies", "The rebels")), "attributed", True),
        ((("reports", "the government"), ("reports", "Residents")), "attributed", False),
        ((("reports", "the government"),), "asserted", False),
        ((("reports", "the army"),), "attributed", False),
        ((), "attributed", False),
    ],
)
def test_a_wire_on_the_governments_word_stands_with_the_government(
    voices: tuple[tuple[str, str], ...], stance: str, *, one: bool
) -> None:
    """A further voice, or the wire's own, makes it a source beside the government; who only denies tells nothing of it."""
    documents = {
        "a": make_document("a", text="Raiders killed eleven.", source="Government of Mali"),
        "b": make_document("b", text="Eleven men fell in the raid, it was said in the capital.", source="Wire"),
    }
    speakers = tuple(Speaker(role=role, raw=raw, name=None) for role, raw in voices)
    claims = [make_claim(documents["a"]), make_claim(documents["b"], stance=stance, speakers=speakers)]
    groups = source_groups(documents.values(), claims)
    assert (groups["a"] == groups["b"]) == one
    assert [row.cited_document for row in find_citations(claims, documents)] == (["a"] if one else [])


def test_a_body_does_not_cite_itself() -> None:
    """The army's own communiqué on the army's word rests on nobody else."""
    document = make_document("a", text="The army reports a raid.", source="Malian Armed Forces")
    speaker = Speaker(role="reports", raw="The army", name=None)
    assert find_citations([make_claim(document, stance="attributed", speakers=(speaker,))], {"a": document}) == []
