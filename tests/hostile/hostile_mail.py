"""Mails: parts within parts, heads that are none, encodings that do not exist, bodies that are not what they say."""

from __future__ import annotations

from hostile_text import SENTENCE

HEAD = "From: Desk <desk@example.org>\nDate: Mon, 22 Mar 2021 10:00:00 +0000\nSubject: Mine\nMIME-Version: 1.0\n"


def _mail(head: str, body: bytes = SENTENCE.encode()) -> bytes:
    return f"{HEAD}{head}\n".encode() + body


def _nested(depth: int) -> bytes:
    return b"".join(b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (n, n) for n in range(depth))


MAKERS = {
    "deep.eml": lambda: HEAD.encode() + _nested(3_000) + b"\n" + SENTENCE.encode(),
    "forwarded_deep.eml": lambda: HEAD.encode() + b"Content-Type: message/rfc822\n\n" * 3_000 + SENTENCE.encode(),
    "many_parts.eml": lambda: _mail(
        "Content-Type: multipart/mixed; boundary=x\n", b"--x\nContent-Type: image/png\n\nx\n" * 20_000 + b"--x--"
    ),
    "own_boundary.eml": lambda: _mail("Content-Type: multipart/mixed; boundary=\n"),
    "no_boundary.eml": lambda: _mail("Content-Type: multipart/mixed\n"),
    "cut.eml": lambda: _mail(
        "Content-Type: multipart/mixed; boundary=x\n", b"--x\nContent-Type: text/plain\n\n" + SENTENCE.encode()
    ),
    "no_charset.eml": lambda: _mail("Content-Type: text/plain; charset=x-no-such-charset\n"),
    "odd_encoding.eml": lambda: _mail("Content-Transfer-Encoding: x-uuencode\n"),
    "bad_base64.eml": lambda: _mail("Content-Transfer-Encoding: base64\n", b"=" * 1_000_000),
    "bad_words.eml": lambda: _mail("").replace(b"Subject: Mine", b"Subject: =?utf-8?b?" + b"////" * 20_000 + b"?="),
    "no_such_words.eml": lambda: _mail("").replace(b"Subject: Mine", b"Subject: =?x-none?q?=FF=FE?="),
    "odd_sender.eml": lambda: _mail("").replace(b"Desk <desk@example.org>", b"<" * 50_000 + b'@,;:"(' * 1_000),
    "odd_date.eml": lambda: _mail("").replace(b"22 Mar 2021", b"99 Mar 999999999999"),
    "long_head.eml": lambda: HEAD.encode() + b"X-Odd: " + b"a" * 2_000_000 + b"\n\n" + SENTENCE.encode(),
    "many_lines.eml": lambda: HEAD.encode() + b"Received: by x\n" * 100_000 + b"\n" + SENTENCE.encode(),
    "nuls.eml": lambda: _mail("Content-Transfer-Encoding: base64\n", b"AAAA" * 1_000),
    "no_body.eml": lambda: _mail("", b""),
    "odd_name.eml": lambda: _mail(
        "Content-Type: multipart/mixed; boundary=x\n",
        b"--x\n\n"
        + SENTENCE.encode()
        + b'\n--x\nContent-Disposition: attachment; filename="../../etc/passwd\x1b[2J"\n\nx\n--x--',
    ),
    "bomb_in_html.eml": lambda: _mail("Content-Type: text/html\n", b"<div>" * 100_000 + SENTENCE.encode()),
}
