"""What one would try first to put documents together: the trigger word, place and day and type, and splink."""

from __future__ import annotations

from typing import Any

from crossread.codebook import load_codebook
from crossread.link.collection import Collection
from crossread.link.compare_when import window_of
from crossread.link.words import fold
from link_metrics import join_pairs
from link_texts import Texts, about

# So many of a telling's weightiest words go into its record.
WORDS = 40


def by_trigger(texts: Texts) -> dict[str, str]:
    """Documents whose main claim has the same trigger word, cut to its stem."""
    found = {name: about(texts, name) for name in texts.documents}
    return {name: _stem(claim.trigger.quote) if claim else name for name, claim in found.items()}


def by_place_day_type(texts: Texts) -> dict[str, str]:
    """Documents whose main claims have the same place name, the same first day and one family of types."""
    collection = Collection(texts.claims, texts.documents)
    labels: dict[str, str] = {}
    for name in texts.documents:
        claim = about(texts, name)
        place = claim.where.value if claim and claim.where else None
        if claim is None or place is None or not place.name:
            labels[name] = name
            continue
        window = window_of(collection.tellings[claim.id])
        day = window.latest if window.earliest is None or window.basis == "news" else window.earliest
        labels[name] = f"{fold(place.name)} {day} {load_codebook().family(claim.type)}"
    return labels


def by_splink(texts: Texts) -> dict[str, str]:
    """Splink on the main claims: pairs from a probability of one half are joined."""
    try:
        from link_splink import probabilities
    except ImportError as error:
        print(f"splink is not installed, its row shows every document alone: {error}")
        return {name: name for name in texts.documents}
    collection = Collection(texts.claims, texts.documents)
    rows = [splink_row(collection, claim.id, name) for name in texts.documents if (claim := about(texts, name))]
    joined = [pair for pair, probability in probabilities(rows).items() if probability >= 0.5]
    return join_pairs(texts.documents, joined)


def splink_row(collection: Collection, claim_id: str, name: str) -> dict[str, Any]:
    """What crossread knows of a claim, as one record of a table."""
    telling = collection.tellings[claim_id]
    claim, window = telling.claim, window_of(telling)
    place = claim.where.value if claim.where else None
    day = window.latest if window.earliest is None or window.basis == "news" else window.earliest
    dead = next((row.count.low for row in claim.harm if row.effect == "killed" and row.count), None)
    return {
        "unique_id": name,
        "family": load_codebook().family(claim.type),
        "day": day.isoformat() if day else None,
        "place": fold(place.name) if place and place.name else None,
        "latitude": place.latitude if place else None,
        "longitude": place.longitude if place else None,
        "dead": str(dead) if dead is not None else None,
        "words": collection.weights.key_words(telling.text, most=WORDS),
    }


def _stem(word: str) -> str:
    folded = fold(word)
    return next((folded.removesuffix(end) for end in ("ings", "ing", "ed", "es", "s") if folded.endswith(end)), folded)
