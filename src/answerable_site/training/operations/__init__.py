"""Every write of training."""

from answerable_site.training.operations.courses import (
    CannotSucceed,
    HasEnded,
    NameTaken,
    NewCounting,
    add_counting,
    add_course,
    add_version,
    end_counting,
    succeed_course,
)
from answerable_site.training.operations.events import (
    AlreadyBooked,
    SameResult,
    add_event,
    book,
    record_result,
)
from answerable_site.training.operations.figures import (
    FigureChanged,
    YearRuns,
    note_taken_away,
    state_figure,
)
from answerable_site.training.operations.intake import (
    NothingToLoad,
    PlanChanged,
    keep_list,
    load_list,
)
from answerable_site.training.operations.people import (
    NotOfThisOrganisation,
    add_development,
    add_posting,
    add_qualification,
    end_posting,
    open_record,
)
from answerable_site.training.operations.striking import strike

__all__ = [
    "AlreadyBooked",
    "CannotSucceed",
    "FigureChanged",
    "HasEnded",
    "NameTaken",
    "NewCounting",
    "NotOfThisOrganisation",
    "NothingToLoad",
    "PlanChanged",
    "SameResult",
    "YearRuns",
    "add_counting",
    "add_course",
    "add_development",
    "add_event",
    "add_posting",
    "add_qualification",
    "add_version",
    "book",
    "end_counting",
    "end_posting",
    "keep_list",
    "load_list",
    "note_taken_away",
    "open_record",
    "record_result",
    "state_figure",
    "strike",
    "succeed_course",
]
