"""Documents that an extractor read last with other lists of places and actors than it has now.

A name such as `encoder-en@7+lists.1a2b3c4d` tells the extractor and, behind a plus, the lists. Who goes back to lists that a
document was read with before has it read anew all the same: until then what the other ones gave speaks for it.
"""

from __future__ import annotations

from sqlalchemy import Column, ColumnElement, exists, or_

from crossread.store.tables import extractions

LISTS = "+"


def read_with_other_lists(document_id: Column[str], made_by: str) -> ColumnElement[bool]:
    """The condition that claims of the same extractor with other lists, or with none, speak for a document."""
    table = extractions.alias()
    return exists().where(table.c.document_id == document_id, table.c.current, is_same_reader(table.c.made_by, made_by))


def is_same_reader(column: ColumnElement[str], made_by: str) -> ColumnElement[bool]:
    """The condition that a name is of the extractor `made_by` with other lists than that has."""
    plain = made_by.partition(LISTS)[0]
    return or_(column == plain, column.startswith(plain + LISTS, autoescape=True)) & (column != made_by)
