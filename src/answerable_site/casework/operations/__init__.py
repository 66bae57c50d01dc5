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
from answerable_site.casework.operations.handing_over import (
    NothingToHandOver,
    hand_over,
)
from answerable_site.casework.operations.limits import (
    LimitDoesNotWait,
    confirm_limit,
    set_limit,
)
from answerable_site.casework.operations.reading import (
    CaseOutOfReach,
    look_up,
    note_combined,
    note_listed,
    note_read,
    open_case,
    read_case,
)
from answerable_site.casework.operations.reckoning import (
    reckon_cases,
)
from answerable_site.casework.operations.recording import (
    CannotHaveHappened,
    Considered,
    ReasonNeeded,
    record_event,
)
from answerable_site.casework.operations.resealing import (
    reseal_references,
)
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
    "CannotHaveHappened",
    "CannotWorkOnIt",
    "CaseOutOfReach",
    "Considered",
    "LimitDoesNotWait",
    "NothingToHandOver",
    "ReasonNeeded",
    "ReferenceExists",
    "add_case",
    "add_decoy",
    "add_reference",
    "assign",
    "confirm_limit",
    "count_open_cases",
    "count_open_cases_by_person",
    "end_assignment",
    "end_share",
    "hand_over",
    "look_up",
    "note_combined",
    "note_listed",
    "note_read",
    "open_case",
    "read_case",
    "reckon_cases",
    "record_event",
    "reseal_references",
    "set_limit",
    "share",
]
