"""LISTS: a project's own places and actors, read from two CSV files and put in use beside the built-in ones."""

from crossread.lists.in_use import list_mark, use_lists

__all__ = ["list_mark", "use_lists"]
