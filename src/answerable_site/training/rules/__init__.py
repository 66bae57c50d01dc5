"""The words and pure rules of training. No Django."""

from answerable_site.training.rules.capacity import per_hundred_cases
from answerable_site.training.rules.facts import (
    AttendanceFacts,
    CountingFacts,
    Countings,
    PersonFacts,
    PostingFacts,
    QualificationFacts,
)
from answerable_site.training.rules.figures import (
    Attendance,
    FigureKind,
    Place,
    Presence,
    Qualified,
    attendance_in,
    is_in_post,
    qualified_on,
)
from answerable_site.training.rules.qualifying import Standing, Unqualified, standing_on
from answerable_site.training.rules.recording import (
    CountsTwice,
    DaysOutOfOrder,
    check_counts_once,
    check_order,
    check_result,
)
from answerable_site.training.rules.words import (
    COUNTED_DUTY,
    LEARNS,
    Duty,
    Outcome,
    Purpose,
    duties_in,
)
from answerable_site.training.rules.worklists import (
    Waiting,
    Worklists,
    lacks_result,
    worklists_on,
)
from answerable_site.training.rules.years import FinancialYear

__all__ = [
    "COUNTED_DUTY",
    "LEARNS",
    "Attendance",
    "AttendanceFacts",
    "CountingFacts",
    "Countings",
    "CountsTwice",
    "DaysOutOfOrder",
    "Duty",
    "FigureKind",
    "FinancialYear",
    "Outcome",
    "PersonFacts",
    "Place",
    "PostingFacts",
    "Presence",
    "Purpose",
    "QualificationFacts",
    "Qualified",
    "Standing",
    "Unqualified",
    "Waiting",
    "Worklists",
    "attendance_in",
    "check_counts_once",
    "check_order",
    "check_result",
    "duties_in",
    "is_in_post",
    "lacks_result",
    "per_hundred_cases",
    "qualified_on",
    "standing_on",
    "worklists_on",
]
