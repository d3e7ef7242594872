"""Claims with raw slots -> claims with values: each slot through the normalizer of its kind, in the order they need each other.

Places first, because an actor's type depends on the country; then dates, actors, counts. What cannot be resolved keeps its
words and gets no value.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from crossread.gazetteer import Gazetteer
from crossread.languages import list_languages, load_language
from crossread.normalize.actors import ActorContext, ActorResolver
from crossread.normalize.actors.answering import without_answering
from crossread.normalize.actors.called import whose
from crossread.normalize.actors.enemies import with_enemies_called
from crossread.normalize.actors.means import with_owner_of_means
from crossread.normalize.actors.none import is_no_party, without_helpers, without_own_victims
from crossread.normalize.actors.ours import with_own_forces, with_sides_of_own_words
from crossread.normalize.actors.own_men import with_own_men
from crossread.normalize.actors.passive import with_sufferers
from crossread.normalize.actors.strangers import Understood, without_strangers
from crossread.normalize.actors.whole import with_whole_names
from crossread.normalize.byline import is_heading, is_nobodys_voice, without_authors
from crossread.normalize.claims.accidents import with_accident, without_accident
from crossread.normalize.claims.claimants import settle_claimants
from crossread.normalize.claims.claimed import settle_claimed
from crossread.normalize.claims.denials import settle_denials
from crossread.normalize.claims.disowned import settle_disowned
from crossread.normalize.claims.doubted import with_doubted
from crossread.normalize.claims.hearsay import settle_hearsay
from crossread.normalize.claims.scope import settled_scope
from crossread.normalize.claims.status import settled_status
from crossread.normalize.claims.told import tells_no_act
from crossread.normalize.claims.types import (
    fitting_means,
    fitting_side,
    fitting_speakers,
    kinds_by_words,
    settled_type,
    thought_to_be,
    type_by_words,
    without_false_claimants,
)
from crossread.normalize.claims.unaccused import settle_unaccused
from crossread.normalize.counts import count_reached, parse_count
from crossread.normalize.dates import DateContext, resolve_when
from crossread.normalize.dates.acts import comes_after_act, day_after_act
from crossread.normalize.dates.after import day_by_act
from crossread.normalize.dates.entry import slot_of_entry
from crossread.normalize.dates.lists import report_day, slot_in_list
from crossread.normalize.dates.since import since_whole, window_since
from crossread.normalize.dates.slot import day_of_tellings, is_held_against, is_of_head, is_plain_word, leads_only, settle_when
from crossread.normalize.edges import trim_edges
from crossread.normalize.harm.ages import with_age
from crossread.normalize.harm.among import mark_among
from crossread.normalize.harm.bodies import settle_bodies
from crossread.normalize.harm.both import tell_both
from crossread.normalize.harm.colon import settle_breakdowns
from crossread.normalize.harm.copula import with_number_before
from crossread.normalize.harm.effects import settle_effects
from crossread.normalize.harm.first import without_first_counts
from crossread.normalize.harm.group import group_words
from crossread.normalize.harm.included import find_whole, with_effect_of_whole
from crossread.normalize.harm.joined import settle_joined
from crossread.normalize.harm.nobody import is_nobody, were_only_there
from crossread.normalize.harm.parts import (
    join_numbered,
    mark_apposed,
    mark_described,
    mark_named,
    mark_summands,
    mark_two_groups,
    share_group,
    share_nation,
    share_side,
    without_rows,
)
from crossread.normalize.harm.put import lay_put
from crossread.normalize.harm.refuted import settle_rises, settled_stance, without_refuted
from crossread.normalize.harm.retold import settle_retold
from crossread.normalize.harm.speakers import lay_rival_tolls, lay_to_speakers
from crossread.normalize.harm.told import lay_told
from crossread.normalize.harm.toll import settle_tolls
from crossread.normalize.harm.twice import drop_same_crowd, drop_told_twice, settle_all_hit
from crossread.normalize.harm.victims import count_victims
from crossread.normalize.no_events import tells_no_event
from crossread.normalize.places import DocumentPlaces, PlaceResolver
from crossread.normalize.places.claimed import told_place
from crossread.normalize.places.target import place_of_target
from crossread.normalize.sides import split_versus, with_two_sides
from crossread.normalize.table_rows import settle_row
from crossread.normalize.wrapped import requoted, unwrapped
from crossread.records import Actor, Claim, DateWindow, Document, Evidence, Extraction, Harm, Place, Slot, Wording

TAKING = ("abduction", "detention")


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
        acts = [claim for claim in extraction.claims if claim.score is None or not tells_no_event(document, claim)]
        acts = acts if document is written else [requoted(document, claim) for claim in acts]
        claims = (self._claim(document, claim, places) for claim in lay_told(document, acts))
        told = tuple(claim for claim in claims if not tells_no_act(document, claim))
        told = told if document is written else tuple(requoted(written, claim) for claim in told)
        return replace(extraction, claims=told, wording=tuple(_unique(extraction.wording)))

    def _language_of(self, document: Document) -> str:
        """The document's own language where there is a file for it, else that of the settings."""
        return document.language if document.language in list_languages() else self._language

    def _claim(self, document: Document, claim: Claim, places: DocumentPlaces) -> Claim:
        claim = without_authors(document, trim_edges(document, settle_row(document, claim, places)))
        claim = with_sufferers(
            document, settle_hearsay(document, with_doubted(document.text, thought_to_be(document.text, claim)))
        )
        claim = settle_denials(document, with_whole_names(document, split_versus(document, claim)))
        claim = settle_disowned(document, settle_claimants(document, settle_unaccused(document, claim)))
        claim = with_own_forces(document, settle_claimed(document, claim))
        claim = replace(claim, means=kinds_by_words(claim), type=type_by_words(document, claim))
        claim = with_accident(document, replace(claim, type=without_accident(document, claim)))
        claim = replace(
            claim, type=settled_type(claim), status=settled_status(document, claim), stance=settled_stance(document, claim)
        )
        claim = replace(claim, means=fitting_means(claim))
        claim = replace(claim, where=self._where(told_place(document, claim, places), places))
        where = place_of_target(document, claim, places)
        country = where.value.country if where and where.value else None
        told = [row for row in claim.actors if not is_no_party(document, claim, row, where)]
        parties = [self._actor(document, claim, row, country) for row in with_owner_of_means(document, claim, told, country)]
        made = replace(
            claim,
            where=where,
            when=self._when(document, claim),
            actors=without_false_claimants(claim, without_helpers(claim, without_own_victims(tuple(parties)))),
            harm=self._harm(document, claim, country),
            speakers=tuple(row for row in claim.speakers if not (is_heading(document, row, places) or is_nobodys_voice(row))),
        )
        made = without_answering(document, made)
        made = with_enemies_called(document, with_own_men(document, with_sides_of_own_words(document, with_two_sides(made))))
        return replace(made, scope=settled_scope(made, document.text, document.published), speakers=fitting_speakers(made))

    def _where(self, slot: Slot[Place] | None, places: DocumentPlaces) -> Slot[Place] | None:
        if slot is None or slot.value is not None or not slot.evidence:
            return slot
        span = slot.evidence[0].span
        resolved = places.resolve(slot.raw, start=span.start, end=span.end)
        return slot if resolved is None else replace(slot, value=resolved.place)

    def _when(self, document: Document, claim: Claim) -> Slot[DateWindow] | None:
        language = self._language_of(document)
        told = claim.when if claim.when and not is_held_against(document.text, claim.when, claim.trigger.span) else None
        slot = slot_in_list(document, replace(claim, when=told), language)
        if slot is None or slot.value is not None or not slot.evidence:
            return slot
        if is_plain_word(slot.raw, document.text):
            return None
        slot = slot_of_entry(document, claim, slot, language)
        slot = settle_when(document, slot, trigger=claim.trigger.span, language=language)
        if is_of_head(document, slot, language):
            found = day_of_tellings(document, claim, language)
            if found is None:
                return None
            slot = found
        slot = since_whole(document, claim, slot)
        if comes_after_act(document, slot, language):
            value = day_after_act(document, slot, language)
            return None if value is None and leads_only(slot.raw) else replace(slot, value=value)
        span = slot.evidence[0].span
        context = DateContext(
            published=report_day(document, slot, language),
            published_in=document.published_from,
            title=document.title,
            text=document.text,
            start=span.start,
            end=span.end,
            language=language,
            trigger=claim.trigger.span.start,
            done=claim.status == "accomplished",
            threat=claim.status == "threatened",
        )
        counted = day_by_act(document, slot, trigger=claim.trigger.span, language=language)
        value = counted or window_since(document, claim, slot, context) or resolve_when(slot.raw, context=context)
        says_nothing = value is None and (_is_number(slot.raw) or leads_only(slot.raw))
        return None if says_nothing else replace(slot, value=value)

    def _actor(self, document: Document, claim: Claim, actor: Actor, country: str | None) -> Actor:
        if not actor.evidence:
            return actor
        context = _context(document, claim, actor.evidence[0], country, actor.type)
        found = self._actors.resolve(whose(document, actor), role=actor.role, context=context)
        made = replace(actor, name=found.name, type=found.type, registry_id=found.registry_id, flags=found.flags)
        if actor.score is not None and len(actor.evidence) > 1:
            told = [
                self._understood(document, claim, replace(actor, raw=e.quote, evidence=(e,)), country) for e in actor.evidence
            ]
            made = replace(made, evidence=without_strangers(actor.evidence, told))
        return fitting_side(claim, made)

    def _understood(self, document: Document, claim: Claim, actor: Actor, country: str | None) -> Understood:
        context = _context(document, claim, actor.evidence[0], country, actor.type)
        found, rule = self._actors.explain(whose(document, actor), role=actor.role, context=context)
        return Understood(words=actor.raw, actor=found, rule=rule)

    def _harm(self, document: Document, claim: Claim, country: str | None) -> tuple[Harm, ...]:
        uncounted = count_victims(document, claim, language=self._language_of(document))
        claim = replace(claim, harm=uncounted) if uncounted else claim
        gone = {at for at, row in enumerate(claim.harm) if is_nobody(document, claim, row)}
        told = without_rows(claim.harm, gone)
        rows = join_numbered(document, [self._counted(document, claim, row, country) for row in told])
        rows = without_first_counts(document.text, without_refuted(document.text, rows))
        rows = share_side(document.text, settle_rises(document.text, rows))
        language = self._language_of(document)
        present = {at for at in range(len(rows)) if were_only_there(document, rows, at, language)}
        counted = settle_effects(document, without_rows(rows, present), language=language)
        counted = settle_breakdowns(
            document.text, settle_joined(document, counted, language=language, taken=claim.type in TAKING)
        )
        counted = with_effect_of_whole(document, counted, language)
        parted = mark_summands(
            [replace(row, part_of=find_whole(document, counted, i, language)) for i, row in enumerate(counted)]
        )
        parted = mark_apposed(document.text, mark_named(document.text, mark_two_groups(document.text, parted)))
        parted = share_group(document.text, parted)
        parted = mark_described(
            document.text, settle_all_hit(drop_same_crowd(document.text, drop_told_twice(document.text, parted)))
        )
        parted = mark_among(document.text, tell_both(document, parted))
        put = lay_put(document.text, lay_rival_tolls(document.text, parted, claim.speakers))
        laid = settle_tolls(document.text, put)
        settled = settle_retold(document.text, settle_bodies(document.text, laid))
        return share_nation(lay_to_speakers(document.text, settled, claim.speakers, claimed=claim.stance == "claimed"))

    def _counted(self, document: Document, claim: Claim, row: Harm, country: str | None) -> Harm:
        language = self._language_of(document)
        reached = count_reached(row.raw, language=language) if claim.scope == "aggregate" else None
        count = row.count or reached or parse_count(with_age(document, row), language=language)
        group = row.group or group_words(row.raw, language=language)
        if not row.evidence:
            return replace(row, count=count, group=group)
        row = with_number_before(document, replace(row, count=count), language=language)
        count = row.count or count
        if group is None:
            return replace(row, count=count)
        context = _context(document, claim, row.evidence[0], country, row.group_type)
        kind = self._actors.resolve(group, role="victim", context=context).type
        return replace(row, count=count, group=group, group_type=row.group_type if kind == "object" else kind)


def _is_number(raw: str) -> bool:
    """True for "eight" of "the eight-week uprising": a number that dates nothing is no date."""
    return raw.strip().isdigit() or raw.strip().lower() in load_language("en").numbers


def _context(document: Document, claim: Claim, evidence: Evidence, country: str | None, guess: str) -> ActorContext:
    return ActorContext(
        text=document.text,
        start=evidence.span.start,
        end=evidence.span.end,
        country=country,
        published=document.published,
        encoder_type=guess,
        incident_type=claim.type,
    )


def _unique(rows: tuple[Wording, ...]) -> Iterator[Wording]:
    """Each loaded expression once, at its first place."""
    seen: set[tuple[int, int]] = set()
    for row in rows:
        key = (row.evidence.span.start, row.evidence.span.end)
        if key not in seen:
            seen.add(key)
            yield row
