"""Reports that say they correct an earlier one of their own source: their day and place stand before its."""

from __future__ import annotations

import re

from crossread.records import Claim
from crossread.weigh.case import Case, fold

HEAD, FOOT = 700, 500  # characters at either end of a report in which it says that it corrects one
_NOTICE = re.compile(
    r"\(\s*(?:corrects|corrected|correcting)\b|^\W{0,3}correct(?:ion|ed|s)\b|\bcorrection\s*[:–—-]"
    r"|\b(?:an?|the|our)\s+(?:earlier|previous)\s+(?:version|report|story|article|post|statement|dispatch)\b",
    re.IGNORECASE | re.MULTILINE,
)


def drop_corrected(claims: tuple[Claim, ...], case: Case) -> tuple[Claim, ...]:
    """The claims without those whose own source has since corrected them; all of them where nothing else would be left."""
    return tuple(claim for claim in claims if not is_corrected(claim, case)) or claims


def is_corrected(claim: Claim, case: Case) -> bool:
    """True where a later report of the same stated source corrects the claim's report, as it says itself.

    Of a wire's versions that are days apart, one without such a notice may only tell more.
    """
    source = case.stated_source(claim)
    if not source or not case.published(claim):
        return False
    return any(
        fold(case.stated_source(other) or "") == fold(source)
        and case.published(other) >= case.published(claim)
        and other.document_id != claim.document_id
        and says_it_corrects(other, case)
        and not (case.published(other) == case.published(claim) and says_it_corrects(claim, case))
        for other in case.standing
    )


def says_it_corrects(claim: Claim, case: Case) -> bool:
    """True where the claim's report carries a notice of correction in its title, its first or its last lines."""
    document = case.documents.get(claim.document_id)
    if document is None:
        return False
    ends = (document.title or "", document.text[:HEAD], document.text[-FOOT:])
    return any(_NOTICE.search(part) for part in ends)
