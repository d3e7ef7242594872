"""Text that is only text in GitHub-flavoured Markdown, also within a table's cell."""

from __future__ import annotations

from crossread import patterns as re

# Signs that mark something anywhere in a line. "<", ">" and "&" would be HTML, which Markdown takes as it is.
_SIGNS = re.compile(r"[\\`*_\[\]|~#$]")
_HTML = re.compile(r"[&<>]")
_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
# What would be a link without any sign around it, and what would be a list, a rule or a heading where it begins a line.
_ADDRESSES = re.compile(r"(?<=:)/(?=/)|(?<=www)\.|@(?=[\w-]+\.\w)|(?<!\S)@", re.IGNORECASE)
_FIRST = re.compile(r"^(?:[-+](?=\s)|[-=](?=[-=]*$)|\d+[.)](?=\s))")


def escape_markdown(text: str) -> str:
    """One line in which no sign means anything but itself; an address stays text and is no link."""
    escaped = _SIGNS.sub(_escape, _HTML.sub(lambda sign: _ENTITIES[sign[0]], text))
    return _FIRST.sub(lambda sign: f"{sign[0][:-1]}\\{sign[0][-1]}", _ADDRESSES.sub(_escape, escaped))


def _escape(sign: re.Match[str]) -> str:
    return f"\\{sign[0]}"
