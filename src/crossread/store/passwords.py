"""Passwords -> argon2id hashes, and back to yes or no."""

from __future__ import annotations

import threading
import unicodedata
from functools import cache

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from crossread.errors import RecordError

SHORTEST, LONGEST = 12, 1000  # characters
_HASHER = PasswordHasher()  # argon2id with 64 MiB and 3 passes: the second choice of RFC 9106, for machines shared with others
# Each hash takes 64 MiB. Two at a time are enough for people; more would let a crowd of guessers empty the memory.
_GATE = threading.BoundedSemaphore(2)


def hash_password(password: str, *, name: str) -> str:
    """The hash to keep. A password that is short, or the name itself, is refused; nothing else is asked of it."""
    folded = _folded(password)
    if not SHORTEST <= len(folded) <= LONGEST or folded.casefold() == name.casefold():
        raise RecordError(
            "The password cannot be used.",
            expected=f"{SHORTEST} to {LONGEST} characters, not the name itself",
            found=f"{len(folded)} characters",
            next_step="Four or five words in a row make a good one.",
        )
    with _GATE:
        return _HASHER.hash(folded)


def is_password(password: str, kept: str | None) -> bool:
    """Whether the password gave the hash. Without a hash the answer is no, and takes as long as any other."""
    with _GATE:
        try:
            return _HASHER.verify(kept or _nobodys(), _folded(password[: LONGEST + 1])) and kept is not None
        except (VerificationError, InvalidHashError):
            return False


@cache
def _nobodys() -> str:
    return _HASHER.hash("nobody has this password")


def _folded(password: str) -> str:
    """One form for what can be typed in two ways, such as é."""
    return unicodedata.normalize("NFKC", password)
