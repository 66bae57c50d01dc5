"""Every write of the intake."""

from answerable_site.intake.operations.beside import BesideExtract
from answerable_site.intake.operations.differing import (
    note_difference_read,
    note_difference_taken,
)
from answerable_site.intake.operations.erasing import erase_unsettled, forget_extracts
from answerable_site.intake.operations.keeping import FOLDER, keep_extract
from answerable_site.intake.operations.linking.deciding import (
    LinkDoesNotWait,
    WhyMissing,
    WhyTellsReference,
    accept_link,
    confirm_link,
    refuse_link,
)
from answerable_site.intake.operations.linking.ending import EndedLink, end_link
from answerable_site.intake.operations.linking.offering import (
    OpenedCase,
    OpenedLink,
    OpenedRows,
    offer_linked,
    open_link,
)
from answerable_site.intake.operations.linking.pairing import propose_pairs
from answerable_site.intake.operations.linking.proposing import (
    Proposals,
    Sought,
    propose_links,
)
from answerable_site.intake.operations.linking.written import TooManyReferences
from answerable_site.intake.operations.loading import CannotSupersede, StillDoubtful, load_batch
from answerable_site.intake.operations.loading.preparing import Prepared
from answerable_site.intake.operations.opening import OpenedRow, open_row
from answerable_site.intake.operations.queueing import (
    LoadOvertaken,
    begin_queued_load,
    cancel_queued_load,
    queue_load,
    refuse_queued_load,
    report_queued_load,
)
from answerable_site.intake.operations.refusing import REFUSALS
from answerable_site.intake.operations.resealing import reseal_intake
from answerable_site.intake.operations.settling import CannotGiveUp, give_up_rows
from answerable_site.intake.operations.sources import (
    SamplesDoNotHold,
    VersionNotRaised,
    describe_source,
)
from answerable_site.intake.operations.trying import Trial, keep_trial, refuse_trial
from answerable_site.intake.operations.undoing import CannotBeUndone, undo_batch

__all__ = [
    "FOLDER",
    "REFUSALS",
    "BesideExtract",
    "CannotBeUndone",
    "CannotGiveUp",
    "CannotSupersede",
    "EndedLink",
    "LinkDoesNotWait",
    "LoadOvertaken",
    "OpenedCase",
    "OpenedLink",
    "OpenedRow",
    "OpenedRows",
    "Prepared",
    "Proposals",
    "SamplesDoNotHold",
    "Sought",
    "StillDoubtful",
    "TooManyReferences",
    "Trial",
    "VersionNotRaised",
    "WhyMissing",
    "WhyTellsReference",
    "accept_link",
    "begin_queued_load",
    "cancel_queued_load",
    "confirm_link",
    "describe_source",
    "end_link",
    "erase_unsettled",
    "forget_extracts",
    "give_up_rows",
    "keep_extract",
    "keep_trial",
    "load_batch",
    "note_difference_read",
    "note_difference_taken",
    "offer_linked",
    "open_link",
    "open_row",
    "propose_links",
    "propose_pairs",
    "queue_load",
    "refuse_link",
    "refuse_queued_load",
    "refuse_trial",
    "report_queued_load",
    "reseal_intake",
    "undo_batch",
]
