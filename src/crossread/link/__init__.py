"""Which claims of different documents tell the same incident: keys, comparisons, score, clusters, independent sources."""

from crossread.link.bonds import Bond, find_bonds
from crossread.link.citations import Citation, find_citations
from crossread.link.cluster import Cluster
from crossread.link.collection import Collection
from crossread.link.comparison import Comparison, Pair, Telling
from crossread.link.independence import is_copy
from crossread.link.judged import Decisions, standing_decisions
from crossread.link.keys import crowded_blocks, is_name_block
from crossread.link.linking import cluster_bonds, explain_pair, link_claims, linking_signature
from crossread.link.score import PairExplanation, score_pair
from crossread.link.stories import story_groups
from crossread.link.word_counts import WordCounts, count_words

__all__ = [
    "Bond",
    "Citation",
    "Cluster",
    "Collection",
    "Comparison",
    "Decisions",
    "Pair",
    "PairExplanation",
    "Telling",
    "WordCounts",
    "cluster_bonds",
    "count_words",
    "crowded_blocks",
    "explain_pair",
    "find_bonds",
    "find_citations",
    "is_copy",
    "is_name_block",
    "link_claims",
    "linking_signature",
    "score_pair",
    "standing_decisions",
    "story_groups",
]
