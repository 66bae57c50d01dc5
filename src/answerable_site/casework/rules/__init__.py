"""The words and pure rules of cases. No Django."""

from answerable_site.casework.rules.identity import (
    kinds_of_signs,
    written_in,
)
from answerable_site.casework.rules.limits import (
    HAS_LIMITS,
    LONGEST_LIMIT,
    UnusableLimit,
    check_limit,
    limits_set_by,
    own_version,
    setter_of,
)
from answerable_site.casework.rules.opening import (
    STAYS_OPEN,
    Ground,
    GroundOutOfPlace,
    check_ground,
    closes_at,
)
from answerable_site.casework.rules.order import recorded_first
from answerable_site.casework.rules.places import (
    ASSIGNABLE,
    ASSIGNS,
    READS_CASES,
    SEES_EVERY_CASE,
    SHARES_WITH,
)
from answerable_site.casework.rules.references import (
    ReferenceKind,
    UnusableReference,
    canonical_reference,
    plain_reference,
)
from answerable_site.casework.rules.settling import (
    SETTLED_BY,
    facts_about,
)
from answerable_site.casework.rules.sides import (
    HIDDEN_FROM_SUPPORT,
    PEOPLE,
    RECORDS_EVENTS,
    ROLES_OF_SIDE,
    SEES_RESTRICTED,
    SERVICES,
    SHOWN_TO_SUPPORT,
    SIDES,
    WRITES_LETTERS,
    concerns_any,
    is_restricted,
    is_shown,
    numbers_in,
    restricted_numbers,
    roles_recording,
    side_of,
)

__all__ = [
    "ASSIGNABLE",
    "ASSIGNS",
    "HAS_LIMITS",
    "HIDDEN_FROM_SUPPORT",
    "LONGEST_LIMIT",
    "PEOPLE",
    "READS_CASES",
    "RECORDS_EVENTS",
    "ROLES_OF_SIDE",
    "SEES_EVERY_CASE",
    "SEES_RESTRICTED",
    "SERVICES",
    "SETTLED_BY",
    "SHARES_WITH",
    "SHOWN_TO_SUPPORT",
    "SIDES",
    "STAYS_OPEN",
    "WRITES_LETTERS",
    "Ground",
    "GroundOutOfPlace",
    "ReferenceKind",
    "UnusableLimit",
    "UnusableReference",
    "canonical_reference",
    "check_ground",
    "check_limit",
    "closes_at",
    "concerns_any",
    "facts_about",
    "is_restricted",
    "is_shown",
    "kinds_of_signs",
    "limits_set_by",
    "numbers_in",
    "own_version",
    "plain_reference",
    "recorded_first",
    "restricted_numbers",
    "roles_recording",
    "setter_of",
    "side_of",
    "written_in",
]
