"""A mail that answers another: its own words, without those it quotes, which are the other mail's and of another day."""

from __future__ import annotations

from crossread import patterns as re

LEAST_OWN = 40  # letters and digits; a reply with less ("See below.") is saved for what it quotes, which then stays
LONGEST_CREDIT = 3  # lines of "On Monday, 22 March 2021 at 10:00, Desk <desk@example.org> wrote:"
_ANSWERS = re.compile(r"\s*(?:re|aw|sv|antw|rép|res)\s*(?:\[\d+\])?\s*:", re.IGNORECASE)
_ORIGINAL = re.compile(r"^[ \t]*(?:-{3,}\s*Original Message\s*-{3,}|_{10,})[ \t]*\n\s*\*?From:", re.MULTILINE | re.IGNORECASE)
_TIME = re.compile(r"\d{1,2}[:.]\d\d|\d{4}")


def is_reply(subject: str | None, references: str | None) -> bool:
    """True for a mail whose head or subject says that it answers another."""
    return bool(references) or _ANSWERS.match(subject or "") is not None


def without_quotes(text: str) -> str:
    """The text of a reply without quoted lines ("> "), the line that says whose they are, and an original message below it.

    Of a reply that says next to nothing of its own everything stays.
    """
    original = _ORIGINAL.search(text)
    lines = (text[: original.start()] if original else text).split("\n")
    kept: list[str] = []
    for line in lines:
        if not line.startswith(">"):
            kept.append(line)
        else:
            _drop_credit(kept)
    own = "\n".join(kept).rstrip()
    return own if sum(map(str.isalnum, own)) >= LEAST_OWN else text


def _drop_credit(kept: list[str]) -> None:
    """Take the line "On … X wrote:" from the end, with the lines that it began in."""
    end = len(kept)
    while end and not kept[end - 1].strip():
        end -= 1
    if not end or not kept[end - 1].rstrip().endswith(":"):
        return
    start = end - 1
    while start and kept[start - 1].strip() and end - start < LONGEST_CREDIT:
        start -= 1
    credit = next((at for at in range(end - 1, start - 1, -1) if _TIME.search(" ".join(kept[at:end]))), None)
    if credit is not None:
        del kept[credit:]
