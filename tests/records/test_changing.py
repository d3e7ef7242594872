"""`with_values` makes a new record only where a value is another one."""

from __future__ import annotations

from crossread.records import Speaker, with_values


def test_the_record_itself_comes_back_where_nothing_changes() -> None:
    """Equal values are no change, whichever objects they are."""
    row = Speaker(role="claims", raw="the group", evidence=())
    assert with_values(row, role="claims", evidence=()) is row


def test_another_value_makes_a_new_record_and_leaves_the_old_one() -> None:
    """One of several values is enough, and the record that was given stays as it was."""
    row = Speaker(role="claims", raw="the group")
    made = with_values(row, role="denies", raw="the group")
    assert (made.role, made.raw, row.role) == ("denies", "the group", "claims")
