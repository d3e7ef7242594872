"""People of relief bodies are aid workers, units of armed groups are these, and a regime is its own."""

from __future__ import annotations

import re

import pytest

from crossread.normalize.actors import ActorContext, ActorResolver, ResolvedActor

RESOLVER = ActorResolver()


def _resolve(marked: str, role: str, country: str | None = None) -> ResolvedActor:
    match = re.search(r"\[([^\]]+)\]", marked)
    assert match is not None
    text = marked.replace("[", "").replace("]", "")
    context = ActorContext(text=text, start=match.start(), end=match.start() + len(match[1]), country=country)
    return RESOLVER.resolve(match[1], role=role, context=context)


@pytest.mark.parametrize(
    "marked",
    [
        "Gunmen took [two nurses working for an aid agency].",
        "Gunmen took [two nurses] working for an aid agency.",
        "Gunmen took [employees of a Danish charity].",
        "Gunmen took [the drivers of a small humanitarian organisation].",
        "Gunmen took [a doctor] with an international NGO.",
        "Gunmen shot [a U.N. worker].",
        "Gunmen shot [three UN staff members].",
    ],
)
def test_who_works_for_a_relief_body_is_an_aid_worker(marked: str) -> None:
    assert _resolve(marked, "victim").type == "aid_workers"


@pytest.mark.parametrize(
    ("marked", "role", "kind"),
    [
        ("Gunmen took [two nurses] in Bria.", "victim", "civilians"),
        ("Gunmen took [employees of a telecoms company].", "victim", "civilians"),
        ("Gunmen took [two nurses], and an aid agency left.", "victim", "civilians"),
        ("Gunmen burned [the office of a medical charity].", "target", "object"),
        ("Gunmen shot [a nurse working for the government].", "victim", "civilians"),
        ("Gunmen shot [two UN officials].", "victim", "officials"),
    ],
)
def test_others_are_none(marked: str, role: str, kind: str) -> None:
    assert _resolve(marked, role).type == kind


@pytest.mark.parametrize(
    ("marked", "country", "name", "kind"),
    [
        ("[An NPA platoon] attacked a post.", "PH", "New People's Army", "rebel_group"),
        ("[A rebel battalion] attacked a post.", "PH", None, "rebel_group"),
        ("[Burkina Faso's civilian defence force] attacked a camp.", "BF", None, "political_militia"),
        ("[Members of a village defence force] shot two herders.", "TH", None, "political_militia"),
        ("[A separatist brigade] shelled the town.", "UA", None, "rebel_group"),
        ("[A battalion] attacked a camp of the NPA.", "PH", None, "state_forces"),
        ("[A platoon of the army] attacked a camp.", "PH", None, "state_forces"),
        ("[Troops of the US-Marcos regime] burned a village.", "PH", None, "state_forces"),
        ("[The US-Saudi coalition] bombed a village.", "YE", None, "foreign_forces"),
    ],
)
def test_whose_unit_or_regime_it_is(marked: str, country: str, name: str | None, kind: str) -> None:
    """A unit with a group's name before it is the group's; who is said to stand behind a regime is not the regime."""
    found = _resolve(marked, "perpetrator", country)
    assert (found.name, found.type) == (name, kind)
