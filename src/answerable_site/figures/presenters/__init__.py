"""What the pages of data cuts and figures show."""

from answerable_site.figures.presenters.cuts import (
    CutLine,
    ShownCut,
    cut_line,
    shown_cut,
    verified_in_words,
)
from answerable_site.figures.presenters.erasing import (
    ShownErasure,
    ShownToErase,
    shown_erasure,
    shown_to_erase,
)
from answerable_site.figures.presenters.figures import (
    RAW_NUMBERS,
    Line,
    figures_on_page,
    left_out_in_words,
    protected_line,
    raw_tables,
    released_line,
    results_line,
    sent_back_in_words,
    shown_release,
)
from answerable_site.figures.presenters.queued import shown_queued, shown_work_on

__all__ = [
    "RAW_NUMBERS",
    "CutLine",
    "Line",
    "ShownCut",
    "ShownErasure",
    "ShownToErase",
    "cut_line",
    "figures_on_page",
    "left_out_in_words",
    "protected_line",
    "raw_tables",
    "released_line",
    "results_line",
    "sent_back_in_words",
    "shown_cut",
    "shown_erasure",
    "shown_queued",
    "shown_release",
    "shown_to_erase",
    "shown_work_on",
    "verified_in_words",
]
