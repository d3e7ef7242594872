"""Everything crossread raises on purpose.

    CrossreadError
    ├── RecordError            a record breaks one of its laws
    │   └── EvidenceError      a quote is not what the document says at that place
    ├── ReadError              a file cannot become a document
    ├── RegistryError          no plugin, or two, by that name
    ├── CodebookError          a code, vocabulary or language file is wrong
    ├── GazetteerError         the gazetteer file is missing or of another version
    ├── EncoderError           the encoder's files are missing, changed or of another version
    ├── ExtractError           an extractor cannot make claims of a document
    ├── StoreError             the store cannot be opened, written or migrated
    ├── ConfigError            a setting has a value that cannot be used
    ├── ExportError            a file cannot be written in that format
    ├── NotFoundError          no record by that id
    ├── AccessError            whoever asks may not do that
    └── ConflictError          somebody else was there first

Every message says what, where, expected, found, and the next step.
"""

from __future__ import annotations


class CrossreadError(Exception):
    """The root: catch this to catch everything crossread raises on purpose.

    `where`, `expected`, `found` and `next_step` are each one line for a person; the message shows those that are given.
    """

    def __init__(
        self,
        what: str,
        *,
        where: str | None = None,
        expected: str | None = None,
        found: str | None = None,
        next_step: str | None = None,
    ) -> None:
        self.what = what
        self.where = where
        self.expected = expected
        self.found = found
        self.next_step = next_step
        super().__init__(self._message())

    def _message(self) -> str:
        parts = [self.what]
        for label, text in (("where", self.where), ("expected", self.expected), ("found", self.found)):
            if text:
                parts.append(f"  {label}: {text}")
        if self.next_step:
            parts.append(f"  {self.next_step}")
        return "\n".join(parts)


class RecordError(CrossreadError):
    """A record breaks one of its laws."""


class EvidenceError(RecordError):
    """A quote is not what the document says at that place."""


class _ReasonedError(CrossreadError):
    """One that becomes a `Rejection`, whose `reason` is a short code."""

    def __init__(
        self,
        what: str,
        *,
        reason: str,
        where: str | None = None,
        expected: str | None = None,
        found: str | None = None,
        next_step: str | None = None,
    ) -> None:
        self.reason = reason
        super().__init__(what, where=where, expected=expected, found=found, next_step=next_step)


class ReadError(_ReasonedError):
    """A file cannot become a document; `reason` is a short code such as `encrypted` or `too_large`."""


class RegistryError(CrossreadError):
    """No plugin, or two, by that name."""


class CodebookError(CrossreadError):
    """A code, vocabulary or language file is wrong."""


class GazetteerError(CrossreadError):
    """The gazetteer file is missing or of another version."""


class EncoderError(CrossreadError):
    """The encoder's files are missing, changed or of another version."""


class ExtractError(_ReasonedError):
    """An extractor cannot make claims of a document; `reason` is a short code such as `no_answer` or `bad_answer`."""


class StoreError(CrossreadError):
    """The store cannot be opened, written or migrated."""


class ConfigError(CrossreadError):
    """A setting has a value that cannot be used."""


class ExportError(CrossreadError):
    """A file cannot be written in that format."""


class NotFoundError(CrossreadError):
    """No record by that id."""


class AccessError(CrossreadError):
    """Whoever asks may not do that."""


class ConflictError(CrossreadError):
    """Somebody else was there first."""
