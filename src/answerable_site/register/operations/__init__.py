"""Every change to the register."""

from answerable_site.register.operations.clocks import (
    recount_clocks,
)
from answerable_site.register.operations.decisions import (
    CandidateAlreadyDecided,
    CandidateNotDecided,
    CandidateOfAnotherDocument,
    NothingToDecide,
    accept_all_without_doubts,
    accept_candidate,
    merge_candidates,
    reject_candidate,
    reopen_candidate,
    split_candidate,
)
from answerable_site.register.operations.documents import (
    DocumentAlreadyUsed,
    ReadingStillGoesOn,
    add_document,
    read_again,
    set_document_aside,
)
from answerable_site.register.operations.inspections import (
    confirm_inspection,
    correct_inspection,
    enter_inspection,
    enter_inspections,
    explain_gap,
    link_inspections,
)
from answerable_site.register.operations.listed import HasParts, add_recommendations
from answerable_site.register.operations.lists import KEPT_FOR, KeptList
from answerable_site.register.operations.passing import (
    pass_inspections,
)
from answerable_site.register.operations.priorities import (
    EndsBeforeItBegins,
    PriorityEnded,
    PriorityExists,
    add_priority,
    end_priority,
)
from answerable_site.register.operations.readings import (
    ReadingOvertaken,
    begin_reading,
    complete_reading,
    refuse_reading,
    report_progress,
)
from answerable_site.register.operations.recommendations import (
    AddresseeHasStatements,
    add_recommendation,
    choose_themes,
    correct_recommendation,
    link_recommendations,
    record_statement,
    set_working_deadline,
)
from answerable_site.register.operations.relations import (
    AlreadyLinked,
)
from answerable_site.register.operations.storing import StoredFile

__all__ = [
    "KEPT_FOR",
    "AddresseeHasStatements",
    "AlreadyLinked",
    "CandidateAlreadyDecided",
    "CandidateNotDecided",
    "CandidateOfAnotherDocument",
    "DocumentAlreadyUsed",
    "EndsBeforeItBegins",
    "HasParts",
    "KeptList",
    "NothingToDecide",
    "PriorityEnded",
    "PriorityExists",
    "ReadingOvertaken",
    "ReadingStillGoesOn",
    "StoredFile",
    "accept_all_without_doubts",
    "accept_candidate",
    "add_document",
    "add_priority",
    "add_recommendation",
    "add_recommendations",
    "begin_reading",
    "choose_themes",
    "complete_reading",
    "confirm_inspection",
    "correct_inspection",
    "correct_recommendation",
    "end_priority",
    "enter_inspection",
    "enter_inspections",
    "explain_gap",
    "link_inspections",
    "link_recommendations",
    "merge_candidates",
    "pass_inspections",
    "read_again",
    "record_statement",
    "recount_clocks",
    "refuse_reading",
    "reject_candidate",
    "reopen_candidate",
    "report_progress",
    "set_document_aside",
    "set_working_deadline",
    "split_candidate",
]
