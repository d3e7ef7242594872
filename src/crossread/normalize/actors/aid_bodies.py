"""Who works for a relief body without a name of its own: "nurses working for an aid agency" are aid workers.

Of 17 hand-coded people who are told as of an agency, group or charity of relief, medicine or demining all are aid workers.
"""

from __future__ import annotations

from dataclasses import replace

from crossread import patterns as re
from crossread.normalize.actors.context import ActorContext
from crossread.normalize.actors.resolved import SUFFERING, ResolvedActor

_PEOPLE = (
    r"(?:employees?|workers?|staff(?:ers?)?|volunteers?|drivers?|doctors?|surgeons?|nurses?|midwi(?:fe|ves)|engineers?|technicians?|members?"
    r"|logisticians?|consultants?|women|woman|men|man|people|foreigners?|nationals?|citizens?|Europeans?|colleagues?)"
)
_BODY = (
    r"(?:(?:who\s+(?:work|works|worked|was\s+working|were\s+working)|working|employed|volunteering)\s+(?:for|with|by)|of|from|with)\s+"
    r"(?:(?!government|ministry|army)[\w’'-]+\s+){0,3}?(?:(?:aid|relief|humanitarian|mine[\s-]?clear\w+|de-?mining|medical|charitable)\s+"
    r"(?:agenc(?:y|ies)|organi[sz]ations?|groups?|charit(?:y|ies)|bod(?:y|ies)|associations?)|(?:NGOs?|charit(?:y|ies))\b"
    r"|non[\s-]governmental\s+organi[sz]ations?)"
)
_OF_BODY = re.compile(rf"\b{_PEOPLE}\s+{_BODY}", re.IGNORECASE)
_PEOPLE_ONLY = re.compile(rf"\b{_PEOPLE}$", re.IGNORECASE)
_THEN_BODY = re.compile(rf"\s+{_BODY}", re.IGNORECASE)
_STAFF = re.compile(r"\b(?:staff|volunteers?)\b", re.IGNORECASE)
_OF_THE_UN = re.compile(
    r"(?:\bUN|U\.N\.|\bUnited\s+Nations)\s+(?:\w+\s+){0,2}?(?:workers?|staff(?:ers?)?|staff\s+members?|employees?|drivers?|volunteers?)$",
    re.IGNORECASE,
)


def with_aid_body(found: ResolvedActor, rule: str, *, raw: str, role: str, context: ActorContext) -> tuple[ResolvedActor, str]:
    """The answer with the type `aid_workers` for people whose employer, in the mention or right behind it, is such a body.

    So for those who suffered as staff or workers of the United Nations, as all seven hand-coded ones; its officials are none.
    Staff and volunteers of a named body who suffered are not the body itself.
    """
    if role in SUFFERING and found.name in (None, "United Nations") and _OF_THE_UN.search(raw):
        return replace(found, type="aid_workers"), "noun"
    if found.type == "aid_workers" and role in SUFFERING and _STAFF.search(raw):
        return ResolvedActor(name=None, type=found.type), rule
    if found.name is not None or found.type not in ("civilians", "unknown"):
        return found, rule
    behind = _PEOPLE_ONLY.search(raw) is not None and _THEN_BODY.match(context.text, context.end) is not None
    return (replace(found, type="aid_workers"), "noun") if behind or _OF_BODY.search(raw) else (found, rule)
