"""How well an incident stands, why, and what would change that."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from crossread import patterns as re
from crossread.codebook import load_codebook
from crossread.records import Claim, DateWindow, Disagreement, Place
from crossread.records.roles import SIDE_ROLES, SUFFERER_ROLES
from crossread.weigh.accepting import accepts_harm
from crossread.weigh.admissions import admitting_party, is_one_force
from crossread.weigh.boasts import tells_own_act
from crossread.weigh.case import Case, fold
from crossread.weigh.denials import is_denied_by, takes_back
from crossread.weigh.disagreements import is_contest
from crossread.weigh.places import places_fit
from crossread.weigh.saying import join_words, plural
from crossread.weigh.towns import accounts_fit
from crossread.weigh.values import choose_type, place_of, plain_words, window_of, windows_fit
from crossread.weigh.who_they_were import SLOT

_NOBODYS = ("accident", "agreement")  # what nobody is responsible for, and what is no harm
_DOING = ("perpetrator", *SIDE_ROLES)
_STATES = ("state_forces", "foreign_forces", "police")
_SERVICE = re.compile(r"(?:the\s+)?(?:army|military|armed\s+forces|air\s+force|navy|(?:military\s+)?junta)", re.IGNORECASE)
_ORGANISED = ("state_forces", "foreign_forces", "police", "rebel_group", "political_militia", "communal_militia")


@dataclass(frozen=True, slots=True, kw_only=True)
class Grade:
    """A grade of the codebook and the reason in one or two sentences, the last of which tells what would change it."""

    code: str
    reason: str


def grade_case(case: Case, disagreements: Sequence[Disagreement], when: DateWindow | None, where: Place | None) -> Grade:
    """The grade by the rules of the codebook, tried from `discounted` to `weak`."""
    if case.id in case.dismissed:
        return Grade(
            code="discounted",
            reason=f"A reviewer set it aside: {case.dismissed[case.id]}. Accepting it again would change this.",
        )
    if not case.standing and case.dismissed:
        reasons = sorted({case.dismissed[c.id] for c in (*case.accounts, *case.mentions) if c.id in case.dismissed})
        return Grade(
            code="discounted",
            reason=f"A reviewer set all accounts aside: {join_words(reasons)}. Accepting one again would change this.",
        )
    contested = [row for row in disagreements if row.severity == "outcome" and row.slot != "harm.effect"]
    if contested or is_contest(case):
        about = join_words(_competing(contested, case))
        needs = "A retraction or correction by one side, or a reviewer's judgement, would change this."
        return Grade(code="contested", reason=f"Accounts compete on {about}. {needs}")
    if owner := _owner(case):
        return Grade(code="confirmed", reason=f"{owner} accepts its own responsibility. A denial by it would change this.")
    return _by_sources(case, when, where, _words_apart(disagreements))


def _competing(contested: Sequence[Disagreement], case: Case) -> list[str]:
    """On what the accounts compete, in words."""
    about = {
        "what happened to people": any(row.slot != SLOT for row in contested),
        "who the dead were": any(row.slot == SLOT for row in contested),
        "who did it": is_contest(case),
    }
    return [words for words, told in about.items() if told]


def _words_apart(disagreements: Sequence[Disagreement]) -> str:
    """What the list holds above number that is no contradiction: wider words for the same people, names tied to each other."""
    said = []
    if any(row.slot == "harm.effect" for row in disagreements):
        said.append("use different words for what became of people")
    if any(row.severity == "perpetrator" for row in disagreements):
        said.append("give names that are tied to each other")
    return f"; they {join_words(said)}" if said else ""


def _by_sources(case: Case, when: DateWindow | None, where: Place | None, words: str) -> Grade:
    accounts = [claim for claim in case.accounts if claim.id not in case.dismissed]
    agreeing = [claim for claim in accounts if _stands_by(claim, when, where, case)]
    sources, agree = case.count_groups(accounts), case.count_groups(agreeing)
    nobody = load_codebook().family(choose_type(case)) == "accident"
    better = "A contradicting report would change this." if nobody else "A party's own admission would confirm it."
    if agree >= 2:
        rest = sources - agree
        but = f"; {plural(rest, 'source')} more {'differs' if rest == 1 else 'differ'} on date or place" if rest else ""
        return Grade(
            code="fair", reason=f"{agree} independent sources without contradiction above number{words}{but}. {better}"
        )
    if not accounts:
        return Grade(code="weak", reason="Only mentioned in passing or as background. A report of its own would change this.")
    if sources == 1:
        copies = " (near-copies count once)" if len({c.document_id for c in accounts}) > 1 else ""
        return Grade(code="weak", reason=f"One independent source{copies}. A second one that agrees would make it fair.")
    return Grade(
        code="weak",
        reason=f"{sources} independent sources, but no two agree on date and place. One more that agrees would make it fair.",
    )


def _stands_by(claim: Claim, when: DateWindow | None, where: Place | None, case: Case) -> bool:
    window, place = window_of(claim), place_of(claim)
    dated = window is None or when is None or windows_fit(window, when)
    if not dated or place is None or where is None:
        return dated
    telling = [other for other in case.accounts if place_of(other) == where]
    return places_fit(place, where) and (not telling or any(accounts_fit(case, claim, other) for other in telling))


def _owner(case: Case) -> str | None:
    """The actor that accepts its own act: it claims it, by its own words or by those who speak for it.

    A named group that claims what the report lays on nobody by name ("gunmen") accepts it, too, and so does an army that tells
    in its own communiqué what "aircraft of the Air Force" did. That a report's source and
    its doer bear one name is not enough: only a claim is an admission, and none while an account has the party deny. Nor does
    who tells of fighters alone, its own and its enemy's, accept the civilians whom somebody else tells (`accepts_harm`).
    """
    for claim in case.standing:
        if claim.status not in ("accomplished", "attempted") or claim.stance == "denied" or claim.type in _NOBODYS:
            continue  # what was only threatened or planned is nobody's deed yet
        if not accepts_harm(claim, case):
            continue
        doers = {fold(a.name): a.name for a in claim.actors if a.name and a.role in _DOING}
        claiming = [actor.name or actor.raw for actor in claim.actors if actor.role == "claimant"]
        claiming += [speaker.name or speaker.raw for speaker in claim.speakers if speaker.role == "claims"]
        claiming += [case.stated_source(claim) or "", *_may_speak(claim)] if claim.stance == "claimed" else []
        named = [doers[fold(name)] for name in claiming if fold(name) in doers]
        groups = [actor for actor in claim.actors if actor.role == "claimant" and actor.type in _ORGANISED]
        unrivalled = [actor.name for actor in groups if actor.name and not doers]
        own = [tells_own_act(claim, case.stated_source(claim))]
        owning = [
            name
            for name in (*(named or unrivalled), *own, *_unnamed_force(claim), *_admission(claim, case))
            if name and not _is_denied(name, claim, case)
        ]
        if owning:
            return owning[0]
    return None


def _unnamed_force(claim: Claim) -> list[str]:
    """ "The military" that claims it, by the name of the one force of a state that is told to have done it, or by its words.

    There is one in the country of an incident; where groups or several states did it, whose it is stays open.
    """
    words = [plain_words(row.raw) for row in claim.actors if row.role == "claimant" and not row.name]
    words += [plain_words(row.raw) for row in claim.speakers if row.role == "claims" and not row.name]
    words = [said for said in words if _SERVICE.fullmatch(said)]
    doers = [actor for actor in claim.actors if actor.role in _DOING and (actor.name or actor.type not in _STATES)]
    names = list(dict.fromkeys(str(actor.name) for actor in doers))
    if not words or len(names) > 1 or any(actor.type not in _STATES for actor in doers):
        return []
    return names or [f"The “{re.sub(r'^the ', '', words[0], flags=re.IGNORECASE)}”"]


def _admission(claim: Claim, case: Case) -> list[str]:
    """The doer whose own officer tells it; of a force told by kind alone none while an account has that force deny."""
    name = admitting_party(claim, case)
    named = any(actor.name == name for actor in claim.actors)
    kinds = {actor.type for actor in claim.actors if actor.role == "perpetrator"}
    if name is None or (not named and any(is_one_force(row, kinds) for row in case.standing)):
        return []
    return [name]


def _may_speak(claim: Claim) -> list[str]:
    """The doers by name whose word a claim told by its doers alone may be: nobody who suffers it, nor who fought the teller.

    "The army said it had killed 40 RSF fighters in clashes" is the word of an army that no list names, and not of the RSF.
    """
    doers = [actor for actor in claim.actors if actor.role in _DOING]
    hurt = {fold(actor.name) for actor in claim.actors if actor.role in SUFFERER_ROLES and actor.name}
    heard = {fold(plain_words(row.raw)) for row in claim.actors if row.role == "claimant"}
    heard |= {fold(plain_words(row.raw)) for row in claim.speakers if row.role == "claims"}
    telling = {actor.role for actor in doers if not actor.name and fold(plain_words(actor.raw)) in heard}
    free = [actor for actor in doers if fold(actor.name or "") not in hurt]
    free = free or [actor for actor in doers if actor.role == "perpetrator"]
    return [actor.name for actor in free if actor.name and (actor.role in telling or not telling & set(SIDE_ROLES))]


def _is_denied(name: str, claim: Claim, case: Case) -> bool:
    """True where another account has the same party deny, or this one, in which it stands accused."""
    return takes_back(name, claim) or any(is_denied_by(name, row) for row in case.standing if row.id != claim.id)
