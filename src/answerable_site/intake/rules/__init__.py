"""What a load is and what may become of its rows. No Django."""

from answerable_site.intake.rules.corrections import as_file
from answerable_site.intake.rules.counting import Counts
from answerable_site.intake.rules.difference import (
    Change,
    Compared,
    Differing,
    compared,
    differing,
)
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
from answerable_site.intake.rules.queue import (
    GOING_ON,
    LEFT_BEHIND_AFTER,
    QueueState,
    left_behind,
)
from answerable_site.intake.rules.retention import (
    ROWS_SET_ASIDE,
    Retention,
    erased_on,
    loaded_before,
)
from answerable_site.intake.rules.rows import RowState
from answerable_site.intake.rules.sent import SentExtract, Tried, TriedRow
from answerable_site.intake.rules.sources import why_unloadable
from answerable_site.intake.rules.spellings import MOST_SPELLINGS, Likeness, near_spellings

__all__ = [
    "GOING_ON",
    "LEFT_BEHIND_AFTER",
    "MOST_CASES",
    "MOST_REFERENCES",
    "MOST_SPELLINGS",
    "OPEN",
    "REASONS",
    "ROWS_SET_ASIDE",
    "Change",
    "Compared",
    "Counts",
    "Differing",
    "Likeness",
    "LinkState",
    "QueueState",
    "Reason",
    "Retention",
    "RowState",
    "SentExtract",
    "Tried",
    "TriedRow",
    "advice_on",
    "as_file",
    "cases_meant",
    "compared",
    "differing",
    "erased_on",
    "left_behind",
    "loaded_before",
    "near_spellings",
    "reasons_met",
    "root_digest",
    "title_of",
    "what_to_do",
    "why_unloadable",
    "words_for",
]
