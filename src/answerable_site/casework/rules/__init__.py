"""The words and pure rules of cases. No Django."""

from answerable_site.casework.rules.limits import (
    HAS_LIMITS,
    LONGEST_LIMIT,
    UnusableLimit,
    check_limit,
    own_version,
)
from answerable_site.casework.rules.opening import (
    STAYS_OPEN,
    Ground,
    GroundOutOfPlace,
    check_ground,
    closes_at,
)
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
)

__all__ = [
    "ASSIGNABLE",
    "ASSIGNS",
    "HAS_LIMITS",
    "LONGEST_LIMIT",
    "READS_CASES",
    "SEES_EVERY_CASE",
    "SHARES_WITH",
    "STAYS_OPEN",
    "Ground",
    "GroundOutOfPlace",
    "ReferenceKind",
    "UnusableLimit",
    "UnusableReference",
    "canonical_reference",
    "check_ground",
    "check_limit",
    "closes_at",
    "own_version",
]
