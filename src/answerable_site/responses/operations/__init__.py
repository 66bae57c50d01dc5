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
    NotOfThisReport,
    explain_finding,
    write_own_comments,
    write_reply,
)
from answerable_site.responses.operations.files import FileTooLarge, ReceivedFile, keep_letter
from answerable_site.responses.operations.locked import NotConcerned, ResponsePublished
from answerable_site.responses.operations.posting import (
    NotToBeSent,
    WaitedTooLong,
    note_failed,
    note_sent,
    take_up_dispatch,
)
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
from answerable_site.responses.operations.specified_information import (
    record_specified_information,
)
from answerable_site.responses.rules.versions import ChangedMeanwhile, NothingChanged

__all__ = [
    "AlreadyOnItsWay",
    "AlreadyPrepared",
    "AlreadySent",
    "AlreadySigned",
    "ChangedMeanwhile",
    "CommentsStillWanted",
    "DatesOutOfOrder",
    "DocumentChanged",
    "EntryOutdated",
    "EntryPrepared",
    "FileTooLarge",
    "NoEntry",
    "NotConcerned",
    "NotInvited",
    "NotOfThisReport",
    "NotPrepared",
    "NotToBeSent",
    "NothingChanged",
    "NothingPublic",
    "NothingWritten",
    "ProofMissing",
    "ReceivedFile",
    "ResponseIncomplete",
    "ResponsePublished",
    "WaitedTooLong",
    "enter_chief_officer_comments",
    "explain_finding",
    "invite_chief_officer",
    "keep_letter",
    "keep_recipient",
    "note_failed",
    "note_sent",
    "prepare_entry_correction",
    "prepare_public_entry",
    "prepare_response",
    "publish_response",
    "record_dispatch",
    "record_no_comments",
    "record_specified_information",
    "send_copy",
    "send_invitation",
    "sign_response",
    "submit_chief_officer_comments",
    "take_up_dispatch",
    "write_own_comments",
    "write_reply",
]
