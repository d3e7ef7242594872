"""A zipped folder of reports: its members are read as the files of a folder are, each with its own bytes and hash."""

from __future__ import annotations

import lzma
import stat
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from io import BytesIO

from crossread.errors import ReadError
from crossread.read.archive import check_archive
from crossread.read.options import ReadOptions
from crossread.read.refusal import refusal
from crossread.read.report import BadRow, Enclosed, Item, Sample
from crossread.read.zipped_folder import LeftOut, choose_members
from crossread.records import RawFile
from crossread.registry import register

MARK = b"PK\x03\x04"
UTF8_FLAG = 0x800
MORE_THAN_ASKED_FOR = 10  # the tables in an archive are what `--as` speaks of, never the archive itself
# What stands first in files that are archives and no folders of reports: Office, OpenDocument, e-books, Apple's programs.
OF_DOCUMENTS = frozenset(
    "[content_types].xml _rels docprops customxml word xl ppt mimetype meta-inf content.xml styles.xml meta.xml oebps".split()
)
# Files called so are documents, damaged ones too: whoever opens them is told what is wrong with the document.
DOCUMENTS = frozenset("docx docm xlsx xlsm pptx odt ods odp epub pages numbers key".split())
PARTS = ("xml", "rels", "bin", "iwa")  # endings of what stands in them, and in no folder of reports


@register("readers", "zip@1")
class ZipReader:
    """ZIP archives that are no document themselves."""

    media_type = "application/zip"
    isolated = False
    is_table = True

    def recognises(self, sample: Sample, options: ReadOptions) -> int:
        """By the name of its first member, which in documents that are archives is always one of few."""
        return MORE_THAN_ASKED_FOR if is_folder(sample.head, sample.extension) else 0

    def read(self, file: RawFile, options: ReadOptions) -> Iterator[Item]:
        """The members in the order of names, without what is passed over in folders, too.

        An archive with a member that points outside it, has a password, or goes beyond the limits of number and size is refused
        whole, before anything is unpacked; a member that is damaged, a link, or an archive itself is refused alone.
        """
        limits = options.limits
        bounds = replace(limits, archive_members=limits.folder_members, archive_bytes=limits.folder_bytes)
        check_archive(file.content, bounds)
        with zipfile.ZipFile(BytesIO(file.content)) as archive:
            files = [info for info in archive.infolist() if not info.is_dir()]
            members = {info.filename.replace("\\", "/"): info for info in files}
            found = False
            yield from _name_twice(info.filename.replace("\\", "/") for info in files)
            for row in choose_members(list(members), deepest=limits.nesting_depth):
                found = True
                if isinstance(row, LeftOut):
                    yield BadRow(line=0, within=row.name, error=refusal(row.reason, found=row.found))
                else:
                    yield _read_member(archive, members[row], row, most=limits.table_bytes)
        if not found:
            raise refusal("folder_empty")


def _name_twice(names: Iterable[str]) -> Iterator[BadRow]:
    """Members that have one name: the last of them is read, which is what unpacking would leave."""
    for name, number in Counter(names).items():
        if number > 1:
            error = refusal("archive_unsafe", found=f"{number} members of this name, of which the last was read")
            yield BadRow(line=0, within=name, error=error)


def is_folder(head: bytes, extension: str) -> bool:
    """True for the beginning of a ZIP archive that holds files, rather than the parts of one document."""
    if not head.startswith(MARK) or extension in DOCUMENTS:
        return False
    first = _first_name(head).lower()
    if extension == "zip" and first.rpartition(".")[2] not in PARTS and first != "mimetype":
        return True
    return first.partition("/")[0] not in OF_DOCUMENTS


def _first_name(head: bytes) -> str:
    size, flags = int.from_bytes(head[26:28], "little"), int.from_bytes(head[6:8], "little")
    return head[30 : 30 + size].decode("utf-8" if flags & UTF8_FLAG else "cp437", "replace").replace("\\", "/")


def _read_member(archive: zipfile.ZipFile, info: zipfile.ZipInfo, name: str, *, most: int) -> Item:
    try:
        if stat.S_ISLNK(info.external_attr >> 16):
            raise refusal("not_a_file", found="a link", next_step="Put the file itself into the archive.")
        with archive.open(info) as member:
            content = member.read(most + 1)
        if is_folder(content, name.rpartition(".")[2].lower()):
            raise refusal("unsupported_format", found="an archive in an archive", next_step="Unpack it and read it by itself.")
    except ReadError as error:
        return BadRow(line=0, within=name, error=error)
    except (zipfile.BadZipFile, zlib.error, lzma.LZMAError, OSError, EOFError, ValueError, RuntimeError) as error:
        return BadRow(line=0, within=name, error=refusal("corrupt", found=str(error)[:120]))
    return Enclosed(name=name, content=content)
