"""One brother who was martyred is a fighter of the group that says so; two brothers and their sister are a family."""

from __future__ import annotations

import pytest

from crossread.normalize.actors.brothers import with_brothers, with_seekers
from crossread.records import Actor, Claim, Count, Document, Harm


def _kinds(text: str, words: str, *, foe: str = "state_forces", score: float | None = 0.9) -> tuple[str, str]:
    """The type of the victim and of those counted, in an attack by rebels on a post."""
    document = Document(id="a", text=text, source="The Wire")
    start = text.index(words)
    quote = document.quote(start, start + len(words))
    group = words.split()[-1]
    claim = Claim(
        id="clm_a",
        document_id="a",
        type="armed_attack",
        scope="incident",
        status="accomplished",
        stance="asserted",
        trigger=document.quote(0, 3),
        when=None,
        where=None,
        score=score,
        actors=(
            Actor(role="perpetrator", raw="rebels", name=None, type="rebel_group", score=score),
            Actor(role="target", raw="soldiers", name=None, type=foe, score=score),
            Actor(role="victim", raw=group, name=None, type="civilians", evidence=(quote,), score=score),
        ),
        harm=(
            Harm(
                effect="killed",
                raw=words,
                group=group,
                group_type="civilians",
                count=Count(low=1, high=1, qualifier="exact"),
                evidence=(quote,),
                score=score,
            ),
        ),
    )
    found = with_brothers(document, claim)
    return found.actors[2].type, found.harm[0].group_type


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The mujahideen killed seven soldiers; one brother was martyred.", "one brother"),
        ("We took the post. Two brothers attained martyrdom.", "Two brothers"),
        ("The battle left 59 dead (1 brother and 58 soldiers), say the mujahideen.", "1 brother"),
        ("Twelve soldiers fell. Three comrades fell, too.", "Three comrades"),
    ],
)
def test_a_groups_own_dead(text: str, words: str) -> None:
    """By the voice in which they are told."""
    assert _kinds(text, words) == ("rebel_group", "rebel_group")


@pytest.mark.parametrize(
    ("text", "words", "more"),
    [
        ("Two brothers and their sister were killed; the rebels spoke of martyrs.", "Two brothers", {}),
        ("Shells killed two brothers, aged 9 and 12. They are martyrs, said their father.", "two brothers", {}),
        ("Rebels attacked the post. Two brothers died.", "Two brothers", {}),
        ("One brother was martyred.", "One brother", {"foe": "civilians"}),
        ("One brother was martyred.", "One brother", {"score": None}),
    ],
)
def test_kin_and_what_people_say_stay(text: str, words: str, more: dict[str, object]) -> None:
    """Told with their kin, by nobody's own voice, without a state's forces, or by a person."""
    assert _kinds(text, words, **more) == ("civilians", "civilians")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("raw", "role", "kind"),
    [
        ("a martyrdom-seeking brother", "perpetrator", "unidentified_armed_group"),
        ("two inghimasis", "perpetrator", "unidentified_armed_group"),
        ("his brother", "perpetrator", "civilians"),
        ("a martyrdom-seeking brother", "victim", "civilians"),
    ],
)
def test_who_seeks_martyrdom_is_no_civilian_doer(raw: str, role: str, kind: str) -> None:
    """No group is told with it, so that it contradicts none that another account names."""
    document = Document(id="a", text="Blast.", source="The Wire")
    claim = Claim(
        id="clm_a",
        document_id="a",
        type="bombing",
        scope="incident",
        status="accomplished",
        stance="asserted",
        trigger=document.quote(0, 5),
        when=None,
        where=None,
        score=0.9,
        actors=(Actor(role=role, raw=raw, name=None, type="civilians", score=0.9),),
        harm=(),
        means=(),
        speakers=(),
        made_by="test@1",
    )
    assert with_seekers(document, claim).actors[0].type == kind
