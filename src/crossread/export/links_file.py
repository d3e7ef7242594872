"""Links as a table: which claims are the same incident, how sure that is, why, and who says so. CSV or JSON, by the ending."""

from __future__ import annotations

import csv
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from importlib.metadata import version
from pathlib import Path
from typing import Any

from crossread.errors import ExportError
from crossread.export.blanking import WITHHELD, WordGuard
from crossread.export.cells import Cell, to_flat, write_safe
from crossread.export.content import LeftOut
from crossread.export.csv_file import csv_cell
from crossread.export.manifest import EMPTY_NOTE, FORMULA_NOTE, codebook_fingerprint, made_at
from crossread.export.names import NameGuard
from crossread.export.staging import Staging
from crossread.folding import fold_letters
from crossread.records import Claim, Judgement

ENDINGS = (".csv", ".json")
# Comparisons whose sentence ends in words of the reports, lower-cased: no rule tells a name among these.
WORD_LISTS = ("text", "words")
COLUMNS = (
    *("a", "b", "verdict", "score", "log_odds", "contradiction", "incident_a", "incident_b"),
    *("judged_by", "judged_at", "judgement", "why"),
    *("source_a", "source_b", "document_a", "document_b", "trigger_a", "trigger_b"),
)
NOTES = (
    "A pair that is not here is two incidents: nothing binds its claims, and nobody judged them.",
    "score is the probability that the comparisons alone give; what stands is the verdict.",
)
NAMES_REASON = (
    "may be the name of a victim, or words of a report in which one may stand. Ask for names (--with-names) to have them."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkReason:
    """What one comparison found: its score (-1 to 1, None where there is nothing to compare), what it adds, in a sentence."""

    comparison: str
    score: float | None
    log_odds: float
    sentence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimLink:
    """Two claims (`a` before `b`) and what stands about them: `same`, `different`, or a person's `unsure`.

    `probability` (0 to 1) and `log_odds` are those of the comparisons alone. `judged_by` is a person, with the `judgement`,
    or crossread with the signature of what it weighed by. `incidents` are those the claims are in, None for one in none.
    """

    a: Claim
    b: Claim
    verdict: str
    incidents: tuple[str | None, str | None]
    probability: float
    log_odds: float
    contradiction: bool
    judged_by: str
    why: str
    reasons: tuple[LinkReason, ...]
    judgement: Judgement | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LinksExported:
    """What an export of links left on disk; `counts` are pairs by verdict, and those that a person judged."""

    path: Path
    manifest: Path
    counts: Mapping[str, int]
    left_out: tuple[LeftOut, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkOptions:
    """How to write links. `seal` is that of the log of judgements, `filters` how the links were chosen."""

    overwrite: bool = False
    with_names: bool = False
    with_bom: bool = False
    seal: str | None = None
    filters: Mapping[str, str] = field(default_factory=dict)


def export_links(
    path: Path, links: Sequence[ClaimLink], sources: Mapping[str, str | None], options: LinkOptions
) -> LinksExported:
    """Write the links to `path` (.csv or .json), with a manifest beside it; `sources` names who published each document.

    Names of victims are withheld as in other tables. So are, unless names are asked for, the words that the comparisons of
    texts list: in these any name of the report may stand.
    """
    check_ending(path)
    guard = NameGuard() if options.with_names else NameGuard.from_claims(claim for row in links for claim in (row.a, row.b))
    told = [_to_json(row, sources, None if options.with_names else guard) for row in links]
    manifest = path.with_name(f"{path.name}.manifest.json")
    counts = {"pairs": len(told), **Counter(row.verdict for row in links), "by_people": sum(1 for r in links if r.judgement)}
    left_out = _left_out(links, guard, options)
    with Staging(overwrite=options.overwrite) as staging:
        staging.check_free(manifest)
        write = _write_csv if path.suffix.lower() == ".csv" else _write_json
        write(staging.stage(path), told, options)
        text = _manifest(counts, left_out, staging, options)
        staging.stage(manifest).write_text(text, encoding="utf-8")
        staging.publish()
    return LinksExported(path=path, manifest=manifest, counts=counts, left_out=left_out)


def check_ending(path: Path) -> None:
    """Raise `ExportError` if the path ends in nothing that links can be written as."""
    if path.suffix.lower() not in ENDINGS:
        raise ExportError(
            "Links are written as CSV or JSON, by the ending of the file.",
            where=str(path),
            expected=" or ".join(ENDINGS),
            found=path.suffix or "no ending",
            next_step="Name the file links.csv or links.json.",
        )


def _to_json(row: ClaimLink, sources: Mapping[str, str | None], guard: NameGuard | None) -> dict[str, Any]:
    words = guard.of((row.a.id, row.b.id)) if guard else None
    judged = row.judgement
    return {
        "a": row.a.id,
        "b": row.b.id,
        "verdict": row.verdict,
        "score": round(row.probability, 4),
        "log_odds": round(row.log_odds, 3),
        "contradiction": row.contradiction,
        "incident_a": row.incidents[0],
        "incident_b": row.incidents[1],
        "judged_by": row.judged_by,
        "judged_at": judged.made_at.isoformat() if judged else None,
        "judgement": judged.id if judged else None,
        "why": _clean(row.why, words),
        "source_a": sources.get(row.a.document_id),
        "source_b": sources.get(row.b.document_id),
        "document_a": row.a.document_id,
        "document_b": row.b.document_id,
        "trigger_a": _clean(row.a.trigger.quote, words),
        "trigger_b": _clean(row.b.trigger.quote, words),
        "comparisons": [_reason(reason, words) for reason in row.reasons],
    }


def _reason(reason: LinkReason, words: WordGuard | None) -> dict[str, Any]:
    sentence = reason.sentence
    if words is not None and _lists_words(reason):
        sentence = f"{sentence.rpartition(': ')[0]}: {WITHHELD}."
    return {
        "comparison": reason.comparison,
        "score": None if reason.score is None else round(reason.score, 3),
        "log_odds": round(reason.log_odds, 3),
        "sentence": _clean(sentence, words),
    }


def _lists_words(reason: LinkReason) -> bool:
    return reason.comparison in WORD_LISTS and ": " in reason.sentence and not reason.sentence.endswith(": none.")


def _clean(text: str, words: WordGuard | None) -> str:
    """Without the names that are withheld, also where they stand one by one, lower-cased and without accents."""
    text = write_safe(text)
    if not words:
        return text
    return " ".join(_clean_word(word, words.parts) for word in words.clean(text).split(" "))


def _clean_word(word: str, folded: Mapping[str, str]) -> str:
    bare = word.strip("“”\"'.,;:()")
    kind = folded.get(fold_letters(bare)) if bare else None
    return word if kind is None else word.replace(bare, f"[{kind}]")


def _write_json(path: Path, told: Sequence[Mapping[str, Any]], options: LinkOptions) -> None:
    """One JSON list, an object a line, so that programs and people can both read it."""
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.write("[\n")
        file.write(",\n".join(json.dumps(row, ensure_ascii=False, allow_nan=False) for row in told))
        file.write("\n]\n")


def _write_csv(path: Path, told: Sequence[Mapping[str, Any]], options: LinkOptions) -> None:
    """One row a pair; each comparison has a column with what it adds, and one with its sentence."""
    names = sorted({reason["comparison"] for row in told for reason in row["comparisons"]})
    with path.open("w", encoding="utf-8-sig" if options.with_bom else "utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow([*COLUMNS, *(column for name in names for column in (name, f"{name}_reason"))])
        for row in told:
            writer.writerow([csv_cell(to_flat(cell)) for cell in _cells(row, names)])


def _cells(row: Mapping[str, Any], names: Sequence[str]) -> Iterator[Cell]:
    yield from (row[name] for name in COLUMNS)
    reasons = {reason["comparison"]: reason for reason in row["comparisons"]}
    for name in names:
        reason = reasons.get(name)
        yield None if reason is None or reason["score"] is None else reason["log_odds"]
        yield None if reason is None else reason["sentence"]


def _left_out(links: Iterable[ClaimLink], guard: NameGuard, options: LinkOptions) -> tuple[LeftOut, ...]:
    if options.with_names:
        return ()
    lists = sum(_lists_words(reason) for row in links for reason in row.reasons)
    found = guard.count() + lists
    return (LeftOut(what="words", reason=NAMES_REASON, count=found),) if found else ()


def _manifest(counts: Mapping[str, int], left_out: Sequence[LeftOut], staging: Staging, options: LinkOptions) -> str:
    manifest = {
        "crossread": version("crossread"),
        "made_at": made_at(),
        "format": "links",
        "codebook": codebook_fingerprint(),
        "filters": dict(options.filters),
        "options": {"with_names": options.with_names, "with_bom": options.with_bom},
        "judgements_head": options.seal,
        "counts": dict(counts),
        "notes": [*NOTES, EMPTY_NOTE, FORMULA_NOTE],
        "left_out": [asdict(row) for row in left_out],
        "files": [asdict(file) for file in staging.describe()],
    }
    return json.dumps(manifest, ensure_ascii=False, indent=2, allow_nan=False) + "\n"
