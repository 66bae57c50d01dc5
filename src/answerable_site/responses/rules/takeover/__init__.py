"""A list of past responses: its columns, its cells, and what loading it would do."""

from answerable_site.register.rules.lists import LEAVE_OUT, CellUnreadable
from answerable_site.responses.rules.takeover.cells import day_in
from answerable_site.responses.rules.takeover.columns import (
    Column,
    Columns,
    columns_of,
)
from answerable_site.responses.rules.takeover.plan import (
    Change,
    KnownReport,
    Outcome,
    Plan,
    PlannedRow,
    planned,
)
from answerable_site.responses.rules.takeover.rows import (
    ListedResponse,
    Problem,
    ReadRow,
    rows_of,
)

__all__ = [
    "LEAVE_OUT",
    "CellUnreadable",
    "Change",
    "Column",
    "Columns",
    "KnownReport",
    "ListedResponse",
    "Outcome",
    "Plan",
    "PlannedRow",
    "Problem",
    "ReadRow",
    "columns_of",
    "day_in",
    "planned",
    "rows_of",
]
