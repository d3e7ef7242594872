"""The roles of actors in sets that the rules ask for, so that each set has one name and one meaning (codebook, roles).

A `perpetrator` did it as the report tells it, a `claimant` by his own word, an `accused` by another's; two sides fight where
nobody is told to have begun; `target` is whom an act was aimed at, `victim` whom it hit, `bystander` who was hit beside them.
"""

SIDE_ROLES = ("side_a", "side_b")
UNDISPUTED_DOERS = ("perpetrator", "claimant")  # whom nobody merely accuses
DOERS_BY_OTHERS = ("perpetrator", "accused")  # who did it in another's words
DOER_ROLES = ("perpetrator", "accused", "claimant")
UNDISPUTED_ACTIVE = (*UNDISPUTED_DOERS, *SIDE_ROLES)
ACTIVE_ROLES = (*DOER_ROLES, *SIDE_ROLES)
SUFFERER_ROLES = ("victim", "target")
AFFECTED_ROLES = (*SUFFERER_ROLES, "bystander")
