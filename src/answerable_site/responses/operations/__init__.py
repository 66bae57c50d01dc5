"""Every change to a response: drafting, signing, publishing."""

from answerable_site.responses.operations.approvals import (
    CannotApprove,
    StepEnded,
    StepExists,
    add_approval_step,
    approve_response,
    end_approval_step,
)
from answerable_site.responses.operations.binding import (
    DecisionIncomplete,
    decide_binding,
)
from answerable_site.responses.operations.chief_officer import (
    CommentsStillWanted,
    DatesOutOfOrder,
    NothingWritten,
    NotInvited,
    enter_chief_officer_comments,
    invite_chief_officer,
    record_no_comments,
    submit_chief_officer_comments,
)
from answerable_site.responses.operations.dispatching import (
    AlreadyOnItsWay,
    AlreadySent,
    NothingPublic,
    ProofMissing,
    keep_recipient,
    record_dispatch,
    send_copy,
    send_invitation,
)
from answerable_site.responses.operations.drafting import (
    NotAnotherResponse,
    NotOfThisReport,
    NotOurPriority,
    WelshAlone,
    explain_finding,
    write_own_comments,
    write_reply,
)
from answerable_site.responses.operations.exclusions import (
    AlreadyLifted,
    CannotExclude,
    exclude_passage,
    lift_exclusion,
)
from answerable_site.responses.operations.files import (
    FileTooLarge,
    ReceivedFile,
    keep_letter,
)
from answerable_site.responses.operations.handing_over import (
    NotToBePassed,
    hand_over,
)
from answerable_site.responses.operations.locked import (
    NotConcerned,
    ResponsePublished,
)
from answerable_site.responses.operations.milestones import (
    PauseEnded,
    PauseRuns,
    end_pause,
    pause_milestones,
)
from answerable_site.responses.operations.past import (
    PublishedHere,
    ReferenceTaken,
    record_past_response,
)
from answerable_site.responses.operations.posting import (
    NotToBeSent,
    WaitedTooLong,
    WithdrawnMeanwhile,
    note_failed,
    note_sent,
    take_up_dispatch,
)
from answerable_site.responses.operations.publishing import (
    EarlierDayNotKnown,
    EntryOutdated,
    EntryPrepared,
    NoEntry,
    prepare_entry_correction,
    prepare_public_entry,
    publish_response,
)
from answerable_site.responses.operations.revising import (
    NoRevision,
    NothingToRevise,
    RevisionOpen,
    RevisionWithoutReason,
    begin_revision,
    give_up_revision,
)
from answerable_site.responses.operations.signing import (
    AlreadyPrepared,
    AlreadySigned,
    ApprovalMissing,
    DocumentChanged,
    NotPrepared,
    ReasonNotNeeded,
    ResponseIncomplete,
    prepare_response,
    sign_response,
)
from answerable_site.responses.operations.specified_information import (
    record_specified_information,
)
from answerable_site.responses.operations.takeover import (
    NothingToLoad,
    PlanChanged,
    keep_list,
    load_list,
)
from answerable_site.responses.operations.unsaved import (
    BegunFromNewer,
    Kept,
    discard_unsaved,
    keep_unsaved,
)
from answerable_site.responses.rules.unsaved import (
    NotKept,
)
from answerable_site.responses.rules.versions import (
    ChangedMeanwhile,
    NothingChanged,
)

__all__ = [
    "AlreadyLifted",
    "AlreadyOnItsWay",
    "AlreadyPrepared",
    "AlreadySent",
    "AlreadySigned",
    "ApprovalMissing",
    "BegunFromNewer",
    "CannotApprove",
    "CannotExclude",
    "ChangedMeanwhile",
    "CommentsStillWanted",
    "DatesOutOfOrder",
    "DecisionIncomplete",
    "DocumentChanged",
    "EarlierDayNotKnown",
    "EntryOutdated",
    "EntryPrepared",
    "FileTooLarge",
    "Kept",
    "NoEntry",
    "NoRevision",
    "NotAnotherResponse",
    "NotConcerned",
    "NotInvited",
    "NotKept",
    "NotOfThisReport",
    "NotOurPriority",
    "NotPrepared",
    "NotToBePassed",
    "NotToBeSent",
    "NothingChanged",
    "NothingPublic",
    "NothingToLoad",
    "NothingToRevise",
    "NothingWritten",
    "PauseEnded",
    "PauseRuns",
    "PlanChanged",
    "ProofMissing",
    "PublishedHere",
    "ReasonNotNeeded",
    "ReceivedFile",
    "ReferenceTaken",
    "ResponseIncomplete",
    "ResponsePublished",
    "RevisionOpen",
    "RevisionWithoutReason",
    "StepEnded",
    "StepExists",
    "WaitedTooLong",
    "WelshAlone",
    "WithdrawnMeanwhile",
    "add_approval_step",
    "approve_response",
    "begin_revision",
    "decide_binding",
    "discard_unsaved",
    "end_approval_step",
    "end_pause",
    "enter_chief_officer_comments",
    "exclude_passage",
    "explain_finding",
    "give_up_revision",
    "hand_over",
    "invite_chief_officer",
    "keep_letter",
    "keep_list",
    "keep_recipient",
    "keep_unsaved",
    "lift_exclusion",
    "load_list",
    "note_failed",
    "note_sent",
    "pause_milestones",
    "prepare_entry_correction",
    "prepare_public_entry",
    "prepare_response",
    "publish_response",
    "record_dispatch",
    "record_no_comments",
    "record_past_response",
    "record_specified_information",
    "send_copy",
    "send_invitation",
    "sign_response",
    "submit_chief_officer_comments",
    "take_up_dispatch",
    "write_own_comments",
    "write_reply",
]
