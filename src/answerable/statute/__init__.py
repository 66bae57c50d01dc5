"""Legal bases and clocks, each with its citation and the dates it is in force. Pure functions."""

from answerable.statute.bases import (
    BASES,
    NO_BASIS,
    SECTION_55,
    UnknownBasis,
    basis,
    propose_basis,
)
from answerable.statute.clock import LONDON, Clock, civil_date, clock_for, why_no_clock
from answerable.statute.deadlines import Precision, ResolvedDeadline, add_months, resolve
from answerable.statute.limits import (
    LIMITS,
    UNCOUNTED,
    Limit,
    Limits,
    NoLimitInForce,
    Unit,
    how_counted,
)
from answerable.statute.model import Confidence, LegalBasis, Period, Provision
from answerable.statute.provisions import (
    COPY_TO_INSPECTORS,
    COPY_TO_SECRETARY,
    INVITE_CHIEF_OFFICER,
    LATEST_PEEL_REPORT,
    LATEST_SUMMARY_ASSESSMENT,
    PROVISIONS,
)
from answerable.statute.version import RULES_VERSION, clock_version
from answerable.statute.words import days_in_words
from answerable.statute.working_days import (
    Nation,
    bank_holiday_name,
    is_weekend,
    is_working_day,
    working_day_on_or_after,
    working_day_on_or_before,
    working_days_between,
)

__all__ = [
    "BASES",
    "COPY_TO_INSPECTORS",
    "COPY_TO_SECRETARY",
    "INVITE_CHIEF_OFFICER",
    "LATEST_PEEL_REPORT",
    "LATEST_SUMMARY_ASSESSMENT",
    "LIMITS",
    "LONDON",
    "NO_BASIS",
    "PROVISIONS",
    "RULES_VERSION",
    "SECTION_55",
    "UNCOUNTED",
    "Clock",
    "Confidence",
    "LegalBasis",
    "Limit",
    "Limits",
    "Nation",
    "NoLimitInForce",
    "Period",
    "Precision",
    "Provision",
    "ResolvedDeadline",
    "Unit",
    "UnknownBasis",
    "add_months",
    "bank_holiday_name",
    "basis",
    "civil_date",
    "clock_for",
    "clock_version",
    "days_in_words",
    "how_counted",
    "is_weekend",
    "is_working_day",
    "propose_basis",
    "resolve",
    "why_no_clock",
    "working_day_on_or_after",
    "working_day_on_or_before",
    "working_days_between",
]
