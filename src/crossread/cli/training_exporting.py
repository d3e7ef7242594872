"""`crossread export training`: the documents whose claims have all been judged, whole, to train an encoder on."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import typer

from crossread.cli import options as o
from crossread.cli.export_losses import echo_left_out, left_out_to_json

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from crossread.export.training_file import ToldDocument
    from crossread.records import Judgement
    from crossread.store import Store

FORMAT = "training"


def export_training_of(path: Path, *, overwrite: bool, store: str | None, config: Path | None, as_json: bool) -> None:
    """Write the judged documents of the store; those with claims nobody has judged are named as left out."""
    from crossread.export.training_file import export_training
    from crossread.flow.auditing import log_export
    from crossread.flow.judging import user_name
    from crossread.flow.selecting import decisions_for_training
    from crossread.weigh import plural

    with o.open_existing(store, config) as opened:
        judgements = decisions_for_training(opened)
        told_now, seal = _iter_told(opened, judgements), opened.judgements_head()
        done = export_training(path, told_now, judgements=judgements, seal=seal, overwrite=overwrite)
        with o.only_if_logged((done.path,), done.manifest):
            counts = {"documents": done.documents, "claims": done.claims}
            log_export(opened, who=user_name(), format=FORMAT, manifest=done.manifest, counts=counts)
    if as_json:
        told = {"files": [str(done.path)], "manifest": str(done.manifest), "documents": done.documents, "claims": done.claims}
        o.print_json({**told, "left_out": left_out_to_json(done.left_out)})
        return
    counted = f"{plural(done.documents, 'document')} with {plural(done.claims, 'claim')}"
    typer.echo(f"{counted} in {done.path}; manifest {done.manifest}")
    echo_left_out(done.left_out)


def _iter_told(store: Store, judgements: Sequence[Judgement]) -> Iterator[ToldDocument]:
    """Every document with the claims that speak for it now, as people corrected them."""
    from crossread.export.training_file import ToldDocument
    from crossread.flow.selecting import stored_extraction
    from crossread.weigh import apply_corrections

    of_subject: dict[str, list[Judgement]] = {}
    for judgement in judgements:
        of_subject.setdefault(judgement.subject, []).append(judgement)
    for document in store.iter_documents():
        _, made = stored_extraction(store, document.id)
        decided = [judgement for claim in made.claims for judgement in of_subject.get(claim.id, ())]
        yield ToldDocument(document=document, claims=tuple(apply_corrections(made.claims, decided)), wording=made.wording)
