"""The label lists the heads are trained on, in the codebook's codes; written beside the encoder and read back from there."""

from __future__ import annotations

# What a token can be part of. `object` is an actor of type object: it is tagged apart because its role differs so much.
CATEGORIES = ("trigger", "actor", "object", "place", "time", "harm", "means", "speaker", "wording")

TYPES = (
    "air_strike shelling bombing armed_clash armed_attack killing sexual_violence ill_treatment abduction detention "
    "crackdown riot protest arson destruction looting displacement territorial_change weapons_seizure operation "
    "agreement accident"
).split()
SCOPES = ("incident", "background", "aggregate")
STATUSES = ("accomplished", "attempted", "threatened")
STANCES = ("asserted", "attributed", "claimed", "alleged", "denied", "rumoured")
ROLES = ("perpetrator", "target", "victim", "side_a", "side_b", "accused", "claimant", "bystander")
SPEAKER_ROLES = ("reports", "claims", "accuses", "denies")
ACTOR_TYPES = (
    "state_forces foreign_forces rebel_group political_militia communal_militia unidentified_armed_group police "
    "protesters rioters civilians officials aid_workers journalists unknown object"
).split()
EFFECTS = ("killed", "injured", "abducted", "detained", "missing", "displaced", "casualties", "incapacitated")
MEANS = (
    "ied mine car_bomb suicide_bomb grenade explosive firearm blade artillery mortar rocket missile aircraft drone "
    "fire vehicle chemical bare_hands other"
).split()
WORDINGS = ("label", "scare_quotes", "verdict", "call")

# What a mention can be for a trigger, and which of it by category of mention.
LINKS = (*ROLES, "where", "when", "harm", "means", *(f"speaker_{r}" for r in SPEAKER_ROLES), "same")
LINKS_OF = {
    "actor": ROLES,
    "object": ROLES,
    "place": ("where",),
    "time": ("when",),
    "harm": ("harm",),
    "means": ("means",),
    "speaker": tuple(f"speaker_{r}" for r in SPEAKER_ROLES),
    "wording": (),
}

# What a mention can be said to be, by category of mention.
MENTION_CLASSES = {"actor_type": ACTOR_TYPES, "effect": EFFECTS, "group_type": ACTOR_TYPES, "means": MEANS, "wording": WORDINGS}
TRIGGER_CLASSES = {"type": TYPES, "scope": SCOPES, "status": STATUSES, "stance": STANCES}

# Tokens without a meaning of their own: no mention consists of them alone.
EMPTY_WORDS = (
    "the a an in on at of to from by with and or as for near outside inside into around across along about some more most last "
    "this that these those its his her their our other another same such very late early between during since until over under "
    "than least up no not . , ; : - ' \" ( ) [ ] “ ” ‘ ’ – — / &"
).split()

# Signed distances between trigger and mention, in tokens and in sentences; the heads see the bucket, not the number.
TOKEN_BUCKETS = (-200, -100, -50, -30, -18, -10, -5, -2, 0, 2, 5, 10, 18, 30, 50, 100, 200)
SENTENCE_BUCKETS = (-8, -4, -2, -1, 0, 1, 2, 4, 8)


def as_json() -> dict[str, object]:
    """All lists as the shipped labels.json holds them."""
    return {
        "categories": list(CATEGORIES),
        "links": list(LINKS),
        "links_of": {k: list(v) for k, v in LINKS_OF.items()},
        "mention_classes": {k: list(v) for k, v in MENTION_CLASSES.items()},
        "trigger_classes": {k: list(v) for k, v in TRIGGER_CLASSES.items()},
        "empty_words": list(EMPTY_WORDS),
        "token_buckets": list(TOKEN_BUCKETS),
        "sentence_buckets": list(SENTENCE_BUCKETS),
    }
