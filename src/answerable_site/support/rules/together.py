"""Who meets, and who explains what they do."""

from __future__ import annotations

from datetime import date
from enum import StrEnum


class MeetingRefused(ValueError):
    """What cannot be written down of a meeting or a page of roles."""


class RoleKind(StrEnum):
    """Kinds of organisation that explain to each other what they do (recommendation 2)."""

    POLICE_FORCE = "police_force"
    CPS_AREA = "cps_area"
    SUPPORT_SERVICE = "support_service"


def is_due_for_review(review_on: date, *, on: date) -> bool:
    """Whether a page was to be looked at again before a day."""
    return review_on < on
