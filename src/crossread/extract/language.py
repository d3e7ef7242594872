"""Which documents an extractor cannot read: those in a language it was not made for."""

from __future__ import annotations

from crossread.records import Document, Rejection


def find_language_gap(document: Document, extractor: object) -> Rejection | None:
    """Why the extractor must not read the document, None if it may.

    An extractor that lists `languages` is asked for no other: an English encoder on French text marks words at random, which
    is worse than nothing. A document whose language is not known is read.
    """
    languages: tuple[str, ...] | None = getattr(extractor, "languages", None)
    if languages is None or document.language is None or document.language in languages:
        return None
    name = document.name or document.title or document.id
    return Rejection(
        step="extract",
        subject=document.id,
        reason="language",
        message=f"{name} is in {document.language!r}; the extractor reads {', '.join(languages)}. Its text is kept, "
        "no claims were made of it.\n  If the language was taken wrongly, give --language en; for a report "
        f"that a store holds already, crossread amend {document.id} --language en.",
        sha256=document.sha256,
    )
