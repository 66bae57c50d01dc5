"""Every change to a response: drafting, signing, publishing."""

from answerable_site.responses.operations.approvals import (
    CannotApprove,
    StepEnded,
    StepExists,
    add_approval_step,
    approve_response,
    end_approval_step,
)
from answerable_site.responses.operations.binding import DecisionIncomplete, decide_binding
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
from answerable_site.responses.operations.drafting import (
    NotOfThisReport,
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
from answerable_site.responses.operations.handing_over import NotToBePassed, hand_over
from answerable_site.responses.operations.locked import NotConcerned, ResponsePublished
from answerable_site.responses.operations.milestones import (
    PauseEnded,
    PauseRuns,
    end_pause,
    pause_milestones,
)
from answerable_site.responses.operations.publishing import (
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
from answerable_site.responses.rules.versions import ChangedMeanwhile, NothingChanged

__all__ = [
    "AlreadyLifted",
    "AlreadyPrepared",
    "AlreadySigned",
    "ApprovalMissing",
    "CannotApprove",
    "CannotExclude",
    "ChangedMeanwhile",
    "CommentsStillWanted",
    "DatesOutOfOrder",
    "DecisionIncomplete",
    "DocumentChanged",
    "EntryOutdated",
    "EntryPrepared",
    "NoEntry",
    "NoRevision",
    "NotConcerned",
    "NotInvited",
    "NotOfThisReport",
    "NotPrepared",
    "NotToBePassed",
    "NothingChanged",
    "NothingToRevise",
    "NothingWritten",
    "PauseEnded",
    "PauseRuns",
    "ReasonNotNeeded",
    "ResponseIncomplete",
    "ResponsePublished",
    "RevisionOpen",
    "RevisionWithoutReason",
    "StepEnded",
    "StepExists",
    "add_approval_step",
    "approve_response",
    "begin_revision",
    "decide_binding",
    "end_approval_step",
    "end_pause",
    "enter_chief_officer_comments",
    "exclude_passage",
    "explain_finding",
    "give_up_revision",
    "hand_over",
    "invite_chief_officer",
    "lift_exclusion",
    "pause_milestones",
    "prepare_entry_correction",
    "prepare_public_entry",
    "prepare_response",
    "publish_response",
    "record_no_comments",
    "sign_response",
    "submit_chief_officer_comments",
    "write_own_comments",
    "write_reply",
]
