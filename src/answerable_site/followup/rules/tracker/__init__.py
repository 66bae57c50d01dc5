"""A tracker of former days: its columns, its words, and what loading it would do."""

from answerable_site.followup.rules.tracker.columns import EITHER, NAMES, Column
from answerable_site.followup.rules.tracker.finding import NewInspection, NewRecommendation
from answerable_site.followup.rules.tracker.known import (
    Facts,
    Known,
    KnownAction,
    KnownCommitment,
    KnownInspection,
    KnownPerson,
    KnownRecommendation,
)
from answerable_site.followup.rules.tracker.mapping import (
    Blank,
    Columns,
    Mapping,
    MappingRefused,
    columns_of,
    keys_of,
)
from answerable_site.followup.rules.tracker.moving import AS_IMPORTED, Change, Moves, Target, Update
from answerable_site.followup.rules.tracker.plan import (
    Outcome,
    OwnSaid,
    Plan,
    PlannedAction,
    PlannedCommitment,
    PlannedRow,
)
from answerable_site.followup.rules.tracker.planning import planned
from answerable_site.followup.rules.tracker.rows import Problem, ReadRow, as_read, rows_of
from answerable_site.followup.rules.tracker.words import MEANINGS, words_of

__all__ = [
    "AS_IMPORTED",
    "EITHER",
    "MEANINGS",
    "NAMES",
    "Blank",
    "Change",
    "Column",
    "Columns",
    "Facts",
    "Known",
    "KnownAction",
    "KnownCommitment",
    "KnownInspection",
    "KnownPerson",
    "KnownRecommendation",
    "Mapping",
    "MappingRefused",
    "Moves",
    "NewInspection",
    "NewRecommendation",
    "Outcome",
    "OwnSaid",
    "Plan",
    "PlannedAction",
    "PlannedCommitment",
    "PlannedRow",
    "Problem",
    "ReadRow",
    "Target",
    "Update",
    "as_read",
    "columns_of",
    "keys_of",
    "planned",
    "rows_of",
    "words_of",
]
