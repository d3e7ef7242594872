"""Splink (Fellegi-Sunter, learned from the data itself) on what crossread knows of the claim each document is about.

Used by link.py and link_scale.py. Columns: type family, first day, coordinates, dead, and the weightiest words of the text;
pairs share one of those words, or day and family. Needs the package splink.
"""

from __future__ import annotations

import logging
from collections.abc import Sequence
from contextlib import suppress
from typing import Any

import pyarrow as pa
import splink.comparison_library as compare
from splink import Linker, SettingsCreator, block_on
from splink.backends.duckdb import DuckDBAPI

logging.getLogger("splink").setLevel(logging.ERROR)
Row = dict[str, Any]


def probabilities(rows: Sequence[Row]) -> dict[tuple[str, str], float]:
    """For each pair of records that share a block, the probability that they are one; ids of a pair are sorted."""
    api = DuckDBAPI()
    table = api.register(pa.Table.from_pylist(list(rows), schema=SCHEMA))
    linker = Linker(table, _settings(), log_level=logging.ERROR)
    linker.training.estimate_probability_two_random_records_match([block_on("place", "day")], recall=0.5)
    linker.training.estimate_u_using_random_sampling(max_pairs=1e6, seed=1)
    for rule in (block_on("day", "family"), block_on("place")):
        # Splink 5 refuses a level that no pair of the rule's blocks agrees on; what the other rule taught then stands.
        with suppress(ValueError):
            linker.training.estimate_parameters_using_expectation_maximisation(rule, fix_u_probabilities=True)
    found = linker.inference.predict(threshold_match_probability=0.01).as_record_list()
    pairs = ((row["unique_id_l"], row["unique_id_r"], row["match_probability"]) for row in found)
    return {(min(a, b), max(a, b)): probability for a, b, probability in pairs}


SCHEMA = pa.schema(
    [
        ("unique_id", pa.string()),
        ("family", pa.string()),
        ("day", pa.string()),
        ("place", pa.string()),
        ("latitude", pa.float64()),
        ("longitude", pa.float64()),
        ("dead", pa.string()),
        ("words", pa.list_(pa.string())),
    ]
)


def _settings() -> SettingsCreator:
    return SettingsCreator(
        link_type="dedupe_only",
        unique_id_column_name="unique_id",
        blocking_rules_to_generate_predictions=[block_on("words", arrays_to_explode=["words"]), block_on("day", "family")],
        comparisons=[
            compare.ExactMatch("family"),
            compare.AbsoluteDateDifferenceAtThresholds("day", input_is_string=True, metrics=["day", "day"], thresholds=[1, 7]),
            compare.DistanceInKMAtThresholds("latitude", "longitude", [10, 100]),
            compare.ExactMatch("dead"),
            compare.ArrayIntersectAtSizes("words", [8, 4, 2, 1]),
        ],
    )
