"""Claims with raw slots -> claims with values: each slot through the normalizer of its kind, in the order they need each other.

Places first, because an actor's type depends on the country; then dates, actors, counts. What cannot be resolved keeps its
words and gets no value.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from crossread.gazetteer import Gazetteer
from crossread.languages import list_languages
from crossread.normalize.actors import ActorContext, ActorResolver
from crossread.normalize.actors.called import not_itself, whose
from crossread.normalize.actors.elsewhere import without_named_elsewhere
from crossread.normalize.actors.means import with_owner_of_means
from crossread.normalize.actors.none import is_no_party, without_helpers, without_own_victims
from crossread.normalize.actors.strangers import Understood, without_strangers
from crossread.normalize.byline import gave_the_picture, is_heading, is_nobodys_voice
from crossread.normalize.cases import is_only_a_case
from crossread.normalize.claims.disowned import is_own_denial
from crossread.normalize.claims.told import tells_no_act
from crossread.normalize.claims.types import (
    fitting_side,
    without_false_claimants,
)
from crossread.normalize.dates.of_claim import when_of_claim
from crossread.normalize.harm.of_claim import rows_of_claim
from crossread.normalize.imagined import is_imagined
from crossread.normalize.no_events import tells_no_event
from crossread.normalize.not_done import was_not_done
from crossread.normalize.peaceful.telling import is_peaceful
from crossread.normalize.places import DocumentPlaces, PlaceResolver
from crossread.normalize.places.claimed import told_place
from crossread.normalize.places.struck import place_struck
from crossread.normalize.places.target import place_of_target
from crossread.normalize.report_steps import OVER_RAW, OVER_VALUED, take_all
from crossread.normalize.steps import AFTER_VALUES, BEFORE_VALUES, take
from crossread.normalize.struggles import fights_no_enemy
from crossread.normalize.table_rows import settle_row
from crossread.normalize.topics import is_topic
from crossread.normalize.wrapped import requoted, unwrapped
from crossread.records import Actor, Claim, Document, Evidence, Extraction, Harm, Place, Slot, Speaker, Wording, with_values


class _Ground(NamedTuple):
    """The country of an incident, None if not known, and the countries that the places of the whole report point to."""

    country: str | None
    lands: frozenset[str]


class Normalizer:
    """Holds the gazetteer and the actor registry (the package's own by default); one serves any number of documents."""

    def __init__(
        self, places: PlaceResolver | None = None, actors: ActorResolver | None = None, *, language: str = "en"
    ) -> None:
        self._places = places or PlaceResolver(gazetteer=Gazetteer.open())
        self._actors = actors or ActorResolver()
        self._language = language

    def normalize(self, document: Document, extraction: Extraction) -> Extraction:
        """The same extraction with values filled in. Dates and counts are read in the document's language.

        What only sounds like violence ("shell casings") is left out, unless a person or another data set says it (no score).
        """
        if not extraction.claims:  # most reports of a feed tell no violence: their places need not be looked up
            return replace(extraction, wording=tuple(_unique(extraction.wording)))
        written, document = document, unwrapped(document)
        places = self._places.for_document(
            document.text, title=document.title, published=document.published, source=document.source
        )
        acts = [claim for claim in extraction.claims if claim.score is None or not _tells_nothing(document, claim)]
        acts = acts if document is written else [requoted(document, claim) for claim in acts]
        claims = [self._claim(document, claim, places) for claim in take_all(OVER_RAW, document, acts)]
        told = take_all(OVER_VALUED, document, [claim for claim in claims if not tells_no_act(document, claim)])
        told = told if document is written else tuple(requoted(written, claim) for claim in told)
        return replace(extraction, claims=told, wording=tuple(_unique(extraction.wording)))

    def _language_of(self, document: Document) -> str:
        """The document's own language where there is a file for it, else that of the settings."""
        return document.language if document.language in list_languages() else self._language

    def _claim(self, document: Document, claim: Claim, places: DocumentPlaces) -> Claim:
        claim = take(BEFORE_VALUES, document, settle_row(document, claim, places))
        claim = replace(claim, where=self._where(told_place(document, claim, places), places))
        where = place_struck(document, with_values(claim, where=place_of_target(document, claim, places)), places)
        country = where.value.country if where and where.value else None
        told = [row for row in claim.actors if not is_no_party(document, claim, row, where)]
        ground = _Ground(country=country, lands=places.countries())
        parties = [self._actor(document, claim, row, ground) for row in with_owner_of_means(document, claim, told, country)]
        made = replace(
            claim,
            where=where,
            when=when_of_claim(document, claim, self._language_of(document)),
            actors=without_false_claimants(claim, without_helpers(claim, without_own_victims(tuple(parties)))),
            harm=self._harm(document, claim, ground),
            speakers=tuple(row for row in claim.speakers if not _is_no_voice(document, row, places)),
        )
        return take(AFTER_VALUES, document, made)

    def _where(self, slot: Slot[Place] | None, places: DocumentPlaces) -> Slot[Place] | None:
        if slot is None or slot.value is not None or not slot.evidence:
            return slot
        span = slot.evidence[0].span
        resolved = places.resolve(slot.raw, start=span.start, end=span.end)
        return slot if resolved is None else replace(slot, value=resolved.place)

    def _actor(self, document: Document, claim: Claim, actor: Actor, ground: _Ground) -> Actor:
        if not actor.evidence:
            return actor
        context = _context(document, claim, actor.evidence[0], ground, actor.type)
        found = not_itself(document, actor, self._actors.resolve(whose(document, actor), role=actor.role, context=context))
        made = with_values(actor, name=found.name, type=found.type, registry_id=found.registry_id, flags=found.flags)
        if actor.score is not None and len(actor.evidence) > 1:
            told = [
                self._understood(document, claim, replace(actor, raw=e.quote, evidence=(e,)), ground) for e in actor.evidence
            ]
            known = without_strangers(actor.evidence, told)
            made = with_values(made, evidence=without_named_elsewhere(document, claim, actor.role, known))
        return fitting_side(claim, made)

    def _harm(self, document: Document, claim: Claim, ground: _Ground) -> tuple[Harm, ...]:
        def kind_of(group: str, row: Harm) -> str:
            context = _context(document, claim, row.evidence[0], ground, row.group_type)
            return self._actors.resolve(group, role="victim", context=context).type

        return rows_of_claim(document, claim, language=self._language_of(document), kind_of=kind_of)

    def _understood(self, document: Document, claim: Claim, actor: Actor, ground: _Ground) -> Understood:
        context = _context(document, claim, actor.evidence[0], ground, actor.type)
        found, rule = self._actors.explain(whose(document, actor), role=actor.role, context=context)
        return Understood(words=actor.raw, actor=found, rule=rule)


def _tells_nothing(document: Document, claim: Claim) -> bool:
    """True for what only sounds like violence, is news of peace, was not done or only thought of, has no enemy, or is a topic.

    What a party says in its own voice not to have done is kept as its denial.
    """
    told = (tells_no_event(document, claim) or was_not_done(document, claim)) and not is_own_denial(document, claim)
    told = told or is_imagined(document, claim) or is_only_a_case(document, claim) or is_topic(document, claim)
    return told or fights_no_enemy(document, claim) or is_peaceful(document, claim)


def _context(document: Document, claim: Claim, evidence: Evidence, ground: _Ground, guess: str) -> ActorContext:
    return ActorContext(
        text=document.text,
        start=evidence.span.start,
        end=evidence.span.end,
        country=ground.country,
        published=document.published,
        encoder_type=guess,
        incident_type=claim.type,
        lands=ground.lands,
    )


def _is_no_voice(document: Document, speaker: Speaker, places: DocumentPlaces) -> bool:
    """True for a heading, "Allah" and who gave a photo: nobody who says what the claim tells."""
    return is_heading(document, speaker, places) or is_nobodys_voice(speaker) or gave_the_picture(document.text, speaker)


def _unique(rows: tuple[Wording, ...]) -> Iterator[Wording]:
    """Each loaded expression once, at its first place."""
    seen: set[tuple[int, int]] = set()
    for row in rows:
        key = (row.evidence.span.start, row.evidence.span.end)
        if key not in seen:
            seen.add(key)
            yield row
