"""`crossread export links`: which claims are the same incident, why, and who says so, to a CSV or JSON file."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from crossread.cli import options as o
from crossread.cli.export_losses import echo_left_out, left_out_to_json
from crossread.cli.filtering import list_conditions
from crossread.cli.values import refused_as_usage

if TYPE_CHECKING:
    from crossread.export.links_file import LinkOptions
    from crossread.store import IncidentFilter

FORMAT = "links"


def export_links_of(
    path: Path, where: IncidentFilter, options: LinkOptions, *, store: str | None, config: Path | None, as_json: bool
) -> None:
    """Write the links of the store that touch an incident the filter keeps; without a filter all of them."""
    from crossread.cli.settings import load_settings
    from crossread.export.links_file import check_ending, export_links
    from crossread.flow.auditing import log_export
    from crossread.flow.judging import user_name
    from crossread.flow.link_table import iter_links

    with refused_as_usage():
        check_ending(path)
    settings = load_settings(config, flags={"store": store})
    filters = list_conditions(where)
    with o.open_existing(store, config) as opened:
        found = iter_links(opened, policy=settings.policy, min_score=settings.min_score, where=where if filters else None)
        sources = {name: document.source for name, document in opened.documents_by_id().items()}
        asked = replace(options, seal=opened.judgements_head(), filters=filters)
        done = export_links(path, list(found), sources, asked)
        told = {"with_names": options.with_names, **({"filters": filters} if filters else {})}
        with o.only_if_logged((done.path,), done.manifest):
            log_export(opened, who=user_name(), format=FORMAT, manifest=done.manifest, counts=dict(done.counts), told=told)
    if as_json:
        told = {"files": [str(path)], "manifest": str(done.manifest), **done.counts}
        o.print_json({**told, "left_out": left_out_to_json(done.left_out)})
        return
    counts = ", ".join(f"{done.counts.get(verdict, 0)} {verdict}" for verdict in ("same", "different", "unsure"))
    pairs = done.counts["pairs"]
    typer.echo(f"{pairs} pair{'' if pairs == 1 else 's'} ({counts}) in {path}; manifest {done.manifest}")
    echo_left_out(done.left_out)
