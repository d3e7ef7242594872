"""What a run of `crossread read` met beside what it took in: files it knows, rows the store wrote itself, garbled texts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import typer

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from crossread.flow import ReadReport
    from crossread.flow.twins import Twin
    from crossread.read import ReadOptions

MOST_NAMED = 3
MOST_NOTES = 20  # a folder of tables may have one or two for each
OWN_ROWS, OWN_FILES = "own_rows", "own_files"


def say_known(report: ReadReport) -> str:
    """How many documents were known already, the first of them by name."""
    names = list(dict.fromkeys(report.known_first))[:MOST_NAMED]
    more = " and others" if report.known > len(names) else ""
    return f"{report.known} known already ({', '.join(names)}{more})"


def say_gaps(report: ReadReport, where: str) -> list[str]:
    """A line where documents have no day, as their relative dates stay empty, and one where they state no source.

    Whose word a report is decides what counts: a party's count of its enemy's dead is set aside only where that is known.
    """
    from crossread.weigh import plural

    lines = []
    if report.undated:
        has = "has" if report.undated == 1 else "have"
        lines.append(
            f'{plural(report.undated, "document")} {has} no day of publication, so words such as "on Tuesday" got no date: '
            f"{_some(report.undated, report.undated_first)}. If you know it: crossread amend DOC --published DAY{where}."
        )
    if report.unsourced:
        states = "states" if report.unsourced == 1 else "state"
        lines.append(
            f"{plural(report.unsourced, 'document')} {states} no source, so that nothing tells whose word it is: "
            f"{_some(report.unsourced, report.unsourced_first)}. If you know it: crossread amend DOC --source NAME{where}."
        )
    return lines


def _some(number: int, first: tuple[str, ...]) -> str:
    return f"{', '.join(first)} and {number - len(first)} more" if number > len(first) else ", ".join(first)


def say_own(report: ReadReport) -> str:
    """How many rows were left out because the store wrote them itself."""
    one = report.own == 1
    return f"{report.own} row{'' if one else 's'} {'is' if one else 'are'} this store's own, left out"


def own_to_json(report: ReadReport) -> dict[str, Any] | None:
    """Rows and files of crossread's own that were left out, for programs; None where there were none."""
    from crossread.read import say_own_files

    rows = [(OWN_ROWS, report.own, say_own(report))] if report.own else []
    files = [(OWN_FILES, len(report.own_files), say_own_files(report.own_files))] if report.own_files else []
    told = [{"reason": reason, "count": count, "sentence": sentence} for reason, count, sentence in (*rows, *files)]
    return {"left_out": told} if told else None


def print_own_files(names: Sequence[str]) -> None:
    """Say on standard error which files of crossread's own were left out of a folder, if any."""
    from crossread.read import say_own_files

    if names:
        typer.echo(f"{say_own_files(names)}.", err=True)


def print_forgotten(count: int) -> None:
    """Say on standard error how many refusals are not listed, as somebody has acknowledged them before."""
    if count:
        typer.echo(f"{count} refused as before, not listed again (crossread status --forget).", err=True)


def print_twins(report: ReadReport) -> None:
    """Warn of reports that stand in the store twice now, in what the two differ, and how to have one document of each."""
    same = report.twins - report.edited
    if same:
        are = "text is" if same == 1 else "texts are"
        typer.echo(f"Warning: {same} {are} in the store twice now, read before under another source, day or id:", err=True)
        _print_pairs([twin for twin in report.twins_first if not twin.edited], same)
        typer.echo(
            "  To have one of each: crossread amend OLD with the new values has the new one take its place, "
            "crossread withdraw NEW keeps the old one.",
            err=True,
        )
    if report.edited:
        edited = [twin for twin in report.twins_first if twin.edited]
        are = "1 file was changed since it was" if report.edited == 1 else f"{report.edited} files were changed since they were"
        typer.echo(f"Warning: {are} read, and both versions count now:", err=True)
        _print_pairs(edited, report.edited)
        old, new = (edited[0].old, edited[0].new) if report.edited == 1 and edited else ("OLD", "NEW")
        typer.echo(
            f'  To count the new one alone: crossread withdraw {old} --reason "changed since". Where only source, day or id '
            f"differ, crossread amend {old} with the new values takes along what people decided. crossread withdraw {new} keeps"
            " the old one.",
            err=True,
        )


def _print_pairs(twins: Sequence[Twin], number: int) -> None:
    """The new and the old document of each of the first, with what differs."""
    from crossread.flow.amendment import say_changes

    for twin in twins[:MOST_NAMED]:
        told = ", ".join(part for part in ("another text" if twin.rewritten else "", say_changes(twin.changes)) if part)
        typer.echo(f"  {twin.name}: {twin.new} beside {twin.old} ({told or 'other bytes'})", err=True)
    if number > MOST_NAMED:
        typer.echo(f"  and {number - MOST_NAMED} more", err=True)


def print_unheard(report: ReadReport, language: str | None) -> None:
    """Warn that `--language` changes nothing about documents that the store has: they stay as they were read."""
    if language and report.known:
        one = report.known == 1
        typer.echo(
            f"Warning: --language {language} was not heard for {report.known} document{'' if one else 's'} known already: "
            f"{'it stays' if one else 'they stay'} in the language {'it was' if one else 'they were'} read in.",
            err=True,
        )


def print_missed(options: ReadOptions) -> None:
    """Warn of a column of `--map` that no table had, which may be a slip of typing, and tell what else reading met."""
    for column in options.list_missed():
        fields = ", ".join(name for name, mapped in options.map.items() if mapped == column)
        typer.echo(f"Warning: no table has a column {column!r}; what they call {fields!r} was read instead.", err=True)
    notes = options.list_notes()
    for sentence in notes[-MOST_NOTES:]:
        typer.echo(f"Note: {sentence}", err=True)
    if len(notes) > MOST_NOTES:
        typer.echo(f"Note: and {len(notes) - MOST_NOTES} more about the columns of other tables.", err=True)


def print_garbled(rows: Iterable[tuple[str, str]]) -> None:
    """Warn of texts whose letters are not right, each with its name and what is amiss."""
    for name, told in rows:
        typer.echo(f"Warning: {name}: {told}", err=True)
