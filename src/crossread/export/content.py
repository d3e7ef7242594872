"""What an export is asked to write, and how."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from crossread.errors import ExportError
from crossread.records import Claim, Document, Incident, Judgement, Wording

TABLES = ("incidents", "tolls", "accounts", "harm", "disagreements", "sources")
PLACES = ("as_read", "0.1", "admin1", "country", "hidden")
DAYS = ("as_read", "month")
LONGEST_DELAY = 36500  # days; a hundred years, beyond which a number is a slip of the pen
MOST_IDS = 1000  # of one reason, in a manifest: it is read by people, to whom more ids than this are a number


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOut:
    """How many records of one kind are not in the file, and why. `ids` names them where they are few enough to read."""

    what: str
    reason: str
    count: int
    ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """The incidents to write, with every claim and document they rest on.

    `filters` is how the caller chose them, in words that a reader of the manifest understands; `left_out` what these filters
    left behind. All incidents must be made under one policy. Claims that belong to no incident (totals, for one) are taken
    too: claim JSON writes them, tables count them as left out. `judgements` are those that stand, oldest first, under the ids
    that claims and incidents have now; the claims carry what was corrected. `changes` says of
    each correction by its id from what to what.
    """

    incidents: tuple[Incident, ...]
    claims: tuple[Claim, ...]
    documents: tuple[Document, ...]
    wording: tuple[Wording, ...] = ()
    filters: Mapping[str, str] = field(default_factory=dict)
    left_out: tuple[LeftOut, ...] = ()
    judgements: tuple[Judgement, ...] = ()
    changes: Mapping[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Refuse with `ExportError` incidents of different policies, and those whose claims or documents are missing."""
        policies = sorted({incident.policy for incident in self.incidents})
        if len(policies) > 1:
            raise ExportError(
                "Incidents weighed under different policies cannot stand in one file.",
                expected="one policy",
                found=", ".join(policies),
                next_step="Weigh them again under one policy, or export each policy to its own file.",
            )
        self._check_complete()

    @property
    def policy(self) -> str | None:
        """The policy all incidents were weighed under, None where there is no incident."""
        return self.incidents[0].policy if self.incidents else None

    def _check_complete(self) -> None:
        claims = {claim.id for claim in self.claims}
        documents = {document.id for document in self.documents}
        needed = [account for incident in self.incidents for account in incident.accounts]
        missing = [account.claim_id for account in needed if account.claim_id not in claims]
        missing += [account.document_id for account in needed if account.document_id not in documents]
        missing += [claim.document_id for claim in self.claims if claim.document_id not in documents]
        if missing:
            raise ExportError(
                "The incidents rest on claims or documents that were not handed to the export.",
                expected="every claim of every incident, and every document of every claim",
                found=f"{len(missing)} missing, the first is {missing[0]}",
                next_step="Hand over all claims and documents of these incidents.",
            )


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportOptions:
    """How to write. `with_names` keeps words that may be the name of a victim; `with_bom` makes old Excel read UTF-8 CSV.

    `provenance` writes a row for every value beside the file: which claim, words, report and decision it rests on.
    `places` is `as_read`, `0.1` (points to a tenth of a degree, without names), `admin1`, `country` or `hidden`; `days` is
    `as_read` or `month`: coarser values protect people whom an exact place or day would give away. Incidents younger than
    `delay` days are left out. `tables` are the tables wanted from formats that write tables.
    """

    overwrite: bool = False
    with_bom: bool = False
    with_names: bool = False
    provenance: bool = False
    tables: tuple[str, ...] = TABLES
    places: str = "as_read"
    days: str = "as_read"
    delay: int = 0

    def __post_init__(self) -> None:
        """Refuse with `ExportError` what no format knows: other places, days or tables, a delay that is no number of days."""
        _check_one_of("places", self.places, PLACES)
        _check_one_of("days", self.days, DAYS)
        if not 0 <= self.delay <= LONGEST_DELAY:
            raise ExportError(
                "The export option `delay` is no number of days.", expected=f"0 to {LONGEST_DELAY}", found=str(self.delay)
            )
        for table in self.tables:
            _check_one_of("tables", table, TABLES)
        if "incidents" not in self.tables:
            raise ExportError(
                "The table of incidents is the file itself and cannot be left away.",
                expected="incidents among `tables`",
                found=", ".join(self.tables) or "none",
            )

    @property
    def keeps_points(self) -> bool:
        """True if a place that has a point still has one in the file, exact or to a tenth of a degree."""
        return self.places in ("as_read", "0.1")

    @property
    def is_coarse(self) -> bool:
        """True if places or days are to be written less exactly than they were read."""
        return (self.places, self.days) != ("as_read", "as_read")


def _check_one_of(option: str, value: str, allowed: tuple[str, ...]) -> None:
    if value not in allowed:
        raise ExportError(
            f"Unknown value of the export option `{option}`.",
            expected=", ".join(allowed),
            found=value,
            next_step=f"Take one of these; docs/exporting.md says what each of {option} does.",
        )
