"""Every change to a response: drafting, signing, publishing."""

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
    NotAnotherResponse,
    NotOfThisReport,
    NotOurPriority,
    explain_finding,
    write_own_comments,
    write_reply,
)
from answerable_site.responses.operations.locked import NotConcerned, ResponsePublished
from answerable_site.responses.operations.publishing import (
    EntryOutdated,
    EntryPrepared,
    NoEntry,
    prepare_entry_correction,
    prepare_public_entry,
    publish_response,
)
from answerable_site.responses.operations.signing import (
    AlreadyPrepared,
    AlreadySigned,
    DocumentChanged,
    NotPrepared,
    ResponseIncomplete,
    prepare_response,
    sign_response,
)
from answerable_site.responses.operations.unsaved import (
    BegunFromNewer,
    Kept,
    discard_unsaved,
    keep_unsaved,
)
from answerable_site.responses.rules.unsaved import NotKept
from answerable_site.responses.rules.versions import ChangedMeanwhile, NothingChanged

__all__ = [
    "AlreadyPrepared",
    "AlreadySigned",
    "BegunFromNewer",
    "ChangedMeanwhile",
    "CommentsStillWanted",
    "DatesOutOfOrder",
    "DocumentChanged",
    "EntryOutdated",
    "EntryPrepared",
    "Kept",
    "NoEntry",
    "NotAnotherResponse",
    "NotConcerned",
    "NotInvited",
    "NotKept",
    "NotOfThisReport",
    "NotOurPriority",
    "NotPrepared",
    "NothingChanged",
    "NothingWritten",
    "ResponseIncomplete",
    "ResponsePublished",
    "discard_unsaved",
    "enter_chief_officer_comments",
    "explain_finding",
    "invite_chief_officer",
    "keep_unsaved",
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
