"""Every write of reviews of case files."""

from answerable_site.casereviews.operations.assigning import assign_reviewers, take_back
from answerable_site.casereviews.operations.panels import (
    conclude,
    convene_panel,
    open_discussion,
    plan_sitting,
    release_bundle,
    score_bundle,
    withdraw_bundle,
    write_bundle,
)
from answerable_site.casereviews.operations.planning import (
    NewProgramme,
    close_programme,
    draw_sample,
    freeze_frame,
    note_frame_taken,
    plan_programme,
)
from answerable_site.casereviews.operations.releasing import (
    NewTheme,
    prepare_results,
    release_results,
    withdraw_results,
)
from answerable_site.casereviews.operations.scoring import (
    Said,
    Unfinished,
    lock_review,
    reconcile,
    record_missing,
    save_scores,
)

__all__ = [
    "NewProgramme",
    "NewTheme",
    "Said",
    "Unfinished",
    "assign_reviewers",
    "close_programme",
    "conclude",
    "convene_panel",
    "draw_sample",
    "freeze_frame",
    "lock_review",
    "note_frame_taken",
    "open_discussion",
    "plan_programme",
    "plan_sitting",
    "prepare_results",
    "reconcile",
    "record_missing",
    "release_bundle",
    "release_results",
    "save_scores",
    "score_bundle",
    "take_back",
    "withdraw_bundle",
    "withdraw_results",
    "write_bundle",
]
