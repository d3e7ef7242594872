"""Which claims of different documents tell the same incident: keys, comparisons, score, clusters, independent sources."""

from crossread.link.citations import Citation, find_citations
from crossread.link.cluster import Cluster
from crossread.link.comparison import Comparison, Pair, Telling
from crossread.link.independence import source_groups
from crossread.link.judged import Decisions, standing_decisions
from crossread.link.linking import explain_pair, incident_id, link_claims
from crossread.link.score import PairExplanation, score_pair
from crossread.link.stories import story_groups

__all__ = [
    "Citation",
    "Cluster",
    "Comparison",
    "Decisions",
    "Pair",
    "PairExplanation",
    "Telling",
    "explain_pair",
    "find_citations",
    "incident_id",
    "link_claims",
    "score_pair",
    "source_groups",
    "standing_decisions",
    "story_groups",
]
