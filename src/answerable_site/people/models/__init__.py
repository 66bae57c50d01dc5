"""Organisations, people, who holds which role where and when, and machine accounts."""

from answerable_site.people.models.accounts import (
    Assignment,
    AssignmentQuerySet,
    Naming,
    Organisation,
    SecondFactorReset,
    Tenure,
    User,
    UserManager,
)
from answerable_site.people.models.machines import (
    KeptAnswer,
    MachineAccount,
    MachineToken,
)

__all__ = [
    "Assignment",
    "AssignmentQuerySet",
    "KeptAnswer",
    "MachineAccount",
    "MachineToken",
    "Naming",
    "Organisation",
    "SecondFactorReset",
    "Tenure",
    "User",
    "UserManager",
]
