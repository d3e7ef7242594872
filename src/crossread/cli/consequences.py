"""What a decision did to incidents, told at the command line: what moved, what stayed apart, and where ids lead."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from crossread.cli.options import say_store

if TYPE_CHECKING:
    from crossread.flow.foreseeing import Moves
    from crossread.flow.judging import Decision
    from crossread.records import Judgement
    from crossread.store import Store

MERGES = ("merge", "same")
MOST_GONE = 3  # incidents that are named one by one when a report that alone told them is withdrawn


@dataclass(frozen=True, slots=True, kw_only=True)
class Before:
    """What is looked at before a decision: homes of claims, ids that lead elsewhere, twins that a merge leaves out, and
    what excludes it."""

    homes: Mapping[str, str]
    led: Mapping[str, str]
    twins: Mapping[str, str]
    excluding: Sequence[str]
    merges: bool = False
    of_incidents: bool = False

    def asks(self, moves: Moves) -> bool:
        """True for a merge that something speaks against or that leaves claims apart, and for two claims of which the merge
        takes accounts out of their incident: it is looked at first."""
        return self.merges and bool(self.excluding or self.twins or (moves.left and not self.of_incidents))


def look_before(store: Store, decision: Decision, *, policy: str) -> Before:
    """How things stand, with what is known of the decision that is to come; refused as the decision will be."""
    from crossread.flow.foreseeing import find_homes, list_differences, list_exclusions, list_led
    from crossread.flow.joining import plan_joining

    names = decision.names
    of_incidents = decision.kind == "merge" or any(name.startswith("inc_") for name in names)
    merges = decision.kind in MERGES
    find_against = list_exclusions if of_incidents else list_differences
    return Before(
        homes=find_homes(store),
        led=list_led(store, names),
        twins=plan_joining(store, names).twins if merges and of_incidents else {},
        excluding=find_against(store, names, policy=policy) if merges else (),
        merges=merges,
        of_incidents=of_incidents,
    )


def tell_json(before: Before, moves: Moves) -> dict[str, Any]:
    """For a program: accounts that left, ids that lead elsewhere or are new, what stays apart and what excluded it."""
    return {
        "named": dict(before.led),
        "left": [asdict(row) for row in moves.left],
        "led": dict(moves.led),
        "new": list(moves.new),
        "apart": dict(before.twins),
        "excluding": list(before.excluding),
    }


def say_undo(judgement: str, store: str) -> str:
    """The command that takes back the decision which this judgement belongs to."""
    from crossread.flow.judging import decision_of

    return f"crossread judge undo {decision_of(judgement)}{say_store(store)}"


def iter_held(store: Store, made: Sequence[Judgement], address: str) -> Iterator[str]:
    """Decisions that say the same as what was just written, or that hold although it was taken back, a line each.

    Without it, what was dismissed twice and taken back once would stay dismissed and nobody knew why.
    """
    from crossread.flow.judging import list_alike

    undone = made[0].kind == "undo"
    for row in list_alike(store, made):
        why = f" ({row.reason})" if row.reason else ""
        told = f"{row.kind} {row.subject}, by {row.made_by} on {row.made_at:%Y-%m-%d}{why}"
        back = f"{say_undo(row.id, address)} takes that back{', too' if undone else ''}."
        yield f"{'Still holds' if undone else 'Held before'}: {told}; {back}"


def iter_lines(store: Store, before: Before, moves: Moves) -> Iterator[str]:
    """For a person, a line each."""
    for name, today in before.led.items():
        yield f"{name} leads to {today} today: the decision is about that."
    for sentence in before.excluding:
        yield f"What speaks against it: {sentence}"
    for claim, twin in before.twins.items():
        yield (
            f"Stays apart: {_say(store, claim)}: its report stands there already with {_say(store, twin)}, and an incident "
            f"takes one claim of a report. If both tell the same: crossread judge dismiss {claim} --reason WHY."
        )
    yield from iter_move_lines(store, moves, told=before.twins)


def iter_move_lines(store: Store, moves: Moves, *, told: Container[str] = ()) -> Iterator[str]:
    """Where accounts and ids went, a line each; of the claims in `told` something was said before."""
    for row in moves.left:
        if row.claim not in told:
            yield f"{_say(store, row.claim)} left {row.was} and is in {row.now or 'no incident'} now."
    gone = [name for name, lead in moves.led.items() if not lead]
    for name, lead in moves.led.items():
        if lead or len(gone) <= MOST_GONE:
            yield f"{name} leads to {lead} now." if lead else f"{name} is withdrawn."
    if len(gone) > MOST_GONE:
        yield f"{len(gone)} incidents that nothing else tells are withdrawn: {', '.join(gone[:MOST_GONE])} …"
    for name in moves.new:
        yield f"{name} is an incident of its own now."


def _say(store: Store, name: str) -> str:
    """A claim by its source, words and id."""
    from crossread.weigh import name_source

    claim = store.get_claim(name)
    document = store.get_document(claim.document_id)
    return f"{name_source(document, document.id).line}, “{' '.join(claim.trigger.quote.split())}” ({name})"
