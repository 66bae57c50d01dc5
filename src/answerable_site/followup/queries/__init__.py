"""Every read of follow-up."""

from answerable_site.followup.queries.choices import (
    bodies_decided_for,
    organisations_managed_by,
    organisations_that_act,
    owners_ever,
    owns_still,
    people_who_could_own,
)
from answerable_site.followup.queries.closing import (
    closures_to_check,
    criteria_of,
    gaps_before_closing,
)
from answerable_site.followup.queries.escalating import (
    Movement,
    Rise,
    escalations_to_mail,
    movement,
)
from answerable_site.followup.queries.policies import (
    FIRST_LEVELS,
    assurance_levels_of,
    closure_levels_of,
    policies_of,
    policy_of,
)
from answerable_site.followup.queries.visible import (
    actions_visible_to,
    bodies_followed_by,
    commitments_beside,
    commitments_visible_to,
    escalations_visible_to,
    evidence_visible_to,
    ladder_of,
    recommendations_to_follow_up,
    whole_actions,
    whole_commitments,
)

__all__ = [
    "FIRST_LEVELS",
    "Movement",
    "Rise",
    "actions_visible_to",
    "assurance_levels_of",
    "bodies_decided_for",
    "bodies_followed_by",
    "closure_levels_of",
    "closures_to_check",
    "commitments_beside",
    "commitments_visible_to",
    "criteria_of",
    "escalations_to_mail",
    "escalations_visible_to",
    "evidence_visible_to",
    "gaps_before_closing",
    "ladder_of",
    "movement",
    "organisations_managed_by",
    "organisations_that_act",
    "owners_ever",
    "owns_still",
    "people_who_could_own",
    "policies_of",
    "policy_of",
    "recommendations_to_follow_up",
    "whole_actions",
    "whole_commitments",
]
