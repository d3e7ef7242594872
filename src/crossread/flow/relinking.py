"""Linking that goes on in a store: what came new is compared with the claims of its blocks, and only its components change."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from crossread import link
from crossread.flow.incident_steps import Carried, Material, anchor_anew, material_of, weigh_step
from crossread.store import Links, Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Relinking:
    """One update of a store's incidents, in the transaction of `links`."""

    store: Store
    links: Links
    carried: Carried
    policy: str
    min_score: float

    def take_in(self, corrected: Iterable[str]) -> set[str]:
        """Put claims that came, went or were corrected into blocks and bonds anew; the claims whose bonds may have changed.

        What a claim is compared by hangs on all claims of its document, so whole documents are taken in.
        """
        unlinked = self.links.find_unlinked(min_score=self.min_score)
        changed = unlinked.documents | set(corrected)
        if not changed:
            return set()
        before = self.links.find_linked(changed)
        loose = self._partners(before) | before
        names = {block for block in self.links.find_blocks(before) if link.is_name_block(block)}
        collection = self._collect(self._material(changed))
        stands = {claim: collection.blocks(claim) for claim in sorted(collection.claims)}
        names.update(block for blocks in stands.values() for block in blocks if link.is_name_block(block))
        crowded = link.crowded_blocks(self.links.count_standing(names))
        self.links.drop_claims(before)
        self.links.add_blocks(stands.items())
        again = self._recounted(names, before=crowded)
        return loose | self._bind(set(stands) | again)

    def derive(self, seeds: Iterable[str], judged: Mapping[str, set[str]]) -> int:
        """Derive the incidents of these claims, and of all that bonds and judgements connect with them; how many claims."""
        touched = self._reach(seeds, judged)
        old = self.links.find_incidents(touched)
        homes = self.links.find_documents({*touched, *(claim for claims in old.values() for claim in claims)})
        material = self._material(homes)
        members = touched & material.claims.keys()
        collection = self._collect(material)
        bonds = [link.Bond(a=a, b=b, log_odds=odds) for a, b, odds in sorted(self.links.find_bonds(members))]
        decisions = link.standing_decisions(material.judgements)
        clusters = link.cluster_bonds(collection, bonds, decisions, members=members)
        self.links.settle_ids([cluster.all_ids for cluster in clusters], incidents=old)
        material = anchor_anew(self.store, material)
        self.links.replace_incidents(old, weigh_step(clusters, material), documents=homes)
        return len(members)

    def _recounted(self, names: set[int], *, before: set[int]) -> set[str]:
        """Claims whose candidates changed because a name came to be shared by too many, or no longer is."""
        after = link.crowded_blocks(self.links.count_standing(names))
        found: set[str] = set()
        for members in self.links.find_standing(before - after).values():
            found |= members
        for members in self.links.find_standing(after - before).values():
            bonds = self.links.find_bonds(members)
            found.update(claim for a, b, _ in bonds if a in members and b in members for claim in (a, b))
        return found

    def _bind(self, claims: set[str]) -> set[str]:
        """Compare claims with all that share a block, and keep the bonds; the claims that had or have one of these bonds."""
        loose = self._partners(claims) | claims
        self.links.drop_bonds(claims)
        homes = self.links.find_documents(claims)
        collection = self._collect(self._material(homes))
        keys = {key for claim in claims for key in collection.neighbourhood(claim)}
        crowded = link.crowded_blocks(self.links.count_standing(key for key in keys if link.is_name_block(key)))
        near = {claim for members in self.links.find_standing(keys - crowded).values() for claim in members}
        collection = self._collect(self._material(homes | self.links.find_documents(near)))
        bonds = list(link.find_bonds(collection, only=claims, crowded=crowded))
        self.links.add_bonds((bond.a, bond.b, bond.log_odds) for bond in bonds)
        return loose | {claim for bond in bonds for claim in (bond.a, bond.b)}

    def _reach(self, seeds: Iterable[str], judged: Mapping[str, set[str]]) -> set[str]:
        """The seeds with all claims that bonds, judgements or incidents as they stand connect with them."""
        reached: set[str] = set()
        edge = {self.carried.anchors.get(name, name) for name in seeds}
        while edge:
            reached |= edge
            near = self._partners(edge) | {other for claim in edge for other in judged.get(claim, ())}
            near.update(claim for claims in self.links.find_incidents(edge).values() for claim in claims)
            edge = near - reached
        return reached

    def _partners(self, claims: Iterable[str]) -> set[str]:
        return {claim for a, b, _ in self.links.find_bonds(claims) for claim in (a, b)}

    def _material(self, documents: Iterable[str]) -> Material:
        claims = self.links.load_claims(documents, min_score=self.min_score)
        return material_of(self.store, claims, self.carried, policy=self.policy)

    def _collect(self, material: Material) -> link.Collection:
        """The claims prepared for comparison, words weighed by the store's count."""
        homes = {claim.document_id for claim in material.claims.values()}
        held = link.count_words(material.documents[name] for name in sorted(homes))
        linked = self.links.load_linked()
        counts = link.WordCounts(
            documents=linked.counted if linked else 0,
            names=self.links.find_counts("name", held.names),
            words=self.links.find_counts("word", held.words),
        )
        return link.Collection(material.claims.values(), material.documents, counts)
