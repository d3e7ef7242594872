"""The texts of MUC-4 as documents: lines joined to paragraphs, the dateline's day as the publication date."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from crossread.read import find_dateline
from crossread.records import Document

_HEAD = re.compile(r"^((?:DEV|TST\d)-MUC[34]-\d{4})\b[^\n]*\n", re.M)


def iter_documents(path: Path) -> Iterator[Document]:
    """Every text of a file, or of all files of a folder that hold one, in the order of their names."""
    for file in sorted(path.iterdir()) if path.is_dir() else [path]:
        if file.is_file() and not file.name.startswith("key"):
            yield from parse_texts(file.read_text(encoding="latin-1"))


def parse_texts(content: str) -> Iterator[Document]:
    """The texts after each line that starts with a document id such as TST1-MUC3-0001."""
    heads = list(_HEAD.finditer(content))
    ends = [*(head.start() for head in heads[1:]), len(content)]
    for head, end in zip(heads, ends, strict=False):
        text = join_lines(content[head.end() : end])
        published = find_dateline(text)
        yield Document(
            id=head[1],
            external_id=head[1],
            text=text,
            source="FBIS",
            language="en",
            published=published,
            published_from="dateline" if published else None,
        )


def join_lines(raw: str) -> str:
    """Paragraphs as a person reads them: a blank line parts two, other line ends are blanks."""
    text = re.sub(r"[ \t]+", " ", raw.strip())
    text = re.sub(r"\n(?!\n)(?! {2,})", " ", text.replace("\n\n", "\0")).replace("\0", "\n\n")
    return re.sub(" +", " ", text).strip()
