"""How follow-up is worded."""

from answerable_site.followup.presenters.actions import ShownAction, shown_action
from answerable_site.followup.presenters.choices import (
    ShownChoices,
    commitment_words,
    due_in_words,
    heading_of,
    shown_choices,
    shown_practice,
    to_follow_up,
)
from answerable_site.followup.presenters.commitments import ShownCommitment, shown_commitment
from answerable_site.followup.presenters.dating import current_in_words, original_in_words
from answerable_site.followup.presenters.exit import exit_parts, tracker_rows
from answerable_site.followup.presenters.naming import (
    caption_of,
    place_of_action,
    place_of_choices,
    place_of_commitment,
    place_of_subject,
    short,
)
from answerable_site.followup.presenters.parts import Place, Section
from answerable_site.followup.presenters.powers import powers_over, powers_over_action
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
from answerable_site.followup.presenters.watching import listed_practice, trigger_of

__all__ = [
    "Place",
    "Section",
    "ShownAction",
    "ShownChoices",
    "ShownCommitment",
    "caption_of",
    "commitment_words",
    "current_in_words",
    "due_in_words",
    "exit_parts",
    "heading_of",
    "left_out",
    "listed_practice",
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
    "shown_choices",
    "shown_commitment",
    "shown_practice",
    "shown_row",
    "taken_as",
    "template_rows",
    "to_follow_up",
    "tracker_counts",
    "tracker_rows",
    "trigger_of",
    "unknown_words",
]
