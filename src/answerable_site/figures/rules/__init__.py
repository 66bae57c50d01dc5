"""Words and pure rules of data cuts. No Django."""

from answerable_site.figures.rules.keeping import (
    LONGEST_KEPT,
    UnusablePlan,
    check_new_last_day,
    check_plan,
    erased_on,
    is_quarantine_over,
)
from answerable_site.figures.rules.numbers import MOST, Numbers
from answerable_site.figures.rules.progress import (
    GOING_ON,
    LEFT_BEHIND_AFTER,
    CutState,
    left_behind,
    percent_of,
)

__all__ = [
    "GOING_ON",
    "LEFT_BEHIND_AFTER",
    "LONGEST_KEPT",
    "MOST",
    "CutState",
    "Numbers",
    "UnusablePlan",
    "check_new_last_day",
    "check_plan",
    "erased_on",
    "is_quarantine_over",
    "left_behind",
    "percent_of",
]
