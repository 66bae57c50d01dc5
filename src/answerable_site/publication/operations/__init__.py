"""Every way in which something becomes public, is corrected, or stops being so."""

from answerable.opendata.from_figure import NotForThePublic
from answerable.writing.pdf import NotPrinted
from answerable_site.publication.operations.corrections import (
    CorrectionReleased,
    CorrectionWaits,
    NothingToCorrect,
    prepare_correction,
    release_correction,
)
from answerable_site.publication.operations.feedback import (
    FeedbackAhead,
    FeedbackNotPublic,
    FeedbackOutdated,
    FeedbackReleased,
    prepare_feedback,
    release_feedback,
    withdraw_feedback,
)
from answerable_site.publication.operations.figures import (
    FiguresNotPublic,
    publish_figures,
    withdraw_figures,
)
from answerable_site.publication.operations.finding import find_anew
from answerable_site.publication.operations.meetings import (
    EditionNotPublic,
    EditionOutdated,
    EditionReleased,
    prepare_edition,
    release_edition,
    withdraw_edition,
)
from answerable_site.publication.operations.passing import pass_entry, pass_what_goes_on
from answerable_site.publication.operations.printing import NotWhatWasSigned
from answerable_site.publication.operations.progress import (
    ProgressAhead,
    ProgressNotPublic,
    ProgressOutdated,
    ProgressReleased,
    prepare_progress,
    release_progress,
    withdraw_progress,
)
from answerable_site.publication.operations.publishing import (
    AlreadyWithdrawn,
    EntryNotReleased,
    EntryReleased,
    VersionStands,
    prepare_entry,
    publish_response,
    release_entry,
    withdraw_response,
)
from answerable_site.publication.operations.scanning import (
    PUBLIC,
    SCANNED,
    PublicScan,
    WouldLeak,
    scan_public,
)
from answerable_site.publication.rules import CorrectionNotExplained, ReasonMissing

__all__ = [
    "PUBLIC",
    "SCANNED",
    "AlreadyWithdrawn",
    "CorrectionNotExplained",
    "CorrectionReleased",
    "CorrectionWaits",
    "EditionNotPublic",
    "EditionOutdated",
    "EditionReleased",
    "EntryNotReleased",
    "EntryReleased",
    "FeedbackAhead",
    "FeedbackNotPublic",
    "FeedbackOutdated",
    "FeedbackReleased",
    "FiguresNotPublic",
    "NotForThePublic",
    "NotPrinted",
    "NotWhatWasSigned",
    "NothingToCorrect",
    "ProgressAhead",
    "ProgressNotPublic",
    "ProgressOutdated",
    "ProgressReleased",
    "PublicScan",
    "ReasonMissing",
    "VersionStands",
    "WouldLeak",
    "find_anew",
    "pass_entry",
    "pass_what_goes_on",
    "prepare_correction",
    "prepare_edition",
    "prepare_entry",
    "prepare_feedback",
    "prepare_progress",
    "publish_figures",
    "publish_response",
    "release_correction",
    "release_edition",
    "release_entry",
    "release_feedback",
    "release_progress",
    "scan_public",
    "withdraw_edition",
    "withdraw_feedback",
    "withdraw_figures",
    "withdraw_progress",
    "withdraw_response",
]
