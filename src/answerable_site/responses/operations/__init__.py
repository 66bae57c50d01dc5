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
    NotOfThisReport,
    explain_finding,
    write_own_comments,
    write_reply,
)
from answerable_site.responses.operations.locked import NotConcerned, ResponsePublished
from answerable_site.responses.operations.past import (
    PublishedHere,
    ReferenceTaken,
    record_past_response,
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
from answerable_site.responses.operations.signing import (
    AlreadyPrepared,
    AlreadySigned,
    DocumentChanged,
    NotPrepared,
    ResponseIncomplete,
    prepare_response,
    sign_response,
)
from answerable_site.responses.operations.takeover import (
    KEPT_FOR,
    KeptList,
    NothingToLoad,
    PlanChanged,
    keep_list,
    load_list,
)
from answerable_site.responses.rules.versions import ChangedMeanwhile, NothingChanged

__all__ = [
    "KEPT_FOR",
    "AlreadyPrepared",
    "AlreadySigned",
    "ChangedMeanwhile",
    "CommentsStillWanted",
    "DatesOutOfOrder",
    "DocumentChanged",
    "EarlierDayNotKnown",
    "EntryOutdated",
    "EntryPrepared",
    "KeptList",
    "NoEntry",
    "NotConcerned",
    "NotInvited",
    "NotOfThisReport",
    "NotPrepared",
    "NothingChanged",
    "NothingToLoad",
    "NothingWritten",
    "PlanChanged",
    "PublishedHere",
    "ReferenceTaken",
    "ResponseIncomplete",
    "ResponsePublished",
    "enter_chief_officer_comments",
    "explain_finding",
    "invite_chief_officer",
    "keep_list",
    "load_list",
    "prepare_entry_correction",
    "prepare_public_entry",
    "prepare_response",
    "publish_response",
    "record_no_comments",
    "record_past_response",
    "sign_response",
    "submit_chief_officer_comments",
    "write_own_comments",
    "write_reply",
]
