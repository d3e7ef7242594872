"""Plain files: too empty, too large, in odd encodings, or binary."""

from __future__ import annotations

import gzip
import random

SENTENCE = "Two soldiers were hurt when their lorry hit a mine on the road to Léré, the army said on Monday.\n"
RUSSIAN = "В понедельник двое военных пострадали, когда их грузовик подорвался на мине, сообщили в министерстве.\n"


def _noise(size: int) -> bytes:
    return random.Random(7).randbytes(size)


MAKERS = {
    "empty.txt": lambda: b"",
    "blank.txt": lambda: b" \n\t\r\n \xc2\xa0\n",
    "mark_only.txt": lambda: b"\xef\xbb\xbf",
    "zero_width_only.txt": lambda: "\u200b\u200b\u200b\n".encode(),
    "fifty_megabytes.txt": lambda: SENTENCE.encode() * (50_000_000 // len(SENTENCE.encode())),
    "six_megabytes.txt": lambda: SENTENCE.encode() * (6_000_000 // len(SENTENCE.encode())),
    "nuls.txt": lambda: b"\x00" * 5_000,
    "text_with_nuls.txt": lambda: SENTENCE.encode() * 20 + b"end\x00" + SENTENCE.encode() * 20,
    "noise.txt": lambda: _noise(50_000),
    "noise_without_extension": lambda: _noise(5_000),
    "controls.txt": lambda: bytes(range(1, 32)) * 100,
    "invalid_utf8.txt": lambda: SENTENCE.encode() * 5 + b"\xff\xfe\xfd broken \xc3\x28 bytes\n" + SENTENCE.encode() * 5,
    "overlong_utf8.txt": lambda: b"\xc0\xaf\xe0\x80\xaf" * 30 + SENTENCE.encode(),
    "utf16_le_mark.txt": lambda: ("\ufeff" + SENTENCE).encode("utf-16-le"),
    "utf16_be_mark.txt": lambda: ("\ufeff" + SENTENCE).encode("utf-16-be"),
    "utf16_le.txt": lambda: SENTENCE.encode("utf-16-le"),
    "utf16_be.txt": lambda: SENTENCE.encode("utf-16-be"),
    "utf16_cut.txt": lambda: ("\ufeff" + SENTENCE).encode("utf-16-le")[:-1],
    "utf32.txt": lambda: SENTENCE.encode("utf-32"),
    "latin1.txt": lambda: (SENTENCE * 4).encode("latin-1"),
    "cp1252.txt": lambda: ("“A soldier’s brother” – one of 3 – spoke in Léré.\n" * 4).encode("cp1252"),
    "cp1251.txt": lambda: (RUSSIAN * 5).encode("cp1251"),
    "right_to_left.txt": lambda: "قال الجيش إن جنديين أصيبا عندما انفجر لغم على الطريق يوم الاثنين.\n".encode(),
    "bidi_controls.txt": lambda: (
        "The army \u202esaid\u202c that \u2066two\u2069 soldiers were hurt on Monday near the river.\n".encode()
    ),
    "emoji.txt": lambda: ("🔥💥👩‍👩‍👧‍👦 Shots were heard in the old town on Monday evening 🇲🇱.\n" * 3).encode(),
    "combining.txt": lambda: ("e" + "\u0301" * 5_000 + " Shots were heard in the old town on Monday.\n").encode(),
    "old_mac_breaks.txt": lambda: SENTENCE.replace("\n", "\r").encode() * 4,
    "odd_breaks.txt": lambda: (
        "First line.\u2028Second line.\u2029Third line.\x0bFourth line.\x0cFifth line of the report.\n".encode()
    ),
    "no_space.txt": lambda: b"a" * 1_000_000,
    "one_long_line.txt": lambda: (SENTENCE.strip() + " ").encode() * (100_000 // len(SENTENCE)),
    "dates_only.txt": lambda: b"20/01/2019 " * 50_000,
    "dateline_trap.txt": lambda: ("(" * 100 + "- " * 5_000 + "20 January 2019 ! " + "A-" * 20_000).encode(),
    "front_matter_trap.txt": lambda: b"---\n" + b"key: value\n" * 100_000,
    "a_million_lines.txt": lambda: b"x\n" * 1_000_000,
    "picture.txt": lambda: b"\x89PNG\r\n\x1a\n" + _noise(2_000),
    "photo.html": lambda: b"\xff\xd8\xff\xe0\x00\x10JFIF" + _noise(2_000),
    "packed.jsonl": lambda: gzip.compress(b'{"text": "Shots were heard."}\n' * 100),
    "rich.doc": lambda: rb"{\rtf1\ansi Two soldiers were hurt on Monday.}",
    "old_word.doc": lambda: bytes.fromhex("d0cf11e0a1b11ae1") + b"\x00" * 1_000,
    "script.js": lambda: b"function main() { return 'Two soldiers were hurt on Monday.'; }\n",
    "programme.exe": lambda: b"MZ\x90\x00" + _noise(3_000),
    "text_called.pdf": lambda: SENTENCE.encode(),
    "text_called.docx": lambda: SENTENCE.encode(),
    "text_called.html": lambda: SENTENCE.encode(),
    "text_called.csv": lambda: SENTENCE.encode(),
    "text_called.jsonl": lambda: SENTENCE.encode(),
    "text_called.xml": lambda: SENTENCE.encode(),
    "text_called.png": lambda: SENTENCE.encode(),
}
