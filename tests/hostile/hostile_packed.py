"""Archives of reports, mailboxes, open texts, e-books, RTF and subtitles that are not what they say."""

from __future__ import annotations

import zipfile
from io import BytesIO

from hostile_text import SENTENCE

FROM = b"From a@example.org Mon Mar 22 23:30:00 2021\n"
MAIL = b"From: Desk <d@example.org>\nDate: Mon, 22 Mar 2021 10:00:00 +0000\n\n" + SENTENCE.encode() + b"\n\n"
OPEN_TEXT, BOOK = "application/vnd.oasis.opendocument.text", "application/epub+zip"
OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"
PACKAGE = (
    '<package xmlns="http://www.idpf.org/2007/opf"><manifest>'
    '<item id="a" href="{}" media-type="application/xhtml+xml"/></manifest><spine>{}</spine></package>'
)


def _zip(*members: tuple[str | zipfile.ZipInfo, bytes | str]) -> bytes:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members:
            archive.writestr(name, content)
    return buffer.getvalue()


def _twice() -> bytes:
    """Two members of one name."""
    return _zip(("a.txt", SENTENCE), ("b.txt", f"{SENTENCE} Again.")).replace(b"b.txt", b"a.txt")


def _link() -> zipfile.ZipInfo:
    link = zipfile.ZipInfo("link.txt")
    link.external_attr = 0o120777 << 16
    return link


def _locked() -> bytes:
    """An archive whose member says that it needs a password, in both of its heads."""
    content = bytearray(_zip(("a.txt", SENTENCE)))
    content[6] |= 1
    content[content.index(b"PK\x01\x02") + 8] |= 1
    return bytes(content)


def _lying() -> bytes:
    """A member that unpacks to far more than it says, in both of its heads."""
    content = bytearray(_zip(("a.txt", b" " * 30_000_000)))
    for at in (22, content.index(b"PK\x01\x02") + 24):
        content[at : at + 4] = (100).to_bytes(4, "little")
    return bytes(content)


def _quine(depth: int) -> bytes:
    inner = _zip(("a.txt", SENTENCE))
    for _ in range(depth):
        inner = _zip(("a.zip", inner), ("b.zip", inner))
    return inner


def _open_text(body: str, head: str = "") -> bytes:
    root = f'{head}<o:document-content xmlns:o="{OFFICE}" xmlns:t="{TEXT}"><o:body><o:text>{body}</o:text></o:body>'
    return _zip(("mimetype", OPEN_TEXT), ("content.xml", f"{root}</o:document-content>"))


def _book(href: str, spine: str = '<itemref idref="a"/>', **more: str) -> bytes:
    container = '<c xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfile full-path="b.opf"/></c>'
    return _zip(
        ("mimetype", BOOK),
        ("META-INF/container.xml", container),
        ("b.opf", PACKAGE.format(href, spine)),
        ("a.xhtml", f"<p>{SENTENCE}</p>"),
        *more.items(),
    )


MAKERS = {
    "climbing.zip": lambda: _zip(("a.txt", SENTENCE), ("../../evil.txt", "x")),
    "bomb.zip": lambda: _zip(("a.txt", SENTENCE), ("b.txt", b"\0" * 60_000_000)),
    "lying.zip": _lying,
    "locked.zip": _locked,
    "many_members.zip": lambda: _zip(*((f"{n}.txt", "") for n in range(21_000))),
    "deep_names.zip": lambda: _zip(("a/" * 5_000 + "a.txt", SENTENCE)),
    "twice.zip": _twice,
    "file_and_folder.zip": lambda: _zip(("a", SENTENCE), ("a/b.txt", SENTENCE)),
    "odd_names.zip": lambda: _zip(("feu🔥.txt", SENTENCE), ("\x1b[2J.txt", f"{SENTENCE} 2."), ("//x//y.txt", "x")),
    "links.zip": lambda: _zip((_link(), "/etc/passwd")),
    "matryoshka.zip": lambda: _quine(12),
    "cut.zip": lambda: _zip(("a.txt", SENTENCE * 100))[:-30],
    "head_only.zip": lambda: _zip(("a.txt", SENTENCE))[:36],
    "many_mails.mbox": lambda: (FROM + MAIL) * 300,
    "empty_mails.mbox": lambda: (FROM + b"X: y\n\n") * 300,
    "cut.mbox": lambda: FROM + MAIL + FROM[:20],
    "carriage_returns.mbox": lambda: ((FROM + MAIL) * 2).replace(b"\n", b"\r"),
    "packed_mail.mbox": lambda: FROM + MAIL.replace(b"\n\n", b"\nContent-Type: application/zip\n\n", 1),
    "spaces.odt": lambda: _open_text(f"<t:p>{SENTENCE}<t:s t:c='999999999'/><t:s t:c='-1'/>.</t:p>"),
    "deep.odt": lambda: _open_text("<t:section>" * 20_000 + "</t:section>" * 20_000),
    "entities.odt": lambda: _open_text("<t:p>&b;</t:p>", '<!DOCTYPE a [<!ENTITY b "c">]>'),
    "bomb.odt": lambda: _open_text("<t:p>" + " " * 150_000_000 + "</t:p>"),
    "no_content.odt": lambda: _zip(("mimetype", OPEN_TEXT)),
    "climbing.epub": lambda: _book("../../../../etc/passwd"),
    "itself.epub": lambda: _book("b.opf"),
    "thousandfold.epub": lambda: _book("a.xhtml", '<itemref idref="a"/>' * 100_000),
    "deep.epub": lambda: _book("d.xhtml", **{"d.xhtml": "<div>" * 200_000 + SENTENCE}),
    "braces.rtf": lambda: b"{\\rtf1 " + b"{" * 300_000 + SENTENCE.encode("cp1252") + b"}" * 300_000 + b"}",
    "no_numbers.rtf": lambda: b"{\\rtf1\\ansicpg\\uc\\u\\f\\deff " + SENTENCE.encode("cp1252") + b"}",
    "odd_codepage.rtf": lambda: b"{\\rtf1\\ansicpg99999 " + SENTENCE.encode("cp1252") + b"}",
    "links.rtf": lambda: b'{\\rtf1 {\\field{\\*\\fldinst{ HYPERLINK "' + b'x" "' * 50_000 + b"}}}",
    "arrows.srt": lambda: b"1\n00:00:01,000 --> 00:00:02,000\n" + b"00:00:01,000 --> " * 50_000,
    "tags.vtt": lambda: b"WEBVTT\n\n00:01.000 --> 00:02.000\n" + b"<v <v <c." * 50_000 + SENTENCE.encode(),
}
