"""A store of three reports read by a rule, and a reviewer who judges them."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from training.examples import load_documents
from typer.testing import CliRunner

from crossread.cli.door import app
from crossread.records import Actor, Claim, Document, Extraction, Harm, Judgement, Slot, Wording, claim_id
from crossread.store import open_store

RAID = (
    "Gunmen stormed the market of Tessaro on Monday and killed four traders. The butchers of Tessaro said so. "
    "Last year a bridge near Ansa fell into the river during a flood."
)
TALKS = "The elders of Dunga and Kossa signed a truce on Tuesday. The raid of May was not spoken of."
QUIET = "The harvest near Ansa was good this year, and the price of millet fell."


class Desk:
    """A store of three reports read by a rule, at which a reviewer sits."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.count = 0
        with open_store(str(path)) as store:
            for name, text in (("RAID", RAID), ("TALKS", TALKS), ("QUIET", QUIET)):
                document = Document(
                    id=f"doc_{name.lower()}",
                    text=text,
                    external_id=name,
                    source="Radio Ansa",
                    title=f"Report {name}",
                    published=date(2021, 5, 5),
                )
                store.add_document(document)
                store.add_extraction(_extract(document))

    def judge(self, kind: str, trigger: str, **more: str | None) -> None:
        """One decision of the reviewer about the claim with this trigger."""
        self.count += 1
        with open_store(str(self.path)) as store:
            subject = next(claim.id for claim in store.iter_claims() if claim.trigger.quote == trigger)
            moment = datetime(2021, 6, 1, tzinfo=UTC) + timedelta(minutes=self.count)
            store.add_judgement(
                Judgement(id=f"jdg_{self.count}", kind=kind, subject=subject, made_by="Aïssa", made_at=moment, **more)
            )

    def export(self, *options: str) -> tuple[list[dict], dict]:
        """The rows and the manifest that `crossread export training` writes."""
        out = self.path.with_name("judged.jsonl")
        done = CliRunner().invoke(app, ["export", "training", str(out), "--store", str(self.path), "--overwrite", *options])
        assert done.exit_code == 0, done.output
        manifest = json.loads(out.with_name("judged.jsonl.manifest.json").read_text(encoding="utf-8"))
        return load_documents(out), manifest


def _extract(document: Document) -> Extraction:
    """What the rule finds: the raid and the bridge, the truce and the raid of May, a harvest that is nothing."""

    def at(words: str) -> tuple:
        start = document.text.index(words)
        return (document.quote(start, start + len(words)),)

    def claim(kind: str, trigger: str, **slots: object) -> Claim:
        (head,) = at(trigger)
        made = claim_id(document_id=document.id, made_by="rule@1", type=kind, trigger=head)
        codes = {"scope": "incident", "status": "accomplished", "stance": "asserted", "score": 0.8, "made_by": "rule@1"}
        return Claim(id=made, document_id=document.id, type=kind, trigger=head, **codes, **slots)  # type: ignore[arg-type]

    def actor(role: str, kind: str, words: str) -> Actor:
        return Actor(role=role, raw=words, name=None, type=kind, evidence=at(words), score=0.5, flags=("guessed",))

    if document.text == RAID:
        dead = Harm(
            effect="injured",
            raw="four traders",
            group="traders",
            group_type="civilians",
            count=None,
            evidence=at("four traders"),
        )
        raid = claim(
            "armed_attack",
            "stormed",
            retellings=at("killed"),
            when=Slot(raw="Monday", value=None, evidence=at("Monday")),
            actors=(actor("perpetrator", "unidentified_armed_group", "Gunmen"),),
            harm=(dead,),
        )
        bridge = claim("accident", "fell", when=Slot(raw="Last year", value=None, evidence=at("Last year")))
        claims: tuple[Claim, ...] = (raid, bridge)
    elif document.text == TALKS:
        claims = (claim("agreement", "signed", actors=(actor("side_a", "civilians", "elders"),)), claim("armed_attack", "raid"))
    else:
        claims = (claim("protest", "harvest"),)
    wording = (Wording(kind="label", about=None, evidence=at("butchers")[0]),) if document.text == RAID else ()
    return Extraction(document_id=document.id, claims=claims, wording=wording, made_by="rule@1")
