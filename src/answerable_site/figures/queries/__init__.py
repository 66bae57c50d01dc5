"""Every read of the figures."""

from answerable_site.figures.queries.cuts import (
    cut_before,
    cuts_seen_by,
    forces_cut_by,
    is_set_aside,
    standing_erasures,
)
from answerable_site.figures.queries.due import (
    cuts_left_behind,
    cuts_not_erased,
    cuts_with_leftovers,
    erasures_due,
)
from answerable_site.figures.queries.queued import (
    Progress,
    going_on_for,
    is_cancelled,
    is_left_behind,
    progress_of,
    queued_cut,
    queued_seen_by,
)
from answerable_site.figures.queries.reading import (
    NumbersMissing,
    numbers_for,
    receipts_to_cut,
    rows_to_cut,
)
from answerable_site.figures.queries.released import (
    answers_of,
    figures_before,
    ledger_of,
    names_of_areas,
    protected_seen_by,
    release_of,
    released_before,
    released_of,
    released_seen_by,
    results_seen_by,
    waiting_protected,
    waiting_results,
    waiting_seen_by,
)
from answerable_site.figures.queries.verifying import problems_with

__all__ = [
    "NumbersMissing",
    "Progress",
    "answers_of",
    "cut_before",
    "cuts_left_behind",
    "cuts_not_erased",
    "cuts_seen_by",
    "cuts_with_leftovers",
    "erasures_due",
    "figures_before",
    "forces_cut_by",
    "going_on_for",
    "is_cancelled",
    "is_left_behind",
    "is_set_aside",
    "ledger_of",
    "names_of_areas",
    "numbers_for",
    "problems_with",
    "progress_of",
    "protected_seen_by",
    "queued_cut",
    "queued_seen_by",
    "receipts_to_cut",
    "release_of",
    "released_before",
    "released_of",
    "released_seen_by",
    "results_seen_by",
    "rows_to_cut",
    "standing_erasures",
    "waiting_protected",
    "waiting_results",
    "waiting_seen_by",
]
