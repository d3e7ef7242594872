"""JSON-LD: one whole graph, every record with who made it and from what, every quote where it says it stands."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from crossread.export import ExportOptions, Selection, export_incidents
from crossread.records import Judgement


def _graph(tmp_path: Path, selection: Selection, **options: Any) -> dict[str, dict[str, Any]]:
    path = tmp_path / "out.jsonld"
    export_incidents("jsonld", path, selection=selection, options=ExportOptions(overwrite=True, **options))
    told = json.loads(path.read_text(encoding="utf-8"))
    assert all(isinstance(part, str | dict) for part in told["@context"].values())
    nodes = {node["@id"]: node for node in told["@graph"]}
    assert len(nodes) == len(told["@graph"])
    return nodes


def _links(node: Any) -> Iterator[str]:
    """Every record that a node points to."""
    if isinstance(node, dict):
        for name, part in node.items():
            if name.startswith("prov:") and name != "prov:endedAtTime":
                yield from [part] if isinstance(part, str) else part
            elif name in ("oa:hasBody", "oa:hasSource"):
                yield part["@id"]
            else:
                yield from _links(part)
    elif isinstance(node, list):
        for part in node:
            yield from _links(part)


def _annotations(nodes: dict[str, dict[str, Any]]) -> list[dict[str, Any]]:
    return [node for node in nodes.values() if node["@type"] == "oa:Annotation"]


def _decided(selection: Selection) -> Selection:
    made = {"made_by": "Awa Traoré", "made_at": datetime(2021, 6, 1, tzinfo=UTC)}
    row = Judgement(id="jdg_1", kind="accept", subject="inc_market", reason="both tell it", **made)
    return replace(selection, judgements=(row,))


def test_every_record_says_where_it_comes_from(tmp_path: Path, selection: Selection) -> None:
    """No link leads nowhere; incidents lead to claims, claims to reports, decisions to who made them."""
    nodes = _graph(tmp_path, _decided(selection))
    assert {link for node in nodes.values() for link in _links(node)} <= set(nodes)
    market = nodes["urn:crossread:inc_market"]
    first = nodes[market["prov:wasDerivedFrom"][0]]
    report = nodes[first["prov:wasDerivedFrom"]]
    assert (report["source"], report["sha256"]) == ("Alpha Courier", "ab" * 32)
    assert nodes[market["prov:wasGeneratedBy"]]["policy"] == "range"
    assert nodes[nodes[first["prov:wasGeneratedBy"]]["prov:wasAssociatedWith"]]["made_by"] == "hand@1"
    decision = nodes[market["prov:wasInfluencedBy"][0]]
    assert (decision["kind"], decision["reason"]) == ("accept", "both tell it")
    assert nodes[decision["prov:wasAssociatedWith"]] == {
        "@id": "urn:crossread:person:Awa%20Traor%C3%A9",
        "@type": "prov:Person",
        "name": "Awa Traoré",
    }


def test_every_selector_finds_its_words(tmp_path: Path, selection: Selection) -> None:
    """Position and quote of each annotation are the same words of the report it names."""
    nodes = _graph(tmp_path, selection, with_names=True)
    texts = {f"urn:crossread:{row.id}": row.text for row in selection.documents}
    found = _annotations(nodes)
    assert len(found) >= 3
    for node in found:
        place, words = node["oa:hasTarget"]["oa:hasSelector"]
        text = texts[node["oa:hasTarget"]["oa:hasSource"]["@id"]]
        assert text[place["oa:start"] : place["oa:end"]] == words["oa:exact"] != ""


def test_names_and_coarse_places_are_as_careful_as_the_tables(tmp_path: Path, selection: Selection) -> None:
    """A victim's name stands nowhere unless asked for; with places by country there is no name of a place and no quote."""
    alpha = selection.documents[0]
    start = alpha.text.index("teacher Amadou Keïta")
    victim = replace(selection.claims[0].actors[2], evidence=(alpha.quote(start, start + len("teacher Amadou Keïta")),))
    claim = replace(selection.claims[0], actors=(*selection.claims[0].actors[:2], victim))
    chosen = replace(selection, claims=(claim, *selection.claims[1:]))
    assert "Keïta" not in json.dumps(_graph(tmp_path, chosen), ensure_ascii=False)
    assert "Keïta" in json.dumps(_graph(tmp_path, chosen, with_names=True), ensure_ascii=False)
    coarse = _graph(tmp_path, chosen, places="country")
    assert _annotations(coarse) == []
    assert "Kossa" not in json.dumps(coarse, ensure_ascii=False)
