"""Every write about cases, and the entry that every read of one leaves."""

from answerable_site.casework.operations.adding import (
    ReferenceExists,
    add_case,
    add_decoy,
    add_reference,
)
from answerable_site.casework.operations.counting import (
    count_open_cases,
    count_open_cases_by_person,
)
from answerable_site.casework.operations.reading import (
    CaseOutOfReach,
    look_up,
    note_listed,
    note_read,
    open_case,
)
from answerable_site.casework.operations.resealing import reseal_references
from answerable_site.casework.operations.working import (
    AlreadyEnded,
    AlreadyShared,
    AlreadyWorksOnIt,
    CannotWorkOnIt,
    assign,
    end_assignment,
    end_share,
    share,
)

__all__ = [
    "AlreadyEnded",
    "AlreadyShared",
    "AlreadyWorksOnIt",
    "CannotWorkOnIt",
    "CaseOutOfReach",
    "ReferenceExists",
    "add_case",
    "add_decoy",
    "add_reference",
    "assign",
    "count_open_cases",
    "count_open_cases_by_person",
    "end_assignment",
    "end_share",
    "look_up",
    "note_listed",
    "note_read",
    "open_case",
    "reseal_references",
    "share",
]
