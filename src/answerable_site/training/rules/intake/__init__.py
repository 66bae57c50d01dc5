"""A list of attendance: its columns, its cells, and what loading it would do."""

from answerable_site.register.rules.lists import LEAVE_OUT
from answerable_site.training.rules.intake.columns import Column, Columns, columns_of
from answerable_site.training.rules.intake.plan import (
    Known,
    KnownPlace,
    KnownVersion,
    NewEvent,
    Plan,
    PlannedRow,
    Step,
    planned,
)
from answerable_site.training.rules.intake.rows import ListedPlace, Problem, ReadRow, rows_of

__all__ = [
    "LEAVE_OUT",
    "Column",
    "Columns",
    "Known",
    "KnownPlace",
    "KnownVersion",
    "ListedPlace",
    "NewEvent",
    "Plan",
    "PlannedRow",
    "Problem",
    "ReadRow",
    "Step",
    "columns_of",
    "planned",
    "rows_of",
]
