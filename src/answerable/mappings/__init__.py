"""Extracts of record systems become events of cases, by profiles that are data."""

from answerable.mappings.checking import NotThisSource, check_file, profile_digest
from answerable.mappings.checking.engine import EngineMissing
from answerable.mappings.checking.outcome import (
    Completeness,
    DoesNotAddUp,
    Outcome,
    Receipt,
    Reconciliation,
    SetAside,
)
from answerable.mappings.comparing import Difference, compare
from answerable.mappings.doubts import KINDS, Doubt
from answerable.mappings.profiles import (
    Profile,
    UnusableProfile,
    read_profile,
    shipped_names,
    shipped_profile,
    shipped_text,
)
from answerable.mappings.sampling import SampleResult, check_profile

__all__ = [
    "KINDS",
    "Completeness",
    "Difference",
    "DoesNotAddUp",
    "Doubt",
    "EngineMissing",
    "NotThisSource",
    "Outcome",
    "Profile",
    "Receipt",
    "Reconciliation",
    "SampleResult",
    "SetAside",
    "UnusableProfile",
    "check_file",
    "check_profile",
    "compare",
    "profile_digest",
    "read_profile",
    "shipped_names",
    "shipped_profile",
    "shipped_text",
]
