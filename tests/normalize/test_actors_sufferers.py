"""What those who suffered are by what they do for a living: relief, news, office, arms, or none of these."""

from __future__ import annotations

from datetime import date

import pytest

from crossread.normalize.actors import ActorContext, ActorResolver, ResolvedActor

RESOLVER = ActorResolver()


def _resolve(raw: str, role: str = "victim", country: str = "SD") -> ResolvedActor:
    text = f"{raw} in Toro."
    context = ActorContext(text=text, start=0, end=len(raw), country=country, published=date(2022, 3, 4))
    return RESOLVER.resolve(raw, role=role, context=context)


@pytest.mark.parametrize(
    ("raws", "kind"),
    [
        (("MSF staff", "a Caritas volunteer", "an ambulance driver", "a polio worker", "humanitarians"), "aid_workers"),
        (("a radio host", "two radio announcers", "a media activist", "a TV reporter"), "journalists"),
        (
            ("a barangay captain", "a sarpanch", "embassy staff", "poll workers", "a traditional ruler", "eco-guards"),
            "officials",
        ),
        (("hospital staff", "medical staff", "hotel workers", "herders", "Fulani herders", "a driver", "nuns"), "civilians"),
        (("army medics", "a military doctor", "prisoners of war", "off-duty soldiers"), "state_forces"),
        (("an off-duty policeman", "a police recruit"), "police"),
        (("UN police officers", "African Union police"), "foreign_forces"),
    ],
)
def test_victims_by_their_work(raws: tuple[str, ...], kind: str) -> None:
    """A hospital's staff is no thing, a relief body's staff is no bystander."""
    assert {raw: _resolve(raw).type for raw in raws} == dict.fromkeys(raws, kind)


def test_prisoners_of_war_are_their_armys() -> None:
    """With the nation told, its armed forces."""
    assert _resolve("Ukrainian prisoners of war", country="UA").name == "Armed Forces of Ukraine"


@pytest.mark.parametrize(
    ("raw", "role", "kind"),
    [
        ("herders", "perpetrator", "communal_militia"),
        ("Fulani herders", "perpetrator", "communal_militia"),
        ("armed Fulani herdsmen", "victim", "communal_militia"),
        ("embassy", "target", "object"),
        ("a hospital", "target", "object"),
        ("prisoners", "victim", "unknown"),
        ("police staff", "victim", "police"),
        ("the medics", "victim", "aid_workers"),
        ("volunteers", "victim", "civilians"),
    ],
)
def test_what_is_told_otherwise_stays(raw: str, role: str, kind: str) -> None:
    """Herders who attack, armed ones, buildings, prisoners without a war, medics without an army."""
    assert _resolve(raw, role, "NG").type == kind
