"""stub"""

from answerable.statute.limits import LIMITS, Limits


def limits_of(organisation_id: int) -> Limits:
    return LIMITS


def limits_for(viewer: object) -> Limits:
    return LIMITS
