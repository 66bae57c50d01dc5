"""What the templates of follow-up see."""

from answerable_site.followup.presenters.boards import ShownColumn, shown_columns
from answerable_site.followup.presenters.bulk import (
    ShownTrial,
    change_in_words,
    made_in_words,
    shown_preview,
)
from answerable_site.followup.presenters.changes import ShownChanged, shown_changes
from answerable_site.followup.presenters.exceptional import (
    ShownException,
    shown_counts,
    shown_exception,
)
from answerable_site.followup.presenters.exporting import COLUMNS, cells
from answerable_site.followup.presenters.listing import (
    ListedAction,
    ListedCommitment,
    commitment_heading,
    listed_action,
    listed_commitment,
)
from answerable_site.followup.presenters.waiting import ShownWork, shown_work

__all__ = [
    "COLUMNS",
    "ListedAction",
    "ListedCommitment",
    "ShownChanged",
    "ShownColumn",
    "ShownException",
    "ShownTrial",
    "ShownWork",
    "cells",
    "change_in_words",
    "commitment_heading",
    "listed_action",
    "listed_commitment",
    "made_in_words",
    "shown_changes",
    "shown_columns",
    "shown_counts",
    "shown_exception",
    "shown_preview",
    "shown_work",
]
