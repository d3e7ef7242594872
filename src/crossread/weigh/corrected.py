"""Reports that say they correct an earlier one of their own source: what they tell of a slot stands before what it told."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from typing import TypeVar

from crossread import patterns as re
from crossread.records import Claim
from crossread.weigh.case import Case, fold

HEAD, FOOT = 700, 500  # characters at either end of a report in which it says that it corrects one
_OWN = r"(?:version|report|story|article|post|dispatch)"
# "An earlier report by the UN said" is no notice: one has a word for the mistake, or is a label of its own.
_NOTICE = re.compile(
    r"\(\s*(?:corrects|corrected|correcting)\b|^\W{0,3}correct(?:ion|ed|s)\s*(?:[:–—-]|$)|\bcorrection\s*[:–—]"
    rf"|\b(?:an|the|our)\s+(?:earlier|previous)\s+{_OWN}\b[^.\n]{{0,60}}\b(?:misstated|misidentified|misspelled"
    r"|(?:incorrect|wrong|erroneous|mistaken)(?:ly)?|gave\s+the\s+wrong|in\s+error)\b"
    rf"|\bcorrect(?:s|ed|ing)\s+(?:an|the|our)\s+(?:earlier|previous)\s+{_OWN}\b",
    re.IGNORECASE | re.MULTILINE,
)
Row = TypeVar("Row")


def drop_corrected(
    rows: Sequence[Row], case: Case, claim_of: Callable[[Row], Claim], slot_of: Callable[[Row], Hashable] = lambda row: None
) -> list[Row]:
    """The rows (of one slot, or each of the slot that `slot_of` gives) without those whose own source has corrected them.

    Only an account that tells the slot itself corrects another, and only one of its own stated source, of the same day or an
    earlier one. Of a wire's versions that are days apart, one without a notice may only tell more.
    """
    accounts = {claim.id for claim in case.accounts}
    latest: dict[Hashable, tuple[str, str]] = {}
    for row in rows:
        claim = claim_of(row)
        if claim.id in accounts and _source(claim, case) and case.published(claim) and says_it_corrects(claim, case):
            key = (_source(claim, case), slot_of(row))
            latest[key] = max(latest.get(key, ("", "")), (case.published(claim), claim.document_id))

    def stands(row: Row) -> bool:
        claim = claim_of(row)
        day, document = latest.get((_source(claim, case), slot_of(row)), ("", ""))
        published = case.published(claim)
        if not document or not published or claim.document_id == document:
            return True
        return published > day or (published == day and says_it_corrects(claim, case))

    return [row for row in rows if stands(row)] if latest else list(rows)


def says_it_corrects(claim: Claim, case: Case) -> bool:
    """True where the claim's report carries a notice of correction in its title, its first or its last lines."""
    document = case.documents.get(claim.document_id)
    if document is None:
        return False
    ends = (document.title or "", document.text[:HEAD], document.text[-FOOT:])
    return any(_NOTICE.search(part) for part in ends)


def _source(claim: Claim, case: Case) -> str:
    return fold(case.stated_source(claim) or "")
