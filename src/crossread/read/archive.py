"""Office files and e-books are ZIP archives: they are looked at before anything in them is unpacked."""

from __future__ import annotations

import zipfile
import zlib
from io import BytesIO
from typing import Any

from crossread.read.options import Limits
from crossread.read.refusal import refusal

ENCRYPTED_FLAG = 1
SMALL_PART = 10_000_000  # bytes; a part below it is no bomb, however well it is packed


def check_archive(content: bytes, limits: Limits) -> frozenset[str]:
    """The names of its parts. Refuses an archive that would write outside its folder or unpack beyond the limits."""
    try:
        parts = zipfile.ZipFile(BytesIO(content)).infolist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
        raise refusal("corrupt", found=str(error)[:120]) from error
    if len(parts) > limits.archive_members:
        raise refusal("archive_unsafe", expected=f"at most {limits.archive_members} parts", found=str(len(parts)))
    if sum(part.file_size for part in parts) > limits.archive_bytes:
        raise refusal("archive_unsafe", expected=f"at most {limits.archive_bytes:,} bytes unpacked")
    for part in parts:
        _check_part(part, limits)
    return frozenset(part.filename for part in parts)


def read_part(archive: zipfile.ZipFile, part: str) -> bytes:
    """The bytes of a part; raises `corrupt` where it is not there or damaged."""
    try:
        return archive.read(part)
    except (KeyError, zipfile.BadZipFile, zlib.error, OSError, EOFError, ValueError, NotImplementedError) as error:
        raise refusal("corrupt", found=f"{part}: {error}"[:120]) from error


def parse_part(archive: zipfile.ZipFile, part: str) -> Any:
    """The root element of a part in XML; raises `unsafe_xml` where it has a DOCTYPE, `corrupt` where it is none or damaged."""
    import defusedxml.ElementTree
    from defusedxml.common import DefusedXmlException

    try:
        return defusedxml.ElementTree.fromstring(read_part(archive, part), forbid_dtd=True)
    except DefusedXmlException as error:
        raise refusal("unsafe_xml", found=f"{type(error).__name__} in {part}") from error
    except (SyntaxError, ValueError, LookupError) as error:
        raise refusal("corrupt", found=f"{part}: {error}"[:120]) from error


def _check_part(part: zipfile.ZipInfo, limits: Limits) -> None:
    name = part.filename.replace("\\", "/")
    if part.flag_bits & ENCRYPTED_FLAG:
        raise refusal("encrypted", found=f"part {name!r}")
    if name.startswith("/") or ".." in name.split("/") or name[1:2] == ":":
        raise refusal("archive_unsafe", found=f"part {name!r}")
    if part.file_size > SMALL_PART and part.file_size > limits.archive_ratio * max(part.compress_size, 1):
        raise refusal("archive_unsafe", found=f"part {name!r}: {part.compress_size:,} bytes that unpack to {part.file_size:,}")
