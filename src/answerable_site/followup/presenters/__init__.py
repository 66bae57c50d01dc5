"""How follow-up is worded."""

from answerable_site.followup.presenters.actions import (
    ShownAction,
    shown_action,
)
from answerable_site.followup.presenters.became import (
    Became,
    shown_became,
)
from answerable_site.followup.presenters.boards import (
    ShownColumn,
    shown_columns,
)
from answerable_site.followup.presenters.bulk import (
    ShownTrial,
    change_in_words,
    made_in_words,
    shown_preview,
)
from answerable_site.followup.presenters.changes import (
    ShownChanged,
    shown_changes,
)
from answerable_site.followup.presenters.choices import (
    ShownChoices,
    commitment_words,
    due_in_words,
    heading_of,
    shown_choices,
    shown_practice,
    to_follow_up,
)
from answerable_site.followup.presenters.commitments import (
    ShownCommitment,
    shown_commitment,
)
from answerable_site.followup.presenters.dating import (
    current_in_words,
    original_in_words,
)
from answerable_site.followup.presenters.exceptional import (
    ShownException,
    shown_counts,
    shown_exception,
    why_in_words,
)
from answerable_site.followup.presenters.exit import (
    exit_parts,
    tracker_rows,
)
from answerable_site.followup.presenters.exporting import (
    COLUMNS,
    cells,
)
from answerable_site.followup.presenters.listing import (
    ListedAction,
    ListedCommitment,
    commitment_heading,
    listed_action,
    listed_commitment,
)
from answerable_site.followup.presenters.naming import (
    caption_of,
    place_of_action,
    place_of_choices,
    place_of_commitment,
    place_of_subject,
    short,
)
from answerable_site.followup.presenters.parts import (
    Place,
    Section,
)
from answerable_site.followup.presenters.powers import (
    powers_over,
    powers_over_action,
)
from answerable_site.followup.presenters.trackers import (
    left_out,
    problem_in_words,
    sentences,
    shown_row,
    taken_as,
    template_rows,
    tracker_counts,
    unknown_words,
)
from answerable_site.followup.presenters.waiting import (
    ShownWork,
    shown_work,
)
from answerable_site.followup.presenters.watching import (
    listed_practice,
    trigger_of,
)

__all__ = [
    "COLUMNS",
    "Became",
    "ListedAction",
    "ListedCommitment",
    "Place",
    "Section",
    "ShownAction",
    "ShownChanged",
    "ShownChoices",
    "ShownColumn",
    "ShownCommitment",
    "ShownException",
    "ShownTrial",
    "ShownWork",
    "caption_of",
    "cells",
    "change_in_words",
    "commitment_heading",
    "commitment_words",
    "current_in_words",
    "due_in_words",
    "exit_parts",
    "heading_of",
    "left_out",
    "listed_action",
    "listed_commitment",
    "listed_practice",
    "made_in_words",
    "original_in_words",
    "place_of_action",
    "place_of_choices",
    "place_of_commitment",
    "place_of_subject",
    "powers_over",
    "powers_over_action",
    "problem_in_words",
    "sentences",
    "short",
    "shown_action",
    "shown_became",
    "shown_changes",
    "shown_choices",
    "shown_columns",
    "shown_commitment",
    "shown_counts",
    "shown_exception",
    "shown_practice",
    "shown_preview",
    "shown_row",
    "shown_work",
    "taken_as",
    "template_rows",
    "to_follow_up",
    "tracker_counts",
    "tracker_rows",
    "trigger_of",
    "unknown_words",
    "why_in_words",
]
