"""How many: a number as the words give it, never more exact than they are."""

from crossread.normalize.counts.parsing import count_reached, find_part_of, is_inclusion, is_share, parse_count

__all__ = ["count_reached", "find_part_of", "is_inclusion", "is_share", "parse_count"]
