"""Tables: broken rows, deep nesting, odd characters, huge cells."""

from __future__ import annotations

import json

from hostile_text import SENTENCE

ROW = json.dumps({"external_id": "a-1", "text": SENTENCE.strip(), "published": "2019-01-20"})
DEEP = "[" * 200_000


def _lines(*rows: str) -> bytes:
    return "\n".join(rows).encode()


MAKERS = {
    "bad_lines.jsonl": lambda: _lines(
        ROW, "{broken", "", "[1, 2]", "null", '{"text": null}', '{"text": 5}', '{"title": "no text"}', ROW
    ),
    "bad_dates.jsonl": lambda: _lines(
        '{"text": "Shots were heard.", "published": "2019-02-31"}',
        '{"text": "Shots were heard.", "published": "soon"}',
        '{"text": "Shots were heard.", "published": 1548000000}',
        '{"text": "Shots were heard.", "published": "2019"}',
    ),
    "half_characters.jsonl": lambda: _lines('{"text": "Shots \\ud800 were heard."}', '{"text": "Shots \\udc00\\ud800"}', ROW),
    "nul_in_text.jsonl": lambda: _lines('{"text": "Shots \\u0000 were heard."}', ROW),
    "latin1_line.jsonl": lambda: ROW.encode() + b'\n{"text": "L\xe9r\xe9 was shelled."}\n' + ROW.encode(),
    "deep_line.jsonl": lambda: _lines(ROW, '{"text": ' + DEEP, ROW),
    "huge_number.jsonl": lambda: _lines('{"text": "Shots were heard.", "external_id": ' + "9" * 10_000 + "}", ROW),
    "not_a_number.jsonl": lambda: _lines('{"text": "Shots were heard in the town.", "external_id": NaN, "title": Infinity}'),
    "same_keys.jsonl": lambda: _lines('{"text": "one", "text": "Shots were heard in the old town."}'),
    "line_separators.jsonl": lambda: _lines('{"text": "Shots\u2028were\u2029heard\u0085in the old town."}'),
    "huge_text.jsonl": lambda: _lines(json.dumps({"text": "Shots were heard. " * 400_000}), ROW),
    "many_columns.jsonl": lambda: _lines(json.dumps({**{f"c{n}": n for n in range(20_000)}, "text": SENTENCE})),
    "nested_text.jsonl": lambda: _lines(
        '{"text": {"body": "x"}}', '{"text": ["a"]}', '{"text": "Shots were heard.", "title": {"a": 1}}'
    ),
    "marked.jsonl": lambda: b"\xef\xbb\xbf" + _lines(ROW, ROW),
    "utf16.jsonl": lambda: _lines(ROW, ROW).decode().encode("utf-16"),
    "array.json": lambda: f"[{ROW}, {ROW}, 5, null]".encode(),
    "empty_array.json": lambda: b"[]",
    "cut_array.json": lambda: f"[{ROW}, {ROW}".encode(),
    "deep_array.json": lambda: ("[" * 100_000 + "]" * 100_000).encode(),
    "deep_object.json": lambda: b'{"a":' * 100_000,
    "one_object.json": lambda: json.dumps(json.loads(ROW), indent=2).encode(),
    "jsonl_called.txt": lambda: _lines(ROW, ROW),
    "jsonl_called.html": lambda: _lines(ROW, ROW),
    "csv_called.txt": lambda: b"external_id,text\n1,Shots were heard in the old town.\n",
    "csv_called.pdf": lambda: b"external_id;text\n1;Shots were heard in the old town.\n",
    "no_header.csv": lambda: b"1,Shots were heard in the old town.\n2,Shots were heard again.\n",
    "header_only.csv": lambda: b"external_id,text\n",
    "nuls.csv": lambda: b"external_id,text\n1,Shots \x00 were heard.\n" + b"2,Shots were heard in the old town.\n" * 9,
    "huge_cell.csv": lambda: b"external_id,text\n1," + b"x" * 6_000_000 + b"\n2,Shots were heard in the old town.\n",
    "open_quote.csv": lambda: b'external_id,text\n1,"Shots were heard\n' + b"2,Shots were heard in the old town.\n" * 50,
    "uneven.csv": lambda: b"external_id,text\n1,Shots, they say, were heard\n2,Shots were heard in the old town.\n3\n",
    "many_columns.csv": lambda: (
        ",".join(f"c{n}" for n in range(50_000)) + ",text\n" + "," * 50_000 + "Shots were heard.\n"
    ).encode(),
    "many_rows.csv": lambda: b"external_id,text,language\n" + b"1,Shots were heard in the old town.,en\n" * 20_000,
    "formula.csv": lambda: b"external_id,text,title\n1,Shots were heard in the old town.,=cmd|'/C calc'!A0\n",
    "carriage_returns.csv": lambda: b"external_id,text\r1,Shots were heard in the old town.\r2,Shots again.\r",
    "tabs.tsv": lambda: b"external_id\ttext\n1\tShots were heard in the old town.\n",
    "latin1.csv": lambda: "external_id;text\n1;Des tirs ont été entendus à Léré, a déclaré un élu.\n".encode("latin-1") * 2,
}
