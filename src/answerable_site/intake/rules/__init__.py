"""What a load is and what may become of its rows. No Django."""

from answerable_site.intake.rules.corrections import as_file
from answerable_site.intake.rules.counting import Counts
from answerable_site.intake.rules.digest import root_digest
from answerable_site.intake.rules.holding import (
    REASONS,
    Reason,
    advice_on,
    reasons_met,
    title_of,
    what_to_do,
    words_for,
)
from answerable_site.intake.rules.linking import (
    MOST_CASES,
    MOST_REFERENCES,
    OPEN,
    LinkState,
    cases_meant,
)
from answerable_site.intake.rules.queue import GOING_ON, QueueState, left_behind
from answerable_site.intake.rules.rows import RowState
from answerable_site.intake.rules.sources import why_unloadable
from answerable_site.intake.rules.spellings import MOST_SPELLINGS, Likeness, near_spellings

__all__ = [
    "GOING_ON",
    "MOST_CASES",
    "MOST_REFERENCES",
    "MOST_SPELLINGS",
    "OPEN",
    "REASONS",
    "Counts",
    "Likeness",
    "LinkState",
    "QueueState",
    "Reason",
    "RowState",
    "advice_on",
    "as_file",
    "cases_meant",
    "left_behind",
    "near_spellings",
    "reasons_met",
    "root_digest",
    "title_of",
    "what_to_do",
    "why_unloadable",
    "words_for",
]
